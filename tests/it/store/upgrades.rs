//! Data files of every older schema, opened by the program as it is now.
//!
//! `tests/data_files` holds files that older programs made; those of schemas that no
//! program ever left behind, unless it was killed on the way, are made here.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::data_files::{columns, content, lines, look, number, schema, unpack};
use rusqlite::Connection;
use taphuan::store::{Access, Store, StoreError, Turn};

/// The stored files with their schemas.
const STORED: [(&str, i64); 10] = [
    ("schema-6-draft", 6),
    ("schema-6", 6),
    ("schema-7", 7),
    ("schema-8", 8),
    ("schema-9", 9),
    ("schema-10", 10),
    ("schema-11", 11),
    ("schema-12", 12),
    ("schema-13", 13),
    ("schema-14", 14),
];

/// Rows for files that are made here: what to add once a schema has the tables for it.
const ROWS: [(i64, &str); 5] = [
    (
        1,
        "INSERT INTO setting (name, value) VALUES ('thử', 'giá trị thử');
         INSERT INTO operation (id, uid, at, label, kind, state) VALUES
             (1, 'a', '2026-01-01T00:00:00Z', '{\"id\":\"a\"}', 'do', 'done'),
             (2, 'b', '2026-01-01T00:00:00Z', '{\"id\":\"b\"}', 'do', 'undone');
         INSERT INTO row_change (operation_id, table_name, row_id, after) VALUES
             (1, 'setting', 1, '{\"id\":1}'), (1, 'person', 1, '{\"id\":1}'), (2, 'person', 1, '{\"id\":1}');",
    ),
    (
        2,
        "INSERT INTO unit (uid, name, kind, name_key, search_key) VALUES ('u', 'Thôn Một', 'body', 'm', 'm');
         INSERT INTO person (uid, full_name, fold_name, name_key, search_key) VALUES ('p', 'Lê Thử', 'l', 'l', 'l');
         INSERT INTO person_unit (person_id, unit_id, unit, is_main) VALUES (1, 1, 'Thôn Một', 1);",
    ),
    (3, "INSERT INTO topic (uid, ordinal, title, search_key) VALUES ('t', 0, 'Chuyên đề thử', 'c');"),
    (
        4,
        "INSERT INTO session (uid, title, kind, form, state, list_order)
         VALUES ('s', 'Lớp thử', 'class', 'in_person', 'preparing', 'name');
         INSERT INTO delegate (uid, session_id, person_id, full_name, name_key, search_key)
         VALUES ('d', 1, 1, 'Lê Thử', 'l', 'l');",
    ),
    (5, "INSERT INTO completion_result (delegate_id, completed, decided_at) VALUES (1, 1, '2026-01-01T00:00:00Z');"),
];

/// Every data file of an older schema, each in a folder of its own.
fn older_files() -> Vec<(PathBuf, tempfile::TempDir)> {
    let newest = newest();
    let stored = STORED.iter().filter(|(_, schema)| *schema < newest);
    let stored = stored.map(|(name, _)| with_folder(|folder| unpack(name, folder)));
    let made = (1..=5).map(|schema| with_folder(|folder| half_made(schema, folder)));
    made.chain(stored).collect()
}

fn with_folder(make: impl FnOnce(&Path) -> PathBuf) -> (PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("folder");
    (make(folder.path()), folder)
}

/// The schema that the program writes.
fn newest() -> i64 {
    let (path, _folder) = with_folder(|folder| folder.join("mới.taphuan"));
    drop(Store::create(&path).expect("create"));
    schema(&look(&path))
}

