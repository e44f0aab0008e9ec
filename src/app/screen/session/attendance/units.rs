//! By unit: how many of how many came, those of whom nobody did first, with somebody to call.

use std::collections::BTreeMap;

use iced::widget::{column, row};
use iced::{Alignment, Element, Length, window};

use super::closing::Asked;
use super::view::excused;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::columns::{Columns, offer};
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, plain};
use crate::app::widget::table::{Cell, Column, Width};
use crate::app::widget::{button, dialog};
use crate::domain::attendance::figures::Figures;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::sentence::Sentence;
use crate::vietnamese::collate;

/// A unit at a sitting.
struct OfUnit {
    unit: String,
    figures: Figures,
    /// Who of those that are missing can be called.
    contact: String,
}

impl State {
    /// The units of the sitting on show: first those that are missing, by name.
    fn units(&self, dossier: &Dossier) -> Vec<OfUnit> {
        let (Some(sitting), Some(attendance)) = (self.sitting, &self.attendance) else { return Vec::new() };
        let mut by_unit: BTreeMap<String, Vec<&Delegate>> = BTreeMap::new();
        let here = dossier.delegates.iter().filter(|one| one.cluster == self.cluster);
        for one in here.filter(|one| one.state == DelegateState::Listed) {
            by_unit.entry(one.details.group().unwrap_or("–").to_owned()).or_default().push(one);
        }
        let mut units: Vec<OfUnit> = by_unit
            .into_iter()
            .map(|(unit, people)| {
                let is_missing = |one: &&&Delegate| {
                    !attendance.of(one.id, sitting).is_some_and(|mark| mark.status.is_filled())
                };
                let contact = people.iter().filter(is_missing).find_map(|one| {
                    Some(format!("{} · {}", one.details.phone.as_deref()?, one.details.full_name))
                });
                let figures = Figures::of(people.iter().copied(), sitting, attendance);
                OfUnit { unit, figures, contact: contact.unwrap_or_default() }
            })
            .collect();
        units.sort_by_cached_key(|one| {
            let rank = match one.figures.present {
                0 => 0,
                present if present < one.figures.invited => 1,
                _ => 2,
            };
            (rank, collate::key(&one.unit))
        });
        units
    }

    /// How many units nobody came of, and how many there are.
    pub(super) fn units_missing(&self, dossier: &Dossier) -> (usize, usize) {
        let units = self.units(dossier);
        (units.iter().filter(|one| one.figures.present == 0).count(), units.len())
    }

    /// The units.
    pub(super) fn units_list<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let units = self.units(dossier);
        let offers = What::ALL.map(|what| {
            let (name, column) = what.column(dossier, context);
            let column = offer(what, name, column)
                .empty(what == What::Contact && units.iter().all(|one| one.contact.is_empty()));
            if matches!(what, What::Unit | What::Present) { column.always() } else { column }
        });
        let mut order: Vec<usize> = (0..units.len()).collect();
        self.units_sorting.arrange(&mut order, |place, what| what.rank(&units[place]));
        let rows = units.len();
        let cell = move |at: usize, what: What| {
            order
                .get(at)
                .and_then(|place| units.get(*place))
                .map_or_else(|| Cell::text(""), |one| what.cell(one))
        };
        let columns = Columns::of("marking-units", offers, context);
        let (sorted, by) = (self.units_sorting.shown(&columns), columns.keys());
        columns
            .table(rows, cell, Message::Shown)
            .sorted(sorted, move |column| Message::UnitsSorted(by(column).unwrap_or(What::Unit)))
            .into()
    }

    /// Fills the screen with the units of whom nobody is there, to be read across a hall; or gives the window back.
    pub(super) fn fill_screen(&mut self, fills: bool) -> Action<Message> {
        self.asked = fills.then_some(Asked::Board);
        let mode = if fills { window::Mode::Fullscreen } else { window::Mode::Windowed };
        Action::Run(window::latest().and_then(move |id| window::set_mode(id, mode)))
    }

    /// Those units, in large letters.
    pub(super) fn board<'a>(&self, dossier: &Dossier, context: Context<'a>) -> Element<'a, Message> {
        let units = self.units(dossier);
        let missing: Vec<&OfUnit> = units.iter().filter(|one| one.figures.present == 0).collect();
        let words = Sentence::new("attendance-board-title").with("count", missing.len());
        let title = context.say(&words.with("units", units.len()));
        let lines = missing.into_iter().map(|one| {
            row![
                plain(one.unit.clone(), Role::Title).width(Length::Fill),
                plain(format!("0/{}", one.figures.invited), Role::Title).color(Tone::Danger.strong()),
                plain(one.contact.clone(), Role::Subtitle).width(Length::Fill),
            ]
            .spacing(space::L)
            .align_y(Alignment::Center)
            .into()
        });
        let close =
            button::secondary(None, context.t("attendance-board-close")).on_press(Message::Board(false));
        let content = column(lines).spacing(space::M);
        dialog::wide(title, content, [close.into()], Message::Board(false))
    }
}

/// The columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Its name.
    Unit,
    /// How many of how many are there.
    Present,
    /// How many were excused.
    Excused,
    /// How many are absent.
    Absent,
    /// Of how many nothing is known.
    Unmarked,
    /// Whom to call.
    Contact,
}

impl What {
    const ALL: [Self; 6] =
        [Self::Unit, Self::Present, Self::Excused, Self::Absent, Self::Unmarked, Self::Contact];

    /// The column, and the name it is remembered under.
    fn column(self, dossier: &Dossier, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Unit => ("window-column-unit", Width::Name(3), 0),
            Self::Present => ("attendance-present", Width::Fit, 0),
            Self::Excused => (excused(dossier), Width::Fit, 3),
            Self::Absent => ("attendance-absent", Width::Fit, 2),
            Self::Unmarked => ("attendance-unmarked-short", Width::Fit, 4),
            Self::Contact => ("attendance-contact", Width::Fill(3), 1),
        };
        let column = Column::new(context.t(name), width).yields(rank).sortable();
        let is_number = !matches!(self, Self::Unit | Self::Contact);
        (name, if is_number { column.right() } else { column })
    }

    fn cell(self, one: &OfUnit) -> Cell {
        let figures = &one.figures;
        match self {
            Self::Unit if figures.present == 0 => {
                Cell::chip(Tone::Amber, Some(Icon::TriangleAlert), one.unit.clone())
            }
            Self::Unit => Cell::strong(one.unit.clone()),
            Self::Present => Cell::text(format!("{}/{}", figures.present, figures.invited)),
            Self::Excused => Cell::muted(figures.excused.to_string()),
            Self::Absent => Cell::muted(figures.absent.to_string()),
            Self::Unmarked => Cell::muted(figures.unmarked.to_string()),
            Self::Contact => Cell::text(one.contact.clone()),
        }
    }

    /// What stands in it, as text that compares like it.
    fn rank(self, one: &OfUnit) -> String {
        let figures = &one.figures;
        let number = |number: usize| collate::key(&number.to_string());
        match self {
            Self::Unit => collate::key(&one.unit),
            Self::Present => number(figures.present),
            Self::Excused => number(figures.excused),
            Self::Absent => number(figures.absent),
            Self::Unmarked => number(figures.unmarked),
            Self::Contact => collate::key(&one.contact),
        }
    }
}
