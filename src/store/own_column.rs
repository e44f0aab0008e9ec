//! Own columns of a session, and what stands in them.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};

use super::codec::{Word, needed_word};
use super::error::Result;
use super::record::Record;
use super::transact::Step;
use super::{delegate, session};
use crate::domain::id::{DelegateId, OwnColumnId, SessionId};
use crate::domain::list::PlannedColumn;
use crate::domain::mistake::Mistake;
use crate::domain::own_column::discussion::{Group, name};
use crate::domain::own_column::{
    self, GROUP_LABEL, MOST_COLUMNS, OwnColumn, OwnKind, OwnMistake, OwnValue, of_groups,
};

/// The columns of a session in their order, with what stands in them.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<OwnColumn>> {
    let mut columns = heads(connection, session)?;
    for column in &mut columns {
        column.values = values(connection, column.id, column.kind)?;
    }
    Ok(columns)
}

/// The same without what stands in them.
fn heads(connection: &Connection, session: SessionId) -> Result<Vec<OwnColumn>> {
    let mut query = connection.prepare_cached(
        "SELECT id, label, kind FROM own_column WHERE session_id = ?1 ORDER BY ordinal, id",
    )?;
    let columns = query.query_map([session.0], |row| {
        Ok(OwnColumn {
            id: OwnColumnId(row.get("id")?),
            label: row.get("label")?,
            kind: needed_word(row, "kind")?,
            values: BTreeMap::new(),
        })
    })?;
    Ok(columns.collect::<rusqlite::Result<_>>()?)
}

/// What another program wrote and does not fit the column is passed over.
fn values(
    connection: &Connection,
    column: OwnColumnId,
    kind: OwnKind,
) -> Result<BTreeMap<DelegateId, OwnValue>> {
    let mut query =
        connection.prepare_cached("SELECT delegate_id, value FROM own_value WHERE own_column_id = ?1")?;
    let mut rows = query.query([column.0])?;
    let mut values = BTreeMap::new();
    while let Some(row) = rows.next()? {
        if let Ok(Some(value)) = kind.read(row.get_ref("value")?.as_str().unwrap_or_default()) {
            values.insert(DelegateId(row.get("delegate_id")?), value);
        }
    }
    Ok(values)
}

