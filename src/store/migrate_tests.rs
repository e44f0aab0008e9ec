//! Migrations as later ones may be: a table put in place of another, a reference broken.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::error::StoreError;
use super::migrate::{KNOWN, MIGRATIONS, Migration, apply};

/// Puts another table in the place of the people, as SQLite needs it for most changes of a table.
const REBUILT: Migration = (
    "rebuilt",
    "CREATE TABLE person_new (id INTEGER PRIMARY KEY, full_name TEXT NOT NULL) STRICT;
     INSERT INTO person_new (id, full_name) SELECT id, full_name FROM person;
     DROP TABLE person;
     ALTER TABLE person_new RENAME TO person;",
);

/// The same, and loses one of them.
const BROKEN: Migration = (
    "broken",
    "CREATE TABLE person_new (id INTEGER PRIMARY KEY, full_name TEXT NOT NULL) STRICT;
     INSERT INTO person_new (id, full_name) SELECT id, full_name FROM person WHERE id > 1;
     DROP TABLE person;
     ALTER TABLE person_new RENAME TO person;",
);

/// People, what refers to them in each of the ways there are, and a step.
const ROWS: &str = "
    INSERT INTO person (id, uid, full_name, fold_name, name_key, search_key)
    VALUES (1, 'p1', 'Lê Thử Một', 'l', 'l', 'l'), (2, 'p2', 'Lê Thử Hai', 'l', 'l', 'l');
    INSERT INTO person_position (person_id, title, is_main) VALUES (1, 'Trưởng ban', 1), (2, 'Phó ban', 1);
    INSERT INTO session (id, uid, title, kind, form, state, list_order)
    VALUES (1, 's', 'Lớp thử', 'class', 'in_person', 'preparing', 'name');
    INSERT INTO guest (uid, session_id, person_id, kind, name, titles, ordinal)
    VALUES ('g', 1, 2, 'person', 'Lê Thử Hai', '[]', 0);
    INSERT INTO delegate (uid, session_id, person_id, full_name, name_key, search_key)
    VALUES ('d1', 1, 1, 'Lê Thử Một', 'l', 'l'), ('d2', 1, 2, 'Lê Thử Hai', 'l', 'l');
    INSERT INTO operation (id, uid, at, label, kind, state) VALUES (1, 'o', '2026-01-01T00:00:00Z', '{}', 'do', 'done');
";

/// What refers to people, and the state of the step.
const REFERRING: &str = "
    SELECT 'position ' || person_id FROM person_position
    UNION ALL SELECT 'guest ' || ifnull(person_id, '') FROM guest
    UNION ALL SELECT 'delegate ' || person_id FROM delegate
    UNION ALL SELECT 'step ' || state FROM operation";

/// A file of our schema with [`ROWS`] in it.
struct Made {
    connection: Connection,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Made {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("thử.taphuan");
        let mut connection = Connection::open(&path).expect("create");
        apply(&mut connection, 0, &MIGRATIONS).expect("schema");
        connection.execute_batch(ROWS).expect("rows");
        Self { connection, path, _folder: folder }
    }

    /// Applies one more migration.
    fn apply(&mut self, further: Migration) -> super::Result<()> {
        apply(&mut self.connection, KNOWN, &[&MIGRATIONS[..], &[further]].concat())
    }

    fn referring(&self) -> Vec<String> {
        let mut query = self.connection.prepare(REFERRING).expect("select");
        let rows = query.query_map([], |row| row.get(0)).expect("rows");
        rows.collect::<rusqlite::Result<_>>().expect("row")
    }

    fn pragma(&self, name: &str) -> i64 {
        self.connection.pragma_query_value(None, name, |row| row.get(0)).expect("pragma")
    }
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("read")
}

