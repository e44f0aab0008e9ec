//! Lists that were written by people who had not seen how they are read, each with what a careful
//! secretary would enter by hand: 78, and more each time. `tests/lists/fresh/README.md` says what the keys mean.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use serde_json::Value;
use taphuan::domain::list::LineKind;
use taphuan::domain::person::Gender;
use taphuan::intake::{ReadList, ReadRow, read};
use taphuan::vietnamese::fold::{compare_key, fold, words};

/// What became of the people of a kind of lists.
#[derive(Debug, Default)]
struct Score {
    people: usize,
    right: usize,
    doubtful: usize,
    remarked: usize,
    /// Of lists that are refused as a whole, with their reason.
    refused: usize,
    /// Read otherwise without a word, lost, or made up.
    silent: Vec<String>,
    /// A line for everybody who is not simply read right.
    told: Vec<String>,
}

/// The folders of lists, each from another time and hand.
const FOLDERS: [&str; 45] = [
    "fresh",
    "fresh_second",
    "fresh_third",
    "fresh_fourth",
    "fresh_fifth",
    "fresh_sixth",
    "fresh_seventh",
    "fresh_eighth",
    "fresh_ninth",
    "fresh_tenth",
    "fresh_eleventh",
    "fresh_twelfth",
    "fresh_thirteenth",
    "fresh_fourteenth",
    "fresh_fifteenth",
    "fresh_sixteenth",
    "fresh_seventeenth",
    "fresh_eighteenth",
    "fresh_nineteenth",
    "fresh_twentieth",
    "fresh_twentyfirst",
    "fresh_twentysecond",
    "fresh_twentythird",
    "fresh_twentyfourth",
    "fresh_twentyfifth",
    "fresh_twentysixth",
    "fresh_twentyseventh",
    "fresh_twentyeighth",
    "fresh_twentyninth",
    "fresh_thirtieth",
    "fresh_thirtyfirst",
    "fresh_thirtysecond",
    "fresh_thirtythird",
    "fresh_thirtyfourth",
    "fresh_thirtyfifth",
    "fresh_thirtysixth",
    "fresh_thirtyseventh",
    "fresh_thirtyeighth",
    "fresh_thirtyninth",
    "fresh_fortieth",
    "fresh_fortyfirst",
    "fresh_fortysecond",
    "fresh_fortythird",
    "fresh_fortyfourth",
    "fresh_fortyfifth",
];

/// The variable that names the folder whose people are told of one by one.
const SCORED: &str = "SCORE_LISTS";

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists").join(name)
}

/// The expected value of a field, and others that are as fair.
fn wanted(person: &Value, field: &str) -> Vec<String> {
    let also = &person[format!("{field}_also")];
    let also = also.as_array().cloned().unwrap_or_else(|| vec![also.clone()]);
    let all = std::iter::once(person[field].clone()).chain(also.into_iter().filter(|one| !one.is_null()));
    all.map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

/// The fields in which a row differs from what is expected.
fn differences(person: &Value, row: &ReadRow) -> Vec<String> {
    let read = &row.person;
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let gender = match read.gender {
        Some(Gender::Male) => "male",
        Some(Gender::Female) => "female",
        None => "",
    };
    let birth = read.birth.map(|birth| birth.to_string()).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut differ = Vec::new();
    let mut compare = |field: &str, own: String, reduce: &dyn Fn(&str) -> String| {
        let may_lack = person[format!("{field}_uncertain")] == true && own.is_empty();
        if !may_lack && !wanted(person, field).iter().any(|one| reduce(one) == reduce(&own)) {
            differ.push(format!("{field}: {own} for {}", person[field]));
        }
    };
    compare("name", read.full_name.clone(), &compare_key);
    compare("birth", birth, &str::to_owned);
    if !person["gender"].is_null() {
        compare("gender", gender.to_owned(), &str::to_owned);
    }
    compare("position", text(&read.position), &words);
    compare("unit", text(&read.unit), &words);
    compare("phone", text(&read.phone), &digits);
    differ
}

/// Whether a name stands in a line that the user is shown as one to look at.
fn is_shown(list: &ReadList, name: &str) -> bool {
    let shown = [LineKind::Doubtful, LineKind::NotUnderstood, LineKind::LeftOut];
    list.lines.iter().any(|line| shown.contains(&line.kind) && words(&line.text).contains(&words(name)))
}

/// What is said of a row and of its list, by name.
fn ids(row: &ReadRow, list: &ReadList) -> String {
    let of_row = row.doubts.iter().chain(row.remarks.iter()).chain(row.error.iter());
    let own: Vec<&str> = of_row.chain(&list.remarks).map(|one| one.id.as_str()).collect();
    format!(" ({})", own.join(" "))
}

fn score(name: &str, expected: &Value, list: &ReadList, score: &mut Score) {
    let mut rows: Vec<&ReadRow> = list.rows.iter().collect();
    for person in expected["people"].as_array().into_iter().flatten() {
        let names: Vec<String> = wanted(person, "name").iter().map(|name| fold(name)).collect();
        let own = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| names.contains(&fold(&row.person.full_name)))
            .min_by_key(|(_, row)| differences(person, row).len())
            .map(|(at, _)| at);
        let Some(at) = own else {
            match is_shown(list, person["name"].as_str().unwrap_or_default()) {
                true => {
                    score.doubtful += 1;
                    score.told.push(format!("{name}: not in, shown as a line: {}", person["name"]));
                }
                false => score.silent.push(format!("{name}: lost {}", person["name"])),
            }
            continue;
        };
        let row = rows.remove(at);
        let differ = differences(person, row);
        let line =
            |kind: &str| format!("{name}: {kind} {} {differ:?}{}", row.person.full_name, ids(row, list));
        if row.is_doubtful() {
            score.told.push(line("doubtful"));
            score.doubtful += 1;
        } else if differ.is_empty() {
            score.right += 1;
        } else if row.remarks.is_empty() && list.remarks.is_empty() {
            score.silent.push(format!("{name}: {} {differ:?}", row.person.full_name));
        } else {
            score.told.push(line("remarked"));
            score.remarked += 1;
        }
    }
    let made_up = rows.iter().filter(|row| !row.is_doubtful());
    // A list may say somebody twice, which is asked about when it is compared.
    let twice = |row: &ReadRow| {
        list.rows.iter().filter(|one| fold(&one.person.full_name) == fold(&row.person.full_name)).count() > 1
    };
    let made_up = made_up.filter(|row| !twice(row));
    score.silent.extend(made_up.map(|row| format!("{name}: nobody is called {}", row.person.full_name)));
}

