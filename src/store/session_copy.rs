//! "Tạo từ lớp này": a new session made from an earlier one.

use std::collections::HashMap;

use rusqlite::Connection;

use super::codec::word;
use super::error::Result;
use super::record::Record;
use super::topic::{self, Presents};
use super::transact::Step;
use super::unit::UnitNames;
use super::{cluster, delegate, own_column, person, programme, session};
use crate::domain::calendar::Shift;
use crate::domain::cluster::{Cluster, ClusterDetails, SittingDetails};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::entry;
use crate::domain::id::{ClusterId, PersonId, SessionId};
use crate::domain::person::PersonDetails;
use crate::domain::programme::Programme;
use crate::domain::session::{CopyOf, SessionDetails, SessionState};
use crate::domain::session_copy::{CopyChange, CopyReport, is_over};

/// Makes the new session. What was reported of the old one is not copied, nor its
/// certificates and attendance.
pub(super) fn copy(step: &Step<'_>, source: SessionId, choice: &CopyOf) -> Result<SessionId> {
    let old = session::read(step, source)?.details;
    let (shift, dates) = moved(&old, choice);
    let details = entry::session(details_of_copy(old, choice.title.clone(), dates))?;

    let id = session::edit::create(step, session::organisation(step, source)?, &details)?;
    let guests = if choice.guests { session::guests(step, source)? } else { Vec::new() };
    session::insert_company(
        step,
        id,
        &session::organisers(step, source)?,
        &session::audience(step, source)?,
        &guests,
    )?;

    own_column::copy(step, source, id)?;

    let planned = programme::read(step, source)?;
    if choice.programme {
        copy_topics(step, source, id, &planned)?;
    }
    let mut new_of = HashMap::new();
    if choice.clusters {
        let mut presenters = HashMap::new();
        for old in cluster::of_session(step, source, &mut presenters)? {
            let programme = choice.programme.then_some(&planned);
            new_of.insert(old.id, copy_cluster(step, id, &old, shift, programme)?);
        }
    }
    if choice.delegates {
        let (coming, _) = in_post(step, source, choice)?;
        for (old, now) in coming {
            let cluster = old.cluster.and_then(|cluster| new_of.get(&cluster).copied());
            delegate::insert(step, id, cluster, old.person, &now)?;
        }
    }
    Ok(id)
}

/// What [`copy`] would take over.
pub(super) fn report(connection: &Connection, source: SessionId, choice: &CopyOf) -> Result<CopyReport> {
    let old = session::read(connection, source)?.details;
    let (shift, new_dates) = moved(&old, choice);
    let planned = programme::read(connection, source)?;
    let mut report = CopyReport { old_dates: old.dates, new_dates, ..CopyReport::default() };
    if choice.clusters {
        report.clusters = planned.clusters.len();
        for sitting in planned.clusters.iter().flat_map(|cluster| &cluster.sittings) {
            match shift.and_then(|shift| shift.date(sitting.date)) {
                Some(_) if choice.programme => {
                    report.sittings += 1;
                    report.items += sitting.items.len();
                }
                Some(_) => report.sittings += 1,
                None => report.sittings_left_out += 1,
            }
        }
    }
    if choice.programme {
        report.topics = planned.topics.len();
    }
    if choice.delegates {
        let (coming, gone) = in_post(connection, source, choice)?;
        report.delegates = coming.len();
        report.gone = gone;
        report.changed =
            coming.iter().filter_map(|(old, now)| CopyChange::between(&old.details, now)).collect();
    }
    Ok(report)
}

/// How far dates move, and the dates of the new session.
fn moved(old: &SessionDetails, choice: &CopyOf) -> (Option<Shift>, Option<DateSpan>) {
    let shift = match (old.dates, choice.starts) {
        (Some(dates), Some(starts)) => Shift::between(dates.start(), starts),
        _ => None,
    };
    let dates = old.dates.and_then(|dates| shift.and_then(|shift| shift.span(dates)));
    (shift, dates.or(choice.starts.map(DateSpan::single)))
}

