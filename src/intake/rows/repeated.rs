//! Cells that mean the one above them: ditto marks, and a unit written only beside
//! the first of its people.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::columns::{Column, Layout};
use super::super::communes::is_kind_alone;
use super::super::grid::{Cell, Row};
use super::super::heading::Field;
use super::super::marks;
use super::seen::{Seen, is_column_numbers};
use crate::domain::person_field::PersonField;
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;

/// Rows with what such cells mean in their place.
pub(super) struct WrittenOut<'a> {
    pub rows: Cow<'a, [Row]>,
    /// The cells that should be looked at, by the numbers of their rows: what stands there now says who somebody is, or
    /// little speaks for it.
    pub uncertain: Vec<(u32, Column)>,
}

/// The rows with what such cells mean in their place.
pub(super) fn written_out<'a>(rows: &'a [Row], layout: &Layout) -> WrittenOut<'a> {
    let columns: Vec<(&Column, Once)> = layout
        .columns
        .iter()
        .filter(|column| may_repeat(column.field))
        .map(|column| (column, written_once(rows, layout, column)))
        .collect();
    let is_needed = columns.iter().any(|(column, once)| {
        *once != Once::No || rows.iter().any(|row| row.cell(column.index).is_some_and(is_ditto))
    });
    let mut uncertain = Vec::new();
    if !is_needed {
        return WrittenOut { rows: Cow::Borrowed(rows), uncertain };
    }
    let repeats =
        |column: u32, cell: &Cell| columns.iter().any(|(one, _)| one.index == column) && is_ditto(cell);
    let mut above: Vec<Option<Cell>> = vec![None; columns.len()];
    let mut written = Vec::with_capacity(rows.len());
    for row in rows {
        let seen = Seen::new(row, layout);
        let own = row.cells().filter(|(column, cell)| !repeats(*column, cell));
        let mut cells: Vec<(u32, Cell)> = own.map(|(column, cell)| (column, cell.clone())).collect();
        let is_somebody = seen.named
            && (seen.number || seen.personal || seen.details > 0)
            && !layout.name_in(row).is_some_and(|line| marks::is_total(&line));
        for ((column, once), above) in columns.iter().zip(&mut above) {
            match row.cell(column.index) {
                Some(cell) if !is_ditto(cell) => *above = Some(cell.clone()),
                cell if is_somebody => {
                    // "Chủ tịch Hội CCB xã" comes from no hamlet.
                    let is_of_commune = || is_hamlet_column(column) && holds_office_of_commune(row, layout);
                    let means_above = cell.is_some() || *once != Once::No && !is_of_commune();
                    if let Some(meant) = above.as_ref().filter(|_| means_above) {
                        let is_likely = *once == Once::Likely && cell.is_none();
                        if is_likely || tells_people_apart(column.field) {
                            uncertain.push((row.number, (*column).clone()));
                        }
                        cells.push((column.index, meant.clone()));
                    }
                }
                // What is said between the people of a message heads nobody.
                _ if layout.is_message() && marks::group(&row.line(), "").is_none() => {}
                // A heading between: what stood above it is not meant below it.
                _ => *above = None,
            }
        }
        if !cells.is_empty() {
            written.push(Row::of(row.number, cells));
        }
    }
    WrittenOut { rows: Cow::Owned(written), uncertain }
}

/// Whether what stands above in a column may be a hamlet.
fn is_hamlet_column(column: &Column) -> bool {
    matches!(column.field, Field::Hamlet | Field::Person(PersonField::Unit))
}

/// Whether the post of a row ends with the word for a commune: "Phó Chủ tịch UBMTTQ xã".
fn holds_office_of_commune(row: &Row, layout: &Layout) -> bool {
    let post =
        layout.columns_of(Field::Person(PersonField::Position)).find_map(|column| row.cell(column.index));
    post.is_some_and(|post| post.line().rsplit(' ').next().is_some_and(is_kind_alone))
}

/// Two people seldom have the same.
fn tells_people_apart(field: Field) -> bool {
    matches!(field, Field::Person(PersonField::Birth | PersonField::Phone))
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

/// Whether a place stands only beside the first of its people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Once {
    No,
    /// Few cells are blank: they may have been forgotten.
    Likely,
    Surely,
}

/// Whether the unit stands only beside the first of its people: before the names, where no two people in a row have
/// the same, or behind them when never two in a row have one.
fn written_once(rows: &[Row], layout: &Layout, column: &Column) -> Once {
    // In a message everybody has a line of their own.
    if !is_place(column.field) || layout.is_message() {
        return Once::No;
    }
    let before_names = layout.name_column().is_some_and(|name| column.index < name.index);
    let people: Vec<Option<&Cell>> = rows
        .iter()
        .filter(|row| !is_column_numbers(row))
        .map(|row| (Seen::new(row, layout), row.cell(column.index)))
        .filter(|(seen, _)| seen.named && (seen.number || seen.personal || seen.details > 0))
        .map(|(_, cell)| cell)
        .collect();
    let filled = people.iter().flatten().count();
    let blank = people.len() - filled;
    let begins = people.first().is_some_and(Option::is_some);
    let adjacent = people.windows(2).any(|pair| pair[0].is_some() && pair[1].is_some());
    let again = people.windows(2).any(|pair| pair[0].is_some() && pair[0] == pair[1]);
    match before_names {
        true if begins && blank >= 1 && !again => {
            if blank * 2 >= filled {
                Once::Surely
            } else {
                Once::Likely
            }
        }
        false if begins && filled >= 2 && blank > filled && !adjacent => Once::Surely,
        _ => Once::No,
    }
}
