//! The page: search and filters, what a code says, the lines, and one of them beside them.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::{Message, State, TABLE, words};
use crate::app::icon::Icon;
use crate::app::screen::columns::{Columns, offer};
use crate::app::screen::{Context, moment};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::select::select;
use crate::app::widget::table::{Cell, Column, Width};
use crate::app::widget::{banner, button, empty, search};
use crate::domain::certificate::register::{Reached, RegisterLine, RegisterQuery};
use crate::domain::certificate::state::CertificateState;
use crate::domain::certificate::verify::Verdict;
use crate::domain::date::FuzzyDate;
use crate::domain::id::BookId;
use crate::sentence::Sentence;
use crate::vietnamese::collate;
use crate::vietnamese::date::short;
use crate::vietnamese::name::order_key;

/// Width of the panel.
const SIDE: f32 = 372.0;
/// The least room beside the panel; with less, the panel stands alone.
const LEAST: f32 = 300.0;
/// The least room for search and filters in one line, and in two.
const ONE_LINE: f32 = 760.0;
const TWO_LINES: f32 = 480.0;
/// The least room in which number, name and state, with what differs from the list, stand whole beside each other.
const ONE_LINE_A_ROW: f32 = 620.0;

impl State {
    pub(super) fn page<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(lines) = &self.lines else { return iced::widget::space().into() };
        if lines.is_empty() && self.query == RegisterQuery::default() {
            let (title, cure) = (context.t("register-none"), context.t("register-none-cure"));
            return empty::empty(Icon::Award, title, cure, []);
        }
        let has_panel = !self.selection.is_empty();
        let side = if context.size.width >= space::WIDE { SIDE } else { space::PANEL };
        let room = context.page_width() - if has_panel { side + space::M } else { 0.0 };
        let panel = has_panel.then(|| {
            let width = if room < LEAST { Length::Fill } else { Length::Fixed(side) };
            container(self.panel(context)).width(width)
        });
        let list = match lines.is_empty() {
            true => self.nothing_found(context),
            false => self.table(lines, room, context),
        };
        let left = column![self.filters(context, room)]
            .push(self.verdict(context))
            .push(self.closed(context))
            .push(container(list).height(Length::Fill))
            .push(self.foot(lines.len(), context))
            .spacing(space::M)
            .height(Length::Fill);
        let body = match (panel, room < LEAST) {
            (Some(panel), true) => row![panel],
            (panel, _) => row![left].push(panel),
        };
        body.spacing(space::M).padding([18.0, space::XL]).height(Length::Fill).into()
    }

    /// How many there are, and what the head has no room for.
    fn foot<'a>(&self, lines: usize, context: Context<'a>) -> Element<'a, Message> {
        let count = small(context.count("register-count", lines));
        if !self.has_low_actions(context) {
            return count.into();
        }
        let more = self.more(context).into_iter().map(|(icon, label, id, message)| {
            button::secondary_small(Some(icon), context.t(label)).id(id).on_press_maybe(message).into()
        });
        let all = std::iter::once(count.into()).chain(more).collect::<Vec<Element<'a, Message>>>();
        row(all).spacing(space::S).align_y(Alignment::Center).wrap().vertical_spacing(space::S).into()
    }

    fn nothing_found<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        // What is said of a code is said above.
        if self.verified.is_some() {
            return iced::widget::space().into();
        }
        let all = button::secondary(None, context.t("window-show-all"))
            .on_press(Message::Filtered(RegisterQuery::default()));
        let (title, cure) = (context.t("window-nothing-found"), context.t("register-nothing-found-cure"));
        empty::empty(Icon::Search, title, cure, [all.into()])
    }

    fn filters<'a>(&'a self, context: Context<'a>, room: f32) -> Element<'a, Message> {
        let (hint, hits) = (context.t("register-search"), (&self.selection, self.lines().len()));
        let find = search::stepping(&self.query.text, &hint, Message::Searched, hits, Message::Selected);
        let every = (None::<BookId>, context.t("register-every-book"));
        let books = self.books.iter().map(|book| (Some(book.id), book.name.clone()));
        let book = select(std::iter::once(every).chain(books), Some(&self.query.book))
            .id("cert-book")
            .on_choose(|book| self.with(|query| query.book = book));
        let mut years: Vec<i16> = self.books.iter().filter_map(|book| book.year).collect();
        years.sort_unstable();
        years.dedup();
        let every = (None::<i16>, context.t("register-every-year"));
        let years = years.into_iter().rev().map(|year| (Some(year), year.to_string()));
        let year = select(std::iter::once(every).chain(years), Some(&self.query.year))
            .id("cert-year")
            .on_choose(|year| self.with(|query| query.year = year));
        let every = (None::<Reached>, context.t("register-every-state"));
        let states = Reached::ALL.map(|one| (Some(one), words::reached(one, context)));
        let state = select(std::iter::once(every).chain(states), Some(&self.query.reached))
            .id("cert-state")
            .on_choose(|reached| self.with(|query| query.reached = reached));
        let year = container(year).width(116.0);
        let state = container(state).width(156.0);
        match room {
            room if room >= ONE_LINE => row![find, state, year, container(book).width(230.0)]
                .spacing(space::S)
                .align_y(Alignment::Center)
                .into(),
            room if room >= TWO_LINES => {
                column![find, row![state, year, book].spacing(space::S)].spacing(space::S).into()
            }
            _ => column![find, row![state, year].spacing(space::S), book].spacing(space::S).into(),
        }
    }

    /// What the register says of the code that was typed.
    fn verdict<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let (code, verdict) = self.verified.as_ref()?;
        let of = |id: &'static str, line: &RegisterLine| {
            Sentence::new(id)
                .with("number", line.printed_number.clone())
                .with("name", line.copy.name.clone())
                .with("date", line.date.map_or_else(|| "…".to_owned(), short))
        };
        let (tone, icon, said) = match verdict {
            Verdict::Valid(line) => (Tone::Green, Icon::CircleCheck, of("cli-verify-valid", line)),
            Verdict::Unknown => {
                let said = Sentence::new("cli-verify-unknown").with("code", code.in_groups());
                (Tone::Amber, Icon::TriangleAlert, said)
            }
            Verdict::Ended { line, ending, reissued_as } => {
                let id = match (reissued_as, &line.state) {
                    (Some(_), _) => "cli-verify-reissued",
                    (None, CertificateState::Voided(_)) => "cli-verify-voided",
                    (None, _) => "cli-verify-withdrawn",
                };
                let said = of(id, line)
                    .with("at", moment::told_whole(&ending.at))
                    .with("reason", ending.reason.clone().unwrap_or_else(|| "…".to_owned()));
                let said = match reissued_as {
                    Some(new) => said.with("new", new.clone()),
                    None => said,
                };
                (Tone::Danger, Icon::TriangleAlert, said)
            }
        };
        Some(banner::banner(tone, icon, context.say(&said), None))
    }

    fn table<'a>(
        &'a self,
        lines: &'a [RegisterLine],
        room: f32,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let is_narrow = room < ONE_LINE_A_ROW;
        let offers = What::ALL.map(|what| {
            let (name, column) = what.column(context);
            let is_empty = what == What::Unit && lines.iter().all(|line| line.copy.unit.is_none());
            let column = offer(what, name, column).empty(is_empty);
            if matches!(what, What::Number | What::Name) { column.always() } else { column }
        });
        let cell = move |row: usize, what: What| match lines.get(row) {
            Some(line) if is_narrow => what.cell_of_two(line, context),
            Some(line) => what.cell(line, context),
            None => Cell::text(""),
        };
        let columns = Columns::of(TABLE, offers, context);
        let (by, descending) = self.sorted;
        let (sorted, key) = (columns.sorted(by, descending), columns.keys());
        let table = columns.table(lines.len(), cell, Message::Column);
        let table = if is_narrow { table.tall() } else { table };
        table
            .sorted(sorted, move |column| Message::Sorted(key(column).unwrap_or_default()))
            .selection(&self.selection, Message::Selected)
            .commands(move |row| self.row_menu(row, context))
            .into()
    }
}

