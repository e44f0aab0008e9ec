//! Attendance: entries of marks, facts that are only ever added to; which mark counts; sittings closed and opened.

mod arrivals;
pub(super) mod notices;
pub(super) mod scans;
pub(in crate::store) mod told;
pub(super) mod turnout;

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension};

use super::codec::{Word, needed_word};
use super::error::{Result, StoreError};
use super::receipt;
use super::record::Record;
use super::transact::Step;
use crate::domain::attendance::arrival::Reach;
use crate::domain::attendance::notice::{Notice, Span};
use crate::domain::attendance::{Attendance, Entered, MadeOn, Mark, NewEntry, NewMark, Way};
use crate::domain::delegate::DelegateState;
use crate::domain::id::{ClusterId, DelegateId, EntryId, MarkId, SessionId, SittingId};
use crate::domain::mistake::Mistake;

/// Writes an entry with its marks; who came and is no delegate yet is made one first. What stands there already is left as it is and told; where all of it does, nothing is
/// written. Refused as a whole where one mark cannot be made.
pub(super) fn append(step: &Step<'_>, entry: &NewEntry) -> Result<Entered> {
    let mut entered = Entered::default();
    let arrived = arrivals::make(step, entry.session, &entry.arrivals)?;
    let mut seen = HashSet::with_capacity(entry.marks.len() + arrived.len());
    for mark in entry.marks.iter().chain(&arrived) {
        if !seen.insert((mark.delegate, mark.sitting)) {
            return Err(StoreError::Internal("two marks of one delegate at one sitting".to_owned()));
        }
        let name = may_be_marked(step, entry.session, mark)?;
        match mark.substitute {
            Some(substitute) if substitute == mark.delegate => {
                return Err(Mistake::OwnSubstitute(name).into());
            }
            Some(substitute) => refuse_foreign(step, entry.session, substitute)?,
            None => {}
        }
        match counting(step, mark.delegate, mark.sitting)? {
            Some(known) if says_the_same(&known, mark) => entered.already.push(known),
            _ => entered.marked.push(mark.clone()),
        }
    }
    if entered.marked.is_empty() {
        return Ok(entered);
    }
    let id = insert_entry(
        step,
        &Entry {
            session: entry.session,
            way: entry.way,
            page: entry.page.as_deref(),
            made_on: &entry.made_on,
            retracts: None,
        },
    )?;
    for mark in &entered.marked {
        insert_mark(step, id, mark)?;
        if let Some(substitute) = mark.substitute.filter(|_| entry.reach != Reach::Sitting) {
            let span = Span::from(mark.sitting, entry.reach);
            let notice = Notice { delegate: mark.delegate, span, reason: None, substitute: Some(substitute) };
            notices::set(step, &notice)?;
        }
    }
    entered.entry = Some(id);
    Ok(entered)
}

fn says_the_same(known: &Mark, mark: &NewMark) -> bool {
    known.status == mark.status
        && known.substitute == mark.substitute
        && (mark.note.is_none() || known.note == mark.note)
}

/// The name of a delegate who can be marked at a sitting; refuses, where they cannot.
fn may_be_marked(connection: &Connection, session: SessionId, mark: &NewMark) -> Result<String> {
    let mut delegate = connection.prepare_cached(
        "SELECT full_name, session_id, cluster_id, state, substitute_for FROM delegate WHERE id = ?1",
    )?;
    let row = |row: &rusqlite::Row<'_>| {
        let state = needed_word::<DelegateState>(row, "state")?;
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, state, row.get::<_, Option<i64>>(4)?.is_some()))
    };
    let delegate = delegate.query_row([mark.delegate.0], row).optional()?;
    let (name, of, cluster, state, is_substitute): (String, i64, Option<i64>, DelegateState, bool) =
        delegate.ok_or(Mistake::UnknownDelegate)?;
    let mut sitting = connection.prepare_cached(
        "SELECT cluster.session_id, cluster.id, cluster.name FROM sitting
         JOIN cluster ON cluster.id = sitting.cluster_id WHERE sitting.id = ?1",
    )?;
    let sitting = sitting
        .query_row([mark.sitting.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get(2)?)))
        .optional()?;
    let (held_in, held_by, cluster_name): (i64, i64, String) = sitting.ok_or(Mistake::UnknownSitting)?;
    if of != session.0 || held_in != session.0 {
        return Err(Mistake::UnknownDelegate.into());
    }
    if cluster != Some(held_by) {
        return Err(Mistake::OtherCluster { name, cluster: cluster_name }.into());
    }
    if state == DelegateState::Withdrawn {
        return Err(Mistake::Withdrawn(name).into());
    }
    if is_substitute {
        return Err(Mistake::HasNoPlace(name).into());
    }
    if is_closed(connection, mark.sitting)? {
        return Err(Mistake::SittingClosed.into());
    }
    Ok(name)
}

