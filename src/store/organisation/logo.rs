//! The logo of an organisation: an attachment that it names.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::id::OrganisationId;
use crate::domain::picture::{MOST_BYTES_KEPT, Picture};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// The logo of an organisation. One that cannot be read any more, or is larger than any that
/// is kept, is as none.
pub(in crate::store) fn of(connection: &Connection, id: OrganisationId) -> Result<Option<Picture>> {
    // Base64 takes four letters for three bytes. What another program put there may be of any size.
    const MOST_LETTERS: usize = MOST_BYTES_KEPT / 3 * 4;
    let mut query = connection.prepare_cached(
        "SELECT CASE WHEN length(attachment.content) <= ?2 THEN attachment.content END FROM organisation
         JOIN attachment ON attachment.id = organisation.logo_id
         WHERE organisation.id = ?1",
    )?;
    let parameters = params![id.0, MOST_LETTERS as i64];
    let content: Option<Option<String>> = query.query_row(parameters, |row| row.get(0)).optional()?;
    let Some(content) = content else { return Ok(None) };
    let file = content.and_then(|content| STANDARD.decode(content).ok());
    let logo = file.and_then(|file| Picture::read_kept(&file).ok());
    if logo.is_none() {
        tracing::warn!(organisation = id.0, "its logo is too large or damaged, papers go without");
    }
    Ok(logo)
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
