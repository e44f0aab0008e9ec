//! One of the files, and how far it is.

use std::sync::atomic::{AtomicU64, Ordering};

use iced::Task;

use super::columns::ColumnMeaning;
use super::{Context, Message};
use crate::app::import::{Prepared, Source, Wishes, prepare};
use crate::domain::id::SessionId;
use crate::domain::list::{PlannedRow, RowOutcome};
use crate::intake::Meanings;
use crate::progress::Progress;
use crate::sentence::Sentence;

/// Numbers the readings since the start: an answer to an earlier one is not wanted.
static READINGS: AtomicU64 = AtomicU64::new(0);

/// A file, or what was pasted.
pub(super) struct File {
    /// Where it comes from.
    pub source: Source,
    /// How it is read.
    pub wishes: Wishes,
    /// Which reading is the latest.
    pub number: u64,
    /// That reading, to be stopped.
    reading: Progress,
    /// Whether it is under way: what was read before does not say all that is wished by now.
    is_being_read: bool,
    /// How far it is.
    pub stage: Stage,
}

/// How far a file is.
pub(super) enum Stage {
    /// It is being read.
    Reading,
    /// It gives no list.
    Refused(Sentence),
    /// It was read and compared.
    Ready(Box<Prepared>),
}

impl File {
    /// A file that was not read yet.
    pub fn new(source: Source) -> Self {
        Self {
            source,
            wishes: Wishes::default(),
            number: 0,
            reading: Progress::default(),
            is_being_read: true,
            stage: Stage::Reading,
        }
    }

    /// Reads it. What was read before stays in view until then.
    pub fn read(&mut self, session: SessionId, context: Context<'_>) -> Task<Message> {
        let number = READINGS.fetch_add(1, Ordering::Relaxed);
        self.number = number;
        self.reading.cancel();
        self.reading = Progress::default();
        self.is_being_read = true;
        if let Stage::Refused(_) = self.stage {
            self.stage = Stage::Reading;
        }
        let (source, wishes) = (self.source.clone(), self.wishes.clone());
        let task = prepare(context.store.clone(), session, source, wishes, self.reading.clone());
        task.map(move |answer| Message::Read(number, answer.map(Box::new)))
    }

    /// The latest reading ended. What was decided meanwhile holds.
    pub fn was_read(&mut self, answer: Result<Box<Prepared>, Sentence>) {
        self.is_being_read = false;
        self.stage = match answer {
            Ok(mut prepared) => {
                prepared.decide(&self.wishes);
                Stage::Ready(prepared)
            }
            Err(reason) => Stage::Refused(reason),
        };
    }

    /// Whether it is being read, for the first time or again.
    pub fn is_being_read(&self) -> bool {
        self.is_being_read
    }

    /// Says what a column of a layout holds, by what it is known as.
    pub fn teach(&mut self, layout: String, column: u32, meaning: &ColumnMeaning) {
        let by_hand = &mut self.wishes.reading.by_hand;
        let place = match by_hand.iter().position(|(known, _)| *known == layout) {
            Some(place) => place,
            None => {
                by_hand.push((layout, Meanings::default()));
                by_hand.len() - 1
            }
        };
        let Meanings { columns, own, .. } = &mut by_hand[place].1;
        columns.retain(|(index, _)| *index != column);
        own.retain(|(index, _)| *index != column);
        match meaning {
            ColumnMeaning::Field(field) => columns.push((column, *field)),
            ColumnMeaning::Own(label) => own.push((column, label.clone())),
        }
    }

    /// Lets what was decided about some rows one by one give way to a wish for all of them.
    pub fn forget_choices(&mut self, of: impl Fn(&PlannedRow) -> bool) {
        let Stage::Ready(prepared) = &self.stage else { return };
        for (key, decision) in &mut self.wishes.decided {
            let place = prepared.list.place_of(key);
            if place.and_then(|place| prepared.plan.rows.get(place)).is_some_and(&of) {
                decision.choice = None;
            }
        }
    }

    /// What was read of it.
    pub fn prepared(&self) -> Option<&Prepared> {
        match &self.stage {
            Stage::Ready(prepared) => Some(prepared),
            Stage::Reading | Stage::Refused(_) => None,
        }
    }
}

impl Stage {
    /// What was read, to decide about its rows.
    pub fn prepared_mut(&mut self) -> Option<&mut Prepared> {
        match self {
            Self::Ready(prepared) => Some(prepared),
            Self::Reading | Self::Refused(_) => None,
        }
    }
}

/// A file that is closed need not be read to its end.
impl Drop for File {
    fn drop(&mut self) {
        self.reading.cancel();
    }
}

/// How many rows of a list change something.
pub(super) fn writes(prepared: &Prepared) -> usize {
    let done = prepared.plan.done();
    let kept = |row: &&PlannedRow| matches!(row.outcome, RowOutcome::Same(_)) && !row.sensitive.is_empty();
    let keeps =
        if prepared.plan.wishes.keep_sensitive { prepared.plan.rows.iter().filter(kept).count() } else { 0 };
    done.new + done.update + keeps
}
