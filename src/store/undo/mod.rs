//! Undo and redo, also after a restart.
//!
//! Undoing a step takes its changes back, the latest first; redoing makes them again. Each
//! change is made only where the data are as the step left them ([`rows`]); certificates,
//! whose numbers must not vanish, are compensated ([`compensate`]).
//!
//! A step that does not fit the data any more is set aside with its reason and the next turn
//! goes on with the one before it. What such a step changed stays, so no other turn may take
//! it away unseen.

mod compensate;
mod reason;
mod rows;
#[cfg(test)]
pub(super) mod tests;

use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::change::{self, Direction, RowChange};
use super::codec::{Json, needed_json};
use super::error::{Result, StoreError};
use super::history::about;
use super::journal;
use super::open::Opened;
use super::outcome::{Done, Rows, Taken, Touched, Turn};
use super::watch::Seen;
use crate::clock::stamp as now;
use crate::domain::id::OperationId;
use crate::sentence::{Explain, Sentence};

/// Undoes the last step, or redoes the one undone last: the one that is `expected`, if the
/// caller says which.
pub(super) fn turn(
    file: &mut Opened,
    direction: Direction,
    expected: Option<OperationId>,
) -> Result<Done<Turn>> {
    let Some(step) = next(&file.connection, direction)? else { return Ok(Done::nothing(Turn::Nothing)) };
    if expected.is_some_and(|expected| expected != step.id) {
        return Ok(Done::nothing(Turn::Overtaken));
    }
    file.seal.watch.begin(0);
    match make(file, &step, direction) {
        Ok(seen) => Ok(Done { value: Turn::Turned(step), step: None, touched: seen.touched }),
        Err(StoreError::Conflict) => {
            let reason = reason::of(&file.connection, step.id)?;
            let touched = set_aside(file, step.id, direction, &reason)?;
            Ok(Done { value: Turn::SetAside(step, reason), step: None, touched })
        }
        Err(StoreError::Refused(mistake)) => {
            let reason = mistake.explain();
            let touched = set_aside(file, step.id, direction, &reason)?;
            Ok(Done { value: Turn::SetAside(step, reason), step: None, touched })
        }
        Err(error) => Err(error),
    }
}

/// The step that would be turned next.
pub(super) fn next(connection: &Connection, direction: Direction) -> Result<Option<Taken>> {
    let which = match direction {
        Direction::Undo => {
            "SELECT id, label FROM operation WHERE kind = 'do' AND state = 'done' ORDER BY id DESC LIMIT 1"
        }
        Direction::Redo => {
            "SELECT id, label FROM operation WHERE kind = 'do' AND state = 'undone' ORDER BY id LIMIT 1"
        }
    };
    let step = connection.query_row(which, [], |row| {
        Ok(Taken { id: OperationId(row.get("id")?), label: needed_json(row, "label")? })
    });
    Ok(step.optional()?)
}

/// The steps that are undone on the way back to this one, itself included; none when it is not among
/// those that can be.
pub(super) fn back_to(connection: &Connection, step: OperationId) -> Result<Vec<Taken>> {
    let mut steps = connection.prepare_cached(
        "SELECT id, label FROM operation WHERE kind = 'do' AND state = 'done' AND id >= ?1 ORDER BY id DESC",
    )?;
    let steps = steps.query_map([step.0], |row| {
        Ok(Taken { id: OperationId(row.get("id")?), label: needed_json(row, "label")? })
    })?;
    let steps: Vec<Taken> = steps.collect::<rusqlite::Result<_>>()?;
    match steps.last() {
        Some(last) if last.id == step => Ok(steps),
        _ => Ok(Vec::new()),
    }
}

