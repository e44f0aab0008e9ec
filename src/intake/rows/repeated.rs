//! Cells that mean the one above them: ditto marks, and a unit written only beside
//! the first of its people.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::columns::{Column, Layout};
use super::super::grid::{Cell, GridBuilder, Row};
use super::super::heading::Field;
use super::super::marks;
use super::seen::{Seen, is_column_numbers};
use crate::domain::person_field::PersonField;
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;

/// The rows with what such cells mean in their place.
pub(super) fn written_out<'a>(rows: &'a [Row], layout: &Layout) -> Cow<'a, [Row]> {
    let columns: Vec<(&Column, bool)> = layout
        .columns
        .iter()
        .filter(|column| may_repeat(column.field))
        .map(|column| (column, is_written_once(rows, layout, column)))
        .collect();
    let is_needed = columns
        .iter()
        .any(|(column, once)| *once || rows.iter().any(|row| row.cell(column.index).is_some_and(is_ditto)));
    if !is_needed {
        return Cow::Borrowed(rows);
    }
    let repeats =
        |column: u32, cell: &Cell| columns.iter().any(|(one, _)| one.index == column) && is_ditto(cell);
    let mut above: Vec<Option<Cell>> = vec![None; columns.len()];
    let mut written = GridBuilder::default();
    for row in rows {
        let seen = Seen::new(row, layout);
        for (column, cell) in row.cells().filter(|(column, cell)| !repeats(*column, cell)) {
            // The rows fitted before, and little is added to them.
            let _fits = written.put(row.number - 1, column, cell.clone());
        }
        let is_somebody = seen.named
            && (seen.number || seen.personal || seen.details > 0)
            && !layout.name_in(row).is_some_and(|line| marks::is_total(&line));
        for ((column, once), above) in columns.iter().zip(&mut above) {
            match row.cell(column.index) {
                Some(cell) if !is_ditto(cell) => *above = Some(cell.clone()),
                cell if is_somebody => {
                    let means_above = cell.is_some() || *once;
                    if let Some(meant) = above.as_ref().filter(|_| means_above) {
                        let _fits = written.put(row.number - 1, column.index, meant.clone());
                    }
                }
                // A heading between: what stood above it is not meant below it.
                _ => *above = None,
            }
        }
    }
    Cow::Owned(written.finish().rows)
}

fn may_repeat(field: Field) -> bool {
    is_place(field)
        || matches!(
            field,
            Field::Person(PersonField::Position)
                | Field::Person(PersonField::Birth)
                | Field::Person(PersonField::Phone)
                | Field::PositionUnit
                | Field::Person(PersonField::Gender)
                | Field::Person(PersonField::Ethnicity)
                | Field::Person(PersonField::Religion)
        )
}

fn is_place(field: Field) -> bool {
    matches!(field, Field::Person(PersonField::Unit) | Field::Hamlet | Field::Commune)
}

/// "nt", "-nt-", "như trên", a quotation mark.
pub(super) fn is_ditto(cell: &Cell) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::AsAbove.words().collect());
    static LETTERS: LazyLock<Vec<char>> = LazyLock::new(|| {
        let first = WORDS.iter().filter_map(|word| word.chars().next());
        first.flat_map(|letter| letter.to_uppercase().chain([letter])).collect()
    });
    // Longer text is no such mark: most cells are told by their length.
    let Cell::Text(text) = cell else { return false };
    let begins = |letter: char| !letter.is_alphanumeric() || LETTERS.contains(&letter);
    if text.len() > 24 || !text.starts_with(begins) {
        return false;
    }
    let line = clean(text).to_lowercase();
    let quotes =
        !line.is_empty() && line.chars().all(|c| matches!(c, '"' | '\'' | '”' | '“' | '〃' | '″' | '/'));
    let word = line.trim_matches(['-', '.', ' ', '(', ')', '–']);
    quotes || WORDS.contains(word)
}

/// Whether the unit stands only beside the first of its people: before the names, or
/// behind them when never two people in a row have one.
fn is_written_once(rows: &[Row], layout: &Layout, column: &Column) -> bool {
    if !is_place(column.field) {
        return false;
    }
    let name = layout.columns.iter().find(|column| column.field.is_name());
    let before_names = name.is_some_and(|name| column.index < name.index);
    let people: Vec<bool> = rows
        .iter()
        .filter(|row| !is_column_numbers(row))
        .map(|row| (Seen::new(row, layout), row.cell(column.index).is_some()))
        .filter(|(seen, _)| seen.named && (seen.number || seen.personal || seen.details > 0))
        .map(|(_, filled)| filled)
        .collect();
    let filled = people.iter().filter(|filled| **filled).count();
    let blank = people.len() - filled;
    let adjacent = people.windows(2).any(|pair| pair[0] && pair[1]);
    let begins = people.first().copied().unwrap_or(false);
    match before_names {
        true => begins && blank >= 1,
        false => begins && filled >= 2 && blank > filled && !adjacent,
    }
}
