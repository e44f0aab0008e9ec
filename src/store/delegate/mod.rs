//! Delegates: people in a session, each with its own copy of what papers print.

use rusqlite::Connection;

use super::codec::{Word, needed_word};
use super::error::Result;
use super::person;
use super::record::Record;
use super::transact::Step;
use crate::domain::delegate::Delegate;
use crate::domain::id::{ClusterId, DelegateId, PersonId, SessionId};
use crate::domain::numbering::name_key;
use crate::domain::person::PersonDetails;

/// Adds a delegate as the session will print it.
pub(super) fn insert(
    step: &Step<'_>,
    session: SessionId,
    cluster: Option<ClusterId>,
    of: PersonId,
    details: &PersonDetails,
) -> Result<DelegateId> {
    let sort_name: Option<String> = step
        .prepare_cached("SELECT sort_name FROM person WHERE id = ?1")?
        .query_row([of.0], |row| row.get(0))?;
    let record = Record::of("delegate")
        .with_uid()
        .set("session_id", session.0)
        .set("person_id", of.0)
        .set("cluster_id", cluster.map(|cluster| cluster.0))
        .set("sort_name", &sort_name);
    Ok(DelegateId(with_details(record, details, sort_name.as_deref()).insert(step)?))
}

/// Replaces what the session prints of a delegate. `only_here` marks an edit
/// made after the session ended, which does not reach the registry.
pub(super) fn update(
    step: &Step<'_>,
    delegate: &Delegate,
    details: &PersonDetails,
    only_here: bool,
) -> Result<()> {
    let mut record = Record::of("delegate");
    if only_here {
        record = record.set("only_here", true);
    }
    with_details(record, details, delegate.sort_name.as_deref()).update(step, delegate.id.0)
}

fn with_details<'a>(record: Record<'a>, details: &'a PersonDetails, sort_name: Option<&str>) -> Record<'a> {
    record
        .set("full_name", &details.full_name)
        .set("gender", details.gender.map(Word))
        .set("birth", details.birth.map(Word))
        .set("position", &details.position)
        .set("unit", &details.unit)
        .set("unit_group", &details.unit_group)
        .set("phone", &details.phone)
        .set("note", &details.note)
        .set("name_key", name_key(sort_name, details))
        .set("search_key", person::search_key(details))
}

/// Moves a delegate to another cluster.
pub(super) fn move_to(step: &Step<'_>, delegate: DelegateId, cluster: ClusterId) -> Result<()> {
    Record::of("delegate").set("cluster_id", cluster.0).update(step, delegate.0)
}

/// The delegates of a session, withdrawn ones included, in name order.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<Delegate>> {
    let mut query = connection.prepare_cached(include_str!("of_session.sql"))?;
    let delegates = query.query_map([session.0], |row| {
        Ok(Delegate {
            id: DelegateId(row.get("id")?),
            person: PersonId(row.get("person_id")?),
            cluster: row.get::<_, Option<i64>>("cluster_id")?.map(ClusterId),
            state: needed_word(row, "state")?,
            fixed_number: row.get("fixed_number")?,
            supplementary: row.get("supplementary")?,
            sort_name: row.get("sort_name")?,
            details: person::details(row)?,
        })
    })?;
    Ok(delegates.collect::<rusqlite::Result<_>>()?)
}

/// Lets the delegates of open sessions follow an edit to their person.
pub(super) fn follow_person(step: &Step<'_>, person: PersonId, details: &PersonDetails) -> Result<()> {
    let mut query = step.prepare_cached(
        "SELECT delegate.id, delegate.sort_name FROM delegate JOIN session ON session.id = delegate.session_id
         WHERE delegate.person_id = ?1 AND session.state <> 'ended'",
    )?;
    let delegates =
        query.query_map([person.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(1)?)))?;
    for (id, sort_name) in delegates.collect::<rusqlite::Result<Vec<_>>>()? {
        with_details(Record::of("delegate"), details, sort_name.as_deref()).update(step, id)?;
    }
    Ok(())
}
