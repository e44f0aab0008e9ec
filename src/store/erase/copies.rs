//! Older copies of the data in which somebody still stands.
//!
//! No copy is made before an erasure; those that were made earlier are told, so that they can be
//! deleted, too. Here are the copies beside the data file: those made before an upgrade, and files
//! that a restored backup took the place of.

use std::path::Path;

use rusqlite::Connection;

use super::traces;
use crate::domain::erasure::{HeldIn, Whom};
use crate::store::codec::Json;
use crate::store::error::Result;
use crate::store::snapshot;

/// The copies beside the data file that hold one of these people.
pub(in crate::store) fn beside(connection: &Connection, path: &Path, whom: Whom) -> Result<Vec<HeldIn>> {
    let uids = uids(connection, whom)?;
    let mut held = Vec::new();
    let Some(folder) = path.parent() else { return Ok(held) };
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(held) };
    for file in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let is_copy = file.extension().is_some_and(|ending| ending == "taphuan") && file != path;
        // What cannot be read is no copy of ours, or tells nothing.
        if is_copy && snapshot::holds(&file, &uids).unwrap_or(false) {
            let made = std::fs::metadata(&file).and_then(|metadata| metadata.modified()).ok();
            let made = made.and_then(|made| jiff::Timestamp::try_from(made).ok());
            held.push(HeldIn { file, made_at: made.map(|made| made.to_string()) });
        }
    }
    held.sort_by(|one, other| one.file.cmp(&other.file));
    Ok(held)
}

/// Whom the people are in every copy of the file.
pub(in crate::store) fn uids(connection: &Connection, whom: Whom) -> Result<Vec<String>> {
    let people = match whom {
        Whom::Person(person) => traces::of_person(connection, person, true)?.people,
        Whom::Session { session, .. } => {
            traces::ids(connection, "SELECT person_id FROM delegate WHERE session_id = ?1", [session.0])?
        }
    };
    let mut query = connection.prepare(
        "SELECT uid FROM person WHERE erased_at IS NULL AND id IN (SELECT value FROM json_each(?1))",
    )?;
    Ok(query.query_map([Json(&people)], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
