//! The one door through which data are written.

use std::ops::Deref;

use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::change;
use super::codec::{Json, needed_json};
use super::error::Result;
use super::history::about;
use super::journal::{self, Tracked};
use super::open::Opened;
use super::outcome::{Done, Taken};
use super::seal::Seal;
use super::watch::Inserted;
use crate::clock;
use crate::domain::id::OperationId;
use crate::sentence::Sentence;

/// How many steps can be undone.
pub const UNDO_LIMIT: usize = 100;

/// Edits of the same field within this many seconds share a step.
const JOIN_SECONDS: i64 = 10;

/// Facts of one key within this many seconds share a line of the history.
const GATHER_SECONDS: i64 = 3600;

/// So many lines are looked through for one that takes in a further fact.
const GATHER_LINES: i64 = 200;

/// A write about to be made, in the user's words.
#[derive(Debug, Clone)]
pub struct Operation {
    label: Sentence,
    join_key: Option<String>,
    kind: Kind,
}

/// What is left of a write once it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A step: it is journalled and can be undone.
    Edit,
    /// Its name in the history.
    Fact,
    /// The same, in one line with others of its key that were noted in the same hour.
    Gathered,
    /// Nothing.
    Aside,
}

impl Operation {
    /// A step named by a sentence such as `operation-import`.
    pub fn new(label: Sentence) -> Self {
        Self { label, join_key: None, kind: Kind::Edit }
    }

    /// What happened outside and is only noted, such as a printed paper: nothing to
    /// undo, and no reason to forget what can be redone.
    pub fn fact(label: Sentence) -> Self {
        Self { kind: Kind::Fact, ..Self::new(label) }
    }

    /// Facts that come by the hundred, such as the marks of a sitting: those of one key share a line, which counts them.
    pub fn gathered(label: Sentence, key: String) -> Self {
        Self { kind: Kind::Gathered, ..Self::new(label).joining(key) }
    }

    /// What leaves not even a line in the history: what the program notes by itself,
    /// such as how a paper was made last.
    pub fn untracked() -> Self {
        Self { kind: Kind::Aside, ..Self::new(Sentence::new("")) }
    }

    /// Joins this step with the one before when both carry the same key
    /// ("person 12 full_name") and follow within ten seconds.
    #[must_use]
    pub fn joining(mut self, key: String) -> Self {
        self.join_key = Some(key);
        self
    }
}

/// An open write: the only way to change data. Reads work on it as on a connection.
pub(super) struct Step<'a> {
    transaction: Transaction<'a>,
    now: String,
}

impl Step<'_> {
    /// The time of the write, UTC, RFC 3339.
    pub(super) fn now(&self) -> &str {
        &self.now
    }
}

impl Deref for Step<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.transaction
    }
}

/// Makes one write: all of `work` or nothing of it. A step that changed nothing
/// leaves no trace.
pub(super) fn transact<T>(
    file: &mut Opened,
    operation: &Operation,
    work: impl FnOnce(&Step<'_>) -> Result<T>,
) -> Result<Done<T>> {
    let (tables, seal) = (file.tables.clone(), file.seal.clone());
    // What a refused write before this one touched was rolled back.
    seal.watch.begin(0);
    let (value, step) = file.write(|connection| match operation.kind {
        Kind::Edit => edit(connection, Journal { tables: &tables, seal: &seal }, operation, work),
        Kind::Fact | Kind::Gathered => note(connection, &seal, Some(operation), work),
        Kind::Aside => note(connection, &seal, None, work),
    })?;
    Ok(Done { value, step, touched: seal.watch.take().touched })
}

/// What a step is journalled with.
struct Journal<'a> {
    tables: &'a [Tracked],
    seal: &'a Seal,
}

