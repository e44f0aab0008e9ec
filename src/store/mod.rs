//! The data file: open, migrate, transact, undo, check, back up.
//!
//! One SQLite file, `*.taphuan`, owned by one thread ([`worker`]). Every write
//! goes through one door ([`transact`]) that names the step in the user's words
//! and is all done or not at all; [`journal`] records row images for [`undo`].
//! Each entity has a folder; SQL of more than a few lines stands in `.sql` files
//! beside the code.

mod certificate;
mod change;
mod cluster;
mod codec;
mod copy;
mod delegate;
mod dossier;
mod error;
mod facts;
mod history;
mod import;
mod journal;
mod lock;
mod migrate;
mod open;
mod organisation;
mod people_index;
mod person;
mod plant;
mod record;
mod safety;
mod session;
mod topic;
mod transact;
mod undo;
#[cfg(test)]
mod undo_tests;
mod unit;
mod worker;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use worker::{Desk, Worker};

use crate::domain::blueprint::Blueprint;
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::list::{ImportCounts, ImportPlan, KnownPeople};
use crate::domain::person::PersonDetails;
use crate::domain::session::SessionSummary;
use crate::message::Message;

pub use error::{Result, StoreError};
pub use history::HistoryEntry;
pub use open::Access;
pub use people_index::PeopleIndex;
pub use safety::CheckReport;
pub use transact::{Operation, UNDO_LIMIT};
pub use worker::Pending;

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
        let target = path.to_owned();
        Self::start(path, move || open::open(&target, access))
    }

    /// Makes a new, empty data file. Errors when anything stands there already.
    pub fn create(path: &Path) -> Result<Self> {
        let target = path.to_owned();
        Self::start(path, move || open::create(&target))
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

    /// Replaces the file at `path` by a backup, after checking the backup. The
    /// replaced file is kept beside it under the name that is returned.
    pub fn restore(path: &Path, backup: &Path) -> Result<Option<PathBuf>> {
        safety::restore(path, backup)
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

    /// All sessions, the latest first.
    pub fn sessions(&self) -> Pending<Vec<SessionSummary>> {
        self.worker.submit(|desk| session::summaries(&desk.file.connection))
    }

    /// One session, whole.
    pub fn dossier(&self, session: SessionId) -> Pending<Dossier> {
        self.worker.submit(move |desk| dossier::read(&mut desk.file.connection, session))
    }

    /// The delegates of a session in Vietnamese name order, withdrawn ones included.
    pub fn delegates(&self, session: SessionId) -> Pending<Vec<Delegate>> {
        self.worker.submit(move |desk| {
            session::state(&desk.file.connection, session)?;
            delegate::of_session(&desk.file.connection, session)
        })
    }

    /// The people whose name, position, unit and phone hold all these words, with
    /// or without diacritics, in Vietnamese name order.
    pub fn search(&self, words: &str) -> Pending<Vec<PersonId>> {
        let words = words.to_owned();
        self.worker.submit(move |desk| Ok(desk.people_index()?.search(&words)))
    }

    /// What the registry says of these people, in this order.
    pub fn people(&self, ids: Vec<PersonId>) -> Pending<Vec<(PersonId, PersonDetails)>> {
        self.worker.submit(move |desk| person::by_ids(&desk.file.connection, &ids))
    }

    /// What has to be known to plan a list for a session: `names` are the folded
    /// names the list holds.
    pub fn known_people(&self, session: SessionId, names: Vec<String>) -> Pending<KnownPeople> {
        self.worker.submit(move |desk| import::known(&desk.file.connection, session, &names))
    }

    /// Writes a planned list into its session: one step, all of it or nothing.
    pub fn apply_import(&self, plan: ImportPlan) -> Pending<ImportCounts> {
        let label = Message::new("operation-import")
            .with("file", plan.source.clone())
            .with("count", plan.counts().new + plan.counts().update);
        self.worker
            .submit(move |desk| desk.transact(&Operation::new(label), |step| import::apply(step, &plan)))
    }

    /// Adds whole sessions as one step.
    pub fn plant(&self, operation: Operation, blueprints: Vec<Blueprint>) -> Pending<Vec<SessionId>> {
        self.worker.submit(move |desk| {
            desk.transact(&operation, |step| blueprints.iter().map(|one| plant::plant(step, one)).collect())
        })
    }

    /// Adds people to the registry as one step.
    pub fn add_people(&self, operation: Operation, people: Vec<PersonDetails>) -> Pending<Vec<PersonId>> {
        self.worker.submit(move |desk| {
            desk.transact(&operation, |step| {
                let units = unit::UnitNames::load(step)?;
                people.iter().map(|details| person::insert(step, &units, details, false)).collect()
            })
        })
    }

    /// Replaces what the registry says of a person; delegates of open sessions follow.
    pub fn update_person(&self, operation: Operation, id: PersonId, details: PersonDetails) -> Pending<()> {
        self.worker.submit(move |desk| {
            desk.transact(&operation, |step| {
                let units = unit::UnitNames::load(step)?;
                person::update(step, &units, id, &details)?;
                delegate::follow_person(step, id, &details)
            })
        })
    }

    /// Undoes the last step and names it. `None` when nothing is left to undo.
    pub fn undo(&self) -> Pending<Option<Message>> {
        self.worker.submit(|desk| desk.turn(undo::undo))
    }

    /// Redoes the step undone last and names it. `None` when there is none.
    pub fn redo(&self) -> Pending<Option<Message>> {
        self.worker.submit(|desk| desk.turn(undo::redo))
    }

    /// The last steps, newest first.
    pub fn history(&self, limit: usize) -> Pending<Vec<HistoryEntry>> {
        self.worker.submit(move |desk| history::latest(&desk.file.connection, limit))
    }

    /// Reads the whole file and looks for damage. Changes nothing.
    pub fn check(&self) -> Pending<CheckReport> {
        self.worker.submit(|desk| safety::check(&desk.file.connection))
    }

    /// Lets the file grow no further, as a full disk does.
    #[doc(hidden)]
    pub fn limit_size_for_tests(&self) -> Pending<()> {
        self.worker.submit(|desk| {
            let connection = &desk.file.connection;
            let pages: i64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
            Ok(connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?)
        })
    }

    /// Writes a complete copy, all of it or nothing.
    pub fn backup(&self, target: &Path) -> Pending<()> {
        let target = target.to_owned();
        self.worker.submit(move |desk| copy::copy_to(&desk.file.connection, &target))
    }
}

impl Desk {
    /// The door: see [`transact::transact`].
    fn transact<T>(
        &mut self,
        operation: &Operation,
        work: impl FnOnce(&transact::Step<'_>) -> Result<T>,
    ) -> Result<T> {
        if self.file.access == Access::Read {
            return Err(StoreError::ReadOnly);
        }
        // Any step may have touched people; the next search reads them again.
        self.people_index = None;
        transact::transact(&mut self.file.connection, operation, work)
    }

    fn turn(
        &mut self,
        turn: impl FnOnce(&mut rusqlite::Connection, &[journal::Tracked]) -> Result<Option<Message>>,
    ) -> Result<Option<Message>> {
        if self.file.access == Access::Read {
            return Err(StoreError::ReadOnly);
        }
        self.people_index = None;
        turn(&mut self.file.connection, &self.file.tables)
    }

    fn people_index(&mut self) -> Result<&PeopleIndex> {
        let index = match self.people_index.take() {
            Some(index) => index,
            None => PeopleIndex::load(&self.file.connection)?,
        };
        Ok(self.people_index.insert(index))
    }
}
