//! Row images of every change, written by triggers.
//!
//! The triggers are temporary: made anew from the schema at each opening for
//! writing, so they can never lag behind it, and other programs that open the
//! file are not affected. They write only while a step is under way, which a
//! temporary table with its id tells them.

use rusqlite::Connection;

use super::error::Result;

/// Tables whose changes are not steps of the user.
const UNTRACKED: [&str; 2] = ["operation", "row_change"];

/// A table whose rows can be put back.
#[derive(Debug, Clone)]
pub(super) struct Tracked {
    /// Its name.
    pub(super) name: String,
    /// Its columns, `id` included.
    pub(super) columns: Vec<String>,
}

/// The tables of the schema whose changes are recorded.
pub(super) fn tracked(connection: &Connection) -> Result<Vec<Tracked>> {
    let mut names = connection.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = names.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    names
        .into_iter()
        .filter(|name| !UNTRACKED.contains(&name.as_str()))
        .map(|name| {
            let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
            let columns = columns.query_map([&name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            Ok(Tracked { name, columns })
        })
        .collect()
}

/// Makes the temporary table and triggers. Returns the tracked tables.
pub(super) fn install(connection: &Connection) -> Result<Vec<Tracked>> {
    let tables = tracked(connection)?;
    let mut sql = String::from("CREATE TEMP TABLE current_step (id INTEGER PRIMARY KEY);\n");
    for table in &tables {
        let name = quoted(&table.name);
        let old = image("OLD", &table.columns);
        let new = image("NEW", &table.columns);
        for (event, row, before, after) in [
            ("INSERT", "NEW", "NULL", new.as_str()),
            ("UPDATE", "NEW", &old, &new),
            ("DELETE", "OLD", &old, "NULL"),
        ] {
            sql.push_str(&format!(
                "CREATE TEMP TRIGGER {trigger} AFTER {event} ON main.{name}
                 WHEN EXISTS (SELECT 1 FROM current_step)
                 BEGIN
                     INSERT INTO row_change (operation_id, table_name, row_id, before, after)
                     SELECT id, {label}, {row}.id, {before}, {after} FROM current_step;
                 END;\n",
                trigger = quoted(&format!("journal_{}_{event}", table.name)),
                label = literal(&table.name),
            ));
        }
    }
    connection.execute_batch(&sql)?;
    Ok(tables)
}

/// `json_object('id', NEW.id, …)`.
fn image(row: &str, columns: &[String]) -> String {
    let pairs: Vec<String> =
        columns.iter().map(|column| format!("{}, {row}.{}", literal(column), quoted(column))).collect();
    format!("json_object({})", pairs.join(", "))
}

/// A name as an SQL identifier. Names come from the file, which may be hostile.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Text as an SQL literal.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
