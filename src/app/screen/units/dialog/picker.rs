//! Choosing one unit of many: words, and the few that hold them.

use std::collections::HashSet;

use iced::Element;
use iced::widget::column;

use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::search;
use crate::app::widget::table::{Cell, Column, Selection, Width, table};
use crate::domain::id::UnitId;
use crate::domain::unit_tree::UnitTree;
use crate::sentence::Sentence;

/// So many are shown at once.
const MOST: usize = 6;

/// The units to choose from.
pub struct Picker {
    words: String,
    /// Units that cannot be chosen.
    without: HashSet<UnitId>,
    found: Vec<UnitId>,
    /// How many more hold the words.
    more: usize,
    chosen: Option<UnitId>,
    selection: Selection,
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
        let mut picker = Self {
            words: String::new(),
            without,
            found: Vec::new(),
            more: 0,
            chosen: None,
            selection: Selection::default(),
        };
        picker.find(tree);
        picker
    }

    /// The unit that is chosen.
    pub fn chosen(&self) -> Option<UnitId> {
        self.chosen
    }

    /// Takes in what happens.
    pub fn update(&mut self, message: Message, tree: &UnitTree) {
        match message {
            Message::Searched(words) => {
                self.words = words;
                self.find(tree);
            }
            Message::Selected(selection) => {
                let row = selection.cursor();
                self.chosen = row.and_then(|row| self.found.get(row).copied());
                self.selection = row.map(Selection::one).unwrap_or_default();
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
        self.found = found;
        self.chosen = self.chosen.filter(|one| self.found.contains(one));
        let row = self.found.iter().position(|one| Some(*one) == self.chosen);
        self.selection = row.map(Selection::one).unwrap_or_default();
    }

    /// Draws it.
    pub fn view<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, super::Message> {
        let say = super::Message::Pick;
        let words = search::search(&self.words, &context.t("window-units-search"), move |words| {
            say(Message::Searched(words))
        });
        let columns = vec![Column::new(context.t("window-units-column-name"), Width::Fill(1))];
        let rows = table(columns, self.found.len(), move |row, _| {
            let Some(unit) = self.found.get(row).and_then(|id| tree.get(*id)) else { return Cell::text("") };
            let around = unit.parent.map(|parent| tree.path(parent)).unwrap_or_default();
            Cell::lines(unit.fields.name.clone(), around)
        })
        .id("units-picker")
        .tall()
        .fit()
        .selection(&self.selection, move |selection| say(Message::Selected(selection)));
        let more = (self.more > 0)
            .then(|| small(context.say(&Sentence::new("window-units-picker-more").with("count", self.more))));
        let none = self.found.is_empty().then(|| small(context.t("window-nothing-found")));
        let rows = (!self.found.is_empty()).then_some(rows);
        column![words].push(rows).push(none).push(more).spacing(space::S).into()
    }
}

/// A unit and all inside it: where it cannot go.
pub fn with_inside(unit: UnitId, tree: &UnitTree) -> impl Iterator<Item = UnitId> {
    std::iter::once(unit).chain(tree.inside(unit).iter().map(|one| one.id))
}
