//! Each call by which the program changes its files goes wrong, one at a time: the process is killed
//! there, half of a page is written, the call fails, the disk is full from then on. What was
//! acknowledged is there, nothing is half done, and the next start goes on and tidies up.
//!
//! The calls are SQLite's and our own, caught by `faults.c`, which is compiled here; where there is
//! no `cc`, and on other systems than Linux, that is said and nothing is tried. `TAPHUAN_LONG_TESTS=1`
//! tries every call instead of some, `TAPHUAN_LONG_TESTS=restore` those of one scenario.

#![cfg(target_os = "linux")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::data_files::unpack;

/// The ways, and how many calls of each scenario are tried in each.
const KINDS: [(&str, usize); 4] = [("kill", 15), ("torn", 15), ("fail", 5), ("full", 5)];

/// The people of a list, invented.
const LIST: &str = "Họ và tên,Năm sinh,Chức vụ,Đơn vị\n\
    Đèo Quý Ngọ,1970,Trưởng ban CTMT,\"Thôn Một, xã Thử\"\n\
    Sùng Quý Mùi,1981,Phó ban CTMT,\"Thôn Hai, xã Thử\"\n";

/// A verb, what it works on, and what must hold afterwards.
struct Scenario {
    name: &'static str,
    /// Makes the files in a folder.
    prepare: fn(&Path),
    words: fn(&Path) -> Vec<String>,
    /// Looks at the files, knowing whether the verb said that it was done.
    look: fn(&Path, bool),
}

fn scenarios() -> [Scenario; 7] {
    [
        Scenario {
            name: "create",
            prepare: |_| (),
            words: |folder| words(&["--data", &data(folder), "sample"]),
            look: |folder, done| {
                let there = Path::new(&data(folder)).exists();
                assert!(there || !done);
                if there {
                    let sessions = sessions(folder);
                    assert!(sessions == 5 || (sessions == 0 && !done), "{sessions}");
                }
            },
        },
        Scenario {
            name: "import",
            prepare: |folder| {
                unpack_ours(folder);
                fs::write(folder.join("a.csv"), LIST).expect("written");
            },
            words: |folder| {
                words(&["--data", &data(folder), "import", &file(folder, "a.csv"), "--session", "1"])
            },
            look: |folder, done| {
                assert!([0, 2].contains(&imported(folder)) && (!done || imported(folder) == 2))
            },
        },
        Scenario {
            name: "undo",
            prepare: |folder| {
                unpack_ours(folder);
                fs::write(folder.join("a.csv"), LIST).expect("written");
                run(
                    &words(&["--data", &data(folder), "import", &file(folder, "a.csv"), "--session", "1"]),
                    None,
                );
            },
            words: |folder| words(&["--data", &data(folder), "undo"]),
            look: |folder, done| {
                assert!([0, 2].contains(&imported(folder)) && (!done || imported(folder) == 0))
            },
        },
        Scenario {
            name: "backup",
            prepare: |folder| {
                unpack_ours(folder);
                fs::copy(data(folder), folder.join("b.taphuan")).expect("copied");
                fs::write(folder.join("a.csv"), LIST).expect("written");
                run(
                    &words(&["--data", &data(folder), "import", &file(folder, "a.csv"), "--session", "1"]),
                    None,
                );
            },
            words: |folder| words(&["--data", &data(folder), "backup", "--out", &file(folder, "b.taphuan")]),
            look: |folder, done| {
                assert_eq!(imported(folder), 2, "the data file is as it was");
                let backup = found_in(&file(folder, "b.taphuan"));
                assert!([0, 2].contains(&backup) && (!done || backup == 2), "{backup}");
            },
        },
        Scenario {
            name: "restore",
            prepare: |folder| {
                unpack_ours(folder);
                fs::copy(data(folder), folder.join("b.taphuan")).expect("copied");
                fs::write(folder.join("a.csv"), LIST).expect("written");
                run(
                    &words(&["--data", &data(folder), "import", &file(folder, "a.csv"), "--session", "1"]),
                    None,
                );
            },
            words: |folder| words(&["--data", &data(folder), "restore", &file(folder, "b.taphuan")]),
            look: |folder, done| {
                let now = imported(folder);
                assert!([0, 2].contains(&now) && (!done || now == 0), "{now}");
                if now == 0 {
                    // A second run keeps what the first put there, too.
                    let mut kept = names(folder).into_iter().filter(|name| name.contains("truoc-phuc-hoi"));
                    assert!(
                        kept.any(|name| found_in(&file(folder, &name)) == 2),
                        "the replaced file is kept"
                    );
                }
            },
        },
        Scenario {
            name: "salvage",
            prepare: |folder| {
                unpack_ours(folder);
                let mut bytes = fs::read(data(folder)).expect("read");
                bytes[..4096].fill(0);
                fs::write(data(folder), bytes).expect("damaged");
            },
            words: |folder| words(&["--data", &data(folder), "salvage", "--out", &file(folder, "b.taphuan")]),
            look: |folder, done| {
                let bytes = fs::read(data(folder)).expect("read");
                assert!(bytes[..4096].iter().all(|byte| *byte == 0), "the damaged file is only read");
                let saved = folder.join("b.taphuan");
                assert!(saved.exists() || !done);
                if saved.exists() {
                    assert_eq!(
                        opened(&file(folder, "b.taphuan")).sessions().wait().expect("sessions").len(),
                        2
                    );
                }
            },
        },
        Scenario {
            name: "upgrade",
            prepare: |folder| {
                let older = unpack("schema-9", folder);
                fs::rename(older, data(folder)).expect("named");
                fs::write(folder.join("a.csv"), LIST).expect("written");
            },
            words: |folder| {
                words(&["--data", &data(folder), "import", &file(folder, "a.csv"), "--session", "1"])
            },
            look: |folder, done| {
                // Whoever opens it goes on: what an older file lacks is made by the next start.
                let path = PathBuf::from(data(folder));
                drop(taphuan::store::Store::open(&path, taphuan::store::Access::Write).expect("upgraded"));
                assert!(sessions(folder) == 2, "{}", sessions(folder));
                assert!([0, 2].contains(&imported(folder)) && (!done || imported(folder) == 2));
            },
        },
    ]
}

