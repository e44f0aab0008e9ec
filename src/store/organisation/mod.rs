//! Organisations and those who may sign for them.

pub(super) mod edit;
pub(super) mod logo;

use rusqlite::{Connection, OptionalExtension, Row};

use super::codec::{Json, Word, needed_json, word};
use super::error::Result;
use super::record::Record;
use super::transact::Step;
use crate::domain::id::OrganisationId;
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{Organisation, OrganisationDetails, Signatory};

/// The organisation of that name, added with its signatories if it is new.
pub(super) fn find_or_insert(step: &Step<'_>, organisation: &OrganisationDetails) -> Result<i64> {
    let known = step
        .query_row("SELECT id FROM organisation WHERE name = ?1", [&organisation.name], |row| row.get(0))
        .optional()?;
    match known {
        Some(id) => Ok(id),
        None => insert(step, organisation),
    }
}

/// Adds an organisation with its signatories.
pub(super) fn insert(step: &Step<'_>, organisation: &OrganisationDetails) -> Result<i64> {
    // After those that are there.
    let sql = "SELECT coalesce(max(ordinal) + 1, 0) FROM organisation";
    let ordinal: i64 = step.query_row(sql, [], |row| row.get(0))?;
    let record = Record::of("organisation").with_uid().set("ordinal", ordinal);
    let id = with_details(record, organisation).insert(step)?;
    for (ordinal, signatory) in organisation.signatories.iter().enumerate() {
        insert_signatory(step, id, ordinal, signatory)?;
    }
    logo::replace(step, OrganisationId(id), organisation.logo.as_ref())?;
    Ok(id)
}

fn with_details<'a>(record: Record<'a>, organisation: &'a OrganisationDetails) -> Record<'a> {
    record
        .set("name", &organisation.name)
        .set("short_name", &organisation.short_name)
        .set("letterhead", Json(&organisation.letterhead))
        .set("certificate_pattern", &organisation.certificate_pattern)
}

fn insert_signatory(step: &Step<'_>, organisation: i64, ordinal: usize, signatory: &Signatory) -> Result<()> {
    let record = Record::of("signatory").with_uid().set("organisation_id", organisation);
    signatory_fields(record, signatory, ordinal).insert(step)?;
    Ok(())
}

fn signatory_fields<'a>(record: Record<'a>, signatory: &'a Signatory, ordinal: usize) -> Record<'a> {
    record
        .set("authority", Json(&signatory.authority))
        .set("title", &signatory.title)
        .set("name", &signatory.name)
        .set("term_from", signatory.from.map(Word))
        .set("term_until", signatory.until.map(Word))
        .set("ordinal", ordinal)
}

/// Who signs for an organisation now: the first still in office.
pub(super) fn signatory(connection: &Connection, organisation: i64) -> Result<Option<Signatory>> {
    let mut query = connection.prepare_cached(
        "SELECT authority, title, name, term_from, term_until FROM signatory
         WHERE organisation_id = ?1 ORDER BY term_until IS NOT NULL, ordinal LIMIT 1",
    )?;
    Ok(query.query_row([organisation], signatory_of).optional()?)
}

fn signatory_of(row: &Row<'_>) -> rusqlite::Result<Signatory> {
    Ok(Signatory {
        authority: needed_json(row, "authority")?,
        title: row.get("title")?,
        name: row.get("name")?,
        from: word(row, "term_from")?,
        until: word(row, "term_until")?,
    })
}

/// All organisations, in their order.
pub(super) fn all(connection: &Connection) -> Result<Vec<Organisation>> {
    let mut query = connection.prepare_cached("SELECT id FROM organisation ORDER BY ordinal, id")?;
    let ids = query.query_map([], |row| row.get(0).map(OrganisationId))?;
    let ids = ids.collect::<rusqlite::Result<Vec<_>>>()?;
    ids.into_iter().map(|id| Ok(Organisation { id, details: read(connection, id)? })).collect()
}

/// One organisation.
pub(super) fn read(connection: &Connection, id: OrganisationId) -> Result<OrganisationDetails> {
    let mut query = connection.prepare_cached(
        "SELECT name, short_name, letterhead, certificate_pattern FROM organisation WHERE id = ?1",
    )?;
    let found = query.query_row([id.0], |row| {
        Ok(OrganisationDetails {
            name: row.get("name")?,
            short_name: row.get("short_name")?,
            letterhead: needed_json(row, "letterhead")?,
            signatories: Vec::new(),
            certificate_pattern: row.get("certificate_pattern")?,
            logo: None,
        })
    });
    let mut details = found.optional()?.ok_or(Mistake::UnknownOrganisation)?;
    let mut query = connection.prepare_cached(
        "SELECT authority, title, name, term_from, term_until FROM signatory
         WHERE organisation_id = ?1 ORDER BY ordinal, id",
    )?;
    details.logo = logo::of(connection, id)?;
    details.signatories = query.query_map([id.0], signatory_of)?.collect::<rusqlite::Result<_>>()?;
    Ok(details)
}