/// Makes a turn, all of it or nothing.
fn make(file: &mut Opened, step: &Taken, direction: Direction) -> Result<Seen> {
    let (tables, seal) = (file.tables.clone(), file.seal.clone());
    file.write(|connection| {
        let transaction = seal.header.begin(connection)?;
        // Rows are put back one by one; only the whole has to fit together.
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let changes = change::of_step(&transaction, step.id.0)?;
        match direction {
            Direction::Undo => rows::take_back(&transaction, &tables, &changes)?,
            Direction::Redo => rows::make_again(&transaction, &tables, &changes)?,
        }
        journal::rise(&transaction, &tables, &seal.watch.inserted())?;
        let records = seal.watch.records();
        let mut seen = seal.watch.take();
        keeps_what_was_set_aside(&transaction, step.id, &changes, &seen)?;
        note(&transaction, step, direction, changes.len())?;
        seen.touched.extend(seal.watch.take().touched);
        seal.close(&transaction, &records)?;
        transaction.commit().map_err(rows::conflict)?;
        Ok(seen)
    })
}

/// Writes the turn into the history.
fn note(transaction: &Connection, step: &Taken, direction: Direction, changes: usize) -> Result<()> {
    let (state, kind) = match direction {
        Direction::Undo => ("undone", "undo"),
        Direction::Redo => ("done", "redo"),
    };
    transaction.execute("UPDATE operation SET state = ?2 WHERE id = ?1", (step.id.0, state))?;
    transaction.execute(
        "INSERT INTO operation (uid, at, label, kind, target_id, state, changes)
         VALUES (:uid, :at, :label, :kind, :target, 'settled', :changes)",
        named_params! {
            ":uid": crate::clock::new_uid(),
            ":at": now(),
            ":label": Json(&step.label),
            ":kind": kind,
            ":target": step.id.0,
            ":changes": changes,
        },
    )?;
    about::note_turn(transaction, transaction.last_insert_rowid(), step.id.0)
}

/// A step that was set aside stays done, so its rows may neither be deleted nor changed by
/// what follows from a turn elsewhere (`ON DELETE CASCADE`, `SET NULL`).
fn keeps_what_was_set_aside(
    transaction: &Connection,
    step: OperationId,
    changes: &[RowChange],
    seen: &Seen,
) -> Result<()> {
    let mut kept = transaction.prepare_cached(
        "SELECT DISTINCT table_name, row_id, rows FROM row_change
         JOIN operation ON operation.id = operation_id
         WHERE kind = 'do' AND state = 'set_aside' AND operation_id > ?1",
    )?;
    let kept = kept.query_map([step.0], |row| {
        let (first, rows): (i64, i64) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, first..first + rows))
    })?;
    let kept: Vec<(String, Range<i64>)> = kept.collect::<rusqlite::Result<_>>()?;
    let is_own = |table: &str, row: i64| {
        let covers = |change: &RowChange| (change.row_id..change.row_id + change.rows).contains(&row);
        changes.iter().any(|change| change.table == table && covers(change))
    };
    let harmed = |(table, rows): &(String, Range<i64>)| {
        let among = |touched: Option<&Rows>, counts: &dyn Fn(i64) -> bool| match touched {
            Some(Rows::These(touched)) => touched.range(rows.clone()).any(|row| counts(*row)),
            Some(Rows::Many) => true,
            None => false,
        };
        among(seen.deleted.rows(table), &|_| true)
            || among(seen.touched.rows(table), &|row| !is_own(table, row))
    };
    match kept.iter().any(harmed) {
        true => Err(StoreError::Conflict),
        false => Ok(()),
    }
}

/// Puts a step aside: it stays as it is, done or undone, and is never turned again. What one
/// that stays undone changed never happened.
fn set_aside(
    file: &mut Opened,
    step: OperationId,
    direction: Direction,
    reason: &Sentence,
) -> Result<Touched> {
    // What the turn touched was rolled back.
    file.seal.watch.begin(0);
    let state = match direction {
        Direction::Undo => "set_aside",
        Direction::Redo => "discarded",
    };
    let seal = file.seal.clone();
    file.write(|connection| {
        let transaction = seal.header.begin(connection)?;
        transaction.execute(
            "UPDATE operation SET state = ?2, reason = ?3 WHERE id = ?1",
            (step.0, state, Json(reason)),
        )?;
        if direction == Direction::Redo {
            transaction.execute("DELETE FROM row_change WHERE operation_id = ?1", [step.0])?;
        }
        seal.commit(transaction)
    })?;
    Ok(file.seal.watch.take().touched)
}
