//! Topics added, changed, moved and deleted.

use rusqlite::{Connection, OptionalExtension, Row};

use super::super::error::Result;
use super::super::record::Record;
use super::super::transact::Step;
use super::super::tree;
use super::sweep::sweep;
use crate::domain::id::TopicId;
use crate::domain::library::{LibraryMistake, MOST_LEVELS, TopicDetails, TopicPlace};
use crate::domain::mistake::Mistake;
use crate::vietnamese::fold::fold;

/// Adds a topic at its place.
pub(in crate::store) fn add(step: &Step<'_>, place: TopicPlace, details: &TopicDetails) -> Result<TopicId> {
    insert(step, &crate::clock::new_uid(), place, details)
}

/// Adds a topic of this identity.
pub(in crate::store) fn insert(
    step: &Step<'_>,
    uid: &str,
    place: TopicPlace,
    details: &TopicDetails,
) -> Result<TopicId> {
    if let Some(parent) = place.parent {
        check_levels(level(step, parent)? + 1)?;
    }
    let record = Record::of("topic").set("uid", uid).set("parent_id", place.parent.map(|parent| parent.0));
    let id = TopicId(with_details(record, details).set("ordinal", i64::MAX).insert(step)?);
    put(step, id, place)?;
    Ok(id)
}

/// Replaces what a topic says, where it differs.
pub(in crate::store) fn edit(step: &Step<'_>, id: TopicId, wanted: &TopicDetails) -> Result<()> {
    match read(step, id)? == *wanted {
        true => Ok(()),
        false => with_details(Record::of("topic"), wanted).update(step, id.0),
    }
}

fn with_details<'a>(record: Record<'a>, details: &'a TopicDetails) -> Record<'a> {
    record
        .set("label", &details.label)
        .set("title", &details.title)
        .set("outline", &details.outline)
        .set("minutes", details.minutes)
        .set("search_key", search_key(details))
}

/// What a search looks at.
fn search_key(details: &TopicDetails) -> String {
    let texts = [details.label.as_deref(), Some(&details.title), details.outline.as_deref()];
    fold(&texts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// What one topic says.
pub(in crate::store) fn read(connection: &Connection, id: TopicId) -> Result<TopicDetails> {
    let mut query =
        connection.prepare_cached("SELECT label, title, outline, minutes FROM topic WHERE id = ?1")?;
    let found = query.query_row([id.0], details);
    Ok(found.optional()?.ok_or(Mistake::from(LibraryMistake::UnknownTopic))?)
}

/// The columns that say what a topic is.
pub(super) fn details(row: &Row<'_>) -> rusqlite::Result<TopicDetails> {
    Ok(TopicDetails {
        label: row.get("label")?,
        title: row.get("title")?,
        outline: row.get("outline")?,
        minutes: row.get("minutes")?,
    })
}

/// Moves a topic with all its parts to another place.
pub(in crate::store) fn relocate(step: &Step<'_>, id: TopicId, place: TopicPlace) -> Result<()> {
    let details = read(step, id)?;
    if let Some(parent) = place.parent {
        let line = above(step, parent)?;
        if line.contains(&id.0) {
            return Err(Mistake::from(LibraryMistake::UnderItself(details.title)).into());
        }
        check_levels(line.len() + tree::height(step, "topic", id.0, MOST_LEVELS)?)?;
    }
    match here(step, id, place)? {
        true => Ok(()),
        false => put(step, id, place),
    }
}

/// Whether a topic stands at a place already.
fn here(connection: &Connection, id: TopicId, place: TopicPlace) -> Result<bool> {
    let parent = tree::parent(connection, "topic", id.0)?.flatten();
    let sql = "SELECT count(*) FILTER (WHERE sibling.ordinal < own.ordinal), count(*)
               FROM topic own JOIN topic sibling ON sibling.parent_id IS own.parent_id AND sibling.id <> own.id
               WHERE own.id = ?1";
    let (before, others): (usize, usize) =
        connection.query_row(sql, [id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(parent == place.parent.map(|parent| parent.0) && before == place.at.min(others))
}

/// Deletes a topic with its parts, and the documents that nothing cites any more.
/// Programmes keep its title.
pub(in crate::store) fn delete(step: &Step<'_>, id: TopicId) -> Result<()> {
    read(step, id)?;
    step.execute("DELETE FROM topic WHERE id = ?1", [id.0])?;
    sweep(step)
}

/// Puts a topic among the parts of its parent and counts them anew.
fn put(step: &Step<'_>, id: TopicId, place: TopicPlace) -> Result<()> {
    let parent = place.parent.map(|parent| parent.0);
    let mut query =
        step.prepare_cached("SELECT id FROM topic WHERE parent_id IS ?1 AND id <> ?2 ORDER BY ordinal, id")?;
    let mut order: Vec<i64> =
        query.query_map((parent, id.0), |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    order.insert(place.at.min(order.len()), id.0);
    for (ordinal, one) in order.into_iter().enumerate() {
        if one == id.0 {
            Record::of("topic").set("parent_id", parent).set("ordinal", ordinal).update(step, one)?;
        } else {
            // Making room is no change of a topic: its version stays.
            let ordinal = i64::try_from(ordinal).unwrap_or(i64::MAX);
            step.execute("UPDATE topic SET ordinal = ?2 WHERE id = ?1 AND ordinal <> ?2", [one, ordinal])?;
        }
    }
    Ok(())
}

/// A topic and what it is a part of, up to the top.
fn above(connection: &Connection, id: TopicId) -> Result<Vec<i64>> {
    let line = tree::above(connection, "topic", id.0)?;
    Ok(line.ok_or(Mistake::from(LibraryMistake::UnknownTopic))?)
}

/// 1 for a topic of its own, 2 for its parts, …
pub(in crate::store) fn level(connection: &Connection, id: TopicId) -> Result<usize> {
    Ok(above(connection, id)?.len())
}

fn check_levels(levels: usize) -> Result<()> {
    match levels > MOST_LEVELS {
        true => Err(Mistake::from(LibraryMistake::TooDeep(MOST_LEVELS)).into()),
        false => Ok(()),
    }
}
