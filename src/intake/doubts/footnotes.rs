//! What a note under the list says of whoever bears its mark: "Hầu Văn Rình (**)" and below "(**) Bận, không tham dự."

use std::collections::{HashMap, HashSet};

use super::super::grid::{Cell, Grid};
use super::super::mentions::says_substitute;
use super::super::rows::Found;
use super::super::withdrawals::says_absence;
use super::{has_figures, row_of};
use crate::domain::list::LineKind;
use crate::sentence::Sentence;

/// Doubts those whose note says that they do not come, that somebody else does, or a year or telephone of theirs.
pub(super) fn settle(grid: &Grid, found: &mut Found) {
    let people: HashSet<u32> =
        found.kinds.iter().filter(|(_, kind, _)| is_somebody(*kind)).map(|(row, ..)| *row).collect();
    let is_note = |number: u32| !people.contains(&number);
    let notes: HashMap<String, String> = grid
        .rows
        .iter()
        .filter(|row| row.filled() <= 2)
        .map(|row| (row.number, row.line()))
        .filter_map(|(number, line)| Some((number, mark_before(&line)?, line)))
        .filter(|(number, _, _)| is_note(*number))
        .map(|(_, mark, line)| (mark, line))
        .filter(|(_, line)| says_absence(line) || says_substitute(line) || has_figures(line))
        .collect();
    if notes.is_empty() {
        return;
    }
    for row in &mut found.people {
        let Some(written) = row_of(grid, row) else { continue };
        let marked =
            written.cells().filter_map(|(_, cell)| mark_behind(cell)).find_map(|mark| notes.get(&mark));
        let Some(note) = marked else { continue };
        let id = if says_substitute(note) {
            "intake-doubt-replaced"
        } else if says_absence(note) {
            "intake-doubt-withdrawn"
        } else {
            // "(**) Số máy mới: 0964 733 208".
            "intake-doubt-corrected"
        };
        row.doubts.push(Sentence::new(id).with("row", row.row).with("note", note.as_str()));
    }
}

fn is_somebody(kind: LineKind) -> bool {
    matches!(kind, LineKind::Person | LineKind::Doubtful)
}

/// "**" of "(**) Bận việc gia đình", "1" of "(1) Đi thay".
fn mark_before(line: &str) -> Option<String> {
    let stars: String = line.trim_start_matches('(').chars().take_while(|letter| *letter == '*').collect();
    if !stars.is_empty() {
        return Some(stars);
    }
    let (inside, _) = line.strip_prefix('(')?.split_once(')')?;
    is_number(inside).then(|| inside.to_owned())
}

/// The same behind a text: "Hầu Văn Rình (**)", "Hầu Văn Rình**".
fn mark_behind(cell: &Cell) -> Option<String> {
    let Cell::Text(text) = cell else { return None };
    let text = text.trim_end();
    let bare = text.trim_end_matches(')');
    let stars: String = bare.chars().rev().take_while(|letter| *letter == '*').collect();
    if !stars.is_empty() {
        return Some(stars);
    }
    let (_, inside) = text.strip_suffix(')')?.rsplit_once('(')?;
    is_number(inside).then(|| inside.to_owned())
}

fn is_number(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_what_they_stand_beside() {
        assert_eq!(mark_before("(**) Bận việc gia đình").as_deref(), Some("**"));
        assert_eq!(mark_before("* Ghi chú").as_deref(), Some("*"));
        assert_eq!(mark_before("(2) Đi thay").as_deref(), Some("2"));
        assert_eq!(mark_before("(Danh sách có 5 người)"), None);
        let behind = |text: &str| mark_behind(&Cell::Text(text.to_owned()));
        assert_eq!(behind("Hầu Văn Rình (**)").as_deref(), Some("**"));
        assert_eq!(behind("Hầu Văn Rình*").as_deref(), Some("*"));
        assert_eq!(behind("Hầu Văn Rình (1)").as_deref(), Some("1"));
        assert_eq!(behind("Hầu Văn Rình (1970)"), None);
    }
}
