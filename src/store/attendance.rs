//! Attendance marks: facts, only ever added to. A mark is taken back by a further one.

use rusqlite::Connection;

use super::codec::Word;
use super::error::{Result, StoreError};
use super::record::Record;
use super::transact::Step;
use crate::domain::attendance::NewMark;
use crate::domain::id::{ClusterId, MarkId, SessionId, SittingId};
use crate::domain::mistake::Mistake;

/// Adds marks, in this order.
pub(super) fn append(step: &Step<'_>, marks: &[NewMark]) -> Result<Vec<MarkId>> {
    let insert = |mark: &NewMark| {
        let id = Record::of("attendance_mark")
            .with_uid()
            .set("delegate_id", mark.delegate.0)
            .set("sitting_id", mark.sitting.0)
            .set("status", Word(mark.status))
            .set("at", step.now())
            .insert(step)?;
        Ok(MarkId(id))
    };
    marks.iter().map(insert).collect()
}

/// Takes marks back. One that was taken back before stays so.
pub(super) fn retract(step: &Step<'_>, marks: &[MarkId]) -> Result<()> {
    let mut insert = step.prepare_cached(
        "INSERT INTO attendance_mark (uid, delegate_id, sitting_id, status, at, retracts)
         SELECT ?2, delegate_id, sitting_id, status, ?3, id FROM attendance_mark AS mark
         WHERE id = ?1 AND retracts IS NULL
           AND NOT EXISTS (SELECT 1 FROM attendance_mark AS later WHERE later.retracts = mark.id)",
    )?;
    for mark in marks {
        insert.execute((mark.0, crate::clock::new_uid(), step.now()))?;
    }
    Ok(())
}

/// Where marks may stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum Of {
    Session(SessionId),
    Cluster(ClusterId),
    Sitting(SittingId),
}

/// Refuses when attendance was marked there: marks would lose what they are about.
pub(super) fn refuse_marked(connection: &Connection, of: Of) -> Result<()> {
    let (of, id) = match of {
        Of::Session(id) => ("cluster.session_id", id.0),
        Of::Cluster(id) => ("cluster.id", id.0),
        Of::Sitting(id) => ("sitting.id", id.0),
    };
    let sql = format!(
        "SELECT cluster.name FROM attendance_mark AS mark
         JOIN sitting ON sitting.id = mark.sitting_id JOIN cluster ON cluster.id = sitting.cluster_id
         WHERE {of} = ?1 LIMIT 1"
    );
    match rusqlite::OptionalExtension::optional(connection.query_row(&sql, [id], |row| row.get(0)))? {
        Some(name) => Err(StoreError::Refused(Mistake::HasMarks(name))),
        None => Ok(()),
    }
}
