//! The latest sessions, and the latest year in figures.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::Message;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::sessions::{state_cell, ways, year_of};
use crate::app::theme::text::{Role, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{button, card};
use crate::domain::overview::Overview;
use crate::domain::session::SessionSummary;
use crate::sentence::Sentence;
use crate::vietnamese::date::span_short;

/// Sessions shown.
const SHOWN: usize = 6;

/// The card of the latest sessions.
pub(super) fn recent_card<'a>(overview: &'a Overview, context: Context<'a>) -> Element<'a, Message> {
    let all = &overview.sessions;
    let columns = vec![
        Column::new(context.t("window-column-session"), Width::Name(1)),
        Column::new(context.t("window-column-dates"), Width::Fixed(156.0)),
        Column::new(context.t("window-column-delegates"), Width::Fixed(104.0)).right(),
        Column::new(context.t("window-column-state"), Width::Fixed(146.0)),
    ];
    let list = table(columns, all.len().min(SHOWN), move |row, column| {
        let session = &all[row].0;
        match column {
            0 => Cell::lines(session.title.clone(), second_line(session, overview.came(session.id), context)),
            1 => Cell::text(session.dates.map(span_short).unwrap_or_default()),
            2 => Cell::text(session.delegates.to_string()),
            _ => state_cell(session.state, context),
        }
    })
    .id("recent")
    .tall()
    .fit()
    .frameless()
    .on_open(Message::Opened)
    .opens_on_click()
    .commands(move |row| {
        all.get(row).map_or_else(Vec::new, |(one, _)| ways(|tab| Message::Go(one.id, tab), context))
    });
    let more = (all.len() > SHOWN).then(|| {
        button::quiet(Some(Icon::ArrowRight), context.t("window-show-all")).on_press(Message::ShowAll)
    });
    let head = row![styled(context.t("window-recent"), Role::Strong).width(Length::Fill)]
        .push(more)
        .align_y(Alignment::Center)
        .height(46.0)
        .padding([0.0, space::L]);
    // The last row must not reach into the round corners.
    let foot = Space::new().height(space::S);
    container(column![head, list, foot]).padding(1.0).style(style::card).into()
}

/// "5 cụm · Nhà văn hóa các xã · đã điểm danh có mặt 415/433".
fn second_line(session: &SessionSummary, came: Option<u32>, context: Context<'_>) -> String {
    let clusters = (session.clusters > 0).then(|| context.count("window-clusters-count", session.clusters));
    let came = came.map(|came| super::next::came(came, session.delegates, context));
    let sample = session.is_sample.then(|| context.t("window-sample"));
    let facts: Vec<String> =
        clusters.into_iter().chain(came).chain(session.venue.clone()).chain(sample).collect();
    facts.join(" · ")
}

/// The latest year in figures; none before the first session with a year.
pub(super) fn year_card<'a>(overview: &'a Overview, context: Context<'a>) -> Option<Element<'a, Message>> {
    let sessions = || overview.sessions.iter().map(|(session, _)| session);
    let year = sessions().filter_map(year_of).max()?;
    let of_year = || sessions().filter(|session| year_of(session) == Some(year));
    let delegates: u32 = of_year().map(|session| session.delegates).sum();
    let figure = |number: String, label: String| {
        column![styled(number, Role::Figure), small(label)].width(Length::Fill)
    };
    let figures = row![
        figure(of_year().count().to_string(), context.t("window-figure-sessions")),
        figure(delegates.to_string(), context.t("window-figure-delegates")),
    ]
    .spacing(space::M);
    let title = context.say(&Sentence::new("window-year").with("year", year.to_string()));
    Some(card::titled(title, None, figures).width(Length::Fill).into())
}
