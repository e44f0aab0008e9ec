//! Certificates as the window makes them out and numbers them.

use std::collections::{HashMap, HashSet};

use rusqlite::OptionalExtension;

use super::{Plan, insert_form, issue};
use crate::date::FuzzyDate;
use crate::domain::certificate::{CertificateForm, CertificateState};
use crate::domain::completion::judging::Judge;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{DelegateId, SessionId};
use crate::domain::mistake::Mistake;
use crate::store::codec::{Json, Word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::{attendance, cluster, completion, delegate, roster, session};

/// Makes the certificates of a session out like this, from now on. Numbers that
/// were given stay as they are.
pub(in crate::store) fn set_form(step: &Step<'_>, session: SessionId, form: &CertificateForm) -> Result<()> {
    let plan = match plan(step, session)? {
        Some(plan) => plan,
        None => insert(step, session, form)?,
    };
    Record::of("certificate_template")
        .set("name", &form.template.title)
        .set("content", Json(&form.template))
        .update(step, plan.template)?;
    step.execute(
        "UPDATE certificate_plan SET letterhead = ?2, signatory = ?3, place = ?4, date = ?5 WHERE id = ?1",
        (
            plan.id,
            form.letterhead.as_ref().map(Json),
            Json(&form.signatory),
            &form.place,
            form.date.map(Word),
        ),
    )?;
    let (next, used) = numbers(step, plan.book)?;
    let mut changed = Record::of("certificate_book").set("pattern", &form.pattern);
    if next != form.next_number {
        if used {
            return Err(Mistake::NumbersBegun(next).into());
        }
        changed = changed.set("first_number", form.next_number);
    }
    changed.update(step, plan.book)
}

/// Gives the next numbers to everyone who completed and has no valid certificate, in the order of the list; who sat in
/// for others comes after it. Returns to how many.
pub(in crate::store) fn issue_to_all(
    step: &Step<'_>,
    session: SessionId,
    usual: &CertificateForm,
) -> Result<usize> {
    let plan = match plan(step, session)? {
        Some(plan) => plan,
        None => insert(step, session, usual)?,
    };
    let without = without_number(step, session)?;
    let date: Option<String> =
        step.query_row("SELECT date FROM certificate_plan WHERE id = ?1", [plan.id], |row| row.get(0))?;
    issue(step, plan.book, date.as_deref(), &without)?;
    Ok(without.len())
}

/// Those who completed and have no valid certificate, in the order of the list. Refused when there are none.
fn without_number(step: &Step<'_>, session: SessionId) -> Result<Vec<DelegateId>> {
    let certified: HashSet<DelegateId> = super::of_session(step, session)?
        .into_iter()
        .filter(|one| one.state == CertificateState::Issued)
        .map(|one| one.delegate)
        .collect();
    let completion = completion::of_session(step, session)?;
    let attendance = attendance::of_session(step, session)?;
    let clusters = cluster::of_session(step, session, &mut HashMap::new())?;
    let listed = roster::in_order(step, session)?;
    let places: HashMap<DelegateId, usize> = listed.iter().map(|one| one.id).zip(0..).collect();
    let mut delegates = delegate::of_session(step, session)?;
    delegates.sort_by_key(|one| places.get(&one.id).copied().unwrap_or(usize::MAX));
    let judge = Judge::of(&completion, &attendance, &clusters, &delegates);
    let lacks = |one: &&Delegate| {
        one.state != DelegateState::Withdrawn && !one.erased && !certified.contains(&one.id)
    };
    let lack: Vec<&Delegate> = delegates.iter().filter(lacks).filter(|one| judge.is_judged(one)).collect();
    let completed: Vec<DelegateId> =
        lack.iter().filter(|one| judge.is_certified(one)).map(|one| one.id).collect();
    match (completed.is_empty(), lack.is_empty()) {
        (false, _) => Ok(completed),
        (true, true) => Err(Mistake::NobodyToCertify.into()),
        (true, false) => Err(Mistake::NobodyFulfils.into()),
    }
}

fn plan(step: &Step<'_>, session: SessionId) -> Result<Option<Plan>> {
    let plan = step
        .query_row(
            "SELECT id, book_id, template_id FROM certificate_plan WHERE session_id = ?1",
            [session.0],
            |row| Ok(Plan { id: row.get(0)?, book: row.get(1)?, template: row.get(2)? }),
        )
        .optional()?;
    Ok(plan)
}

/// A plan in the book of the year. What the form says beyond it is set by the caller.
fn insert(step: &Step<'_>, session: SessionId, form: &CertificateForm) -> Result<Plan> {
    let organisation = session::organisation(step, session)?.map(|id| id.0);
    let details = session::read(step, session)?.details;
    let dates = details.dates.map(|dates| dates.end());
    let year = form.date.and_then(FuzzyDate::year).or(dates.and_then(FuzzyDate::year));
    let year = year.unwrap_or_else(|| crate::clock::here().year());
    insert_form(step, session, organisation, &format!("Sổ cấp giấy chứng nhận năm {year}"), form)
}

/// The number the next certificate of a book gets, and whether any was given.
fn numbers(step: &Step<'_>, book: i64) -> Result<(u32, bool)> {
    Ok(step.query_row(
        "SELECT coalesce((SELECT max(number) + 1 FROM certificate WHERE book_id = book.id), book.first_number),
                EXISTS (SELECT 1 FROM certificate WHERE book_id = book.id)
         FROM certificate_book AS book WHERE book.id = ?1",
        [book],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?)
}

/// Notes for each of these delegates that a valid certificate was printed, once.
pub(in crate::store) fn note_printed(step: &Step<'_>, delegates: &[DelegateId]) -> Result<usize> {
    let mut insert = step.prepare_cached(include_str!("printed.sql"))?;
    delegates.iter().try_fold(0, |noted, delegate| Ok(noted + insert.execute((delegate.0, step.now()))?))
}
