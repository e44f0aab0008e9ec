//! The dialog in which attendance of another computer comes in: what a package or a form would bring, before anything
//! is written.

use std::path::{Path, PathBuf};

use iced::widget::column;
use iced::{Element, Task};

use super::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, small, styled};
use crate::app::widget::{button, dialog};
use crate::app::{files, job};
use crate::domain::attendance::exchange::{Added, Differing, Incoming, Manner, Received};
use crate::domain::attendance::{AttendanceStatus, package};
use crate::domain::session::SessionKind;
use crate::intake::mark_form;
use crate::sentence::{Explain, Sentence};
use crate::store::{Store, StoreError};

/// Lines of one kind that are shown before "and so many more".
const SHOWN: usize = 6;

/// The dialog while it is open.
pub struct State {
    /// Where it stands.
    path: PathBuf,
    /// The name of the file.
    file: String,
    found: Found,
    /// It is being taken in.
    busy: bool,
}

/// What the file is.
enum Found {
    /// It is being read and compared.
    Reading,
    /// It would bring this.
    Bringing(Box<(Incoming, Received)>),
    /// It cannot be taken in.
    Refused(Sentence),
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// The file dialog asks which file.
    Pick,
    /// It was chosen.
    Picked(Option<PathBuf>),
    /// This file was read and compared, or why not.
    Compared(PathBuf, Result<Box<(Incoming, Received)>, Sentence>),
    /// It is to be taken in.
    Take,
    /// It was, or why not.
    Taken(Result<Box<Received>, StoreError>),
    /// The dialog closes.
    Close,
}

/// What the screen does after a message.
pub enum Answer {
    /// The dialog stays.
    Stay(Action<Message>),
    /// It closes without anything taken in.
    Close,
    /// It closes, and this came in.
    Done(Box<Received>),
}

/// Asks which file.
pub fn pick(context: Context<'_>) -> Action<Message> {
    let endings = [package::ENDING, "xlsx", "xls", "ods"];
    let dialog = files::dialog(context.t("exchange-receive-title"), context.t("exchange-files"), &endings);
    let dialog = dialog.set_directory(context.machine.folder_for_papers());
    Action::Run(files::pick(dialog).map(Message::Picked))
}

impl State {
    /// Opens the dialog on a file, and reads it.
    pub fn open(path: PathBuf, context: Context<'_>) -> (Self, Action<Message>) {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let (store, manner) = (context.store.clone(), manner(context));
        let (known, of) = (path.clone(), path.clone());
        let work = job::blocking(move || compare(&store, &path, manner));
        let compared: Task<Message> = work.map(move |compared| {
            let failed = || Err(Sentence::new("window-job-failed"));
            Message::Compared(of.clone(), compared.unwrap_or_else(failed))
        });
        (Self { path: known, file, found: Found::Reading, busy: false }, Action::Run(compared))
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Answer {
        match message {
            // Of a file that was looked at before.
            Message::Compared(path, _) if path != self.path => {}
            Message::Compared(_, Ok(bringing)) => self.found = Found::Bringing(bringing),
            Message::Compared(_, Err(reason)) => self.found = Found::Refused(reason),
            Message::Take if !self.busy && context.can_write() => {
                let Found::Bringing(bringing) = &self.found else { return Answer::Stay(Action::None) };
                self.busy = true;
                let writing = context.store.receive_marks(bringing.0.clone(), manner(context));
                let record = Action::record(writing, |answer| Message::Taken(answer.map(Box::new)));
                return Answer::Stay(record);
            }
            Message::Taken(Ok(received)) => return Answer::Done(received),
            Message::Taken(Err(error)) => {
                self.busy = false;
                self.found = Found::Refused(error.explain());
            }
            // It stays until it is known what came in.
            Message::Close if self.busy => {}
            Message::Close => return Answer::Close,
            Message::Take | Message::Pick | Message::Picked(_) => {}
        }
        Answer::Stay(Action::None)
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let file = Sentence::new("exchange-file").with("file", self.file.as_str());
        let content = column![small(context.say(&file))].spacing(space::M);
        let (content, ready) = match &self.found {
            Found::Reading => (content.push(body(context.t("exchange-reading"))), None),
            Found::Refused(reason) => (content.push(body(context.say(reason))), None),
            Found::Bringing(bringing) => {
                let received = &bringing.1;
                (content.push(brings(received, context)), Some(received).filter(|one| one.changed))
            }
        };
        let cancel = match ready {
            Some(_) => context.t("window-cancel"),
            None => context.t("window-close"),
        };
        let cancel = button::secondary(None, cancel).on_press_maybe((!self.busy).then_some(Message::Close));
        let take = ready.map(|received| {
            let words = if received.opened { "exchange-open" } else { "exchange-take" };
            let take = context.if_writable(Message::Take).filter(|_| !self.busy);
            button::primary(None, context.t(words)).id("receiving-take").on_press_maybe(take).into()
        });
        let actions = std::iter::once(cancel.into()).chain(take);
        dialog::dialog(context.t("exchange-receive-title"), content, actions, Message::Close)
    }
}

/// Whoever opens a file in the window sees which session it would make before it does.
fn manner(context: Context<'_>) -> Manner {
    Manner { may_open: true, made_on: context.machine.made_on() }
}

fn compare(store: &Store, path: &Path, manner: Manner) -> Result<Box<(Incoming, Received)>, Sentence> {
    let incoming = mark_form::read_returned(path).map_err(|error| error.explain())?;
    let received = store.preview_marks(incoming.clone(), manner).wait().map_err(|error| error.explain())?;
    Ok(Box::new((incoming, received)))
}

/// What a file would bring, in words.
fn brings<'a>(received: &'a Received, context: Context<'a>) -> Element<'a, Message> {
    let of = Sentence::new(if received.opened { "exchange-opens" } else { "exchange-of" })
        .with("cluster", received.cluster_name.as_str())
        .with("title", received.title.as_str());
    let counts = [
        ("exchange-marked", received.marked.len()),
        ("exchange-retracted", received.retracted.len()),
        ("exchange-already", received.already.len()),
        ("exchange-updated", received.updated),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0 && !received.opened);
    let counts = counts.map(|(words, count)| body(context.count(words, count)).into());
    let nothing = (!received.changed).then(|| body(context.t("exchange-nothing")));
    let turned = received.turned.iter().map(|(name, closed)| {
        let words = if *closed { "exchange-closes" } else { "exchange-opens-sitting" };
        body(context.say(&Sentence::new(words).with("sitting", name.to_string()))).into()
    });
    let added = received.added.iter().filter(|_| !received.opened).map(|one| context.say(&added(one)));
    let conflicts = received.conflicts.iter().map(|one| context.say(&differing(one, received.kind, context)));
    let remarks = received.remarks.iter().map(|one| context.say(&one.explain()));
    let people = match received.opened {
        true => Some(body(context.count("exchange-people", received.added.len()))),
        false => None,
    };
    column![styled(context.say(&of), Role::Strong)]
        .push(people)
        .extend(counts)
        .extend(turned)
        .push(nothing)
        .push(part("exchange-added", added.collect(), context))
        .push(part("exchange-conflicts", conflicts.collect(), context))
        .push(part("exchange-remarks", remarks.collect(), context))
        .spacing(space::S)
        .into()
}

/// Lines under their heading; none where there are none.
fn part<'a>(heading: &str, lines: Vec<String>, context: Context<'a>) -> Option<Element<'a, Message>> {
    let more = lines.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| small(context.count("exchange-more", more)).into());
    let head = styled(context.count(heading, lines.len()), Role::FieldLabel);
    let is_any = !lines.is_empty();
    let lines = lines.into_iter().take(SHOWN).map(|line| small(line).into());
    is_any.then(|| column![head].extend(lines.chain(more)).spacing(space::XS).into())
}

