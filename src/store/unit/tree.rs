//! The tree of units read at once, with the people of each.

use rusqlite::Connection;

use super::super::codec::{Word, needed_word, word};
use super::super::error::Result;
use super::super::person;
use crate::domain::id::{PersonId, UnitId};
use crate::domain::person::PersonDetails;
use crate::domain::unit_tree::{Extent, LooseUnit, UnitFields, UnitTree};

/// Reads all units: larger kinds first, then in alphabetical order.
pub(in crate::store) fn read(connection: &Connection) -> Result<UnitTree> {
    let mut query = connection.prepare_cached(include_str!("tree.sql"))?;
    let units = query.query_map([], |row| {
        Ok(LooseUnit {
            id: UnitId(row.get("id")?),
            parent: row.get::<_, Option<i64>>("parent_id")?.map(UnitId),
            fields: fields(row)?,
            people: row.get("people")?,
        })
    })?;
    Ok(UnitTree::new(units.collect::<rusqlite::Result<_>>()?, &successors(connection)?))
}

fn successors(connection: &Connection) -> Result<Vec<(UnitId, UnitId, Extent)>> {
    let mut query =
        connection.prepare_cached("SELECT old_id, new_id, extent FROM unit_successor ORDER BY id")?;
    let all = query.query_map([], |row| {
        Ok((UnitId(row.get(0)?), UnitId(row.get(1)?), row.get::<_, Word<Extent>>(2)?.0))
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// What a row of `unit` says.
pub(super) fn fields(row: &rusqlite::Row<'_>) -> rusqlite::Result<UnitFields> {
    Ok(UnitFields {
        name: row.get("name")?,
        kind: needed_word(row, "kind")?,
        code: row.get("code")?,
        valid_from: word(row, "valid_from")?,
        valid_to: word(row, "valid_to")?,
    })
}

/// The first `most` people of a unit and of what is inside it, in name order.
pub(in crate::store) fn people(
    connection: &Connection,
    unit: UnitId,
    most: usize,
) -> Result<Vec<(PersonId, PersonDetails)>> {
    let mut query = connection.prepare_cached(include_str!("people.sql"))?;
    let ids = query.query_map((unit.0, most), |row| Ok(PersonId(row.get(0)?)))?;
    let ids: Vec<PersonId> = ids.collect::<rusqlite::Result<_>>()?;
    person::by_ids(connection, &ids)
}
