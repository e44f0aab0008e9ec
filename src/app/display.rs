//! Whether there is a display to open a window on.
//!
//! Where there is none the toolkit ends the program with a technical report
//! before it calls us. Asking the X server first is no cure: a server without
//! other clients starts anew when the one that asked leaves, and the window that
//! follows finds nobody. So the report is held back until the window is under way.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// There is no display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDisplay;

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

/// Runs a window and tells when it could not start for want of a display.
pub fn run<T, E>(window: impl FnOnce(Found) -> Result<T, E>) -> Result<T, NoDisplay> {
    let found = Found::default();
    let usual: Arc<dyn Fn(&panic::PanicHookInfo<'_>) + Send + Sync> = panic::take_hook().into();
    let (tells, hook) = (found.clone(), usual.clone());
    panic::set_hook(Box::new(move |report| {
        if tells.is_set() {
            hook(report);
        }
    }));
    let ended = panic::catch_unwind(AssertUnwindSafe(|| window(found.clone())));
    panic::set_hook(Box::new(move |report| usual(report)));
    match ended {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(NoDisplay),
        Err(fault) if found.is_set() => panic::resume_unwind(fault),
        Err(_) => Err(NoDisplay),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_that_cannot_start_is_told_from_one_that_fails() {
        assert_eq!(run(|_| Ok::<_, ()>(7)), Ok(7));
        assert_eq!(run(|_| Err::<(), _>("refused")), Err(NoDisplay));
        assert_eq!(run(|_| -> Result<(), ()> { panic!("no event loop") }), Err(NoDisplay));
        let later = panic::catch_unwind(|| {
            run(|found| -> Result<(), ()> {
                found.set();
                panic::resume_unwind(Box::new("a fault"))
            })
        });
        assert!(later.is_err());
    }
}
