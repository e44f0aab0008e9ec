//! Print runs: facts, which are never taken back.

use rusqlite::{Connection, OptionalExtension};

use super::certificate;
use super::codec::Json;
use super::error::{Result, StoreError};
use super::printed_sheet::KeptSheet;
use super::record::Record;
use super::transact::Step;
use crate::domain::certificate::picture::SignatureUse;
use crate::domain::id::{ClusterId, SessionId};
use crate::domain::print_run::{FoundPage, PastRun, PrintRun};

/// The scope of a run of everyone.
const WHOLE: &str = "whole";

/// Remembers a print run, and forgets those it makes superfluous.
pub(super) fn insert(step: &Step<'_>, run: &PrintRun) -> Result<()> {
    let scope = run.cluster.map_or_else(|| WHOLE.to_owned(), |cluster| cluster.to_string());
    let id = Record::of("print_run")
        .set("session_uid", uid(step, run.session)?)
        .set("paper", &run.paper)
        .set("scope", scope)
        .set("options", &run.options)
        .set("made_at", step.now())
        .set("printed", run.printed)
        .insert(step)?;
    for (page, printed) in (1_i64..).zip(&run.pages) {
        let sheet = printed.sheet.as_ref().map(|sheet| KeptSheet::of(step, sheet)).transpose()?;
        let delegates: Vec<i64> = printed.delegates.iter().map(|delegate| delegate.0).collect();
        Record::of("print_run_page")
            .set("print_run_id", id)
            .set("page", page)
            .set("code", &printed.code)
            .set("delegates", Json(delegates))
            .set("sheet", sheet.map(Json))
            .insert(step)?;
    }
    for (name, certificates) in &run.signatures {
        let used = SignatureUse {
            session: Some(run.session),
            name: name.clone(),
            paper: run.paper.clone(),
            certificates: *certificates,
            at: String::new(),
        };
        certificate::picture::note_use(step, &used)?;
    }
    forget_superfluous(step, id)
}

/// Forgets older runs of the same session, paper and scope of which every page stands in a
/// later run, too, with the same people at the same places; one that was printed, in later ones that were. A sheet that someone signed is still found by its code,
/// and a scan of it is read by where its own rows stood.
fn forget_superfluous(step: &Step<'_>, latest: i64) -> Result<()> {
    step.execute(include_str!("print_run_superfluous.sql"), [latest])?;
    Ok(())
}

fn uid(connection: &Connection, session: SessionId) -> Result<String> {
    let uid = "SELECT uid FROM session WHERE id = ?1";
    let uid = connection.prepare_cached(uid)?.query_row([session.0], |row| row.get(0)).optional()?;
    uid.ok_or(StoreError::NoSession(session.0))
}

/// The page of a session with this code, of the newest run that has it.
pub(super) fn page(connection: &Connection, session: SessionId, code: &str) -> Result<Option<FoundPage>> {
    let mut query = connection.prepare_cached(
        "SELECT run.paper, run.scope, page.page, run.made_at, page.sheet,
                (SELECT count(*) FROM print_run_page AS every WHERE every.print_run_id = run.id) AS pages
         FROM print_run_page AS page JOIN print_run AS run ON run.id = page.print_run_id
         WHERE page.code = ?2 AND run.session_uid = ?1 ORDER BY run.id DESC, page.page LIMIT 1",
    )?;
    let found = query.query_row((uid(connection, session)?, code), |row| {
        let scope: Option<String> = row.get("scope")?;
        let page = FoundPage {
            paper: row.get("paper")?,
            cluster: scope.and_then(|scope| scope.parse().ok()).map(ClusterId),
            page: row.get("page")?,
            pages: row.get("pages")?,
            made_at: row.get("made_at")?,
            sheet: None,
        };
        Ok((page, row.get::<_, Option<String>>("sheet")?))
    });
    let Some((page, sheet)) = found.optional()? else { return Ok(None) };
    let sheet = sheet.and_then(|kept| KeptSheet::read(&kept));
    let sheet = sheet.map(|kept| kept.printed(connection)).transpose()?;
    Ok(Some(FoundPage { sheet, ..page }))
}

/// The pages that people sign of the last run of a paper for each cluster of a session, with their codes.
pub(super) fn signed(
    connection: &Connection,
    session: SessionId,
    paper: &str,
) -> Result<Vec<(String, FoundPage)>> {
    let mut query = connection.prepare_cached(
        "SELECT DISTINCT page.code FROM print_run_page AS page
         WHERE page.sheet IS NOT NULL AND page.print_run_id IN (
             SELECT max(id) FROM print_run WHERE session_uid = ?1 AND paper = ?2 AND scope IS NOT NULL GROUP BY scope)
         ORDER BY page.print_run_id, page.page",
    )?;
    let codes = query.query_map((uid(connection, session)?, paper), |row| row.get(0))?;
    let codes = codes.collect::<rusqlite::Result<Vec<String>>>()?;
    let mut pages = Vec::with_capacity(codes.len());
    for code in codes {
        pages.extend(page(connection, session, &code)?.map(|found| (code, found)));
    }
    Ok(pages)
}

/// The last run of each kind of paper and cluster of a session: the last that was printed, else the last that was made.
pub(super) fn last(connection: &Connection, session: SessionId) -> Result<Vec<PastRun>> {
    let mut runs = connection.prepare_cached(
        "SELECT id, paper, scope, made_at, printed > 0 FROM print_run AS run
         WHERE session_uid = ?1 AND id = (
             SELECT id FROM print_run
             WHERE session_uid = run.session_uid AND paper = run.paper AND scope = run.scope
             ORDER BY printed > 0 DESC, id DESC LIMIT 1)
         ORDER BY paper, scope",
    )?;
    let mut pages =
        connection.prepare_cached("SELECT code FROM print_run_page WHERE print_run_id = ?1 ORDER BY page")?;
    let mut last = Vec::new();
    let mut rows = runs.query([uid(connection, session)?])?;
    while let Some(row) = rows.next()? {
        let (id, paper, scope, made_at): (i64, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let printed = row.get(4)?;
        let codes = pages.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        // What another program wrote there is no cluster of this session: it is never asked for.
        let cluster = (scope != WHOLE).then(|| ClusterId(scope.parse().unwrap_or(0)));
        last.push(PastRun { paper, cluster, made_at, codes, printed });
    }
    Ok(last)
}
