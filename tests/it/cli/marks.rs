//! Attendance of a cluster to other computers and back, by the command line.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::history::StoreBench;
use crate::support::form_filler::{bytes, cells, part, saved_elsewhere, typed};

/// Session and cluster that are marked: the first of the sample.
const OF: [&str; 4] = ["--session", "1", "--cluster", "1"];

fn words<'a>(parts: &[&[&'a str]]) -> Vec<&'a str> {
    parts.concat()
}

/// Writes what goes out to a file of this name.
fn export(bench: &StoreBench, name: &str) -> PathBuf {
    let file = bench.file(name);
    bench.done(&words(&[&["marks", "export"], &OF, &["--out", text(&file)]]));
    file
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

fn import(bench: &StoreBench, file: &Path) -> Value {
    bench.json(&["marks", "import", text(file), "--json"])
}

fn refused(bench: &StoreBench, file: &Path) -> String {
    bench.refused(&["marks", "import", text(file), "--json"])
}

fn mark(bench: &StoreBench, how: &[&str]) {
    bench.done(&words(&[&["mark"], &OF, how]));
}

/// The first sitting of the first cluster.
fn sitting(bench: &StoreBench) -> Value {
    bench.json(&["attendance", "--session", "1", "--json"])["clusters"][0]["sittings"][0].clone()
}

fn count(of: &Value, list: &str) -> usize {
    of[list].as_array().expect(list).len()
}

#[test]
fn a_second_computer_begins_with_a_package_and_its_marks_come_back() {
    let home = StoreBench::new();
    mark(&home, &["--sitting", "1", "--late", "2"]);
    let hall = StoreBench::empty();
    // The package alone is the whole start of a second computer; on one that has other data it has to be wished.
    let opened = import(&hall, &export(&home, "cum-1.diemdanh"));
    assert_eq!((&opened["opened"], count(&opened, "remarks")), (&Value::Bool(true), 0));
    let there = hall.json(&["attendance", "--session", "1", "--json"]);
    assert_eq!(count(&there, "clusters"), 1, "only its rows");
    mark(&hall, &["--sitting", "1", "--absent", "3 5-7", "--excused", "4"]);
    mark(&hall, &["--sitting", "1", "--all-present"]);

    let back = export(&hall, "ve.diemdanh");
    let before = sitting(&home);
    let dry = home.json(&["marks", "import", text(&back), "--dry-run", "--json"]);
    assert_eq!(sitting(&home), before, "nothing was written");
    let received = import(&home, &back);
    assert_eq!(dry, received, "a preview promises what happens");
    assert_eq!(count(&received, "marked") as u64, before["invited"].as_u64().expect("a number") - 1);
    assert_eq!(count(&received, "already"), 1);
    let fourth =
        received["marked"].as_array().expect("marked").iter().find(|one| one["stt"] == 4).expect("STT 4");
    assert_eq!((&fourth["status"], &fourth["sitting"]), (&"excused".into(), &1.into()));
    let (here, there) = (sitting(&home), sitting(&hall));
    for figure in ["invited", "present", "excused", "absent", "unmarked"] {
        assert_eq!(here[figure], there[figure], "{figure}");
    }
    let again = import(&home, &back);
    assert_eq!((count(&again, "marked"), &again["changed"]), (0, &Value::Bool(false)));
    let line = &home.json(&["history", "--json", "--limit", "1"])[0];
    assert!(line["label"].as_str().expect("a label").contains("Nhận điểm danh"), "{line}");
}

#[test]
fn what_both_said_otherwise_is_told_and_ours_counts() {
    let home = StoreBench::new();
    let hall = StoreBench::copy_of(&home);
    mark(&home, &["--sitting", "1", "--present", "1 2"]);
    mark(&hall, &["--sitting", "1", "--absent", "1", "--present", "2 3"]);
    let received = import(&home, &export(&hall, "ve.diemdanh"));
    assert_eq!((count(&received, "marked"), count(&received, "already")), (1, 1));
    let conflict = &received["conflicts"][0];
    assert_eq!(
        (&conflict["stt"], &conflict["ours"], &conflict["theirs"]),
        (&1.into(), &"present".into(), &"absent".into())
    );
    assert_eq!(sitting(&home)["delegates"][0]["status"], "present");
}

#[test]
fn what_is_not_of_this_data_is_refused_in_a_sentence() {
    let (home, other) = (StoreBench::new(), StoreBench::new());
    let before = other.json(&["sessions", "--json"]);
    for name in ["cum-1.diemdanh", "cum-1.xlsx"] {
        let file = export(&home, name);
        refused(&other, &file);
        let whole = bytes(&file);
        for (cut, spoilt) in [
            ("nửa", whole[..whole.len() / 2].to_vec()),
            ("rác", whole.iter().map(|byte| byte ^ 0x5a).collect()),
            ("rỗng", Vec::new()),
            ("chữ", "Họ và tên;Đơn vị\nNguyễn Văn A;Xã B\n".into()),
        ] {
            let file = home.file(&format!("{cut}-{name}"));
            std::fs::write(&file, spoilt).expect("written");
            refused(&home, &file);
        }
    }
    assert_eq!(other.json(&["sessions", "--json"]), before);
    refused(&home, &home.file("không có.diemdanh"));
    let foreign = refused(&other, &home.file("cum-1.diemdanh"));
    assert!(foreign.contains("--open"), "the way for a second computer that has other data: {foreign}");
    let opened = other.json(&["marks", "import", text(&home.file("cum-1.diemdanh")), "--open", "--json"]);
    assert_eq!(opened["opened"], true);
    let out = home.file("x.diemdanh");
    let wrong = ["marks", "export", "--session", "1", "--cluster", "99", "--out", text(&out)];
    assert!(home.refused(&wrong).contains("99"));
}

/// A form of the first cluster, and where things stand in it.
struct Form {
    bytes: Vec<u8>,
    cells: Vec<Vec<String>>,
}

impl Form {
    fn of(bench: &StoreBench) -> Self {
        let bytes = bytes(&export(bench, "phieu.xlsx"));
        Self { cells: cells(&bytes), bytes }
    }

    /// The column of a key such as "name", or of the Nth sitting.
    fn column(&self, key: &str) -> usize {
        self.cells[0].iter().position(|cell| cell.starts_with(key)).expect(key)
    }

    fn row(&self, stt: &str) -> usize {
        let column = self.column("stt");
        self.cells.iter().position(|row| row[column] == stt).expect(stt)
    }

    /// The Nth of the rows for people who came in addition.
    fn blank(&self, at: usize) -> usize {
        self.cells
            .iter()
            .enumerate()
            .filter(|(_, row)| row[0].starts_with("blank:"))
            .nth(at)
            .expect("a row")
            .0
    }

    fn at(&self, row: usize, key: &str) -> String {
        let letter = char::from(b'A' + u8::try_from(self.column(key)).expect("a few columns"));
        format!("{letter}{}", row + 1)
    }

    fn stt(&self, stt: &str, key: &str) -> String {
        self.at(self.row(stt), key)
    }
}

fn save(bench: &StoreBench, bytes: &[u8]) -> PathBuf {
    let file = bench.file("phieu-ve.xlsx");
    std::fs::write(&file, bytes).expect("written");
    file
}

#[test]
fn a_form_has_hidden_identities_and_a_drop_down_for_each_sitting() {
    let bench = StoreBench::new();
    let form = Form::of(&bench);
    let sheet = part(&form.bytes, "xl/worksheets/sheet1.xml");
    let at = sheet.find("<col min=\"1\" max=\"2\"").expect("the columns of identities have a format");
    let tag = &sheet[at..at + sheet[at..].find('>').expect("its end")];
    assert!(tag.contains("hidden=\"1\""), "{tag}");
    let first = &sheet[sheet.find("<row r=\"1\"").expect("the first row")..];
    assert!(first[..first.find('>').expect("its end")].contains("hidden=\"1\""));
    assert!(!sheet.contains("<f>"), "no formula");
    let list =
        sheet.split("<dataValidation ").find(|one| one.starts_with("type=\"list\"")).expect("a drop-down");
    let list = list.replace("&quot;", "\"");
    assert!(list.contains("Có mặt,Vắng"), "{list}");
    let sittings = form.cells[0].iter().filter(|key| key.starts_with("sitting:")).count();
    let attendance = bench.json(&["attendance", "--session", "1", "--json"]);
    assert_eq!(sittings, count(&attendance["clusters"][0], "sittings"));
    let invited = attendance["clusters"][0]["sittings"][0]["invited"].as_u64().expect("a number");
    let rows = form.cells.iter().filter(|row| row[0].starts_with("delegate:"));
    let names: Vec<&String> = rows.map(|row| &row[form.column("name")]).collect();
    assert_eq!(names.len() as u64, invited);
    let listed = sitting(&bench)["delegates"][0]["name"].as_str().expect("a name").to_owned();
    assert_eq!(*names[0], listed, "in the order of the list");
}

#[test]
fn a_filled_form_marks_what_is_said_and_tells_what_is_not_understood() {
    let bench = StoreBench::new();
    let form = Form::of(&bench);
    let blank = form.blank(0);
    let filled = typed(
        &form.bytes,
        &[
            (form.stt("1", "sitting:"), "Có mặt"),
            (form.stt("2", "sitting:"), "VANG CO LY DO"),
            (form.stt("2", "note"), "ốm"),
            (form.stt("3", "sitting:"), "x"),
            (form.stt("4", "sitting:"), "V"),
            (form.stt("5", "sitting:"), "chắc có"),
            (form.stt("6", "sitting:"), "vắng"),
            (form.at(blank, "name"), "Phan Văn Thêm"),
            (form.at(blank, "unit"), "Xã Tam An"),
            (form.at(blank, "sitting:"), "có mặt"),
            (form.at(form.blank(1), "name"), "Trần Thị Thay"),
            (form.at(form.blank(1), "sitting:"), "x"),
            (form.at(form.blank(1), "held"), "6"),
            (form.at(form.blank(2), "name"), "Lê Quên Ghi"),
        ],
    );
    let file = save(&bench, &filled);
    let received = import(&bench, &file);
    let cell = form.stt("5", "sitting:");
    let remarks: Vec<&str> =
        received["remarks"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    assert!(remarks[0].contains(&cell) && remarks[0].contains("chắc có"), "{remarks:?}");
    assert!(remarks[1].contains("Lê Quên Ghi"), "{remarks:?}");
    let delegates = sitting(&bench)["delegates"].clone();
    let status = |stt: usize| delegates[stt - 1]["status"].clone();
    assert_eq!(
        (1..=6).map(status).collect::<Vec<_>>(),
        [
            "present".into(),
            "excused".into(),
            "present".into(),
            "absent".into(),
            Value::Null,
            "substituted".into()
        ]
    );
    assert!(
        delegates.as_array().expect("a list").iter().all(|one| one["at"].is_null()),
        "nobody saw them come"
    );
    let added = received["added"].as_array().expect("added");
    assert_eq!(added.len(), 2);
    let walk_in = added.iter().find(|one| one["name"] == "Phan Văn Thêm").expect("the walk-in");
    let listed = delegates.as_array().expect("a list").len() as u64;
    assert_eq!(
        (&walk_in["walk_in"], walk_in["stt"].as_u64()),
        (&Value::Bool(true), Some(listed)),
        "the next number"
    );
    let again = import(&bench, &file);
    assert_eq!((&again["changed"], count(&again, "added")), (&Value::Bool(false), 0));

    // A cell that is filled otherwise later asks, and changes nothing by itself.
    let changed = typed(&filled, &[(form.stt("4", "sitting:"), "Đến muộn")]);
    let received = import(&bench, &save(&bench, &changed));
    assert_eq!((count(&received, "conflicts"), count(&received, "marked")), (1, 0));
    assert_eq!(sitting(&bench)["delegates"][3]["status"], "absent");
    let again = import(&bench, &save(&bench, &changed));
    assert_eq!(again["changed"], false);
}

#[test]
fn rows_that_were_sorted_and_a_file_saved_by_another_program_are_read_by_their_identities() {
    let bench = StoreBench::new();
    let form = Form::of(&bench);
    let (sitting_column, name) = (form.column("sitting:"), form.column("name"));
    let head = form.cells.iter().position(|row| row[0] == "head").expect("the headings");
    let (first, second) = (form.row("1"), form.row("2"));
    let sorted = saved_elsewhere(&form.bytes, |cells| {
        cells[first][sitting_column] = "P".into();
        cells[second][sitting_column] = "về sớm".into();
        // A name that was typed over: nobody knows who is meant.
        cells[form.row("3")][sitting_column] = "x".into();
        cells[form.row("3")][name] = "Một Người Khác".into();
        cells[head + 1..].reverse();
        // A column of the user's own in between.
        cells.iter_mut().for_each(|row| row.insert(sitting_column, String::new()));
        cells[head + 1][sitting_column] = "ghi riêng".into();
        // And somebody under all rows that were prepared.
        let mut typed = vec![String::new(); cells[0].len()];
        typed[name] = "Hồ Thị Cuối".into();
        typed[sitting_column + 1] = "x".into();
        cells.push(typed);
    });
    let received = import(&bench, &save(&bench, &sorted));
    let told = |one: &Value| (one["stt"].as_u64(), one["status"].as_str().map(str::to_owned));
    let marked: Vec<_> = received["marked"].as_array().expect("marked").iter().map(told).collect();
    assert_eq!(marked[..2], [(Some(1), Some("excused".into())), (Some(2), Some("left_early".into()))]);
    assert_eq!((marked.len(), count(&received, "added"), count(&received, "remarks")), (3, 1, 1));
    assert!(received["remarks"][0].as_str().expect("a remark").contains("Một Người Khác"));
    assert_eq!(import(&bench, &save(&bench, &sorted))["changed"], false);

    // Without its hidden cells nobody knows whose a row is.
    let spoilt = saved_elsewhere(&form.bytes, |cells| cells.iter_mut().for_each(|row| drop(row.drain(..2))));
    assert!(refused(&bench, &save(&bench, &spoilt)).contains("ẩn"));
}
