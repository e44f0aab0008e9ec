//! Tổng quan: the next session with its steps, what needs a look, recent sessions.

use iced::widget::{Space, column, container, row, scrollable};
use iced::{Alignment, Color, Element, Length, Task};
use jiff::civil::Date;

use super::sessions::{state_cell, year_of};
use super::{Action, Context, Header, Place, session};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::theme::text::{Role, body, plain, small, styled};
use crate::app::theme::{palette, space, style};
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{button, card, empty};
use crate::domain::id::SessionId;
use crate::domain::session::{SessionState, SessionSummary};
use crate::locale::Language;
use crate::message::{Explain, Message as Sentence};
use crate::store::StoreError;
use crate::vietnamese::date::{span_short, weekday};

/// Recent sessions shown.
const RECENT: usize = 6;
/// Things to do shown.
const TASKS: usize = 4;

/// What is on show.
#[derive(Default)]
pub struct State {
    all: Option<Vec<SessionSummary>>,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The sessions arrived.
    Loaded(Result<Vec<SessionSummary>, StoreError>),
    /// The recent session of a row is to be opened.
    Opened(usize),
    /// A session is to be opened at a tab.
    Go(SessionId, session::Tab),
    /// All sessions are wanted.
    ShowAll,
    /// A new session is wanted.
    New,
    /// A list is to be chosen and imported.
    PickList,
    /// The samples are wanted.
    PlantSamples,
}

impl State {
    /// Asks for what the screen shows.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        job::ask(context.store.sessions()).map(Message::Loaded)
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Loaded(Ok(all)) => self.all = Some(all),
            Message::Loaded(Err(error)) => return Action::Fail(error.explain()),
            Message::Opened(row) => {
                if let Some(one) = self.all.as_ref().and_then(|all| all.get(row)) {
                    return Action::Go(Place::Session(one.id, session::Tab::first_for(one)));
                }
            }
            Message::Go(id, tab) => return Action::Go(Place::Session(id, tab)),
            Message::ShowAll => return Action::Go(Place::Sessions),
            Message::New if context.can_write() => return Action::NewSession,
            Message::PickList if context.can_write() => return Action::PickList,
            Message::PlantSamples if context.can_write() => return Action::PlantSamples,
            Message::New | Message::PickList | Message::PlantSamples => {}
        }
        Action::None
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        (shortcut == Shortcut::New).then_some(Message::New)
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let now = jiff::Zoned::now();
        let greeting = match now.hour() {
            0..=10 => context.t("window-good-morning"),
            11..=17 => context.t("window-good-afternoon"),
            _ => context.t("window-good-evening"),
        };
        let mut header = Header::new(day_in_words(now.date(), context), greeting);
        // The empty start offers the same larger, in the middle.
        if self.all.as_ref().is_some_and(|all| !all.is_empty()) {
            header.actions = vec![
                button::secondary(Some(Icon::FileUp), context.t("window-import-list"))
                    .on_press_maybe(context.if_writable(Message::PickList))
                    .into(),
                button::primary(Some(Icon::Plus), context.t("window-session-new"))
                    .on_press_maybe(context.if_writable(Message::New))
                    .into(),
            ];
        }
        header
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(all) = &self.all else { return iced::widget::space().into() };
        if all.is_empty() {
            return start(context);
        }
        let today = jiff::Zoned::now().date();
        let next = next_of(all, today).map(|one| next_card(one, today, context));
        let aside = column![].push(tasks_card(all, today, context)).push(year_card(all, context));
        let aside = aside.spacing(space::M);
        let recent = recent_card(all, context);
        // Two columns where there is room for them.
        let rest: Element<'_, Message> = if context.size.width >= space::WIDE {
            row![container(recent).width(Length::Fill), container(aside).width(314.0)].spacing(14.0).into()
        } else {
            column![recent, aside].spacing(space::M).into()
        };
        let page = column![].push(next).push(rest).spacing(space::L).padding([18.0, space::XL]);
        scrollable(page).style(style::scroll_bar).height(Length::Fill).into()
    }
}

