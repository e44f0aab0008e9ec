//! Data files of older schemas, and all that stands in a data file.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use rusqlite::Connection;
use rusqlite::types::Value;

/// Tables of the history, which an upgrade clears.
const HISTORY: [&str; 2] = ["operation", "row_change"];

/// Columns that the program computes from others, and may compute anew.
const COMPUTED: [&str; 3] = ["fold_name", "name_key", "search_key"];

/// Columns that another one replaces: a print run is known by its session's uid since schema
/// 10, marks are no part of a step any more, and since schema 15 each certificate keeps what is printed on it.
const REPLACED: [(&str, &str); 3] =
    [("attendance_mark", "operation_id"), ("print_run", "session_id"), ("certificate", "kept_name")];

/// What stood in a table of before schema 13, as it stands since: marks that took one back are entries, and what was
/// decided of somebody is apart from their essay.
const MOVED: [(&str, &str); 2] = [
    (
        "attendance_mark",
        "(SELECT entry.id, entry.uid, mark.delegate_id, mark.sitting_id, mark.status, entry.at,
              iif(entry.retracts IS NULL, mark.note, NULL) AS note, entry.retracts
          FROM mark_entry AS entry
          JOIN attendance_mark AS mark ON mark.entry_id = coalesce(entry.retracts, entry.id))",
    ),
    (
        "completion_result",
        "(SELECT decision.id, delegate_id, completed, commended, grade, reason, decided_at
          FROM completion_decision AS decision LEFT JOIN essay USING (delegate_id))",
    ),
];

/// Puts a stored file into a folder. Its README says what each of them holds.
pub fn unpack(name: &str, folder: &Path) -> PathBuf {
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data_files/{name}.taphuan.gz"));
    let path = folder.join(format!("{name}.taphuan"));
    let mut packed = GzDecoder::new(File::open(stored).expect(name));
    std::io::copy(&mut packed, &mut File::create(&path).expect("create")).expect("unpack");
    path
}

/// Opens a file beside the store, to look at it.
pub fn look(path: &Path) -> Connection {
    Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).expect("open")
}

/// The answer of a query: a line for each row.
pub fn lines(connection: &Connection, sql: &str) -> Vec<String> {
    let mut query = connection.prepare(sql).expect(sql);
    let width = query.column_count();
    let rows = query.query_map([], |row| {
        let values = (0..width).map(|at| row.get::<_, Value>(at)).collect::<Result<Vec<_>, _>>()?;
        Ok(values.iter().map(|value| format!("{value:?}")).collect::<Vec<_>>().join(" "))
    });
    rows.expect(sql).collect::<Result<_, _>>().expect(sql)
}

/// The answer of a query that gives one number.
pub fn number(connection: &Connection, sql: &str) -> i64 {
    connection.query_row(sql, [], |row| row.get(0)).expect(sql)
}

/// The schema of a file.
pub fn schema(connection: &Connection) -> i64 {
    number(connection, "SELECT user_version FROM pragma_user_version")
}

/// The columns that hold what the user entered, by table.
pub type Columns = BTreeMap<String, Vec<String>>;

/// The columns of the tables that a file has, without its history.
pub fn columns(connection: &Connection) -> Columns {
    let mut query = connection
        .prepare(
            "SELECT tables.name, columns.name
             FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
             WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' ORDER BY tables.name, columns.cid",
        )
        .expect("columns");
    let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)));
    let mut columns = Columns::new();
    for row in rows.expect("columns") {
        let (table, column) = row.expect("column");
        let kept = !HISTORY.contains(&table.as_str()) && !COMPUTED.contains(&column.as_str());
        if kept && !REPLACED.contains(&(table.as_str(), column.as_str())) {
            columns.entry(table).or_default().push(column);
        }
    }
    columns
}

/// The rows of these columns, by table.
pub fn content(connection: &Connection, columns: &Columns) -> BTreeMap<String, Vec<String>> {
    let is_moved = connection.table_exists(None, "mark_entry").expect("tables");
    let rows = |(table, columns): (&String, &Vec<String>)| {
        let which = match table.as_str() {
            // How often a file was written changes with each write.
            "data_file" => "WHERE name <> 'writes'",
            // Marks have other columns since schema 13, certificates since 15, and so other checksums.
            "record_hash" => "WHERE kind NOT IN (3, 4)",
            _ => "",
        };
        let moved = MOVED
            .iter()
            .find(|(name, _)| is_moved && name == table && !columns.contains(&"entry_id".to_owned()));
        let from = moved.map_or(table.as_str(), |(_, query)| query);
        let sql = format!("SELECT {} FROM {from} {which} ORDER BY 1", columns.join(", "));
        (table.clone(), lines(connection, &sql))
    };
    columns.iter().map(rows).collect()
}
