//! Chốt danh sách: numbers that stay, and opening the list again.

use std::collections::HashSet;

use rusqlite::Connection;

use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{ClusterId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::numbering::{Lists, Numbered, is_fixed, is_shown, numbered};
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;
use crate::store::{cluster, delegate, session};

/// Fixes the numbers of lists as they stand. Those fixed already stay as they are.
pub(in crate::store) fn fix(step: &Step<'_>, session: SessionId, lists: Lists) -> Result<()> {
    let delegates = shown(step, session)?;
    if !delegates.iter().any(|one| lists.hold(one.cluster) && one.state == DelegateState::Listed) {
        return Err(Mistake::NobodyListed.into());
    }
    let mut newly_fixed = HashSet::new();
    for row in numbered_of(step, session, &delegates)? {
        let cluster = row.delegate.cluster;
        if lists.hold(cluster) && !is_fixed(&delegates, cluster) {
            Record::of("delegate").set("fixed_number", row.number).update(step, row.delegate.id.0)?;
            newly_fixed.insert(cluster);
        }
    }
    for cluster in newly_fixed.into_iter().flatten() {
        Record::of("cluster").set("fixed_at", step.now()).update(step, cluster.0)?;
    }
    Ok(())
}

/// Opens lists again: numbers follow the order, and crossed-out ones are gone.
pub(in crate::store) fn open(step: &Step<'_>, session: SessionId, lists: Lists) -> Result<()> {
    session::state(step, session)?;
    for delegate in delegate::of_session(step, session)? {
        if lists.hold(delegate.cluster) && delegate.fixed_number.is_some() {
            Record::of("delegate")
                .set("fixed_number", None::<u32>)
                .set("supplementary", false)
                .update(step, delegate.id.0)?;
        }
    }
    settle_numbers(step, session)
}

/// After any change of who is in which list: additions to a fixed list get the
/// next numbers and stand under "Bổ sung"; a list that nobody has a number in is
/// open again.
pub(in crate::store) fn settle_numbers(step: &Step<'_>, session: SessionId) -> Result<()> {
    step.prepare_cached(
        "UPDATE cluster SET fixed_at = NULL, version = version + 1
         WHERE session_id = ?1 AND fixed_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM delegate
                           WHERE delegate.cluster_id = cluster.id AND delegate.fixed_number IS NOT NULL)",
    )?
    .execute([session.0])?;
    let lists = fixed_lists(step, session)?;
    if lists.is_empty() {
        return Ok(());
    }
    let delegates = shown(step, session)?;
    for row in numbered_of(step, session, &delegates)? {
        if row.delegate.fixed_number.is_none() && lists.contains(&row.delegate.cluster) {
            Record::of("delegate")
                .set("fixed_number", row.number)
                .set("supplementary", true)
                .update(step, row.delegate.id.0)?;
        }
    }
    Ok(())
}

/// The lists of a session that are fixed.
pub(super) fn fixed_lists(connection: &Connection, session: SessionId) -> Result<HashSet<Option<ClusterId>>> {
    let mut query = connection.prepare_cached(
        "SELECT DISTINCT cluster_id FROM delegate WHERE session_id = ?1 AND fixed_number IS NOT NULL",
    )?;
    let lists = query.query_map([session.0], |row| Ok(row.get::<_, Option<i64>>(0)?.map(ClusterId)))?;
    Ok(lists.collect::<rusqlite::Result<_>>()?)
}

/// The delegates that papers list.
fn shown(connection: &Connection, session: SessionId) -> Result<Vec<Delegate>> {
    Ok(delegate::of_session(connection, session)?.into_iter().filter(is_shown).collect())
}

/// The delegates that papers list, in their order.
pub(in crate::store) fn in_order(connection: &Connection, session: SessionId) -> Result<Vec<Delegate>> {
    let shown = shown(connection, session)?;
    let numbered = numbered_of(connection, session, &shown)?;
    Ok(numbered.into_iter().map(|row| row.delegate.clone()).collect())
}

/// The delegates with their numbers.
fn numbered_of<'a>(
    connection: &Connection,
    session: SessionId,
    delegates: &'a [Delegate],
) -> Result<Vec<Numbered<'a>>> {
    let order = session::read(connection, session)?.details.list_order;
    Ok(numbered(delegates, &cluster::ids(connection, session)?, order))
}
