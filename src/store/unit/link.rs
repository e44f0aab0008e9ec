//! People and units of one name, linked.

use super::UnitNames;
use crate::store::error::Result;
use crate::store::transact::Step;

/// Links people whose text names a unit that the registry did not know so far.
/// Their text stays as it is.
pub(super) fn link(step: &Step<'_>) -> Result<()> {
    let mut query = step.prepare_cached("SELECT DISTINCT unit FROM person_unit WHERE unit_id IS NULL")?;
    let texts: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    if texts.is_empty() {
        return Ok(());
    }
    let units = UnitNames::load(step)?;
    for text in texts {
        if let Some(unit) = units.find(&text) {
            step.prepare_cached("UPDATE person_unit SET unit_id = ?2 WHERE unit_id IS NULL AND unit = ?1")?
                .execute((text, unit))?;
        }
    }
    Ok(())
}
