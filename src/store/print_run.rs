//! Print runs: facts, which are never taken back.

use super::codec::Json;
use super::error::Result;
use super::record::Record;
use super::transact::Step;
use crate::domain::print_run::PrintRun;

/// Remembers a print run.
pub(super) fn insert(step: &Step<'_>, run: &PrintRun) -> Result<()> {
    let id = Record::of("print_run")
        .set("session_id", run.session.0)
        .set("paper", &run.paper)
        .set("options", &run.options)
        .set("made_at", step.now())
        .insert(step)?;
    for (page, printed) in (1_i64..).zip(&run.pages) {
        let delegates: Vec<i64> = printed.delegates.iter().map(|delegate| delegate.0).collect();
        Record::of("print_run_page")
            .set("print_run_id", id)
            .set("page", page)
            .set("code", &printed.code)
            .set("delegates", Json(delegates))
            .insert(step)?;
    }
    Ok(())
}
