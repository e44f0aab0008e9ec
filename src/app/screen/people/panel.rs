//! The panel beside the table: one person with positions and sessions, several at
//! once, or somebody new.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::person_form::{Fields, Of};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line, small, styled};
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, card, chip, form};
use crate::domain::delegate::DelegateState;
use crate::domain::id::PersonId;
use crate::domain::registry::{PeopleEdit, PersonRecord, SessionRole, TakenPart};
use crate::sentence::Sentence;
use crate::vietnamese::date::span_short;

impl State {
    /// The panel; `alone` when there is no room for the table beside it.
    pub(super) fn panel<'a>(&'a self, context: Context<'a>, alone: bool) -> Element<'a, Message> {
        let content = if self.adding {
            self.form.view(&self.facets, context)
        } else if self.selection.len() > 1 {
            self.several(context)
        } else {
            match &self.record {
                Some(record) => self.one(record, context),
                None => Space::new().into(),
            }
        };
        card::side(content).width(if alone { Length::Fill } else { Length::Fixed(super::table::SIDE) }).into()
    }

    fn one<'a>(&'a self, record: &'a PersonRecord, context: Context<'a>) -> Element<'a, Message> {
        let id = record.id;
        let fields = Fields {
            details: &record.details,
            prefix: "person",
            positions: &self.facets.usual_positions,
            units: &self.facets.usual_units,
            of: Of::Record(format!("person {id}")),
            writes: context.can_write(),
        };
        let ([name, birth, position, unit], lines) =
            fields.view(context, move |change| Message::Changed(id, change), None);
        let order = field(record.sort_name.as_deref().unwrap_or_default())
            .label(context.t("window-people-sort-name"))
            .hint(context.t("window-people-sort-name-hint"))
            .in_drafts(context.drafts, super::sort_key(id))
            .id("person-sort-name")
            .on_commit_maybe(context.if_writable(move |name| Message::SortName(id, name)));
        let fields = form::form([name, birth, position, self.positions(record, context), unit]);
        let fields = fields.extend(lines).extend([
            pay(id, record.state_paid, context),
            history(record, context),
            self.call(vec![id], context),
            order.into(),
            self.sensitive(record, context),
        ]);
        let below = record.details.position.clone().unwrap_or_default();
        let remove = button::danger_small(Some(Icon::Trash2), context.t("window-people-remove"))
            .id("person-remove")
            .on_press_maybe(context.if_writable(Message::Remove(vec![id])));
        let hand_out = button::quiet(Some(Icon::FileSpreadsheet), context.t("personal-export-person"))
            .id("person-hand-out")
            .on_press(Message::HandOut(id));
        let erase = button::danger_small(Some(Icon::Trash2), context.t("personal-erase-person"))
            .id("person-erase")
            .on_press_maybe(context.if_writable(Message::AskErase(id, record.details.full_name.clone())));
        let told = button::quiet(Some(Icon::History), context.t("window-history-person"))
            .id("person-history")
            .on_press(Message::History(id));
        let ways = column![told, hand_out, remove, erase].spacing(space::S);
        column![head(record.details.full_name.clone(), below), fields, ways].spacing(space::M).into()
    }

    /// Calls these to a session that has not ended.
    pub(super) fn call<'a>(&'a self, who: Vec<PersonId>, context: Context<'a>) -> Element<'a, Message> {
        let there = |session| {
            let record = self.record.iter().filter(|_| who.len() == 1);
            record.flat_map(|record| &record.history).any(|one: &TakenPart| {
                one.session == session && one.part == SessionRole::Delegate(DelegateState::Listed)
            })
        };
        let sessions: Vec<_> = self
            .sessions
            .iter()
            .filter(|one| one.state.is_open() && !there(one.id))
            .map(|one| (one.id, one.title.clone()))
            .collect();
        if sessions.is_empty() || !context.can_write() {
            return Space::new().into();
        }
        select(sessions, None)
            .label(context.say(&Sentence::new("window-people-call").with("count", who.len())))
            .placeholder(context.t("window-people-call-hint"))
            .id("person-call")
            .on_choose(move |session| Message::Call(who.clone(), session))
            .into()
    }
}

