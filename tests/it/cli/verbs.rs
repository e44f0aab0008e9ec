//! The program as a user of the command line meets it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use taphuan::domain::id::SessionId;
use taphuan::store::{Access, Store};

/// A folder with the sample file in it.
struct StoreBench {
    folder: tempfile::TempDir,
}

impl StoreBench {
    fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().expect("folder") };
        assert_eq!(bench.run(&["sample"]).status.code(), Some(0));
        bench
    }

    fn data(&self) -> PathBuf {
        self.file("mẫu.taphuan")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.file(name);
        fs::write(&path, content).expect("write");
        path.display().to_string()
    }

    fn run(&self, words: &[&str]) -> Output {
        program(self.folder.path()).arg("--data").arg(self.data()).args(words).output().expect("run")
    }

    fn json(&self, words: &[&str]) -> Value {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", error_of(&output));
        serde_json::from_slice(&output.stdout).expect("JSON on standard output")
    }

    /// The id of the session whose title holds these words.
    fn session(&self, words: &str) -> String {
        let sessions = self.json(&["sessions", "--json"]);
        let found = sessions
            .as_array()
            .expect("array")
            .iter()
            .find(|session| session["title"].as_str().expect("title").contains(words));
        found.expect("session")["id"].to_string()
    }

    /// Runs a line that must be refused: exit code 1, one sentence, data untouched.
    fn refused(&self, words: &[&str]) -> String {
        let before = fs::read(self.data()).ok();
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        assert!(output.stdout.is_empty(), "{words:?}");
        assert_eq!(fs::read(self.data()).ok(), before, "{words:?} changed the data");
        let sentence = error_of(&output);
        assert_eq!(sentence.lines().count(), 1, "{words:?}: {sentence}");
        assert!(sentence.trim_end().ends_with(['.', '”', '…', ')']), "{words:?}: {sentence}");
        sentence
    }
}

fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taphuan"));
    command.current_dir(folder).env("HOME", folder).env("XDG_DATA_HOME", folder.join("data"));
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command
}

fn error_of(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8 messages")
}

#[test]
fn without_a_display_the_bare_program_says_so_and_shows_what_it_makes() {
    let folder = tempfile::tempdir().expect("folder");
    for _ in 0..2 {
        let output = program(folder.path()).output().expect("run");
        assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
        let said = error_of(&output);
        assert!(said.lines().next().is_some_and(|first| first.contains("export")), "{said}");
        assert!(said.contains("tap-huan-mau.taphuan") && said.contains("danh-sach-ky-ten.pdf"), "{said}");
    }
    let of_the_user = program(folder.path()).args(["--data", "của tôi.taphuan"]).output().expect("run");
    assert_eq!(of_the_user.status.code(), Some(1));
    assert!(!folder.path().join("của tôi.taphuan").exists());
    assert!(fs::read(folder.path().join("danh-sach-ky-ten.pdf")).expect("sheet").starts_with(b"%PDF-1.7"));
}

#[test]
fn the_sample_holds_the_five_sessions() {
    let bench = StoreBench::new();
    let sessions = bench.json(&["sessions", "--json"]);
    let sessions = sessions.as_array().expect("array");
    assert_eq!(sessions.len(), 5);
    let by_title = |words: &str| {
        sessions.iter().find(|one| one["title"].as_str().expect("title").contains(words)).expect(words)
    };
    assert_eq!(by_title("cơ sở năm 2020")["delegates"], 433);
    assert_eq!(by_title("cơ sở năm 2020")["dates"], "25/9–07/10/2020");
    assert_eq!(by_title("nghiệp vụ")["delegates"], 90);
    assert!(sessions.iter().all(|one| one["id"].is_i64() && one["delegates"].as_i64() > Some(0)));

    let again = bench.run(&["sample"]);
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(bench.json(&["sessions", "--json"]).as_array().map(Vec::len), Some(5), "never twice");

    let table = String::from_utf8(bench.run(&["sessions"]).stdout).expect("text");
    assert!(table.lines().count() == 6 && table.contains("10–12/5/2023"), "{table}");
}

