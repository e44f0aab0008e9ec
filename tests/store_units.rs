//! Units of the registry: a tree that is edited and reformed. People follow in the
//! registry, delegates keep what they were listed with; each is one undoable step.

mod support;

use support::editing::Desk;
use support::store::person;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::{PersonId, UnitId};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::SessionDetails;
use taphuan::domain::unit::UnitKind;
use taphuan::domain::unit_tree::{Extent, MergeInto, Merger, UnitFields, UnitMistake, UnitTree};

fn add(desk: &Desk, parent: Option<UnitId>, name: &str, kind: UnitKind) -> UnitId {
    desk.take(|store| store.add_unit(parent, UnitFields::named(name, kind)))
}

fn tree(desk: &Desk) -> UnitTree {
    desk.store.units().wait().expect("units")
}

fn born_in(desk: &Desk, name: &str, unit: &str, group: &str) -> PersonId {
    let details = PersonDetails {
        unit_group: (!group.is_empty()).then(|| group.to_owned()),
        ..person(name, 1969, unit)
    };
    desk.take(|store| store.add_person(details))
}

/// "Thôn 1, xã Tam Đại | Xã Tam Đại": unit and group of a person.
fn printed(desk: &Desk, id: PersonId) -> String {
    let details = desk.store.person(id).wait().expect("record").details;
    format!("{} | {}", details.unit.unwrap_or_default(), details.unit_group.unwrap_or_default())
}

fn refused(mistake: UnitMistake) -> Mistake {
    Mistake::Unit(mistake)
}

#[test]
fn a_renamed_unit_prints_its_people_anew_but_no_delegate() {
    let desk = Desk::new();
    let commune = add(&desk, None, "Xã Tam Đài", UnitKind::Commune);
    add(&desk, Some(commune), "Thôn 1", UnitKind::ResidentialArea);
    let one = born_in(&desk, "Lê An", "Thôn 1, xã Tam Đài", "Xã Tam Đài");
    let own_words = born_in(&desk, "Lê Bình", "Mặt trận xã", "");
    let session = desk.take(|store| {
        store.create_session(SessionDetails { title: "Lớp".into(), ..SessionDetails::default() }, None)
    });
    desk.take(|store| store.add_delegates(session, None, vec![NewDelegate::Known(one)]));

    let fields = UnitFields::named("Xã Tam Đại", UnitKind::Commune);
    desk.take(|store| store.edit_unit(commune, fields, "name"));
    assert_eq!(printed(&desk, one), "Thôn 1, xã Tam Đại | Xã Tam Đại");
    assert_eq!(printed(&desk, own_words), "Mặt trận xã | ");
    let listed = desk.store.delegates(session).wait().expect("list");
    assert_eq!(listed[0].details.unit.as_deref(), Some("Thôn 1, xã Tam Đài"), "as it was listed");
}

#[test]
fn communes_merge_and_their_people_go_on_under_the_new_one() {
    let desk = Desk::new();
    let district = add(&desk, None, "Huyện Phú Ninh", UnitKind::District);
    let dai = add(&desk, Some(district), "Xã Tam Đại", UnitKind::Commune);
    let thon = add(&desk, Some(dai), "Thôn Trung Đàn", UnitKind::ResidentialArea);
    let dan = add(&desk, Some(district), "Xã Tam Dân", UnitKind::Commune);
    let an = born_in(&desk, "Lê An", "Thôn Trung Đàn, xã Tam Đại", "Xã Tam Đại");
    let binh = born_in(&desk, "Lê Bình", "Xã Tam Dân", "");
    let session = desk.take(|store| {
        store.create_session(SessionDetails { title: "Lớp 2020".into(), ..SessionDetails::default() }, None)
    });
    desk.take(|store| {
        store.add_delegates(session, None, vec![NewDelegate::Known(an), NewDelegate::Known(binh)])
    });

    let merger = Merger {
        units: vec![dai, dan],
        into: MergeInto::New(UnitFields {
            code: Some("20381".into()),
            valid_from: "2025-07-01".parse().ok(),
            ..UnitFields::named("Xã Phú Ninh", UnitKind::Commune)
        }),
        ends: "2025-06-30".parse().ok(),
        extent: Extent::Whole,
        takes_people: true,
    };
    let new = desk.take(|store| store.merge_units(merger.clone()));
    assert_eq!(printed(&desk, an), "Thôn Trung Đàn, xã Phú Ninh | Xã Phú Ninh");
    assert_eq!(printed(&desk, binh), "Xã Phú Ninh | ");
    let after = tree(&desk);
    assert_eq!(after.unit(thon).expect("moved").parent, Some(new));
    assert_eq!(after.unit(new).map(|unit| (unit.people, unit.inside)), Some((1, 2)));
    let old = after.unit(dai).expect("stays for the lists of its time");
    assert_eq!(old.fields.valid_to, "2025-06-30".parse().ok());
    assert_eq!(old.successors, [(new, Extent::Whole)]);
    assert_eq!(after.search("tam dai", false), [], "what ended is not offered");
    assert_eq!(after.search("tam dai", true), [dai]);
    let listed = desk.store.delegates(session).wait().expect("list");
    let units: Vec<_> = listed.iter().filter_map(|one| one.details.unit.as_deref()).collect();
    assert_eq!(units, ["Thôn Trung Đàn, xã Tam Đại", "Xã Tam Dân"]);

    assert_eq!(
        desk.refused(|store| store.merge_units(Merger { units: Vec::new(), ..merger.clone() })),
        refused(UnitMistake::NothingToMerge)
    );
    assert_eq!(
        desk.refused(|store| store.merge_units(Merger {
            units: vec![district],
            into: MergeInto::Known(dan),
            ..merger.clone()
        })),
        refused(UnitMistake::UnderItself("Huyện Phú Ninh".into()))
    );
}