/// The same session to be held again: what was planned, not what came of it.
fn details_of_copy(old: SessionDetails, title: String, dates: Option<DateSpan>) -> SessionDetails {
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

/// Gives the new session the topics of the old one, and who presented each.
fn copy_topics(step: &Step<'_>, source: SessionId, id: SessionId, planned: &Programme) -> Result<()> {
    let Some(curriculum) = planned.curriculum else { return Ok(()) };
    Record::of("session").set("curriculum_id", curriculum.0).update(step, id.0)?;
    let mut by_topic: Vec<_> = topic::presenters(step, source.0)?.by_topic.into_iter().collect();
    by_topic.sort_by_key(|(topic, _)| *topic);
    for (topic, presenters) in by_topic {
        for (ordinal, presenter) in presenters.iter().enumerate() {
            topic::insert_presenter(step, id.0, Presents::Topic(topic), ordinal, presenter)?;
        }
    }
    Ok(())
}

/// Copies a cluster. Its sittings go along only when their new days are known,
/// and what happens in them when it is given.
fn copy_cluster(
    step: &Step<'_>,
    session: SessionId,
    old: &Cluster,
    shift: Option<Shift>,
    planned: Option<&Programme>,
) -> Result<ClusterId> {
    let dates = old.details.dates.and_then(|dates| shift?.span(dates));
    let details = ClusterDetails { dates, actual: None, ..old.details.clone() };
    let units = UnitNames::load(step)?;
    let id = cluster::insert(step, session, old.number, &details, &units)?;
    let mut ordinal = 0;
    for sitting in &old.sittings {
        let Some(date) = shift.and_then(|shift| shift.date(sitting.date)) else { continue };
        let details = SittingDetails { date, programme: Vec::new(), ..sitting.details() };
        let copied = cluster::insert_sitting(step, session, id, ordinal, &details)?;
        if let Some((_, source)) = planned.and_then(|planned| planned.sitting(sitting.id)) {
            programme::copy_into(step, session, source, copied)?;
        }
        ordinal += 1;
    }
    Ok(id)
}

/// A delegate who comes along, and the person as the registry has it now.
type Coming = (Delegate, PersonDetails);

/// Those still on the list and in post, as the registry has them now, and the
/// names of those who are not: their position or their place in the unit has
/// ended by the first day (today, while that is open), or the position they had
/// is gone.
fn in_post(
    connection: &Connection,
    source: SessionId,
    choice: &CopyOf,
) -> Result<(Vec<Coming>, Vec<String>)> {
    let day = match choice.starts {
        Some(day) => day,
        None => today()?,
    };
    let mut listed = delegate::of_session(connection, source)?;
    listed.retain(|delegate| delegate.state == DelegateState::Listed);
    let people: Vec<PersonId> = listed.iter().map(|delegate| delegate.person).collect();
    let now: HashMap<_, _> = person::by_ids(connection, &people)?.into_iter().collect();
    let mut coming = Vec::new();
    let mut gone = Vec::new();
    for old in listed {
        let Some(details) = now.get(&old.person) else { continue };
        let lost = old.details.position.is_some() && details.position.is_none();
        if lost || ended(connection, old.person, day)? {
            gone.push(details.full_name.clone());
        } else {
            coming.push((old, details.clone()));
        }
    }
    Ok((coming, gone))
}

/// Whether the main position or the main unit of a person has ended by a day.
fn ended(connection: &Connection, person: PersonId, day: FuzzyDate) -> Result<bool> {
    let mut query = connection.prepare_cached(
        "SELECT held_until AS until FROM person_position WHERE person_id = ?1 AND is_main = 1
         UNION ALL
         SELECT member_until FROM person_unit WHERE person_id = ?1 AND is_main = 1",
    )?;
    let ends = query.query_map([person.0], |row| word::<FuzzyDate>(row, "until"))?;
    let ends = ends.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(ends.into_iter().flatten().any(|until| is_over(until, day)))
}

fn today() -> Result<FuzzyDate> {
    let today = crate::clock::today();
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    Ok(FuzzyDate::day(today.year(), part(today.month()), part(today.day()))
        .map_err(crate::domain::mistake::Mistake::from)?)
}
