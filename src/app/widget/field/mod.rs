//! A text field that saves by itself.
//!
//! It holds what is typed as a draft and says `on_commit` when the focus leaves,
//! on Enter and Ctrl+S, after a pause in typing, before any other shortcut and
//! when the window closes. Esc and Ctrl+Z restore the value while there is a
//! draft. A refused draft stays with its reason under it, and outlives the field
//! where that is [`kept`](Field::kept). Screens hold values only; typing does not
//! even rebuild the page.

mod draft;
mod drafts;
mod editing;
mod input;
#[cfg(test)]
mod law_tests;
mod offers;
mod telling;
mod text_area;
mod under;

use std::hash::{DefaultHasher, Hash, Hasher};

use iced::widget::Id;
use iced::{Element, Length};

use super::calendar::Words;
use super::form;
use crate::app::icon::Icon;
use crate::vietnamese::clean::clean;
pub use draft::PAUSE;
pub use drafts::{Drafts, Unsaved};
use editing::Saving;
pub use editing::{commit_all, focus_on};
pub use telling::telling;
pub use text_area::{TextArea, text_area};

/// A field of one line.
pub struct Field<'a, Message> {
    saving: Saving<'a, Message>,
    placeholder: String,
    label: Option<String>,
    hint: Option<String>,
    id: Option<Id>,
    width: Length,
    icon: Option<Icon>,
    calendar: Option<Words>,
    suggestions: Vec<String>,
    on_enter: Option<Message>,
}

/// A field that shows this value. Read-only until [`Field::on_commit`] is said.
pub fn field<'a, Message>(value: impl Into<String>) -> Field<'a, Message> {
    Field {
        saving: Saving::new(value.into(), clean),
        placeholder: String::new(),
        label: None,
        hint: None,
        id: None,
        width: Length::Fill,
        icon: None,
        calendar: None,
        suggestions: Vec::new(),
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
        self.saving.error = text;
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
        self.saving.record = number_of(record);
        self
    }

    /// Keeps what is typed until the file has it, also when the field goes and comes
    /// again. The key names record and field, such as `person 12 phone`, and implies
    /// [`of`](Self::of). The window then says whether the file took what was committed,
    /// by [`Drafts::saved`] and [`Drafts::failed`].
    #[must_use]
    pub fn in_drafts(mut self, drafts: &Drafts, key: impl Into<String>) -> Self {
        self.saving.keep(drafts, key.into());
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
        self.saving.check = Some(Box::new(check));
        self
    }

    /// How a clean text is written when it is saved: `25.9.2020` as `25/9/2020`. What
    /// cannot be read stays as it is; the check sees the outcome.
    #[must_use]
    pub fn written(mut self, write: impl Fn(&str) -> String + 'a) -> Self {
        self.saving.clean = Box::new(move |text| write(&clean(text)));
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
        self.saving.on_commit = Some(Box::new(message));
        self
    }

    /// As [`Field::on_commit`], or read-only when `None`.
    #[must_use]
    pub fn on_commit_maybe(mut self, message: Option<impl Fn(String) -> Message + 'a>) -> Self {
        self.saving.on_commit =
            message.map(|message| Box::new(message) as Box<dyn Fn(String) -> Message + 'a>);
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
        field.saving.name(field.label.as_ref().unwrap_or(&field.placeholder));
        let (label, hint, width) = (field.label.take(), field.hint.take(), field.width);
        form::labelled(label, hint, width, input::Input::new(field))
    }
}

/// A number for a record, never 0, which is "none said".
fn number_of(record: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    record.hash(&mut hasher);
    hasher.finish() | 1
}
