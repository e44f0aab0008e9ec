//! Every field of the table, wherever fields are treated alike: kept, undone, told in the
//! history, followed, merged, read from lists, printed, shown and edited.

use std::collections::BTreeSet;

use crate::support::editing::StoreBench;
use crate::support::window::Window;
use taphuan::app::Shortcut;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::PersonId;
use taphuan::domain::list::ImportPlan;
use taphuan::domain::person::Sensitive;
use taphuan::domain::person::{Gender, PersonDetails};
use taphuan::domain::person_field::{Holds, PersonField};
use taphuan::domain::person_json::PersonJson;
use taphuan::domain::registry::merged;
use taphuan::domain::session::SessionDetails;
use taphuan::locale::{Language, Locale};

/// What people write in a field; for one that is checked, add something it takes.
fn sample(field: PersonField) -> String {
    match field {
        PersonField::Name => "Lê Thị Bé".into(),
        PersonField::Gender => "Nữ".into(),
        PersonField::Birth => "1969".into(),
        PersonField::Unit => "Xã Tam Đại".into(),
        PersonField::Phone => "0905 123 456".into(),
        PersonField::Party => "x".into(),
        field => format!("Chữ của {}", field.code()),
    }
}

/// Fills one field.
fn fill(field: PersonField, person: &mut PersonDetails) {
    match field.about().holds {
        Holds::Gender => person.gender = Some(Gender::Female),
        Holds::Birth => person.birth = Some("1969".parse().expect("a year")),
        _ => field.set_text(person, &sample(field)),
    }
}

/// Somebody of whom everything is known that delegates have, too.
fn filled() -> PersonDetails {
    let mut person = PersonDetails::default();
    PersonField::shared().for_each(|field| fill(field, &mut person));
    person
}

/// Everything that is sensitive.
fn all_sensitive() -> Sensitive {
    let mut says = Sensitive { party_member: Some(true), ..Sensitive::default() };
    for (field, line) in PersonField::sensitive_lines() {
        *line.of_mut(&mut says) = Some(sample(field));
    }
    says
}

fn nameless() -> PersonDetails {
    PersonDetails { full_name: "Không Tên".into(), ..PersonDetails::default() }
}

fn registered(bench: &StoreBench, id: PersonId) -> PersonDetails {
    bench.store.people(vec![id]).wait().expect("people").remove(0).1
}

/// That the last step names the field, in both languages.
fn is_named_in_the_history(bench: &StoreBench, field: PersonField) {
    let label = bench.store.undo_label().wait().expect("label").expect("a step");
    let unnamed = label.clone().with("field", "?");
    for language in [Language::Vietnamese, Language::English] {
        let locale = Locale::new(language);
        assert_ne!(locale.say(&label), locale.say(&unnamed), "{field:?} in {}", language.tag());
    }
}

#[test]
fn each_is_kept_undone_named_and_followed_by_delegates_and_people() {
    for field in PersonField::shared() {
        let bench = StoreBench::new();
        let id = bench.take(|store| store.add_person(nameless()));
        bench.take(|store| store.add_delegates(bench.session, None, vec![NewDelegate::Known(id)]));
        let delegate = || {
            let delegates = bench.store.delegates(bench.session).wait().expect("delegates");
            delegates.into_iter().find(|one| one.person == id).expect("called")
        };
        let mut wanted = nameless();
        fill(field, &mut wanted);
        bench.take(|store| store.edit_person(id, field.code(), move |person| fill(field, person)));
        is_named_in_the_history(&bench, field);
        assert_eq!(registered(&bench, id), wanted, "{field:?}");
        assert_eq!(delegate().details, wanted, "{field:?} of the delegate");

        let one = delegate().id;
        let back = move |person: &mut PersonDetails| field.copy(&nameless(), person);
        bench.take(|store| store.edit_delegate(one, field.code(), back));
        is_named_in_the_history(&bench, field);
        assert_eq!(delegate().details, nameless(), "{field:?}");
        assert_eq!(registered(&bench, id), nameless(), "{field:?} of the person");
    }
}

#[test]
fn each_that_is_sensitive_is_kept_and_undone() {
    let bench = StoreBench::new();
    let id = bench.take(|store| store.add_person(nameless()));
    let kept = || bench.store.person(id).wait().expect("person").sensitive;
    for (field, _) in PersonField::sensitive_lines() {
        let change = move |says: &mut Sensitive| {
            let Holds::Sensitive(line) = field.about().holds else { panic!("{field:?}") };
            *line.of_mut(says) = Some(format!(" {} ", sample(field)));
        };
        bench.take(|store| store.edit_sensitive(id, field.code(), change));
    }
    bench.take(|store| store.edit_sensitive(id, "party", |says| says.party_member = Some(true)));
    assert_eq!(kept(), all_sensitive());
    bench.take(|store| store.edit_sensitive(id, "all", |says| *says = Sensitive::default()));
    assert_eq!(kept(), Sensitive::default());
}

