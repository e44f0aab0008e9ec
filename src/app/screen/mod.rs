//! The screens, and what each of them is made of.
//!
//! A screen is a `State` with `load`, `update`, `header` and `view`. It asks the
//! store for what it shows (`load` is called again after every change of the
//! data), keeps only what is on show, and answers a message with an [`Action`]
//! that the window performs. `sessions.rs` is the one to copy.

pub mod home;
pub mod import;
pub mod list_out;
mod moment;
pub mod people;
pub mod person_form;
pub mod session;
pub mod sessions;
pub mod settings;
pub mod topics;
pub mod units;

use iced::{Element, Task};

use super::job;
use crate::locale::{Language, Locale};
use crate::message::Message as Sentence;
use crate::store::{Access, Pending, Store, StoreError};

use crate::domain::id::SessionId;

/// Where one can be in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Tổng quan.
    Home,
    /// Lớp tập huấn.
    Sessions,
    /// One session, at a tab.
    Session(SessionId, session::Tab),
    /// Cán bộ.
    People,
    /// Đơn vị.
    Units,
    /// Chuyên đề.
    Topics,
    /// Cài đặt.
    Settings,
}

/// What a screen may use while it updates and is drawn.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The user's language.
    pub locale: &'a Locale,
    /// The data file.
    pub store: &'a Store,
    /// The settings of this computer.
    pub machine: &'a super::machine::Machine,
    /// Size of the window in logical pixels: side panels fold when it is narrow.
    pub size: iced::Size,
}

impl<'a> Context<'a> {
    /// A sentence without values.
    pub fn t(&self, id: &str) -> String {
        self.locale.text(id)
    }

    /// A sentence with values.
    pub fn say(&self, sentence: &Sentence) -> String {
        self.locale.say(sentence)
    }

    /// Whether the data may be changed. Controls that change them are disabled otherwise.
    pub fn can_write(&self) -> bool {
        self.store.access() == Access::Write
    }

    /// A message for a control that changes data; `None` disables it in a
    /// read-only window.
    pub fn if_writable<T>(&self, message: T) -> Option<T> {
        self.can_write().then_some(message)
    }
}

/// What a screen wants done after a message.
pub enum Action<M> {
    /// Nothing more.
    None,
    /// Work whose outcome comes back to the screen as a message.
    Run(Task<M>),
    /// A change of the data; see [`Action::write`] and [`Action::save`].
    Write(Task<Written<M>>),
    /// The data were changed by a task of the screen: a toast says so in these
    /// words and offers "Hoàn tác".
    Changed(Sentence),
    /// Another screen.
    Go(Place),
    /// A toast with good news.
    Say(Sentence),
    /// A toast with what failed and its cure.
    Fail(Sentence),
    /// The dialog for a new session.
    NewSession,
    /// The file dialog, then the import of the chosen list.
    PickList,
    /// The five sample sessions.
    PlantSamples,
    /// The file dialog for another data file.
    PickDataFile,
    /// Another language, kept on this computer.
    Language(Language),
    /// Another text size in percent, kept on this computer.
    TextSize(u16),
    /// Papers are saved in this folder now, kept on this computer.
    PapersFolder(std::path::PathBuf),
    /// Several, in order.
    All(Vec<Action<M>>),
}

/// How a change of the data went.
#[derive(Clone)]
pub struct Written<M> {
    /// What the screen hears.
    pub(super) message: Option<M>,
    /// Why it was refused, when the screen does not show that itself.
    pub(super) refusal: Option<StoreError>,
    /// Whether a toast names it and offers to undo it.
    pub(super) announced: bool,
}

impl<M: Send + 'static> Action<M> {
    /// A change that the user asked for with a button: a toast names it and
    /// offers "Hoàn tác"; a refusal is told in a toast, too.
    pub fn write<T: Send + 'static>(
        pending: Pending<T>,
        done: impl FnOnce(T) -> Option<M> + Send + 'static,
    ) -> Self {
        let mut done = Some(done);
        Self::Write(job::ask(pending).map(move |answer| match answer {
            Ok(value) => {
                Written { message: done.take().and_then(|done| done(value)), refusal: None, announced: true }
            }
            Err(refusal) => Written { message: None, refusal: Some(refusal), announced: false },
        }))
    }

    /// What a field commits: saved without a word. The screen hears the answer and
    /// shows a refusal beside the field.
    pub fn save<T: Send + 'static>(
        pending: Pending<T>,
        answered: impl FnOnce(Result<T, StoreError>) -> M + Send + 'static,
    ) -> Self {
        let mut answered = Some(answered);
        Self::Write(job::ask(pending).map(move |answer| {
            let message = answered.take().map(|answered| answered(answer));
            Written { message, refusal: None, announced: false }
        }))
    }

    /// The same action in the messages of what the screen stands in.
    pub fn map<N: Send + 'static>(self, wrap: impl Fn(M) -> N + Clone + Send + 'static) -> Action<N> {
        match self {
            Self::None => Action::None,
            Self::Run(task) => Action::Run(task.map(wrap)),
            Self::Write(task) => Action::Write(task.map(move |written| Written {
                message: written.message.map(&wrap),
                refusal: written.refusal,
                announced: written.announced,
            })),
            Self::Changed(sentence) => Action::Changed(sentence),
            Self::Go(place) => Action::Go(place),
            Self::Say(sentence) => Action::Say(sentence),
            Self::Fail(sentence) => Action::Fail(sentence),
            Self::NewSession => Action::NewSession,
            Self::PickList => Action::PickList,
            Self::PlantSamples => Action::PlantSamples,
            Self::PickDataFile => Action::PickDataFile,
            Self::Language(language) => Action::Language(language),
            Self::TextSize(percent) => Action::TextSize(percent),
            Self::PapersFolder(folder) => Action::PapersFolder(folder),
            Self::All(all) => Action::All(all.into_iter().map(|one| one.map(wrap.clone())).collect()),
        }
    }
}

/// The head of a page.
pub struct Header<'a, M> {
    /// A small line above the title: where this is, or the date.
    pub above: String,
    /// The title.
    pub title: String,
    /// Buttons at the right; the primary one last.
    pub actions: Vec<Element<'a, M>>,
    /// Tabs under the title.
    pub tabs: Option<Element<'a, M>>,
}

impl<'a, M: 'a> Header<'a, M> {
    /// A head without buttons and tabs.
    pub fn new(above: impl Into<String>, title: impl Into<String>) -> Self {
        Self { above: above.into(), title: title.into(), actions: Vec::new(), tabs: None }
    }

    /// The same head in the messages of the window.
    pub fn map<N: 'a>(self, wrap: impl Fn(M) -> N + Clone + 'a) -> Header<'a, N> {
        Header {
            above: self.above,
            title: self.title,
            actions: self.actions.into_iter().map(|one| one.map(wrap.clone())).collect(),
            tabs: self.tabs.map(|tabs| tabs.map(wrap)),
        }
    }
}
