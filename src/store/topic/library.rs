//! The whole library read at once: it is small, and every screen of it shows all.

use std::collections::HashMap;

use rusqlite::Connection;

use super::super::codec::word;
use super::super::curriculum;
use super::super::error::Result;
use super::{documents, edit};
use crate::domain::id::{DocumentId, SessionId, TopicId};
use crate::domain::library::{Document, Library, LibraryTopic, TopicDetails, TopicUse};

/// Reads topics, documents and curricula.
pub(in crate::store) fn read(connection: &Connection) -> Result<Library> {
    Ok(Library {
        topics: topics(connection)?,
        documents: documents(connection)?,
        curricula: curriculum::all(connection)?,
    })
}

/// Every topic followed by its parts.
fn topics(connection: &Connection) -> Result<Vec<LibraryTopic>> {
    let mut cites =
        pairs(connection, "SELECT topic_id, document_id FROM topic_cites ORDER BY topic_id, ordinal, id")?;
    let mut uses = uses(connection)?;
    let mut by_parent: HashMap<Option<i64>, Vec<(i64, TopicDetails)>> = HashMap::new();
    let mut query = connection.prepare_cached(
        "SELECT id, parent_id, label, title, outline, minutes FROM topic ORDER BY ordinal, id",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        by_parent.entry(row.get("parent_id")?).or_default().push((row.get("id")?, edit::details(row)?));
    }
    let mut topic = |id: i64, details, above: Option<&LibraryTopic>| LibraryTopic {
        id: TopicId(id),
        parent: above.map(|above| above.id),
        depth: above.map_or(0, |above| above.depth + 1),
        details,
        cites: cites.remove(&id).unwrap_or_default().into_iter().map(DocumentId).collect(),
        uses: merge(uses.remove(&id).unwrap_or_default(), above.map_or(&[], |above| &above.uses)),
    };
    let roots = by_parent.remove(&None).unwrap_or_default();
    let mut all: Vec<LibraryTopic> = Vec::new();
    // Depth first: what waits longest comes last.
    let mut waiting: Vec<LibraryTopic> =
        roots.into_iter().rev().map(|(id, details)| topic(id, details, None)).collect();
    while let Some(next) = waiting.pop() {
        let parts = by_parent.remove(&Some(next.id.0)).unwrap_or_default();
        waiting.extend(parts.into_iter().rev().map(|(id, details)| topic(id, details, Some(&next))));
        all.push(next);
    }
    Ok(all)
}

/// Sessions that hold a topic, the latest first, and those that hold what it is
/// a part of.
fn merge(mut own: Vec<TopicUse>, inherited: &[TopicUse]) -> Vec<TopicUse> {
    for one in inherited {
        if !own.iter().any(|known| known.session == one.session) {
            own.push(one.clone());
        }
    }
    own.sort_by_key(|one| std::cmp::Reverse(one.dates.map(|dates| dates.start().sort_key())));
    own
}

fn uses(connection: &Connection) -> Result<HashMap<i64, Vec<TopicUse>>> {
    let mut uses: HashMap<i64, Vec<TopicUse>> = HashMap::new();
    let mut query = connection.prepare_cached(include_str!("uses.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        uses.entry(row.get("topic_id")?).or_default().push(TopicUse {
            session: SessionId(row.get("session_id")?),
            title: row.get("title")?,
            dates: word(row, "dates")?,
        });
    }
    Ok(uses)
}

fn documents(connection: &Connection) -> Result<Vec<Document>> {
    let mut cites = pairs(
        connection,
        "SELECT document_id, cited_id FROM document_cites ORDER BY document_id, ordinal, id",
    )?;
    let mut query = connection
        .prepare_cached("SELECT id, kind, number, date, issuer, title FROM cited_document ORDER BY id")?;
    let documents = query.query_map([], |row| {
        let id: i64 = row.get("id")?;
        let cites = cites.remove(&id).unwrap_or_default().into_iter().map(DocumentId).collect();
        Ok(Document { id: DocumentId(id), details: documents::details(row)?, cites })
    })?;
    Ok(documents.collect::<rusqlite::Result<_>>()?)
}

/// What a query of two ids gives, by the first.
fn pairs(connection: &Connection, sql: &str) -> Result<HashMap<i64, Vec<i64>>> {
    let mut pairs: HashMap<i64, Vec<i64>> = HashMap::new();
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        pairs.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(pairs)
}
