//! Attendance by the command line.

use super::history::StoreBench;

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
