//! A sheet as cells, whatever the format it came from, within bounds.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::budget::{Budget, Limit, Stop};
use super::letters::Converted;
use super::tint::Tint;
use super::unseen::{Aside, Unseen};
use crate::delimited;
use crate::domain::date::FuzzyDate;
use crate::sentence::Sentence;
use crate::vietnamese::clean::{clean, cleaned};
use crate::vietnamese::legacy::Legacy;

/// What one cell holds. Empty cells are not kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text as the file has it, not cleaned.
    Text(String),
    /// A number, also one that a formula gave.
    Number(f64),
    /// A number shown as a date.
    Date {
        /// The day it is shown as.
        date: FuzzyDate,
        /// The number behind it: days since 1900.
        serial: f64,
    },
    /// Yes or no: Excel's TRUE and FALSE.
    Bool(bool),
    /// A formula that failed: `#REF!`, `#N/A`.
    Fault(String),
    /// Text of more than [`MAX_CELL_CHARS`] characters; its beginning.
    Long(String),
    /// A formula whose result the file does not keep.
    Uncomputed,
}

/// Text beyond this many characters in one cell is no name, unit or note.
pub(super) const MAX_CELL_CHARS: usize = 2_000;
/// Columns further right are not read.
pub const MAX_COLUMNS: u32 = 100;
/// How much of a long cell is shown in messages.
const LONG_KEPT: usize = 60;

impl Cell {
    /// A text cell, or a [`Cell::Long`] one; `None` when nothing can be seen in it. A guard
    /// around a text is not kept.
    pub fn text(text: impl Into<String> + AsRef<str>) -> Option<Self> {
        let seen = text.as_ref();
        if let Some(bare) = delimited::unguarded(seen) {
            return Self::text(bare);
        }
        // Bytes are never fewer than characters, so most cells are not counted.
        if seen.len() > MAX_CELL_CHARS && seen.chars().nth(MAX_CELL_CHARS).is_some() {
            return Some(Self::Long(clean(&seen.chars().take(LONG_KEPT).collect::<String>())));
        }
        let blank =
            seen.chars().all(|c| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}'));
        (!blank).then(|| Self::Text(text.into()))
    }

    /// One clean line as a person would read the cell. Whole numbers have no
    /// decimals; a date is day/month/year.
    pub fn line(&self) -> String {
        match self {
            Self::Text(text) => clean(text),
            Self::Number(number) => plain_number(*number),
            Self::Date { date, .. } => shown_date(*date),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Fault(code) => code.clone(),
            Self::Long(start) => format!("{start}…"),
            Self::Uncomputed => "=…".to_owned(),
        }
    }

    /// The whole number in the cell, also when written as text: 3, "3", "03", "3.".
    pub fn whole_number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => whole(*number),
            Self::Text(text) => {
                let digits = text.trim().trim_end_matches(['.', ')']);
                let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                if plain { digits.parse().ok() } else { None }
            }
            _ => None,
        }
    }

    /// Whether it is text.
    pub(super) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Long(_))
    }

    /// The bytes of its text. Of a long one at least so many were gone through.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Text(text) | Self::Fault(text) => text.len(),
            Self::Long(_) => MAX_CELL_CHARS,
            _ => 0,
        }
    }
}

/// A number without decimals, as an integer.
fn whole(number: f64) -> Option<i64> {
    let fits = number.fract() == 0.0 && number.abs() < 1e15;
    // The range was just checked, so nothing is cut off.
    #[expect(clippy::cast_possible_truncation)]
    fits.then_some(number as i64)
}

fn plain_number(number: f64) -> String {
    whole(number).map_or_else(|| number.to_string(), |whole| whole.to_string())
}

fn shown_date(date: FuzzyDate) -> String {
    match (date.day_of_month(), date.month(), date.year()) {
        (Some(day), Some(month), Some(year)) => format!("{day:02}/{month:02}/{year}"),
        _ => date.to_string(),
    }
}

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
    /// What was put into Unicode before cells were made of it.
    pub(super) converted: Converted,
}

impl Grid {
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

/// Takes cells as a reader meets them and pays for each.
#[derive(Debug, Default)]
pub(super) struct GridBuilder {
    budget: Budget,
    rows: Vec<Row>,
    fonts: HashMap<(u32, u32), Legacy>,
    unseen_rows: HashMap<u32, Unseen>,
    unseen_columns: BTreeMap<u32, Unseen>,
    unseen_cells: HashMap<(u32, u32), Unseen>,
    tints: Vec<(u32, Tint)>,
    asides: Vec<Aside>,
    /// Whether rows or columns came out of order.
    jumbled: bool,
}

impl GridBuilder {
    /// A sheet of a reading with such a budget.
    pub fn within(budget: &Budget) -> Self {
        Self { budget: budget.clone(), ..Self::default() }
    }

    /// Adds the content of a cell; `row` and `column` from 0. Columns beyond
    /// [`MAX_COLUMNS`] are left out.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Stop> {
        if column >= MAX_COLUMNS {
            return self.budget.step();
        }
        let paid = self.budget.cell(cell.bytes());
        let number = row.saturating_add(1);
        match self.rows.last_mut() {
            Some(last) if last.number == number => {
                self.jumbled |= last.cells.last().is_some_and(|(before, _)| *before >= column);
                last.cells.push((column, cell));
            }
            last => {
                self.jumbled |= last.as_ref().is_some_and(|last| last.number > number);
                // Rows of a table have as many cells as the one above.
                let width = last_width(last.as_deref());
                let mut cells = Vec::with_capacity(width);
                cells.push((column, cell));
                self.rows.push(Row { number, cells });
                self.budget.row()?;
            }
        }
        paid
    }

