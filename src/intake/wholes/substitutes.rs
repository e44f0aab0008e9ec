//! Those who come instead of somebody, where only a note names them: they stand in the list, doubtful, so that
//! whoever imports it may take them.

use std::collections::HashSet;

use jiff::civil::Date;

use super::super::budget::{Budget, Stop};
use super::super::columns::{Column, Layout};
use super::super::grid::line_of;
use super::super::mentions::{begins_with_name, substitute};
use super::super::named::{NameHabits, Named};
use super::super::read::of_mention;
use super::super::rows::{self, Found};
use super::notes::{Note, Place};
use crate::domain::list::LineKind;
use crate::sentence::Sentence;
use crate::vietnamese::fold::fold;

/// Adds whom notes name as coming instead, also those beside somebody in the list.
pub(super) fn settle(
    notes: &[Note],
    tables: &mut Vec<Layout>,
    found: &mut Found,
    today: Date,
    budget: &Budget,
) -> Result<(), Stop> {
    let beside = found.people.iter().filter_map(|row| Some((row.row, row.person.note.as_deref()?)));
    let elsewhere = notes.iter().filter(|note| note.stands != Place::Instead);
    let elsewhere = elsewhere.map(|note| (note.row, note.text.as_str()));
    let named =
        beside.chain(elsewhere).filter_map(|(row, text)| Some((row, text, &text[substitute(text)?..])));
    let instead =
        notes.iter().filter(|note| note.stands == Place::Instead && names_somebody(&note.text, today));
    let instead = instead.map(|note| (note.row, note.text.as_str(), note.text.as_str()));
    let said: Vec<(u32, String, String)> =
        named.chain(instead).map(|(row, text, own)| (row, text.to_owned(), own.to_owned())).collect();
    let mut known: HashSet<String> = match said.is_empty() {
        true => return Ok(()),
        false => found.people.iter().map(|row| fold(&row.person.full_name)).collect(),
    };
    for (row, note, own) in said {
        // Another clause is said of somebody else.
        let own = own.split([';', '|']).next().unwrap_or(&own);
        let Some(grid) = of_mention(own, budget)? else { continue };
        let Some(layout) = Layout::find(&grid) else { continue };
        let mut added = rows::people(&grid, &layout, today, tables, budget)?;
        let Some(mut person) = added.people.pop().filter(|_| added.people.is_empty()) else { continue };
        if !known.insert(fold(&person.person.full_name)) {
            continue;
        }
        let written = grid.rows.iter().find(|own| own.number == person.row);
        let line = |column: &Column| line_of(written.and_then(|own| own.cell(column.index))).into_owned();
        person.written = layout.columns.iter().map(line).collect();
        person.row = row;
        person.remarks.clear();
        person.doubts = vec![Sentence::new("intake-doubt-substitute").with("row", row).with("note", note)];
        // Whoever comes instead is of the same place.
        if let Some(replaced) = found.people.iter().find(|one| one.row == row && person.person.unit.is_none())
        {
            person.person.unit.clone_from(&replaced.person.unit);
            person.person.unit_group.clone_from(&replaced.person.unit_group);
        }
        let at = found.people.partition_point(|one| one.row <= row);
        found.people.insert(at, person);
        found.kinds.push((row, LineKind::Doubtful, None));
    }
    Ok(())
}

/// Whether the cell of whoever comes instead begins with a name.
fn names_somebody(text: &str, today: Date) -> bool {
    let first = text.split([',', '(', '-', '–', ';']).next().unwrap_or(text).trim();
    let named = Named::read(first, NameHabits::default(), today);
    named.doubt.is_none() || begins_with_name(text)
}
