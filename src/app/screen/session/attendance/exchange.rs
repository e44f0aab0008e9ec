//! "Máy khác…": the cluster on show to another computer, what comes back from there, and deciding where it differs.

use std::path::PathBuf;

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length, Task};

use super::answer::Answer;
use super::load;
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context, Told, receiving};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, small, styled};
use crate::app::widget::command::{Command, command};
use crate::app::widget::{banner, button, dialog};
use crate::app::{files, job};
use crate::domain::attendance::exchange::Differing;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, SessionId};
use crate::domain::session::SessionKind;
use crate::export::attendance::{self as outgoing, Kind};
use crate::export::{file, names};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// Room for the longest of what can be done.
const CHOICE: f32 = 190.0;

/// So many that wait are shown; the others follow once these are decided.
const SHOWN: usize = 50;

/// What is on show of it.
#[derive(Default)]
pub struct State {
    open: Option<Open>,
    /// What waits for a decision.
    conflicts: Vec<Differing>,
}

/// The dialog that is open.
enum Open {
    /// What can be done.
    Choices,
    /// A file comes in.
    Receiving(receiving::State),
    /// What waits for a decision.
    Conflicts,
}

/// What happens here.
#[derive(Clone)]
pub enum Message {
    /// What can be done is to be shown.
    Choices,
    /// The cluster is to go out as this.
    Export(Kind),
    /// The place was chosen.
    Place(Kind, Option<PathBuf>),
    /// It was written, or why not.
    Written(Told),
    /// Something of the file that comes in.
    Receiving(receiving::Message),
    /// What waits for a decision arrived.
    Conflicts(Result<Vec<Differing>, StoreError>),
    /// It is to be shown.
    ShowConflicts,
    /// These are decided: theirs count, or ours go on to.
    Settle(Vec<i64>, bool),
    /// They were, or why not.
    Settled(Result<usize, StoreError>),
    /// The dialog closes.
    Close,
}

impl super::Message {
    /// A file of another computer is to be looked at.
    pub fn bringing(file: PathBuf) -> Self {
        Self::Exchange(Message::Receiving(receiving::Message::Picked(Some(file))))
    }

    /// Whether it is that.
    pub fn brings_file(&self) -> bool {
        matches!(self, Self::Exchange(Message::Receiving(receiving::Message::Picked(Some(_)))))
    }
}

/// Asks what waits for a decision.
pub fn load_conflicts(session: SessionId, context: Context<'_>) -> Task<super::Message> {
    let conflicts = job::ask(context.store.mark_conflicts(session));
    conflicts.map(|found| super::Message::Exchange(Message::Conflicts(found)))
}

impl State {
    /// What waits for a decision arrived before the session itself.
    pub fn arrived(&mut self, message: Message) {
        if let Message::Conflicts(Ok(found)) = message {
            self.conflicts = found;
        }
    }

