//! What was done and undone, by the command line; and where it may begin a data file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use taphuan::domain::id::SessionId;
use taphuan::store::{Access, Store};

use crate::support::store::present;

const LIST: &str = "Họ và tên;Năm sinh;Đơn vị\nNguyễn Thị Thử Nghiệm;1980;Xã Tam Thái\n";

/// A folder with the sample file in it.
pub(super) struct StoreBench {
    folder: tempfile::TempDir,
}

impl StoreBench {
    pub(super) fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().expect("folder") };
        bench.done(&["sample"]);
        bench
    }

    /// A computer without data.
    pub(super) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("folder") }
    }

    /// Another computer with the same data.
    pub(super) fn copy_of(other: &Self) -> Self {
        let copy = Self::empty();
        fs::copy(other.data(), copy.data()).expect("copied");
        copy
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn data(&self) -> PathBuf {
        self.file("mẫu.taphuan")
    }

    pub(super) fn run(&self, words: &[&str]) -> Output {
        program(self.folder.path()).arg("--data").arg(self.data()).args(words).output().expect("run")
    }

    /// What a line that must be done prints.
    pub(super) fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", error_of(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    pub(super) fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.done(words)).expect("JSON on standard output")
    }

    /// Why a line is refused: exit code 1, one sentence.
    pub(super) fn refused(&self, words: &[&str]) -> String {
        refused(self.run(words), words)
    }

    /// The whole history, the newest line first.
    fn history(&self) -> Vec<Value> {
        self.json(&["history", "--json", "--limit", "1000"]).as_array().expect("a list").clone()
    }

    /// A field of each line of the history.
    fn column(&self, key: &str) -> Vec<String> {
        self.history().iter().map(|line| line[key].as_str().expect(key).to_owned()).collect()
    }

    /// Imports a delegate into a session that has sittings.
    pub(super) fn import(&self) -> SessionId {
        let sessions = self.json(&["sessions", "--json"]);
        let has_sittings = |one: &&Value| one["title"].as_str().expect("title").contains("cơ sở năm 2020");
        let session = sessions.as_array().expect("a list").iter().find(has_sittings).expect("the session");
        fs::write(self.file("xã.csv"), LIST).expect("written");
        let list = self.file("xã.csv").display().to_string();
        self.done(&["import", "--session", &session["id"].to_string(), &list]);
        SessionId(session["id"].as_i64().expect("an id"))
    }
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taphuan"));
    command.current_dir(folder).env("HOME", folder).env("XDG_DATA_HOME", folder.join("data"));
    command.env("TZ", "Asia/Ho_Chi_Minh");
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command
}

fn refused(output: Output, words: &[&str]) -> String {
    assert_eq!(output.status.code(), Some(1), "{words:?}: {}", error_of(&output));
    assert!(output.stdout.is_empty(), "{words:?}");
    let sentence = error_of(&output);
    assert_eq!(sentence.lines().count(), 1, "{words:?}: {sentence}");
    assert!(sentence.trim_end().ends_with('.'), "{words:?}: {sentence}");
    sentence
}

fn error_of(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8 messages")
}

#[test]
fn what_was_done_is_listed_newest_first_and_undone_step_by_step() {
    let bench = StoreBench::new();
    bench.import();
    let history = bench.history();
    assert_eq!(history.len(), 2);
    let (import, sample) = (&history[0], &history[1]);
    assert!(import["label"].as_str().is_some_and(|label| label.contains("xã.csv")), "{import}");
    assert!(import["id"].as_i64() > sample["id"].as_i64());
    for line in &history {
        let keys: Vec<&String> = line.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["at", "changes", "id", "kind", "label", "sessions", "state"]);
        assert_eq!((&line["kind"], &line["state"]), (&"do".into(), &"done".into()));
        assert!(line["changes"].as_i64() > Some(0));
        assert!(line["at"].as_str().is_some_and(|at| at.parse::<jiff::Timestamp>().is_ok()));
    }

    assert_eq!(bench.done(&["undo"]).trim_end(), import["label"].as_str().expect("a label"));
    let undone = bench.json(&["undo", "--json"]);
    assert_eq!(undone, serde_json::json!({"step": sample["id"], "label": sample["label"]}));
    assert_eq!(bench.json(&["sessions", "--json"]), serde_json::json!([]));
    assert_eq!(bench.column("kind"), ["undo", "undo", "do", "do"]);
    assert_eq!(bench.column("state"), ["settled", "settled", "undone", "undone"]);
    assert_eq!(bench.history()[0]["label"], sample["label"], "the step that was turned");

    for words in [&["undo"][..], &["undo", "--json"]] {
        assert!(bench.refused(words).contains("mẫu.taphuan"));
    }
    assert_eq!(bench.history().len(), 4, "nothing was done");
    bench.done(&["sample"]);
    assert_eq!(bench.column("state")[3..], ["discarded", "discarded"]);
}

