//! Who presents an item, and what became of it.

use rusqlite::Connection;

use super::edit::{session_of, sitting_of};
use crate::domain::id::{ProgrammeItemId, SessionId};
use crate::domain::library::LibraryMistake;
use crate::domain::mistake::Mistake;
use crate::domain::programme::{Given, Presenter};
use crate::store::codec::Json;
use crate::store::error::Result;
use crate::store::topic::{self, Presents, insert_presenter};
use crate::store::transact::Step;
use crate::vietnamese::clean::clean;

/// A presenter of an item.
struct Slot {
    id: i64,
    name: String,
    given: Option<Given>,
}

fn slots(connection: &Connection, item: ProgrammeItemId) -> Result<Vec<Slot>> {
    let mut query = connection.prepare_cached(
        "SELECT id, name, given, given_by FROM presenter_slot WHERE programme_item_id = ?1 ORDER BY ordinal, id",
    )?;
    let slots = query.query_map([item.0], |row| {
        Ok(Slot { id: row.get("id")?, name: row.get("name")?, given: topic::given(row)? })
    })?;
    Ok(slots.collect::<rusqlite::Result<_>>()?)
}

/// Replaces who presents an item. Who presents it already keeps the row, on which stands what became of it: they are known
/// by their name, and those whose name is new by the order of those that are left.
pub(super) fn set(
    step: &Step<'_>,
    session: SessionId,
    item: ProgrammeItemId,
    wanted: &[Presenter],
) -> Result<()> {
    let mut free = slots(step, item)?;
    let mut rows: Vec<Option<Slot>> = Vec::with_capacity(wanted.len());
    for presenter in wanted {
        let known = free.iter().position(|slot| slot.name == presenter.name());
        rows.push(known.map(|at| free.remove(at)));
    }
    let mut free = free.into_iter();
    // Another name is not, or not surely, the person that the row was linked with.
    let mut update = step.prepare_cached(
        "UPDATE presenter_slot SET kind = ?2, name = ?3, titles = ?4, ordinal = ?5,
             person_id = CASE WHEN name = ?3 THEN person_id END WHERE id = ?1",
    )?;
    for ((ordinal, presenter), row) in wanted.iter().enumerate().zip(rows) {
        let Some(slot) = row.or_else(|| free.next()) else {
            insert_presenter(step, session.0, Presents::Item(item.0), ordinal, presenter)?;
            continue;
        };
        let none = Vec::new();
        let (kind, name, titles) = match presenter {
            Presenter::Person { name, titles } => ("person", name, titles),
            Presenter::Role(role) => ("role", role, &none),
            Presenter::Collective(body) => ("collective", body, &none),
        };
        update.execute((slot.id, kind, name, Json(titles), ordinal))?;
    }
    for slot in free {
        step.execute("DELETE FROM presenter_slot WHERE id = ?1", [slot.id])?;
    }
    Ok(())
}

/// What became of the part of the presenter at a place. Where the item names nobody itself, those who were `planned` for
/// its topic are written down with it first.
pub(in crate::store) fn set_given(
    step: &Step<'_>,
    item: ProgrammeItemId,
    at: usize,
    planned: &[Presenter],
    given: Option<Given>,
) -> Result<()> {
    let session = session_of(step, sitting_of(step, item)?)?;
    if slots(step, item)?.is_empty() {
        set(step, session, item, planned)?;
    }
    let slots = slots(step, item)?;
    let slot = slots.get(at).ok_or(Mistake::from(LibraryMistake::UnknownItem))?;
    let given = match given {
        Some(Given::By(name)) => Some(clean(&name)).filter(|name| !name.is_empty()).map(Given::By),
        given => given,
    };
    if slot.given == given {
        return Ok(());
    }
    let mut update =
        step.prepare_cached("UPDATE presenter_slot SET given = ?2, given_by = ?3 WHERE id = ?1")?;
    update.execute((slot.id, given.as_ref().map(Given::code), given.as_ref().and_then(Given::by)))?;
    Ok(())
}
