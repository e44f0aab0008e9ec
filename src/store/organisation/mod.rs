//! Organisations and those who may sign for them.

use rusqlite::{Connection, OptionalExtension};

use super::codec::{Json, Word, needed_json, word};
use super::error::Result;
use super::record::Record;
use super::transact::Step;
use crate::domain::organisation::{OrganisationDetails, Signatory};

/// The organisation of that name, added with its signatories if it is new.
pub(super) fn find_or_insert(step: &Step<'_>, organisation: &OrganisationDetails) -> Result<i64> {
    let known = step
        .query_row("SELECT id FROM organisation WHERE name = ?1", [&organisation.name], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let id = Record::of("organisation")
        .with_uid()
        .set("name", &organisation.name)
        .set("short_name", &organisation.short_name)
        .set("letterhead", Json(&organisation.letterhead))
        .set("certificate_pattern", &organisation.certificate_pattern)
        .insert(step)?;
    for (ordinal, signatory) in organisation.signatories.iter().enumerate() {
        Record::of("signatory")
            .with_uid()
            .set("organisation_id", id)
            .set("authority", Json(&signatory.authority))
            .set("title", &signatory.title)
            .set("name", &signatory.name)
            .set("term_from", signatory.from.map(Word))
            .set("term_until", signatory.until.map(Word))
            .set("ordinal", ordinal)
            .insert(step)?;
    }
    Ok(id)
}

/// Who signs for an organisation now: the first still in office.
pub(super) fn signatory(connection: &Connection, organisation: i64) -> Result<Option<Signatory>> {
    let mut query = connection.prepare_cached(
        "SELECT authority, title, name, term_from, term_until FROM signatory
         WHERE organisation_id = ?1 ORDER BY term_until IS NOT NULL, ordinal LIMIT 1",
    )?;
    let found = query.query_row([organisation], |row| {
        Ok(Signatory {
            authority: needed_json(row, "authority")?,
            title: row.get("title")?,
            name: row.get("name")?,
            from: word(row, "term_from")?,
            until: word(row, "term_until")?,
        })
    });
    Ok(found.optional()?)
}
