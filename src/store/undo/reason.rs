//! Why a step does not fit the data any more.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::id::OperationId;
use crate::sentence::Sentence;
use crate::store::error::Result;

/// The reasons that can be named, the likeliest first: a sentence, and who or what it is
/// about, and a detail.
const REASONS: [(&str, &str); 6] = [
    (
        "store-kept-certificate",
        "SELECT delegate.full_name AS name, certificate.printed_number AS detail
         FROM row_change
         JOIN delegate ON delegate.id BETWEEN row_change.row_id AND row_change.row_id + rows - 1
         JOIN certificate ON certificate.delegate_id = delegate.id
         WHERE operation_id = ?1 AND table_name = 'delegate' AND change = 'insert'
         ORDER BY certificate.number LIMIT 1",
    ),
    (
        "store-kept-marks",
        "SELECT delegate.full_name AS name, '' AS detail
         FROM row_change
         JOIN delegate ON delegate.id BETWEEN row_change.row_id AND row_change.row_id + rows - 1
         JOIN attendance_mark AS mark ON mark.delegate_id = delegate.id
         WHERE operation_id = ?1 AND table_name = 'delegate' AND change = 'insert'
         LIMIT 1",
    ),
    (
        "store-kept-receipt",
        "SELECT delegate.full_name AS name, '' AS detail
         FROM row_change
         JOIN delegate ON delegate.id BETWEEN row_change.row_id AND row_change.row_id + rows - 1
         JOIN receipt_mark AS mark ON mark.delegate_id = delegate.id
         WHERE operation_id = ?1 AND table_name = 'delegate' AND change = 'insert'
         LIMIT 1",
    ),
    (
        "store-kept-sitting-marks",
        "SELECT cluster.name AS name, '' AS detail
         FROM row_change
         JOIN sitting ON sitting.id BETWEEN row_change.row_id AND row_change.row_id + rows - 1
         JOIN cluster ON cluster.id = sitting.cluster_id
         JOIN attendance_mark AS mark ON mark.sitting_id = sitting.id
         WHERE operation_id = ?1 AND table_name = 'sitting' AND change = 'insert'
         LIMIT 1",
    ),
    (
        "store-kept-scans",
        "SELECT session.title AS name, '' AS detail
         FROM row_change
         JOIN session ON session.id BETWEEN row_change.row_id AND row_change.row_id + rows - 1
         JOIN signed_scan AS scan ON scan.session_id = session.id
         WHERE operation_id = ?1 AND table_name = 'session' AND change = 'insert'
         LIMIT 1",
    ),
    (
        "store-kept-person",
        "SELECT person.full_name AS name, session.title AS detail
         FROM row_change
         JOIN person ON person.id BETWEEN row_change.row_id AND row_change.row_id + rows - 1
         JOIN delegate ON delegate.person_id = person.id
         JOIN session ON session.id = delegate.session_id
         WHERE operation_id = ?1 AND table_name = 'person' AND change = 'insert'
           AND NOT EXISTS (
               SELECT 1 FROM row_change AS own
               WHERE own.operation_id = ?1 AND own.table_name = 'delegate'
                 AND delegate.id BETWEEN own.row_id AND own.row_id + own.rows - 1)
         LIMIT 1",
    ),
];

/// The reason in words.
pub(super) fn of(connection: &Connection, step: OperationId) -> Result<Sentence> {
    for (id, sql) in REASONS {
        let found = connection
            .query_row(sql, [step.0], |row| {
                Ok((row.get::<_, String>("name")?, row.get::<_, String>("detail")?))
            })
            .optional()?;
        if let Some((name, detail)) = found {
            return Ok(Sentence::new(id).with("name", name).with("detail", detail));
        }
    }
    Ok(Sentence::new("store-kept-newer"))
}
