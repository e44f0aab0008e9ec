//! Units added, changed, moved, ended and removed, one at a time.

use rusqlite::{Connection, OptionalExtension};

use super::super::error::Result;
use super::super::record::Record;
use super::super::transact::Step;
use super::super::tree as rows;
use super::link::link;
use super::{tree, with_fields};
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::mistake::Mistake;
use crate::domain::unit_tree::{MOST_LEVELS, UnitFields, UnitMistake};

/// What is said of one unit.
pub(in crate::store) fn read(connection: &Connection, id: UnitId) -> Result<UnitFields> {
    let mut query =
        connection.prepare_cached("SELECT name, kind, code, valid_from, valid_to FROM unit WHERE id = ?1")?;
    let found = query.query_row([id.0], tree::fields).optional()?;
    found.ok_or_else(|| refused(UnitMistake::Unknown))
}

/// Adds a unit inside another, or at the top.
pub(in crate::store) fn add(step: &Step<'_>, parent: Option<UnitId>, fields: &UnitFields) -> Result<UnitId> {
    if let Some(parent) = parent {
        check_levels(above(step, parent)?.len() + 1)?;
    }
    check_code(step, None, fields)?;
    let id = insert(step, parent, fields)?;
    link(step)?;
    Ok(id)
}

/// Adds a unit that was checked.
pub(super) fn insert(step: &Step<'_>, parent: Option<UnitId>, fields: &UnitFields) -> Result<UnitId> {
    let record = Record::of("unit").with_uid().set("parent_id", parent.map(|parent| parent.0));
    Ok(UnitId(with_fields(record, fields).insert(step)?))
}

/// Replaces all that is said of a unit, after it was checked.
pub(super) fn update(step: &Step<'_>, id: UnitId, parent: Option<UnitId>, fields: &UnitFields) -> Result<()> {
    let record = Record::of("unit").set("parent_id", parent.map(|parent| parent.0));
    with_fields(record, fields).update(step, id.0)
}

/// Replaces what is said of a unit, where it differs. The text of people and
/// delegates stays.
pub(in crate::store) fn edit(step: &Step<'_>, id: UnitId, wanted: &UnitFields) -> Result<()> {
    let current = read(step, id)?;
    if current == *wanted {
        return Ok(());
    }
    check_code(step, Some(id), wanted)?;
    with_fields(Record::of("unit"), wanted).update(step, id.0)?;
    match current.name == wanted.name {
        true => Ok(()),
        false => link(step),
    }
}

/// Moves a unit with all that is inside it.
pub(in crate::store) fn relocate(step: &Step<'_>, id: UnitId, parent: Option<UnitId>) -> Result<()> {
    let fields = read(step, id)?;
    if let Some(parent) = parent {
        let line = above(step, parent)?;
        if line.contains(&id) {
            return Err(refused(UnitMistake::UnderItself(fields.name)));
        }
        check_levels(line.len() + rows::height(step, "unit", id.0, MOST_LEVELS)?)?;
    }
    if parent_of(step, id)? == parent {
        return Ok(());
    }
    Record::of("unit").set("parent_id", parent.map(|parent| parent.0)).update(step, id.0)
}

/// Ends a unit on its last day, or lets it live on.
pub(in crate::store) fn end(step: &Step<'_>, id: UnitId, last: Option<FuzzyDate>) -> Result<()> {
    let fields = UnitFields { valid_to: last, ..read(step, id)? };
    edit(step, id, &fields.checked().map_err(Mistake::from)?)
}

/// Removes a unit that nothing depends on: one entered by mistake. Others end.
pub(in crate::store) fn remove(step: &Step<'_>, id: UnitId) -> Result<()> {
    let name = read(step, id)?.name;
    let count = |sql: &str| -> Result<usize> { Ok(step.query_row(sql, [id.0], |row| row.get(0))?) };
    // The schema would delete what is inside along with it.
    let parts = count("SELECT count(*) FROM unit WHERE parent_id = ?1")?;
    if parts > 0 {
        return Err(refused(UnitMistake::HasParts { name, count: parts }));
    }
    let people = count("SELECT count(DISTINCT person_id) FROM person_unit WHERE unit_id = ?1")?;
    if people > 0 {
        return Err(refused(UnitMistake::HasPeople { name, count: people }));
    }
    let references = count("SELECT count(*) FROM unit_successor WHERE ?1 IN (old_id, new_id)")?
        + count("SELECT count(*) FROM cluster_unit WHERE unit_id = ?1")?;
    if references > 0 {
        return Err(refused(UnitMistake::ReferredTo(name)));
    }
    step.execute("DELETE FROM unit WHERE id = ?1", [id.0])?;
    Ok(())
}

/// The state never gives a code again, so among living units it tells which one.
fn check_code(step: &Step<'_>, own: Option<UnitId>, fields: &UnitFields) -> Result<()> {
    let Some(code) = fields.code.as_ref().filter(|_| fields.lives()) else { return Ok(()) };
    let mut query = step.prepare_cached(
        "SELECT name FROM unit WHERE code = ?1 AND valid_to IS NULL AND id IS NOT ?2 LIMIT 1",
    )?;
    let other: Option<String> = query.query_row((code, own.map(|own| own.0)), |row| row.get(0)).optional()?;
    match other {
        Some(name) => Err(refused(UnitMistake::CodeTaken { code: code.clone(), name })),
        None => Ok(()),
    }
}

/// A unit and what it is inside of, up to the top.
pub(super) fn above(connection: &Connection, id: UnitId) -> Result<Vec<UnitId>> {
    let line = rows::above(connection, "unit", id.0)?.ok_or_else(|| refused(UnitMistake::Unknown))?;
    Ok(line.into_iter().map(UnitId).collect())
}

/// What a unit is inside of.
pub(super) fn parent_of(connection: &Connection, id: UnitId) -> Result<Option<UnitId>> {
    let parent = rows::parent(connection, "unit", id.0)?.ok_or_else(|| refused(UnitMistake::Unknown))?;
    Ok(parent.map(UnitId))
}

/// Units directly inside one.
pub(super) fn parts(connection: &Connection, id: UnitId) -> Result<Vec<UnitId>> {
    let mut query = connection.prepare_cached("SELECT id FROM unit WHERE parent_id = ?1 ORDER BY id")?;
    let parts = query.query_map([id.0], |row| Ok(UnitId(row.get(0)?)))?;
    Ok(parts.collect::<rusqlite::Result<_>>()?)
}

fn check_levels(levels: usize) -> Result<()> {
    match levels > MOST_LEVELS {
        true => Err(refused(UnitMistake::TooDeep)),
        false => Ok(()),
    }
}

/// The mistake as an error of the store.
pub(super) fn refused(mistake: UnitMistake) -> super::super::error::StoreError {
    Mistake::from(mistake).into()
}
