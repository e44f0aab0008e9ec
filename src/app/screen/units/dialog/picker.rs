//! Choosing one unit of many: words, and the few that hold them.

use std::collections::HashSet;

use iced::Element;
use iced::widget::column;

use crate::app::screen::Context;
use crate::app::screen::tree::Rows;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::search;
use crate::app::widget::table::{Cell, Column, Selection, Width, table};
use crate::domain::id::UnitId;
use crate::domain::unit_tree::UnitTree;

/// So many are shown at once.
const MOST: usize = 6;

/// The units to choose from.
pub struct Picker {
    words: String,
    /// Units that cannot be chosen.
    without: HashSet<UnitId>,
    /// Those that hold the words, and the one that is chosen.
    rows: Rows<UnitId>,
    /// How many more hold the words.
    more: usize,
}

/// What happens there.
#[derive(Clone)]
pub enum Message {
    /// The words changed.
    Searched(String),
    /// A row was chosen.
    Selected(Selection),
}

impl Picker {
    /// All living units but these.
    pub fn new(without: HashSet<UnitId>, tree: &UnitTree) -> Self {
        let mut picker = Self { words: String::new(), without, rows: Rows::default(), more: 0 };
        picker.find(tree);
        picker
    }

    /// The unit that is chosen.
    pub fn chosen(&self) -> Option<UnitId> {
        self.rows.open
    }

    /// Takes in what happens.
    pub fn update(&mut self, message: Message, tree: &UnitTree) {
        match message {
            Message::Searched(words) => {
                self.words = words;
                self.find(tree);
            }
            Message::Selected(selection) => {
                self.rows.open = selection.cursor().and_then(|row| self.rows.at(row));
                self.rows.follow(true);
            }
        }
    }

    fn find(&mut self, tree: &UnitTree) {
        let can =
            |id: &UnitId| !self.without.contains(id) && tree.get(*id).is_some_and(|one| one.fields.lives());
        let mut found: Vec<UnitId> = match self.words.trim() {
            "" => tree.units().iter().map(|one| one.id).filter(can).collect(),
            words => tree.search(words).into_iter().filter(can).collect(),
        };
        self.more = found.len().saturating_sub(MOST);
        found.truncate(MOST);
        let there = self.rows.open.is_some_and(|one| found.contains(&one));
        self.rows.show(found, there);
    }

    /// Draws it.
    pub fn view<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, super::Message> {
        let say = super::Message::Pick;
        let words = search::search(&self.words, &context.t("window-units-search"), move |words| {
            say(Message::Searched(words))
        });
        let columns = vec![Column::new(context.t("window-units-column-name"), Width::Fill(1))];
        let rows = table(columns, self.rows.ids.len(), move |row, _| {
            let Some(unit) = self.rows.at(row).and_then(|id| tree.get(id)) else { return Cell::text("") };
            let around = unit.parent.map(|parent| tree.path(parent)).unwrap_or_default();
            Cell::lines(unit.fields.name.clone(), around)
        })
        .id("units-picker")
        .tall()
        .fit()
        .selection(&self.rows.selection, move |selection| say(Message::Selected(selection)));
        let more = (self.more > 0).then(|| small(context.count("window-units-picker-more", self.more)));
        let none = self.rows.ids.is_empty().then(|| small(context.t("window-nothing-found")));
        let rows = (!self.rows.ids.is_empty()).then_some(rows);
        column![words].push(rows).push(none).push(more).spacing(space::S).into()
    }
}

/// A unit and all inside it: where it cannot go.
pub fn with_inside(unit: UnitId, tree: &UnitTree) -> impl Iterator<Item = UnitId> {
    std::iter::once(unit).chain(tree.inside(unit).iter().map(|one| one.id))
}
