//! Certificates: a number that was given does not vanish, so undoing and redoing add an entry.
//!
//! A certificate whose issuing is undone is voided "hoàn tác". Only the last number of its
//! book, of which no print run was ever made and nothing printed, is released, so that
//! the book has no gap. What else was noted of one (handed out, withdrawn, corrected) is noted the other way round.

use rusqlite::{Connection, OptionalExtension};

use crate::clock::stamp as now;
use crate::store::error::Result;

/// Whether rows of a table may need more than being deleted.
pub(super) fn is_compensated(table: &str) -> bool {
    table.starts_with("certificate")
}

/// Takes back that a row was added, if that needs more than deleting it. `false` when it
/// can simply be deleted.
pub(super) fn withdraw(transaction: &Connection, table: &str, row: i64) -> Result<bool> {
    match table {
        "certificate" => {
            let released = can_be_released(transaction, row)?;
            if !released {
                add_event(transaction, row, "voided", Some(UNDONE))?;
            }
            Ok(!released)
        }
        "certificate_event" => {
            // "Issued" goes with its certificate; paper that was printed or spoiled stays so.
            if let Some(event) = event(transaction, row)? {
                match event.kind.as_str() {
                    "voided" | "withdrawn" => {
                        add_event(transaction, event.certificate, "restored", Some(UNDONE))?;
                    }
                    "handed_out" => add_event(transaction, event.certificate, "taken_back", Some(UNDONE))?,
                    "taken_back" => hand_out_again(transaction, &event)?,
                    "kept" => add_event(transaction, event.certificate, "unkept", Some(UNDONE))?,
                    "corrected" => correct_again(transaction, row, Direction::Back)?,
                    _ => {}
                }
            }
            Ok(true)
        }
        // It stays with its event, or went with it.
        "certificate_correction" => Ok(true),
        // A book that was begun in a step stays as long as a number in it is used, and so does what
        // leads to it: without it, the next number would be told as the first.
        "certificate_issue" => exists(transaction, "SELECT 1 FROM certificate WHERE issue_id = ?1", row),
        "certificate_book" => exists(transaction, "SELECT 1 FROM certificate WHERE book_id = ?1", row),
        "certificate_plan" => exists(transaction, &format!("{PLANS_IN_USE} WHERE plan.id = ?1"), row),
        "certificate_template" => {
            exists(transaction, &format!("{PLANS_IN_USE} WHERE plan.template_id = ?1"), row)
        }
        _ => Ok(false),
    }
}

const PLANS_IN_USE: &str =
    "SELECT 1 FROM certificate_plan AS plan JOIN certificate_issue AS issue ON issue.session_id = plan.session_id
     JOIN certificate ON certificate.issue_id = issue.id";

/// What is noted where undoing a step voids a number.
const UNDONE: &str = "hoàn tác";

/// Adds a row again, if it did not vanish. `false` when it has to be put back.
pub(super) fn restore(transaction: &Connection, table: &str, row: i64) -> Result<bool> {
    match table {
        "certificate" => {
            let voided = exists(transaction, "SELECT 1 FROM certificate WHERE id = ?1", row)?;
            if voided {
                add_event(transaction, row, "restored", None)?;
            }
            Ok(voided)
        }
        "certificate_event" => match event(transaction, row)? {
            Some(event) => {
                match event.kind.as_str() {
                    "voided" | "withdrawn" | "taken_back" | "kept" | "handed_out" => {
                        add_again(transaction, row)?;
                    }
                    "corrected" => correct_again(transaction, row, Direction::Forth)?,
                    _ => {}
                }
                Ok(true)
            }
            None => Ok(false),
        },
        "certificate_correction"
        | "certificate_issue"
        | "certificate_book"
        | "certificate_plan"
        | "certificate_template" => exists(transaction, &format!("SELECT 1 FROM {table} WHERE id = ?1"), row),
        _ => Ok(false),
    }
}

fn can_be_released(transaction: &Connection, certificate: i64) -> Result<bool> {
    exists(transaction, include_str!("can_be_released.sql"), certificate)
}

fn exists(transaction: &Connection, sql: &str, row: i64) -> Result<bool> {
    Ok(transaction.prepare_cached(sql)?.exists([row])?)
}

/// An event of the history of a certificate.
struct Event {
    id: i64,
    certificate: i64,
    kind: String,
}

fn event(transaction: &Connection, id: i64) -> Result<Option<Event>> {
    let mut query =
        transaction.prepare_cached("SELECT certificate_id, kind FROM certificate_event WHERE id = ?1")?;
    Ok(query
        .query_row([id], |row| Ok(Event { id, certificate: row.get(0)?, kind: row.get(1)? }))
        .optional()?)
}

fn add_event(transaction: &Connection, certificate: i64, kind: &str, reason: Option<&str>) -> Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO certificate_event (certificate_id, kind, at, reason) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((certificate, kind, now(), reason))?;
    Ok(())
}

/// The same once more, as of now. Returns the row.
fn add_again(transaction: &Connection, id: i64) -> Result<i64> {
    let sql = "INSERT INTO certificate_event
                   (certificate_id, kind, at, reason, date, receiver, ground, sheets, blank_number)
               SELECT certificate_id, kind, ?2, reason, date, receiver, ground, sheets, blank_number
               FROM certificate_event WHERE id = ?1";
    Ok(transaction.prepare_cached(sql)?.insert((id, now()))?)
}

/// That it was not handed out is taken back: it was, as was said before.
fn hand_out_again(transaction: &Connection, taken_back: &Event) -> Result<()> {
    let before = "SELECT max(id) FROM certificate_event
                  WHERE certificate_id = ?1 AND id < ?2 AND kind = 'handed_out'";
    let before: Option<i64> = transaction
        .prepare_cached(before)?
        .query_row([taken_back.certificate, taken_back.id], |row| row.get(0))?;
    before.map_or(Ok(()), |before| add_again(transaction, before).map(drop))
}

/// Which way a correction is made once more.
#[derive(Clone, Copy)]
enum Direction {
    Back,
    Forth,
}

/// Notes a correction once more, to what was there before it or to what it made.
fn correct_again(transaction: &Connection, id: i64, direction: Direction) -> Result<()> {
    let (reason, before, after) = match direction {
        Direction::Back => (Some(UNDONE), "after", "before"),
        Direction::Forth => (None, "before", "after"),
    };
    let sql = "INSERT INTO certificate_event (certificate_id, kind, at, reason)
               SELECT certificate_id, kind, ?2, coalesce(?3, reason) FROM certificate_event WHERE id = ?1";
    let again = transaction.prepare_cached(sql)?.insert((id, now(), reason))?;
    let sql = format!(
        "INSERT INTO certificate_correction (event_id, field, before, after)
         SELECT ?2, field, {before}, {after} FROM certificate_correction WHERE event_id = ?1 ORDER BY id"
    );
    transaction.prepare_cached(&sql)?.execute((id, again))?;
    Ok(())
}
