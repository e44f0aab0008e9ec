//! Sessions made, changed, ended and opened again.

use super::snapshot;
use super::{read, with_details};
use crate::domain::id::{OrganisationId, SessionId};
use crate::domain::session::SessionDetails;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Adds a session with nothing in it.
pub(in crate::store) fn create(
    step: &Step<'_>,
    organisation: Option<OrganisationId>,
    details: &SessionDetails,
) -> Result<SessionId> {
    let id = super::insert(step, organisation.map(|organisation| organisation.0), details)?;
    if !details.state.is_open() {
        snapshot::take(step, id)?;
    }
    Ok(id)
}

/// Replaces what a session says, where it differs. Ending it keeps its
/// heading and its topics, opening it again lets them follow settings and library. That it is a sample
/// stays said.
pub(in crate::store) fn edit(step: &Step<'_>, id: SessionId, wanted: SessionDetails) -> Result<()> {
    let current = read(step, id)?.details;
    let wanted = SessionDetails { sample_note: current.sample_note.clone(), ..wanted };
    if wanted == current {
        return Ok(());
    }
    with_details(Record::of("session"), &wanted).update(step, id.0)?;
    match (current.state.is_open(), wanted.state.is_open()) {
        (true, false) => snapshot::take(step, id),
        (false, true) => snapshot::release(step, id),
        _ => Ok(()),
    }
}

/// Puts a session away, or takes it out again.
pub(in crate::store) fn put_away(step: &Step<'_>, id: SessionId, away: bool) -> Result<()> {
    match read(step, id)?.put_away == away {
        true => Ok(()),
        false => Record::of("session").set("put_away", away).update(step, id.0),
    }
}

/// Chooses the organisation whose papers a session's are.
pub(in crate::store) fn choose_organisation(
    step: &Step<'_>,
    id: SessionId,
    organisation: OrganisationId,
) -> Result<()> {
    match super::organisation(step, id)? == Some(organisation) {
        true => Ok(()),
        false => Record::of("session").set("organisation_id", organisation.0).update(step, id.0),
    }
}
