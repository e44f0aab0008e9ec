//! What is remembered of printed papers.

use crate::domain::print_run::PrintRun;
use crate::message::Message;
use crate::store::transact::Operation;
use crate::store::worker::Pending;
use crate::store::{Store, print_run, session};

impl Store {
    /// Remembers that a paper was made for printing. A fact and no edit: it is not
    /// undone, and what was undone before can still be redone.
    pub fn record_print(&self, run: PrintRun) -> Pending<()> {
        self.worker.submit(move |desk| {
            let label = Message::new("operation-print")
                .with("title", session::title(&desk.file.connection, run.session)?);
            desk.transact(&Operation::fact(label), |step| print_run::insert(step, &run))
        })
    }
}
