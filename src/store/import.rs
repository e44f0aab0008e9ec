//! A planned list is written into a session.

use std::collections::HashMap;

use rusqlite::Connection;

use super::codec::Word;
use super::error::{Result, StoreError};
use super::record::Record;
use super::transact::Step;
use super::unit::UnitNames;
use super::{delegate, person, session};
use crate::domain::delegate::Delegate;
use crate::domain::id::{ClusterId, DelegateId, PersonId, SessionId};
use crate::domain::list::{ImportCounts, ImportPlan, KnownPeople, PlannedRow, RowOutcome};
use crate::domain::person::PersonDetails;
use crate::vietnamese::fold;

/// What has to be known to plan a list: the session's delegates, and the people
/// of the registry with one of these folded names.
pub(super) fn known(connection: &Connection, session: SessionId, names: &[String]) -> Result<KnownPeople> {
    session::state(connection, session)?;
    Ok(KnownPeople {
        delegates: delegate::of_session(connection, session)?,
        people: person::by_folded_names(connection, names)?,
    })
}

/// Applies a plan. Rows that are the same, duplicates or errors change nothing.
pub(super) fn apply(step: &Step<'_>, plan: &ImportPlan) -> Result<ImportCounts> {
    let mut target = Target::open(step, plan)?;
    for row in &plan.rows {
        match row.outcome {
            RowOutcome::New(person) => target.add(step, row, person)?,
            RowOutcome::Update(delegate) => target.change(step, row, delegate)?,
            RowOutcome::Same(_) | RowOutcome::Duplicate(..) | RowOutcome::Error(_) => {}
        }
    }
    let counts = plan.counts();
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
    clusters: Clusters,
    delegates: HashMap<DelegateId, Delegate>,
    people: HashMap<PersonId, PersonDetails>,
}

impl Target {
    fn open(step: &Step<'_>, plan: &ImportPlan) -> Result<Self> {
        let known_ids: Vec<PersonId> = plan
            .rows
            .iter()
            .filter_map(|row| match row.outcome {
                RowOutcome::New(person) => person,
                _ => None,
            })
            .collect();
        Ok(Self {
            session: plan.session,
            is_open: session::state(step, plan.session)?.is_open(),
            units: UnitNames::load(step)?,
            clusters: Clusters::of(step, plan.session)?,
            delegates: delegate::of_session(step, plan.session)?
                .into_iter()
                .map(|one| (one.id, one))
                .collect(),
            people: person::by_ids(step, &known_ids)?.into_iter().collect(),
        })
    }

    fn add(&mut self, step: &Step<'_>, row: &PlannedRow, known: Option<PersonId>) -> Result<()> {
        let person = match known {
            None => person::insert(step, &self.units, &row.person, false)?,
            Some(id) => {
                let registered = self.people.get(&id).ok_or(StoreError::Conflict)?;
                if self.is_open && row.person != *registered {
                    person::update(step, &self.units, id, &row.person)?;
                }
                id
            }
        };
        delegate::insert(step, self.session, self.clusters.find(row), person, &row.person)?;
        Ok(())
    }

    fn change(&mut self, step: &Step<'_>, row: &PlannedRow, id: DelegateId) -> Result<()> {
        let delegate = self.delegates.get(&id).ok_or(StoreError::Conflict)?;
        if row.person != delegate.details {
            delegate::update(step, delegate, &row.person, !self.is_open)?;
            if self.is_open {
                person::update(step, &self.units, delegate.person, &row.person)?;
            }
        }
        let named = row.cluster.and_then(|number| self.clusters.by_number.get(&number).copied());
        match named {
            Some(cluster) if delegate.cluster != Some(cluster) => delegate::move_to(step, id, cluster),
            _ => Ok(()),
        }
    }
}

/// Where new delegates go.
struct Clusters {
    by_number: HashMap<u32, ClusterId>,
    by_unit: HashMap<String, ClusterId>,
}

impl Clusters {
    fn of(connection: &Connection, session: SessionId) -> Result<Self> {
        let mut clusters = Self { by_number: HashMap::new(), by_unit: HashMap::new() };
        let mut query = connection.prepare(
            "SELECT cluster.id, cluster.number, cluster_unit.name FROM cluster
             LEFT JOIN cluster_unit ON cluster_unit.cluster_id = cluster.id WHERE cluster.session_id = ?1",
        )?;
        let mut rows = query.query([session.0])?;
        while let Some(row) = rows.next()? {
            let cluster = ClusterId(row.get(0)?);
            clusters.by_number.insert(row.get(1)?, cluster);
            if let Some(unit) = row.get::<_, Option<String>>(2)? {
                clusters.by_unit.insert(fold::compare_key(&unit), cluster);
            }
        }
        Ok(clusters)
    }

    /// The cluster the list names, or the one that serves the unit, or the only one.
    fn find(&self, row: &PlannedRow) -> Option<ClusterId> {
        let by_unit =
            |unit: Option<&str>| unit.and_then(|unit| self.by_unit.get(&fold::compare_key(unit)).copied());
        let only = || match self.by_number.len() {
            1 => self.by_number.values().next().copied(),
            _ => None,
        };
        row.cluster
            .and_then(|number| self.by_number.get(&number).copied())
            .or_else(|| by_unit(row.person.group()))
            .or_else(|| by_unit(row.person.unit.as_deref()))
            .or_else(only)
    }
}
