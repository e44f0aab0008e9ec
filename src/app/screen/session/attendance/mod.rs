//! Điểm danh: who came to a sitting. One field takes names, numbers and badges; every entry is on disk before it is
//! told, and Ctrl+Z takes back the last of this computer.

mod answer;
mod changed_papers;
mod closing;
pub mod exchange;
mod list;
pub(super) mod menu;
mod newcomer;
mod numbers;
mod page;
mod page_line;
mod page_receipts;
mod pages;
mod rows;
mod scans;
mod units;
mod view;

use iced::Task;
use iced::widget::operation::focus;

use super::super::{Action, Context, Route};
use super::Tab;
use crate::app::job;
use crate::app::machine::ColumnWish;
use crate::app::shortcut::Shortcut;
use crate::app::widget::search;
use crate::app::widget::table::Selection;
use crate::domain::attendance::receipt::Receipted;
use crate::domain::attendance::typed::{Said, TypedLine};
use crate::domain::attendance::{Attendance, AttendanceStatus, Entered, NewEntry, NewMark, Way};
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId, EntryId, SessionId, SittingId};
use crate::domain::list::KnownPeople;
use crate::domain::print_run::FoundPage;
use crate::export::changed::ChangedPaper;
use crate::guide::Page as GuidePage;
use crate::paper::PaperKind;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;
use answer::Answer;
use closing::Asked;
use newcomer::Purpose;
use page::{Again, Page};
use pages::SignedPage;
use rows::{Meant, Row};

/// How the tab shows a sitting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    /// Everybody by name.
    #[default]
    People,
    /// By unit.
    Units,
    /// The pages that were printed to be signed.
    Pages,
}
pub use scans::dropped;

/// What is on show.
#[derive(Default)]
pub struct State {
    attendance: Option<Attendance>,
    look: Look,
    /// The pages that were printed to be signed, once they are known.
    pages: Vec<SignedPage>,
    knows_pages: bool,
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
    /// Whether what was done last here is a step of the data, such as a notice, and no entry of marks.
    last_is_step: bool,
    /// Numbers where there are no names.
    numbers: numbers::State,
    /// The scans of signed pages, while they are looked at.
    scans: Option<scans::Open>,
    /// What goes to other computers and comes back.
    exchange: exchange::State,
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
    /// What is wanted of a column of the list.
    Shown(ColumnWish),
    /// A row was opened: it is marked present.
    Opened(usize),
    /// All who have no mark are present.
    AllPresent,
    /// Marks were made, or why not.
    Marked(Result<Entered, StoreError>),
    /// Who signed, was paid and has what is to be compared: the screen shows it.
    Reconcile,
    /// Something in the form for somebody who stands on no list.
    Newcomer(newcomer::Said),
    /// A row was pressed with the other button, or its menu asked for: what can be said of them.
    Menu(usize),
    /// One of these was chosen.
    Chosen(DelegateId, menu::Choice),
    /// Somebody else sits there.
    Substitute,
    /// A key that no control took: a scanner types wherever the focus stands.
    Letter(char),
    /// Receipts were entered, or why not.
    Receipted(Result<Receipted, StoreError>),
    /// A page was looked for by its code.
    PageFound(String, Box<Result<Option<FoundPage>, StoreError>>),
    /// The units of whom nobody is there fill the screen, or no more.
    Board(bool),
    /// The tab shows it so.
    Look(Look),
    /// The pages that were printed to be signed.
    Pages(Result<Box<Vec<SignedPage>>, StoreError>),
    /// A column of a printed page is to be entered, by its place in the list.
    PageOpened(usize),
    /// Who is absent is read out, of the whole list of the cluster.
    ByList,
    /// A column of the page.
    Column(usize),
    /// What is done with what was entered from it before.
    Again(Again),
    /// Who the names of a line may mean.
    NamesKnown(String, TypedLine, Box<Result<KnownPeople, StoreError>>),
    /// The last entry of this computer is to be taken back.
    Undo,
    /// What the last step of the data is called.
    LastStep(Result<Option<Sentence>, StoreError>),
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
    /// To other computers and back.
    Exchange(exchange::Message),
    /// The papers that were printed and say something else now.
    PapersChanged(Result<Vec<ChangedPaper>, StoreError>),
    /// To one of them.
    PrintAgain(PaperKind),
    /// To the programme, where sittings are made.
    Programme,
    /// What was answered or typed goes.
    Escape,
}

/// Asks what counts in a session.
pub fn load(session: SessionId, context: Context<'_>) -> Task<Message> {
    let counts =
        job::ask(context.store.attendance(session)).map(|answer| Message::Loaded(answer.map(Box::new)));
    Task::batch([counts, pages::load(session, context), exchange::load_conflicts(session, context)])
}

