//! Print runs: facts, which are never taken back.

use rusqlite::{Connection, OptionalExtension};

use super::codec::Json;
use super::error::{Result, StoreError};
use super::record::Record;
use super::transact::Step;
use crate::domain::id::{ClusterId, SessionId};
use crate::domain::print_run::{PastRun, PrintRun};

/// The scope of a run of everyone.
const WHOLE: &str = "whole";

/// Remembers a print run, and forgets those it makes superfluous.
pub(super) fn insert(step: &Step<'_>, run: &PrintRun) -> Result<()> {
    let scope = run.cluster.map_or_else(|| WHOLE.to_owned(), |cluster| cluster.to_string());
    let id = Record::of("print_run")
        .set("session_uid", uid(step, run.session)?)
        .set("paper", &run.paper)
        .set("scope", scope)
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
    forget_superfluous(step, id)
}

/// Forgets older runs of the same session, paper and scope of which every page stands in a
/// later run, too, with the same people. A sheet that someone signed is still found by its code.
fn forget_superfluous(step: &Step<'_>, latest: i64) -> Result<()> {
    step.execute(include_str!("print_run_superfluous.sql"), [latest])?;
    Ok(())
}

fn uid(connection: &Connection, session: SessionId) -> Result<String> {
    let uid = "SELECT uid FROM session WHERE id = ?1";
    let uid = connection.prepare_cached(uid)?.query_row([session.0], |row| row.get(0)).optional()?;
    uid.ok_or(StoreError::NoSession(session.0))
}

/// The last run of each kind of paper and cluster of a session.
pub(super) fn last(connection: &Connection, session: SessionId) -> Result<Vec<PastRun>> {
    let mut runs = connection.prepare_cached(
        "SELECT max(id), paper, scope, made_at FROM print_run
         WHERE session_uid = ?1 AND scope IS NOT NULL GROUP BY paper, scope",
    )?;
    let mut pages =
        connection.prepare_cached("SELECT code FROM print_run_page WHERE print_run_id = ?1 ORDER BY page")?;
    let mut last = Vec::new();
    let mut rows = runs.query([uid(connection, session)?])?;
    while let Some(row) = rows.next()? {
        let (id, paper, scope, made_at): (i64, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let codes = pages.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        // What another program wrote there is no cluster of this session: it is never asked for.
        let cluster = (scope != WHOLE).then(|| ClusterId(scope.parse().unwrap_or(0)));
        last.push(PastRun { paper, cluster, made_at, codes });
    }
    Ok(last)
}
