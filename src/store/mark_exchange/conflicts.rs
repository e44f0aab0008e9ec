//! Marks of other computers that say otherwise than ours, and deciding which counts.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::standing::Place;
use super::told::Names;
use crate::domain::attendance::exchange::{Differing, ExchangeMistake};
use crate::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use crate::domain::id::{DelegateId, SessionId, SittingId};
use crate::store::attendance;
use crate::store::codec::needed_word;
use crate::store::error::Result;
use crate::store::transact::Step;

/// A mark that waits for a decision, beside the one that counts.
pub(super) struct Undecided {
    id: i64,
    pub(super) place: Place,
    status: AttendanceStatus,
    substitute: Option<DelegateId>,
    note: Option<String>,
    at: String,
    ours: AttendanceStatus,
    ours_substitute: Option<DelegateId>,
    ours_note: Option<String>,
}

/// What waits for a decision in a session. What was taken back there, and what says by now what ours says, does not.
pub(super) fn undecided(connection: &Connection, session: SessionId) -> Result<Vec<Undecided>> {
    let mut query = connection.prepare_cached(
        "SELECT conflict.id, mark.delegate_id, mark.sitting_id, mark.status, mark.substitute_id, mark.note, entry.at,
             ours.status AS ours, ours.substitute_id AS ours_substitute, ours.note AS ours_note
         FROM mark_conflict AS conflict
         JOIN attendance_mark AS mark ON mark.id = conflict.mark_id
         JOIN mark_entry AS entry ON entry.id = mark.entry_id
         JOIN attendance ON attendance.delegate_id = mark.delegate_id
             AND attendance.sitting_id = mark.sitting_id
         JOIN attendance_mark AS ours ON ours.id = attendance.mark_id
         WHERE conflict.settled_at IS NULL AND entry.session_id = ?1
             AND NOT EXISTS (SELECT 1 FROM mark_entry AS later WHERE later.retracts = entry.id)
             AND (ours.status <> mark.status OR ours.substitute_id IS NOT mark.substitute_id)
         ORDER BY conflict.id",
    )?;
    let found = query.query_map([session.0], |row| {
        let delegate =
            |column: &str| -> rusqlite::Result<_> { Ok(row.get::<_, Option<i64>>(column)?.map(DelegateId)) };
        Ok(Undecided {
            id: row.get("id")?,
            place: (DelegateId(row.get("delegate_id")?), SittingId(row.get("sitting_id")?)),
            status: needed_word(row, "status")?,
            substitute: delegate("substitute_id")?,
            note: row.get("note")?,
            at: row.get("at")?,
            ours: needed_word(row, "ours")?,
            ours_substitute: delegate("ours_substitute")?,
            ours_note: row.get("ours_note")?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What waits for a decision in a session.
pub(in crate::store) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<Differing>> {
    list(connection, session, &Names::of(connection, session)?)
}

/// The same, with names that are known.
pub(super) fn list(connection: &Connection, session: SessionId, names: &Names) -> Result<Vec<Differing>> {
    let told = |one: Undecided| {
        let note = |substitute: Option<DelegateId>, note: Option<String>| {
            substitute.and_then(|substitute| names.name(substitute)).or(note)
        };
        Some(Differing {
            id: one.id,
            theirs: names.told(one.place, one.status)?,
            theirs_note: note(one.substitute, one.note),
            theirs_at: one.at,
            ours: one.ours,
            ours_note: note(one.ours_substitute, one.ours_note),
        })
    };
    Ok(undecided(connection, session)?.into_iter().filter_map(told).collect())
}

/// Decides: theirs count from now on, by an entry like any other, or ours go on to. All of them or none.
pub(in crate::store) fn settle(
    step: &Step<'_>,
    session: SessionId,
    ids: &[i64],
    take_theirs: bool,
    made_on: &MadeOn,
) -> Result<usize> {
    let open = undecided(step, session)?;
    let chosen: Vec<&Undecided> = open.iter().filter(|one| ids.contains(&one.id)).collect();
    if chosen.len() != ids.len() {
        return Err(ExchangeMistake::Settled.into());
    }
    if take_theirs {
        // Of two that say something of one place, the later one.
        let marks = chosen.iter().map(|one| {
            let mark = NewMark {
                delegate: one.place.0,
                sitting: one.place.1,
                status: one.status,
                substitute: one.substitute,
                note: one.note.clone(),
            };
            (one.place, mark)
        });
        let marks: BTreeMap<Place, NewMark> = marks.collect();
        let marks = marks.into_values().collect();
        let entry = NewEntry::new(session, Way::Import, made_on.clone(), marks);
        attendance::append(step, &entry)?;
    }
    let mut settle = step.prepare_cached("UPDATE mark_conflict SET settled_at = ?2 WHERE id = ?1")?;
    for one in &chosen {
        settle.execute((one.id, step.now()))?;
    }
    Ok(chosen.len())
}
