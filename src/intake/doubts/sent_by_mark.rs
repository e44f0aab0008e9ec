//! A column whose marks say who of a longer list is sent: "Dự tập huấn", or "Có" beside
//! "Không", with an "x" beside some, or "Đi TH".

use std::borrow::Cow;
use std::sync::LazyLock;

use super::super::columns::{Column, Part};
use super::super::grid::{Grid, line_of};
use super::super::heading::Field;
use super::super::rows::Found;
use super::super::ticked::{is_ticked, ticked};
use super::super::values;
use super::row_of;
use crate::lexicon::{Beginnings, Section};
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;

/// The words by which such a column, or a mark in it, says who is sent.
static SENT: LazyLock<Beginnings> = LazyLock::new(|| Section::MarksSent.folded().collect());

/// Doubts those beside whom no mark stands, where marks stand beside others. A few cells may say more than a mark: "x
/// (buổi sáng)"; the first word of the heading is one: "Đi" under "Đi tập huấn 18/9".
pub(super) fn settle(grid: &Grid, parts: &[Part<'_>], found: &mut Found) {
    /// Of so many cells one may.
    const ONE_OF: usize = 5;
    let may_say = |column: &&Column| column.field == Field::Other && column.own.is_none();
    for part in parts {
        let people = part.people(&found.people);
        let people = &mut found.people[people];
        for column in part.layout.columns.iter().filter(may_say) {
            let lines: Vec<Cow<'static, str>> = people
                .iter()
                .map(|row| line_of(row_of(grid, row).and_then(|row| row.cell(column.index))))
                .collect();
            let heading = words(&column.heading);
            let says_yes = values::mark(&column.heading) == Some(true);
            let marks_sent = says_yes || SENT.whole(&heading).is_some() || is_said(grid, &heading);
            if !marks_sent && !lines.iter().any(|line| says_sent(line)) {
                continue;
            }
            // "Đi" under "Đi tập huấn 18/9" says it, too.
            let repeats = |line: &str| {
                let line = words(line);
                !line.is_empty()
                    && heading.strip_prefix(line.as_str()).is_some_and(|rest| rest.starts_with(' '))
            };
            let mark = |line: &str| mark(line).or_else(|| repeats(line).then_some(true));
            let marked: Vec<Option<bool>> = lines.iter().map(|line| mark(line)).collect();
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

/// What stands in a cell of marks: "x", a box, "☐ Có ☒ Không", "Đi TH"; `None` for what is no mark.
fn mark(line: &str) -> Option<bool> {
    let is_box = !line.is_empty() && !line.contains(char::is_alphanumeric);
    match ticked(line) {
        Some(_) if is_box => Some(is_ticked(line)),
        Some(chosen) => values::mark(&chosen),
        None if says_sent(line) => Some(true),
        None => values::mark(line),
    }
}

/// "Đi TH": in a cell it says of whoever stands beside it.
pub(super) fn says_sent(line: &str) -> bool {
    SENT.whole(&words(line)).is_some()
}

/// Whether it is said anywhere in a line.
pub(super) fn says_sent_within(line: &str) -> bool {
    let line = words(line);
    let mut starts = std::iter::once(0).chain(line.match_indices(' ').map(|(at, _)| at + 1));
    starts.any(|at| SENT.whole(&line[at..]).is_some())
}

/// Whether a line of the sheet says that the column marks who is sent: 'Cột "TH" đánh dấu người được cử đi tập huấn'.
fn is_said(grid: &Grid, heading: &str) -> bool {
    let named = format!("cot {heading} ");
    let says = |line: &str| {
        let said = line.split_once(&named).map_or("", |(_, said)| said);
        said.match_indices(' ').any(|(at, _)| SENT.whole(&said[at + 1..]).is_some())
    };
    !heading.is_empty()
        && grid.rows.iter().filter(|row| row.filled() == 1).any(|row| says(&words(&row.line())))
}
