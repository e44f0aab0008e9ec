//! Units become one: which, what they become, since when, and what goes along.

use std::collections::HashSet;

use iced::Element;
use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Length, Padding};
use jiff::civil::Date;

use super::picker::{Picker, with_inside};
use super::{Message as Wanted, buttons};
use crate::app::screen::Context;
use crate::app::theme::text::{Role, body, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::chip;
use crate::app::widget::date_field::date_field;
use crate::app::widget::dialog::dialog;
use crate::app::widget::field::field;
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{self, Extent, Merge, MergeInto, UnitFields, UnitTree};
use crate::sentence::Sentence;

/// Since when there are no districts: Luật 72/2025/QH15, Điều 1 and 50 leave the province and the commune.
const WITHOUT_DISTRICTS: Date = Date::constant(2025, 7, 1);

/// The old units take no more of the dialog than this before they scroll.
const OLD_UNITS: f32 = 280.0;

/// What is asked.
pub struct Merging {
    units: Vec<(UnitId, Extent)>,
    /// Whether they become a new unit, or one that is there.
    new: bool,
    name: String,
    kind: UnitKind,
    parent: Option<UnitId>,
    /// Where they can go.
    pub picker: Picker,
    /// First day of the new order.
    pub on: Option<FuzzyDate>,
    with_parts: bool,
    with_people: bool,
}

/// What happens there.
#[derive(Clone)]
pub enum Message {
    /// Whether they become a new unit.
    New(bool),
    /// The new name.
    Name(String),
    /// Of one of them only a part is meant.
    Part(usize, bool),
    /// Units inside go along.
    Parts(bool),
    /// People go along.
    People(bool),
}

impl Merging {
    /// Asks about these units.
    pub fn new(units: &[UnitId], tree: &UnitTree) -> Self {
        let first = units.first().and_then(|id| tree.get(*id));
        let without: HashSet<UnitId> = units.iter().flat_map(|unit| with_inside(*unit, tree)).collect();
        Self {
            units: units.iter().map(|unit| (*unit, Extent::Whole)).collect(),
            new: units.len() > 1,
            name: String::new(),
            kind: first.map_or(UnitKind::Commune, |one| one.fields.kind),
            parent: first.and_then(|one| one.parent).filter(|parent| !without.contains(parent)),
            picker: Picker::new(without, tree),
            on: super::today(),
            with_parts: true,
            with_people: true,
        }
    }

    /// Takes in what happens.
    pub fn update(&mut self, message: Message) {
        match message {
            Message::New(new) => self.new = new,
            Message::Name(name) => self.name = name,
            Message::Part(place, part) => {
                if let Some((_, extent)) = self.units.get_mut(place) {
                    *extent = if part { Extent::Part } else { Extent::Whole };
                }
            }
            Message::Parts(with) => self.with_parts = with,
            Message::People(with) => self.with_people = with,
        }
    }

    /// Where the new unit will be: beside the first of the old ones, and in no district on a day on which there
    /// are none any more.
    fn parent(&self, tree: &UnitTree) -> Option<UnitId> {
        let first_day = self.on.and_then(|on| on.calendar().or_else(|| Date::new(on.year()?, 12, 31).ok()));
        let with_districts = first_day.is_some_and(|day| day < WITHOUT_DISTRICTS);
        let mut parent = self.parent;
        while let Some(unit) = parent
            .and_then(|id| tree.get(id))
            .filter(|unit| !with_districts && unit.fields.kind == UnitKind::District)
        {
            parent = unit.parent;
        }
        parent
    }

    /// The merger, when enough is said.
    pub fn wanted(&self, tree: &UnitTree) -> Option<Merge> {
        let into = match self.new {
            true => MergeInto::New(self.parent(tree), UnitFields::new(self.name.as_str(), self.kind)),
            false => MergeInto::Known(self.picker.chosen()?),
        };
        let merging = |(unit, extent): &(UnitId, Extent)| unit_tree::Merging { unit: *unit, extent: *extent };
        Some(Merge {
            units: self.units.iter().map(merging).collect(),
            into,
            on: self.on?,
            with_parts: self.with_parts,
            with_people: self.with_people,
        })
    }

    /// Draws it.
    pub fn view<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Wanted> {
        let into =
            [(true, context.t("window-units-into-new")), (false, context.t("window-units-into-known"))];
        let into = chip::choices(into, &self.new, |new| Wanted::Merging(Message::New(new)));
        let target: Element<'a, Wanted> = match self.new {
            true => field(self.name.as_str())
                .label(context.t("window-units-merge-name"))
                .placeholder(context.example("Xã Phú Ninh"))
                .hint(self.place(tree, context))
                .id("units-merge-name")
                .on_commit(|name| Wanted::Merging(Message::Name(name)))
                .into(),
            false => self.picker.view(tree, context),
        };
        let day = date_field(context.locale, self.on, Wanted::Day)
            .label(context.t("window-units-merge-on"))
            .hint(context.t("window-units-merge-on-hint"))
            .id("units-on");
        let parts = checkbox(self.with_parts, context.t("window-units-with-parts"), |with| {
            Wanted::Merging(Message::Parts(with))
        });
        let people = checkbox(self.with_people, context.t("window-units-with-people"), |with| {
            Wanted::Merging(Message::People(with))
        });
        let content = column![
            self.old(tree, context),
            column![styled(context.t("window-units-merge-into"), Role::FieldLabel), into].spacing(space::XS),
            target,
            day,
            column![parts, people, small(context.t("window-units-merge-hint"))].spacing(space::XS),
        ]
        .spacing(space::M);
        // An empty name is refused in words; without a target there is nothing to say.
        let can = self.on.is_some() && (self.new || self.picker.chosen().is_some());
        let buttons = buttons("window-units-merge-confirm", can, context);
        dialog(context.t("window-units-merge-title"), content, buttons, Wanted::Close)
    }

    /// Where the new unit will be.
    fn place(&self, tree: &UnitTree, context: Context<'_>) -> String {
        match self.parent(tree) {
            Some(parent) => {
                context.say(&Sentence::new("window-units-merge-place").with("name", tree.path(parent)))
            }
            None => context.t("window-units-merge-place-top"),
        }
    }

    /// The old units, each whole or in part.
    fn old<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Wanted> {
        let line = |(place, (unit, extent)): (usize, &(UnitId, Extent))| {
            let name = tree.get(*unit).map(|one| one.fields.name.clone()).unwrap_or_default();
            let part = checkbox(*extent == Extent::Part, context.t("window-units-only-part"), move |part| {
                Wanted::Merging(Message::Part(place, part))
            });
            row![container(body(name)).width(Length::Fill), part].align_y(Alignment::Center).into()
        };
        // All of them: any may be meant in part.
        let lines = column(self.units.iter().enumerate().map(line))
            .spacing(2.0)
            .padding(Padding { right: space::L, ..Padding::ZERO });
        let lines = container(scrollable(lines).style(style::scroll_bar)).max_height(OLD_UNITS);
        column![styled(context.t("window-units-merge-old"), Role::FieldLabel), lines].spacing(2.0).into()
    }
}
