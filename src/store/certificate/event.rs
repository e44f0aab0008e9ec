//! The history of certificates: events, only ever added to.

use std::collections::HashMap;

use rusqlite::{Connection, Params, Row};

use crate::domain::certificate::copy::CopyField;
use crate::domain::certificate::reissue::Ground;
use crate::domain::certificate::state::{CertificateEvent, Change, HandOut, Happened};
use crate::domain::id::{CertificateId, SessionId};
use crate::store::codec::{Word, word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Notes what happened to a certificate. Returns the row.
pub(in crate::store) fn append(
    step: &Step<'_>,
    certificate: CertificateId,
    happened: &Happened,
    entry: Option<i64>,
) -> Result<i64> {
    let (mut reason, mut date, mut receiver, mut ground) = (None, None, None, None);
    let (mut sheets, mut blank, mut changes) = (None, None, &[][..]);
    let kind = match happened {
        Happened::Issued => "issued",
        Happened::Registered => "registered",
        Happened::Printed { sheets: count, blank_number } => {
            (sheets, blank) = (Some(*count), blank_number.clone());
            "printed"
        }
        Happened::Spoiled { sheets: count, blank_number, reason: why } => {
            (sheets, blank, reason) = (Some(*count), blank_number.clone(), why.clone());
            "spoiled"
        }
        Happened::Corrected { changes: fields, reason: why } => {
            (changes, reason) = (fields.as_slice(), why.clone());
            "corrected"
        }
        Happened::HandedOut(how) => {
            (date, receiver) = (how.date, how.receiver.clone());
            "handed_out"
        }
        Happened::TakenBack => "taken_back",
        Happened::Voided(why) => {
            reason.clone_from(why);
            "voided"
        }
        Happened::Restored(why) => {
            reason.clone_from(why);
            "restored"
        }
        Happened::Withdrawn(why) => {
            reason.clone_from(why);
            "withdrawn"
        }
        Happened::Reissued { ground: on, application, reason: why } => {
            (ground, date, reason) = (*on, *application, why.clone());
            "reissued"
        }
        Happened::Kept(why) => {
            reason.clone_from(why);
            "kept"
        }
        Happened::Unkept => "unkept",
    };
    let event = Record::of("certificate_event")
        .set("certificate_id", certificate.0)
        .set("kind", kind)
        .set("at", step.now())
        .set("reason", reason)
        .set("date", date.map(Word))
        .set("receiver", receiver)
        .set("ground", ground.map(Word))
        .set("sheets", sheets)
        .set("blank_number", blank)
        .set("entry_id", entry)
        .insert(step)?;
    for change in changes {
        Record::of("certificate_correction")
            .set("event_id", event)
            .set("field", change.field.code())
            .set("before", &change.before)
            .set("after", &change.after)
            .insert(step)?;
    }
    Ok(event)
}

/// What happened to the certificates of a session, each in order; without what corrections changed.
pub(super) fn of_session(
    connection: &Connection,
    session: SessionId,
) -> Result<HashMap<CertificateId, Vec<CertificateEvent>>> {
    grouped(
        connection,
        "SELECT event.* FROM certificate_event AS event
         JOIN certificate ON certificate.id = event.certificate_id
         JOIN delegate ON delegate.id = certificate.delegate_id
         WHERE delegate.session_id = ?1 ORDER BY event.certificate_id, event.id",
        [session.0],
    )
}

/// Events by certificate, of a query that gives them in order.
pub(super) fn grouped<P: Params>(
    connection: &Connection,
    sql: &str,
    parameters: P,
) -> Result<HashMap<CertificateId, Vec<CertificateEvent>>> {
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = query.query(parameters)?;
    let mut all: HashMap<CertificateId, Vec<CertificateEvent>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let event = read(row, Vec::new())?;
        all.entry(CertificateId(row.get("certificate_id")?)).or_default().extend(event);
    }
    Ok(all)
}

/// What happened to one certificate, in order, with what corrections changed.
pub(in crate::store) fn of_certificate(
    connection: &Connection,
    certificate: CertificateId,
) -> Result<Vec<CertificateEvent>> {
    let mut query =
        connection.prepare_cached("SELECT * FROM certificate_event WHERE certificate_id = ?1 ORDER BY id")?;
    let mut rows = query.query([certificate.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.extend(read(row, changes(connection, row.get("id")?)?)?);
    }
    Ok(all)
}

fn changes(connection: &Connection, event: i64) -> Result<Vec<Change>> {
    let mut query = connection.prepare_cached(
        "SELECT field, before, after FROM certificate_correction WHERE event_id = ?1 ORDER BY id",
    )?;
    let mut rows = query.query([event])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let field: String = row.get("field")?;
        let Some(field) = CopyField::named(&field) else { continue };
        all.push(Change { field, before: row.get("before")?, after: row.get("after")? });
    }
    Ok(all)
}

/// An event; none of a kind that another version of the program knows.
fn read(row: &Row<'_>, changes: Vec<Change>) -> rusqlite::Result<Option<CertificateEvent>> {
    let kind: String = row.get("kind")?;
    let reason: Option<String> = row.get("reason")?;
    let sheets = row.get::<_, Option<u32>>("sheets")?.unwrap_or(1);
    let happened = match kind.as_str() {
        "issued" => Happened::Issued,
        "registered" => Happened::Registered,
        "printed" => Happened::Printed { sheets, blank_number: row.get("blank_number")? },
        "spoiled" => Happened::Spoiled { sheets, blank_number: row.get("blank_number")?, reason },
        "corrected" => Happened::Corrected { changes, reason },
        "handed_out" => {
            Happened::HandedOut(HandOut { date: word(row, "date")?, receiver: row.get("receiver")? })
        }
        "taken_back" => Happened::TakenBack,
        "voided" => Happened::Voided(reason),
        "restored" => Happened::Restored(reason),
        "withdrawn" => Happened::Withdrawn(reason),
        "reissued" => Happened::Reissued {
            ground: word::<Ground>(row, "ground")?,
            application: word(row, "date")?,
            reason,
        },
        "kept" => Happened::Kept(reason),
        "unkept" => Happened::Unkept,
        _ => return Ok(None),
    };
    Ok(Some(CertificateEvent { at: row.get("at")?, happened }))
}
