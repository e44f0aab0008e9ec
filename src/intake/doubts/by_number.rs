//! Whom a note calls by the number in the list: "thay đồng chí số thứ tự 3 bằng …; rút đồng chí số thứ tự 4".

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::columns::Part;
use super::super::grid::{Cell, Grid};
use super::super::heading::Field;
use super::super::marks::small_is_any_unit;
use super::super::mentions::instead_at;
use super::super::rows::Found;
use super::super::withdrawals::says_absence;
use super::corrected::puts_right;
use super::notes::{Note, Place};
use super::row_of;
use super::sent_by_mark::says_sent_within;
use crate::lexicon::{Beginnings, Section};
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;

/// A clause that takes somebody back or replaces them, and the numbers that it calls them by.
struct Change<'a> {
    clause: &'a str,
    numbers: HashSet<i64>,
    /// The doubt that it gives.
    doubt: &'static str,
}

/// Doubts those who are replaced or taken back by their numbers; everybody, where such a clause speaks of numbers that
/// cannot be read.
pub(super) fn settle(grid: &Grid, parts: &[Part<'_>], notes: &[Note], found: &mut Found) {
    let said = notes.iter().filter(|note| matches!(note.stands, Place::Above | Place::Line));
    let changes: Vec<Change<'_>> =
        said.flat_map(|note| note.text.split([';', '.', ':'])).filter_map(change).collect();
    if changes.is_empty() {
        return;
    }
    for part in parts {
        let Some(column) = part.layout.columns_of(Field::Ordinal).next() else { continue };
        let people = part.people(&found.people);
        for row in &mut found.people[people] {
            let own = row_of(grid, row).and_then(|row| row.cell(column.index)).and_then(Cell::whole_number);
            let Some(own) = own else { continue };
            // Of those who are sent the others are in doubt.
            let is_meant = |change: &&Change<'_>| {
                change.numbers.is_empty() || change.numbers.contains(&own) != (change.doubt == UNSENT)
            };
            for change in changes.iter().filter(is_meant) {
                let doubt = Sentence::new(change.doubt).with("row", row.row);
                row.doubts.push(doubt.with("note", change.clause));
            }
        }
    }
}

/// Why somebody is in doubt whose number stands not among those who are sent: "số thứ tự 2, 3, 5 đi dự tập huấn".
const UNSENT: &str = "intake-doubt-unsigned";

fn change(clause: &str) -> Option<Change<'_>> {
    let clause = clause.trim_start_matches([' ', '-', '–', '+', '*', '•']);
    let doubt = if says_absence(clause) || instead_at(clause).is_some() {
        "intake-doubt-withdrawn"
    } else if puts_right(clause) {
        "intake-doubt-corrected"
    } else if says_sent_within(clause) && !called_at_once(&clause.to_lowercase()).any(|(at, _)| at > 0) {
        UNSENT
    } else {
        return None;
    };
    let numbers = numbers(clause)?;
    // "Người được cử đi" in a heading beside "Số TT" says nothing of anybody.
    (doubt != UNSENT || !numbers.is_empty()).then(|| Change { clause: clause.trim(), numbers, doubt })
}

/// The numbers that a clause calls people by: "số thứ tự 3, 4 và 5", "STT từ 3 đến 5"; none of one whose numbers cannot
/// be read, `None` for one that speaks of no numbers of the list.
pub(super) fn numbers(clause: &str) -> Option<HashSet<i64>> {
    /// No list is so long that more are meant.
    const MOST: i64 = 1_000;
    static SIGNS: LazyLock<Beginnings> = LazyLock::new(|| Section::NumberInList.folded().collect());
    let folded = words(&clause.replace(['-', '–'], " den "));
    let called: Vec<String> = called_at_once(&clause.to_lowercase()).map(|(_, number)| number).collect();
    // "(số 1)" at the end.
    let bracketed = clause.split_once("(số ").map(|(_, behind)| words(behind));
    let starts = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
    let mut behind =
        called.iter().map(String::as_str).chain(bracketed.as_deref()).chain(starts.filter_map(|at| {
            let rest = SIGNS.after(&folded[at..]).find(|rest| rest.starts_with(' '))?;
            Some(rest.trim_start())
        }));
    let mut numbers = HashSet::new();
    let first = behind.next()?;
    for rest in std::iter::once(first).chain(behind) {
        let mut before = None;
        let mut is_range = false;
        for word in rest.split(' ') {
            match word.parse::<i64>() {
                Ok(number) => {
                    let from = before.filter(|_| is_range).unwrap_or(number);
                    numbers.extend((from..=number).take(usize::try_from(MOST).unwrap_or(usize::MAX)));
                    (before, is_range) = (Some(number), false);
                }
                Err(_) if word == "den" => is_range = true,
                Err(_) if matches!(word, "va" | "so" | "tu" | "la") => {}
                Err(_) => break,
            }
        }
    }
    Some(numbers)
}

/// Where a clause in small letters says a number at once, and what stands there: "Số 1 sinh năm 1965", "cho em rút số 3
/// nhé"; not the number of a place, "tổ số 3", of a document, "số 58/MTTQ", or of a telephone.
fn called_at_once(small: &str) -> impl Iterator<Item = (usize, String)> + '_ {
    const FIGURES: std::ops::RangeInclusive<usize> = 1..=3;
    small.match_indices("số ").filter_map(|(at, sign)| {
        let (before, number) = (small[..at].trim_end(), &small[at + sign.len()..]);
        let kind = before.rsplit([' ', ',', '(']).next().unwrap_or(before);
        let figures = number.bytes().take_while(u8::is_ascii_digit).count();
        let is_word = before.len() < at || at == 0;
        let is_of_document =
            number[figures..].starts_with(['/', '-']) || Section::Document.words().any(|word| word == kind);
        // "biển số 79A-00417".
        let is_whole = !number[figures..].starts_with(char::is_alphanumeric);
        let is_called = FIGURES.contains(&figures) && is_whole && is_word && !is_of_document;
        (is_called && !small_is_any_unit(&format!("{kind} 1"))).then(|| (at, words(number)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_called_by_their_numbers() {
        for (clause, called) in [
            ("thay đồng chí số thứ tự 3 bằng đồng chí Huỳnh Thị Diễm", Some(vec![3])),
            ("xin rút các đồng chí có STT 2, 4 và 5", Some(vec![2, 4, 5])),
            ("Xin rút các đồng chí STT từ 3 đến 5", Some(vec![3, 4, 5])),
            ("Xin rút STT 3-5", Some(vec![3, 4, 5])),
            ("rút một đồng chí theo STT gạch chân", Some(vec![])),
            ("kèm theo Công văn số 44", None),
            ("xe biển số 79A-00417, anh Tú lái, không dự", None),
            ("Số 1 sinh năm 1965 chứ không phải 1956", Some(vec![1])),
            ("số 1 là Nguyễn Văn Tuân chứ không phải Tuấn, số 2 là Tống Thị Hiên ạ", Some(vec![1, 2])),
            ("Các đồng chí số 1 và 4 không tham dự năm nay", Some(vec![1, 4])),
        ] {
            let called = called.map(|called| called.into_iter().collect::<HashSet<i64>>());
            assert_eq!(numbers(clause), called, "{clause}");
        }
        assert!(change("Trưởng đoàn (STT 1) thay mặt đoàn báo danh").is_none());
    }
}
