//! Numbers where there are no names, by the command line.

use super::history::StoreBench;

#[test]
fn numbers_are_written_down_shown_and_taken_back() {
    let bench = StoreBench::new();
    bench.done(&["session", "add", "--title", "Hội nghị quán triệt nghị quyết", "--dates", "25/11/2026"]);
    let sessions = bench.json(&["sessions", "--json"]);
    let new =
        sessions.as_array().expect("a list").iter().find(|one| one["delegates"] == 0).expect("the session");
    let id = new["id"].to_string();
    let attendance = |session: &str| bench.json(&["attendance", "--session", session, "--json"]);
    let sitting = |session: &str| attendance(session)["clusters"][0]["sittings"][0].clone();
    assert!(attendance(&id)["clusters"].as_array().is_some(), "{}", attendance(&id));

    let line = |session: &str, rest: &[&str]| {
        let words = ["turnout", "--session", session, "--cluster", "1", "--sitting", "1"].map(str::to_owned);
        words.into_iter().chain(rest.iter().map(|word| (*word).to_owned())).collect::<Vec<_>>()
    };
    let run = |words: Vec<String>| bench.run(&words.iter().map(String::as_str).collect::<Vec<_>>());
    // Where there are names they are marked.
    let named = run(line("1", &["--invited", "100", "--present", "90"]));
    assert_eq!(named.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&named.stderr).contains("theo tên"));
    // Guests are a number everywhere; one that needs no names.
    assert_eq!(run(line("1", &["--guests", "--present", "12"])).status.code(), Some(0));
    let with_guests = sitting("1");
    assert_eq!((with_guests["guests"].as_u64(), with_guests["source"].as_str()), (Some(12), Some("list")));
    assert_eq!(with_guests["numbers"][0]["whose"], "guests");
    assert_eq!(run(line("1", &["--guests", "--invited", "12"])).status.code(), Some(2));
    assert_eq!(run(line("1", &["--about"])).status.code(), Some(2), "without a number nothing is said");
    bench.done(&["undo"]);
    assert_eq!(sitting("1")["guests"], serde_json::Value::Null);
}
