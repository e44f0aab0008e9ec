//! Buổi: the half-days of a cluster, and making them from its days.

use iced::widget::{column, container, row};
use iced::{Alignment, Color, Element};

use super::Context;
use crate::app::icon::Icon;
use crate::app::screen::Action;
use crate::app::theme::text::{Role, plain, small, styled};
use crate::app::theme::{palette, space, style};
use crate::app::widget::button;
use crate::app::widget::date_field::date_field;
use crate::app::widget::press::{Look, Status, press};
use crate::domain::cluster::{Cluster, HalfDay, Sitting, SittingDetails};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, SittingId};
use crate::message::{Explain, Message as Sentence};
use crate::store::StoreError;
use crate::vietnamese::date::short;

/// Height of a chip with a cross.
const HEIGHT: f32 = 26.0;

/// The day of the next half-day.
pub(super) const DAY_FIELD: &str = "sitting-day";

/// The day typed for the next sitting; the first day of the cluster otherwise.
#[derive(Default)]
pub struct State {
    day: Option<FuzzyDate>,
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
    /// A half-day is to go.
    Remove(SittingId),
    /// Sittings of all clusters are made from their days.
    Make(Vec<HalfDay>),
    /// So many were made.
    Made(Result<usize, StoreError>),
}

impl State {
    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
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
            Message::Remove(id) => Action::write(store.delete_sitting(id), |()| None),
            Message::Make(halves) => {
                let clusters = dossier.clusters.iter().map(|one| one.id).collect();
                Action::save(store.make_sittings(clusters, halves), Message::Made)
            }
            Message::Made(Ok(0)) => Action::Say(Sentence::new("window-info-sittings-there")),
            Message::Made(Ok(count)) => {
                Action::Changed(Sentence::new("window-info-sittings-made").with("count", count))
            }
            Message::Made(Err(error)) => Action::Fail(error.explain()),
        }
    }

    /// The half-days of a cluster, and a line to add one.
    pub fn view<'a>(
        &'a self,
        cluster: &'a Cluster,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let chips = cluster.sittings.iter().map(|one| sitting(one, context));
        let chips = (!cluster.sittings.is_empty()).then(|| row(chips).spacing(space::S).wrap());
        let none = cluster.sittings.is_empty().then(|| small(context.t("window-info-no-sittings")));
        column![styled(context.t("window-info-sittings"), Role::FieldLabel)]
            .push(chips)
            .push(none)
            .push(context.can_write().then(|| self.adding(cluster, dossier, context)))
            .spacing(space::S)
            .into()
    }

    fn adding<'a>(
        &'a self,
        cluster: &'a Cluster,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let dates = cluster.details.dates.or(dossier.session.details.dates);
        let day = self.day.or(dates.map(DateSpan::start));
        let input = date_field(context.locale, day, Message::Day)
            .id(DAY_FIELD)
            .of((cluster.id, "sitting"))
            .width(140.0);
        let half = |half: HalfDay, label: &str| {
            let there = |date: FuzzyDate| {
                cluster.sittings.iter().any(|one| (one.details.date, one.details.half) == (date, half))
            };
            let message = day.filter(|day| !there(*day)).map(|day| Message::Add(cluster.id, day, half));
            button::quiet(Some(Icon::Plus), context.t(label)).on_press_maybe(message)
        };
        row![
            input,
            half(HalfDay::Morning, "window-info-morning"),
            half(HalfDay::Afternoon, "window-info-afternoon"),
            half(HalfDay::Evening, "window-info-evening"),
        ]
        .spacing(space::XS)
        .align_y(Alignment::Center)
        .into()
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

/// A half-day with a cross to take it away.
fn sitting<'a>(sitting: &'a Sitting, context: Context<'a>) -> Element<'a, Message> {
    let details = &sitting.details;
    let half = match details.half {
        HalfDay::Morning => context.t("window-info-morning"),
        HalfDay::Afternoon => context.t("window-info-afternoon"),
        HalfDay::Evening => context.t("window-info-evening"),
    };
    let hours = match (&details.starts, &details.ends) {
        (Some(starts), Some(ends)) => format!(" · {starts}–{ends}"),
        (Some(time), None) | (None, Some(time)) => format!(" · {time}"),
        (None, None) => String::new(),
    };
    let words = format!("{half} {}{hours}", without_year(details.date));
    let look = |status: Status| {
        let (ground, text) = match status {
            Status::Hovered | Status::Pressed => (palette::LINE, palette::INK),
            _ => (Color::TRANSPARENT, palette::MUTED),
        };
        Look::flat(ground, text).corners(10.0)
    };
    let cross = context.can_write().then(|| {
        press(Icon::X.sized(14.0), look)
            .width(20.0)
            .height(20.0)
            .padding([0.0, 3.0])
            .ring_inside()
            .on_press(Message::Remove(sitting.id))
    });
    let room =
        iced::Padding { left: 10.0, right: if cross.is_some() { 4.0 } else { 10.0 }, ..Default::default() };
    container(row![plain(words, Role::SmallLabel)].push(cross).spacing(space::XS).align_y(Alignment::Center))
        .align_y(Alignment::Center)
        .height(HEIGHT)
        .padding(room)
        .style(style::rounded(palette::NEUTRAL, HEIGHT / 2.0))
        .into()
}

/// The day in figures; the year stands with the cluster and the session.
fn without_year(date: FuzzyDate) -> String {
    let whole = short(date);
    match (date.year(), date.month()) {
        (Some(year), Some(_)) => match whole.strip_suffix(&format!("/{year}")) {
            Some(day) if date.day_of_month().is_some() => day.to_owned(),
            _ => whole,
        },
        _ => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_stands_without_its_year_and_a_month_with_it() {
        let shown = |text: &str| without_year(text.parse().expect("a date"));
        assert_eq!(shown("2020-09-25"), "25/9");
        assert_eq!(shown("2020-09"), "9/2020");
        assert_eq!(shown("2020"), "2020");
    }
}