#[test]
fn what_is_typed_is_clean_in_each() {
    let bench = StoreBench::new();
    let mut typed = filled();
    let lines = || PersonField::lines().map(|(_, line)| line);
    lines().for_each(|line| {
        let text = line.of_mut(&mut typed);
        *text = text.take().map(|text| format!("  {text}\u{a0}"));
    });
    let mut empty = filled();
    lines().for_each(|line| *line.of_mut(&mut empty) = Some("  ".into()));
    let id = bench.take(|store| store.add_person(typed.clone()));
    assert_eq!(registered(&bench, id), filled());
    bench.take(|store| store.edit_person(id, "note", move |person| *person = empty));
    let after = registered(&bench, id);
    assert!(lines().all(|line| line.of(&after).is_none()), "{after:?}");
}

#[test]
fn each_is_taken_over_when_two_become_one() {
    let bench = StoreBench::new();
    let stays = bench.take(|store| store.add_person(nameless()));
    let goes = bench.take(|store| store.add_person(filled()));
    bench.take(|store| store.edit_sensitive(goes, "all", |says| *says = all_sensitive()));
    let one = merged(&nameless(), &filled());
    for field in PersonField::shared().filter(|field| *field != PersonField::Name) {
        assert!(field.is_same(&one, &filled()), "{field:?} of the other");
        let mut own = filled();
        field.set_text(&mut own, "Của mình");
        assert!(field.is_same(&merged(&own, &filled()), &own), "{field:?} of one's own");
    }
    bench.take(|store| store.merge_people(stays, goes, one.clone()));
    assert_eq!(registered(&bench, stays), one);
    assert_eq!(bench.store.person(stays).wait().expect("person").sensitive, all_sensitive());
}

/// What a list means that has these columns, each filled for one person.
fn planned(bench: &StoreBench, fields: &[PersonField]) -> ImportPlan {
    let cells = |cell: &dyn Fn(PersonField) -> String| {
        fields.iter().map(|field| cell(*field)).collect::<Vec<_>>().join(",")
    };
    let text = format!("{}\n{}\n", cells(&|field| field.about().heading.to_owned()), cells(&sample));
    let today = jiff::civil::date(2026, 3, 1);
    let list = taphuan::intake::read_bytes(text.into_bytes(), "danh-sach.csv", today).expect("a list");
    let known = bench.store.known_people(bench.session, list.name_keys()).wait().expect("known");
    let mut plan = taphuan::intake::plan(&list, bench.session, &known);
    plan.wishes.keep_sensitive = true;
    plan
}

#[test]
fn each_is_read_from_a_list_under_its_heading_and_what_lists_leave_out_stays() {
    let bench = StoreBench::new();
    let plan = planned(&bench, PersonField::ALL);
    assert_eq!(plan.rows[0].person, filled());
    assert_eq!(plan.rows[0].sensitive, all_sensitive());
    bench.take(|store| store.apply_import(plan));
    let delegate = || bench.delegate(&sample(PersonField::Name));
    let kept = || bench.store.person(delegate().person).wait().expect("person");
    assert_eq!((kept().details, kept().sensitive), (filled(), all_sensitive()));
    for fields in [PersonField::ALL, &[PersonField::Name, PersonField::Birth, PersonField::Unit]] {
        assert_eq!(planned(&bench, fields).counts().same, 1, "{fields:?}");
    }
    for field in PersonField::shared().filter(|field| *field != PersonField::Name) {
        let (one, empty) = (delegate().id, move |person: &mut PersonDetails| field.copy(&nameless(), person));
        bench.take(|store| store.edit_delegate(one, field.code(), empty));
        let plan = planned(&bench, PersonField::ALL);
        let found = plan.rows[0].collision.as_ref().expect("a collision").differences(&plan.rows[0].person);
        assert_eq!(found.iter().map(|one| one.field).collect::<Vec<_>>(), [field]);
        bench.take(|store| store.apply_import(plan));
        assert_eq!(delegate().details, filled());
    }
}

