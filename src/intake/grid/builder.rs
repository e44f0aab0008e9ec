//! A sheet as a reader meets it, cell by cell.

use std::collections::{BTreeMap, HashMap};

use super::super::budget::{Budget, Limit, Stop};
use super::super::tint::Tint;
use super::super::unseen::{Aside, Unseen};
use super::{Cell, Grid, MAX_COLUMNS, Row};
use crate::vietnamese::clean::clean;
use crate::vietnamese::legacy::Legacy;

/// Takes cells as a reader meets them and pays for each.
#[derive(Debug, Default)]
pub(in super::super) struct GridBuilder {
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

    /// Puts a cell whose font tells its letters.
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
