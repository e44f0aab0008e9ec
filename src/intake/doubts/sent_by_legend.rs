//! A line that explains by which sign or colour it is told who of a longer list is sent: "TH: dự tập huấn tại tỉnh",
//! "người dự tập huấn được tô vàng".

use std::collections::HashSet;

use super::super::grid::Grid;
use super::super::rows::Found;
use super::super::tint::Hue;
use super::super::withdrawals::says_absence;
use super::painted::Colours;
use super::row_of;
use super::sent_by_mark::{says_sent, says_sent_within};
use crate::sentence::Sentence;

/// Doubts those without the sign or the colour, where others have it; everybody where the file does not keep colours.
pub(super) fn settle(grid: &Grid, found: &mut Found) {
    let lines: Vec<String> = grid.rows.iter().filter(|row| row.filled() <= 2).map(|row| row.line()).collect();
    for line in lines.iter().filter(|line| says_sent_within(line)) {
        let signed = signs(line).find_map(|sign| signed(grid, found, sign));
        let Some(sent) = signed.or_else(|| painted(grid, found, line)) else { continue };
        for row in found.people.iter_mut().filter(|row| !sent.contains(&row.row)) {
            let doubt = Sentence::new("intake-doubt-unsigned").with("row", row.row);
            row.doubts.push(doubt.with("note", line.as_str()));
        }
    }
}

/// The signs of a line that mean that somebody is sent.
fn signs(line: &str) -> impl Iterator<Item = &str> {
    /// Longer text is no sign.
    const LONGEST: usize = 4;
    let clauses = line.split([';', ',', '(', ')', '.', '|']);
    let explained =
        clauses.filter_map(|clause| clause.rsplit_once([':', '=']).filter(|(_, said)| says_sent(said)));
    // "Ký hiệu: TH: …": the sign is the last word before.
    let signs = explained.filter_map(|(before, _)| before.rsplit([' ', ':']).find(|word| !word.is_empty()));
    signs.filter(|sign| sign.chars().count() <= LONGEST)
}

/// The rows of people with a sign; `None` where it tells nobody from others.
fn signed(grid: &Grid, found: &Found, sign: &str) -> Option<HashSet<u32>> {
    let has_sign = |row: &&super::ReadRow| {
        row_of(grid, row).is_some_and(|row| row.cells().any(|(_, cell)| cell.line().trim() == sign))
    };
    let sent: HashSet<u32> = found.people.iter().filter(has_sign).map(|row| row.row).collect();
    (!sent.is_empty() && sent.len() < found.people.len()).then_some(sent)
}

/// The rows of people in the colour of which a line says that they are sent.
fn painted(grid: &Grid, found: &Found, line: &str) -> Option<HashSet<u32>> {
    let hues = Hue::said_in(line);
    if hues.is_empty() || says_absence(line) {
        return None;
    }
    Some(Colours::of(grid, found).in_hues(&hues))
}
