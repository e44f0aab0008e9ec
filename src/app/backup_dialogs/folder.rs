//! Where backups go: chosen, tried, and asked about where others could read them.

use std::path::PathBuf;

use iced::widget::column;
use iced::{Element, Length, Task};

use crate::app::theme::space;
use crate::app::theme::text::{body, strong};
use crate::app::widget::{button, dialog};
use crate::app::{files, job};
use crate::backup::place::{self, Concern};
use crate::locale::Locale;

/// A folder that was chosen, and what is to be said of it.
pub(in crate::app) struct State {
    folder: PathBuf,
    doubt: Doubt,
}

enum Doubt {
    /// Nothing can be written there.
    NotWritable,
    /// It goes to a computer of others.
    Cloud,
    /// It is on another computer.
    Network,
}

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// A folder was chosen.
    Picked(Option<PathBuf>),
    /// It was looked at.
    Seen(Seen),
    /// It is to be used all the same.
    Use(PathBuf),
    /// Another one is wanted.
    Another,
    /// Nothing is to change.
    Close,
}

/// What was seen of a folder.
#[derive(Debug, Clone)]
pub struct Seen {
    folder: PathBuf,
    may_write: bool,
    concern: Option<Concern>,
}

/// The file dialog for the folder.
pub(super) fn pick(locale: &Locale) -> Task<Message> {
    files::pick_folder(files::folder_dialog(locale.text("backups-pick-folder"))).map(Message::Picked)
}

/// Tries the folder: one on a network may take its time.
pub(super) fn look_at(folder: PathBuf, data_file: PathBuf) -> Task<Message> {
    let chosen = folder.clone();
    let seen = job::blocking(move || {
        let concern = place::concern(&folder, &data_file, &place::drives());
        Seen { may_write: place::may_write(&folder), folder, concern }
    });
    seen.map(move |seen| {
        Message::Seen(seen.unwrap_or(Seen { folder: chosen.clone(), may_write: false, concern: None }))
    })
}

impl State {
    /// What is to be asked of a folder, or the folder if nothing is.
    pub(super) fn of(seen: Seen) -> Result<Self, PathBuf> {
        let doubt = match (seen.may_write, seen.concern) {
            (false, _) => Doubt::NotWritable,
            (true, Some(Concern::Cloud)) => Doubt::Cloud,
            (true, Some(Concern::Network)) => Doubt::Network,
            (true, _) => return Err(seen.folder),
        };
        Ok(Self { folder: seen.folder, doubt })
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        let t = |id: &str| locale.text(id);
        let (title, words, usable) = match self.doubt {
            Doubt::NotWritable => ("backups-folder-refused", "backups-folder-refused-words", false),
            Doubt::Cloud => ("backups-folder-cloud", "backups-folder-cloud-words", true),
            Doubt::Network => ("backups-folder-network", "backups-folder-network-words", true),
        };
        let content = column![
            strong(self.folder.display().to_string()).width(Length::Fill),
            body(t(words)).width(Length::Fill)
        ]
        .spacing(space::M);
        let another = button::primary(None, t("backups-folder-another"))
            .id("folder-another")
            .on_press(Message::Another);
        let rest = match usable {
            true => button::secondary(None, t("backups-folder-use"))
                .id("folder-use")
                .on_press(Message::Use(self.folder.clone())),
            false => button::secondary(None, t("window-cancel")).on_press(Message::Close),
        };
        dialog::dialog(t(title), content, [rest.into(), another.into()], Message::Close)
    }
}
