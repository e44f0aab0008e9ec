//! The toasts on show.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::app::theme::palette::Tone;
use crate::domain::id::OperationId;

/// How long a toast stays.
const STAY: Duration = Duration::from_secs(7);
/// How long one stays that tells of a failure.
const STAY_LONG: Duration = Duration::from_secs(20);
/// More than this would cover the page.
const MOST: usize = 3;

/// What a toast offers: to turn its own step and no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// "Hoàn tác".
    Undo(OperationId),
    /// "Làm lại".
    Redo(OperationId),
}

/// One toast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// Its number, to close it by.
    pub id: u64,
    /// Green for what was done, red for what failed.
    pub tone: Tone,
    /// What it says.
    pub words: String,
    /// The way back.
    pub offer: Option<Offer>,
    /// The file that was made, or the folder of several, to be opened.
    pub made: Option<PathBuf>,
    /// When it closes by itself.
    pub until: Instant,
}

/// All of them, the latest last.
#[derive(Debug, Default)]
pub struct Toasts {
    next: u64,
    shown: Vec<Toast>,
}

impl Toasts {
    /// A step was taken or turned: only that one can be turned next, so what other toasts
    /// offer is withdrawn. What they tell still happened.
    pub fn withdraw_offers(&mut self) {
        for toast in &mut self.shown {
            toast.offer = None;
        }
    }

    /// Shows one.
    pub fn show(&mut self, tone: Tone, words: String, offer: Option<Offer>) {
        self.add(tone, words, offer, None);
    }

    /// Shows one of a file that was made, which it offers to open.
    pub fn show_made(&mut self, words: String, made: Option<PathBuf>) {
        self.add(Tone::Green, words, None, made);
    }

    fn add(&mut self, tone: Tone, words: String, offer: Option<Offer>, made: Option<PathBuf>) {
        let id = self.next;
        self.next += 1;
        let until = Instant::now() + if tone == Tone::Danger { STAY_LONG } else { STAY };
        self.shown.push(Toast { id, tone, words, offer, made, until });
        let surplus = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..surplus);
    }

    /// Closes one.
    pub fn close(&mut self, id: u64) {
        self.shown.retain(|toast| toast.id != id);
    }

    /// Those on show.
    pub fn shown(&self) -> &[Toast] {
        &self.shown
    }
}