    /// Whether a dialog is open.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Takes in a message; an answer is told on the tab.
    pub(super) fn update(
        &mut self,
        message: Message,
        cluster: Option<ClusterId>,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> (Option<Answer>, Action<super::Message>) {
        let session = dossier.session.id;
        let action = match message {
            Message::Choices => {
                self.open = Some(Open::Choices);
                Action::None
            }
            Message::Close if matches!(self.open, Some(Open::Receiving(_))) => {
                return self.receive(receiving::Message::Close, session, context);
            }
            Message::Close => {
                self.open = None;
                Action::None
            }
            Message::ShowConflicts => {
                self.open = Some(Open::Conflicts);
                Action::None
            }
            Message::Export(kind) => {
                self.open = None;
                Action::Run(place(kind, cluster, dossier, context)).map(super::Message::Exchange)
            }
            Message::Place(kind, Some(path)) => match cluster {
                Some(cluster) => write(kind, path, session, cluster, context).map(super::Message::Exchange),
                None => Action::None,
            },
            Message::Place(_, None) => Action::None,
            Message::Written(Ok(words)) => return (Some(Answer::news(words)), Action::None),
            Message::Written(Err(reason)) => return (Some(Answer::refused(reason)), Action::None),
            Message::Receiving(message) => return self.receive(message, session, context),
            Message::Conflicts(Ok(found)) => {
                self.conflicts = found;
                if self.conflicts.is_empty() && matches!(self.open, Some(Open::Conflicts)) {
                    self.open = None;
                }
                Action::None
            }
            Message::Conflicts(Err(error)) => Action::Fail(error.explain()),
            Message::Settle(conflicts, take_theirs) => {
                if !context.can_write() {
                    return (None, Action::None);
                }
                let made_on = context.machine.made_on();
                let settling = context.store.settle_conflicts(session, conflicts, take_theirs, made_on);
                Action::record(settling, |answer| super::Message::Exchange(Message::Settled(answer)))
            }
            Message::Settled(Ok(_)) => Action::Ask(load(session, context)),
            Message::Settled(Err(error)) => {
                self.open = None;
                return (Some(Answer::refused(error.explain())), Action::Ask(load(session, context)));
            }
        };
        (None, action)
    }

    fn receive(
        &mut self,
        message: receiving::Message,
        session: SessionId,
        context: Context<'_>,
    ) -> (Option<Answer>, Action<super::Message>) {
        let wrap = |message| super::Message::Exchange(Message::Receiving(message));
        match message {
            receiving::Message::Pick => {
                self.open = None;
                (None, receiving::pick(context).map(wrap))
            }
            receiving::Message::Picked(None) => (None, Action::None),
            receiving::Message::Picked(Some(path)) => {
                let (state, action) = receiving::State::open(path, context);
                self.open = Some(Open::Receiving(state));
                (None, action.map(wrap))
            }
            message => {
                let Some(Open::Receiving(state)) = &mut self.open else { return (None, Action::None) };
                match state.update(message, context) {
                    receiving::Answer::Stay(action) => (None, action.map(wrap)),
                    receiving::Answer::Close => {
                        self.open = None;
                        (None, Action::None)
                    }
                    receiving::Answer::Done(received) => {
                        let told = receiving::told(&received);
                        self.open = (!received.conflicts.is_empty()).then_some(Open::Conflicts);
                        if received.session != session {
                            // It was of another session: it is told wherever that is.
                            self.open = None;
                            return (None, Action::Say(told));
                        }
                        (Some(Answer::news(told)), Action::Ask(load(session, context)))
                    }
                }
            }
        }
    }

    /// The button beside the looks of the tab.
    pub fn action(&self, context: Context<'_>) -> Command<Message> {
        command(Icon::HardDrive, context.t("exchange-other-computers"))
            .id("marking-elsewhere")
            .on_press(Message::Choices)
    }

    /// What waits for a decision, while something does.
    pub fn banner<'a>(&self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let count = self.conflicts.len();
        let show = button::secondary_small(None, context.t("exchange-show-conflicts"))
            .id("marking-conflicts")
            .on_press(Message::ShowConflicts);
        let words = context.count("exchange-waiting", count);
        (count > 0).then(|| banner::banner(Tone::Amber, Icon::CircleAlert, words, Some(show.into())))
    }

    /// The dialog that is open.
    pub fn dialog<'a>(&'a self, dossier: &Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        Some(match self.open.as_ref()? {
            Open::Choices => choices(context),
            Open::Receiving(state) => state.view(context).map(Message::Receiving),
            Open::Conflicts => self.deciding(dossier.session.details.kind, context),
        })
    }

    /// Each that waits, with what both say.
    fn deciding<'a>(&'a self, kind: SessionKind, context: Context<'a>) -> Element<'a, Message> {
        let lines = self.conflicts.iter().take(SHOWN).map(|one| line(one, kind, context));
        let more = self.conflicts.len().saturating_sub(SHOWN);
        let more = (more > 0).then(|| small(context.count("exchange-more", more)));
        let all = || self.conflicts.iter().map(|one| one.id).collect::<Vec<_>>();
        let content =
            column![body(context.t("exchange-conflicts-words"))].extend(lines).push(more).spacing(space::M);
        let close = button::secondary(None, context.t("window-close")).on_press(Message::Close);
        let keep = button::secondary(None, context.t("exchange-keep-all"))
            .id("marking-keep-all")
            .on_press_maybe(context.if_writable(Message::Settle(all(), false)));
        let take = button::secondary(None, context.t("exchange-take-all"))
            .id("marking-take-all")
            .on_press_maybe(context.if_writable(Message::Settle(all(), true)));
        let actions = [close.into(), keep.into(), take.into()];
        dialog::wide(context.t("exchange-conflicts-title"), content, actions, Message::Close)
    }
}

