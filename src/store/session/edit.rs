//! Sessions made, changed, ended and opened again.

use super::{freeze_heading, read, with_details};
use crate::domain::id::{OrganisationId, SessionId};
use crate::domain::organisation::Letterhead;
use crate::domain::session::SessionDetails;
use crate::store::codec::Json;
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
        freeze_heading(step, id)?;
    }
    Ok(id)
}

/// Replaces what a session says, where it differs. Ending it freezes its heading,
/// opening it again lets the heading follow the settings. That it is a sample
/// stays said.
pub(in crate::store) fn edit(step: &Step<'_>, id: SessionId, wanted: SessionDetails) -> Result<()> {
    let current = read(step, id)?.details;
    let wanted = SessionDetails { sample_note: current.sample_note.clone(), ..wanted };
    if wanted == current {
        return Ok(());
    }
    with_details(Record::of("session"), &wanted).update(step, id.0)?;
    match (current.state.is_open(), wanted.state.is_open()) {
        (true, false) => freeze_heading(step, id),
        (false, true) => Record::of("session")
            .set("organisation_name", None::<String>)
            .set("letterhead", None::<Json<Letterhead>>)
            .set("signatory", None::<String>)
            .update(step, id.0),
        _ => Ok(()),
    }
}
