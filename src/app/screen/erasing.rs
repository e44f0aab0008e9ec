//! The dialog in which what is held on somebody is erased: what goes, what stays and why, before it
//! is done, for it cannot be undone.

use std::path::{Path, PathBuf};

use iced::widget::{column, row};
use iced::{Element, Length, Task};

use super::{Action, Context};
use crate::app::icon::Icon;
use crate::app::job::{self, Told};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::backup::holding::{self, Holding};
use crate::domain::erasure::{Erasure, HeldIn, Whom, Wish};
use crate::domain::id::PersonId;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::{Done, Result, StoreError};

/// Texts that may name somebody, shown before "and so many more".
const SHOWN: usize = 6;

/// The dialog while it is open.
pub struct State {
    whom: Whom,
    /// Who it is, in words.
    name: String,
    reason: String,
    register: bool,
    /// What would happen, once it is known, or why it is refused.
    preview: Option<std::result::Result<Box<Erasure>, Sentence>>,
    /// Older copies that hold them, each with whether it goes, too.
    copies: Vec<(HeldIn, bool)>,
    /// What could not be found out about older copies.
    unknown: Vec<Sentence>,
    /// It is being done.
    busy: bool,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// What would happen to these, with the register or without, arrived.
    Previewed(Whom, bool, std::result::Result<Box<Erasure>, Sentence>),
    /// Older copies arrived, those beside the data file and the backups each on their own, or why they could
    /// not be looked for; and the names of those that nobody can look into.
    Copies(std::result::Result<(Vec<HeldIn>, Vec<String>), Sentence>),
    /// The reason was typed.
    Reason(String),
    /// The register is meant, too, or not.
    Register(bool),
    /// Those who stand nowhere else leave the registry, too, or not.
    WithPeople(bool),
    /// An older copy is to be deleted, or not.
    Copy(usize, bool),
    /// It is to be done.
    Erase,
    /// It is done, or not.
    Erased(Result<Box<Erasure>>),
    /// The dialog closes.
    Close,
}

/// What the screen does after a message.
pub enum Answer {
    /// The dialog stays.
    Stay(Action<Message>),
    /// It closes, and what is said is said.
    Close(Action<Message>),
}

impl State {
    /// Opens it, and asks what would happen.
    pub fn open(whom: Whom, name: String, context: Context<'_>) -> (Self, Action<Message>) {
        Self { whom, name, ..Self::closed() }.asked(context)
    }

    /// Opens it for the name that the register keeps of somebody who is erased elsewhere, under this
    /// number.
    pub fn of_register(person: PersonId, number: String, context: Context<'_>) -> (Self, Action<Message>) {
        Self { whom: Whom::Person(person), name: number, register: true, ..Self::closed() }.asked(context)
    }

    fn closed() -> Self {
        Self {
            whom: Whom::Person(PersonId(0)),
            name: String::new(),
            reason: String::new(),
            register: false,
            preview: None,
            copies: Vec::new(),
            unknown: Vec::new(),
            busy: false,
        }
    }

    fn asked(self, context: Context<'_>) -> (Self, Action<Message>) {
        let (whom, state) = (self.whom, self);
        let copies = Action::ask_once(context.store.copies_holding(whom), |copies| {
            Message::Copies(match copies {
                Ok(copies) => Ok((copies, Vec::new())),
                Err(error) => Err(error.explain()),
            })
        });
        let asked = Action::All(vec![state.ask(context), copies, Action::Run(in_backups(whom, context))]);
        (state, asked)
    }

    fn wish(&self) -> Wish {
        Wish { whom: self.whom, reason: self.reason.clone(), register: self.register }
    }

    fn ask(&self, context: Context<'_>) -> Action<Message> {
        let (whom, register) = (self.whom, self.register);
        Action::ask_once(context.store.preview_erasure(self.wish()), move |answer| {
            Message::Previewed(whom, register, answer.map(Box::new).map_err(|error| error.explain()))
        })
    }

