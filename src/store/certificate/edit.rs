//! Certificates as the window makes them out and numbers them.

use super::{event, issue, plan};
use crate::domain::certificate::CertificateForm;
use crate::domain::certificate::book::series_of;
use crate::domain::certificate::came_out::CameOut;
use crate::domain::certificate::issue::IssueWay;
use crate::domain::certificate::state::Happened;
use crate::domain::id::{CertificateId, DelegateId, SessionId};
use crate::domain::mistake::Mistake;
use crate::store::codec::{Json, Word};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Makes the certificates of a session out like this, from now on. Numbers that
/// were given stay as they are.
pub(in crate::store) fn set_form(step: &Step<'_>, session: SessionId, form: &CertificateForm) -> Result<()> {
    let plan = match plan::of(step, session)? {
        Some(plan) => plan,
        None => plan::insert(step, session, form)?,
    };
    Record::of("certificate_template")
        .set("name", form.template.name())
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
    let (next, used) = plan::next_number(step, plan.book)?;
    let mut changed =
        Record::of("certificate_book").set("pattern", &form.pattern).set("series", series_of(&form.pattern));
    if next != form.next_number {
        if used {
            return Err(Mistake::NumbersBegun(next).into());
        }
        changed = changed.set("first_number", form.next_number);
    }
    changed.update(step, plan.book)
}

/// Gives the next numbers to these delegates, who have no valid certificate, in this order.
pub(in crate::store) fn issue_to(
    step: &Step<'_>,
    session: SessionId,
    way: IssueWay,
    delegates: &[DelegateId],
    usual: &CertificateForm,
) -> Result<usize> {
    if plan::of(step, session)?.is_none() {
        plan::insert(step, session, usual)?;
    }
    issue(step, session, way, delegates)?;
    Ok(delegates.len())
}

/// Notes for each of these delegates that a valid certificate was printed, once.
pub(in crate::store) fn note_printed(step: &Step<'_>, delegates: &[DelegateId]) -> Result<usize> {
    let mut insert = step.prepare_cached(include_str!("printed.sql"))?;
    delegates.iter().try_fold(0, |noted, delegate| Ok(noted + insert.execute((delegate.0, step.now()))?))
}

/// Notes how a printing went. Returns how many sheets came out well.
pub(in crate::store) fn note_came_out(
    step: &Step<'_>,
    certificates: &[CertificateId],
    how: &CameOut,
) -> Result<usize> {
    let last = how.until.and_then(|until| certificates.iter().position(|id| *id == until));
    let out = last.map_or(certificates, |last| certificates.get(..=last).unwrap_or(certificates));
    let mut well = 0;
    for (place, id) in out.iter().enumerate() {
        let blank_number = how.blanks.get(place).cloned();
        let printed = Happened::Printed { sheets: 1, blank_number: blank_number.clone() };
        event::append(step, *id, &printed, None)?;
        if how.spoiled.contains(id) {
            event::append(step, *id, &Happened::Spoiled { sheets: 1, blank_number, reason: None }, None)?;
        } else {
            well += 1;
        }
    }
    Ok(well)
}
