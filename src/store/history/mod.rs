//! What was done, when, in the user's words.
//!
//! [`page`] finds lines of it, [`step`] tells what one of them changed, [`about`] keeps which
//! sessions a line is about, and [`names`] what rows are called, also those that are gone.

pub(super) mod about;
mod names;
pub(super) mod page;
mod person;
pub(super) mod step;
#[cfg(test)]
mod tests;
mod words;

use rusqlite::{Connection, Row};

use super::codec::{json, needed_json};
use super::error::Result;
use crate::domain::id::{OperationId, SessionId};
use crate::sentence::Sentence;

pub use page::{HistoryFilter, HistoryKind, HistoryPage};
pub use step::{ChangedField, ChangedRow, FieldValue, HistoryStep, RowFate};
pub(in crate::store) use words::Labels;

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
    /// The sessions it was about.
    pub sessions: Vec<PastSession>,
}

/// A session that the history names. It may be gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastSession {
    /// Its row.
    pub id: SessionId,
    /// Its title, or the last it had, if that is still known.
    pub title: Option<String>,
    /// Whether it was deleted, or its making undone.
    pub is_gone: bool,
}

/// The last lines, newest first.
pub(super) fn latest(connection: &Connection, limit: usize) -> Result<Vec<HistoryEntry>> {
    let mut query = connection.prepare_cached(
        "SELECT id, at, label, kind, state, reason, changes FROM operation ORDER BY id DESC LIMIT ?1",
    )?;
    let entries = query.query_map([limit], entry)?;
    let mut entries: Vec<HistoryEntry> = entries.collect::<rusqlite::Result<_>>()?;
    about::name_sessions(connection, &mut entries)?;
    Ok(entries)
}

/// A line without its sessions.
fn entry(row: &Row<'_>) -> rusqlite::Result<HistoryEntry> {
    Ok(HistoryEntry {
        id: OperationId(row.get("id")?),
        at: row.get("at")?,
        label: needed_json(row, "label")?,
        kind: row.get("kind")?,
        state: row.get("state")?,
        reason: json(row, "reason")?,
        changes: row.get("changes")?,
        sessions: Vec::new(),
    })
}
