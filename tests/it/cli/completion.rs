//! Who completed, by the command line.

use super::history::StoreBench;

/// Asks for 4/5 of the sittings, as the window writes it.
fn set_rule(bench: &StoreBench, percent: u32) {
    let file = rusqlite::Connection::open(bench.data()).expect("open");
    let sql = "INSERT INTO completion_rule (session_id, minimum_percent) VALUES (1, ?1)";
    file.execute(sql, [percent]).expect("a rule");
}

#[test]
fn who_completed_is_listed_with_the_reasons_of_each() {
    let bench = StoreBench::new();
    let all = || bench.json(&["completion", "--session", "1", "--json"]);
    let count = |of: &serde_json::Value, key: &str| of[key].as_u64().expect(key);
    let without = all();
    assert!(without["rule"].is_null());
    assert_eq!((count(&without, "completed"), count(&without, "not_completed")), (433, 0));
    set_rule(&bench, 80);
    assert_eq!(count(&all(), "not_yet_known"), 433, "nothing is marked");

    let mark = |sitting: &'static str, rest: &[&'static str]| {
        let words = ["mark", "--session", "1", "--cluster", "1", "--sitting", sitting];
        bench.done(&[&words, rest].concat());
    };
    mark("1", &["--absent", "3"]);
    mark("1", &["--all-present"]);
    mark("2", &["--late", "5"]);
    mark("2", &["--all-present"]);
    let judged = all();
    assert_eq!(judged["rule"]["minimum_percent"], 80);
    let of_cluster = judged["delegates"].as_array().expect("delegates").iter();
    let of_cluster: Vec<_> = of_cluster.filter(|one| one["cluster"] == 1).collect();
    assert_eq!(count(&judged, "completed"), of_cluster.len() as u64 - 1);
    assert_eq!(count(&judged, "not_completed"), 1);
    let third = of_cluster.iter().find(|one| one["stt"] == 3).expect("number 3");
    assert_eq!(third["outcome"], "not_completed");
    assert_eq!(third["reasons"][0], "Có mặt 1/2 buổi, cần 2 (4/5 số buổi).");
    let fifth = of_cluster.iter().find(|one| one["stt"] == 5).expect("number 5");
    assert_eq!((&fifth["outcome"], &fifth["sat"]), (&"completed".into(), &2.into()));

    let table = bench.done(&["completion", "--session", "1"]);
    assert!(table.contains("Có mặt 1/2 buổi, cần 2 (4/5 số buổi)."));
    assert_eq!(table.lines().count(), 434);
    assert!(bench.refused(&["completion", "--session", "99"]).contains("99"));
}
