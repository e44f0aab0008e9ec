//! `import`: a list into a session.

use std::path::Path;

use super::answer::{Done, Refusal};
use super::verbs;
use crate::domain::id::SessionId;
use crate::domain::list::{ImportPlan, RowOutcome};
use crate::intake::{self, ImportJson, ReadOptions};
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::{Access, Store};

/// How the list is taken in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// Plan only.
    pub(super) dry_run: bool,
    /// Print the plan as JSON.
    pub(super) json: bool,
}

/// Reads the list, plans what it means, and writes it unless told not to.
pub(super) fn run(
    data: &Path,
    session: SessionId,
    list: &Path,
    manner: Manner,
    locale: &Locale,
) -> Result<Done, Refusal> {
    let mut done = Done::default();
    let store = match manner.dry_run {
        true => Store::open(data, Access::Read)?,
        false => verbs::open_to_write(data, &mut done.sentences)?,
    };
    let remembered = store.column_mappings().wait()?;
    let options = ReadOptions { remembered, ..ReadOptions::default() };
    let list = intake::read_with(list, crate::clock::today(), &options)?;
    let known = store.known_people(session, list.name_keys()).wait()?;
    let plan = intake::plan(&list, session, &known);
    if manner.json {
        done.data = Done::printing_json(&ImportJson::new(&plan, locale).with_columns(&list.layout)).data;
    }
    done.sentences.extend(report(&plan, manner.dry_run));
    if !manner.dry_run {
        store.apply_import(plan).wait()?;
    }
    Ok(done)
}

/// The counts, and every row that was left out with its reason.
fn report(plan: &ImportPlan, dry_run: bool) -> Vec<Sentence> {
    let counts = plan.counts();
    let summary = Sentence::new(if dry_run { "cli-would-import" } else { "cli-imported" })
        .with("file", plan.source.clone())
        .with("new", counts.new)
        .with("update", counts.update)
        .with("same", counts.same)
        .with("duplicate", counts.duplicate)
        .with("error", counts.error);
    let left_out = plan.rows.iter().filter_map(|row| match &row.outcome {
        RowOutcome::Duplicate(_, reason) | RowOutcome::Error(reason) => Some(reason.clone()),
        _ => None,
    });
    std::iter::once(summary).chain(left_out).collect()
}
