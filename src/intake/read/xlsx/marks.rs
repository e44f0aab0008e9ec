//! What calamine does not tell of a sheet: rows and columns that are hidden, pieces of
//! text that are struck out, formulas without a result.
//!
//! Only sheets in which [`super::archive::look`] met such marks are gone through for them.

use std::collections::HashMap;

use super::super::super::budget::{Budget, Limit, Stop};
use super::super::super::grid::{Cell, GridBuilder, MAX_COLUMNS};
use super::super::super::unseen::Unseen;
use super::super::archive::Parts;
use super::super::markup::{Tag, Token, plain};
use super::super::runs::Shown;
use super::strings::{Piece, Pieces};

/// A stretch of rows or columns, from 0, both ends in it.
pub(super) type Stretch = (u32, u32);

/// What a comment says, and the row and column, from 0, of its cell.
pub(super) type Comment = ((u32, u32), String);

/// The marks of one sheet.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Rows that are hidden, rising.
    rows: Vec<Stretch>,
    /// Rows of which a filter shows only some, rising.
    filters: Vec<Stretch>,
    /// Columns that are hidden.
    pub columns: Vec<Stretch>,
    /// Cells whose formula has no result.
    pub uncomputed: Vec<(u32, u32)>,
    /// Cells whose text is struck in part, or throughout by its pieces.
    pub struck: HashMap<(u32, u32), Shown>,
    /// The comments on cells.
    pub comments: Vec<Comment>,
}

impl Marks {
    /// Why a row, from 0, is not shown.
    pub fn of_row(&self, row: u32) -> Option<Unseen> {
        let after = self.rows.partition_point(|(first, _)| *first <= row);
        let (_, last) = self.rows.get(after.checked_sub(1)?)?;
        let is_filtered = || {
            let after = self.filters.partition_point(|(first, _)| *first <= row);
            after.checked_sub(1).and_then(|at| self.filters.get(at)).is_some_and(|(_, last)| row <= *last)
        };
        (row <= *last).then(|| if is_filtered() { Unseen::Filtered } else { Unseen::HiddenRow })
    }

    /// Marks what is not to be seen in a sheet whose cells stand there.
    pub fn put(&self, builder: &mut GridBuilder) -> Result<(), Stop> {
        for (row, column) in &self.uncomputed {
            builder.put(*row, *column, Cell::Uncomputed)?;
        }
        for (first, last) in &self.columns {
            (*first..=*last).for_each(|column| builder.unseen_column(column, Unseen::HiddenColumn));
        }
        builder.unseen_rows_by(|row| self.of_row(row));
        for ((row, column), text) in &self.comments {
            builder.aside(*row, Some(*column), Unseen::Comment, text)?;
        }
        Ok(())
    }

    /// Takes in the rows that tables filter; filters that meet are one.
    pub fn filter(&mut self, rows: impl IntoIterator<Item = Stretch>) {
        self.filters.extend(rows);
        self.filters.sort_unstable();
        self.filters.dedup_by(|next, before| {
            let meets = next.0 <= before.1;
            if meets {
                before.1 = before.1.max(next.1);
            }
            meets
        });
    }

    fn hide(&mut self, row: u32) {
        match self.rows.last_mut() {
            Some((_, last)) if *last == row || last.checked_add(1) == Some(row) => *last = row,
            _ => self.rows.push((row, row)),
        }
    }

    /// Rows out of order are put in order.
    fn settle(&mut self) {
        if !self.rows.is_sorted() {
            self.rows.sort_unstable();
        }
    }
}

/// Finds the marks of a sheet, by the name of its part in lower case. `struck` are the
/// texts of the table that are struck, by their numbers.
pub(super) fn read(
    parts: &mut Parts<'_>,
    part: &str,
    struck: &HashMap<usize, Shown>,
    budget: &Budget,
) -> Result<Marks, Stop> {
    let mut reader = Reader {
        struck,
        budget,
        marks: Marks::default(),
        row: 0,
        column: 0,
        cell: None,
        filter: None,
        in_cells: false,
    };
    parts.each_token(part, |token| reader.take(token))?;
    let mut marks = reader.marks;
    marks.settle();
    Ok(marks)
}

struct Reader<'a> {
    struck: &'a HashMap<usize, Shown>,
    budget: &'a Budget,
    marks: Marks,
    row: u32,
    column: u32,
    cell: Option<Opened>,
    /// The rows of the filter that is open, behind its headings.
    filter: Option<Stretch>,
    /// Whether we are among the rows.
    in_cells: bool,
}

/// A cell that is open.
#[derive(Default)]
struct Opened {
    /// Whether its value is the number of a text in the table.
    is_shared: bool,
    /// Whether its value is a text, for which an empty one is a result.
    is_text: bool,
    formula: bool,
    has_value: bool,
    in_value: bool,
    value: String,
    pieces: Pieces,
}

