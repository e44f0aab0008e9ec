//! Those who come instead of somebody, where only a note names them: they stand in the list, doubtful, so that
//! whoever imports it may take them.

use std::collections::HashSet;

use jiff::civil::Date;

use super::super::budget::{Budget, Stop};
use super::super::columns::{Column, Layout};
use super::super::grid::line_of;
use super::super::mentions::{begins_with_name, substitute};
use super::super::named::{NameHabits, Named};
use super::super::person::{self, Around, ReadRow};
use super::super::read::of_mention;
use super::super::rows::Found;
use super::super::rows::habits::Habits;
use super::super::rows::walk::Heading;
use super::super::units::Units;
use super::notes::{Note, Place};
use crate::domain::list::LineKind;
use crate::sentence::Sentence;
use crate::vietnamese::fold::fold;

/// Who comes instead, as it is said.
struct Said {
    /// The number of the row it is said in, or beside.
    row: u32,
    /// All that is said there.
    note: String,
    /// From the name on.
    own: String,
}

/// Adds whom notes name as coming instead, also those beside somebody in the list.
pub(super) fn settle(
    notes: &[Note],
    tables: &mut Vec<Layout>,
    found: &mut Found,
    today: Date,
    budget: &Budget,
) -> Result<(), Stop> {
    let said = said(notes, found, today);
    if said.is_empty() {
        return Ok(());
    }
    let mut known: HashSet<String> = found.people.iter().map(|row| fold(&row.person.full_name)).collect();
    let mut added: Vec<ReadRow> = Vec::new();
    // All of them are of one table, which is ours.
    let mut table = None;
    for Said { row, note, own } in said {
        budget.step()?;
        // Another clause is said of somebody else.
        let own = own.split([';', '|']).next().unwrap_or(&own);
        let Some(grid) = of_mention(own, budget)? else { continue };
        if table.is_none()
            && let Some(layout) = Layout::find(&grid)
        {
            budget.table()?;
            tables.push(layout.clone());
            table = Some((layout, tables.len() - 1));
        }
        let Some((layout, table)) = &table else { continue };
        let Some(written) = grid.rows.last().filter(|own| own.number > layout.header) else { continue };
        let habits = Habits::of(std::slice::from_ref(written), layout, today);
        let around = Around {
            layout,
            table: *table,
            today,
            above: &Heading::default(),
            habits: &habits,
            sure: true,
            unnumbered: false,
        };
        let mut person = person::read(written, &around, &mut Units::default());
        if !known.insert(fold(&person.person.full_name)) {
            continue;
        }
        let line = |column: &Column| line_of(written.cell(column.index)).into_owned();
        person.written = layout.columns.iter().map(line).collect();
        person.row = row;
        person.remarks.clear();
        person.doubts = vec![Sentence::new("intake-doubt-substitute").with("row", row).with("note", note)];
        take_place(&mut person, found);
        found.kinds.push((row, LineKind::Doubtful, None));
        added.push(person);
    }
    budget.people(added.len())?;
    found.people.append(&mut added);
    // Behind those of their rows.
    found.people.sort_by_key(|one| one.row);
    Ok(())
}

/// What is said of those who come instead, beside people and elsewhere.
fn said(notes: &[Note], found: &Found, today: Date) -> Vec<Said> {
    let beside = found.people.iter().filter_map(|row| Some((row.row, row.person.note.as_deref()?)));
    let elsewhere = notes.iter().filter(|note| note.stands != Place::Instead);
    let elsewhere = elsewhere.map(|note| (note.row, note.text.as_str()));
    let named =
        beside.chain(elsewhere).filter_map(|(row, text)| Some((row, text, &text[substitute(text)?..])));
    let instead =
        notes.iter().filter(|note| note.stands == Place::Instead && names_somebody(&note.text, today));
    let instead = instead.map(|note| (note.row, note.text.as_str(), note.text.as_str()));
    let said = |(row, text, own): (u32, &str, &str)| Said { row, note: text.to_owned(), own: own.to_owned() };
    named.chain(instead).map(said).collect()
}

/// Whoever comes instead is of the place of whom they replace.
fn take_place(person: &mut ReadRow, found: &Found) {
    let at = found.people.partition_point(|one| one.row < person.row);
    let replaced = found.people.get(at).filter(|one| one.row == person.row && person.person.unit.is_none());
    if let Some(replaced) = replaced {
        person.person.unit.clone_from(&replaced.person.unit);
        person.person.unit_group.clone_from(&replaced.person.unit_group);
    }
}

/// Whether the cell of whoever comes instead begins with a name.
fn names_somebody(text: &str, today: Date) -> bool {
    let first = text.split([',', '(', '-', '–', ';']).next().unwrap_or(text).trim();
    let named = Named::read(first, NameHabits::default(), today);
    named.doubt.is_none() || begins_with_name(text)
}
