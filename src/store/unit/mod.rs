//! Units of the registry: the tree, and what is done to it.

pub(super) mod edit;
mod link;
pub(super) mod map;
pub(super) mod merge;
pub(super) mod missing;
pub(super) mod people;
pub(super) mod tree;

use std::collections::HashMap;

use rusqlite::Connection;

use super::codec::Word;
use super::error::Result;
use super::record::Record;
use super::transact::Step;
use crate::domain::person::PersonDetails;
use crate::domain::unit::UnitDetails;
use crate::domain::unit_tree::UnitFields;
use crate::vietnamese::{collate, fold};

/// The names of all units that there are today, each once.
pub(super) fn names(connection: &Connection) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached("SELECT DISTINCT name FROM unit WHERE valid_to IS NULL")?;
    let names = query.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Units by the ways lists write them: "Xã Tam Đại" and "Thôn Trung Đàn, xã Tam Đại".
#[derive(Debug, Default)]
pub(super) struct UnitNames(HashMap<String, i64>);

impl UnitNames {
    /// The unit a person belongs to, if it is known: "Hội Nông dân" under "Xã Tam Đại"
    /// is the one there.
    pub(super) fn of_person(&self, person: &PersonDetails) -> Option<i64> {
        let unit = person.unit.as_deref()?;
        let within = person.unit_group.as_deref().and_then(|group| self.find(&format!("{unit}, {group}")));
        within.or_else(|| self.find(unit))
    }

    /// The unit a text names, if it is known.
    pub(super) fn find(&self, text: &str) -> Option<i64> {
        self.0.get(&fold::compare_key(text)).copied()
    }

    /// Every unit of the registry.
    pub(super) fn load(connection: &Connection) -> Result<Self> {
        let mut names = Self::default();
        let mut query = connection.prepare_cached(include_str!("names.sql"))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            names.add(
                row.get(0)?,
                row.get_ref(1)?.as_str().unwrap_or_default(),
                row.get::<_, Option<String>>(2)?.as_deref(),
            );
        }
        Ok(names)
    }

    fn add(&mut self, id: i64, name: &str, parent: Option<&str>) {
        if let Some(parent) = parent {
            self.0.entry(fold::compare_key(&format!("{name}, {parent}"))).or_insert(id);
        }
        self.0.entry(fold::compare_key(name)).or_insert(id);
    }
}

/// No file knows more communes: the country has three thousand.
const MOST_NAMES: usize = 5000;

/// Names of units that people come from, without residential areas: their commune
/// stands for them.
pub(super) fn known_names(connection: &Connection) -> Result<Vec<String>> {
    let mut query = connection.prepare_cached(
        "SELECT name FROM unit WHERE kind <> 'residential_area'
         UNION SELECT coalesce(unit_group, unit) FROM delegate
         WHERE coalesce(unit_group, unit) IS NOT NULL
         LIMIT ?1",
    )?;
    let names = query.query_map([MOST_NAMES], |row| row.get(0))?;
    let mut names: Vec<String> = names.collect::<rusqlite::Result<_>>()?;
    names.sort_by_cached_key(|name| collate::key(name));
    Ok(names)
}

/// Adds units with all that is inside them, except those that stand there
/// already under the same parent.
pub(super) fn insert_tree(step: &Step<'_>, parent: Option<i64>, units: &[UnitDetails]) -> Result<()> {
    for (ordinal, unit) in units.iter().enumerate() {
        let id = match child(step, parent, &unit.name)? {
            Some(id) => id,
            None => insert(step, parent, ordinal, unit)?,
        };
        insert_tree(step, Some(id), &unit.children)?;
    }
    Ok(())
}

fn child(step: &Step<'_>, parent: Option<i64>, name: &str) -> Result<Option<i64>> {
    use rusqlite::OptionalExtension;
    let mut query = step.prepare_cached("SELECT id FROM unit WHERE parent_id IS ?1 AND name = ?2")?;
    Ok(query.query_row((parent, name), |row| row.get(0)).optional()?)
}

fn insert(step: &Step<'_>, parent: Option<i64>, ordinal: usize, unit: &UnitDetails) -> Result<i64> {
    let record = Record::of("unit").with_uid().set("parent_id", parent).set("ordinal", ordinal);
    with_fields(record, &unit.into()).insert(step)
}

fn with_fields<'a>(record: Record<'a>, fields: &'a UnitFields) -> Record<'a> {
    record
        .set("name", &fields.name)
        .set("kind", Word(fields.kind))
        .set("code", &fields.code)
        .set("valid_from", fields.valid_from.map(Word))
        .set("valid_to", fields.valid_to.map(Word))
        .set("name_key", collate::key(&fields.name))
        .set("search_key", fold::fold(&fields.name))
}
