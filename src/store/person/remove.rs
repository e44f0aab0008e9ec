//! Taking people out of the registry.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::id::PersonId;
use crate::domain::mistake::Mistake;
use crate::store::codec::Json;
use crate::store::error::Result;
use crate::store::transact::Step;

/// Takes people out. Refused, for all of them, while one is a delegate of some
/// session: the session's list needs whom it was copied from.
pub(in crate::store) fn remove(step: &Step<'_>, people: &[PersonId]) -> Result<()> {
    if let Some((name, sessions)) = someone_called(step, people)? {
        return Err(Mistake::PersonInUse { name, sessions }.into());
    }
    for person in people {
        if step.prepare_cached("DELETE FROM person WHERE id = ?1")?.execute([person.0])? == 0 {
            return Err(Mistake::UnknownPerson.into());
        }
    }
    Ok(())
}

/// One of them who is a delegate, withdrawn or not, and of how many sessions.
fn someone_called(connection: &Connection, people: &[PersonId]) -> Result<Option<(String, usize)>> {
    let mut query = connection.prepare_cached(
        "SELECT person.full_name, count(*)
         FROM person JOIN delegate ON delegate.person_id = person.id
         WHERE person.id IN (SELECT value FROM json_each(?1))
         GROUP BY person.id ORDER BY person.name_key, person.id LIMIT 1",
    )?;
    Ok(query.query_row([Json(people)], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}
