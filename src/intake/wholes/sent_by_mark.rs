//! A column whose marks say who of a longer list is sent: "Dự tập huấn" with an "x" beside some.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::super::columns::{Column, Part};
use super::super::grid::{Grid, line_of};
use super::super::heading::Field;
use super::super::rows::Found;
use super::super::ticked::ticked;
use super::super::values;
use super::row_of;
use crate::lexicon::{Beginnings, Section};
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;

/// Doubts those beside whom no mark stands, where marks stand beside others. A few cells may say more than a mark: "x
/// (buổi sáng)".
pub(super) fn settle(grid: &Grid, parts: &[Part<'_>], found: &mut Found) {
    /// Of so many cells one may.
    const ONE_OF: usize = 5;
    static HEADINGS: LazyLock<Beginnings> = LazyLock::new(|| Section::MarksSent.folded().collect());
    let says_sent = |column: &&Column| {
        let may_say = column.field == Field::Other && column.own.is_none();
        may_say && HEADINGS.whole(&words(&column.heading)).is_some()
    };
    for part in parts {
        let people = part.people(&found.people);
        let people = &mut found.people[people];
        for column in part.layout.columns.iter().filter(says_sent) {
            let marked: Vec<Option<bool>> = people
                .iter()
                .map(|row| {
                    let line = line_of(row_of(grid, row).and_then(|row| row.cell(column.index)));
                    // "☐ Có ☒ Không".
                    values::mark(&ticked(&line).map_or(line, Cow::Owned))
                })
                .collect();
            let odd = marked.iter().filter(|mark| mark.is_none()).count();
            if !marked.contains(&Some(true)) || odd * ONE_OF >= marked.len().max(1) && odd > 1 {
                continue;
            }
            for (row, _) in people.iter_mut().zip(&marked).filter(|(_, mark)| **mark == Some(false)) {
                let doubt = Sentence::new("intake-doubt-unmarked").with("row", row.row);
                row.doubts.push(doubt.with("heading", column.heading.as_str()));
            }
        }
    }
}
