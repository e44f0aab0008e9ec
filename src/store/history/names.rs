//! What a row is called, and what it held: also a row that is gone, from the images in the journal.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use crate::store::change::Image;
use crate::store::codec::Json;
use crate::store::error::Result;
use crate::store::journal::quoted;

/// Columns that name a row, the best first.
const NAMES: [&str; 7] = ["full_name", "name", "title", "label", "printed_number", "number", "unit"];
/// Columns of a row that is named after the one it belongs to.
const OWNERS: [(&str, &str); 8] = [
    ("person_id", "person"),
    ("delegate_id", "delegate"),
    ("certificate_id", "certificate"),
    ("programme_item_id", "programme_item"),
    ("topic_id", "topic"),
    ("cluster_id", "cluster"),
    ("curriculum_id", "curriculum"),
    ("session_id", "session"),
];
/// So many rows belong to each other at most on the way to a name.
const DEEPEST: usize = 3;

/// The row as it is now.
pub(super) fn now(connection: &Connection, table: &str, row: i64) -> Result<Option<Image>> {
    // The name comes from the journal, which other programs may have written.
    let is_table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    if !connection.prepare_cached(is_table)?.exists([table])? {
        return Ok(None);
    }
    let mut query = connection.prepare_cached(&format!("SELECT * FROM {} WHERE id = ?1", quoted(table)))?;
    let columns: Vec<String> = query.column_names().map(str::to_owned).collect();
    let image = query.query_row([row], |row| {
        let value = |place: usize| -> rusqlite::Result<Value> {
            Ok(match row.get_ref(place)? {
                ValueRef::Integer(number) => number.into(),
                ValueRef::Real(number) => number.into(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
                ValueRef::Null | ValueRef::Blob(_) => Value::Null,
            })
        };
        columns.iter().enumerate().map(|(place, column)| Ok((column.clone(), value(place)?))).collect()
    });
    Ok(image.optional()?)
}

/// The row as it was when it was last there.
fn gone(connection: &Connection, table: &str, row: i64) -> Result<Option<Image>> {
    let mut image = connection.prepare_cached(
        "SELECT coalesce(before, after) FROM row_change
         WHERE table_name = ?1 AND row_id = ?2
           AND (change = 'delete' OR change = 'insert' AND after IS NOT NULL)
         ORDER BY id DESC LIMIT 1",
    )?;
    let image = image.query_row((table, row), |row| row.get::<_, Json<Image>>(0)).optional()?;
    Ok(image.map(|json| json.0))
}

/// The row as it is, or was last.
pub(super) fn last(connection: &Connection, table: &str, row: i64) -> Result<Option<Image>> {
    match now(connection, table, row)? {
        Some(image) => Ok(Some(image)),
        None => gone(connection, table, row),
    }
}

/// The row as this step left it: what later steps made of it taken back.
pub(super) fn after_step(connection: &Connection, table: &str, row: i64, step: i64) -> Result<Option<Image>> {
    let Some(mut image) = last(connection, table, row)? else { return Ok(None) };
    let mut later = connection.prepare_cached(
        "SELECT before FROM row_change JOIN operation ON operation.id = operation_id
         WHERE table_name = ?1 AND row_id = ?2 AND change = 'update' AND operation_id > ?3
           AND state NOT IN ('undone', 'discarded')
         ORDER BY row_change.id DESC",
    )?;
    let mut rows = later.query((table, row, step))?;
    while let Some(row) = rows.next()? {
        if let Some(Json(before)) = row.get::<_, Option<Json<Image>>>(0)? {
            image.extend(before);
        }
    }
    Ok(Some(image))
}

/// What a row is called, by what is known of it.
pub(super) fn of_row(
    connection: &Connection,
    table: &str,
    row: i64,
    known: &Image,
) -> Result<Option<String>> {
    named(connection, table, row, known, DEEPEST)
}

/// What the row of a table is called.
pub(super) fn of(connection: &Connection, table: &str, row: i64) -> Result<Option<String>> {
    of_row(connection, table, row, &Image::new())
}

fn named(
    connection: &Connection,
    table: &str,
    row: i64,
    known: &Image,
    deepest: usize,
) -> Result<Option<String>> {
    let Some(deepest) = deepest.checked_sub(1) else { return Ok(None) };
    let whole = last(connection, table, row)?.unwrap_or_default();
    let text = |column: &str| -> Option<String> {
        let value = known.get(column).filter(|value| !value.is_null()).or_else(|| whole.get(column))?;
        match value {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    };
    let own = || NAMES.iter().find_map(|column| text(column));
    // What belongs to a person is known by the person.
    if !table.starts_with("person_")
        && let Some(name) = own()
    {
        return Ok(Some(name));
    }
    for (column, owner) in OWNERS {
        let id = known.get(column).or_else(|| whole.get(column)).and_then(Value::as_i64);
        if let Some(id) = id
            && let Some(name) = named(connection, owner, id, &Image::new(), deepest)?
        {
            return Ok(Some(name));
        }
    }
    Ok(own())
}
