//! Erasing what is held on people: the one operation that cannot be undone.
//!
//! `traces` finds the rows that are theirs, also rows of which only images are left; `records`
//! takes out of those what tells who it was; `books` does so with the history and the journal, and
//! `remembered` with what the program keeps by itself. What people wrote may name them, too: it is
//! listed (`mentions`) and stays as it is. `sweep` sees to it that the file holds no leavings.
//!
//! A preview is an erasure that is rolled back: it cannot promise anything else.

mod books;
mod copies;
mod held;
mod mentions;
mod names;
mod records;
mod remembered;
mod sweep;
#[cfg(test)]
mod tests;
mod traces;

use rusqlite::Connection;

use super::codec::Json;
use super::error::{Result, StoreError};
use super::transact::{Operation, Step};
use super::{Done, StoreThread, session};
use crate::domain::erasure::{Erasure, Whom, Wish};
use crate::domain::mistake::Mistake;
use crate::sentence::Sentence;
use crate::vietnamese::clean::clean;

pub(super) use copies::{beside as copies_beside, uids};
pub(super) use held::on_person as held_on;
pub(super) use sweep::sweep_if_due;

/// What an erasure would do. Nothing is changed.
pub(super) fn preview(thread: &mut StoreThread, wish: &Wish) -> Result<Erasure> {
    let mut previewed = None;
    let rolled_back = thread.transact(&Operation::untracked(), |step| -> Result<()> {
        previewed = Some(erase(step, wish)?);
        // Refused, so that nothing of it is kept.
        Err(StoreError::Cancelled)
    });
    match (previewed, rolled_back) {
        (Some(erasure), _) => Ok(erasure),
        (None, Err(error)) => Err(error),
        (None, Ok(_)) => Err(StoreError::Cancelled),
    }
}

/// Erases, and sweeps the file. When only the sweeping fails, the erasure stands, and the file is
/// swept when it is opened next: the second answer says why.
pub(super) fn carry_out(
    thread: &mut StoreThread,
    wish: &Wish,
) -> Result<Done<(Erasure, Option<StoreError>)>> {
    let reason = clean(&wish.reason);
    if reason.is_empty() {
        return Err(Mistake::NoErasureReason.into());
    }
    let wish = Wish { reason, ..wish.clone() };
    thread.may_write()?;
    let label = label(&thread.file.connection, &wish)?;
    let done = thread.transact(&Operation::fact(label), |step| erase(step, &wish))?;
    // What was read of the data may hold what is gone.
    thread.people = Default::default();
    let left = sweep::sweep(&mut thread.file).err();
    Ok(done.map(|erasure| (erasure, left)))
}

/// The line of the history: that something was erased, never whom it was about.
fn label(connection: &Connection, wish: &Wish) -> Result<Sentence> {
    Ok(match (wish.whom, wish.register) {
        (Whom::Person(_), false) => Sentence::new("operation-erase-person"),
        (Whom::Person(_), true) => Sentence::new("operation-erase-register"),
        (Whom::Session { session, .. }, _) => {
            Sentence::new("operation-erase-session").with("title", session::title(connection, session)?)
        }
    })
}

/// All of it, as one write.
fn erase(step: &Step<'_>, wish: &Wish) -> Result<Erasure> {
    let traces = match wish.whom {
        Whom::Person(person) => traces::of_person(step, person, wish.register)?,
        Whom::Session { session, with_people } => {
            session::state(step, session)?;
            traces::of_session(step, session, with_people)?
        }
    };
    records::refuse_held(step, &traces)?;
    if traces.names.are_in(&wish.reason) {
        return Err(Mistake::ReasonNames.into());
    }
    let mut report = Erasure::default();
    let lines = books::find(step, &traces)?;
    books::erase(step, &traces, &lines, &mut report)?;
    // Afterwards some of them are no delegates any more.
    let sessions = mentions::sessions(step, &traces)?;
    records::erase(step, &traces, wish, &mut report)?;
    // The names of a session's delegates stay in use elsewhere.
    if traces.session.is_none() {
        report.remembered += remembered::erase(step, &traces.names)?;
        report.mentions = mentions::find(step, &traces, &sessions)?;
    }
    let people = traces.people.iter().map(|row| format!("person {row}"));
    report.records = people.chain(traces.delegates.iter().map(|row| format!("delegate {row}"))).collect();
    note(step, wish, &report)?;
    sweep::note_due(step)?;
    Ok(report)
}

/// That something was erased, why, and how much.
fn note(step: &Step<'_>, wish: &Wish, report: &Erasure) -> Result<()> {
    let counts = serde_json::json!({
        "person": report.people,
        "delegate": report.delegates + report.taken_off,
        "guest": report.guests,
        "certificate": report.certificates_erased,
        "signed_scan": report.scans,
        "row_change": report.kept_fields,
        "operation": report.labels,
        "remembered": report.remembered,
    });
    step.execute(
        "INSERT INTO erasure (uid, at, reason, counts) VALUES (?1, ?2, ?3, ?4)",
        (crate::clock::new_uid(), step.now(), &wish.reason, Json(counts)),
    )?;
    Ok(())
}
