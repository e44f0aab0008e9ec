//! The screens, and what each of them is made of.
//!
//! A screen is a `State` with `load`, `update`, `shortcut`, `header`, `view` and `dialog`. It
//! asks the store for what it shows (`load` is called again when a table that it `READS` was
//! touched), keeps only what is on show, and answers a message with an [`Action`] that the
//! window performs. `sessions.rs` is the one to copy.

mod action;
mod columns;
pub mod erasing;
pub mod history;
pub mod home;
pub mod import;
pub mod list_out;
pub(in crate::app) mod moment;
pub mod naming;
pub mod people;
pub mod person_form;
pub mod receiving;
pub mod register;
mod route;
pub mod session;
pub mod sessions;
pub mod settings;
pub mod sorting;
mod standing;
pub mod topics;
mod tree;
pub mod units;

use iced::Element;

pub use super::job::Told;
use super::theme::space;
use super::widget::field::Drafts;
use crate::locale::Locale;
use crate::sentence::{Sentence, Value};
use crate::store::{Access, Store};

pub(super) use action::Telling;
pub use action::{Action, BackupWish, Finished, Written};
pub use route::{Goal, HistoryOf, Route, Tab};

/// What a screen may use while it updates and is drawn.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The user's language.
    pub locale: &'a Locale,
    /// The data file.
    pub store: &'a Store,
    /// The settings of this computer.
    pub machine: &'a super::machine::Machine,
    /// What was typed into fields and is not in the file.
    pub drafts: &'a Drafts,
    /// How it stands with the backups.
    pub backups: &'a crate::backup::State,
    /// Size of the window in logical pixels: side panels fold when it is narrow.
    pub size: iced::Size,
}

impl<'a> Context<'a> {
    /// A sentence without values.
    pub fn t(&self, id: &str) -> String {
        self.locale.text(id)
    }

    /// What could stand in a field that is empty, told as an example: as it is, it would look like data.
    pub fn example(&self, text: &str) -> String {
        self.say(&Sentence::new("window-example").with("text", text))
    }

    /// A sentence with values.
    pub fn say(&self, sentence: &Sentence) -> String {
        self.locale.say(sentence)
    }

    /// A sentence about so many.
    pub fn count(&self, id: &str, count: impl Into<Value>) -> String {
        self.say(&Sentence::new(id).with("count", count))
    }

    /// Width of a page between its margins, beside the sidebar, in logical pixels.
    pub fn page_width(&self) -> f32 {
        let sidebar = if self.size.width < space::NARROW { space::SIDEBAR_NARROW } else { space::SIDEBAR };
        self.size.width - sidebar - 2.0 * space::XL
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

/// The number of the record in a key such as "person 12 phone", if it is of this kind.
pub(super) fn id_in(key: &str, kind: &str) -> Option<i64> {
    key.strip_prefix(kind)?.split_whitespace().next()?.parse().ok()
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
