//! The tables of a sheet that stand below each other, each with the rows that are its.

use std::ops::Range;

use super::super::grid::{Grid, Row};
use super::super::person::ReadRow;
use super::Layout;

/// One of them.
pub(in super::super) struct Part<'a> {
    /// What its columns hold.
    pub layout: &'a Layout,
    /// The numbers of its rows.
    numbers: Range<u32>,
}

impl<'a> Part<'a> {
    /// The table that was found first, with all above it, and the `tables` that begin further below. Lists beside each
    /// other are one.
    pub fn all(layout: &'a Layout, tables: &'a [Layout]) -> Vec<Self> {
        let mut layouts = vec![layout];
        for below in tables {
            if layouts.last().is_none_or(|last| below.header > last.header) {
                layouts.push(below);
            }
        }
        let ends = layouts.iter().skip(1).map(|below| below.header).chain([u32::MAX]);
        let mut from = 0;
        let parts = layouts.iter().zip(ends).map(|(layout, end)| {
            let numbers = from..end;
            from = end;
            Self { layout, numbers }
        });
        parts.collect()
    }

    /// Its rows of the sheet.
    pub fn rows<'g>(&self, grid: &'g Grid) -> &'g [Row] {
        let at = |number: u32| grid.rows.partition_point(|row| row.number < number);
        &grid.rows[at(self.numbers.start)..at(self.numbers.end)]
    }

    /// The places of its people among all of the sheet, who stand in the order of their rows.
    pub fn people(&self, people: &[ReadRow]) -> Range<usize> {
        let at = |number: u32| people.partition_point(|row| row.row < number);
        at(self.numbers.start)..at(self.numbers.end)
    }
}