#[test]
fn whatever_call_goes_wrong_nothing_acknowledged_is_lost_and_nothing_is_half_done() {
    let Some(shim) = compile() else {
        eprintln!("no cc: nothing was tried");
        return;
    };
    let long = std::env::var("TAPHUAN_LONG_TESTS").ok();
    let (all, one) = (long.is_some(), long.filter(|words| words != "1"));
    let mut tried = [0; KINDS.len()];
    for scenario in scenarios().into_iter().filter(|one_of| one.as_ref().is_none_or(|one| one == one_of.name))
    {
        let prepared = tempfile::tempdir().expect("folder");
        (scenario.prepare)(prepared.path());
        let calls = count(&scenario, prepared.path(), &shim);
        assert!(calls > 10, "{}: {calls} calls are seen", scenario.name);
        for ((kind, some), tried) in KINDS.iter().zip(&mut tried) {
            let step = if all { 1 } else { (calls / some).max(1) };
            for at in (1..=calls).step_by(step) {
                goes_wrong(&scenario, prepared.path(), &shim, kind, at);
                *tried += 1;
            }
        }
        println!("{}: {calls} calls; {KINDS:?} so far: {tried:?}", scenario.name);
    }
    assert!(one.is_some() || tried[0] + tried[1] >= 170, "{tried:?}");
}

/// One run in which one call goes wrong, and one after it in which none does.
fn goes_wrong(scenario: &Scenario, prepared: &Path, shim: &Path, kind: &str, at: usize) {
    let folder = copy_of(prepared);
    let case = format!("{} {kind} {at}", scenario.name);
    let words = (scenario.words)(folder.path());
    let at = at.to_string();
    let output = run(&words, Some((shim, folder.path(), kind, &at)));
    let looked = std::panic::catch_unwind(|| (scenario.look)(folder.path(), output.status.success()));
    assert!(looked.is_ok(), "{case}: {}", String::from_utf8_lossy(&output.stderr));
    let words = output.stderr;
    assert!(!String::from_utf8_lossy(&words).contains("panicked"), "{case}");
    if kind == "full" {
        return;
    }
    let again = run(&(scenario.words)(folder.path()), None);
    (scenario.look)(folder.path(), again.status.success());
    let leftovers: Vec<String> =
        names(folder.path()).into_iter().filter(|name| name.starts_with(".taphuan-")).collect();
    assert!(leftovers.is_empty() || !again.status.success(), "{case}: {leftovers:?}");
}

