//! Điểm danh: who came to a sitting. One field takes names, numbers and badges; every entry is on disk before it is
//! told, and Ctrl+Z takes back the last of this computer.

mod answer;
mod closing;
mod numbers;
mod page;
mod page_line;
mod rows;
mod scans;
mod view;

use iced::Task;
use iced::widget::operation::focus;

use super::super::{Action, Context, Route};
use super::Tab;
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::widget::search;
use crate::app::widget::table::Selection;
use crate::domain::attendance::typed::TypedLine;
use crate::domain::attendance::{Attendance, AttendanceStatus, Entered, NewEntry, NewMark, Way};
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, EntryId, SessionId, SittingId};
use crate::domain::list::KnownPeople;
use crate::domain::print_run::FoundPage;
use crate::sentence::Explain;
use crate::store::StoreError;
use answer::Answer;
use closing::Asked;
use page::{Again, Page};
use rows::Row;
pub use scans::dropped;

/// What is on show.
#[derive(Default)]
pub struct State {
    attendance: Option<Attendance>,
    cluster: Option<ClusterId>,
    sitting: Option<SittingId>,
    /// Everybody of the cluster in the order of the printed list.
    rows: Vec<Row>,
    /// The sittings of the cluster by time.
    order: Vec<SittingId>,
    /// Those that match what is typed, by their places.
    found: Vec<usize>,
    typed: String,
    selection: Selection,
    answer: Option<Answer>,
    asked: Option<Asked>,
    /// The signed page that is entered.
    page: Option<Page>,
    /// Numbers where there are no names.
    numbers: numbers::State,
    /// The scans of signed pages, while they are looked at.
    scans: Option<scans::Open>,
}

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// What counts arrived.
    Loaded(Result<Box<Attendance>, StoreError>),
    /// Another cluster.
    Cluster(ClusterId),
    /// Another sitting.
    Sitting(SittingId),
    /// Something is typed or scanned.
    Typed(String),
    /// Enter, or a key of its own: whoever is meant is this.
    Entered(AttendanceStatus),
    /// A row was selected.
    Selected(Selection),
    /// A row was opened: it is marked present.
    Opened(usize),
    /// All who have no mark are present.
    AllPresent,
    /// Marks were made, or why not.
    Marked(Result<Entered, StoreError>),
    /// A page was looked for by its code.
    PageFound(String, Box<Result<Option<FoundPage>, StoreError>>),
    /// A column of the page.
    Column(usize),
    /// What is done with what was entered from it before.
    Again(Again),
    /// Who the names of a line may mean.
    NamesKnown(String, TypedLine, Box<Result<KnownPeople, StoreError>>),
    /// The last entry of this computer is to be taken back.
    Undo,
    /// Which that is.
    Last(Result<Option<EntryId>, StoreError>),
    /// It was taken back, or why not.
    Undone(Result<(), StoreError>),
    /// With scans of signed pages.
    Scans(scans::Message),
    /// In the numbers where there are no names.
    Numbers(numbers::Message),
    /// The sitting is to be closed, or opened again.
    AskClosing,
    /// Why it is opened again.
    Reason(String),
    /// It is closed or opened.
    SetClosed,
    /// It was, or why not.
    ClosingDone(Result<(), StoreError>),
    /// The question is put away.
    Dismiss,
    /// To the programme, where sittings are made.
    Programme,
    /// What was answered or typed goes.
    Escape,
}

/// Asks what counts in a session.
pub fn load(session: SessionId, context: Context<'_>) -> Task<Message> {
    job::ask(context.store.attendance(session)).map(|answer| Message::Loaded(answer.map(Box::new)))
}

impl State {
    /// What counts arrived before the session itself.
    pub fn arrived(&mut self, message: Message) {
        if let Message::Loaded(Ok(attendance)) = message {
            self.attendance = Some(*attendance);
        }
    }

