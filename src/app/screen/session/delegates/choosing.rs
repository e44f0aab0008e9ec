//! Who is selected, while rows come, go and change their places.

use std::collections::HashSet;

use super::State;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::DelegateId;

impl State {
    /// Finds again after the words or the filter changed.
    pub(super) fn find_again(&mut self) {
        let (chosen, cursor) = self.chosen();
        self.lines.find(&self.words, self.filter);
        self.choose(&chosen, cursor);
    }

    /// Who is selected, and at whom the keyboard is.
    pub(super) fn chosen(&self) -> (Vec<DelegateId>, Option<DelegateId>) {
        let id = |row| self.lines.row(row).map(|line| line.id);
        (self.selection.rows().filter_map(id).collect(), self.selection.cursor().and_then(id))
    }

    /// Selects these again, after rows changed their places.
    pub(super) fn choose(&mut self, chosen: &[DelegateId], cursor: Option<DelegateId>) {
        self.selection.clear();
        if chosen.is_empty() {
            return;
        }
        let wanted: HashSet<DelegateId> = chosen.iter().copied().collect();
        let mut last = None;
        for (row, line) in self.lines.rows().filter(|(_, line)| wanted.contains(&line.id)) {
            if Some(line.id) == cursor {
                last = Some(row);
            } else {
                self.selection.toggle(row);
            }
        }
        if let Some(row) = last {
            self.selection.toggle(row);
        }
    }

    /// The selected delegates: withdrawn ones, and those on the list.
    pub(super) fn selected_by_state(&self, dossier: &Dossier) -> (Vec<DelegateId>, Vec<DelegateId>) {
        let selected = self.selection.rows().filter_map(|row| self.lines.delegate(row, dossier));
        let (withdrawn, listed): (Vec<_>, Vec<_>) =
            selected.partition(|one| one.state == DelegateState::Withdrawn);
        let ids = |some: Vec<&Delegate>| some.iter().map(|one| one.id).collect();
        (ids(withdrawn), ids(listed))
    }
}
