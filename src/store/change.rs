//! One change of a row as the journal keeps it.

use std::collections::{BTreeMap, HashMap};

use rusqlite::Connection;

use super::codec::Json;
use super::error::{Result, StoreError};

/// Columns of a row by name.
pub(super) type Image = BTreeMap<String, serde_json::Value>;

/// One recorded change of a row.
#[derive(Debug)]
pub(super) struct RowChange {
    /// Its line of the journal.
    pub(super) id: i64,
    /// Its table.
    pub(super) table: String,
    /// Its row, or the first of several that were added one after the other.
    pub(super) row_id: i64,
    /// How many.
    pub(super) rows: i64,
    /// What happened to it.
    pub(super) what: ChangeKind,
}

/// What happened to a row.
#[derive(Debug)]
pub(super) enum ChangeKind {
    /// It was added. The image of a row is there while the step is undone.
    Inserted(Option<Image>),
    /// These fields were changed.
    Updated { before: Image, after: Image },
    /// It was deleted, and was this.
    Deleted(Image),
}

/// Which way a step is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// Back.
    Undo,
    /// Forward again.
    Redo,
}

/// What a step changed, in the order it did.
pub(super) fn of_step(connection: &Connection, step: i64) -> Result<Vec<RowChange>> {
    let mut query = connection.prepare_cached(
        "SELECT id, table_name, row_id, rows, change, before, after FROM row_change
         WHERE operation_id = ?1 ORDER BY coalesce(place, id), change = 'insert', id",
    )?;
    let mut rows = query.query([step])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let image = |column: &str| -> Result<Option<Image>> {
            Ok(row.get::<_, Option<Json<Image>>>(column)?.map(|json| json.0))
        };
        let change: String = row.get("change")?;
        let what = match (change.as_str(), image("before")?, image("after")?) {
            ("insert", _, after) => ChangeKind::Inserted(after),
            ("update", Some(before), Some(after)) => ChangeKind::Updated { before, after },
            ("delete", Some(before), _) => ChangeKind::Deleted(before),
            _ => return Err(StoreError::Corrupt(format!("row_change: {change}"))),
        };
        changes.push(RowChange {
            rows: row.get("rows")?,
            id: row.get("id")?,
            table: row.get("table_name")?,
            row_id: row.get("row_id")?,
            what,
        });
    }
    Ok(changes)
}

/// Whether changes leave everything as it was before the first of them.
pub(super) fn cancel_out(changes: &[RowChange]) -> bool {
    let mut fields = HashMap::new();
    for change in changes {
        let ChangeKind::Updated { before, after } = &change.what else { return false };
        for (field, value) in after {
            let ends =
                fields.entry((&change.table, change.row_id, field)).or_insert((before.get(field), None));
            ends.1 = Some(value);
        }
    }
    fields.values().all(|(first, last)| first == last)
}
