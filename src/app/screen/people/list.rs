//! The lines of the table: which, in what order.

use std::collections::HashSet;
use std::sync::Arc;

use super::table::COLUMNS;
use crate::app::screen::standing::standing;
use crate::app::widget::table::Selection;
use crate::domain::id::PersonId;
use crate::domain::registry::{Order, Registry, RegistryLine, Wanted};

/// Whose lines are in view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// By words, unit and position.
    pub wanted: Wanted,
    /// Only those who may stand there twice.
    pub twins: bool,
}

/// The registry, and which of its lines are in view.
#[derive(Default)]
pub struct List {
    /// `None` until it arrived.
    registry: Option<Arc<Registry>>,
    /// Places of lines of people who may stand there twice, side by side.
    twins: Vec<usize>,
    pub filter: Filter,
    order: Order,
    descending: bool,
    /// Places, in the registry, of the lines in view.
    found: Vec<usize>,
    /// Columns in which nothing stands.
    empty: Vec<Order>,
}

impl List {
    /// Takes in the registry as it is now.
    pub fn take_in(&mut self, registry: Arc<Registry>) {
        let stood: Vec<PersonId> = self.lines().map(|line| line.id).collect();
        let is_empty = |order: &Order| !registry.lines().iter().any(|line| line.holds(*order));
        self.empty = COLUMNS.into_iter().filter(is_empty).collect();
        self.registry = Some(registry.clone());
        // Places in the one before.
        self.twins.clear();
        self.find();
        if let Some(places) = standing(&stood, self.found.iter().map(|place| registry.lines()[*place].id)) {
            self.found = places.into_iter().map(|at| self.found[at]).collect();
        }
    }

    /// The registry, once it is there.
    pub fn registry(&self) -> Option<&Arc<Registry>> {
        self.registry.as_ref()
    }

    /// Whether this is the registry whose lines are in view.
    pub fn is_of(&self, registry: &Arc<Registry>) -> bool {
        self.registry.as_ref().is_some_and(|known| Arc::ptr_eq(known, registry))
    }

    /// Says who may stand in the registry twice.
    pub fn set_twins(&mut self, twins: Vec<usize>) {
        self.twins = twins;
        if self.twins.is_empty() {
            self.filter.twins = false;
        }
    }

    /// How many may stand there twice.
    pub fn twins(&self) -> usize {
        self.twins.len()
    }

    /// Orders the lines by another column, or the other way round.
    pub fn sort(&mut self, order: Order) {
        self.descending = self.order == order && !self.descending;
        self.order = order;
        self.find();
    }

    /// By what the lines are ordered, and whether from the end.
    pub fn sorted(&self) -> (Order, bool) {
        (self.order, self.descending)
    }

    /// Finds the lines in view anew.
    pub fn find(&mut self) {
        let Some(registry) = &self.registry else { return };
        self.found = registry.find(&self.filter.wanted, self.order, self.descending);
        if self.filter.twins {
            let wanted: HashSet<usize> = self.found.iter().copied().collect();
            // Those of one person stay side by side, whatever the order.
            self.found = self.twins.iter().copied().filter(|place| wanted.contains(place)).collect();
        }
    }

    /// Whether anything stands in a column.
    pub fn holds(&self, order: Order) -> bool {
        !self.empty.contains(&order)
    }

    /// How many lines are in view.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// A line in view.
    pub fn line(&self, row: usize) -> Option<&RegistryLine> {
        self.registry.as_ref()?.lines().get(*self.found.get(row)?)
    }

    /// The lines in view.
    pub fn lines(&self) -> impl Iterator<Item = &RegistryLine> {
        (0..self.found.len()).filter_map(|row| self.line(row))
    }

    /// The rows of these people, as far as they are in view.
    pub fn rows_of(&self, people: &[PersonId]) -> Selection {
        let mut selection = Selection::default();
        if people.is_empty() {
            return selection;
        }
        let wanted: HashSet<PersonId> = people.iter().copied().collect();
        for (row, line) in self.lines().enumerate() {
            if wanted.contains(&line.id) {
                selection.toggle(row);
            }
        }
        selection
    }
}
