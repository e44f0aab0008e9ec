//! A planned list is written into a session.

use std::collections::HashMap;

use rusqlite::Connection;

use super::cluster::Places;
use super::codec::Word;
use super::error::{Result, StoreError};
use super::record::Record;
use super::transact::Step;
use super::unit::UnitNames;
use super::{delegate, person, roster, session};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{DelegateId, PersonId, SessionId};
use crate::domain::list::{
    Choice, Collision, ImportCounts, ImportPlan, KnownPeople, PlannedRow, RowOutcome, Twin,
};
use crate::domain::person::PersonDetails;

/// What has to be known to plan a list: the session's delegates, and the people
/// of the registry with one of these folded names.
pub(super) fn known(connection: &Connection, session: SessionId, names: &[String]) -> Result<KnownPeople> {
    session::state(connection, session)?;
    Ok(KnownPeople {
        delegates: delegate::of_session(connection, session)?,
        people: person::by_folded_names(connection, names)?,
    })
}

/// Applies a plan as its rows' choices say.
pub(super) fn apply(step: &Step<'_>, plan: &ImportPlan) -> Result<ImportCounts> {
    let mut target = Target::open(step, plan)?;
    for row in &plan.rows {
        let collision = row.collision.as_deref();
        match (row.choice, &row.outcome, collision) {
            (Choice::Skip, ..) | (_, RowOutcome::Same(_) | RowOutcome::Error(_), _) => {}
            (Choice::Add, RowOutcome::New(person), _) => target.add(step, row, &row.person, *person)?,
            (Choice::Add, ..) => target.add(step, row, &row.person, None)?,
            (Choice::Update, RowOutcome::Update(delegate), _) => {
                target.change(step, row, &row.person, *delegate)?;
            }
            (Choice::Update, _, Some(Collision { with: Twin::Delegate(delegate), updated, .. })) => {
                target.change(step, row, updated, *delegate)?;
            }
            (Choice::Update, _, Some(Collision { with: Twin::Person(person), updated, .. })) => {
                target.add(step, row, updated, Some(*person))?;
            }
            // No other row can be updated: it is not offered.
            (Choice::Update, ..) => {}
        }
    }
    roster::settle_numbers(step, plan.session)?;
    let counts = plan.done();
    Record::of("import_record")
        .set("session_id", plan.session.0)
        .set("source", &plan.source)
        .set("at", step.now())
        .set("encoding", Word(plan.encoding))
        .set("new_rows", counts.new)
        .set("updated_rows", counts.update)
        .set("same_rows", counts.same)
        .set("duplicate_rows", counts.duplicate)
        .set("error_rows", counts.error)
        .insert(step)?;
    Ok(counts)
}

/// The session a list goes into.
struct Target {
    session: SessionId,
    /// While the session is open, its delegates and the registry follow each other.
    is_open: bool,
    units: UnitNames,
    places: Places,
    delegates: HashMap<DelegateId, Delegate>,
    people: HashMap<PersonId, PersonDetails>,
}

impl Target {
    fn open(step: &Step<'_>, plan: &ImportPlan) -> Result<Self> {
        let known_ids: Vec<PersonId> = plan
            .rows
            .iter()
            .filter_map(|row| match (&row.outcome, row.collision.as_deref()) {
                (RowOutcome::New(Some(person)), _) => Some(*person),
                (RowOutcome::New(None), Some(Collision { with: Twin::Person(person), .. })) => Some(*person),
                _ => None,
            })
            .collect();
        Ok(Self {
            session: plan.session,
            is_open: session::state(step, plan.session)?.is_open(),
            units: UnitNames::load(step)?,
            places: Places::of(step, plan.session)?,
            delegates: delegate::of_session(step, plan.session)?
                .into_iter()
                .map(|one| (one.id, one))
                .collect(),
            people: person::by_ids(step, &known_ids)?.into_iter().collect(),
        })
    }

    fn add(
        &mut self,
        step: &Step<'_>,
        row: &PlannedRow,
        details: &PersonDetails,
        known: Option<PersonId>,
    ) -> Result<()> {
        let person = match known {
            None => person::insert(step, &self.units, details, false)?,
            Some(id) => {
                let registered = self.people.get(&id).ok_or(StoreError::Conflict)?;
                if self.is_open && details != registered {
                    roster::edit_person(step, id, registered, details)?;
                }
                id
            }
        };
        delegate::insert(step, self.session, self.places.find(row.cluster, details), person, details)?;
        Ok(())
    }

    fn change(
        &mut self,
        step: &Step<'_>,
        row: &PlannedRow,
        details: &PersonDetails,
        id: DelegateId,
    ) -> Result<()> {
        let delegate = self.delegates.get(&id).ok_or(StoreError::Conflict)?;
        roster::edit(step, delegate, details, self.is_open)?;
        let named = row.cluster.and_then(|number| self.places.numbered(number));
        match named {
            Some(cluster) if delegate.cluster != Some(cluster) && delegate.state == DelegateState::Listed => {
                roster::place(step, id, Some(cluster))
            }
            _ => Ok(()),
        }
    }
}
