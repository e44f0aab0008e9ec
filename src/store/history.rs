//! What was done, when, in the user's words; back and forward in it.

use rusqlite::Connection;

use super::codec::needed_json;
use super::error::Result;
use super::worker::Pending;
use super::{Store, undo};
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

impl Store {
    /// Undoes the last step and names it. `None` when nothing is left to undo.
    pub fn undo(&self) -> Pending<Option<Message>> {
        self.worker.submit(|desk| desk.turn(undo::undo))
    }

    /// Redoes the step undone last and names it. `None` when there is none.
    pub fn redo(&self) -> Pending<Option<Message>> {
        self.worker.submit(|desk| desk.turn(undo::redo))
    }

    /// What [`Store::undo`] would undo.
    pub fn undo_label(&self) -> Pending<Option<Message>> {
        self.worker.submit(|desk| undo::next_label(&desk.file.connection, undo::Direction::Undo))
    }

    /// What [`Store::redo`] would redo.
    pub fn redo_label(&self) -> Pending<Option<Message>> {
        self.worker.submit(|desk| undo::next_label(&desk.file.connection, undo::Direction::Redo))
    }

    /// The last steps, newest first.
    pub fn history(&self, limit: usize) -> Pending<Vec<HistoryEntry>> {
        self.worker.submit(move |desk| latest(&desk.file.connection, limit))
    }
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
