//! The thread that owns the connection.
//!
//! The window must never wait for the disk: it sends a job and gets a
//! [`Pending`] answer, to `await` or, on the command line, to wait for.

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::mpsc;
use std::thread::JoinHandle;

use super::error::{Result, StoreError};
use super::open::Opened;
use super::person::Loaded;

/// What a job works with.
pub(super) struct Desk {
    pub(super) file: Opened,
    /// Loaded when first asked for; dropped when people change.
    pub(super) people: Loaded,
}

type Job = Box<dyn FnOnce(&mut Desk) + Send>;

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
            let mut desk = match open() {
                Ok(file) => {
                    let facts = Facts { access: file.access, upgrade_copy: file.upgrade_copy.clone() };
                    // Whoever started us may be gone: then the inbox is closed, too.
                    let _ = opened.send(Ok(facts));
                    Desk { file, people: Loaded::default() }
                }
                Err(error) => {
                    let _ = opened.send(Err(error));
                    return;
                }
            };
            for job in inbox {
                job(&mut desk);
            }
        };
        let thread = std::thread::Builder::new()
            .name("store".into())
            .spawn(work)
            .map_err(|error| StoreError::Internal(error.to_string()))?;
        let facts = outcome.recv().unwrap_or(Err(StoreError::Stopped))?;
        Ok((Self { jobs: Some(jobs), thread: Some(thread) }, facts))
    }

    /// Sends a job. Returns at once.
    pub(super) fn submit<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Desk) -> Result<T> + Send + 'static,
    ) -> Pending<T> {
        let (answer, pending) = oneshot::channel();
        if let Some(jobs) = &self.jobs {
            // A closed inbox drops the job, and with it the answer: `Stopped`.
            let _ = jobs.send(Box::new(move |desk| {
                // The caller may have stopped waiting; the work is done all the same.
                let _ = answer.send(job(desk));
            }));
        }
        Pending(pending)
    }
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
