//! Which rows are selected.

use std::collections::BTreeSet;

/// Selected rows, by their place in the table. The screen keeps it, and clears
/// it when rows change their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    rows: BTreeSet<usize>,
    cursor: Option<usize>,
    anchor: usize,
}

impl Selection {
    /// One row.
    pub fn one(row: usize) -> Self {
        let mut selection = Self::default();
        selection.click(row);
        selection
    }

    /// Nothing.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Selects one row and no other.
    pub fn click(&mut self, row: usize) {
        self.rows = BTreeSet::from([row]);
        self.cursor = Some(row);
        self.anchor = row;
    }

    /// Adds a row, or takes it out.
    pub fn toggle(&mut self, row: usize) {
        if !self.rows.remove(&row) {
            self.rows.insert(row);
        }
        self.cursor = Some(row);
        self.anchor = row;
    }

    /// Selects from where the selection began to this row.
    pub fn extend(&mut self, row: usize) {
        let anchor = if self.cursor.is_some() { self.anchor } else { row };
        self.rows = (anchor.min(row)..=anchor.max(row)).collect();
        self.cursor = Some(row);
        self.anchor = anchor;
    }

    /// Selects all of so many rows.
    pub fn all(&mut self, rows: usize) {
        self.rows = (0..rows).collect();
        self.cursor = self.cursor.or(rows.checked_sub(1).map(|_| 0));
        self.anchor = 0;
    }

    /// The row after or before the one the keyboard is at, among so many: after the last comes the first.
    pub fn stepped(&self, rows: usize, forward: bool) -> Option<Self> {
        let last = rows.checked_sub(1)?;
        let at = match (self.cursor, forward) {
            (None, true) => 0,
            (Some(at), true) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
            (None | Some(0), false) => last,
            (Some(at), false) => (at - 1).min(last),
        };
        Some(Self::one(at))
    }

    /// The row the keyboard is at.
    pub fn cursor(&self) -> Option<usize> {
        self.cursor
    }

    /// Whether a row is selected.
    pub fn contains(&self, row: usize) -> bool {
        self.rows.contains(&row)
    }

    /// The selected rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().copied()
    }

    /// How many are selected.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(selection: &Selection) -> Vec<usize> {
        selection.rows().collect()
    }

    #[test]
    fn shift_extends_from_where_the_selection_began() {
        let mut selection = Selection::one(5);
        selection.extend(8);
        assert_eq!(rows(&selection), [5, 6, 7, 8]);
        selection.extend(3);
        assert_eq!(rows(&selection), [3, 4, 5]);
        assert_eq!(selection.cursor(), Some(3));
    }

    #[test]
    fn control_adds_and_takes_out() {
        let mut selection = Selection::one(1);
        selection.toggle(4);
        selection.toggle(1);
        assert_eq!(rows(&selection), [4]);
        selection.extend(2);
        assert_eq!(rows(&selection), [1, 2]);
    }

    #[test]
    fn one_steps_round_and_round() {
        let stepped = |from: Option<usize>, rows, forward| {
            let selection = from.map(Selection::one).unwrap_or_default();
            selection.stepped(rows, forward).and_then(|selection| selection.cursor())
        };
        assert_eq!([stepped(None, 3, true), stepped(None, 3, false)], [Some(0), Some(2)]);
        assert_eq!([stepped(Some(1), 3, true), stepped(Some(2), 3, true)], [Some(2), Some(0)]);
        assert_eq!([stepped(Some(1), 3, false), stepped(Some(0), 3, false)], [Some(0), Some(2)]);
        assert_eq!([stepped(Some(7), 3, true), stepped(None, 0, true)], [Some(0), None]);
    }

    #[test]
    fn all_of_no_rows_is_nothing() {
        let mut selection = Selection::default();
        selection.all(0);
        assert!(selection.is_empty());
        assert_eq!(selection.cursor(), None);
        selection.extend(3);
        assert_eq!(rows(&selection), [3]);
    }
}
