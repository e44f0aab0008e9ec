//! Erasing what is held on people.

use crate::domain::erasure::{Erasure, HeldIn, Whom, Wish};
use crate::domain::held::HeldOnPerson;
use crate::domain::id::PersonId;
use crate::store::thread::{Pending, Writing};
use crate::store::{Store, StoreError, erase};

impl Store {
    /// Older copies of the data in which these people still stand.
    pub fn copies_holding(&self, whom: Whom) -> Pending<Vec<HeldIn>> {
        self.worker
            .submit(move |thread| erase::copies_beside(&thread.file.connection, &thread.file.path, whom))
    }

    /// Whom these people are in every copy of the data.
    pub fn uids_of(&self, whom: Whom) -> Pending<Vec<String>> {
        self.worker.submit(move |thread| erase::uids(&thread.file.connection, whom))
    }

    /// Everything that is held on a person.
    pub fn held_on(&self, person: PersonId) -> Pending<HeldOnPerson> {
        self.worker.submit(move |thread| erase::held_on(&thread.file.connection, person))
    }

    /// What an erasure would take away, and what it would leave. Changes nothing; takes as long as
    /// the erasure itself.
    pub fn preview_erasure(&self, wish: Wish) -> Pending<Erasure> {
        self.worker.submit(move |thread| erase::preview(thread, &wish))
    }

    /// Erases what is held on somebody. It cannot be undone. Refused while archives hold a session
    /// they are in. The second value says why the file could not be rid of what was left over in it:
    /// that is made up for when it is opened next.
    pub fn erase(&self, wish: Wish) -> Writing<(Erasure, Option<StoreError>)> {
        self.worker.write(move |thread| erase::carry_out(thread, &wish))
    }
}
