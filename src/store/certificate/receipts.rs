//! Certificates follow the list on which they are signed for: who signed it has the paper (đã phát).

use super::{event, register};
use crate::domain::certificate::CertificateState;
use crate::domain::certificate::register::RegisterLine;
use crate::domain::certificate::state::{HandOut, Happened};
use crate::domain::id::{CertificateId, DelegateId};
use crate::store::error::Result;
use crate::store::transact::Step;

/// Lets the valid certificate of somebody follow what counts of them on the list now: received, by whom, or nothing. On which
/// day the paper was handed out no list says. What was handed out without a list stays so.
pub(in crate::store) fn follow(
    step: &Step<'_>,
    delegate: DelegateId,
    received: Option<Option<String>>,
    entry: i64,
) -> Result<()> {
    let Some(line) = valid_of(step, delegate)? else { return Ok(()) };
    let happened = match (received, &line.state) {
        (Some(receiver), CertificateState::HandedOut(how)) if how.receiver == receiver => return Ok(()),
        (Some(_), CertificateState::HandedOut(_)) if !is_by_list(step, line.id)? => return Ok(()),
        (Some(receiver), _) => Happened::HandedOut(HandOut { date: None, receiver }),
        (None, CertificateState::HandedOut(_)) if is_by_list(step, line.id)? => Happened::TakenBack,
        (None, _) => return Ok(()),
    };
    event::append(step, line.id, &happened, Some(entry))?;
    Ok(())
}

/// The last certificate of somebody, if it is valid.
fn valid_of(step: &Step<'_>, delegate: DelegateId) -> Result<Option<RegisterLine>> {
    let mut query =
        step.prepare_cached("SELECT id FROM certificate WHERE delegate_id = ?1 ORDER BY id DESC")?;
    let ids = query.query_map([delegate.0], |row| row.get(0).map(CertificateId))?;
    for id in ids.collect::<rusqlite::Result<Vec<_>>>()? {
        let line = register::line(step, id)?;
        if line.state.is_valid() {
            return Ok(Some(line));
        }
    }
    Ok(None)
}

/// Whether a list said that it was handed out.
fn is_by_list(step: &Step<'_>, id: CertificateId) -> Result<bool> {
    let sql = "SELECT entry_id IS NOT NULL FROM certificate_event
               WHERE certificate_id = ?1 AND kind = 'handed_out' ORDER BY id DESC LIMIT 1";
    let mut query = step.prepare_cached(sql)?;
    let mut rows = query.query([id.0])?;
    Ok(match rows.next()? {
        Some(row) => row.get(0)?,
        None => false,
    })
}
