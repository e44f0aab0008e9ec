//! The backups of the open file: kept by a thread of their own, told at the foot.

use std::path::PathBuf;

use iced::Task;
use iced::futures::channel::mpsc;

use super::data::{self, Data, Source};
use super::job;
use super::message::Message;
use super::screen::Context;
use super::screen::moment;
use super::state::{App, opened};
use super::theme::palette::Tone;
use crate::backup::keeper::Problem;
use crate::backup::place::Concern;
use crate::backup::{Keeper, Reason, State, keeper};
use crate::sentence::{Explain, Sentence};
use crate::store::{Access, CheckReport, StoreError};

/// How it stands with them.
#[derive(Default)]
pub(super) struct Backups {
    keeper: Option<Keeper>,
    state: State,
    /// Another program wrote the file, and that was said.
    told_elsewhere: bool,
    /// A copy was damaged, so the file itself is looked through.
    is_checking: bool,
}

impl Backups {
    /// How it stands, as it was told last.
    pub(super) fn state(&self) -> &State {
        &self.state
    }

    /// Makes a backup; `None` where none are kept.
    pub(super) fn make(&self, reason: Reason) -> Option<Task<Result<(), StoreError>>> {
        let answer = self.keeper.as_ref()?.back_up(reason);
        Some(Task::future(async move {
            // A thread that broke down made none.
            answer.await.unwrap_or(Err(StoreError::Stopped)).map(|_| ())
        }))
    }
}

impl App {
    /// Begins to keep the backups of the file that was opened. One that is only read changes
    /// elsewhere, and is kept there.
    pub(super) fn keep_backups(&mut self) -> Task<Message> {
        self.backups = Backups::default();
        let Some(store) = self.data.store() else { return Task::none() };
        if store.access() == Access::Read || !self.machine.keeps_backups() {
            return Task::none();
        }
        let (tell, told) = mpsc::unbounded();
        // Once the window is gone nobody listens.
        let tell = move || drop(tell.unbounded_send(()));
        let wanted = self.machine.backup_folder.clone();
        self.backups.keeper = Some(Keeper::start(store.path(), wanted, keeper::Pace::default(), tell));
        Task::run(told, |()| Message::BackupsChanged)
    }

    /// It may stand otherwise with the backups; and now and then it is looked whether another
    /// program wrote the file.
    pub(super) fn backups_changed(&mut self) -> Task<Message> {
        let Backups { keeper: Some(keeper), state, .. } = &mut self.backups else { return Task::none() };
        *state = keeper.state();
        let is_damaged = matches!(&state.problem, Some(Problem(StoreError::Corrupt(_))));
        let Some(store) = self.data.store() else { return Task::none() };
        let elsewhere = self.of_file(job::ask(store.was_written_elsewhere()).map(Message::WrittenElsewhere));
        if !is_damaged || self.backups.is_checking {
            return elsewhere;
        }
        let checked = self.of_file(job::ask(store.check()).map(Message::Checked));
        self.backups.is_checking = true;
        Task::batch([elsewhere, checked])
    }

    /// The file was looked through, for a copy of it was damaged. If it is so itself, nothing more
    /// is written to it; what is typed and not saved is kept.
    pub(super) fn checked(&mut self, report: Result<CheckReport, StoreError>) -> Task<Message> {
        self.backups.is_checking = false;
        let found = report.ok().filter(|report| !report.is_whole());
        match (found, self.data.path()) {
            (Some(report), Some(path)) => {
                let (source, finding) = (Source::Remembered(path.to_owned()), report.first());
                self.refuse(source, StoreError::Corrupt(finding.unwrap_or_default()))
            }
            _ => Task::none(),
        }
    }

    /// The clock of the computer shows a time that cannot be: dates and backups go by it.
    pub(super) fn clock_looked_at(&mut self, is_impossible: bool) -> Task<Message> {
        if is_impossible {
            let now = crate::clock::here().strftime("%-d/%-m/%Y %H:%M").to_string();
            return self.fail(&Sentence::new("window-clock-impossible").with("time", now));
        }
        Task::none()
    }

