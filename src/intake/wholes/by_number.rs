//! Whom a note calls by the number in the list: "thay đồng chí số thứ tự 3 bằng …; rút đồng chí số thứ tự 4".

use std::collections::HashMap;

use super::super::columns::Layout;
use super::super::grid::{Cell, Grid};
use super::super::heading::Field;
use super::super::marks;
use super::super::rows::Found;
use super::notes::{Note, Place};
use crate::sentence::Sentence;
use crate::vietnamese::fold::words;

/// Words behind which the number of somebody stands.
const NUMBERS: [&str; 4] = ["so thu tu", "stt", "so tt", "tt so"];

/// Doubts those who are replaced or taken back by their numbers.
pub(super) fn settle(grid: &Grid, layout: &Layout, notes: &[Note], found: &mut Found) {
    let clauses =
        notes.iter().filter(|note| matches!(note.stands, Place::Above | Place::Line)).flat_map(|note| {
            note.text.split([';', '.', ':']).filter_map(|clause| {
                let folded = words(clause);
                let changes = marks::says_withdrawal(&folded) || folded.split(' ').any(|word| word == "thay");
                let numbers = if changes { numbers(&folded) } else { Vec::new() };
                (!numbers.is_empty()).then(|| (numbers, clause.trim()))
            })
        });
    let clauses: Vec<(Vec<i64>, &str)> = clauses.collect();
    let Some(column) = layout.columns_of(Field::Ordinal).next().filter(|_| !clauses.is_empty()) else {
        return;
    };
    let ordinals: HashMap<u32, i64> = grid
        .rows
        .iter()
        .filter_map(|row| Some((row.number, row.cell(column.index).and_then(Cell::whole_number)?)))
        .collect();
    for row in &mut found.people {
        let Some(own) = ordinals.get(&row.row) else { continue };
        for (_, clause) in clauses.iter().filter(|(numbers, _)| numbers.contains(own)) {
            row.doubts
                .push(Sentence::new("intake-doubt-withdrawn").with("row", row.row).with("note", *clause));
        }
    }
}

/// The numbers that a clause, folded, calls people by: "số thứ tự 3, 4 và 5".
fn numbers(folded: &str) -> Vec<i64> {
    let marked = format!(" {folded} ");
    let mut numbers = Vec::new();
    for sign in NUMBERS {
        for (at, found) in marked.match_indices(&format!(" {sign} ")) {
            let behind = marked[at + found.len()..].split(' ').skip_while(|word| *word == "so");
            let is_part = |word: &&str| *word == "va" || word.parse::<i64>().is_ok();
            numbers.extend(behind.take_while(is_part).filter_map(|word| word.parse::<i64>().ok()));
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_called_by_their_numbers() {
        for (clause, called) in [
            ("thay đồng chí số thứ tự 3 bằng đồng chí Huỳnh Thị Diễm", vec![3]),
            ("xin rút các đồng chí có STT 2, 4 và 5", vec![2, 4, 5]),
            ("kèm theo Công văn số 44", vec![]),
        ] {
            assert_eq!(numbers(&words(clause)), called, "{clause}");
        }
    }
}
