//! Another place for a unit, and another unit for people.

use iced::Element;
use iced::widget::column;

use super::picker::{Picker, with_inside};
use super::{Message, buttons};
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::date_field::date_field;
use crate::app::widget::dialog::dialog;
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::unit_tree::{Move, UnitTree};
use crate::sentence::Sentence;

/// Where a unit goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Inside this one.
    Inside(UnitId),
    /// Inside none.
    ByItself,
}

/// A unit goes elsewhere.
pub struct MoveDialog {
    /// Which one.
    pub unit: UnitId,
    /// Where it can go.
    pub picker: Picker,
    /// Whether it is to stand by itself; `None` where it does already.
    pub alone: Option<bool>,
}

impl MoveDialog {
    /// Asks where a unit is to go.
    pub fn new(unit: UnitId, tree: &UnitTree) -> Self {
        let is_inside = tree.get(unit).is_some_and(|one| one.parent.is_some());
        Self {
            unit,
            picker: Picker::new(with_inside(unit, tree).collect(), tree),
            alone: is_inside.then_some(false),
        }
    }

    /// Where it will be; `None` until that is chosen.
    pub fn target(&self) -> Option<Target> {
        match self.alone {
            Some(true) => Some(Target::ByItself),
            _ => self.picker.chosen().map(Target::Inside),
        }
    }

    /// Draws it.
    pub fn view<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Message> {
        let name = tree.get(self.unit).map(|one| one.fields.name.clone()).unwrap_or_default();
        let words = body(context.say(&Sentence::new("window-units-move-words").with("name", name)));
        let alone = self.alone.map(|alone| {
            checkbox(alone, context.t("window-units-move-alone"), Message::Alone).id("units-move-alone")
        });
        let picker = (self.alone != Some(true)).then(|| self.picker.view(tree, context));
        let content = column![words].push(alone).push(picker).spacing(space::M);
        let buttons = buttons("window-units-move-here", self.target().is_some(), context);
        dialog(context.t("window-units-move-title"), content, buttons, Message::Close)
    }
}

/// People go to another unit.
pub struct People {
    /// Who.
    pub who: Move,
    count: usize,
    /// Where they can go.
    pub picker: Picker,
    /// Since when; the registry then remembers where they were.
    pub on: Option<FuzzyDate>,
}

impl People {
    /// Asks where people are to go.
    pub fn new(who: Move, count: usize, tree: &UnitTree) -> Self {
        let without = match &who {
            Move::All(unit) => [*unit].into(),
            Move::Chosen(_) => Default::default(),
        };
        Self { who, count, picker: Picker::new(without, tree), on: super::today() }
    }

    /// Draws it.
    pub fn view<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Message> {
        let words = Sentence::new("window-units-people-words").with("count", self.count);
        let day = date_field(context.locale, self.on, Message::Day)
            .label(context.t("window-units-people-on"))
            .id("units-on");
        let content = column![
            body(context.say(&words)),
            self.picker.view(tree, context),
            day,
            small(context.t("window-units-people-hint")),
        ]
        .spacing(space::M);
        let buttons = buttons("window-units-people-confirm", self.picker.chosen().is_some(), context);
        dialog(context.t("window-units-people-dialog"), content, buttons, Message::Close)
    }
}
