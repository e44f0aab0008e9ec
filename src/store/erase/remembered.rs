//! What the program keeps by itself: how papers were made, what columns meant, settings.

use rusqlite::Connection;
use serde_json::Value;

use super::names::Names;
use crate::store::error::Result;
use crate::store::transact::Step;

/// Texts and JSON that may hold a name.
const KEPT: [(&str, &str); 9] = [
    ("setting", "value"),
    ("paper_recipe", "name"),
    ("paper_recipe", "options"),
    ("paper_look", "options"),
    ("paper_words", "words"),
    ("column_mapping", "layout"),
    ("column_mapping", "mapping"),
    ("print_run", "options"),
    ("import_record", "source"),
];

/// Whether this column is one of them.
pub(super) fn is_kept(table: &str, column: &str) -> bool {
    KEPT.contains(&(table, column))
}

/// Puts "(đã xóa)" in the place of the names. Answers in how many texts.
pub(super) fn erase(step: &Step<'_>, names: &Names) -> Result<usize> {
    let mut count = 0;
    for (table, column) in KEPT {
        for (row, text) in found(step, table, column, names)? {
            // Two layouts of columns may have become the same.
            let sql = format!("UPDATE OR REPLACE {table} SET {column} = ?2 WHERE id = ?1");
            count += step.prepare_cached(&sql)?.execute((row, text))?;
        }
    }
    Ok(count)
}

fn found(connection: &Connection, table: &str, column: &str, names: &Names) -> Result<Vec<(i64, String)>> {
    let mut query = connection.prepare_cached(&format!("SELECT id, {column} FROM {table}"))?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text = row.get_ref(1)?.as_str().unwrap_or_default();
        let without = match serde_json::from_str::<Value>(text) {
            Ok(mut value) => erase_in(&mut value, names).then(|| value.to_string()),
            Err(_) => names.replaced(text),
        };
        if let Some(without) = without {
            found.push((row.get(0)?, without));
        }
    }
    Ok(found)
}

/// Answers whether there was a name, also in the name of an entry.
fn erase_in(value: &mut Value, names: &Names) -> bool {
    match value {
        Value::String(text) => match names.replaced(text) {
            Some(without) => {
                *text = without;
                true
            }
            None => false,
        },
        // Each of them, not only up to the first.
        Value::Array(all) => all.iter_mut().filter_map(|one| erase_in(one, names).then_some(())).count() > 0,
        Value::Object(entries) => {
            let mut found = false;
            for (name, mut value) in std::mem::take(entries) {
                found |= erase_in(&mut value, names);
                let without = names.replaced(&name);
                found |= without.is_some();
                entries.insert(without.unwrap_or(name), value);
            }
            found
        }
        _ => false,
    }
}