#[test]
fn a_step_that_cannot_be_undone_any_more_is_named_with_the_reason() {
    let bench = StoreBench::new();
    let session = bench.import();
    let store = Store::open(&bench.data(), Access::Write).expect("opened");
    let dossier = store.dossier(session).wait().expect("the session");
    let added = |one: &&taphuan::domain::delegate::Delegate| one.details.full_name.contains("Thử Nghiệm");
    let delegate = dossier.delegates.iter().find(added).expect("the delegate");
    let cluster = dossier.clusters.iter().find(|one| Some(one.id) == delegate.cluster).expect("a cluster");
    let sitting = cluster.sittings.first().expect("a sitting").id;
    store.mark(present(session, delegate.id, sitting)).wait().expect("marked");
    assert!(bench.refused(&["undo"]).contains("mẫu.taphuan"), "it is open elsewhere");
    drop(store);

    // The mark stands in the history, too, and is no step.
    let step = bench.history().iter().position(|one| one["kind"] == "do").expect("a step");
    let label = bench.history()[step]["label"].as_str().expect("a label").to_owned();
    let told = bench.refused(&["undo"]);
    assert!(told.contains(&label) && told.contains("Nguyễn Thị Thử Nghiệm"), "{told}");
    let line = &bench.history()[step];
    assert_eq!(line["state"], "set_aside");
    let reason = line["reason"].as_str().expect("a reason");
    assert!(told.contains(reason), "{told}");
    assert!(bench.history()[step + 1].get("reason").is_none());
    let table = bench.done(&["history"]);
    assert!(table.contains(reason) && table.contains("không hoàn tác được nữa"), "{table}");
    assert!(!bench.refused(&["undo"]).contains(&label), "the one before it is next");
}

#[test]
fn the_table_tells_the_time_on_the_wall_and_the_state_in_words() {
    let bench = StoreBench::new();
    bench.import();
    bench.done(&["undo"]);
    let table = bench.done(&["history"]);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 4, "{table}");
    assert!(lines[1].contains("Đã hoàn tác: ") && lines[1].contains("chỉ ghi lại"), "{table}");
    assert!(lines[2].contains("đã hoàn tác") && lines[3].contains("hoàn tác được"), "{table}");
    let at: jiff::Timestamp = bench.column("at")[2].parse().expect("a time");
    let zone = jiff::tz::TimeZone::get("Asia/Ho_Chi_Minh").expect("a time zone");
    let local = at.to_zoned(zone).strftime("%-d/%-m/%Y %H:%M").to_string();
    assert!(lines[3].starts_with(&local), "{table}");

    assert_eq!(bench.done(&["history", "--limit", "1"]).lines().count(), 2);
    for words in [["history", "--json", "--limit", "2"], ["history", "--limit", "2", "--json"]] {
        assert_eq!(bench.json(&words).as_array().map(Vec::len), Some(2));
    }
    let english = bench.done(&["--lang", "en", "history"]);
    assert!(english.contains("can be undone") && english.contains("Undone: "), "{english}");
    assert_ne!(bench.json(&["history", "--json", "--lang", "en"])[2]["label"], bench.history()[2]["label"]);
}

#[test]
fn so_many_lines_as_nobody_reads_are_not_listed_unasked() {
    let bench = StoreBench::new();
    let store = Store::open(&bench.data(), Access::Write).expect("opened");
    for _ in 0..12 {
        store.undo().wait().expect("undone");
        store.redo().wait().expect("done again");
    }
    drop(store);
    assert_eq!(bench.json(&["history", "--json"]).as_array().map(Vec::len), Some(20));
    assert_eq!(bench.history().len(), 25);
    assert_eq!(bench.column("kind")[..2], ["redo", "undo"]);
    assert!(bench.done(&["history"]).contains("Đã làm lại: "));
}

