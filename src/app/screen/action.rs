//! What a screen wants done after a message.

use std::path::PathBuf;

use iced::Task;

use super::{Goal, Route};
use crate::app::job::{self, Told};
use crate::app::machine::ColumnWish;
use crate::domain::id::OperationId;
use crate::locale::Language;
use crate::sentence::Sentence;
use crate::store::{Done, Pending, Result, Writing};

/// A dialog of the backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupWish {
    /// The backups there are.
    List,
    /// A copy for a stick.
    Stick,
    /// Another folder for them.
    Folder,
    /// What lies on this computer from before.
    Find,
}

/// What a screen wants done after a message.
pub enum Action<M> {
    /// Nothing more.
    None,
    /// A question to the data file: see [`Action::ask`].
    Ask(Task<M>),
    /// Something else whose outcome comes back to the screen as a message, and matters to
    /// nobody once the screen was left: the focus, a file dialog, what is to be drawn.
    Run(Task<M>),
    /// Long work beside the data file, such as a paper saved: its end is told also when the
    /// screen was left.
    Work(Task<Finished<M>>),
    /// A change of the data: see [`Action::write`], [`Action::save`] and their like.
    Write(Task<Written<M>>),
    /// What the field of this key committed cannot be taken, for this reason: it stands there
    /// with it.
    Refuse(String, Sentence),
    /// What the field of this key committed changes nothing: there is nothing to write.
    Unchanged(String),
    /// The form on the page is to close, and what was typed in it is kept nowhere else: it is asked first.
    AskToDiscard,
    /// Another screen.
    Go(Route),
    /// A toast with good news.
    Say(Sentence),
    /// A toast with what failed and its cure.
    Fail(Sentence),
    /// The dialog for a new session.
    NewSession,
    /// The file dialog, then the import of the chosen list.
    PickList,
    /// The five sample sessions.
    PlantSamples,
    /// The file dialog for another data file.
    PickDataFile,
    /// Another language, kept on this computer.
    Language(Language),
    /// Another text size in percent, kept on this computer.
    TextSize(u16),
    /// What is wanted of a column of a table, kept on this computer.
    Column(ColumnWish),
    /// Another name of this computer, kept on it.
    ComputerName(String),
    /// Papers are saved in this folder now, kept on this computer.
    PapersFolder(PathBuf),
    /// The same, after a backup of what there was before.
    WriteAfterBackup(Task<Written<M>>),
    /// A backup now.
    BackUp,
    /// Backups are kept in this folder from now on, or in the usual one.
    BackupFolder(Option<PathBuf>),
    /// A dialog of the backups.
    Backups(BackupWish),
    /// A backup takes the place of the data file, which is kept.
    Restore(PathBuf),
    /// Several, in order.
    All(Vec<Action<M>>),
}

/// How a change of the data went.
#[derive(Clone)]
pub struct Written<M> {
    /// What the screen hears, if it is still on show.
    pub(in crate::app) message: Option<M>,
    /// What the change did, or why it was refused.
    pub(in crate::app) done: Result<Done<()>>,
    /// Who tells it.
    pub(in crate::app) telling: Telling,
}

impl<M> Written<M> {
    fn map<N>(self, wrap: impl Fn(M) -> N) -> Written<N> {
        Written { message: self.message.map(wrap), done: self.done, telling: self.telling }
    }
}

/// Who tells how a change went.
#[derive(Clone)]
pub(in crate::app) enum Telling {
    /// A toast: the step in the words of the history, with "Hoàn tác", or that nothing
    /// changed, or the refusal.
    Toast,
    /// A toast in these words, with "Hoàn tác" if there was a step.
    Words(Sentence),
    /// The same, with "Xem", which leads there, if there is something to see.
    Seen(Sentence, Option<Goal>),
    /// A toast in these words: a change that was made only in part.
    Failed(Sentence),
    /// A toast, but for a refusal, which the screen shows itself while it is on show.
    Form,
    /// The screen; a refusal is a toast when it was left.
    Screen,
    /// Nobody; a refusal stands in the field of this key.
    Field(String),
    /// Nobody; a refusal is a toast.
    Silent,
}

