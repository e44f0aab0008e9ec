//! Rows as they were before a step, or after it.

use rusqlite::Connection;
use rusqlite::types::Value as SqlValue;

use super::compensate;
use crate::store::change::{ChangeKind, Image, RowChange};
use crate::store::codec::Json;
use crate::store::error::{Result, StoreError};
use crate::store::journal::{Tracked, quoted};

/// Takes the changes of a step back, the latest first.
pub(super) fn take_back(transaction: &Connection, tables: &[Tracked], changes: &[RowChange]) -> Result<()> {
    let is_insert = |change: &RowChange| matches!(change.what, ChangeKind::Inserted(_));
    // Rows that were added one after the other go together: an import is nothing else.
    for run in changes.chunk_by(|one, next| is_insert(one) && is_insert(next)).rev() {
        match run {
            [change] if !is_insert(change) => {
                let table = table_of(tables, change)?;
                match &change.what {
                    ChangeKind::Updated { before, after } => {
                        update(transaction, table, change.row_id, after, before)?;
                    }
                    ChangeKind::Deleted(before) => insert(transaction, table, before)?,
                    ChangeKind::Inserted(_) => {}
                }
            }
            inserted => remove(transaction, tables, inserted)?,
        }
    }
    Ok(())
}

/// Makes the changes of a step again.
pub(super) fn make_again(transaction: &Connection, tables: &[Tracked], changes: &[RowChange]) -> Result<()> {
    for change in changes {
        let table = table_of(tables, change)?;
        match &change.what {
            ChangeKind::Inserted(image) => {
                // One row each, since it was undone.
                if !compensate::restore(transaction, &table.name, change.row_id)? {
                    let image = image.as_ref().ok_or(StoreError::Conflict)?;
                    insert(transaction, table, image)?;
                }
            }
            ChangeKind::Updated { before, after } => {
                update(transaction, table, change.row_id, before, after)?
            }
            ChangeKind::Deleted(before) => delete(transaction, table, change.row_id, before)?,
        }
    }
    // Images are needed no more: undoing deletes the rows, and takes them anew.
    let mut forget = transaction.prepare_cached("UPDATE row_change SET after = NULL WHERE id = ?1")?;
    for change in changes.iter().filter(|change| matches!(change.what, ChangeKind::Inserted(_))) {
        forget.execute([change.id])?;
    }
    Ok(())
}

fn table_of<'a>(tables: &'a [Tracked], change: &RowChange) -> Result<&'a Tracked> {
    tables
        .iter()
        .find(|table| table.name == change.table)
        .ok_or_else(|| StoreError::Corrupt(format!("row_change: {}", change.table)))
}

/// Deletes rows that were added, those that hold on to others first, and keeps their images.
fn remove(transaction: &Connection, tables: &[Tracked], inserted: &[RowChange]) -> Result<()> {
    let mut by_table: Vec<(&Tracked, Vec<&RowChange>)> = tables
        .iter()
        .map(|table| (table, inserted.iter().filter(|change| change.table == table.name).collect()))
        .filter(|(_, changes): &(_, Vec<_>)| !changes.is_empty())
        .collect();
    by_table.sort_by_key(|(table, _)| table.depth);
    // All of them first: deleting one may take others along.
    for (table, changes) in &by_table {
        keep_images(transaction, table, changes)?;
    }
    for (table, changes) in by_table {
        let sql = format!("DELETE FROM {} WHERE id BETWEEN ?1 AND ?2", quoted(&table.name));
        let mut delete = transaction.prepare_cached(&sql)?;
        for change in changes.into_iter().rev() {
            refuse_scanned(transaction, table, change.row_id, change.row_id + change.rows - 1)?;
            let (first, last) = (change.row_id, change.row_id + change.rows - 1);
            if !compensate::is_compensated(&table.name) {
                // A cascade of an earlier deletion may have taken rows already.
                delete.execute([first, last]).map_err(conflict)?;
                continue;
            }
            for row in (first..=last).rev() {
                if !compensate::withdraw(transaction, &table.name, row)? {
                    delete.execute([row, row]).map_err(conflict)?;
                }
            }
        }
    }
    Ok(())
}

