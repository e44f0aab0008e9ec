//! Tổng quan: the next session with its steps, what needs a look, recent sessions.

mod next;
mod office;
mod recent;
mod start;
mod tasks;

use iced::widget::{column, container, row, scrollable};
use iced::{Element, Length, Task};
use jiff::civil::Date;

use super::{Action, BackupWish, Context, Header, Route, Tab};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::theme::{space, style};
use crate::app::widget::button;
use crate::domain::id::SessionId;
use crate::domain::overview::Overview;
use crate::guide::Page;
use crate::locale::Language;
use crate::sentence::Explain;
use crate::store::StoreError;
use crate::vietnamese::date::weekday;

/// The tables this screen shows.
pub const READS: &[&str] = &[
    "session",
    "cluster",
    "sitting",
    "delegate",
    "programme_item",
    "curriculum_topic",
    "certificate",
    "certificate_event",
    "print_run",
    "organisation",
    "signatory",
    "retention",
];

/// What is on show.
#[derive(Default)]
pub struct State {
    overview: Option<Overview>,
    /// All that needs a look is on show, not the first of it alone.
    all_tasks: bool,
    /// Which organisation this is, while none is known.
    office: office::State,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// What there is to show arrived.
    Loaded(Result<Overview, StoreError>),
    /// The recent session of a row is to be opened.
    Opened(usize),
    /// A session is to be opened at a tab.
    Go(SessionId, Tab),
    /// All that needs a look is wanted.
    AllTasks,
    /// The level of the organisation was chosen.
    Level(office::Level),
    /// Its place was typed.
    Place(String),
    /// It is to be written.
    WriteOffice,
    /// The settings are wanted.
    Settings,
    /// All sessions are wanted.
    ShowAll,
    /// A new session is wanted.
    New,
    /// A list is to be chosen and imported.
    PickList,
    /// What lies on this computer from before is sought.
    FindOld,
    /// The samples are wanted.
    PlantSamples,
}

impl State {
    /// Asks for what the screen shows.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        job::ask(context.store.overview()).map(Message::Loaded)
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Loaded(Ok(overview)) => self.overview = Some(overview),
            Message::Loaded(Err(error)) => return Action::Fail(error.explain()),
            Message::Opened(row) => {
                if let Some((one, _)) = self.overview.as_ref().and_then(|all| all.sessions.get(row)) {
                    return Action::Go(Route::Session(one.id, Tab::first_for(one)));
                }
            }
            Message::Go(id, tab) => return Action::Go(Route::Session(id, tab)),
            Message::AllTasks => self.all_tasks = true,
            Message::Level(level) => self.office.level = level,
            Message::Place(place) => self.office.place = place,
            Message::WriteOffice => {
                let details = self.office.details().filter(|_| context.can_write());
                if let Some(details) = details {
                    return Action::write(context.store.add_organisation(details), |_| None);
                }
            }
            Message::Settings => return Action::Go(Route::Settings),
            Message::ShowAll => return Action::Go(Route::Sessions),
            Message::New if context.can_write() => return Action::NewSession,
            Message::FindOld => return Action::Backups(BackupWish::Find),
            Message::PickList if context.can_write() => return Action::PickList,
            Message::PlantSamples if context.can_write() => return Action::PlantSamples,
            Message::New | Message::PickList | Message::PlantSamples => {}
        }
        Action::None
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        let is_first = self.overview.as_ref().is_some_and(|overview| overview.sessions.is_empty());
        if is_first { Page::FirstStart } else { Page::Overview }
    }

    /// Nothing is typed here that is kept.
    pub fn reveal(&mut self, _: &str) {}

    /// No dialog of its own.
    pub fn dialog<'a>(&'a self, _: Context<'a>) -> Option<Element<'a, Message>> {
        None
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::New => Some(Message::New),
            Shortcut::Print => {
                let (next, _) = self.overview.as_ref()?.next(crate::clock::today())?;
                Some(Message::Go(next.id, Tab::Printing))
            }
            _ => None,
        }
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let now = crate::clock::here();
        let greeting = match now.hour() {
            0..=10 => context.t("window-good-morning"),
            11..=17 => context.t("window-good-afternoon"),
            _ => context.t("window-good-evening"),
        };
        let mut header = Header::new(day_in_words(now.date(), context), greeting);
        // The empty start offers the same larger, in the middle.
        if self.overview.as_ref().is_some_and(|all| !all.sessions.is_empty()) {
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
        let Some(overview) = &self.overview else { return iced::widget::space().into() };
        if overview.sessions.is_empty() {
            let office =
                (!overview.has_organisation && context.can_write()).then(|| self.office.card(context));
            return start::start(office, context);
        }
        let today = crate::clock::today();
        let next = overview.next(today).map(|one| next::next_card(one, today, context));
        let aside = column![]
            .push(tasks::tasks_card(overview, today, self.all_tasks, context))
            .push(recent::year_card(overview, context));
        let aside = aside.spacing(space::M);
        let recent = recent::recent_card(overview, context);
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

fn day_in_words(day: Date, context: Context<'_>) -> String {
    match context.locale.language() {
        Language::Vietnamese => {
            format!("{}, {} tháng {} năm {}", weekday(day), day.day(), day.month(), day.year())
        }
        Language::English => day.strftime("%A, %-d %B %Y").to_string(),
    }
}
