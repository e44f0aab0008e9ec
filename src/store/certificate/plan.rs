//! How a session's certificates are made out, and the book that numbers them.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::blueprint::CertificatePlan;
use crate::domain::certificate::CertificateForm;
use crate::domain::certificate::book::series_of;
use crate::domain::date::FuzzyDate;
use crate::domain::id::SessionId;
use crate::store::codec::{Json, Word, json, needed_json, word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::session;
use crate::store::transact::Step;

/// How a session's certificates are made out, as the rows it stands on.
pub(super) struct Plan {
    pub(super) id: i64,
    pub(super) book: i64,
    pub(super) template: i64,
}

/// The plan of a session, if it has one.
pub(super) fn of(connection: &Connection, session: SessionId) -> Result<Option<Plan>> {
    let sql = "SELECT id, book_id, template_id FROM certificate_plan WHERE session_id = ?1";
    let plan = connection
        .prepare_cached(sql)?
        .query_row([session.0], |row| Ok(Plan { id: row.get(0)?, book: row.get(1)?, template: row.get(2)? }));
    Ok(plan.optional()?)
}

/// Adds the way a session's certificates are made out.
pub(in crate::store) fn insert_plan(
    step: &Step<'_>,
    session: SessionId,
    organisation: i64,
    plan: &CertificatePlan,
) -> Result<()> {
    let form = CertificateForm {
        template: plan.template.clone(),
        pattern: plan.pattern.clone(),
        letterhead: plan.letterhead.clone(),
        signatory: plan.signatory.clone(),
        place: plan.place.clone(),
        date: Some(plan.date),
        next_number: 1,
    };
    insert_form(step, session, Some(organisation), (&plan.book, plan.date.year()), &form)?;
    Ok(())
}

/// A plan in the book of the year. What the form says beyond it is set by the caller.
pub(super) fn insert(step: &Step<'_>, session: SessionId, form: &CertificateForm) -> Result<Plan> {
    let organisation = session::organisation(step, session)?.map(|id| id.0);
    let details = session::read(step, session)?.details;
    let dates = details.dates.map(|dates| dates.end());
    let year = form.date.and_then(FuzzyDate::year).or(dates.and_then(FuzzyDate::year));
    let year = year.unwrap_or_else(|| crate::clock::here().year());
    let name = format!("Sổ cấp giấy chứng nhận năm {year}");
    insert_form(step, session, organisation, (&name, Some(year)), form)
}

/// Adds the way a session's certificates are made out, numbered by a book of that name and year.
fn insert_form(
    step: &Step<'_>,
    session: SessionId,
    organisation: Option<i64>,
    (book_name, year): (&str, Option<i16>),
    form: &CertificateForm,
) -> Result<Plan> {
    let book = book(step, organisation, (book_name, year), &form.pattern)?;
    let template = Record::of("certificate_template")
        .with_uid()
        .set("name", form.template.name())
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

/// The open book of that name of an organisation, or of none; made when it is not there.
fn book(
    step: &Step<'_>,
    organisation: Option<i64>,
    (name, year): (&str, Option<i16>),
    pattern: &str,
) -> Result<i64> {
    let known = step
        .query_row(
            "SELECT id FROM certificate_book
             WHERE organisation_id IS ?1 AND name = ?2 AND closed_at IS NULL ORDER BY id LIMIT 1",
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
            .set("series", series_of(pattern))
            .set("year", year)
            .insert(step),
    }
}

/// The number the next certificate of a book gets, and whether any was given.
pub(super) fn next_number(connection: &Connection, book: i64) -> Result<(u32, bool)> {
    Ok(connection.query_row(
        "SELECT coalesce((SELECT max(number) + 1 FROM certificate WHERE book_id = book.id), book.first_number),
                EXISTS (SELECT 1 FROM certificate WHERE book_id = book.id)
         FROM certificate_book AS book WHERE book.id = ?1",
        [book],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?)
}

/// What is the same on every certificate of a session.
pub(in crate::store) fn form(connection: &Connection, session: SessionId) -> Result<Option<CertificateForm>> {
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
pub(in crate::store) fn usual_pattern(connection: &Connection, session: SessionId) -> Result<Option<String>> {
    let pattern = connection.query_row(
        "SELECT organisation.certificate_pattern
         FROM session JOIN organisation ON organisation.id = session.organisation_id
         WHERE session.id = ?1",
        [session.0],
        |row| row.get(0),
    );
    Ok(pattern.optional()?)
}
