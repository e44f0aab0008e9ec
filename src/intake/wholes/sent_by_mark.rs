//! A column whose marks say who of a longer list is sent: "Dự tập huấn" with an "x" beside some.

use std::sync::LazyLock;

use super::super::columns::{Column, Layout};
use super::super::grid::{Grid, line_of};
use super::super::heading::Field;
use super::super::rows::Found;
use super::super::values;
use crate::lexicon::{Beginnings, Section};
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;

/// Doubts those beside whom no mark stands, where marks stand beside others.
pub(super) fn settle(grid: &Grid, layout: &Layout, found: &mut Found) {
    static HEADINGS: LazyLock<Beginnings> = LazyLock::new(|| Section::MarksSent.folded().collect());
    let says_sent = |column: &&Column| {
        let may_say = column.field == Field::Other && column.own.is_none();
        may_say && HEADINGS.whole(&words(&column.heading)).is_some()
    };
    for column in layout.columns.iter().filter(says_sent) {
        let marked: Vec<Option<bool>> = found
            .people
            .iter()
            .map(|row| {
                let at = grid.rows.binary_search_by_key(&row.row, |row| row.number).ok();
                values::mark(&line_of(at.and_then(|at| grid.rows[at].cell(column.index))))
            })
            .collect();
        let is_marked = marked.iter().all(Option::is_some) && marked.contains(&Some(true));
        if !is_marked {
            continue;
        }
        for (row, _) in found.people.iter_mut().zip(&marked).filter(|(_, mark)| **mark == Some(false)) {
            let doubt = Sentence::new("intake-doubt-unmarked").with("row", row.row);
            row.doubts.push(doubt.with("heading", column.heading.as_str()));
        }
    }
}
