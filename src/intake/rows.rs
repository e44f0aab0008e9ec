//! The rows under the headings: which of them are people, and under what heading.

use jiff::civil::Date;

use super::columns::Layout;
use super::grid::{Cell, Grid, Row, line_of};
use super::heading::Field;
use super::marks::{self, Group};
use super::person::{self, Around, ReadRow};
use super::units::{Place, Units};
use super::values;
use crate::domain::person::Gender;

/// The people of a sheet, in the order of its rows.
pub(super) fn people(grid: &Grid, layout: &Layout, today: Date) -> Vec<ReadRow> {
    let start = grid.rows.partition_point(|row| row.number <= layout.header);
    let rows = &grid.rows[start..];
    let mut walk = Walk {
        layout,
        numbered: is_numbered(rows, layout),
        heading: Place::default(),
        cluster: None,
        closed: false,
    };
    let unmarked = sex_without_mark(rows, layout);
    let mut people = Vec::new();
    let mut units = Units::default();
    for row in rows {
        if walk.is_person(row) {
            let around = Around { layout, today, heading: &walk.heading, cluster: walk.cluster, unmarked };
            people.push(person::read(row, &around, &mut units));
        }
    }
    people
}

/// Where we are in the list.
struct Walk<'a> {
    layout: &'a Layout,
    /// Whether people have numbers: then those without stand outside the list.
    numbered: bool,
    /// The place that the headings passed so far say.
    heading: Place,
    /// The cluster of the last such heading.
    cluster: Option<u32>,
    /// Whether signatures have been met: names below them are no delegates.
    closed: bool,
}

impl Walk<'_> {
    /// Whether somebody stands in a row, or should; takes note of what the other
    /// rows say.
    fn is_person(&mut self, row: &Row) -> bool {
        if self.layout.is_repeated_by(row) {
            self.closed = false;
            return false;
        }
        if is_column_numbers(row) {
            return false;
        }
        let seen = Seen::new(row, self.layout);
        if !seen.number && !seen.personal && self.is_closing(row) {
            return false;
        }
        if let Some(group) = seen.group(row) {
            self.enter(group);
            return false;
        }
        let expected = seen.number || (!self.numbered && seen.personal);
        match (seen.named, self.closed) {
            (true, true) => expected,
            (true, false) => true,
            // Without a name: a number or a unit alone is a blank line of a form, one
            // text alone is a remark.
            (false, _) if expected => seen.details > 0,
            (false, true) => false,
            (false, false) => seen.details > 0 && seen.details + seen.places > 1,
        }
    }

    /// Totals are passed over; signatures close the list.
    fn is_closing(&mut self, row: &Row) -> bool {
        let mut lines = row.cells().map(|(_, cell)| cell.line());
        if lines.any(|line| marks::is_signature(&line)) {
            self.closed = true;
            return true;
        }
        row.cells().next().is_some_and(|(_, cell)| marks::is_total(&cell.line()))
            || row.cells().any(|(_, cell)| matches!(cell, Cell::Text(text) if marks::is_total(text)))
    }

    fn enter(&mut self, group: Group) {
        match group {
            Group::Commune(commune) => self.heading = Place { commune: Some(commune), ..Place::default() },
            Group::Hamlet(hamlet) => self.heading.hamlet = Some(hamlet),
            Group::Unit(unit) => self.heading = Place { unit: Some(unit), ..Place::default() },
            Group::Cluster(number) => {
                self.cluster = Some(number);
                self.heading = Place::default();
            }
            Group::Section => {}
        }
    }
}

/// What a row holds, at a glance.
struct Seen {
    /// A whole number in the STT column.
    number: bool,
    /// The text of the STT column when it is no number.
    ordinal: String,
    /// Something in a name column.
    named: bool,
    /// A birth, sex or phone.
    personal: bool,
    /// Filled columns that say something of the person alone, but for name and note.
    details: usize,
    /// Filled columns that say where people come from.
    places: usize,
}

impl Seen {
    fn new(row: &Row, layout: &Layout) -> Self {
        let mut seen = Self {
            number: false,
            ordinal: String::new(),
            named: false,
            personal: false,
            details: 0,
            places: 0,
        };
        for column in &layout.columns {
            let Some(cell) = row.cell(column.index) else { continue };
            match column.field {
                Field::Ordinal => {
                    seen.number = cell.whole_number().is_some();
                    if !seen.number {
                        seen.ordinal = cell.line();
                    }
                }
                Field::FullName | Field::FamilyMiddle | Field::GivenName => seen.named = true,
                Field::Birth | Field::Male | Field::Female | Field::Gender | Field::Phone => {
                    seen.personal = true;
                    seen.details += 1;
                }
                Field::Position => seen.details += 1,
                Field::Unit | Field::Hamlet | Field::Commune | Field::Address | Field::Cluster => {
                    seen.places += 1
                }
                Field::Note | Field::Other => {}
            }
        }
        seen
    }

    /// The heading of a group, if the row is one: one text alone, or beside an
    /// ordinal.
    fn group(&self, row: &Row) -> Option<Group> {
        if self.personal {
            return None;
        }
        let mut texts =
            row.cells().filter(|(_, cell)| matches!(cell, Cell::Text(_))).map(|(_, cell)| cell.line());
        let (first, second) = (texts.next()?, texts.next());
        match (second, !self.ordinal.is_empty()) {
            (None, _) => marks::group(&first, ""),
            (Some(second), true) if texts.next().is_none() && first == self.ordinal => {
                marks::group(&second, &first)
            }
            _ => None,
        }
    }
}

/// Whether most people have a number before their name.
fn is_numbered(rows: &[Row], layout: &Layout) -> bool {
    let named = rows.iter().map(|row| Seen::new(row, layout)).filter(|seen| seen.named);
    let (all, numbered) =
        named.fold((0, 0), |(all, numbered), seen| (all + 1, numbered + usize::from(seen.number)));
    numbered * 2 > all
}

/// "(1) (2) (3) …" under the headings.
fn is_column_numbers(row: &Row) -> bool {
    let number = |cell: &Cell| -> Option<i64> {
        let Cell::Text(text) = cell else { return cell.whole_number() };
        match text.trim_matches(['(', ')', '[', ']', ' ']) {
            "A" | "a" => Some(0),
            line if line.len() <= 3 => line.parse().ok(),
            _ => None,
        }
    };
    let numbers: Option<Vec<i64>> = row.cells().map(|(_, cell)| number(cell)).collect();
    numbers.is_some_and(|numbers| numbers.len() >= 3 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1))
}

/// Where only a column "Nữ" is marked, those without a mark are men; and the
/// reverse.
fn sex_without_mark(rows: &[Row], layout: &Layout) -> Option<Gender> {
    let (field, unmarked) = match (layout.has(Field::Male), layout.has(Field::Female)) {
        (false, true) => (Field::Female, Gender::Male),
        (true, false) => (Field::Male, Gender::Female),
        _ => return None,
    };
    let column = layout.columns_of(field).next()?;
    let marks: Vec<_> = rows
        .iter()
        .map(|row| line_of(row.cell(column.index)))
        .filter(|line| !line.is_empty())
        .map(|line| values::mark(&line))
        .collect();
    let all_marks = !layout.has(Field::Gender) && marks.iter().all(Option::is_some);
    (all_marks && marks.contains(&Some(true))).then_some(unmarked)
}