    /// The same after another wish: what was previewed is not what would happen.
    fn ask_again(&mut self, context: Context<'_>) -> Action<Message> {
        self.preview = None;
        self.ask(context)
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Answer {
        match message {
            Message::Previewed(whom, register, preview) => {
                if (whom, register) == (self.whom, self.register) {
                    self.preview = Some(preview);
                }
            }
            Message::Copies(Ok((copies, unknown))) => {
                self.copies.extend(copies.into_iter().map(|one| (one, false)));
                if !unknown.is_empty() {
                    let told = Sentence::new("personal-copies-unknown").with("count", unknown.len());
                    self.unknown.push(told.with("files", unknown.join(", ")));
                }
            }
            Message::Copies(Err(reason)) => self.unknown.push(reason),
            Message::Reason(reason) => self.reason = reason,
            Message::Register(register) => {
                self.register = register;
                return Answer::Stay(self.ask_again(context));
            }
            Message::WithPeople(wanted) => {
                if let Whom::Session { with_people, .. } = &mut self.whom {
                    *with_people = wanted;
                }
                return Answer::Stay(self.ask_again(context));
            }
            Message::Copy(place, goes) => {
                if let Some(copy) = self.copies.get_mut(place) {
                    copy.1 = goes;
                }
            }
            Message::Erase if !self.busy && context.can_write() => {
                self.busy = true;
                let goes = self.copies.iter().filter(|(_, goes)| *goes).map(|(copy, _)| copy.file.clone());
                let erased = erase_with_copies(self.wish(), goes.collect(), context);
                return Answer::Stay(Action::write_told(erased, |answer| {
                    let told = answer.as_ref().ok().map(told);
                    (Some(Message::Erased(answer.map(|(erasure, ..)| Box::new(erasure)))), told)
                }));
            }
            Message::Erase => {}
            // What was refused is told by the window; the reason may be typed anew.
            Message::Erased(Err(_)) => self.busy = false,
            Message::Erased(Ok(done)) => {
                forget_drafts(&done, context);
                return Answer::Close(Action::None);
            }
            // It stays until it is known what became of it.
            Message::Close if self.busy => {}
            Message::Close => return Answer::Close(Action::None),
        }
        Answer::Stay(Action::None)
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let warning = row![
            Icon::TriangleAlert.view().color(Tone::Danger.strong()),
            plain(context.t("personal-erase-warning"), Role::Body)
                .color(Tone::Danger.strong())
                .width(Length::Fill),
        ]
        .spacing(space::S);
        let reason = field(self.reason.clone())
            .label(context.t("personal-erase-reason"))
            .placeholder(context.t("personal-erase-reason-hint"))
            .id("erasing-reason")
            .on_commit(Message::Reason);
        let with_people = match self.whom {
            Whom::Session { with_people, .. } => {
                Some(checkbox(with_people, context.t("personal-erase-with-people"), Message::WithPeople))
            }
            Whom::Person(_) => None,
        };
        let certified = match &self.preview {
            Some(Ok(erasure)) => erasure.certificates + erasure.certificates_erased > 0,
            _ => false,
        };
        let register = certified
            .then(|| checkbox(self.register, context.t("personal-erase-register"), Message::Register));
        let copies = (!self.copies.is_empty()).then(|| {
            let boxes = self.copies.iter().enumerate().map(|(place, (copy, goes))| {
                checkbox(*goes, named(copy), move |goes| Message::Copy(place, goes))
                    .id(format!("erasing-copy-{place}"))
                    .into()
            });
            column![styled(context.t("personal-erase-copies"), Role::FieldLabel)].extend(boxes)
        });
        let unknown = self.unknown.iter().map(|one| small(context.say(one)).width(Length::Fill).into());
        let content = column![warning, self.preview(context)]
            .push(with_people)
            .push(register)
            .push(copies)
            .extend(unknown)
            .push(reason)
            .spacing(space::M);
        let ready = matches!(self.preview, Some(Ok(_))) && !self.busy;
        let label = context.t(if self.busy { "personal-erasing" } else { "personal-erase" });
        dialog::dialog(
            context.say(&Sentence::new("personal-erase-title").with("name", self.name.as_str())),
            content,
            [
                button::secondary(None, context.t("window-cancel"))
                    .on_press_maybe((!self.busy).then_some(Message::Close))
                    .into(),
                button::danger(Some(Icon::Trash2), label)
                    .id("erasing-apply")
                    .on_press_maybe(context.if_writable(Message::Erase).filter(|_| ready))
                    .into(),
            ],
            Message::Close,
        )
    }

    /// What goes and what stays.
    fn preview<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let erasure = match &self.preview {
            None => return small(context.t("personal-erase-looking")).into(),
            Some(Err(reason)) => return body(context.say(reason)).into(),
            Some(Ok(erasure)) => erasure,
        };
        let lines = erasure.sentences().into_iter().map(|one| small(context.say(&one)).into());
        let kept = match self.whom {
            Whom::Session { .. } => Some(small(context.t("personal-erase-kept-in-session"))),
            Whom::Person(_) => None,
        };
        let mentions = erasure
            .mentions
            .iter()
            .take(SHOWN)
            .map(|one| small(context.say(&one.sentence(context.say(&one.place)))).into());
        let more = erasure.mentions.len().saturating_sub(SHOWN);
        let more = (more > 0).then(|| small(context.count("personal-erase-more", more)));
        column(lines).extend(mentions).push(more).push(kept).spacing(space::XS).into()
    }
}

