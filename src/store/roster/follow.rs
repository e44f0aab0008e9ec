//! A person and its delegates follow each other while sessions are open.

use crate::domain::id::PersonId;
use crate::domain::person::PersonDetails;
use crate::store::error::Result;
use crate::store::transact::Step;
use crate::store::unit::UnitNames;
use crate::store::{delegate, person};

/// Repeats in the registry, and in every open session, an edit that led from
/// `before` to `after`: fields it did not touch stay as each of them has them.
pub(in crate::store) fn edit_person(
    step: &Step<'_>,
    id: PersonId,
    before: &PersonDetails,
    after: &PersonDetails,
) -> Result<()> {
    let registered = person::read(step, id)?;
    let edited = registered.following(before, after);
    if edited != registered {
        let same_unit = edited.unit == registered.unit;
        let units = if same_unit { UnitNames::default() } else { UnitNames::load(step)? };
        person::update(step, &units, id, &edited)?;
    }
    for delegate in delegate::in_open_sessions(step, id)? {
        let followed = delegate.details.following(before, after);
        if followed != delegate.details {
            delegate::update(step, &delegate, &followed, false)?;
        }
    }
    Ok(())
}
