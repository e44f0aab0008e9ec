//! What was typed and is kept nowhere yet is asked about before it is lost: in a dialog, in the form
//! for somebody new.

use iced::{Element, Length, Task};

use super::message::Message;
use super::shortcut::Shortcut;
use super::state::App;
use super::theme::text::body;
use super::widget::{button, dialog};
use crate::locale::Locale;

/// What would lose it.
#[derive(Clone)]
pub enum Leaving {
    /// The dialog closes.
    Dialog,
    /// The form on the page closes.
    Form,
    /// The form on the page goes with its page: this is done then.
    Then(Box<Message>),
}

impl App {
    /// Whether it is asked before the screen goes, for something on it is kept nowhere else; `then` is
    /// done if that is given up.
    pub(super) fn asks_first(&mut self, then: Message) -> bool {
        if self.asks_to_stay() {
            return true;
        }
        let is_asked = self.screen.has_unsaid();
        if is_asked {
            self.leaving = Some(Leaving::Then(Box::new(then)));
        }
        is_asked
    }

    /// It is given up.
    pub(super) fn discard(&mut self) -> Task<Message> {
        match self.leaving.take() {
            None => Task::none(),
            Some(Leaving::Dialog) if self.dialog.is_some() => self.react(Message::CloseDialog),
            Some(Leaving::Dialog | Leaving::Form) => match self.screen.shortcut(Shortcut::Escape) {
                Some(message) => self.update_screen(message),
                None => Task::none(),
            },
            Some(Leaving::Then(message)) => {
                self.screen.forget_unsaid();
                self.react(*message)
            }
        }
    }
}

/// The question.
pub(super) fn view<'a>(locale: &Locale) -> Element<'a, Message> {
    let t = |id: &str| locale.text(id);
    let stay = button::secondary(None, t("window-discard-stay")).id("discard-stay").on_press(Message::Stay);
    let discard = button::primary(None, t("window-discard")).id("discard").on_press(Message::Discard);
    let words = body(t("window-discard-words")).width(Length::Fill);
    dialog::dialog(t("window-discard-title"), words, [stay.into(), discard.into()], Message::Stay)
}
