//! Certificates: a number that was given does not vanish, so undoing and redoing add an entry.
//!
//! A certificate whose issuing is undone is voided "hoàn tác". Only the last number of its
//! book, of which no print run was ever made and nothing printed, is released, so that
//! the book has no gap.

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
                add_event(transaction, row, "voided", Some("hoàn tác"))?;
            }
            Ok(!released)
        }
        "certificate_event" => {
            // "Issued" goes with its certificate; paper that was printed stays printed.
            if let Some((certificate, kind, _)) = event(transaction, row)?
                && kind == "voided"
            {
                add_event(transaction, certificate, "restored", Some("hoàn tác"))?;
            }
            Ok(true)
        }
        // A book that was begun in a step stays as long as a number in it is used, and so does what
        // leads to it: without it, the next number would be told as the first.
        "certificate_book" => exists(transaction, "SELECT 1 FROM certificate WHERE book_id = ?1", row),
        "certificate_plan" => exists(transaction, &format!("{PLANS_IN_USE} WHERE plan.id = ?1"), row),
        "certificate_template" => {
            exists(transaction, &format!("{PLANS_IN_USE} WHERE plan.template_id = ?1"), row)
        }
        _ => Ok(false),
    }
}

const PLANS_IN_USE: &str =
    "SELECT 1 FROM certificate_plan AS plan JOIN certificate ON certificate.book_id = plan.book_id";

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
            Some((certificate, kind, reason)) => {
                if kind == "voided" {
                    add_event(transaction, certificate, "voided", reason.as_deref())?;
                }
                Ok(true)
            }
            None => Ok(false),
        },
        "certificate_book" | "certificate_plan" | "certificate_template" => {
            exists(transaction, &format!("SELECT 1 FROM {table} WHERE id = ?1"), row)
        }
        _ => Ok(false),
    }
}

fn can_be_released(transaction: &Connection, certificate: i64) -> Result<bool> {
    exists(transaction, include_str!("can_be_released.sql"), certificate)
}

fn exists(transaction: &Connection, sql: &str, row: i64) -> Result<bool> {
    Ok(transaction.prepare_cached(sql)?.exists([row])?)
}

/// Of which certificate an event is, its kind and its reason.
fn event(transaction: &Connection, id: i64) -> Result<Option<(i64, String, Option<String>)>> {
    let mut query = transaction
        .prepare_cached("SELECT certificate_id, kind, reason FROM certificate_event WHERE id = ?1")?;
    Ok(query.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?)
}

fn add_event(transaction: &Connection, certificate: i64, kind: &str, reason: Option<&str>) -> Result<()> {
    transaction
        .prepare_cached(
            "INSERT INTO certificate_event (certificate_id, kind, at, reason) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((certificate, kind, now(), reason))?;
    Ok(())
}
