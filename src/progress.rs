//! How far long work is, and a wish to stop it, seen from two threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Shared by who works and who waits; clones are the same work.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    thousandths: Arc<AtomicU32>,
    cancelled: Arc<AtomicBool>,
}

impl Progress {
    /// So many of so many parts are done.
    pub fn reach(&self, done: usize, all: usize) {
        let share = done.saturating_mul(1000) / all.max(1);
        self.thousandths.store(u32::try_from(share).unwrap_or(1000), Ordering::Relaxed);
    }

    /// The share that is done, from 0 to 1.
    pub fn share(&self) -> f32 {
        self.thousandths.load(Ordering::Relaxed) as f32 / 1000.0
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the work is to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}