/// Refuses a delegate of another session.
pub(super) fn refuse_foreign(
    connection: &Connection,
    session: SessionId,
    delegate: DelegateId,
) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM delegate WHERE id = ?1 AND session_id = ?2)";
    match connection.prepare_cached(sql)?.query_row((delegate.0, session.0), |row| row.get(0))? {
        true => Ok(()),
        false => Err(Mistake::UnknownDelegate.into()),
    }
}

/// An entry as it is written, without what it says.
pub(super) struct Entry<'a> {
    pub(super) session: SessionId,
    pub(super) way: Way,
    pub(super) page: Option<&'a str>,
    pub(super) made_on: &'a MadeOn,
    pub(super) retracts: Option<EntryId>,
}

/// Writes an entry; what it says is added by the caller.
pub(super) fn insert_entry(step: &Step<'_>, entry: &Entry<'_>) -> Result<EntryId> {
    let id = Record::of("mark_entry")
        .with_uid()
        .set("session_id", entry.session.0)
        .set("at", step.now())
        .set("way", Word(entry.way))
        .set("page_code", entry.page)
        .set("device", &entry.made_on.device)
        .set("machine", &entry.made_on.machine)
        .set("retracts", entry.retracts.map(|entry| entry.0))
        .insert(step)?;
    Ok(EntryId(id))
}

/// Adds a mark, which counts from now on.
fn insert_mark(step: &Step<'_>, entry: EntryId, mark: &NewMark) -> Result<()> {
    let counts = "SELECT mark_id FROM attendance WHERE delegate_id = ?1 AND sitting_id = ?2";
    let place = (mark.delegate.0, mark.sitting.0);
    let replaces: Option<i64> = step.prepare_cached(counts)?.query_row(place, |row| row.get(0)).optional()?;
    let id = Record::of("attendance_mark")
        .with_uid()
        .set("entry_id", entry.0)
        .set("delegate_id", mark.delegate.0)
        .set("sitting_id", mark.sitting.0)
        .set("status", Word(mark.status))
        .set("substitute_id", mark.substitute.map(|substitute| substitute.0))
        .set("note", &mark.note)
        .set("replaces", replaces)
        .insert(step)?;
    count(step, mark.delegate, mark.sitting, MarkId(id))
}

/// Lets a mark count.
pub(super) fn count(step: &Step<'_>, delegate: DelegateId, sitting: SittingId, mark: MarkId) -> Result<()> {
    let sql = "INSERT INTO attendance (delegate_id, sitting_id, mark_id) VALUES (?1, ?2, ?3)
               ON CONFLICT (delegate_id, sitting_id) DO UPDATE SET mark_id = excluded.mark_id";
    step.prepare_cached(sql)?.execute((delegate.0, sitting.0, mark.0))?;
    Ok(())
}

/// Takes an entry back as a whole, by a further one: what counted before counts again. One that was taken back before
/// stays so; marks that were made over it since go on to count.
pub(super) fn retract(step: &Step<'_>, entry: EntryId, made_on: &MadeOn) -> Result<()> {
    let found = "SELECT session_id, way FROM mark_entry WHERE id = ?1 AND retracts IS NULL";
    let found = step
        .prepare_cached(found)?
        .query_row([entry.0], |row| Ok((SessionId(row.get(0)?), needed_word(row, "way")?)))
        .optional()?;
    let (session, way) = found.ok_or(Mistake::UnknownEntry)?;
    if is_retracted(step, entry)? {
        return Ok(());
    }
    let closed = "SELECT DISTINCT sitting_id FROM attendance_mark WHERE entry_id = ?1";
    let mut sittings = step.prepare_cached(closed)?;
    let sittings = sittings.query_map([entry.0], |row| Ok(SittingId(row.get(0)?)))?;
    for sitting in sittings.collect::<rusqlite::Result<Vec<_>>>()? {
        if is_closed(step, sitting)? {
            return Err(Mistake::SittingClosed.into());
        }
    }
    insert_entry(step, &Entry { session, way, page: None, made_on, retracts: Some(entry) })?;
    fall_back(step, entry)
}

