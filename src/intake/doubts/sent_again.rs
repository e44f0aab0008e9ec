//! A list that stands twice in a file because it was sent anew, numbered from 1 again: who is not in the last of them was
//! taken off.

use std::collections::HashSet;

use super::super::columns::Part;
use super::super::grid::Grid;
use super::super::heading::Field;
use super::super::rows::Found;
use super::row_of;
use crate::sentence::Sentence;
use crate::vietnamese::fold::fold;

/// Doubts whoever stands in an earlier list and not in the one that came in its place.
pub(super) fn settle(grid: &Grid, parts: &[Part<'_>], found: &mut Found) {
    let lists = lists(grid, parts, found);
    if lists.len() < 2 {
        return;
    }
    let names = |list: &[usize]| -> HashSet<String> {
        list.iter().map(|at| fold(&found.people[*at].person.full_name)).collect()
    };
    let named: Vec<HashSet<String>> = lists.iter().map(|list| names(list)).collect();
    let mut doubts = Vec::new();
    for (at, earlier) in named.iter().enumerate() {
        let takes_place = |later: &&usize| {
            let later = &named[**later];
            let both = earlier.intersection(later).count();
            both >= 2 && both * 2 >= earlier.len() && both * 2 >= later.len() && later.len() >= earlier.len()
        };
        let later: Vec<usize> = (at + 1..named.len()).collect();
        let Some(later) = later.iter().rfind(takes_place) else { continue };
        let row = found.people[lists[*later][0]].row;
        let is_gone = |one: &&usize| !named[*later].contains(&fold(&found.people[**one].person.full_name));
        doubts.extend(lists[at].iter().filter(is_gone).map(|one| (*one, row)));
    }
    for (at, other) in doubts {
        let person = &mut found.people[at];
        let doubt = Sentence::new("intake-doubt-sent-again").with("row", person.row).with("other", other);
        person.doubts.push(doubt);
    }
}

/// The places of people in lists that are numbered from 1 each.
fn lists(grid: &Grid, parts: &[Part<'_>], found: &Found) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    for part in parts {
        let Some(ordinal) = part.layout.columns_of(Field::Ordinal).next() else { continue };
        for at in part.people(&found.people) {
            let cell = row_of(grid, &found.people[at]).and_then(|row| row.cell(ordinal.index));
            match cell.and_then(|cell| cell.line().parse::<u32>().ok()) {
                Some(1) => lists.push(vec![at]),
                Some(_) => lists.last_mut().into_iter().for_each(|list| list.push(at)),
                None => {}
            }
        }
    }
    lists
}
