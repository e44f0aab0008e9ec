//! People of whom the list says no post, while a sentence of the same file does: "Thành phần: … ông Âu Đình Khoa - Trưởng
//! ban CTMT" in the minutes of a meeting, above "cử: 1. Âu Đình Khoa, 1965".

use std::collections::HashSet;

use super::super::grid::Grid;
use super::super::rows::Found;
use super::names::Names;
use crate::domain::list::LineKind;
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;

/// Remarks where else somebody without a post is named.
pub(super) fn settle(grid: &Grid, found: &mut Found) {
    let lacks_post = |row: &super::ReadRow| row.person.position.is_none() && !row.is_doubtful();
    let lacking: Vec<usize> = (0..found.people.len()).filter(|at| lacks_post(&found.people[*at])).collect();
    // Where no post is said at all, it is no list of posts.
    if lacking.is_empty() {
        return;
    }
    let names = Names::of(lacking.iter().map(|at| &found.people[*at]));
    let is_said = |kind: &LineKind| {
        matches!(kind, LineKind::Note | LineKind::NotUnderstood | LineKind::Group | LineKind::Title)
    };
    let said: HashSet<u32> =
        found.kinds.iter().filter(|(_, kind, _)| is_said(kind)).map(|(row, ..)| *row).collect();
    let mut told: HashSet<usize> = HashSet::new();
    for row in grid.rows.iter().filter(|row| said.contains(&row.number)) {
        let line = row.line();
        for at in names.named_in(&words(&line)).into_iter().flatten().map(|at| lacking[*at]) {
            let person = &mut found.people[at];
            // A name alone says nothing more.
            if person.row != row.number
                && words(&line).len() > words(&person.person.full_name).len()
                && told.insert(at)
            {
                let remark = Sentence::new("intake-remark-told-of").with("row", person.row);
                let remark = remark.with("name", person.person.full_name.as_str()).with("other", row.number);
                person.remarks.push(remark.with("note", line.as_str()));
            }
        }
    }
}
