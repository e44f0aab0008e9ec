//! "Tạo từ lớp này": a new session made from an earlier one.

use std::collections::HashMap;

use super::error::Result;
use super::record::Record;
use super::topic::{self, Presents};
use super::transact::Step;
use super::unit::UnitNames;
use super::{cluster, delegate, person, session};
use crate::domain::calendar::Shift;
use crate::domain::cluster::{Cluster, ClusterDetails, SittingDetails};
use crate::domain::date::DateSpan;
use crate::domain::delegate::DelegateState;
use crate::domain::entry;
use crate::domain::id::{ClusterId, OrganisationId, PersonId, SessionId};
use crate::domain::session::{CopyOf, SessionDetails, SessionState};

/// Makes the new session. What was reported of the old one is not copied, nor its
/// certificates and attendance.
pub(super) fn copy(step: &Step<'_>, source: SessionId, choice: &CopyOf) -> Result<SessionId> {
    let old = session::read(step, source)?.details;
    let shift = match (old.dates, choice.starts) {
        (Some(dates), Some(starts)) => Shift::between(dates.start(), starts),
        _ => None,
    };
    let moved = |dates: DateSpan| shift.and_then(|shift| shift.span(dates));
    let dates = old.dates.and_then(moved).or(choice.starts.map(DateSpan::single));
    let details = entry::session(again(old, choice.title.clone(), dates))?;

    let (organisation, curriculum): (Option<i64>, Option<i64>) = step.query_row(
        "SELECT organisation_id, curriculum_id FROM session WHERE id = ?1",
        [source.0],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let id = session::edit::create(step, organisation.map(OrganisationId), &details)?;
    let guests = if choice.guests { session::guests(step, source)? } else { Vec::new() };
    session::insert_company(
        step,
        id,
        &session::organisers(step, source)?,
        &session::audience(step, source)?,
        &guests,
    )?;

    let mut presenters = topic::presenters(step, source.0)?;
    let mut new_of = HashMap::new();
    if choice.clusters {
        for old in cluster::of_session(step, source, &mut presenters.by_item)? {
            new_of.insert(old.id, copy_cluster(step, id, &old, shift, choice.programme)?);
        }
    }
    if choice.programme
        && let Some(curriculum) = curriculum
    {
        Record::of("session").set("curriculum_id", curriculum).update(step, id.0)?;
        let mut by_topic: Vec<_> = presenters.by_topic.into_iter().collect();
        by_topic.sort_by_key(|(topic, _)| *topic);
        for (topic, presenters) in by_topic {
            for (ordinal, presenter) in presenters.iter().enumerate() {
                topic::insert_presenter(step, id.0, Presents::Topic(topic), ordinal, presenter)?;
            }
        }
    }
    if choice.delegates {
        copy_delegates(step, source, id, &new_of)?;
    }
    Ok(id)
}

/// The same session to be held again: what was planned, not what came of it.
fn again(old: SessionDetails, title: String, dates: Option<DateSpan>) -> SessionDetails {
    SessionDetails {
        title,
        dates,
        state: SessionState::Preparing,
        title_in_text: None,
        time_note: None,
        difficulties: None,
        closing: None,
        outcome: None,
        plan_number: None,
        decision_number: None,
        news: None,
        sample_note: None,
        ..old
    }
}

/// Copies a cluster. Its sittings go along only when their new days are known.
fn copy_cluster(
    step: &Step<'_>,
    session: SessionId,
    old: &Cluster,
    shift: Option<Shift>,
    with_programme: bool,
) -> Result<ClusterId> {
    let dates = old.details.dates.and_then(|dates| shift?.span(dates));
    let details = ClusterDetails { dates, actual: None, ..old.details.clone() };
    let units = UnitNames::load(step)?;
    let id = cluster::insert(step, session, old.number, &details, &units)?;
    let mut ordinal = 0;
    for sitting in &old.sittings {
        let Some(date) = shift.and_then(|shift| shift.date(sitting.details.date)) else { continue };
        let programme = if with_programme { sitting.details.programme.clone() } else { Vec::new() };
        let sitting = SittingDetails { date, programme, ..sitting.details.clone() };
        cluster::insert_sitting(step, session, id, ordinal, &sitting)?;
        ordinal += 1;
    }
    Ok(id)
}

/// Copies those still on the list, as the registry has them now, into the
/// clusters that were copied.
fn copy_delegates(
    step: &Step<'_>,
    source: SessionId,
    session: SessionId,
    new_of: &HashMap<ClusterId, ClusterId>,
) -> Result<()> {
    let mut listed = delegate::of_session(step, source)?;
    listed.retain(|delegate| delegate.state == DelegateState::Listed);
    let people: Vec<PersonId> = listed.iter().map(|delegate| delegate.person).collect();
    let now: HashMap<_, _> = person::by_ids(step, &people)?.into_iter().collect();
    for old in &listed {
        let cluster = old.cluster.and_then(|cluster| new_of.get(&cluster).copied());
        let details = now.get(&old.person).unwrap_or(&old.details);
        delegate::insert(step, session, cluster, old.person, details)?;
    }
    Ok(())
}
