//! What was typed and is kept nowhere yet is asked about before it is lost: in a dialog, in the form
//! for somebody new.

use iced::{Element, Length, Task};

use super::closing::Closing;
use super::message::Message;
use super::screen::Route;
use super::shortcut::Shortcut;
use super::state::App;
use super::theme::text::body;
use super::widget::{button, dialog};
use crate::locale::Locale;

/// What would lose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// The dialog closes.
    Dialog,
    /// The form on the page closes.
    Form,
    /// Another screen is shown.
    For(Route),
    /// The window closes.
    Window,
}

impl App {
    /// It is given up.
    pub(super) fn discard(&mut self) -> Task<Message> {
        match self.leaving.take() {
            None => Task::none(),
            Some(Leaving::Dialog) if self.dialog.is_some() => self.react(Message::CloseDialog),
            Some(Leaving::Dialog | Leaving::Form) => match self.screen.shortcut(Shortcut::Escape) {
                Some(message) => self.update_screen(message),
                None => Task::none(),
            },
            Some(Leaving::For(place)) => self.go_surely(place),
            Some(Leaving::Window) => {
                self.screen.forget_unsaid();
                self.closing = Closing::Asked;
                self.close_if_done()
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
