//! The logo of an organisation: an attachment that it names.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rusqlite::{Connection, OptionalExtension};

use crate::domain::id::OrganisationId;
use crate::domain::picture::Picture;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// The logo of an organisation. One that cannot be read any more is as none.
pub(in crate::store) fn of(connection: &Connection, id: OrganisationId) -> Result<Option<Picture>> {
    let mut query = connection.prepare_cached(
        "SELECT attachment.content FROM organisation
         JOIN attachment ON attachment.id = organisation.logo_id
         WHERE organisation.id = ?1",
    )?;
    let content: Option<String> = query.query_row([id.0], |row| row.get(0)).optional()?;
    let file = content.and_then(|content| STANDARD.decode(content).ok());
    Ok(file.and_then(|file| Picture::read(&file).ok()))
}

/// Gives an organisation this logo in the place of the one it has.
pub(in crate::store) fn replace(step: &Step<'_>, id: OrganisationId, logo: Option<&Picture>) -> Result<()> {
    let sql = "SELECT logo_id FROM organisation WHERE id = ?1";
    let old: Option<i64> = step.query_row(sql, [id.0], |row| row.get(0))?;
    let new = logo.map(|logo| insert(step, logo)).transpose()?;
    if old.is_none() && new.is_none() {
        return Ok(());
    }
    Record::of("organisation").set("logo_id", new).update(step, id.0)?;
    if let Some(old) = old {
        step.execute("DELETE FROM attachment WHERE id = ?1", [old])?;
    }
    Ok(())
}

fn insert(step: &Step<'_>, logo: &Picture) -> Result<i64> {
    Record::of("attachment")
        .with_uid()
        .set("name", "logo.png")
        .set("media_type", "image/png")
        .set("content", STANDARD.encode(logo.png()))
        .set("added_at", step.now())
        .insert(step)
}
