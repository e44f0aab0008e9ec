//! Who came and was no delegate: made one by the entry that marks them, taken off again with it.

use rusqlite::OptionalExtension;

use super::super::codec::Word;
use super::super::error::{Result, StoreError};
use super::super::record::Record;
use super::super::transact::Step;
use super::super::unit::UnitNames;
use super::super::{delegate, person, roster};
use crate::domain::attendance::arrival::{Arrival, Part};
use crate::domain::attendance::{AttendanceStatus, NewMark};
use crate::domain::delegate::{DelegateState, NewDelegate};
use crate::domain::entry;
use crate::domain::id::{ClusterId, DelegateId, EntryId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::numbering::Lists;

/// Makes them delegates; the marks that say where they sat.
pub(super) fn make(step: &Step<'_>, session: SessionId, arrivals: &[Arrival]) -> Result<Vec<NewMark>> {
    let mut marks = Vec::new();
    for arrival in arrivals {
        match &arrival.part {
            Part::WalkIn => {
                let delegate = walk_in(step, session, arrival)?;
                let present = |sitting| NewMark::new(delegate, sitting, AttendanceStatus::Present);
                marks.extend(arrival.sittings.iter().copied().map(present));
            }
            Part::Substitute(places) => {
                let Some(first) = places.first() else { continue };
                let substitute = substitute(step, session, arrival, *first)?;
                for place in places {
                    let sat = |sitting| NewMark::substituted(*place, sitting, substitute);
                    marks.extend(arrival.sittings.iter().copied().map(sat));
                }
            }
        }
    }
    Ok(marks)
}

/// A delegate with the next STT under "Bổ sung". The list is fixed with that, where it was not: the numbers of the others are
/// printed and being typed.
fn walk_in(step: &Step<'_>, session: SessionId, arrival: &Arrival) -> Result<DelegateId> {
    match roster::fix(step, session, Lists::Of(Some(arrival.cluster))) {
        // The first of a list.
        Ok(()) | Err(StoreError::Refused(Mistake::NobodyListed)) => {}
        Err(error) => return Err(error),
    }
    let added = roster::add(step, session, Some(arrival.cluster), vec![arrival.who.clone()])?;
    let delegate = *added.first().ok_or(Mistake::UnknownDelegate)?;
    Record::of("delegate").set("walk_in", true).update(step, delegate.0)?;
    Ok(delegate)
}

/// A delegate without a place: sent for one who has it.
fn substitute(
    step: &Step<'_>,
    session: SessionId,
    arrival: &Arrival,
    place: DelegateId,
) -> Result<DelegateId> {
    super::refuse_foreign(step, session, place)?;
    sent(step, session, arrival.cluster, &arrival.who, place)
}

/// Makes somebody a delegate who was sent for another. Who is on the list is refused: they have a place of their own.
pub(super) fn sent(
    step: &Step<'_>,
    session: SessionId,
    cluster: ClusterId,
    who: &NewDelegate,
    place: DelegateId,
) -> Result<DelegateId> {
    let (person, details) = match who {
        NewDelegate::Known(id) => (*id, person::read(step, *id)?),
        NewDelegate::Unknown(details) => {
            let details = entry::person(details.clone())?;
            (person::insert(step, &UnitNames::load(step)?, &details, false)?, details)
        }
    };
    let id = match delegate::of_person(step, session, person)? {
        None => delegate::insert(step, session, Some(cluster), person, &details)?,
        Some(known) if known.state == DelegateState::Withdrawn => {
            roster::list_again(step, known.id)?;
            known.id
        }
        Some(_) => return Err(Mistake::AlreadyListed(details.full_name).into()),
    };
    Record::of("delegate").set("substitute_for", place.0).update(step, id.0)?;
    Ok(id)
}

/// Whoever came by an entry that is taken back, and of whom nothing else counts, is taken off the list: nobody vanishes.
pub(super) fn withdraw(step: &Step<'_>, entry: EntryId) -> Result<()> {
    let mut gone = step.prepare_cached(
        "SELECT DISTINCT delegate.id FROM attendance_mark AS taken_back
         JOIN delegate ON (delegate.id = taken_back.delegate_id AND delegate.walk_in = 1)
                       OR (delegate.id = taken_back.substitute_id AND delegate.substitute_for IS NOT NULL)
         WHERE taken_back.entry_id = ?1 AND delegate.state = 'listed'
           AND NOT EXISTS (SELECT 1 FROM attendance JOIN attendance_mark AS mark ON mark.id = attendance.mark_id
                           WHERE attendance.delegate_id = delegate.id OR mark.substitute_id = delegate.id)
           AND NOT EXISTS (SELECT 1 FROM certificate WHERE certificate.delegate_id = delegate.id)",
    )?;
    let gone = gone.query_map([entry.0], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    for id in gone {
        Record::of("delegate").set("state", Word(DelegateState::Withdrawn)).update(step, id)?;
        super::notices::forget_substitute(step, DelegateId(id))?;
    }
    Ok(())
}

/// The cluster of a delegate, which has one.
pub(super) fn cluster_of(step: &Step<'_>, delegate: DelegateId) -> Result<ClusterId> {
    let sql = "SELECT cluster_id FROM delegate WHERE id = ?1 AND cluster_id IS NOT NULL";
    let found = step.prepare_cached(sql)?.query_row([delegate.0], |row| row.get(0)).optional()?;
    Ok(ClusterId(found.ok_or(Mistake::UnknownCluster)?))
}
