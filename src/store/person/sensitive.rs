//! What is sensitive by law, kept apart and only where the user asks for it.

use crate::domain::id::PersonId;
use crate::domain::list::Sensitive;
use crate::store::error::Result;
use crate::store::transact::Step;

/// Keeps what a list says of a person; what it does not say stays as it is known.
pub(in crate::store) fn keep(step: &Step<'_>, person: PersonId, says: &Sensitive) -> Result<()> {
    if says.is_empty() {
        return Ok(());
    }
    step.prepare_cached(
        "INSERT INTO person_sensitive (person_id, ethnicity, religion, party_member, education)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person_id) DO UPDATE SET
             ethnicity = coalesce(excluded.ethnicity, ethnicity),
             religion = coalesce(excluded.religion, religion),
             party_member = coalesce(excluded.party_member, party_member),
             education = coalesce(excluded.education, education)",
    )?
    .execute((person.0, &says.ethnicity, &says.religion, says.party_member, &says.education))?;
    Ok(())
}
