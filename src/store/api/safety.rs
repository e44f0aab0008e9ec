//! Checking, backing up and restoring.

use std::path::{Path, PathBuf};

use rusqlite::OptionalExtension;

use crate::clock;
use crate::sentence::Sentence;
use crate::store::error::Result;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{BackupManner, CheckReport, Store, check, copy, record_hash, restore};

impl Store {
    /// Reads the whole file and looks for damage. Changes nothing.
    pub fn check(&self) -> Pending<CheckReport> {
        self.worker.submit(|thread| check::check(&thread.file.connection))
    }

    /// Takes the records that another program wrote as right: they are no finding any more.
    pub fn accept_altered(&self) -> Writing<()> {
        let operation = Operation::fact(Sentence::new("operation-accept-altered"));
        self.worker.write(move |thread| thread.transact(&operation, |step| record_hash::accept(step)))
    }

    /// Writes a sign in the place of what is no text; answers how many texts that concerned. It
    /// stands in the history and cannot be undone, for no text can say what stood there.
    pub fn mend_text(&self) -> Writing<usize> {
        let operation = Operation::fact(Sentence::new("operation-mend-text"));
        self.worker.write(move |thread| thread.transact(&operation, |step| check::mend_text(step)))
    }

    /// Whether a program other than this one has written the file since this one did.
    pub fn was_written_elsewhere(&self) -> Pending<bool> {
        self.worker
            .submit(|thread| check::was_written_elsewhere(&thread.file.connection, &thread.file.seal.header))
    }

    /// Whether the clock of this computer shows a time that cannot be, or one before the last step.
    pub fn is_clock_impossible(&self) -> Pending<bool> {
        self.worker.submit(|thread| {
            let last = "SELECT at FROM operation ORDER BY id DESC LIMIT 1";
            let last =
                thread.file.connection.query_row(last, [], |row| row.get::<_, String>(0)).optional()?;
            Ok(clock::is_impossible(last.as_deref()))
        })
    }

    /// Writes a complete copy that was checked, all of it or nothing; answers what was found that
    /// does not keep it from being read.
    pub fn backup(&self, target: &Path, manner: BackupManner) -> Pending<CheckReport> {
        let target = target.to_owned();
        self.worker
            .submit(move |thread| copy::back_up(&thread.file.connection, &thread.file.path, &target, manner))
    }

    /// Replaces the file at `path` by a backup, after checking the backup. The
    /// replaced file is kept beside it under the name that is returned.
    pub fn restore(path: &Path, backup: &Path) -> Result<Option<PathBuf>> {
        restore::restore(path, backup)
    }
}