/// The columns of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum What {
    /// Its number in the book.
    #[default]
    Number,
    /// Whose it is.
    Name,
    /// Of which unit.
    Unit,
    /// Of which session.
    Session,
    /// Of which day.
    Date,
    /// How far it has come.
    State,
}

impl What {
    const ALL: [Self; 6] = [Self::Number, Self::Name, Self::Unit, Self::Session, Self::Date, Self::State];

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Number => ("register-column-number", Width::Fit, 0),
            Self::Name => ("register-field-name", Width::Name(3), 0),
            Self::Unit => ("register-field-unit", Width::Fill(3), 3),
            Self::Session => ("register-column-session", Width::Fill(4), 4),
            Self::Date => ("register-column-date", Width::Fit, 2),
            // What became of a certificate is always told.
            Self::State => ("window-column-state", Width::Fit, 0),
        };
        (name, Column::new(context.t(name), width).yields(rank).sortable())
    }

    /// Puts lines that stand by their numbers in the order of this column; what is not known comes last.
    pub(super) fn order(self, lines: &mut [RegisterLine]) {
        let words = |text: Option<&str>| (text.is_none(), text.map(collate::key).unwrap_or_default());
        match self {
            Self::Number => {}
            Self::Name => lines.sort_by_cached_key(|line| order_key(&line.copy.name)),
            Self::Unit => lines.sort_by_cached_key(|line| words(line.copy.unit.as_deref())),
            Self::Session => lines.sort_by_cached_key(|line| words(Some(&line.session_title))),
            Self::Date => {
                lines.sort_by_cached_key(|line| (line.date.is_none(), line.date.map(FuzzyDate::sort_key)))
            }
            Self::State => lines.sort_by_key(|line| match line.state {
                CertificateState::Numbered => 0,
                CertificateState::Printed => 1,
                CertificateState::HandedOut(_) => 2,
                CertificateState::Withdrawn(_) => 3,
                CertificateState::Voided(_) => 4,
            }),
        }
    }

    fn cell(self, line: &RegisterLine, context: Context<'_>) -> Cell {
        match self {
            Self::Number => Cell::text(line.printed_number.as_str()),
            Self::Name => Cell::strong(line.copy.name.as_str()),
            Self::Unit => Cell::text(line.copy.unit.as_deref().unwrap_or_default()),
            Self::Session => Cell::muted(line.session_title.as_str()),
            Self::Date => Cell::text(line.date.map(short).unwrap_or_default()),
            Self::State => {
                let (tone, label) = words::state(&line.state, context);
                match line.listed {
                    Some(_) => {
                        let both = format!("{label} · {}", context.t("register-differs"));
                        Cell::chip(Tone::Amber, Some(Icon::TriangleAlert), both)
                    }
                    None => Cell::chip(tone, None, label),
                }
            }
        }
    }

    /// The same in a row of two lines: under the name stands what has no room beside it.
    fn cell_of_two(self, line: &RegisterLine, context: Context<'_>) -> Cell {
        match self {
            Self::Name => {
                let differs = line.listed.as_ref().map(|_| context.t("register-differs"));
                let below = differs.or_else(|| line.copy.unit.clone()).unwrap_or_default();
                Cell::lines(line.copy.name.clone(), below)
            }
            Self::State => {
                let (tone, label) = words::state(&line.state, context);
                match line.listed {
                    Some(_) => Cell::chip(Tone::Amber, Some(Icon::TriangleAlert), label),
                    None => Cell::chip(tone, None, label),
                }
            }
            _ => self.cell(line, context),
        }
    }
}
