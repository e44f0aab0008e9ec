//! A sheet as cells, whatever the format it came from, within bounds.

mod builder;
mod cell;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::letters::Converted;
use super::tint::Tint;
use super::unseen::{Aside, Unseen};
use crate::sentence::Sentence;
use crate::vietnamese::clean::cleaned;
use crate::vietnamese::legacy::Legacy;
pub(super) use builder::GridBuilder;
#[cfg(test)]
use cell::LONG_KEPT;
pub(super) use cell::MAX_CELL_CHARS;
pub use cell::{Cell, MAX_COLUMNS};

/// One row that has something in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its number as Excel shows it, from 1.
    pub number: u32,
    /// Column (from 0) and content, columns rising.
    cells: Vec<(u32, Cell)>,
}

impl Row {
    /// A row of nothing but a text in its first column.
    pub(super) fn of_text(number: u32, text: String) -> Self {
        Self { number, cells: vec![(0, Cell::Text(text))] }
    }

    /// A row of these cells, whatever their order; several rows may bear one number.
    pub(super) fn of(number: u32, cells: impl IntoIterator<Item = (u32, Cell)>) -> Self {
        let mut cells: Vec<(u32, Cell)> = cells.into_iter().collect();
        cells.sort_by_key(|(column, _)| *column);
        Self { number, cells }
    }

    /// The cell of a column, if it holds something.
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        let index = self.cells.binary_search_by_key(&column, |(at, _)| *at).ok()?;
        Some(&self.cells[index].1)
    }

    /// The same, to be changed.
    pub(super) fn cell_mut(&mut self, column: u32) -> Option<&mut Cell> {
        let index = self.cells.binary_search_by_key(&column, |(at, _)| *at).ok()?;
        Some(&mut self.cells[index].1)
    }

    /// The texts of its cells, to be changed.
    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        self.cells.iter_mut().filter_map(|(_, cell)| match cell {
            Cell::Text(text) => Some(text),
            _ => None,
        })
    }

    /// All cells that hold something, from the left.
    pub fn cells(&self) -> impl Iterator<Item = (u32, &Cell)> {
        self.cells.iter().map(|(column, cell)| (*column, cell))
    }

    /// How many cells hold something.
    pub fn filled(&self) -> usize {
        self.cells.len()
    }

    /// All of it as one line, cells parted by " | ".
    pub fn line(&self) -> String {
        let bytes = |(_, cell): &(u32, Cell)| cell.bytes() + " | ".len();
        let mut line = String::with_capacity(self.cells.iter().map(bytes).sum());
        for (at, (_, cell)) in self.cells.iter().enumerate() {
            if at > 0 {
                line.push_str(" | ");
            }
            match cell {
                Cell::Text(text) => line.push_str(&cleaned(text)),
                cell => line.push_str(&cell.line()),
            }
        }
        line
    }

    /// Keeps only the cells of which this is so.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(u32, &Cell) -> bool) {
        self.cells.retain(|(column, cell)| keep(*column, cell));
    }
}

/// One sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Its name, where the file gives it one.
    pub name: String,
    /// The rows that have something in them, from the top.
    pub rows: Vec<Row>,
    /// The numbers of the rows in which tables begin, where the file tells: those of a
    /// document or a web page.
    pub(super) tables: Vec<u32>,
    /// Row number and column of the texts set in a font of before Unicode.
    pub(super) fonts: HashMap<(u32, u32), Legacy>,
    /// The numbers of the rows that its program does not show.
    pub(super) unseen_rows: HashMap<u32, Unseen>,
    /// The columns that it does not show.
    pub(super) unseen_columns: BTreeMap<u32, Unseen>,
    /// Row number and column of the cells that are not to be seen or not meant.
    pub(super) unseen_cells: HashMap<(u32, u32), Unseen>,
    /// The numbers of the rows in which something has a colour, and which; rising.
    pub(super) tints: Vec<(u32, Tint)>,
    /// Texts that stand in no cell.
    pub(super) asides: Vec<Aside>,
    /// Whether the whole sheet is hidden.
    pub(super) is_hidden: bool,
    /// Why the file of this name, one of several in an archive, could not be read.
    pub(super) unread: Option<Sentence>,
    /// Whether its people are only named in sentences of which it is not known whether they send anybody.
    pub(super) is_prose: bool,
    /// What was put into Unicode before cells were made of it.
    pub(super) converted: Converted,
}

