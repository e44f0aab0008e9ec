//! What is sensitive by law, kept apart and only where the user asks for it.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::id::PersonId;
use crate::domain::list::Sensitive;
use crate::store::error::Result;
use crate::store::transact::Step;

/// What is kept of a person.
pub(in crate::store) fn read(connection: &Connection, person: PersonId) -> Result<Sensitive> {
    let mut query = connection.prepare_cached(
        "SELECT ethnicity, religion, party_member, education FROM person_sensitive WHERE person_id = ?1",
    )?;
    let kept = query.query_row([person.0], |row| {
        Ok(Sensitive {
            ethnicity: row.get(0)?,
            religion: row.get(1)?,
            party_member: row.get(2)?,
            education: row.get(3)?,
        })
    });
    Ok(kept.optional()?.unwrap_or_default())
}

/// Keeps this and nothing else; of nothing, no trace stays.
pub(in crate::store) fn set(step: &Step<'_>, person: PersonId, says: &Sensitive) -> Result<()> {
    if says.is_empty() {
        step.prepare_cached("DELETE FROM person_sensitive WHERE person_id = ?1")?.execute([person.0])?;
        return Ok(());
    }
    step.prepare_cached(
        "INSERT INTO person_sensitive (person_id, ethnicity, religion, party_member, education)
         VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (person_id) DO UPDATE SET
             ethnicity = excluded.ethnicity,
             religion = excluded.religion,
             party_member = excluded.party_member,
             education = excluded.education",
    )?
    .execute((person.0, &says.ethnicity, &says.religion, says.party_member, &says.education))?;
    Ok(())
}

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