/// One column without what stands in it, and its session.
pub(super) fn read(connection: &Connection, id: OwnColumnId) -> Result<(SessionId, OwnColumn)> {
    let session: Option<i64> = connection
        .prepare_cached("SELECT session_id FROM own_column WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    let session = SessionId(session.ok_or(Mistake::from(OwnMistake::UnknownColumn))?);
    let found = heads(connection, session)?.into_iter().find(|column| column.id == id);
    Ok((session, found.ok_or(Mistake::from(OwnMistake::UnknownColumn))?))
}

/// The headings of a session's columns.
pub(super) fn labels(connection: &Connection, session: SessionId) -> Result<Vec<String>> {
    Ok(heads(connection, session)?.into_iter().map(|column| column.label).collect())
}

/// The columns that a list fills; those that the session has not are added.
pub(super) fn planned(
    step: &Step<'_>,
    session: SessionId,
    planned: &[PlannedColumn],
) -> Result<Vec<OwnColumnId>> {
    let mut ids = Vec::with_capacity(planned.len());
    for column in planned {
        // By its heading, too: a list before this one may have brought it.
        let known = heads(step, session)?.into_iter();
        let known = known.filter(|known| known.kind == column.kind);
        let mut known = known.filter(|known| Some(known.id) == column.id || known.is_called(&column.label));
        ids.push(match known.next() {
            Some(known) => known.id,
            None => add(step, session, &column.label, column.kind)?,
        });
    }
    Ok(ids)
}

/// Adds a column behind the others.
pub(super) fn add(step: &Step<'_>, session: SessionId, label: &str, kind: OwnKind) -> Result<OwnColumnId> {
    session::state(step, session)?;
    let known = heads(step, session)?;
    if known.len() >= MOST_COLUMNS {
        return Err(Mistake::from(OwnMistake::TooMany).into());
    }
    if let (OwnKind::Group, Some(groups)) = (kind, of_groups(&known)) {
        return Err(Mistake::from(OwnMistake::GroupsTwice(groups.label.clone())).into());
    }
    let label = own_column::label(label, known.iter().map(|column| column.label.as_str()));
    let label = label.map_err(Mistake::from)?;
    insert(step, session, &label, kind, known.len())
}

fn insert(
    step: &Step<'_>,
    session: SessionId,
    label: &str,
    kind: OwnKind,
    ordinal: usize,
) -> Result<OwnColumnId> {
    let record = Record::of("own_column")
        .with_uid()
        .set("session_id", session.0)
        .set("label", label)
        .set("kind", Word(kind))
        .set("ordinal", ordinal);
    Ok(OwnColumnId(record.insert(step)?))
}

/// Gives a column another heading.
pub(super) fn rename(step: &Step<'_>, id: OwnColumnId, label: &str) -> Result<()> {
    let (session, column) = read(step, id)?;
    let others = heads(step, session)?;
    let others = others.iter().filter(|other| other.id != id).map(|other| other.label.as_str());
    let label = own_column::label(label, others).map_err(Mistake::from)?;
    match label == column.label {
        true => Ok(()),
        false => Record::of("own_column").set("label", label).update(step, id.0),
    }
}

/// Puts the columns of a session in this order; those left out follow.
pub(super) fn reorder(step: &Step<'_>, session: SessionId, order: &[OwnColumnId]) -> Result<()> {
    let known: Vec<OwnColumnId> = heads(step, session)?.into_iter().map(|column| column.id).collect();
    if order.iter().any(|id| !known.contains(id)) {
        return Err(Mistake::from(OwnMistake::UnknownColumn).into());
    }
    let left_out = known.iter().filter(|id| !order.contains(id));
    for (ordinal, id) in order.iter().chain(left_out).enumerate() {
        step.prepare_cached(
            "UPDATE own_column SET ordinal = ?2, version = version + 1 WHERE id = ?1 AND ordinal <> ?2",
        )?
        .execute((id.0, ordinal))?;
    }
    Ok(())
}

/// Takes a column away with all that stands in it; answers of how many something stood there.
pub(super) fn remove(step: &Step<'_>, id: OwnColumnId) -> Result<usize> {
    read(step, id)?;
    let held = step
        .prepare_cached("SELECT count(*) FROM own_value WHERE own_column_id = ?1")?
        .query_row([id.0], |row| row.get(0))?;
    step.prepare_cached("DELETE FROM own_column WHERE id = ?1")?.execute([id.0])?;
    Ok(held)
}

/// Sets what stands in a column of delegates of its session; `None` empties it. Of who is erased nothing is noted any more.
pub(super) fn put(
    step: &Step<'_>,
    column: OwnColumnId,
    delegates: &[DelegateId],
    value: Option<&OwnValue>,
) -> Result<()> {
    let (session, _) = read(step, column)?;
    for one in delegate::by_ids(step, session, delegates)? {
        if one.erased {
            return Err(Mistake::DelegateErased.into());
        }
        put_one(step, column, one.id, value)?;
    }
    Ok(())
}

/// The same for one delegate who is known to be of the session.
pub(super) fn put_one(
    step: &Step<'_>,
    column: OwnColumnId,
    delegate: DelegateId,
    value: Option<&OwnValue>,
) -> Result<()> {
    match value {
        None => step
            .prepare_cached("DELETE FROM own_value WHERE own_column_id = ?1 AND delegate_id = ?2")?
            .execute((column.0, delegate.0))?,
        Some(value) => step
            .prepare_cached(
                "INSERT INTO own_value (own_column_id, delegate_id, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (own_column_id, delegate_id) DO UPDATE SET value = ?3 WHERE value <> ?3",
            )?
            .execute((column.0, delegate.0, value.text()))?,
    };
    Ok(())
}

/// "Chia tổ": puts delegates into the groups 1, 2, 3 … of the column for them, which is added where there is none.
pub(super) fn put_in_groups(step: &Step<'_>, session: SessionId, groups: &[Group]) -> Result<()> {
    let column = match of_groups(&heads(step, session)?) {
        Some(column) => column.id,
        None => add(step, session, GROUP_LABEL, OwnKind::Group)?,
    };
    for (number, group) in (1..).zip(groups) {
        let value = OwnKind::Group.read(&name(number)).map_err(Mistake::from)?;
        put(step, column, &group.delegates, value.as_ref())?;
    }
    Ok(())
}

/// Gives what stands in columns of a delegate who goes to the one who stays, where that one has nothing there.
pub(super) fn hand_over(step: &Step<'_>, stays: DelegateId, goes: DelegateId) -> Result<()> {
    step.prepare_cached(
        "UPDATE own_value SET delegate_id = ?1 WHERE delegate_id = ?2
         AND own_column_id NOT IN (SELECT own_column_id FROM own_value WHERE delegate_id = ?1)",
    )?
    .execute((stays.0, goes.0))?;
    Ok(())
}

/// Gives a session the columns of another; what stands in them was noted for that one alone.
pub(super) fn copy(step: &Step<'_>, source: SessionId, session: SessionId) -> Result<()> {
    for (ordinal, column) in heads(step, source)?.iter().enumerate() {
        insert(step, session, &column.label, column.kind, ordinal)?;
    }
    Ok(())
}

/// What stands in the columns of a session of one delegate: the heading, and the value as lists show it.
pub(super) fn of_delegate(connection: &Connection, delegate: DelegateId) -> Result<Vec<(String, String)>> {
    let mut query = connection.prepare_cached(
        "SELECT own_column.label, own_column.kind, own_value.value FROM own_value
         JOIN own_column ON own_column.id = own_value.own_column_id
         WHERE own_value.delegate_id = ?1 ORDER BY own_column.ordinal, own_column.id",
    )?;
    let mut rows = query.query([delegate.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: OwnKind = needed_word(row, "kind")?;
        let value: String = row.get("value")?;
        let shown = match kind.read(&value) {
            Ok(Some(value)) => kind.shown(&value).to_owned(),
            _ => value,
        };
        all.push((row.get("label")?, shown));
    }
    Ok(all)
}
