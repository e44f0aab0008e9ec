//! Tables found on pages that were read back: by their lines, as a reader sees them.
#![allow(dead_code)]

use super::pdf_reader::{ReadPage, ReadRun};

/// One row between two horizontal lines.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Text of its cells; lines of a cell joined by a space.
    pub cells: Vec<String>,
    /// Top and bottom line.
    pub top: f64,
    pub bottom: f64,
}

impl TableRow {
    /// The number in the first cell.
    pub fn number(&self) -> Option<u32> {
        self.cells.first()?.parse().ok()
    }

    /// What stands in its first cell, if that is not a number: a group heading.
    pub fn heading(&self) -> Option<&str> {
        let first = self.cells.first()?;
        (self.number().is_none() && !first.is_empty()).then_some(first)
    }
}

/// The rows of the tables of a page from top to bottom, header included.
pub fn rows(page: &ReadPage) -> Vec<TableRow> {
    let flat = |rect: &&hayro::kurbo::Rect| rect.height() < 0.1;
    let widest = page.paths.iter().filter(flat).map(|rect| rect.width()).fold(0.0, f64::max);
    if widest < 300.0 {
        return Vec::new();
    }
    let mut lines: Vec<f64> = page
        .paths
        .iter()
        .filter(flat)
        .filter(|rect| rect.width() > widest - 1.0)
        .map(|rect| rect.y0)
        .collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup_by(|a, b| (*a - *b).abs() < 0.1);
    lines.windows(2).map(|pair| row(page, pair[0], pair[1])).collect()
}

fn row(page: &ReadPage, top: f64, bottom: f64) -> TableRow {
    let middle = (top + bottom) / 2.0;
    let mut edges: Vec<f64> = page
        .paths
        .iter()
        .filter(|rect| rect.width() < 0.1 && rect.y0 < middle && middle < rect.y1)
        .map(|rect| rect.x0)
        .collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup_by(|a, b| (*a - *b).abs() < 0.1);
    let inside: Vec<&ReadRun> =
        page.runs.iter().filter(|run| top < run.baseline && run.baseline < bottom).collect();
    let cells = edges.windows(2).map(|pair| {
        let here = inside.iter().filter(|run| pair[0] <= run.x && run.x < pair[1]);
        let mut lines: Vec<(f64, String)> = Vec::new();
        for run in here {
            match lines.last_mut() {
                // Runs of two faces on one line.
                Some((baseline, text)) if (*baseline - run.baseline).abs() < 0.1 => text.push_str(&run.text),
                _ => lines.push((run.baseline, run.text.clone())),
            }
        }
        lines.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ")
    });
    TableRow { cells: cells.collect(), top, bottom }
}
