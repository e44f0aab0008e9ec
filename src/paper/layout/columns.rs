//! How wide the columns of a table are.

use super::page::MM;
use super::table::{CELL_PADDING, CELL_SIZE, HEAD_SIZE};
use crate::paper::content::{Cell, Column, Row, Table, Width};
use crate::paper::font::{Face, printable};

/// Column widths in points that together fill `total`, for all tables that share
/// these columns: clusters of one file look alike.
///
/// Text columns ask for what their cells need, fill columns for their least.
/// What is left over goes to the fill columns first, then to the text columns;
/// what is lacking is taken from the text columns, firm ones last.
pub fn widths(tables: &[&Table], total: f32) -> Vec<f32> {
    let Some(table) = tables.first() else { return Vec::new() };
    let columns = &table.columns;
    let mut widths: Vec<f32> = (0..columns.len()).map(|index| wanted(tables, columns, index)).collect();
    let sum = |widths: &[f32]| widths.iter().sum::<f32>();

    for firm in [false, true] {
        let lack = (sum(&widths) - total).max(0.0);
        shrink(columns, &mut widths, firm, lack);
    }
    let grow = |widths: &mut [f32], most: &dyn Fn(&Column) -> Option<f32>| {
        // Equal shares; a column that reaches its most leaves the rest to the others.
        for _ in 0..columns.len() {
            let spare = total - sum(widths);
            let open: Vec<(usize, f32)> = columns
                .iter()
                .enumerate()
                .filter_map(|(index, column)| Some((index, most(column)?)))
                .filter(|&(index, most)| widths[index] < most - 0.01)
                .collect();
            if spare < 0.01 || open.is_empty() {
                break;
            }
            for &(index, most) in &open {
                widths[index] += (spare / open.len() as f32).min(most - widths[index]);
            }
        }
    };
    grow(&mut widths, &|column| match column.width {
        Width::Fill { max, .. } => Some(max * MM),
        _ => None,
    });
    grow(&mut widths, &|column| match column.width {
        Width::Text { max, .. } => Some(max * MM),
        _ => None,
    });
    // Whatever the rules leave or lack is spread over all, so the table always fills the text.
    let scale = total / sum(&widths).max(1.0);
    widths.iter_mut().for_each(|width| *width *= scale);
    widths
}

/// What a column asks for.
fn wanted(tables: &[&Table], columns: &[Column], index: usize) -> f32 {
    match columns[index].width {
        Width::Fixed(width) => width * MM,
        Width::Fill { min, .. } => min * MM,
        Width::Text { min, max, share, .. } => {
            let mut cells: Vec<f32> = Vec::new();
            for row in tables.iter().flat_map(|table| &table.rows) {
                let Row::Cells { cells: row, .. } = row else { continue };
                if let Some(cell) = cell_at(row, index).filter(|cell| !cell.text.is_empty()) {
                    cells.push(Face::Regular.width(&printable(&cell.text).0) as f32 * CELL_SIZE / 1000.0);
                }
            }
            let title = longest_word(&columns[index].title) as f32 * HEAD_SIZE / 1000.0;
            let text = if cells.is_empty() {
                0.0
            } else {
                let last = cells.len() - 1;
                let place = ((cells.len() as f32 * share).ceil() as usize).saturating_sub(1).min(last);
                *cells.select_nth_unstable_by(place, f32::total_cmp).1
            };
            // A hair more than measured, so that rounding never breaks the line.
            let padded = text.max(title) + 2.0 * CELL_PADDING + 0.2;
            padded.clamp(min * MM, max * MM)
        }
    }
}

/// The cell that stands in one column alone.
fn cell_at(row: &[Cell], column: usize) -> Option<&Cell> {
    let mut at = 0;
    row.iter().find(|cell| {
        let from = at;
        at += 1 + cell.extra_columns;
        from == column && cell.extra_columns == 0
    })
}

/// Width of the longest word of a heading, in thousandths.
fn longest_word(title: &str) -> i32 {
    title.split(' ').map(|word| Face::Bold.width(word)).max().unwrap_or(0)
}

/// Takes `lack` from the text columns that are (or are not) firm, in proportion
/// to what they can give.
fn shrink(columns: &[Column], widths: &mut [f32], firm_ones: bool, lack: f32) {
    let spare: Vec<f32> = columns
        .iter()
        .zip(widths.iter())
        .map(|(column, width)| match column.width {
            Width::Text { min, firm, .. } if firm == firm_ones => (width - min * MM).max(0.0),
            _ => 0.0,
        })
        .collect();
    let all: f32 = spare.iter().sum();
    if all > 0.0 {
        let part = (lack / all).min(1.0);
        widths.iter_mut().zip(spare).for_each(|(width, spare)| *width -= spare * part);
    }
}