/// One that waits.
fn line<'a>(one: &Differing, kind: SessionKind, context: Context<'a>) -> Element<'a, Message> {
    let name = match one.theirs.stt {
        Some(stt) => format!("{stt}. {}", one.theirs.name),
        None => one.theirs.name.clone(),
    };
    let said = Sentence::new("exchange-differs-below")
        .with("sitting", one.theirs.sitting.to_string())
        .with("ours", receiving::said(one.ours, &one.ours_note, kind, context))
        .with("theirs", receiving::said(one.theirs.status, &one.theirs_note, kind, context));
    let words = column![styled(name, Role::Strong), small(context.say(&said))].width(Length::Fill);
    let keep = button::secondary_small(None, context.t("exchange-keep"))
        .on_press_maybe(context.if_writable(Message::Settle(vec![one.id], false)));
    let take = button::secondary_small(None, context.t("exchange-take-theirs"))
        .on_press_maybe(context.if_writable(Message::Settle(vec![one.id], true)));
    row![words, keep, take].spacing(space::S).align_y(Alignment::Center).into()
}

/// What can be done, each with what it is for.
fn choices<'a>(context: Context<'a>) -> Element<'a, Message> {
    let choice = |icon, id, words: &str, explained: &str, message: Option<Message>| {
        let button = button::secondary(Some(icon), context.t(words)).id(id).on_press_maybe(message);
        row![container(button).width(CHOICE), small(context.t(explained)).width(Length::Fill)]
            .spacing(space::M)
            .align_y(Alignment::Center)
    };
    let receive = Message::Receiving(receiving::Message::Pick);
    let content = column![
        choice(
            Icon::FileUp,
            "marking-package",
            "exchange-package",
            "exchange-package-words",
            Some(Message::Export(Kind::Package))
        ),
        choice(
            Icon::FileSpreadsheet,
            "marking-form",
            "exchange-form",
            "exchange-form-words",
            Some(Message::Export(Kind::Form))
        ),
        choice(
            Icon::FileDown,
            "marking-receive",
            "exchange-receive",
            "exchange-receive-words",
            context.if_writable(receive)
        ),
    ]
    .spacing(space::M);
    let close = button::secondary(None, context.t("window-close")).on_press(Message::Close);
    dialog::dialog(context.t("exchange-choices-title"), content, [close.into()], Message::Close)
}

/// Asks where the file goes.
fn place(kind: Kind, cluster: Option<ClusterId>, dossier: &Dossier, context: Context<'_>) -> Task<Message> {
    let cluster = dossier.clusters.iter().find(|one| Some(one.id) == cluster);
    let number = cluster.map(|cluster| cluster.number);
    let (stem, title, files) = match kind {
        Kind::Package => ("goi-diem-danh", "exchange-package", "exchange-package-files"),
        Kind::Form => ("phieu-diem-danh", "exchange-form", "exchange-form-files"),
    };
    let ending = kind.ending();
    let dialog = files::dialog(context.t(title), context.t(files), &[ending])
        .set_directory(context.machine.folder_for_papers());
    let name = names::of_session(stem, &dossier.session.details.title, number);
    files::place(dialog, &format!("{name}.{ending}")).map(move |path| Message::Place(kind, path))
}

/// Writes it, off the window's thread.
fn write(
    kind: Kind,
    path: PathBuf,
    session: SessionId,
    cluster: ClusterId,
    context: Context<'_>,
) -> Action<Message> {
    let store = context.store.clone();
    let written = match kind {
        Kind::Package => "exchange-package-written",
        Kind::Form => "exchange-form-written",
    };
    let work = job::blocking_told(move || {
        let bytes = outgoing::make(&store, session, cluster, kind)?;
        file::write(&path, &bytes)?;
        Ok(Sentence::new(written).with("file", path.display().to_string()))
    });
    Action::work(work, Message::Written)
}
