//! People who stand in text boxes alone, in a document that has no list elsewhere.

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::{Cell, Grid, GridBuilder};
use super::super::unseen::{Aside, Unseen};
use super::people_in_lines;

/// The people in the lines of a document and of its text boxes, which are then no longer set aside.
pub(in super::super) fn people_in_boxes(
    grid: &Grid,
    aside: &mut Vec<Aside>,
    budget: &Budget,
) -> Result<Option<Grid>, Refusal> {
    let is_box = |aside: &Aside| aside.why == Unseen::TextBox;
    if !aside.iter().any(is_box) {
        return Ok(None);
    }
    let mut builder = GridBuilder::within(budget);
    let mut boxes = aside.iter().filter(|aside| is_box(aside)).peekable();
    let mut number = 0;
    let mut put = |text: &str, column: u32, number: u32| match Cell::text(text) {
        Some(cell) => builder.put(number, column, cell),
        None => Ok(()),
    };
    for row in &grid.rows {
        while let Some(own) = boxes.next_if(|own| own.row < row.number) {
            put(&own.text, 0, number)?;
            number += 1;
        }
        for (column, cell) in row.cells() {
            put(&cell.line(), column, number)?;
        }
        number += 1;
    }
    for own in boxes {
        put(&own.text, 0, number)?;
        number += 1;
    }
    let people = people_in_lines(&builder.finish(), budget)?;
    if people.is_some() {
        aside.retain(|aside| !is_box(aside));
    }
    Ok(people)
}
