//! A data file of an office after years, and how long everything takes that is asked of it, changed in
//! it and taken back, as one table: `cargo run --release --example office_speed -- [TIMES] [FILE] [WORDS]`.
//!
//! TIMES is 1, 10 or 100 (100,000 people, 1,000 sessions, 100,000 delegates, 100,000 steps). With FILE
//! the file is kept there, and measured as it is where it is there already; with WORDS behind it only
//! what has them in its name. Everybody in it is invented.

#[path = "../benches/office/mod.rs"]
mod office;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use office::edits::{EDITS, Edit, FACTS, Ground};
use office::questions::{QUESTIONS, Question, WHOLE};
use office::{SIZES, make};
use taphuan::store::{Access, BackupManner, Store, Turn};

/// A question is asked so many times; the first time may find nothing remembered.
const TIMES: usize = 5;

fn main() {
    let mut wanted = std::env::args().skip(1);
    let times: usize = wanted.next().map_or(100, |times| times.parse().expect("1, 10 or 100"));
    let size = *SIZES.iter().find(|size| size.times == times).expect("1, 10 or 100");
    let folder = tempfile::tempdir().expect("folder");
    let path = wanted.next().map_or(folder.path().join("a.taphuan"), PathBuf::from);
    if !path.exists() {
        let start = Instant::now();
        drop(make(&path, size));
        println!("made {} in {:?}", path.display(), start.elapsed());
    }
    let words = wanted.next().unwrap_or_default();
    let start = Instant::now();
    let store = Store::open(&path, Access::Write).expect("opened");
    println!("{size:?}, {} kB; opened in {:?}", weight(&path), start.elapsed());

    println!("\n{:52} {:>10} {:>10} {:>10}", "asked (ms)", "first", "median", "answers");
    let questions = QUESTIONS.iter().chain(WHOLE).filter(|(what, _)| what.contains(&words));
    questions.for_each(|question| ask(&store, *question));
    println!("\n{:52} {:>10} {:>10} {:>10}", "written (ms)", "done", "undone", "redone");
    let ground = Ground::of(&store, size);
    EDITS.iter().filter(|(what, _)| what.contains(&words)).for_each(|edit| turn(&ground, *edit));
    if !words.is_empty() {
        return;
    }
    for &(what, fact) in FACTS {
        println!("{what:52} {:10.2}", milliseconds(timed(&mut || assert!(fact(&ground)))));
    }
    whole(&store);
}

fn ask(store: &Store, (what, ask): Question) {
    let mut answers = 0;
    let mut times: Vec<Duration> = (0..TIMES).map(|_| timed(&mut || answers = ask(store))).collect();
    let first = times[0];
    times.sort_unstable();
    let median = times[TIMES / 2];
    println!("{what:52} {:10.2} {:10.2} {answers:10}", milliseconds(first), milliseconds(median));
}

/// A step, undone, redone, and undone again.
fn turn(ground: &Ground<'_>, (what, edit): Edit) {
    let written = timed(&mut || assert!(edit(ground), "{what} is a step"));
    let undo = || {
        let turn = ground.store.undo().wait().expect("undone");
        assert!(matches!(turn, Turn::Turned(_)), "{what}: {turn:?}");
    };
    let undone = timed(&mut || undo());
    let redone = timed(&mut || drop(ground.store.redo().wait().expect("redone")));
    undo();
    let [written, undone, redone] = [written, undone, redone].map(milliseconds);
    println!("{what:52} {written:10.2} {undone:10.2} {redone:10.2}");
}

/// What reads or writes the whole file.
fn whole(store: &Store) {
    let folder = tempfile::tempdir().expect("folder");
    let copy = folder.path().join("copy.taphuan");
    let backup =
        timed(&mut || drop(store.backup(&copy, BackupManner { force: false }).wait().expect("copied")));
    let packed = timed(&mut || {
        let reason = taphuan::backup::Reason::Asked;
        taphuan::backup::pack::make(store.path(), folder.path(), reason).expect("packed");
    });
    let target = folder.path().join("restored.taphuan");
    let restored = timed(&mut || drop(Store::restore(&target, &copy).expect("restored")));
    let [backup, packed, restored] = [backup, packed, restored].map(milliseconds);
    println!("\nbackup {backup:.0} ms, packed {packed:.0} ms, restored {restored:.0} ms");
}

fn timed(work: &mut dyn FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn weight(path: &std::path::Path) -> u64 {
    std::fs::metadata(path).map_or(0, |file| file.len() / 1_000)
}
