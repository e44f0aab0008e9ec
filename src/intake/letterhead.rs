//! The hamlet whose committee heads a letter: the list of "BAN CÔNG TÁC MẶT TRẬN ẤP PHÚ HỰU" is of people of that hamlet,
//! where nothing else says whence they come, or nothing but the commune.

use super::grid::{Cell, Grid, Row};
use super::marks::{is_commune, is_hamlet, is_unit};
use super::person::ReadRow;
use super::rows::Found;
use super::units::in_ordinary_letters;
use crate::vietnamese::fold::words;

/// A letter has its head within so many rows.
const ROWS_OF_HEAD: usize = 15;

/// Gives the people of a list that says no place the hamlet of its letterhead, if that names one.
pub(super) fn settle(grid: &Grid, found: &mut Found) {
    let says_place = |row: &ReadRow| row.person.unit.as_deref().is_some_and(|unit| !is_commune(unit));
    if found.people.iter().any(says_place) {
        return;
    }
    let first = found.people.iter().map(|row| row.row).min().unwrap_or(0);
    let head = grid.rows.iter().take_while(|row| row.number < first).take(ROWS_OF_HEAD);
    let cells = head.flat_map(Row::cells).filter(|(_, cell)| matches!(cell, Cell::Text(_)));
    let mut hamlets: Vec<String> = cells.filter_map(|(_, cell)| hamlet_within(&cell.line())).collect();
    hamlets.dedup();
    if let [hamlet] = hamlets.as_slice() {
        for row in &mut found.people {
            row.person.unit = Some(hamlet.clone());
        }
    }
}

/// The same of a line that has the body above it, too: "UBMTTQ XÃ TRẠI CAU BAN CTMT XÓM TÂN TIẾN".
fn hamlet_within(line: &str) -> Option<String> {
    // Heads are written in capitals; within a sentence other hamlets may be named.
    let is_loud = !line.contains(char::is_lowercase);
    let starts = line.match_indices(' ').map(|(at, _)| at + 1).filter(|_| is_loud);
    std::iter::once(0).chain(starts).find_map(|at| hamlet_of(&line[at..]))
}

/// "Ấp Phú Hựu" of "BAN CTMT ẤP PHÚ HỰU": a hamlet has a "Ban …", a "Chi bộ" or a "Chi hội".
fn hamlet_of(body: &str) -> Option<String> {
    let kind = words(body.split(' ').next().unwrap_or_default());
    if !matches!(kind.as_str(), "ban" | "chi") {
        return None;
    }
    let mut starts = body.match_indices(' ').map(|(at, _)| &body[at + 1..]);
    let hamlet = starts.find(|rest| is_hamlet(rest)).filter(|_| is_unit(body))?;
    Some(in_ordinary_letters(hamlet.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{hamlet_of, hamlet_within};

    #[test]
    fn the_body_above_may_stand_on_the_same_line() {
        let line = "UBMTTQ XÃ TRẠI CAU BAN CTMT XÓM TÂN TIẾN";
        assert_eq!(hamlet_within(line).as_deref(), Some("Xóm Tân Tiến"));
        assert_eq!(hamlet_within("Kính gửi Ban CTMT xóm Tân Tiến"), None);
    }

    #[test]
    fn a_committee_of_a_hamlet_says_which() {
        for (line, hamlet) in [
            ("BAN CTMT ẤP PHÚ HỰU", Some("Ấp Phú Hựu")),
            ("Ban Công tác Mặt trận Khu phố 3", Some("Khu phố 3")),
            ("MTTQ XÃ AN PHÚ THUẬN", None),
            ("MẶT TRẬN TỔ QUỐC VIỆT NAM", None),
            ("Danh sách thôn Đông", None),
            ("Thôn Đông", None),
        ] {
            assert_eq!(hamlet_of(line).as_deref(), hamlet, "{line}");
        }
    }
}
