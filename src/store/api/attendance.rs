//! What may be asked of attendance.

use crate::domain::attendance::NewMark;
use crate::domain::id::MarkId;
use crate::store::thread::Writing;
use crate::store::transact::Operation;
use crate::store::{Store, attendance};

impl Store {
    /// Adds marks, all of them or none. Facts and no edits: they are no step, a hundred of
    /// them push no edit out of those that can be undone, and undoing never touches them.
    pub fn append_marks(&self, marks: Vec<NewMark>) -> Writing<Vec<MarkId>> {
        self.worker.write(move |thread| {
            thread.transact(&Operation::untracked(), |step| attendance::append(step, &marks))
        })
    }

    /// Takes marks back by further marks; nothing vanishes.
    pub fn retract_marks(&self, marks: Vec<MarkId>) -> Writing<()> {
        self.worker.write(move |thread| {
            thread.transact(&Operation::untracked(), |step| attendance::retract(step, &marks))
        })
    }
}
