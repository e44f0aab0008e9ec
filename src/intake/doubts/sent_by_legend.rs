//! A line that explains by which sign or colour it is told who of a longer list is sent: "TH: dự tập huấn tại tỉnh",
//! "người dự tập huấn được tô vàng".

use std::collections::{BTreeSet, HashSet};

use super::super::columns::{Column, Part};
use super::super::grid::Grid;
use super::super::heading::Field;
use super::super::rows::Found;
use super::super::tint::Hue;
use super::super::values::sex_in_words;
use super::super::withdrawals::says_absence;
use super::painted::Colours;
use super::sent_by_mark::{says_sent, says_sent_within};
use crate::sentence::Sentence;
use crate::vietnamese::fold::marked_words;

/// Doubts those without the sign or the colour, where others have it; everybody where the file keeps no colours.
pub(super) fn settle(grid: &Grid, parts: &[Part<'_>], found: &mut Found) {
    let people: HashSet<u32> = found.people.iter().map(|row| row.row).collect();
    let around = grid.rows.iter().filter(|row| row.filled() <= 2 && !people.contains(&row.number));
    let lines: Vec<String> = around.map(|row| row.line()).filter(|line| says_sent_within(line)).collect();
    let (mut signs, mut hues, mut note) = (BTreeSet::new(), Vec::new(), None);
    for line in &lines {
        let before = (signs.len(), hues.len());
        signs.extend(signs_of(line));
        hues.extend(hues_of(line));
        if note.is_none() && before != (signs.len(), hues.len()) {
            note = Some(line.as_str());
        }
    }
    let Some(note) = note else { return };
    let mut sent = signed(grid, parts, &signs);
    let painted = Colours::of(grid, found).in_hues(&hues);
    let lacks_colours = !hues.is_empty() && grid.tints.is_empty();
    sent.extend(painted);
    // Where nobody has it, it tells nobody from others; only a file without colours leaves everybody in doubt.
    if sent.is_empty() && !lacks_colours {
        return;
    }
    for row in found.people.iter_mut().filter(|row| !sent.contains(&row.row)) {
        row.doubts.push(Sentence::new("intake-doubt-unsigned").with("row", row.row).with("note", note));
    }
}

/// The signs of a line that mean that somebody is sent: letters or marks, but no "Nam" and no "Đợt 1".
fn signs_of(line: &str) -> impl Iterator<Item = &str> {
    /// Longer text is no sign.
    const LONGEST: usize = 4;
    let clauses = line.split([';', ',', '(', ')', '.', '|']);
    let explained =
        clauses.filter_map(|clause| clause.rsplit_once([':', '=']).filter(|(_, said)| says_sent(said)));
    // "Ký hiệu: TH: …": what stands right before the last colon.
    let signs = explained.map(|(before, _)| before.rsplit(':').next().unwrap_or(before).trim());
    signs.filter(|sign| {
        (1..=LONGEST).contains(&sign.chars().count())
            && !sign.contains(|letter: char| letter.is_numeric() || letter == ' ')
            && sex_in_words(sign).is_none()
    })
}

/// The colours of a line that mean it: one clause says that rows or letters have them, and of whom.
fn hues_of(line: &str) -> impl Iterator<Item = Hue> {
    let is_painted = |clause: &str| {
        let said = marked_words(clause);
        said.split(' ').any(|word| matches!(word, "tô" | "bôi" | "nền" | "dòng" | "chữ"))
    };
    let clauses = line.split([';', ',', '(', ')', '.', '|']);
    clauses
        .filter(move |clause| says_sent_within(clause) && is_painted(clause) && !says_absence(clause))
        .flat_map(Hue::said_in)
}

/// The rows in which one of these signs stands, in a column of nothing else.
fn signed(grid: &Grid, parts: &[Part<'_>], signs: &BTreeSet<&str>) -> HashSet<u32> {
    if signs.is_empty() {
        return HashSet::new();
    }
    let may_hold = |column: &&Column| column.field == Field::Other && column.own.is_none();
    let of_part = |part: &Part<'_>| -> Vec<u32> {
        let columns: Vec<u32> =
            part.layout.columns.iter().filter(may_hold).map(|column| column.index).collect();
        let has_sign = |column: &u32, row: &super::Row| {
            row.cell(*column).is_some_and(|cell| signs.contains(cell.line().trim()))
        };
        let rows = part.rows(grid).iter().filter(|row| columns.iter().any(|column| has_sign(column, row)));
        rows.map(|row| row.number).collect()
    };
    parts.iter().flat_map(of_part).collect()
}
