//! Forms of certificates by the command line.

use super::history::StoreBench;

fn names(bench: &StoreBench) -> Vec<(String, usize)> {
    let all = bench.json(&["templates", "list", "--json"]);
    let all = all.as_array().expect("a list").iter();
    let sessions = |one: &serde_json::Value| one["sessions"].as_array().expect("a list").len();
    all.map(|one| (one["name"].as_str().expect("a name").to_owned(), sessions(one))).collect()
}

#[test]
fn a_form_travels_as_a_file_and_is_used_by_another_session() {
    let bench = StoreBench::new();
    let own = ["Trang trọng", "Theo mẫu cấp trên", "In đè lên phôi", "Cơ bản"];
    assert_eq!(names(&bench), own.map(|name| (name.to_owned(), 0)));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mau.taphuan-mau");
    let file = path.to_str().expect("UTF-8");
    bench.done(&["templates", "export", "trang trong", "--out", file]);
    let renamed =
        std::fs::read_to_string(file).expect("written").replace("\"Trang trọng\"", "\"Mẫu của tỉnh\"");
    std::fs::write(file, &renamed).expect("written");
    let taken = bench.json(&["templates", "import", file, "--json"]);
    assert_eq!((&taken["name"], &taken["known_already"]), (&"Mẫu của tỉnh".into(), &false.into()));
    assert_eq!(bench.json(&["templates", "import", file, "--json"])["known_already"], true);
    assert_eq!(names(&bench)[4..], [("Mẫu của tỉnh".to_owned(), 0)]);

    bench.done(&["templates", "use", "mẫu của tỉnh", "--session", "1"]);
    assert_eq!(names(&bench)[4..], [("Mẫu của tỉnh".to_owned(), 1)]);
    let paper = folder.path().join("a.pdf");
    bench.done(&["export", "certificates", "--session", "1", "--out", paper.to_str().expect("UTF-8")]);
    assert!(std::fs::metadata(&paper).expect("written").len() > 50_000);
}

#[test]
fn what_is_no_form_is_refused_with_its_reason() {
    let bench = StoreBench::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sai.taphuan-mau");
    let file = path.to_str().expect("UTF-8");
    std::fs::write(file, "{}").expect("written");
    assert!(bench.refused(&["templates", "import", file]).contains("không phải mẫu giấy chứng nhận"));
    assert!(bench.refused(&["templates", "export", "Mẫu lạ", "--out", file]).contains("Trang trọng"));
    assert!(bench.refused(&["templates", "export", "Cơ bản", "--out", file]).contains("cố định"));
    assert!(
        bench.refused(&["templates", "use", "Trang trọng", "--session", "1", "--page", "a3"]).contains("a3")
    );
    assert_eq!(names(&bench).len(), 4);
}
