//! The history and the journal: what named somebody goes out of them.
//!
//! Of a step that also changed other rows, only what it changed of theirs is forgotten; the rest can
//! still be undone. A step of which nothing is left is set aside. Images of somebody else's rows keep
//! all but the name, so that it is still known whose they are.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::remembered;
use super::traces::{CHILDREN, LINKED, SAID, Traces, ids};
use crate::domain::erasure::{ERASED_NAME, Erasure};
use crate::sentence::{Sentence, Value};
use crate::store::change::Image;
use crate::store::codec::{Json, json, needed_json};
use crate::store::error::Result;
use crate::store::transact::Step;

/// Fields of a delegate that tell nothing of who it is: what a step did to them can be undone.
const KEPT: [&str; 9] = [
    "session_id",
    "cluster_id",
    "state",
    "fixed_number",
    "supplementary",
    "walk_in",
    "substitute_for",
    "only_here",
    "gender",
];

/// Tables whose rows have a name of their own.
const OF_PEOPLE: [&str; 2] = ["person", "delegate"];

/// What of the journal is theirs.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Lines with images of their rows.
    theirs: BTreeSet<i64>,
    /// Lines of other rows whose images name them, and those images without the name.
    naming: BTreeMap<i64, (Option<Image>, Option<Image>)>,
    /// The steps that changed their rows.
    steps: BTreeSet<i64>,
    /// The steps of these lines that cannot be made without them.
    broken: BTreeSet<i64>,
}

/// Finds the lines before anything is erased.
pub(super) fn find(connection: &Connection, traces: &Traces) -> Result<Lines> {
    let mut lines = Lines::default();
    let mut query = connection.prepare(
        "SELECT id, operation_id, table_name, row_id, rows, change, before, after FROM row_change",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (id, step): (i64, i64) = (row.get("id")?, row.get("operation_id")?);
        let table = row.get_ref("table_name")?.as_str().unwrap_or_default();
        let (first, count): (i64, i64) = (row.get("row_id")?, row.get("rows")?);
        let images = [row.get_ref("before")?.as_str().ok(), row.get_ref("after")?.as_str().ok()];
        let is_theirs = match count {
            1 => traces.hold(table, first),
            _ => traces.rows().any(|(own, row)| own == table && (first..first + count).contains(&row)),
        };
        if is_theirs {
            lines.steps.insert(step);
        }
        // Of rows of others only what is noted of them may name somebody: most of the journal is such rows.
        let is_of_others = !is_theirs && OF_PEOPLE.contains(&table);
        let may_count = |image: &str| !is_of_others || image.contains("\"note\"");
        if !images.into_iter().flatten().any(may_count) {
            continue;
        }
        let before: Option<Image> = json(row, "before")?;
        let after: Option<Image> = json(row, "after")?;
        let change: String = row.get("change")?;
        let tells = |image: &Option<Image>| image.as_ref().is_some_and(|image| tells(table, &change, image));
        let own = [&before, &after].into_iter().flatten().any(|image| is_linked(traces, table, image));
        if (is_theirs || own) && (tells(&before) || tells(&after)) {
            lines.theirs.insert(id);
            lines.steps.insert(step);
        } else if !is_theirs && traces.session.is_none() {
            let (without_before, named_before) = without_names(traces, table, &before);
            let (without_after, named_after) = without_names(traces, table, &after);
            if named_before.is_some() || named_after.is_some() {
                lines.naming.insert(id, (without_before, without_after));
                // What stands there now keeps the name, unless the program wrote it: it would not fit.
                let fits = |field: &Option<String>| {
                    field.as_ref().is_none_or(|field| remembered::is_kept(table, field))
                };
                if change == "update" && !(fits(&named_before) && fits(&named_after)) {
                    lines.broken.insert(step);
                }
            }
        }
    }
    Ok(lines)
}

/// Whether a row is of one of these people by what its image says.
fn is_linked(traces: &Traces, table: &str, image: &Image) -> bool {
    let person = image.get("person_id").and_then(serde_json::Value::as_i64);
    CHILDREN.into_iter().chain(LINKED).any(|linked| linked == table)
        && person.is_some_and(|person| traces.people.contains(&person))
}

/// Whether an image of a row of theirs tells anything of them.
fn tells(table: &str, change: &str, image: &Image) -> bool {
    if let Some((_, field)) = SAID.iter().find(|(said, _)| *said == table) {
        return image.contains_key(*field);
    }
    match (table, change) {
        ("delegate", "update") => image.keys().any(|field| !KEPT.contains(&field.as_str())),
        _ => true,
    }
}

/// An image of somebody else's row without their names, and a field that had one. Rows of people have
/// names of their own, which may be the same; only what is noted of them counts.
fn without_names(traces: &Traces, table: &str, image: &Option<Image>) -> (Option<Image>, Option<String>) {
    let is_of_people = OF_PEOPLE.contains(&table) || CHILDREN.contains(&table);
    let Some(mut image) = image.clone() else { return (None, None) };
    let mut named = None;
    for (field, value) in image.iter_mut().filter(|(field, _)| !is_of_people || *field == "note") {
        if let Some(without) = value.as_str().and_then(|text| traces.names.replaced(text)) {
            *value = without.into();
            named = Some(field.clone());
        }
    }
    if table == "certificate"
        && named.is_some()
        && let Some(key) = image.get_mut("search_key")
    {
        *key = "".into();
    }
    (Some(image), named)
}

