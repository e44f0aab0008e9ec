//! Numbers of certificates by the command line.

use super::history::StoreBench;

fn numbers(bench: &StoreBench, words: &[&str]) -> Vec<(String, String, String)> {
    let text = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let all = bench.json(words);
    let all = all.as_array().expect("a list").iter();
    all.map(|one| (text(one, "number"), text(one, "state"), text(one, "code"))).collect()
}

/// What is found is said with exit code 1 where it is bad news.
fn verdict(bench: &StoreBench, code: &str) -> serde_json::Value {
    let output = bench.run(&["certificates", "verify", code, "--json"]);
    let verdict: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let is_good = verdict["verdict"] == "valid";
    assert_eq!(output.status.code(), Some(i32::from(!is_good)));
    verdict
}

#[test]
fn numbers_are_listed_voided_issued_again_and_verified() {
    let bench = StoreBench::new();
    let list = || numbers(&bench, &["certificates", "--session", "1", "list", "--json"]);
    let all = list();
    assert_eq!(all, numbers(&bench, &["certificates", "list", "--json", "--session", "1"]));
    assert_eq!(all, numbers(&bench, &["certificates", "--json", "--session", "1", "list"]));
    assert_eq!(all.len(), 433);
    assert_eq!((all[0].0.as_str(), all[0].1.as_str()), ("01/CN-MTTQ", "numbered"));
    let said = bench.json(&["certificates", "--session", "1", "list", "--json"]);
    assert_eq!(said[0]["series"], "CN-MTTQ");
    assert!(!said[0]["name"].as_str().expect("a name").is_empty());

    let verify = |code: &str| verdict(&bench, code);
    assert_eq!(verify(&all[0].2)["verdict"], "valid");
    assert_eq!(verify("000000000000")["verdict"], "unknown");
    assert!(bench.refused(&["certificates", "--session", "1", "issue"]).contains("đều đã có số"));

    bench.done(&["certificates", "--session", "1", "void", "1", "--reason", "Cấp nhầm"]);
    assert_eq!(list()[0].1, "voided");
    assert_eq!(verify(&all[0].2)["reason"], "Cấp nhầm");
    assert!(bench.refused(&["certificates", "void", "9999", "--reason", "x"]).contains("9999"));
    let again = bench.json(&[
        "certificates",
        "reissue",
        "02/CN-MTTQ",
        "--reason",
        "Mất",
        "--lost",
        "--session",
        "1",
        "--json",
    ]);
    assert_eq!(again["number"], "434/CN-MTTQ");
    assert_eq!(list()[1].1, "withdrawn");
    let old = verify(&all[1].2);
    assert_eq!((&old["verdict"], &old["reissued_as"]), (&"withdrawn".into(), &"434/CN-MTTQ".into()));

    let issued = bench.json(&["certificates", "issue", "--session", "1", "--json"]);
    assert_eq!((&issued["issued"], &issued["certificates"][0]["number"]), (&1.into(), &"435/CN-MTTQ".into()));
}

#[test]
fn a_bare_number_of_several_books_is_refused_and_issuing_needs_a_session() {
    let bench = StoreBench::new();
    bench.done(&["certificates", "--session", "3", "issue"]);
    let refused = bench.refused(&["certificates", "void", "1", "--reason", "thử"]);
    assert!(refused.contains("01/CN-MTTQ"), "{refused}");
    let misused = bench.run(&["certificates", "issue"]);
    assert_eq!(misused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&misused.stderr).contains("--session"));
}
