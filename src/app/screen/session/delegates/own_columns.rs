//! The dialog Cột riêng: the session's own columns, added, renamed, reordered and taken away.

use iced::widget::operation::focus;
use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use crate::app::icon::Icon;
use crate::app::screen::{Action, Context, id_in};
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, one_line, small, styled};
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, dialog};
use crate::domain::dossier::Dossier;
use crate::domain::id::OwnColumnId;
use crate::domain::own_column::{self, MOST_COLUMNS, OwnColumn, OwnKind, of_groups};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// What is on show.
pub struct State {
    /// The heading of a new column, as far as it was typed.
    label: String,
    kind: OwnKind,
    /// Counts the columns that were added: the field is empty again for the next.
    added: u32,
    refused: Option<Sentence>,
    /// The column that is asked about before it goes.
    going: Option<OwnColumnId>,
}

impl Default for State {
    fn default() -> Self {
        Self { label: String::new(), kind: OwnKind::Text, added: 0, refused: None, going: None }
    }
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// The heading of a new column was typed.
    Typed(String),
    /// What stands in it was chosen.
    KindChosen(OwnKind),
    /// It is to be added.
    Add,
    /// It was, or why not.
    Added(Result<OwnColumnId, StoreError>),
    /// A column has another heading.
    Renamed(OwnColumnId, String),
    /// A column goes before the one before it.
    Up(OwnColumnId),
    /// A column is to go; one in which something stands is asked about.
    AskRemove(OwnColumnId),
    /// It goes, with what stands in it.
    Remove(OwnColumnId),
    /// It stays.
    Keep,
    /// The dialog closes.
    Close,
}

/// What the tab does after a message.
pub enum Answer {
    /// The dialog stays.
    Stay(Action<Message>),
    /// It closes.
    Close,
}

/// Names the field for a new column.
const NEW: &str = "column-new";
/// Width of what stands in a column, beside its heading.
const KIND: f32 = 120.0;

impl State {
    /// Takes in the session as it is now.
    pub fn take_in(&mut self, dossier: &Dossier) {
        let is_there = |id: &OwnColumnId| dossier.own_columns.iter().any(|column| column.id == *id);
        self.going = self.going.filter(is_there);
        if self.kind == OwnKind::Group && of_groups(&dossier.own_columns).is_some() {
            self.kind = OwnKind::Text;
        }
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &mut Dossier, context: Context<'_>) -> Answer {
        let session = dossier.session.id;
        Answer::Stay(match message {
            Message::Typed(text) => {
                (self.label, self.refused) = (text, None);
                Action::None
            }
            Message::KindChosen(kind) => {
                self.kind = kind;
                Action::None
            }
            Message::Add => {
                let adding = context.store.add_own_column(session, self.label.clone(), self.kind);
                Action::submit(adding, Message::Added)
            }
            Message::Added(Ok(_)) => {
                *self = Self { kind: self.kind, added: self.added + 1, ..Self::default() };
                self.take_in(dossier);
                Action::Run(focus(NEW))
            }
            Message::Added(Err(error)) => {
                self.refused = Some(error.explain());
                Action::None
            }
            Message::Renamed(id, label) => rename(id, label, dossier, context),
            Message::Up(id) => {
                let mut order: Vec<OwnColumnId> =
                    dossier.own_columns.iter().map(|column| column.id).collect();
                match order.iter().position(|one| *one == id) {
                    Some(place) if place > 0 => {
                        order.swap(place - 1, place);
                        dossier.own_columns.swap(place - 1, place);
                        Action::note(context.store.order_own_columns(session, order))
                    }
                    _ => Action::None,
                }
            }
            Message::AskRemove(id) => {
                let column = dossier.own_columns.iter().find(|column| column.id == id);
                if column.is_some_and(|column| !column.values.is_empty()) {
                    self.going = Some(id);
                    Action::None
                } else {
                    remove(id, context)
                }
            }
            Message::Remove(id) => {
                self.going = None;
                remove(id, context)
            }
            Message::Keep => {
                self.going = None;
                Action::None
            }
            Message::Close => return Answer::Close,
        })
    }

