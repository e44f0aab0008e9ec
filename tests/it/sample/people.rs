//! The invented people of the sample sessions: as many as the news items say,
//! clean, unlike one another, and the same on every run.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use taphuan::domain::blueprint::Blueprint;
use taphuan::domain::person::{Gender, PersonDetails};
use taphuan::domain::unit::{UnitDetails, UnitKind};
use taphuan::sample::blueprints;
use unicode_normalization::is_nfc;

fn samples() -> Vec<Blueprint> {
    blueprints().expect("the embedded samples are well formed")
}

fn people(blueprint: &Blueprint) -> Vec<&PersonDetails> {
    blueprint.clusters.iter().flat_map(|cluster| &cluster.delegates).chain(&blueprint.delegates).collect()
}

/// Every text of a session, through its JSON form.
fn texts(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => found.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        _ => {}
    }
}

/// Every unit a delegate may name, as printed, with the heading it goes under.
fn printed_units(units: &[UnitDetails]) -> BTreeSet<(String, String)> {
    fn walk(unit: &UnitDetails, heading: &str, found: &mut BTreeSet<(String, String)>) {
        let heading = if unit.kind == UnitKind::Commune { unit.name.as_str() } else { heading };
        let mut letters = heading.chars();
        let first = letters.next().expect("units have names").to_lowercase().to_string();
        let printed = match unit.kind {
            UnitKind::ResidentialArea => format!("{}, {first}{}", unit.name, letters.as_str()),
            _ => unit.name.clone(),
        };
        found.insert((printed, heading.to_owned()));
        unit.children.iter().for_each(|child| walk(child, heading, found));
    }
    let mut found = BTreeSet::new();
    units.iter().for_each(|unit| walk(unit, &unit.name, &mut found));
    found
}

#[test]
fn each_cluster_has_the_number_of_people_it_should() {
    let samples = samples();
    let sizes = |number: usize| -> Vec<usize> {
        samples[number].clusters.iter().map(|cluster| cluster.delegates.len()).collect()
    };
    assert_eq!(sizes(0), [87, 82, 104, 79, 81]);
    assert_eq!(people(&samples[0]).len(), 433);
    assert_eq!(samples[0].clusters[2].details.capacity, Some(90), "the third cluster is over its capacity");
    assert_eq!(sizes(1), [16]);
    assert_eq!(sizes(2), [90]);
    assert_eq!(sizes(3), [24]);
    assert_eq!(sizes(4), [20]);
}

#[test]
fn every_run_gives_the_same_people() {
    assert_eq!(samples(), samples());
}

#[test]
fn a_session_survives_its_own_json() {
    for blueprint in samples() {
        let text = serde_json::to_string(&blueprint).expect("plain data");
        let back: Blueprint = serde_json::from_str(&text).expect("its own form");
        assert_eq!(back, blueprint);
    }
}

#[test]
fn all_text_is_composed_and_without_debris() {
    for blueprint in samples() {
        let mut all = Vec::new();
        texts(&serde_json::to_value(&blueprint).expect("plain data"), &mut all);
        assert!(all.len() > 100);
        for text in all {
            assert!(is_nfc(&text), "not NFC: {text}");
            assert_eq!(text.trim(), text, "space around: {text:?}");
            assert!(!text.contains("  "), "double space: {text}");
            assert!(
                !text.chars().any(|letter| letter.is_control()
                    || matches!(
                        letter,
                        '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fffd}'
                    )),
                "invisible letter: {text:?}"
            );
        }
    }
}

#[test]
fn nobody_is_listed_twice() {
    let samples = samples();
    let mut seen = HashSet::new();
    let mut phones = HashSet::new();
    for person in samples.iter().flat_map(people) {
        let year = person.birth.and_then(|birth| birth.year());
        assert!(seen.insert((&person.full_name, year, &person.unit)), "twice: {person:?}");
        if let Some(phone) = &person.phone {
            assert!(phones.insert(phone), "one number for two: {phone}");
            assert_eq!(phone.len(), 10);
            assert!(phone.starts_with("0300") && phone.bytes().all(|byte| byte.is_ascii_digit()), "{phone}");
        }
    }
    assert!(phones.len() > 150);
}

#[test]
fn some_people_of_different_units_share_a_name() {
    let samples = samples();
    for number in [0, 2] {
        let mut units: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for person in people(&samples[number]) {
            let unit = person.unit.as_deref().expect("everybody has a unit");
            units.entry(&person.full_name).or_default().insert(unit);
        }
        assert!(units.values().any(|units| units.len() > 1), "no namesakes in sample {number}");
    }
}

