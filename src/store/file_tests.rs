//! Data files made, copied and restored while the disk fails, and among files of others.

use std::fs;
use std::path::{Path, PathBuf};

use super::copy::{self, BackupManner};
use super::error::StoreError;
use super::open::{self, Access};
use super::{Store, create, restore};
use crate::domain::session::SessionDetails;
use crate::whole_file::failing::everywhere;
use crate::whole_file::{leftovers, with_suffix};

fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("dữ liệu.taphuan");
    (folder, path)
}

/// A file with a session of this title.
fn make(path: &Path, title: &str) {
    let store = Store::create(path).expect("made");
    let details = SessionDetails { title: title.to_owned(), ..SessionDetails::default() };
    store.create_session(details, None).wait().expect("a session");
}

/// The bytes of such a file.
fn made(title: &str) -> Vec<u8> {
    let (_folder, path) = folder();
    make(&path, title);
    fs::read(path).expect("read")
}

/// The title of the session in a file, which must be sound.
fn title(path: &Path) -> String {
    let store = Store::open(path, Access::Read).expect("opened");
    assert_eq!(store.check().wait().expect("checked"), super::CheckReport::default(), "{}", path.display());
    let sessions = store.sessions().wait().expect("sessions");
    sessions.first().map(|session| session.title.clone()).unwrap_or_default()
}