#[test]
fn a_file_in_which_nothing_was_done_says_so() {
    let folder = tempfile::tempdir().expect("folder");
    drop(Store::create(&folder.path().join("a.taphuan")).expect("made"));
    let run = |words: &[&str]| {
        program(folder.path()).args(["--data", "a.taphuan"]).args(words).output().expect("run")
    };
    let listed = run(&["history"]);
    assert_eq!((listed.status.code(), listed.stdout.is_empty()), (Some(0), true));
    assert!(error_of(&listed).contains("a.taphuan"));
    assert_eq!(run(&["history", "--json"]).stdout, b"[]\n");
    refused(run(&["undo"]), &["undo"]);
}

#[test]
fn what_is_written_wrong_is_exit_code_2() {
    let bench = StoreBench::new();
    for words in [
        &["history", "--limit", "0"][..],
        &["history", "--limit", "nhiều"],
        &["history", "--limit"],
        &["history", "5"],
        &["undo", "2"],
        &["undo", "--limit", "2"],
    ] {
        let output = bench.run(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert_eq!(error_of(&output).lines().count(), 1, "{words:?}");
    }
    assert_eq!(bench.history().len(), 1);
}

#[test]
fn a_mistyped_path_makes_no_folder_and_is_named() {
    let folder = tempfile::tempdir().expect("folder");
    let session = ["--session", "1"];
    for words in [
        &["sample"][..],
        &["sessions"],
        &["undo"],
        &["history"],
        &["check"],
        &["import", session[0], session[1], "xã.csv"],
        &["export", "badges", session[0], session[1], "--out", "a.pdf"],
    ] {
        for data in ["tập huẫn/năm/dữ liệu.taphuan", "./tập huẫn/dữ liệu.taphuan"] {
            let output = program(folder.path()).args(["--data", data]).args(words).output().expect("run");
            let told = refused(output, words);
            assert!(told.contains("thư mục") && told.contains("tập huẫn"), "{told}");
            assert!(told.contains(data), "{told}");
        }
    }
    let beside = program(folder.path()).args(["--data", "a.taphuan", "history"]).output().expect("run");
    assert!(refused(beside, &["history"]).contains("sample"), "the folder is there");
    assert_eq!(fs::read_dir(folder.path()).expect("folder").count(), 0);
}

#[test]
fn the_usual_place_is_made_with_its_folder() {
    let folder = tempfile::tempdir().expect("folder");
    let run = |words: &[&str]| program(folder.path()).args(words).output().expect("run");
    assert_eq!(run(&["sample"]).status.code(), Some(0));
    let listed = run(&["history", "--json"]);
    assert_eq!(listed.status.code(), Some(0), "{}", error_of(&listed));
    #[cfg(target_os = "linux")]
    assert!(folder.path().join("data/taphuan/du-lieu.taphuan").is_file());
}

#[test]
fn lines_are_listed_by_session_person_and_words() {
    let bench = StoreBench::new();
    let session = bench.import();
    let of = |words: &[&str]| bench.json(words).as_array().expect("a list").clone();
    let all = bench.history();
    let number = session.to_string();
    let lines = of(&["history", "--json", "--session", &number]);
    assert_eq!(lines, all, "the samples and the list are about it");
    let title = lines[0]["sessions"][0]["title"].as_str().expect("a title");
    assert_eq!(lines[0]["sessions"].as_array().map(Vec::len), Some(1));
    assert!(title.contains("cơ sở năm 2020"), "{title}");
    assert_eq!(lines[0]["sessions"][0]["gone"], false);
    // By who came with it, without diacritics; and by the number that a search says.
    assert_eq!(of(&["history", "--json", "--search", "thu nghiem"]), all[..1]);
    let person = &bench.json(&["search", "Thử Nghiệm", "--json"])[0]["id"];
    assert_eq!(of(&["history", "--json", "--person", &person.to_string()]), all[..1]);
    assert_eq!(of(&["history", "--json", "--search", "không có gì"]), [Value::Null; 0]);
    let none = bench.run(&["history", "--session", "999"]);
    assert_eq!((none.status.code(), none.stdout.is_empty()), (Some(0), true));
    assert!(error_of(&none).contains("nhật ký"), "{}", error_of(&none));
    bench.done(&["undo"]);
    assert_eq!(of(&["history", "--json", "--session", &number]).len(), 3, "and its undoing");
}
