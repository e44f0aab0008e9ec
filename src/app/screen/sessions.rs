//! Lớp tập huấn: all sessions, found by words and year. The example of a screen.

use std::collections::BTreeSet;

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length, Task};

use super::columns::{self, Columns, offer};
use super::{Action, Context, Header, Route, Tab, receiving};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::machine::ColumnWish;
use crate::app::shortcut::Shortcut;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::widget::command::{Command, command};
use crate::app::widget::select::select;
use crate::app::widget::table::{Cell, Column, Selection, Width};
use crate::app::widget::{button, chip, empty, search};
use crate::domain::session::{SessionState, SessionSummary};
use crate::guide::Page;
use crate::store::StoreError;
use crate::vietnamese::collate;
use crate::vietnamese::date::span_short;
use crate::vietnamese::fold::fold;

/// The tables this screen shows.
pub const READS: &[&str] = &["session", "cluster", "delegate"];

/// So many years stand in view; where there are more, only the latest do.
const MOST_YEARS: usize = 8;
const LATEST_YEARS: usize = 6;
/// Room for "Năm khác…" with large letters.
const EARLIER_WIDTH: f32 = 150.0;

/// What is on show.
#[derive(Default)]
pub struct State {
    /// All sessions, the latest first; `None` until they arrived.
    all: Option<Vec<SessionSummary>>,
    words: String,
    year: Option<i16>,
    /// Whether those that are put away are on show, instead of the others.
    put_away: bool,
    /// Those that match, by their place in `all`.
    found: Vec<usize>,
    /// By which column they stand, and whether from its beginning: at first the latest stand on top.
    sorted: (SessionColumn, bool),
    selection: Selection,
    /// A package of attendance that comes in.
    receiving: Option<receiving::State>,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The sessions arrived.
    Loaded(Result<Vec<SessionSummary>, StoreError>),
    /// The search words changed.
    Searched(String),
    /// All are wanted again.
    ShowAll,
    /// Those that are put away are wanted, or the others.
    PutAway(bool),
    /// A year was chosen; `None` for all.
    YearChosen(Option<i16>),
    /// Another order.
    Sorted(SessionColumn),
    /// What is wanted of a column.
    Column(ColumnWish),
    /// Rows were selected.
    Selected(Selection),
    /// The session of a row is to be opened.
    Opened(usize),
    /// The session of a row is to be opened at a tab.
    OpenedAt(usize, Tab),
    /// A new session is wanted.
    New,
    /// The samples are wanted.
    PlantSamples,
    /// A package of attendance: this is a second computer.
    Receiving(receiving::Message),
}

