//! How long the named data of a session are kept.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::domain::id::SessionId;
use crate::domain::retention::{Kept, Retention};
use crate::store::codec::{Word, word};
use crate::store::error::Result;
use crate::store::transact::Step;

/// What is said of keeping the data of a session.
pub(in crate::store) fn read(connection: &Connection, session: SessionId) -> Result<Retention> {
    let mut query = connection
        .prepare_cached("SELECT purpose, keep_until, hold_reason FROM retention WHERE session_id = ?1")?;
    Ok(query.query_row([session.0], retention).optional()?.unwrap_or_default())
}

fn retention(row: &Row<'_>) -> rusqlite::Result<Retention> {
    Ok(Retention {
        purpose: row.get("purpose")?,
        keep_until: word(row, "keep_until")?,
        hold_reason: row.get("hold_reason")?,
    })
}

/// Says it anew, where it differs.
pub(in crate::store) fn set(step: &Step<'_>, session: SessionId, wanted: &Retention) -> Result<()> {
    super::state(step, session)?;
    if read(step, session)? == *wanted {
        return Ok(());
    }
    step.prepare_cached(
        "INSERT INTO retention (session_id, purpose, keep_until, hold_reason) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (session_id) DO UPDATE SET purpose = excluded.purpose,
             keep_until = excluded.keep_until, hold_reason = excluded.hold_reason",
    )?
    .execute((session.0, &wanted.purpose, wanted.keep_until.map(Word), &wanted.hold_reason))?;
    Ok(())
}

/// The sessions of which something is said, and which still have named delegates.
pub(in crate::store) fn kept(connection: &Connection) -> Result<Vec<Kept>> {
    let mut query = connection.prepare_cached(
        "SELECT session.id, session.title, retention.purpose, keep_until, hold_reason,
             (SELECT count(*) FROM delegate
              WHERE delegate.session_id = session.id AND delegate.erased_at IS NULL) AS named
         FROM retention JOIN session ON session.id = retention.session_id
         ORDER BY keep_until, session.id",
    )?;
    let kept = query.query_map([], |row| {
        Ok(Kept {
            session: SessionId(row.get("id")?),
            title: row.get("title")?,
            retention: retention(row)?,
            named: row.get("named")?,
        })
    })?;
    let kept: Vec<Kept> = kept.collect::<rusqlite::Result<_>>()?;
    Ok(kept.into_iter().filter(|one| one.named > 0).collect())
}
