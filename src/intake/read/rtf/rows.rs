//! The rows of a table in rich text format. Each says in twentieths of a point where its cells end, and only
//! all of them together tell which columns a cell is over.

use super::super::super::budget::{Budget, Limit, Stop};
use super::super::super::unseen::Unseen;
use super::super::runs::Shown;
use super::super::table::Page;

/// What a row says of one of its cells.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    /// Where it ends.
    pub right: i32,
    /// Whether it goes on from the row above.
    pub continued: bool,
    /// Whether it goes on from the cell before.
    pub joined: bool,
}

/// What stands before the cells of a row, and each of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    /// Where the first cell begins.
    pub left: i32,
    /// The cells.
    pub cells: Vec<Cell>,
}

struct Row {
    shape: Shape,
    cells: Vec<Shown>,
    /// What footnotes and comments in it say.
    said: Vec<String>,
}

/// The rows of a table that is not whole yet.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    /// The cells of the row that is being filled.
    open: Vec<Shown>,
    said: Vec<String>,
    /// How many cells and rows there were in all tables.
    count: usize,
}

/// Ends of cells that are no further apart are one: about a millimetre.
const NEAR: i32 = 60;

impl Rows {
    /// Whether a row is being filled.
    pub fn in_row(&self) -> bool {
        !self.open.is_empty()
    }

    /// A cell ends.
    pub fn cell(&mut self, text: Shown, budget: &Budget) -> Result<(), Stop> {
        self.count(budget)?;
        self.open.push(text);
        budget.step()
    }

    /// A footnote or a comment stands in the row.
    pub fn say(&mut self, said: String, budget: &Budget) -> Result<(), Stop> {
        self.count(budget)?;
        self.said.push(said);
        Ok(())
    }

    /// A cell or a row is kept: all of them are, until the table is whole.
    fn count(&mut self, budget: &Budget) -> Result<(), Stop> {
        self.count += 1;
        match self.count > Limit::Cells.most() {
            true => Err(budget.end(Stop::TooMuch(Limit::Cells))),
            false => Ok(()),
        }
    }

    /// The row ends.
    pub fn row(&mut self, shape: &Shape, budget: &Budget) -> Result<(), Stop> {
        self.count(budget)?;
        let cells = std::mem::take(&mut self.open);
        budget.text(shape.cells.len() * size_of::<Cell>())?;
        self.rows.push(Row { shape: shape.clone(), cells, said: std::mem::take(&mut self.said) });
        budget.step()
    }

    /// Puts the table on the page.
    pub fn end(&mut self, page: &mut Page, budget: &Budget) -> Result<(), Stop> {
        if !self.open.is_empty() {
            self.row(&Shape::default(), budget)?;
        }
        if self.rows.is_empty() {
            return Ok(());
        }
        let rows = std::mem::take(&mut self.rows);
        let ends = ends(&rows);
        page.begin_table();
        for Row { shape, cells, said } in rows {
            said.iter().try_for_each(|said| page.aside(Unseen::Comment, said))?;
            let before = ends.partition_point(|end| *end <= shape.left.saturating_add(NEAR));
            if before > 0 && !shape.cells.is_empty() {
                page.skip(columns(before));
            }
            let mut column = before;
            let mut shapes = shape.cells.iter();
            for text in cells {
                let of_cell = shapes.next();
                let end = of_cell.map(|cell| place(&ends, cell.right)).unwrap_or(column + 1);
                let width = columns(end.saturating_sub(column).max(1));
                column = column.max(end);
                match of_cell {
                    Some(cell) if cell.continued && text.is_blank() => page.continued_cell(width)?,
                    Some(cell) if cell.joined && text.is_blank() => page.skip(width),
                    _ => page.cell(text, None, width, 1)?,
                }
            }
            page.end_row();
        }
        page.end_table();
        Ok(())
    }
}

fn columns(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Where the columns of a table end, rising.
fn ends(rows: &[Row]) -> Vec<i32> {
    let mut ends: Vec<i32> = rows.iter().flat_map(|row| &row.shape.cells).map(|cell| cell.right).collect();
    ends.sort_unstable();
    ends.dedup_by(|later, before| later.saturating_sub(*before) <= NEAR);
    ends
}

/// The number of the first column behind such an end.
fn place(ends: &[i32], right: i32) -> usize {
    ends.partition_point(|end| *end <= right)
}
