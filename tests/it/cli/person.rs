//! One person: all that is held on them, and its erasure.

use serde_json::Value;

use super::history::StoreBench;

/// The number of the person of the imported list.
fn imported(bench: &StoreBench) -> String {
    bench.import();
    let found = bench.json(&["search", "--json", "thu nghiem"]);
    found[0]["id"].to_string()
}

#[test]
fn all_that_is_held_on_a_person_is_handed_out() {
    let bench = StoreBench::new();
    let id = imported(&bench);
    let held = bench.json(&["person", &id, "--json"]);
    assert!(held["registry"].to_string().contains("Nguyễn Thị Thử Nghiệm"), "{held}");
    assert_eq!(held["sessions"][0]["imports"][0][0], "xã.csv");
    let text = bench.done(&["person", &id]);
    assert!(text.contains("Họ và tên") && text.contains("1980"), "{text}");
    let out = bench.file("người.xlsx").display().to_string();
    bench.done(&["person", &id, "--out", &out]);
    assert!(std::fs::metadata(&out).expect("a file").len() > 1000);
    bench.refused(&["person", "999999"]);
}

#[test]
fn a_person_is_erased_for_a_reason_and_is_gone_from_the_file() {
    let bench = StoreBench::new();
    let id = imported(&bench);
    let dry: Value = bench.json(&["erase", "--person", &id, "--reason", "Theo đơn", "--dry-run", "--json"]);
    assert_eq!(dry["people"], 1, "{dry}");
    assert!(bench.done(&["search", "thu nghiem"]).contains("Thử Nghiệm"), "a preview changes nothing");
    let copy = bench.file("bản sao.taphuan").display().to_string();
    bench.done(&["backup", "--out", &copy]);

    bench.refused(&["erase", "--person", &id, "--reason", "Nguyễn Thị Thử Nghiệm yêu cầu"]);
    let said = bench.run(&["erase", "--person", &id, "--reason", "Theo đơn"]);
    assert_eq!(said.status.code(), Some(0));
    let said = String::from_utf8(said.stderr).expect("UTF-8");
    assert!(said.contains("bản sao.taphuan"), "an older copy is told: {said}");
    let bytes = std::fs::read(bench.data()).expect("read");
    for form in ["Thử Nghiệm", "thu nghiem"] {
        assert!(memchr::memmem::find(&bytes, form.as_bytes()).is_none(), "{form}");
    }
    assert_eq!(bench.run(&["search", "thu nghiem"]).stdout, b"");
    assert_eq!(bench.run(&["erase", "--person", &id, "--reason", "Theo đơn"]).status.code(), Some(1));
    assert_eq!(bench.run(&["erase", "--person", &id]).status.code(), Some(2), "a reason is needed");
    bench.done(&["check"]);
}
