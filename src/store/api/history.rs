//! Back and forward through what was done.

use crate::message::Message;
use crate::store::change::Direction;
use crate::store::history::{self, HistoryEntry};
use crate::store::worker::Pending;
use crate::store::{Store, undo};

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
        self.worker.submit(|desk| undo::next_label(&desk.file.connection, Direction::Undo))
    }

    /// What [`Store::redo`] would redo.
    pub fn redo_label(&self) -> Pending<Option<Message>> {
        self.worker.submit(|desk| undo::next_label(&desk.file.connection, Direction::Redo))
    }

    /// The last steps, newest first.
    pub fn history(&self, limit: usize) -> Pending<Vec<HistoryEntry>> {
        self.worker.submit(move |desk| history::latest(&desk.file.connection, limit))
    }
}
