//! `units import`: a map of units into the registry.

use std::path::Path;

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::verbs;
use crate::domain::unit_map::{MapCounts, MapPlan, RowMeaning, plan};
use crate::intake::units_file;
use crate::locale::Locale;
use crate::sentence::{Explain, Sentence};
use crate::store::{Access, Store};

/// How the map is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Manner {
    /// Plan only.
    pub(super) dry_run: bool,
    /// Print the plan as JSON.
    pub(super) json: bool,
    /// People stay with units that others take over.
    pub(super) keep_people: bool,
}

/// Reads the map, plans what it means, and writes it unless told not to.
pub(super) fn import(data: &Path, file: &Path, manner: Manner, locale: &Locale) -> Result<Done, Refusal> {
    let mut done = Done::default();
    let store = match manner.dry_run {
        true => Store::open(data, Access::Read)?,
        false => verbs::open_to_write(data, &mut done.sentences)?,
    };
    let rows = units_file::read_units(file)?;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    let plan = match manner.dry_run {
        true => plan(rows, &store.units().wait()?),
        false => store.apply_units(&name, rows, !manner.keep_people).wait()?,
    };
    if manner.json {
        done.data = Done::printing_json(&PlanJson::new(&plan, locale)).data;
    }
    done.sentences.extend(report(&name, &plan, manner.dry_run));
    Ok(done)
}

/// The counts, and every row with a fault.
fn report(file: &str, plan: &MapPlan, dry_run: bool) -> Vec<Sentence> {
    let counts = plan.counts();
    let summary = Sentence::new(if dry_run { "cli-would-import-units" } else { "cli-imported-units" })
        .with("file", file.to_owned())
        .with("new", counts.new)
        .with("changed", counts.changed)
        .with("ended", counts.ended)
        .with("same", counts.same)
        .with("error", counts.error);
    let mut sentences = vec![summary];
    for entry in &plan.entries {
        if let RowMeaning::Error(fault) = &entry.meaning {
            let name = entry.fields.name.clone();
            sentences.push(Sentence::new("cli-units-fault").with("line", entry.line).with("name", name));
            sentences.push(fault.explain());
        }
    }
    sentences
}

#[derive(Serialize)]
struct PlanJson {
    counts: MapCounts,
    rows: Vec<RowJson>,
}

#[derive(Serialize)]
struct RowJson {
    /// Its number in the file.
    row: u32,
    /// `new`, `changed`, `ended`, `same` or `error`.
    state: &'static str,
    code: Option<String>,
    name: String,
    valid_from: Option<String>,
    valid_to: Option<String>,
    /// Why it is not taken in.
    reason: Option<String>,
}

impl PlanJson {
    fn new(plan: &MapPlan, locale: &Locale) -> Self {
        let row = |entry: &crate::domain::unit_map::MapEntry| RowJson {
            row: entry.line,
            state: state(&entry.meaning),
            code: entry.fields.code.clone(),
            name: entry.fields.name.clone(),
            valid_from: entry.fields.valid_from.map(|day| day.to_string()),
            valid_to: entry.fields.valid_to.map(|day| day.to_string()),
            reason: match &entry.meaning {
                RowMeaning::Error(fault) => Some(locale.explain(fault)),
                _ => None,
            },
        };
        Self { counts: plan.counts(), rows: plan.entries.iter().map(row).collect() }
    }
}

fn state(meaning: &RowMeaning) -> &'static str {
    match meaning {
        RowMeaning::New => "new",
        RowMeaning::Changed(_) => "changed",
        RowMeaning::Ended(_) => "ended",
        RowMeaning::Same(_) => "same",
        RowMeaning::Error(_) => "error",
    }
}
