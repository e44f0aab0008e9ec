//! Files that were made to harm: reading them comes to an end, and nothing of them runs.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::salvage;
use crate::domain::session::SessionDetails;
use crate::progress::Progress;
use crate::store::{Access, Store};

/// A data file with one session, changed by `harm`, and how many sessions are saved out of it.
fn saved(harm: impl Fn(&Path)) -> usize {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, new) = (folder.path().join("a.taphuan"), folder.path().join("b.taphuan"));
    let store = Store::create(&path).expect("made");
    let details = SessionDetails { title: "Lớp thử".to_owned(), ..SessionDetails::default() };
    store.create_session(details, None).wait().expect("a session");
    drop(store);
    harm(&path);
    salvage(&path, &new, &Progress::default()).expect("saved");
    Store::open(&new, Access::Read).expect("opened").sessions().wait().expect("sessions").len()
}

/// Writes another definition of a table into the file.
fn define(path: &Path, table: &str, sql: &str) {
    let file = Connection::open(path).expect("opened");
    file.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).expect("set");
    file.execute_batch("PRAGMA writable_schema = ON").expect("set");
    file.execute("UPDATE sqlite_schema SET sql = ?2 WHERE name = ?1", (table, sql)).expect("written");
}

#[test]
fn a_definition_without_end_is_not_run() {
    let endless =
        "CREATE TABLE session AS WITH RECURSIVE more(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM more)
                   SELECT id FROM more";
    assert_eq!(saved(|path| define(path, "session", endless)), 1);
    assert_eq!(saved(|path| define(path, "session", "CREATE TABLE session (id INTEGER PRIMARY KEY)")), 1);
    assert_eq!(saved(|path| define(path, "session", "CREATE TABLE ")), 1);
}

#[test]
fn pages_that_lead_to_each_other_are_read_once() {
    let saved = saved(|path| {
        let mut bytes = fs::read(path).expect("read");
        let file = Connection::open(path).expect("opened");
        let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'person'";
        let root: u32 = file.query_row(root, [], |row| row.get(0)).expect("a root");
        drop(file);
        let begin = (root as usize - 1) * 4096;
        // An interior page of 500 branches, each of which leads back to it.
        let mut page = vec![0; 4096];
        page[0] = 5;
        page[3..5].copy_from_slice(&500_u16.to_be_bytes());
        page[8..12].copy_from_slice(&root.to_be_bytes());
        for cell in 0..500_usize {
            let at = 1100 + cell * 5;
            page[12 + cell * 2..14 + cell * 2]
                .copy_from_slice(&u16::try_from(at).expect("small").to_be_bytes());
            page[at..at + 4].copy_from_slice(&root.to_be_bytes());
            page[at + 4] = 1;
        }
        bytes[begin..begin + 4096].copy_from_slice(&page);
        // The list of free pages leads to itself, too.
        bytes[32..36].copy_from_slice(&root.to_be_bytes());
        fs::write(path, bytes).expect("written");
    });
    assert_eq!(saved, 1);
}