/// What stands in a folder, but for lock files, after the next start.
fn names(folder: &Path) -> Vec<String> {
    leftovers::sweep(folder);
    let entries = fs::read_dir(folder).expect("the folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !name.ends_with(".lock")).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_made_whole_or_not_at_all() {
    let times = everywhere(
        folder,
        |(_, path)| create::create(path).map(drop),
        |(folder, path), done, case| {
            match done {
                Ok(()) => assert_eq!(title(&path), "", "{case:?}"),
                // It may have its name already, and then it is whole.
                Err(_) if path.exists() => assert_eq!(title(&path), "", "{case:?}"),
                Err(_) => assert_eq!(names(folder.path()), [""; 0], "{case:?}"),
            }
            drop(Store::open(&path, Access::Write).or_else(|_| Store::create(&path)).expect("goes on"));
            assert_eq!(names(folder.path()), ["dữ liệu.taphuan"], "{case:?}");
        },
    );
    assert!(times >= 16, "{times}");
}

#[test]
fn a_backup_is_replaced_by_a_whole_one_or_not_at_all() {
    let (_first, path) = folder();
    make(&path, "Cũ");
    let old = fs::read(&path).expect("read");
    let store = Store::open(&path, Access::Write).expect("opened");
    let session = store.sessions().wait().expect("sessions")[0].id;
    store.edit_session(session, "title", |session| session.title = "Mới".into()).wait().expect("edited");
    drop(store);
    let new = fs::read(&path).expect("read");
    let prepare = || {
        let (folder, path) = folder();
        let backup = folder.path().join("sao lưu.taphuan");
        fs::write(&path, &new).expect("written");
        fs::write(&backup, &old).expect("written");
        (folder, path, backup)
    };
    everywhere(
        prepare,
        |(_, path, backup)| {
            let opened = open::open_any_version(path).expect("opened");
            copy::back_up(&opened.connection, path, backup, BackupManner::default())
        },
        |(folder, path, backup), done, case| {
            let expected: &[&str] = if done.is_ok() { &["Mới"] } else { &["Cũ", "Mới"] };
            assert!(expected.contains(&title(&backup).as_str()), "{case:?}");
            assert_eq!(title(&path), "Mới", "{case:?}");
            assert_eq!(names(folder.path()), ["dữ liệu.taphuan", "sao lưu.taphuan"], "{case:?}");
        },
    );
}

#[test]
fn a_restore_cut_short_leaves_the_old_file_or_the_backup() {
    let (old, new) = (made("Cũ"), made("Mới"));
    let prepare = || {
        let (folder, path) = folder();
        let backup = folder.path().join("sao lưu.taphuan");
        fs::write(&path, &old).expect("written");
        fs::write(&backup, &new).expect("written");
        (folder, path, backup)
    };
    everywhere(
        prepare,
        |(_, path, backup)| restore::restore(path, backup),
        |(folder, path, _), done, case| {
            let title = title(&path);
            match done {
                Ok(kept) => {
                    assert_eq!(title, "Mới", "{case:?}");
                    assert_eq!(self::title(&kept.expect("kept")), "Cũ", "{case:?}");
                }
                Err(_) => assert!(["Cũ", "Mới"].contains(&title.as_str()), "{case:?}"),
            }
            if title == "Mới" {
                let kept = names(folder.path()).into_iter().find(|name| name.contains("truoc-phuc-hoi"));
                assert_eq!(self::title(&folder.path().join(kept.expect("kept"))), "Cũ", "{case:?}");
            }
        },
    );
}

#[test]
fn stale_journals_of_another_file_spoil_nothing_and_are_kept() {
    // What a writer leaves that is killed: the pages from before, of a file that is gone since.
    let (other_folder, other) = folder();
    make(&other, "Của tệp khác");
    let connection = rusqlite::Connection::open(&other).expect("opened");
    connection
        .execute_batch(
            "PRAGMA foreign_keys = OFF; PRAGMA cache_size = 2; BEGIN IMMEDIATE;
             UPDATE session SET title = 'x'; DELETE FROM operation; DELETE FROM setting;
             CREATE TABLE further AS SELECT * FROM sqlite_schema;",
        )
        .expect("begun");
    let stale = fs::read(with_suffix(&other, "-journal")).expect("a journal");
    assert!(stale.len() > 512, "{}", stale.len());
    drop(connection);
    drop(other_folder);

    let (folder, path) = folder();
    let backup = folder.path().join("sao lưu.taphuan");
    let put = |path: &Path| fs::write(with_suffix(path, "-journal"), &stale).expect("written");
    put(&path);
    make(&path, "Mới");
    assert_eq!(title(&path), "Mới", "made beside one");
    put(&backup);
    let store = Store::open(&path, Access::Read).expect("opened");
    store.backup(&backup, BackupManner::default()).wait().expect("backed up");
    drop(store);
    assert_eq!(title(&backup), "Mới", "backed up beside one");
    fs::remove_file(&path).expect("removed");
    put(&path);
    restore::restore(&path, &backup).expect("restored");
    assert_eq!(title(&path), "Mới", "restored beside one");
    let aside = names(folder.path()).into_iter().filter(|name| name.contains("-journal.cu-")).count();
    assert!(aside >= 2, "put aside, never removed: {:?}", names(folder.path()));
}

#[test]
fn a_file_that_is_there_is_never_made_anew_however_it_blinks() {
    let (_folder, path) = folder();
    fs::write(&path, "of somebody").expect("written");
    assert!(matches!(create::create(&path), Err(StoreError::Exists(_))));
    assert_eq!(fs::read_to_string(&path).expect("read"), "of somebody");
    #[cfg(unix)]
    {
        let link = path.with_file_name("liên kết.taphuan");
        std::os::unix::fs::symlink(path.with_file_name("nowhere"), &link).expect("linked");
        assert!(
            matches!(create::create(&link), Err(StoreError::Exists(_))),
            "a link to what is out of reach"
        );
    }
}

#[test]
fn two_that_make_one_file_at_once_make_one() {
    let (folder, path) = folder();
    let made: Vec<bool> = std::thread::scope(|scope| {
        let starts: Vec<_> = (0..4).map(|_| scope.spawn(|| Store::create(&path).is_ok())).collect();
        starts.into_iter().map(|start| start.join().expect("no panic")).collect()
    });
    assert_eq!(made.iter().filter(|made| **made).count(), 1, "{made:?}");
    assert_eq!(title(&path), "");
    assert_eq!(names(folder.path()), ["dữ liệu.taphuan"]);
}

#[test]
fn a_backup_overwrites_earlier_copies_of_the_same_data_alone() {
    let (folder, path) = folder();
    make(&path, "Một");
    let other = folder.path().join("khác.taphuan");
    make(&other, "Khác");
    let letter = folder.path().join("thư.docx");
    fs::write(&letter, "a letter").expect("written");
    let store = Store::open(&path, Access::Read).expect("opened");
    let back_up = |target: &Path, force| store.backup(target, BackupManner { force }).wait();
    for file in [&other, &letter] {
        assert!(matches!(back_up(file, false), Err(StoreError::OtherFile(_))));
    }
    assert_eq!(fs::read_to_string(&letter).expect("read"), "a letter");
    for force in [false, true] {
        assert!(matches!(back_up(&path, force), Err(StoreError::BackupOntoItself(_))));
    }
    back_up(&letter, true).expect("forced");
    assert_eq!(title(&letter), "Một");
    back_up(&letter, false).expect("now it is one");
    let copy = folder.path().join("chép tay.taphuan");
    fs::copy(&path, &copy).expect("copied by hand");
    back_up(&copy, false).expect("a copy by hand is one, too");
}

#[test]
fn damage_never_replaces_a_good_backup() {
    let (folder, path) = folder();
    make(&path, "Nguyên vẹn");
    let backup = folder.path().join("sao lưu.taphuan");
    let back_up = || {
        let opened = Store::open(&path, Access::Read)?;
        opened.backup(&backup, BackupManner { force: true }).wait()
    };
    back_up().expect("backed up");
    let good = fs::read(&path).expect("read");
    let mut noticed = 0;
    for page in 1..good.len() / 4096 {
        let mut damaged = good.clone();
        damaged[page * 4096..page * 4096 + 64].fill(0x5A);
        fs::write(&path, &damaged).expect("written");
        noticed += usize::from(back_up().is_err());
        assert_eq!(title(&backup), "Nguyên vẹn", "page {page}");
    }
    assert!(noticed * 10 > (good.len() / 4096) * 9, "{noticed}");
    fs::write(&path, &good).expect("written");

    // A letter that flips is no damage to SQLite.
    let person = crate::domain::person::PersonDetails {
        full_name: "Nguyễn Thị Lật".into(),
        ..Default::default()
    };
    let store = Store::open(&path, Access::Write).expect("opened");
    store.add_person(person).wait().expect("added");
    drop(store);
    back_up().expect("backed up");
    let mut flipped = fs::read(&path).expect("read");
    for at in 0..flipped.len() {
        if flipped[at..].starts_with("Nguyễn Thị Lật".as_bytes()) {
            flipped[at] ^= 1;
        }
    }
    fs::write(&path, &flipped).expect("written");
    let report = Store::open(&path, Access::Read).expect("opened").check().wait().expect("checked");
    assert!(report.is_whole() && report.may_be_spoiled(), "{report:?}");
    assert!(back_up().is_err());
    assert_eq!(title(&backup), "Nguyên vẹn");
}

#[test]
fn what_another_program_wrote_is_told_as_that() {
    let (_folder, path) = folder();
    let store = Store::create(&path).expect("made");
    let person = crate::domain::person::PersonDetails {
        full_name: "Nguyễn Thị Sửa".into(),
        ..Default::default()
    };
    store.add_person(person).wait().expect("added");
    drop(store);
    let other = rusqlite::Connection::open(&path).expect("opened");
    other.execute("UPDATE person SET full_name = 'Nguyễn Thị Đổi'", []).expect("changed");
    drop(other);
    let store = Store::open(&path, Access::Write).expect("opened");
    let details = SessionDetails { title: "Lớp".into(), ..SessionDetails::default() };
    store.create_session(details, None).wait().expect("a session");
    let report = store.check().wait().expect("checked");
    assert!(report.written_elsewhere.is_some() && !report.may_be_spoiled(), "{report:?}");
    assert_eq!(report.altered.len(), 1, "{report:?}");
    assert_eq!(report.altered[0].name.as_deref(), Some("Nguyễn Thị Đổi"));

    store.accept_altered().wait().expect("accepted");
    let report = store.check().wait().expect("checked");
    assert!(report.is_sound() && report.written_elsewhere.is_none(), "{report:?}");
}

#[test]
fn text_that_is_none_is_mended_and_the_rest_stays() {
    let (_folder, path) = folder();
    let store = Store::create(&path).expect("made");
    for name in ["Trần Văn Hỏng", "Trần Văn Lành"] {
        let person = crate::domain::person::PersonDetails { full_name: name.into(), ..Default::default() };
        store.add_person(person).wait().expect("added");
    }
    drop(store);
    let other = rusqlite::Connection::open(&path).expect("opened");
    let spoil = "UPDATE person SET note = CAST(x'4768C3' AS TEXT) WHERE full_name = 'Trần Văn Hỏng'";
    other.execute(spoil, []).expect("changed");
    drop(other);
    let store = Store::open(&path, Access::Write).expect("opened");
    assert_eq!(store.check().wait().expect("checked").bad_text, ["person.note"]);
    assert_eq!(store.mend_text().wait().expect("mended"), 1);
    store.accept_altered().wait().expect("accepted");
    let report = store.check().wait().expect("checked");
    assert!(report.is_sound(), "{report:?}");
    drop(store);
    let other = rusqlite::Connection::open(&path).expect("opened");
    let note = "SELECT note FROM person WHERE full_name = 'Trần Văn Hỏng'";
    assert_eq!(other.query_row(note, [], |row| row.get::<_, String>(0)).expect("text"), "Gh\u{FFFD}");
}
