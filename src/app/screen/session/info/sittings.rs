//! Buổi: the half-days of a cluster with their hours, and making them from its days.

use iced::widget::{column, row};
use iced::{Alignment, Element};

use super::Context;
use crate::app::icon::Icon;
use crate::app::screen::Action;
use crate::app::screen::session::sitting_plan;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::button;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::select::select;
use crate::domain::cluster::{Cluster, HalfDay, Sitting, SittingDetails};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::dossier::Dossier;
use crate::domain::entry;
use crate::domain::id::{ClusterId, SittingId};
use crate::domain::mistake::Mistake;
use crate::domain::programme::ClockTime;
use crate::sentence::{Explain, Sentence};

/// The day of the next half-day.
pub(super) const DAY_FIELD: &str = "sitting-day";

/// The day typed for the next sitting, the first day of the cluster otherwise.
#[derive(Default)]
pub struct State {
    day: Option<FuzzyDate>,
}

/// A change of a sitting.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Its day was committed.
    Day(Option<FuzzyDate>),
    /// Another part of the day.
    Half(HalfDay),
    /// When it starts, as typed: "7h30".
    Starts(String),
    /// When it ends.
    Ends(String),
}

impl Edit {
    /// The field in the history.
    fn field(&self) -> &'static str {
        match self {
            Self::Day(_) => "day",
            Self::Half(_) => "half",
            Self::Starts(_) => "starts",
            Self::Ends(_) => "ends",
        }
    }

    fn apply(&self, details: &mut SittingDetails) {
        match self {
            Self::Day(Some(day)) => details.date = *day,
            // Refused before it comes here.
            Self::Day(None) => {}
            Self::Half(half) => details.half = *half,
            Self::Starts(time) => details.starts = Some(time.clone()),
            Self::Ends(time) => details.ends = Some(time.clone()),
        }
    }
}

/// What happens on the sittings.
#[derive(Clone)]
pub enum Message {
    /// A day was typed.
    Day(Option<FuzzyDate>),
    /// A half-day is added.
    Add(ClusterId, FuzzyDate, HalfDay),
    /// It was added.
    Added,
    /// A half-day changes.
    Edit(SittingId, Edit),
    /// A half-day is to go.
    Remove(SittingId),
    /// Sittings of all clusters are made from their days.
    Make(Vec<HalfDay>),
}

