//! What becomes of a certificate after it has its number: voided, corrected, handed out, withdrawn, issued again.

use super::issue::{Issuing, Numbering, Printed};
use super::{book, event, plan, register};
use crate::domain::certificate::CertificateState;
use crate::domain::certificate::correction::Correction;
use crate::domain::certificate::issue::IssueWay;
use crate::domain::certificate::mistake::CertificateMistake;
use crate::domain::certificate::register::RegisterLine;
use crate::domain::certificate::reissue::{Ground, Reissue};
use crate::domain::certificate::state::{HandOut, Happened};
use crate::domain::id::{BookId, CertificateId};
use crate::domain::mistake::Mistake;
use crate::domain::organisation::numbered;
use crate::store::codec::Word;
use crate::store::delegate;
use crate::store::error::Result;
use crate::store::transact::Step;

/// A line that is valid.
fn valid(step: &Step<'_>, id: CertificateId) -> Result<RegisterLine> {
    let line = register::line(step, id)?;
    match line.state.is_valid() {
        true => Ok(line),
        false => refuse(CertificateMistake::NotValid(line.printed_number)),
    }
}

fn refuse<T>(mistake: CertificateMistake) -> Result<T> {
    Err(Mistake::from(mistake).into())
}

fn reason(text: &str) -> Result<String> {
    match text.trim() {
        "" => refuse(CertificateMistake::NoReason),
        text => Ok(text.to_owned()),
    }
}

/// Voids a number (hủy). Refused once the paper was handed out, and without a reason.
pub(in crate::store) fn void(step: &Step<'_>, id: CertificateId, why: &str) -> Result<()> {
    let why = reason(why)?;
    let line = valid(step, id)?;
    // The paper of an old register is out, and nobody has it to withdraw.
    if matches!(line.state, CertificateState::HandedOut(_)) && line.source.is_none() {
        return refuse(CertificateMistake::HandedOut(line.printed_number));
    }
    event::append(step, id, &Happened::Voided(Some(why)), None)?;
    Ok(())
}

/// Withdraws a certificate that was handed out (thu hồi).
pub(in crate::store) fn withdraw(step: &Step<'_>, id: CertificateId, why: &str) -> Result<()> {
    let why = reason(why)?;
    let line = valid(step, id)?;
    if !matches!(line.state, CertificateState::HandedOut(_)) {
        return refuse(CertificateMistake::NotHandedOut(line.printed_number));
    }
    event::append(step, id, &Happened::Withdrawn(Some(why)), None)?;
    Ok(())
}

/// Changes what is printed on a certificate that was not handed out; the number stays.
pub(in crate::store) fn correct(
    step: &Step<'_>,
    id: CertificateId,
    change: impl FnOnce(&RegisterLine) -> Correction,
) -> Result<()> {
    let line = valid(step, id)?;
    match line.state {
        _ if line.erased => return refuse(CertificateMistake::Erased(line.printed_number)),
        CertificateState::HandedOut(_) if line.source.is_none() => {
            return refuse(CertificateMistake::HandedOut(line.printed_number));
        }
        _ => {}
    }
    let wanted = change(&line);
    let happened = wanted.of(&line.copy).map_err(Mistake::from)?;
    set_copy(step, id, &wanted.copy)?;
    for one in &happened {
        event::append(step, id, one, None)?;
    }
    Ok(())
}

/// A certificate has no version: it never travels without its history.
fn set_copy(
    step: &Step<'_>,
    id: CertificateId,
    copy: &crate::domain::certificate::copy::PrintedCopy,
) -> Result<()> {
    let sql =
        "UPDATE certificate SET name = ?2, honorific = ?3, birth = ?4, position = ?5, unit = ?6, grade = ?7,
                   search_key = ?8 WHERE id = ?1";
    step.prepare_cached(sql)?.execute((
        id.0,
        &copy.name,
        &copy.honorific,
        copy.birth.map(Word),
        &copy.position,
        &copy.unit,
        &copy.grade,
        copy.search_key(),
    ))?;
    Ok(())
}

/// Corrects a certificate to what the list says now.
pub(in crate::store) fn correct_to_list(
    step: &Step<'_>,
    id: CertificateId,
    why: String,
    spoiled: u32,
) -> Result<()> {
    let line = register::line(step, id)?;
    let (Some(delegate), Some(session)) = (line.delegate, line.session) else {
        return refuse(CertificateMistake::OfOldRegister(line.printed_number));
    };
    let copy = Printed::of(step, session)?.of_delegate(step, delegate)?;
    correct(step, id, |_| Correction { copy, reason: why, spoiled })
}

