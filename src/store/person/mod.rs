//! People of the registry: each stands there once, whatever sessions they attend.

mod index;
mod merge;
mod positions;
mod record;
mod remove;
pub(super) mod sensitive;

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use super::codec::{Word, word};
use super::error::Result;
use super::record::Record;
use super::transact::Step;
use super::unit::UnitNames;
use crate::domain::date::FuzzyDate;
use crate::domain::id::{PersonId, UnitId};
use crate::domain::mistake::Mistake;
use crate::domain::numbering::name_key;
use crate::domain::person::PersonDetails;
use crate::domain::person_field::PersonField;
use crate::vietnamese::fold;

pub(super) use index::Loaded;
pub(super) use merge::merge;
pub(super) use positions::set_positions;
pub(super) use record::record;
pub(super) use remove::remove;

/// Adds a person with the main position and unit.
pub(super) fn insert(
    step: &Step<'_>,
    units: &UnitNames,
    person: &PersonDetails,
    sample: bool,
) -> Result<PersonId> {
    insert_as(step, &crate::clock::new_uid(), units, person, sample)
}

/// Adds a person who has their identity from elsewhere.
pub(super) fn insert_as(
    step: &Step<'_>,
    uid: &str,
    units: &UnitNames,
    person: &PersonDetails,
    sample: bool,
) -> Result<PersonId> {
    let record = Record::of("person").set("uid", uid).set("is_sample", sample);
    let id = with_registered(record, person, None).insert(step)?;
    if let Some(title) = &person.position {
        add_main_position(step, id, title)?;
    }
    if let Some(unit) = &person.unit {
        add_main_unit(step, units, id, person, unit)?;
    }
    Ok(PersonId(id))
}

/// Replaces what the registry says of a person.
pub(super) fn update(step: &Step<'_>, units: &UnitNames, id: PersonId, person: &PersonDetails) -> Result<()> {
    let sort_name = sort_name(step, id)?;
    with_registered(Record::of("person"), person, sort_name.as_deref()).update(step, id.0)?;
    set_main_position(step, id.0, person.position.as_deref())?;
    set_main_unit(step, units, id.0, person)
}

/// A main unit that many people get at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct MainUnit<'a> {
    /// Its text, and the heading it stands under.
    pub(super) unit: &'a str,
    pub(super) unit_group: Option<&'a str>,
    /// Its row: the text alone does not tell two units of one name apart.
    pub(super) id: UnitId,
    /// Since when, if that is to be said.
    pub(super) since: Option<FuzzyDate>,
}

/// Writes what follows when a person goes to another unit and nothing else changes.
pub(super) fn move_to_unit(
    step: &Step<'_>,
    id: PersonId,
    before: &PersonDetails,
    after: &PersonDetails,
    main: MainUnit<'_>,
) -> Result<()> {
    if before != after {
        Record::of("person").set("search_key", after.search_key()).update(step, id.0)?;
    }
    let since = main.since.map(Word);
    let mut update = step.prepare_cached(
        "UPDATE person_unit
         SET unit = ?2, unit_group = ?3, unit_id = ?4, member_from = coalesce(?5, member_from)
         WHERE person_id = ?1 AND is_main = 1",
    )?;
    if update.execute((id.0, main.unit, main.unit_group, main.id.0, since))? == 0 {
        Record::of("person_unit")
            .set("person_id", id.0)
            .set("unit_id", main.id.0)
            .set("unit", main.unit)
            .set("unit_group", main.unit_group)
            .set("is_main", true)
            .set("member_from", since)
            .insert(step)?;
    }
    Ok(())
}

/// The name by which lists order a person, where it overrides the rule.
pub(super) fn sort_name(connection: &Connection, id: PersonId) -> Result<Option<String>> {
    let mut query = connection.prepare_cached("SELECT sort_name FROM person WHERE id = ?1")?;
    let found = query.query_row([id.0], |row| row.get(0)).optional()?;
    found.ok_or(Mistake::UnknownPerson.into())
}

/// What the registry says of one person.
pub(super) fn read(connection: &Connection, id: PersonId) -> Result<PersonDetails> {
    let found = by_ids(connection, &[id])?.pop();
    found.map(|(_, details)| details).ok_or(Mistake::UnknownPerson.into())
}

/// The columns of `person`: the main position and unit stand in tables of their own.
fn with_registered<'a>(record: Record<'a>, person: &'a PersonDetails, sort_name: Option<&str>) -> Record<'a> {
    with_details(record, person, sort_name).set("fold_name", fold::fold(&person.full_name))
}

/// The columns that `person` and `delegate` both have.
pub(super) fn with_details<'a>(
    record: Record<'a>,
    person: &'a PersonDetails,
    sort_name: Option<&str>,
) -> Record<'a> {
    let record = record
        .set("full_name", &person.full_name)
        .set("gender", person.gender.map(Word))
        .set("birth", person.birth.map(Word))
        .set("name_key", name_key(sort_name, person))
        .set("search_key", person.search_key());
    PersonField::lines().fold(record, |record, (field, text)| record.set(field.code(), text.of(person)))
}