    /// Tells once that another program wrote the file, and shows what it says now.
    pub(super) fn written_elsewhere(&mut self, answer: Result<bool, StoreError>) -> Task<Message> {
        let is_news = matches!(answer, Ok(true)) && !self.backups.told_elsewhere;
        self.backups.told_elsewhere = matches!(answer, Ok(true));
        if !is_news {
            return Task::none();
        }
        self.toasts.show(Tone::Amber, self.locale.text("window-written-elsewhere"), None);
        self.reload()
    }

    /// Makes a backup now.
    pub(super) fn back_up(&mut self, reason: Reason) -> Task<Message> {
        match self.backups.make(reason) {
            Some(made) => made.map(Message::BackedUp),
            None => Task::none(),
        }
    }

    /// A backup that was asked for was made, or not.
    pub(super) fn backed_up(&mut self, done: Result<(), StoreError>) -> Task<Message> {
        let told = self.backups_changed();
        let folder = self.backups.state.folder.clone().unwrap_or_default();
        let said = match done {
            Ok(()) => {
                self.tell(Ok(Sentence::new("window-backed-up").with("folder", folder.display().to_string())))
            }
            Err(error) => self.fail(&error.explain()),
        };
        Task::batch([told, said])
    }

    /// Backups go elsewhere from now on.
    pub(super) fn keep_backups_in(&mut self, folder: Option<PathBuf>) -> Task<Message> {
        self.machine.backup_folder = folder;
        self.machine.save();
        self.keep_backups()
    }

    /// Puts a backup in the place of the open file, or of the one that cannot be opened. The file is
    /// closed before, and kept beside.
    pub(super) fn restore(&mut self, backup: PathBuf) -> Task<Message> {
        self.restore_from(backup, ())
    }

    /// The same; what is held lasts until the backup was read.
    pub(super) fn restore_from<T: Send + 'static>(&mut self, backup: PathBuf, held: T) -> Task<Message> {
        if !self.may_restore() {
            return Task::none();
        }
        let source = match std::mem::replace(&mut self.data, Data::Opening) {
            Data::Open(ready) => Source::Remembered(ready.store.path().to_owned()),
            Data::Refused(refused) => refused.place(),
            Data::Opening => return Task::none(),
        };
        self.dialog = None;
        let folder = self.backups.state.folder.clone();
        self.backups = Backups::default();
        data::restore(source, backup, folder).map(move |answer| {
            let _until_now = &held;
            opened(answer)
        })
    }
}

/// What the foot says of the backups, and in which tone; nothing where none are kept.
pub(super) fn at_the_foot(context: Context<'_>) -> Option<(Tone, String)> {
    let state = context.backups;
    state.folder.as_ref()?;
    let made_at = state.newest.as_ref().map(|newest| newest.about.made_at.as_str());
    // There is room for few words: the day stands only where nothing else is to be said.
    let newest = made_at.map(moment::told);
    Some(match (state, newest) {
        (State { is_at_work: true, .. }, _) => (Tone::Neutral, context.t("window-backing-up")),
        (State { problem: Some(_), .. }, Some(time)) => {
            (Tone::Danger, context.say(&Sentence::new("window-backup-failed-since").with("time", time)))
        }
        (State { problem: Some(_), .. }, None) => (Tone::Danger, context.t("window-backup-failed")),
        (State { out_of_reach: Some(_), .. }, _) => (Tone::Amber, context.t("window-backup-elsewhere")),
        (_, None) => (Tone::Neutral, context.t("window-no-backup-yet")),
        (State { concern: Some(Concern::SameDrive), .. }, Some(time)) => {
            (Tone::Amber, context.say(&Sentence::new("window-backed-up-same-drive").with("time", time)))
        }
        (_, Some(_)) => {
            let time = moment::told_with_day(made_at.unwrap_or_default(), context.locale);
            (Tone::Green, context.say(&Sentence::new("window-backed-up-at").with("time", time)))
        }
    })
}
