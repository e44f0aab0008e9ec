//! What a migration to schema 15 leaves to the program: keys to search by, and codes.

use rusqlite::Connection;

use super::{copy, issue};
use crate::domain::certificate::copy::PrintedCopy;
use crate::store::error::Result;

/// Fills them in for the certificates of before.
pub(in crate::store) fn fill(connection: &Connection) -> Result<()> {
    let mut query = connection.prepare("SELECT * FROM certificate WHERE check_code IS NULL ORDER BY id")?;
    let all = query.query_map([], |row| Ok((row.get("id")?, copy(row)?)))?;
    let all: Vec<(i64, PrintedCopy)> = all.collect::<rusqlite::Result<_>>()?;
    let mut set =
        connection.prepare("UPDATE certificate SET check_code = ?2, search_key = ?3 WHERE id = ?1")?;
    for (id, copy) in all {
        set.execute((id, issue::new_code(connection)?.to_string(), copy.search_key()))?;
    }
    Ok(())
}
