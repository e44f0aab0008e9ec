//! Curricula to another office and from there, by the identity of every record.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use crate::domain::curriculum_file::{CurriculumFile, FileDocument, FileTopic};
use crate::domain::id::{CurriculumId, DocumentId, TopicId};
use crate::domain::library::{Citing, Library, TopicPlace};
use crate::store::error::Result;
use crate::store::topic::{self, documents, edit};
use crate::store::transact::Step;

/// What a file brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchanged {
    /// The curriculum.
    pub curriculum: CurriculumId,
    /// Topics and parts that are new here.
    pub added: usize,
    /// Those that stood in the library already; they stay as they are.
    pub known: usize,
}

/// A curriculum with everything under it, as a file holds it.
pub(in crate::store) fn export(connection: &Connection, id: CurriculumId) -> Result<CurriculumFile> {
    let library = topic::library::read(connection)?;
    let title = super::title(connection, id)?;
    let uid = uid_of(connection, "SELECT uid FROM curriculum WHERE id = ?1", id.0)?;
    let mut wanted = Vec::new();
    let topics = super::topics(connection, id)?;
    let topics = topics.into_iter().map(|one| file_topic(connection, &library, one, &mut wanted));
    let topics = topics.collect::<Result<Vec<_>>>()?;
    let mut documents = Vec::new();
    let mut at = 0;
    while let Some(&one) = wanted.get(at) {
        documents.extend(file_document(connection, &library, one, &mut wanted)?);
        at += 1;
    }
    Ok(CurriculumFile::new(uid, title, topics, documents))
}

fn file_topic(
    connection: &Connection,
    library: &Library,
    id: TopicId,
    documents: &mut Vec<DocumentId>,
) -> Result<FileTopic> {
    let details = edit::read(connection, id)?;
    let cites = library.topic(id).map(|topic| topic.cites.clone()).unwrap_or_default();
    let parts = library.parts(Some(id)).into_iter();
    Ok(FileTopic {
        uid: uid_of(connection, "SELECT uid FROM topic WHERE id = ?1", id.0)?,
        label: details.label,
        title: details.title,
        outline: details.outline,
        minutes: details.minutes,
        cites: cited(connection, &cites, documents)?,
        parts: parts.map(|part| file_topic(connection, library, part, documents)).collect::<Result<_>>()?,
    })
}

fn file_document(
    connection: &Connection,
    library: &Library,
    id: DocumentId,
    documents: &mut Vec<DocumentId>,
) -> Result<Option<FileDocument>> {
    let Some(document) = library.document(id) else { return Ok(None) };
    let details = document.details.clone();
    Ok(Some(FileDocument {
        uid: uid_of(connection, "SELECT uid FROM cited_document WHERE id = ?1", id.0)?,
        kind: details.kind,
        number: details.number,
        date: details.date,
        issuer: details.issuer,
        title: details.title,
        cites: cited(connection, &document.cites, documents)?,
    }))
}

/// The identities of documents, which are wanted in the file as well.
fn cited(connection: &Connection, ids: &[DocumentId], wanted: &mut Vec<DocumentId>) -> Result<Vec<String>> {
    ids.iter()
        .map(|id| {
            if !wanted.contains(id) {
                wanted.push(*id);
            }
            uid_of(connection, "SELECT uid FROM cited_document WHERE id = ?1", id.0)
        })
        .collect()
}

fn uid_of(connection: &Connection, sql: &str, id: i64) -> Result<String> {
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// Takes a file in. What stands here already, by its identity, stays as it is, so
/// a file can be taken in twice; what is new is added to it.
pub(in crate::store) fn import(step: &Step<'_>, file: &CurriculumFile) -> Result<Exchanged> {
    let mut cited = HashMap::new();
    let mut new = Vec::new();
    for document in &file.documents {
        let id = match known(step, "SELECT id FROM cited_document WHERE uid = ?1", &document.uid)? {
            Some(id) => DocumentId(id),
            None => {
                let id = documents::insert(step, &document.uid, &document.details())?;
                new.push((id, document));
                id
            }
        };
        cited.insert(document.uid.as_str(), id);
    }
    for (id, document) in new {
        cite_all(step, Citing::Document(id), &document.cites, &cited)?;
    }
    let mut count = Exchanged { curriculum: CurriculumId(0), added: 0, known: 0 };
    let topics = file.topics.iter().map(|topic| take_in(step, None, topic, &cited, &mut count));
    let topics = topics.collect::<Result<Vec<_>>>()?;
    count.curriculum = match known(step, "SELECT id FROM curriculum WHERE uid = ?1", &file.uid)? {
        Some(id) => {
            let id = CurriculumId(id);
            let mut all = super::topics(step, id)?;
            let more: Vec<_> = topics.into_iter().filter(|topic| !all.contains(topic)).collect();
            all.extend(more);
            super::set_topics(step, id, &all)?;
            id
        }
        None => super::insert(step, &file.uid, &file.title, &topics)?,
    };
    Ok(count)
}

fn take_in(
    step: &Step<'_>,
    parent: Option<TopicId>,
    topic: &FileTopic,
    cited: &HashMap<&str, DocumentId>,
    count: &mut Exchanged,
) -> Result<TopicId> {
    let id = match known(step, "SELECT id FROM topic WHERE uid = ?1", &topic.uid)? {
        Some(id) => {
            count.known += 1;
            TopicId(id)
        }
        None => {
            count.added += 1;
            let place = TopicPlace { parent, at: usize::MAX };
            let id = edit::insert(step, &topic.uid, place, &topic.details())?;
            cite_all(step, Citing::Topic(id), &topic.cites, cited)?;
            id
        }
    };
    for part in &topic.parts {
        take_in(step, Some(id), part, cited, count)?;
    }
    Ok(id)
}

fn cite_all(step: &Step<'_>, by: Citing, uids: &[String], cited: &HashMap<&str, DocumentId>) -> Result<()> {
    for id in uids.iter().filter_map(|uid| cited.get(uid.as_str())) {
        documents::cite(step, by, *id)?;
    }
    Ok(())
}

fn known(connection: &Connection, sql: &str, uid: &str) -> Result<Option<i64>> {
    Ok(connection.prepare_cached(sql)?.query_row([uid], |row| row.get(0)).optional()?)
}