/// Takes what is theirs out of journal and history.
pub(super) fn erase(step: &Step<'_>, traces: &Traces, lines: &Lines, report: &mut Erasure) -> Result<()> {
    report.labels = erase_labels(step, traces, lines)?;
    let mut forget = step.prepare_cached("DELETE FROM row_change WHERE id = ?1")?;
    for line in &lines.theirs {
        report.kept_fields += forget.execute([line])?;
    }
    let mut rewrite = step.prepare_cached("UPDATE row_change SET before = ?2, after = ?3 WHERE id = ?1")?;
    for (line, (before, after)) in &lines.naming {
        report.kept_fields += rewrite.execute((line, before.as_ref().map(Json), after.as_ref().map(Json)))?;
    }
    for operation in lines.steps.iter().chain(&lines.broken) {
        let is_broken = lines.broken.contains(operation);
        if is_broken || traces.session.is_some() || !has_more(step, traces, *operation)? {
            report.steps += usize::from(set_aside(step, *operation)?);
        }
    }
    Ok(())
}

/// Whether a step changed more than rows of theirs.
fn has_more(connection: &Connection, traces: &Traces, operation: i64) -> Result<bool> {
    let mut query = connection.prepare_cached(
        "SELECT table_name, row_id, rows, change = 'insert' AND after IS NULL AS is_bare
         FROM row_change WHERE operation_id = ?1",
    )?;
    let mut rows = query.query([operation])?;
    while let Some(row) = rows.next()? {
        let table = row.get_ref("table_name")?.as_str().unwrap_or_default();
        let (first, count): (i64, i64) = (row.get("row_id")?, row.get("rows")?);
        let is_bare: bool = row.get("is_bare")?;
        if !is_bare || !(first..first + count).all(|row| traces.hold(table, row)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Puts a step aside, with its reason; one that was undone stays so for good.
fn set_aside(step: &Step<'_>, operation: i64) -> Result<bool> {
    let mut aside = step.prepare_cached(
        "UPDATE operation SET state = iif(state = 'undone', 'discarded', 'set_aside'), reason = ?2
         WHERE id = ?1 AND kind = 'do' AND state IN ('done', 'undone')",
    )?;
    let is_aside = aside.execute((operation, Json(Sentence::new("store-erased-step"))))? > 0;
    step.prepare_cached(
        "DELETE FROM row_change WHERE operation_id = ?1
         AND (SELECT state FROM operation WHERE id = ?1) = 'discarded'",
    )?
    .execute([operation])?;
    Ok(is_aside)
}

/// Puts "(đã xóa)" in the place of their names in labels and reasons.
fn erase_labels(step: &Step<'_>, traces: &Traces, lines: &Lines) -> Result<usize> {
    // A step that changed people, and none of theirs, is about somebody of the same name: if those
    // people are there, or images of them. Else nobody knows any more whom it was about.
    let of_people = ids(step, include_str!("about_others.sql"), [])?;
    let of_session = match traces.session {
        Some(session) => {
            ids(step, "SELECT operation_id FROM operation_session WHERE session_id = ?1", [session.0])?
        }
        None => BTreeSet::new(),
    };
    let is_about = |id: i64| match traces.session {
        _ if lines.steps.contains(&id) => true,
        Some(_) => of_session.contains(&id),
        None => !of_people.contains(&id),
    };
    let mut query = step.prepare("SELECT id, target_id, label, reason FROM operation")?;
    let mut rows = query.query([])?;
    let mut found: BTreeMap<i64, (Sentence, Option<Sentence>)> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get("id")?;
        // Undoing and redoing are called as what they turned.
        let target: Option<i64> = row.get("target_id")?;
        if !is_about(target.unwrap_or(id)) {
            continue;
        }
        let (mut label, mut reason): (Sentence, Option<Sentence>) =
            (needed_json(row, "label")?, json(row, "reason")?);
        let named = erase_names(traces, &mut label);
        if reason.as_mut().is_some_and(|reason| erase_names(traces, reason)) || named {
            found.insert(id, (label, reason));
        }
    }
    let mut update = step.prepare_cached("UPDATE operation SET label = ?2, reason = ?3 WHERE id = ?1")?;
    for (id, (label, reason)) in &found {
        update.execute((id, Json(label), reason.as_ref().map(Json)))?;
    }
    Ok(found.len())
}

/// Answers whether there was a name.
fn erase_names(traces: &Traces, sentence: &mut Sentence) -> bool {
    let mut found = false;
    for (_, value) in &mut sentence.args {
        let Value::Text(text) = value else { continue };
        if traces.names.are(text) {
            ERASED_NAME.clone_into(text);
            found = true;
        } else if let Some(without) = traces.names.replaced(text) {
            *text = without;
            found = true;
        }
    }
    found
}
