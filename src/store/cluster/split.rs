//! A cluster parted in two, and two clusters made one.
//!
//! **Split.** The new cluster stands right after the old one. Whole communes go
//! over so that both lists are as equal as can be, and the units served go with
//! them. It meets on the same days, and its sittings are copied with their
//! programme; its hall, seats and person in charge are still to be found. The
//! number expected is halved.
//!
//! **Merge.** The delegates and units of the one go to the other, which keeps its
//! name, its place and what it says of hall, seats and person in charge; what it
//! leaves open is taken from the one that goes. Days reach from the first to the
//! last of both; numbers expected and counted are added up. Sittings come along,
//! but for those at the same time as one that is there, unless attendance is
//! recorded in them.
//!
//! Neither is done to a list that is fixed: its numbers would change.

use rusqlite::Connection;

use super::edit::{default_name, reorder, update};
use super::{ids, insert, insert_sitting, read, sittings};
use crate::domain::cluster::ClusterDetails;
use crate::domain::date::DateSpan;
use crate::domain::delegate::Delegate;
use crate::domain::division::halve;
use crate::domain::id::{ClusterId, SessionId};
use crate::domain::mistake::Mistake;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::unit::UnitNames;
use crate::store::{completion, delegate, roster, session, topic};
use crate::vietnamese::fold;

/// Parts a cluster in two; the new one.
pub(in crate::store) fn split(step: &Step<'_>, id: ClusterId) -> Result<ClusterId> {
    let (session, details) = read(step, id)?;
    let delegates = delegate::of_session(step, session)?;
    refuse_fixed(&delegates, &[id])?;
    let clusters = super::of_session(step, session, &mut topic::presenters(step, session.0)?.by_item)?;
    let cluster = clusters.iter().find(|one| one.id == id).ok_or(Mistake::UnknownCluster)?;
    let half = halve(&delegates, cluster);
    let units = UnitNames::load(step)?;

    let new = ClusterDetails {
        name: default_name(super::next_number(step, session)?, session::read(step, session)?.details.form),
        dates: details.dates,
        expected: details.expected.map(|count| count / 2),
        serves: half.serves.clone(),
        ..ClusterDetails::default()
    };
    let stays = ClusterDetails {
        expected: details.expected.map(|count| count - count / 2),
        serves: details.serves.iter().filter(|unit| !half.serves.contains(unit)).cloned().collect(),
        ..details.clone()
    };
    update(step, id, &details, &stays, &units)?;
    let added = insert(step, session, super::next_number(step, session)?, &new, &units)?;
    for (ordinal, sitting) in cluster.sittings.iter().enumerate() {
        let copied = insert_sitting(step, session, added, ordinal, &sitting.details())?;
        completion::require_like(step, sitting.id, copied)?;
    }
    for delegate in half.delegates {
        roster::place(step, delegate, Some(added))?;
    }
    let mut order: Vec<ClusterId> = ids(step, session)?.into_iter().filter(|one| *one != added).collect();
    let after = order.iter().position(|one| *one == id).map_or(order.len(), |at| at + 1);
    order.insert(after, added);
    reorder(step, session, &order)?;
    roster::settle_numbers(step, session)?;
    Ok(added)
}

/// Puts a cluster into another of the same session, and takes it away.
pub(in crate::store) fn merge(step: &Step<'_>, into: ClusterId, from: ClusterId) -> Result<()> {
    let (session, kept) = read(step, into)?;
    let (other, gone) = read(step, from)?;
    if other != session || into == from {
        return Err(Mistake::NotAnotherCluster.into());
    }
    refuse_fixed(&delegate::of_session(step, session)?, &[into, from])?;
    update(step, into, &kept, &merged(&kept, &gone), &UnitNames::load(step)?)?;
    step.execute(
        "UPDATE delegate SET cluster_id = ?1, version = version + 1 WHERE cluster_id = ?2",
        [into.0, from.0],
    )?;
    move_sittings(step, session, into, from)?;
    step.execute("DELETE FROM cluster WHERE id = ?1", [from.0])?;
    reorder(step, session, &ids(step, session)?)?;
    roster::settle_numbers(step, session)
}

/// What both say together.
fn merged(kept: &ClusterDetails, gone: &ClusterDetails) -> ClusterDetails {
    let keys: Vec<String> = kept.serves.iter().map(|unit| fold::compare_key(unit)).collect();
    let more = gone.serves.iter().filter(|unit| !keys.contains(&fold::compare_key(unit)));
    let sum = |one: Option<u32>, other: Option<u32>| match (one, other) {
        (Some(one), Some(other)) => Some(one.saturating_add(other)),
        (one, other) => one.or(other),
    };
    ClusterDetails {
        name: kept.name.clone(),
        venue: kept.venue.clone().or_else(|| gone.venue.clone()),
        capacity: kept.capacity.or(gone.capacity),
        dates: both(kept.dates, gone.dates),
        serves: kept.serves.iter().chain(more).cloned().collect(),
        lead: kept.lead.clone().or_else(|| gone.lead.clone()),
        expected: sum(kept.expected, gone.expected),
        actual: sum(kept.actual, gone.actual),
    }
}

/// From the first day of both to the last.
fn both(one: Option<DateSpan>, other: Option<DateSpan>) -> Option<DateSpan> {
    let (Some(a), Some(b)) = (one, other) else { return one.or(other) };
    let start = if b.start().sort_key() < a.start().sort_key() { b.start() } else { a.start() };
    let end = if b.end().sort_key() > a.end().sort_key() { b.end() } else { a.end() };
    DateSpan::new(start, end).ok().or(one)
}

fn move_sittings(step: &Step<'_>, session: SessionId, into: ClusterId, from: ClusterId) -> Result<()> {
    let there = sittings::of_cluster(step, session, into)?;
    let mut place = there.len();
    for sitting in sittings::of_cluster(step, session, from)? {
        let same = there.iter().any(|one| one.half_day() == sitting.half_day());
        if same && !has_marks(step, sitting.id.0)? {
            // It goes with its cluster.
            continue;
        }
        Record::of("sitting").set("cluster_id", into.0).set("ordinal", place).update(step, sitting.id.0)?;
        place += 1;
    }
    sittings::sort(step, session, into)
}

fn has_marks(connection: &Connection, sitting: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM attendance_mark WHERE sitting_id = ?1)";
    Ok(connection.query_row(sql, [sitting], |row| row.get(0))?)
}

fn refuse_fixed(delegates: &[Delegate], clusters: &[ClusterId]) -> Result<()> {
    let fixed = |one: &Delegate| {
        one.fixed_number.is_some() && one.cluster.is_some_and(|cluster| clusters.contains(&cluster))
    };
    match delegates.iter().any(fixed) {
        true => Err(Mistake::ListFixed.into()),
        false => Ok(()),
    }
}
