//! Trees of rows: units, and topics, each inside the one its `parent_id` names.

use rusqlite::{Connection, OptionalExtension};

use super::error::Result;

/// The row that one is inside of, if it is in any; `None` when there is no such row.
pub(super) fn parent(connection: &Connection, table: &str, id: i64) -> Result<Option<Option<i64>>> {
    let mut query = connection.prepare_cached(&format!("SELECT parent_id FROM {table} WHERE id = ?1"))?;
    Ok(query.query_row([id], |row| row.get(0)).optional()?)
}

/// A row and what it is inside of, up to the top; `None` when there is no such row.
pub(super) fn above(connection: &Connection, table: &str, id: i64) -> Result<Option<Vec<i64>>> {
    let mut line = vec![id];
    loop {
        match parent(connection, table, line[line.len() - 1])? {
            None => return Ok(None),
            // A ring in a damaged file ends here, too.
            Some(Some(parent)) if !line.contains(&parent) => line.push(parent),
            Some(_) => return Ok(Some(line)),
        }
    }
}

/// Levels of a row with all that is inside it: 1 for one without parts. Of those beyond
/// `most` only the first is counted.
pub(super) fn height(connection: &Connection, table: &str, id: i64, most: usize) -> Result<usize> {
    let mut query = connection.prepare_cached(&format!("SELECT id FROM {table} WHERE parent_id = ?1"))?;
    let mut deepest = 0;
    let mut waiting = vec![(id, 1)];
    while let Some((one, level)) = waiting.pop() {
        deepest = deepest.max(level);
        if level > most {
            break;
        }
        let parts = query.query_map([one], |row| Ok((row.get(0)?, level + 1)))?;
        waiting.extend(parts.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(deepest)
}
