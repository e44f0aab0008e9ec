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
mod taking;
mod view;

use std::path::PathBuf;

use iced::Task;

use super::{Action, Context, Route, Tab};
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::export::attendance::is_package;
use crate::guide::Page;
use crate::store::StoreError;

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
        self.info.reveal(key);
        self.programme.reveal(key);
        self.results.reveal(key);
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

    /// Whether lists stand on a tab that are not in the file yet.
    pub fn is_importing(&self) -> bool {
        self.delegates.is_importing()
    }

    /// Whether Esc would close a form that holds what is kept nowhere else.
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

    /// A list was dropped on the window, or attendance of another computer.
    pub fn dropped(&self, list: PathBuf) -> Option<Message> {
        if self.tab == Tab::Attendance
            && let Some(message) = attendance::dropped(&list)
        {
            return self.dossier.is_some().then_some(Message::Attendance(message));
        }
        if is_package(&list) || self.tab == Tab::Attendance {
            return self.dossier.is_some().then(|| Message::Attendance(attendance::Message::bringing(list)));
        }
        self.dossier.is_some().then_some(Message::Delegates(delegates::Message::ImportLists(vec![list])))
    }
}
