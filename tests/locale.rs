//! Both languages are complete, and every sentence the program names exists.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use taphuan::locale::{Language, Locale};
use taphuan::message::Message;

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
            let message = names.iter().fold(Message::new(&id), |message, name| message.with(name, "Ẩn"));
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

#[test]
fn every_sentence_the_code_names_exists_and_none_is_idle() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let code: String = files.iter().map(|path| fs::read_to_string(path).expect("source")).collect();
    let known = sentences("vi");

    let prefixes = ["cli-", "intake-", "operation-", "paper-", "store-", "window-"];
    let named = code.split('"').filter(|text| {
        prefixes.iter().any(|prefix| text.starts_with(prefix))
            && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    });
    for id in named {
        assert!(known.contains_key(id), "the code names {id}, which no locale file holds");
    }
    for id in known.keys() {
        assert!(code.contains(&format!("\"{id}\"")), "{id} stands in the locale files and nobody says it");
    }
}

#[test]
fn numbers_are_printed_without_separators() {
    let locale = Locale::new(Language::Vietnamese);
    let text = locale.say(&Message::new("store-no-session").with("id", 12_345_i64));
    assert!(text.contains("12345"), "{text}");
}
