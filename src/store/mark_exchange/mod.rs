//! Attendance of one cluster to other computers and back: packages for the program there, forms for Excel.
//!
//! Everything travels by its identity, so what is here already is known again. Both computers only ever add to what
//! was said; where theirs knew what counts here and says something new, that counts from now on. Where both say
//! something that the other did not know of, ours counts until somebody decides ([`conflicts`]).

pub(super) mod conflicts;
pub(super) mod export;
mod filled;
mod home;
mod merge;
mod notices;
mod people;
mod standing;
mod told;

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension};

use super::StoreThread;
use super::error::{Result, StoreError};
use super::outcome::Done;
use super::transact::{Operation, Step};
use crate::domain::attendance::exchange::{ExchangeMistake, Incoming, Manner, Received, Remark};
use crate::domain::id::{ClusterId, SessionId};
use crate::sentence::Sentence;

/// What a file would bring. Nothing is changed: it is taken in and rolled back, so it promises what happens.
pub(super) fn preview(thread: &mut StoreThread, incoming: &Incoming, manner: &Manner) -> Result<Received> {
    let mut previewed = None;
    let rolled_back = thread.transact(&Operation::untracked(), |step| -> Result<()> {
        previewed = Some(take_in(step, incoming, manner)?);
        // Refused, so that nothing of it is kept.
        Err(StoreError::Cancelled)
    });
    match (previewed, rolled_back) {
        (Some(received), _) => Ok(received),
        (None, Err(error)) => Err(error),
        (None, Ok(_)) => Err(StoreError::Cancelled),
    }
}

/// Takes a file in, all of it or nothing. Where the list of delegates changes it is a step, else a fact; one that
/// brings nothing leaves no trace.
pub(super) fn receive(
    thread: &mut StoreThread,
    incoming: &Incoming,
    manner: &Manner,
) -> Result<Done<Received>> {
    let expected = preview(thread, incoming, manner)?;
    if !expected.changed {
        return Ok(Done::nothing(expected));
    }
    let label = match expected.opened {
        true => Sentence::new("operation-exchange-opened"),
        false => Sentence::new("operation-exchange-received")
            .with("count", expected.marked.len() + expected.retracted.len())
            .with("people", expected.added.len()),
    };
    let label = label.with("cluster", expected.cluster_name.as_str()).with("title", expected.title.as_str());
    let operation = match expected.changes_list() {
        true => Operation::new(label),
        false => Operation::fact(label),
    };
    thread.transact(&operation, |step| take_in(step, incoming, manner))
}

fn take_in(step: &Step<'_>, incoming: &Incoming, manner: &Manner) -> Result<Received> {
    let changes = || -> Result<i64> { Ok(step.query_row("SELECT total_changes()", [], |row| row.get(0))?) };
    let before = changes()?;
    let mut received = match incoming {
        Incoming::Package(package) => merge::take_in(step, package, manner)?,
        Incoming::Form(form) => filled::take_in(step, form, manner)?,
    };
    received.changed = changes()? > before;
    Ok(received)
}

/// What was not taken in, each thing once.
#[derive(Debug, Default)]
struct Remarks {
    all: Vec<Remark>,
    known: HashSet<Remark>,
}

impl Remarks {
    fn add(&mut self, remark: Remark) {
        if self.known.insert(remark.clone()) {
            self.all.push(remark);
        }
    }
}

/// The row of a record by its identity.
fn row_of(connection: &Connection, table: &'static str, uid: &str) -> Result<Option<i64>> {
    let sql = format!("SELECT id FROM {table} WHERE uid = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([uid], |row| row.get(0)).optional()?)
}

fn session_of(connection: &Connection, uid: &str) -> Result<Option<SessionId>> {
    Ok(row_of(connection, "session", uid)?.map(SessionId))
}

/// A cluster of a session. One of another session is none.
fn cluster_of(connection: &Connection, session: SessionId, uid: &str) -> Result<Option<ClusterId>> {
    let Some(id) = row_of(connection, "cluster", uid)? else { return Ok(None) };
    let mut query = connection.prepare_cached("SELECT session_id FROM cluster WHERE id = ?1")?;
    let of: i64 = query.query_row([id], |row| row.get(0))?;
    match of == session.0 {
        true => Ok(Some(ClusterId(id))),
        false => Err(ExchangeMistake::Mixed.into()),
    }
}
