//! Who stands with a session: organisers, groups that were called, guests.

use rusqlite::Connection;

use crate::domain::guest::Guest;
use crate::domain::id::SessionId;
use crate::domain::session::{AudienceGroup, Organiser};
use crate::store::codec::{Json, Word, needed_json, needed_word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Adds organisers, groups that were called and guests, in their order.
pub(in crate::store) fn insert_company(
    step: &Step<'_>,
    session: SessionId,
    organisers: &[Organiser],
    audience: &[AudienceGroup],
    guests: &[Guest],
) -> Result<()> {
    insert_organisers(step, session, organisers)?;
    insert_audience(step, session, audience)?;
    for (ordinal, guest) in guests.iter().enumerate() {
        let record = Record::of("guest").with_uid().set("session_id", session.0);
        with_guest(record, ordinal, guest).insert(step)?;
    }
    Ok(())
}

fn insert_organisers(step: &Step<'_>, session: SessionId, organisers: &[Organiser]) -> Result<()> {
    for (ordinal, organiser) in organisers.iter().enumerate() {
        Record::of("organiser")
            .set("session_id", session.0)
            .set("role", Word(organiser.role))
            .set("name", &organiser.name)
            .set("ordinal", ordinal)
            .insert(step)?;
    }
    Ok(())
}

fn insert_audience(step: &Step<'_>, session: SessionId, audience: &[AudienceGroup]) -> Result<()> {
    for (ordinal, group) in audience.iter().enumerate() {
        insert_group(step, session, ordinal, group)?;
    }
    Ok(())
}

fn insert_group(step: &Step<'_>, session: SessionId, ordinal: usize, group: &AudienceGroup) -> Result<()> {
    Record::of("audience_group")
        .set("session_id", session.0)
        .set("label", &group.label)
        .set("count", group.count)
        .set("approximate", group.approximate)
        .set("is_total", group.total)
        .set("ordinal", ordinal)
        .insert(step)?;
    Ok(())
}

fn with_guest<'a>(record: Record<'a>, ordinal: usize, guest: &'a Guest) -> Record<'a> {
    let record = record.set("ordinal", ordinal);
    match guest {
        Guest::Person { honorific, name, titles, part } => record
            .set("kind", "person")
            .set("honorific", honorific)
            .set("name", name)
            .set("titles", Json(titles))
            .set("part", part),
        Guest::Group { label } => record
            .set("kind", "group")
            .set("honorific", None::<String>)
            .set("name", label)
            .set("titles", "[]")
            .set("part", None::<String>),
    }
}

/// Replaces the organisers of a session, where they differ.
pub(in crate::store) fn set_organisers(
    step: &Step<'_>,
    session: SessionId,
    wanted: &[Organiser],
) -> Result<()> {
    if organisers(step, session)? == wanted {
        return Ok(());
    }
    step.execute("DELETE FROM organiser WHERE session_id = ?1", [session.0])?;
    insert_organisers(step, session, wanted)
}

/// Replaces the groups a session called, where they differ. A group keeps its row, on which its numbers hang: it is
/// known by its label, and those whose label is new by the order of those that are left.
pub(in crate::store) fn set_audience(
    step: &Step<'_>,
    session: SessionId,
    wanted: &[AudienceGroup],
) -> Result<()> {
    if audience(step, session)? == wanted {
        return Ok(());
    }
    let mut query = step
        .prepare_cached("SELECT id, label FROM audience_group WHERE session_id = ?1 ORDER BY ordinal, id")?;
    let mut free: Vec<(i64, String)> = query
        .query_map([session.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut rows: Vec<Option<i64>> = Vec::with_capacity(wanted.len());
    for group in wanted {
        let known = free.iter().position(|(_, label)| *label == group.label);
        rows.push(known.map(|at| free.remove(at).0));
    }
    let mut free = free.into_iter().map(|(id, _)| id);
    let mut update = step.prepare_cached(
        "UPDATE audience_group SET label = ?2, count = ?3, approximate = ?4, is_total = ?5, ordinal = ?6 WHERE id = ?1",
    )?;
    for ((ordinal, group), row) in wanted.iter().enumerate().zip(rows) {
        match row.or_else(|| free.next()) {
            Some(id) => {
                update.execute((id, &group.label, group.count, group.approximate, group.total, ordinal))?;
            }
            None => insert_group(step, session, ordinal, group)?,
        }
    }
    for id in free {
        step.execute("DELETE FROM audience_group WHERE id = ?1", [id])?;
    }
    Ok(())
}

/// Replaces the guests of a session, where they differ. They are told apart by
/// their place in the list.
pub(in crate::store) fn set_guests(step: &Step<'_>, session: SessionId, wanted: &[Guest]) -> Result<()> {
    let current = guests(step, session)?;
    let mut rows = step.prepare_cached("SELECT id FROM guest WHERE session_id = ?1 ORDER BY ordinal, id")?;
    let rows: Vec<i64> = rows.query_map([session.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for (place, guest) in wanted.iter().enumerate() {
        match rows.get(place) {
            Some(_) if current.get(place) == Some(guest) => {}
            Some(row) => with_guest(Record::of("guest"), place, guest).update(step, *row)?,
            None => {
                let record = Record::of("guest").with_uid().set("session_id", session.0);
                with_guest(record, place, guest).insert(step)?;
            }
        }
    }
    for row in rows.iter().skip(wanted.len()) {
        step.execute("DELETE FROM guest WHERE id = ?1", [row])?;
    }
    Ok(())
}

/// The organisers of a session in order.
pub(in crate::store) fn organisers(connection: &Connection, session: SessionId) -> Result<Vec<Organiser>> {
    let mut query = connection
        .prepare_cached("SELECT role, name FROM organiser WHERE session_id = ?1 ORDER BY ordinal, id")?;
    let all = query.query_map([session.0], |row| {
        Ok(Organiser { role: needed_word(row, "role")?, name: row.get("name")? })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// The groups a session called, in order.
pub(in crate::store) fn audience(connection: &Connection, session: SessionId) -> Result<Vec<AudienceGroup>> {
    let mut query = connection.prepare_cached(
        "SELECT label, count, approximate, is_total FROM audience_group WHERE session_id = ?1 ORDER BY ordinal, id",
    )?;
    let all = query.query_map([session.0], |row| {
        Ok(AudienceGroup {
            label: row.get("label")?,
            count: row.get("count")?,
            approximate: row.get("approximate")?,
            total: row.get("is_total")?,
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

/// The guests of a session in order.
pub(in crate::store) fn guests(connection: &Connection, session: SessionId) -> Result<Vec<Guest>> {
    let mut query = connection.prepare_cached(
        "SELECT kind, honorific, name, titles, part FROM guest WHERE session_id = ?1 ORDER BY ordinal, id",
    )?;
    let all = query.query_map([session.0], |row| {
        Ok(match row.get_ref("kind")?.as_str()? {
            "person" => Guest::Person {
                honorific: row.get("honorific")?,
                name: row.get("name")?,
                titles: needed_json(row, "titles")?,
                part: row.get("part")?,
            },
            _ => Guest::Group { label: row.get("name")? },
        })
    })?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}