impl State {
    /// What counts arrived before the session itself.
    pub fn arrived(&mut self, message: Message) {
        match message {
            Message::Loaded(Ok(attendance)) => self.attendance = Some(*attendance),
            Message::Pages(Ok(pages)) => self.pages = *pages,
            Message::Exchange(message) => self.exchange.arrived(message),
            _ => {}
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
            Message::Shown(wish) => return Action::Column(wish),
            Message::Escape | Message::Dismiss if matches!(self.asked, Some(Asked::Board)) => {
                return self.fill_screen(false);
            }
            Message::Escape if self.scans.is_some() => self.scans = None,
            Message::Exchange(message) => {
                let (answer, action) = self.exchange.update(message, self.cluster, dossier, context);
                self.answer = answer.or(self.answer.take());
                return action;
            }
            Message::Escape if self.exchange.is_open() => {
                return self.update(Message::Exchange(exchange::Message::Close), dossier, context);
            }
            Message::Escape if self.asked.is_some() => self.asked = None,
            Message::Escape if self.page.is_some() => {
                self.leave_page();
                self.answer = None;
            }
            Message::PageFound(code, found) => match *found {
                Ok(found) => {
                    self.open_page(&code, found, dossier);
                    return Action::Run(focus(search::ID));
                }
                Err(error) => self.answer = Some(Answer::refused(error.explain())),
            },
            Message::Column(column) => {
                self.choose_column(column);
                return Action::Run(focus(search::ID));
            }
            Message::Board(fills) => return self.fill_screen(fills),
            Message::Look(look) => {
                (self.look, self.page, self.answer) = (look, None, None);
                self.typed.clear();
                self.find();
                return Action::All(vec![
                    Action::Ask(pages::load(session, context)),
                    Action::Run(focus(search::ID)),
                ]);
            }
            Message::Pages(Ok(pages)) => return self.take_in_pages(*pages, dossier),
            Message::Pages(Err(error)) => self.answer = Some(Answer::refused(error.explain())),
            Message::PageOpened(at) => {
                self.open_to_enter(at, dossier);
                return Action::Run(focus(search::ID));
            }
            Message::ByList => return self.by_list(),
            Message::Reconcile => {}
            Message::Newcomer(said) => return self.update_newcomer(said, dossier, context),
            Message::Menu(row) => self.open_menu(row, context),
            Message::Chosen(delegate, choice) => return self.choose(delegate, choice, dossier, context),
            Message::Substitute => return self.substitute(dossier, context),
            Message::Letter(letter) => {
                self.typed.push(letter);
                self.find();
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
            Message::PapersChanged(Ok(papers)) => self.tell_changed(papers),
            Message::PapersChanged(Err(error)) => self.answer = Some(Answer::refused(error.explain())),
            Message::PrintAgain(_) => {}
            Message::Programme => return Action::Go(Route::Session(session, Tab::Programme)),
            Message::Entered(status) => return self.enter(status, dossier, context),
            Message::Opened(row) => {
                self.selection = Selection::one(row);
                return self.enter(AttendanceStatus::Present, dossier, context);
            }
            Message::AllPresent => return self.all_present(session, context),
            Message::Marked(Ok(entered)) => {
                self.asked = None;
                self.last_is_step = false;
                self.answer = Some(Answer::entered(&entered, &self.rows));
                return Action::All(vec![
                    Action::Ask(load(session, context)),
                    Action::Run(focus(search::ID)),
                ]);
            }
            // What was typed in the form stays there.
            Message::Marked(Err(error)) if matches!(self.asked, Some(Asked::Newcomer(_))) => {
                return self.update_newcomer(newcomer::Said::Announced(Err(error)), dossier, context);
            }
            Message::Marked(Err(error)) => self.answer = Some(Answer::refused(error.explain())),
            Message::Receipted(Ok(receipted)) => {
                self.last_is_step = false;
                let words = Sentence::new("attendance-receipted").with("count", receipted.marked.len());
                self.answer = Some(Answer::written(words.with("already", receipted.already.len())));
                return Action::Run(focus(search::ID));
            }
            Message::Receipted(Err(error)) => self.answer = Some(Answer::refused(error.explain())),
            Message::Undo if std::mem::take(&mut self.last_is_step) => {
                return Action::ask(context.store.undo_label(), Message::LastStep);
            }
            Message::LastStep(Ok(Some(label))) if newcomer::is_step(&label) => {
                return Action::record(context.store.undo(), |turn| Message::Undone(turn.map(drop)));
            }
            Message::Undo | Message::LastStep(Ok(_)) => {
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
            Message::Last(Err(error)) | Message::LastStep(Err(error)) | Message::Undone(Err(error)) => {
                self.answer = Some(Answer::refused(error.explain()));
            }
            Message::Scans(message) => return self.update_scans(message, session, context),
            Message::Numbers(message) => return self.update_numbers(message, dossier, context),
            closing => return self.update_closing(closing, session, context),
        }
        Action::None
    }

    /// The page of the guide about what is on show.
    pub fn guide(&self) -> GuidePage {
        if self.exchange.is_open() {
            GuidePage::SeveralComputers
        } else if self.page.is_some() || self.scans.is_some() {
            GuidePage::SignedPages
        } else {
            GuidePage::Attendance
        }
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
            Shortcut::Function(6) => Some(Message::Substitute),
            Shortcut::Menu => Some(Message::Menu(self.selection.rows().next().unwrap_or_default())),
            Shortcut::Letter(letter) if self.asked.is_none() => Some(Message::Letter(letter)),
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
        if typed.is_empty() && self.look == Look::Pages {
            if !self.open_next(dossier) {
                self.answer = Some(Answer::all_entered());
            }
            return Action::Run(focus(search::ID));
        }
        if typed.len() == page::CODE && typed.bytes().all(|byte| byte.is_ascii_digit()) {
            let found = context.store.printed_page(dossier.session.id, &typed);
            return Action::ask(found, move |found| Message::PageFound(typed, Box::new(found)));
        }
        match self.selection.is_empty().then(|| spoken(&typed)).flatten() {
            Some(Spoken::One(number, status)) => return self.enter_number(number, status, dossier, context),
            Some(Spoken::Several) => {
                // What stands over the field is another now: it would lose the keyboard.
                self.open_list();
                let told = self.enter_page(dossier, context);
                return Action::All(vec![told, Action::Run(focus(search::ID))]);
            }
            None => {}
        }
        let (whom, way) = match self.meant(sitting, dossier) {
            Ok(meant) => meant,
            Err(reason) => {
                let refused = Answer::refused(reason);
                // A name that is on no list: perhaps somebody came whom nobody called.
                let is_name = self.found.is_empty() && typed.chars().any(char::is_alphabetic);
                self.answer = Some(match is_name {
                    true => {
                        let words = Sentence::new("attendance-walk-in-offer").with("name", typed.as_str());
                        let open = newcomer::Said::Open(Purpose::WalkIn, typed);
                        refused.offering(words, Message::Newcomer(open))
                    }
                    false => refused,
                });
                return Action::None;
            }
        };
        if whom.is_empty() {
            return Action::None;
        }
        let marks = whom.into_iter().map(|meant| match meant.substitute.filter(|_| status.is_present()) {
            Some(substitute) => NewMark::substituted(meant.place, sitting, substitute),
            None => NewMark::new(meant.place, sitting, status),
        });
        let marks = marks.collect();
        self.typed.clear();
        self.selection.clear();
        self.find();
        self.send(dossier.session.id, way, marks, context)
    }

    /// Whom what is typed means, or who is selected.
    fn meant(&self, sitting: SittingId, dossier: &Dossier) -> Result<(Vec<Meant>, Way), Sentence> {
        rows::meant(&self.typed, &self.rows, &self.found, &self.selection, dossier, |one| {
            let attendance = self.attendance.as_ref();
            attendance.map_or_else(Vec::new, |known| known.places_of(one, sitting, &self.order))
        })
    }

    /// Marks one by their STT.
    fn enter_number(
        &mut self,
        number: u32,
        status: AttendanceStatus,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let row = self.rows.iter().find(|row| row.number == number);
        let (Some(row), Some(sitting)) = (row, self.sitting) else {
            let unknown = Sentence::new("attendance-no-number").with("number", number);
            self.answer = Some(Answer::refused(unknown));
            return Action::None;
        };
        let marks = vec![NewMark::new(row.delegate, sitting, status)];
        self.typed.clear();
        self.find();
        self.send(dossier.session.id, Way::Number, marks, context)
    }

    /// Who is absent is read out, of the whole list: no page of it is at hand.
    fn by_list(&mut self) -> Action<Message> {
        self.open_list();
        Action::Run(focus(search::ID))
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

/// What is typed as beside a page, with no page at hand.
enum Spoken {
    /// "7p": of one alone.
    One(u32, AttendanceStatus),
    /// "3 7p 12-15": who of the whole list is absent.
    Several,
}

/// `None` for a name, an STT or a code.
fn spoken(typed: &str) -> Option<Spoken> {
    let line: TypedLine = typed.parse().ok().filter(|_| !typed.bytes().all(|byte| byte.is_ascii_digit()))?;
    match line.numbers.as_slice() {
        [] => None,
        [(number, Said::Status(status))] if line.half.is_none() && line.walk_ins.is_empty() => {
            Some(Spoken::One(*number, *status))
        }
        _ => Some(Spoken::Several),
    }
}
