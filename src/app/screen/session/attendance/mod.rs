//! Điểm danh: who came to a sitting. One field takes names, numbers and badges; every entry is on disk before it is
//! told, and Ctrl+Z takes back the last of this computer.

mod answer;
mod changed_papers;
mod closing;
mod entering;
pub mod exchange;
pub mod list;
pub(super) mod menu;
mod message;
mod newcomer;
mod numbers;
mod page;
mod page_line;
mod page_receipts;
mod pages;
mod rows;
mod scans;
mod taking_back;
pub mod units;
mod view;

use iced::Task;
use iced::widget::operation::focus;

use super::super::sorting::Sorting;
use super::super::{Action, Context, Route};
use super::Tab;
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::widget::search;
use crate::app::widget::table::Selection;
use crate::domain::attendance::{Attendance, AttendanceStatus};
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, SessionId, SittingId};
use crate::guide::Page as GuidePage;
use crate::sentence::{Explain, Sentence};
use answer::Answer;
use closing::Asked;
use page::Page;
use pages::SignedPage;
use rows::Row;
use taking_back::Did;

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
pub use message::Message;
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
    /// By which column they stand.
    sorting: Sorting<list::What>,
    units_sorting: Sorting<units::What>,
    typed: String,
    selection: Selection,
    answer: Option<Answer>,
    asked: Option<Asked>,
    /// The signed page that is entered.
    page: Option<Page>,
    /// What was done here and can be taken back, the last at the end.
    done: Vec<Did>,
    /// Numbers where there are no names.
    numbers: numbers::State,
    /// The scans of signed pages, while they are looked at.
    scans: Option<scans::Open>,
    /// What goes to other computers and comes back.
    exchange: exchange::State,
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
            Message::Sorted(what) => self.sort(what),
            Message::UnitsSorted(what) => self.units_sorting.press(what),
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
            Message::Marked(_, Ok(entered)) => {
                // Somebody new stands in no row yet.
                let newcomer = match self.asked.take() {
                    Some(Asked::Newcomer(form)) => form.name,
                    _ => String::new(),
                };
                self.done.extend(entered.entry.map(Did::Entry));
                self.answer = Some(Answer::entered(&entered, &self.rows, &newcomer));
                return Action::All(vec![
                    Action::Ask(load(session, context)),
                    Action::Run(focus(search::ID)),
                ]);
            }
            // What was typed in the form stays there.
            Message::Marked(_, Err(error)) if matches!(self.asked, Some(Asked::Newcomer(_))) => {
                return self.update_newcomer(newcomer::Said::Announced(Err(error)), dossier, context);
            }
            Message::Marked(typed, Err(error)) | Message::Receipted(typed, Err(error)) => {
                self.not_entered(typed, &error);
            }
            Message::Receipted(_, Ok(receipted)) => {
                self.done.extend(receipted.entry.map(Did::Entry));
                let words = Sentence::new("attendance-receipted").with("count", receipted.marked.len());
                self.answer = Some(Answer::written(words.with("already", receipted.already.len())));
                return Action::Run(focus(search::ID));
            }
            undoing @ (Message::Undo | Message::Last(_) | Message::Undone(..) | Message::StepUndone(..)) => {
                return self.take_back(undoing, session, context);
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
            // Numbers are steps as any other.
            Shortcut::Undo
                if self.typed.is_empty()
                    && self.asked.is_none()
                    && self.scans.is_none()
                    && !self.rows.is_empty() =>
            {
                Some(Message::Undo)
            }
            Shortcut::Function(2) => Some(Message::Entered(AttendanceStatus::Excused)),
            Shortcut::Function(3) => Some(Message::Entered(AttendanceStatus::Absent)),
            Shortcut::Function(4) => Some(Message::Entered(AttendanceStatus::Late)),
            Shortcut::Function(5) => Some(Message::Entered(AttendanceStatus::LeftEarly)),
            Shortcut::Function(6) => Some(Message::Substitute),
            Shortcut::Menu => Some(Message::Menu(self.selection.rows().next().unwrap_or_default())),
            Shortcut::Letter(letter) if self.asked.is_none() && self.has_field() => {
                Some(Message::Letter(letter))
            }
            _ => None,
        }
    }

    fn find(&mut self) {
        self.found = self.rows_of_page().unwrap_or_else(|| {
            let mut found = rows::matching(&self.typed, &self.rows);
            self.sorting.arrange(&mut found, |place, what| self.rank(place, what));
            found
        });
        self.selection.clear();
    }

    /// Whether there is a field for what is typed.
    fn has_field(&self) -> bool {
        !self.rows.is_empty() && !self.is_closed()
    }

    /// Whether the sitting on show is closed.
    fn is_closed(&self) -> bool {
        let closed = |sitting| self.attendance.as_ref().is_some_and(|one| one.is_closed(sitting));
        self.sitting.is_some_and(closed)
    }
}
