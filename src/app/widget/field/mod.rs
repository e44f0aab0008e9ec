//! A text field that saves by itself.
//!
//! It holds what is typed as a draft and says `on_commit` when the focus leaves,
//! on Enter and Ctrl+S, after a pause in typing, before any other shortcut and
//! when the window closes. Esc and Ctrl+Z restore the value while there is a
//! draft. A refused draft stays with its reason under it. Screens hold values
//! only; typing does not even rebuild the page.

mod draft;
mod input;

use std::hash::{DefaultHasher, Hash, Hasher};

use iced::widget::Id;
use iced::{Element, Length};

use super::calendar::Words;
use super::form;
use crate::app::icon::Icon;
use draft::Check;
pub use draft::PAUSE;

/// A field of one line.
pub struct Field<'a, Message> {
    value: String,
    placeholder: String,
    label: Option<String>,
    hint: Option<String>,
    error: Option<String>,
    id: Option<Id>,
    record: u64,
    width: Length,
    icon: Option<Icon>,
    calendar: Option<Words>,
    check: Option<Box<Check<'a>>>,
    suggestions: Vec<String>,
    on_commit: Option<Box<dyn Fn(String) -> Message + 'a>>,
    on_enter: Option<Message>,
}

/// A field that shows this value. Read-only until [`Field::on_commit`] is said.
pub fn field<'a, Message>(value: impl Into<String>) -> Field<'a, Message> {
    Field {
        value: value.into(),
        placeholder: String::new(),
        label: None,
        hint: None,
        error: None,
        id: None,
        record: 0,
        width: Length::Fill,
        icon: None,
        calendar: None,
        check: None,
        suggestions: Vec::new(),
        on_commit: None,
        on_enter: None,
    }
}

impl<'a, Message: Clone + 'a> Field<'a, Message> {
    /// Shown while it is empty.
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<String>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// Its name, above it.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label = Some(text.into());
        self
    }

    /// A word of help under it.
    #[must_use]
    pub fn hint(mut self, text: impl Into<String>) -> Self {
        self.hint = Some(text.into());
        self
    }

    /// Why the data file or a rule refused the value.
    #[must_use]
    pub fn error(mut self, text: Option<String>) -> Self {
        self.error = text;
        self
    }

    /// Names it, for focus and for tests.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The record it belongs to, when the same field shows one after another: a
    /// draft must not pass to the next.
    #[must_use]
    pub fn of(mut self, record: impl Hash) -> Self {
        let mut hasher = DefaultHasher::new();
        record.hash(&mut hasher);
        // 0 is "none said".
        self.record = hasher.finish() | 1;
        self
    }

    /// Its width; it fills otherwise.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// An icon at its right end.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A calendar at its right end, from which a day can be chosen. Arrow down
    /// opens it, too.
    #[must_use]
    pub fn calendar(mut self, words: Words) -> Self {
        self.calendar = Some(words);
        self
    }

    /// Refuses texts: the error is shown under the field. The text is clean.
    #[must_use]
    pub fn check(mut self, check: impl Fn(&str) -> Result<(), String> + 'a) -> Self {
        self.check = Some(Box::new(check));
        self
    }

    /// What may be meant; matching ones are offered while typing, with or
    /// without diacritics. Any other text is taken as well.
    #[must_use]
    pub fn suggest(mut self, suggestions: Vec<String>) -> Self {
        self.suggestions = suggestions;
        self
    }

    /// What a commit says, with the cleaned text.
    #[must_use]
    pub fn on_commit(mut self, message: impl Fn(String) -> Message + 'a) -> Self {
        self.on_commit = Some(Box::new(message));
        self
    }

    /// As [`Field::on_commit`], or read-only when `None`.
    #[must_use]
    pub fn on_commit_maybe(mut self, message: Option<impl Fn(String) -> Message + 'a>) -> Self {
        self.on_commit = message.map(|message| Box::new(message) as Box<dyn Fn(String) -> Message + 'a>);
        self
    }

    /// What Enter says after the commit, as when the field ends a form.
    #[must_use]
    pub fn on_enter(mut self, message: Message) -> Self {
        self.on_enter = Some(message);
        self
    }
}

impl<'a, Message: Clone + 'a> From<Field<'a, Message>> for Element<'a, Message> {
    fn from(mut field: Field<'a, Message>) -> Self {
        let (label, hint, width) = (field.label.take(), field.hint.take(), field.width);
        form::labelled(label, hint, width, input::Input::new(field))
    }
}
