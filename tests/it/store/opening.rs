//! Opening data files: good ones, and everything that is not one.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::store::{person, small_session, step};
use taphuan::store::{Access, BackupManner, Store, StoreError};

fn new_file(folder: &Path) -> PathBuf {
    let path = folder.join("thử nghiệm.taphuan");
    let store = Store::create(&path).expect("create");
    store.plant(step("plant"), vec![small_session()]).wait().expect("plant");
    path
}

fn refusal(path: &Path, access: Access) -> StoreError {
    let before = fs::read(path).ok();
    let error = match Store::open(path, access) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => error,
    };
    assert_eq!(fs::read(path).ok(), before, "a refused file is left as it was");
    error
}

#[test]
fn a_file_reopens_with_everything_in_it() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    let store = Store::open(&path, Access::Read).expect("open");
    let sessions = store.sessions().wait().expect("sessions");
    assert_eq!(sessions.len(), 1);
    assert_eq!(
        (sessions[0].title.as_str(), sessions[0].delegates, sessions[0].clusters),
        ("Tập huấn thử", 3, 2)
    );
    assert!(store.check().wait().expect("check").is_sound());
}

#[test]
fn files_that_are_not_ours_are_refused_untouched() {
    let folder = tempfile::tempdir().expect("folder");
    let text = folder.path().join("danh sách.taphuan");
    fs::write(&text, "Họ và tên;Năm sinh\n".repeat(20)).expect("write");
    let empty = folder.path().join("rỗng.taphuan");
    fs::write(&empty, "").expect("write");
    let other = folder.path().join("khác.taphuan");
    rusqlite::Connection::open(&other).expect("other").execute_batch("CREATE TABLE a (b)").expect("table");
    for path in [&text, &other, &folder.path().to_owned()] {
        for access in [Access::Read, Access::Write] {
            assert!(matches!(refusal(path, access), StoreError::NotOurs(_)), "{}", path.display());
        }
    }
    assert!(matches!(refusal(&empty, Access::Write), StoreError::Empty(_)));
    assert!(matches!(refusal(&folder.path().join("không có.taphuan"), Access::Read), StoreError::Missing(_)));
}

#[test]
fn a_newer_file_is_refused_untouched() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    rusqlite::Connection::open(&path)
        .expect("open")
        .pragma_update(None, "user_version", 999)
        .expect("pragma");
    for access in [Access::Read, Access::Write] {
        assert!(matches!(refusal(&path, access), StoreError::TooNew { found: 999, .. }));
    }
}

#[test]
fn an_older_file_is_copied_before_it_is_upgraded() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("cũ.taphuan");
    let first = include_str!("../../../migrations/0001_history.sql");
    let old = rusqlite::Connection::open(&path).expect("old");
    old.execute_batch(first).expect("schema");
    old.execute_batch("PRAGMA application_id = 0x54617048; PRAGMA user_version = 1;").expect("pragmas");
    drop(old);

    assert!(matches!(refusal(&path, Access::Read), StoreError::TooOld(_)));
    let store = Store::open(&path, Access::Write).expect("upgrade");
    let copy = store.upgrade_copy().expect("a copy").to_owned();
    assert!(store.sessions().wait().expect("the new tables").is_empty());
    let kept: i64 = rusqlite::Connection::open(&copy)
        .expect("copy")
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .expect("version");
    assert_eq!(kept, 1);
}

#[test]
fn one_writer_at_a_time_and_readers_beside_it() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    let writer = Store::open(&path, Access::Write).expect("writer");
    assert!(matches!(refusal(&path, Access::Write), StoreError::Locked(_)));
    let reader = Store::open(&path, Access::Read).expect("reader");
    assert_eq!(reader.search("binh").wait().expect("search").len(), 1);
    let refused = reader.add_people(step("add"), vec![person("Vũ An", 1970, "Xã Tam Đại")]).wait();
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
    assert!(matches!(reader.undo().wait(), Err(StoreError::ReadOnly)));
    drop(writer);
    Store::open(&path, Access::Write).expect("the lock is free again");
}

#[test]
fn a_write_protected_file_opens_for_reading_only() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    let mut permissions = fs::metadata(&path).expect("metadata").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("protect");
    assert!(matches!(refusal(&path, Access::Write), StoreError::ReadOnly));
    assert_eq!(Store::open(&path, Access::Read).expect("read").sessions().wait().expect("sessions").len(), 1);
}

#[test]
fn damage_is_named_and_nothing_panics() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    let whole = fs::read(&path).expect("read");
    // Every page in turn is overwritten, and the file cut short at every page.
    for page in 0..whole.len() / 4096 {
        let at = page * 4096;
        let mut scratched = whole.clone();
        let from = if page == 0 { 100 } else { at };
        scratched[from..at + 4096].fill(0x5A);
        for content in [scratched, whole[..at].to_vec()] {
            fs::write(&path, &content).expect("write");
            let opened = Store::open(&path, Access::Read);
            let outcome = opened.and_then(|store| {
                store.sessions().wait()?;
                store.dossier(taphuan::domain::id::SessionId(1)).wait()?;
                store.search("an").wait()?;
                store.check().wait()
            });
            match outcome {
                Ok(report) => assert!(!report.is_sound(), "page {page}: damage went unseen"),
                Err(
                    StoreError::Corrupt(_)
                    | StoreError::NotOurs(_)
                    | StoreError::Empty(_)
                    | StoreError::NoSession(_),
                ) => {}
                Err(other) => panic!("page {page}: {other}"),
            }
        }
    }
}

