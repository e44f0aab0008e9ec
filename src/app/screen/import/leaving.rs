//! Leaving the page: what was corrected is not given up without a word.

use iced::Element;

use super::{Action, Answer, Context, Message, State};
use crate::app::theme::text::body;
use crate::app::widget::{button, dialog};

impl State {
    /// Whether closing the page would lose what the user did in it.
    fn has_work(&self) -> bool {
        self.files.iter().any(|file| !file.wishes.corrections.is_empty() || !file.wishes.decided.is_empty())
    }

    /// Asks before the page is left from outside, if work would be lost: then it stays.
    pub fn asks_to_stay(&mut self) -> bool {
        self.leaving = self.has_work();
        self.leaving
    }

    /// Closes what is open, at last the page; asks before work is lost.
    pub(super) fn leave(&mut self, message: &Message) -> Answer {
        match message {
            Message::Stay => self.leaving = false,
            Message::Leave => return Answer::Close,
            Message::Escape if self.leaving => self.leaving = false,
            Message::Escape if self.is_writing() => self.stop(),
            Message::Escape if !self.selection.is_empty() => self.selection.clear(),
            _ if self.is_writing() => {}
            _ if self.has_work() => self.leaving = true,
            _ => return Answer::Close,
        }
        Answer::Open(Action::None)
    }

    /// The question before work is lost.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        self.leaving.then(|| {
            let stay = button::secondary(None, context.t("window-import-stay"));
            let leave = button::danger(None, context.t("window-import-leave"));
            dialog::dialog(
                context.t("window-import-leave-title"),
                body(context.t("window-import-leave-words")),
                [
                    leave.id("import-leave").on_press(Message::Leave).into(),
                    stay.id("import-stay").on_press(Message::Stay).into(),
                ],
                Message::Stay,
            )
        })
    }
}