/// How long work went.
#[derive(Clone)]
pub struct Finished<M> {
    /// What the screen hears, if it is still on show.
    pub(in crate::app) message: M,
    /// What is told when it is not.
    pub(in crate::app) told: Told,
}

impl<M: Send + 'static> Action<M> {
    /// A question to the data file. Its answer is dropped when the screen was left; when a
    /// change was sent since, the screen is loaded again instead.
    pub fn ask<T: Send + 'static>(
        pending: Pending<T>,
        answered: impl FnOnce(Result<T>) -> M + Send + 'static,
    ) -> Self {
        Self::Ask(asked(pending, answered))
    }

    /// A question that a button asks and that no later loading of the screen asks again: its answer arrives also when a
    /// change was sent since, so that the button does what it says. What it shows is checked again by who writes.
    pub fn ask_once<T: Send + 'static>(
        pending: Pending<T>,
        answered: impl FnOnce(Result<T>) -> M + Send + 'static,
    ) -> Self {
        Self::Run(asked(pending, answered))
    }

    /// A change that the user asked for with a button: a toast names it and
    /// offers "Hoàn tác"; a refusal is told in a toast, too.
    pub fn write<T: Send + 'static>(
        writing: Writing<T>,
        done: impl FnOnce(T) -> Option<M> + Send + 'static,
    ) -> Self {
        Self::written(job::write(writing), |answer| match answer {
            Ok(value) => (done(value), Telling::Toast),
            Err(_) => (None, Telling::Toast),
        })
    }

    /// The same for a change made by longer work, told in words of its own where the value
    /// says more than the history does.
    pub fn write_task<T: Send + 'static>(
        writing: Task<Result<Done<T>>>,
        done: impl FnOnce(Result<T>) -> (Option<M>, Option<Sentence>) + Send + 'static,
    ) -> Self {
        Self::written(writing, |answer| {
            let (message, words) = done(answer);
            (message, words.map_or(Telling::Toast, Telling::Words))
        })
    }

    /// The same, where the words lead to what came of it.
    pub fn write_seen<T: Send + 'static>(
        writing: Task<Result<Done<T>>>,
        done: impl FnOnce(Result<T>) -> (Option<M>, Option<(Sentence, Option<Goal>)>) + Send + 'static,
    ) -> Self {
        Self::written(writing, |answer| match done(answer) {
            (message, Some((words, goal))) => (message, Telling::Seen(words, goal)),
            (message, None) => (message, Telling::Toast),
        })
    }

    /// The same where the change may have been made only in part, which is told as what failed.
    pub fn write_told<T: Send + 'static>(
        writing: Task<Result<Done<T>>>,
        done: impl FnOnce(Result<T>) -> (Option<M>, Option<Told>) + Send + 'static,
    ) -> Self {
        Self::written(writing, |answer| match done(answer) {
            (message, Some(Ok(words))) => (message, Telling::Words(words)),
            (message, Some(Err(reason))) => (message, Telling::Failed(reason)),
            (message, None) => (message, Telling::Toast),
        })
    }

    /// A change that ends a form: a toast names it; the screen hears the answer and shows a
    /// refusal beside the form.
    pub fn submit<T: Send + 'static>(
        writing: Writing<T>,
        answered: impl FnOnce(Result<T>) -> M + Send + 'static,
    ) -> Self {
        Self::written(job::write(writing), |answer| (Some(answered(answer)), Telling::Form))
    }

    /// A fact, which is no step: the screen hears the answer and tells it itself, whatever it is.
    pub fn record<T: Send + 'static>(
        writing: Writing<T>,
        answered: impl FnOnce(Result<T>) -> M + Send + 'static,
    ) -> Self {
        Self::written(job::write(writing), |answer| (Some(answered(answer)), Telling::Screen))
    }

    /// The same for what is a step, by which the screen can take it back: none where nothing changed.
    pub fn record_step(
        writing: Writing<()>,
        answered: impl FnOnce(Result<Option<OperationId>>) -> M + Send + 'static,
    ) -> Self {
        let with_step = |answer: Result<Done<()>>| {
            answer.map(|done| {
                let step = done.step.as_ref().map(|step| step.id);
                done.map(|()| step)
            })
        };
        Self::written(job::write(writing).map(with_step), |answer| (Some(answered(answer)), Telling::Screen))
    }

    /// What a field commits: saved without a word. A refusal stands in the field of this
    /// key ([`Field::in_drafts`](crate::app::widget::field::Field::in_drafts)).
    pub fn save<T: Send + 'static>(key: impl Into<String>, writing: Writing<T>) -> Self {
        let key = key.into();
        Self::written(job::write(writing), |_| (None, Telling::Field(key)))
    }

    /// Long work that tells how it went.
    pub fn work(task: Task<Told>, answered: impl Fn(Told) -> M + Send + 'static) -> Self {
        Self::Work(task.map(move |told| Finished { message: answered(told.clone()), told }))
    }

    /// What the program notes by itself: only a failure is told.
    pub fn note<T: Send + 'static>(writing: Writing<T>) -> Self {
        Self::written(job::write(writing), |_| (None, Telling::Silent))
    }

    fn written<T: Send + 'static>(
        task: Task<Result<Done<T>>>,
        answered: impl FnOnce(Result<T>) -> (Option<M>, Telling) + Send + 'static,
    ) -> Self {
        let mut answered = Some(answered);
        Self::Write(task.then(move |answer| {
            let Some(answered) = answered.take() else { return Task::none() };
            let (done, value) = match answer {
                Ok(Done { value, step, touched }) => (Ok(Done { value: (), step, touched }), Ok(value)),
                Err(error) => (Err(error.clone()), Err(error)),
            };
            let (message, telling) = answered(value);
            Task::done(Written { message, done, telling })
        }))
    }

    /// A change after which much is not as before: a backup is made first, where they are kept.
    #[must_use]
    pub fn after_backup(self) -> Self {
        match self {
            Self::Write(task) => Self::WriteAfterBackup(task),
            other => other,
        }
    }

    /// The same action in the messages of what the screen stands in.
    pub fn map<N: Send + 'static>(self, wrap: impl Fn(M) -> N + Clone + Send + 'static) -> Action<N> {
        match self {
            Self::None => Action::None,
            Self::Ask(task) => Action::Ask(task.map(wrap)),
            Self::Run(task) => Action::Run(task.map(wrap)),
            Self::Work(task) => Action::Work(
                task.map(move |finished| Finished { message: wrap(finished.message), told: finished.told }),
            ),
            Self::Write(task) => Action::Write(task.map(move |written| written.map(&wrap))),
            Self::Refuse(key, reason) => Action::Refuse(key, reason),
            Self::Unchanged(key) => Action::Unchanged(key),
            Self::AskToDiscard => Action::AskToDiscard,
            Self::Go(place) => Action::Go(place),
            Self::Say(sentence) => Action::Say(sentence),
            Self::Fail(sentence) => Action::Fail(sentence),
            Self::NewSession => Action::NewSession,
            Self::PickList => Action::PickList,
            Self::PlantSamples => Action::PlantSamples,
            Self::PickDataFile => Action::PickDataFile,
            Self::Language(language) => Action::Language(language),
            Self::TextSize(percent) => Action::TextSize(percent),
            Self::Column(wish) => Action::Column(wish),
            Self::ComputerName(name) => Action::ComputerName(name),
            Self::PapersFolder(folder) => Action::PapersFolder(folder),
            Self::WriteAfterBackup(task) => {
                Action::WriteAfterBackup(task.map(move |written| written.map(&wrap)))
            }
            Self::BackUp => Action::BackUp,
            Self::BackupFolder(folder) => Action::BackupFolder(folder),
            Self::Backups(wish) => Action::Backups(wish),
            Self::Restore(backup) => Action::Restore(backup),
            Self::All(all) => Action::All(all.into_iter().map(|one| one.map(wrap.clone())).collect()),
        }
    }
}

/// The answer to a question, as a message.
fn asked<T: Send + 'static, M: Send + 'static>(
    pending: Pending<T>,
    answered: impl FnOnce(Result<T>) -> M + Send + 'static,
) -> Task<M> {
    let mut answered = Some(answered);
    job::ask(pending).then(move |answer| match answered.take() {
        Some(answered) => Task::done(answered(answer)),
        None => Task::none(),
    })
}
