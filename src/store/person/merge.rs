//! Two people of the registry become one.
//!
//! The one that stays takes over everything of the one that goes: the sessions, the
//! places as guest and presenter, the other positions. Where both are delegates of
//! one session, one of the two delegates remains: the one something is recorded of
//! (an attendance mark, a certificate), else the one still on the list, else the one
//! of who stays. Marks and certificates are never changed, so two delegates who both
//! have some cannot become one.
//!
//! What ended sessions print stays as it is; delegates of open sessions follow.

use rusqlite::Connection;

use super::{positions, read, set_positions, sort_name, update};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::domain::registry::HeldPosition;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::unit::UnitNames;
use crate::store::{completion, delegate, own_column, roster, session};

/// Makes `goes` part of `stays`, who then is as `details` say.
pub(in crate::store) fn merge(
    step: &Step<'_>,
    stays: PersonId,
    goes: PersonId,
    details: &PersonDetails,
) -> Result<()> {
    if stays == goes {
        return Err(Mistake::SamePerson.into());
    }
    let before = read(step, stays)?;
    let others = read(step, goes)?;
    hand_over_delegates(step, stays, goes)?;
    for table in ["guest", "presenter_slot"] {
        let sql = format!("UPDATE {table} SET person_id = ?1 WHERE person_id = ?2");
        step.prepare_cached(&sql)?.execute((stays.0, goes.0))?;
    }
    hand_over_facts(step, stays, goes)?;
    let held = all_positions(step, stays, &before, goes, &others)?;
    let order = sort_name(step, stays)?.or(sort_name(step, goes)?);
    step.prepare_cached("DELETE FROM person WHERE id = ?1")?.execute([goes.0])?;

    roster::set_sort_name(step, stays, order.as_deref())?;
    roster::edit_person(step, stays, &before, details)?;
    // Those that were copied from the one that goes differ from it in other fields.
    for one in delegate::in_open_sessions(step, stays)? {
        let followed = one.details.following(&others, details);
        if followed != one.details {
            delegate::update(step, &one, &followed, false)?;
        }
    }
    update(step, &UnitNames::load(step)?, stays, details)?;
    let beside =
        held.into_iter().filter(|one| Some(&one.title) != details.position.as_ref()).collect::<Vec<_>>();
    set_positions(step, stays, &beside)
}

/// The positions of both, each once: which is the main one is decided elsewhere.
fn all_positions(
    step: &Step<'_>,
    stays: PersonId,
    before: &PersonDetails,
    goes: PersonId,
    others: &PersonDetails,
) -> Result<Vec<HeldPosition>> {
    let main = |details: &PersonDetails| {
        details.position.clone().map(|title| HeldPosition { title, ..HeldPosition::default() })
    };
    let mut all: Vec<HeldPosition> = Vec::new();
    let beside = [positions::others(step, stays)?, positions::others(step, goes)?];
    for one in [main(before), main(others)].into_iter().flatten().chain(beside.into_iter().flatten()) {
        if !all.iter().any(|known| known.title == one.title) {
            all.push(one);
        }
    }
    Ok(all)
}

fn hand_over_delegates(step: &Step<'_>, stays: PersonId, goes: PersonId) -> Result<()> {
    for (session, theirs) in of_person(step, goes)? {
        if let Some(own) = delegate::of_person(step, session, stays)? {
            let given_up = spare(step, session, &own, &theirs)?;
            let kept = if given_up.id == theirs.id { own.id } else { theirs.id };
            completion::hand_over(step, kept, given_up.id)?;
            own_column::hand_over(step, kept, given_up.id)?;
            step.prepare_cached("DELETE FROM delegate WHERE id = ?1")?.execute([given_up.id.0])?;
            if given_up.id == theirs.id {
                continue;
            }
        }
        Record::of("delegate").set("person_id", stays.0).update(step, theirs.id.0)?;
    }
    Ok(())
}

/// Which of two delegates of one session is not needed.
fn spare<'a>(
    step: &Step<'_>,
    session: SessionId,
    own: &'a Delegate,
    theirs: &'a Delegate,
) -> Result<&'a Delegate> {
    Ok(match (roster::has_facts(step, own.id)?, roster::has_facts(step, theirs.id)?) {
        (true, true) => {
            let title = session::title(step, session)?;
            return Err(Mistake::BothRecorded { name: theirs.details.full_name.clone(), title }.into());
        }
        (true, false) => theirs,
        (false, true) => own,
        (false, false) if own.state == DelegateState::Withdrawn && theirs.state == DelegateState::Listed => {
            own
        }
        (false, false) => theirs,
    })
}

/// The sessions a person is a delegate of.
fn of_person(connection: &Connection, person: PersonId) -> Result<Vec<(SessionId, Delegate)>> {
    let mut query = connection
        .prepare_cached("SELECT session_id FROM delegate WHERE person_id = ?1 ORDER BY session_id")?;
    let sessions: Vec<i64> =
        query.query_map([person.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let of = |session: i64| {
        let session = SessionId(session);
        Ok(delegate::of_person(connection, session, person)?.map(|one| (session, one)))
    };
    sessions.into_iter().filter_map(|session| of(session).transpose()).collect()
}

/// Units beside the main one, what is known of the state's pay, and the sensitive
/// facts, if the one who stays has none.
fn hand_over_facts(step: &Step<'_>, stays: PersonId, goes: PersonId) -> Result<()> {
    step.prepare_cached(
        "UPDATE person_unit SET person_id = ?1
         WHERE person_id = ?2 AND is_main = 0
           AND unit NOT IN (SELECT unit FROM person_unit WHERE person_id = ?1)",
    )?
    .execute((stays.0, goes.0))?;
    step.prepare_cached(
        "UPDATE person_sensitive SET person_id = ?1
         WHERE person_id = ?2
           AND NOT EXISTS (SELECT 1 FROM person_sensitive WHERE person_id = ?1)",
    )?
    .execute((stays.0, goes.0))?;
    step.prepare_cached(
        "UPDATE person SET state_paid = (SELECT state_paid FROM person WHERE id = ?2), version = version + 1
         WHERE id = ?1 AND state_paid IS NULL
           AND (SELECT state_paid FROM person WHERE id = ?2) IS NOT NULL",
    )?
    .execute((stays.0, goes.0))?;
    Ok(())
}
