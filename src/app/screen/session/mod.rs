//! One session: its head, its tabs, and which tab is on show.
//!
//! The session is read whole as a [`Dossier`] and handed to the tabs. Each tab
//! is a module with `State`, `Message`, `update` and `view` like a screen; a new
//! one needs an entry in [`Tab`] and in `tabs`.

pub mod attendance;
pub mod delegates;
pub mod designer;
pub mod info;
mod next_step;
pub mod printing;
pub mod programme;
pub mod reconcile;
pub mod results;
mod sitting_plan;

use std::path::PathBuf;

use iced::widget::column;
use iced::{Element, Length, Task};

use super::{Action, Context, Header, HistoryOf, Route, Tab, receiving};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::widget::tabs::{self, Tab as Entry};
use crate::app::widget::{button, search};
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::guide::Page;
use crate::paper::PaperKind;
use crate::sentence::Explain;
use crate::store::StoreError;
use printing::certificate_form::Message as CertificateMessage;
use printing::choices::Choice;

/// The tables this screen shows. How a paper looks is not among them: only this screen
/// changes it, in passing.
pub const READS: &[&str] = &[
    "session",
    "organisation",
    "signatory",
    "number_pattern",
    "attachment",
    "organiser",
    "audience_group",
    "guest",
    "cluster",
    "cluster_unit",
    "sitting",
    "programme_item",
    "presenter_slot",
    "delegate",
    "absence_notice",
    "turnout",
    "person",
    "unit",
    "topic",
    "topic_cites",
    "cited_document",
    "document_cites",
    "curriculum",
    "curriculum_topic",
    "completion_rule",
    "completion_required",
    "completion_decision",
    "essay",
    "own_column",
    "own_value",
    "certificate",
    "certificate_issue",
    "certificate_event",
    "certificate_book",
    "certificate_plan",
    "certificate_template",
    "signature_picture",
    "paper_recipe",
    "paper_words",
    "print_run",
    "print_run_page",
    "retention",
    "setting",
];

/// What is on show.
pub struct State {
    id: SessionId,
    tab: Tab,
    dossier: Option<Dossier>,
    /// Lists to be shown for import once the session is there.
    lists: Vec<PathBuf>,
    info: info::State,
    delegates: delegates::State,
    programme: programme::State,
    printing: printing::State,
    /// In the place of the tab In ấn, while it is wanted.
    designer: Option<designer::State>,
    attendance: attendance::State,
    /// In the place of the tab Điểm danh, while it is wanted.
    reconcile: Option<reconcile::State>,
    results: results::State,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The session arrived.
    Loaded(Result<Box<Dossier>, StoreError>),
    /// Another tab.
    TabChosen(Tab),
    /// Another screen, or a tab, where something is missing.
    Go(Route),
    /// What was done about the session is to be seen.
    History,
    /// On the tab Thông tin.
    Info(info::Message),
    /// On the tab Đại biểu.
    Delegates(delegates::Message),
    /// On the tab Chương trình.
    Programme(programme::Message),
    /// On the tab In ấn.
    Printing(printing::Message),
    /// In the designer of certificates.
    Designer(designer::Message),
    /// On the tab Điểm danh.
    Attendance(attendance::Message),
    /// What does not agree is wanted, in the place of the marks; or they again.
    ShowReconciliation(bool),
    /// On Đối chiếu.
    Reconcile(reconcile::Message),
    /// The paper of it is wanted.
    PrintReconciliation,
    /// On the tab Kết quả.
    Results(results::Message),
}

impl State {
    /// The screen of a session, at a tab.
    pub fn new(id: SessionId, tab: Tab) -> Self {
        Self {
            id,
            tab,
            dossier: None,
            lists: Vec::new(),
            info: info::State::default(),
            delegates: delegates::State::default(),
            programme: programme::State::default(),
            printing: printing::State::default(),
            designer: None,
            attendance: attendance::State::default(),
            reconcile: None,
            results: results::State::default(),
        }
    }

    /// Shows lists as they would be imported, as soon as the session is there.
    pub fn import(&mut self, lists: Vec<PathBuf>) {
        self.lists = lists;
    }