    /// Puts headings above the first row, for text that has none of its own.
    pub fn headings<const COUNT: usize>(&mut self, headings: [&str; COUNT]) {
        let cells = (0..).zip(headings).map(|(column, heading)| (column, Cell::Text(heading.to_owned())));
        self.rows.insert(0, Row { number: 0, cells: cells.collect() });
    }

    /// The same for a cell whose font tells its letters.
    pub fn put_in(&mut self, row: u32, column: u32, cell: Cell, font: Option<Legacy>) -> Result<(), Stop> {
        if let Some(font) = font.filter(|_| column < MAX_COLUMNS && matches!(cell, Cell::Text(_))) {
            self.fonts.insert((row.saturating_add(1), column), font);
        }
        self.put(row, column, cell)
    }

    /// Marks a row, from 0, as one that is not shown.
    pub fn unseen_row(&mut self, row: u32, why: Unseen) {
        self.unseen_rows.insert(row.saturating_add(1), why);
    }

    /// Marks every row that holds something and of which `why` says so; rows from 0.
    pub fn unseen_rows_by(&mut self, why: impl Fn(u32) -> Option<Unseen>) {
        let unseen = |row: &Row| Some((row.number, why(row.number.saturating_sub(1))?));
        self.unseen_rows.extend(self.rows.iter().filter_map(unseen));
    }

    /// How many rows hold something so far; a row that came out of order counts again.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Marks a column, from 0, as one that is not shown.
    pub fn unseen_column(&mut self, column: u32, why: Unseen) {
        if column < MAX_COLUMNS {
            self.unseen_columns.insert(column, why);
        }
    }

    /// Marks a cell, from 0, as not to be seen or not meant.
    pub fn unseen_cell(&mut self, row: u32, column: u32, why: Unseen) {
        if column < MAX_COLUMNS {
            self.unseen_cells.insert((row.saturating_add(1), column), why);
        }
    }

    /// Notes that something in a row, from 0, has a colour.
    pub fn tint(&mut self, row: u32, tint: Tint) {
        let number = row.saturating_add(1);
        let known =
            self.tints.iter().rev().take_while(|(row, _)| *row == number).any(|(_, known)| *known == tint);
        if !known && self.tints.len() < Limit::Rows.most() {
            self.tints.push((number, tint));
        }
    }

    /// A text that is not read, beside a row from 0 or in one of its cells.
    pub fn aside(&mut self, row: u32, column: Option<u32>, why: Unseen, text: &str) -> Result<(), Stop> {
        let text = clean(text);
        if text.is_empty() {
            return Ok(());
        }
        self.budget.cell(text.len())?;
        self.asides.push(Aside { row: row.saturating_add(1), column, why, text });
        Ok(())
    }

    /// Copies the cell at the top of a block merged downwards into the rows below
    /// it, so that a unit written once for many people stands beside each.
    pub fn fill_down(&mut self, first_row: u32, last_row: u32, column: u32) -> Result<(), Stop> {
        self.budget.merged()?;
        self.sort();
        let (top, bottom) = (first_row.saturating_add(1), last_row.saturating_add(1));
        let start = self.rows.partition_point(|row| row.number < top);
        let Some(cell) =
            self.rows.get(start).filter(|row| row.number == top).and_then(|row| row.cell(column)).cloned()
        else {
            return Ok(());
        };
        let font = self.fonts.get(&(top, column)).copied();
        let unseen = self.unseen_cells.get(&(top, column)).copied();
        for row in self.rows[start + 1..].iter_mut().take_while(|row| row.number <= bottom) {
            // Blocks may overlap as often as a file likes.
            self.budget.merged()?;
            if let Err(place) = row.cells.binary_search_by_key(&column, |(at, _)| *at) {
                self.budget.cell(cell.bytes())?;
                row.cells.insert(place, (column, cell.clone()));
                if let Some(font) = font {
                    self.fonts.insert((row.number, column), font);
                }
                if let Some(why) = unseen {
                    self.unseen_cells.insert((row.number, column), why);
                }
            }
        }
        Ok(())
    }

    /// The finished sheet, under its name.
    pub fn finish_as(self, name: &str) -> Grid {
        Grid { name: name.to_owned(), ..self.finish() }
    }

    /// The finished sheet, without a name.
    pub fn finish(mut self) -> Grid {
        self.sort();
        Grid {
            rows: self.rows,
            fonts: self.fonts,
            unseen_rows: self.unseen_rows,
            unseen_columns: self.unseen_columns,
            unseen_cells: self.unseen_cells,
            tints: self.tints,
            asides: self.asides,
            ..Grid::default()
        }
    }

    /// Puts rows and cells in order. Of two cells in one place the later counts.
    fn sort(&mut self) {
        if !self.jumbled {
            return;
        }
        self.jumbled = false;
        self.tints.sort_by_key(|(row, _)| *row);
        self.rows.sort_by_key(|row| row.number);
        let mut merged: Vec<Row> = Vec::with_capacity(self.rows.len());
        for row in self.rows.drain(..) {
            match merged.last_mut() {
                Some(last) if last.number == row.number => last.cells.extend(row.cells),
                _ => merged.push(row),
            }
        }
        for row in &mut merged {
            row.cells.reverse();
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by_key(|(column, _)| *column);
        }
        self.rows = merged;
    }
}

/// How many cells to make room for below a row.
fn last_width(above: Option<&Row>) -> usize {
    const MOST: usize = 16;
    above.map_or(1, |row| row.cells.len().clamp(1, MOST))
}

/// The clean text of a cell that may be missing.
pub(super) fn line_of(cell: Option<&Cell>) -> Cow<'static, str> {
    cell.map_or(Cow::Borrowed(""), |cell| Cow::Owned(cell.line()))
}

#[cfg(test)]
mod tests {
    use super::*;

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
