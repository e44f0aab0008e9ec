//! Curricula: ordered sets of topics.

pub(super) mod exchange;

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use super::error::Result;
use super::record::Record;
use super::topic;
use super::transact::Step;
use crate::domain::id::{CurriculumId, TopicId};
use crate::domain::library::{Curriculum, LibraryMistake};
use crate::domain::mistake::Mistake;
use crate::vietnamese::clean::clean;

/// All curricula by title.
pub(super) fn all(connection: &Connection) -> Result<Vec<Curriculum>> {
    let mut sessions: HashMap<i64, Vec<String>> = HashMap::new();
    let mut query = connection.prepare_cached(
        "SELECT curriculum_id, title FROM session WHERE curriculum_id IS NOT NULL ORDER BY sort_date DESC, id",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        sessions.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut query = connection.prepare_cached("SELECT id, title FROM curriculum ORDER BY id")?;
    let curricula = query.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
    let curricula: Vec<(i64, String)> = curricula.collect::<rusqlite::Result<_>>()?;
    let mut all = curricula
        .into_iter()
        .map(|(id, title)| {
            let id_of = CurriculumId(id);
            let sessions = sessions.remove(&id).unwrap_or_default();
            Ok(Curriculum { id: id_of, title, topics: topics(connection, id_of)?, sessions })
        })
        .collect::<Result<Vec<_>>>()?;
    all.sort_by_cached_key(|one| crate::vietnamese::collate::key(&one.title));
    Ok(all)
}

/// The topics of a curriculum in order.
pub(super) fn topics(connection: &Connection, id: CurriculumId) -> Result<Vec<TopicId>> {
    let mut query = connection.prepare_cached(
        "SELECT topic_id FROM curriculum_topic WHERE curriculum_id = ?1 ORDER BY ordinal, id",
    )?;
    let topics = query.query_map([id.0], |row| row.get(0).map(TopicId))?;
    Ok(topics.collect::<rusqlite::Result<_>>()?)
}

/// What a curriculum is called.
pub(super) fn title(connection: &Connection, id: CurriculumId) -> Result<String> {
    let mut query = connection.prepare_cached("SELECT title FROM curriculum WHERE id = ?1")?;
    let found = query.query_row([id.0], |row| row.get(0)).optional()?;
    Ok(found.ok_or(Mistake::from(LibraryMistake::UnknownCurriculum))?)
}

/// A title as typed, made ready to be stored.
pub(super) fn checked_title(title: &str) -> Result<String> {
    let title = clean(title);
    match title.is_empty() {
        true => Err(Mistake::from(LibraryMistake::NoCurriculumTitle).into()),
        false => Ok(title),
    }
}

/// Adds a curriculum.
pub(super) fn add(step: &Step<'_>, title: &str, topics: &[TopicId]) -> Result<CurriculumId> {
    insert(step, &crate::clock::new_uid(), title, topics)
}

/// Adds a curriculum of this identity.
fn insert(step: &Step<'_>, uid: &str, title: &str, topics: &[TopicId]) -> Result<CurriculumId> {
    let id = CurriculumId(Record::of("curriculum").set("uid", uid).set("title", title).insert(step)?);
    fill(step, id, topics)?;
    Ok(id)
}

/// Gives a curriculum another name.
pub(super) fn rename(step: &Step<'_>, id: CurriculumId, wanted: &str) -> Result<()> {
    match title(step, id)? == wanted {
        true => Ok(()),
        false => Record::of("curriculum").set("title", wanted).update(step, id.0),
    }
}

/// Replaces the topics of a curriculum; of a topic named twice the first counts.
pub(super) fn set_topics(step: &Step<'_>, id: CurriculumId, wanted: &[TopicId]) -> Result<()> {
    title(step, id)?;
    if topics(step, id)? == wanted {
        return Ok(());
    }
    step.execute("DELETE FROM curriculum_topic WHERE curriculum_id = ?1", [id.0])?;
    fill(step, id, wanted)?;
    // Its version rises with what it holds.
    Record::of("curriculum").set("title", title(step, id)?).update(step, id.0)
}

fn fill(step: &Step<'_>, id: CurriculumId, topics: &[TopicId]) -> Result<()> {
    let mut there = Vec::new();
    for &one in topics {
        topic::edit::read(step, one)?;
        if there.contains(&one) {
            continue;
        }
        Record::of("curriculum_topic")
            .set("curriculum_id", id.0)
            .set("topic_id", one.0)
            .set("ordinal", there.len())
            .insert(step)?;
        there.push(one);
    }
    Ok(())
}

/// Deletes a curriculum; its topics stay in the library.
pub(super) fn delete(step: &Step<'_>, id: CurriculumId) -> Result<()> {
    title(step, id)?;
    step.execute("DELETE FROM curriculum WHERE id = ?1", [id.0])?;
    Ok(())
}
