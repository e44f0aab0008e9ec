//! Pictures of templates and signatures, and how far a printer is off.

use crate::domain::certificate::picture::{CertificatePicture, SignatureUse};
use crate::domain::certificate_template::PictureKey;
use crate::domain::id::SessionId;
use crate::domain::picture::Picture;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};

/// Keeps a picture. Returns its key.
pub(in crate::store) fn keep(step: &Step<'_>, picture: &CertificatePicture) -> Result<String> {
    let key = String::from(PictureKey::of(&picture.bytes));
    let known = "SELECT 1 FROM certificate_picture WHERE key = ?1";
    if !step.prepare_cached(known)?.exists([&key])? {
        Record::of("certificate_picture")
            .set("key", &key)
            .set("media_type", &picture.media_type)
            .set("content", &picture.bytes)
            .set("added_at", step.now())
            .insert(step)?;
    }
    Ok(key)
}

/// The picture of a key.
pub(in crate::store) fn of_key(connection: &Connection, key: &str) -> Result<Option<CertificatePicture>> {
    let sql = "SELECT media_type, content FROM certificate_picture WHERE key = ?1";
    read(connection, sql, key)
}

/// The signature of somebody, by the name under it.
pub(in crate::store) fn signature(connection: &Connection, name: &str) -> Result<Option<CertificatePicture>> {
    let sql = "SELECT media_type, content FROM signature_picture WHERE name = ?1";
    read(connection, sql, name)
}

/// Those of these names that are kept. One that cannot be read is left out; the paper that misses it says so.
pub(in crate::store) fn signatures<'n>(
    connection: &Connection,
    names: impl Iterator<Item = &'n str>,
) -> Result<BTreeMap<String, Picture>> {
    let names: BTreeSet<&str> = names.filter(|name| !name.is_empty()).collect();
    let mut pictures = BTreeMap::new();
    for name in names {
        let kept = signature(connection, name)?;
        if let Some(read) = kept.and_then(|kept| Picture::read_large_kept(&kept.bytes).ok()) {
            pictures.insert(name.to_owned(), read);
        }
    }
    Ok(pictures)
}

fn read(connection: &Connection, sql: &str, by: &str) -> Result<Option<CertificatePicture>> {
    let found = connection
        .prepare_cached(sql)?
        .query_row([by], |row| Ok(CertificatePicture { media_type: row.get(0)?, bytes: row.get(1)? }));
    Ok(found.optional()?)
}

/// Keeps the signature of somebody, another one in its place, or none.
pub(in crate::store) fn set_signature(
    step: &Step<'_>,
    name: &str,
    picture: Option<&CertificatePicture>,
) -> Result<()> {
    step.execute("DELETE FROM signature_picture WHERE name = ?1", [name])?;
    let Some(picture) = picture else { return Ok(()) };
    Record::of("signature_picture")
        .with_uid()
        .set("name", name)
        .set("media_type", &picture.media_type)
        .set("content", &picture.bytes)
        .set("added_at", step.now())
        .insert(step)?;
    Ok(())
}

/// Notes that certificates bore a signature.
pub(in crate::store) fn note_use(step: &Step<'_>, used: &SignatureUse) -> Result<()> {
    Record::of("signature_use")
        .with_uid()
        .set("session_id", used.session.map(|id| id.0))
        .set("name", &used.name)
        .set("paper", &used.paper)
        .set("certificates", used.certificates)
        .set("at", step.now())
        .insert(step)?;
    Ok(())
}

/// When a signature was used, the latest first.
pub(in crate::store) fn uses(connection: &Connection, name: &str) -> Result<Vec<SignatureUse>> {
    let sql = "SELECT * FROM signature_use WHERE name = ?1 ORDER BY id DESC";
    let mut query = connection.prepare_cached(sql)?;
    let uses = query.query_map([name], |row| {
        Ok(SignatureUse {
            session: row.get::<_, Option<i64>>("session_id")?.map(SessionId),
            name: row.get("name")?,
            paper: row.get("paper")?,
            certificates: row.get("certificates")?,
            at: row.get("at")?,
        })
    })?;
    Ok(uses.collect::<rusqlite::Result<_>>()?)
}
