//! What may be asked of how long named data are kept.

use super::changed;
use crate::domain::entry;
use crate::domain::id::SessionId;
use crate::domain::retention::{Kept, Retention};
use crate::sentence::Sentence;
use crate::store::Store;
use crate::store::session::{self, retention};
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;

impl Store {
    /// What is said of keeping the named data of a session.
    pub fn retention(&self, id: SessionId) -> Pending<Retention> {
        self.worker.submit(move |thread| retention::read(&thread.file.connection, id))
    }

    /// Changes it; `field` is what the user was in.
    pub fn edit_retention(
        &self,
        id: SessionId,
        field: &str,
        change: impl FnOnce(&mut Retention) + Send + 'static,
    ) -> Writing<()> {
        let field = field.to_owned();
        self.worker.write(move |thread| {
            let title = session::title(&thread.file.connection, id)?;
            let current = retention::read(&thread.file.connection, id)?;
            let wanted = entry::retention(changed(&current, change));
            let label = Sentence::new("operation-retention").with("title", title);
            let operation = Operation::new(label).joining(format!("session {id} retention {field}"));
            thread.transact(&operation, |step| retention::set(step, id, &wanted))
        })
    }

    /// The sessions with named delegates of which it is said how long they are kept, or that they
    /// are held.
    pub fn kept(&self) -> Pending<Vec<Kept>> {
        self.worker.submit(|thread| retention::kept(&thread.file.connection))
    }
}
