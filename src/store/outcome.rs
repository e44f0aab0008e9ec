//! What a write did: what was asked for, its step, and the rows it touched.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::OperationId;
use crate::sentence::Sentence;

/// What became of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What was asked for.
    pub value: T,
    /// The step that was taken; `None` when nothing changed, and for what is no step.
    pub step: Option<Taken>,
    /// The rows that are not as they were.
    pub touched: Touched,
}

impl<T> Done<T> {
    /// A write that had nothing to do.
    pub(super) fn nothing(value: T) -> Self {
        Self { value, step: None, touched: Touched::default() }
    }

    /// The same with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Done<U> {
        Done { value: change(self.value), step: self.step, touched: self.touched }
    }
}

/// A step as it stands in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its row.
    pub id: OperationId,
    /// What it did, in the user's words.
    pub label: Sentence,
}

/// What became of an undo or redo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// There was no step.
    Nothing,
    /// This step was turned.
    Turned(Taken),
    /// This step does not fit the data any more, for this reason: it is set aside,
    /// and the one before it is next.
    SetAside(Taken, Sentence),
    /// The step that was expected is not the next one any more. Nothing was done.
    Overtaken,
}

/// What became of steps that were to be undone one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoneSteps {
    /// Those that were.
    pub undone: Vec<Taken>,
    /// Why the others were left.
    pub ended: Ended,
}

/// How it came that no further step was undone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Ended {
    /// There was none.
    #[default]
    Done,
    /// This one could not be, for this reason: it is set aside.
    SetAside(Taken, Sentence),
    /// Something else was done meanwhile.
    Overtaken,
    /// The user wanted no more.
    Stopped,
    /// The data file refused, for this reason.
    Failed(Sentence),
}

impl Turn {
    /// What the step that was turned did; `None` when none was.
    pub fn label(self) -> Option<Sentence> {
        match self {
            Self::Turned(step) => Some(step.label),
            Self::Nothing | Self::SetAside(..) | Self::Overtaken => None,
        }
    }
}

/// Rows that were added, changed or deleted, by table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    tables: BTreeMap<String, Rows>,
}

/// Which rows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// These.
    These(BTreeSet<i64>),
    /// More than [`Touched::MOST`].
    Many,
}

impl Touched {
    /// More rows of a table than this are not listed: whoever shows them reads them all again.
    pub const MOST: usize = 1000;

    /// Adds a row.
    pub fn add(&mut self, table: &str, row: i64) {
        if !self.tables.contains_key(table) {
            self.tables.insert(table.to_owned(), Rows::These(BTreeSet::new()));
        }
        let Some(rows) = self.tables.get_mut(table) else { return };
        if let Rows::These(ids) = rows {
            ids.insert(row);
            if ids.len() > Self::MOST {
                *rows = Rows::Many;
            }
        }
    }

    /// Whether nothing was touched.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    /// Whether a row of one of these tables was touched.
    pub fn any_of(&self, tables: &[&str]) -> bool {
        tables.iter().any(|table| self.tables.contains_key(*table))
    }

    /// Which rows of a table were touched; `None` when none was.
    pub fn rows(&self, table: &str) -> Option<&Rows> {
        self.tables.get(table)
    }

    /// The tables.
    pub fn tables(&self) -> impl Iterator<Item = &str> {
        self.tables.keys().map(String::as_str)
    }

    /// Takes in what else was touched.
    pub fn extend(&mut self, other: Self) {
        for (table, rows) in other.tables {
            match rows {
                Rows::These(ids) => ids.into_iter().for_each(|id| self.add(&table, id)),
                Rows::Many => drop(self.tables.insert(table, Rows::Many)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_touched_is_listed_while_it_is_little() {
        let mut touched = Touched::default();
        assert!(touched.is_empty() && !touched.any_of(&["person"]));
        touched.add("person", 7);
        touched.add("person", 7);
        assert!(touched.any_of(&["unit", "person"]) && !touched.any_of(&["unit"]));
        assert_eq!(touched.rows("person"), Some(&Rows::These([7].into())));
        (0..=Touched::MOST as i64).for_each(|row| touched.add("delegate", row));
        assert_eq!(touched.rows("delegate"), Some(&Rows::Many));
        let mut all = Touched::default();
        all.add("delegate", 1);
        all.extend(touched);
        assert_eq!(all.rows("delegate"), Some(&Rows::Many));
        assert_eq!(all.tables().collect::<Vec<_>>(), ["delegate", "person"]);
    }
}
