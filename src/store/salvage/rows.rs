//! Putting rows into the new file, each as far as the schema lets it in.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, ErrorCode, ToSql};

use super::report::{SalvageReport, count};
use super::tables::Table;
use super::walk::Row;
use crate::store::error::Result;

/// The rows of one table, on their way into the new file.
pub(super) struct Rows<'c> {
    file: &'c Connection,
    table: &'c Table,
    /// By the number of values: rows of before a column was added have fewer.
    insertions: HashMap<usize, (CachedStatement<'c>, Vec<usize>)>,
}

impl<'c> Rows<'c> {
    pub(super) fn new(file: &'c Connection, table: &'c Table) -> Self {
        Self { file, table, insertions: HashMap::new() }
    }

    /// Adds a row and counts it as saved; no if the table does not take it.
    pub(super) fn add(&mut self, row: &Row, report: &mut SalvageReport) -> Result<bool> {
        let is_added = self.insert(row)?;
        if is_added && self.table.is_told() {
            count(&mut report.saved, &self.table.name, 1);
            report.mended_texts += usize::from(row.record.has_bad_text);
        }
        Ok(is_added)
    }

    /// Adds a row; no if the table does not take it.
    pub(super) fn insert(&mut self, row: &Row) -> Result<bool> {
        if self.table.name == "sqlite_sequence" {
            return self.raise_sequence(row);
        }
        let (insert, kept) = match self.insertions.entry(row.record.values.len()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let (sql, kept) = self.table.insertion(row.record.values.len());
                place.insert((self.file.prepare_cached(&sql)?, kept))
            }
        };
        let id = row.id.filter(|_| self.table.has_id()).map(Value::Integer);
        let values = id.iter().chain(kept.iter().map(|at| &row.record.values[*at]));
        match insert.execute(rusqlite::params_from_iter(values.map(Borrowed))) {
            Ok(_) => Ok(true),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Numbers of rows that were given are not given again.
    fn raise_sequence(&self, row: &Row) -> Result<bool> {
        let [Value::Text(name), Value::Integer(last)] = row.record.values.as_slice() else {
            return Ok(false);
        };
        if !(0..=super::tables::HIGHEST_ID).contains(last) {
            return Ok(false);
        }
        let mut raise =
            self.file.prepare_cached("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1")?;
        if raise.execute((name, last))? == 0 {
            let mut begin = self.file.prepare_cached(
                "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2
                 WHERE EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?1)",
            )?;
            begin.execute((name, last))?;
        }
        Ok(true)
    }
}

/// A value that is not copied once more.
struct Borrowed<'v>(&'v Value);

impl ToSql for Borrowed<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::from(self.0)))
    }
}
