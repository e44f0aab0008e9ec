//! People and units of one name, linked.

use std::collections::HashMap;

use super::UnitNames;
use crate::store::error::Result;
use crate::store::transact::Step;

/// Links people whose text names a unit that the registry did not know so far.
/// Their text stays as it is.
pub(super) fn link(step: &Step<'_>) -> Result<()> {
    let units = UnitNames::load(step)?;
    for (row, unit) in unlinked(step, &units)? {
        step.prepare_cached("UPDATE person_unit SET unit_id = ?2 WHERE id = ?1")?.execute((row, unit))?;
    }
    Ok(())
}

/// The rows of people that name a unit, and the unit. In one pass, each text looked up once:
/// a hundred thousand people may name some thousand units.
fn unlinked(step: &Step<'_>, units: &UnitNames) -> Result<Vec<(i64, i64)>> {
    let mut query = step.prepare_cached("SELECT id, unit FROM person_unit WHERE unit_id IS NULL")?;
    let mut rows = query.query([])?;
    let mut known: HashMap<String, Option<i64>> = HashMap::new();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text: String = row.get(1)?;
        let unit = match known.get(&text) {
            Some(unit) => *unit,
            None => *known.entry(text.clone()).or_insert_with(|| units.find(&text)),
        };
        if let Some(unit) = unit {
            found.push((row.get(0)?, unit));
        }
    }
    Ok(found)
}
