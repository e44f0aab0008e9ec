//! A list of everybody on the bus: it says that fewer of them are delegates than stand in it.

use std::collections::HashSet;

use super::super::grid::Grid;
use super::super::marks::{self, Counted, is_hamlet};
use super::super::person::ReadRow;
use super::super::position::begins_with_position;
use super::super::rows::Found;
use crate::domain::list::LineKind;
use crate::sentence::Sentence;

/// Doubts those who may only come with the delegates: whoever holds no post that we know, where exactly the others
/// are counted; where delegates are counted beside others, everybody whom no hamlet sends.
pub(super) fn settle(grid: &Grid, found: &mut Found) {
    let Some(last) = found.people.iter().map(|row| row.row).max() else { return };
    let is_said = |kind: LineKind| matches!(kind, LineKind::Total | LineKind::Note | LineKind::NotUnderstood);
    let said: HashSet<u32> =
        found.kinds.iter().filter(|(_, kind, _)| is_said(*kind)).map(|(row, ..)| *row).collect();
    let below = grid.rows.iter().rev().take_while(|row| row.number > last);
    let said = below.filter(|row| row.filled() <= 2 && said.contains(&row.number)).find_map(|row| {
        let line = row.line();
        let counts = marks::all_counted(&line);
        (!counts.is_empty()).then_some((counts, line))
    });
    let Some((counts, line)) = said else { return };
    let all = found.people.len();
    let known = |row: &ReadRow| row.person.position.as_deref().is_some_and(begins_with_position);
    let of_hamlet = |row: &ReadRow| known(row) && row.person.unit.as_deref().is_some_and(is_hamlet);
    let is_delegate: Box<dyn Fn(&ReadRow) -> bool> = match counts.as_slice() {
        [delegates]
            if !delegates.is_of_a_kind()
                && delegates.people < all
                && found.people.iter().filter(|row| known(row)).count() == delegates.people =>
        {
            Box::new(known)
        }
        [delegates, others @ ..]
            if delegates.are_delegates()
                && delegates.people < all
                && others.iter().any(Counted::are_beside_delegates)
                && counts.iter().map(|counted| counted.people).sum::<usize>() == all =>
        {
            Box::new(of_hamlet)
        }
        _ => return,
    };
    for row in found.people.iter_mut().filter(|row| !is_delegate(row)) {
        row.doubts
            .push(Sentence::new("intake-doubt-beside").with("row", row.row).with("note", line.as_str()));
    }
}