#[test]
fn delegates_come_in_vietnamese_name_order_with_their_cluster() {
    let bench = StoreBench::new();
    let delegates = bench.json(&["delegates", "--session", &bench.session("cơ sở năm 2020"), "--json"]);
    let delegates = delegates.as_array().expect("array");
    assert_eq!(delegates.len(), 433);
    for key in ["full_name", "gender", "birth_year", "birth_date", "position", "unit", "phone", "cluster"] {
        assert!(delegates.iter().all(|one| one.get(key).is_some()), "{key}");
    }
    let given: Vec<&str> = delegates
        .iter()
        .map(|one| one["full_name"].as_str().expect("name").rsplit(' ').next().expect("a word"))
        .collect();
    assert_eq!(given.first(), Some(&"An"));
    let place = |name: &str| given.iter().position(|one| *one == name);
    assert!(place("Dũng") < place("Đào") || place("Đào").is_none());
    let clusters: std::collections::BTreeSet<_> =
        delegates.iter().map(|one| one["cluster"].as_u64()).collect();
    assert_eq!(clusters, (1..=5).map(Some).collect());
}

#[test]
fn people_are_found_with_and_without_diacritics() {
    let bench = StoreBench::new();
    let plain = bench.json(&["search", "nguyen van binh", "--json"]);
    let marked = bench.json(&["search", "Nguyễn", "Văn", "Bình", "--json"]);
    assert_eq!(plain, marked);
    assert!(plain.as_array().is_some_and(|people| !people.is_empty()));
    let nobody = bench.run(&["search", "không có ai tên thế này"]);
    assert_eq!(nobody.status.code(), Some(0));
    assert!(error_of(&nobody).contains("không có ai tên thế này"));
}

#[test]
fn every_kind_of_paper_is_made_and_twice_the_same() {
    let bench = StoreBench::new();
    let kinds = bench.json(&["documents", "--json"]);
    let kinds: Vec<&str> =
        kinds.as_array().expect("array").iter().map(|one| one["id"].as_str().expect("id")).collect();
    for kind in ["sign-in-sheet", "delegate-list", "certificates"] {
        assert!(kinds.contains(&kind), "{kind}");
    }
    let session = bench.session("cơ sở năm 2020");
    for kind in kinds {
        let make = |name: &str| {
            let out = bench.file(name).display().to_string();
            let output = bench.run(&["export", kind, "--session", &session, "--out", &out]);
            assert_eq!(output.status.code(), Some(0), "{kind}: {}", error_of(&output));
            fs::read(out).expect("paper")
        };
        if kind == "commendation" {
            // Nobody was ticked yet: it says where that is done.
            let out = bench.file("một.pdf").display().to_string();
            let said = bench.refused(&["export", kind, "--session", &session, "--out", &out]);
            assert!(said.contains("Kết quả"), "{said}");
            continue;
        }
        let first = make("một.pdf");
        assert!(first.starts_with(b"%PDF-1.7"), "{kind}");
        assert_eq!(first, make("hai.pdf"), "{kind}");
    }
}

