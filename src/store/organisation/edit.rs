//! Organisations as the settings change them.

use super::{insert_signatory, signatory_fields, with_details};
use crate::domain::id::OrganisationId;
use crate::domain::organisation::OrganisationDetails;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Replaces what an organisation says, where it differs. Signatories are told
/// apart by their place in the list.
pub(in crate::store) fn update(
    step: &Step<'_>,
    id: OrganisationId,
    current: &OrganisationDetails,
    wanted: &OrganisationDetails,
) -> Result<()> {
    let without_signatories =
        |details: &OrganisationDetails| OrganisationDetails { signatories: Vec::new(), ..details.clone() };
    if without_signatories(current) != without_signatories(wanted) {
        with_details(Record::of("organisation"), wanted).update(step, id.0)?;
    }
    let mut rows =
        step.prepare_cached("SELECT id FROM signatory WHERE organisation_id = ?1 ORDER BY ordinal, id")?;
    let rows: Vec<i64> = rows.query_map([id.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for (place, signatory) in wanted.signatories.iter().enumerate() {
        match rows.get(place) {
            Some(_) if current.signatories.get(place) == Some(signatory) => {}
            Some(row) => signatory_fields(Record::of("signatory"), signatory, place).update(step, *row)?,
            None => insert_signatory(step, id.0, place, signatory)?,
        }
    }
    for row in rows.iter().skip(wanted.signatories.len()) {
        step.execute("DELETE FROM signatory WHERE id = ?1", [row])?;
    }
    Ok(())
}
