//! Closing the window: what is typed is saved, what could not be is asked about, and what changed is
//! backed up.

use iced::widget::column;
use iced::{Element, Length, Task};

use super::message::Message;
use super::shortcut::Heard;
use super::state::{App, Dialog};
use super::theme::space;
use super::theme::text::body;
use super::widget::{button, dialog};
use super::window_size;
use crate::backup::Reason;
use crate::locale::Locale;
use crate::store::StoreError;

/// Whether the window is about to close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    /// No.
    No,
    /// Once everything is written; what cannot be is asked about.
    Asked,
    /// The system ends the program: nothing is asked. It is looked so often whether fields
    /// have committed.
    Told { left: u8 },
}

impl App {
    /// Closes the window if that was wanted and nothing is under way any more. What could
    /// not be saved is asked about, unless the system ends the program.
    pub(super) fn close_if_done(&mut self) -> Task<Message> {
        if self.work.is_writing() {
            return Task::none();
        }
        // A dialog in which something was typed asks by itself, as soon as it hears of it.
        let is_asked =
            |app: &mut Self| app.leaving.is_some() || app.asks_first(Message::Heard(Heard::CloseRequested));
        if self.closing == Closing::Asked && is_asked(self) {
            self.closing = Closing::No;
        }
        match self.closing {
            Closing::No => Task::none(),
            Closing::Asked if !self.drafts.unsaved().is_empty() => self.react(Message::ShowUnsaved),
            Closing::Asked => self.back_up_to_close(),
            // The system does not wait for a backup.
            Closing::Told { .. } => window_size::place().map(Message::Left),
        }
    }

    fn back_up_to_close(&mut self) -> Task<Message> {
        match self.backups.make(Reason::Close) {
            Some(made) => {
                self.dialog = Some(Dialog::Closing(None));
                made.map(Message::BackedUpToClose)
            }
            None => window_size::place().map(Message::Left),
        }
    }

    /// The backup was made; or it is said why not, and asked whether to close all the same.
    pub(super) fn backed_up_to_close(&mut self, done: Result<(), StoreError>) -> Task<Message> {
        match (done, self.closing) {
            // Closing was given up meanwhile.
            (_, Closing::No) => Task::none(),
            (Ok(()), _) => window_size::place().map(Message::Left),
            (Err(error), _) => {
                self.dialog = Some(Dialog::Closing(Some(error)));
                Task::none()
            }
        }
    }
}

/// The dialog while the last backup is made, or that says why there is none.
pub(super) fn view<'a>(failed: Option<&StoreError>, locale: &Locale) -> Element<'a, Message> {
    let (title, words) = match failed {
        None => ("window-closing-backup", locale.text("window-closing-backup-words")),
        Some(error) => ("window-closing-no-backup", locale.explain(error)),
    };
    let back = button::secondary(None, locale.text("window-closing-back")).on_press(Message::CloseDialog);
    let close = button::primary(None, locale.text("window-closing-now")).on_press(Message::CloseNow);
    let content = column![body(words).width(Length::Fill)].spacing(space::M);
    dialog::dialog(locale.text(title), content, [back.into(), close.into()], Message::CloseDialog)
}
