//! A text field that saves by itself.
//!
//! It holds what is typed as a draft and says `on_commit` when the focus leaves,
//! on Enter and Ctrl+S, after a pause in typing, before any press and other shortcut and
//! when the window closes. Esc and Ctrl+Z restore the value while there is a
//! draft. A refused draft stays with its reason under it, and outlives the field
//! where that is [kept](Field::in_drafts). Screens hold values only; typing does not
//! even rebuild the page.

mod commits_first;
mod draft;
mod drafts;
mod editing;
mod input;
#[cfg(test)]
mod law_tests;
mod offers;
mod refused_first;
mod telling;
mod text_area;
mod under;

use std::hash::{DefaultHasher, Hash, Hasher};

use iced::widget::Id;
use iced::{Element, Length};

use super::calendar::Words;
use super::form;
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::vietnamese::clean::{clean, clean_lines};
pub use commits_first::commits_first;
pub use draft::PAUSE;
pub use drafts::{Drafts, Shifted, Unsaved};
use editing::Saving;
pub use editing::{commit_all, focus_on};
pub(in crate::app::widget) use editing::{has_focus, text_at_risk};
pub use refused_first::refused_first;
pub use telling::telling;

/// A field: what fields of one line and of several share, and what only this `Kind` has.
pub struct Field<'a, Message, Kind = OneLine<Message>> {
    saving: Saving<'a, Message>,
    placeholder: String,
    label: Option<String>,
    id: Option<Id>,
    kind: Kind,
}

/// A field of several lines.
pub type TextArea<'a, Message> = Field<'a, Message, Lines>;

/// What only a field of one line has.
pub struct OneLine<Message> {
    hint: Option<String>,
    width: Length,
    icon: Option<Icon>,
    calendar: Option<Words>,
    suggestions: Vec<String>,
    on_enter: Option<Message>,
}

/// What only a field of several lines has.
pub struct Lines {
    min_height: f32,
}

/// A field of one line that shows this value. Read-only until [`Field::on_commit`] is said.
pub fn field<'a, Message: 'a>(value: impl Into<String>) -> Field<'a, Message> {
    let kind = OneLine {
        hint: None,
        width: Length::Fill,
        icon: None,
        calendar: None,
        suggestions: Vec::new(),
        on_enter: None,
    };
    Field::new(value.into(), clean, kind)
}

/// A field of several lines, which grows with its text. Read-only until [`Field::on_commit`] is said.
pub fn text_area<'a, Message: 'a>(value: impl Into<String>) -> TextArea<'a, Message> {
    Field::new(value.into(), clean_lines, Lines { min_height: space::CONTROL })
}

impl<'a, Message: 'a, Kind> Field<'a, Message, Kind> {
    fn new(value: String, clean: fn(&str) -> String, kind: Kind) -> Self {
        Self { saving: Saving::new(value, clean), placeholder: String::new(), label: None, id: None, kind }
    }

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

    /// Refuses texts: the error is shown under the field. The text is clean.
    #[must_use]
    pub fn check(mut self, check: impl Fn(&str) -> Result<(), String> + 'a) -> Self {
        self.saving.check = Some(Box::new(check));
        self
    }

    /// What a commit says, with the cleaned text.
    #[must_use]
    pub fn on_commit(self, message: impl Fn(String) -> Message + 'a) -> Self {
        self.on_commit_maybe(Some(message))
    }

    /// As [`Field::on_commit`], or read-only when `None`.
    #[must_use]
    pub fn on_commit_maybe(mut self, message: Option<impl Fn(String) -> Message + 'a>) -> Self {
        self.saving.on_commit =
            message.map(|message| Box::new(message) as Box<dyn Fn(String) -> Message + 'a>);
        self
    }

    /// As it is, or read-only.
    #[must_use]
    pub fn read_only_unless(mut self, writable: bool) -> Self {
        self.saving.on_commit = self.saving.on_commit.filter(|_| writable);
        self
    }

    /// What stands above its widget; its draft is told of by that name.
    fn take_label(&mut self) -> Option<String> {
        self.saving.name(self.label.as_ref().unwrap_or(&self.placeholder));
        self.label.take()
    }
}

impl<'a, Message: Clone + 'a> Field<'a, Message> {
    /// A word of help under it.
    #[must_use]
    pub fn hint(mut self, text: impl Into<String>) -> Self {
        self.kind.hint = Some(text.into());
        self
    }

    /// Its width; it fills otherwise.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.kind.width = width.into();
        self
    }

    /// An icon at its right end.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.kind.icon = Some(icon);
        self
    }

    /// A calendar at its right end, from which a day can be chosen. Arrow down
    /// opens it, too.
    #[must_use]
    pub fn calendar(mut self, words: Words) -> Self {
        self.kind.calendar = Some(words);
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
        self.kind.suggestions = suggestions;
        self
    }

    /// What Enter says after the commit, as when the field ends a form.
    #[must_use]
    pub fn on_enter(mut self, message: Message) -> Self {
        self.kind.on_enter = Some(message);
        self
    }
}

impl<Message> TextArea<'_, Message> {
    /// Its height while it holds little; otherwise that of a field of one line.
    #[must_use]
    pub fn min_height(mut self, height: f32) -> Self {
        self.kind.min_height = height;
        self
    }
}

impl<'a, Message: Clone + 'a> From<Field<'a, Message>> for Element<'a, Message> {
    fn from(mut field: Field<'a, Message>) -> Self {
        let (label, hint, width) = (field.take_label(), field.kind.hint.take(), field.kind.width);
        form::labelled(label, hint, width, input::Input::new(field))
    }
}

impl<'a, Message: 'a> From<TextArea<'a, Message>> for Element<'a, Message> {
    fn from(mut field: TextArea<'a, Message>) -> Self {
        form::labelled(field.take_label(), None, Length::Fill, Element::new(text_area::Area::new(field)))
    }
}

/// A number for a record, never 0, which is "none said".
fn number_of(record: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    record.hash(&mut hasher);
    hasher.finish() | 1
}
