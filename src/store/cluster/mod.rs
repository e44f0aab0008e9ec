//! Clusters, their sittings and what happens in them.

pub(super) mod edit;
mod places;
pub(super) mod sittings;
mod split;

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row};

use super::codec::{Word, needed_word, word};
use super::error::Result;
use super::record::Record;
use super::topic::Part;
use super::transact::Step;
use super::unit::UnitNames;
use crate::domain::cluster::{Cluster, ClusterDetails, Sitting};
use crate::domain::id::{ClusterId, ProgrammeItemId, SessionId, SittingId, TopicId};
use crate::domain::mistake::Mistake;
use crate::domain::programme::{PlannedItem, ProgrammeItem};

pub(super) use edit::{next_number, update};
pub(super) use places::Places;
pub(super) use sittings::insert_sitting;
pub(super) use split::{merge, split};

/// Adds a cluster with the units it serves.
pub(super) fn insert(
    step: &Step<'_>,
    session: SessionId,
    number: u32,
    cluster: &ClusterDetails,
    units: &UnitNames,
) -> Result<ClusterId> {
    let record = Record::of("cluster").with_uid().set("session_id", session.0).set("number", number);
    let id = with_details(record, cluster).insert(step)?;
    edit::set_serves(step, ClusterId(id), &cluster.serves, units)?;
    Ok(ClusterId(id))
}

fn with_details<'a>(record: Record<'a>, cluster: &'a ClusterDetails) -> Record<'a> {
    record
        .set("name", &cluster.name)
        .set("venue", &cluster.venue)
        .set("capacity", cluster.capacity)
        .set("dates", cluster.dates.map(Word))
        .set("lead", &cluster.lead)
        .set("expected", cluster.expected)
        .set("actual", cluster.actual)
}

/// The clusters of a session by number, with sittings and programme.
pub(super) fn of_session(
    connection: &Connection,
    session: SessionId,
    presenters: &mut HashMap<i64, Vec<Part>>,
) -> Result<Vec<Cluster>> {
    let mut query = connection.prepare_cached(
        "SELECT id, number, name, venue, capacity, dates, lead, expected, actual FROM cluster
         WHERE session_id = ?1 ORDER BY number, id",
    )?;
    let clusters = query.query_map([session.0], |row| {
        Ok(Cluster {
            id: ClusterId(row.get("id")?),
            number: row.get("number")?,
            details: details(row)?,
            sittings: Vec::new(),
        })
    })?;
    let mut clusters = clusters.collect::<rusqlite::Result<Vec<_>>>()?;
    for cluster in &mut clusters {
        cluster.details.serves = serves(connection, cluster.id)?;
        cluster.sittings = sittings(connection, cluster.id, presenters)?;
    }
    Ok(clusters)
}

fn serves(connection: &Connection, cluster: ClusterId) -> Result<Vec<String>> {
    let mut query = connection
        .prepare_cached("SELECT name FROM cluster_unit WHERE cluster_id = ?1 ORDER BY ordinal, id")?;
    let names = query.query_map([cluster.0], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

fn sittings(
    connection: &Connection,
    cluster: ClusterId,
    presenters: &mut HashMap<i64, Vec<Part>>,
) -> Result<Vec<Sitting>> {
    let mut query = connection.prepare_cached(
        "SELECT id, date, half, starts, ends FROM sitting WHERE cluster_id = ?1 ORDER BY ordinal, id",
    )?;
    let time = |row: &Row<'_>, column| -> rusqlite::Result<_> {
        Ok(row.get::<_, Option<String>>(column)?.and_then(|text| text.parse().ok()))
    };
    let sittings = query.query_map([cluster.0], |row| {
        Ok(Sitting {
            id: SittingId(row.get("id")?),
            date: needed_word(row, "date")?,
            half: needed_word(row, "half")?,
            starts: time(row, "starts")?,
            ends: time(row, "ends")?,
            items: Vec::new(),
        })
    })?;
    let mut sittings = sittings.collect::<rusqlite::Result<Vec<_>>>()?;
    for sitting in &mut sittings {
        sitting.items = items(connection, sitting.id, presenters)?;
    }
    Ok(sittings)
}

fn items(
    connection: &Connection,
    sitting: SittingId,
    parts: &mut HashMap<i64, Vec<Part>>,
) -> Result<Vec<PlannedItem>> {
    let mut query = connection.prepare_cached(
        "SELECT id, topic_id, kind, title, minutes FROM programme_item WHERE sitting_id = ?1 ORDER BY ordinal, id",
    )?;
    let items = query.query_map([sitting.0], |row| {
        let id = row.get("id")?;
        let (presenters, given) = parts.remove(&id).unwrap_or_default().into_iter().unzip();
        Ok(PlannedItem {
            id: ProgrammeItemId(id),
            topic: row.get::<_, Option<i64>>("topic_id")?.map(TopicId),
            details: ProgrammeItem {
                kind: needed_word(row, "kind")?,
                title: row.get("title")?,
                minutes: row.get("minutes")?,
                presenters,
            },
            given,
        })
    })?;
    Ok(items.collect::<rusqlite::Result<_>>()?)
}

/// The clusters of a session by number.
pub(super) fn ids(connection: &Connection, session: SessionId) -> Result<Vec<ClusterId>> {
    let mut query =
        connection.prepare_cached("SELECT id FROM cluster WHERE session_id = ?1 ORDER BY number, id")?;
    let ids = query.query_map([session.0], |row| row.get(0).map(ClusterId))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// One cluster and its session.
pub(super) fn read(connection: &Connection, id: ClusterId) -> Result<(SessionId, ClusterDetails)> {
    let mut query = connection.prepare_cached(
        "SELECT session_id, name, venue, capacity, dates, lead, expected, actual FROM cluster WHERE id = ?1",
    )?;
    let found = query.query_row([id.0], |row| Ok((SessionId(row.get("session_id")?), details(row)?)));
    let (session, mut details) = found.optional()?.ok_or(Mistake::UnknownCluster)?;
    details.serves = serves(connection, id)?;
    Ok((session, details))
}

/// The columns of a cluster, without the units it serves.
fn details(row: &Row<'_>) -> rusqlite::Result<ClusterDetails> {
    Ok(ClusterDetails {
        name: row.get("name")?,
        venue: row.get("venue")?,
        capacity: row.get("capacity")?,
        dates: word(row, "dates")?,
        serves: Vec::new(),
        lead: row.get("lead")?,
        expected: row.get("expected")?,
        actual: row.get("actual")?,
    })
}
