//! The one door through which data are written.

use std::ops::Deref;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, named_params};

use super::codec::Json;
use super::error::Result;
use crate::domain::id::OperationId;
use crate::message::Message;

/// How many steps can be undone.
pub const UNDO_LIMIT: usize = 100;

/// Edits of the same field within this many seconds share a step.
const JOIN_SECONDS: i64 = 10;

/// A step about to be taken, in the user's words.
#[derive(Debug, Clone)]
pub struct Operation {
    label: Message,
    join_key: Option<String>,
    kind: Kind,
}

/// What is left of a step once it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It can be undone.
    Edit,
    /// Its name.
    Fact,
    /// Nothing.
    Aside,
}

impl Operation {
    /// A step named by a sentence such as `operation-import`.
    pub fn new(label: Message) -> Self {
        Self { label, join_key: None, kind: Kind::Edit }
    }

    /// What happened outside and is only noted, such as a printed paper: nothing to
    /// undo, and no reason to forget what can be redone.
    pub fn fact(label: Message) -> Self {
        Self { kind: Kind::Fact, ..Self::new(label) }
    }

    /// What the program notes by itself, such as how a paper was made last: no edit,
    /// so there is nothing to undo, nothing in the history, and what was undone
    /// before can still be redone.
    pub fn aside() -> Self {
        Self { kind: Kind::Aside, ..Self::new(Message::new("")) }
    }

    /// Joins this step with the one before when both carry the same key
    /// ("person 12 full_name") and follow within ten seconds.
    #[must_use]
    pub fn joining(mut self, key: String) -> Self {
        self.join_key = Some(key);
        self
    }
}

/// An open step: the only way to write. Reads work on it as on a connection.
pub(super) struct Step<'a> {
    transaction: Transaction<'a>,
    operation: OperationId,
    now: String,
}

impl Step<'_> {
    /// The step's row, for facts that remember which step made them.
    pub(super) fn operation(&self) -> OperationId {
        self.operation
    }

    /// The time of the step, UTC, RFC 3339.
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

/// Takes one step: all of `work` or nothing of it. A step that changed nothing
/// leaves no trace.
pub(super) fn transact<T>(
    connection: &mut Connection,
    operation: &Operation,
    work: impl FnOnce(&Step<'_>) -> Result<T>,
) -> Result<T> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let now = now();
    let joined = match &operation.join_key {
        Some(key) => step_to_join(&transaction, key, &now)?,
        None => None,
    };
    let id = match joined {
        Some(id) => id,
        None => open_step(&transaction, operation, &now)?,
    };
    transaction.execute("INSERT INTO temp.current_step (id) VALUES (?1)", [id])?;

    let step = Step { transaction, operation: OperationId(id), now };
    let value = work(&step)?;

    let Step { transaction, now, .. } = step;
    transaction.execute("DELETE FROM temp.current_step", [])?;
    match operation.kind {
        Kind::Edit => close_step(&transaction, id, &now)?,
        Kind::Fact => settle(&transaction, id)?,
        // With it go the row images.
        Kind::Aside => drop(transaction.execute("DELETE FROM operation WHERE id = ?1", [id])?),
    }
    transaction.commit()?;
    Ok(value)
}

/// The last step, if it may take this edit in as well.
fn step_to_join(transaction: &Connection, key: &str, now: &str) -> Result<Option<i64>> {
    let last = transaction
        .query_row(
            "SELECT id, at, join_key, kind, state FROM operation ORDER BY id DESC LIMIT 1",
            [],
            |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, Option<String>>(2)?,
                    row.get::<_, String>(3)?,
                    row.get::<_, String>(4)?,
                ))
            },
        )
        .optional()?;
    let Some((id, at, join_key, kind, state)) = last else { return Ok(None) };
    let same = kind == "do" && state == "done" && join_key.as_deref() == Some(key);
    Ok((same && seconds_between(&at, now) <= JOIN_SECONDS).then_some(id))
}

/// Seconds from one time of the file to another; a clock set back counts as long ago.
fn seconds_between(earlier: &str, later: &str) -> i64 {
    let parse = |text: &str| text.parse::<jiff::Timestamp>().map(jiff::Timestamp::as_second);
    match (parse(earlier), parse(later)) {
        (Ok(earlier), Ok(later)) if later >= earlier => later - earlier,
        _ => i64::MAX,
    }
}

fn open_step(transaction: &Connection, operation: &Operation, now: &str) -> Result<i64> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO operation (uid, at, label, join_key, kind, state)
         VALUES (:uid, :at, :label, :join_key, 'do', 'done')",
    )?;
    Ok(insert.insert(named_params! {
        ":uid": uuid::Uuid::now_v7().to_string(),
        ":at": now,
        ":label": Json(&operation.label),
        ":join_key": operation.join_key,
    })?)
}

/// Counts the changes, forgets what can no longer be redone or undone.
fn close_step(transaction: &Connection, id: i64, now: &str) -> Result<()> {
    let changes: i64 =
        transaction
            .query_row("SELECT count(*) FROM row_change WHERE operation_id = ?1", [id], |row| row.get(0))?;
    if changes == 0 {
        transaction.execute("DELETE FROM operation WHERE id = ?1", [id])?;
        return Ok(());
    }
    transaction.execute("UPDATE operation SET changes = ?2, at = ?3 WHERE id = ?1", (id, changes, now))?;
    // What was undone before this step can no longer be redone: its changes
    // never happened, so their images are no history either.
    transaction.execute_batch(
        "DELETE FROM row_change WHERE operation_id IN (SELECT id FROM operation WHERE state = 'undone');
         UPDATE operation SET state = 'discarded' WHERE state = 'undone';",
    )?;
    settle_old_steps(transaction)
}

/// Closes a step that is never undone.
fn settle(transaction: &Connection, id: i64) -> Result<()> {
    transaction.execute("UPDATE operation SET state = 'settled' WHERE id = ?1", [id])?;
    transaction.execute(
        "DELETE FROM row_change WHERE operation_id = ?1 AND table_name NOT IN ('person', 'delegate')",
        [id],
    )?;
    Ok(())
}

/// Keeps the last [`UNDO_LIMIT`] steps undoable. Images of people and delegates
/// stay as the history of their fields; the others go.
fn settle_old_steps(transaction: &Connection) -> Result<()> {
    let oldest: Option<i64> = transaction
        .query_row(
            "SELECT id FROM operation WHERE kind = 'do' AND state = 'done' ORDER BY id DESC LIMIT 1 OFFSET ?1",
            [UNDO_LIMIT],
            |row| row.get(0),
        )
        .optional()?;
    let Some(oldest) = oldest else { return Ok(()) };
    transaction.execute(
        "DELETE FROM row_change
         WHERE operation_id IN (SELECT id FROM operation WHERE kind = 'do' AND state = 'done' AND id <= ?1)
           AND table_name NOT IN ('person', 'delegate')",
        [oldest],
    )?;
    transaction.execute(
        "UPDATE operation SET state = 'settled' WHERE kind = 'do' AND state = 'done' AND id <= ?1",
        [oldest],
    )?;
    Ok(())
}

/// The current time as the file keeps it: UTC, whole seconds, RFC 3339.
pub(super) fn now() -> String {
    let now = jiff::Timestamp::now();
    now.round(jiff::Unit::Second).unwrap_or(now).to_string()
}