#[test]
fn people_who_move_take_their_open_sessions_along() {
    let desk = Desk::new();
    let one = add(&desk, None, "Xã A", UnitKind::Commune);
    let two = add(&desk, None, "Xã B", UnitKind::Commune);
    let an = born_in(&desk, "Lê An", "Xã A", "");
    let session = desk.take(|store| {
        store.create_session(SessionDetails { title: "Lớp".into(), ..SessionDetails::default() }, None)
    });
    desk.take(|store| store.add_delegates(session, None, vec![NewDelegate::Known(an)]));
    desk.take(|store| store.move_people(vec![an], two));
    assert_eq!(printed(&desk, an), "Xã B | ");
    let listed = desk.store.delegates(session).wait().expect("list");
    assert_eq!(listed[0].details.unit.as_deref(), Some("Xã B"));
    let people = |unit| desk.store.people_of_unit(unit).wait().expect("people").len();
    assert_eq!((people(one), people(two)), (0, 1));
}

#[test]
fn what_cannot_be_is_refused() {
    let desk = Desk::new();
    let province = add(&desk, None, "Tỉnh Q", UnitKind::Province);
    let commune = add(&desk, Some(province), "Xã A", UnitKind::Commune);
    born_in(&desk, "Lê An", "Xã A", "");
    let empty = UnitFields::named(" ", UnitKind::Commune);
    assert_eq!(desk.refused(|store| store.add_unit(None, empty.clone())), refused(UnitMistake::NoName));
    assert_eq!(
        desk.refused(|store| store.move_unit(province, Some(commune))),
        refused(UnitMistake::UnderItself("Tỉnh Q".into()))
    );
    assert_eq!(
        desk.refused(|store| store.remove_unit(province)),
        refused(UnitMistake::NotEmpty { name: "Tỉnh Q".into(), people: 0, units: 1 })
    );
    assert_eq!(
        desk.refused(|store| store.remove_unit(commune)),
        refused(UnitMistake::NotEmpty { name: "Xã A".into(), people: 1, units: 0 })
    );
    let dated = UnitFields {
        valid_from: "2025-07-01".parse().ok(),
        valid_to: "2020".parse().ok(),
        code: Some("01".into()),
        ..UnitFields::named("Xã A", UnitKind::Commune)
    };
    assert_eq!(
        desk.refused(|store| store.edit_unit(commune, dated.clone(), "valid_to")),
        refused(UnitMistake::EndsBeforeStart("Xã A".into()))
    );
    desk.take(|store| store.edit_unit(commune, UnitFields { valid_to: None, ..dated.clone() }, "code"));
    let twin = UnitFields { code: Some("01".into()), ..UnitFields::named("Xã B", UnitKind::Commune) };
    assert_eq!(
        desk.refused(|store| store.add_unit(None, twin.clone())),
        refused(UnitMistake::CodeTaken { code: "01".into(), name: "Xã A".into() })
    );
    let mut deep = commune;
    let mut last = Ok(commune);
    for _ in 0..40 {
        last = desk.store.add_unit(Some(deep), UnitFields::named("Tổ", UnitKind::ResidentialArea)).wait();
        match last {
            Ok(id) => deep = id,
            Err(_) => break,
        }
    }
    assert!(last.is_err(), "the tree does not grow for ever");
}
