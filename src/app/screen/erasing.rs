//! The dialog in which what is held on somebody is erased: what goes, what stays and why, before it
//! is done, for it cannot be undone.

use std::path::PathBuf;

use iced::widget::{column, row};
use iced::{Element, Length, Task};

use super::{Action, Context};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::backup::holding;
use crate::domain::erasure::{Erasure, HeldIn, Whom, Wish};
use crate::domain::id::PersonId;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

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
    preview: Option<Result<Box<Erasure>, Sentence>>,
    /// Older copies that hold them, each with whether it goes, too.
    copies: Vec<(HeldIn, bool)>,
    /// It is being done.
    busy: bool,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// What would happen arrived.
    Previewed(Result<Box<Erasure>, Sentence>),
    /// Older copies arrived: those beside the data file, then the backups.
    Copies(Vec<HeldIn>),
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
    Erased(Result<Box<(Erasure, Option<StoreError>)>, StoreError>),
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
            busy: false,
        }
    }

    fn asked(self, context: Context<'_>) -> (Self, Action<Message>) {
        let (whom, state) = (self.whom, self);
        let copies = Action::ask(context.store.copies_holding(whom), |copies| {
            Message::Copies(copies.unwrap_or_default())
        });
        let asked = Action::All(vec![state.ask(context), copies, Action::Run(in_backups(whom, context))]);
        (state, asked)
    }

    fn wish(&self) -> Wish {
        Wish { whom: self.whom, reason: self.reason.clone(), register: self.register }
    }

    fn ask(&self, context: Context<'_>) -> Action<Message> {
        Action::ask(context.store.preview_erasure(self.wish()), |answer| {
            Message::Previewed(answer.map(Box::new).map_err(|error| error.explain()))
        })
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Answer {
        match message {
            Message::Previewed(preview) => self.preview = Some(preview),
            Message::Copies(copies) => {
                self.copies.extend(copies.into_iter().map(|one| (one, false)));
            }
            Message::Reason(reason) => self.reason = reason,
            Message::Register(register) => {
                self.register = register;
                return Answer::Stay(self.ask(context));
            }
            Message::WithPeople(wanted) => {
                if let Whom::Session { with_people, .. } = &mut self.whom {
                    *with_people = wanted;
                }
                return Answer::Stay(self.ask(context));
            }
            Message::Copy(place, goes) => {
                if let Some(copy) = self.copies.get_mut(place) {
                    copy.1 = goes;
                }
            }
            Message::Erase if !self.busy && context.can_write() => {
                self.busy = true;
                let erased = job::write(context.store.erase(self.wish()));
                return Answer::Stay(Action::write_task(erased, |answer| {
                    let told = answer.as_ref().ok().map(told);
                    (Some(Message::Erased(answer.map(Box::new))), told)
                }));
            }
            Message::Erase => {}
            // What was refused is told by the window; the reason may be typed anew.
            Message::Erased(Err(_)) => self.busy = false,
            Message::Erased(Ok(done)) => {
                forget_drafts(&done.0, context);
                let goes: Vec<PathBuf> =
                    self.copies.iter().filter(|copy| copy.1).map(|copy| copy.0.file.clone()).collect();
                return Answer::Close(delete(goes));
            }
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
                checkbox(*goes, named(copy), move |goes| Message::Copy(place, goes)).into()
            });
            column![styled(context.t("personal-erase-copies"), Role::FieldLabel)].extend(boxes)
        });
        let content = column![warning, self.preview(context)]
            .push(with_people)
            .push(register)
            .push(copies)
            .push(reason)
            .spacing(space::M);
        let ready = matches!(self.preview, Some(Ok(_))) && !self.busy;
        dialog::dialog(
            context.say(&Sentence::new("personal-erase-title").with("name", self.name.as_str())),
            content,
            [
                button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
                button::danger(Some(Icon::Trash2), context.t("personal-erase"))
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
        let look = move || holding::holding(&folder, None, &uids.unwrap_or_default(), &Progress::default());
        job::blocking(look).map(|found| {
            let entries = found.unwrap_or_default().holds.into_iter();
            let held = entries.map(|entry| HeldIn { file: entry.path, made_at: Some(entry.about.made_at) });
            Message::Copies(held.collect())
        })
    })
}

/// A copy in words: its name, and when it was made.
fn named(copy: &HeldIn) -> String {
    let name = copy.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let made = copy.made_at.as_deref().and_then(|made| made.parse::<jiff::Timestamp>().ok());
    match made.map(|made| made.to_zoned(jiff::tz::TimeZone::system())) {
        Some(made) => format!("{name} · {}", made.strftime("%-d/%-m/%Y %H:%M")),
        None => name,
    }
}

/// What is told when it is done.
fn told((erasure, left): &(Erasure, Option<StoreError>)) -> Sentence {
    let count = erasure.delegates + erasure.taken_off;
    let done = Sentence::new("personal-erased").with("people", erasure.people).with("count", count);
    match left {
        None => done,
        Some(_) => Sentence::new("personal-erased-not-swept"),
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

/// Deletes the older copies that are to go.
fn delete(files: Vec<PathBuf>) -> Action<Message> {
    if files.is_empty() {
        return Action::None;
    }
    let count = files.len();
    let deleted = job::blocking_told(move || {
        for file in files {
            std::fs::remove_file(&file).map_err(|error| {
                Sentence::new("personal-copy-not-deleted")
                    .with("file", file.display().to_string())
                    .with("reason", error.to_string())
            })?;
        }
        Ok(Sentence::new("personal-copies-deleted").with("count", count))
    });
    Action::work(deleted, |_| Message::Close)
}