/// The empty start: three ways in.
fn start<'a>(context: Context<'a>) -> Element<'a, Message> {
    let content = column![
        empty::empty(
            Icon::GraduationCap,
            context.t("window-start-title"),
            context.t("window-start-words"),
            [
                button::primary(Some(Icon::Plus), context.t("window-start-new"))
                    .id("start-new")
                    .on_press_maybe(context.if_writable(Message::New))
                    .into(),
                button::secondary(Some(Icon::FileSpreadsheet), context.t("window-start-import"))
                    .id("start-import")
                    .on_press_maybe(context.if_writable(Message::PickList))
                    .into(),
            ],
        ),
        button::quiet(None, context.t("window-start-samples"))
            .id("start-samples")
            .on_press_maybe(context.if_writable(Message::PlantSamples)),
        small(context.t("window-start-samples-words")),
    ]
    .spacing(space::XS)
    .align_x(Alignment::Center);
    container(card::card(content).width(620.0)).center(Length::Fill).padding(space::XL).into()
}

/// The session to get on with: the next open one, else the latest open one.
fn next_of(all: &[SessionSummary], today: Date) -> Option<&SessionSummary> {
    let open = || all.iter().filter(|one| one.state != SessionState::Ended);
    let begins = |one: &&SessionSummary| one.dates.and_then(|dates| dates.start().calendar());
    open()
        .filter(|one| begins(one).is_some_and(|day| day >= today))
        .min_by_key(begins)
        .or_else(|| open().next())
}

fn next_card<'a>(one: &'a SessionSummary, today: Date, context: Context<'a>) -> Element<'a, Message> {
    let begins = one.dates.and_then(|dates| dates.start().calendar());
    let days = begins.and_then(|day| today.until(day).ok()).map(|span| i64::from(span.get_days()));
    let when = match days {
        Some(days) if days > 0 => context.say(&Sentence::new("window-next-in-days").with("count", days)),
        Some(0) => context.t("window-next-today"),
        _ => context.t("window-next-open"),
    };
    let mut facts: Vec<String> = one.dates.map(span_short).into_iter().collect();
    if one.clusters > 0 {
        facts.push(context.say(&Sentence::new("window-clusters-count").with("count", one.clusters)));
    }
    facts.push(context.say(&Sentence::new("window-delegates-count").with("count", one.delegates)));
    let words = column![
        small(when),
        styled(one.title.as_str(), Role::Subtitle),
        body(facts.join(" · ")).color(palette::MUTED),
    ]
    .spacing(2.0)
    .width(Length::Fill);
    let id = one.id;
    let actions = row![
        button::secondary(None, context.t("window-session-open"))
            .on_press(Message::Go(id, session::Tab::Info)),
        button::primary(Some(Icon::Printer), context.t("window-print-sheet"))
            .on_press(Message::Go(id, session::Tab::Printing)),
    ]
    .spacing(space::M);
    let steps = [
        ("window-tab-info", session::Tab::Info, one.dates.is_some()),
        ("window-tab-delegates", session::Tab::Delegates, one.delegates > 0),
        ("window-tab-printing", session::Tab::Printing, false),
    ];
    let current = steps.iter().position(|(_, _, done)| !done).unwrap_or(steps.len());
    let steps = row(steps.into_iter().enumerate().map(|(place, (label, tab, done))| {
        step(place + 1, context.t(label), done, place == current, Message::Go(id, tab))
    }));
    card::card(
        column![row![words, actions].align_y(Alignment::Center).spacing(space::M), steps].spacing(space::M),
    )
    .padding([space::L, 20.0])
    .into()
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
        palette::ACCENT
    } else {
        palette::INK
    });
    let content = column![badge, word].spacing(6.0).align_x(Alignment::Center);
    let look = |status: Status| {
        let ground = if status == Status::Hovered { palette::SURFACE_SOFT } else { Color::TRANSPARENT };
        Look::flat(ground, palette::INK)
    };
    press(content, look).width(Length::Fill).padding(6.0).ring_inside().on_press(on_press).into()
}