    /// Asks for what the screen shows.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        let dossier =
            job::ask(context.store.dossier(self.id)).map(|answer| Message::Loaded(answer.map(Box::new)));
        Task::batch([
            dossier,
            self.programme.load(self.id, context).map(Message::Programme),
            self.printing.load(self.id, context).map(Message::Printing),
            attendance::load(self.id, context).map(Message::Attendance),
        ])
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        let action = self.take(message, context);
        self.refresh();
        action
    }

    /// What follows from the session is worked out while it is on show.
    fn refresh(&mut self) {
        if let (Tab::Results, Some(dossier)) = (self.tab, &self.dossier) {
            self.results.refresh(dossier);
        }
    }

    fn take(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match (message, &mut self.dossier) {
            (Message::Loaded(Ok(dossier)), _) => {
                let added = self.info.take_in(&dossier);
                self.delegates.take_in(&dossier);
                self.attendance.take_in(&dossier);
                if let Some(reconcile) = &mut self.reconcile {
                    reconcile.take_in(&dossier);
                }
                self.results.outdate();
                let shown = self.tab == Tab::Printing;
                let designed = self.designer.as_mut().map(|designer| designer.take_in(&dossier));
                let redrawn = match designed {
                    // Undone: the certificates have the form of before again.
                    Some((false, _)) => {
                        self.designer = None;
                        self.printing.take_in(&dossier, shown).map(Message::Printing)
                    }
                    Some((true, action)) => {
                        self.printing.take_in(&dossier, false);
                        action.map(Message::Designer)
                    }
                    None => self.printing.take_in(&dossier, shown).map(Message::Printing),
                };
                let dossier = self.dossier.insert(*dossier);
                if !self.lists.is_empty() {
                    let message = delegates::Message::ImportLists(std::mem::take(&mut self.lists));
                    return self.delegates.update(message, dossier, context).map(Message::Delegates);
                }
                let offers = self.info.ask_offers(dossier.session.id, context).map(Message::Info);
                if let (Tab::Info, Some(field)) = (self.tab, added) {
                    return Action::All(vec![offers, Action::Run(iced::widget::operation::focus(field))]);
                }
                if shown { redrawn } else { offers }
            }
            // Undone or deleted: there is nothing to show here.
            (Message::Loaded(Err(StoreError::NoSession(_))), _) => Action::Go(Route::Sessions),
            (Message::Loaded(Err(error)), _) => Action::Fail(error.explain()),
            // Whoever comes to mark people begins to type or scan.
            (Message::TabChosen(Tab::Attendance), _) => Action::All(vec![
                Action::Go(Route::Session(self.id, Tab::Attendance)),
                Action::Run(iced::widget::operation::focus(search::ID)),
            ]),
            // Papers and figures are made of what was marked since the session was read.
            (Message::TabChosen(tab), Some(_)) if self.tab == Tab::Attendance => {
                Action::All(vec![Action::Go(Route::Session(self.id, tab)), Action::Ask(self.load(context))])
            }
            (Message::TabChosen(tab), _) => Action::Go(Route::Session(self.id, tab)),
            (Message::Go(place), _) => Action::Go(place),
            (Message::History, _) => Action::Go(Route::History(HistoryOf::Session(self.id))),
            (Message::Info(message), Some(dossier)) => {
                self.info.update(message, dossier, context).map(Message::Info)
            }
            // The form for it is that of attendance, where everybody sees what was said.
            (Message::Delegates(delegates::Message::Announce(delegate)), Some(dossier)) => {
                let open = self.attendance.announce(delegate, dossier, context).map(Message::Attendance);
                Action::All(vec![Action::Go(Route::Session(self.id, Tab::Attendance)), open])
            }
            (Message::Delegates(message), Some(dossier)) => {
                if matches!(&message, delegates::Message::ImportLists(lists) if !lists.is_empty()) {
                    self.tab = Tab::Delegates;
                }
                self.delegates.update(message, dossier, context).map(Message::Delegates)
            }
            (
                Message::Printing(printing::Message::Certificate(CertificateMessage::Design)),
                Some(dossier),
            ) => {
                self.designer = designer::State::new(dossier, self.printing.options());
                Action::None
            }
            (Message::Designer(designer::Message::Done), Some(dossier)) => {
                self.designer = None;
                self.printing.take_in(dossier, true).map(Message::Printing)
            }
            (Message::Designer(message), _) => match &mut self.designer {
                Some(designer) => designer.update(message, context).map(Message::Designer),
                None => Action::None,
            },
            (Message::Printing(message), Some(dossier)) => {
                self.printing.update(message, dossier, context).map(Message::Printing)
            }
            (Message::Programme(message), Some(dossier)) => {
                self.programme.update(message, dossier, context).map(Message::Programme)
            }
            (Message::Attendance(attendance::Message::Reconcile), _) => {
                self.update(Message::ShowReconciliation(true), context)
            }
            (Message::Printing(printing::Message::Names), _) => {
                self.reconcile.get_or_insert_default().show_figures();
                let shown = self.update(Message::ShowReconciliation(true), context);
                Action::All(vec![Action::Go(Route::Session(self.id, Tab::Attendance)), shown])
            }
            (Message::ShowReconciliation(true), Some(dossier)) => {
                self.reconcile.get_or_insert_default().take_in(dossier);
                // Marks may have been made since the session was read.
                Action::Ask(self.load(context))
            }
            (Message::ShowReconciliation(_), _) => {
                self.reconcile = None;
                Action::Run(iced::widget::operation::focus(search::ID))
            }
            (Message::Reconcile(message), _) => {
                if let Some(reconcile) = &mut self.reconcile {
                    reconcile.update(&message);
                }
                Action::None
            }
            (Message::PrintReconciliation, Some(_)) => self.show_paper(PaperKind::Reconciliation, context),
            (Message::Attendance(attendance::Message::PrintAgain(kind)), Some(_)) => {
                self.show_paper(kind, context)
            }
            (Message::PrintReconciliation, None) => Action::None,
            (Message::Attendance(message), Some(dossier)) => {
                if message.brings_file() {
                    self.tab = Tab::Attendance;
                }
                self.attendance.update(message, dossier, context).map(Message::Attendance)
            }
            (Message::Results(results::Message::Certificates), Some(_)) => {
                self.printing.show_certificates();
                Action::Go(Route::Session(self.id, Tab::Printing))
            }
            (Message::Results(message), Some(dossier)) => {
                self.results.update(message, dossier, context).map(Message::Results)
            }
            (Message::Attendance(message), None) => {
                self.attendance.arrived(message);
                Action::None
            }
            // What the tab asked for may arrive before the session itself.
            (Message::Programme(message), None) => {
                self.programme.arrived(message);
                Action::None
            }
            (Message::Printing(message), None) => {
                self.printing.arrived(message);
                Action::None
            }
            (Message::Info(_) | Message::Delegates(_) | Message::Results(_), None) => Action::None,
        }
    }

    /// Shows a paper as it would print.
    fn show_paper(&mut self, kind: PaperKind, context: Context<'_>) -> Action<Message> {
        let Some(dossier) = &self.dossier else { return Action::None };
        let wanted = printing::Message::Chosen(Choice::Kind(kind));
        let chosen = self.printing.update(wanted, dossier, context).map(Message::Printing);
        let tab = Action::Go(Route::Session(self.id, Tab::Printing));
        Action::All(vec![chosen, tab, Action::Ask(self.load(context))])
    }

    /// Which session it is.
    pub fn id(&self) -> SessionId {
        self.id
    }

    /// Which tab is on show.
    pub fn tab(&self) -> Tab {
        self.tab
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        match self.tab {
            Tab::Info => Page::SessionInfo,
            Tab::Delegates => self.delegates.guide(),
            Tab::Programme => Page::Programme,
            Tab::Printing if self.designer.is_some() => Page::CertificateForm,
            Tab::Printing => Page::Printing,
            Tab::Attendance => self.attendance.guide(),
            Tab::Results => Page::Results,
        }
    }

    /// Brings into view what a field of this key belongs to.
    pub fn reveal(&mut self, key: &str) {
        self.delegates.reveal(key);
        self.printing.reveal(key);
        self.attendance.reveal(key);
    }

    /// Asks before the screen is left, if work would be lost: then it stays.
    pub fn asks_to_stay(&mut self) -> bool {
        let stays = self.delegates.asks_to_stay();
        if stays {
            self.tab = Tab::Delegates;
        }
        stays
    }

    /// Whether a form of a tab holds what is kept nowhere else.
    pub fn has_unsaid(&self) -> bool {
        self.delegates.has_unsaid() || self.info.has_unsaid()
    }

    /// The same, where Esc would close that form.
    pub fn closing_loses(&self) -> bool {
        self.tab == Tab::Delegates && self.delegates.closing_loses()
    }

    /// Gives that up.
    pub fn forget_unsaid(&mut self) {
        self.delegates.forget_unsaid();
        self.info.forget_unsaid();
    }

    /// Whether what is typed in the dialog is typed again at once.
    pub fn dialog_is_passing(&self) -> bool {
        self.tab == Tab::Printing && self.printing.asks_how_to_print()
    }

    /// Shows another tab of the same session.
    pub fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.refresh();
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.tab == Tab::Delegates
            && self.dossier.is_some()
            && let Some(message) = self.delegates.shortcut(shortcut)
        {
            return Some(Message::Delegates(message));
        }
        if self.tab == Tab::Info
            && let Some(dossier) = &self.dossier
            && let Some(message) = self.info.shortcut(shortcut, dossier)
        {
            return Some(Message::Info(message));
        }
        if self.tab == Tab::Programme
            && self.dossier.is_some()
            && let Some(message) = self.programme.shortcut(shortcut)
        {
            return Some(Message::Programme(message));
        }
        if self.tab == Tab::Attendance && self.reconcile.is_some() {
            return match shortcut {
                Shortcut::Escape => Some(Message::ShowReconciliation(false)),
                Shortcut::Print => Some(Message::PrintReconciliation),
                _ => None,
            };
        }
        if self.tab == Tab::Attendance
            && self.dossier.is_some()
            && let Some(message) = self.attendance.shortcut(shortcut)
        {
            return Some(Message::Attendance(message));
        }
        if self.tab == Tab::Results
            && self.dossier.is_some()
            && let Some(message) = self.results.shortcut(shortcut)
        {
            return Some(Message::Results(message));
        }
        if self.tab == Tab::Printing
            && let Some(designer) = &self.designer
        {
            return designer.shortcut(shortcut).map(Message::Designer);
        }
        if self.tab == Tab::Printing && self.dossier.is_some() {
            return self.printing.shortcut(shortcut).map(Message::Printing);
        }
        (shortcut == Shortcut::Print).then_some(Message::TabChosen(Tab::Printing))
    }

    /// The dialog of a tab that is open.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let dossier = self.dossier.as_ref()?;
        match self.tab {
            Tab::Info => self.info.dialog(context).map(|dialog| dialog.map(Message::Info)),
            Tab::Delegates => {
                self.delegates.dialog(dossier, context).map(|dialog| dialog.map(Message::Delegates))
            }
            Tab::Printing => {
                self.printing.dialog(dossier, context).map(|dialog| dialog.map(Message::Printing))
            }
            Tab::Attendance => {
                self.attendance.dialog(dossier, context).map(|dialog| dialog.map(Message::Attendance))
            }
            Tab::Results => self.results.dialog(dossier, context).map(|dialog| dialog.map(Message::Results)),
            Tab::Programme => None,
        }
    }

    /// A list was dropped on the window, or attendance of another computer.
    pub fn dropped(&self, list: PathBuf) -> Option<Message> {
        if self.tab == Tab::Attendance
            && let Some(message) = attendance::dropped(&list)
        {
            return self.dossier.is_some().then_some(Message::Attendance(message));
        }
        if receiving::is_package(&list) || self.tab == Tab::Attendance {
            return self.dossier.is_some().then(|| Message::Attendance(attendance::Message::bringing(list)));
        }
        self.dossier.is_some().then_some(Message::Delegates(delegates::Message::ImportLists(vec![list])))
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let Some(dossier) = &self.dossier else {
            return Header::new(context.t("window-nav-sessions"), "");
        };
        if self.tab == Tab::Delegates
            && let Some(header) = self.delegates.header(dossier, context)
        {
            return header.map(Message::Delegates);
        }
        if self.tab == Tab::Printing
            && let Some(designer) = &self.designer
        {
            return designer.header(context).map(Message::Designer);
        }
        let details = &dossier.session.details;
        let year = details.dates.and_then(|dates| dates.start().year());
        let above = match year {
            Some(year) => format!("{} › {year}", context.t("window-nav-sessions")),
            None => context.t("window-nav-sessions"),
        };
        let mut header = Header::new(above, details.title.as_str());
        header.tabs = Some(tabs::tabs(self.tabs(dossier, context), self.tab, Message::TabChosen));
        header.actions = match self.tab {
            Tab::Info => vec![
                button::secondary(Some(Icon::History), context.t("window-history-session"))
                    .id("session-history")
                    .on_press(Message::History)
                    .into(),
            ],
            Tab::Delegates => {
                let actions = self.delegates.actions(context);
                actions.into_iter().map(|one| one.map(Message::Delegates)).collect()
            }
            Tab::Programme => {
                let actions = self.programme.actions(context);
                actions.into_iter().map(|one| one.map(Message::Programme)).collect()
            }
            Tab::Printing => {
                let actions = self.printing.actions(context);
                actions.into_iter().map(|one| one.map(Message::Printing)).collect()
            }
            Tab::Attendance if self.reconcile.is_some() => vec![
                button::secondary(Some(Icon::ClipboardCheck), context.t("reconcile-back"))
                    .id("reconcile-back")
                    .on_press(Message::ShowReconciliation(false))
                    .into(),
                button::secondary(Some(Icon::Printer), context.t("reconcile-print"))
                    .id("reconcile-print")
                    .on_press(Message::PrintReconciliation)
                    .into(),
            ],
            Tab::Attendance => {
                let actions = self.attendance.actions(dossier, context);
                actions.into_iter().map(|one| one.map(Message::Attendance)).collect()
            }
            Tab::Results => {
                let actions = self.results.actions(dossier, context);
                actions.into_iter().map(|one| one.map(Message::Results)).collect()
            }
        };
        header
    }

    fn tabs(&self, dossier: &Dossier, context: Context<'_>) -> Vec<Entry<Tab>> {
        let entry = |value, id: &str, count| Entry { value, label: context.t(id), count };
        vec![
            entry(Tab::Info, "window-tab-info", None),
            entry(Tab::Delegates, "window-tab-delegates", Some(placed(dossier))),
            entry(Tab::Programme, "window-programme-tab", self.programme.count()),
            entry(Tab::Printing, "window-tab-printing", None),
            entry(Tab::Attendance, "window-tab-attendance", None),
            entry(Tab::Results, "window-tab-results", None),
        ]
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(dossier) = &self.dossier else { return iced::widget::space().into() };
        if let (Tab::Attendance, Some(reconcile)) = (self.tab, &self.reconcile) {
            return reconcile.view(context).map(Message::Reconcile);
        }
        if let (Tab::Printing, Some(designer)) = (self.tab, &self.designer) {
            return designer.view(context).map(Message::Designer);
        }
        let page = match self.tab {
            Tab::Info => self.info.view(dossier, context).map(Message::Info),
            Tab::Delegates => self.delegates.view(dossier, context).map(Message::Delegates),
            Tab::Programme => self.programme.view(dossier, context).map(Message::Programme),
            Tab::Printing => self.printing.view(dossier, context).map(Message::Printing),
            Tab::Attendance => self.attendance.view(dossier, context).map(Message::Attendance),
            Tab::Results => self.results.view(dossier, context).map(Message::Results),
        };
        let guide = match self.delegates.is_importing() {
            true => None,
            false => next_step::line(self.tab, dossier, &self.printing, context),
        };
        // The page stands at the same place of the tree with and without the line over it.
        column![column![].push(guide), page].height(Length::Fill).into()
    }
}

/// How many stand in the list of delegates: whoever was only sent for one of them does not.
fn placed(dossier: &Dossier) -> usize {
    dossier.delegates.iter().filter(|one| one.state != DelegateState::Substitute).count()
}
