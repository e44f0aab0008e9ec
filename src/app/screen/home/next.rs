//! The session to get on with, and how far it has come.

use iced::widget::{column, container, row};
use iced::{Alignment, Color, Element, Length};
use jiff::civil::Date;

use super::Message;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::Tab;
use crate::app::theme::text::{Role, body, plain, small, styled};
use crate::app::theme::{palette, space, style};
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::{button, card};
use crate::domain::overview::Progress;
use crate::domain::session::SessionSummary;
use crate::sentence::Sentence;
use crate::vietnamese::date::span_short;

/// The card of the next session.
pub(super) fn next_card<'a>(
    (session, progress): &'a (SessionSummary, Progress),
    today: Date,
    context: Context<'a>,
) -> Element<'a, Message> {
    let words = column![
        small(when(session, today, context)),
        styled(session.title.as_str(), Role::Subtitle),
        body(facts(session, progress, context)).color(palette::MUTED),
    ]
    .spacing(2.0)
    .width(Length::Fill);
    let id = session.id;
    let steps = steps(session, progress);
    // A programme is not needed for anything that comes after it.
    let current = steps.iter().position(|step| !step.done && step.tab != Tab::Programme);
    let go_on = current.map(|at| {
        let Step { icon, does, leads, .. } = steps[at];
        button::primary(Some(icon), context.t(does)).on_press(Message::Go(id, leads))
    });
    let open = button::secondary(None, context.t("window-session-open")).on_press(Message::Go(id, Tab::Info));
    let actions = row![open].push(go_on).spacing(space::M);
    let steps = row(steps.into_iter().enumerate().map(|(place, one)| {
        step(place + 1, context.t(one.label), one.done, Some(place) == current, Message::Go(id, one.tab))
    }));
    card::card(
        column![row![words, actions].align_y(Alignment::Center).spacing(space::M), steps].spacing(space::M),
    )
    .padding([space::L, 20.0])
    .into()
}

fn when(session: &SessionSummary, today: Date, context: Context<'_>) -> String {
    let days =
        session.first_day().and_then(|day| today.until(day).ok()).map(|span| i64::from(span.get_days()));
    match days {
        Some(days) if days > 0 => context.count("window-next-in-days", days),
        Some(0) => context.t("window-next-today"),
        _ => context.t("window-next-open"),
    }
}

fn facts(session: &SessionSummary, progress: &Progress, context: Context<'_>) -> String {
    let mut facts: Vec<String> = session.dates.map(span_short).into_iter().collect();
    let mut count = |id: &str, count: u32| {
        if count > 0 {
            facts.push(context.count(id, count));
        }
    };
    count("window-clusters-count", session.clusters);
    count("window-delegates-count", session.delegates);
    count("window-home-topics", progress.topics);
    if progress.marked > 0 {
        facts.push(came(progress.came, session.delegates, context));
    }
    facts.join(" · ")
}

/// "đã điểm danh có mặt 415/433": places, and how many were filled at one sitting at least.
pub(super) fn came(came: u32, places: u32, context: Context<'_>) -> String {
    context.say(&Sentence::new("window-home-came").with("came", came).with("places", places))
}

/// One step of the work.
#[derive(Clone, Copy)]
struct Step {
    label: &'static str,
    tab: Tab,
    done: bool,
    /// What is to be done, and where.
    icon: Icon,
    does: &'static str,
    leads: Tab,
}

fn steps(session: &SessionSummary, progress: &Progress) -> Vec<Step> {
    let step = |label, tab, done, icon, does| Step { label, tab, done, icon, does, leads: tab };
    let certified = progress.certificates > 0 && progress.unprinted == 0;
    let certificates = match progress.certificates {
        // Who gets one is seen first.
        0 => Step {
            leads: Tab::Results,
            ..step("window-step-certificates", Tab::Printing, false, Icon::Award, "next-certificates-do")
        },
        _ => step(
            "window-step-certificates",
            Tab::Printing,
            certified,
            Icon::Printer,
            "next-certificates-print",
        ),
    };
    let marked = progress.sittings > 0 && progress.marked == progress.sittings;
    vec![
        step("window-tab-info", Tab::Info, session.dates.is_some(), Icon::Calendar, "next-dates"),
        step("window-tab-delegates", Tab::Delegates, session.delegates > 0, Icon::FileUp, "next-delegates"),
        step(
            "window-programme-tab",
            Tab::Programme,
            progress.programme_items > 0,
            Icon::List,
            "window-programme-tab",
        ),
        step("window-step-sheet", Tab::Printing, progress.has_sheet, Icon::Printer, "window-print-sheet"),
        step("window-tab-attendance", Tab::Attendance, marked, Icon::ClipboardCheck, "next-attendance-do"),
        certificates,
        step("window-step-report", Tab::Printing, progress.has_report, Icon::FileText, "next-report"),
    ]
}

/// One step of the work: done, next, or to come.
fn step<'a>(
    number: usize,
    label: String,
    done: bool,
    current: bool,
    on_press: Message,
) -> Element<'a, Message> {
    let (ground, ink) = match (done, current) {
        (true, _) => (palette::GREEN, Color::WHITE),
        (false, true) => (palette::ACCENT, Color::WHITE),
        (false, false) => (palette::NEUTRAL, palette::MUTED),
    };
    let mark: Element<'_, Message> = match done {
        true => Icon::Check.sized(16.0).color(ink).into(),
        false => plain(number.to_string(), Role::FieldLabel).color(ink).into(),
    };
    let badge = container(mark).center(Length::Fixed(28.0)).style(style::rounded(ground, 14.0));
    let word = plain(label, if current { Role::FieldLabel } else { Role::Small }).color(if current {
        palette::INK
    } else {
        palette::MUTED
    });
    // Where it takes two lines both stand under the badge.
    let word = word.align_x(Alignment::Center);
    let content = column![badge, word].spacing(6.0).align_x(Alignment::Center);
    let look = |status: Status| {
        let ground = if status == Status::Hovered { palette::SURFACE_SOFT } else { Color::TRANSPARENT };
        Look::flat(ground, palette::INK)
    };
    press(content, look).width(Length::Fill).padding(6.0).ring_inside().on_press(on_press).into()
}
