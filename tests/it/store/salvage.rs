//! Damaged files: every row whose pages are whole is in the file that is made of them, a good backup is
//! never replaced by a damaged file, and no write makes it worse.
//!
//! Which rows lie in which pages SQLite itself says (`dbstat`). `TAPHUAN_LONG_TESTS=1` tries 600
//! damages instead of some.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::Value;

use taphuan::progress::Progress;
use taphuan::sample;
use taphuan::sentence::Sentence;
use taphuan::store::salvage::{SalvageReport, salvage};
use taphuan::store::{Access, BackupManner, Operation, Store, StoreError};

use crate::support::data_files::{look, number, unpack};

/// The history: its steps cannot be undone in the new file, and most of their images go.
const HISTORY: [&str; 3] = ["operation", "row_change", "erasure"];

/// A row: its table and number.
type Key = (String, i64);

/// What a row says, by column, and the pages it lies in.
struct Kept {
    values: BTreeMap<String, Value>,
    pages: BTreeSet<u32>,
}

/// A sound file with some of everything in it, and all its rows.
struct Sound {
    bytes: Vec<u8>,
    rows: BTreeMap<Key, Kept>,
    /// Columns that point to a row of another table.
    links: BTreeMap<(String, String), String>,
}

const PAGE: usize = 4096;

impl Sound {
    fn make(folder: &Path) -> Self {
        let path = unpack("schema-10", folder);
        let store = Store::open(&path, Access::Write).expect("upgraded");
        let plant = Operation::new(Sentence::new("operation-sample"));
        store.plant(plant, sample::blueprints().expect("samples")).wait().expect("planted");
        drop(store);
        let file = Connection::open(&path).expect("opened");
        file.execute_batch(
            "INSERT INTO mark_entry (uid, session_id, at, way)
             SELECT 'e' || id, id, '2026-05-12T01:00:00Z', 'all' FROM session WHERE id > 2;
             INSERT INTO attendance_mark (uid, entry_id, delegate_id, sitting_id, status)
             SELECT 'm' || delegate.id || '-' || sitting.id, mark_entry.id, delegate.id, sitting.id, 'present'
             FROM delegate JOIN sitting USING (cluster_id) JOIN mark_entry USING (session_id)
             WHERE mark_entry.way = 'all';
             INSERT INTO attendance (delegate_id, sitting_id, mark_id)
             SELECT delegate_id, sitting_id, id FROM attendance_mark WHERE true
             ON CONFLICT (delegate_id, sitting_id) DO UPDATE SET mark_id = excluded.mark_id;",
        )
        .expect("marks");
        file.execute_batch(
            "INSERT INTO import_record (id, session_id, source, at, encoding, new_rows, updated_rows, same_rows,
                 duplicate_rows, error_rows, doubtful_rows, left_lines)
             SELECT 900, min(id), 'xã a.xlsx', '2026-05-12T01:00:00Z', 'unicode', 1, 0, 0, 0, 0, 1, 40 FROM session;
             WITH RECURSIVE line (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM line WHERE number < 40)
             INSERT INTO import_line (import_id, line, cell, kind, reason, text)
             SELECT 900, number, 'C' || number, 'left_out', 'struck', 'Hồ Văn Em ' || number FROM line;",
        )
        .expect("lines of a list");
        drop(file);
        Store::open(&path, Access::Write).expect("opened").accept_altered().wait().expect("accepted");
        let file = look(&path);
        Self { bytes: fs::read(&path).expect("read"), rows: rows(&file), links: links(&file) }
    }
}

fn tables(file: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM pragma_table_list
               WHERE schema = 'main' AND type = 'table' AND NOT wr AND name NOT LIKE 'sqlite%'";
    let mut names = file.prepare(sql).expect("tables");
    let names = names.query_map([], |row| row.get(0)).expect("tables");
    let names: Vec<String> = names.collect::<Result<_, _>>().expect("tables");
    names.into_iter().filter(|name| !HISTORY.contains(&name.as_str())).collect()
}

/// The rows of a table by column.
fn values(file: &Connection, table: &str) -> Vec<BTreeMap<String, Value>> {
    let mut query = file.prepare(&format!("SELECT * FROM {table} ORDER BY id")).expect(table);
    let names: Vec<String> = query.column_names().map(str::to_owned).collect();
    let rows = query.query_map([], |row| {
        names.iter().enumerate().map(|(at, name)| Ok((name.clone(), row.get(at)?))).collect()
    });
    rows.expect(table).collect::<Result<_, _>>().expect(table)
}

