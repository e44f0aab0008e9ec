//! Everybody who matches what is typed, with their mark.

use iced::Element;

use super::{Message, State, answer, menu, page_line};
use crate::app::icon::Icon;
use crate::app::screen::columns::{Columns, offer};
use crate::app::screen::session::attendance::view::word;
use crate::app::screen::{Context, moment};
use crate::app::theme::palette::Tone;
use crate::app::widget::table::{Cell, Column, Selection, Width};
use crate::domain::attendance::Mark;
use crate::domain::dossier::Dossier;
use crate::sentence::Sentence;
use crate::vietnamese::{collate, name};

/// Names the table.
const ROWS: &str = "marking-rows";

/// The columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// STT.
    Number,
    /// Họ và tên.
    Name,
    /// Chức vụ.
    Position,
    /// Đơn vị.
    Unit,
    /// The mark.
    State,
}

impl What {
    const ALL: [Self; 5] = [Self::Number, Self::Name, Self::Position, Self::Unit, Self::State];

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Number => ("window-column-number", Width::Fit, 0),
            Self::Name => ("window-column-name", Width::Name(3), 0),
            Self::Position => ("window-column-position", Width::Fill(3), 2),
            Self::Unit => ("window-column-unit", Width::Fill(3), 1),
            // It changes with every mark, which must not move the others.
            Self::State => ("attendance-state", Width::Fixed(210.0), 0),
        };
        let column = Column::new(context.t(name), width).yields(rank).sortable();
        (name, if self == Self::Number { column.right() } else { column })
    }
}

impl State {
    pub(super) fn list<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let offers = What::ALL.map(|what| {
            let (name, column) = what.column(context);
            let column = offer(what, name, column);
            if matches!(what, What::Position | What::Unit) { column } else { column.always() }
        });
        let columns = Columns::of(ROWS, offers, context);
        let (sorted, by) = (self.sorting.shown(&columns), columns.keys());
        let table = columns
            .table(self.found.len(), move |at, what| self.cell(at, what, dossier, context), Message::Shown)
            .selection(&self.selection, Message::Selected)
            .on_open(Message::Opened)
            .commands(move |row| self.row_menu(row, dossier, context));
        // A page stands as it was printed: its lines are typed by their place.
        match self.page {
            Some(_) => table.into(),
            None => {
                table.sorted(sorted, move |column| Message::Sorted(by(column).unwrap_or(What::Number))).into()
            }
        }
    }

    /// The head of a column was pressed: whoever was selected first is selected still.
    pub(super) fn sort(&mut self, what: What) {
        let selected = self.selection.rows().next().and_then(|row| self.found.get(row).copied());
        self.sorting.press(what);
        self.find();
        if let Some(row) = self.found.iter().position(|place| Some(*place) == selected) {
            self.selection = Selection::one(row);
        }
    }

    /// What stands in a column of a row, as text that compares like it.
    pub(super) fn rank(&self, place: usize, what: What) -> String {
        let Some(one) = self.rows.get(place) else { return String::new() };
        match what {
            What::Number => collate::key(&one.number.to_string()),
            What::Name => name::order_key(&one.name),
            What::Position => collate::key(&one.position),
            What::Unit => collate::key(&one.unit),
            What::State => {
                let attendance = self.sitting.zip(self.attendance.as_ref());
                let mark = attendance.and_then(|(sitting, marks)| marks.of(one.delegate, sitting));
                mark.map(|mark| (mark.status as usize).to_string()).unwrap_or_default()
            }
        }
    }

    fn cell(&self, at: usize, what: What, dossier: &Dossier, context: Context<'_>) -> Cell {
        let Some(one) = self.found.get(at).and_then(|place| self.rows.get(*place)) else {
            return Cell::text("");
        };
        match what {
            // A page's rows stand as they were printed, though the list may have changed.
            What::Number => Cell::muted(self.printed_number(one.delegate).unwrap_or(one.number).to_string()),
            What::Name => Cell::strong(one.name.clone()),
            What::Position => Cell::text(one.position.clone()),
            What::Unit => Cell::text(one.unit.clone()),
            What::State if self.signed_for().is_some() => {
                let received = self.signed_for().and_then(|of| dossier.receipts.received(one.delegate, of));
                let (tone, icon, words) = match received {
                    Some(true) => (Tone::Green, Icon::Check, "receipt-received"),
                    Some(false) => (Tone::Danger, Icon::X, "receipt-not-received"),
                    None => (Tone::Neutral, Icon::Minus, "attendance-page-open"),
                };
                Cell::chip(tone, Some(icon), context.t(words))
            }
            What::State => {
                let attendance = self.sitting.zip(self.attendance.as_ref());
                let mark = attendance.and_then(|(sitting, marks)| marks.of(one.delegate, sitting));
                let notice = attendance.filter(|_| mark.is_none() && one.is_listed && !self.is_closed());
                let notice =
                    notice.and_then(|(sitting, marks)| marks.notice(one.delegate, sitting, &self.order));
                match notice {
                    Some(notice) => Cell::chip(
                        Tone::Neutral,
                        Some(Icon::Info),
                        context.say(&menu::expectation(notice, dossier)),
                    ),
                    None => state(mark, one.is_listed, self.is_closed(), dossier, context),
                }
            }
        }
    }
}

/// The mark of a delegate as a cell.
fn state(
    mark: Option<&Mark>,
    is_listed: bool,
    closed: bool,
    dossier: &Dossier,
    context: Context<'_>,
) -> Cell {
    let Some(mark) = mark else {
        let (tone, icon, words) = match (is_listed, closed) {
            (false, _) => (Tone::Neutral, Icon::UserX, "window-delegates-withdrawn"),
            (true, true) => (Tone::Danger, Icon::X, "attendance-absent"),
            (true, false) => (Tone::Neutral, Icon::Minus, "attendance-unmarked"),
        };
        return Cell::chip(tone, Some(icon), context.t(words));
    };
    let (tone, icon) = answer::look(mark.status);
    let words = match mark.substitute {
        Some(substitute) => context.say(
            &Sentence::new("attendance-substituted-by").with("name", page_line::name_of(substitute, dossier)),
        ),
        None => context.t(word(mark.status, dossier)),
    };
    // What is entered on another day says nothing of when they came.
    let sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings);
    let day = sittings.filter(|one| one.id == mark.sitting).find_map(|one| one.date.calendar());
    match mark.arrived().filter(|at| moment::is_on(at, day)) {
        Some(at) => Cell::chip(tone, Some(icon), format!("{words} · {}", moment::hour(at))),
        None => Cell::chip(tone, Some(icon), words),
    }
}
