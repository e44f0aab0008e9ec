//! What tells who it was, taken out of the records.

use std::collections::{BTreeSet, HashSet};

use rusqlite::{Connection, named_params};

use super::traces::{CHILDREN, LINES, LINKED, Traces, ids};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::erasure::{ERASED_NAME, Erasure, Wish};
use crate::domain::id::{ClusterId, DelegateId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::numbering::{Lists, name_key};
use crate::domain::person::PersonDetails;
use crate::store::codec::Json;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::{delegate, person, roster, session};

/// A unit in which at least this many of a session stand tells nobody's name.
const CROWD: i64 = 5;

/// Refuses while archives hold one of the sessions they are in.
pub(super) fn refuse_held(connection: &Connection, traces: &Traces) -> Result<()> {
    let mut query = connection.prepare_cached(include_str!("held.sql"))?;
    let session = traces.session.map(|session| session.0);
    let mut held = query.query((Json(&traces.delegates), Json(&traces.people), session))?;
    match held.next()? {
        Some(row) => Err(Mistake::Held { title: row.get("title")?, reason: row.get("hold_reason")? }.into()),
        None => Ok(()),
    }
}

/// Takes out all of it.
pub(super) fn erase(step: &Step<'_>, traces: &Traces, wish: &Wish, report: &mut Erasure) -> Result<()> {
    fix_numbers(step, traces, report)?;
    keep_certificates(step, traces, wish, report)?;
    let crowds = crowds(step, traces)?;
    for row in &traces.delegates {
        erase_delegate(step, traces, &crowds, DelegateId(*row), report)?;
    }
    report.guests = erase_linked(step, traces)?;
    if let Some(session) = traces.session {
        report.scans =
            step.prepare_cached("DELETE FROM signed_scan WHERE session_id = ?1")?.execute([session.0])?;
    }
    for row in &traces.people {
        erase_person(step, *row, report)?;
    }
    report.remembered += step
        .prepare_cached("DELETE FROM import_line WHERE id IN (SELECT value FROM json_each(?1))")?
        .execute([Json(&traces.others.get(LINES))])?;
    Ok(())
}

/// In sessions that ended, nobody's number may change: where it follows the order of names, it is
/// fixed first.
fn fix_numbers(step: &Step<'_>, traces: &Traces, report: &mut Erasure) -> Result<()> {
    let mut lists = BTreeSet::new();
    for row in &traces.delegates {
        let Some((session, one)) = there(step, *row)? else { continue };
        if !session::state(step, session)?.is_open() && one.state == DelegateState::Listed {
            lists.insert((session, one.cluster));
        }
    }
    for (session, cluster) in lists {
        if !is_fixed(step, session, cluster)? {
            roster::fix(step, session, Lists::Of(cluster))?;
            report.lists_fixed += 1;
        }
    }
    Ok(())
}

fn is_fixed(connection: &Connection, session: SessionId, cluster: Option<ClusterId>) -> Result<bool> {
    let mut query = connection.prepare_cached(
        "SELECT 1 FROM delegate WHERE session_id = ?1 AND cluster_id IS ?2 AND fixed_number IS NOT NULL",
    )?;
    Ok(query.exists((session.0, cluster.map(|cluster| cluster.0)))?)
}

/// Who has a number in the register keeps the name there, until it is erased there, too: then all that is printed on the
/// certificate of whom it is, and what corrections said of it.
fn keep_certificates(step: &Step<'_>, traces: &Traces, wish: &Wish, report: &mut Erasure) -> Result<()> {
    let of = Json(&traces.delegates);
    if wish.register {
        step.prepare_cached(
            "DELETE FROM certificate_correction WHERE event_id IN (
                 SELECT event.id FROM certificate_event AS event
                 JOIN certificate ON certificate.id = event.certificate_id
                 WHERE certificate.delegate_id IN (SELECT value FROM json_each(?1)))",
        )?
        .execute([&of])?;
        report.certificates_erased = step
            .prepare_cached(
                "UPDATE certificate
                 SET name = :nobody, honorific = NULL, birth = NULL, position = NULL, unit = NULL, grade = NULL,
                     words = NULL, search_key = '', erased_at = :now, erasure_reason = :reason
                 WHERE delegate_id IN (SELECT value FROM json_each(:delegates)) AND erased_at IS NULL",
            )?
            .execute(named_params! {
                ":nobody": ERASED_NAME,
                ":now": step.now(),
                ":reason": wish.reason,
                ":delegates": of,
            })?;
        return Ok(());
    }
    report.certificates = step
        .prepare_cached(
            "SELECT count(*) FROM certificate JOIN delegate ON delegate.id = certificate.delegate_id
             WHERE delegate_id IN (SELECT value FROM json_each(?1)) AND certificate.erased_at IS NULL
               AND delegate.erased_at IS NULL",
        )?
        .query_row([of], |row| row.get(0))?;
    Ok(())
}