fn id(values: &BTreeMap<String, Value>) -> i64 {
    match values["id"] {
        Value::Integer(id) => id,
        _ => unreachable!("rows have numbers"),
    }
}

/// Every row with the page it lies in and those that hold the rest of it.
fn rows(file: &Connection) -> BTreeMap<Key, Kept> {
    let mut rows = BTreeMap::new();
    for table in tables(file) {
        let mut query = file
            .prepare("SELECT path, pageno, pagetype, ncell FROM dbstat WHERE name = ?1 ORDER BY path")
            .expect("dbstat");
        let pages = query.query_map([&table], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, u32>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, usize>(3)?,
            ))
        });
        let pages: Vec<_> = pages.expect("dbstat").collect::<Result<_, _>>().expect("dbstat");
        let mut values = values(file, &table).into_iter();
        for (path, page, _, cells) in pages.iter().filter(|(_, _, kind, _)| kind == "leaf") {
            for cell in 0..*cells {
                let values = values.next().expect("as many rows as cells");
                let rest = format!("{path}{cell:03x}+");
                let overflow =
                    pages.iter().filter(|(path, ..)| path.starts_with(&rest)).map(|(_, page, ..)| *page);
                let pages = overflow.chain([*page]).collect();
                rows.insert((table.clone(), id(&values)), Kept { values, pages });
            }
        }
        assert!(values.next().is_none(), "{table}: as many cells as rows");
    }
    rows
}

fn links(file: &Connection) -> BTreeMap<(String, String), String> {
    let sql = "SELECT tables.name, keys.\"from\", keys.\"table\"
               FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys";
    let mut query = file.prepare(sql).expect("links");
    let rows = query.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?))).expect("links");
    rows.collect::<Result<_, _>>().expect("links")
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).expect("small")
    }
}

/// Damages a file in one of the ways of disks; answers the pages that are not as they were.
fn damage(bytes: &mut Vec<u8>, case: usize, dice: &mut Dice) -> (String, BTreeSet<u32>) {
    let pages = bytes.len() / PAGE;
    let mut hit = BTreeSet::new();
    let how = match case % 8 {
        0 => "a page of zeros",
        1 => "a page of noise",
        2 => "a bit flipped",
        3 => "bytes flipped all over",
        4 => "cut short",
        5 => "a page written in the place of another",
        6 => "several pages of zeros, one after the other",
        _ => "half of a page is old",
    };
    // The first page as often as it deserves.
    let page = if dice.roll(20) == 0 { 0 } else { dice.roll(pages) };
    let place = |page: usize| page * PAGE..(page + 1) * PAGE;
    let before = bytes.clone();
    match case % 8 {
        0 => bytes[place(page)].fill(0),
        1 => bytes[place(page)].iter_mut().for_each(|byte| *byte = dice.roll(256) as u8),
        2 => bytes[page * PAGE + dice.roll(PAGE)] ^= 1 << dice.roll(8),
        3 => (0..20).for_each(|_| bytes[dice.roll(pages * PAGE)] ^= 1 << dice.roll(8)),
        4 => bytes.truncate(pages / 2 * PAGE + dice.roll(pages / 2 * PAGE)),
        5 => {
            let from = dice.roll(pages);
            bytes.copy_within(place(from), page * PAGE);
        }
        6 => {
            let last = (page + 1 + dice.roll(12)).min(pages);
            bytes[page * PAGE..last * PAGE].fill(0);
        }
        _ => bytes[page * PAGE..page * PAGE + PAGE / 2].fill(0),
    }
    for page in 0..pages {
        let now = bytes.get(place(page));
        if now != Some(&before[place(page)]) {
            hit.insert(u32::try_from(page + 1).expect("few pages"));
        }
    }
    (format!("{case}: {how}, {hit:?}"), hit)
}

/// How many rows there are whose pages are whole, how many of them are not in the new file, and how
/// many cannot be there: what they belong to is gone.
fn compare(sound: &Sound, hit: &BTreeSet<u32>, saved: &Path, case: &str) -> (usize, usize, usize) {
    let file = look(saved);
    let mut there: BTreeMap<String, BTreeMap<i64, BTreeMap<String, Value>>> = BTreeMap::new();
    for table in tables(&file) {
        there.insert(table.clone(), values(&file, &table).into_iter().map(|row| (id(&row), row)).collect());
    }
    let (mut expected, mut lost, mut orphans) = (0, 0, 0);
    for ((table, id), kept) in sound.rows.iter().filter(|(_, kept)| kept.pages.is_disjoint(hit)) {
        expected += 1;
        let Some(found) = there[table].get(id) else {
            let owner_is_gone = kept.values.iter().any(|(column, value)| {
                let parent = sound.links.get(&(table.clone(), column.clone()));
                matches!((parent, value), (Some(parent), Value::Integer(id)) if !there[parent].contains_key(id))
            });
            if owner_is_gone {
                orphans += 1;
            } else {
                lost += 1;
            }
            continue;
        };
        for (column, value) in &kept.values {
            let is_cut =
                sound.links.contains_key(&(table.clone(), column.clone())) && found[column] == Value::Null;
            assert!(&found[column] == value || is_cut, "{case}: {table} {id} {column}: {:?}", found[column]);
        }
    }
    (expected, lost, orphans)
}

