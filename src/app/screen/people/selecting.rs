//! Who is selected, and stays so when the registry is another one.

use std::sync::Arc;

use super::super::{Action, Context};
use super::facets::Facets;
use super::{Message, State};
use crate::app::job;
use crate::domain::id::PersonId;
use crate::domain::registry::Registry;

impl State {
    /// Takes in the registry as it is now. Who is selected stays so.
    pub(super) fn take_in(&mut self, registry: Arc<Registry>, context: Context<'_>) -> Action<Message> {
        if self.list.is_of(&registry) && self.wanted.is_empty() {
            return Action::None;
        }
        let chosen = self.chosen();
        self.list.take_in(registry.clone());
        self.selection = self.list.rows_of(&chosen);
        // Who may stand there twice is found out after this.
        if self.list.filter.twins {
            self.wanted = chosen;
        }
        let of = registry.clone();
        let facets = job::blocking(move || Facets::of(&registry));
        let facets =
            facets.map(move |facets| Message::Facets(of.clone(), Box::new(facets.unwrap_or_default())));
        let record = match self.adding {
            true => Action::None,
            false => self.load_record(context),
        };
        Action::All(vec![Action::Run(facets), record])
    }

    /// Finds again after what is wanted changed.
    pub(super) fn find_again(&mut self, context: Context<'_>) -> Action<Message> {
        let chosen = self.selected();
        self.select_again(chosen, context)
    }

    /// Finds the lines anew and selects these people among them.
    pub(super) fn select_again(&mut self, chosen: Vec<PersonId>, context: Context<'_>) -> Action<Message> {
        self.list.find();
        self.selection = self.list.rows_of(&chosen);
        self.show_selected(context)
    }

    /// Whom to select after the lines changed.
    pub(super) fn chosen(&mut self) -> Vec<PersonId> {
        match std::mem::take(&mut self.wanted) {
            nobody if nobody.is_empty() => self.selected(),
            wanted => wanted,
        }
    }

    /// Shows who is selected in the panel.
    pub(super) fn show_selected(&mut self, context: Context<'_>) -> Action<Message> {
        let shown = self.record.as_ref().map(|record| record.id);
        if shown == self.only_one() {
            return Action::None;
        }
        self.record = None;
        self.new_position = false;
        self.sensitive_shown = false;
        self.load_record(context)
    }

    /// Who is selected, in the order of the table.
    pub(super) fn selected(&self) -> Vec<PersonId> {
        self.selection.rows().filter_map(|row| self.list.line(row)).map(|line| line.id).collect()
    }

    /// Who is selected, if it is one.
    pub(super) fn only_one(&self) -> Option<PersonId> {
        let row = self.selection.rows().next().filter(|_| self.selection.len() == 1)?;
        self.list.line(row).map(|line| line.id)
    }
}
