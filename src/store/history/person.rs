//! Which lines of the history are about a person.

use std::collections::HashSet;

use rusqlite::Connection;

use crate::domain::id::PersonId;
use crate::store::error::Result;

/// Tables whose rows belong to a person by a column.
const OF_PERSON: [&str; 6] =
    ["person_position", "person_unit", "person_sensitive", "delegate", "guest", "presenter_slot"];

/// The steps that changed the person, or what belongs to them: also those that added or deleted it.
pub(super) fn steps(connection: &Connection, person: PersonId) -> Result<HashSet<i64>> {
    let mut steps = HashSet::new();
    of_row(connection, "person", person.0, &mut steps)?;
    for table in OF_PERSON {
        let sql = format!("SELECT id FROM {table} WHERE person_id = ?1");
        let rows: Vec<i64> = ids(connection, &sql, person.0)?;
        for row in &rows {
            of_row(connection, table, *row, &mut steps)?;
        }
        // What was theirs and is gone. Rows that are put back keep their id.
        let sql = format!(
            "SELECT row_id FROM row_change WHERE table_name = '{table}' AND change = 'delete'
               AND json_extract(before, '$.person_id') = ?1"
        );
        for row in ids(connection, &sql, person.0)?.into_iter().filter(|row| !rows.contains(row)) {
            of_row(connection, table, row, &mut steps)?;
        }
    }
    let certificates = "SELECT certificate.id FROM certificate JOIN delegate ON delegate.id = delegate_id
                        WHERE person_id = ?1";
    for row in ids(connection, certificates, person.0)? {
        of_row(connection, "certificate", row, &mut steps)?;
    }
    Ok(steps)
}

/// The steps that changed or deleted a row, and the one that added it.
fn of_row(connection: &Connection, table: &str, row: i64, steps: &mut HashSet<i64>) -> Result<()> {
    let mut changed = connection
        .prepare_cached("SELECT operation_id FROM row_change WHERE table_name = ?1 AND row_id = ?2")?;
    let changed = changed.query_map((table, row), |row| row.get::<_, i64>(0))?;
    for step in changed {
        steps.insert(step?);
    }
    // An id is given once, so lines of what was added do not overlap: the nearest is the one.
    let mut added = connection.prepare_cached(
        "SELECT operation_id, row_id + rows FROM row_change
         WHERE table_name = ?1 AND row_id <= ?2 AND change = 'insert' ORDER BY row_id DESC LIMIT 1",
    )?;
    let mut lines = added.query((table, row))?;
    while let Some(line) = lines.next()? {
        if row < line.get::<_, i64>(1)? {
            steps.insert(line.get(0)?);
        }
    }
    Ok(())
}

fn ids(connection: &Connection, sql: &str, person: i64) -> Result<Vec<i64>> {
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_map([person], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