/// Looks for the backups that hold them: each is unpacked for it.
fn in_backups(whom: Whom, context: Context<'_>) -> Task<Message> {
    let Some(folder) = context.backups.folder.clone() else { return Task::none() };
    job::ask(context.store.uids_of(whom)).then(move |uids| {
        let folder = folder.clone();
        let uids = match uids {
            Ok(uids) => uids,
            Err(error) => return Task::done(Message::Copies(Err(error.explain()))),
        };
        job::blocking(move || holding::holding(&folder, None, &uids, &Progress::default()))
            .map(|found| {
                let Holding { holds, unknown } = found.ok_or_else(|| Sentence::new("window-job-failed"))?;
                let held = holds.into_iter();
                let held = held.map(|entry| HeldIn { file: entry.path, made_at: Some(entry.about.made_at) });
                Ok((held.collect(), unknown.iter().map(|entry| file_name(&entry.path)).collect()))
            })
            .map(Message::Copies)
    })
}

/// What became of older copies that were to be deleted.
#[derive(Clone)]
struct Copies {
    deleted: usize,
    /// Those that could not be, and why the last of them.
    left: Vec<PathBuf>,
    reason: String,
}

/// What is erased, whether old traces of it are left in the file, and what became of older copies.
type Outcome = (Erasure, Option<StoreError>, Copies);

/// Erases, and deletes these older copies. Both are one piece of work: nothing that happens in the window
/// meanwhile leaves copies behind.
fn erase_with_copies(wish: Wish, goes: Vec<PathBuf>, context: Context<'_>) -> Task<Result<Done<Outcome>>> {
    job::write(context.store.erase(wish)).then(move |answer| {
        let (goes, left) = (goes.clone(), goes.clone());
        match answer {
            Ok(done) => job::blocking(move || delete(goes)).map(move |copies| {
                let failed = || Copies { deleted: 0, left: left.clone(), reason: String::new() };
                let copies = copies.unwrap_or_else(failed);
                Ok(done.clone().map(|(erasure, not_swept)| (erasure, not_swept, copies)))
            }),
            Err(error) => Task::done(Err(error)),
        }
    })
}

/// Deletes older copies. One that cannot be deleted keeps none of the others.
fn delete(files: Vec<PathBuf>) -> Copies {
    let mut copies = Copies { deleted: 0, left: Vec::new(), reason: String::new() };
    for file in files {
        match std::fs::remove_file(&file) {
            Ok(()) => copies.deleted += 1,
            Err(error) => {
                copies.reason = error.to_string();
                copies.left.push(file);
            }
        }
    }
    copies
}

fn file_name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A copy in words: its name, and when it was made.
fn named(copy: &HeldIn) -> String {
    let name = file_name(&copy.file);
    let made = copy.made_at.as_deref().and_then(|made| made.parse::<jiff::Timestamp>().ok());
    match made.map(|made| made.to_zoned(jiff::tz::TimeZone::system())) {
        Some(made) => format!("{name} · {}", made.strftime("%-d/%-m/%Y %H:%M")),
        None => name,
    }
}

/// What is told when it is done.
fn told((erasure, not_swept, copies): &Outcome) -> Told {
    let count = erasure.delegates + erasure.taken_off;
    let done = |id| Sentence::new(id).with("people", erasure.people).with("count", count);
    match (copies.left.len(), not_swept) {
        (0, Some(_)) => Ok(Sentence::new("personal-erased-not-swept")),
        (0, None) if copies.deleted == 0 => Ok(done("personal-erased")),
        (0, None) => Ok(done("personal-erased-with-copies").with("copies", copies.deleted)),
        (left, _) => {
            let files = copies.left.iter().map(|file| file.display().to_string()).collect::<Vec<_>>();
            let words = Sentence::new("personal-erased-copies-left").with("count", left);
            Err(words.with("files", files.join(", ")).with("reason", copies.reason.as_str()))
        }
    }
}

/// What was typed into fields of records that are erased, and could not be saved, goes as well; so it
/// does from the file that keeps it on this computer.
fn forget_drafts(erasure: &Erasure, context: Context<'_>) {
    for unsaved in context.drafts.unsaved() {
        let is_of = |record: &String| {
            unsaved.key.strip_prefix(record.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        if erasure.records.iter().any(is_of) {
            context.drafts.drop(&unsaved.key);
        }
    }
}