impl Grid {
    /// The grid of lines that were taken out of other rows, each under the number of the row it stood in; `numbers` has
    /// them line by line.
    pub(super) fn renumbered(mut self, numbers: &[u32]) -> Self {
        for row in &mut self.rows {
            let own = row.number.checked_sub(1).and_then(|line| numbers.get(line as usize));
            row.number = own.copied().unwrap_or(row.number);
        }
        self
    }

    /// Whether its first row is no row of the file: headings of our own over people in lines of text, numbered 0.
    pub(super) fn has_own_headings(&self) -> bool {
        self.rows.first().is_some_and(|row| row.number == 0)
    }

    /// Whether any text is of a kind.
    pub(super) fn has_text(&self, is: impl Fn(&str) -> bool) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.any(|(_, cell)| matches!(cell, Cell::Text(text) if is(text)))
    }

    /// Whether the file says that a table begins in a row.
    pub(super) fn begins_table(&self, row: &Row) -> bool {
        self.tables.binary_search(&row.number).is_ok()
    }

    /// The letters Excel shows above a column: 0 is A, 27 is AB.
    pub fn letters(column: u32) -> String {
        let mut letters = Vec::new();
        let mut rest = column + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + (rest % 26) as u8));
            rest /= 26;
        }
        letters.iter().rev().collect()
    }
}

/// The clean text of a cell that may be missing.
pub(super) fn line_of(cell: Option<&Cell>) -> Cow<'static, str> {
    cell.map_or(Cow::Borrowed(""), |cell| Cow::Owned(cell.line()))
}

#[cfg(test)]
mod tests {
    use super::super::budget::{Limit, Stop};
    use super::*;
    use crate::domain::date::FuzzyDate;

    fn text(content: &str) -> Cell {
        Cell::text(content).expect("something to see")
    }

    #[test]
    fn cells_read_as_a_person_reads_them() {
        assert_eq!(Cell::Number(1969.0).line(), "1969");
        assert_eq!(Cell::Number(2.5).line(), "2.5");
        assert_eq!(Cell::Number(1e300).line(), 1e300.to_string());
        let date = FuzzyDate::day(1969, 5, 2).expect("a day");
        assert_eq!(Cell::Date { date, serial: 25_325.0 }.line(), "02/05/1969");
        assert_eq!(text("Nguyễn\u{a0}\nVăn  An ").line(), "Nguyễn Văn An");
        assert_eq!(Cell::text(" \u{a0}\n\u{200b}"), None);
    }

    #[test]
    fn a_cell_of_four_thousand_letters_is_marked() {
        assert!(matches!(text(&"ă".repeat(MAX_CELL_CHARS)), Cell::Text(_)));
        let Cell::Long(start) = text(&"ă".repeat(4_000)) else { panic!("not marked") };
        assert_eq!(start.chars().count(), LONG_KEPT);
    }

    #[test]
    fn columns_have_the_letters_of_excel() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (99, "CV"), (16_383, "XFD")] {
            assert_eq!(Grid::letters(column), letters);
        }
    }

    #[test]
    fn cells_out_of_order_are_put_in_order() {
        let mut builder = GridBuilder::default();
        for (row, column, content) in
            [(4, 1, "d"), (2, 3, "b"), (2, 0, "a"), (4, 0, "c"), (2, 3, "later"), (9, 100, "x")]
        {
            builder.put(row, column, text(content)).expect("few cells");
        }
        let grid = builder.finish();
        assert_eq!(grid.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 5]);
        assert_eq!(grid.rows[0].cell(3), Some(&text("later")));
        assert_eq!(grid.rows[0].cell(0), Some(&text("a")));
        assert_eq!(grid.rows[1].filled(), 2);
    }

    #[test]
    fn a_unit_merged_over_rows_stands_beside_each() {
        let mut builder = GridBuilder::default();
        for (row, column, content) in
            [(0, 0, "An"), (0, 1, "Xã A"), (1, 0, "Bé"), (2, 0, "Cư"), (2, 1, "Xã B")]
        {
            builder.put(row, column, text(content)).expect("few cells");
        }
        builder.fill_down(0, 1, 1).expect("few cells");
        builder.fill_down(0, u32::MAX, 7).expect("nothing to copy");
        let grid = builder.finish();
        let units: Vec<_> = grid.rows.iter().map(|row| line_of(row.cell(1))).collect();
        assert_eq!(units, ["Xã A", "Xã A", "Xã B"]);
    }

    #[test]
    fn more_rows_than_a_list_has_are_refused() {
        let mut builder = GridBuilder::default();
        let outcome = (0..1_048_576).try_for_each(|row| builder.put(row, 0, Cell::Number(1.0)));
        assert_eq!(outcome, Err(Stop::TooMuch(Limit::Rows)));
    }
}
