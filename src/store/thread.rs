//! The thread that owns the connection.
//!
//! The window must never wait for the disk: it sends a question and gets a
//! [`Pending`] answer, or a write and gets a [`Writing`], to `await` or, on the command
//! line, to wait for.

use std::any::Any;
use std::collections::BTreeSet;
use std::future::{Future, IntoFuture};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use super::error::{Result, StoreError};
use super::history::Labels;
use super::open::Opened;
use super::outcome::Done;
use super::person::Loaded;

/// What a job works with.
pub(super) struct StoreThread {
    pub(super) file: Opened,
    /// Loaded when first asked for; dropped when people change.
    pub(super) people: Loaded,
    /// What lines of the history say, once words are sought there.
    pub(super) labels: Labels,
    /// The tables that were read, while a test watches.
    pub(super) reads: Arc<Mutex<BTreeSet<String>>>,
    /// Why every write is refused: for tests.
    pub(super) refuses: Option<StoreError>,
}

type Job = Box<dyn FnOnce(&mut StoreThread) + Send>;

/// The running thread. Dropping it finishes the jobs sent so far, then closes the file.
pub(super) struct Worker {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Opens the file on a new thread and waits until that succeeded or failed.
    pub(super) fn start(open: impl FnOnce() -> Result<Opened> + Send + 'static) -> Result<(Self, Facts)> {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let (opened, outcome) = oneshot::channel();
        let work = move || {
            let mut thread = match open() {
                Ok(file) => {
                    let facts = Facts { access: file.access, upgrade_copy: file.upgrade_copy.clone() };
                    // Whoever started us may be gone: then the inbox is closed, too.
                    let _ = opened.send(Ok(facts));
                    StoreThread {
                        file,
                        people: Loaded::default(),
                        labels: Labels::default(),
                        reads: Arc::default(),
                        refuses: None,
                    }
                }
                Err(error) => {
                    let _ = opened.send(Err(error));
                    return;
                }
            };
            for job in inbox {
                job(&mut thread);
            }
        };
        let thread = std::thread::Builder::new()
            .name("store".into())
            .spawn(work)
            .map_err(|error| StoreError::Internal(error.to_string()))?;
        let facts = outcome.recv().unwrap_or(Err(StoreError::Stopped))?;
        Ok((Self { jobs: Some(jobs), thread: Some(thread) }, facts))
    }

    /// Sends a question. Returns at once.
    pub(super) fn submit<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut StoreThread) -> Result<T> + Send + 'static,
    ) -> Pending<T> {
        let (answer, pending) = oneshot::channel();
        if let Some(jobs) = &self.jobs {
            // A closed inbox drops the job, and with it the answer: `Stopped`.
            let _ = jobs.send(Box::new(move |thread| {
                // The caller may have stopped waiting; the work is done all the same.
                let _ = answer.send(thread.work(job));
            }));
        }
        Pending(pending)
    }

    /// Sends a write. Returns at once.
    pub(super) fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut StoreThread) -> Result<Done<T>> + Send + 'static,
    ) -> Writing<T> {
        Writing(self.submit(job))
    }
}

impl StoreThread {
    /// Does a job. One that breaks down is answered with an error, and the next one goes on:
    /// what it had begun to write is rolled back.
    fn work<T>(&mut self, job: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        // What may be half done is the write, which is rolled back while the panic passes
        // through, and what was read of people, which is forgotten.
        let done = catch_unwind(AssertUnwindSafe(|| job(self)));
        let done = done.unwrap_or_else(|panic| {
            self.people = Loaded::default();
            self.file.close_door();
            Err(StoreError::Internal(words_of(panic.as_ref())))
        });
        done.map_err(|error| error.at(&self.file.path))
    }

    /// Notes the tables that are read from now on, for tests: SQLite says so when a
    /// statement is prepared. What was noted before is the answer.
    pub(super) fn watch_reads(&mut self) -> Result<BTreeSet<String>> {
        let noted = std::mem::take(&mut *self.reads.lock().unwrap_or_else(PoisonError::into_inner));
        // What is remembered would not be read again, nor prepared.
        self.people = Default::default();
        self.file.connection.flush_prepared_statement_cache();
        let reads = self.reads.clone();
        self.file.connection.authorizer(Some(move |context: AuthContext<'_>| {
            if let AuthAction::Read { table_name, .. } = context.action {
                let mut reads = reads.lock().unwrap_or_else(PoisonError::into_inner);
                reads.insert(table_name.to_owned());
            }
            Authorization::Allow
        }))?;
        Ok(noted)
    }
}