#[test]
fn every_row_of_a_sound_file_is_in_its_copy() {
    let folder = tempfile::tempdir().expect("folder");
    let sound = Sound::make(folder.path());
    let (path, saved) = (folder.path().join("a.taphuan"), folder.path().join("b.taphuan"));
    fs::write(&path, &sound.bytes).expect("written");
    let report = salvage(&path, &saved, &Progress::default()).expect("saved");
    assert!(report.is_complete(), "{report:?}");
    assert_eq!((report.altered.len(), report.cut_links, report.made_up.len()), (0, 0, 0), "{report:?}");
    assert_eq!(compare(&sound, &BTreeSet::new(), &saved, "sound"), (sound.rows.len(), 0, 0));
    let counted = |table: &str| sound.rows.keys().filter(|(of, _)| of == table).count();
    assert_eq!(report.saved_of("person"), counted("person"));
    assert_eq!(report.saved_of("attendance_mark"), counted("attendance_mark"));
    assert_eq!((report.saved_of("import_line"), counted("import_line")), (40, 40));
    assert!(matches!(salvage(&path, &saved, &Progress::default()), Err(StoreError::Exists(_))));
    assert_eq!(fs::read(&path).expect("read"), sound.bytes, "the damaged file is only read");
}

#[test]
fn rows_of_whole_pages_are_saved_and_nothing_gets_worse() {
    let folder = tempfile::tempdir().expect("folder");
    let sound = Sound::make(folder.path());
    let all = std::env::var_os("TAPHUAN_LONG_TESTS").is_some();
    let cases = if all { 600 } else { 32 };
    let mut dice = Dice(0x7461_7068_7561_6e21);
    let (mut expected, mut lost, mut orphans, mut none) = (0, 0, 0, 0);
    for case in 0..cases {
        let mut bytes = sound.bytes.clone();
        let (case, hit) = damage(&mut bytes, case, &mut dice);
        let folder = tempfile::tempdir().expect("folder");
        let (path, saved) = (folder.path().join("a.taphuan"), folder.path().join("b.taphuan"));
        fs::write(&path, &bytes).expect("written");
        match salvage(&path, &saved, &Progress::default()) {
            Ok(report) => {
                let (rows, gone, left_out) = compare(&sound, &hit, &saved, &case);
                // Of two tables that are gone and look alike nothing tells whose the rows were; and what no table takes
                // is counted.
                let told = report.unplaced_rows + report.unread_rows;
                assert!(gone <= told, "{case}: {gone} of {rows} are lost: {report:?}");
                assert!(left_out <= report.left_out.values().sum(), "{case}: {left_out} {report:?}");
                (expected, lost, orphans) = (expected + rows, lost + gone, orphans + left_out);
                says_what_is_gone(&sound, &hit, &report, &case);
            }
            Err(error) => {
                println!("{case}: nothing saved: {error}");
                none += 1;
            }
        }
        assert_eq!(fs::read(&path).expect("read"), bytes, "{case}: the damaged file is only read");
        gets_no_worse(&sound, folder.path(), &path, &case);
    }
    println!(
        "{cases} damages: of {expected} rows of whole pages {lost} lost, {orphans} whose owner is gone; {none} times nothing"
    );
    assert!(none == 0 && lost * 10_000 <= expected, "{lost} of {expected}, {none}");
}

/// Damage of people's own pages is never silent.
fn says_what_is_gone(sound: &Sound, hit: &BTreeSet<u32>, report: &SalvageReport, case: &str) {
    let of_people = |table: &str| ["person", "delegate", "session"].contains(&table);
    let hit_rows =
        sound.rows.iter().filter(|((table, _), kept)| of_people(table) && !kept.pages.is_disjoint(hit));
    let saved = ["person", "delegate", "session"].map(|table| report.saved_of(table)).iter().sum::<usize>();
    let there = sound.rows.keys().filter(|(table, _)| of_people(table)).count();
    if saved < there && hit_rows.count() > 0 {
        assert!(!report.is_complete(), "{case}: {report:?}");
    }
}

