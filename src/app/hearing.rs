//! What the window hears: keys, files that are dropped, its size, its end.

use iced::Task;

use super::closing::Closing;
use super::leaving::Leaving;
use super::message::Message;
use super::shortcut::{Heard, Shortcut};
use super::state::{App, SOON};
use super::theme::palette::Tone;
use super::widget::{field, search};
use super::work::Direction;
use super::{files, job, window_size};

impl App {
    /// Takes in what was heard.
    pub(super) fn hear(&mut self, heard: Heard) -> Task<Message> {
        match heard {
            Heard::Shortcut(shortcut) => self.shortcut(shortcut),
            Heard::Resized(size) => {
                self.size = size;
                window_size::measure(size, self.scale_factor()).map(Message::Measured)
            }
            Heard::Dropped(path) => self.dropped(path),
            Heard::CloseRequested => {
                self.closing = Closing::Asked;
                self.close_if_done()
            }
            Heard::Terminated => {
                self.closing = Closing::Told { left: 25 };
                field::commit_all(Message::Leave)
            }
        }
    }

    pub(super) fn shortcut(&mut self, shortcut: Shortcut) -> Task<Message> {
        match shortcut {
            Shortcut::Help => return self.help(),
            // A question stands over the guide.
            Shortcut::Escape if self.leaving.is_none() && self.guide.take().is_some() => return Task::none(),
            _ => {}
        }
        if shortcut == Shortcut::Escape && self.leaving.is_some() {
            return self.react(Message::Stay);
        }
        if shortcut == Shortcut::Escape && self.typed.is_some() {
            return self.react(Message::Path(files::typed::Message::Close));
        }
        if shortcut == Shortcut::Escape && self.dialog.is_some() {
            return self.react(Message::CloseDialog);
        }
        if shortcut == Shortcut::Escape && self.screen.closing_loses() && !self.has_dialog() {
            return self.react(Message::AskToDiscard(Leaving::Form));
        }
        // Under a dialog, only what belongs to the dialog works.
        if self.has_dialog() && shortcut != Shortcut::Escape {
            return Task::none();
        }
        if let Some(message) = self.screen.shortcut(shortcut) {
            return self.update_screen(message);
        }
        match shortcut {
            Shortcut::Find => iced::widget::operation::focus(search::ID),
            Shortcut::Everywhere => self.search_everywhere(),
            Shortcut::Undo => self.turn(Direction::Undo, None),
            Shortcut::Redo => self.turn(Direction::Redo, None),
            Shortcut::Save => self.say_saved(),
            Shortcut::Paste => {
                self.toasts.show(Tone::Amber, self.locale.text("window-paste-where"), None);
                Task::none()
            }
            Shortcut::New
            | Shortcut::Print
            | Shortcut::Open
            | Shortcut::Delete
            | Shortcut::Up
            | Shortcut::Down
            | Shortcut::Function(_)
            | Shortcut::Letter(_)
            | Shortcut::Before
            | Shortcut::Menu
            | Shortcut::Help
            | Shortcut::Escape => Task::none(),
        }
    }

    /// Ctrl+S: says that nothing needs saving, or what is not saved. What the same key has just sent is answered first.
    fn say_saved(&mut self) -> Task<Message> {
        if self.work.is_writing() {
            let again = Message::Heard(Heard::Shortcut(Shortcut::Save));
            return job::pause(SOON).map(move |()| again.clone());
        }
        if !self.drafts.unsaved().is_empty() {
            return self.react(Message::ShowUnsaved);
        }
        let (tone, words) = match self.screen.has_unsaid() || self.screen.is_importing() {
            true => (Tone::Amber, "window-saved-but-form"),
            false => (Tone::Green, "window-saved-already"),
        };
        self.toasts.show(tone, self.locale.text(words), None);
        Task::none()
    }
}
