//! All that is known of one person.

use rusqlite::{Connection, OptionalExtension};

use super::{positions, sensitive};
use crate::domain::attendance::presence::Presence;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::registry::{PersonRecord, SessionRole, TakenPart};
use crate::store::codec::{needed_word, word};
use crate::store::error::Result;

/// What the registry says of a person, and the sessions they took part in.
pub(in crate::store) fn record(connection: &Connection, id: PersonId) -> Result<PersonRecord> {
    let details = super::read(connection, id)?;
    let (sort_name, state_paid) = connection
        .prepare_cached("SELECT sort_name, state_paid FROM person WHERE id = ?1")?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(Mistake::UnknownPerson)?;
    Ok(PersonRecord {
        id,
        details,
        sort_name,
        state_paid,
        positions: positions::others(connection, id)?,
        sensitive: sensitive::read(connection, id)?,
        history: history(connection, id)?,
    })
}

fn history(connection: &Connection, id: PersonId) -> Result<Vec<TakenPart>> {
    let mut query = connection.prepare_cached(include_str!("history.sql"))?;
    let parts = query.query_map([id.0], |row| {
        let part = match row.get_ref("part")?.as_str()? {
            "guest" => SessionRole::Guest,
            "presenter" => SessionRole::Presenter,
            _ => SessionRole::Delegate(needed_word(row, "delegate_state")?),
        };
        Ok(TakenPart {
            session: SessionId(row.get("session_id")?),
            title: row.get("title")?,
            dates: word(row, "dates")?,
            state: needed_word(row, "state")?,
            part,
            position: row.get("position")?,
            unit: row.get("unit")?,
            certificate: row.get("certificate")?,
            presence: Presence { filled: count(row, "filled")?, known: count(row, "known")? },
        })
    })?;
    Ok(parts.collect::<rusqlite::Result<_>>()?)
}

fn count(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<usize> {
    Ok(usize::try_from(row.get::<_, i64>(column)?).unwrap_or(0))
}
