//! By unit: how many of how many came, those of whom nobody did first, with somebody to call.

use std::collections::BTreeMap;

use iced::widget::{column, row};
use iced::{Alignment, Element, Length, window};

use super::closing::Asked;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, plain};
use crate::app::widget::table::{Cell, Column, Width, table};
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
        let number = |id: &str| Column::new(context.t(id), Width::Fixed(92.0)).right();
        let heads = vec![
            Column::new(context.t("window-column-unit"), Width::Fill(3)),
            number("attendance-present"),
            number("attendance-excused-short"),
            number("attendance-absent"),
            number("attendance-unmarked-short"),
            Column::new(context.t("attendance-contact"), Width::Fill(3)),
        ];
        table(heads, units.len(), move |at, column| {
            let Some(one) = units.get(at) else { return Cell::text("") };
            let figures = &one.figures;
            match column {
                0 if figures.present == 0 => {
                    Cell::chip(Tone::Amber, Some(Icon::TriangleAlert), one.unit.clone())
                }
                0 => Cell::strong(one.unit.clone()),
                1 => Cell::text(format!("{}/{}", figures.present, figures.invited)),
                2 => Cell::muted(figures.excused.to_string()),
                3 => Cell::muted(figures.absent.to_string()),
                4 => Cell::muted(figures.unmarked.to_string()),
                _ => Cell::text(one.contact.clone()),
            }
        })
        .id("marking-units")
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
