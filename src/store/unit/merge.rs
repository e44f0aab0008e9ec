//! Units that become one.
//!
//! The old units end the day before and stay in the tree, with what became of
//! them. What living units are inside those taken over whole goes on inside the
//! new one; people follow if that is wished. Of a unit taken over in part nobody
//! can say who goes where, so its parts and people stay to be moved by hand.

use super::super::codec::Word;
use super::super::error::Result;
use super::super::record::Record;
use super::super::transact::Step;
use super::edit::{self, refused};
use super::people;
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::mistake::Mistake;
use crate::domain::unit_tree::{Extent, Merge, MergeInto, UnitFields, UnitMistake, last_day_before};

/// Merges units and returns what they became.
pub(in crate::store) fn merge(step: &Step<'_>, merge: &Merge) -> Result<UnitId> {
    if merge.units.is_empty() {
        return Err(refused(UnitMistake::NothingToMerge));
    }
    end_all(step, merge)?;
    let into = match &merge.into {
        MergeInto::Known(id) => check_target(step, *id, merge)?,
        MergeInto::New(parent, fields) => {
            let fields = UnitFields { valid_from: Some(merge.on), ..fields.clone() };
            edit::add(step, *parent, &fields.checked().map_err(Mistake::from)?)?
        }
    };
    for one in &merge.units {
        succeed(step, one.unit, into, one.extent)?;
        if one.extent == Extent::Whole {
            let along = Along { on: Some(merge.on), parts: merge.with_parts, people: merge.with_people };
            take_over(step, one.unit, into, along)?;
        }
    }
    Ok(into)
}

/// Ends the old units, of which some may have ended before.
fn end_all(step: &Step<'_>, merge: &Merge) -> Result<()> {
    let last = last_day_before(merge.on);
    for one in &merge.units {
        // What lives on under its own name ends no more than it is new.
        if merge.into == MergeInto::Known(one.unit) {
            return Err(refused(UnitMistake::IntoItself(edit::read(step, one.unit)?.name)));
        }
        if edit::read(step, one.unit)?.lives() {
            edit::end(step, one.unit, last.or(Some(merge.on)))?;
        }
    }
    Ok(())
}

fn check_target(step: &Step<'_>, into: UnitId, merge: &Merge) -> Result<UnitId> {
    let target = edit::read(step, into)?;
    if !target.lives() {
        return Err(refused(UnitMistake::Ended(target.name)));
    }
    let line = edit::above(step, into)?;
    match merge.units.iter().any(|one| line.contains(&one.unit)) {
        true => Err(refused(UnitMistake::IntoItself(target.name))),
        false => Ok(into),
    }
}

/// Notes what became of a unit; said again, the last word counts.
pub(super) fn succeed(step: &Step<'_>, old: UnitId, new: UnitId, extent: Extent) -> Result<()> {
    let known = step.execute(
        "UPDATE unit_successor SET extent = ?3 WHERE old_id = ?1 AND new_id = ?2 AND extent <> ?3",
        (old.0, new.0, Word(extent)),
    )?;
    let stands: bool = step.query_row(
        "SELECT EXISTS (SELECT 1 FROM unit_successor WHERE old_id = ?1 AND new_id = ?2)",
        [old.0, new.0],
        |row| row.get(0),
    )?;
    if known == 0 && !stands {
        Record::of("unit_successor")
            .set("old_id", old.0)
            .set("new_id", new.0)
            .set("extent", Word(extent))
            .insert(step)?;
    }
    Ok(())
}

/// What goes along with a unit that is taken over whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Along {
    /// Since when, if that is known.
    pub(super) on: Option<FuzzyDate>,
    /// Living units inside it.
    pub(super) parts: bool,
    /// Its people.
    pub(super) people: bool,
}

/// Takes along what goes along.
pub(super) fn take_over(step: &Step<'_>, old: UnitId, into: UnitId, along: Along) -> Result<()> {
    if along.parts {
        for part in edit::parts(step, old)? {
            if part != into && edit::read(step, part)?.lives() {
                edit::relocate(step, part, Some(into))?;
                if along.people {
                    rewrite(step, part)?;
                }
            }
        }
    }
    if along.people {
        people::follow(step, &people::of_unit(step, old)?, into, along.on)?;
    }
    Ok(())
}

/// Gives people of a unit that went along, and of all inside it, its new text.
pub(super) fn rewrite(step: &Step<'_>, unit: UnitId) -> Result<()> {
    people::follow(step, &people::of_unit(step, unit)?, unit, None)?;
    for part in edit::parts(step, unit)? {
        rewrite(step, part)?;
    }
    Ok(())
}
