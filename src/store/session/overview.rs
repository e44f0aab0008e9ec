//! How far the sessions have come.

use std::collections::HashMap;

use rusqlite::Connection;

use super::{retention, summaries};
use crate::domain::overview::{Overfull, Overview, Progress};
use crate::store::error::Result;

/// What Tổng quan is drawn from.
pub(in crate::store) fn overview(connection: &Connection) -> Result<Overview> {
    let mut progress = progress(connection)?;
    add_overfull(connection, &mut progress)?;
    for kept in retention::kept(connection)? {
        let of_session = progress.entry(kept.session.0).or_default();
        of_session.named = u32::try_from(kept.named).unwrap_or(u32::MAX);
        of_session.retention = kept.retention;
    }
    let sessions = summaries(connection)?;
    let sessions = sessions
        .into_iter()
        .filter(|session| !session.put_away)
        .map(|session| {
            let progress = progress.remove(&session.id.0).unwrap_or_default();
            (session, progress)
        })
        .collect();
    let has_organisation =
        connection.query_row("SELECT EXISTS (SELECT 1 FROM organisation)", [], |row| row.get(0))?;
    Ok(Overview { sessions, has_organisation })
}

fn progress(connection: &Connection) -> Result<HashMap<i64, Progress>> {
    let mut query = connection.prepare_cached(include_str!("progress.sql"))?;
    let rows = query.query_map([], |row| {
        let progress = Progress {
            topics: row.get("topics")?,
            programme_items: row.get("programme_items")?,
            doubled: row.get("doubled")?,
            has_sheet: row.get("has_sheet")?,
            has_report: row.get("has_report")?,
            certificates: row.get("certificates")?,
            unprinted: row.get("unprinted")?,
            sittings: row.get("sittings")?,
            marked: row.get("marked")?,
            came: row.get("came")?,
            ..Progress::default()
        };
        Ok((row.get("id")?, progress))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn add_overfull(connection: &Connection, progress: &mut HashMap<i64, Progress>) -> Result<()> {
    let mut query = connection.prepare_cached(include_str!("overfull.sql"))?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let session: i64 = row.get("session_id")?;
        progress.entry(session).or_default().overfull.push(Overfull {
            cluster: row.get("name")?,
            delegates: row.get("delegates")?,
            capacity: row.get("capacity")?,
        });
    }
    Ok(())
}