/// What a panic says of itself.
fn words_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing more to say.
            let _ = thread.join();
        }
    }
}

/// What is known once the file is open.
pub(super) struct Facts {
    pub(super) access: super::Access,
    pub(super) upgrade_copy: Option<std::path::PathBuf>,
}

/// An answer that is on its way. `await` it, or [`wait`](Pending::wait) for it
/// off the window's thread.
#[must_use = "the answer tells whether the work succeeded"]
pub struct Pending<T>(oneshot::Receiver<Result<T>>);

impl<T> Pending<T> {
    /// Blocks until the answer is there.
    pub fn wait(self) -> Result<T> {
        self.0.recv().unwrap_or(Err(StoreError::Stopped))
    }
}

impl<T: Send + 'static> IntoFuture for Pending<T> {
    type Output = Result<T>;
    type IntoFuture = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        let answer = self.0.into_future();
        Box::pin(async move { answer.await.unwrap_or(Err(StoreError::Stopped)) })
    }
}

/// A write that is on its way. Awaited, it tells all that it did ([`Done`]); who waits for
/// it only wants what was asked for.
#[must_use = "the answer tells whether the work succeeded"]
pub struct Writing<T>(Pending<Done<T>>);

impl<T> Writing<T> {
    /// Blocks until it is done; what was asked for.
    pub fn wait(self) -> Result<T> {
        self.outcome().map(|done| done.value)
    }

    /// Blocks until it is done; all that it did.
    pub fn outcome(self) -> Result<Done<T>> {
        self.0.wait()
    }
}

impl<T: Send + 'static> IntoFuture for Writing<T> {
    type Output = Result<Done<T>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        self.0.into_future()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::Sentence;
    use crate::store::transact::Operation;
    use crate::store::{Store, settings};

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().expect("folder");
        let store = Store::create(&folder.path().join("a.taphuan")).expect("made");
        (folder, store)
    }

    fn set(name: &'static str, breaks: bool) -> impl FnOnce(&mut StoreThread) -> Result<Done<()>> + Send {
        move |thread| {
            thread.transact(&Operation::new(Sentence::new("test")), |step| {
                settings::write(step, name, Some("x"))?;
                assert!(!breaks, "a mistake of the program");
                Ok(())
            })
        }
    }

    #[test]
    fn a_job_that_breaks_down_is_answered_and_the_thread_lives_on() {
        let (_folder, store) = store();
        let answer = store.worker.submit(|_| -> Result<()> { panic!("a mistake of the program") }).wait();
        assert!(matches!(answer, Err(StoreError::Internal(words)) if words == "a mistake of the program"));
        let answer = store.worker.write(set("half", true)).wait();
        assert!(matches!(answer, Err(StoreError::Internal(_))), "{answer:?}");
        assert_eq!(store.setting("half").wait().expect("read"), None, "rolled back");
        store.worker.write(set("whole", false)).wait().expect("the next write goes on");
        assert_eq!(store.setting("whole").wait().expect("read").as_deref(), Some("x"));
        assert_eq!(store.history(9).wait().expect("history").len(), 1);
    }

    #[test]
    fn outside_a_step_nothing_can_be_written() {
        let (_folder, store) = store();
        let refused = |thread: &mut StoreThread| -> Result<()> {
            let sql = "INSERT INTO setting (name, value) VALUES ('a', 'b')";
            thread.file.connection.execute(sql, []).expect_err("the door is closed");
            Ok(())
        };
        store.worker.submit(refused).wait().expect("asked");
        store.worker.write(set("x", false)).wait().expect("written");
        store.worker.submit(refused).wait().expect("closed again after a write");
        let _ = store.worker.write(set("y", true)).wait();
        store.worker.submit(refused).wait().expect("and after one that broke down");
    }

    #[test]
    fn a_file_that_is_gone_is_told_so_whatever_the_system_says() {
        let (folder, store) = store();
        let path = folder.path().join("a.taphuan");
        std::fs::rename(&path, folder.path().join("b.taphuan")).expect("moved");
        let answer = store.worker.write(set("x", false)).wait();
        assert!(matches!(&answer, Err(StoreError::Gone(gone)) if *gone == path), "{answer:?}");
        std::fs::rename(folder.path().join("b.taphuan"), &path).expect("put back");
        store.worker.write(set("x", false)).wait().expect("and goes on where it is back");
    }
}