/// A delegate stays to be counted, but for one of an open session of whom nothing is recorded.
fn erase_delegate(
    step: &Step<'_>,
    traces: &Traces,
    crowds: &Crowds,
    id: DelegateId,
    report: &mut Erasure,
) -> Result<()> {
    let Some((session, one)) = there(step, id.0)? else { return Ok(()) };
    if one.erased {
        return Ok(());
    }
    step.prepare_cached("DELETE FROM own_value WHERE delegate_id = ?1")?.execute([id.0])?;
    step.prepare_cached("UPDATE proposal SET speaker = NULL, version = version + 1 WHERE delegate_id = ?1")?
        .execute([id.0])?;
    let is_open = session::state(step, session)?.is_open();
    if is_open && one.fixed_number.is_none() && !roster::has_facts(step, id)? {
        step.prepare_cached("DELETE FROM delegate WHERE id = ?1")?.execute([id.0])?;
        report.taken_off += 1;
        return Ok(());
    }
    report.delegates += 1;
    let details = counted(crowds, session, &one);
    let mut record = person::with_details(Record::of("delegate"), &details, None)
        .set("sort_name", None::<String>)
        .set("position", None::<String>)
        .set("unit", &details.unit)
        .set("erased_at", step.now());
    if !traces.people.contains(&one.person.0) {
        // Whom it was copied from stays in the registry, and would tell who it was.
        record = record.set("person_id", nobody(step)?);
    }
    record.update(step, id.0)?;
    step.prepare_cached("UPDATE completion_decision SET reason = NULL WHERE delegate_id = ?1")?
        .execute([id.0])?;
    Ok(())
}

/// What is left of a delegate, so that counts stay right: the sex, the commune, and the unit where
/// enough others of the session are from there.
fn counted(crowds: &Crowds, session: SessionId, one: &Delegate) -> PersonDetails {
    let is_crowd = |unit: &String| crowds.contains(&(session.0, unit.clone()));
    PersonDetails {
        full_name: ERASED_NAME.to_owned(),
        gender: one.details.gender,
        unit: one.details.unit.clone().filter(|unit| one.details.unit_group.is_none() && is_crowd(unit)),
        unit_group: one.details.unit_group.clone(),
        ..PersonDetails::default()
    }
}

/// Units of sessions in which enough delegates stand.
type Crowds = HashSet<(i64, String)>;

fn crowds(connection: &Connection, traces: &Traces) -> Result<Crowds> {
    let mut query = connection.prepare_cached(
        "SELECT session_id, unit FROM delegate
         WHERE unit IS NOT NULL AND session_id IN (
             SELECT session_id FROM delegate WHERE id IN (SELECT value FROM json_each(?1)))
         GROUP BY session_id, unit HAVING count(*) >= ?2",
    )?;
    let found = query.query_map((Json(&traces.delegates), CROWD), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A delegate, unless only images of it are left.
fn there(connection: &Connection, row: i64) -> Result<Option<(SessionId, Delegate)>> {
    let is_there = connection.prepare_cached("SELECT 1 FROM delegate WHERE id = ?1")?.exists([row])?;
    is_there.then(|| delegate::read(connection, DelegateId(row))).transpose()
}

/// A row of the registry that is nobody, for a delegate to stand on.
fn nobody(step: &Step<'_>) -> Result<i64> {
    shell(Record::of("person").with_uid().set("is_sample", false), step).insert(step)
}

fn shell<'a>(record: Record<'a>, step: &'a Step<'_>) -> Record<'a> {
    record
        .set("full_name", ERASED_NAME)
        .set("fold_name", "")
        .set("name_key", name_key(None, &PersonDetails::default()))
        .set("search_key", "")
        .set("erased_at", step.now())
}

/// Guests and presenters that are linked with them. Answers how many.
fn erase_linked(step: &Step<'_>, traces: &Traces) -> Result<usize> {
    let mut count = 0;
    for table in LINKED {
        let found = ids(
            step,
            &format!("SELECT id FROM {table} WHERE person_id IN (SELECT value FROM json_each(?1))"),
            [Json(&traces.people)],
        )?;
        count += found.len();
        let (aside, version) = match table {
            "guest" => (", honorific = NULL, part = NULL", ", version = version + 1"),
            _ => ("", ""),
        };
        let sql = format!(
            "UPDATE {table} SET person_id = NULL, name = ?2, titles = '[]'{aside}{version} WHERE id = ?1"
        );
        for row in found {
            step.prepare_cached(&sql)?.execute((row, ERASED_NAME))?;
        }
    }
    Ok(count)
}

/// The person goes, or is nobody while delegates stand on it.
fn erase_person(step: &Step<'_>, row: i64, report: &mut Erasure) -> Result<()> {
    for table in CHILDREN {
        step.prepare_cached(&format!("DELETE FROM {table} WHERE person_id = ?1"))?.execute([row])?;
    }
    let is_needed = step.prepare_cached("SELECT 1 FROM delegate WHERE person_id = ?1")?.exists([row])?;
    let is_there =
        step.prepare_cached("SELECT 1 FROM person WHERE id = ?1 AND erased_at IS NULL")?.exists([row])?;
    report.people += usize::from(is_there);
    if is_there && is_needed {
        shell(Record::of("person"), step)
            .set("sort_name", None::<String>)
            .set("gender", None::<String>)
            .set("birth", None::<String>)
            .set("phone", None::<String>)
            .set("state_paid", None::<bool>)
            .set("note", None::<String>)
            .update(step, row)?;
    } else if !is_needed {
        step.prepare_cached("DELETE FROM person WHERE id = ?1")?.execute([row])?;
    }
    Ok(())
}