#[test]
fn lists_go_out_as_word_files_and_workbooks_by_the_ending() {
    let bench = StoreBench::new();
    let session = bench.session("cơ sở năm 2020");
    let kinds = bench.json(&["documents", "--json"]);
    let formats = |id: &str| {
        let kind = kinds.as_array().expect("array").iter().find(|one| one["id"] == id).expect("a kind");
        kind["formats"].as_array().expect("formats").clone()
    };
    assert_eq!(formats("certificates"), ["pdf"]);
    for kind in ["sign-in-sheet", "delegate-list"] {
        assert_eq!(formats(kind), ["pdf", "docx", "xlsx"]);
        for ending in ["docx", "XLSX"] {
            let make = |name: &str| {
                let out = bench.file(&format!("{name}.{ending}")).display().to_string();
                let output = bench.run(&["export", kind, "--session", &session, "--out", &out]);
                assert_eq!(output.status.code(), Some(0), "{kind}: {}", error_of(&output));
                fs::read(out).expect("paper")
            };
            let first = make("một");
            assert!(first.starts_with(b"PK"), "{kind}");
            assert_eq!(first, make("hai"), "{kind} {ending}");
        }
    }
    let line = |kind| ["export", kind, "--session", &session, "--out"];
    let refused = bench.refused(&[line("certificates").as_slice(), &["a.docx"]].concat());
    assert!(refused.contains("a.docx") && refused.contains(".pdf"), "{refused}");
    assert!(!bench.file("a.docx").exists());

    let out = bench.file("ký tên.docx").display().to_string();
    let output = bench.run(&[line("sign-in-sheet").as_slice(), &[&out, "--per-cluster"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
    assert!(bench.file("ký tên-cum-5.docx").is_file());
}

#[test]
fn one_file_for_each_cluster_or_one_cluster_alone() {
    let bench = StoreBench::new();
    let session = bench.session("cơ sở năm 2020");
    let out = bench.file("ký tên.pdf").display().to_string();
    let line = ["export", "sign-in-sheet", "--session", &session, "--out", &out];
    let output = bench.run(&[line.as_slice(), &["--per-cluster"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
    for number in 1..=5 {
        assert!(bench.file(&format!("ký tên-cum-{number}.pdf")).is_file(), "cluster {number}");
    }
    let output = bench.run(&[line.as_slice(), &["--cluster", "3"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
    assert_eq!(fs::read(&out).expect("sheet"), fs::read(bench.file("ký tên-cum-3.pdf")).expect("sheet"));
    assert!(bench.refused(&[line.as_slice(), &["--cluster", "9"]].concat()).contains('9'));
}

#[test]
fn every_paper_of_a_session_goes_into_a_folder_at_once() {
    let bench = StoreBench::new();
    let session = bench.session("cơ sở năm 2020");
    let folder = bench.file("bộ hồ sơ/2020").display().to_string();
    let line = ["export", "all", "--session", &session, "--out", &folder];
    let output = bench.run(&[line.as_slice(), &["--per-cluster", "--editable"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
    for name in ["01-ke-hoach.pdf", "01-ke-hoach.docx", "05-chuong-trinh-cum-5.docx"] {
        assert!(Path::new(&folder).join(name).is_file(), "{name}");
    }
    let kinds = bench.json(&["documents", "--json"]);
    let files: Vec<_> = fs::read_dir(&folder).expect("folder").collect();
    assert!(files.len() > kinds.as_array().expect("array").len() * 5, "{}", files.len());

    // The session of which no delegate came says what it lacks, and makes the rest.
    let online = bench.session("trực tuyến toàn quốc");
    let out = bench.file("trực tuyến").display().to_string();
    let output = bench.run(&["export", "all", "--session", &online, "--out", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
    assert!(bench.refused(&[line.as_slice(), &["--recipe", "x"]].concat()).contains("--recipe"));
    let nowhere = bench.write("tệp", "không phải thư mục") + "/bên trong";
    bench.refused(&["export", "all", "--session", &session, "--out", &nowhere]);
}

#[test]
fn pages_of_a_paper_are_seen_on_one_picture() {
    let bench = StoreBench::new();
    let session = bench.session("trực tuyến toàn quốc");
    let out = bench.file("xem.png").display().to_string();
    let line = ["export", "plan", "--session", &session, "--contact-sheet", "--out"];
    let output = bench.run(&[&line[..], &[&out]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
    let picture = image::open(&out).expect("a picture").into_luma8();
    let dark = picture.pixels().filter(|pixel| pixel.0[0] < 100).count();
    assert!(picture.width() > 1000 && dark > 2000, "{dark} dark pixels");
    assert!(bench.refused(&[&line[..], &["xem.pdf"]].concat()).contains(".png"));
}

#[test]
fn a_recipe_makes_a_paper_as_it_was_saved() {
    let bench = StoreBench::new();
    let session = bench.session("cơ sở năm 2020");
    let make = |name: &str, more: &[&str]| {
        let out = bench.file(name).display().to_string();
        let output =
            bench.run(&[&["export", "sign-in-sheet", "--session", &session, "--out", &out], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
        (fs::read(out).expect("paper"), error_of(&output))
    };
    let (usual, _) = make("một.pdf", &[]);
    let line = ["export", "sign-in-sheet", "--session", &session, "--out", "a.pdf", "--recipe", "Bàn đón"];
    assert!(bench.refused(&line).contains("Bàn đón"));
    let store = Store::open(&bench.data(), Access::Write).expect("open");
    store.save_recipe("sign-in-sheet", "Bàn đón", r#"{"blank_rows":30}"#.into()).wait().expect("saved");
    store.save_recipe("sign-in-sheet", "Hỏng", r#"{"blank_rows":-1}"#.into()).wait().expect("saved");
    drop(store);
    let (by_recipe, _) = make("hai.pdf", &["--recipe", "bàn đón"]);
    assert_ne!(by_recipe, usual);
    assert_eq!(by_recipe, make("ba.pdf", &["--blank-rows", "30"]).0);
    let (damaged, said) = make("bốn.pdf", &["--recipe", "Hỏng"]);
    assert_eq!(damaged, usual);
    assert!(said.contains("không hiểu"), "{said}");
    let recipes = bench.json(&["recipes", "--json"]);
    assert_eq!(recipes[0]["name"], "Bàn đón");
    assert_eq!(
        (&recipes[0]["kind"], &recipes[0]["options"]["blank_rows"]),
        (&"sign-in-sheet".into(), &30.into())
    );
    assert!(bench.refused(&[&line[..7], &["lạ"]].concat()).contains("Bàn đón, Hỏng"));
}

#[test]
fn prices_of_an_earlier_recipe_fill_a_budget_that_has_none() {
    let bench = StoreBench::new();
    let session = bench.session("cơ sở năm 2020");
    let make = |name: &str, more: &[&str]| {
        let out = bench.file(name).display().to_string();
        let output = bench.run(&[&["export", "budget", "--session", &session, "--out", &out], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", error_of(&output));
        assert!(!error_of(&output).contains("không hiểu"), "{}", error_of(&output));
        fs::read(out).expect("paper")
    };
    let write = |work: &dyn Fn(&Store)| work(&Store::open(&bench.data(), Access::Write).expect("open"));
    let recipe = ["--recipe", "Như năm trước"];
    write(&|store| {
        let options = r#"{"prices":{"Water":20000},"per":"Sitting","blank_rows":0}"#;
        store.save_recipe("budget", recipe[1], options.into()).wait().expect("saved");
    });
    let (without, with) = (make("một.pdf", &[]), make("hai.pdf", &recipe));
    assert_ne!(without, with);
    write(&|store| {
        let id = SessionId(session.parse().expect("an id"));
        let venue = serde_json::json!({"prices": {"Venue": 5_000_000}}).as_object().cloned().expect("fields");
        store.write_words(id, "budget", venue).wait().expect("written");
    });
    let own = make("ba.pdf", &[]);
    assert_ne!(own, without);
    assert_eq!(make("bốn.pdf", &recipe), own, "the session has prices of its own");
}

const LIST: &str = "Họ và tên;Năm sinh;Giới tính;Chức vụ;Đơn vị;Điện thoại\n\
    Nguyễn Thị Ánh Nguyệt;1971;Nữ;Trưởng ban CTMT;Xã Tam Đại;0905 123 456\n\
    Trần Đình Ẩn;1958;Nam;Tổ trưởng Tổ đoàn kết;Xã Tam Dân;\n\
    ;1960;Nam;Chủ tịch;Xã Tam Dân;\n\
    Lê Văn Sai 2;1975;Nam;Chủ tịch;Xã Tam Thái;\n";

#[test]
fn a_session_is_added_and_its_number_printed() {
    let bench = StoreBench::new();
    let added = bench.run(&["session", "add", "--title", "  Lớp  mới ", "--dates", "25-27/9/2026"]);
    assert_eq!(added.status.code(), Some(0), "{}", error_of(&added));
    let id: i64 = String::from_utf8(added.stdout.clone()).expect("text").trim().parse().expect("a number");
    assert!(error_of(&added).contains("25–27/9/2026"), "{}", error_of(&added));
    let sessions = bench.json(&["sessions", "--json"]);
    let found = sessions.as_array().expect("array").iter().find(|one| one["id"] == id).expect("the session");
    assert_eq!((&found["title"], &found["dates"]), (&"Lớp mới".into(), &"25–27/9/2026".into()));

    let line = ["session", "add", "--title", "Lớp hai", "--place", "Hội trường xã", "--json"];
    let added = bench.json(&line);
    assert_eq!(added, serde_json::json!({ "id": added["id"], "title": "Lớp hai" }));
    let list = bench.write("danh sách.csv", LIST);
    let of = added["id"].to_string();
    assert_eq!(
        bench.run(&["import", "--session", &of, &list]).status.code(),
        Some(0),
        "it can be used at once"
    );
    let store = Store::open(&bench.data(), Access::Read).expect("open");
    let dossier = store.dossier(taphuan::domain::id::SessionId(added["id"].as_i64().expect("a number")));
    let venue = dossier.wait().expect("dossier").session.details.venue;
    assert_eq!(venue.as_deref(), Some("Hội trường xã"));
}

#[test]
fn a_session_that_cannot_be_is_refused() {
    let bench = StoreBench::new();
    let add = |dates: &str| bench.refused(&["session", "add", "--title", "Lớp", "--dates", dates]);
    assert!(add("tuần sau").contains("“tuần sau”"));
    assert!(add("31/2/2026").contains("không có ngày đó"));
    assert!(add("27-25/9/2026").contains("trước ngày bắt đầu"));
    bench.refused(&["session", "add", "--title", " "]);
}

#[test]
fn a_list_is_previewed_then_imported_once() {
    let bench = StoreBench::new();
    let list = bench.write("danh sách.csv", LIST);
    let session = bench.session("cơ sở năm 2020");
    let before = fs::read(bench.data()).expect("data");
    let preview = bench.json(&["import", "--session", &session, &list, "--dry-run", "--json"]);
    assert_eq!(fs::read(bench.data()).expect("data"), before, "a preview writes nothing");
    let counts = serde_json::json!({ "new": 2, "update": 0, "same": 0, "duplicate": 0, "error": 2 });
    assert_eq!(preview["counts"], counts);
    assert_eq!(preview["encoding"], "unicode");
    let states: Vec<&str> = preview["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["status"].as_str().expect("status"))
        .collect();
    assert_eq!(states, ["new", "new", "error", "error"]);
    assert_eq!(preview["rows"][0]["row"], 2);
    assert!(preview["rows"][3]["message"].as_str().is_some_and(|text| text.contains("Lê Văn Sai 2")));

    assert_eq!(bench.json(&["import", "--session", &session, &list, "--json"]), preview);
    let delegates = bench.json(&["delegates", "--session", &session, "--json"]);
    let delegates = delegates.as_array().expect("array");
    assert_eq!(delegates.len(), 435);
    let added = delegates.iter().find(|one| one["full_name"] == "Nguyễn Thị Ánh Nguyệt").expect("added");
    assert_eq!((&added["gender"], &added["birth_year"]), (&Value::from("female"), &Value::from(1971)));
    assert!(added["cluster"].is_u64(), "the unit's cluster takes the delegate in");

    let again = bench.json(&["import", "--session", &session, &list, "--json"]);
    assert_eq!((&again["counts"]["same"], &again["counts"]["new"]), (&Value::from(2), &Value::from(0)));

    let store = Store::open(&bench.data(), Access::Write).expect("open");
    let label = store.undo().wait().expect("undo").label().expect("a step");
    assert_eq!(label.id, "operation-import");
    // The second import changed nothing but its record; the first is undone next.
    store.undo().wait().expect("undo").label().expect("a step");
    drop(store);
    let left = bench.json(&["delegates", "--session", &session, "--json"]);
    assert_eq!(left.as_array().map(Vec::len), Some(433));
}

#[test]
fn what_is_not_a_list_is_refused_in_one_sentence() {
    let bench = StoreBench::new();
    let session = bench.session("cơ sở năm 2020");
    let workbook_cut_short = b"PK\x03\x04\x14\x00\x06\x00".repeat(40);
    let lists = [
        bench.write("trống.csv", ""),
        bench.write("thơ.csv", "Trăm năm trong cõi người ta\nChữ tài chữ mệnh khéo là ghét nhau\n"),
        bench.write("rác.xlsx", (0_u16..5_000).map(|n| (n % 251) as u8).collect::<Vec<u8>>()),
        bench.write("dở dang.xlsx", workbook_cut_short),
        bench.write("ảnh.xlsx", b"\x89PNG\r\n\x1a\n0000000000000000000000000000"),
        bench
            .write("cũ.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE100000000000000000000000000000000000000000000"),
        bench.file("không có.xlsx").display().to_string(),
        bench.folder.path().display().to_string(),
    ];
    for list in &lists {
        let vietnamese = bench.refused(&["import", "--session", &session, list]);
        let english = bench.refused(&["--lang", "en", "import", "--session", &session, list]);
        assert_ne!(vietnamese, english, "{list}");
    }
    let list = bench.write("danh sách.csv", LIST);
    assert!(bench.refused(&["import", "--session", "999", &list]).contains("999"));
}

#[test]
fn bad_data_files_are_refused_in_one_sentence() {
    let bench = StoreBench::new();
    let good = fs::read(bench.data()).expect("data");
    let verbs: [&[&str]; 5] = [
        &["sessions"],
        &["search", "an"],
        &["delegates", "--session", "1"],
        &["check"],
        &["export", "sign-in-sheet", "--session", "1", "--out", "a.pdf"],
    ];
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&999_i32.to_be_bytes());
    let mut damaged = good.clone();
    for page in damaged.chunks_mut(4096).skip(1) {
        page.fill(0xA5);
    }
    for content in [b"kh\xC3\xB4ng ph\xE1\xBA\xA3i".repeat(50), newer, damaged, Vec::new()] {
        fs::write(bench.data(), &content).expect("write");
        for verb in verbs {
            bench.refused(verb);
        }
        bench.refused(&["sample"]);
    }
    fs::remove_file(bench.data()).expect("remove");
    for verb in verbs {
        bench.refused(verb);
        assert!(!bench.data().exists(), "{verb:?} made a file");
    }
    assert!(!bench.file("a.pdf").exists());
}

#[test]
fn while_a_window_writes_others_read_and_are_refused_to_write() {
    let bench = StoreBench::new();
    let window = Store::open(&bench.data(), Access::Write).expect("window");
    assert_eq!(bench.json(&["sessions", "--json"]).as_array().map(Vec::len), Some(5));
    let list = bench.write("danh sách.csv", LIST);
    let session = bench.session("cơ sở năm 2020");
    bench.refused(&["import", "--session", &session, &list]);
    bench.refused(&["sample"]);
    assert!(
        bench.json(&["import", "--session", &session, &list, "--dry-run", "--json"])["counts"]["new"] == 2
    );
    drop(window);
    assert_eq!(bench.run(&["import", "--session", &session, &list]).status.code(), Some(0));
}

#[test]
fn a_read_only_file_is_read_and_not_written() {
    let bench = StoreBench::new();
    let mut permissions = fs::metadata(bench.data()).expect("metadata").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(bench.data(), permissions).expect("protect");
    let session = bench.session("cơ sở năm 2020");
    let list = bench.write("danh sách.csv", LIST);
    bench.refused(&["import", "--session", &session, &list]);
}

#[test]
fn a_paper_that_cannot_be_written_says_where_and_why() {
    let bench = StoreBench::new();
    let session = bench.session("Chỉ thị 05");
    let nowhere = bench.file("không có").join("ký tên.pdf").display().to_string();
    let sentence = bench.refused(&["export", "sign-in-sheet", "--session", &session, "--out", &nowhere]);
    assert!(sentence.contains("ký tên.pdf"), "{sentence}");
    bench.refused(&["export", "sign-in-sheet", "--session", &session, "--out", "a.txt"]);
    assert!(
        bench.refused(&["export", "thơ", "--session", &session, "--out", "a.pdf"]).contains("sign-in-sheet")
    );
    bench.refused(&["export", "sign-in-sheet", "--session", "999", "--out", "a.pdf"]);
}

#[test]
fn backup_check_and_restore() {
    let bench = StoreBench::new();
    let copy = bench.file("sao lưu.taphuan").display().to_string();
    assert_eq!(bench.run(&["backup", "--out", &copy]).status.code(), Some(0));
    assert_eq!(bench.run(&["check"]).status.code(), Some(0));
    let list = bench.write("danh sách.csv", LIST);
    let session = bench.session("cơ sở năm 2020");
    assert_eq!(bench.run(&["import", "--session", &session, &list]).status.code(), Some(0));

    let restored = bench.run(&["restore", &copy]);
    assert_eq!(restored.status.code(), Some(0), "{}", error_of(&restored));
    assert!(error_of(&restored).contains("truoc-phuc-hoi"), "the replaced file is named");
    let delegates = bench.json(&["delegates", "--session", &session, "--json"]);
    assert_eq!(delegates.as_array().map(Vec::len), Some(433));
    let kept = fs::read_dir(bench.folder.path())
        .expect("folder")
        .filter_map(Result::ok)
        .any(|entry| entry.file_name().to_string_lossy().contains("truoc-phuc-hoi"));
    assert!(kept);
    bench.refused(&["restore", &list]);
}

#[test]
fn what_can_be_read_of_a_damaged_file_is_saved_and_counted() {
    let bench = StoreBench::new();
    let data = bench.data();
    let mut bytes = fs::read(&data).expect("read");
    // The first page leads to all others.
    bytes[..4096].fill(0);
    fs::write(&data, &bytes).expect("written");
    bench.refused(&["sessions"]);
    let out = bench.file("cứu.taphuan");
    let saved = bench.run(&["salvage", "--out", &out.display().to_string(), "--json"]);
    assert_eq!(saved.status.code(), Some(0), "{}", error_of(&saved));
    let report: serde_json::Value = serde_json::from_slice(&saved.stdout).expect("JSON");
    assert_eq!((&report["saved"]["session"], &report["lost"]), (&5.into(), &serde_json::json!({})));
    assert!(error_of(&saved).contains("5 lớp"), "{}", error_of(&saved));
    assert_eq!(fs::read(&data).expect("read"), bytes, "the damaged file is only read");
    bench.refused(&["salvage", "--out", &out.display().to_string()]);
    fs::copy(&out, &data).expect("copied");
    assert_eq!(bench.run(&["check"]).status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_does_not_arrive_is_said() {
    let bench = StoreBench::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_taphuan"))
        .args(["--data", &bench.data().display().to_string(), "sessions"])
        .stdout(full)
        .output()
        .expect("run");
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stderr.is_empty());
    let session = bench.session("cơ sở năm 2020");
    let said = bench.refused(&["export", "delegate-list", "--session", &session, "--out", "/dev/full"]);
    assert!(said.contains("/dev/full"), "{said}");
}

#[test]
fn wrong_usage_is_exit_code_two_in_the_users_language() {
    let bench = StoreBench::new();
    let lines: [&[&str]; 10] = [
        &["session"],
        &["session", "add"],
        &["session", "add", "--title"],
        &["nhap"],
        &["sessions", "--xml"],
        &["delegates"],
        &["delegates", "--session", "một"],
        &["export", "sign-in-sheet", "--session", "1"],
        &["search"],
        &["--lang", "fr", "sessions"],
    ];
    for line in lines {
        let output = bench.run(line);
        assert_eq!(output.status.code(), Some(2), "{line:?}");
        assert!(output.stdout.is_empty(), "{line:?}");
        assert!(error_of(&output).contains("--help"), "{line:?}: {}", error_of(&output));
    }
    assert!(error_of(&bench.run(&["nhap"])).contains("Không có lệnh"));
    assert!(error_of(&bench.run(&["--lang", "en", "nhap"])).contains("There is no command"));
}

#[test]
fn help_is_in_the_users_language() {
    let bench = StoreBench::new();
    let help = |words: &[&str]| {
        let output = bench.run(words);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).expect("text")
    };
    let vietnamese = help(&["--help"]);
    for word in ["Cách dùng", "Lệnh", "Tùy chọn", "export", "restore"] {
        assert!(vietnamese.contains(word), "{word}: {vietnamese}");
    }
    let verb = help(&["export", "--help"]);
    for foreign in ["Usage", "Options", "Commands", "Arguments", "Print help"] {
        assert!(!vietnamese.contains(foreign) && !verb.contains(foreign), "{foreign}: {vietnamese}{verb}");
    }
    assert!(help(&["--lang", "en", "--help"]).contains("Usage"));
    assert!(help(&["--version"]).contains(env!("CARGO_PKG_VERSION")));
}
