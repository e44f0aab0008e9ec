//! The dialogs of the backups, over whatever page is open: the list of them, a copy for a stick, the
//! folder they go to, and what lies on this computer from before.

mod folder;
mod found;
mod list;
mod passphrase;
mod preview;
mod stick;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use iced::{Element, Size, Task};

use super::data::{self, Data};
use super::message;
use super::screen::BackupWish;
use super::state::{App, Dialog};
use crate::locale::Locale;

/// The dialog that is open.
pub(super) enum State {
    /// "Các bản sao lưu".
    List(Box<list::State>),
    /// "Chép sang USB".
    Stick(stick::State),
    /// The folder that was chosen gives reason to ask.
    Folder(folder::State),
    /// "Tìm dữ liệu cũ".
    Found(found::State),
}

/// What happens in one of them.
#[derive(Clone)]
pub enum Message {
    /// One of them is wanted.
    Wish(BackupWish),
    /// In the list.
    List(list::Message),
    /// With the copy.
    Stick(stick::Message),
    /// With the folder.
    Folder(folder::Message),
    /// With what was found.
    Found(found::Message),
}

impl State {
    /// The dialog.
    pub(super) fn view<'a>(&'a self, locale: &'a Locale, size: Size) -> Element<'a, message::Message> {
        let dialog = match self {
            Self::List(list) => list.view(locale, size).map(Message::List),
            Self::Stick(stick) => stick.view(locale).map(Message::Stick),
            Self::Folder(folder) => folder.view(locale).map(Message::Folder),
            Self::Found(found) => found.view(locale, size).map(Message::Found),
        };
        dialog.map(message::Message::BackupDialog)
    }
}

impl App {
    /// Something happens in a dialog of the backups, or one is wanted.
    pub(super) fn update_backup_dialog(&mut self, message: Message) -> Task<message::Message> {
        match message {
            Message::Wish(BackupWish::List) => self.show_backups(None),
            Message::Wish(BackupWish::Stick) => stick::pick(&self.locale).map(wrap(Message::Stick)),
            Message::Wish(BackupWish::Folder) => folder::pick(&self.locale).map(wrap(Message::Folder)),
            Message::Wish(BackupWish::Find) => {
                let (state, task) = found::State::begin();
                self.dialog = Some(Dialog::Backups(Box::new(State::Found(state))));
                task.map(wrap(Message::Found))
            }
            Message::List(message) => self.update_list(message),
            Message::Stick(message) => self.update_stick(message),
            Message::Folder(message) => self.update_folder(message),
            Message::Found(message) => self.update_found(message),
        }
    }

    /// Shows the backups there are, or what is in this one.
    pub(super) fn show_backups(&mut self, chosen: Option<PathBuf>) -> Task<message::Message> {
        let folder = self.backups.state().folder.clone().or_else(|| self.machine.backup_folder.clone());
        let data_file = self.data.path().map(PathBuf::from).unwrap_or_default();
        let (state, task) = list::State::begin(folder, data_file, chosen);
        self.dialog = Some(Dialog::Backups(Box::new(State::List(Box::new(state)))));
        task.map(wrap(Message::List))
    }

    fn update_list(&mut self, message: list::Message) -> Task<message::Message> {
        if matches!(message, list::Message::Close) {
            return self.react(message::Message::CloseDialog);
        }
        if matches!(message, list::Message::Pick) {
            return data::pick_backup(&self.locale)
                .map(|picked| message::Message::BackupDialog(Message::List(list::Message::Picked(picked))));
        }
        let Some(Dialog::Backups(open)) = &mut self.dialog else { return Task::none() };
        let State::List(list) = open.as_mut() else { return Task::none() };
        match list.update(message) {
            list::Action::Run(task) => task.map(wrap(Message::List)),
            list::Action::Restore(chosen) => self.restore_from(chosen.path().to_owned(), chosen.held()),
        }
    }

    fn update_stick(&mut self, message: stick::Message) -> Task<message::Message> {
        let Some(path) = self.data.store().map(|store| store.path().to_owned()) else { return Task::none() };
        match message {
            stick::Message::Picked(Some(folder)) => {
                self.dialog = Some(Dialog::Backups(Box::new(State::Stick(stick::State::new(folder)))));
                return Task::none();
            }
            stick::Message::Close => return self.react(message::Message::CloseDialog),
            stick::Message::Done(Ok(file)) => {
                if let Some(Dialog::Backups(open)) = &self.dialog
                    && matches!(**open, State::Stick(_))
                {
                    self.dialog = None;
                }
                return self.tell(Ok(stick::copied(&file)));
            }
            _ => {}
        }
        let failed = match &message {
            stick::Message::Done(Err(error)) => Some(crate::sentence::Explain::explain(error)),
            _ => None,
        };
        match (&mut self.dialog, failed) {
            (Some(Dialog::Backups(open)), _) if matches!(**open, State::Stick(_)) => {
                let State::Stick(stick) = open.as_mut() else { return Task::none() };
                stick.update(message, path).map(wrap(Message::Stick))
            }
            // The dialog was closed meanwhile.
            (_, Some(reason)) => self.fail(&reason),
            _ => Task::none(),
        }
    }

    fn update_folder(&mut self, message: folder::Message) -> Task<message::Message> {
        let data_file = self.data.path().map(PathBuf::from).unwrap_or_default();
        match message {
            folder::Message::Picked(None) => Task::none(),
            folder::Message::Picked(Some(folder)) => {
                folder::look_at(folder, data_file).map(wrap(Message::Folder))
            }
            folder::Message::Seen(seen) => match folder::State::of(seen) {
                Ok(state) => {
                    self.dialog = Some(Dialog::Backups(Box::new(State::Folder(state))));
                    Task::none()
                }
                Err(folder) => self.keep_backups_in(Some(folder)),
            },
            folder::Message::Use(folder) => {
                self.dialog = None;
                self.keep_backups_in(Some(folder))
            }
            folder::Message::Another => {
                self.dialog = None;
                folder::pick(&self.locale).map(wrap(Message::Folder))
            }
            folder::Message::Close => self.react(message::Message::CloseDialog),
        }
    }

    fn update_found(&mut self, message: found::Message) -> Task<message::Message> {
        let Some(Dialog::Backups(open)) = &mut self.dialog else { return Task::none() };
        let State::Found(found) = open.as_mut() else { return Task::none() };
        match found.update(message) {
            found::Action::Run(task) => task.map(wrap(Message::Found)),
            found::Action::Close => self.react(message::Message::CloseDialog),
            found::Action::Open(path) => {
                self.dialog = None;
                self.react(message::Message::DataFilePicked(Some(path)))
            }
            found::Action::Restore(path) => self.show_backups(Some(path)),
        }
    }

    /// Whether a backup may take the place of what the window has.
    pub(super) fn may_restore(&self) -> bool {
        matches!(self.data, Data::Open(_) | Data::Refused(_))
    }
}

fn wrap<M: Send + 'static>(
    part: impl Fn(M) -> Message + Clone + Send + 'static,
) -> impl Fn(M) -> message::Message + Clone + Send + 'static {
    move |message| message::Message::BackupDialog(part(message))
}