impl State {
    /// Takes in a message.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let store = context.store;
        match message {
            Message::Day(day) => {
                self.day = day;
                Action::None
            }
            Message::Add(cluster, date, half) => {
                let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
                Action::write(store.add_sitting(cluster, sitting), |_| Some(Message::Added))
            }
            Message::Added => Action::None,
            Message::Edit(id, edit) => self::edit(id, edit, dossier, context),
            Message::Remove(id) => Action::write(store.delete_sitting(id), |()| None),
            Message::Make(halves) => sitting_plan::make(dossier, halves, context),
        }
    }

    /// The half-days of a cluster, and a line to add one.
    pub fn view<'a>(
        &'a self,
        cluster: &'a Cluster,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let lines = cluster.sittings.iter().map(|one| self.sitting(one, context));
        let lines = (!cluster.sittings.is_empty()).then(|| column(lines).spacing(space::XS));
        let none = cluster.sittings.is_empty().then(|| small(context.t("window-info-no-sittings")));
        column![styled(context.t("window-info-sittings"), Role::FieldLabel)]
            .push(lines)
            .push(none)
            .push(context.can_write().then(|| self.adding(cluster, dossier, context)))
            .spacing(space::S)
            .into()
    }

    /// A half-day: its day, its part of the day, from when to when.
    fn sitting<'a>(&'a self, sitting: &'a Sitting, context: Context<'a>) -> Element<'a, Message> {
        let id = sitting.id;
        let of = |name: &'static str, input: Field<'a, Message>| {
            let input = input.in_drafts(context.drafts, key(id, name)).id(format!("sitting-{name}-{id}"));
            input.read_only_unless(context.can_write())
        };
        let day =
            day_field(context.locale, Some(sitting.date), None, move |day| Message::Edit(id, Edit::Day(day)));
        let half = select(HALVES.map(|half| (half, half_words(half, context))), Some(&sitting.half))
            .id(format!("sitting-half-{id}"))
            .width(106.0);
        let half = match context.can_write() {
            true => half.on_choose(move |half| Message::Edit(id, Edit::Half(half))),
            false => half,
        };
        let hour =
            |name: &'static str, value: Option<ClockTime>, example: Sentence, edit: fn(String) -> Edit| {
                let input = field(value.map(|time| time.to_string()).unwrap_or_default())
                    .on_commit(move |time| Message::Edit(id, edit(time)))
                    .placeholder(context.say(&example));
                of(name, input)
            };
        let (from, to) = match sitting.half {
            HalfDay::Morning => ("7:30", "11:30"),
            HalfDay::Afternoon => ("13:30", "17:00"),
            HalfDay::Evening => ("18:30", "21:00"),
        };
        let from = Sentence::new("info-sitting-from").with("time", from);
        let to = Sentence::new("info-sitting-to").with("time", to);
        let away = button::icon_only(Icon::X, context.t("window-tip-remove"))
            .id(format!("sitting-away-{id}"))
            .on_press_maybe(context.if_writable(Message::Remove(id)));
        let line = row![
            Element::from(of("day", day).width(132.0)),
            Element::from(half),
            Element::from(hour("starts", sitting.starts, from, Edit::Starts)),
            Element::from(hour("ends", sitting.ends, to, Edit::Ends)),
            Element::from(away),
        ]
        .spacing(space::S);
        line.into()
    }

    fn adding<'a>(
        &'a self,
        cluster: &'a Cluster,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let dates = cluster.details.dates.or(dossier.session.details.dates);
        let day = self.day.or(dates.map(DateSpan::start));
        let input = day_field(context.locale, day, None, Message::Day)
            .id(DAY_FIELD)
            .of((cluster.id, "sitting"))
            .width(132.0);
        let half = |half: HalfDay| {
            let there = |date: FuzzyDate| cluster.sittings.iter().any(|one| one.half_day() == (date, half));
            let message = day.filter(|day| !there(*day)).map(|day| Message::Add(cluster.id, day, half));
            button::quiet(Some(Icon::Plus), half_words(half, context)).on_press_maybe(message).into()
        };
        let halves: [Element<'a, Message>; 3] = HALVES.map(half);
        row![input].extend(halves).spacing(space::XS).align_y(Alignment::Center).into()
    }

    /// Buttons that make the sittings of all clusters from their days.
    pub fn make<'a>(&self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let dated = dossier.session.details.dates.is_some()
            || dossier.clusters.iter().all(|one| one.details.dates.is_some());
        let choice = |label: &str, halves: Vec<HalfDay>| {
            let message = context.if_writable(Message::Make(halves)).filter(|_| dated);
            button::secondary_small(None, context.t(label)).on_press_maybe(message).into()
        };
        let choices: [Element<'a, Message>; 3] = [
            choice("window-info-make-both", vec![HalfDay::Morning, HalfDay::Afternoon]),
            choice("window-info-morning", vec![HalfDay::Morning]),
            choice("window-info-afternoon", vec![HalfDay::Afternoon]),
        ];
        let label = if dated { "window-info-make-sittings" } else { "window-info-make-needs-days" };
        let words: Element<'a, Message> = small(context.t(label)).into();
        row([words].into_iter().chain(choices)).spacing(space::S).align_y(Alignment::Center).wrap().into()
    }
}

/// The draft of a field.
fn key(id: SittingId, field: &str) -> String {
    format!("sitting {id} {field}")
}

/// A field changes a sitting, on show and in the data file, which knows what hours are.
fn edit(id: SittingId, edit: Edit, dossier: &mut Dossier, context: Context<'_>) -> Action<Message> {
    let mut sittings = dossier.clusters.iter_mut().flat_map(|cluster| &mut cluster.sittings);
    let Some(sitting) = sittings.find(|sitting| sitting.id == id) else { return Action::None };
    let field = edit.field();
    if matches!(edit, Edit::Day(None)) {
        return Action::Refuse(key(id, field), Mistake::NoSittingDay.explain());
    }
    let mut details = sitting.details();
    edit.apply(&mut details);
    if let Ok(details) = entry::sitting(details) {
        sitting.move_to(&details);
    }
    let writing = context.store.edit_sitting(id, field, move |details| edit.apply(details));
    Action::save(key(id, field), writing)
}

/// The parts of a day.
const HALVES: [HalfDay; 3] = [HalfDay::Morning, HalfDay::Afternoon, HalfDay::Evening];

fn half_words(half: HalfDay, context: Context<'_>) -> String {
    context.t(match half {
        HalfDay::Morning => "window-info-morning",
        HalfDay::Afternoon => "window-info-afternoon",
        HalfDay::Evening => "window-info-evening",
    })
}
