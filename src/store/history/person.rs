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
    let rows = rows(connection, person)?;
    let mut steps = HashSet::new();
    let mut changed = connection
        .prepare_cached("SELECT operation_id FROM row_change WHERE table_name = ?1 AND row_id = ?2")?;
    for (table, row) in &rows {
        for step in changed.query_map((table, row), |row| row.get::<_, i64>(0))? {
            steps.insert(step?);
        }
    }
    // Lines of what was added stand for many rows and begin anywhere before theirs: one pass over all
    // of them is quicker than the way back from each row.
    let mut added = connection.prepare_cached(
        "SELECT operation_id, table_name, row_id, rows FROM row_change WHERE change = 'insert'",
    )?;
    let mut lines = added.query([])?;
    while let Some(line) = lines.next()? {
        let (first, count): (i64, i64) = (line.get(2)?, line.get(3)?);
        let table = line.get_ref(1)?.as_str().unwrap_or_default();
        if rows.iter().any(|(of, row)| *of == table && (first..first + count).contains(row)) {
            steps.insert(line.get(0)?);
        }
    }
    Ok(steps)
}

/// The rows of a person: their own, and those that belong to them or did.
fn rows(connection: &Connection, person: PersonId) -> Result<Vec<(&'static str, i64)>> {
    let mut rows = vec![("person", person.0)];
    for table in OF_PERSON {
        let there = format!("SELECT id FROM {table} WHERE person_id = ?1");
        // What was theirs and is gone. Rows that are put back keep their id.
        let gone = format!(
            "SELECT row_id FROM row_change WHERE table_name = '{table}' AND change = 'delete'
               AND json_extract(before, '$.person_id') = ?1"
        );
        for sql in [there, gone] {
            rows.extend(ids(connection, &sql, person.0)?.into_iter().map(|row| (table, row)));
        }
    }
    let certificates = "SELECT certificate.id FROM certificate JOIN delegate ON delegate.id = delegate_id
                        WHERE person_id = ?1";
    rows.extend(ids(connection, certificates, person.0)?.into_iter().map(|row| ("certificate", row)));
    rows.sort_unstable();
    rows.dedup();
    Ok(rows)
}

fn ids(connection: &Connection, sql: &str, person: i64) -> Result<Vec<i64>> {
    let mut query = connection.prepare_cached(sql)?;
    Ok(query.query_map([person], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
