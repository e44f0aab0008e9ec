//! Writing one row: columns named beside their values.

use rusqlite::ToSql;

use super::error::{Result, StoreError};
use super::transact::Step;

/// A row to insert, or columns to change.
///
/// Column names are literals of this program, so the SQL made of them is fixed
/// and its prepared statement is reused.
pub(super) struct Record<'a> {
    table: &'static str,
    columns: Vec<(&'static str, Box<dyn ToSql + 'a>)>,
}

impl<'a> Record<'a> {
    /// A row of `table`.
    pub(super) fn of(table: &'static str) -> Self {
        Self { table, columns: Vec::new() }
    }

    /// Sets one column.
    pub(super) fn set(mut self, column: &'static str, value: impl ToSql + 'a) -> Self {
        self.columns.push((column, Box::new(value)));
        self
    }

    /// Gives the row the identity it keeps in every office it travels to.
    pub(super) fn with_uid(self) -> Self {
        self.set("uid", crate::clock::new_uid())
    }

    /// Inserts the row and returns its id.
    pub(super) fn insert(self, step: &Step<'_>) -> Result<i64> {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let places = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({places})", self.table, names.join(", "));
        let values = rusqlite::params_from_iter(self.columns.iter().map(|(_, value)| value));
        Ok(step.prepare_cached(&sql)?.insert(values)?)
    }

    /// Changes the row `id` and raises its version. Errors when there is no such row.
    pub(super) fn update(self, step: &Step<'_>, id: i64) -> Result<()> {
        let mut sets: Vec<String> =
            self.columns.iter().zip(1..).map(|((name, _), place)| format!("{name} = ?{place}")).collect();
        sets.push("version = version + 1".to_owned());
        let sql =
            format!("UPDATE {} SET {} WHERE id = ?{}", self.table, sets.join(", "), self.columns.len() + 1);
        let id: &dyn ToSql = &id;
        let values = self.columns.iter().map(|(_, value)| value.as_ref()).chain([id]);
        match step.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))? {
            1 => Ok(()),
            _ => Err(StoreError::Conflict),
        }
    }
}
