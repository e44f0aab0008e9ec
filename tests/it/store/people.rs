//! The registry of people: added, changed together, merged, removed; each is one step
//! that can be undone.

use crate::support::editing::StoreBench;
use crate::support::store::person;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::{PersonId, SessionId};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::registry::{HeldPosition, Order, PeopleEdit, SessionRole, Wanted, merged};
use taphuan::domain::session::SessionDetails;

fn session(bench: &StoreBench, title: &str) -> SessionId {
    let details = SessionDetails {
        title: title.into(),
        dates: Some("2026-11-25/2026-11-26".parse().expect("dates")),
        ..SessionDetails::default()
    };
    bench.take(|store| store.create_session(details, None))
}

fn call(bench: &StoreBench, session: SessionId, who: PersonId) {
    bench.take(|store| store.add_delegates(session, None, vec![NewDelegate::Known(who)]));
}

/// "Lê Thị Bé, Xã A": the delegates of a session.
fn list(bench: &StoreBench, session: SessionId) -> Vec<String> {
    let delegates = bench.store.delegates(session).wait().expect("delegates");
    let line = |details: &PersonDetails| {
        format!("{}, {}", details.full_name, details.unit.as_deref().unwrap_or_default())
    };
    delegates.iter().map(|one| line(&one.details)).collect()
}

#[test]
fn two_people_become_one_with_both_histories() {
    let bench = StoreBench::new();
    let stays = bench.take(|store| store.add_person(person("Lê Thị Bé", 1969, "Xã A")));
    let mut other = person("LÊ THỊ BÉ", 1969, "Xã B");
    other.phone = Some("0905 123 456".into());
    other.position = Some("Bí thư chi bộ".into());
    let goes = bench.take(|store| store.add_person(other.clone()));
    let (past, open, both) =
        (session(&bench, "Lớp cũ"), session(&bench, "Lớp mới"), session(&bench, "Lớp chung"));
    call(&bench, past, goes);
    bench.take(|store| store.end_session(past));
    call(&bench, open, goes);
    call(&bench, both, stays);
    call(&bench, both, goes);

    let details = bench.store.people(vec![stays, goes]).wait().expect("people");
    let one = merged(&details[0].1, &details[1].1);
    bench.take(|store| store.merge_people(stays, goes, one.clone()));

    assert_eq!(list(&bench, past), ["LÊ THỊ BÉ, Xã B"], "what was printed stays");
    assert_eq!(list(&bench, open), ["Lê Thị Bé, Xã A"]);
    assert_eq!(list(&bench, both), ["Lê Thị Bé, Xã A"], "once, not twice");
    let record = bench.store.person(stays).wait().expect("record");
    assert_eq!(record.details.phone.as_deref(), Some("0905 123 456"));
    assert_eq!(record.details.position.as_deref(), details[0].1.position.as_deref());
    let other_positions: Vec<_> = record.positions.iter().map(|held| held.title.as_str()).collect();
    assert_eq!(other_positions, ["Bí thư chi bộ"]);
    let sessions: Vec<_> = record.history.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(sessions.len(), 3, "{sessions:?}");
    assert!(record.history.iter().all(|one| matches!(one.part, SessionRole::Delegate(_))));
    assert!(bench.store.person(goes).wait().is_err());

    bench.undo();
    assert_eq!(list(&bench, both).len(), 2);
    assert_eq!(bench.store.person(goes).wait().expect("back").details.full_name, "LÊ THỊ BÉ");
}

