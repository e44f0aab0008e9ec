//! Everything the program is made of is named in `assets/licences.txt`, with its version: the licences ask for it.
//! `packaging/licences.sh` writes that file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name)
}

/// A package as `Cargo.lock` writes it.
#[derive(Debug)]
struct Package {
    name: String,
    version: String,
    /// `name`, or `name version` where there are several.
    needs: Vec<String>,
}

fn packages(lock: &str) -> Vec<Package> {
    let value = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key)).expect(key);
        line.trim_matches([' ', '=', '"']).to_owned()
    };
    let need = |line: &str| Some(line.strip_prefix(" \"")?.trim_end_matches("\",").to_owned());
    lock.split("[[package]]")
        .skip(1)
        .map(|package| Package {
            name: value(package, "name"),
            version: value(package, "version"),
            needs: package.lines().filter_map(need).collect(),
        })
        .collect()
}

/// The crates that the program names itself, without those that only its tests and its build script do.
fn own_dependencies(manifest: &str) -> BTreeSet<&str> {
    let mut counts = false;
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            counts = line == "[dependencies]"
                || (line.starts_with("[target.") && line.ends_with(".dependencies]"));
        } else if let (true, Some((name, _))) = (counts, line.split_once(" = ")) {
            names.insert(name);
        }
    }
    names
}

/// What they lead to, `name version` each. For which system `Cargo.lock` does not say.
fn linked(packages: &[Package], roots: &BTreeSet<&str>) -> BTreeSet<String> {
    let mut by_name: BTreeMap<&str, Vec<&Package>> = BTreeMap::new();
    for package in packages {
        by_name.entry(&package.name).or_default().push(package);
    }
    let found = |need: &str| {
        let (name, version) =
            need.split_once(' ').map_or((need, None), |(name, version)| (name, Some(version)));
        let of_name = by_name.get(name).into_iter().flatten().copied();
        of_name
            .filter(move |package| version.is_none_or(|version| version == package.version))
            .collect::<Vec<_>>()
    };
    let program = packages.iter().find(|package| package.name == "taphuan").expect("the program itself");
    let is_root = |need: &&String| roots.contains(need.split(' ').next().unwrap_or_default());
    let mut ahead: Vec<&Package> =
        program.needs.iter().filter(is_root).flat_map(|need| found(need)).collect();
    let mut seen = BTreeSet::new();
    while let Some(package) = ahead.pop() {
        if seen.insert(format!("{} {}", package.name, package.version)) {
            ahead.extend(package.needs.iter().flat_map(|need| found(need)));
        }
    }
    seen
}

#[test]
fn licences_name_everything_that_the_program_is_made_of() {
    let (lock, manifest, licences) = (read("Cargo.lock"), read("Cargo.toml"), read("assets/licences.txt"));
    let linked = linked(&packages(&lock), &own_dependencies(&manifest));
    assert!(linked.len() > 200 && linked.iter().any(|label| label.starts_with("rusqlite ")), "{linked:?}");
    let named: BTreeSet<&str> =
        licences.lines().flat_map(|line| line.split(", ")).map(|label| label.trim_end_matches(',')).collect();
    let missing: Vec<&String> = linked.iter().filter(|label| !named.contains(label.as_str())).collect();
    assert!(
        missing.is_empty(),
        "run packaging/licences.sh, for these are not named in assets/licences.txt: {missing:?}"
    );
}

#[test]
fn licences_hold_typefaces_and_icons_and_stay_small() {
    let licences = read("assets/licences.txt");
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts")).expect("fonts") {
        let path = entry.expect("font").path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let text = fs::read_to_string(&path).expect("licence of a font");
            let owner = text.split([',', '(']).next().expect("owner").trim();
            assert!(licences.contains(owner), "{owner}, of {}", path.display());
        }
    }
    for part in ["Lucide Icons and Contributors", "SQLite", "SIL Open Font License", "Apache License 2.0"] {
        assert!(licences.contains(part), "{part}");
    }
    assert!(licences.len() <= 150_000, "{} bytes", licences.len());
}
