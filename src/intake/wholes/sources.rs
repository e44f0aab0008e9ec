//! What the sheets of a file say of each other: one may hold all staff, from which the list in another was taken, and
//! a later list may take somebody back who stands in an earlier one.

use std::collections::HashSet;

use super::super::columns::{Column, Layout};
use super::super::heading::Field;
use super::super::list::ListSheet;
use super::super::person::ReadRow;
use crate::domain::list::{LineKind, ListLine, row_name};
use crate::domain::person_field::PersonField;
use crate::sentence::Sentence;
use crate::vietnamese::fold::{fold, words};

/// The sheets of a file, read, and the lines of each by its name.
pub(in super::super) struct Sheets<'a> {
    pub sheets: &'a [ListSheet],
    pub tables: &'a [Layout],
    pub rows: &'a mut [ReadRow],
    pub lines: &'a mut [(String, Vec<ListLine>)],
}

/// Doubts whoever stands only among all staff, and whoever a note of another sheet takes back.
pub(in super::super) fn doubt_sources(mut all: Sheets<'_>, taken_back: &[String]) {
    if all.sheets.len() < 2 {
        return;
    }
    let mut doubts: Vec<(usize, usize, Sentence)> = Vec::new();
    for (at, sheet) in all.sheets.iter().enumerate() {
        if let Some(list) = all.sheets.iter().find(|list| is_taken_from(list, sheet, all.rows)) {
            let chosen = names(list, all.rows);
            let rows =
                sheet.rows.clone().filter(|row| !chosen.contains(&fold(&all.rows[*row].person.full_name)));
            let doubt = Sentence::new("intake-doubt-source").with("sheet", sheet.name.as_str());
            let doubt = doubt.with("list", list.name.as_str());
            doubts.extend(rows.map(|row| (at, row, doubt.clone())));
        }
        for note in taken_back {
            let folded = format!(" {} ", words(note));
            let is_named = |row: &usize| {
                let name = words(&all.rows[*row].person.full_name);
                name.contains(' ') && folded.contains(&format!(" {name} "))
            };
            let doubt = Sentence::new("intake-doubt-withdrawn").with("note", note.as_str());
            doubts.extend(sheet.rows.clone().filter(is_named).map(|row| (at, row, doubt.clone())));
        }
    }
    for (sheet, row, doubt) in doubts {
        all.take(sheet, row, doubt);
    }
}

impl Sheets<'_> {
    fn take(&mut self, sheet: usize, row: usize, doubt: Sentence) {
        let row = &mut self.rows[row];
        row.doubts.push(doubt.with("row", row_name(row.row, row.sheet.as_deref())));
        if row.written.is_empty()
            && let Some(layout) = self.tables.get(row.table)
        {
            row.written = layout.columns.iter().map(|column| read_from(column, row)).collect();
        }
        let name = &self.sheets[sheet].name;
        let lines = self.lines.iter_mut().filter(|(own, _)| own == name).flat_map(|(_, lines)| lines);
        for line in lines.filter(|line| line.line == row.row && line.kind == LineKind::Person) {
            line.kind = LineKind::Doubtful;
        }
    }
}

/// Whether all of a list under a title stand in a sheet that begins with its headings, with others.
fn is_taken_from(list: &ListSheet, source: &ListSheet, rows: &[ReadRow]) -> bool {
    let is_bare = source.layout.is_headed && source.layout.header == 1;
    let is_titled = list.layout.is_headed && list.layout.header > 1;
    if !is_bare || !is_titled || list.rows.len() < 2 || list.rows.len() >= source.rows.len() {
        return false;
    }
    let all = names(source, rows);
    rows[list.rows.clone()].iter().all(|row| all.contains(&fold(&row.person.full_name)))
}

fn names(sheet: &ListSheet, rows: &[ReadRow]) -> HashSet<String> {
    rows[sheet.rows.clone()].iter().map(|row| fold(&row.person.full_name)).collect()
}

/// What was read from a column, to be given back.
fn read_from(column: &Column, row: &ReadRow) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match column.field {
        Field::Person(PersonField::Name) | Field::FamilyMiddle => row.person.full_name.clone(),
        Field::Person(PersonField::Birth) => {
            row.person.birth.map(crate::vietnamese::date::short).unwrap_or_default()
        }
        Field::Person(PersonField::Position) | Field::PositionUnit => text(&row.person.position),
        Field::Person(PersonField::Unit) | Field::Hamlet => text(&row.person.unit),
        Field::Commune => text(&row.person.unit_group),
        Field::Person(PersonField::Phone) => text(&row.person.phone),
        Field::Person(PersonField::Note) => text(&row.person.note),
        _ => row
            .unread
            .iter()
            .find(|(at, _)| *at == column.index)
            .map(|(_, text)| text.clone())
            .unwrap_or_default(),
    }
}