impl State {
    /// Asks for what the screen shows. Called again whenever the data changed.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        job::ask(context.store.sessions()).map(Message::Loaded)
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Loaded(Ok(all)) => {
                self.all = Some(all);
                self.find();
            }
            Message::Loaded(Err(error)) => {
                return Action::Fail(crate::sentence::Explain::explain(&error));
            }
            Message::Searched(words) => {
                self.words = words;
                self.find();
            }
            Message::YearChosen(year) => {
                self.year = year;
                self.find();
            }
            Message::PutAway(put_away) => {
                self.put_away = put_away;
                self.year = None;
                self.find();
            }
            Message::ShowAll => {
                self.put_away = false;
                self.words.clear();
                self.year = None;
                self.find();
            }
            Message::Sorted(by) => {
                let (old, from_beginning) = self.sorted;
                self.sorted = (by, if old == by { !from_beginning } else { by != SessionColumn::Dates });
                self.find();
            }
            Message::Column(wish) => return Action::Column(wish),
            Message::Selected(selection) => self.selection = selection,
            Message::Opened(row) => {
                if let Some(one) = self.row(row) {
                    return Action::Go(Route::Session(one.id, Tab::first_for(one)));
                }
            }
            Message::OpenedAt(row, tab) => {
                if let Some(one) = self.row(row) {
                    return Action::Go(Route::Session(one.id, tab));
                }
            }
            Message::New if context.can_write() => return Action::NewSession,
            Message::PlantSamples if context.can_write() => return Action::PlantSamples,
            Message::New | Message::PlantSamples => {}
            Message::Receiving(message) => return self.receive(message, context),
        }
        Action::None
    }

    fn receive(&mut self, message: receiving::Message, context: Context<'_>) -> Action<Message> {
        match (message, &mut self.receiving) {
            (receiving::Message::Pick, _) => receiving::pick(context).map(Message::Receiving),
            (receiving::Message::Picked(Some(path)), _) => {
                let (state, action) = receiving::State::open(path, context);
                self.receiving = Some(state);
                action.map(Message::Receiving)
            }
            (receiving::Message::Picked(None), _) | (_, None) => Action::None,
            (message, Some(state)) => match state.update(message, context) {
                receiving::Answer::Stay(action) => action.map(Message::Receiving),
                receiving::Answer::Close => {
                    self.receiving = None;
                    Action::None
                }
                receiving::Answer::Done(received) => {
                    self.receiving = None;
                    let there = Route::Session(received.session, Tab::Attendance);
                    Action::All(vec![Action::Go(there), Action::Say(receiving::told(&received))])
                }
            },
        }
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        Page::Sessions
    }

    /// Nothing is typed here that is kept.
    pub fn reveal(&mut self, _: &str) {}

    /// The dialog in which a package comes in.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        self.receiving.as_ref().map(|state| state.view(context).map(Message::Receiving))
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::New => Some(Message::New),
            Shortcut::Escape if self.receiving.is_some() => {
                Some(Message::Receiving(receiving::Message::Close))
            }
            other => other.step(&self.selection, self.found.len()).map(Message::Selected),
        }
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let mut header = Header::new(
            match &self.all {
                Some(all) => {
                    let shown = all.iter().filter(|one| one.put_away == self.put_away).count();
                    context.count("window-sessions-count", shown)
                }
                None => String::new(),
            },
            context.t("window-nav-sessions"),
        );
        let receive = Message::Receiving(receiving::Message::Pick);
        header.actions.push(
            button::secondary(Some(Icon::FileDown), context.t("exchange-open-package"))
                .id("sessions-receive")
                .on_press_maybe(context.if_writable(receive))
                .into(),
        );
        header.actions.push(
            button::primary(Some(Icon::Plus), context.t("window-session-new"))
                .on_press_maybe(context.if_writable(Message::New))
                .into(),
        );
        header
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(all) = &self.all else { return iced::widget::space().into() };
        if all.is_empty() {
            return nothing_yet(context);
        }
        let filters = row![container(self.find_field(context)).width(300.0), self.years(all, context),]
            .push(self.away(all, context))
            .spacing(space::M)
            .align_y(Alignment::Center);
        let body: Element<'_, Message> = if self.found.is_empty() {
            empty::empty(
                Icon::Search,
                context.t("window-nothing-found"),
                context.t("window-nothing-found-cure"),
                [button::secondary(None, context.t("window-show-all")).on_press(Message::ShowAll).into()],
            )
        } else {
            self.table(context)
        };
        column![filters, body].spacing(space::M).padding([18.0, space::XL]).height(Length::Fill).into()
    }

    /// The years there are: the latest in view, those before in a list.
    fn years<'a>(&'a self, all: &[SessionSummary], context: Context<'a>) -> Element<'a, Message> {
        let shown = all.iter().filter(|one| one.put_away == self.put_away);
        let years: BTreeSet<i16> = shown.filter_map(year_of).collect();
        let mut years = years.into_iter().rev().map(|year| (Some(year), year.to_string()));
        let latest = if years.len() > MOST_YEARS { LATEST_YEARS } else { MOST_YEARS };
        let latest: Vec<_> = years.by_ref().take(latest).collect();
        let choices = std::iter::once((None, context.t("window-all-years"))).chain(latest);
        let chips = chip::choices(choices, &self.year, Message::YearChosen);
        let earlier = (years.len() > 0).then(|| {
            select(years, Some(&self.year))
                .placeholder(context.t("window-earlier-years"))
                .id("sessions-earlier")
                .width(EARLIER_WIDTH)
                .on_choose(Message::YearChosen)
        });
        row![chips].push(earlier).spacing(space::S).align_y(Alignment::Center).into()
    }

    /// The search; Enter opens what is chosen, else the first that was found.
    fn find_field<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        let row = self.selection.cursor().unwrap_or(0);
        let open = (!self.words.is_empty() && row < self.found.len()).then_some(Message::Opened(row));
        let hint = context.t("window-sessions-search");
        search::entry(Tone::Neutral, &self.words, &hint, (Icon::Search, search::KEY), Message::Searched, open)
    }

    /// The way to those that are put away, where some are.
    fn away<'a>(&'a self, all: &[SessionSummary], context: Context<'a>) -> Option<Element<'a, Message>> {
        let count = all.iter().filter(|one| one.put_away).count();
        let label = context.count("window-sessions-put-away", count);
        let choice = chip::choice(label, self.put_away, Tone::Neutral, Message::PutAway(!self.put_away));
        (count > 0 || self.put_away).then(|| choice.id("sessions-put-away").into())
    }

    fn table<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let offers = SessionColumn::ALL.map(|what| {
            let (name, column) = what.column(context);
            let column = offer(what, name, column);
            if what == SessionColumn::Title { column.always() } else { column }
        });
        let cell = move |row: usize, what: SessionColumn| match self.row(row) {
            Some(one) => what.cell(one, context),
            None => Cell::text(""),
        };
        let columns = Columns::of("sessions", offers, context);
        let (by, from_beginning) = self.sorted;
        let (sorted, key) = (columns.sorted(by, !from_beginning), columns.keys());
        columns
            .table(self.found.len(), cell, Message::Column)
            .sorted(sorted, move |column| Message::Sorted(key(column).unwrap_or_default()))
            .selection(&self.selection, Message::Selected)
            .on_open(Message::Opened)
            .opens_on_click()
            .commands(move |row| ways(move |tab| Message::OpenedAt(row, tab), context))
            .into()
    }

    fn row(&self, row: usize) -> Option<&SessionSummary> {
        self.all.as_ref()?.get(*self.found.get(row)?)
    }

    fn find(&mut self) {
        let words: Vec<String> = fold(&self.words).split(' ').map(str::to_owned).collect();
        let matches = |one: &SessionSummary| {
            let title = fold(&one.title);
            let in_year = self.year.is_none() || year_of(one) == self.year;
            one.put_away == self.put_away && in_year && words.iter().all(|word| title.contains(word))
        };
        self.found = match &self.all {
            Some(all) => (0..all.len()).filter(|at| matches(&all[*at])).collect(),
            None => Vec::new(),
        };
        let (by, from_beginning) = self.sorted;
        by.order(self.all.as_deref().unwrap_or_default(), &mut self.found);
        if !from_beginning {
            self.found.reverse();
        }
        self.selection.clear();
    }
}

