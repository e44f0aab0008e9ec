//! A list before it is written: what was read, what each row means, and one
//! button that does it. Takes the place of the tab it was called from.

mod view;

use iced::Task;

use super::{Action, Context, Written};
use crate::app::import::{Prepared, Source, prepare, told};
use crate::app::job;
use crate::app::widget::table::Selection;
use crate::domain::id::SessionId;
use crate::domain::list::{ImportCounts, RowOutcome};
use crate::message::{Explain, Message as Sentence};
use crate::store::StoreError;

/// What is on show.
pub struct State {
    /// The name of the file.
    source: String,
    /// Which list this is: an answer about an earlier one is not for it.
    serial: u64,
    stage: Stage,
    filter: Option<Kind>,
    /// The rows in view, by their place in the plan.
    found: Vec<usize>,
    selection: Selection,
}

/// How far it is.
enum Stage {
    /// It is being read.
    Reading,
    /// It gives no list.
    Refused(Sentence),
    /// It was read and compared.
    Ready(Box<Prepared>),
    /// It is being written.
    Writing(Box<Prepared>),
}

/// What a row means, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A new delegate.
    New,
    /// A delegate of whom something changes.
    Update,
    /// A delegate of whom nothing changes.
    Same,
    /// Perhaps somebody listed already: left out.
    Duplicate,
    /// Not readable: left out.
    Error,
}

impl Kind {
    const ALL: [Self; 5] = [Self::New, Self::Update, Self::Same, Self::Duplicate, Self::Error];

    fn of(outcome: &RowOutcome) -> Self {
        match outcome {
            RowOutcome::New(_) => Self::New,
            RowOutcome::Update(_) => Self::Update,
            RowOutcome::Same(_) => Self::Same,
            RowOutcome::Duplicate(..) => Self::Duplicate,
            RowOutcome::Error(_) => Self::Error,
        }
    }

    fn count(self, counts: &ImportCounts) -> usize {
        match self {
            Self::New => counts.new,
            Self::Update => counts.update,
            Self::Same => counts.same,
            Self::Duplicate => counts.duplicate,
            Self::Error => counts.error,
        }
    }
}

/// What happens on this page.
#[derive(Clone)]
pub enum Message {
    /// The list was read, or why not.
    Read(u64, Result<Box<Prepared>, Sentence>),
    /// Rows of one kind are to be seen; `None` for all.
    Filtered(Option<Kind>),
    /// Rows were selected.
    Selected(Selection),
    /// Another file is wanted.
    Another,
    /// The list is to be written.
    Apply,
    /// It was written, or why not.
    Applied(Result<ImportCounts, StoreError>),
    /// The page closes.
    Cancel,
}

/// What the tab does after a message.
pub enum Answer {
    /// The page stays.
    Open(Action<Message>),
    /// The page closes.
    Close,
    /// Another file is to be chosen.
    Another,
    /// It was written; the sentence says what.
    Done(Sentence),
}

/// Numbers the lists that were read since the start.
static SERIAL: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);

impl State {
    /// Starts to read a list.
    pub fn read(source: Source, session: SessionId, context: Context<'_>) -> (Self, Task<Message>) {
        let serial = SERIAL.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let state = Self {
            source: source.name(),
            serial,
            stage: Stage::Reading,
            filter: None,
            found: Vec::new(),
            selection: Selection::default(),
        };
        let task = prepare(context.store.clone(), session, source);
        (state, task.map(move |answer| Message::Read(serial, answer.map(Box::new))))
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Answer {
        match message {
            Message::Read(serial, answer) if serial == self.serial => {
                self.stage = match answer {
                    Ok(prepared) => Stage::Ready(prepared),
                    Err(reason) => Stage::Refused(reason),
                };
                self.find();
            }
            Message::Read(..) => {}
            Message::Filtered(filter) => {
                self.filter = filter;
                self.find();
            }
            Message::Selected(selection) => self.selection = selection,
            Message::Another => return Answer::Another,
            Message::Cancel if self.is_writing() => {}
            Message::Cancel => return Answer::Close,
            Message::Apply => return Answer::Open(self.apply(context)),
            Message::Applied(Ok(counts)) => return Answer::Done(told(&counts)),
            Message::Applied(Err(error)) => {
                self.stage = match std::mem::replace(&mut self.stage, Stage::Reading) {
                    Stage::Writing(prepared) => Stage::Ready(prepared),
                    stage => stage,
                };
                return Answer::Open(Action::Fail(error.explain()));
            }
        }
        Answer::Open(Action::None)
    }

    fn apply(&mut self, context: Context<'_>) -> Action<Message> {
        if self.writes() == 0 || !context.can_write() {
            return Action::None;
        }
        let prepared = match std::mem::replace(&mut self.stage, Stage::Reading) {
            Stage::Ready(prepared) => prepared,
            stage => {
                self.stage = stage;
                return Action::None;
            }
        };
        let pending = context.store.apply_import(prepared.plan.clone());
        self.stage = Stage::Writing(prepared);
        // The tab announces it: the counts say more than the history does.
        Action::Write(job::ask(pending).map(|answer| Written {
            message: Some(Message::Applied(answer)),
            refusal: None,
            announced: false,
        }))
    }

    /// Whether it is being written: then it cannot be cancelled.
    pub fn is_writing(&self) -> bool {
        matches!(self.stage, Stage::Writing(_))
    }

    fn prepared(&self) -> Option<&Prepared> {
        match &self.stage {
            Stage::Ready(prepared) | Stage::Writing(prepared) => Some(prepared),
            Stage::Reading | Stage::Refused(_) => None,
        }
    }

    /// How many rows change something.
    fn writes(&self) -> usize {
        self.prepared().map_or(0, |prepared| {
            let counts = prepared.plan.counts();
            counts.new + counts.update
        })
    }

    fn find(&mut self) {
        self.selection.clear();
        self.found = match &self.stage {
            Stage::Ready(prepared) | Stage::Writing(prepared) => {
                let rows = &prepared.plan.rows;
                let matches =
                    |at: &usize| self.filter.is_none_or(|kind| Kind::of(&rows[*at].outcome) == kind);
                (0..rows.len()).filter(matches).collect()
            }
            Stage::Reading | Stage::Refused(_) => Vec::new(),
        };
    }
}
