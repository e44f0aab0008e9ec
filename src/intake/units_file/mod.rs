//! A map of units from a file: one row a unit, under headings in Vietnamese or
//! English, in any format that lists are read in. `docs/units-file.md` is the form.

use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;

use super::budget::{Budget, Limit};
use super::error::{IntakeError, Refusal};
use super::grid::{Cell, Grid, Row};
use super::read;
use crate::domain::date::FuzzyDate;
use crate::domain::unit::UnitKind;
use crate::domain::unit_map::{MOST_ROWS, MapRow, RowFault, kind_of};
use crate::domain::unit_tree::UnitMistake;
use crate::lexicon::File;
use crate::progress::Progress;
use crate::vietnamese::clean::clean;
use crate::vietnamese::date::parse_typed;
use crate::vietnamese::fold::fold;

/// Rows above the headings: titles of the sheet.
const MOST_TITLES: usize = 30;
/// More units than one is ever parted into.
const MOST_SUCCESSORS: usize = 50;

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Code,
    Name,
    Kind,
    Parent,
    From,
    To,
    Successor,
}

impl Field {
    /// The field of a section of `assets/lexicon/map-headings.txt`.
    fn of_section(name: &str) -> Option<Self> {
        Some(match name {
            "code" => Self::Code,
            "name" => Self::Name,
            "kind" => Self::Kind,
            "parent" => Self::Parent,
            "from" => Self::From,
            "to" => Self::To,
            "successor" => Self::Successor,
            _ => return None,
        })
    }
}

/// Reads the units in a file.
pub fn read_units(path: &Path) -> Result<Vec<MapRow>, IntakeError> {
    read_units_watched(path, &Progress::default())
}

/// The same; stops with [`Refusal::Cancelled`] when `progress` asks for it.
pub fn read_units_watched(path: &Path, progress: &Progress) -> Result<Vec<MapRow>, IntakeError> {
    let source = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match read::load(path) {
        Ok(bytes) => rows(bytes, progress).map_err(|reason| IntakeError { file: source, reason }),
        Err(reason) => Err(IntakeError { file: source, reason }),
    }
}

/// The same for the bytes of a file named `source`.
pub fn read_units_bytes(bytes: Vec<u8>, source: &str) -> Result<Vec<MapRow>, IntakeError> {
    rows(bytes, &Progress::default()).map_err(|reason| IntakeError { file: source.to_owned(), reason })
}

fn rows(bytes: Vec<u8>, progress: &Progress) -> Result<Vec<MapRow>, Refusal> {
    let mut rows = Vec::new();
    for grid in read::open(bytes, &Budget::new(progress))? {
        let grid = grid?;
        let Some((start, columns)) = headings(&grid) else { continue };
        rows.extend(grid.rows[start..].iter().filter_map(|row| unit(row, &columns)));
        if rows.len() > MOST_ROWS {
            return Err(Refusal::TooMuch(Limit::Units));
        }
    }
    match rows.is_empty() {
        true => Err(Refusal::NoUnits),
        false => Ok(rows),
    }
}

/// The row after the headings, and the column of each field: the name and at least
/// one more.
fn headings(grid: &Grid) -> Option<(usize, Vec<(Field, u32)>)> {
    grid.rows.iter().take(MOST_TITLES).enumerate().find_map(|(place, row)| {
        let mut columns: Vec<(Field, u32)> = Vec::new();
        for (column, cell) in row.cells() {
            if let Some(field) = field(&cell.line())
                && !columns.iter().any(|(known, _)| *known == field)
            {
                columns.push((field, column));
            }
        }
        let has_name = columns.iter().any(|(field, _)| *field == Field::Name);
        (has_name && columns.len() > 1).then_some((place + 1, columns))
    })
}

fn field(heading: &str) -> Option<Field> {
    static HEADINGS: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
        let entries = File::MapHeadings.entries().iter();
        entries.filter_map(|entry| Some((fold(entry.word), Field::of_section(entry.section)?))).collect()
    });
    let folded = fold(heading);
    // "Trực thuộc (mã hoặc tên)" is "Trực thuộc".
    let words = folded.split(['(', ':']).next().unwrap_or_default().trim();
    HEADINGS.get(words).copied()
}

fn unit(row: &Row, columns: &[(Field, u32)]) -> Option<MapRow> {
    let cell = |field: Field| {
        let (_, column) = columns.iter().find(|(known, _)| *known == field)?;
        row.cell(*column)
    };
    let text = |field: Field| cell(field).map(Cell::line).filter(|text| !text.is_empty());
    let (name, code) = (text(Field::Name), text(Field::Code));
    // Totals and remarks under a list have neither, nor anything that is said of a unit.
    let says_more =
        [Field::Parent, Field::Successor, Field::Kind].into_iter().any(|field| text(field).is_some());
    if name.is_none() && code.is_none() && !says_more {
        return None;
    }
    let mut unit = MapRow { line: row.number, name: name.unwrap_or_default(), ..MapRow::default() };
    if unit.name.is_empty() {
        unit.fault = Some(RowFault::Fields(UnitMistake::NoName));
    }
    if let Some(text) = text(Field::Kind) {
        unit.kind = kind_of(&text);
        // "Thành phố" is one of a province or of the centre: its name and code say which.
        if unit.kind.is_none() {
            unit.fault.get_or_insert(RowFault::Kind(text));
        }
    }
    unit.parent = text(Field::Parent);
    for (field, day) in [(Field::From, &mut unit.valid_from), (Field::To, &mut unit.valid_to)] {
        match cell(field).map(date) {
            None => {}
            Some(Ok(date)) => *day = date,
            Some(Err(text)) => {
                unit.fault.get_or_insert(RowFault::Date(text));
            }
        }
    }
    unit.code = code.map(|code| padded(code, cell(Field::Code), unit.kind.or_else(|| kind_of(&unit.name))));
    unit.successors = text(Field::Successor).map(|text| references(&text)).unwrap_or_default();
    Some(unit)
}

/// A code as the state writes it: spreadsheets drop the zeros before a number.
fn padded(code: String, cell: Option<&Cell>, kind: Option<UnitKind>) -> String {
    match (cell, kind) {
        (Some(Cell::Number(_)), Some(UnitKind::Province)) => format!("{code:0>2}"),
        (Some(Cell::Number(_)), Some(UnitKind::Commune)) => format!("{code:0>5}"),
        _ => code,
    }
}

fn date(cell: &Cell) -> Result<Option<FuzzyDate>, String> {
    if let Cell::Date { date, .. } = cell {
        return Ok(Some(*date));
    }
    let text = cell.line();
    match text.is_empty() || text == "-" {
        true => Ok(None),
        false => parse_typed(&text).map(Some).map_err(|_| text),
    }
}

/// "20341; 20342" or one name, which may hold commas.
fn references(text: &str) -> Vec<String> {
    let parts = text.split([';', '+', '\n']).map(clean).filter(|part| !part.is_empty());
    parts.take(MOST_SUCCESSORS).collect()
}

#[cfg(test)]
mod tests;
