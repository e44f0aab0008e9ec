//! The toasts on show.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::app::screen::Goal;
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

/// Where a toast leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// "Mở": the file that was made, or the folder of several.
    Open(PathBuf),
    /// "Xem": what came of the step.
    See(Goal),
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
    /// The step it tells of.
    step: Option<OperationId>,
    /// The way back.
    pub offer: Option<Offer>,
    /// What it tells of.
    pub lead: Option<Lead>,
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
    /// offer is withdrawn, and what came of a step may be there no more. What they tell still happened.
    pub fn withdraw_offers(&mut self) {
        for toast in &mut self.shown {
            toast.offer = None;
            toast.lead.take_if(|lead| matches!(lead, Lead::See(_)));
        }
    }

    /// A step was undone, or redone: what told of it before is true no more.
    pub fn overtake(&mut self, step: OperationId) {
        self.shown.retain(|toast| toast.step != Some(step));
    }

    /// Shows one.
    pub fn show(&mut self, tone: Tone, words: String, offer: Option<Offer>) {
        self.add(tone, words, offer, None);
    }

    /// Shows one of good news that leads to what it tells of.
    pub fn show_leading(&mut self, words: String, offer: Option<Offer>, lead: Option<Lead>) {
        self.add(Tone::Green, words, offer, lead);
    }

    fn add(&mut self, tone: Tone, words: String, offer: Option<Offer>, lead: Option<Lead>) {
        let id = self.next;
        self.next += 1;
        let until = Instant::now() + if tone == Tone::Danger { STAY_LONG } else { STAY };
        let step = offer.map(|(Offer::Undo(step) | Offer::Redo(step))| step);
        // What is said again need not stand there twice.
        self.shown.retain(|toast| offer.is_some() || toast.offer.is_some() || toast.words != words);
        self.shown.push(Toast { id, tone, words, step, offer, lead, until });
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
