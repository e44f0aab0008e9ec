//! Organisations as the settings change them.

use super::{insert_signatory, logo, signatory_fields, with_details};
use crate::domain::id::OrganisationId;
use crate::domain::mistake::Mistake;
use crate::domain::organisation::OrganisationDetails;
use crate::store::error::Result;
use crate::store::record::Record;
use crate::store::transact::Step;

/// Takes an organisation away with its signatories. Refused while sessions are its.
pub(in crate::store) fn remove(step: &Step<'_>, id: OrganisationId) -> Result<()> {
    let name = super::read(step, id)?.short_name;
    let sql = "SELECT count(*) FROM session WHERE organisation_id = ?1";
    let sessions: usize = step.query_row(sql, [id.0], |row| row.get(0))?;
    if sessions > 0 {
        return Err(Mistake::OrganisationInUse(name, sessions).into());
    }
    logo::replace(step, id, None)?;
    step.execute("DELETE FROM organisation WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Puts the organisations in this order; those left out follow. The first is the
/// one new sessions are of, and the one shown beside the program's name.
pub(in crate::store) fn reorder(step: &Step<'_>, order: &[OrganisationId]) -> Result<()> {
    let known: Vec<OrganisationId> = super::all(step)?.into_iter().map(|one| one.id).collect();
    if order.iter().any(|id| !known.contains(id)) {
        return Err(Mistake::UnknownOrganisation.into());
    }
    let left_out = known.iter().filter(|id| !order.contains(id));
    for (ordinal, id) in order.iter().chain(left_out).enumerate() {
        if known.get(ordinal) != Some(id) || step_ordinal(step, *id)? != ordinal {
            Record::of("organisation").set("ordinal", ordinal).update(step, id.0)?;
        }
    }
    Ok(())
}

fn step_ordinal(step: &Step<'_>, id: OrganisationId) -> Result<usize> {
    Ok(step.query_row("SELECT ordinal FROM organisation WHERE id = ?1", [id.0], |row| row.get(0))?)
}

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
    if current.logo != wanted.logo {
        logo::replace(step, id, wanted.logo.as_ref())?;
    }
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