    /// The dialog.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let lines =
            dossier.own_columns.iter().enumerate().map(|(at, own)| self.line(at, own, dossier, context));
        let lines = column(lines).spacing(space::S);
        let content = column![small(context.t("own-dialog-words"))]
            .push((!dossier.own_columns.is_empty()).then_some(lines))
            .push(self.new_one(dossier, context))
            .spacing(space::L);
        let close = button::secondary(None, context.t("own-dialog-close")).id("column-close");
        let close = close.on_press(Message::Close).into();
        dialog::dialog(context.t("own-dialog-title"), content, [close], Message::Close)
    }

    /// A column, or the question before it goes.
    fn line<'a>(
        &self,
        at: usize,
        own: &'a OwnColumn,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let id = own.id;
        let others: Vec<&str> = dossier
            .own_columns
            .iter()
            .filter(|other| other.id != id)
            .map(|other| other.label.as_str())
            .collect();
        let heading = field(own.label.as_str())
            .id(format!("column-label-{id}"))
            .in_drafts(context.drafts, key(id))
            .check(move |text| {
                let label = own_column::label(text, others.iter().copied());
                label.map(|_| ()).map_err(|mistake| context.say(&mistake.explain()))
            })
            .on_commit_maybe(context.if_writable(move |label| Message::Renamed(id, label)));
        let filled = context.count("own-dialog-filled", own.values.len());
        let about =
            column![one_line(context.t(kind_name(own.kind)), Role::Body), one_line(filled, Role::Small)];
        let up = button::icon_only(Icon::ArrowUp, context.t("window-tip-up"))
            .id(format!("column-up-{id}"))
            .on_press_maybe(context.if_writable(Message::Up(id)).filter(|_| at > 0));
        let off = button::icon_only(Icon::X, context.t("own-dialog-remove"))
            .id(format!("column-remove-{id}"))
            .on_press_maybe(context.if_writable(Message::AskRemove(id)));
        let line =
            row![heading, container(about).width(KIND), up, off].spacing(space::S).align_y(Alignment::Center);
        if self.going != Some(id) {
            return line.into();
        }
        let words = Sentence::new("own-dialog-loses").with("label", own.label.clone());
        let words = context.say(&words.with("count", own.values.len()));
        let keep = button::secondary_small(None, context.t("own-dialog-keep")).on_press(Message::Keep);
        let go = button::danger_small(Some(Icon::Trash2), context.t("own-dialog-remove"))
            .id("column-remove-anyway")
            .on_press_maybe(context.if_writable(Message::Remove(id)));
        let asked = row![go, keep].spacing(space::S);
        column![line, body(words), asked].spacing(space::S).into()
    }

    /// What a new column is called, and what stands in it.
    fn new_one<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        if dossier.own_columns.len() >= MOST_COLUMNS {
            return small(context.say(&Sentence::new("own-too-many").with("most", MOST_COLUMNS))).into();
        }
        let heading = field(self.label.as_str())
            .placeholder(context.t("own-dialog-new-example"))
            .id(NEW)
            .of(self.added)
            .error(self.refused.as_ref().map(|reason| context.say(reason)))
            .on_commit_maybe(context.if_writable(Message::Typed))
            .on_enter(Message::Add);
        let has_groups = of_groups(&dossier.own_columns).is_some();
        let kinds = OwnKind::ALL.into_iter().filter(|kind| !(has_groups && *kind == OwnKind::Group));
        let kinds = kinds.map(|kind| (kind, context.t(kind_name(kind))));
        let kind = select(kinds, Some(&self.kind))
            .id("column-kind")
            .width(KIND + 24.0)
            .on_choose(Message::KindChosen);
        let add = button::secondary(Some(Icon::Plus), context.t("own-dialog-add"))
            .id("column-add")
            .on_press_maybe(context.if_writable(Message::Add));
        let parts = row![container(heading).width(Length::Fill), kind, add].spacing(space::S);
        column![styled(context.t("own-dialog-new"), Role::FieldLabel), parts].spacing(space::XS).into()
    }
}

/// What stands in columns of a kind, in a word.
pub(super) fn kind_name(kind: OwnKind) -> &'static str {
    match kind {
        OwnKind::Text => "own-kind-text",
        OwnKind::Number => "own-kind-number",
        OwnKind::YesNo => "own-kind-yes-no",
        OwnKind::Group => "own-kind-group",
    }
}

/// The draft of a heading.
fn key(id: OwnColumnId) -> String {
    format!("{HEADING} {id} label")
}

/// Before the number of a column whose heading is typed.
const HEADING: &str = "own";

/// Whether a draft of this key is of a heading.
pub(super) fn is_heading(key: &str) -> bool {
    id_in(key, HEADING).is_some()
}

/// The dialog shows at once what was typed; the data file confirms it by the next load.
fn rename(id: OwnColumnId, label: String, dossier: &mut Dossier, context: Context<'_>) -> Action<Message> {
    if let Some(column) = dossier.own_columns.iter_mut().find(|column| column.id == id) {
        column.label.clone_from(&label);
    }
    Action::save(key(id), context.store.rename_own_column(id, label))
}

/// A toast names what went, and offers the way back.
fn remove(id: OwnColumnId, context: Context<'_>) -> Action<Message> {
    Action::write(context.store.remove_own_column(id), |_| None)
}
