//! "Chép sang USB": a copy in a folder, with a passphrase or without.

use std::path::{Path, PathBuf};

use iced::widget::column;
use iced::{Element, Length, Task};

use super::passphrase;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::{button, dialog};
use crate::app::{files, job};
use crate::backup::{place, stick};
use crate::locale::Locale;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// What is chosen so far.
pub(in crate::app) struct State {
    folder: PathBuf,
    locked: bool,
    typed: String,
    again: String,
    shown: bool,
    is_busy: bool,
    refused: Option<Sentence>,
}

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// A folder was chosen.
    Picked(Option<PathBuf>),
    /// With a passphrase, or without.
    Locked(bool),
    /// The passphrase is typed.
    Typed(String),
    /// It is typed once more.
    Again(String),
    /// It is to be seen, or not.
    Shown(bool),
    /// The copy is to be made.
    Copy,
    /// It was made, or not.
    Done(Result<PathBuf, StoreError>),
    /// The dialog closes.
    Close,
}

/// The file dialog for the folder; it begins on a stick, if there is one.
pub(super) fn pick(locale: &Locale) -> Task<Message> {
    let title = locale.text("backups-pick-stick");
    // Drives that do not answer are waited for elsewhere.
    job::blocking(place::removable).then(move |stick| {
        let dialog = files::folder_dialog(title.clone());
        let dialog = match stick.flatten() {
            Some(stick) => dialog.set_directory(stick),
            None => dialog,
        };
        files::pick_folder(dialog).map(Message::Picked)
    })
}

/// What is said of a copy that was made.
pub(super) fn copied(file: &Path) -> Sentence {
    Sentence::new("backups-copied").with("file", file.display().to_string())
}

impl State {
    /// A copy for this folder.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            locked: true,
            typed: String::new(),
            again: String::new(),
            shown: false,
            is_busy: false,
            refused: None,
        }
    }

    /// Takes in a message; the copy is one of this data file.
    pub(super) fn update(&mut self, message: Message, data_file: PathBuf) -> Task<Message> {
        self.refused = None;
        match message {
            Message::Locked(locked) => self.locked = locked,
            Message::Typed(typed) => self.typed = typed,
            Message::Again(again) => self.again = again,
            Message::Shown(shown) => self.shown = shown,
            Message::Copy if self.is_busy => {}
            Message::Copy => match self.mistake() {
                Some(mistake) => self.refused = Some(Sentence::new(mistake)),
                None => {
                    self.is_busy = true;
                    let secret = self.locked.then(|| passphrase::secret(&self.typed));
                    let folder = self.folder.clone();
                    let copied = job::blocking_store(move || stick::copy_to(&data_file, &folder, secret));
                    return copied.map(Message::Done);
                }
            },
            Message::Done(Err(error)) => {
                self.is_busy = false;
                self.refused = Some(error.explain());
            }
            Message::Picked(_) | Message::Done(Ok(_)) | Message::Close => {}
        }
        Task::none()
    }

    fn mistake(&self) -> Option<&'static str> {
        match self.locked {
            false => None,
            true if self.typed.chars().count() < passphrase::LEAST => Some("backups-passphrase-short"),
            true if self.typed != self.again => Some("backups-passphrase-differs"),
            true => None,
        }
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let t = |id: &str| locale.text(id);
        let fields = self.locked.then(|| {
            let typed = (self.typed.as_str(), self.shown);
            let again = (self.again.as_str(), self.shown);
            column![
                passphrase::field(
                    t("backups-passphrase"),
                    "stick-passphrase",
                    typed,
                    Message::Typed,
                    Message::Copy
                ),
                passphrase::field(
                    t("backups-passphrase-again"),
                    "stick-again",
                    again,
                    Message::Again,
                    Message::Copy
                ),
                checkbox(self.shown, t("backups-passphrase-show"), Message::Shown),
                small(t("backups-passphrase-warning")).width(Length::Fill),
            ]
            .spacing(space::M)
        });
        let open = (!self.locked).then(|| small(t("backups-stick-open")).width(Length::Fill));
        let refused = self.refused.as_ref().map(|reason| {
            plain(locale.say(reason), Role::Body).color(Tone::Danger.strong()).width(Length::Fill)
        });
        let busy = self.is_busy.then(|| body(t("backups-copying")).width(Length::Fill));
        let target = Sentence::new("backups-stick-to").with("folder", self.folder.display().to_string());
        let content = column![
            body(locale.say(&target)).width(Length::Fill),
            checkbox(self.locked, t("backups-stick-locked"), Message::Locked),
        ]
        .push(fields)
        .push(open)
        .push(busy)
        .push(refused)
        .spacing(space::M);
        let actions = [
            button::secondary(None, t("window-cancel")).on_press(Message::Close).into(),
            button::primary(None, t("backups-copy"))
                .id("stick-copy")
                .on_press_maybe((!self.is_busy).then_some(Message::Copy))
                .into(),
        ];
        dialog::dialog(t("backups-stick"), content, actions, Message::Close)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_passphrase_and_two_that_differ_are_refused() {
        let mut state = State::new("/".into());
        let tell = |state: &mut State, message| drop(state.update(message, "/a.taphuan".into()));
        for (typed, again, refused) in [
            ("ngắn", "ngắn", Some("backups-passphrase-short")),
            ("đủ dài rồi", "đủ dài rôi", Some("backups-passphrase-differs")),
            ("đủ dài rồi", "đủ dài rồi", None),
        ] {
            tell(&mut state, Message::Typed(typed.into()));
            tell(&mut state, Message::Again(again.into()));
            tell(&mut state, Message::Copy);
            assert_eq!(state.refused, refused.map(Sentence::new));
            assert_eq!(state.is_busy, refused.is_none());
        }
    }
}
