//! A planned list is written into a session.

pub(super) mod lines_left;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::cluster::Places;
use super::codec::Word;
use super::error::{Result, StoreError};
use super::record::Record;
use super::transact::Step;
use super::unit::UnitNames;
use super::{delegate, own_column, person, roster, session, unit};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{DelegateId, OwnColumnId, PersonId, SessionId};
use crate::domain::list::{
    Choice, Collision, ImportCounts, ImportOffers, ImportPlan, ImportRecord, ImportWishes, KeptCounts,
    KnownPeople, PlannedRow, RowOutcome, Twin,
};
use crate::domain::person::PersonDetails;
use crate::progress::Progress;

/// What has to be known to plan a list: the session's delegates, and the people
/// of the registry with one of these folded names.
pub(super) fn known(connection: &Connection, session: SessionId, names: &[String]) -> Result<KnownPeople> {
    session::state(connection, session)?;
    Ok(KnownPeople {
        delegates: delegate::of_session(connection, session)?,
        people: person::by_folded_names(connection, names)?,
        removed: removed(connection, session)?,
        units: unit::names(connection)?,
        own_columns: own_column::of_session(connection, session)?,
    })
}

/// Those who were taken off a session's list, with the delegates they were there: nobody who sends the
/// list again puts them back.
fn removed(connection: &Connection, session: SessionId) -> Result<HashMap<PersonId, DelegateId>> {
    let mut query = connection.prepare_cached(
        "SELECT json_extract(before, '$.person_id'), row_id
         FROM row_change JOIN operation ON operation.id = operation_id
         WHERE table_name = 'delegate' AND before IS NOT NULL AND after IS NULL
           AND json_extract(before, '$.session_id') = ?1 AND json_extract(before, '$.person_id') IS NOT NULL
           AND operation.kind = 'do' AND operation.state IN ('done', 'settled')
           AND row_id NOT IN (SELECT id FROM delegate)",
    )?;
    let rows = query.query_map([session.0], |row| Ok((PersonId(row.get(0)?), DelegateId(row.get(1)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What can be chosen for a plan.
pub(super) fn offers(connection: &Connection, plan: &ImportPlan) -> Result<ImportOffers> {
    Ok(ImportOffers {
        missing_units: unit::missing::names(connection, written(plan).iter().map(AsRef::as_ref))?,
        clusters_serve: Places::of(connection, plan.session)?.serve_units(),
        own_columns: own_column::labels(connection, plan.session)?,
    })
}

/// The people of the rows that are written.
fn written(plan: &ImportPlan) -> Vec<Cow<'_, PersonDetails>> {
    plan.rows.iter().filter(|row| row.choice != Choice::Skip).map(PlannedRow::written).collect()
}

/// Applies a plan as its rows' choices say; tells what was done. Stops with
/// [`StoreError::Cancelled`] where that is asked for.
pub(super) fn apply(step: &Step<'_>, plan: &ImportPlan, progress: &Progress) -> Result<ImportCounts> {
    let mut target = Target::open(step, plan)?;
    let mut counts = ImportCounts::default();
    if plan.wishes.add_units {
        unit::missing::add(step, &mut target.units, written(plan).iter().map(AsRef::as_ref))?;
    }
    for (at, row) in plan.rows.iter().enumerate() {
        progress.reach(at, plan.rows.len());
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        let (details, with) = (row.written(), row.collision.as_deref());
        let done = match (row.choice, &row.outcome, with) {
            (_, RowOutcome::Same(delegate), _) => target.stays(step, row, *delegate)?,
            (Choice::Skip, ..) | (_, RowOutcome::Error(_), _) => None,
            (Choice::Add, RowOutcome::New(person), _) => target.add(step, row, &details, *person)?,
            // Put back, or taken in after all: who was taken off is no delegate any more.
            (_, RowOutcome::Duplicate(Twin::Delegate(delegate), _), Some(known))
                if target.was_removed(*delegate).is_some() =>
            {
                let person = target.was_removed(*delegate);
                target.add(step, row, &known.taken(), person)?
            }
            (Choice::Add, ..) => target.add(step, row, &details, None)?,
            (Choice::Update, RowOutcome::Update(delegate), _) => {
                target.change(step, row, &details, *delegate)?
            }
            (Choice::Update, _, Some(Collision { with: Twin::Delegate(delegate), .. })) => {
                target.change(step, row, &details, *delegate)?
            }
            (Choice::Update, _, Some(Collision { with: Twin::Person(person), .. })) => {
                target.add(step, row, &details, Some(*person))?
            }
            // No other row can be updated: it is not offered.
            (Choice::Update, ..) => None,
        };
        match (done, &row.outcome) {
            (Some(Done::Added), _) => counts.new += 1,
            (Some(Done::Changed), _) => counts.update += 1,
            (None, RowOutcome::Same(_)) => counts.same += 1,
            (None, RowOutcome::Error(_)) => counts.error += 1,
            (None, _) => counts.duplicate += 1,
        }
    }
    counts.left = plan.left().count();
    roster::settle_numbers(step, plan.session)?;
    let import = Record::of("import_record")
        .set("session_id", plan.session.0)
        .set("source", &plan.source)
        .set("at", step.now())
        .set("encoding", Word(plan.encoding))
        .set("new_rows", counts.new)
        .set("updated_rows", counts.update)
        .set("same_rows", counts.same)
        .set("duplicate_rows", counts.duplicate)
        .set("error_rows", counts.error)
        .set("doubtful_rows", plan.rows.iter().filter(|row| row.is_left_in_doubt()).count())
        .set("left_lines", counts.left)
        .set("commune", &plan.commune)
        .insert(step)?;
    lines_left::keep(step, import, plan)?;
    Ok(counts)
}

/// The lists that were read into a session, the latest first.
pub(super) fn records(connection: &Connection, session: SessionId) -> Result<Vec<ImportRecord>> {
    let mut records = connection.prepare_cached(
        "SELECT source, at, new_rows, updated_rows, same_rows, duplicate_rows, error_rows,
             id, doubtful_rows, left_lines, commune, doubtful, not_understood, left_out, note, person
         FROM import_record
         LEFT JOIN (
             SELECT import_id, sum(kind = 'doubtful') AS doubtful, sum(kind = 'not_understood') AS not_understood,
                 sum(kind = 'left_out' OR kind = 'person' AND reason IS NOT 'duplicate') AS left_out,
                 sum(kind = 'note') AS note, sum(kind = 'person' AND reason IS 'duplicate') AS person
             FROM import_line WHERE taken = 0 GROUP BY import_id
         ) ON import_id = id
         WHERE session_id = ?1 ORDER BY id DESC",
    )?;
    let records = records.query_map([session.0], |row| {
        let counts = ImportCounts {
            new: row.get(2)?,
            update: row.get(3)?,
            same: row.get(4)?,
            duplicate: row.get(5)?,
            error: row.get(6)?,
            left: row.get(9)?,
        };
        let kept = |at: usize| Ok::<usize, rusqlite::Error>(row.get::<_, Option<usize>>(at)?.unwrap_or(0));
        let kept = KeptCounts {
            doubtful: kept(11)?,
            not_understood: kept(12)?,
            left_out: kept(13)?,
            note: kept(14)?,
            duplicate: kept(15)?,
        };
        Ok(ImportRecord {
            kept,
            id: row.get(7)?,
            source: row.get(0)?,
            at: row.get(1)?,
            counts,
            doubtful: row.get(8)?,
            left_lines: row.get(9)?,
            commune: row.get(10)?,
        })
    })?;
    Ok(records.collect::<rusqlite::Result<_>>()?)
}

/// What became of a row.
enum Done {
    Added,
    Changed,
}

/// The session a list goes into.
struct Target {
    session: SessionId,
    wishes: ImportWishes,
    /// While the session is open, its delegates and the registry follow each other.
    is_open: bool,
    units: UnitNames,
    places: Places,
    delegates: HashMap<DelegateId, Delegate>,
    people: HashMap<PersonId, PersonDetails>,
    /// The own columns that the list fills, in its order.
    own: Vec<OwnColumnId>,
    /// Those who were taken off the list.
    removed: HashMap<PersonId, DelegateId>,
    /// The delegate each person is.
    delegate_of: HashMap<PersonId, DelegateId>,
    /// Delegates that a row of this list was written to. The plan lets no second row
    /// stand for them; were there one, it is left out, not written over the first.
    written: HashSet<DelegateId>,
}

impl Target {
    /// Who a delegate was that was taken off the list.
    fn was_removed(&self, delegate: DelegateId) -> Option<PersonId> {
        let one = self.removed.iter().find(|(_, one)| **one == delegate);
        one.map(|(person, _)| *person).filter(|_| !self.delegates.contains_key(&delegate))
    }

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
        let delegates = delegate::of_session(step, plan.session)?;
        let removed = removed(step, plan.session)?;
        let again = plan.rows.iter().filter_map(|row| match row.outcome {
            RowOutcome::Duplicate(Twin::Delegate(delegate), _) => {
                removed.iter().find(|(_, one)| **one == delegate).map(|(person, _)| *person)
            }
            _ => None,
        });
        let known_ids: Vec<PersonId> = known_ids.into_iter().chain(again).collect();
        Ok(Self {
            own: own_column::planned(step, plan.session, &plan.own_columns)?,
            removed,
            delegate_of: delegates.iter().map(|one| (one.person, one.id)).collect(),
            written: HashSet::new(),
            session: plan.session,
            wishes: plan.wishes,
            is_open: session::state(step, plan.session)?.is_open(),
            units: UnitNames::load(step)?,
            places: Places::of(step, plan.session)?,
            delegates: delegates.into_iter().map(|one| (one.id, one)).collect(),
            people: person::by_ids(step, &known_ids)?.into_iter().collect(),
        })
    }

    fn add(
        &mut self,
        step: &Step<'_>,
        row: &PlannedRow,
        details: &PersonDetails,
        known: Option<PersonId>,
    ) -> Result<Option<Done>> {
        let person = match known {
            None => person::insert(step, &self.units, details, false)?,
            Some(id) => {
                // Somebody put them on the list since it was compared.
                if let Some(delegate) = self.delegate_of.get(&id) {
                    return self.change(step, row, details, *delegate);
                }
                let registered = self.people.get(&id).ok_or(StoreError::Conflict)?;
                if self.is_open && details != registered {
                    roster::edit_person(step, id, registered, details)?;
                }
                id
            }
        };
        if known.is_none() || self.is_open {
            self.keep_sensitive(step, row, person)?;
        }
        let cluster = match self.wishes.by_unit {
            true => self.places.find(row.cluster, details),
            false => self.places.named_or_only(row.cluster),
        };
        let delegate = delegate::insert(step, self.session, cluster, person, details)?;
        self.delegate_of.insert(person, delegate);
        self.written.insert(delegate);
        self.fill_own(step, row, delegate)?;
        Ok(Some(Done::Added))
    }

    fn change(
        &mut self,
        step: &Step<'_>,
        row: &PlannedRow,
        details: &PersonDetails,
        id: DelegateId,
    ) -> Result<Option<Done>> {
        if !self.written.insert(id) {
            return Ok(None);
        }
        let delegate = self.delegates.get(&id).ok_or(StoreError::Conflict)?;
        roster::edit(step, delegate, details, self.is_open)?;
        if self.is_open {
            self.keep_sensitive(step, row, delegate.person)?;
        }
        if delegate.state == DelegateState::Withdrawn {
            roster::list_again(step, id)?;
        }
        let named = row.cluster.and_then(|number| self.places.numbered(number));
        if let Some(cluster) = named.filter(|cluster| delegate.cluster != Some(*cluster)) {
            roster::place(step, id, Some(cluster))?;
        }
        self.fill_own(step, row, id)?;
        Ok(Some(Done::Changed))
    }

    fn fill_own(&self, step: &Step<'_>, row: &PlannedRow, delegate: DelegateId) -> Result<()> {
        for (at, value) in &row.own {
            if let Some(column) = self.own.get(*at) {
                own_column::put_one(step, *column, delegate, value.as_ref())?;
            }
        }
        Ok(())
    }

    /// Nothing of a delegate changes; what is sensitive may be new.
    fn stays(&self, step: &Step<'_>, row: &PlannedRow, id: DelegateId) -> Result<Option<Done>> {
        if let Some(delegate) = self.delegates.get(&id).filter(|_| self.is_open) {
            self.keep_sensitive(step, row, delegate.person)?;
        }
        Ok(None)
    }

    fn keep_sensitive(&self, step: &Step<'_>, row: &PlannedRow, person: PersonId) -> Result<()> {
        match self.wishes.keep_sensitive {
            true => person::sensitive::keep(step, person, &row.sensitive),
            false => Ok(()),
        }
    }
}
