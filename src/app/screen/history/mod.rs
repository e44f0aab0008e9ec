//! Nhật ký: what was done when, found by words, session, person and kind; one line beside the table,
//! with each field before and after, and the way back to it.

mod panel;
mod table;
mod undoing;
mod words;

use iced::widget::operation::focus;
use iced::{Element, Task};

use super::{Action, Context, Header, HistoryOf, Route, Tab};
use crate::app::job;
use crate::app::machine::ColumnWish;
use crate::app::shortcut::Shortcut;
use crate::app::widget::table::Selection;
use crate::domain::id::{OperationId, PersonId, SessionId};
use crate::domain::person::PersonDetails;
use crate::guide::Page;
use crate::sentence::Explain;
use crate::store::{
    HistoryEntry, HistoryFilter, HistoryKind, HistoryPage, HistoryStep, PastSession, StoreError, Taken,
    UndoneSteps,
};

/// The tables this screen shows. All that is told of a step is told by its line.
pub const READS: &[&str] = &["operation", "operation_session", "row_change", "session", "person", "delegate"];

/// So many lines are asked for at a time.
const PAGE: usize = 300;

/// Names the table.
const TABLE: &str = "history";

/// What is on show.
#[derive(Default)]
pub struct State {
    filter: HistoryFilter,
    /// The person the lines are about, if they are about one.
    person: Option<String>,
    /// `None` until they arrived.
    entries: Option<Vec<HistoryEntry>>,
    has_more: bool,
    /// Sessions by which lines can be filtered.
    sessions: Vec<PastSession>,
    selection: Selection,
    /// The line in the panel, and what it changed.
    open: Option<OperationId>,
    step: Option<Box<HistoryStep>>,
    undoing: Option<undoing::State>,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// Lines arrived that were asked for by this filter: from the newest, or those that follow.
    Loaded(HistoryFilter, Option<OperationId>, Result<HistoryPage, StoreError>),
    /// The sessions of the history arrived.
    Sessions(Result<Vec<PastSession>, StoreError>),
    /// The person arrived.
    Person(Result<Vec<(PersonId, PersonDetails)>, StoreError>),
    /// What a line changed arrived.
    Step(OperationId, Result<Option<Box<HistoryStep>>, StoreError>),
    /// Other lines are to be seen.
    Filtered(HistoryFilter),
    /// Older lines are wanted.
    More,
    /// What is wanted of a column.
    Column(ColumnWish),
    /// Rows were selected.
    Selected(Selection),
    /// The panel closes.
    Close,
    /// A session is to be shown.
    OpenSession(SessionId),
    /// Undoing back to this line is wanted.
    UndoHere(OperationId),
    /// What that would undo arrived.
    Back(Result<Vec<Taken>, StoreError>),
    /// It is not wanted after all.
    KeepAll,
    /// They are to be undone.
    UndoAll,
    /// Time went by while they are.
    UndoingBeat,
    /// No further.
    StopUndoing,
    /// They were, or not all of them.
    Undone(Result<UndoneSteps, StoreError>),
}

impl State {
    /// The screen with the lines about something.
    pub fn new(of: HistoryOf) -> Self {
        let (session, person) = match of {
            HistoryOf::All => (None, None),
            HistoryOf::Session(session) => (Some(session), None),
            HistoryOf::Person(person) => (None, Some(person)),
        };
        Self { filter: HistoryFilter { session, person, ..HistoryFilter::default() }, ..Self::default() }
    }