fn added(one: &Added) -> Sentence {
    let words = match (&one.substitute_for, one.walk_in) {
        (Some(_), _) => "exchange-added-substitute",
        (None, true) => "exchange-added-walk-in",
        (None, false) => "exchange-added-listed",
    };
    Sentence::new(words)
        .with("name", one.name.as_str())
        .with("place", one.place.as_str())
        .with("stt", one.stt.map(|stt| stt.to_string()).unwrap_or_default())
        .with("held", one.substitute_for.as_deref().unwrap_or_default())
}

/// Where both say something and not the same.
fn differing(one: &Differing, kind: SessionKind, context: Context<'_>) -> Sentence {
    Sentence::new("exchange-differs")
        .with("stt", one.theirs.stt.map(|stt| stt.to_string()).unwrap_or_default())
        .with("name", one.theirs.name.as_str())
        .with("sitting", one.theirs.sitting.to_string())
        .with("ours", said(one.ours, &one.ours_note, kind, context))
        .with("theirs", said(one.theirs.status, &one.theirs_note, kind, context))
}

/// A status with its reason, or with who sat there.
pub fn said(
    status: AttendanceStatus,
    note: &Option<String>,
    kind: SessionKind,
    context: Context<'_>,
) -> String {
    let status = context.t(word(status, kind));
    note.as_ref().map(|note| format!("{status} ({note})")).unwrap_or(status)
}

/// The word for a status.
fn word(status: AttendanceStatus, kind: SessionKind) -> &'static str {
    match status {
        AttendanceStatus::Present => "attendance-present",
        AttendanceStatus::Late => "attendance-late",
        AttendanceStatus::LeftEarly => "attendance-left-early",
        AttendanceStatus::Excused if kind == SessionKind::Conference => "attendance-excused-conference",
        AttendanceStatus::Excused => "attendance-excused",
        AttendanceStatus::Absent => "attendance-absent",
        AttendanceStatus::Substituted => "attendance-substituted",
    }
}

/// What came in, in a sentence.
pub fn told(received: &Received) -> Sentence {
    Sentence::new(if received.opened { "exchange-opened-told" } else { "exchange-told" })
        .with("cluster", received.cluster_name.as_str())
        .with("title", received.title.as_str())
        .with("count", received.marked.len() + received.retracted.len())
        .with("people", received.added.len())
        .with("conflicts", received.conflicts.len())
}
