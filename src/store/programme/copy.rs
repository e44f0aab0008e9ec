//! What happens in one sitting copied to others.

use super::edit::{NewItem, insert, session_of};
use crate::domain::id::{SessionId, SittingId};
use crate::domain::mistake::Mistake;
use crate::domain::programme::PlannedSitting;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Adds the items of a sitting to one that has none, topics and presenters
/// included.
pub(in crate::store) fn copy_into(
    step: &Step<'_>,
    session: SessionId,
    source: &PlannedSitting,
    target: SittingId,
) -> Result<()> {
    for (ordinal, item) in source.items.iter().enumerate() {
        let item = NewItem { topic: item.topic, details: item.details.clone() };
        insert(step, session, target, ordinal, &item)?;
    }
    Ok(())
}

/// Replaces what happens in other sittings by what happens in one, hours included.
pub(in crate::store) fn replace(step: &Step<'_>, source: SittingId, targets: &[SittingId]) -> Result<()> {
    let session = session_of(step, source)?;
    let programme = super::read(step, session)?;
    let (_, source) = programme.sitting(source).ok_or(Mistake::UnknownSitting)?;
    for &target in targets {
        let (_, current) = programme.sitting(target).ok_or(Mistake::UnknownSitting)?;
        if target == source.id {
            continue;
        }
        if (current.starts, current.ends) != (source.starts, source.ends) {
            Record::of("sitting")
                .set("starts", source.starts.map(|time| time.to_string()))
                .set("ends", source.ends.map(|time| time.to_string()))
                .update(step, target.0)?;
        }
        step.execute("DELETE FROM programme_item WHERE sitting_id = ?1", [target.0])?;
        copy_into(step, session, source, target)?;
    }
    Ok(())
}