fn count(scenario: &Scenario, prepared: &Path, shim: &Path) -> usize {
    let folder = copy_of(prepared);
    let output = run(&(scenario.words)(folder.path()), Some((shim, folder.path(), "none", "0")));
    assert!(output.status.success(), "{}: {}", scenario.name, String::from_utf8_lossy(&output.stderr));
    let count = fs::read_to_string(folder.path().with_extension("count")).expect("the count");
    fs::remove_file(folder.path().with_extension("count")).expect("removed");
    count.trim().parse().expect("a number")
}

/// Runs the program, with a fault where one is wanted.
fn run(words: &[String], fault: Option<(&Path, &Path, &str, &str)>) -> Output {
    let home = std::env::temp_dir().join("taphuan-faults-home");
    let mut program = Command::new(env!("CARGO_BIN_EXE_taphuan"));
    program.args(words).env("HOME", &home).env("XDG_STATE_HOME", home.join("state")).env_remove("DISPLAY");
    if let Some((shim, folder, kind, at)) = fault {
        program
            .env("LD_PRELOAD", shim)
            .env("FAULT_FOLDER", folder)
            .env("FAULT_KIND", kind)
            .env("FAULT_AT", at)
            .env("FAULT_COUNT", folder.with_extension("count"));
    }
    let output = program.output().expect("run");
    if let Some((_, folder, "kill" | "torn" | "fail" | "full", _)) = fault {
        let _ = fs::remove_file(folder.with_extension("count"));
    }
    output
}

/// The shim, if there is a compiler for C.
fn compile() -> Option<PathBuf> {
    let shim = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("faults-{}.so", std::process::id()));
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/store/faults.c");
    let mut compiler = Command::new("cc");
    let compiled = compiler.args(["-shared", "-fPIC", "-O1", source, "-o"]).arg(&shim).arg("-ldl").status();
    compiled.is_ok_and(|status| status.success()).then_some(shim)
}

/// A file of our schema with two sessions in it.
fn unpack_ours(folder: &Path) {
    let older = unpack("schema-10", folder);
    fs::rename(older, data(folder)).expect("named");
    let path = PathBuf::from(data(folder));
    let store = taphuan::store::Store::open(&path, taphuan::store::Access::Write).expect("upgraded");
    let copy = store.upgrade_copy().map(Path::to_owned).expect("a copy");
    drop(store);
    fs::remove_file(copy).expect("removed");
    let _ = fs::remove_file(file(folder, "a.taphuan.lock"));
}

fn copy_of(prepared: &Path) -> tempfile::TempDir {
    let folder = tempfile::Builder::new().prefix("faults-").tempdir().expect("folder");
    for name in names(prepared) {
        fs::copy(prepared.join(&name), folder.path().join(&name)).expect("copied");
    }
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("folder");
    entries.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned()).collect()
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn file(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

fn data(folder: &Path) -> String {
    file(folder, "a.taphuan")
}

fn opened(path: &str) -> taphuan::store::Store {
    let store = taphuan::store::Store::open(Path::new(path), taphuan::store::Access::Read).expect("opened");
    let report = store.check().wait().expect("checked");
    assert!(report.is_sound() && report.written_elsewhere.is_none(), "{report:?}");
    store
}

fn sessions(folder: &Path) -> usize {
    opened(&data(folder)).sessions().wait().expect("sessions").len()
}

/// How many people of the list are in a file.
fn found_in(path: &str) -> usize {
    let store = opened(path);
    let found = |words: &str| store.search(words).wait().expect("search").len();
    found("deo quy ngo") + found("sung quy mui")
}

fn imported(folder: &Path) -> usize {
    found_in(&data(folder))
}
