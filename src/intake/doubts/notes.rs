//! What is said of people elsewhere than in their own row: notes below the list, sentences above it, texts and
//! comments beside somebody, and the column of those who come instead.

use std::collections::HashSet;

use super::super::columns::{Column, Part};
use super::super::grid::{Cell, Grid, Row};
use super::super::heading::Field;
use super::super::mentions::{instead_at, may_name_somebody};
use super::super::rows::Found;
use super::super::unseen::{Aside, Unseen};
use super::super::withdrawals::says_absence;
use super::corrected::puts_right;
use crate::domain::list::LineKind;
use crate::domain::reading::says_none;
use crate::vietnamese::clean::clean;
use crate::vietnamese::sentences::sentences;

/// Something that is said.
#[derive(Debug)]
pub(super) struct Note {
    /// The number of the row it stands in, or beside.
    pub row: u32,
    /// Where it stands.
    pub stands: Place,
    /// What is said, clean.
    pub text: String,
}

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a sentence above the list.
    Above,
    /// In a line of its own among or below the people.
    Line,
    /// Beside somebody, under no heading.
    Beside,
    /// In a comment on a cell.
    Comment,
    /// In the column of those who come instead.
    Instead,
    /// In a row that is struck out.
    Struck,
}

impl Note {
    /// Its sentences, each as a note of its own.
    pub fn sentences(&self) -> impl Iterator<Item = Self> + '_ {
        let note = |text: &str| Self { row: self.row, stands: self.stands, text: text.trim().to_owned() };
        sentences(&self.text).into_iter().map(note)
    }

    /// Whether it is said of whoever stands in its row.
    pub fn is_of_row(&self) -> bool {
        matches!(self.stands, Place::Beside | Place::Comment | Place::Instead)
    }
}

/// All that is said in a sheet with these tables; `aside` is what was taken out of it.
pub(super) fn of(grid: &Grid, aside: &[Aside], parts: &[Part<'_>], found: &Found) -> Vec<Note> {
    let header = parts.first().map_or(0, |first| first.layout.header);
    let is_said =
        |(_, kind, _): &&(u32, LineKind, _)| matches!(kind, LineKind::Note | LineKind::NotUnderstood);
    let said: HashSet<u32> = found.kinds.iter().filter(is_said).map(|(row, ..)| *row).collect();
    let own = grid.rows.iter().filter(|row| row.filled() <= 2 && said.contains(&row.number));
    let own = own.map(|row| Note { row: row.number, stands: Place::Line, text: row.line() });
    // "xã Lâm Thượng vẫn giữ như cũ, chỉ đổi thôn Nà Kèn: nay" heads those below, and puts something right.
    let heads = found.kinds.iter().filter(|(_, kind, _)| *kind == LineKind::Group).map(|(row, ..)| *row);
    let heads: HashSet<u32> = heads.collect();
    let corrects = |row: &&Row| row.filled() == 1 && heads.contains(&row.number) && puts_right(&row.line());
    let right = grid.rows.iter().filter(corrects);
    let right = right.map(|row| Note { row: row.number, stands: Place::Line, text: row.line() });
    let above = grid.rows.iter().take_while(|row| row.number < header);
    let above = above.flat_map(sentences_of).map(|(row, text)| Note { row, stands: Place::Above, text });
    let aside = aside.iter().filter_map(|aside| {
        let stands = match aside.why {
            Unseen::Comment => Place::Comment,
            Unseen::Struck => Place::Struck,
            _ => return None,
        };
        Some(Note { row: aside.row, stands, text: aside.text.clone() })
    });
    let beside = parts.iter().flat_map(|part| beside(part, grid).chain(answers(part, grid)));
    let instead = parts.iter().flat_map(|part| instead(part, grid, found));
    above.chain(own).chain(right).chain(beside).chain(instead).chain(aside).collect()
}

/// The sentences of a row above the list: longer than titles are.
fn sentences_of(row: &Row) -> Vec<(u32, String)> {
    const MOST_WORDS_OF_TITLE: usize = 9;
    let lines = row.cells().flat_map(|(_, cell)| match cell {
        Cell::Text(text) => text.lines().map(clean).collect(),
        _ => Vec::new(),
    });
    let is_sentence = |line: &String| line.split(' ').nth(MOST_WORDS_OF_TITLE).is_some();
    lines.filter(is_sentence).map(|line| (row.number, line)).collect()
}

/// The texts behind the columns of a table.
fn beside<'a>(part: &Part<'a>, grid: &'a Grid) -> impl Iterator<Item = Note> + use<'a> {
    let last = part.layout.columns.iter().map(|column| column.index).max().unwrap_or(u32::MAX);
    // In a message the line of somebody goes on, and may speak of anybody; lines of nobody are notes of their own.
    let is_message = part.layout.is_message();
    let stands = if is_message { Place::Line } else { Place::Beside };
    let name = part.layout.name_column().map(|column| column.index);
    let is_of_somebody = move |row: &&Row| !is_message || name.is_some_and(|name| row.cell(name).is_some());
    let rows = part.rows(grid).iter().filter(is_of_somebody);
    let cells = rows.flat_map(|row| row.cells().map(|(column, cell)| (row.number, column, cell)));
    let texts = cells.filter(move |(_, column, cell)| *column > last && cell.is_text());
    texts.map(move |(row, _, cell)| Note { row, stands, text: cell.line() })
}

/// What a column that is not understood says of somebody's coming: "Không tham dự được" under "Đồng chí có tham dự
/// không?".
fn answers<'a>(part: &Part<'a>, grid: &'a Grid) -> impl Iterator<Item = Note> + use<'a> {
    let unread =
        |column: &&Column| column.field == Field::Other && column.own.is_none() && !column.understood;
    let columns: Vec<u32> = part.layout.columns.iter().filter(unread).map(|column| column.index).collect();
    let rows = if columns.is_empty() { &[] } else { part.rows(grid) };
    let cells = rows.iter().flat_map(|row| row.cells().map(|(column, cell)| (row.number, column, cell)));
    cells.filter(move |(_, column, cell)| columns.contains(column) && cell.is_text()).filter_map(
        |(row, _, cell)| {
            let text = cell.line();
            (says_absence(&text) || instead_at(&text).is_some()).then_some(Note {
                row,
                stands: Place::Beside,
                text,
            })
        },
    )
}

/// What stands beside somebody under "Người đi thay (nếu có)" and may be a name.
fn instead(part: &Part<'_>, grid: &Grid, found: &Found) -> Vec<Note> {
    let says_instead =
        |column: &&Column| column.field == Field::Other && instead_at(&column.heading).is_some();
    let columns: Vec<u32> =
        part.layout.columns.iter().filter(says_instead).map(|column| column.index).collect();
    if columns.is_empty() {
        return Vec::new();
    }
    let people: HashSet<u32> = found.people[part.people(&found.people)].iter().map(|row| row.row).collect();
    let rows = part.rows(grid).iter().filter(|row| people.contains(&row.number));
    let said = rows.flat_map(|row| {
        columns.iter().filter_map(|column| row.cell(*column)).map(|cell| (row.number, cell.line()))
    });
    said.filter(|(_, line)| may_name_somebody(line) && !says_none(line))
        .map(|(row, text)| Note { row, stands: Place::Instead, text })
        .collect()
}