/// The tabs of a session that one may want to go to: the menu of its row.
pub(super) fn ways<M>(go: impl Fn(Tab) -> M, context: Context<'_>) -> Vec<Command<M>> {
    let tabs = [
        (Icon::Users, "window-tab-delegates", Tab::Delegates),
        (Icon::Clock, "window-programme-tab", Tab::Programme),
        (Icon::Printer, "window-tab-printing", Tab::Printing),
        (Icon::ClipboardCheck, "window-tab-attendance", Tab::Attendance),
        (Icon::Award, "window-tab-results", Tab::Results),
        (Icon::Info, "window-tab-info", Tab::Info),
    ];
    let way = |(icon, label, tab)| command(icon, context.t(label)).on_press(go(tab));
    tabs.into_iter().map(way).chain([columns::copy_line(context)]).collect()
}

/// The columns of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SessionColumn {
    /// What it is called.
    Title,
    /// When it is held. So the list stands at first, the latest on top.
    #[default]
    Dates,
    /// How many clusters it has.
    Clusters,
    /// How many delegates.
    Delegates,
    /// Where it stands.
    State,
}

impl SessionColumn {
    const ALL: [Self; 5] = [Self::Title, Self::Dates, Self::Clusters, Self::Delegates, Self::State];

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, rank) = match self {
            Self::Title => ("window-column-session", 0),
            Self::Dates => ("window-column-dates", 1),
            Self::Clusters => ("window-column-clusters", 4),
            Self::Delegates => ("window-column-delegates", 3),
            Self::State => ("window-column-state", 2),
        };
        let width = if self == Self::Title { Width::Name(1) } else { Width::Fit };
        let column = Column::new(context.t(name), width).yields(rank).sortable();
        (name, if matches!(self, Self::Clusters | Self::Delegates) { column.right() } else { column })
    }

    /// Puts sessions, the latest of which stand first, in the order of this column.
    fn order(self, all: &[SessionSummary], found: &mut [usize]) {
        match self {
            Self::Title => found.sort_by_cached_key(|at| collate::key(&all[*at].title)),
            Self::Dates => found.reverse(),
            Self::Clusters => found.sort_by_key(|at| all[*at].clusters),
            Self::Delegates => found.sort_by_key(|at| all[*at].delegates),
            Self::State => found.sort_by_key(|at| all[*at].state as u8),
        }
    }

    fn cell(self, session: &SessionSummary, context: Context<'_>) -> Cell {
        match self {
            Self::Title => Cell::strong(session.title.clone()),
            Self::Dates => Cell::text(session.dates.map(span_short).unwrap_or_default()),
            Self::Clusters => Cell::text(session.clusters.to_string()),
            Self::Delegates => Cell::text(session.delegates.to_string()),
            Self::State => state_cell(session.state, context),
        }
    }
}

fn nothing_yet<'a>(context: Context<'a>) -> Element<'a, Message> {
    empty::empty(
        Icon::Presentation,
        context.t("window-no-sessions"),
        context.t("window-no-sessions-cure"),
        [
            button::primary(Some(Icon::Plus), context.t("window-session-new"))
                .on_press_maybe(context.if_writable(Message::New))
                .into(),
            button::secondary(None, context.t("window-plant-samples"))
                .on_press_maybe(context.if_writable(Message::PlantSamples))
                .into(),
        ],
    )
}

/// The year a session is held in, as far as known.
pub(super) fn year_of(one: &SessionSummary) -> Option<i16> {
    one.dates.and_then(|dates| dates.start().year().or(dates.end().year()))
}

/// Where a session stands, as a chip in a table.
pub(super) fn state_cell(state: SessionState, context: Context<'_>) -> Cell {
    let (tone, label) = state_words(state, context);
    Cell::chip(tone, None, label)
}

/// Where a session stands: colour and word.
pub(super) fn state_words(state: SessionState, context: Context<'_>) -> (Tone, String) {
    match state {
        SessionState::Preparing => (Tone::Blue, context.t("window-state-preparing")),
        SessionState::Running => (Tone::Amber, context.t("window-state-running")),
        SessionState::Ended => (Tone::Green, context.t("window-state-ended")),
    }
}
