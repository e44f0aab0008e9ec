//! A writer is killed at any moment, many times: what was acknowledged is there,
//! and nothing is half done.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::support::store::{person, step};
use taphuan::store::{Access, Store};

const FILE: &str = "TAPHUAN_CRASH_TEST_FILE";
const KILLS: u64 = 30;

#[test]
fn a_killed_writer_loses_nothing_acknowledged_and_leaves_nothing_half_done() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.taphuan");
    drop(Store::create(&path).expect("create"));

    let mut acknowledged = 0;
    for round in 0..KILLS {
        let at = match round % 2 {
            0 => Moment::Started(15 + round * 37 % 160),
            _ => Moment::Wrote(round * 7 % 20),
        };
        let said = kill("store::crash::writer_for_the_crash_test", &path, at);
        acknowledged = said.unwrap_or(acknowledged);

        let written = check_pairs(&path);
        assert!(written >= acknowledged, "round {round}: {acknowledged} acknowledged, {written} found");
    }
    assert!(acknowledged > 0, "the writer never got to write");

    // The last step is whole in the undo list, too.
    let store = Store::open(&path, Access::Write).expect("open");
    let before = check_pairs(&path);
    store.undo().wait().expect("undo").label().expect("a step");
    drop(store);
    assert_eq!(check_pairs(&path), before - 1);
}

/// When a writer is killed.
pub enum Moment {
    /// So many milliseconds after it was started: while it opens the file, recovers, commits.
    Started(u64),
    /// So many after it said that it wrote something: while it goes on.
    Wrote(u64),
}

/// Lets a test of this binary write in a process of its own and kills it. The last number it said that it had written.
pub fn kill(writer: &str, path: &Path, at: Moment) -> Option<usize> {
    let mut writer = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", writer, "--ignored", "--nocapture"])
        .env(FILE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("writer");
    let output = BufReader::new(writer.stdout.take().expect("output"));
    let (wrote, heard) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let lines = output.lines().map_while(Result::ok);
        let numbers = lines.filter_map(|line| line.trim().parse::<usize>().ok());
        // Nobody listens any more once the first was heard.
        numbers.inspect(|_| wrote.send(()).unwrap_or_default()).last()
    });
    let after = match at {
        Moment::Started(after) => after,
        Moment::Wrote(after) => {
            heard.recv_timeout(Duration::from_secs(60)).expect("something is written");
            after
        }
    };
    std::thread::sleep(Duration::from_millis(after));
    writer.kill().expect("kill");
    writer.wait().expect("wait");
    reader.join().expect("reader")
}

/// The file a writer is to write, where this process is one.
pub fn file_to_write() -> Option<PathBuf> {
    std::env::var_os(FILE).map(PathBuf::from)
}

/// Says that so much is written.
pub fn acknowledge(done: usize) {
    println!("{done}");
    std::io::stdout().flush().expect("flush");
}

/// Every step adds two people; a lone one was half a step. Returns the number of steps.
fn check_pairs(path: &Path) -> usize {
    let store = Store::open(path, Access::Read).expect("reopen");
    assert!(store.check().wait().expect("check").is_sound());
    let left = store.search("trai").wait().expect("search").len();
    let right = store.search("phai").wait().expect("search").len();
    assert_eq!(left, right, "half a step was written");
    left
}

#[test]
#[ignore = "run by the test above, in a process of its own"]
fn writer_for_the_crash_test() {
    let Some(path) = file_to_write() else { return };
    let store = Store::open(&path, Access::Write).expect("open");
    let mut done = store.search("trai").wait().expect("search").len();
    loop {
        let pair = vec![
            person(&format!("Bên Trái {done}"), 1970, "Xã Tam Đại"),
            person("Bên Phải", 1970, "Xã Tam Đại"),
        ];
        store.add_people(step("pair"), pair).wait().expect("add");
        done += 1;
        acknowledge(done);
    }
}