/// A step, journalled.
fn edit<T>(
    connection: &mut Connection,
    journal: Journal<'_>,
    operation: &Operation,
    work: impl FnOnce(&Step<'_>) -> Result<T>,
) -> Result<(T, Option<Taken>)> {
    let transaction = journal.seal.header.begin(connection)?;
    let now = clock::stamp();
    let joined = match &operation.join_key {
        Some(key) => step_to_join(&transaction, key, &now)?,
        None => None,
    };
    let is_joined = joined.is_some();
    let step = match joined {
        Some(step) => step,
        None => Taken {
            id: OperationId(record(&transaction, operation, "do", "done", &now)?),
            label: operation.label.clone(),
        },
    };
    let before = last_change(&transaction)?;
    journal.seal.watch.begin(before);
    transaction.execute("INSERT INTO temp.current_step (id) VALUES (?1)", [step.id.0])?;
    let open = Step { transaction, now };
    let value = work(&open)?;

    let Step { transaction, now } = open;
    let inserted = journal.seal.watch.inserted();
    journal::note_inserted(&transaction, journal.tables, step.id.0, &inserted)?;
    journal::rise(&transaction, journal.tables, &inserted)?;
    if last_change(&transaction)? == before {
        // No more than a version went up, which is taken back.
        let touched = journal.seal.watch.take().touched;
        let is_tracked =
            |table: &str| table == "operation" || journal.tables.iter().any(|tracked| tracked.name == table);
        debug_assert!(touched.tables().all(is_tracked), "facts alone are no step: {touched:?}");
        transaction.rollback()?;
        return Ok((value, None));
    }
    transaction.execute("DELETE FROM temp.current_step", [])?;
    if is_joined && change::cancel_out(&change::of_step(&transaction, step.id.0)?) {
        // Typed and typed back: there is nothing left to undo.
        transaction.execute("DELETE FROM operation WHERE id = ?1", [step.id.0])?;
        journal.seal.commit(transaction)?;
        return Ok((value, None));
    }
    about::note_step(&transaction, step.id.0, before)?;
    close_step(&transaction, step.id.0, &now)?;
    journal.seal.commit(transaction)?;
    Ok((value, Some(step)))
}

/// A fact, with a line in the history or without: not journalled.
fn note<T>(
    connection: &mut Connection,
    seal: &Seal,
    line: Option<&Operation>,
    work: impl FnOnce(&Step<'_>) -> Result<T>,
) -> Result<(T, Option<Taken>)> {
    let transaction = seal.header.begin(connection)?;
    let open = Step { transaction, now: clock::stamp() };
    let value = work(&open)?;
    let Step { transaction, now } = open;
    if let Some(operation) = line {
        let added = seal.watch.inserted();
        if operation.kind == Kind::Fact {
            let fact = record(&transaction, operation, "fact", "settled", &now)?;
            about::note_fact(&transaction, fact, &added)?;
        } else if !added.is_empty() {
            gather(&transaction, operation, &added, &now)?;
        }
    }
    seal.commit(transaction)?;
    Ok((value, None))
}

/// Counts facts in the line of their key, or begins one.
fn gather(connection: &Connection, operation: &Operation, added: &[Inserted], now: &str) -> Result<()> {
    let mut last = connection.prepare_cached(
        "SELECT id, at FROM operation
         WHERE kind = 'fact' AND join_key = ?1 AND id > (SELECT max(id) FROM operation) - ?2
         ORDER BY id DESC LIMIT 1",
    )?;
    let last = last.query_row((&operation.join_key, GATHER_LINES), |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
    });
    let line = match last.optional()? {
        Some((line, at)) if seconds_between(&at, now) <= GATHER_SECONDS => line,
        _ => {
            let line = record(connection, operation, "fact", "settled", now)?;
            about::note_fact(connection, line, added)?;
            line
        }
    };
    let counted = added.iter().filter(|one| one.table == "attendance_mark");
    let count: i64 = counted.map(|one| one.last - one.first + 1).sum::<i64>().max(1);
    let mut counts =
        connection.prepare_cached("UPDATE operation SET changes = changes + ?2 WHERE id = ?1")?;
    counts.execute((line, count))?;
    Ok(())
}

/// The last row of the journal; they only grow while a write is under way.
fn last_change(connection: &Connection) -> Result<i64> {
    let mut last = connection.prepare_cached("SELECT coalesce(max(id), 0) FROM row_change")?;
    Ok(last.query_row([], |row| row.get(0))?)
}

/// The last step, if it may take this edit in as well. Facts noted meanwhile do not part them.
fn step_to_join(transaction: &Connection, key: &str, now: &str) -> Result<Option<Taken>> {
    let mut last = transaction.prepare_cached(
        "SELECT id, at, label, kind = 'do' AND state = 'done' AND join_key IS ?1 AS same
         FROM operation WHERE kind <> 'fact' ORDER BY id DESC LIMIT 1",
    )?;
    let last = last.query_row([key], |row| {
        let step = Taken { id: OperationId(row.get("id")?), label: needed_json(row, "label")? };
        Ok((step, row.get::<_, String>("at")?, row.get::<_, bool>("same")?))
    });
    let Some((step, at, same)) = last.optional()? else { return Ok(None) };
    Ok((same && seconds_between(&at, now) <= JOIN_SECONDS).then_some(step))
}

/// Seconds from one time of the file to another; a clock set back counts as long ago.
fn seconds_between(earlier: &str, later: &str) -> i64 {
    let parse = |text: &str| text.parse::<jiff::Timestamp>().map(jiff::Timestamp::as_second);
    match (parse(earlier), parse(later)) {
        (Ok(earlier), Ok(later)) if later >= earlier => later - earlier,
        _ => i64::MAX,
    }
}

/// Writes the line of the history.
fn record(
    transaction: &Connection,
    operation: &Operation,
    kind: &str,
    state: &str,
    now: &str,
) -> Result<i64> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO operation (uid, at, label, join_key, kind, state)
         VALUES (:uid, :at, :label, :join_key, :kind, :state)",
    )?;
    Ok(insert.insert(named_params! {
        ":uid": crate::clock::new_uid(),
        ":at": now,
        ":label": Json(&operation.label),
        ":join_key": operation.join_key,
        ":kind": kind,
        ":state": state,
    })?)
}