/// A file with the tables of the first migrations and a few rows in them.
fn half_made(schema: i64, folder: &Path) -> PathBuf {
    let path = folder.join(format!("dở dang {schema}.taphuan"));
    let file = Connection::open(&path).expect("create");
    let migrations = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations")).expect("migrations");
    let mut migrations: Vec<PathBuf> = migrations.map(|entry| entry.expect("entry").path()).collect();
    migrations.sort();
    for (number, migration) in (1..=schema).zip(migrations) {
        file.execute_batch(&fs::read_to_string(migration).expect("read")).expect("migration");
        for (_, rows) in ROWS.iter().filter(|(since, _)| *since == number) {
            file.execute_batch(rows).expect("rows");
        }
    }
    file.pragma_update(None, "application_id", 0x5461_7048).expect("ours");
    file.pragma_update(None, "user_version", schema).expect("schema");
    path
}

/// Opens a file for writing and asks of it what a window would: what this needs of
/// the store beyond opening stands here alone. Returns the copy from before an upgrade.
fn use_file(path: &Path) -> Option<PathBuf> {
    let store = Store::open(path, Access::Write).expect("open");
    assert!(store.check().wait().expect("check").is_sound(), "{}", path.display());
    assert!(store.undo().wait().expect("undo") == Turn::Nothing, "nothing to undo");
    assert!(store.redo().wait().expect("redo") == Turn::Nothing, "nothing to redo");
    for session in store.sessions().wait().expect("sessions") {
        let dossier = store.dossier(session.id).wait().expect("dossier");
        assert_eq!(dossier.delegates.len(), session.delegates as usize, "{}", path.display());
    }
    store.upgrade_copy().map(Path::to_owned)
}

#[test]
fn every_schema_before_ours_has_a_file() {
    let stored: Vec<i64> = STORED.iter().map(|(_, schema)| *schema).collect();
    for older in 6..newest() {
        assert!(stored.contains(&older), "a file of schema {older} is to be made: see tests/data_files");
    }
    for (name, expected) in STORED {
        let (path, _folder) = with_folder(|folder| unpack(name, folder));
        assert_eq!(schema(&look(&path)), expected, "{name}");
    }
}

/// Otherwise the other tests would find nothing lost where nothing was.
#[test]
fn the_stored_files_hold_what_an_upgrade_may_lose() {
    for (name, version) in STORED {
        let (path, _folder) = with_folder(|folder| unpack(name, folder));
        let file = look(&path);
        let least = |at_least: i64, what: &str| {
            let found = number(&file, &format!("SELECT count(*) FROM {what}"));
            assert!(found >= at_least, "{name}: {found} of {what}");
        };
        least(10, "delegate WHERE session_id = 1");
        least(4, "unit");
        least(2, "cluster JOIN sitting ON sitting.cluster_id = cluster.id");
        least(4, "programme_item");
        let (retracting, decisions) = match version {
            ..13 => ("attendance_mark", "completion_result"),
            _ => ("mark_entry", "completion_decision"),
        };
        least(3, &format!("{retracting} WHERE retracts IS NOT NULL"));
        least(1, decisions);
        for kind in ["issued", "printed", "voided", "restored", "reissued"] {
            least(1, &format!("certificate_event WHERE kind = '{kind}'"));
        }
        for state in ["done", "undone", "settled"] {
            let images = "operation JOIN row_change ON operation_id = operation.id AND table_name = 'person'";
            least(1, &format!("{images} WHERE kind = 'do' AND state = '{state}'"));
        }
        least(1, "operation WHERE state = 'discarded'");
        if version >= 7 {
            least(2, "print_run JOIN print_run_page ON print_run_id = print_run.id");
        }
        if version >= 9 {
            least(1, "paper_look WHERE recipe_uid IN (SELECT uid FROM paper_recipe)");
            least(1, "paper_words");
        }
        if version >= 11 {
            least(1, "erasure");
            least(1, "person WHERE erased_at IS NOT NULL");
            least(3, "import_record");
        }
    }
}