/// Whether the state pays them, which decides on allowances.
fn pay<'a>(id: PersonId, paid: Option<bool>, context: Context<'a>) -> Element<'a, Message> {
    let list =
        select(pay_options(context), Some(&paid)).label(context.t("window-people-pay")).id("person-pay");
    match context.can_write() {
        true => list.on_choose(move |paid| Message::Together(vec![id], paid_by_the_state(paid))).into(),
        false => list.into(),
    }
}

/// Whether the state pays somebody becomes this, and nothing else.
pub(super) fn paid_by_the_state(paid: Option<bool>) -> PeopleEdit {
    PeopleEdit { state_paid: Some(paid), ..PeopleEdit::default() }
}

pub(super) fn pay_options(context: Context<'_>) -> [(Option<bool>, String); 3] {
    [
        (None, "–".to_owned()),
        (Some(true), context.t("window-people-paid")),
        (Some(false), context.t("window-people-unpaid")),
    ]
}

/// The sessions they took part in, each leading there.
fn history<'a>(record: &'a PersonRecord, context: Context<'a>) -> Element<'a, Message> {
    let count = record.history.len();
    let head = context.say(&Sentence::new("window-people-history").with("count", count));
    let lines = record.history.iter().map(|one| took_part(one, context));
    column![styled(head, Role::FieldLabel)].extend(lines).spacing(space::S).into()
}

fn took_part<'a>(one: &'a TakenPart, context: Context<'a>) -> Element<'a, Message> {
    let place = [one.position.as_deref(), one.unit.as_deref()];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let when = one.dates.map(span_short).unwrap_or_default();
    let came = one.presence.is_known().then(|| {
        let words = Sentence::new("window-people-came").with("filled", one.presence.filled);
        small(context.say(&words.with("known", one.presence.known)))
    });
    let words = column![
        styled(one.title.as_str(), Role::Body),
        container(one_line([when.as_str(), place.as_str()].join(" · "), Role::Small)).clip(true),
    ]
    .push(came)
    .width(Length::Fill);
    let mark = match (one.part, &one.certificate) {
        (SessionRole::Guest, _) => Some((Tone::Blue, context.t("window-people-guest"))),
        (SessionRole::Presenter, _) => Some((Tone::Blue, context.t("window-people-presenter"))),
        (SessionRole::Delegate(DelegateState::Withdrawn), _) => {
            Some((Tone::Neutral, context.t("window-delegates-withdrawn")))
        }
        (SessionRole::Delegate(DelegateState::Listed | DelegateState::Substitute), Some(number)) => Some((
            Tone::Green,
            context.say(&Sentence::new("window-people-certificate").with("number", number.as_str())),
        )),
        (SessionRole::Delegate(DelegateState::Substitute), None) => {
            Some((Tone::Blue, context.t("window-people-substitute")))
        }
        (SessionRole::Delegate(DelegateState::Listed), None) => None,
    };
    let mark = mark.map(|(tone, words)| chip::chip(tone, None, words));
    let open = button::icon_only(Icon::ArrowRight, context.t("window-tip-open-session"))
        .on_press(Message::Open(one.session));
    let line = row![words, open].spacing(space::XS).align_y(Alignment::Center);
    column![line].push(mark).spacing(2.0).into()
}

/// The head of the panel with its cross.
pub(super) fn head<'a>(title: String, below: String) -> Element<'a, Message> {
    let mut words = column![styled(title, Role::Subtitle)];
    if !below.is_empty() {
        words = words.push(container(one_line(below, Role::Small)).clip(true));
    }
    card::closing(words, Message::ClosePanel).into()
}
