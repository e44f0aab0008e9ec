//! The data file: open, migrate, transact, undo, check, back up.
//!
//! One SQLite file, `*.taphuan`, owned by one thread ([`worker`]). Every write
//! goes through one door ([`transact`]) that names the step in the user's words
//! and is all done or not at all; [`journal`] records what [`undo`] needs, and [`watch`]
//! which rows were touched.
//! [`api`] is what the window and the commands may ask. Each entity has a folder;
//! SQL of more than a few lines stands in `.sql` files beside the code.

mod api;
mod attendance;
mod certificate;
mod change;
mod check;
mod cluster;
mod codec;
mod column_mapping;
mod completion;
mod copy;
mod create;
mod curriculum;
mod delegate;
mod dossier;
#[cfg(test)]
mod editing_moves;
mod erase;
mod error;
#[cfg(test)]
mod file_tests;
mod header;
mod history;
mod import;
mod journal;
#[cfg(test)]
mod library_moves;
mod lock;
mod mark_exchange;
mod migrate;
#[cfg(test)]
mod migrate_tests;
mod open;
mod organisation;
mod outcome;
mod own_column;
mod paper_choice;
mod person;
mod plant;
mod print_run;
mod printed_sheet;
mod programme;
mod receipt;
mod recipe;
mod record;
mod record_hash;
mod restore;
mod roster;
pub mod salvage;
mod seal;
mod session;
mod session_copy;
mod settings;
pub mod snapshot;
mod thread;
mod topic;
mod transact;
mod tree;
mod undo;
mod unit;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use change::Direction;
use thread::{StoreThread, Worker};

use crate::domain::id::OperationId;

pub use api::FurtherList;
pub use check::CheckReport;
pub use copy::BackupManner;
pub use curriculum::exchange::Exchanged;
pub use error::{Result, StoreError};
pub use history::{
    ChangedField, ChangedRow, FieldValue, HistoryEntry, HistoryFilter, HistoryKind, HistoryPage, HistoryStep,
    PastSession, RowFate,
};
pub use open::Access;
pub use outcome::{Done, Ended, Rows, Taken, Touched, Turn, UndoneSteps};
pub use record_hash::{Alteration, Altered};
pub use thread::{Pending, Writing};
pub use transact::{Operation, UNDO_LIMIT};

/// How long a verb that writes may keep a window waiting.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether a file is one of data, whatever it is called.
pub fn is_data_file(path: &Path) -> bool {
    let is_called_so = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("taphuan"));
    // The open file is not opened again: see `Header`.
    (is_called_so && path.exists()) || header::is_ours(path)
}

/// An open data file. Cheap to clone; the file closes with the last clone.
#[derive(Clone)]
pub struct Store {
    worker: Arc<Worker>,
    path: PathBuf,
    access: Access,
    upgrade_copy: Option<PathBuf>,
}

impl Store {
    /// Opens a data file that exists. Takes the writer's lock for [`Access::Write`],
    /// and then brings an older file to the present schema, after copying it.
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        Self::open_waiting(path, access, PATIENCE)
    }

    /// The same, waiting this long for another that writes.
    pub fn open_waiting(path: &Path, access: Access, patience: Duration) -> Result<Self> {
        let target = path.to_owned();
        let store = Self::start(path, move || open::open(&target, access, patience))?;
        if access == Access::Write {
            // Nobody waits for it; where it fails again, it is still due.
            drop(store.worker.submit(|thread| erase::sweep_if_due(&mut thread.file)));
        }
        Ok(store)
    }

    /// Makes a new, empty data file. Errors when anything stands there already.
    pub fn create(path: &Path) -> Result<Self> {
        let target = path.to_owned();
        Self::start(path, move || create::create(&target))
    }

    fn start(path: &Path, open: impl FnOnce() -> Result<open::Opened> + Send + 'static) -> Result<Self> {
        let (worker, facts) = Worker::start(open)?;
        Ok(Self {
            worker: Arc::new(worker),
            path: path.to_owned(),
            access: facts.access,
            upgrade_copy: facts.upgrade_copy,
        })
    }

    /// Closes a file that was just made and takes it away again, with all that
    /// SQLite and the lock left beside it.
    pub fn discard(self) {
        let path = self.path.clone();
        drop(self);
        create::remove(&path);
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it may be written.
    pub fn access(&self) -> Access {
        self.access
    }

    /// The copy that was made before the file was upgraded, if it was.
    pub fn upgrade_copy(&self) -> Option<&Path> {
        self.upgrade_copy.as_deref()
    }

    /// Refuses every write for this reason, or none any more.
    #[doc(hidden)]
    pub fn refuse_writes_for_tests(&self, reason: Option<StoreError>) -> Pending<()> {
        self.worker.submit(|thread| {
            thread.refuses = reason;
            Ok(())
        })
    }

    /// Notes the tables that are read from now on; what was noted before is the answer.
    #[doc(hidden)]
    pub fn watch_reads_for_tests(&self) -> Pending<std::collections::BTreeSet<String>> {
        self.worker.submit(|thread| thread.watch_reads())
    }

    /// Writes no longer wait for the disk: for files that are made to be measured, and can be made again.
    #[doc(hidden)]
    pub fn do_not_wait_for_the_disk_for_tests(&self) -> Pending<()> {
        self.synchronous("OFF")
    }

    /// Writes wait for the disk again.
    #[doc(hidden)]
    pub fn wait_for_the_disk_for_tests(&self) -> Pending<()> {
        self.synchronous("EXTRA")
    }

    fn synchronous(&self, how: &'static str) -> Pending<()> {
        self.worker
            .submit(move |thread| Ok(thread.file.connection.pragma_update(None, "synchronous", how)?))
    }

    /// Lets the file grow no further, as a full disk does.
    #[doc(hidden)]
    pub fn limit_size_for_tests(&self) -> Pending<()> {
        self.worker.submit(|thread| {
            let connection = &thread.file.connection;
            let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
            Ok(connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?)
        })
    }
}

impl StoreThread {
    /// The door: see [`transact::transact`].
    fn transact<T>(
        &mut self,
        operation: &Operation,
        work: impl FnOnce(&transact::Step<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        self.may_write()?;
        let done = transact::transact(&mut self.file, operation, work)?;
        self.people.outdate(&done.touched);
        Ok(done)
    }

    fn may_write(&self) -> Result<()> {
        match (&self.refuses, self.file.access) {
            (Some(reason), _) => Err(reason.clone()),
            (None, Access::Read) => Err(StoreError::ReadOnly),
            (None, Access::Write) => Ok(()),
        }
    }

    /// Undoes or redoes a step: see [`undo::turn`].
    fn turn(&mut self, direction: Direction, expected: Option<OperationId>) -> Result<Done<Turn>> {
        self.may_write()?;
        let done = undo::turn(&mut self.file, direction, expected)?;
        self.people.outdate(&done.touched);
        Ok(done)
    }
}
