//! Positions a person holds beside the main one, each with its time.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::State;
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{Role, styled};
use crate::app::widget::button;
use crate::app::widget::date_field::date_field;
use crate::app::widget::field::{Shifted, field};
use crate::domain::date::FuzzyDate;
use crate::domain::id::PersonId;
use crate::domain::registry::{HeldPosition, PersonRecord};

/// What happens with them; the number is the place of one, past the last for a new one.
#[derive(Clone)]
pub enum Message {
    /// An empty line is wanted.
    New,
    /// A title was committed.
    Title(usize, String),
    /// Since when, was committed.
    From(usize, Option<FuzzyDate>),
    /// Until when, was committed.
    Until(usize, Option<FuzzyDate>),
    /// One is to go.
    Remove(usize),
}

impl Message {
    /// The draft of the field it comes from.
    fn key(&self, person: PersonId) -> String {
        let field = match self {
            Self::Title(..) => "title",
            Self::From(..) => "from",
            Self::Until(..) => "until",
            Self::New | Self::Remove(_) => "",
        };
        format!("person {person} position {} {field}", self.place())
    }

    /// The place it is about.
    fn place(&self) -> usize {
        match self {
            Self::New => usize::MAX,
            Self::Title(at, _) | Self::From(at, _) | Self::Until(at, _) | Self::Remove(at) => *at,
        }
    }
}

impl State {
    /// Takes in what happens with the positions of a person; places are among those that were `seen`.
    pub(super) fn change_positions(
        &mut self,
        id: PersonId,
        seen: Vec<HeldPosition>,
        message: Message,
        context: Context<'_>,
    ) -> Action<super::Message> {
        let mut positions = seen.clone();
        let key = message.key(id);
        if let Message::Remove(at) = message {
            context.drafts.follow(&format!("person {id} position "), Shifted::Gone(at));
        }
        match message {
            Message::New => {
                self.new_position = true;
                return Action::Run(iced::widget::operation::focus(NEW));
            }
            Message::Title(at, title) if at == positions.len() => {
                if title.is_empty() {
                    return Action::Unchanged(key);
                }
                positions.push(HeldPosition { title, ..HeldPosition::default() });
                self.new_position &= self.in_panel(id).is_none();
            }
            Message::Remove(at) if at == positions.len() => {
                self.new_position = false;
                return Action::None;
            }
            Message::Title(at, title) => positions[at].title = title,
            Message::From(at, from) => positions[at].from = from,
            Message::Until(at, until) => positions[at].until = until,
            Message::Remove(at) => drop(positions.remove(at)),
        }
        if let Some(record) = self.in_panel(id) {
            record.positions.clone_from(&positions);
        }
        Action::save(key, context.store.set_positions(id, seen, positions))
    }

    /// The positions, and a way to add one.
    pub(super) fn positions<'a>(
        &'a self,
        record: &'a PersonRecord,
        context: Context<'a>,
    ) -> Element<'a, super::Message> {
        let id = record.id;
        let seen = record.positions.clone();
        let said = move |message| super::Message::Positions(id, seen.clone(), message);
        let mut lines = column![].spacing(space::M);
        for (at, held) in record.positions.iter().enumerate() {
            lines = lines.push(self.line(record, at, held, context).map(said.clone()));
        }
        if self.new_position {
            let at = record.positions.len();
            let line = field("")
                .placeholder(context.t("window-people-position-hint"))
                .in_drafts(context.drafts, Message::Title(at, String::new()).key(id))
                .id(NEW)
                .suggest(self.facets.usual_positions.clone())
                .on_commit({
                    let said = said.clone();
                    move |title| said(Message::Title(at, title))
                });
            let cancel = button::icon_only(Icon::X, context.t("window-tip-remove"))
                .on_press(said(Message::Remove(at)));
            lines = lines.push(row![line, cancel].spacing(space::XS).align_y(Alignment::Center));
        }
        let add = (!self.new_position).then(|| {
            button::quiet(Some(Icon::Plus), context.t("window-people-position-add"))
                .id("person-position-add")
                .on_press_maybe(context.if_writable(said(Message::New)))
        });
        column![styled(context.t("window-people-positions"), Role::FieldLabel)]
            .push((!record.positions.is_empty() || self.new_position).then_some(lines))
            .push(add)
            .spacing(space::XS)
            .into()
    }

    fn line<'a>(
        &'a self,
        record: &'a PersonRecord,
        at: usize,
        held: &'a HeldPosition,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let id = record.id;
        let writes = context.can_write();
        let title = field(&held.title)
            .in_drafts(context.drafts, Message::Title(at, String::new()).key(id))
            .suggest(self.facets.usual_positions.clone())
            .on_commit_maybe(writes.then_some(move |title| Message::Title(at, title)));
        let since = date_field(context.locale, held.from, move |date| Message::From(at, date))
            .placeholder(context.t("window-people-since"))
            .in_drafts(context.drafts, Message::From(at, None).key(id));
        let until = date_field(context.locale, held.until, move |date| Message::Until(at, date))
            .placeholder(context.t("window-people-until"))
            .in_drafts(context.drafts, Message::Until(at, None).key(id));
        let remove = button::icon_only(Icon::X, context.t("window-tip-remove"))
            .on_press_maybe(context.if_writable(Message::Remove(at)));
        column![
            row![title, remove].spacing(space::XS).align_y(Alignment::Center),
            row![container(since).width(Length::Fill), container(until).width(Length::Fill)]
                .spacing(space::S),
        ]
        .spacing(space::XS)
        .into()
    }
}

/// Names the empty line.
const NEW: &str = "person-position-new";
