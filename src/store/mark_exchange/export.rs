//! What goes out: the package of a cluster, and what is written into its form.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, Row};

use super::home;
use super::notices;
use super::standing;
use crate::domain::attendance::exchange::ExchangeMistake;
use crate::domain::attendance::form::{BLANK_ROWS, FormContent, FormRow, FormSitting};
use crate::domain::attendance::package::{
    MarkPackage, PackedCluster, PackedDelegate, PackedEntry, PackedEvent, PackedMark, PackedSession,
    PackedSitting,
};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{ClusterId, DelegateId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::numbering::numbered;
use crate::store::attendance;
use crate::store::codec::{needed_word, word};
use crate::store::error::Result;
use crate::store::roster;
use crate::store::{delegate, session};

/// The attendance of a cluster, as of one moment.
pub(in crate::store) fn package(
    connection: &mut Connection,
    session: SessionId,
    cluster: ClusterId,
) -> Result<MarkPackage> {
    let connection = connection.transaction()?;
    let packed = packed_session(&connection, session)?;
    let from_home = !home::is_elsewhere(&connection, &packed.uid)?;
    let mut package = MarkPackage::new(packed, packed_cluster(&connection, session, cluster)?, from_home);
    package.sittings = sittings(&connection, cluster)?;
    let delegates = delegate::of_session(&connection, session)?;
    let uids = uids(&connection, session)?;
    package.entries = entries(&connection, cluster)?;
    package.notices = notices::of_cluster(&connection, cluster)?;
    let substitutes: HashSet<&str> = package
        .entries
        .iter()
        .flat_map(|entry| &entry.marks)
        .filter_map(|mark| mark.substitute.as_deref())
        .chain(package.notices.iter().filter_map(|notice| notice.substitute.as_deref()))
        .collect();
    package.delegates = packed_delegates(cluster, &delegates, &uids, &substitutes);
    package.events = events(&connection, cluster)?;
    Ok(package)
}

/// What a form of a cluster says before anything is filled in.
pub(in crate::store) fn form(
    connection: &mut Connection,
    session: SessionId,
    cluster: ClusterId,
) -> Result<FormContent> {
    let connection = connection.transaction()?;
    let packed = packed_session(&connection, session)?;
    let of = packed_cluster(&connection, session, cluster)?;
    let mut open = Vec::new();
    for (uid, name) in standing::sittings(&connection, cluster)? {
        if !attendance::is_closed(&connection, name.id)? {
            open.push(FormSitting { uid, date: name.date, half: name.half });
        }
    }
    if open.is_empty() {
        return Err(ExchangeMistake::NoOpenSitting.into());
    }
    let uids = uids(&connection, session)?;
    let shown = roster::in_order(&connection, session)?;
    let order = session::read(&connection, session)?.details.list_order;
    let listed = numbered(&shown, &[cluster], order)
        .into_iter()
        .filter(|row| row.delegate.cluster == Some(cluster) && row.delegate.state == DelegateState::Listed);
    let rows = listed.map(|row| {
        let details = &row.delegate.details;
        FormRow {
            uid: uids.get(&row.delegate.id).map(|(uid, _)| uid.clone()).unwrap_or_default(),
            stt: row.number,
            name: details.full_name.clone(),
            position: details.position.clone().unwrap_or_default(),
            unit: details.unit.clone().unwrap_or_default(),
        }
    });
    let place = of.venue.map(|venue| format!("{} – {venue}", of.name)).unwrap_or(of.name);
    Ok(FormContent {
        session: packed.uid,
        cluster: of.uid,
        form: crate::clock::new_uid(),
        title: packed.title,
        kind: packed.kind,
        cluster_name: place,
        sittings: open,
        rows: rows.collect(),
        blank: (0..BLANK_ROWS).map(|_| crate::clock::new_uid()).collect(),
    })
}

fn packed_session(connection: &Connection, id: SessionId) -> Result<PackedSession> {
    let details = session::read(connection, id)?.details;
    let uid = connection.query_row("SELECT uid FROM session WHERE id = ?1", [id.0], |row| row.get(0))?;
    Ok(PackedSession {
        uid,
        title: details.title,
        kind: details.kind,
        form: details.form,
        dates: details.dates,
        venue: details.venue,
        order: details.list_order,
    })
}

fn packed_cluster(connection: &Connection, session: SessionId, id: ClusterId) -> Result<PackedCluster> {
    let sql = "SELECT uid, number, name, venue, dates FROM cluster WHERE id = ?1 AND session_id = ?2";
    let found = connection.query_row(sql, (id.0, session.0), |row| {
        Ok(PackedCluster {
            uid: row.get("uid")?,
            number: row.get("number")?,
            name: row.get("name")?,
            venue: row.get("venue")?,
            dates: word(row, "dates")?,
        })
    });
    Ok(found.optional()?.ok_or(Mistake::UnknownCluster)?)
}

fn sittings(connection: &Connection, cluster: ClusterId) -> Result<Vec<PackedSitting>> {
    let mut query = connection.prepare_cached(
        "SELECT uid, date, half, starts, ends FROM sitting WHERE cluster_id = ?1 ORDER BY ordinal, id",
    )?;
    let sittings = query.query_map([cluster.0], |row| {
        Ok(PackedSitting {
            uid: row.get("uid")?,
            date: needed_word(row, "date")?,
            half: needed_word(row, "half")?,
            starts: row.get("starts")?,
            ends: row.get("ends")?,
        })
    })?;
    Ok(sittings.collect::<rusqlite::Result<_>>()?)
}

/// The identities of the delegates of a session and of their people.
fn uids(connection: &Connection, session: SessionId) -> Result<HashMap<DelegateId, (String, String)>> {
    let mut query = connection.prepare_cached(
        "SELECT delegate.id, delegate.uid, person.uid FROM delegate
         JOIN person ON person.id = delegate.person_id WHERE delegate.session_id = ?1",
    )?;
    let uids =
        query.query_map([session.0], |row| Ok((DelegateId(row.get(0)?), (row.get(1)?, row.get(2)?))))?;
    Ok(uids.collect::<rusqlite::Result<_>>()?)
}

/// Those of the cluster, and who else sat there for one of them.
fn packed_delegates(
    cluster: ClusterId,
    delegates: &[Delegate],
    uids: &HashMap<DelegateId, (String, String)>,
    substitutes: &HashSet<&str>,
) -> Vec<PackedDelegate> {
    let goes = |one: &Delegate| {
        let sat_there = uids.get(&one.id).is_some_and(|(uid, _)| substitutes.contains(uid.as_str()));
        one.cluster == Some(cluster) || sat_there
    };
    let mut going: HashSet<DelegateId> = delegates.iter().filter(|one| goes(one)).map(|one| one.id).collect();
    // With whoever was sent goes the one they were sent for.
    let held = delegates.iter().filter(|one| going.contains(&one.id)).filter_map(|one| one.substitute_for);
    going.extend(held.collect::<Vec<_>>());
    let packed = delegates.iter().filter(|one| going.contains(&one.id)).filter_map(|one| {
        let (uid, person) = uids.get(&one.id)?.clone();
        Some(PackedDelegate {
            uid,
            person,
            row: one.id.0,
            here: one.cluster == Some(cluster),
            state: one.state,
            number: one.fixed_number,
            supplementary: one.supplementary,
            walk_in: one.walk_in,
            substitute_for: one.substitute_for.and_then(|held| uids.get(&held)).map(|(uid, _)| uid.clone()),
            sort_name: one.sort_name.clone(),
            details: one.details.clone(),
        })
    });
    packed.collect()
}

/// What was marked of the cluster's delegates at its sittings, with what takes it back.
fn entries(connection: &Connection, cluster: ClusterId) -> Result<Vec<PackedEntry>> {
    let mut marks = marks(connection, cluster)?;
    let mut query = connection.prepare_cached(
        "SELECT entry.id, entry.uid, entry.at, entry.way, entry.page_code, entry.device, entry.machine,
             entry.retracts, retracted.uid AS retracts_uid
         FROM mark_entry AS entry LEFT JOIN mark_entry AS retracted ON retracted.id = entry.retracts
         WHERE entry.session_id = (SELECT session_id FROM cluster WHERE id = ?1) ORDER BY entry.id",
    )?;
    let mut rows = query.query([cluster.0])?;
    let (mut entries, mut going) = (Vec::new(), HashSet::new());
    while let Some(row) = rows.next()? {
        let id: i64 = row.get("id")?;
        let goes = match row.get::<_, Option<i64>>("retracts")? {
            Some(retracted) => going.contains(&retracted),
            None => marks.contains_key(&id),
        };
        if goes {
            going.insert(id);
            entries.push(entry(row, marks.remove(&id).unwrap_or_default())?);
        }
    }
    Ok(entries)
}

fn entry(row: &Row<'_>, marks: Vec<PackedMark>) -> Result<PackedEntry> {
    Ok(PackedEntry {
        uid: row.get("uid")?,
        at: row.get("at")?,
        way: needed_word(row, "way")?,
        page: row.get("page_code")?,
        device: row.get("device")?,
        machine: row.get("machine")?,
        retracts: row.get("retracts_uid")?,
        marks,
    })
}

/// The marks of the cluster's delegates at its sittings, by entry.
fn marks(connection: &Connection, cluster: ClusterId) -> Result<HashMap<i64, Vec<PackedMark>>> {
    let mut query = connection.prepare_cached(
        "SELECT mark.entry_id, mark.uid, delegate.uid AS delegate, sitting.uid AS sitting, mark.status,
             substitute.uid AS substitute, mark.note, replaced.uid AS replaces,
             attendance.mark_id IS NOT NULL AS counts
         FROM attendance_mark AS mark
         JOIN sitting ON sitting.id = mark.sitting_id
         JOIN delegate ON delegate.id = mark.delegate_id AND delegate.cluster_id = sitting.cluster_id
         LEFT JOIN delegate AS substitute ON substitute.id = mark.substitute_id
         LEFT JOIN attendance_mark AS replaced ON replaced.id = mark.replaces
         LEFT JOIN attendance ON attendance.mark_id = mark.id
         WHERE sitting.cluster_id = ?1 ORDER BY mark.id",
    )?;
    let mut rows = query.query([cluster.0])?;
    let mut marks: HashMap<i64, Vec<PackedMark>> = HashMap::new();
    while let Some(row) = rows.next()? {
        marks.entry(row.get("entry_id")?).or_default().push(PackedMark {
            uid: row.get("uid")?,
            delegate: row.get("delegate")?,
            sitting: row.get("sitting")?,
            status: needed_word(row, "status")?,
            substitute: row.get("substitute")?,
            note: row.get("note")?,
            replaces: row.get("replaces")?,
            counts: row.get("counts")?,
        });
    }
    Ok(marks)
}

fn events(connection: &Connection, cluster: ClusterId) -> Result<Vec<PackedEvent>> {
    let mut query = connection.prepare_cached(
        "SELECT event.uid, sitting.uid AS sitting, event.kind, event.at, event.reason, event.device
         FROM sitting_event AS event JOIN sitting ON sitting.id = event.sitting_id
         WHERE sitting.cluster_id = ?1 ORDER BY event.id",
    )?;
    let events = query.query_map([cluster.0], |row| {
        Ok(PackedEvent {
            uid: row.get("uid")?,
            sitting: row.get("sitting")?,
            closed: row.get::<_, String>("kind")? == "closed",
            at: row.get("at")?,
            reason: row.get("reason")?,
            device: row.get("device")?,
        })
    })?;
    Ok(events.collect::<rusqlite::Result<_>>()?)
}
