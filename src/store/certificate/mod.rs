//! Certificate books, numbers without gaps, what is printed under them, and how a session's certificates are made out.

pub(super) mod anew;
pub(super) mod book;
pub(super) mod edit;
mod event;
pub(super) mod fill;
mod issue;
pub(super) mod lifecycle;
pub(super) mod old_register;
pub(super) mod picture;
mod plan;
pub(super) mod receipts;
pub(super) mod register;
pub(super) mod stock;
pub(super) mod template;

use std::collections::HashMap;

use rusqlite::{Connection, Row};

use super::codec::{json, word};
use super::error::Result;
use crate::domain::certificate::copy::PrintedCopy;
use crate::domain::certificate::state::{self, CertificateEvent};
use crate::domain::certificate::{Certificate, CertificateState};
use crate::domain::id::{CertificateId, DelegateId, SessionId};

pub(super) use event::of_certificate as events_of;
pub(super) use issue::{issue, issue_of, issues_of_session};
pub(super) use plan::{form, insert_plan, usual_pattern};

/// The certificates of a session's delegates by number, voided ones included.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<Certificate>> {
    let mut events: HashMap<CertificateId, Vec<CertificateEvent>> = event::of_session(connection, session)?;
    let mut query = connection.prepare_cached(include_str!("of_session.sql"))?;
    let mut rows = query.query([session.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id = CertificateId(row.get("id")?);
        let events = events.remove(&id).unwrap_or_default();
        all.push(Certificate {
            id,
            delegate: DelegateId(row.get("delegate_id")?),
            issue: row.get("issue_id")?,
            number: row.get::<_, Option<u32>>("number")?.unwrap_or_default(),
            edition: row.get("edition")?,
            printed_number: row.get("printed_number")?,
            date: word(row, "date")?,
            copy: copy(row)?,
            code: code(row)?,
            state: CertificateState::of(&events),
            is_kept: state::is_kept(&events),
            reissue_of: row.get::<_, Option<i64>>("reissue_of")?.map(CertificateId),
            erased: row.get::<_, Option<String>>("erased_at")?.is_some(),
        });
    }
    Ok(all)
}

/// What is printed of whom a certificate was issued to.
fn copy(row: &Row<'_>) -> rusqlite::Result<PrintedCopy> {
    Ok(PrintedCopy {
        name: row.get("name")?,
        honorific: row.get("honorific")?,
        birth: word(row, "birth")?,
        position: row.get("position")?,
        unit: row.get("unit")?,
        grade: row.get("grade")?,
        words: json(row, "words")?.unwrap_or_default(),
    })
}

/// The code by which it is verified. One that another program wrote wrong is none.
fn code(row: &Row<'_>) -> rusqlite::Result<Option<crate::domain::certificate::check_code::CheckCode>> {
    Ok(row.get::<_, Option<String>>("check_code")?.and_then(|code| code.parse().ok()))
}
