//! The units of the registry as a tree, and the people of one.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::domain::id::{PersonId, UnitId};
use crate::domain::person::PersonDetails;
use crate::domain::unit_tree::{Extent, Unit, UnitFields, UnitTree};
use crate::store::codec::{needed_word, word};
use crate::store::error::Result;
use crate::store::person;

/// All units, in the order they stand beside each other.
pub(in crate::store) fn tree(connection: &Connection) -> Result<UnitTree> {
    let mut successors = successors(connection)?;
    let mut query = connection.prepare_cached(include_str!("tree.sql"))?;
    let units = query.query_map([], |row| {
        let id = UnitId(row.get("id")?);
        Ok(Unit {
            id,
            parent: row.get::<_, Option<i64>>("parent_id")?.map(UnitId),
            depth: 0,
            fields: UnitFields {
                name: row.get("name")?,
                kind: needed_word(row, "kind")?,
                code: row.get("code")?,
                valid_from: word(row, "valid_from")?,
                valid_to: word(row, "valid_to")?,
            },
            people: row.get("people")?,
            inside: 0,
            successors: successors.remove(&id).unwrap_or_default(),
        })
    })?;
    Ok(UnitTree::new(units.collect::<rusqlite::Result<_>>()?))
}

fn successors(connection: &Connection) -> Result<HashMap<UnitId, Vec<(UnitId, Extent)>>> {
    let mut query =
        connection.prepare_cached("SELECT old_id, new_id, extent FROM unit_successor ORDER BY id")?;
    let mut rows = query.query([])?;
    let mut all: HashMap<UnitId, Vec<(UnitId, Extent)>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let successor = (UnitId(row.get("new_id")?), needed_word(row, "extent")?);
        all.entry(UnitId(row.get("old_id")?)).or_default().push(successor);
    }
    Ok(all)
}

/// The people whose main unit it is, in name order.
pub(in crate::store) fn people(
    connection: &Connection,
    unit: UnitId,
) -> Result<Vec<(PersonId, PersonDetails)>> {
    let mut query = connection.prepare_cached(
        "SELECT person.id FROM person_unit JOIN person ON person.id = person_unit.person_id
         WHERE person_unit.unit_id = ?1 AND person_unit.is_main = 1
         ORDER BY person.name_key, person.id",
    )?;
    let ids: Vec<PersonId> =
        query.query_map([unit.0], |row| row.get(0).map(PersonId))?.collect::<rusqlite::Result<_>>()?;
    person::by_ids(connection, &ids)
}
