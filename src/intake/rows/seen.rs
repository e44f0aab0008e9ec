//! What a row holds, at a glance.

use super::super::columns::Layout;
use super::super::grid::{Cell, Row};
use super::super::heading::Field;
use super::super::marks::{self, Group};
use crate::domain::person_field::PersonField;

/// What a row holds, at a glance.
pub(super) struct Seen {
    /// A whole number in the STT column.
    pub(super) number: bool,
    /// The text of the STT column when it is no number.
    pub(super) ordinal: String,
    /// Something in a name column.
    pub(super) named: bool,
    /// A birth, sex or phone.
    pub(super) personal: bool,
    /// A birth or phone.
    pub(super) told: bool,
    /// Filled columns that say something of the person alone, but for name and note.
    pub(super) details: usize,
    /// Filled columns that say where people come from.
    pub(super) places: usize,
}

impl Seen {
    pub(super) fn new(row: &Row, layout: &Layout) -> Self {
        let mut seen = Self {
            number: false,
            ordinal: String::new(),
            named: false,
            personal: false,
            told: false,
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
                Field::Person(PersonField::Name) | Field::FamilyMiddle | Field::GivenName => {
                    seen.named = true
                }
                Field::Person(PersonField::Birth)
                | Field::BirthDay
                | Field::BirthMonth
                | Field::Male
                | Field::Female
                | Field::Person(PersonField::Gender)
                | Field::Person(PersonField::Phone) => {
                    seen.personal = true;
                    seen.told |= column.field != Field::Person(PersonField::Gender);
                    seen.details += 1;
                }
                Field::Person(PersonField::Position) | Field::PositionUnit => seen.details += 1,
                Field::Person(PersonField::Unit)
                | Field::Hamlet
                | Field::Commune
                | Field::Address
                | Field::Cluster => seen.places += 1,
                // Others are not what tells a person from a heading.
                Field::Person(_) | Field::Other => {}
            }
        }
        seen
    }

    /// The heading of a group, if the row is one: one text alone, or beside an
    /// ordinal.
    pub(super) fn group(&self, row: &Row) -> Option<Group> {
        if self.personal {
            return None;
        }
        // "1 | Tổ hòa giải thôn Phú Đa (03 người)": numbered as people are, but counted.
        if self.number && row.filled() == 2 {
            let (_, last) = row.cells().last()?;
            let line = last.line();
            return marks::is_counted(&line).then(|| marks::group(&line, "I")).flatten();
        }
        // "I | THÔN LÊ LỢI | 02 người": how many stand below it is no part of the heading.
        let texts =
            row.cells().filter(|(_, cell)| matches!(cell, Cell::Text(_))).map(|(_, cell)| cell.line());
        let mut texts = texts.enumerate().filter(|(at, line)| *at == 0 || !marks::is_count(line));
        let mut texts = std::iter::from_fn(|| texts.next().map(|(_, line)| line));
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

/// "(1) (2) (3) …" under the headings, also "A | B | 1 | 2".
pub(super) fn is_column_numbers(row: &Row) -> bool {
    let number = |cell: &Cell| -> Option<i64> {
        let Cell::Text(text) = cell else { return cell.whole_number() };
        let line = text.trim_matches(['(', ')', '[', ']', ' ']);
        if line.len() <= 3 { line.parse().ok() } else { None }
    };
    let is_letter = |cell: &Cell| {
        let Cell::Text(text) = cell else { return false };
        matches!(text.trim(), "A" | "B" | "C" | "D" | "a" | "b" | "c" | "d")
    };
    let letters = row.cells().take_while(|(_, cell)| is_letter(cell)).count();
    let mut before = None;
    let mut counts = |cell: &Cell| {
        let own = number(cell);
        let goes_on = before.is_none_or(|before: i64| own == before.checked_add(1));
        before = own;
        own.is_some() && goes_on
    };
    row.filled() >= 3 && row.cells().skip(letters).all(|(_, cell)| counts(cell))
}
