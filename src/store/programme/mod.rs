//! The programme of a session, item by item.

mod copy;
mod edit;

use std::collections::HashMap;

use rusqlite::Connection;

use super::codec::{needed_word, word};
use super::error::Result;
use super::{cluster, curriculum, session, topic};
use crate::domain::id::{ClusterId, CurriculumId, ProgrammeItemId, SessionId, SittingId, TopicId};
use crate::domain::programme::{
    PlannedCluster, PlannedItem, PlannedSitting, Presenter, Programme, ProgrammeItem, SessionTopic,
};

pub(super) use copy::{copy_into, replace, take_over};
pub(super) use edit::{
    NewItem, add, checked, delete, details_of, edit, relocate, set_hours, sitting_of, topic_titled,
};

/// Reads the programme of a session.
pub(super) fn read(connection: &Connection, id: SessionId) -> Result<Programme> {
    session::state(connection, id)?;
    let curriculum = session_curriculum(connection, id)?;
    let mut presenters = topic::presenters(connection, id.0)?.by_item;
    let mut clusters = Vec::new();
    for cluster in cluster::ids(connection, id)? {
        let (_, details) = cluster::read(connection, cluster)?;
        let sittings = sittings(connection, cluster, &mut presenters)?;
        clusters.push(PlannedCluster { id: cluster, name: details.name, sittings });
    }
    let topics = match curriculum {
        Some(curriculum) => session_topics(connection, curriculum)?,
        None => Vec::new(),
    };
    Ok(Programme { curriculum, topics, clusters })
}

/// The curriculum a session follows.
pub(super) fn session_curriculum(connection: &Connection, id: SessionId) -> Result<Option<CurriculumId>> {
    let sql = "SELECT curriculum_id FROM session WHERE id = ?1";
    let curriculum: Option<i64> = connection.query_row(sql, [id.0], |row| row.get(0))?;
    Ok(curriculum.map(CurriculumId))
}

fn session_topics(connection: &Connection, curriculum: CurriculumId) -> Result<Vec<SessionTopic>> {
    let topics = curriculum::topics(connection, curriculum)?;
    topics
        .into_iter()
        .map(|id| {
            let details = topic::edit::read(connection, id)?;
            let parts = topic::parts(connection, id)?;
            Ok(SessionTopic { id, title: details.title, minutes: details.minutes, parts })
        })
        .collect()
}

fn sittings(
    connection: &Connection,
    cluster: ClusterId,
    presenters: &mut HashMap<i64, Vec<Presenter>>,
) -> Result<Vec<PlannedSitting>> {
    let mut query = connection.prepare_cached(
        "SELECT id, date, half, starts, ends FROM sitting WHERE cluster_id = ?1 ORDER BY ordinal, id",
    )?;
    let time = |row: &rusqlite::Row<'_>, column| -> rusqlite::Result<_> {
        Ok(row.get::<_, Option<String>>(column)?.and_then(|text| text.parse().ok()))
    };
    let sittings = query.query_map([cluster.0], |row| {
        Ok(PlannedSitting {
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
    presenters: &mut HashMap<i64, Vec<Presenter>>,
) -> Result<Vec<PlannedItem>> {
    let mut query = connection.prepare_cached(
        "SELECT id, topic_id, kind, title, minutes FROM programme_item WHERE sitting_id = ?1 ORDER BY ordinal, id",
    )?;
    let items = query.query_map([sitting.0], |row| {
        let id: i64 = row.get("id")?;
        Ok(PlannedItem {
            id: ProgrammeItemId(id),
            topic: row.get::<_, Option<i64>>("topic_id")?.map(TopicId),
            details: ProgrammeItem {
                kind: word(row, "kind")?.unwrap_or(crate::domain::programme::ItemKind::Other),
                title: row.get("title")?,
                minutes: row.get("minutes")?,
                presenters: presenters.remove(&id).unwrap_or_default(),
            },
        })
    })?;
    Ok(items.collect::<rusqlite::Result<_>>()?)
}