#[test]
fn an_upgrade_loses_nothing() {
    for (path, _folder) in older_files() {
        let columns = columns(&look(&path));
        let before = content(&look(&path), &columns);
        use_file(&path);
        let upgraded = look(&path);
        assert_eq!(content(&upgraded, &columns), before, "{}", path.display());
        assert_eq!(schema(&upgraded), newest(), "{}", path.display());
        assert_eq!(lines(&upgraded, "PRAGMA foreign_key_check"), [""; 0], "{}", path.display());
        let lost = "SELECT id FROM print_run WHERE session_uid NOT IN (SELECT uid FROM session)";
        assert_eq!(lines(&upgraded, lost), [""; 0], "{}", path.display());
    }
}

/// The history of people's fields goes on, without what was undone and so never happened.
#[test]
fn an_upgrade_ends_the_steps_and_keeps_what_happened() {
    const STEPS: &str =
        "SELECT id, uid, at, label, kind, target_id, changes, state FROM operation ORDER BY id";
    const STEPS_ENDED: &str = "
        SELECT id, uid, at, label, kind, target_id, changes,
            CASE state WHEN 'done' THEN 'settled' WHEN 'undone' THEN 'discarded' ELSE state END
        FROM operation ORDER BY id";
    // Of what was added no image is kept.
    const IMAGES: &str = "SELECT id, operation_id, table_name, row_id, before, after FROM row_change
         WHERE before IS NOT NULL ORDER BY id";
    const IMAGES_THAT_HAPPENED: &str = "
        SELECT id, operation_id, table_name, row_id, before, after FROM row_change
        WHERE table_name IN ('person', 'delegate') AND before IS NOT NULL
            AND operation_id IN (SELECT id FROM operation WHERE state IN ('done', 'settled'))
        ORDER BY id";
    for (path, _folder) in older_files() {
        let steps = lines(&look(&path), STEPS_ENDED);
        let images = lines(&look(&path), IMAGES_THAT_HAPPENED);
        use_file(&path);
        assert_eq!(lines(&look(&path), STEPS), steps, "{}", path.display());
        assert_eq!(lines(&look(&path), IMAGES), images, "{}", path.display());
    }
}

#[test]
fn the_file_as_it_was_is_kept_and_the_second_opening_upgrades_nothing() {
    for (path, folder) in older_files() {
        let before = look(&path);
        let (version, columns) = (schema(&before), columns(&before));
        let (before, steps) = (content(&before, &columns), lines(&before, "SELECT * FROM row_change"));
        let copy = use_file(&path).expect("a copy");
        assert_eq!(schema(&look(&copy)), version);
        assert_eq!(content(&look(&copy), &columns), before, "{}", copy.display());
        assert_eq!(lines(&look(&copy), "SELECT * FROM row_change"), steps, "{}", copy.display());

        let upgraded = fs::read(&path).expect("read");
        assert_eq!(use_file(&path), None);
        assert_eq!(fs::read(&path).expect("read"), upgraded, "{}", path.display());
        let files = fs::read_dir(folder.path()).expect("folder").count();
        assert_eq!(files, 3, "the file, its lock and the copy");
    }
}

#[test]
fn an_older_file_is_not_opened_for_reading() {
    for (path, folder) in older_files() {
        let before = fs::read(&path).expect("read");
        assert!(matches!(Store::open(&path, Access::Read), Err(StoreError::TooOld(_))), "{}", path.display());
        assert_eq!(fs::read(&path).expect("read"), before, "{}", path.display());
        assert_eq!(fs::read_dir(folder.path()).expect("folder").count(), 1, "{}", path.display());
    }
}

/// What the newest of the stored files is for, until it is an older one as well.
#[test]
fn a_file_of_our_schema_is_opened_as_it_is() {
    for (name, _) in STORED.iter().filter(|(_, schema)| *schema == newest()) {
        let (path, _folder) = with_folder(|folder| unpack(name, folder));
        let before = fs::read(&path).expect("read");
        let store = Store::open(&path, Access::Write).expect("open");
        assert_eq!(store.upgrade_copy(), None);
        drop(store);
        assert_eq!(fs::read(&path).expect("read"), before);
    }
}
