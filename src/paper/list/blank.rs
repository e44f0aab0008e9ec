//! Lists that are filled in by hand: where nobody is listed yet, and rows for those who come unlisted.

use super::super::content::{Cell, Column, Row};
use super::super::finding::Finding;
use super::{ClusterList, heading};
use crate::domain::dossier::Dossier;

/// Rows of a sheet to sign where nobody is listed and nobody said how many are expected.
const BLANK_SHEET: u32 = 25;

/// More than this no cluster is given to sign: the number of those called was a slip.
const MOST_BLANK_SHEET: u32 = 1000;

/// Whether nobody stands on a list yet: it is made as a form to be filled in by hand.
pub fn is_blank(part: &ClusterList) -> bool {
    part.rows.is_empty()
}

/// How many numbered empty rows a list to sign has: those that were chosen, under its delegates; where nobody is listed
/// as many as are expected.
pub fn empty_rows(part: &ClusterList, dossier: &Dossier, chosen: u32) -> u32 {
    if !is_blank(part) {
        return chosen;
    }
    let expected = super::super::extent::of(part, dossier).people;
    let expected = expected.map_or(BLANK_SHEET, |people| u32::try_from(people).unwrap_or(u32::MAX));
    expected.clamp(1, MOST_BLANK_SHEET).max(chosen)
}

/// Says that some lists have nobody yet and are forms with empty rows.
pub fn blank_lists(parts: &[ClusterList], dossier: &Dossier, chosen: u32) -> Option<Finding> {
    let blank: Vec<&ClusterList> = parts.iter().filter(|part| is_blank(part)).collect();
    let rows = blank.iter().map(|part| empty_rows(part, dossier, chosen)).sum();
    (!blank.is_empty()).then_some(Finding::BlankLists { lists: blank.len(), rows })
}

/// The columns of a form that nobody stands on: its pages bear no code, for nothing that is signed there can be entered
/// by it.
pub fn without_code(mut columns: Vec<Column>) -> Vec<Column> {
    columns.iter_mut().for_each(|column| column.signed = None);
    columns
}

/// Adds empty rows for those who come without being listed, numbered after the `last`
/// number where it is known which is the next.
pub fn add_blank(rows: &mut Vec<Row>, count: u32, last: Option<u32>, columns: usize) {
    if count > 0 && !rows.is_empty() {
        rows.push(heading("Đại biểu bổ sung, đi thay", None));
    }
    rows.extend((1..=count).map(|blank| {
        let mut cells = vec![Cell::default(); columns];
        if let (Some(first), Some(last)) = (cells.first_mut(), last) {
            *first = Cell::new(last.saturating_add(blank).to_string());
        }
        Row::Cells { cells, struck: false, subject: None }
    }));
}
