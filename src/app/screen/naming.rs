//! What is new gets its name before it is made: a dialog with one field, so that nothing unnamed comes to stand in
//! the data file.

use iced::widget::column;
use iced::{Element, widget::operation::focus};

use super::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};

/// Names the field.
const FIELD: &str = "new-name";

/// Something that waits for its name; `what` says what it is and where it will stand.
#[derive(Debug)]
pub struct Naming<What> {
    what: What,
    name: String,
    /// Whether it was to be made without one.
    lacks_name: bool,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name was typed.
    Typed(String),
    /// It is to be made.
    Confirm,
    /// Nothing after all.
    Close,
}

/// What comes of a message.
pub enum Answer<What> {
    /// The dialog stays.
    Open,
    /// This is to be made, of this name.
    Make(What, String),
    /// Nothing is made.
    Close,
}

impl<What: Clone> Naming<What> {
    /// Asks what it is called.
    pub fn ask<M>(what: What) -> (Self, Action<M>) {
        (Self { what, name: String::new(), lacks_name: false }, Action::Run(focus(FIELD)))
    }

    /// What is to be made.
    pub fn what(&self) -> &What {
        &self.what
    }

    /// Takes in a message. The dialog stays until it is known that it was made.
    pub fn update(&mut self, message: Message) -> Answer<What> {
        match message {
            Message::Typed(name) => {
                (self.name, self.lacks_name) = (name, false);
                Answer::Open
            }
            Message::Confirm if self.name.is_empty() => {
                self.lacks_name = true;
                Answer::Open
            }
            Message::Confirm => Answer::Make(self.what.clone(), self.name.clone()),
            Message::Close => Answer::Close,
        }
    }

    /// The dialog: its title, what the field is called, and where it will stand.
    pub fn view<'a>(
        &'a self,
        title: String,
        label: String,
        place: Option<String>,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let name = field(self.name.as_str())
            .label(label)
            .id(FIELD)
            .error(self.lacks_name.then(|| context.t("window-naming-lacks")))
            .on_commit(Message::Typed)
            .on_enter(Message::Confirm);
        let content = column![name].push(place.map(small)).spacing(space::M);
        let cancel = button::secondary(None, context.t("window-cancel")).on_press(Message::Close);
        let make = button::primary(None, context.t("window-naming-make")).id("new-make");
        let buttons = [cancel.into(), make.on_press(Message::Confirm).into()];
        dialog::dialog(title, content, buttons, Message::Close)
    }
}
