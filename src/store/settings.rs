//! Settings of the data file: a name and a text each.

use rusqlite::{Connection, OptionalExtension};

use super::error::Result;
use super::transact::Step;

/// A setting; `None` while it was never set.
pub(super) fn read(connection: &Connection, name: &str) -> Result<Option<String>> {
    let mut query = connection.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    Ok(query.query_row([name], |row| row.get(0)).optional()?)
}

/// Writes a setting where it differs.
pub(super) fn write(step: &Step<'_>, name: &str, value: Option<&str>) -> Result<()> {
    match (read(step, name)?, value) {
        (current, value) if current.as_deref() == value => {}
        (Some(_), Some(value)) => {
            step.execute("UPDATE setting SET value = ?2 WHERE name = ?1", (name, value))?;
        }
        (_, Some(value)) => {
            step.execute("INSERT INTO setting (name, value) VALUES (?1, ?2)", (name, value))?;
        }
        (_, None) => {
            step.execute("DELETE FROM setting WHERE name = ?1", [name])?;
        }
    }
    Ok(())
}
