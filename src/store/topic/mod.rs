//! The library of topics, the documents they cite, and curricula.

pub(super) mod documents;
pub(super) mod edit;
pub(super) mod library;
mod sweep;

use std::collections::HashMap;

use rusqlite::Connection;

use super::codec::{Json, Word, needed_json, word};
use super::error::{Result, StoreError};
use super::record::Record;
use super::transact::Step;
use crate::domain::id::TopicId;
use crate::domain::programme::{Given, Presenter};
use crate::domain::topic::{CitedDocument, Topic};
use crate::vietnamese::fold;

/// More levels than any library has: a tree deeper than this is a damaged file.
const DEEPEST: usize = 32;

/// Adds a curriculum of these topics. Returns its row.
pub(super) fn insert_curriculum(step: &Step<'_>, session: i64, title: &str, topics: &[Topic]) -> Result<i64> {
    let curriculum = Record::of("curriculum").with_uid().set("title", title).insert(step)?;
    // After the topics of the library, in the order of the curriculum.
    let first: usize = step.query_row(
        "SELECT coalesce(max(ordinal), -1) + 1 FROM topic WHERE parent_id IS NULL",
        [],
        |row| row.get(0),
    )?;
    for (ordinal, topic) in topics.iter().enumerate() {
        let topic = insert_topic(step, session, None, first + ordinal, topic)?;
        Record::of("curriculum_topic")
            .set("curriculum_id", curriculum)
            .set("topic_id", topic)
            .set("ordinal", ordinal)
            .insert(step)?;
    }
    Ok(curriculum)
}

fn insert_topic(
    step: &Step<'_>,
    session: i64,
    parent: Option<i64>,
    ordinal: usize,
    topic: &Topic,
) -> Result<i64> {
    let id = Record::of("topic")
        .with_uid()
        .set("parent_id", parent)
        .set("ordinal", ordinal)
        .set("label", &topic.label)
        .set("title", &topic.title)
        .set("outline", &topic.outline)
        .set("minutes", topic.minutes)
        .set("search_key", fold::fold(&search_text(topic)))
        .insert(step)?;
    for (ordinal, presenter) in topic.presenters.iter().enumerate() {
        insert_presenter(step, session, Presents::Topic(id), ordinal, presenter)?;
    }
    for (ordinal, document) in topic.cites.iter().enumerate() {
        let document = insert_document(step, document)?;
        Record::of("topic_cites")
            .set("topic_id", id)
            .set("document_id", document)
            .set("ordinal", ordinal)
            .insert(step)?;
    }
    for (ordinal, child) in topic.children.iter().enumerate() {
        insert_topic(step, session, Some(id), ordinal, child)?;
    }
    Ok(id)
}

/// What a search looks at.
fn search_text(topic: &Topic) -> String {
    let texts = [topic.label.as_deref(), Some(&topic.title), topic.outline.as_deref()];
    texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn insert_document(step: &Step<'_>, document: &CitedDocument) -> Result<i64> {
    let id = Record::of("cited_document")
        .with_uid()
        .set("kind", &document.kind)
        .set("number", &document.number)
        .set("date", document.date.map(Word))
        .set("issuer", &document.issuer)
        .set("title", &document.title)
        .insert(step)?;
    for (ordinal, cited) in document.cites.iter().enumerate() {
        let cited = insert_document(step, cited)?;
        Record::of("document_cites")
            .set("document_id", id)
            .set("cited_id", cited)
            .set("ordinal", ordinal)
            .insert(step)?;
    }
    Ok(id)
}

/// What a presenter presents.
#[derive(Debug, Clone, Copy)]
pub(super) enum Presents {
    /// A topic of the session as a whole.
    Topic(i64),
    /// An item of one sitting's programme.
    Item(i64),
}

/// Adds one presenter.
pub(super) fn insert_presenter(
    step: &Step<'_>,
    session: i64,
    presents: Presents,
    ordinal: usize,
    presenter: &Presenter,
) -> Result<()> {
    let (topic, item) = match presents {
        Presents::Topic(topic) => (Some(topic), None),
        Presents::Item(item) => (None, Some(item)),
    };
    let none = Vec::new();
    let (kind, name, titles) = match presenter {
        Presenter::Person { name, titles } => ("person", name, titles),
        Presenter::Role(role) => ("role", role, &none),
        Presenter::Collective(body) => ("collective", body, &none),
    };
    Record::of("presenter_slot")
        .set("session_id", session)
        .set("programme_item_id", item)
        .set("topic_id", topic)
        .set("kind", kind)
        .set("name", name)
        .set("titles", Json(titles))
        .set("ordinal", ordinal)
        .insert(step)?;
    Ok(())
}

/// A presenter of a programme item, with what became of it.
pub(super) type Part = (Presenter, Option<Given>);

/// The presenters of a session, by topic and by programme item.
#[derive(Debug, Default)]
pub(super) struct Presenters {
    pub(super) by_topic: HashMap<i64, Vec<Presenter>>,
    pub(super) by_item: HashMap<i64, Vec<Part>>,
}

/// Reads the presenters of a session.
pub(super) fn presenters(connection: &Connection, session: i64) -> Result<Presenters> {
    let mut all = Presenters::default();
    let mut query = connection.prepare_cached(
        "SELECT topic_id, programme_item_id, kind, name, titles, given, given_by FROM presenter_slot
         WHERE session_id = ?1 ORDER BY ordinal, id",
    )?;
    let mut rows = query.query([session])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get("name")?;
        let presenter = match row.get_ref("kind")?.as_str().unwrap_or_default() {
            "person" => Presenter::Person { name, titles: needed_json(row, "titles")? },
            "role" => Presenter::Role(name),
            _ => Presenter::Collective(name),
        };
        match (row.get::<_, Option<i64>>("topic_id")?, row.get::<_, Option<i64>>("programme_item_id")?) {
            (Some(topic), _) => all.by_topic.entry(topic).or_default().push(presenter),
            (None, Some(item)) => all.by_item.entry(item).or_default().push((presenter, given(row)?)),
            (None, None) => {}
        }
    }
    Ok(all)
}

