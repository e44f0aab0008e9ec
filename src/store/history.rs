//! What was done, when, in the user's words.

use rusqlite::Connection;

use super::codec::needed_json;
use super::error::Result;
use crate::message::Message;

/// One step of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// UTC, RFC 3339.
    pub at: String,
    /// What was done; for an undo or redo, the step that was turned.
    pub label: Message,
    /// `do`, `undo` or `redo`.
    pub kind: String,
    /// How many rows it changed.
    pub changes: usize,
}

/// The last steps, newest first.
pub(super) fn latest(connection: &Connection, limit: usize) -> Result<Vec<HistoryEntry>> {
    let mut query = connection
        .prepare_cached("SELECT at, label, kind, changes FROM operation ORDER BY id DESC LIMIT ?1")?;
    let entries = query.query_map([limit], |row| {
        Ok(HistoryEntry {
            at: row.get("at")?,
            label: needed_json(row, "label")?,
            kind: row.get("kind")?,
            changes: row.get("changes")?,
        })
    })?;
    Ok(entries.collect::<rusqlite::Result<_>>()?)
}
