//! Attendance by the command line.

use super::history::StoreBench;

#[test]
fn a_signed_page_says_who_was_absent_and_the_rest_signed() {
    let bench = StoreBench::new();
    let sheet = bench.file("ky-ten.pdf");
    let out = sheet.to_str().expect("a path");
    bench.done(&["export", "sign-in-sheet", "--session", "1", "--cluster", "1", "--out", out]);
    let file = rusqlite::Connection::open(bench.data()).expect("open");
    let page = "SELECT code, sheet FROM print_run_page ORDER BY id LIMIT 1";
    let (code, kept): (String, String) =
        file.query_row(page, [], |row| Ok((row.get(0)?, row.get(1)?))).expect("a page");
    let kept: serde_json::Value = serde_json::from_str(&kept).expect("JSON");
    let numbers: Vec<u64> = kept["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["number"].as_u64().expect("STT"))
        .collect();
    drop(file);
    let (third, last) = (numbers[2].to_string(), numbers[numbers.len() - 1]);
    let page = ["mark", "--session", "1", "--page", code.as_str()];
    let of = |rest: &[&'static str]| [page.as_slice(), rest].concat();
    // A number that stands on another page refuses the line.
    let next = (last + 1).to_string();
    let wrong = [page.as_slice(), &["--sitting", "1", "--absent", next.as_str()]].concat();
    assert!(bench.refused(&wrong).contains(&next));
    assert!(
        bench
            .refused(&["mark", "--session", "1", "--page", "12345678", "--sitting", "1", "--absent", "1"])
            .contains("12345678")
    );
    // Of several columns one has to be meant.
    if kept["columns"].as_array().expect("columns").len() > 1 {
        assert!(!bench.refused(&of(&["--absent", "1"])).is_empty());
    }
    let right = [page.as_slice(), &["--sitting", "1", "--absent", third.as_str(), "--json"]].concat();
    let marked = bench.json(&right);
    let marked = marked["marked"].as_array().expect("marked");
    assert_eq!(marked.len(), numbers.len());
    let absent: Vec<_> = marked.iter().filter(|one| one["status"] == "absent").collect();
    assert_eq!(absent.len(), 1);
    assert_eq!(absent[0]["stt"].as_u64(), Some(numbers[2]));
}

/// The words that mark somebody at the first sitting of the first cluster.
fn mark<'a>(rest: &[&'a str]) -> Vec<&'a str> {
    [&["mark", "--session", "1", "--cluster", "1", "--sitting", "1"], rest].concat()
}

#[test]
fn numbers_are_marked_and_one_that_is_wrong_refuses_the_whole_line() {
    let bench = StoreBench::new();
    let first = bench.json(&mark(&["--absent", "3 12-14", "--excused", "7", "--json"]));
    assert_eq!(first["marked"].as_array().expect("marked").len(), 5);
    assert_eq!(first["marked"][4]["stt"], 7);
    assert_eq!(first["marked"][4]["status"], "excused");
    assert!(first["marked"][0]["name"].as_str().is_some_and(|name| !name.is_empty()));

    let attendance = || bench.json(&["attendance", "--session", "1", "--json"]);
    let sitting = |of: &serde_json::Value| of["clusters"][0]["sittings"][0].clone();
    let before = sitting(&attendance());
    assert_eq!((before["absent"].as_u64(), before["excused"].as_u64()), (Some(4), Some(1)));
    assert_eq!(before["closed"], false);
    for (wrong, word) in [
        (["--absent", "3 3"], "3"),
        (["--absent", "9999"], "9999"),
        (["--absent", "3x"], "3x"),
        (["--late", "7p"], "7p"),
        (["--code", "123456789"], "123456789"),
    ] {
        assert!(bench.refused(&mark(&wrong)).contains(word), "{wrong:?}");
    }
    assert_eq!(sitting(&attendance()), before, "nothing was marked");
    assert!(
        bench
            .refused(&["mark", "--session", "1", "--cluster", "99", "--sitting", "1", "--absent", "1"])
            .contains("99")
    );

    // The rest came; those who are marked stay as they are, and what stands there is told.
    let rest = bench.json(&mark(&["--all-present", "--json"]));
    let invited = before["invited"].as_u64().expect("a number");
    assert_eq!(rest["marked"].as_array().expect("marked").len() as u64, invited - 5);
    let again = bench.json(&mark(&["--excused", "7", "--json"]));
    assert!(again["entry"].is_null() && again["already"][0]["stt"] == 7, "{again}");
    let after = sitting(&attendance());
    assert_eq!((after["present"].as_u64(), after["unmarked"].as_u64()), (Some(invited - 5), Some(0)));
    let third = &after["delegates"].as_array().expect("delegates")[2];
    assert_eq!((third["stt"].as_u64(), third["status"].as_str()), (Some(3), Some("absent")));
    assert!(third["at"].is_null(), "nobody saw them come");
}

#[test]
fn a_signed_list_of_money_says_who_did_not_sign_and_the_rest_received_it() {
    let bench = StoreBench::new();
    let list = bench.file("tien.pdf");
    let out = list.to_str().expect("a path");
    bench.done(&["export", "allowance-receipt", "--session", "1", "--cluster", "1", "--out", out]);
    let file = rusqlite::Connection::open(bench.data()).expect("open");
    let page = "SELECT code, sheet FROM print_run_page ORDER BY id LIMIT 1";
    let (code, kept): (String, String) =
        file.query_row(page, [], |row| Ok((row.get(0)?, row.get(1)?))).expect("a page");
    let kept: serde_json::Value = serde_json::from_str(&kept).expect("JSON");
    let people =
        kept["rows"].as_array().expect("rows").iter().filter(|row| !row["delegate"].is_null()).count();
    let page = ["mark", "--session", "1", "--page", code.as_str()];
    let of = |rest: &[&'static str]| [page.as_slice(), rest].concat();
    for wrong in [["--excused", "2"], ["--absent", "9999"], ["--absent", "2p"]] {
        assert!(!bench.refused(&of(&wrong)).is_empty(), "{wrong:?}");
    }
    let answer = bench.json(&of(&["--absent", "2 3=Trần Thị Nhận Thay", "--json"]));
    assert_eq!(answer["paper"], "allowance-receipt");
    let marked = answer["marked"].as_array().expect("marked");
    assert_eq!(marked.len(), people);
    let not: Vec<_> = marked.iter().filter(|one| one["received"] == false).map(|one| &one["stt"]).collect();
    assert_eq!(not, [2]);
    assert_eq!(marked[2]["receiver"], "Trần Thị Nhận Thay");
    let again = bench.json(&of(&["--absent", "2 3=Trần Thị Nhận Thay", "--json"]));
    assert!(again["entry"].is_null() && again["already"].as_array().expect("a list").len() == people);
    assert_eq!(
        bench.json(&["attendance", "--session", "1", "--json"])["clusters"][0]["sittings"][0]["present"],
        0
    );
}
