//! The page: filters, the lines, and one of them beside them.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::{KINDS, Message, State, TABLE, words};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::columns::{Columns, offer};
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line};
use crate::app::widget::select::select;
use crate::app::widget::table::{Cell, Column, Width};
use crate::app::widget::{button, chip, empty, search};
use crate::domain::id::SessionId;
use crate::sentence::Sentence;
use crate::store::{HistoryEntry, HistoryFilter};

/// Width of the panel.
const SIDE: f32 = 372.0;
/// The least room beside the panel; with less, the panel stands alone.
const LEAST: f32 = 300.0;
/// The least room for all filters in one line.
const ONE_LINE: f32 = 1000.0;
/// The least room for search and session in one line.
const TWO_LINES: f32 = 460.0;
/// Room for the kinds with large letters.
const SESSION_WIDTH: f32 = 250.0;

impl State {
    pub(super) fn page<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(entries) = &self.entries else { return iced::widget::space().into() };
        if entries.is_empty() && !self.is_filtered() {
            let (title, cure) = (context.t("window-history-none"), context.t("window-history-none-cure"));
            return empty::empty(Icon::History, title, cure, []);
        }
        let has_panel = self.open.is_some();
        let side = if context.size.width >= space::WIDE { SIDE } else { space::PANEL };
        let room = context.page_width() - if has_panel { side + space::M } else { 0.0 };
        let panel = has_panel.then(|| {
            let width = if room < LEAST { Length::Fill } else { Length::Fixed(side) };
            container(self.panel(context)).width(width)
        });
        let list = match entries.is_empty() {
            true => self.nothing_found(context),
            false => self.table(entries, context),
        };
        let more = (self.has_more).then(|| {
            button::quiet(Some(Icon::ArrowDown), context.t("window-history-more"))
                .id("log-more")
                .on_press(Message::More)
        });
        let left = column![self.filters(context, room)]
            .push(self.of_person(context))
            .push(container(list).height(Length::Fill))
            .push(more)
            .spacing(space::M)
            .height(Length::Fill);
        let body = match (panel, room < LEAST) {
            (Some(panel), true) => row![panel],
            (panel, _) => row![left].push(panel),
        };
        body.spacing(space::M).padding([18.0, space::XL]).height(Length::Fill).into()
    }

    fn nothing_found<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        let all = button::secondary(None, context.t("window-show-all"))
            .on_press(Message::Filtered(HistoryFilter::default()));
        let (title, cure) = (context.t("window-nothing-found"), context.t("window-nothing-found-cure"));
        empty::empty(Icon::Search, title, cure, [all.into()])
    }

    fn filters<'a>(&'a self, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let searched = |words| self.with(|filter| filter.words = words);
        let rows = self.entries.as_ref().map_or(0, Vec::len);
        let (hint, hits) = (context.t("window-history-search"), (&self.selection, rows));
        let find = search::stepping(&self.filter.words, &hint, searched, hits, Message::Selected);
        let every = (None::<SessionId>, context.t("window-history-every-session"));
        let sessions = self.sessions.iter().map(|one| (Some(one.id), words::session(one, context)));
        let session = select(std::iter::once(every).chain(sessions), Some(&self.filter.session))
            .id("log-session")
            .on_choose(|session| self.with(|filter| filter.session = session));
        let kinds = KINDS.map(|(kind, id)| (kind, context.t(id)));
        let kinds = chip::choices(kinds, &self.filter.kind, |kind| self.with(|filter| filter.kind = kind));
        if room >= ONE_LINE {
            return row![find, container(session).width(SESSION_WIDTH), kinds]
                .spacing(space::M)
                .align_y(Alignment::Center)
                .into();
        }
        let first: Element<'a, Message> = match room >= TWO_LINES {
            true => row![find, session].spacing(space::M).into(),
            false => column![find, session].spacing(space::S).into(),
        };
        column![first, kinds].spacing(space::S).into()
    }

    /// Whose lines these are, where they are one person's, and the way to all.
    fn of_person<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        self.filter.person?;
        let name = self.person.clone().unwrap_or_else(|| context.t("window-history-record-gone"));
        let words = context.say(&Sentence::new("window-history-of-person").with("name", name));
        let all = button::quiet(Some(Icon::X), context.t("window-history-of-person-all"))
            .id("log-everyone")
            .on_press(self.with(|filter| filter.person = None));
        let words = container(one_line(words, Role::Strong)).clip(true).width(Length::Fill);
        Some(row![words, all].spacing(space::M).align_y(Alignment::Center).into())
    }

    fn table<'a>(&'a self, entries: &'a [HistoryEntry], context: Context<'a>) -> Element<'a, Message> {
        let offers = What::ALL.map(|what| {
            let (name, column) = what.column(context);
            let column = offer(what, name, column);
            if matches!(what, What::Time | What::Label) { column.always() } else { column }
        });
        let cell = move |row: usize, what: What| match entries.get(row) {
            Some(entry) => what.cell(entry, context),
            None => Cell::text(""),
        };
        Columns::of(TABLE, offers, context)
            .table(entries.len(), cell, Message::Column)
            .selection(&self.selection, Message::Selected)
            .commands(move |row| self.row_menu(row, context))
            .into()
    }
}

/// The columns of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Time,
    Label,
    About,
    State,
    Rows,
}

impl What {
    const ALL: [Self; 5] = [Self::Time, Self::Label, Self::About, Self::State, Self::Rows];

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Time => ("window-history-column-time", Width::Fit, 0),
            Self::Label => ("window-history-column-what", Width::Name(3), 0),
            Self::About => ("window-history-column-about", Width::Fill(2), 3),
            Self::State => ("window-column-state", Width::Fit, 1),
            Self::Rows => ("window-history-column-rows", Width::Fit, 2),
        };
        let column = Column::new(context.t(name), width).yields(rank);
        (name, if self == Self::Rows { column.right() } else { column })
    }

    fn cell(self, entry: &HistoryEntry, context: Context<'_>) -> Cell {
        match self {
            Self::Time => Cell::muted(words::when(&entry.at, context)),
            Self::Label => Cell::strong(words::what(entry, context)),
            Self::About => Cell::text(words::about(entry, context)),
            Self::State => match words::mark(entry, context) {
                Some((tone, label)) => Cell::chip(tone, None, label),
                None => Cell::text(""),
            },
            // What was printed changed nothing.
            Self::Rows if entry.changes == 0 => Cell::text(""),
            Self::Rows => Cell::text(entry.changes.to_string()),
        }
    }
}