fn recent_card<'a>(all: &'a [SessionSummary], context: Context<'a>) -> Element<'a, Message> {
    let rows = all.len().min(RECENT);
    let columns = vec![
        Column::new(context.t("window-column-session"), Width::Fill(1)),
        Column::new(context.t("window-column-dates"), Width::Fixed(156.0)),
        Column::new(context.t("window-column-delegates"), Width::Fixed(104.0)).right(),
        Column::new(context.t("window-column-state"), Width::Fixed(146.0)),
    ];
    let clusters = move |one: &SessionSummary| {
        let count = context.say(&Sentence::new("window-clusters-count").with("count", one.clusters));
        if one.is_sample { format!("{count} · {}", context.t("window-sample")) } else { count }
    };
    let list = table(columns, rows, move |row, column| match column {
        0 => Cell::lines(all[row].title.clone(), clusters(&all[row])),
        1 => Cell::text(all[row].dates.map(span_short).unwrap_or_default()),
        2 => Cell::text(all[row].delegates.to_string()),
        _ => state_cell(all[row].state, context),
    })
    .id("recent")
    .tall()
    .fit()
    .frameless()
    .on_open(Message::Opened)
    .opens_on_click();
    let more = (all.len() > RECENT).then(|| {
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

/// What needs a look, from the data alone.
fn tasks_card<'a>(
    all: &'a [SessionSummary],
    today: Date,
    context: Context<'a>,
) -> Option<Element<'a, Message>> {
    let open = all.iter().filter(|one| one.state != SessionState::Ended && !one.is_sample);
    let tasks: Vec<(Icon, Color, String, Message)> = open
        .filter_map(|one| {
            let ends = one.dates.and_then(|dates| dates.end().calendar());
            let about = |id: &str| context.say(&Sentence::new(id).with("title", one.title.as_str()));
            if one.dates.is_none() {
                let go = Message::Go(one.id, session::Tab::Info);
                Some((Icon::Calendar, palette::AMBER, about("window-task-no-dates"), go))
            } else if one.delegates == 0 {
                let go = Message::Go(one.id, session::Tab::Delegates);
                Some((Icon::Users, palette::AMBER, about("window-task-no-delegates"), go))
            } else if ends.is_some_and(|day| day < today) {
                let go = Message::Go(one.id, session::Tab::Info);
                Some((Icon::CircleCheck, palette::BLUE, about("window-task-over"), go))
            } else {
                None
            }
        })
        .take(TASKS)
        .collect();
    if tasks.is_empty() {
        return None;
    }
    let lines = tasks.into_iter().map(|(icon, color, words, go)| {
        let content =
            row![icon.view().color(color), plain(words, Role::Body).width(Length::Fill)].spacing(space::S);
        let look = |status: Status| {
            let ground = if status == Status::Hovered { palette::SURFACE_SOFT } else { Color::TRANSPARENT };
            Look::flat(ground, palette::INK)
        };
        press(content, look).width(Length::Fill).padding(space::XS).ring_inside().on_press(go).into()
    });
    let list = column(lines).spacing(space::XS);
    Some(card::titled(context.t("window-tasks"), None, list).width(Length::Fill).into())
}

/// The latest year in figures.
fn year_card<'a>(all: &'a [SessionSummary], context: Context<'a>) -> Option<Element<'a, Message>> {
    let year = all.iter().filter_map(year_of).max()?;
    let of_year = || all.iter().filter(|one| year_of(one) == Some(year));
    let delegates: u32 = of_year().map(|one| one.delegates).sum();
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

fn day_in_words(day: Date, context: Context<'_>) -> String {
    match context.locale.language() {
        Language::Vietnamese => {
            format!("{}, {} tháng {} năm {}", weekday(day), day.day(), day.month(), day.year())
        }
        Language::English => day.strftime("%A, %-d %B %Y").to_string(),
    }
}
