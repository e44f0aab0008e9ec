//! The journal: what a step changed, written by triggers; and the tombstones of what was deleted.
//!
//! The triggers are temporary: made anew from the schema at each opening for
//! writing, so they can never lag behind it, and other programs that open the
//! file are not affected. Those of the journal write only while a step is under way,
//! which a temporary table with its id tells them.
//!
//! It holds no more than undoing needs: of inserted rows nothing but their ids, which [`super::watch`]
//! gathers, of a deleted one the whole, of an updated one the fields that changed.
//! Versions are left out, for they only grow.

use std::collections::HashMap;

use rusqlite::Connection;

use super::error::Result;
use super::watch::Inserted;

/// Tables that keep the books of writing itself, and facts. Facts are only ever added
/// to: to take one back a further one is added, so they need no image. Tables of scans
/// and of secrets belong here, too: an image would keep what was meant to be forgotten.
const UNTRACKED: [&str; 20] = [
    "operation",
    "operation_session",
    "row_change",
    "tombstone",
    "data_file",
    "record_hash",
    "erasure",
    "mark_entry",
    "attendance_mark",
    "attendance",
    "mark_conflict",
    "sitting_event",
    "receipt_mark",
    "receipt",
    "signed_scan",
    "print_run",
    "print_run_page",
    "certificate_picture",
    "signature_picture",
    "signature_use",
];

/// A table whose rows can be put back.
#[derive(Debug, Clone)]
pub(super) struct Tracked {
    /// Its name.
    pub(super) name: String,
    /// Its columns, `id` included.
    pub(super) columns: Vec<String>,
    /// How many tables hold on to its rows (`ON DELETE RESTRICT`), one behind the other:
    /// rows of a table with less are deleted first.
    pub(super) depth: usize,
}

impl Tracked {
    /// Whether its rows carry a version.
    pub(super) fn has_version(&self) -> bool {
        self.has("version")
    }

    fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|name| name == column)
    }

    /// A row of `source` ("OLD", "NEW" or the table) as a JSON object.
    pub(super) fn image(&self, source: &str) -> String {
        let pair = |column: &String| format!("{}, {source}.{}", literal(column), quoted(column));
        let pairs: Vec<String> = self.columns.iter().map(pair).collect();
        format!("json_object({})", pairs.join(", "))
    }
}

/// The tables of the schema whose changes are recorded.
fn tracked(connection: &Connection) -> Result<Vec<Tracked>> {
    let names = texts(
        connection,
        "SELECT name FROM main.sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
        [],
    )?;
    let mut held: HashMap<String, Vec<String>> = HashMap::new();
    for name in &names {
        let holds = "SELECT \"table\" FROM pragma_foreign_key_list(?1)
                     WHERE on_delete = 'RESTRICT' AND \"table\" <> ?1";
        for parent in texts(connection, holds, [name])? {
            held.entry(parent).or_default().push(name.clone());
        }
    }
    names
        .iter()
        .filter(|name| !UNTRACKED.contains(&name.as_str()))
        .map(|name| {
            let columns = texts(connection, "SELECT name FROM pragma_table_info(?1)", [name])?;
            Ok(Tracked { name: name.clone(), columns, depth: depth(name, &held, DEEPEST) })
        })
        .collect()
}

/// No more tables than this hold on to each other in a row; a hostile file may make them a ring.
const DEEPEST: usize = 6;

/// How many tables hold on to this one, one behind the other, at most `most`.
fn depth(name: &str, held: &HashMap<String, Vec<String>>, most: usize) -> usize {
    let Some(left) = most.checked_sub(1) else { return 0 };
    let holders = held.get(name).into_iter().flatten();
    holders.map(|holder| depth(holder, held, left) + 1).max().unwrap_or(0)
}

