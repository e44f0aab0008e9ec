//! Which rows a write touches, as SQLite tells while it happens: also those that
//! foreign keys change along, and facts that no journal holds.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::hooks::Action;

use super::error::Result;
use super::outcome::Touched;
use super::record_hash::Spans;

/// Tables that only keep the books of writing itself.
const BOOKS: [&str; 4] = ["operation", "operation_session", "row_change", "tombstone"];

/// What was touched since it was last taken.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) touched: Touched,
    pub(super) deleted: Touched,
    /// Rows that were added, those that follow each other together.
    pub(super) inserted: Vec<Inserted>,
    /// Records whose hashes are to be renewed.
    pub(super) records: Spans,
    /// The last line of the journal, and where the insertions after it begin.
    last_change: i64,
    since: usize,
}

/// Rows of a table that were added one beside the other.
#[derive(Debug)]
pub(super) struct Inserted {
    pub(super) table: String,
    pub(super) first: i64,
    pub(super) last: i64,
    /// The line of the journal they follow.
    pub(super) place: i64,
}

/// So many runs of rows are looked at for one that goes on: all of them, and a long list that is put
/// back would be compared with itself.
const BY_TURNS: usize = 16;

impl Inserted {
    /// Whether a row goes on where these end or begin.
    fn is_beside(&self, row: i64) -> bool {
        self.last.checked_add(1) == Some(row) || row.checked_add(1) == Some(self.first)
    }
}

impl Seen {
    fn insert(&mut self, table: &str, row: i64) {
        // Lists come in order, a few tables by turns; what undoing puts back, in order or against it.
        let known = self.inserted[self.since..].iter_mut().rev().take(BY_TURNS);
        match known.into_iter().find(|one| one.is_beside(row) && one.table == table) {
            Some(one) => (one.first, one.last) = (one.first.min(row), one.last.max(row)),
            None => self.inserted.push(Inserted {
                table: table.to_owned(),
                first: row,
                last: row,
                place: self.last_change,
            }),
        }
    }

    fn journalled(&mut self, line: i64) {
        self.last_change = line;
        self.since = self.inserted.len();
    }
}

/// Watches a connection.
#[derive(Debug, Clone, Default)]
pub(super) struct Watch(Arc<Mutex<Seen>>);

impl Watch {
    /// Begins to watch.
    pub(super) fn install(connection: &mut Connection) -> Result<Self> {
        let watch = Self::default();
        let seen = watch.clone();
        connection.update_hook(Some(move |action, database: &str, table: &str, row| {
            if database != "main" {
                return;
            }
            let mut seen = seen.0.lock().unwrap_or_else(PoisonError::into_inner);
            if BOOKS.contains(&table) {
                if table == "row_change" && action == Action::SQLITE_INSERT {
                    seen.journalled(row);
                }
                // A line of the history is shown, though nothing hangs on it.
                if table == "operation" {
                    seen.touched.add(table, row);
                }
                return;
            }
            seen.touched.add(table, row);
            seen.records.add(table, row);
            match action {
                Action::SQLITE_INSERT => seen.insert(table, row),
                Action::SQLITE_DELETE => seen.deleted.add(table, row),
                _ => {}
            }
        }))?;
        Ok(watch)
    }

    /// Begins anew: the journal ends with this line.
    pub(super) fn begin(&self, last_change: i64) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *seen = Seen { last_change, ..Seen::default() };
    }

    /// The rows that were added since it began, or since this was asked last.
    pub(super) fn inserted(&self) -> Vec<Inserted> {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.since = 0;
        std::mem::take(&mut seen.inserted)
    }

    /// The records whose hashes are to be renewed, since it began or this was asked last.
    pub(super) fn records(&self) -> Spans {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).records)
    }

    /// What was touched since this was asked last.
    pub(super) fn take(&self) -> Seen {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