impl Reader<'_> {
    fn take(&mut self, token: Token<'_>) -> Result<(), Stop> {
        match token {
            Token::Open(tag) => self.open(&tag)?,
            Token::Close("row") => self.end_row(),
            Token::Close("c") => self.end_cell()?,
            Token::Close("v") => {
                if let Some(cell) = &mut self.cell {
                    cell.in_value = false;
                }
            }
            Token::Close("autoFilter") => self.filter = None,
            Token::Close(name) => {
                if let Some(cell) = &mut self.cell {
                    cell.pieces.take(Piece::Close(name));
                }
            }
            Token::Text(text) => self.text(&plain(text)),
            Token::Literal(text) => self.text(text),
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Stop> {
        match tag.name {
            "sheetData" => self.in_cells = true,
            "col" if !self.in_cells && is_hidden(tag, "width") => {
                let first = tag.number("min").unwrap_or(0).saturating_sub(1);
                let last = tag.number("max").unwrap_or(0).min(MAX_COLUMNS);
                if last > first && self.marks.columns.len() < MAX_COLUMNS as usize {
                    self.marks.columns.push((first, last - 1));
                }
            }
            "row" => {
                self.row = tag.number("r").map_or(self.row, |row| row.saturating_sub(1));
                if is_hidden(tag, "ht") {
                    self.marks.hide(self.row);
                }
                if tag.empty {
                    self.end_row();
                }
            }
            "c" => {
                let column = tag.attribute("r").and_then(|place| column_of(&place));
                self.column = column.unwrap_or(self.column);
                let kind = tag.attribute("t").unwrap_or_default();
                let (is_shared, is_text) = (kind == "s", kind == "str");
                self.cell = Some(Opened { is_shared, is_text, ..Opened::default() });
                if tag.empty {
                    self.end_cell()?;
                }
            }
            "autoFilter" => self.filter = tag.attribute("ref").and_then(|place| rows_of(&place)),
            // A filter without a condition hides nothing.
            "filterColumn" => self.marks.filter(self.filter.take()),
            name => {
                let Some(cell) = &mut self.cell else { return Ok(()) };
                match name {
                    "f" => cell.formula = true,
                    "v" => {
                        cell.has_value |= cell.is_text;
                        cell.in_value = !tag.empty;
                    }
                    _ => cell.pieces.take(Piece::Open(tag)),
                }
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        const LONGEST: usize = 40;
        let Some(cell) = &mut self.cell else { return };
        if cell.in_value {
            cell.has_value |= !text.trim().is_empty();
            if cell.value.len() < LONGEST {
                cell.value.push_str(text);
            }
        } else {
            cell.pieces.take(Piece::Text(text));
        }
    }

    fn end_row(&mut self) {
        (self.row, self.column) = (self.row.saturating_add(1), 0);
    }

    fn end_cell(&mut self) -> Result<(), Stop> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let place = (self.row, self.column);
        self.column = self.column.saturating_add(1);
        if place.1 >= MAX_COLUMNS {
            return Ok(());
        }
        let shown = match cell.is_shared {
            true => {
                cell.value.trim().parse().ok().and_then(|number: usize| self.struck.get(&number)).cloned()
            }
            false => Some(cell.pieces.finish()).filter(Shown::has_unseen),
        };
        if let Some(shown) = shown {
            self.budget.text(shown.bytes())?;
            self.budget.shared_text()?;
            self.marks.struck.insert(place, shown);
        } else if cell.formula && !cell.has_value {
            if self.marks.uncomputed.len() >= Limit::Cells.most() {
                return Err(self.budget.end(Stop::TooMuch(Limit::Cells)));
            }
            self.marks.uncomputed.push(place);
        }
        Ok(())
    }
}

/// Whether a row or column is hidden, or drawn together to nothing.
fn is_hidden(tag: &Tag<'_>, size: &str) -> bool {
    let says_yes = |value: &str| value == "1" || value.eq_ignore_ascii_case("true");
    tag.attribute("hidden").is_some_and(|hidden| says_yes(&hidden))
        || tag.attribute(size).is_some_and(|size| size.trim().parse() == Ok(0.0_f64))
}

/// The row and the column, from 0, of a cell's place.
pub(super) fn place_of(place: &str) -> Option<(u32, u32)> {
    let row: u32 = place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()?;
    Some((row.checked_sub(1)?, column_of(place)?))
}

/// The column, from 0, of a cell's place: 1 of "B12".
fn column_of(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).map(|letter| letter.to_ascii_uppercase());
    let number = letters
        .fold(0_u32, |number, letter| number.saturating_mul(26).saturating_add(u32::from(letter - b'A') + 1));
    number.checked_sub(1)
}

/// The rows, from 0, of a filter such as "A3:F80", without its headings.
pub(super) fn rows_of(place: &str) -> Option<Stretch> {
    let row = |corner: &str| {
        let digits: String = corner.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()?.checked_sub(1)
    };
    let (top, bottom) = place.split_once(':')?;
    Some((row(top)?.saturating_add(1), row(bottom)?))
}
