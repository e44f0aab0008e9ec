//! What a file brought, told with names and numbers.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::conflicts;
use super::standing::{self, Place, Standing};
use crate::domain::attendance::AttendanceStatus;
use crate::domain::attendance::exchange::{Added, Differing, Received, SittingName, Told};
use crate::domain::cluster::HalfDay;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::Delegate;
use crate::domain::id::{ClusterId, DelegateId, SessionId, SittingId};
use crate::domain::numbering::{is_shown, numbered};
use crate::store::error::Result;
use crate::store::{cluster, delegate, session};
use crate::vietnamese::date;

/// "Sáng 25/9/2026": a sitting that may not be here.
pub(super) fn sitting_words(day: FuzzyDate, half: HalfDay) -> String {
    format!("{} {}", half.printed(), date::short(day))
}

/// What counted before a file was taken in.
pub(super) struct Before(HashMap<Place, Standing>);

impl Before {
    pub(super) fn of(connection: &Connection, cluster: ClusterId) -> Result<Self> {
        Ok(Self(standing::of_cluster(connection, cluster)?))
    }
}

/// Names and numbers of a session.
pub(super) struct Names {
    delegates: HashMap<DelegateId, Delegate>,
    numbers: HashMap<DelegateId, u32>,
    sittings: HashMap<SittingId, SittingName>,
}

impl Names {
    pub(super) fn of(connection: &Connection, id: SessionId) -> Result<Self> {
        let delegates = delegate::of_session(connection, id)?;
        let shown: Vec<Delegate> = delegates.iter().filter(|one| is_shown(one)).cloned().collect();
        let clusters = cluster::ids(connection, id)?;
        let order = session::read(connection, id)?.details.list_order;
        let numbers = numbered(&shown, &clusters, order);
        let numbers = numbers.into_iter().map(|row| (row.delegate.id, row.number)).collect();
        let mut sittings = HashMap::new();
        for cluster in clusters {
            let names = standing::sittings(connection, cluster)?;
            sittings.extend(names.into_iter().map(|(_, name)| (name.id, name)));
        }
        let delegates = delegates.into_iter().map(|one| (one.id, one)).collect();
        Ok(Self { delegates, numbers, sittings })
    }

    pub(super) fn told(&self, (delegate, sitting): Place, status: AttendanceStatus) -> Option<Told> {
        Some(Told {
            stt: self.numbers.get(&delegate).copied(),
            delegate,
            name: self.name(delegate)?,
            sitting: *self.sittings.get(&sitting)?,
            status,
        })
    }

    pub(super) fn name(&self, delegate: DelegateId) -> Option<String> {
        self.delegates.get(&delegate).map(|one| one.details.full_name.clone())
    }

    fn added(&self, id: DelegateId) -> Option<Added> {
        let one = self.delegates.get(&id)?;
        let place = [one.details.position.as_deref(), one.details.unit.as_deref()];
        Some(Added {
            stt: self.numbers.get(&id).copied(),
            delegate: id,
            name: one.details.full_name.clone(),
            place: place.into_iter().flatten().collect::<Vec<_>>().join(", "),
            walk_in: one.walk_in,
            substitute_for: one.substitute_for.and_then(|held| self.name(held)),
        })
    }
}

/// What became of the cluster. `theirs` are the places of which the file says something.
pub(super) fn received(
    connection: &Connection,
    session: SessionId,
    cluster: ClusterId,
    before: &Before,
    theirs: &[Place],
    added: &[DelegateId],
) -> Result<Received> {
    let names = Names::of(connection, session)?;
    let said: HashSet<&Place> = theirs.iter().collect();
    let after = standing::of_cluster(connection, cluster)?;
    let differing: Vec<Differing> = conflicts::list(connection, session, &names)?
        .into_iter()
        .filter(|one| said.contains(&(one.theirs.delegate, one.theirs.sitting.id)))
        .collect();
    let in_conflict: HashSet<Place> =
        differing.iter().map(|one| (one.theirs.delegate, one.theirs.sitting.id)).collect();
    let is_new = |place: &Place, now: &Standing| before.0.get(place).is_none_or(|was| was.mark != now.mark);
    let mut marked: Vec<Told> = after
        .iter()
        .filter(|(place, now)| is_new(place, now))
        .filter_map(|(place, now)| names.told(*place, now.status))
        .collect();
    let mut retracted: Vec<Told> = before
        .0
        .iter()
        .filter(|(place, _)| !after.contains_key(place))
        .filter_map(|(place, was)| names.told(*place, was.status))
        .collect();
    let mut already: Vec<Told> = theirs
        .iter()
        .filter(|place| !in_conflict.contains(place))
        .filter_map(|place| after.get(place).filter(|now| !is_new(place, now)).map(|now| (place, now)))
        .filter_map(|(place, now)| names.told(*place, now.status))
        .collect();
    for told in [&mut marked, &mut retracted, &mut already] {
        told.sort_by_key(order);
    }
    let (_, details) = cluster::read(connection, cluster)?;
    let of = session::read(connection, session)?.details;
    Ok(Received {
        session,
        title: of.title,
        kind: of.kind,
        cluster,
        cluster_name: details.name,
        opened: false,
        marked,
        retracted,
        already,
        conflicts: differing,
        added: added.iter().filter_map(|id| names.added(*id)).collect(),
        updated: 0,
        turned: Vec::new(),
        remarks: Vec::new(),
        changed: false,
    })
}

/// By sitting, then by number.
fn order(told: &Told) -> ((i16, u8, u8), HalfDay, u32, DelegateId) {
    (told.sitting.date.sort_key(), told.sitting.half, told.stt.unwrap_or(u32::MAX), told.delegate)
}
