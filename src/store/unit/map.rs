//! A map of units written as it was planned.

use super::super::error::Result;
use super::super::transact::Step;
use super::edit::{self, refused};
use super::link::link;
use super::merge::{self, Along};
use super::tree;
use crate::domain::id::UnitId;
use crate::domain::unit_map::{self, MapPlan, MapRow, RowMeaning, UnitRef};
use crate::domain::unit_tree::{Extent, UnitMistake};

/// Plans rows for the units as they are now, writes what is new, and returns the
/// plan that was followed. With `along`, what is inside a unit that another takes
/// over whole, and its people, go on there.
pub(in crate::store) fn apply(step: &Step<'_>, rows: Vec<MapRow>, along: bool) -> Result<MapPlan> {
    let plan = unit_map::plan(rows, &tree::read(step)?);
    let mut ids: Vec<Option<UnitId>> = plan.entries.iter().map(|entry| entry.meaning.known()).collect();
    // Each after what it is inside of: no step on the way is a ring.
    for &place in &plan.order {
        let entry = &plan.entries[place];
        let parent = entry.parent.map(|parent| id_of(parent, &ids)).transpose()?;
        match ids[place] {
            Some(id) => {
                let moved = edit::parent_of(step, id)? != parent;
                edit::update(step, id, parent, &entry.fields)?;
                if along && moved {
                    merge::rewrite(step, id)?;
                }
            }
            None => ids[place] = Some(edit::insert(step, parent, &entry.fields)?),
        }
    }
    link(step)?;
    follow(step, &plan, &ids, along)?;
    Ok(plan)
}

/// Notes what became of units, and takes along what goes along.
fn follow(step: &Step<'_>, plan: &MapPlan, ids: &[Option<UnitId>], along: bool) -> Result<()> {
    for &place in &plan.order {
        let entry = &plan.entries[place];
        let old = id_of(UnitRef::Row(place), ids)?;
        for &(unit, extent) in &entry.successors {
            let new = id_of(unit, ids)?;
            merge::succeed(step, old, new, extent)?;
            let was_known = matches!(entry.meaning, RowMeaning::Ended(_) | RowMeaning::Changed(_));
            if along && was_known && extent == Extent::Whole && edit::read(step, new)?.lives() {
                let on = edit::read(step, new)?.valid_from;
                merge::take_over(step, old, new, Along { on, parts: true, people: true })?;
            }
        }
    }
    Ok(())
}

fn id_of(unit: UnitRef, ids: &[Option<UnitId>]) -> Result<UnitId> {
    let id = match unit {
        UnitRef::Known(id) => Some(id),
        UnitRef::Row(place) => ids.get(place).copied().flatten(),
    };
    id.ok_or_else(|| refused(UnitMistake::Unknown))
}