/// What became of the part of a presenter.
pub(super) fn given(row: &rusqlite::Row<'_>) -> rusqlite::Result<Option<Given>> {
    let by: Option<String> = row.get("given_by")?;
    Ok(match row.get::<_, Option<String>>("given")?.as_deref() {
        Some("given") => Some(Given::Given),
        Some("not_given") => Some(Given::Not),
        Some(_) => Some(Given::By(by.unwrap_or_default())),
        None => None,
    })
}

/// Reads the topics of a curriculum with everything under them.
pub(super) fn curriculum(
    connection: &Connection,
    curriculum: i64,
    presenters: &mut HashMap<i64, Vec<Presenter>>,
) -> Result<Vec<Topic>> {
    let roots = ids(
        connection,
        "SELECT topic_id FROM curriculum_topic WHERE curriculum_id = ?1 ORDER BY ordinal",
        curriculum,
    )?;
    roots.into_iter().map(|root| read_topic(connection, root, presenters, DEEPEST)).collect()
}

fn read_topic(
    connection: &Connection,
    id: i64,
    presenters: &mut HashMap<i64, Vec<Presenter>>,
    levels_left: usize,
) -> Result<Topic> {
    let levels_left = levels_left.checked_sub(1).ok_or_else(|| StoreError::Corrupt("topic tree".into()))?;
    let mut query =
        connection.prepare_cached("SELECT label, title, outline, minutes FROM topic WHERE id = ?1")?;
    let mut topic = query.query_row([id], |row| {
        Ok(Topic {
            label: row.get(0)?,
            title: row.get(1)?,
            outline: row.get(2)?,
            minutes: row.get(3)?,
            ..Topic::default()
        })
    })?;
    topic.presenters = presenters.remove(&id).unwrap_or_default();
    let cited =
        ids(connection, "SELECT document_id FROM topic_cites WHERE topic_id = ?1 ORDER BY ordinal", id)?;
    topic.cites =
        cited.into_iter().map(|cited| read_document(connection, cited, DEEPEST)).collect::<Result<_>>()?;
    let children = ids(connection, "SELECT id FROM topic WHERE parent_id = ?1 ORDER BY ordinal, id", id)?;
    topic.children = children
        .into_iter()
        .map(|child| read_topic(connection, child, presenters, levels_left))
        .collect::<Result<_>>()?;
    Ok(topic)
}

fn read_document(connection: &Connection, id: i64, levels_left: usize) -> Result<CitedDocument> {
    let levels_left =
        levels_left.checked_sub(1).ok_or_else(|| StoreError::Corrupt("cited documents".into()))?;
    let mut query = connection
        .prepare_cached("SELECT kind, number, date, issuer, title FROM cited_document WHERE id = ?1")?;
    let mut document = query.query_row([id], |row| {
        Ok(CitedDocument {
            kind: row.get("kind")?,
            number: row.get("number")?,
            date: word(row, "date")?,
            issuer: row.get("issuer")?,
            title: row.get("title")?,
            cites: Vec::new(),
        })
    })?;
    let cited =
        ids(connection, "SELECT cited_id FROM document_cites WHERE document_id = ?1 ORDER BY ordinal", id)?;
    document.cites = cited
        .into_iter()
        .map(|cited| read_document(connection, cited, levels_left))
        .collect::<Result<_>>()?;
    Ok(document)
}

/// The parts of a topic at every depth, without the topic itself.
pub(super) fn parts(connection: &Connection, id: TopicId) -> Result<Vec<TopicId>> {
    let mut found = vec![id];
    let mut at = 0;
    while let Some(&one) = found.get(at) {
        for part in ids(connection, "SELECT id FROM topic WHERE parent_id = ?1 ORDER BY ordinal, id", one.0)?
        {
            // A ring in a damaged file ends here.
            if !found.contains(&TopicId(part)) {
                found.push(TopicId(part));
            }
        }
        at += 1;
    }
    found.remove(0);
    Ok(found)
}

/// The ids a query gives for one parameter.
fn ids(connection: &Connection, sql: &str, parameter: i64) -> Result<Vec<i64>> {
    let mut query = connection.prepare_cached(sql)?;
    let ids = query.query_map([parameter], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}