/// Where an entry that is taken back counts, lets what counted before count again.
pub(super) fn fall_back(step: &Step<'_>, entry: EntryId) -> Result<()> {
    receipt::uncount(step, entry)?;
    let mut counting = step.prepare_cached(
        "SELECT mark.delegate_id, mark.sitting_id, mark.id FROM attendance_mark AS mark
         JOIN attendance ON attendance.mark_id = mark.id WHERE mark.entry_id = ?1",
    )?;
    let counting = counting.query_map([entry.0], |row| {
        Ok((DelegateId(row.get(0)?), SittingId(row.get(1)?), MarkId(row.get(2)?)))
    })?;
    for (delegate, sitting, mark) in counting.collect::<rusqlite::Result<Vec<_>>>()? {
        match before(step, mark)? {
            Some(earlier) => count(step, delegate, sitting, earlier)?,
            None => {
                let sql = "DELETE FROM attendance WHERE delegate_id = ?1 AND sitting_id = ?2";
                step.prepare_cached(sql)?.execute((delegate.0, sitting.0))?;
            }
        }
    }
    arrivals::withdraw(step, entry)
}

/// The mark that counted before one, and still can.
fn before(connection: &Connection, mark: MarkId) -> Result<Option<MarkId>> {
    let sql = "SELECT earlier.id, EXISTS (SELECT 1 FROM mark_entry AS later WHERE later.retracts = earlier.entry_id)
               FROM attendance_mark AS mark JOIN attendance_mark AS earlier ON earlier.id = mark.replaces
               WHERE mark.id = ?1";
    let mut query = connection.prepare_cached(sql)?;
    let mut at = mark;
    loop {
        let earlier = query.query_row([at.0], |row| Ok((MarkId(row.get(0)?), row.get::<_, bool>(1)?)));
        match earlier.optional()? {
            None => return Ok(None),
            Some((earlier, false)) => return Ok(Some(earlier)),
            Some((earlier, true)) => at = earlier,
        }
    }
}

pub(super) fn is_retracted(connection: &Connection, entry: EntryId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM mark_entry WHERE retracts = ?1)";
    Ok(connection.prepare_cached(sql)?.query_row([entry.0], |row| row.get(0))?)
}

/// The last entry of a session that was made on a computer and not taken back.
pub(super) fn last_entry(
    connection: &Connection,
    session: SessionId,
    machine: &str,
) -> Result<Option<EntryId>> {
    let sql =
        "SELECT max(id) FROM mark_entry AS entry WHERE session_id = ?1 AND machine = ?2 AND retracts IS NULL
                 AND NOT EXISTS (SELECT 1 FROM mark_entry AS later WHERE later.retracts = entry.id)";
    let last: Option<i64> =
        connection.prepare_cached(sql)?.query_row((session.0, machine), |row| row.get(0))?;
    Ok(last.map(EntryId))
}

const COUNTING: &str =
    "SELECT mark.id, mark.entry_id, mark.delegate_id, mark.sitting_id, mark.status, mark.substitute_id, mark.note,
         entry.at, entry.way, entry.page_code
     FROM attendance JOIN attendance_mark AS mark ON mark.id = attendance.mark_id
     JOIN mark_entry AS entry ON entry.id = mark.entry_id";

fn mark(row: &rusqlite::Row<'_>) -> rusqlite::Result<Mark> {
    Ok(Mark {
        id: MarkId(row.get("id")?),
        entry: EntryId(row.get("entry_id")?),
        delegate: DelegateId(row.get("delegate_id")?),
        sitting: SittingId(row.get("sitting_id")?),
        status: needed_word(row, "status")?,
        substitute: row.get::<_, Option<i64>>("substitute_id")?.map(DelegateId),
        note: row.get("note")?,
        at: row.get("at")?,
        way: needed_word(row, "way")?,
        page: row.get("page_code")?,
    })
}

