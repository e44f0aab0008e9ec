//! `import`: a list into a session.

use std::path::{Path, PathBuf};

use super::answer::{Done, Refusal};
use super::verbs;
use crate::domain::id::SessionId;
use crate::domain::list::{Choice, ImportPlan, LineKind, RowOutcome, count_of};
use crate::intake::{self, ImportJson, ReadList, ReadOptions};
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::{Access, Store};
use crate::vietnamese::clean::clean;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    /// The session.
    pub(super) session: SessionId,
    /// The file.
    pub(super) list: PathBuf,
    /// Plan only.
    pub(super) dry_run: bool,
    /// Print the plan as JSON.
    pub(super) json: bool,
    /// Take in rows that may be nobody.
    pub(super) take_doubtful: bool,
    /// Take in what is hidden or struck.
    pub(super) take_hidden: bool,
    /// The commune that sent the list.
    pub(super) commune: Option<String>,
}

/// Reads the list, plans what it means, and writes it unless told not to.
pub(super) fn run(data: &Path, wanted: &Wanted, locale: &Locale) -> Result<Done, Refusal> {
    let mut done = Done::default();
    let store = match wanted.dry_run {
        true => Store::open(data, Access::Read)?,
        false => verbs::open_to_write(data, &mut done.sentences)?,
    };
    let remembered = store.column_mappings().wait()?;
    let commune = wanted.commune.as_deref().map(clean).filter(|commune| !commune.is_empty());
    let own = store.own_column_labels(wanted.session).wait()?;
    let options =
        ReadOptions { remembered, commune, unseen: wanted.take_hidden, own, ..ReadOptions::default() };
    let mut list = intake::read_with(&wanted.list, crate::clock::today(), &options)?;
    let known = store.known_people(wanted.session, list.name_keys()).wait()?;
    list.meet_units(&known.units);
    let mut plan = intake::plan(&list, wanted.session, &known);
    if wanted.take_doubtful {
        plan.take_doubtful();
    }
    if wanted.json {
        done.data = Done::printing_json(&ImportJson::new(&plan, locale).of_list(&list, locale)).data;
    }
    done.sentences.extend(report(&plan, &list, wanted));
    if !wanted.dry_run {
        store.apply_import(plan).wait()?;
    }
    Ok(done)
}

/// The counts, what the list says of itself, and the first rows that were left out with their reasons.
fn report(plan: &ImportPlan, list: &ReadList, wanted: &Wanted) -> Vec<Sentence> {
    /// More would fill the screen.
    const SAID: usize = 30;
    let done = plan.done();
    let summary = Sentence::new(if wanted.dry_run { "cli-would-import" } else { "cli-imported" })
        .with("file", plan.source.clone())
        .with("new", done.new)
        .with("update", done.update)
        .with("same", done.same)
        .with("duplicate", plan.counts().duplicate)
        .with("error", done.error);
    let mut said = vec![summary];
    let doubtful = plan.rows.iter().filter(|row| !row.doubts.is_empty());
    let left = doubtful.clone().filter(|row| row.choice == Choice::Skip).count();
    if left > 0 {
        said.push(Sentence::new("cli-import-doubtful").with("count", left));
    }
    for (kind, words) in
        [(LineKind::LeftOut, "cli-import-left-out"), (LineKind::NotUnderstood, "cli-import-not-understood")]
    {
        let count = count_of(&plan.lines, kind);
        if count > 0 {
            said.push(Sentence::new(words).with("count", count));
        }
    }
    if list.without_commune() > 0 {
        said.push(Sentence::new("cli-import-no-commune").with("count", list.without_commune()));
    }
    said.extend(list.remarks.iter().chain(&plan.remarks).cloned());
    let reasons =
        plan.rows.iter().filter(|row| row.choice == Choice::Skip).filter_map(|row| match &row.outcome {
            RowOutcome::Duplicate(_, reason) | RowOutcome::Error(reason) => Some(reason),
            _ => row.doubts.first(),
        });
    let all = reasons.clone().count();
    said.extend(reasons.take(SAID).cloned());
    if all > SAID {
        said.push(Sentence::new("cli-import-more").with("count", all - SAID));
    }
    said
}
