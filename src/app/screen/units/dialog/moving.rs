//! Another place for a unit, and another unit for people.

use iced::Element;
use iced::widget::column;

use super::picker::{Picker, with_inside};
use super::{Message, buttons};
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::date_field::date_field;
use crate::app::widget::dialog::dialog;
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::unit_tree::{Move, UnitTree};
use crate::sentence::Sentence;

/// A unit goes inside another.
pub struct MoveDialog {
    /// Which one.
    pub unit: UnitId,
    /// Where it can go.
    pub picker: Picker,
}

impl MoveDialog {
    /// Asks where a unit is to go.
    pub fn new(unit: UnitId, tree: &UnitTree) -> Self {
        Self { unit, picker: Picker::new(with_inside(unit, tree).collect(), tree) }
    }

    /// What it will be inside of; `None` until that is chosen.
    pub fn target(&self) -> Option<Option<UnitId>> {
        self.picker.chosen().map(Some)
    }

    /// Draws it.
    pub fn view<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Message> {
        let name = tree.get(self.unit).map(|one| one.fields.name.clone()).unwrap_or_default();
        let words = body(context.say(&Sentence::new("window-units-move-words").with("name", name)));
        let content = column![words, self.picker.view(tree, context)].spacing(space::M);
        let buttons = buttons("window-units-move-here", self.picker.chosen().is_some(), context);
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