#[test]
fn everybody_comes_from_a_unit_of_the_tree_and_of_the_cluster() {
    for blueprint in samples() {
        let known = printed_units(&blueprint.units);
        for cluster in &blueprint.clusters {
            for person in &cluster.delegates {
                let unit = person.unit.clone().expect("everybody has a unit");
                let group = person.unit_group.clone().expect("everybody has a heading");
                if blueprint.clusters.len() > 1 {
                    assert!(cluster.details.serves.contains(&group), "{group} in {}", cluster.details.name);
                }
                assert!(known.contains(&(unit.clone(), group)), "{unit}");
            }
        }
    }
}

#[test]
fn each_commune_of_the_district_is_served_once_and_sends_its_board() {
    let district = &samples()[0];
    let communes: Vec<&str> = district.units[0].children.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(communes.len(), 11);
    let mut served: Vec<&str> =
        district.clusters.iter().flat_map(|cluster| &cluster.details.serves).map(String::as_str).collect();
    let mut all = communes.clone();
    served.sort_unstable();
    all.sort_unstable();
    assert_eq!(served, all);

    for commune in communes {
        let board: Vec<&str> = people(district)
            .into_iter()
            .filter(|person| person.unit_group.as_deref() == Some(commune))
            .filter(|person| person.unit.as_deref().is_some_and(|unit| unit.starts_with("UBMTTQ ")))
            .filter_map(|person| person.position.as_deref())
            .collect();
        assert_eq!(board, ["Chủ tịch", "Phó Chủ tịch", "Ủy viên Thường trực"], "{commune}");
    }
    for area in district.units[0].children.iter().flat_map(|unit| &unit.children) {
        if area.kind == UnitKind::ResidentialArea {
            let heads = people(district)
                .into_iter()
                .filter(|person| person.unit.as_deref().is_some_and(|unit| unit.starts_with(&area.name)))
                .filter(|person| person.position.as_deref() == Some("Trưởng ban CTMT"));
            assert!(heads.count() >= 1, "{}", area.name);
        }
    }
}

#[test]
fn sexes_and_ages_are_plausible() {
    let samples = samples();
    for (number, year) in [(0, 2020), (2, 2023)] {
        let people = people(&samples[number]);
        let women = people.iter().filter(|person| person.gender == Some(Gender::Female)).count();
        let percent = women * 100 / people.len();
        assert!((35..=40).contains(&percent), "{percent} % women in sample {number}");

        let days =
            people.iter().filter(|one| one.birth.is_some_and(|birth| birth.calendar().is_some())).count();
        assert!(days > 0 && days * 2 < people.len(), "{days} full dates of birth");
        for person in people {
            let age =
                year - person.birth.and_then(|birth| birth.year()).expect("everybody has a year of birth");
            let (least, most) = match person.position.as_deref() {
                Some("Trưởng ban CTMT") => (42, 76),
                Some("Tổ trưởng Tổ đoàn kết" | "Phó Trưởng ban CTMT") => (33, 74),
                _ => (27, 60),
            };
            assert!((least..=most).contains(&age), "{age}: {person:?}");
        }
    }
}

#[test]
fn women_and_men_bear_names_of_their_sex() {
    for person in samples().iter().flat_map(people) {
        let words: Vec<&str> = person.full_name.split(' ').collect();
        assert!(words.len() >= 2, "{}", person.full_name);
        if words[1..words.len() - 1].contains(&"Thị") {
            assert_eq!(person.gender, Some(Gender::Female), "{}", person.full_name);
        }
        if words[1..words.len() - 1].contains(&"Văn") {
            assert_eq!(person.gender, Some(Gender::Male), "{}", person.full_name);
        }
    }
}

#[test]
fn papers_meet_long_names_and_rare_letters() {
    let samples = samples();
    let people = people(&samples[0]);
    let longest = people.iter().map(|person| person.full_name.chars().count()).max();
    assert!(longest >= Some(34), "{longest:?}");
    for letter in ["Ỷ", "ỵ", "Ẵ", "Ẩ", "Ổ", "Ưở", "ưỡ", "Đ", "uý", "Uẩ"] {
        assert!(people.iter().any(|person| person.full_name.contains(letter)), "no {letter}");
    }
}

#[test]
fn no_invented_person_bears_the_name_of_a_real_one() {
    let samples = samples();
    let mut real = BTreeSet::from(
        ["Võ Phượng", "Nguyễn Thiện Nhân", "Trần Thanh Mẫn", "Nguyễn Văn A"].map(str::to_owned),
    );
    for blueprint in &samples {
        for guest in &blueprint.guests {
            if let taphuan::domain::guest::Guest::Person { name, .. } = guest {
                real.insert(name.clone());
            }
        }
    }
    assert_eq!(real.len(), 11);
    for person in samples.iter().flat_map(people) {
        assert!(!real.contains(&person.full_name), "{}", person.full_name);
    }
}
