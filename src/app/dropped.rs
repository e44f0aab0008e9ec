//! Files that are dropped on the window, wherever.

use std::path::{Path, PathBuf};

use iced::Task;

use super::data::{self, Source};
use super::message::Message;
use super::screen::{Route, receiving, sessions};
use super::shortcut::Heard;
use super::shown::{ScreenMessage, Shown};
use super::state::{self, App, Dialog};
use super::widget::field;
use crate::export::attendance::is_package;
use crate::sentence::Sentence;

impl App {
    /// A data file is opened, a list asks into which session it goes. Of several files, each is dropped
    /// on its own.
    pub(super) fn dropped(&mut self, list: PathBuf) -> Task<Message> {
        if data::is_data_file(&list) {
            return self.open_other(Source::Named(list));
        }
        if let Some(Dialog::NewSession(state)) = &mut self.dialog {
            state.add_list(list);
            return Task::none();
        }
        let Some(can_write) = self.context().map(|context| context.can_write()) else { return Task::none() };
        let refused = match (self.has_dialog(), can_write) {
            (true, _) => Some("dropped-under-dialog"),
            (false, false) => Some("dropped-read-only"),
            (false, true) => None,
        };
        if let Some(refused) = refused {
            return self.fail(&about(refused, &list));
        }
        if let Shown::Session(state) = &self.screen {
            return match state.dropped(list) {
                Some(message) => self.update_screen(ScreenMessage::Session(message)),
                None => Task::none(),
            };
        }
        if is_package(&list) {
            if self.asks_first(Message::Heard(Heard::Dropped(list.clone()))) {
                return Task::none();
            }
            let shown = self.see_surely(Route::Sessions, None);
            let message = sessions::Message::Receiving(receiving::Message::Picked(Some(list)));
            return Task::batch([shown, self.update_screen(ScreenMessage::Sessions(message))]);
        }
        self.ask_new_session(vec![list])
    }

    /// Opens another data file in the place of this one, unless that would lose what is typed here: then it
    /// is asked first.
    pub(super) fn open_other(&mut self, source: Source) -> Task<Message> {
        if self.has_dialog() {
            return self.fail(&about("dropped-under-dialog", source.path()));
        }
        if self.asks_first(Message::Open(source.clone())) {
            return Task::none();
        }
        // What a field holds that was not left yet goes into this file before.
        Task::batch([field::commit_all(Message::Repaint), state::open(source)])
    }
}

/// A sentence about a file, by its name.
fn about(id: &'static str, file: &Path) -> Sentence {
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    Sentence::new(id).with("file", name.into_owned())
}
