//! Undo and redo, also after a restart.
//!
//! Undoing puts the row images of a step back, newest first; redoing applies
//! them again. Facts that must not vanish are compensated instead (see
//! [`super::facts`]): a mark is retracted, a certificate voided.

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, named_params};

use super::change::{Direction, Image, RowChange};
use super::codec::{Json, needed_json};
use super::error::{Result, StoreError};
use super::facts;
use super::journal::{Tracked, quoted};
use super::transact::now;
use crate::message::Message;

/// Undoes the last step. `None` when there is nothing to undo.
pub(super) fn undo(connection: &mut Connection, tables: &[Tracked]) -> Result<Option<Message>> {
    turn(connection, tables, Direction::Undo)
}

/// Redoes the step undone last. `None` when there is nothing to redo.
pub(super) fn redo(connection: &mut Connection, tables: &[Tracked]) -> Result<Option<Message>> {
    turn(connection, tables, Direction::Redo)
}

/// The name of the step that would be turned next.
pub(super) fn next_label(connection: &Connection, direction: Direction) -> Result<Option<Message>> {
    Ok(next(connection, direction)?.map(|(_, label)| label))
}

fn next(connection: &Connection, direction: Direction) -> Result<Option<(i64, Message)>> {
    let which = match direction {
        Direction::Undo => {
            "SELECT id, label FROM operation WHERE kind = 'do' AND state = 'done' ORDER BY id DESC LIMIT 1"
        }
        Direction::Redo => {
            "SELECT id, label FROM operation WHERE kind = 'do' AND state = 'undone' ORDER BY id LIMIT 1"
        }
    };
    let step =
        connection.query_row(which, [], |row| Ok((row.get::<_, i64>("id")?, needed_json(row, "label")?)));
    Ok(step.optional()?)
}

fn turn(connection: &mut Connection, tables: &[Tracked], direction: Direction) -> Result<Option<Message>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let Some((step, label)) = next(&transaction, direction)? else { return Ok(None) };

    // Images are put back row by row; only the whole has to fit together.
    transaction.pragma_update(None, "defer_foreign_keys", true)?;
    let changes = changes_of(&transaction, step, direction)?;
    for change in &changes {
        if !facts::compensate(&transaction, step, change, direction)? {
            put_back(&transaction, tables, change, direction)?;
        }
    }

    let (state, kind) = match direction {
        Direction::Undo => ("undone", "undo"),
        Direction::Redo => ("done", "redo"),
    };
    transaction.execute("UPDATE operation SET state = ?2 WHERE id = ?1", (step, state))?;
    transaction.execute(
        "INSERT INTO operation (uid, at, label, kind, target_id, state, changes)
         VALUES (:uid, :at, :label, :kind, :target, 'settled', :changes)",
        named_params! {
            ":uid": uuid::Uuid::now_v7().to_string(),
            ":at": now(),
            ":label": Json(&label),
            ":kind": kind,
            ":target": step,
            ":changes": changes.len(),
        },
    )?;
    transaction.commit().map_err(conflict)?;
    Ok(Some(label))
}

/// The changes of a step in the order they have to be applied.
fn changes_of(transaction: &Connection, step: i64, direction: Direction) -> Result<Vec<RowChange>> {
    let mut query = transaction.prepare_cached(
        "SELECT table_name, row_id, before, after FROM row_change WHERE operation_id = ?1 ORDER BY id",
    )?;
    let changes = query.query_map([step], |row| {
        Ok(RowChange {
            table: row.get(0)?,
            row_id: row.get(1)?,
            before: row.get::<_, Option<Json<Image>>>(2)?.map(|json| json.0),
            after: row.get::<_, Option<Json<Image>>>(3)?.map(|json| json.0),
        })
    })?;
    let mut changes = changes.collect::<rusqlite::Result<Vec<_>>>()?;
    if direction == Direction::Undo {
        changes.reverse();
    }
    Ok(changes)
}

/// Replaces the row as it is by the row as it was (or will be).
fn put_back(
    transaction: &Connection,
    tables: &[Tracked],
    change: &RowChange,
    direction: Direction,
) -> Result<()> {
    let table = tables
        .iter()
        .find(|table| table.name == change.table)
        .ok_or_else(|| StoreError::Corrupt(format!("row_change: {}", change.table)))?;
    let (from, to) = match direction {
        Direction::Undo => (&change.after, &change.before),
        Direction::Redo => (&change.before, &change.after),
    };
    let changed = match (from, to) {
        (Some(_), None) => {
            let sql = format!("DELETE FROM {} WHERE id = ?1", quoted(&table.name));
            // A cascade of an earlier deletion may have taken the row already.
            transaction.prepare_cached(&sql)?.execute([change.row_id]).map(|_| 1)
        }
        (None, Some(image)) => insert_image(transaction, table, image),
        (Some(_), Some(image)) => update_to(transaction, table, change.row_id, image),
        (None, None) => Ok(1),
    };
    match changed.map_err(conflict)? {
        1 => Ok(()),
        _ => Err(StoreError::Conflict),
    }
}

/// Inserts a row as its image holds it.
pub(super) fn insert_image(
    transaction: &Connection,
    table: &Tracked,
    image: &Image,
) -> rusqlite::Result<usize> {
    let names: Vec<String> = table.columns.iter().map(|column| quoted(column)).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("?{place}")).collect();
    let sql =
        format!("INSERT INTO {} ({}) VALUES ({})", quoted(&table.name), names.join(", "), places.join(", "));
    transaction.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values(table, image)))
}

fn update_to(
    transaction: &Connection,
    table: &Tracked,
    row_id: i64,
    image: &Image,
) -> rusqlite::Result<usize> {
    let sets: Vec<String> = table
        .columns
        .iter()
        .zip(1..)
        .map(|(column, place)| format!("{} = ?{place}", quoted(column)))
        .collect();
    let sql =
        format!("UPDATE {} SET {} WHERE id = ?{}", quoted(&table.name), sets.join(", "), sets.len() + 1);
    let mut all = values(table, image);
    all.push(SqlValue::Integer(row_id));
    transaction.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(all))
}

/// The image's values in the order of the table's columns.
fn values(table: &Tracked, image: &Image) -> Vec<SqlValue> {
    let value = |column: &String| match image.get(column) {
        Some(serde_json::Value::String(text)) => SqlValue::Text(text.clone()),
        Some(serde_json::Value::Number(number)) => match number.as_i64() {
            Some(whole) => SqlValue::Integer(whole),
            None => SqlValue::Real(number.as_f64().unwrap_or_default()),
        },
        Some(serde_json::Value::Bool(truth)) => SqlValue::Integer(i64::from(*truth)),
        _ => SqlValue::Null,
    };
    table.columns.iter().map(value).collect()
}

/// A broken constraint while turning a step means that it no longer fits.
fn conflict(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::ConstraintViolation) => StoreError::Conflict,
        _ => error.into(),
    }
}
