//! People whom a text only names, where no list, no form and no sentence that sends somebody was found in it. Nobody
//! knows whether they are sent: all of them are doubtful.

use std::collections::HashMap;

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::{Grid, Row};
use super::pasted;

/// Rows of as many cells make a table; fewer may be sentences with as many commas.
const LEAST_ROWS: usize = 3;
/// Cells of a row of a table: a letterhead and what stands beside a signature have two.
const LEAST_CELLS: usize = 3;

/// The people named in a grid that is no table, with a post, a birth or a telephone.
pub(in super::super) fn people_in_prose(grid: &Grid, budget: &Budget) -> Result<Option<Grid>, Refusal> {
    if is_table(grid) {
        return Ok(None);
    }
    let numbers: Vec<u32> = grid.rows.iter().map(|row| row.number).collect();
    let line = |row: &Row| row.cells().map(|(_, cell)| cell.line()).collect::<Vec<_>>().join(", ");
    let text = grid.rows.iter().map(line).collect::<Vec<_>>().join("\n");
    let people = pasted::named(&text, budget)?;
    Ok(people.map(|people| people.renumbered(&numbers)))
}

/// Whether half of the rows at least have the same number of cells.
fn is_table(grid: &Grid) -> bool {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    // "• Phụ nữ: Cao Thị Diễm My, Chủ tịch Hội LHPN xã" begins a sentence, and no row.
    let is_row = |row: &&Row| {
        let first = row.cells().next().map(|(_, cell)| cell.line()).unwrap_or_default();
        row.filled() >= LEAST_CELLS && !first.contains(": ")
    };
    for row in grid.rows.iter().filter(is_row) {
        *counts.entry(row.filled()).or_default() += 1;
    }
    let most = counts.into_values().max().unwrap_or(0);
    most >= LEAST_ROWS && most * 2 >= grid.rows.len()
}
