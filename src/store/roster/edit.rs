//! Delegates added, changed, taken off, put back and moved.

use rusqlite::Connection;

use super::{fix, follow};
use crate::domain::delegate::{Delegate, DelegateState, NewDelegate, Removal};
use crate::domain::entry;
use crate::domain::id::{ClusterId, DelegateId, PersonId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::store::cluster::Places;
use crate::store::codec::Word;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::unit::UnitNames;
use crate::store::{delegate, person, session};

/// Adds delegates to a cluster; without one, each goes where its unit is served,
/// or to the only cluster there is.
pub(in crate::store) fn add(
    step: &Step<'_>,
    session: SessionId,
    cluster: Option<ClusterId>,
    people: Vec<NewDelegate>,
) -> Result<Vec<DelegateId>> {
    session::state(step, session)?;
    let places = Places::of(step, session)?;
    let units = UnitNames::load(step)?;
    let mut added = Vec::with_capacity(people.len());
    for one in people {
        let (person, details) = match one {
            NewDelegate::Unknown(details) => {
                let details = entry::person(details)?;
                (person::insert(step, &units, &details, false)?, details)
            }
            NewDelegate::Known(id) => (id, person::read(step, id)?),
        };
        let cluster = match cluster {
            Some(cluster) => Some(places.check(cluster)?),
            None => places.find(None, &details),
        };
        added.push(match delegate::of_person(step, session, person)? {
            None => delegate::insert(step, session, cluster, person, &details)?,
            Some(known) if known.state == DelegateState::Withdrawn => {
                set_state(step, known.id, DelegateState::Listed)?;
                known.id
            }
            Some(_) => return Err(Mistake::AlreadyListed(details.full_name).into()),
        });
    }
    fix::settle_numbers(step, session)?;
    Ok(added)
}

/// Adds somebody of the registry with what was typed of them, which changes the registry as an edit does.
pub(in crate::store) fn add_as_typed(
    step: &Step<'_>,
    session: SessionId,
    cluster: Option<ClusterId>,
    person: PersonId,
    typed: PersonDetails,
) -> Result<Vec<DelegateId>> {
    let added = add(step, session, cluster, vec![NewDelegate::Known(person)])?;
    let is_open = session::state(step, session)?.is_open();
    let typed = entry::person(typed)?;
    for id in &added {
        let (_, delegate) = delegate::read(step, *id)?;
        edit(step, &delegate, &typed, is_open)?;
    }
    Ok(added)
}

/// Replaces what is printed of a delegate. While the session is open the person
/// follows; afterwards the edit is "chỉ trong lớp này".
pub(in crate::store) fn edit(
    step: &Step<'_>,
    delegate: &Delegate,
    details: &PersonDetails,
    is_open: bool,
) -> Result<()> {
    if *details == delegate.details {
        return Ok(());
    }
    delegate::update(step, delegate, details, !is_open)?;
    match is_open {
        true => follow::edit_person(step, delegate.person, &delegate.details, details),
        false => Ok(()),
    }
}

/// The same change to several delegates. Who was erased is only counted: there is nothing to change.
pub(in crate::store) fn edit_several(
    step: &Step<'_>,
    session: SessionId,
    delegates: &[DelegateId],
    change: impl Fn(&mut PersonDetails),
    is_open: bool,
) -> Result<()> {
    let units = UnitNames::load(step)?;
    for one in delegate::by_ids(step, session, delegates)?.into_iter().filter(|one| !one.erased) {
        let mut details = one.details.clone();
        change(&mut details);
        let details = entry::person(details)?;
        if details == one.details {
            continue;
        }
        delegate::update(step, &one, &details, !is_open)?;
        if is_open {
            follow::edit_among(step, &units, one.person, &one.details, &details)?;
        }
    }
    Ok(())
}

/// Takes delegates off the list; their people stay in the registry. A number
/// that was fixed stays, crossed out, and so do attendance marks and certificates:
/// such delegates are withdrawn, of others nothing remains.
pub(in crate::store) fn remove(
    step: &Step<'_>,
    session: SessionId,
    delegates: &[DelegateId],
) -> Result<Removal> {
    let mut removal = Removal::default();
    for delegate in delegate::by_ids(step, session, delegates)? {
        if delegate.state == DelegateState::Withdrawn {
            continue;
        }
        if delegate.fixed_number.is_some() || has_facts(step, delegate.id)? {
            set_state(step, delegate.id, DelegateState::Withdrawn)?;
            removal.withdrawn += 1;
        } else {
            step.prepare_cached("DELETE FROM delegate WHERE id = ?1")?.execute([delegate.id.0])?;
            removal.deleted += 1;
        }
    }
    Ok(removal)
}

/// Whether something is recorded of a delegate that must not vanish.
pub(in crate::store) fn has_facts(connection: &Connection, delegate: DelegateId) -> Result<bool> {
    let mut query = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM attendance_mark WHERE delegate_id = ?1)
             OR EXISTS (SELECT 1 FROM receipt_mark WHERE delegate_id = ?1)
             OR EXISTS (SELECT 1 FROM certificate WHERE delegate_id = ?1)",
    )?;
    Ok(query.query_row([delegate.0], |row| row.get(0))?)
}

/// Puts withdrawn delegates back on the list, under the number they kept.
pub(in crate::store) fn put_back(
    step: &Step<'_>,
    session: SessionId,
    delegates: &[DelegateId],
) -> Result<()> {
    for delegate in delegate::by_ids(step, session, delegates)? {
        if delegate.state == DelegateState::Withdrawn {
            list_again(step, delegate.id)?;
        }
    }
    fix::settle_numbers(step, session)
}

/// Puts one who was withdrawn back on the list; numbers are settled by the caller.
pub(in crate::store) fn list_again(step: &Step<'_>, delegate: DelegateId) -> Result<()> {
    set_state(step, delegate, DelegateState::Listed)
}

fn set_state(step: &Step<'_>, delegate: DelegateId, state: DelegateState) -> Result<()> {
    Record::of("delegate").set("state", Word(state)).update(step, delegate.0)
}

/// Moves delegates to another cluster, or to none. A number that was fixed
/// belonged to the list they leave. Withdrawn ones stay: theirs is crossed out there.
pub(in crate::store) fn move_to(
    step: &Step<'_>,
    session: SessionId,
    delegates: &[DelegateId],
    cluster: Option<ClusterId>,
) -> Result<()> {
    if let Some(cluster) = cluster {
        Places::of(step, session)?.check(cluster)?;
    }
    for delegate in delegate::by_ids(step, session, delegates)? {
        if delegate.cluster != cluster && delegate.state == DelegateState::Listed {
            place(step, delegate.id, cluster)?;
        }
    }
    fix::settle_numbers(step, session)
}

/// Sets the cluster of a delegate, without a number.
pub(in crate::store) fn place(
    step: &Step<'_>,
    delegate: DelegateId,
    cluster: Option<ClusterId>,
) -> Result<()> {
    Record::of("delegate")
        .set("cluster_id", cluster.map(|cluster| cluster.0))
        .set("fixed_number", None::<u32>)
        .set("supplementary", false)
        .update(step, delegate.0)
}