#[test]
fn backup_and_restore_bring_everything_back() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    let backup = folder.path().join("sao lưu.taphuan");
    let store = Store::open(&path, Access::Write).expect("open");
    store.backup(&backup, BackupManner::default()).wait().expect("backup");
    store.add_people(step("add"), vec![person("Vũ Sau", 1970, "Xã Tam Đại")]).wait().expect("add");

    assert!(matches!(Store::restore(&path, &backup), Err(StoreError::Locked(_))), "not under an open window");
    drop(store);
    let kept = Store::restore(&path, &backup).expect("restore").expect("the replaced file is kept");
    let found = |path: &Path| {
        Store::open(path, Access::Read).expect("open").search("vu sau").wait().expect("search").len()
    };
    assert_eq!(found(&path), 0);
    assert_eq!(found(&kept), 1);

    fs::write(&backup, b"not a backup").expect("write");
    assert!(matches!(Store::restore(&path, &backup), Err(StoreError::NotOurs(_))));
    assert_eq!(found(&path), 0, "a bad backup replaces nothing");
}

#[test]
fn while_a_backup_comes_back_some_whole_file_always_has_the_name() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    let backup = folder.path().join("sao lưu.taphuan");
    Store::open(&path, Access::Read)
        .expect("open")
        .backup(&backup, BackupManner::default())
        .wait()
        .expect("backup");

    let done = AtomicBool::new(false);
    let missing = std::thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let mut missing = 0;
            while !done.load(Ordering::Relaxed) {
                missing += u32::from(!path.exists());
            }
            missing
        });
        for _ in 0..5 {
            Store::restore(&path, &backup).expect("restore");
        }
        done.store(true, Ordering::Relaxed);
        watching.join().expect("the watch")
    });
    assert_eq!(missing, 0, "a power cut would have left no data file");
}

#[test]
fn a_half_done_step_of_the_replaced_file_spoils_neither_file() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    let backup = folder.path().join("sao lưu.taphuan");
    Store::open(&path, Access::Read)
        .expect("open")
        .backup(&backup, BackupManner::default())
        .wait()
        .expect("backup");
    let store = Store::open(&path, Access::Write).expect("open");
    let crowd = (0..400).map(|number| person(&format!("Vũ Sau {number}"), 1970, "Xã Tam Đại")).collect();
    store.add_people(step("add"), crowd).wait().expect("add");
    drop(store);
    leave_half_done(&path);

    let kept = Store::restore(&path, &backup).expect("restore").expect("kept");
    for (file, people) in [(&path, 0), (&kept, 400)] {
        let store = Store::open(file, Access::Read).expect("open");
        assert!(store.check().wait().expect("check").is_sound(), "{}", file.display());
        assert_eq!(store.search("vu sau").wait().expect("search").len(), people, "{}", file.display());
    }
}

/// Leaves a file as a writer leaves it that is killed in the middle of a step: some pages
/// are changed, and what they were stands in the journal.
fn leave_half_done(path: &Path) {
    let with = |path: &Path, ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    let aside = path.with_extension("aside");
    let connection = rusqlite::Connection::open(path).expect("open");
    connection
        .execute_batch(
            "PRAGMA foreign_keys = OFF; PRAGMA cache_size = 2; BEGIN IMMEDIATE; DELETE FROM person;",
        )
        .expect("begun");
    for ending in ["", "-journal"] {
        fs::copy(with(path, ending), with(&aside, ending)).expect("copied");
    }
    drop(connection);
    for ending in ["", "-journal"] {
        fs::rename(with(&aside, ending), with(path, ending)).expect("put back");
    }
}

#[test]
fn a_full_disk_loses_nothing() {
    let folder = tempfile::tempdir().expect("folder");
    let path = new_file(folder.path());
    // SQLite refuses to grow the file, as it does when the disk is full.
    let store = Store::open(&path, Access::Write).expect("open");
    store.limit_size_for_tests().wait().expect("limit");
    let many: Vec<_> = (0..2_000).map(|n| person(&format!("Người Thứ {n}"), 1970, "Xã Tam Đại")).collect();
    assert!(matches!(store.add_people(step("add"), many).wait(), Err(StoreError::DiskFull)));
    assert_eq!(store.search("").wait().expect("search").len(), 3, "nothing half done");
    assert!(store.check().wait().expect("check").is_sound());
}

#[test]
fn a_discarded_file_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("thử.taphuan")).expect("create");
    store.discard();
    assert_eq!(fs::read_dir(folder.path()).expect("folder").count(), 0);
}
