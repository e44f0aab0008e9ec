//! Scans and photos of signed pages. They are facts: no journal keeps their pictures, so nothing brings back one that was
//! taken out, and a session that has some is not deleted.

use rusqlite::{Connection, OptionalExtension};

use super::super::error::Result;
use super::super::record::Record;
use super::super::transact::Step;
use crate::domain::attendance::scan::{MOST_SESSION, NewScan, Scan, ScanMistake};
use crate::domain::id::{ScanId, SessionId};
use crate::domain::mistake::Mistake;
use crate::store::session;
use crate::vietnamese::clean::clean;

/// Adds pages, all of them or none.
pub(in crate::store) fn add(step: &Step<'_>, id: SessionId, scans: &[NewScan]) -> Result<()> {
    session::state(step, id)?;
    let used = "SELECT coalesce(sum(length(jpeg)), 0) FROM signed_scan WHERE session_id = ?1";
    let used: usize = step.prepare_cached(used)?.query_row([id.0], |row| row.get(0))?;
    let more: usize = scans.iter().map(|scan| scan.picture.jpeg.len()).sum();
    if used.saturating_add(more) > MOST_SESSION {
        return Err(Mistake::Scan(ScanMistake::SessionFull(used)).into());
    }
    for scan in scans {
        if let Some(page) = &scan.page {
            refuse_foreign(step, id, page)?;
        }
        Record::of("signed_scan")
            .with_uid()
            .set("session_id", id.0)
            .set("page_code", &scan.page)
            .set("name", clean(&scan.name))
            .set("at", step.now())
            .set("width", scan.picture.width)
            .set("height", scan.picture.height)
            .set("jpeg", &scan.picture.jpeg)
            .insert(step)?;
    }
    Ok(())
}

/// The pages of a session, in the order in which they came.
pub(in crate::store) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<Scan>> {
    let mut query = connection.prepare_cached(
        "SELECT id, page_code, name, at, length(jpeg) AS bytes FROM signed_scan WHERE session_id = ?1 ORDER BY id",
    )?;
    let scans = query.query_map([session.0], |row| {
        Ok(Scan {
            id: ScanId(row.get("id")?),
            page: row.get("page_code")?,
            name: row.get("name")?,
            at: row.get("at")?,
            bytes: row.get("bytes")?,
        })
    })?;
    Ok(scans.collect::<rusqlite::Result<_>>()?)
}

/// The picture of a page.
pub(in crate::store) fn picture(connection: &Connection, id: ScanId) -> Result<Vec<u8>> {
    let sql = "SELECT jpeg FROM signed_scan WHERE id = ?1";
    let found = connection.prepare_cached(sql)?.query_row([id.0], |row| row.get(0)).optional()?;
    Ok(found.ok_or(Mistake::UnknownScan)?)
}

/// Says which printed page one shows.
pub(in crate::store) fn set_page(step: &Step<'_>, id: ScanId, page: Option<&str>) -> Result<()> {
    let sql = "SELECT session_id, page_code FROM signed_scan WHERE id = ?1";
    let found = step.prepare_cached(sql)?.query_row([id.0], |row| Ok((SessionId(row.get(0)?), row.get(1)?)));
    let (session, current): (_, Option<String>) = found.optional()?.ok_or(Mistake::UnknownScan)?;
    if current.as_deref() == page {
        return Ok(());
    }
    if let Some(page) = page {
        refuse_foreign(step, session, page)?;
    }
    Record::of("signed_scan").set("page_code", page).update(step, id.0)
}

/// Takes a page out for good.
pub(in crate::store) fn remove(step: &Step<'_>, id: ScanId) -> Result<()> {
    match step.prepare_cached("DELETE FROM signed_scan WHERE id = ?1")?.execute([id.0])? {
        1 => Ok(()),
        _ => Err(Mistake::UnknownScan.into()),
    }
}

/// Refuses a code that no page of the session was printed with.
fn refuse_foreign(connection: &Connection, session: SessionId, page: &str) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM print_run_page AS page JOIN print_run AS run ON run.id = page.print_run_id
                   JOIN session ON session.uid = run.session_uid WHERE session.id = ?1 AND page.code = ?2)";
    match connection.prepare_cached(sql)?.query_row((session.0, page), |row| row.get(0))? {
        true => Ok(()),
        false => Err(Mistake::UnknownPage(page.to_owned()).into()),
    }
}

/// Refuses to let go of a session that has pages.
pub(in crate::store) fn refuse_scanned(connection: &Connection, session: SessionId) -> Result<()> {
    let sql = "SELECT count(*) FROM signed_scan WHERE session_id = ?1";
    match connection.prepare_cached(sql)?.query_row([session.0], |row| row.get(0))? {
        0 => Ok(()),
        count => Err(Mistake::SessionHasScans(count).into()),
    }
}
