//! Work off the window's thread.
//!
//! iced polls a task once on the thread of the window. An `async` block without
//! an `await` would therefore freeze it: the data file answers from its own
//! thread, and everything else that takes time gets a thread here.

use std::time::Duration;

use iced::Task;

use crate::sentence::Sentence;
use crate::store::{Done, Pending, Result, StoreError, Writing};

/// How work went, as a toast tells it: good news, or what failed and its cure.
pub type Told = std::result::Result<Sentence, Sentence>;

/// What the data file answers, as a task.
pub fn ask<T: Send + 'static>(pending: Pending<T>) -> Task<Result<T>> {
    Task::future(pending.into_future())
}

/// What the data file answers to a change, as a task.
pub fn write<T: Send + 'static>(writing: Writing<T>) -> Task<Result<Done<T>>> {
    Task::future(writing.into_future())
}

/// Runs work on a thread of its own. `None` when the work panicked, or the
/// system has no thread left: the caller says so in its own words.
pub fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Task<Option<T>> {
    let (answer, pending) = oneshot::channel();
    let started = std::thread::Builder::new().name("job".into()).spawn(move || {
        // Nobody waits any more: the window is closing.
        let _ = answer.send(work());
    });
    if let Err(error) = started {
        tracing::error!(%error, "no thread for a job");
    }
    Task::future(async move { pending.into_future().await.ok() })
}

/// Answers after a while.
pub fn pause(pause: Duration) -> Task<()> {
    blocking(move || std::thread::sleep(pause)).map(|_| ())
}

/// Work that tells in a sentence why it failed.
pub fn blocking_told<T: Send + 'static>(
    work: impl FnOnce() -> std::result::Result<T, Sentence> + Send + 'static,
) -> Task<std::result::Result<T, Sentence>> {
    blocking(work).map(|done| done.unwrap_or_else(|| Err(Sentence::new("window-job-failed"))))
}

/// Opens or makes a data file and the like: work that fails as the store does.
pub fn blocking_store<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Task<Result<T>> {
    blocking(work).map(|done| done.unwrap_or_else(|| Err(StoreError::Internal("job".to_owned()))))
}
