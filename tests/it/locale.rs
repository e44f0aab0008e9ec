//! Both languages are complete, and every sentence the program names exists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use taphuan::locale::{Language, Locale};
use taphuan::sentence::Sentence;

/// Ids of a language with the names of their placeables.
fn sentences(language: &str) -> BTreeMap<String, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locale").join(language);
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("locale folder") {
        let text = fs::read_to_string(entry.expect("entry").path()).expect("locale file");
        let mut id = None;
        for line in text.lines() {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                let name = line.split('=').next().expect("an id").trim().to_owned();
                assert!(all.insert(name.clone(), Vec::new()).is_none(), "{language}: {name} stands twice");
                id = Some(name);
            }
            if let Some(id) = &id {
                let names = line.split('$').skip(1).map(|rest| {
                    rest.chars()
                        .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                        .collect::<String>()
                });
                all.get_mut(id).expect("just added").extend(names);
            }
        }
    }
    for names in all.values_mut() {
        names.sort();
        names.dedup();
    }
    all
}

#[test]
fn both_languages_hold_the_same_sentences_with_the_same_values() {
    let vietnamese = sentences("vi");
    let english = sentences("en");
    assert_eq!(vietnamese, english);
    assert!(vietnamese.len() > 50);
}

#[test]
fn every_sentence_can_be_filled() {
    for language in [Language::Vietnamese, Language::English] {
        let locale = Locale::new(language);
        for (id, names) in sentences(language.tag()) {
            let message = names.iter().fold(Sentence::new(&id), |message, name| message.with(name, "Ẩn"));
            let text = locale.say(&message);
            assert_ne!(text, id, "{}: {id} has no sentence", language.tag());
            assert!(!text.contains('{'), "{}: {id}: {text}", language.tag());
        }
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("source folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Ways in which the code says a sentence: what stands in quotes behind them is an id.
const SAID: [&str; 4] = ["Sentence::new(", ".count(", ".t(", ".text("];

/// The program without its tests.
fn code() -> String {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let texts = files.iter().filter(|path| !path.ends_with("tests.rs") && !is_test(path)).map(|path| {
        let text = fs::read_to_string(path).expect("source");
        // Tests stand at the end of a file.
        text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()
    });
    texts.collect()
}

fn is_test(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("_tests"))
}

/// Whether a text has the form of an id: "store-no-session".
fn is_id(text: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.contains('-') && text.split('-').all(plain)
}

#[test]
fn every_sentence_the_code_names_exists_and_none_is_idle() {
    let (code, known) = (code(), sentences("vi"));
    // By what it begins with as any sentence does, whichever that is.
    let first = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let beginnings: BTreeSet<String> = known.keys().map(|id| first(id)).collect();
    for id in code.split('"').filter(|text| is_id(text) && beginnings.contains(&first(text))) {
        assert!(known.contains_key(id), "the code names {id}, which no locale file holds");
    }
    // By how it is said, also where nothing begins like it.
    for said in SAID {
        for rest in code.split(said).skip(1) {
            let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
            let id = rest.split('"').next().unwrap_or_default();
            assert!(!is_id(id) || known.contains_key(id), "the code says {id}, which no locale file holds");
        }
    }
    let quoted: BTreeSet<&str> = code.split('"').collect();
    for id in known.keys() {
        assert!(quoted.contains(id.as_str()), "{id} stands in the locale files and nobody says it");
    }
}

#[test]
fn numbers_are_printed_without_separators() {
    let locale = Locale::new(Language::Vietnamese);
    let text = locale.say(&Sentence::new("store-no-session").with("id", 12_345_i64));
    assert!(text.contains("12345"), "{text}");
}

#[test]
fn counts_from_a_thousand_on_stand_in_groups_of_three_figures() {
    for (language, many, few) in [
        (Language::Vietnamese, "43.300 đại biểu", "999 đại biểu"),
        (Language::English, "43,300 delegates", "999 delegates"),
    ] {
        let locale = Locale::new(language);
        let told = |count: i64| locale.say(&Sentence::new("window-delegates-count").with("count", count));
        assert_eq!((told(43_300).as_str(), told(999).as_str()), (many, few));
    }
}