/// Counts the changes, forgets what can no longer be redone or undone.
fn close_step(transaction: &Connection, id: i64, now: &str) -> Result<()> {
    transaction.execute(
        "UPDATE operation SET at = ?2,
             changes = (SELECT sum(rows) FROM row_change WHERE operation_id = ?1)
         WHERE id = ?1",
        (id, now),
    )?;
    // What was undone before this step can no longer be redone: its changes
    // never happened, so their images are no history either.
    let discarded = transaction.execute(
        "DELETE FROM row_change WHERE operation_id IN (SELECT id FROM operation WHERE state = 'undone')",
        [],
    )?;
    transaction.execute("UPDATE operation SET state = 'discarded' WHERE state = 'undone'", [])?;
    let settled = settle_old_steps(transaction)?;
    if discarded > 0 || settled {
        forget_runs_of_lost_sessions(transaction)?;
    }
    Ok(())
}

/// Keeps the last [`UNDO_LIMIT`] steps undoable. Changes of people and delegates
/// stay as the history of their fields, and so do the lines that say which of them
/// were added: a line for a whole list. The others go, and so do steps that were
/// set aside before them. Answers whether there were any.
fn settle_old_steps(transaction: &Connection) -> Result<bool> {
    let oldest: Option<i64> = transaction
        .query_row(
            "SELECT id FROM operation WHERE kind = 'do' AND state = 'done' ORDER BY id DESC LIMIT 1 OFFSET ?1",
            [UNDO_LIMIT],
            |row| row.get(0),
        )
        .optional()?;
    let Some(oldest) = oldest else { return Ok(false) };
    const OLD: &str = "SELECT id FROM operation
                       WHERE kind = 'do' AND state IN ('done', 'set_aside') AND id <= ?1";
    transaction.execute(
        &format!(
            "DELETE FROM row_change WHERE operation_id IN ({OLD})
             AND table_name NOT IN ('person', 'delegate')"
        ),
        [oldest],
    )?;
    transaction.execute(
        "UPDATE operation SET state = 'settled' WHERE kind = 'do' AND state = 'done' AND id <= ?1",
        [oldest],
    )?;
    Ok(true)
}

/// Print runs outlive their session as long as its deletion can be undone.
fn forget_runs_of_lost_sessions(transaction: &Connection) -> Result<()> {
    transaction.execute(
        "DELETE FROM print_run
         WHERE NOT EXISTS (SELECT 1 FROM session WHERE session.uid = session_uid)
           AND NOT EXISTS (
               SELECT 1 FROM row_change
               WHERE table_name = 'session'
                 AND session_uid IN (json_extract(before, '$.uid'), json_extract(after, '$.uid')))",
        [],
    )?;
    Ok(())
}
