//! The cards of options, as the kinds of paper describe them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use taphuan::domain::certificate_template::Page;
use taphuan::domain::certificate_template::built_in::BuiltIn;
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::own_column::OwnKind;
use taphuan::paper::card::{Control, Field, Item, Place};
use taphuan::paper::stored_options::{self, OptionsPart};
use taphuan::paper::{Options, PaperKind, Scope, Takes};
use taphuan::sample;
use taphuan::store::Store;

use crate::support::store::step;

/// The five sample conferences, of which the first has columns of its own, and certificates on stock.
fn dossiers() -> Vec<Dossier> {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("a.taphuan")).expect("made");
    store.plant(step("samples"), sample::blueprints().expect("samples")).wait().expect("planted");
    let sessions = store.sessions().wait().expect("sessions");
    let own =
        |label: &str, kind| store.add_own_column(sessions[0].id, label.into(), kind).wait().expect("added");
    own("Xe", OwnKind::Text);
    let groups = own("Tổ thảo luận", OwnKind::Group);
    let someone = store.delegates(sessions[0].id).wait().expect("delegates")[0].id;
    store.put_own_value(groups, vec![someone], "1".into()).wait().expect("put");
    let made = BuiltIn::Stock.template(Page::ALL[0]);
    store
        .edit_certificate_form(sessions[0].id, "template", |form| form.template = made)
        .wait()
        .expect("chosen");
    sessions.iter().map(|one| store.dossier(one.id).wait().expect("dossier")).collect()
}

/// The options that the card of a kind offers.
fn offered(kind: PaperKind, options: &Options, dossier: &Dossier) -> Vec<Field> {
    let card = options.of(kind).card(dossier, Scope::Whole);
    card.iter().flat_map(Item::fields).cloned().collect()
}

/// Answers that are not the one given, as the window would give them.
fn others(field: &Field) -> Vec<Value> {
    let day: FuzzyDate = "2020-09-25".parse().expect("a day");
    match &field.control {
        Control::Text { .. } => vec!["Gửi nhà xe".into()],
        Control::Money { .. } => vec![60_000.into()],
        Control::Count { most, .. } => vec![(*most).min(9).into()],
        Control::Day(_) => vec![day.to_string().into()],
        Control::Rows(rows) => vec![if *rows == 7 { 8 } else { 7 }.into()],
        Control::Tick(on) => vec![(!on).into()],
        Control::Chips(ways) | Control::Select(ways) => {
            assert!(ways.all.iter().any(|(value, _)| *value == ways.chosen), "{:?}", field.place);
            ways.all.iter().map(|(value, _)| value).filter(|value| **value != ways.chosen).cloned().collect()
        }
        Control::Sittings { all, .. } => vec![serde_json::to_value(&all[..1]).expect("JSON")],
    }
}

/// The places of values, from the part on; a table is one.
fn places(part: &str, kept: Option<String>) -> BTreeSet<Vec<String>> {
    fn inside(above: &[String], values: &Map<String, Value>, found: &mut BTreeSet<Vec<String>>) {
        for (name, value) in values {
            let place = [above, std::slice::from_ref(name)].concat();
            match value {
                Value::Object(fields) if !fields.is_empty() => inside(&place, fields, found),
                _ => drop(found.insert(place)),
            }
        }
    }
    let mut found = BTreeSet::new();
    if let Some(kept) = kept {
        inside(&[part.to_owned()], &serde_json::from_str(&kept).expect("an object"), &mut found);
    }
    found
}

#[test]
fn an_answer_changes_its_option_and_no_other_and_every_option_can_be_answered() {
    let dossiers = dossiers();
    for kind in PaperKind::ALL {
        let usual = Options::default();
        let mut left: BTreeSet<Vec<String>> = [("look", OptionsPart::Look), ("words", OptionsPart::Words)]
            .into_iter()
            .flat_map(|(name, part)| places(name, stored_options::write(kind, part, &usual)))
            .collect();
        let mut waiting = vec![usual.clone()];
        let mut tried: BTreeSet<(Vec<String>, String)> = BTreeSet::new();
        // What one answer makes room for is offered then.
        while let Some(before) = waiting.pop() {
            for field in dossiers.iter().flat_map(|dossier| offered(kind, &before, dossier)) {
                let place = field.place.names().to_vec();
                left.retain(|one| !place.starts_with(one));
                for value in others(&field) {
                    if !tried.insert((place.clone(), value.to_string())) {
                        continue;
                    }
                    let mut now = before.clone();
                    let answered = stored_options::set(kind, &field.place, &value, &mut now);
                    assert!(answered && now != before, "{kind:?}: {value} at {place:?}");
                    let mut back = now.clone();
                    let was = serde_json::to_value(&before).expect("JSON");
                    let path = [vec![kind.id().replace('-', "_")], place.clone()].concat();
                    let was = path.iter().try_fold(&was, |value, name| value.get(name)).cloned();
                    let taken_back =
                        stored_options::set(kind, &field.place, &was.unwrap_or_default(), &mut back);
                    assert!(taken_back && back == before, "{kind:?}: {place:?} takes others along");
                    if let Some(place) = field.place.in_words() {
                        let word = stored_options::word(kind, &now, place);
                        assert_eq!(
                            word,
                            stored_options::changed_words(kind, &before, &now),
                            "what is written"
                        );
                    }
                    waiting.push(now);
                }
            }
        }
        assert!(left.is_empty(), "{kind:?}: nothing asks for {left:?}");
    }
}

#[test]
fn an_answer_of_another_kind_or_of_the_wrong_sort_is_not_taken() {
    for (place, value) in [
        (&["words", "prices", "Water"][..], Value::from(1)),
        (&["look", "blank_rows"], "năm".into()),
        (&["look", "columns"], true.into()),
        (&["cluster"], 3.into()),
        (&[], Value::Null),
    ] {
        let mut options = Options::default();
        assert!(!stored_options::set(PaperKind::SignInSheet, &Place::new(place), &value, &mut options));
        assert_eq!(options, Options::default(), "{place:?}");
    }
}

#[test]
fn an_entry_that_was_taken_back_is_written_as_none() {
    let place = Place::new(&["words", "prices", "Water"]);
    let word = stored_options::word(PaperKind::Budget, &Options::default(), place.in_words().expect("words"));
    assert_eq!(Value::Object(word).to_string(), r#"{"prices":{"Water":null}}"#);
}

#[test]
fn what_the_command_line_says_stands_in_the_options() {
    for kind in PaperKind::ALL {
        for argument in kind.about().arguments {
            let values: Vec<Value> = match argument.takes {
                Takes::Nothing => vec![true.into()],
                Takes::Number(_) => vec![9.into()],
                Takes::Word(words) => words.iter().map(|(_, value)| Value::from(*value)).collect(),
            };
            for value in values {
                let taken =
                    stored_options::set(kind, &Place::new(argument.place), &value, &mut Options::default());
                assert!(taken, "{kind:?}: --{} {value}", argument.name);
            }
        }
    }
}
