//! Whether a window could open, and whether it came to its end.
//!
//! Where there is no display the toolkit ends the program with a technical report
//! before it calls us. Asking the X server first is no cure: a server without
//! other clients starts anew when the one that asked leaves, and the window that
//! follows finds nobody. So the report goes to the log only until the window is under way.

use std::fmt::Display;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::log_file;

/// Why there is no window, or no longer one. The log tells more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// None could open: there is no display, or the system refused one.
    NotOpened,
    /// A fault of the program ended it.
    Fault,
}

/// Set once the toolkit has found a display.
#[derive(Debug, Clone, Default)]
pub struct Found(Arc<AtomicBool>);

impl Found {
    /// The window is under way: from now on a fault is a fault.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Runs a window and tells whether it could start, and end.
pub fn run<T, E: Display>(window: impl FnOnce(Found) -> Result<T, E>) -> Result<T, Failure> {
    let found = Found::default();
    let usual: Arc<dyn Fn(&panic::PanicHookInfo<'_>) + Send + Sync> = panic::take_hook().into();
    let (tells, hook) = (found.clone(), usual.clone());
    panic::set_hook(Box::new(move |report| match tells.is_set() {
        true => hook(report),
        false => log_file::note(report),
    }));
    let ended = panic::catch_unwind(AssertUnwindSafe(|| window(found.clone())));
    panic::set_hook(Box::new(move |report| usual(report)));
    match ended {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => {
            tracing::error!(%error, "no window");
            Err(Failure::NotOpened)
        }
        Err(_) if found.is_set() => Err(Failure::Fault),
        Err(_) => Err(Failure::NotOpened),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_cannot_start_is_told_from_one_that_fails() {
        assert_eq!(run(|_| Ok::<_, String>(7)), Ok(7));
        assert_eq!(run(|_| Err::<(), _>("refused")), Err(Failure::NotOpened));
        assert_eq!(run(|_| -> Result<(), String> { panic!("no event loop") }), Err(Failure::NotOpened));
        let later = run(|found| -> Result<(), String> {
            found.set();
            panic::resume_unwind(Box::new("a fault"))
        });
        assert_eq!(later, Err(Failure::Fault));
    }
}
