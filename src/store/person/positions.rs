//! Positions a person holds beside the main one.

use rusqlite::Connection;

use crate::domain::id::PersonId;
use crate::domain::registry::HeldPosition;
use crate::store::codec::{Word, word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// The positions beside the main one, those held before those given up, in the order
/// they were entered.
pub(super) fn others(connection: &Connection, person: PersonId) -> Result<Vec<HeldPosition>> {
    let mut query = connection.prepare_cached(
        "SELECT title, held_from, held_until FROM person_position
         WHERE person_id = ?1 AND is_main = 0 ORDER BY held_until IS NOT NULL, id",
    )?;
    let held = query.query_map([person.0], |row| {
        Ok(HeldPosition {
            title: row.get("title")?,
            from: word(row, "held_from")?,
            until: word(row, "held_until")?,
        })
    })?;
    Ok(held.collect::<rusqlite::Result<_>>()?)
}

/// Replaces the positions beside the main one.
pub(in crate::store) fn set_positions(
    step: &Step<'_>,
    person: PersonId,
    positions: &[HeldPosition],
) -> Result<()> {
    super::read(step, person)?;
    if others(step, person)? == positions {
        return Ok(());
    }
    step.prepare_cached("DELETE FROM person_position WHERE person_id = ?1 AND is_main = 0")?
        .execute([person.0])?;
    for position in positions {
        insert(step, person, position)?;
    }
    Ok(())
}

fn insert(step: &Step<'_>, person: PersonId, position: &HeldPosition) -> Result<()> {
    Record::of("person_position")
        .set("person_id", person.0)
        .set("title", &position.title)
        .set("is_main", false)
        .set("held_from", position.from.map(Word))
        .set("held_until", position.until.map(Word))
        .insert(step)?;
    Ok(())
}
