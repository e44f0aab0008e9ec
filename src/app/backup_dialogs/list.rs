//! "Các bản sao lưu": the backups there are, what is in one, and the way back to it.

mod view;

pub(super) use view::{in_bytes, in_it};

use std::path::{Path, PathBuf};

use iced::Task;

use super::passphrase;
use super::preview::{self, Chosen, Preview};
use crate::app::job;
use crate::app::system::show;
use crate::app::widget::table::Selection;
use crate::backup::stick::{self, NotOpened};
use crate::backup::{Entry, catalogue, holding};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// What is on show.
pub(in crate::app) struct State {
    folder: Option<PathBuf>,
    data_file: PathBuf,
    /// The newest first; not known yet at first.
    entries: Option<Vec<Entry>>,
    selection: Selection,
    stage: Stage,
    /// What went wrong last.
    refused: Option<Sentence>,
}

enum Stage {
    /// The list.
    All,
    /// A locked copy was chosen: its passphrase is asked for.
    Locked { file: PathBuf, typed: String, shown: bool, is_busy: bool },
    /// One was chosen.
    One { chosen: Chosen, seen: Seen, is_sure: bool },
    /// This one is to be deleted, if that is meant.
    Delete(Entry),
}

enum Seen {
    /// It is being looked into.
    Looking,
    /// What is in it.
    Preview(Preview),
    /// It cannot be read.
    Not(StoreError),
}

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// The backups arrived.
    Listed(Vec<Entry>),
    /// A row was selected.
    Selected(Selection),
    /// The backup of a row was chosen.
    Opened(usize),
    /// A file is to be chosen.
    Pick,
    /// It was.
    Picked(Option<PathBuf>),
    /// A passphrase is typed.
    Typed(String),
    /// It is to be seen, or not.
    Shown(bool),
    /// The locked copy is to be opened.
    Unlock,
    /// It was, or not.
    Unlocked(Result<ChosenBackup, Sentence>),
    /// One was looked into.
    Seen(Result<SeenBackup, StoreError>),
    /// The one on show is to take the place of the data file.
    Restore,
    /// The selected one is to be deleted.
    AskDelete,
    /// That was meant.
    Delete,
    /// It was, or not.
    Deleted(Result<(), StoreError>),
    /// The folder is to be opened.
    OpenFolder,
    /// It was, or not.
    FolderOpened(bool),
    /// Back to the list.
    Back,
    /// The dialog closes.
    Close,
}

/// A backup that was chosen.
#[derive(Clone)]
pub struct ChosenBackup(Chosen);

/// What was seen of a backup.
#[derive(Clone)]
pub struct SeenBackup(Box<Preview>);

/// What the window does.
pub(super) enum Action {
    /// Work to be done.
    Run(Task<Message>),
    /// This backup takes the place of the data file.
    Restore(Chosen),
}

impl State {
    /// The backups in a folder; or at once what is in this one.
    pub(super) fn begin(
        folder: Option<PathBuf>,
        data_file: PathBuf,
        chosen: Option<PathBuf>,
    ) -> (Self, Task<Message>) {
        let list = list(folder.clone());
        let selection = Selection::one(0);
        let mut state =
            Self { folder, data_file, entries: None, selection, stage: Stage::All, refused: None };
        let opened = chosen.map_or_else(Task::none, |path| state.choose(path));
        (state, Task::batch([list, opened]))
    }

    /// Takes in a message.
    pub(super) fn update(&mut self, message: Message) -> Action {
        match self.react(message) {
            Some(action) => action,
            None => Action::Run(Task::none()),
        }
    }

