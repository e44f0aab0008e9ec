//! Whether records are as the program wrote them.
//!
//! SQLite notices a broken page and not a letter that flipped in a name. So of each person,
//! delegate, mark and certificate a CRC-32 is kept apart, renewed within the write that changes
//! it. A CRC finds what a disk does (any burst of up to 32 bits, all else but one in four
//! milliards); it is no seal against people, who can compute one.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::error::Result;

/// The tables, by the number they have in `record_hash`.
const KINDS: [(i64, &str); 4] = [(1, "person"), (2, "delegate"), (3, "attendance_mark"), (4, "certificate")];

/// The number of a table whose records have hashes.
pub(super) fn kind_of(table: &str) -> Option<i64> {
    KINDS.iter().find(|(_, name)| *name == table).map(|(kind, _)| *kind)
}

/// Rows of a table of [`KINDS`], from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    kind: i64,
    first: i64,
    last: i64,
}

/// The records a write touched, gathered while it happens.
#[derive(Debug, Default)]
pub(super) struct Spans(Vec<Span>);

impl Spans {
    /// Adds a row, if its table has hashes.
    pub(super) fn add(&mut self, table: &str, row: i64) {
        let Some(kind) = kind_of(table) else { return };
        // Lists come in order, table by table or two by turns.
        let known = self.0.iter_mut().rev().take(KINDS.len()).find(|span| span.kind == kind);
        match known {
            Some(span) if (span.first..=span.last).contains(&row) => {}
            Some(span) if span.last.checked_add(1) == Some(row) => span.last = row,
            _ => self.0.push(Span { kind, first: row, last: row }),
        }
    }
}

/// Renews the hashes of the records that were touched.
pub(super) fn renew(transaction: &Connection, touched: &Spans) -> Result<()> {
    for span in &touched.0 {
        renew_span(transaction, *span)?;
    }
    Ok(())
}

/// Takes what the file says as right, whoever wrote it.
pub(super) fn accept(transaction: &Connection) -> Result<()> {
    renew_all(transaction)?;
    // Also the count: what was written elsewhere since our last write is taken as right, too.
    transaction.execute("DELETE FROM data_file WHERE name IN ('elsewhere', 'writes')", [])?;
    Ok(())
}

/// Computes all hashes anew.
pub(super) fn renew_all(transaction: &Connection) -> Result<()> {
    transaction.execute("DELETE FROM record_hash", [])?;
    for (kind, _) in KINDS {
        renew_span(transaction, Span { kind, first: i64::MIN, last: i64::MAX })?;
    }
    Ok(())
}

fn renew_span(transaction: &Connection, Span { kind, first, last }: Span) -> Result<()> {
    let Some((_, table)) = KINDS.iter().find(|(known, _)| *known == kind) else { return Ok(()) };
    let mut forget =
        transaction.prepare_cached("DELETE FROM record_hash WHERE kind = ?1 AND row_id BETWEEN ?2 AND ?3")?;
    forget.execute((kind, first, last))?;
    let mut keep =
        transaction.prepare_cached("INSERT INTO record_hash (kind, row_id, hash) VALUES (?1, ?2, ?3)")?;
    let mut rows = transaction
        .prepare_cached(&format!("SELECT id, * FROM {table} WHERE id BETWEEN ?1 AND ?2 ORDER BY id"))?;
    let mut rows = rows.query((first, last))?;
    while let Some(row) = rows.next()? {
        keep.execute((kind, row.get::<_, i64>(0)?, hash(row, row.as_ref().column_count())?))?;
    }
    Ok(())
}

/// The hash of a row: of the kind, length and bytes of each value.
fn hash(row: &Row<'_>, columns: usize) -> rusqlite::Result<u32> {
    let mut hasher = crc32fast::Hasher::new();
    let mut add = |kind: u8, bytes: &[u8]| {
        hasher.update(&[kind]);
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    for column in 1..columns {
        match row.get_ref(column)? {
            ValueRef::Null => add(0, &[]),
            ValueRef::Integer(value) => add(1, &value.to_le_bytes()),
            ValueRef::Real(value) => add(2, &value.to_le_bytes()),
            ValueRef::Text(bytes) => add(3, bytes),
            ValueRef::Blob(bytes) => add(4, bytes),
        }
    }
    Ok(hasher.finalize())
}

/// The name of whom a record is about. What cannot be read is not told.
fn whose(connection: &Connection, table: &str, row: i64) -> Option<String> {
    let query = match table {
        "person" | "delegate" => format!("SELECT full_name FROM {table} WHERE id = ?1"),
        "certificate" => "SELECT name FROM certificate WHERE id = ?1".to_owned(),
        _ => format!(
            "SELECT full_name FROM delegate JOIN {table} ON delegate_id = delegate.id WHERE {table}.id = ?1"
        ),
    };
    connection.query_row(&query, [row], |row| row.get(0)).ok()
}

/// A record that is not as the program wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    /// Its table.
    pub table: &'static str,
    /// Its row.
    pub row: i64,
    /// What became of it.
    pub how: Alteration,
    /// Whose it is, as far as the file says.
    pub name: Option<String>,
}

/// What became of a record without the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alteration {
    /// It says something else.
    Changed,
    /// It came from elsewhere.
    Added,
    /// It is gone.
    Gone,
}

/// Compares records with their hashes, and answers at most so many that differ. `go_on` is asked
/// now and then; where it says no, the rest is passed over.
pub(super) fn altered(
    connection: &Connection,
    most: usize,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Vec<Altered>> {
    /// How many rows are read before time is asked for.
    const EVERY: usize = 64;
    let mut found = Vec::new();
    for (kind, table) in KINDS {
        let mut rows = connection.prepare(&format!(
            "SELECT {table}.id, {table}.*, record_hash.hash AS kept FROM {table}
             LEFT JOIN record_hash ON kind = {kind} AND row_id = {table}.id ORDER BY {table}.id"
        ))?;
        let mut rows = rows.query([])?;
        let mut count = 0_usize;
        while let Some(row) = rows.next()? {
            count += 1;
            if found.len() >= most || (count.is_multiple_of(EVERY) && !go_on()) {
                return Ok(found);
            }
            let columns = row.as_ref().column_count() - 1;
            // A spoiled one can be any number.
            let how = match row.get::<_, Option<i64>>(columns)? {
                None => Alteration::Added,
                Some(kept) if kept != i64::from(hash(row, columns)?) => Alteration::Changed,
                Some(_) => continue,
            };
            let id = row.get(0)?;
            found.push(Altered { table, row: id, how, name: whose(connection, table, id) });
        }
        let mut gone = connection.prepare(&format!(
            "SELECT row_id FROM record_hash WHERE kind = {kind}
             AND NOT EXISTS (SELECT 1 FROM {table} WHERE id = row_id)"
        ))?;
        for row in gone.query_map([], |row| row.get(0))?.take(most.saturating_sub(found.len())) {
            found.push(Altered { table, row: row?, how: Alteration::Gone, name: None });
        }
    }
    Ok(found)
}
