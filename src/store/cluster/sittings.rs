//! Sittings added, changed, deleted, and made from dates.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use super::{read, sittings};
use crate::domain::calendar;
use crate::domain::cluster::{HalfDay, Sitting, SittingDetails};
use crate::domain::id::{ClusterId, SessionId, SittingId};
use crate::domain::mistake::Mistake;
use crate::domain::programme::{ClockTime, ProgrammeItem};
use crate::store::attendance;
use crate::store::codec::Word;
use crate::store::error::Result;
use crate::store::programme;
use crate::store::record::Record;
use crate::store::session;
use crate::store::topic;
use crate::store::transact::Step;

/// Sittings are made for so many days at most: more is a wrong month or year.
const MOST_DAYS: usize = 31;

/// Adds a sitting with its programme.
pub(in crate::store) fn insert_sitting(
    step: &Step<'_>,
    session: SessionId,
    cluster: ClusterId,
    ordinal: usize,
    sitting: &SittingDetails,
) -> Result<SittingId> {
    let id = Record::of("sitting")
        .with_uid()
        .set("cluster_id", cluster.0)
        .set("date", Word(sitting.date))
        .set("half", Word(sitting.half))
        .set("starts", &sitting.starts)
        .set("ends", &sitting.ends)
        .set("ordinal", ordinal)
        .insert(step)?;
    insert_programme(step, session, SittingId(id), &sitting.programme)?;
    Ok(SittingId(id))
}

fn insert_programme(
    step: &Step<'_>,
    session: SessionId,
    sitting: SittingId,
    entered: &[ProgrammeItem],
) -> Result<()> {
    let items = entered.iter().map(|item| {
        let topic = programme::topic_titled(step, session, item)?;
        Ok(programme::NewItem { topic, details: item.clone() })
    });
    let items = items.collect::<Result<Vec<_>>>()?;
    programme::add(step, sitting, 0, &items).map(drop)
}

/// Adds a sitting at its place in time.
pub(in crate::store) fn add(
    step: &Step<'_>,
    cluster: ClusterId,
    details: &SittingDetails,
) -> Result<SittingId> {
    let (session, _) = read(step, cluster)?;
    let id = insert_sitting(step, session, cluster, last_place(step, cluster)?, details)?;
    sort(step, session, cluster)?;
    Ok(id)
}

/// What a sitting says, its programme included.
pub(in crate::store) fn details(connection: &Connection, id: SittingId) -> Result<SittingDetails> {
    let cluster = cluster_of(connection, id)?;
    let (session, _) = read(connection, cluster)?;
    let found = of_cluster(connection, session, cluster)?.into_iter().find(|sitting| sitting.id == id);
    Ok(found.ok_or(Mistake::UnknownSitting)?.details())
}

/// Replaces what a sitting says, where it differs, its programme included.
pub(in crate::store) fn edit(step: &Step<'_>, id: SittingId, wanted: &SittingDetails) -> Result<()> {
    let cluster = cluster_of(step, id)?;
    let (session, _) = read(step, cluster)?;
    let current = details(step, id)?;
    if current == *wanted {
        return Ok(());
    }
    let without_programme =
        |details: &SittingDetails| SittingDetails { programme: Vec::new(), ..details.clone() };
    if without_programme(&current) != without_programme(wanted) {
        Record::of("sitting")
            .set("date", Word(wanted.date))
            .set("half", Word(wanted.half))
            .set("starts", &wanted.starts)
            .set("ends", &wanted.ends)
            .update(step, id.0)?;
        sort(step, session, cluster)?;
    }
    if current.programme != wanted.programme {
        step.execute("DELETE FROM programme_item WHERE sitting_id = ?1", [id.0])?;
        insert_programme(step, session, id, &wanted.programme)?;
    }
    Ok(())
}

/// Deletes a sitting with its programme. Refused when attendance was marked at it.
pub(in crate::store) fn delete(step: &Step<'_>, id: SittingId) -> Result<()> {
    attendance::refuse_marked(step, attendance::Of::Sitting(id))?;
    match step.execute("DELETE FROM sitting WHERE id = ?1", [id.0])? {
        1 => Ok(()),
        _ => Err(Mistake::UnknownSitting.into()),
    }
}

/// Makes the sittings of these clusters from their days, or from the session's
/// where a cluster has none: "3 ngày, sáng và chiều". Sittings that are there
/// already stay. Returns how many were added.
pub(in crate::store) fn make(step: &Step<'_>, clusters: &[ClusterId], halves: &[HalfDay]) -> Result<usize> {
    let mut added = 0;
    for &cluster in clusters {
        let (session, details) = read(step, cluster)?;
        let dates = match details.dates {
            Some(dates) => Some(dates),
            None => session::read(step, session)?.details.dates,
        };
        let days = dates
            .and_then(|dates| calendar::days(dates, MOST_DAYS))
            .ok_or_else(|| Mistake::NoDays(details.name.clone()))?;
        if days.len() > MOST_DAYS {
            return Err(Mistake::TooManyDays { cluster: details.name, most: MOST_DAYS }.into());
        }
        let there = of_cluster(step, session, cluster)?;
        let mut place = there.len();
        for date in days {
            for &half in halves {
                if there.iter().any(|one| one.half_day() == (date, half)) {
                    continue;
                }
                let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
                insert_sitting(step, session, cluster, place, &sitting)?;
                place += 1;
                added += 1;
            }
        }
        sort(step, session, cluster)?;
    }
    Ok(added)
}

/// The cluster of a sitting.
pub(in crate::store) fn cluster_of(connection: &Connection, id: SittingId) -> Result<ClusterId> {
    let sql = "SELECT cluster_id FROM sitting WHERE id = ?1";
    let cluster = connection.query_row(sql, [id.0], |row| row.get(0)).optional()?;
    Ok(ClusterId(cluster.ok_or(Mistake::UnknownSitting)?))
}

/// The sittings of a cluster in order of time.
pub(super) fn of_cluster(
    connection: &Connection,
    session: SessionId,
    cluster: ClusterId,
) -> Result<Vec<Sitting>> {
    sittings(connection, cluster, &mut topic::presenters(connection, session.0)?.by_item)
}

fn last_place(connection: &Connection, cluster: ClusterId) -> Result<usize> {
    let sql = "SELECT count(*) FROM sitting WHERE cluster_id = ?1";
    Ok(connection.query_row(sql, [cluster.0], |row| row.get(0))?)
}

/// Puts the sittings of a cluster in order of time.
pub(in crate::store) fn sort(step: &Step<'_>, session: SessionId, cluster: ClusterId) -> Result<()> {
    let mut current = step.prepare_cached("SELECT id, ordinal FROM sitting WHERE cluster_id = ?1")?;
    let current: HashMap<i64, usize> = current
        .query_map([cluster.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut sittings = of_cluster(step, session, cluster)?;
    sittings.sort_by_key(time);
    for (ordinal, sitting) in sittings.iter().enumerate() {
        if current.get(&sitting.id.0) != Some(&ordinal) {
            Record::of("sitting").set("ordinal", ordinal).update(step, sitting.id.0)?;
        }
    }
    Ok(())
}

/// When a sitting is; a start that is not known comes first in its half-day.
fn time(sitting: &Sitting) -> ((i16, u8, u8), HalfDay, Option<ClockTime>) {
    (sitting.date.sort_key(), sitting.half, sitting.starts)
}
