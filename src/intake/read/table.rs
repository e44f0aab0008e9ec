//! Rows of a document that has no cell references: Word tables and web pages.

use super::super::grid::{Cell, Grid, GridBuilder, MAX_COLUMNS, TooMuch};
use super::runs::Runs;
use crate::vietnamese::legacy::Legacy;

/// Lines and tables as they follow each other in a document: each line and each row
/// of a table is a row of the sheet.
#[derive(Default)]
pub(super) struct Page {
    builder: GridBuilder,
    /// The numbers of the rows in which tables begin.
    tables: Vec<u32>,
    /// The row that is being filled.
    row: u32,
    column: u32,
    /// By column the last row that a cell from above still covers.
    covered: Vec<(u32, u32)>,
    /// First and last row and the column of cells over several rows.
    blocks: Vec<(u32, u32, u32)>,
}

impl Page {
    /// A line of its own.
    pub fn line(&mut self, runs: Runs, font: Option<Legacy>) -> Result<(), TooMuch> {
        self.cell(runs, font, 1, 1)?;
        self.end_row();
        Ok(())
    }

    /// The next cell of the row, over so many columns and rows.
    pub fn cell(&mut self, runs: Runs, font: Option<Legacy>, columns: u32, rows: u32) -> Result<(), TooMuch> {
        let is_covered = |covered: &[(u32, u32)], at, row| {
            covered.iter().any(|(column, last)| *column == at && *last >= row)
        };
        while is_covered(&self.covered, self.column, self.row) {
            self.column += 1;
        }
        let (text, font) = runs.joined(font);
        if let Some(cell) = Cell::text(text) {
            self.builder.put_in(self.row, self.column, cell, font)?;
        }
        let columns = columns.clamp(1, MAX_COLUMNS);
        if rows > 1 {
            let last = self.row.saturating_add(rows - 1);
            self.blocks.push((self.row, last, self.column));
            self.covered.extend((self.column..self.column + columns).map(|column| (column, last)));
        }
        self.column += columns;
        Ok(())
    }

    /// A cell that goes on from the row above.
    pub fn continued_cell(&mut self, columns: u32) {
        let (row, column) = (self.row, self.column);
        match self.blocks.iter_mut().rev().find(|(_, last, at)| *at == column && last + 1 == row) {
            Some(block) => block.1 = row,
            None => self.blocks.push((row.saturating_sub(1), row, column)),
        }
        self.column += columns.clamp(1, MAX_COLUMNS);
    }

    /// The row is complete.
    pub fn end_row(&mut self) {
        self.row += 1;
        self.column = 0;
        let row = self.row;
        self.covered.retain(|(_, last)| *last >= row);
    }

    /// A table begins.
    pub fn begin_table(&mut self) {
        self.tables.push(self.row.saturating_add(1));
    }

    /// No cell covers anything below: a table has ended.
    pub fn end_table(&mut self) {
        if self.column > 0 {
            self.end_row();
        }
        self.covered.clear();
        let row = self.row.saturating_sub(1);
        self.blocks.iter_mut().for_each(|block| block.1 = block.1.min(row.max(block.0)));
    }

    /// All of it as one sheet.
    pub fn finish(mut self) -> Result<Grid, TooMuch> {
        for (top, bottom, column) in std::mem::take(&mut self.blocks) {
            self.builder.fill_down(top, bottom, column)?;
        }
        Ok(Grid { tables: self.tables, ..self.builder.finish() })
    }
}
