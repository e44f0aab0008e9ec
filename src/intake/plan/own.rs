//! What a list says in the own columns of a session.
//!
//! What does not fit a column stays empty with a remark; nobody is left out for it.

use super::super::columns::Column;
use super::super::heading::Field;
use super::{ReadList, ReadRow};
use crate::domain::list::{PlannedColumn, PlannedRow, RowOutcome, row_name};
use crate::domain::own_column::{self, MOST_COLUMNS, OwnColumn, OwnKind, OwnMistake, called, is_same_label};
use crate::sentence::Sentence;

/// The own columns that a list fills: those of the session, and the new ones that the user wants. A column that is one
/// too many, or that cannot be one, is left as it was: the list says of it that it is not read.
pub(super) fn columns(list: &ReadList, known: &[OwnColumn]) -> Vec<PlannedColumn> {
    let mut planned: Vec<PlannedColumn> = Vec::new();
    for label in
        list.tables.iter().flat_map(|table| &table.columns).filter_map(|column| label_of(column, known))
    {
        if planned.iter().any(|one| is_same_label(&one.label, label)) {
            continue;
        }
        if let Some(column) = called(known, label) {
            planned.push(PlannedColumn {
                id: Some(column.id),
                label: column.label.clone(),
                kind: column.kind,
            });
            continue;
        }
        let new = planned.iter().filter(|one| one.id.is_none()).count();
        let others = known.iter().map(|column| column.label.as_str());
        if let (true, Ok(clean)) = (known.len() + new < MOST_COLUMNS, own_column::label(label, others)) {
            let texts: Vec<&str> =
                list.rows.iter().filter_map(|row| text_in(list, row, label, known)).collect();
            let kind = OwnKind::guess(texts.iter().copied());
            planned.push(PlannedColumn { id: None, label: clean, kind });
        }
    }
    planned
}

/// The own column that a column of a list fills: the one that it is said to fill, or the one of its heading.
fn label_of<'a>(column: &'a Column, known: &[OwnColumn]) -> Option<&'a str> {
    let by_heading = || {
        let is_free = column.field == Field::Other && !column.heading.is_empty();
        (is_free && called(known, &column.heading).is_some()).then_some(column.heading.as_str())
    };
    column.own.as_deref().or_else(by_heading)
}

/// What stands in a row in the column of that label.
fn text_in<'a>(list: &ReadList, row: &'a ReadRow, label: &str, known: &[OwnColumn]) -> Option<&'a str> {
    let table = list.tables.get(row.table)?;
    let mut filled = table
        .columns
        .iter()
        .filter(|column| label_of(column, known).is_some_and(|one| is_same_label(one, label)));
    filled.find_map(|column| {
        let there = row.unread.iter().find(|(index, _)| *index == column.index);
        there.map(|(_, text)| text.as_str()).filter(|text| !text.trim().is_empty())
    })
}

/// Fills a row with what it says there, and makes it an update where only that is new of a delegate.
pub(super) fn fill(
    planned: &mut PlannedRow,
    list: &ReadList,
    row: &ReadRow,
    columns: &[PlannedColumn],
    known: &[OwnColumn],
) {
    for (at, column) in columns.iter().enumerate() {
        let Some(text) = text_in(list, row, &column.label, known) else { continue };
        match column.kind.read(text) {
            // "không" was said: it is no silence.
            Ok(value) => planned.own.push((at, value)),
            Err(mistake) => planned.remarks.push(
                Sentence::new(remark(&mistake))
                    .with("row", row_name(row.row, row.sheet.as_deref()))
                    .with("heading", column.label.clone())
                    .with("value", text),
            ),
        }
    }
    let RowOutcome::Same(delegate) = planned.outcome else { return };
    let is_new = planned.own.iter().any(|(at, value)| {
        let there = columns[*at].id.and_then(|id| known.iter().find(|column| column.id == id));
        there.and_then(|column| column.value(delegate)) != value.as_ref()
    });
    if is_new {
        planned.outcome = RowOutcome::Update(delegate);
    }
}

/// The sentence for a value that does not fit its column.
fn remark(mistake: &OwnMistake) -> &'static str {
    match mistake {
        OwnMistake::NotANumber(_) => "intake-remark-own-number",
        OwnMistake::NotYesNo(_) => "intake-remark-own-yes-no",
        _ => "intake-remark-own-long",
    }
}