/// The mark that counts for a delegate at a sitting.
fn counting(connection: &Connection, delegate: DelegateId, sitting: SittingId) -> Result<Option<Mark>> {
    let sql = format!("{COUNTING} WHERE attendance.delegate_id = ?1 AND attendance.sitting_id = ?2");
    Ok(connection.prepare_cached(&sql)?.query_row((delegate.0, sitting.0), mark).optional()?)
}

/// All that counts in a session.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Attendance> {
    let sql = format!("{COUNTING} WHERE entry.session_id = ?1");
    let mut query = connection.prepare_cached(&sql)?;
    let marks = query.query_map([session.0], mark)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut closed = connection.prepare_cached(
        "SELECT sitting_id FROM (
             SELECT event.sitting_id, event.kind, max(event.id) FROM sitting_event AS event
             JOIN sitting ON sitting.id = event.sitting_id JOIN cluster ON cluster.id = sitting.cluster_id
             WHERE cluster.session_id = ?1 GROUP BY event.sitting_id
         ) WHERE kind = 'closed'",
    )?;
    let closed = closed.query_map([session.0], |row| Ok(SittingId(row.get(0)?)))?;
    let closed = closed.collect::<rusqlite::Result<_>>()?;
    Ok(Attendance::new(marks, closed).with_notices(notices::of_session(connection, session)?))
}

/// Whether a sitting is closed.
pub(super) fn is_closed(connection: &Connection, sitting: SittingId) -> Result<bool> {
    let sql = "SELECT kind FROM sitting_event WHERE sitting_id = ?1 ORDER BY id DESC LIMIT 1";
    let last = connection.prepare_cached(sql)?.query_row([sitting.0], |row| row.get::<_, String>(0));
    Ok(last.optional()?.as_deref() == Some("closed"))
}

/// Closes a sitting, or opens it again with a reason. Nothing happens where it is so already.
pub(super) fn set_closed(
    step: &Step<'_>,
    sitting: SittingId,
    closed: bool,
    reason: Option<&str>,
    made_on: &MadeOn,
) -> Result<()> {
    let there = "SELECT EXISTS (SELECT 1 FROM sitting WHERE id = ?1)";
    if !step.prepare_cached(there)?.query_row([sitting.0], |row| row.get(0))? {
        return Err(Mistake::UnknownSitting.into());
    }
    if is_closed(step, sitting)? == closed {
        return Ok(());
    }
    Record::of("sitting_event")
        .with_uid()
        .set("sitting_id", sitting.0)
        .set("kind", if closed { "closed" } else { "opened" })
        .set("at", step.now())
        .set("reason", reason)
        .set("device", &made_on.device)
        .insert(step)?;
    Ok(())
}

/// Where marks may stand.
#[derive(Debug, Clone, Copy)]
pub(super) enum Of {
    Session(SessionId),
    Cluster(ClusterId),
    Sitting(SittingId),
}

/// Refuses when attendance was marked there: marks would lose what they are about.
pub(super) fn refuse_marked(connection: &Connection, of: Of) -> Result<()> {
    let is_session = matches!(of, Of::Session(_));
    let (of, id) = match of {
        Of::Session(id) => ("cluster.session_id", id.0),
        Of::Cluster(id) => ("cluster.id", id.0),
        Of::Sitting(id) => ("sitting.id", id.0),
    };
    let sql = format!(
        "SELECT cluster.name FROM sitting JOIN cluster ON cluster.id = sitting.cluster_id
         WHERE {of} = ?1 AND (EXISTS (SELECT 1 FROM attendance_mark WHERE sitting_id = sitting.id)
             OR EXISTS (SELECT 1 FROM sitting_event WHERE sitting_id = sitting.id)) LIMIT 1"
    );
    match connection.query_row(&sql, [id], |row| row.get(0)).optional()? {
        Some(name) => Err(StoreError::Refused(if is_session {
            Mistake::SessionHasMarks(name)
        } else {
            Mistake::HasMarks(name)
        })),
        None => Ok(()),
    }
}