#[test]
fn what_is_recorded_decides_which_delegate_stays_and_never_vanishes() {
    let bench = StoreBench::new();
    let one = bench.take(|store| store.add_person(person("Lê Văn An", 1960, "Xã A")));
    let two = bench.take(|store| store.add_person(person("Lê Văn An", 1960, "Xã B")));
    let both = session(&bench, "Lớp chung");
    call(&bench, both, two);
    bench.take(|store| store.issue_certificates(both));
    call(&bench, both, one);
    let details = bench.store.person(one).wait().expect("record").details;
    bench.take(|store| store.merge_people(one, two, details.clone()));
    let record = bench.store.person(one).wait().expect("record");
    assert_eq!(record.history.len(), 1);
    assert!(record.history[0].certificate.is_some(), "the certificate stays with the person");

    bench.undo();
    bench.take(|store| store.issue_certificates(both));
    let refused = bench.refused(|store| store.merge_people(one, two, details.clone()));
    assert_eq!(refused, Mistake::BothRecorded { name: "Lê Văn An".into(), title: "Lớp chung".into() });
    assert_eq!(bench.refused(|store| store.merge_people(one, one, details.clone())), Mistake::SamePerson);
}

#[test]
fn several_are_changed_together_and_open_sessions_follow() {
    let bench = StoreBench::new();
    let people: Vec<PersonId> = ["An", "Bình", "Cúc"]
        .iter()
        .map(|name| bench.take(|store| store.add_person(person(name, 1970, "Thôn 1, xã A"))))
        .collect();
    let open = session(&bench, "Lớp mới");
    call(&bench, open, people[1]);
    let edit = PeopleEdit {
        position: Some(None),
        unit: Some(Some("  Thôn 1,  xã Tây Hồ ".into())),
        unit_group: Some("Xã Tây Hồ".into()),
        state_paid: Some(Some(true)),
    };
    bench.take(|store| store.edit_people(people.clone(), edit));
    assert_eq!(list(&bench, open), ["Bình, Thôn 1, xã Tây Hồ"]);
    for id in people {
        let record = bench.store.person(id).wait().expect("record");
        assert_eq!(record.details.unit_group.as_deref(), Some("Xã Tây Hồ"));
        assert_eq!((record.details.position, record.state_paid), (None, Some(true)));
    }
}

#[test]
fn only_people_of_no_session_can_be_removed() {
    let bench = StoreBench::new();
    let free = bench.take(|store| store.add_person(person("Lê Văn An", 1960, "Xã A")));
    let called = bench.take(|store| store.add_person(person("Lê Văn Bình", 1960, "Xã A")));
    let open = session(&bench, "Lớp mới");
    call(&bench, open, called);
    let refused = bench.refused(|store| store.remove_people(vec![free, called]));
    assert_eq!(refused, Mistake::PersonInUse { name: "Lê Văn Bình".into(), sessions: 1 });
    bench.take(|store| store.remove_people(vec![free]));
    let registry = bench.store.registry().wait().expect("registry");
    let found = registry.find(&Wanted { words: "le van".into(), ..Wanted::default() }, Order::Name, false);
    let lines: Vec<_> = found
        .iter()
        .map(|row| (&*registry.lines()[*row].full_name, registry.lines()[*row].sessions))
        .collect();
    assert_eq!(lines, [("Lê Văn Bình", 1)]);
}

#[test]
fn a_person_holds_several_positions_with_their_time() {
    let bench = StoreBench::new();
    let id = bench.take(|store| store.add_person(person("Lê Văn An", 1960, "Xã A")));
    let held = |title: &str, from: &str, until: &str| HeldPosition {
        title: title.into(),
        from: from.parse().ok(),
        until: until.parse().ok(),
    };
    let positions = vec![held("Bí thư chi bộ", "2020", ""), held("Trưởng thôn", "2015-03", "2019")];
    bench.take(|store| store.set_positions(id, vec![], positions.clone()));
    assert_eq!(bench.store.person(id).wait().expect("record").positions, positions);
    let refused = |wanted| bench.refused(|store| store.set_positions(id, positions.clone(), vec![wanted]));
    assert_eq!(refused(held(" ", "", "")), Mistake::NoPosition);
    assert!(matches!(refused(held("Trưởng thôn", "2020", "2019")), Mistake::Date(_)));
    bench.take(|store| store.set_positions(id, positions.clone(), vec![]));
}
