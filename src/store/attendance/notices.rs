//! What was said before of delegates: who will not come, and who is sent instead.

use rusqlite::{Connection, OptionalExtension};

use super::super::error::Result;
use super::super::record::Record;
use super::super::transact::Step;
use super::arrivals;
use crate::domain::attendance::arrival::Found;
use crate::domain::attendance::notice::{Notice, Span};
use crate::domain::id::{DelegateId, SessionId, SittingId};
use crate::domain::mistake::Mistake;
use crate::vietnamese::clean::clean;

/// All notices of a session.
pub(super) fn of_session(connection: &Connection, session: SessionId) -> Result<Vec<Notice>> {
    let mut query = connection.prepare_cached(
        "SELECT notice.delegate_id, notice.sitting_id, notice.onward, notice.reason, notice.substitute_id
         FROM absence_notice AS notice JOIN delegate ON delegate.id = notice.delegate_id
         WHERE delegate.session_id = ?1 ORDER BY notice.id",
    )?;
    let notices = query.query_map([session.0], |row| {
        let sitting = row.get::<_, Option<i64>>("sitting_id")?.map(SittingId);
        Ok(Notice {
            delegate: DelegateId(row.get("delegate_id")?),
            span: match (sitting, row.get("onward")?) {
                (None, _) => Span::Session,
                (Some(sitting), true) => Span::Onward(sitting),
                (Some(sitting), false) => Span::Sitting(sitting),
            },
            reason: row.get("reason")?,
            substitute: row.get::<_, Option<i64>>("substitute_id")?.map(DelegateId),
        })
    })?;
    Ok(notices.collect::<rusqlite::Result<_>>()?)
}

/// Writes down what was said before, in the place of an earlier notice of the same sittings.
pub(in crate::store) fn set(step: &Step<'_>, notice: &Notice) -> Result<()> {
    let (sitting, onward) = match notice.span {
        Span::Session => (None, false),
        Span::Sitting(sitting) => (Some(sitting.0), false),
        Span::Onward(sitting) => (Some(sitting.0), true),
    };
    if let Some(sitting) = sitting {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM sitting JOIN delegate ON delegate.cluster_id = sitting.cluster_id
                                  WHERE sitting.id = ?1 AND delegate.id = ?2)";
        if !step.prepare_cached(sql)?.query_row((sitting, notice.delegate.0), |row| row.get(0))? {
            return Err(Mistake::UnknownSitting.into());
        }
    }
    let earlier = "SELECT id FROM absence_notice WHERE delegate_id = ?1 AND sitting_id IS ?2 AND onward = ?3";
    let place = (notice.delegate.0, sitting, onward);
    let earlier: Option<i64> = step.prepare_cached(earlier)?.query_row(place, |row| row.get(0)).optional()?;
    if let Some(earlier) = earlier {
        step.prepare_cached("DELETE FROM absence_notice WHERE id = ?1")?.execute([earlier])?;
    }
    let reason = notice.reason.as_deref().map(clean).filter(|reason| !reason.is_empty());
    Record::of("absence_notice")
        .set("delegate_id", notice.delegate.0)
        .set("sitting_id", sitting)
        .set("onward", onward)
        .set("reason", reason)
        .set("substitute_id", notice.substitute.map(|substitute| substitute.0))
        .insert(step)?;
    Ok(())
}

/// Writes down a notice; who is sent and is no delegate yet is made one.
pub(in crate::store) fn announce(
    step: &Step<'_>,
    session: SessionId,
    mut notice: Notice,
    sent: Option<Found>,
) -> Result<()> {
    super::refuse_foreign(step, session, notice.delegate)?;
    notice.substitute = match sent {
        None => None,
        Some(Found::Delegate(delegate)) => {
            super::refuse_foreign(step, session, delegate)?;
            Some(delegate)
        }
        Some(found) => {
            let cluster = arrivals::cluster_of(step, notice.delegate)?;
            // Whoever is no delegate is a newcomer.
            let who = found.newcomer().ok_or(Mistake::UnknownDelegate)?;
            Some(arrivals::sent(step, session, cluster, &who, notice.delegate)?)
        }
    };
    set(step, &notice)
}

/// Forgets what was said of a delegate.
pub(in crate::store) fn forget(step: &Step<'_>, delegate: DelegateId) -> Result<()> {
    step.prepare_cached("DELETE FROM absence_notice WHERE delegate_id = ?1")?.execute([delegate.0])?;
    Ok(())
}

/// Forgets that somebody was sent.
pub(super) fn forget_substitute(step: &Step<'_>, substitute: DelegateId) -> Result<()> {
    step.prepare_cached("DELETE FROM absence_notice WHERE substitute_id = ?1")?.execute([substitute.0])?;
    Ok(())
}