/// A damaged file never replaces a good backup, and what is written into it leaves it no worse.
fn gets_no_worse(sound: &Sound, folder: &Path, path: &Path, case: &str) {
    let good = folder.join("good.taphuan");
    fs::write(&good, &sound.bytes).expect("written");
    let Ok(store) = Store::open(path, Access::Write) else { return };
    let before = store.check().wait().expect("checked").findings();
    let _ = store.backup(&good, BackupManner::default()).wait();
    let kept = Store::open(&good, Access::Read).expect("the backup opens");
    assert!(kept.check().wait().expect("checked").is_sound(), "{case}: the backup is good");
    drop(kept);
    let title =
        taphuan::domain::session::SessionDetails { title: "Lớp thử".to_owned(), ..Default::default() };
    let _ = store.create_session(title, None).wait();
    let after = store.check().wait().expect("checked").findings();
    assert!(after <= before, "{case}: {before} findings, {after} after a write");
}

#[test]
fn what_is_nothing_of_ours_makes_no_file() {
    let folder = tempfile::tempdir().expect("folder");
    let saved = folder.path().join("b.taphuan");
    for (name, bytes) in
        [("empty", Vec::new()), ("zeros", vec![0; 9 * PAGE]), ("text", b"Danh s\xc3\xa1ch".repeat(999))]
    {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("written");
        assert!(
            matches!(salvage(&path, &saved, &Progress::default()), Err(StoreError::NothingToSave(_))),
            "{name}"
        );
        assert!(!saved.exists(), "{name}");
    }
    let names: Vec<PathBuf> =
        fs::read_dir(folder.path()).expect("folder").map(|entry| entry.expect("entry").path()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains(".taphuan-")), "{names:?}");
}

#[test]
fn a_file_of_an_older_schema_is_saved_into_ours() {
    for name in ["schema-6-draft", "schema-6", "schema-7", "schema-8", "schema-9", "schema-10", "schema-11"] {
        let folder = tempfile::tempdir().expect("folder");
        let path = unpack(name, folder.path());
        let delegates = number(&look(&path), "SELECT count(*) FROM delegate");
        let mut bytes = fs::read(&path).expect("read");
        // The header says nothing of the schema any more.
        bytes[60..64].fill(0);
        fs::write(&path, &bytes).expect("written");
        let saved = folder.path().join("b.taphuan");
        let report = salvage(&path, &saved, &Progress::default()).expect(name);
        assert!(report.is_complete(), "{name}: {report:?}");
        let store = Store::open(&saved, Access::Write).expect(name);
        assert_eq!(store.sessions().wait().expect("sessions").len(), 2, "{name}");
        assert!(store.check().wait().expect("checked").is_sound(), "{name}");
        assert_eq!(number(&look(&saved), "SELECT count(*) FROM delegate"), delegates, "{name}");
    }
}

#[test]
fn what_a_killed_writer_left_beside_the_file_counts() {
    let folder = tempfile::tempdir().expect("folder");
    let (path, saved) = (folder.path().join("a.taphuan"), folder.path().join("b.taphuan"));
    let store = Store::create(&path).expect("made");
    let title =
        taphuan::domain::session::SessionDetails { title: "Lớp thử".to_owned(), ..Default::default() };
    store.create_session(title, None).wait().expect("made");
    drop(store);
    // Another program writes ahead, and is killed before it puts that into the file.
    let other = Connection::open(&path).expect("opened");
    other.execute_batch("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;").expect("set");
    other.execute("UPDATE session SET title = 'Lớp đã đổi'", []).expect("written");
    let killed = folder.path().join("c.taphuan");
    fs::copy(&path, &killed).expect("copied");
    fs::copy(folder.path().join("a.taphuan-wal"), folder.path().join("c.taphuan-wal")).expect("copied");
    drop(other);
    salvage(&killed, &saved, &Progress::default()).expect("saved");
    let title: String =
        look(&saved).query_row("SELECT title FROM session", [], |row| row.get(0)).expect("a session");
    assert_eq!(title, "Lớp đã đổi");
    assert!(folder.path().join("c.taphuan-wal").exists(), "the damaged file is only read");
    let names = fs::read_dir(folder.path()).expect("folder").map(|entry| entry.expect("entry").file_name());
    assert!(!names.into_iter().any(|name| name.to_string_lossy().starts_with(".taphuan-")));
}