    /// Asks for what the screen shows. Called again whenever the data changed.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        let known = self.entries.as_ref().map_or(0, Vec::len);
        let filter = self.filter.clone();
        let page =
            context.store.history_page(filter.clone(), context.locale.language(), None, known.max(PAGE));
        let page = job::ask(page).map(move |answer| Message::Loaded(filter.clone(), None, answer));
        let sessions = job::ask(context.store.history_sessions()).map(Message::Sessions);
        let person = self.filter.person.map(|person| job::ask(context.store.people(vec![person])));
        let person = person.map_or_else(Task::none, |asked| asked.map(Message::Person));
        let step = self.open.map_or_else(Task::none, |line| {
            job::ask(context.store.history_step(line)).map(move |answer| step(line, answer))
        });
        Task::batch([page, sessions, person, step])
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Loaded(filter, after, answer) if filter == self.filter => match answer {
                Ok(page) => self.take_in(page, after),
                Err(error) => return Action::Fail(error.explain()),
            },
            // Something else is wanted by now.
            Message::Loaded(..) => {}
            Message::Sessions(Ok(sessions)) => self.sessions = sessions,
            Message::Person(Ok(people)) => {
                self.person = people.into_iter().next().map(|(_, details)| details.full_name);
            }
            Message::Step(line, Ok(step)) if self.open == Some(line) => self.step = step,
            Message::Step(_, Ok(_)) => {}
            Message::Sessions(Err(error)) | Message::Person(Err(error)) | Message::Step(_, Err(error)) => {
                return Action::Fail(error.explain());
            }
            Message::Filtered(filter) => {
                self.filter = filter;
                return self.ask(None, PAGE, context);
            }
            Message::More => {
                let last = self.entries.as_ref().and_then(|entries| entries.last());
                return match last.map(|entry| entry.id) {
                    Some(last) => self.ask(Some(last), PAGE, context),
                    None => Action::None,
                };
            }
            Message::Column(wish) => return Action::Column(wish),
            Message::Selected(selection) => {
                self.selection = selection;
                return self.show_selected(context);
            }
            Message::Close => {
                self.selection.clear();
                self.open = None;
                self.step = None;
                return Action::Run(focus(TABLE));
            }
            Message::OpenSession(session) => return Action::Go(Route::Session(session, Tab::Info)),
            message => return self.undo(message, context),
        }
        Action::None
    }

    /// Asks for lines: the newest, or those that follow one.
    fn ask(&self, after: Option<OperationId>, limit: usize, context: Context<'_>) -> Action<Message> {
        let filter = self.filter.clone();
        let page = context.store.history_page(filter.clone(), context.locale.language(), after, limit);
        Action::ask(page, move |answer| Message::Loaded(filter, after, answer))
    }

    fn take_in(&mut self, page: HistoryPage, after: Option<OperationId>) {
        self.has_more = page.has_more;
        match (&mut self.entries, after) {
            (Some(entries), Some(after)) if entries.last().is_some_and(|last| last.id == after) => {
                entries.extend(page.entries);
            }
            // Others are shown by now.
            (Some(_), Some(_)) => {}
            (entries, _) => *entries = Some(page.entries),
        }
        // The line in the panel stays, where there it is still in view.
        let entries = self.entries.as_deref().unwrap_or_default();
        let row = self.open.and_then(|open| entries.iter().position(|entry| entry.id == open));
        self.selection = row.map(Selection::one).unwrap_or_default();
        if row.is_none() {
            self.open = None;
            self.step = None;
        }
    }

    /// Shows the selected line in the panel. Who goes down to the last one sees what is older.
    fn show_selected(&mut self, context: Context<'_>) -> Action<Message> {
        let entries = self.entries.as_deref().unwrap_or_default();
        let more = match self.selection.cursor() {
            Some(row) if row + 1 == entries.len() && self.has_more => {
                self.ask(entries.last().map(|entry| entry.id), PAGE, context)
            }
            _ => Action::None,
        };
        let row = self.selection.rows().next().filter(|_| self.selection.len() == 1);
        let open = row.and_then(|row| entries.get(row)).map(|entry| entry.id);
        if open == self.open {
            return more;
        }
        self.open = open;
        self.step = None;
        let asked = match open {
            Some(line) => Action::ask(context.store.history_step(line), move |answer| step(line, answer)),
            None => Action::None,
        };
        Action::All(vec![asked, more])
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        Page::History
    }

    /// Nothing is typed here that is kept.
    pub fn reveal(&mut self, _: &str) {}

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if shortcut != Shortcut::Escape {
            let rows = self.entries.as_ref().map_or(0, Vec::len);
            return shortcut.step(&self.selection, rows).map(Message::Selected);
        }
        match (&self.undoing, self.open) {
            (Some(undoing), _) => (!undoing.is_under_way()).then_some(Message::KeepAll),
            (None, Some(_)) => Some(Message::Close),
            (None, None) => None,
        }
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        Header::new(context.t("window-history-above"), context.t("window-history-nav"))
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        self.page(context)
    }

    /// The dialog that is open.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        self.undoing.as_ref().map(|undoing| undoing.view(context))
    }

    /// Whether lines are left out by a filter.
    fn is_filtered(&self) -> bool {
        self.filter != HistoryFilter::default()
    }

    /// The same filter but for one thing.
    fn with(&self, change: impl FnOnce(&mut HistoryFilter)) -> Message {
        let mut filter = self.filter.clone();
        change(&mut filter);
        Message::Filtered(filter)
    }
}

/// The kinds of lines there are to choose from, each with its sentence.
const KINDS: [(Option<HistoryKind>, &str); 4] = [
    (None, "window-history-kind-all"),
    (Some(HistoryKind::Steps), "window-history-kind-steps"),
    (Some(HistoryKind::Facts), "window-history-kind-facts"),
    (Some(HistoryKind::Turns), "window-history-kind-turns"),
];

fn step(line: OperationId, answer: Result<Option<HistoryStep>, StoreError>) -> Message {
    Message::Step(line, answer.map(|step| step.map(Box::new)))
}
