//! What happens in one sitting copied to others.

use super::edit::{NewItem, insert, session_of};
use crate::domain::cluster::Sitting;
use crate::domain::id::{SessionId, SittingId};
use crate::domain::library::LibraryMistake;
use crate::domain::mistake::Mistake;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Adds the items of a sitting to one that has none, topics and presenters
/// included.
pub(in crate::store) fn copy_into(
    step: &Step<'_>,
    session: SessionId,
    source: &Sitting,
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

/// Fills the sittings of a session that have no items from another session, and
/// gives it the topics of that session if it has none of its own. Returns how many
/// sittings were filled.
pub(in crate::store) fn take_over(step: &Step<'_>, session: SessionId, source: SessionId) -> Result<usize> {
    let own = super::read(step, session)?;
    let other = super::read(step, source)?;
    let pairs = own.filled_from(&other);
    if pairs.is_empty() {
        return Err(Mistake::from(LibraryMistake::NothingFits).into());
    }
    if let (None, Some(curriculum)) = (own.curriculum, other.curriculum) {
        crate::store::session::follow(step, session, curriculum)?;
    }
    for (target, source) in &pairs {
        if own.sitting(*target).is_some_and(|(_, one)| one.starts.is_none() && one.ends.is_none()) {
            super::set_hours(step, *target, source.starts, source.ends)?;
        }
        copy_into(step, session, source, *target)?;
    }
    Ok(pairs.len())
}
