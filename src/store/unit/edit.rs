//! Units added, changed, moved, merged and removed.
//!
//! A unit that changes its name or its place changes how its people are printed, in
//! the registry. Delegates of sessions keep the text they were listed with.

use rusqlite::{Connection, OptionalExtension};

use super::UnitNames;
use super::tree::{people, tree};
use crate::domain::id::{PersonId, UnitId};
use crate::domain::unit_tree::{Extent, MOST_LEVELS, MergeInto, Merger, UnitFields, UnitMistake, UnitTree};
use crate::store::codec::Word;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::{person, roster};
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::{collate, fold};

/// Adds a unit at the end of those in `parent`.
pub(in crate::store) fn add(step: &Step<'_>, parent: Option<UnitId>, fields: &UnitFields) -> Result<UnitId> {
    if let Some(parent) = parent {
        refuse_depth(&tree(step)?, parent, 1)?;
    }
    insert(step, parent, fields)
}

fn insert(step: &Step<'_>, parent: Option<UnitId>, fields: &UnitFields) -> Result<UnitId> {
    refuse_code(step, None, fields)?;
    let ordinal: i64 = step.query_row(
        "SELECT coalesce(max(ordinal), -1) + 1 FROM unit WHERE parent_id IS ?1",
        [parent.map(|parent| parent.0)],
        |row| row.get(0),
    )?;
    let record = Record::of("unit").with_uid().set("parent_id", parent.map(|parent| parent.0));
    with_fields(record, fields).set("ordinal", ordinal).insert(step).map(UnitId)
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

/// Replaces what a unit says of itself; its people follow in the registry.
pub(in crate::store) fn update(step: &Step<'_>, id: UnitId, fields: &UnitFields) -> Result<()> {
    let before = tree(step)?;
    let unit = before.unit(id).ok_or(UnitMistake::Unknown)?;
    if unit.fields == *fields {
        return Ok(());
    }
    refuse_code(step, Some(id), fields)?;
    with_fields(Record::of("unit"), fields).update(step, id.0)?;
    reprint(step, &before, id)
}

/// Moves a unit with all in it into another one, or to the top.
pub(in crate::store) fn move_to(step: &Step<'_>, id: UnitId, parent: Option<UnitId>) -> Result<()> {
    let before = tree(step)?;
    let unit = before.unit(id).ok_or(UnitMistake::Unknown)?;
    if unit.parent == parent {
        return Ok(());
    }
    let inside = before.with_all_inside(id);
    if let Some(parent) = parent {
        if inside.iter().any(|one| one.id == parent) {
            return Err(UnitMistake::UnderItself(unit.fields.name.clone()).into());
        }
        let levels = inside.iter().map(|one| one.depth - unit.depth + 1).max().unwrap_or(1);
        refuse_depth(&before, parent, levels)?;
    }
    Record::of("unit").set("parent_id", parent.map(|parent| parent.0)).update(step, id.0)?;
    reprint(step, &before, id)
}

/// Takes a unit out of the registry: only an empty one.
pub(in crate::store) fn remove(step: &Step<'_>, id: UnitId) -> Result<()> {
    let tree = tree(step)?;
    let unit = tree.unit(id).ok_or(UnitMistake::Unknown)?;
    let units = tree.with_all_inside(id).len() - 1;
    if units > 0 || unit.people > 0 {
        let name = unit.fields.name.clone();
        return Err(UnitMistake::NotEmpty { name, people: unit.people, units }.into());
    }
    step.execute("DELETE FROM unit WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Makes units part of another one. Answers which.
pub(in crate::store) fn merge(step: &Step<'_>, merger: &Merger) -> Result<UnitId> {
    let before = tree(step)?;
    let olds = merger.units.iter().map(|id| before.unit(*id).ok_or(UnitMistake::Unknown));
    let olds: Vec<_> = olds.collect::<std::result::Result<_, _>>()?;
    let Some(first) = olds.first() else { return Err(UnitMistake::NothingToMerge.into()) };
    let into = match &merger.into {
        MergeInto::New(fields) => insert(step, first.parent, fields)?,
        MergeInto::Known(id) if merger.units.contains(id) && merger.units.len() == 1 => {
            return Err(UnitMistake::NothingToMerge.into());
        }
        MergeInto::Known(id) => before.unit(*id).ok_or(UnitMistake::Unknown)?.id,
    };
    // A unit that takes others over and goes on itself is not among those that end.
    for old in olds.iter().filter(|old| old.id != into) {
        let inside = before.with_all_inside(old.id);
        if inside.iter().any(|one| one.id == into) {
            return Err(UnitMistake::UnderItself(old.fields.name.clone()).into());
        }
        succeed(step, old.id, into, merger.extent)?;
        if let Some(day) = merger.ends.filter(|_| !old.has_ended()) {
            let fields = UnitFields { valid_to: Some(day), ..old.fields.clone() }.checked()?;
            with_fields(Record::of("unit"), &fields).update(step, old.id.0)?;
        }
        if merger.takes_people {
            for part in inside.iter().filter(|part| part.parent == Some(old.id)) {
                move_to(step, part.id, Some(into))?;
            }
            let now = tree(step)?;
            let after = now.as_printed(into).ok_or(UnitMistake::Unknown)?;
            for (id, _) in people(step, old.id)? {
                print_anew(step, id, into, &after)?;
            }
        }
    }
    Ok(into)
}

fn succeed(step: &Step<'_>, old: UnitId, new: UnitId, extent: Extent) -> Result<()> {
    step.prepare_cached("DELETE FROM unit_successor WHERE old_id = ?1 AND new_id = ?2")?
        .execute((old.0, new.0))?;
    Record::of("unit_successor")
        .set("old_id", old.0)
        .set("new_id", new.0)
        .set("extent", Word(extent))
        .insert(step)?;
    Ok(())
}

/// People get another main unit, as if each had been edited: delegates of open
/// sessions follow.
pub(in crate::store) fn move_people(step: &Step<'_>, people: &[PersonId], to: UnitId) -> Result<()> {
    let (unit, unit_group) = tree(step)?.as_printed(to).ok_or(UnitMistake::Unknown)?;
    for id in people {
        let before = person::read(step, *id)?;
        let mut after = before.clone();
        (after.unit, after.unit_group) = (Some(unit.clone()), unit_group.clone());
        roster::edit_person(step, *id, &before, &after)?;
        // The text may fit another unit of the same name as well.
        link(step, *id, to)?;
    }
    Ok(())
}

/// Prints the people of a unit and of all in it as the units are called now. Who was
/// printed in words of their own keeps them.
fn reprint(step: &Step<'_>, before: &UnitTree, id: UnitId) -> Result<()> {
    let now = tree(step)?;
    for unit in before.with_all_inside(id) {
        let (Some(old), Some(new)) = (before.as_printed(unit.id), now.as_printed(unit.id)) else { continue };
        if old == new || unit.people == 0 {
            continue;
        }
        let known = [compare_key(&old.0), compare_key(&unit.fields.name)];
        for (person, details) in people(step, unit.id)? {
            if details.unit.is_some_and(|text| known.contains(&compare_key(&text))) {
                print_anew(step, person, unit.id, &new)?;
            }
        }
    }
    Ok(())
}

/// Gives a person another text of the unit, in the registry alone.
fn print_anew(
    step: &Step<'_>,
    id: PersonId,
    unit: UnitId,
    (text, group): &(String, Option<String>),
) -> Result<()> {
    let mut details = person::read(step, id)?;
    (details.unit, details.unit_group) = (Some(text.clone()), group.clone());
    person::update(step, &UnitNames::default(), id, &details)?;
    link(step, id, unit)
}

fn link(step: &Step<'_>, person: PersonId, unit: UnitId) -> Result<()> {
    step.prepare_cached(
        "UPDATE person_unit SET unit_id = ?2 WHERE person_id = ?1 AND is_main = 1 AND unit_id IS NOT ?2",
    )?
    .execute((person.0, unit.0))?;
    Ok(())
}

fn refuse_depth(tree: &UnitTree, parent: UnitId, levels: usize) -> Result<()> {
    let depth = tree.unit(parent).ok_or(UnitMistake::Unknown)?.depth;
    match depth + 1 + levels > MOST_LEVELS {
        true => Err(UnitMistake::TooDeep(MOST_LEVELS).into()),
        false => Ok(()),
    }
}

/// A code is never given to two units.
fn refuse_code(connection: &Connection, id: Option<UnitId>, fields: &UnitFields) -> Result<()> {
    let Some(code) = &fields.code else { return Ok(()) };
    let other: Option<String> = connection
        .query_row(
            "SELECT name FROM unit WHERE code = ?1 AND id IS NOT ?2 LIMIT 1",
            (code, id.map(|id| id.0)),
            |row| row.get(0),
        )
        .optional()?;
    match other {
        Some(name) => Err(UnitMistake::CodeTaken { code: code.clone(), name }.into()),
        None => Ok(()),
    }
}