fn scored(folder_name: &str, kind: &str) -> Score {
    let mut files: Vec<PathBuf> = fs::read_dir(folder(folder_name))
        .expect("folder")
        .map(|entry| entry.expect("entry").path())
        .collect();
    files.sort();
    let mut all = Score::default();
    for file in files.iter().filter(|file| !file.to_string_lossy().ends_with(".expected.json")) {
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let Ok(text) = fs::read_to_string(file.with_file_name(format!("{name}.expected.json"))) else {
            continue;
        };
        let expected: Value = serde_json::from_str(&text).expect(&name);
        if expected["kind"] != kind {
            continue;
        }
        let people = expected["people"].as_array().map_or(0, Vec::len);
        all.people += people;
        match read(file, date(2026, 11, 28)) {
            Ok(list) => score(&name, &expected, &list, &mut all),
            Err(error) => {
                all.refused += people;
                all.told.push(format!("{name}: refused, {people} people: {error:?}"));
            }
        }
    }
    all
}

#[test]
#[ignore = "a tool: SCORE_LISTS=folder tells of everybody who is not read right"]
fn one_folder_person_by_person() {
    let Ok(folder) = env::var(SCORED) else { return };
    for kind in ["ordinary", "awkward"] {
        let score = scored(&folder, kind);
        score.told.iter().for_each(|line| println!("{line}"));
        score.silent.iter().for_each(|line| println!("SILENT {line}"));
        println!(
            "{kind}: {} people, {} right, {} doubtful, {} remarked, {} refused, {} silent",
            score.people,
            score.right,
            score.doubtful,
            score.remarked,
            score.refused,
            score.silent.len()
        );
    }
}

#[test]
fn ordinary_lists_are_read_whole() {
    for folder in FOLDERS {
        let score = scored(folder, "ordinary");
        assert_eq!(score.silent, [""; 0], "{folder}");
        // Of some a careful secretary would ask, too, and one says his telephone in a sentence.
        let asked = score.doubtful + score.remarked;
        assert_eq!(score.right + asked, score.people, "{folder}");
        assert!(asked * 100 <= score.people, "{folder}");
    }
}

#[test]
fn awkward_lists_are_read_or_doubtful_and_nobody_is_lost_in_silence() {
    for folder in FOLDERS {
        let score = scored(folder, "awkward");
        assert_eq!(score.silent, [""; 0], "{folder}");
        // Whoever stands in a list that is refused as a whole is told of, too.
        let told = score.right + score.doubtful + score.remarked + score.refused;
        assert_eq!(told, score.people, "{folder}: {score:#?}");
        // Of those asked for in kinds that nobody had named many are refused, with their reason.
        let least = if [FOLDERS[10], FOLDERS[12], FOLDERS[17]].contains(&folder) { 7 } else { 8 };
        assert!((score.right + score.doubtful) * 10 >= score.people * least, "{folder}: {score:#?}");
    }
    // Most of them are read better.
    for folder in [FOLDERS[0], FOLDERS[3], FOLDERS[4], FOLDERS[5], FOLDERS[6]] {
        let score = scored(folder, "awkward");
        assert!((score.right + score.doubtful) * 10 >= score.people * 9, "{folder}: {score:#?}");
    }
}