#[test]
fn a_table_put_in_place_of_another_keeps_what_refers_to_it() {
    let mut made = Made::new();
    made.apply(REBUILT).expect("applied");
    assert_eq!(
        made.referring(),
        ["position 1", "position 2", "guest 2", "delegate 1", "delegate 2", "step settled"]
    );
    assert_eq!((made.pragma("user_version"), made.pragma("foreign_keys")), (KNOWN + 1, 1));
    assert!(made.connection.execute("DELETE FROM person", []).is_err(), "delegates hold on to people again");
}

#[test]
fn a_migration_that_breaks_a_reference_is_refused_and_changes_nothing() {
    let mut made = Made::new();
    let (file, rows) = (bytes(&made.path), made.referring());
    let error = made.apply(BROKEN).expect_err("refused");
    assert!(matches!(&error, StoreError::Internal(detail) if detail.contains("broken")), "{error}");
    assert_eq!(made.referring(), rows);
    assert_eq!(bytes(&made.path), file);
    assert_eq!((made.pragma("user_version"), made.pragma("foreign_keys")), (KNOWN, 1));
}

#[test]
fn foreign_keys_are_on_again_after_a_migration_that_fails() {
    let mut made = Made::new();
    made.apply(("failing", "DELETE FROM person; SELECT nothing FROM nowhere;")).expect_err("no such table");
    assert_eq!(made.referring().len(), 6);
    assert_eq!((made.pragma("user_version"), made.pragma("foreign_keys")), (KNOWN, 1));
}

/// Other programs write without foreign keys. What they broke is for `check` to say;
/// refused, the file could not be opened at all any more.
#[test]
fn a_reference_that_was_broken_before_does_not_lock_the_file() {
    let mut made = Made::new();
    made.connection
        .execute_batch(
            "PRAGMA foreign_keys = OFF; UPDATE guest SET person_id = 99; PRAGMA foreign_keys = ON;",
        )
        .expect("break");
    made.apply(REBUILT).expect("applied");
    assert_eq!(made.pragma("user_version"), KNOWN + 1);
    assert!(Made::new().apply(BROKEN).is_err());
}

/// The first programs made files by a draft of 0005; later ones brought some of them as far as schema 9.
#[test]
fn a_file_by_the_draft_of_the_certificates_gets_their_heading() {
    let mut made = Made::new();
    made.connection.execute_batch("ALTER TABLE certificate_plan DROP COLUMN letterhead").expect("draft");
    made.apply(("further", "SELECT letterhead FROM certificate_plan;")).expect("applied");
    made.connection.prepare("SELECT letterhead FROM certificate_plan").expect("the column is there");
}

#[test]
fn the_list_and_the_folder_agree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .expect("migrations folder")
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    let listed: Vec<String> = MIGRATIONS.iter().map(|(name, _)| format!("{name}.sql")).collect();
    assert_eq!(found, listed);
}

#[test]
fn a_row_never_gets_the_id_of_another() {
    let mut made = Made::new();
    let file = &mut made.connection;
    let without: Vec<String> = file
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table'
             AND sql LIKE '%INTEGER PRIMARY KEY%' AND sql NOT LIKE '%AUTOINCREMENT%'",
        )
        .and_then(|mut query| query.query_map([], |row| row.get(0))?.collect())
        .expect("tables");
    assert_eq!(without, [""; 0]);
    // Also one that a migration put in its place.
    let renewed = "CREATE TABLE new (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL) STRICT;
                   DROP TABLE unit_of_then; ALTER TABLE new RENAME TO unit_of_then;";
    let table = "CREATE TABLE unit_of_then (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL) STRICT;
                INSERT INTO unit_of_then (name) VALUES ('A'), ('B'); DELETE FROM unit_of_then;";
    let both = [MIGRATIONS.as_slice(), &[("table", table), ("renewed", renewed)]].concat();
    apply(file, KNOWN, &both).expect("migrated");
    file.execute("INSERT INTO unit_of_then (name) VALUES ('C')", []).expect("added");
    assert_eq!(file.last_insert_rowid(), 3);
}
