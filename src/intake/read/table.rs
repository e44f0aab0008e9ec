//! Rows of a document that has no cell references: Word tables and web pages.

use super::super::budget::{Budget, Stop};
use super::super::grid::{Grid, GridBuilder, MAX_COLUMNS};
use super::super::tint::Tint;
use super::super::unseen::Unseen;
use super::runs::Shown;
use crate::vietnamese::legacy::Legacy;

/// Lines and tables as they follow each other in a document: each line and each row
/// of a table is a row of the sheet.
pub(super) struct Page {
    builder: GridBuilder,
    /// The numbers of the rows in which tables begin.
    tables: Vec<u32>,
    /// The row that is being filled.
    row: u32,
    column: u32,
    /// By column the first row that no cell from above covers any more.
    free_from: [u32; MAX_COLUMNS as usize],
    /// First and last row and the column of cells over several rows.
    blocks: Vec<(u32, u32, u32)>,
    /// Where in them those of the table begin that is being filled.
    first_block: usize,
    /// By column the last of its blocks.
    last_block: [Option<usize>; MAX_COLUMNS as usize],
    budget: Budget,
}

impl Page {
    /// An empty one of a reading with such a budget.
    pub fn within(budget: &Budget) -> Self {
        Self {
            builder: GridBuilder::within(budget),
            tables: Vec::new(),
            row: 0,
            column: 0,
            free_from: [0; MAX_COLUMNS as usize],
            blocks: Vec::new(),
            first_block: 0,
            last_block: [None; MAX_COLUMNS as usize],
            budget: budget.clone(),
        }
    }

    /// A line of its own.
    pub fn line(&mut self, text: Shown, font: Option<Legacy>) -> Result<(), Stop> {
        self.cell(text, font, 1, 1)?;
        self.end_row();
        Ok(())
    }

    /// The column of the next cell of the row.
    pub fn next_column(&self) -> u32 {
        let is_covered = |column: u32| self.free_from.get(column as usize).is_some_and(|row| *row > self.row);
        (self.column..).find(|column| !is_covered(*column)).unwrap_or(self.column)
    }

    /// The next cell of the row, over so many columns and rows.
    pub fn cell(&mut self, text: Shown, font: Option<Legacy>, columns: u32, rows: u32) -> Result<(), Stop> {
        self.column = self.next_column();
        text.put(&mut self.builder, (self.row, self.column), font)?;
        let first = self.column;
        self.skip(columns);
        if rows > 1 && first < MAX_COLUMNS {
            let below = self.row.saturating_add(rows);
            self.add_block(self.row, below - 1, first)?;
            self.free_from[first as usize..self.column as usize].fill(below);
        }
        self.budget.step()
    }

    /// Something in the row has a colour.
    pub fn tint(&mut self, tint: Tint) {
        self.builder.tint(self.row, tint);
    }

    /// A cell that goes on from the row above.
    pub fn continued_cell(&mut self, columns: u32) -> Result<(), Stop> {
        let (row, column) = (self.row, self.column);
        let last = self.last_block.get(column as usize).copied().flatten();
        match last.and_then(|last| self.blocks.get_mut(last)).filter(|(_, last, _)| last + 1 == row) {
            Some(block) => block.1 = row,
            None if column < MAX_COLUMNS => self.add_block(row.saturating_sub(1), row, column)?,
            None => {}
        }
        self.skip(columns);
        self.budget.step()
    }

    /// The row that is being filled is not shown.
    pub fn unseen_row(&mut self, why: Unseen) {
        self.builder.unseen_row(self.row, why);
    }

    /// A text beside the row that is being filled.
    pub fn aside(&mut self, why: Unseen, text: &str) -> Result<(), Stop> {
        self.builder.aside(self.row, None, why, text)
    }

    /// Whether the row that is being filled has cells.
    pub fn in_row(&self) -> bool {
        self.column > 0
    }

    /// Columns in which nothing stands. Those beyond the last that is read are all one.
    pub fn skip(&mut self, columns: u32) {
        self.column = (self.column + columns.clamp(1, MAX_COLUMNS)).min(MAX_COLUMNS);
    }

    fn add_block(&mut self, top: u32, bottom: u32, column: u32) -> Result<(), Stop> {
        self.budget.merged()?;
        if let Some(last) = self.last_block.get_mut(column as usize) {
            *last = Some(self.blocks.len());
        }
        self.blocks.push((top, bottom, column));
        Ok(())
    }

    /// The row is complete.
    pub fn end_row(&mut self) {
        self.row += 1;
        self.column = 0;
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
        self.free_from.fill(0);
        let row = self.row.saturating_sub(1);
        let of_table = self.first_block..;
        self.blocks[of_table].iter_mut().for_each(|block| block.1 = block.1.min(row.max(block.0)));
        self.first_block = self.blocks.len();
    }

    /// All of it as one sheet.
    pub fn finish(mut self) -> Result<Grid, Stop> {
        for (top, bottom, column) in std::mem::take(&mut self.blocks) {
            self.builder.fill_down(top, bottom, column)?;
        }
        Ok(Grid { tables: self.tables, ..self.builder.finish() })
    }
}
