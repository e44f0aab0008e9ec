//! The libraries come from one place, and each has its reason; what else holds of them says
//! `deny.toml`.

use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name)
}

#[test]
fn every_library_comes_from_crates_io() {
    let lock = read("Cargo.lock");
    let sources: Vec<Option<&str>> = lock
        .split("[[package]]")
        .skip(1)
        .filter(|package| !package.contains("name = \"taphuan\""))
        .map(|package| package.lines().find_map(|line| line.strip_prefix("source = ")))
        .collect();
    assert!(sources.len() > 100 && sources.iter().all(|source| *source == sources[0]), "{sources:?}");
    assert!(sources[0].is_some_and(|source| source.contains("crates.io")), "{:?}", sources[0]);
}

#[test]
fn every_library_the_program_names_has_its_reason() {
    let (manifest, map) = (read("Cargo.toml"), read("ARCHITECTURE.md"));
    let (_, reasons) = map.split_once("## Libraries").expect("the table of libraries");
    let named: String = reasons
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split([',', '(', ')']))
        .map(|name| format!("|{}|", name.trim()))
        .collect();
    let (_, dependencies) = manifest.split_once("[dependencies]").expect("dependencies");
    let (dependencies, _) = dependencies.split_once("\n[").expect("more sections");
    for name in dependencies.lines().filter_map(|line| Some(line.split_once(" = ")?.0)) {
        assert!(named.contains(&format!("|{name}|")), "why is {name} there?");
    }
}
