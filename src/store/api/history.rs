//! Back and forward through what was done.

use crate::domain::id::OperationId;
use crate::sentence::Sentence;
use crate::store::change::Direction;
use crate::store::history::{self, HistoryEntry};
use crate::store::outcome::Turn;
use crate::store::thread::{Pending, Writing};
use crate::store::{Store, undo};

impl Store {
    /// Undoes the last step.
    pub fn undo(&self) -> Writing<Turn> {
        self.turn(Direction::Undo, None)
    }

    /// Undoes this step, if it is the last one.
    pub fn undo_step(&self, step: OperationId) -> Writing<Turn> {
        self.turn(Direction::Undo, Some(step))
    }

    /// Redoes the step undone last.
    pub fn redo(&self) -> Writing<Turn> {
        self.turn(Direction::Redo, None)
    }

    /// Redoes this step, if it was undone last.
    pub fn redo_step(&self, step: OperationId) -> Writing<Turn> {
        self.turn(Direction::Redo, Some(step))
    }

    fn turn(&self, direction: Direction, expected: Option<OperationId>) -> Writing<Turn> {
        self.worker.write(move |thread| thread.turn(direction, expected))
    }

    /// What [`Store::undo`] would undo.
    pub fn undo_label(&self) -> Pending<Option<Sentence>> {
        self.next_label(Direction::Undo)
    }

    /// What [`Store::redo`] would redo.
    pub fn redo_label(&self) -> Pending<Option<Sentence>> {
        self.next_label(Direction::Redo)
    }

    fn next_label(&self, direction: Direction) -> Pending<Option<Sentence>> {
        self.worker
            .submit(move |thread| Ok(undo::next(&thread.file.connection, direction)?.map(|step| step.label)))
    }

    /// The last lines of the history, newest first.
    pub fn history(&self, limit: usize) -> Pending<Vec<HistoryEntry>> {
        self.worker.submit(move |thread| history::latest(&thread.file.connection, limit))
    }
}
