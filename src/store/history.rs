//! What was done, when, in the user's words.

use rusqlite::Connection;

use super::codec::{json, needed_json};
use super::error::Result;
use crate::domain::id::OperationId;
use crate::sentence::Sentence;

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Its row.
    pub id: OperationId,
    /// UTC, RFC 3339.
    pub at: String,
    /// What was done; for an undo or redo, the step that was turned.
    pub label: Sentence,
    /// `do`, `fact`, `undo` or `redo`.
    pub kind: String,
    /// `done`, `undone`, `set_aside` (it can no longer be undone), `discarded` (undone, and can
    /// no longer be redone) or `settled` (too old to be undone, or never to be).
    pub state: String,
    /// Why it can no longer be turned, if that was tried.
    pub reason: Option<Sentence>,
    /// How many rows it changed.
    pub changes: usize,
}

/// The last lines, newest first.
pub(super) fn latest(connection: &Connection, limit: usize) -> Result<Vec<HistoryEntry>> {
    let mut query = connection.prepare_cached(
        "SELECT id, at, label, kind, state, reason, changes FROM operation ORDER BY id DESC LIMIT ?1",
    )?;
    let entries = query.query_map([limit], |row| {
        Ok(HistoryEntry {
            id: OperationId(row.get("id")?),
            at: row.get("at")?,
            label: needed_json(row, "label")?,
            kind: row.get("kind")?,
            state: row.get("state")?,
            reason: json(row, "reason")?,
            changes: row.get("changes")?,
        })
    })?;
    Ok(entries.collect::<rusqlite::Result<_>>()?)
}
