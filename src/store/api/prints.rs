//! What is remembered of printed papers.

use crate::domain::print_run::PrintRun;
use crate::sentence::Sentence;
use crate::store::outcome::Done;
use crate::store::thread::Writing;
use crate::store::transact::Operation;
use crate::store::{Store, print_run, session};

impl Store {
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
