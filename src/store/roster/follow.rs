//! A person and its delegates follow each other while sessions are open.

use crate::domain::entry;
use crate::domain::id::PersonId;
use crate::domain::numbering::name_key;
use crate::domain::person::PersonDetails;
use crate::domain::registry::PeopleEdit;
use crate::store::error::Result;
use crate::store::record::Record;
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
    let same_unit = before.unit == after.unit && before.unit_group == after.unit_group;
    let units = if same_unit { UnitNames::default() } else { UnitNames::load(step)? };
    edit_among(step, &units, id, before, after)
}

/// The same, when the names of the units are known.
pub(super) fn edit_among(
    step: &Step<'_>,
    units: &UnitNames,
    id: PersonId,
    before: &PersonDetails,
    after: &PersonDetails,
) -> Result<()> {
    let registered = person::read(step, id)?;
    let edited = registered.following(before, after);
    if edited != registered {
        person::update(step, units, id, &edited)?;
    }
    for delegate in delegate::in_open_sessions(step, id)? {
        let followed = delegate.details.following(before, after);
        if followed != delegate.details {
            delegate::update(step, &delegate, &followed, false)?;
        }
    }
    Ok(())
}

/// Changes some fields of people, in the registry and in open sessions.
pub(in crate::store) fn edit_people(step: &Step<'_>, people: &[PersonId], edit: &PeopleEdit) -> Result<()> {
    let units = UnitNames::load(step)?;
    people.iter().try_for_each(|id| edit_fields(step, &units, *id, edit))
}

fn edit_fields(step: &Step<'_>, units: &UnitNames, id: PersonId, edit: &PeopleEdit) -> Result<()> {
    let before = person::read(step, id)?;
    let mut after = before.clone();
    if let Some(position) = &edit.position {
        after.position.clone_from(position);
    }
    if let Some(unit) = &edit.unit {
        after.unit.clone_from(unit);
        after.unit_group.clone_from(&edit.unit_group);
    }
    let after = entry::person(after)?;
    edit_among(step, units, id, &before, &after)?;
    if let Some(paid) = edit.state_paid {
        let current: Option<bool> =
            step.query_row("SELECT state_paid FROM person WHERE id = ?1", [id.0], |row| row.get(0))?;
        if current != paid {
            Record::of("person").set("state_paid", paid).update(step, id.0)?;
        }
    }
    Ok(())
}

/// Sets the name by which lists order a person, in the registry and in open sessions.
pub(in crate::store) fn set_sort_name(step: &Step<'_>, id: PersonId, sort_name: Option<&str>) -> Result<()> {
    if person::sort_name(step, id)?.as_deref() != sort_name {
        let details = person::read(step, id)?;
        Record::of("person")
            .set("sort_name", sort_name)
            .set("name_key", name_key(sort_name, &details))
            .update(step, id.0)?;
    }
    for delegate in delegate::in_open_sessions(step, id)? {
        if delegate.sort_name.as_deref() != sort_name {
            Record::of("delegate")
                .set("sort_name", sort_name)
                .set("name_key", name_key(sort_name, &delegate.details))
                .update(step, delegate.id.0)?;
        }
    }
    Ok(())
}
