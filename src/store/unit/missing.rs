//! Units that a list names and the registry does not know.

use std::collections::HashSet;

use rusqlite::Connection;

use super::{UnitNames, insert};
use crate::domain::person::PersonDetails;
use crate::domain::unit::{UnitDetails, UnitStep, path_of};
use crate::store::error::Result;
use crate::store::transact::Step;

/// The names of the units that the registry lacks, each once, in the order met.
pub(in crate::store) fn names<'a>(
    connection: &Connection,
    people: impl Iterator<Item = &'a PersonDetails>,
) -> Result<Vec<String>> {
    let mut units = UnitNames::load(connection)?;
    let mut missing = Vec::new();
    for person in each_place(people) {
        let path = path_of(person);
        for at in 0..path.len() {
            if units.of_path(&path[..=at]).is_none() {
                let outer = at.checked_sub(1).map(|outer| path[outer].name.as_str());
                units.add(NOT_YET, &path[at].name, outer);
                missing.push(path[at].name.clone());
            }
        }
    }
    Ok(missing)
}

/// Stands for the id of a unit that is not added yet.
const NOT_YET: i64 = 0;

/// Adds the units that these people come from and the registry lacks. Communes go where
/// the others are, if those are all in one place.
pub(in crate::store) fn add<'a>(
    step: &Step<'_>,
    units: &mut UnitNames,
    people: impl Iterator<Item = &'a PersonDetails>,
) -> Result<()> {
    let communes = parent_of_communes(step)?;
    for person in each_place(people) {
        let path = path_of(person);
        let mut outer = None;
        for at in 0..path.len() {
            let known = units.of_path(&path[..=at]);
            outer = match known {
                Some(id) => Some(id),
                None => {
                    let details = details(&path[at]);
                    let parent = outer.or(communes.filter(|_| at == 0));
                    let id = insert(step, parent, children(step, parent)?, &details)?;
                    let outer_name = at.checked_sub(1).map(|outer| path[outer].name.as_str());
                    units.add(id, &details.name, outer_name);
                    Some(id)
                }
            };
        }
    }
    Ok(())
}

/// People of each place once: lists say the same few again and again.
fn each_place<'a>(
    people: impl Iterator<Item = &'a PersonDetails>,
) -> impl Iterator<Item = &'a PersonDetails> {
    let mut met = HashSet::new();
    people.filter(move |person| met.insert((person.unit.as_deref(), person.unit_group.as_deref())))
}

/// How many units are in one: the next comes behind them.
fn children(connection: &Connection, parent: Option<i64>) -> Result<usize> {
    let mut query = connection.prepare_cached("SELECT count(*) FROM unit WHERE parent_id IS ?1")?;
    Ok(query.query_row([parent], |row| row.get(0))?)
}

fn details(step: &UnitStep) -> UnitDetails {
    UnitDetails {
        name: step.name.clone(),
        kind: step.kind,
        code: None,
        valid_from: None,
        valid_to: None,
        children: Vec::new(),
    }
}

/// The unit in which all communes are, if it is one.
fn parent_of_communes(connection: &Connection) -> Result<Option<i64>> {
    let mut query =
        connection.prepare_cached("SELECT DISTINCT parent_id FROM unit WHERE kind = 'commune' LIMIT 2")?;
    let parents: Vec<Option<i64>> =
        query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(match parents[..] {
        [only] => only,
        _ => None,
    })
}

impl UnitNames {
    /// The unit at the end of a path, if it is known: an inner one only under its outer,
    /// unless its own name says where it is ("UBMTTQ xã Tam Đại").
    fn of_path(&self, path: &[UnitStep]) -> Option<i64> {
        match path {
            [] => None,
            [unit] => self.find(&unit.name),
            [.., outer, unit] => {
                let says_outer = unit.name.to_lowercase().contains(&outer.name.to_lowercase());
                let alone = || self.find(&unit.name).filter(|_| says_outer);
                self.find(&format!("{}, {}", unit.name, outer.name)).or_else(alone)
            }
        }
    }
}