#[test]
fn those_that_are_printed_stand_in_json_and_nothing_sensitive_does() {
    let json = serde_json::to_value(PersonJson(&filled())).expect("plain data");
    let said: BTreeSet<String> = json.as_object().expect("an object").keys().cloned().collect();
    let wanted = PersonField::printed().flat_map(|(field, _)| match field {
        PersonField::Birth => vec!["birth_year".to_owned(), "birth_date".to_owned()],
        field => vec![field.code().to_owned()],
    });
    assert_eq!(said, wanted.collect());
    assert!(PersonField::printed().all(|(field, _)| !field.is_sensitive()));
    for (field, line) in PersonField::lines().filter(|(field, _)| field.about().printed.is_some()) {
        assert_eq!(json[field.code()].as_str(), line.of(&filled()).as_deref(), "{field:?}");
    }
}

/// What is sensitive stands with the person and in what is handed out to them, and nowhere else: no
/// paper, list or line of the history is made of anything that holds it.
#[test]
fn what_is_sensitive_leaves_the_person_in_nothing_but_their_own_file() {
    let bench = StoreBench::new();
    let details = SessionDetails { title: "Lớp Tam Đại".into(), ..SessionDetails::default() };
    let session = bench.take(|store| store.create_session(details, None));
    bench.take(|store| store.add_delegates(session, None, vec![NewDelegate::Unknown(filled())]));
    let id = bench.store.search("le thi be").wait().expect("found")[0];
    bench.take(|store| store.edit_sensitive(id, "all", |says| *says = all_sensitive()));
    let secrets: Vec<String> = PersonField::sensitive_lines().map(|(field, _)| sample(field)).collect();
    let store = &bench.store;
    let everywhere = [
        format!("{:?}", store.dossier(session).wait().expect("what papers are made of")),
        format!("{:?}", store.registry().wait().expect("what the table of people shows")),
        format!("{:?}", store.delegates(session).wait().expect("what lists out are made of")),
        format!("{:?}", store.history(99).wait().expect("what the history tells")),
        serde_json::to_string(&PersonJson(&filled())).expect("plain data"),
    ];
    for secret in &secrets {
        assert!(everywhere.iter().all(|text| !text.contains(secret)), "{secret}");
    }
    let held = serde_json::to_string(&store.held_on(id).wait().expect("handed out")).expect("plain data");
    assert!(secrets.iter().all(|secret| held.contains(secret)), "{held}");
}

/// The name of a field in a window.
fn named(prefix: &str, field: PersonField) -> &'static str {
    let name = if field == PersonField::Name { "name" } else { field.code() };
    format!("{prefix}-{name}").leak()
}

#[test]
fn each_is_shown_and_edited_in_the_forms_of_people_and_delegates() {
    let mut window = Window::open(|store| {
        let details = SessionDetails { title: "Lớp Tam Đại".into(), ..SessionDetails::default() };
        let session = store.create_session(details, None).wait().expect("session");
        store.add_delegates(session, None, vec![NewDelegate::Unknown(nameless())]).wait().expect("one");
    });
    window.size.1 = 1600.0;
    let texts = |field: &PersonField| !matches!(field.about().holds, Holds::Gender | Holds::PartyMember);
    let held = |window: &Window| {
        let store = window.store();
        let id = store.search("").wait().expect("everybody")[0];
        store.person(id).wait().expect("person")
    };

    window.click("Cán bộ");
    window.click("Không Tên");
    window.press("person-sensitive");
    for field in PersonField::ALL {
        assert!(window.has(named("person", *field)), "{field:?}");
    }
    for field in PersonField::ALL.iter().copied().filter(texts) {
        window.type_into(named("person", field), &sample(field));
    }
    let mut wanted = PersonDetails { gender: None, ..filled() };
    assert_eq!(held(&window).details, wanted);
    assert_eq!(held(&window).sensitive, Sensitive { party_member: None, ..all_sensitive() });

    window.shortcut(Shortcut::Escape);
    window.click("Lớp tập huấn");
    window.click("Lớp Tam Đại");
    window.click("Đại biểu");
    window.click(&sample(PersonField::Name));
    for field in PersonField::shared() {
        assert!(window.has(named("delegate", field)), "{field:?}");
    }
    for field in PersonField::shared().filter(texts).filter(|field| *field != PersonField::Birth) {
        let text = format!("{}9", sample(field).replace("Bé", "Bế"));
        let text = if field == PersonField::Name { "Lê Thị Bế".to_owned() } else { text };
        window.type_into(named("delegate", field), &text);
        field.set_text(&mut wanted, &text);
    }
    assert_eq!(held(&window).details, wanted);
}
