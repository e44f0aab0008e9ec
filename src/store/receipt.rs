//! Who received money, documents or a certificate: facts that are entered with marks of attendance, and taken back as they are.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension};

use super::attendance::{Entry, insert_entry};
use super::certificate;
use super::codec::needed_word;
use super::error::{Result, StoreError};
use super::record::Record;
use super::transact::Step;
use crate::domain::attendance::receipt::{NewReceipt, NewReceipts, Receipt, Receipted, Receipts, SignedFor};
use crate::domain::delegate::DelegateState;
use crate::domain::id::{DelegateId, EntryId, SessionId};
use crate::domain::mistake::Mistake;

/// Writes what a signed list says. What stands there already is left as it is and told; where all of it does, nothing is
/// written. Refused as a whole where one cannot be entered.
pub(super) fn append(step: &Step<'_>, entry: &NewReceipts) -> Result<Receipted> {
    let mut receipted = Receipted::default();
    let mut seen = HashSet::with_capacity(entry.receipts.len());
    for receipt in &entry.receipts {
        if !seen.insert(receipt.delegate) {
            return Err(StoreError::Internal("two receipts of one delegate on one list".to_owned()));
        }
        may_receive(step, entry.session, receipt.delegate)?;
        match counting(step, receipt.delegate, entry.signed_for)? {
            Some(known) if says_the_same(&known, receipt) => receipted.already.push(known),
            _ => receipted.marked.push(receipt.clone()),
        }
    }
    if receipted.marked.is_empty() {
        return Ok(receipted);
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
    for receipt in &receipted.marked {
        insert(step, id, entry.signed_for, receipt)?;
        follow(step, receipt.delegate, entry.signed_for, id)?;
    }
    receipted.entry = Some(id);
    Ok(receipted)
}

/// Whoever signed for a certificate has it.
fn follow(step: &Step<'_>, delegate: DelegateId, signed_for: SignedFor, entry: EntryId) -> Result<()> {
    if signed_for != SignedFor::Certificate {
        return Ok(());
    }
    let counts = counting(step, delegate, signed_for)?.filter(|receipt| receipt.received);
    certificate::receipts::follow(step, delegate, counts.map(|receipt| receipt.receiver), entry.0)
}

fn says_the_same(known: &Receipt, receipt: &NewReceipt) -> bool {
    known.received == receipt.received && known.receiver == receipt.receiver
}

/// Refuses who is not of the session, or was taken off its list.
fn may_receive(connection: &Connection, session: SessionId, delegate: DelegateId) -> Result<()> {
    let sql = "SELECT full_name, state FROM delegate WHERE id = ?1 AND session_id = ?2";
    let found = connection
        .prepare_cached(sql)?
        .query_row((delegate.0, session.0), |row| Ok((row.get::<_, String>(0)?, needed_word(row, "state")?)))
        .optional()?;
    match found.ok_or(Mistake::UnknownDelegate)? {
        (name, DelegateState::Withdrawn) => Err(Mistake::Withdrawn(name).into()),
        _ => Ok(()),
    }
}

/// Adds one, which counts from now on.
fn insert(step: &Step<'_>, entry: EntryId, signed_for: SignedFor, receipt: &NewReceipt) -> Result<()> {
    let counts = "SELECT mark_id FROM receipt WHERE delegate_id = ?1 AND paper = ?2";
    let place = (receipt.delegate.0, signed_for.code());
    let replaces: Option<i64> = step.prepare_cached(counts)?.query_row(place, |row| row.get(0)).optional()?;
    let id = Record::of("receipt_mark")
        .with_uid()
        .set("entry_id", entry.0)
        .set("delegate_id", receipt.delegate.0)
        .set("paper", signed_for.code())
        .set("received", receipt.received)
        .set("receiver", &receipt.receiver)
        .set("replaces", replaces)
        .insert(step)?;
    count(step, receipt.delegate.0, signed_for.code(), id)
}

/// Lets one count.
fn count(step: &Step<'_>, delegate: i64, paper: &str, mark: i64) -> Result<()> {
    let sql = "INSERT INTO receipt (delegate_id, paper, mark_id) VALUES (?1, ?2, ?3)
               ON CONFLICT (delegate_id, paper) DO UPDATE SET mark_id = excluded.mark_id";
    step.prepare_cached(sql)?.execute((delegate, paper, mark))?;
    Ok(())
}

/// What counts of a retracted entry counts no more: what counted before does again.
pub(super) fn uncount(step: &Step<'_>, entry: EntryId) -> Result<()> {
    let mut counting = step.prepare_cached(
        "SELECT mark.delegate_id, mark.paper, mark.id FROM receipt_mark AS mark
         JOIN receipt ON receipt.mark_id = mark.id WHERE mark.entry_id = ?1",
    )?;
    let counting = counting.query_map([entry.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let counting: Vec<(i64, String, i64)> = counting.collect::<rusqlite::Result<_>>()?;
    for (delegate, paper, mark) in counting {
        match before(step, mark)? {
            Some(earlier) => count(step, delegate, &paper, earlier)?,
            None => {
                let sql = "DELETE FROM receipt WHERE delegate_id = ?1 AND paper = ?2";
                step.prepare_cached(sql)?.execute((delegate, &paper))?;
            }
        }
        if let Some(signed_for) = SignedFor::on_paper(&paper) {
            follow(step, DelegateId(delegate), signed_for, entry)?;
        }
    }
    Ok(())
}

/// The one that counted before, and still can.
fn before(connection: &Connection, mark: i64) -> Result<Option<i64>> {
    let sql = "SELECT earlier.id, EXISTS (SELECT 1 FROM mark_entry AS later WHERE later.retracts = earlier.entry_id)
               FROM receipt_mark AS mark JOIN receipt_mark AS earlier ON earlier.id = mark.replaces
               WHERE mark.id = ?1";
    let mut query = connection.prepare_cached(sql)?;
    let mut at = mark;
    loop {
        let earlier = query.query_row([at], |row| Ok((row.get(0)?, row.get::<_, bool>(1)?))).optional()?;
        match earlier {
            None => return Ok(None),
            Some((earlier, false)) => return Ok(Some(earlier)),
            Some((earlier, true)) => at = earlier,
        }
    }
}

const COUNTING: &str = "SELECT mark.delegate_id, mark.paper, mark.received, mark.receiver, entry.at
     FROM receipt JOIN receipt_mark AS mark ON mark.id = receipt.mark_id
     JOIN mark_entry AS entry ON entry.id = mark.entry_id";

/// A row; none of a paper that another version of the program knows.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Option<Receipt>> {
    let paper: String = row.get("paper")?;
    let Some(signed_for) = SignedFor::on_paper(&paper) else { return Ok(None) };
    Ok(Some(Receipt {
        delegate: DelegateId(row.get("delegate_id")?),
        signed_for,
        received: row.get("received")?,
        receiver: row.get("receiver")?,
        at: row.get("at")?,
    }))
}

fn counting(connection: &Connection, delegate: DelegateId, signed_for: SignedFor) -> Result<Option<Receipt>> {
    let sql = format!("{COUNTING} WHERE receipt.delegate_id = ?1 AND receipt.paper = ?2");
    let found = connection.prepare_cached(&sql)?.query_row((delegate.0, signed_for.code()), read);
    Ok(found.optional()?.flatten())
}

/// All that counts in a session.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Receipts> {
    let sql = format!("{COUNTING} WHERE entry.session_id = ?1");
    let mut query = connection.prepare_cached(&sql)?;
    let all = query.query_map([session.0], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Receipts::new(all.into_iter().flatten()))
}