    /// Takes in the session as it is now.
    pub fn take_in(&mut self, dossier: &Dossier) {
        let known = |cluster: &&Cluster| Some(cluster.id) == self.cluster;
        let of_sitting = |cluster: &&Cluster| cluster.sittings.iter().any(|one| Some(one.id) == self.sitting);
        let found = dossier.clusters.iter().find(known).or(dossier.clusters.iter().find(of_sitting));
        let cluster = found.or(dossier.clusters.first());
        self.cluster = cluster.map(|cluster| cluster.id);
        let sittings: Vec<&Sitting> = cluster.map(Cluster::in_order).unwrap_or_default();
        if !sittings.iter().any(|sitting| Some(sitting.id) == self.sitting) {
            // Not by the clock: marks of one half of a day must not come into another.
            self.sitting = sittings.first().map(|sitting| sitting.id);
        }
        self.order = sittings.iter().map(|sitting| sitting.id).collect();
        self.rows = rows::of(dossier, self.cluster);
        self.find();
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let session = dossier.session.id;
        match message {
            Message::Loaded(Ok(attendance)) => self.attendance = Some(*attendance),
            Message::Loaded(Err(error)) => return Action::Fail(error.explain()),
            Message::Cluster(cluster) => {
                (self.cluster, self.sitting, self.answer) = (Some(cluster), None, None);
                self.page = None;
                self.take_in(dossier);
                return Action::Run(focus(search::ID));
            }
            Message::Sitting(sitting) => {
                (self.sitting, self.answer) = (Some(sitting), None);
                return Action::Run(focus(search::ID));
            }
            Message::Typed(typed) => {
                self.typed = typed;
                self.find();
            }
            Message::Selected(selection) => self.selection = selection,
            Message::Escape if self.scans.is_some() => self.scans = None,
            Message::Escape if self.asked.is_some() => self.asked = None,
            Message::Escape if self.page.is_some() => {
                self.leave_page();
                self.answer = None;
            }
            Message::PageFound(code, found) => match *found {
                Ok(found) => self.open_page(&code, found, dossier),
                Err(error) => self.answer = Some(Answer::refused(error.explain())),
            },
            Message::Column(column) => {
                self.choose_column(column);
                return Action::Run(focus(search::ID));
            }
            Message::Again(again) => {
                self.choose_again(again);
                return Action::Run(focus(search::ID));
            }
            Message::NamesKnown(typed, line, known) => match *known {
                Ok(known) => self.tell(&typed, &line, &known, dossier, context),
                Err(error) => self.answer = Some(Answer::refused(error.explain())),
            },
            Message::Escape => {
                self.typed.clear();
                self.answer = None;
                self.selection.clear();
                self.find();
            }
            Message::Programme => return Action::Go(Route::Session(session, Tab::Programme)),
            Message::Entered(status) => return self.enter(status, dossier, context),
            Message::Opened(row) => {
                self.selection = Selection::one(row);
                return self.enter(AttendanceStatus::Present, dossier, context);
            }
            Message::AllPresent => return self.all_present(session, context),
            Message::Marked(Ok(entered)) => {
                self.answer = Some(Answer::entered(&entered, &self.rows));
                return Action::All(vec![
                    Action::Ask(load(session, context)),
                    Action::Run(focus(search::ID)),
                ]);
            }
            Message::Marked(Err(error)) => self.answer = Some(Answer::refused(error.explain())),
            Message::Undo => {
                let machine = context.machine.made_on().machine.unwrap_or_default();
                return Action::ask(context.store.last_entry(session, machine), Message::Last);
            }
            Message::Last(Ok(Some(entry))) => {
                let writing = context.store.retract_entry(entry, context.machine.made_on());
                return Action::record(writing, Message::Undone);
            }
            Message::Last(Ok(None)) => self.answer = Some(Answer::nothing_to_undo()),
            Message::Undone(Ok(())) => {
                self.answer = Some(Answer::undone());
                return Action::Ask(load(session, context));
            }
            Message::Last(Err(error)) | Message::Undone(Err(error)) => {
                self.answer = Some(Answer::refused(error.explain()));
            }
            Message::Scans(message) => return self.update_scans(message, session, context),
            Message::Numbers(message) => return self.update_numbers(message, dossier, context),
            closing => return self.update_closing(closing, session, context),
        }
        Action::None
    }

    /// What a shortcut of the window means here. With the field empty, Ctrl+Z takes back the last entry.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Escape => Some(Message::Escape),
            Shortcut::Undo if self.typed.is_empty() && self.asked.is_none() && self.scans.is_none() => {
                Some(Message::Undo)
            }
            Shortcut::Function(2) => Some(Message::Entered(AttendanceStatus::Excused)),
            Shortcut::Function(3) => Some(Message::Entered(AttendanceStatus::Absent)),
            Shortcut::Function(4) => Some(Message::Entered(AttendanceStatus::Late)),
            Shortcut::Function(5) => Some(Message::Entered(AttendanceStatus::LeftEarly)),
            _ => None,
        }
    }

    /// Marks whoever is meant: by what is typed, or the rows that are selected.
    fn enter(
        &mut self,
        status: AttendanceStatus,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let Some(sitting) = self.sitting.filter(|_| context.can_write()) else { return Action::None };
        if self.page.is_some() {
            return self.enter_page(dossier, context);
        }
        let typed = self.typed.trim().to_owned();
        if typed.len() == page::CODE && typed.bytes().all(|byte| byte.is_ascii_digit()) {
            let found = context.store.printed_page(dossier.session.id, &typed);
            return Action::ask(found, move |found| Message::PageFound(typed, Box::new(found)));
        }
        let (whom, way) = match rows::meant(&self.typed, &self.rows, &self.found, &self.selection, dossier) {
            Ok(meant) => meant,
            Err(reason) => {
                self.answer = Some(Answer::refused(reason));
                return Action::None;
            }
        };
        if whom.is_empty() {
            return Action::None;
        }
        let marks = whom.into_iter().map(|delegate| NewMark::new(delegate, sitting, status)).collect();
        self.typed.clear();
        self.selection.clear();
        self.find();
        self.send(dossier.session.id, way, marks, context)
    }

    fn all_present(&mut self, session: SessionId, context: Context<'_>) -> Action<Message> {
        let (Some(sitting), Some(attendance)) = (self.sitting, &self.attendance) else { return Action::None };
        let open = self.rows.iter().filter(|row| row.is_listed);
        let open = open.filter(|row| attendance.of(row.delegate, sitting).is_none());
        let marks: Vec<NewMark> =
            open.map(|row| attendance.expected(row.delegate, sitting, &self.order)).collect();
        if marks.is_empty() {
            self.answer = Some(Answer::all_marked());
            return Action::None;
        }
        self.send(session, Way::All, marks, context)
    }

    fn send(
        &self,
        session: SessionId,
        way: Way,
        marks: Vec<NewMark>,
        context: Context<'_>,
    ) -> Action<Message> {
        let made_on = context.machine.made_on();
        Action::record(context.store.mark(NewEntry::new(session, way, made_on, marks)), Message::Marked)
    }

    fn find(&mut self) {
        self.found = self.rows_of_page().unwrap_or_else(|| rows::matching(&self.typed, &self.rows));
        self.selection.clear();
    }

    /// Whether the sitting on show is closed.
    fn is_closed(&self) -> bool {
        let closed = |sitting| self.attendance.as_ref().is_some_and(|one| one.is_closed(sitting));
        self.sitting.is_some_and(closed)
    }
}
