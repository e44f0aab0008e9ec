//! Files that are dropped on the window, wherever.

use std::path::PathBuf;

use iced::Task;

use super::data::{self, Source};
use super::message::Message;
use super::screen::{Route, receiving, sessions};
use super::shown::{ScreenMessage, Shown};
use super::state::{self, App, Dialog};
use crate::export::attendance::is_package;
use crate::sentence::Sentence;

impl App {
    /// A data file is opened, a list asks into which session it goes. Of several files, each is dropped
    /// on its own.
    pub(super) fn dropped(&mut self, list: PathBuf) -> Task<Message> {
        if data::is_data_file(&list) {
            return state::open(Source::Named(list));
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
            let name = list.file_name().unwrap_or(list.as_os_str()).to_string_lossy();
            return self.fail(&Sentence::new(refused).with("file", name.into_owned()));
        }
        if let Shown::Session(state) = &self.screen {
            return match state.dropped(list) {
                Some(message) => self.update_screen(ScreenMessage::Session(message)),
                None => Task::none(),
            };
        }
        if is_package(&list) {
            let shown = self.go(Route::Sessions);
            let message = sessions::Message::Receiving(receiving::Message::Picked(Some(list)));
            return Task::batch([shown, self.update_screen(ScreenMessage::Sessions(message))]);
        }
        self.ask_new_session(vec![list])
    }
}