    fn react(&mut self, message: Message) -> Option<Action> {
        match message {
            Message::Listed(entries) => {
                self.entries = Some(entries);
                return Some(Action::Run(iced::widget::operation::focus(view::LIST)));
            }
            Message::Selected(selection) => {
                self.selection = selection.cursor().map(Selection::one).unwrap_or_default();
            }
            Message::Opened(row) => {
                let path = self.entries.as_ref()?.get(row)?.path.clone();
                self.selection = Selection::one(row);
                return Some(Action::Run(self.choose(path)));
            }
            Message::Picked(path) => return Some(Action::Run(self.choose(path?))),
            Message::Typed(text) => {
                if let Stage::Locked { typed, .. } = &mut self.stage {
                    *typed = text;
                    self.refused = None;
                }
            }
            Message::Shown(wish) => {
                if let Stage::Locked { shown, .. } = &mut self.stage {
                    *shown = wish;
                }
            }
            Message::Unlock => return self.unlock(),
            Message::Unlocked(Ok(ChosenBackup(chosen))) => return Some(Action::Run(self.show(chosen))),
            Message::Unlocked(Err(reason)) => {
                self.refused = Some(reason);
                if let Stage::Locked { is_busy, .. } = &mut self.stage {
                    *is_busy = false;
                }
            }
            Message::Seen(answer) => {
                if let Stage::One { seen, .. } = &mut self.stage {
                    *seen = match answer {
                        Ok(SeenBackup(preview)) => Seen::Preview(*preview),
                        Err(error) => Seen::Not(error),
                    };
                }
            }
            Message::Restore => {
                let Stage::One { chosen, seen: Seen::Preview(_), is_sure } = &mut self.stage else {
                    return None;
                };
                if *is_sure {
                    return Some(Action::Restore(chosen.clone()));
                }
                *is_sure = true;
            }
            Message::AskDelete => self.stage = Stage::Delete(self.selected()?.clone()),
            Message::Delete => {
                let Stage::Delete(entry) = &self.stage else { return None };
                let path = entry.path.clone();
                return Some(Action::Run(
                    job::blocking_store(move || holding::delete(&path)).map(Message::Deleted),
                ));
            }
            Message::Deleted(done) => {
                self.stage = Stage::All;
                self.refused = done.err().map(|error| error.explain());
                return Some(Action::Run(list(self.folder.clone())));
            }
            Message::OpenFolder => {
                let folder = self.folder.clone()?;
                let opened = job::blocking(move || show(&folder).is_ok());
                return Some(Action::Run(opened.map(|done| Message::FolderOpened(done == Some(true)))));
            }
            Message::FolderOpened(done) => {
                self.refused = (!done).then(|| Sentence::new("backups-folder-not-opened"));
            }
            Message::Back => {
                self.stage = Stage::All;
                self.refused = None;
            }
            Message::Pick | Message::Close => {}
        }
        None
    }

    fn selected(&self) -> Option<&Entry> {
        self.entries.as_ref()?.get(self.selection.cursor()?)
    }

    fn choose(&mut self, path: PathBuf) -> Task<Message> {
        if stick::is_locked(&path) {
            self.refused = None;
            self.stage = Stage::Locked { file: path, typed: String::new(), shown: false, is_busy: false };
            return iced::widget::operation::focus(view::PASSPHRASE);
        }
        self.show(Chosen::File(path))
    }

    fn show(&mut self, chosen: Chosen) -> Task<Message> {
        self.refused = None;
        self.stage = Stage::One { chosen: chosen.clone(), seen: Seen::Looking, is_sure: false };
        let data_file = self.data_file.clone();
        job::blocking_store(move || preview::look(&chosen, &data_file))
            .map(|seen| Message::Seen(seen.map(|seen| SeenBackup(Box::new(seen)))))
    }

    fn unlock(&mut self) -> Option<Action> {
        let Stage::Locked { file, typed, is_busy, .. } = &mut self.stage else { return None };
        if *is_busy || typed.is_empty() {
            return None;
        }
        *is_busy = true;
        self.refused = None;
        let (file, secret) = (file.clone(), passphrase::secret(typed));
        let unlocked = job::blocking(move || {
            preview::unlock(&file, secret).map(ChosenBackup).map_err(|error| why_not(&file, &error))
        });
        let failed = || Err(Sentence::new("window-job-failed"));
        Some(Action::Run(unlocked.map(move |done| Message::Unlocked(done.unwrap_or_else(failed)))))
    }
}

fn why_not(file: &Path, error: &NotOpened) -> Sentence {
    match error {
        NotOpened::WrongPassphrase => Sentence::new("backups-passphrase-wrong"),
        NotOpened::Damaged => {
            Sentence::new("backups-locked-damaged").with("file", file.display().to_string())
        }
        NotOpened::Store(error) => error.explain(),
    }
}

fn list(folder: Option<PathBuf>) -> Task<Message> {
    let listed = job::blocking(move || folder.map(|folder| catalogue::list(&folder, None)));
    listed.map(|entries| Message::Listed(entries.flatten().unwrap_or_default()))
}
