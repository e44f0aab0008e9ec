//! Documents cited, changed, and no longer cited.

use rusqlite::{Connection, OptionalExtension, Row};

use super::super::codec::{Word, word};
use super::super::error::Result;
use super::super::record::Record;
use super::super::transact::Step;
use super::sweep::sweep;
use super::{edit, ids};
use crate::domain::id::DocumentId;
use crate::domain::library::{Citing, DocumentDetails, LibraryMistake};
use crate::domain::mistake::Mistake;

/// Adds a document that a topic or another document cites.
pub(in crate::store) fn add(step: &Step<'_>, by: Citing, details: &DocumentDetails) -> Result<DocumentId> {
    let id = insert(step, &crate::clock::new_uid(), details)?;
    cite(step, by, id)?;
    Ok(id)
}

/// Adds a document of this identity, which something must then cite.
pub(in crate::store) fn insert(step: &Step<'_>, uid: &str, details: &DocumentDetails) -> Result<DocumentId> {
    let record = Record::of("cited_document").set("uid", uid);
    Ok(DocumentId(with_details(record, details).insert(step)?))
}

/// Replaces what a document says, where it differs.
pub(in crate::store) fn edit_details(
    step: &Step<'_>,
    id: DocumentId,
    wanted: &DocumentDetails,
) -> Result<()> {
    match read(step, id)? == *wanted {
        true => Ok(()),
        false => with_details(Record::of("cited_document"), wanted).update(step, id.0),
    }
}

fn with_details<'a>(record: Record<'a>, details: &'a DocumentDetails) -> Record<'a> {
    record
        .set("kind", &details.kind)
        .set("number", &details.number)
        .set("date", details.date.map(Word))
        .set("issuer", &details.issuer)
        .set("title", &details.title)
}

/// What one document is.
pub(in crate::store) fn read(connection: &Connection, id: DocumentId) -> Result<DocumentDetails> {
    let mut query = connection
        .prepare_cached("SELECT kind, number, date, issuer, title FROM cited_document WHERE id = ?1")?;
    let found = query.query_row([id.0], details);
    Ok(found.optional()?.ok_or(Mistake::from(LibraryMistake::UnknownDocument))?)
}

/// The columns that say what a document is.
pub(super) fn details(row: &Row<'_>) -> rusqlite::Result<DocumentDetails> {
    Ok(DocumentDetails {
        kind: row.get("kind")?,
        number: row.get("number")?,
        date: word(row, "date")?,
        issuer: row.get("issuer")?,
        title: row.get("title")?,
    })
}

/// Adds a citation, after the others. What is cited already stays so.
pub(in crate::store) fn cite(step: &Step<'_>, by: Citing, id: DocumentId) -> Result<()> {
    read(step, id)?;
    let (table, column, cited, citing) = match by {
        Citing::Topic(topic) => {
            edit::read(step, topic)?;
            ("topic_cites", "topic_id", "document_id", topic.0)
        }
        Citing::Document(document) => {
            read(step, document)?;
            if reaches(step, id, document)? {
                return Err(Mistake::from(LibraryMistake::CitesItself).into());
            }
            ("document_cites", "document_id", "cited_id", document.0)
        }
    };
    let next = format!(
        "SELECT coalesce(max(ordinal), -1) + 1, coalesce(max({cited} = ?2), 0) FROM {table} WHERE {column} = ?1"
    );
    let (ordinal, there): (i64, bool) =
        step.query_row(&next, (citing, id.0), |row| Ok((row.get(0)?, row.get(1)?)))?;
    if !there {
        Record::of(table).set(column, citing).set(cited, id.0).set("ordinal", ordinal).insert(step)?;
    }
    Ok(())
}

/// Takes a citation away, and the document with it when nothing else cites it.
pub(in crate::store) fn uncite(step: &Step<'_>, by: Citing, id: DocumentId) -> Result<()> {
    let taken = match by {
        Citing::Topic(topic) => {
            step.execute("DELETE FROM topic_cites WHERE topic_id = ?1 AND document_id = ?2", (topic.0, id.0))?
        }
        Citing::Document(document) => step.execute(
            "DELETE FROM document_cites WHERE document_id = ?1 AND cited_id = ?2",
            (document.0, id.0),
        )?,
    };
    match taken {
        0 => Err(Mistake::from(LibraryMistake::UnknownDocument).into()),
        _ => sweep(step),
    }
}

/// Whether `from` is `to`, or cites it directly or through others.
fn reaches(connection: &Connection, from: DocumentId, to: DocumentId) -> Result<bool> {
    let mut seen = vec![from.0];
    let mut at = 0;
    while let Some(&one) = seen.get(at) {
        for cited in ids(connection, "SELECT cited_id FROM document_cites WHERE document_id = ?1", one)? {
            if !seen.contains(&cited) {
                seen.push(cited);
            }
        }
        at += 1;
    }
    Ok(seen.contains(&to.0))
}