/// Notes that certificates were handed out; those that were already are left as they are. Returns how many are new.
pub(in crate::store) fn hand_out(
    step: &Step<'_>,
    certificates: &[CertificateId],
    how: &HandOut,
    entry: Option<i64>,
) -> Result<usize> {
    let mut count = 0;
    for id in certificates {
        let line = valid(step, *id)?;
        if matches!(line.state, CertificateState::HandedOut(_)) {
            continue;
        }
        event::append(step, *id, &Happened::HandedOut(how.clone()), entry)?;
        count += 1;
    }
    Ok(count)
}

/// Notes that it was not handed out after all.
pub(in crate::store) fn take_back(step: &Step<'_>, id: CertificateId) -> Result<()> {
    let line = valid(step, id)?;
    match line.state {
        CertificateState::HandedOut(_) if line.source.is_none() => {
            event::append(step, id, &Happened::TakenBack, None)?;
            Ok(())
        }
        _ => refuse(CertificateMistake::NotHandedOut(line.printed_number)),
    }
}

/// Notes sheets that were spoiled; the number stays.
pub(in crate::store) fn spoil(
    step: &Step<'_>,
    id: CertificateId,
    sheets: u32,
    blank_number: Option<String>,
    why: Option<String>,
) -> Result<()> {
    if sheets == 0 {
        return refuse(CertificateMistake::NoCount);
    }
    let line = valid(step, id)?;
    if line.erased {
        return refuse(CertificateMistake::Erased(line.printed_number));
    }
    event::append(step, id, &Happened::Spoiled { sheets, blank_number, reason: why }, None)?;
    Ok(())
}

/// Notes that a certificate stays valid though the rule says otherwise.
pub(in crate::store) fn keep(step: &Step<'_>, id: CertificateId, why: &str) -> Result<()> {
    let why = reason(why)?;
    valid(step, id)?;
    event::append(step, id, &Happened::Kept(Some(why)), None)?;
    Ok(())
}

/// Issues a certificate again, under the same number or the next one as its book says. The old one is withdrawn. Where the
/// office was wrong it is made out to the person as the list names them now, else as it was.
pub(in crate::store) fn reissue(step: &Step<'_>, id: CertificateId, how: &Reissue) -> Result<CertificateId> {
    if let Reissue::OfficeError { reason: why } = how {
        reason(why)?;
    }
    let line = valid(step, id)?;
    let (Some(delegate), Some(session)) = (line.delegate, line.session) else {
        return refuse(CertificateMistake::OfOldRegister(line.printed_number));
    };
    let (_, named) = delegate::read(step, delegate)?;
    if line.erased || named.erased {
        return refuse(CertificateMistake::Erased(line.printed_number));
    }
    let copy = match how.ground() {
        Ground::OfficeError => Printed::of(step, session)?.copy(&named),
        Ground::Lost | Ground::Damaged => line.copy.clone(),
    };
    let ground = Some(how.ground());
    let why = how.reason().map(str::trim).filter(|why| !why.is_empty()).map(str::to_owned);
    let withdrawn = why.clone().or_else(|| Some(how.ground().words().to_owned()));
    event::append(step, id, &Happened::Withdrawn(withdrawn), None)?;
    let reissued = Happened::Reissued { ground, application: how.application(), reason: why };
    event::append(step, id, &reissued, None)?;

    let given = book::read(step, line.book)?;
    let is_same = given.reissue_keeps_number;
    let mut issuing = Issuing::begin(step, session, IssueWay::Reissue)?;
    let numbering = match (line.number, is_same) {
        (Some(number), true) => {
            issuing.number_by(step, &given)?;
            Numbering {
                number,
                edition: next_edition(step, line.book, number)?,
                printed: line.printed_number.clone(),
                reissue_of: Some(id),
            }
        }
        _ => {
            if given.closed.is_none() {
                issuing.number_by(step, &given)?;
            }
            book::refuse_closed(step, issuing.book)?;
            let (number, _) = plan::next_number(step, issuing.book)?;
            let printed = numbered(&issuing.pattern, &number.to_string());
            Numbering { number, edition: 0, printed, reissue_of: Some(id) }
        }
    };
    issuing.insert(step, &numbering, delegate, &copy)
}

fn next_edition(step: &Step<'_>, book: BookId, number: u32) -> Result<u32> {
    let sql = "SELECT max(edition) + 1 FROM certificate WHERE book_id = ?1 AND number = ?2";
    Ok(step.prepare_cached(sql)?.query_row((book.0, number), |row| row.get(0))?)
}