/// Puts a line for each row in the place of the line of all of them.
fn keep_images(transaction: &Connection, table: &Tracked, changes: &[&RowChange]) -> Result<()> {
    let name = quoted(&table.name);
    let sql = format!(
        "INSERT INTO row_change (operation_id, table_name, row_id, place, change, after)
         SELECT line.operation_id, line.table_name, {name}.id, line.place, 'insert', {}
         FROM row_change AS line JOIN {name} ON {name}.id BETWEEN line.row_id AND line.row_id + line.rows - 1
         WHERE line.id = ?1 ORDER BY {name}.id",
        table.image(&name)
    );
    let mut keep = transaction.prepare_cached(&sql)?;
    let mut forget = transaction.prepare_cached("DELETE FROM row_change WHERE id = ?1")?;
    for change in changes {
        keep.execute([change.id])?;
        forget.execute([change.id])?;
    }
    Ok(())
}

/// Adds a row as its image has it. Where it was deleted meanwhile, its version goes on.
fn insert(transaction: &Connection, table: &Tracked, image: &Image) -> Result<()> {
    let names: Vec<String> = table.columns.iter().map(|column| quoted(column)).collect();
    let places: Vec<String> = (1..=names.len()).map(|place| format!("?{place}")).collect();
    let sql =
        format!("INSERT INTO {} ({}) VALUES ({})", quoted(&table.name), names.join(", "), places.join(", "));
    let values = table.columns.iter().map(|column| value(image.get(column)));
    transaction.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values)).map_err(conflict)?;
    Ok(())
}

/// Changes the fields of a row from what they must be now.
fn update(transaction: &Connection, table: &Tracked, row: i64, from: &Image, to: &Image) -> Result<()> {
    let mut values = vec![SqlValue::Integer(row)];
    let mut place = |column: &String, image: &Image| {
        values.push(value(image.get(column)));
        values.len()
    };
    let known: Vec<&String> = to.keys().filter(|name| table.columns.contains(name)).collect();
    let mut sets: Vec<String> =
        known.iter().map(|column| format!("{} = ?{}", quoted(column), place(column, to))).collect();
    let still: Vec<String> =
        known.iter().map(|column| format!(" AND {} IS ?{}", quoted(column), place(column, from))).collect();
    if table.has_version() {
        sets.push("version = version + 1".to_owned());
    }
    let sql =
        format!("UPDATE {} SET {} WHERE id = ?1{}", quoted(&table.name), sets.join(", "), still.concat());
    let changed =
        transaction.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values)).map_err(conflict)?;
    match changed {
        1 => Ok(()),
        _ => Err(StoreError::Conflict),
    }
}

/// Deletes a row that is still as the step found it.
fn delete(transaction: &Connection, table: &Tracked, row: i64, image: &Image) -> Result<()> {
    let name = quoted(&table.name);
    let sql = format!("SELECT {} FROM {name} WHERE id = ?1", table.image(&name));
    let now: Option<Json<Image>> = rusqlite::OptionalExtension::optional(
        transaction.prepare_cached(&sql)?.query_row([row], |row| row.get(0)),
    )?;
    // A cascade of an earlier deletion may have taken the row already.
    let Some(Json(mut now)) = now else { return Ok(()) };
    let mut then = image.clone();
    for image in [&mut now, &mut then] {
        image.remove("version");
    }
    if now != then {
        return Err(StoreError::Conflict);
    }
    refuse_scanned(transaction, table, row, row)?;
    let sql = format!("DELETE FROM {name} WHERE id = ?1");
    transaction.prepare_cached(&sql)?.execute([row]).map_err(conflict)?;
    Ok(())
}

/// Scans go with their session, and no image would bring them back.
fn refuse_scanned(connection: &Connection, table: &Tracked, first: i64, last: i64) -> Result<()> {
    if table.name != "session" {
        return Ok(());
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM signed_scan WHERE session_id BETWEEN ?1 AND ?2)";
    match connection.prepare_cached(sql)?.query_row([first, last], |row| row.get(0))? {
        true => Err(StoreError::Conflict),
        false => Ok(()),
    }
}

fn value(value: Option<&serde_json::Value>) -> SqlValue {
    match value {
        Some(serde_json::Value::String(text)) => SqlValue::Text(text.clone()),
        Some(serde_json::Value::Number(number)) => match number.as_i64() {
            Some(whole) => SqlValue::Integer(whole),
            None => SqlValue::Real(number.as_f64().unwrap_or_default()),
        },
        Some(serde_json::Value::Bool(truth)) => SqlValue::Integer(i64::from(*truth)),
        _ => SqlValue::Null,
    }
}

/// A broken constraint while turning a step means that it no longer fits.
pub(super) fn conflict(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::ConstraintViolation) => StoreError::Conflict,
        _ => error.into(),
    }
}
