//! Certificate books, numbers without gaps, and how a session's certificates are made out.

pub(super) mod edit;

use rusqlite::{Connection, OptionalExtension};

use super::codec::{Json, Word, json, needed_json, word};
use super::error::Result;
use super::record::Record;
use super::transact::Step;
use crate::domain::blueprint::CertificatePlan;
use crate::domain::certificate::{Certificate, CertificateForm, CertificateState};
use crate::domain::id::{CertificateId, DelegateId, SessionId};
use crate::domain::organisation::numbered;

/// How a session's certificates are made out, as the rows it stands on.
struct Plan {
    id: i64,
    book: i64,
    template: i64,
}

/// Adds the way a session's certificates are made out. Returns the book that numbers them.
pub(super) fn insert_plan(
    step: &Step<'_>,
    session: SessionId,
    organisation: i64,
    plan: &CertificatePlan,
) -> Result<i64> {
    let form = CertificateForm {
        template: plan.template.clone(),
        pattern: plan.pattern.clone(),
        letterhead: plan.letterhead.clone(),
        signatory: plan.signatory.clone(),
        place: plan.place.clone(),
        date: Some(plan.date),
        next_number: 1,
    };
    Ok(insert_form(step, session, Some(organisation), &plan.book, &form)?.book)
}

/// Adds the way a session's certificates are made out, numbered by a book of that name.
fn insert_form(
    step: &Step<'_>,
    session: SessionId,
    organisation: Option<i64>,
    book_name: &str,
    form: &CertificateForm,
) -> Result<Plan> {
    let book = book(step, organisation, book_name, &form.pattern)?;
    let template = Record::of("certificate_template")
        .with_uid()
        .set("name", &form.template.title)
        .set("content", Json(&form.template))
        .insert(step)?;
    let id = Record::of("certificate_plan")
        .set("session_id", session.0)
        .set("book_id", book)
        .set("template_id", template)
        .set("letterhead", form.letterhead.as_ref().map(Json))
        .set("signatory", Json(&form.signatory))
        .set("place", &form.place)
        .set("date", form.date.map(Word))
        .insert(step)?;
    Ok(Plan { id, book, template })
}

/// The book of that name of an organisation, or of none; made when it is not there.
fn book(step: &Step<'_>, organisation: Option<i64>, name: &str, pattern: &str) -> Result<i64> {
    let known = step
        .query_row(
            "SELECT id FROM certificate_book WHERE organisation_id IS ?1 AND name = ?2",
            (organisation, name),
            |row| row.get(0),
        )
        .optional()?;
    match known {
        Some(book) => Ok(book),
        None => Record::of("certificate_book")
            .with_uid()
            .set("organisation_id", organisation)
            .set("name", name)
            .set("pattern", pattern)
            .insert(step),
    }
}

/// Gives the next number of the book to each delegate, in this order.
pub(super) fn issue(step: &Step<'_>, book: i64, date: Option<&str>, delegates: &[DelegateId]) -> Result<()> {
    let (pattern, first): (String, u32) = step.query_row(
        "SELECT book.pattern, coalesce((SELECT max(number) + 1 FROM certificate WHERE book_id = book.id),
                                       book.first_number)
         FROM certificate_book AS book WHERE book.id = ?1",
        [book],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (number, delegate) in (first..).zip(delegates) {
        let certificate = Record::of("certificate")
            .with_uid()
            .set("book_id", book)
            .set("delegate_id", delegate.0)
            .set("number", number)
            .set("printed_number", numbered(&pattern, &number.to_string()))
            .set("date", date)
            .insert(step)?;
        Record::of("certificate_event")
            .set("certificate_id", certificate)
            .set("kind", "issued")
            .set("at", step.now())
            .insert(step)?;
    }
    Ok(())
}

/// The certificates of a session's delegates, voided ones included.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<Certificate>> {
    let mut query = connection.prepare_cached(include_str!("of_session.sql"))?;
    let certificates = query.query_map([session.0], |row| {
        Ok(Certificate {
            id: CertificateId(row.get("id")?),
            delegate: DelegateId(row.get("delegate_id")?),
            number: row.get("number")?,
            printed_number: row.get("printed_number")?,
            date: word(row, "date")?,
            state: match row.get("is_void")? {
                true => CertificateState::Voided,
                false => CertificateState::Issued,
            },
            kept_name: row.get("kept_name")?,
        })
    })?;
    Ok(certificates.collect::<rusqlite::Result<_>>()?)
}

/// What is the same on every certificate of a session.
pub(super) fn form(connection: &Connection, session: SessionId) -> Result<Option<CertificateForm>> {
    let mut query = connection.prepare_cached(include_str!("form.sql"))?;
    let form = query.query_row([session.0], |row| {
        Ok(CertificateForm {
            template: needed_json(row, "content")?,
            pattern: row.get("pattern")?,
            letterhead: json(row, "letterhead")?,
            signatory: needed_json(row, "signatory")?,
            place: row.get("place")?,
            date: word(row, "date")?,
            next_number: row.get("next_number")?,
        })
    });
    Ok(form.optional()?)
}

/// The number pattern of the certificates of a session's organisation.
pub(super) fn usual_pattern(connection: &Connection, session: SessionId) -> Result<Option<String>> {
    let pattern = connection.query_row(
        "SELECT organisation.certificate_pattern
         FROM session JOIN organisation ON organisation.id = session.organisation_id
         WHERE session.id = ?1",
        [session.0],
        |row| row.get(0),
    );
    Ok(pattern.optional()?)
}
