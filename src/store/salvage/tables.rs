//! The tables a damaged file has, as far as it still says so, else as its schema has them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::record::Record;
use crate::store::error::Result;
use crate::store::journal::quoted;
use crate::store::migrate::{self, KNOWN, MIGRATIONS};

/// Row numbers grow by one for each row that ever was: a higher one was spoiled, and would leave
/// none for what comes.
pub(super) const HIGHEST_ID: i64 = 1 << 40;

/// A table of the file.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) name: String,
    columns: Vec<Column>,
    /// Its rows have no numbers and lie in the tree of an index.
    pub(super) is_without_ids: bool,
    /// The first page of its tree.
    pub(super) root: Option<u32>,
}

#[derive(Debug, Clone)]
struct Column {
    name: String,
    holds: String,
    /// Every row has a value for it that it must bring itself.
    is_needed: bool,
    may_be_null: bool,
    /// It is the number of the row, which stands beside the record.
    is_id: bool,
    /// The new file has it, too.
    is_kept: bool,
}

impl Table {
    /// The table of tables, which every file has at its beginning.
    pub(super) fn of_tables() -> Self {
        let column = |name: &str, holds: &str| Column {
            name: name.to_owned(),
            holds: holds.to_owned(),
            is_needed: name != "sql",
            may_be_null: name == "sql",
            is_id: false,
            is_kept: true,
        };
        let columns = [("type", "TEXT"), ("name", "TEXT"), ("tbl_name", "TEXT"), ("rootpage", "INTEGER")];
        let columns = columns.into_iter().chain([("sql", "TEXT")]);
        Self {
            name: "sqlite_schema".to_owned(),
            columns: columns.map(|(name, holds)| column(name, holds)).collect(),
            is_without_ids: false,
            root: Some(1),
        }
    }

    /// Whether a record can be a row of this table.
    pub(super) fn fits(&self, record: &Record) -> bool {
        let is_long_enough = !self.columns.iter().skip(record.values.len()).any(|column| column.is_needed);
        record.values.len() <= self.columns.len()
            && is_long_enough
            && record.values.iter().zip(&self.columns).all(|(value, column)| column.takes(value))
    }

    /// Whether a record has a value for each column: it has unless a column was added after it was
    /// written.
    pub(super) fn is_filled_by(&self, record: &Record) -> bool {
        record.values.len() == self.columns.len()
    }

    /// The statement that puts a row with so many values into the new file, and which of its values
    /// go there; the number of the row is the first.
    pub(super) fn insertion(&self, values: usize) -> (String, Vec<usize>) {
        let there = self.columns.iter().enumerate().take(values);
        let kept: Vec<usize> =
            there.filter(|(_, column)| column.is_kept && !column.is_id).map(|(at, _)| at).collect();
        let id = self.columns.iter().find(|column| column.is_id).map(|column| quoted(&column.name));
        let names: Vec<String> =
            id.into_iter().chain(kept.iter().map(|at| quoted(&self.columns[*at].name))).collect();
        let places = vec!["?"; names.len()].join(", ");
        let table = quoted(&self.name);
        // A new file says whose it is; this one belonged to somebody.
        let or_replace = if self.name == "data_file" { " OR REPLACE" } else { "" };
        (format!("INSERT{or_replace} INTO {table} ({}) VALUES ({places})", names.join(", ")), kept)
    }

    /// Whether its rows are what users put into the file, and not what the program notes of it.
    pub(super) fn is_told(&self) -> bool {
        !self.is_without_ids && self.name != "sqlite_sequence"
    }

    /// Whether its rows are numbered by a column of it.
    pub(super) fn has_id(&self) -> bool {
        self.columns.iter().any(|column| column.is_id)
    }

    /// What a row says in a column.
    pub(super) fn value<'r>(&self, record: &'r Record, column: &str) -> Option<&'r Value> {
        record.values.get(self.columns.iter().position(|one| one.name == column)?)
    }
}

impl Column {
    fn takes(&self, value: &Value) -> bool {
        match value {
            Value::Null => self.is_id || self.may_be_null,
            _ if self.is_id => false,
            Value::Integer(_) => self.holds == "INTEGER",
            Value::Text(_) => self.holds == "TEXT",
            // No table of ours has such columns.
            Value::Real(_) | Value::Blob(_) => false,
        }
    }
}

/// Whether a page of rows is one of the table of tables.
pub(super) fn are_of_tables(rows: &[Record]) -> bool {
    let own = Table::of_tables();
    rows.iter().all(|row| {
        let is_made = |sql: &Value| matches!(sql, Value::Text(sql) if sql.starts_with("CREATE "));
        let is_automatic = matches!(own.value(row, "type"), Some(Value::Text(kind)) if kind == "index");
        own.fits(row) && own.value(row, "sql").map_or(is_automatic, |sql| is_made(sql) || is_automatic)
    })
}