fn texts<P: rusqlite::Params>(connection: &Connection, sql: &str, parameters: P) -> Result<Vec<String>> {
    let mut query = connection.prepare(sql)?;
    Ok(query.query_map(parameters, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Makes the temporary table and triggers. Returns the tracked tables.
pub(super) fn install(connection: &Connection) -> Result<Vec<Tracked>> {
    let tables = tracked(connection)?;
    let mut sql = String::from("CREATE TEMP TABLE current_step (id INTEGER PRIMARY KEY);\n");
    for table in &tables {
        let (before, after) = (table.image("OLD"), "NULL".to_owned());
        sql.push_str(&trigger(table, "UPDATE", "NEW", &changed(table)));
        sql.push_str(&trigger(table, "DELETE", "OLD", &format!("{before} AS before, {after} AS after")));
        if table.has("uid") {
            sql.push_str(&tombstones(table));
        }
    }
    NEVER_CHANGED.iter().for_each(|table| sql.push_str(&guard(table)));
    connection.execute_batch(&sql)?;
    Ok(tables)
}

/// Writes the lines of the rows that a step added to these tables.
pub(super) fn note_inserted(
    connection: &Connection,
    tables: &[Tracked],
    step: i64,
    rows: &[Inserted],
) -> Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO row_change (operation_id, table_name, row_id, rows, place, change)
         VALUES (?1, ?2, ?3, ?4, ?5, 'insert')",
    )?;
    for one in rows.iter().filter(|one| tables.iter().any(|table| table.name == one.table)) {
        insert.execute((step, &one.table, one.first, one.last - one.first + 1, one.place))?;
    }
    Ok(())
}

/// Records what happens to the rows of a table; an update that changed nothing is none.
fn trigger(table: &Tracked, event: &str, row: &str, images: &str) -> String {
    format!(
        "CREATE TEMP TRIGGER {trigger} AFTER {event} ON main.{name}
         WHEN EXISTS (SELECT 1 FROM current_step)
         BEGIN
             INSERT INTO row_change (operation_id, table_name, row_id, change, before, after)
             SELECT current_step.id, {label}, {row}.id, lower('{event}'), before, after
             FROM current_step, (SELECT {images}) WHERE before IS NOT '{{}}';
         END;\n",
        trigger = quoted(&format!("journal_{}_{event}", table.name)),
        name = quoted(&table.name),
        label = literal(&table.name),
    )
}

/// The fields of a row that an update changed, before and after.
fn changed(table: &Tracked) -> String {
    let fields: Vec<String> = table
        .columns
        .iter()
        .filter(|column| !["id", "version"].contains(&column.as_str()))
        .map(|column| {
            let name = quoted(column);
            format!("SELECT {} AS field, OLD.{name} AS was, NEW.{name} AS becomes", literal(column))
        })
        .collect();
    format!(
        "json_group_object(field, was) AS before, json_group_object(field, becomes) AS after
         FROM ({}) WHERE was IS NOT becomes",
        fields.join(" UNION ALL ")
    )
}

/// Facts are added to, never changed. The file says so, too, but its own triggers do not run.
const NEVER_CHANGED: [&str; 5] =
    ["attendance_mark", "certificate_event", "mark_entry", "receipt_mark", "sitting_event"];

fn guard(table: &str) -> String {
    format!(
        "CREATE TEMP TRIGGER {table}_is_never_changed BEFORE UPDATE ON main.{table}
         BEGIN
             SELECT raise(ABORT, '{table} is never changed');
         END;\n"
    )
}

/// What is deleted leaves its uid and its last version.
fn tombstones(table: &Tracked) -> String {
    format!(
        "CREATE TEMP TRIGGER {buried} AFTER DELETE ON main.{name}
         BEGIN
             INSERT INTO tombstone (uid, kind, version, at)
             VALUES (OLD.uid, {label}, {version}, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
             ON CONFLICT (uid) DO UPDATE
             SET kind = excluded.kind, version = max(version, excluded.version), at = excluded.at;
         END;\n",
        buried = quoted(&format!("tombstone_of_{}", table.name)),
        name = quoted(&table.name),
        label = literal(&table.name),
        // What is never changed has one version.
        version = if table.has_version() { "OLD.version" } else { "1" },
    )
}

/// Of the rows that were added, those that had been deleted go on from the version they had.
///
/// Not by a trigger: with one on insertions SQLite keeps every page they touch, to be able to take
/// each of them back alone, and a long list takes a quarter longer.
pub(super) fn rise(connection: &Connection, tables: &[Tracked], rows: &[Inserted]) -> Result<()> {
    if !connection.prepare_cached("SELECT 1 FROM tombstone")?.exists([])? {
        return Ok(());
    }
    for one in rows {
        let Some(table) = tables.iter().find(|table| table.name == one.table && table.has("uid")) else {
            continue;
        };
        let name = quoted(&table.name);
        if table.has_version() {
            // Not `uid IN`: SQLite would go through all tombstones instead of these rows.
            let grow = format!(
                "UPDATE {name} SET version = 1 + max(version,
                     (SELECT version FROM tombstone WHERE tombstone.uid = {name}.uid))
                 WHERE id BETWEEN ?1 AND ?2
                   AND EXISTS (SELECT 1 FROM tombstone WHERE tombstone.uid = {name}.uid)"
            );
            connection.prepare_cached(&grow)?.execute([one.first, one.last])?;
        }
        let forget =
            format!("DELETE FROM tombstone WHERE uid IN (SELECT uid FROM {name} WHERE id BETWEEN ?1 AND ?2)");
        connection.prepare_cached(&forget)?.execute([one.first, one.last])?;
    }
    Ok(())
}

/// A name as an SQL identifier. Names come from the file, which may be hostile.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Text as an SQL literal.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
