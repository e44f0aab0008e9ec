//! Facts that must not vanish: undoing them adds a compensating entry.
//!
//! An attendance mark is retracted by a further mark. A certificate number that
//! was given is voided "hoàn tác"; only the last number of its book, never
//! printed, is released so that the book has no gap.

use rusqlite::{Connection, OptionalExtension};

use super::change::{Direction, RowChange};
use super::error::Result;
use super::transact::now;

/// Handles a change of a fact. `false` when the row is no fact, or was deleted
/// with the delegate it belonged to, and its image can simply be put back.
pub(super) fn compensate(
    transaction: &Connection,
    step: i64,
    change: &RowChange,
    direction: Direction,
) -> Result<bool> {
    let was_added = change.before.is_none() && change.after.is_some();
    if !was_added {
        return Ok(false);
    }
    match change.table.as_str() {
        "attendance_mark" => match direction {
            Direction::Undo => retract_mark(transaction, step, change.row_id)?,
            Direction::Redo => repeat_mark(transaction, step, change.row_id)?,
        },
        "certificate" => match direction {
            Direction::Undo => withdraw_certificate(transaction, change.row_id)?,
            // Released: its row is put back. Voided: it counts again.
            Direction::Redo => return restore_certificate(transaction, change.row_id),
        },
        "certificate_event" => return turn_event(transaction, change, direction),
        "certificate_book" => return keeps_book(transaction, change.row_id, direction),
        _ => return Ok(false),
    }
    Ok(true)
}

/// Retracts whatever this step's mark has become: the mark itself, or the copy
/// that an earlier redo added.
fn retract_mark(transaction: &Connection, step: i64, mark: i64) -> Result<()> {
    transaction.execute(
        "INSERT INTO attendance_mark (uid, delegate_id, sitting_id, status, at, retracts, operation_id)
         SELECT ?3, mark.delegate_id, mark.sitting_id, mark.status, ?4, mark.id, NULL
         FROM attendance_mark AS original
         JOIN attendance_mark AS mark
           ON mark.delegate_id = original.delegate_id AND mark.sitting_id = original.sitting_id
         WHERE original.id = ?1 AND mark.operation_id = ?2 AND mark.retracts IS original.retracts
           AND mark.status = original.status
           AND NOT EXISTS (SELECT 1 FROM attendance_mark AS later WHERE later.retracts = mark.id)
         ORDER BY mark.id DESC LIMIT 1",
        (mark, step, uuid::Uuid::now_v7().to_string(), now()),
    )?;
    Ok(())
}

/// Adds the mark again.
fn repeat_mark(transaction: &Connection, step: i64, mark: i64) -> Result<()> {
    transaction.execute(
        "INSERT INTO attendance_mark (uid, delegate_id, sitting_id, status, at, note, operation_id)
         SELECT ?3, delegate_id, sitting_id, status, at, note, ?2 FROM attendance_mark WHERE id = ?1",
        (mark, step, uuid::Uuid::now_v7().to_string()),
    )?;
    Ok(())
}

/// Releases the number if it is the last one and was never printed; voids it otherwise.
fn withdraw_certificate(transaction: &Connection, certificate: i64) -> Result<()> {
    let released = transaction.execute(
        "DELETE FROM certificate
         WHERE id = ?1
           AND number = (SELECT max(other.number) FROM certificate AS other
                         WHERE other.book_id = certificate.book_id)
           AND NOT EXISTS (SELECT 1 FROM certificate_event AS event
                           WHERE event.certificate_id = certificate.id AND event.kind = 'printed')",
        [certificate],
    )?;
    if released == 0 {
        add_event(transaction, certificate, "voided", Some("hoàn tác"))?;
    }
    Ok(())
}

/// Whether a book that was begun in a step stays when the step is undone: as long as
/// a number in it is used. Then it is there already when the step is done again.
fn keeps_book(transaction: &Connection, book: i64, direction: Direction) -> Result<bool> {
    let sql = match direction {
        Direction::Undo => "SELECT EXISTS (SELECT 1 FROM certificate WHERE book_id = ?1)",
        Direction::Redo => "SELECT EXISTS (SELECT 1 FROM certificate_book WHERE id = ?1)",
    };
    Ok(transaction.query_row(sql, [book], |row| row.get(0))?)
}

/// `true` when the certificate was voided and now counts again; `false` when
/// its number was released and its row has to be put back.
fn restore_certificate(transaction: &Connection, certificate: i64) -> Result<bool> {
    let exists = transaction
        .query_row("SELECT 1 FROM certificate WHERE id = ?1", [certificate], |_| Ok(()))
        .optional()?
        .is_some();
    if exists {
        add_event(transaction, certificate, "restored", None)?;
    }
    Ok(exists)
}

/// An event cannot be taken back; its meaning can. `false` when the row of a
/// released certificate's event has to be put back.
fn turn_event(transaction: &Connection, change: &RowChange, direction: Direction) -> Result<bool> {
    let image = change.after.as_ref();
    let text = |column: &str| image.and_then(|image| image.get(column)).and_then(|value| value.as_str());
    let certificate = image.and_then(|image| image.get("certificate_id")).and_then(serde_json::Value::as_i64);
    let (Some(certificate), Some(kind)) = (certificate, text("kind")) else { return Ok(false) };
    let event_exists = transaction
        .query_row("SELECT 1 FROM certificate_event WHERE id = ?1", [change.row_id], |_| Ok(()))
        .optional()?
        .is_some();
    match (direction, kind) {
        (Direction::Undo, "voided") => add_event(transaction, certificate, "restored", Some("hoàn tác"))?,
        (Direction::Redo, "voided") => add_event(transaction, certificate, "voided", text("reason"))?,
        // "Issued" is withdrawn with its certificate; paper that was printed stays printed.
        (Direction::Undo, _) => {}
        (Direction::Redo, _) => return Ok(event_exists),
    }
    Ok(true)
}

fn add_event(transaction: &Connection, certificate: i64, kind: &str, reason: Option<&str>) -> Result<()> {
    transaction.execute(
        "INSERT INTO certificate_event (certificate_id, kind, at, reason) VALUES (?1, ?2, ?3, ?4)",
        (certificate, kind, now(), reason),
    )?;
    Ok(())
}