/// The tables of a file whose own table of tables holds these rows, in the words of `made`, a new
/// file of the same schema. Others than ours are none of ours to save.
pub(super) fn tables(made: &Connection, rows: &[Record]) -> Result<Vec<Table>> {
    let own = Table::of_tables();
    let text = |row: &Record, column: &str| match own.value(row, column) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let mut found = BTreeMap::new();
    for row in rows.iter().filter(|row| text(row, "type").as_deref() == Some("table")) {
        let (Some(name), Some(Value::Integer(root))) = (text(row, "name"), own.value(row, "rootpage")) else {
            continue;
        };
        found.entry(name).or_insert((u32::try_from(*root).ok(), text(row, "sql")));
    }
    let mut tables = Vec::new();
    for (name, is_without_ids) in names(made)? {
        let expected = columns(made, &name, None)?;
        let (root, sql) = found.remove(&name).unwrap_or_default();
        let columns = sql.and_then(|sql| columns_of(&sql, &name, &expected)).unwrap_or(expected);
        tables.push(Table { name, columns, is_without_ids, root });
    }
    Ok(tables)
}

/// The tables of our schema, and whether their rows go without numbers.
fn names(made: &Connection) -> Result<Vec<(String, bool)>> {
    let mut names = made.prepare(
        "SELECT name, wr FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT IN ('sqlite_schema', 'sqlite_stat1')",
    )?;
    let names = names.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// The columns of a table as the file words it: those of files that came from older ones can stand
/// in another order. None where it is not our table any more.
fn columns_of(sql: &str, name: &str, expected: &[Column]) -> Option<Vec<Column>> {
    if !sql.trim_start().get(..13)?.eq_ignore_ascii_case("CREATE TABLE ") || name.starts_with("sqlite_") {
        return None;
    }
    let mut memory = Connection::open_in_memory().ok()?;
    // A table that is made out of an endless query comes to an end.
    memory.progress_handler(1_000_000, Some(|| true)).ok()?;
    memory.execute(sql, []).ok()?;
    let columns = columns(&memory, name, Some(expected)).ok()?;
    let has_all = |column: &Column| columns.iter().any(|one| one.name == column.name);
    expected.iter().all(has_all).then_some(columns)
}

fn columns(connection: &Connection, table: &str, kept: Option<&[Column]>) -> Result<Vec<Column>> {
    let mut columns = connection.prepare(
        "SELECT name, type, \"notnull\", dflt_value IS NULL, pk > 0 AND type = 'INTEGER'
             AND (SELECT wr FROM pragma_table_list(?1)) = 0
         FROM pragma_table_info(?1)",
    )?;
    let columns = columns.query_map([table], |row| {
        let (name, not_null, is_id): (String, bool, bool) = (row.get(0)?, row.get(2)?, row.get(4)?);
        Ok(Column {
            is_kept: kept.is_none_or(|kept| kept.iter().any(|one| one.name == name)),
            is_needed: not_null && !is_id && row.get::<_, bool>(3)?,
            may_be_null: !not_null,
            holds: row.get(1)?,
            name,
            is_id,
        })
    })?;
    let mut columns: Vec<Column> = columns.collect::<rusqlite::Result<_>>()?;
    if table == "sqlite_sequence" {
        // SQLite's own words have no kinds.
        for column in &mut columns {
            column.holds = if column.name == "seq" { "INTEGER" } else { "TEXT" }.to_owned();
        }
    }
    Ok(columns)
}

/// Which schema of ours a file has: the newest of which it has something that older ones lack. Its
/// header, which is one page among others, is asked only where that page is all that is left.
pub(super) fn version(claimed: i64, rows: &[Record]) -> Result<i64> {
    let own = Table::of_tables();
    let mut found = BTreeSet::new();
    for row in rows {
        if let Some(Value::Text(name)) = own.value(row, "name") {
            found.insert(name.clone());
            if let Some(Value::Text(sql)) = own.value(row, "sql") {
                found.extend(
                    columns_of(sql, name, &[])
                        .into_iter()
                        .flatten()
                        .map(|column| format!("{name}.{}", column.name)),
                );
            }
        }
    }
    let mut memory = Connection::open_in_memory()?;
    let (mut version, mut known) = (None, BTreeSet::new());
    for number in 1..=KNOWN {
        migrate::apply(&mut memory, number - 1, &MIGRATIONS[..usize::try_from(number).unwrap_or_default()])?;
        let names = named(&memory)?;
        if names.difference(&known).any(|name| found.contains(name)) {
            version = Some(number);
        }
        // Some things went, and came again.
        known.extend(names);
    }
    Ok(version.unwrap_or(if (1..=KNOWN).contains(&claimed) { claimed } else { KNOWN }))
}

/// Everything of a schema that has a name.
fn named(connection: &Connection) -> Result<BTreeSet<String>> {
    let mut names = connection.prepare(
        "SELECT name FROM main.sqlite_schema
         UNION SELECT tables.name || '.' || columns.name
         FROM main.sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table'",
    )?;
    let names = names.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}
