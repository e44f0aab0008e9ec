//! What is remembered of printed papers.

use crate::domain::id::SessionId;
use crate::domain::print_run::{FoundPage, PrintRun};
use crate::sentence::Sentence;
use crate::store::outcome::Done;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, print_run, session};

impl Store {
    /// The pages that people sign of the last run of a paper for each cluster of a session, with their codes.
    pub fn signed_pages(&self, session: SessionId, paper: &'static str) -> Pending<Vec<(String, FoundPage)>> {
        self.worker.submit(move |thread| print_run::signed(&thread.file.connection, session, paper))
    }

    /// The page of a session that was printed with this code, as it was printed last.
    pub fn printed_page(&self, session: SessionId, code: &str) -> Pending<Option<FoundPage>> {
        let code = code.to_owned();
        self.worker.submit(move |thread| print_run::page(&thread.file.connection, session, &code))
    }

    /// Remembers papers of one session that were made together for printing. A fact and
    /// no edit: it is not undone, and what was undone before can still be redone.
    pub fn record_prints(&self, runs: Vec<PrintRun>) -> Writing<()> {
        self.worker.write(move |thread| {
            let Some(first) = runs.first() else { return Ok(Done::nothing(())) };
            let label = Sentence::new("operation-print")
                .with("title", session::title(&thread.file.connection, first.session)?);
            thread.transact(&Operation::fact(label), |step| {
                runs.iter().try_for_each(|run| print_run::insert(step, run))
            })
        })
    }
}