fn set_main_position(step: &Step<'_>, person: i64, title: Option<&str>) -> Result<()> {
    let current: Option<(i64, String)> = step
        .prepare_cached("SELECT id, title FROM person_position WHERE person_id = ?1 AND is_main = 1")?
        .query_row([person], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match (current, title) {
        (Some((_, current)), Some(title)) if current == title => {}
        (Some((id, _)), Some(title)) => {
            step.prepare_cached("UPDATE person_position SET title = ?2, position_id = NULL WHERE id = ?1")?
                .execute((id, title))?;
        }
        (Some((id, _)), None) => {
            step.execute("DELETE FROM person_position WHERE id = ?1", [id])?;
        }
        (None, Some(title)) => add_main_position(step, person, title)?,
        (None, None) => {}
    }
    Ok(())
}

fn add_main_position(step: &Step<'_>, person: i64, title: &str) -> Result<()> {
    let main = Record::of("person_position").set("person_id", person).set("title", title);
    main.set("is_main", true).insert(step)?;
    Ok(())
}

fn set_main_unit(step: &Step<'_>, units: &UnitNames, person: i64, details: &PersonDetails) -> Result<()> {
    let current: Option<(i64, String, Option<String>)> = step
        .prepare_cached("SELECT id, unit, unit_group FROM person_unit WHERE person_id = ?1 AND is_main = 1")?
        .query_row([person], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    match (current, details.unit.as_deref()) {
        (Some((_, unit, group)), Some(new)) if unit == new && group == details.unit_group => {}
        (Some((id, ..)), Some(unit)) => {
            step.prepare_cached(
                "UPDATE person_unit SET unit = ?2, unit_group = ?3, unit_id = ?4 WHERE id = ?1",
            )?
            .execute((id, unit, &details.unit_group, units.of_person(details)))?;
        }
        (Some((id, ..)), None) => {
            step.execute("DELETE FROM person_unit WHERE id = ?1", [id])?;
        }
        (None, Some(unit)) => add_main_unit(step, units, person, details, unit)?,
        (None, None) => {}
    }
    Ok(())
}

fn add_main_unit(
    step: &Step<'_>,
    units: &UnitNames,
    person: i64,
    details: &PersonDetails,
    unit: &str,
) -> Result<()> {
    Record::of("person_unit")
        .set("person_id", person)
        .set("unit_id", units.of_person(details))
        .set("unit", unit)
        .set("unit_group", &details.unit_group)
        .set("is_main", true)
        .insert(step)?;
    Ok(())
}

/// A person as the queries for people and for delegates give one.
pub(super) fn details(row: &Row<'_>) -> rusqlite::Result<PersonDetails> {
    let mut details = PersonDetails {
        full_name: row.get("full_name")?,
        gender: word(row, "gender")?,
        birth: word(row, "birth")?,
        position: row.get("position")?,
        unit: row.get("unit")?,
        unit_group: row.get("unit_group")?,
        ..PersonDetails::default()
    };
    for (field, text) in PersonField::lines() {
        *text.of_mut(&mut details) = row.get(field.code())?;
    }
    Ok(details)
}

/// The columns of the lines of text that a table of people or delegates has.
pub(super) fn line_columns(table: &str) -> String {
    PersonField::lines().map(|(field, _)| format!(", {table}.{}", field.code())).collect()
}

/// The people of these ids, in the order of the ids.
pub(super) fn by_ids(connection: &Connection, ids: &[PersonId]) -> Result<Vec<(PersonId, PersonDetails)>> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let list = serde_json::to_string(&numbers).unwrap_or_default();
    let mut found = select(
        connection,
        "WHERE person.id IN (SELECT value FROM json_each(?1)) AND person.erased_at IS NULL",
        &list,
    )?
    .into_iter()
    .collect::<HashMap<_, _>>();
    Ok(ids.iter().filter_map(|id| Some((*id, found.remove(id)?))).collect())
}

/// The people whose folded name is one of these.
pub(super) fn by_folded_names(
    connection: &Connection,
    names: &[String],
) -> Result<Vec<(PersonId, PersonDetails)>> {
    let list = serde_json::to_string(names).unwrap_or_default();
    select(
        connection,
        "WHERE person.fold_name IN (SELECT value FROM json_each(?1)) AND person.erased_at IS NULL
         ORDER BY person.id",
        &list,
    )
}

fn select(
    connection: &Connection,
    which: &str,
    parameter: &dyn ToSql,
) -> Result<Vec<(PersonId, PersonDetails)>> {
    let sql = format!(
        "SELECT person.id, person.full_name, person.gender, person.birth,
             person_position.title AS position, person_unit.unit, person_unit.unit_group{}
         FROM person
         LEFT JOIN person_position ON person_position.person_id = person.id AND person_position.is_main = 1
         LEFT JOIN person_unit ON person_unit.person_id = person.id AND person_unit.is_main = 1
         {which}",
        line_columns("person"),
    );
    let mut query = connection.prepare_cached(&sql)?;
    let people = query.query_map([parameter], |row| Ok((PersonId(row.get("id")?), details(row)?)))?;
    Ok(people.collect::<rusqlite::Result<_>>()?)
}
