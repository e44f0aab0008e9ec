//! Delegates: people in a session, each with its own copy of what papers print.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, ToSql};

use super::codec::{Json, needed_word};
use super::error::Result;
use super::person;
use super::record::Record;
use super::transact::Step;
use crate::domain::delegate::Delegate;
use crate::domain::id::{ClusterId, DelegateId, PersonId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;

/// Adds a delegate as the session will print it.
pub(super) fn insert(
    step: &Step<'_>,
    session: SessionId,
    cluster: Option<ClusterId>,
    of: PersonId,
    details: &PersonDetails,
) -> Result<DelegateId> {
    insert_as(step, &crate::clock::new_uid(), None, session, cluster, of, details)
}

/// Adds a delegate who has their identity from elsewhere, and under this row, if one is given: badges say it.
pub(super) fn insert_as(
    step: &Step<'_>,
    uid: &str,
    row: Option<i64>,
    session: SessionId,
    cluster: Option<ClusterId>,
    of: PersonId,
    details: &PersonDetails,
) -> Result<DelegateId> {
    let sort_name = person::sort_name(step, of)?;
    let record = Record::of("delegate")
        .set("id", row)
        .set("uid", uid)
        .set("session_id", session.0)
        .set("person_id", of.0)
        .set("cluster_id", cluster.map(|cluster| cluster.0))
        .set("sort_name", &sort_name);
    Ok(DelegateId(with_details(record, details, sort_name.as_deref()).insert(step)?))
}

/// Replaces what the session prints of a delegate. `only_here` marks an edit
/// made after the session ended, which does not reach the registry. Who is erased stays so.
pub(super) fn update(
    step: &Step<'_>,
    delegate: &Delegate,
    details: &PersonDetails,
    only_here: bool,
) -> Result<()> {
    if delegate.erased {
        return Err(Mistake::DelegateErased.into());
    }
    let mut record = Record::of("delegate");
    if only_here {
        record = record.set("only_here", true);
    }
    with_details(record, details, delegate.sort_name.as_deref()).update(step, delegate.id.0)
}

fn with_details<'a>(record: Record<'a>, details: &'a PersonDetails, sort_name: Option<&str>) -> Record<'a> {
    person::with_details(record, details, sort_name)
        .set("position", &details.position)
        .set("unit", &details.unit)
        .set("unit_group", &details.unit_group)
}

/// The delegates of a session, withdrawn ones included, in name order.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<Delegate>> {
    select(connection, "WHERE session_id = ?1 ORDER BY name_key, id", &[&session.0])
}

/// Whether the state pays the delegates of a session, of whom it is known.
pub(super) fn state_paid(connection: &Connection, session: SessionId) -> Result<BTreeMap<PersonId, bool>> {
    let mut statement = connection.prepare_cached(
        "SELECT person.id, person.state_paid FROM person
         WHERE person.state_paid IS NOT NULL
           AND person.id IN (SELECT person_id FROM delegate WHERE session_id = ?1)",
    )?;
    let rows = statement.query_map([session.0], |row| Ok((PersonId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a delegate follows the registry. One row a session of theirs is looked up: as a list of the
/// open sessions, SQLite would go through all of them for every person.
const FOLLOWS: &str = "erased_at IS NULL
    AND (SELECT session.state FROM session WHERE session.id = delegate.session_id) <> 'ended'";

/// The delegates a person is in sessions that are open.
pub(super) fn in_open_sessions(connection: &Connection, person: PersonId) -> Result<Vec<Delegate>> {
    select(connection, &format!("WHERE person_id = ?1 AND {FOLLOWS}"), &[&person.0])
}

/// The delegates that people are in sessions that are open.
pub(super) fn all_in_open_sessions(connection: &Connection, people: &[PersonId]) -> Result<Vec<Delegate>> {
    let people: Vec<i64> = people.iter().map(|id| id.0).collect();
    let which = format!("WHERE person_id IN (SELECT value FROM json_each(?1)) AND {FOLLOWS} ORDER BY id");
    select(connection, &which, &[&Json(people)])
}

/// These delegates of a session, in name order. Errors when one of them is not there.
pub(super) fn by_ids(
    connection: &Connection,
    session: SessionId,
    ids: &[DelegateId],
) -> Result<Vec<Delegate>> {
    let ids: BTreeSet<i64> = ids.iter().map(|id| id.0).collect();
    let which = "WHERE session_id = ?1 AND id IN (SELECT value FROM json_each(?2)) ORDER BY name_key, id";
    let found = select(connection, which, &[&session.0, &Json(&ids)])?;
    match found.len() == ids.len() {
        true => Ok(found),
        false => Err(Mistake::UnknownDelegate.into()),
    }
}

/// The delegates of a session that were edited after it ended: "chỉ trong lớp này".
pub(super) fn only_here(connection: &Connection, session: SessionId) -> Result<Vec<DelegateId>> {
    let mut query = connection.prepare_cached(
        "SELECT id FROM delegate WHERE session_id = ?1 AND only_here = 1 ORDER BY name_key, id",
    )?;
    let ids = query.query_map([session.0], |row| row.get(0).map(DelegateId))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// One delegate and its session.
pub(super) fn read(connection: &Connection, id: DelegateId) -> Result<(SessionId, Delegate)> {
    let session = connection
        .query_row("SELECT session_id FROM delegate WHERE id = ?1", [id.0], |row| row.get(0))
        .optional()?
        .ok_or(Mistake::UnknownDelegate)?;
    let found = select(connection, "WHERE id = ?1", &[&id.0])?.pop();
    Ok((SessionId(session), found.ok_or(Mistake::UnknownDelegate)?))
}

/// The delegate a person is in a session, if any.
pub(super) fn of_person(
    connection: &Connection,
    session: SessionId,
    person: PersonId,
) -> Result<Option<Delegate>> {
    Ok(select(connection, "WHERE session_id = ?1 AND person_id = ?2", &[&session.0, &person.0])?.pop())
}

/// Whoever was sent for somebody holds no place, as long as they are not taken off, too.
const STATE: &str = "iif(delegate.state = 'listed' AND delegate.substitute_for IS NOT NULL,
    'substitute', delegate.state)";

fn select(connection: &Connection, which: &str, parameters: &[&dyn ToSql]) -> Result<Vec<Delegate>> {
    let sql = format!(
        "SELECT id, person_id, cluster_id, {STATE} AS state, fixed_number, supplementary, walk_in,
             substitute_for, sort_name, full_name, gender, birth, position, unit, unit_group, erased_at{}
         FROM delegate {which}",
        person::line_columns("delegate"),
    );
    let mut query = connection.prepare_cached(&sql)?;
    let delegates = query.query_map(parameters, |row| {
        Ok(Delegate {
            id: DelegateId(row.get("id")?),
            person: PersonId(row.get("person_id")?),
            cluster: row.get::<_, Option<i64>>("cluster_id")?.map(ClusterId),
            state: needed_word(row, "state")?,
            fixed_number: row.get("fixed_number")?,
            supplementary: row.get("supplementary")?,
            walk_in: row.get("walk_in")?,
            substitute_for: row.get::<_, Option<i64>>("substitute_for")?.map(DelegateId),
            sort_name: row.get("sort_name")?,
            details: person::details(row)?,
            erased: row.get::<_, Option<String>>("erased_at")?.is_some(),
        })
    })?;
    Ok(delegates.collect::<rusqlite::Result<_>>()?)
}
