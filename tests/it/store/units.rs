//! The units of the registry: a tree that is edited, the reform of 2025, and the
//! people who go on under the new commune.

use crate::support::editing::StoreBench;
use crate::support::store::becomes;
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::id::{PersonId, UnitId};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::unit::UnitKind;
use taphuan::domain::unit_tree::{
    Extent, Merge, MergeInto, Merging, Move, UnitFields, UnitMistake, UnitTree,
};

fn date(text: &str) -> FuzzyDate {
    text.parse().expect(text)
}

fn add(bench: &StoreBench, parent: Option<UnitId>, name: &str, kind: UnitKind) -> UnitId {
    bench.take(|store| store.add_unit(parent, UnitFields::new(name, kind)))
}

fn tree(bench: &StoreBench) -> UnitTree {
    bench.store.units().wait().expect("units")
}

/// "  Xã Tam Đại 2/3": indented, with its own people and all of them.
fn lines(bench: &StoreBench) -> Vec<String> {
    let line = |one: &taphuan::domain::unit_tree::ListedUnit| {
        let (indent, name) = (" ".repeat(one.depth), &one.fields.name);
        format!("{indent}{name} {}/{}", one.own_people, one.people)
    };
    tree(bench).units().iter().map(line).collect()
}

/// The registry's person of that name, with what it says of the unit.
fn person(bench: &StoreBench, name: &str) -> (PersonId, Option<String>, Option<String>) {
    let ids = bench.store.search(name).wait().expect("search");
    let (id, details) = bench.store.people(ids).wait().expect("people").remove(0);
    (id, details.unit, details.unit_group)
}

fn unit(mistake: UnitMistake) -> Mistake {
    Mistake::from(mistake)
}

/// Huyện Phú Ninh with two communes, and a residential area with one of the people.
fn district(bench: &StoreBench) -> [UnitId; 4] {
    let district = add(bench, None, "Huyện Phú Ninh", UnitKind::District);
    let first = add(bench, Some(district), "Xã Tam Đại", UnitKind::Commune);
    let second = add(bench, Some(district), "Xã Tam Dân", UnitKind::Commune);
    let hamlet = add(bench, Some(first), "Thôn Trung Đàn", UnitKind::ResidentialArea);
    [district, first, second, hamlet]
}

#[test]
fn a_unit_that_is_added_finds_its_people_by_what_lists_wrote() {
    let bench = StoreBench::new();
    district(&bench);
    assert_eq!(
        lines(&bench),
        ["Huyện Phú Ninh 0/3", " Xã Tam Dân 1/1", " Xã Tam Đại 2/2", "  Thôn Trung Đàn 0/0"]
    );
}

#[test]
fn a_new_name_leaves_the_text_of_people_and_delegates() {
    let bench = StoreBench::new();
    let [_, first, ..] = district(&bench);
    let fields =
        UnitFields { code: Some(" 20341 ".into()), ..UnitFields::new("Xã Mới", UnitKind::Commune) };
    bench.take(|store| store.edit_unit(first, "name", becomes(fields)));
    assert_eq!(tree(&bench).get(first).expect("there").fields.code.as_deref(), Some("20341"));
    assert_eq!(tree(&bench).get(first).expect("there").own_people, 2, "they belong to it as before");
    assert_eq!(person(&bench, "Lê Thị An").1.as_deref(), Some("Xã Tam Đại"));
    assert_eq!(bench.delegate("Lê Thị An").details.unit.as_deref(), Some("Xã Tam Đại"));
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let bench = StoreBench::new();
    let [district, first, second, hamlet] = district(&bench);
    let blank = UnitFields::new(" ", UnitKind::Commune);
    assert_eq!(
        bench.refused(|store| store.edit_unit(first, "name", becomes(blank))),
        unit(UnitMistake::NoName)
    );
    assert_eq!(
        bench.refused(|store| store.move_unit(district, Some(hamlet))),
        unit(UnitMistake::UnderItself("Huyện Phú Ninh".into()))
    );
    assert_eq!(
        bench.refused(|store| store.move_unit(first, Some(first))),
        unit(UnitMistake::UnderItself("Xã Tam Đại".into()))
    );
    assert_eq!(
        bench.refused(|store| store.remove_unit(district)),
        unit(UnitMistake::HasParts { name: "Huyện Phú Ninh".into(), count: 2 })
    );
    assert_eq!(
        bench.refused(|store| store.remove_unit(second)),
        unit(UnitMistake::HasPeople { name: "Xã Tam Dân".into(), count: 1 })
    );
    let with_code =
        |name: &str| UnitFields { code: Some("20341".into()), ..UnitFields::new(name, UnitKind::Commune) };
    bench.take(|store| store.edit_unit(first, "code", becomes(with_code("Xã Tam Đại"))));
    assert_eq!(
        bench.refused(|store| store.edit_unit(second, "code", becomes(with_code("Xã Tam Dân")))),
        unit(UnitMistake::CodeTaken { code: "20341".into(), name: "Xã Tam Đại".into() })
    );
    assert_eq!(bench.refused(|store| store.remove_unit(UnitId(99))), unit(UnitMistake::Unknown));
    let born = UnitFields { valid_from: Some(date("2025-07-01")), ..with_code("Xã Tam Đại") };
    bench.take(|store| store.edit_unit(first, "valid_from", becomes(born)));
    assert_eq!(
        bench.refused(|store| store.end_unit(first, Some(date("2025-06-30")))),
        unit(UnitMistake::EndsBeforeStart("Xã Tam Đại".into()))
    );
    let mut at = hamlet;
    for level in 4..=12 {
        at = bench
            .store
            .add_unit(Some(at), UnitFields::new(format!("Tổ {level}"), UnitKind::ResidentialArea))
            .wait()
            .expect("room for it");
    }
    let deeper = UnitFields::new("Tổ 13", UnitKind::ResidentialArea);
    assert_eq!(bench.refused(|store| store.add_unit(Some(at), deeper)), unit(UnitMistake::TooDeep));
    let other = add(&bench, None, "Huyện khác", UnitKind::District);
    assert_eq!(bench.refused(|store| store.move_unit(district, Some(other))), unit(UnitMistake::TooDeep));
}

#[test]
fn a_unit_moves_ends_lives_on_and_goes() {
    let bench = StoreBench::new();
    let [_, _, second, hamlet] = district(&bench);
    bench.take(|store| store.move_unit(hamlet, Some(second)));
    bench.take(|store| store.end_unit(hamlet, Some(date("2025-06-30"))));
    assert!(!tree(&bench).get(hamlet).expect("there").fields.lives());
    bench.take(|store| store.end_unit(hamlet, None));
    bench.take(|store| store.move_unit(hamlet, None));
    assert_eq!(tree(&bench).get(hamlet).expect("there").parent, None);
    bench.take(|store| store.remove_unit(hamlet));
    assert_eq!(lines(&bench), ["Huyện Phú Ninh 0/3", " Xã Tam Dân 1/1", " Xã Tam Đại 2/2"]);
}

#[test]
fn people_moved_to_a_unit_get_its_text_and_so_do_open_sessions() {
    let bench = StoreBench::new();
    let [.., hamlet] = district(&bench);
    let (an, ..) = person(&bench, "Lê Thị An");
    let chosen = Move::Chosen(vec![an]);
    bench.take(|store| store.move_people(chosen, hamlet, Some(date("2026-01-15"))));
    let text = (Some("Thôn Trung Đàn, xã Tam Đại".to_owned()), Some("Xã Tam Đại".to_owned()));
    let (_, unit, group) = person(&bench, "Lê Thị An");
    assert_eq!((unit, group), text);
    let delegate = bench.delegate("Lê Thị An").details;
    assert_eq!((delegate.unit, delegate.unit_group), text);
    assert_eq!(lines(&bench)[2..], [" Xã Tam Đại 1/2", "  Thôn Trung Đàn 1/1"]);
    let all = bench.store.people_of_unit(tree(&bench).units()[0].id, 2).wait().expect("people");
    assert_eq!(all.len(), 2, "no more than asked for");
    let earlier: (String, Option<String>) = rusqlite::Connection::open(&bench.path)
        .expect("open")
        .query_row("SELECT unit, member_until FROM person_unit WHERE is_main = 0", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .expect("where she was");
    assert_eq!(earlier, ("Xã Tam Đại".to_owned(), Some("2026-01-14".to_owned())));
}

#[test]
fn who_belonged_nowhere_is_moved_and_found_by_the_unit() {
    let bench = StoreBench::new();
    let [_, commune, ..] = district(&bench);
    let (an, ..) = person(&bench, "Lê Thị An");
    bench.take(|store| store.edit_person(an, "unit", |one| (one.unit, one.unit_group) = (None, None)));
    assert_eq!(bench.store.search("thi an tam dai").wait().expect("search"), []);
    // Named twice is named once, and nobody who is not there.
    let moved = bench.take(|store| store.move_people(Move::Chosen(vec![an, an]), commune, None));
    assert_eq!(moved, 1);
    assert_eq!(person(&bench, "Lê Thị An").1.as_deref(), Some("Xã Tam Đại"));
    assert_eq!(bench.store.search("thi an tam dai").wait().expect("search"), [an]);
    let nobody = Move::Chosen(vec![an, PersonId(4_711)]);
    assert_eq!(bench.refused(|store| store.move_people(nobody, commune, None)), Mistake::UnknownPerson);
}

#[test]
fn a_merger_is_one_line_of_the_journal_for_each_row_it_changed() {
    let bench = StoreBench::new();
    reform(&bench, district(&bench), true);
    let journal = rusqlite::Connection::open(&bench.path).expect("open");
    let most: i64 = journal
        .query_row(
            "SELECT max(lines) FROM (SELECT count(*) AS lines FROM row_change
             WHERE operation_id = (SELECT max(id) FROM operation WHERE kind = 'do')
               AND table_name IN ('person', 'person_unit', 'delegate') AND change = 'update'
             GROUP BY table_name, row_id)",
            [],
            |row| row.get(0),
        )
        .expect("lines");
    assert_eq!(most, 1);
}

/// The two communes become one on 1 July 2025.
fn reform(bench: &StoreBench, [district, first, second, _]: [UnitId; 4], with_people: bool) -> UnitId {
    let whole = |unit| Merging { unit, extent: Extent::Whole };
    let fields = UnitFields::new("Xã Phú Ninh", UnitKind::Commune);
    bench.take(|store| {
        store.merge_units(Merge {
            units: vec![whole(first), whole(second)],
            into: MergeInto::New(Some(district), fields),
            on: date("2025-07-01"),
            with_parts: true,
            with_people,
        })
    })
}

#[test]
fn communes_merge_and_the_people_go_on_under_the_new_one() {
    let bench = StoreBench::new();
    let units = district(&bench);
    let (binh, ..) = person(&bench, "Nguyễn Văn Bình");
    bench.take(|store| store.move_people(Move::Chosen(vec![binh]), units[3], None));
    let new = reform(&bench, units, true);
    assert_eq!(
        lines(&bench),
        [
            "Huyện Phú Ninh 0/3",
            " Xã Phú Ninh 2/3",
            "  Thôn Trung Đàn 1/1",
            " Xã Tam Dân 0/0",
            " Xã Tam Đại 0/0"
        ]
    );
    assert_eq!(person(&bench, "Trần Đình Ân").1.as_deref(), Some("Xã Phú Ninh"));
    assert_eq!(person(&bench, "Nguyễn Văn Bình").1.as_deref(), Some("Thôn Trung Đàn, xã Phú Ninh"));
    assert_eq!(person(&bench, "Nguyễn Văn Bình").2.as_deref(), Some("Xã Phú Ninh"));
    assert_eq!(bench.delegate("Trần Đình Ân").details.unit.as_deref(), Some("Xã Phú Ninh"));
    let tree = tree(&bench);
    let old = tree.get(units[1]).expect("it stays");
    assert_eq!(old.fields.valid_to, Some(date("2025-06-30")));
    assert_eq!(old.successors, [(new, Extent::Whole)]);
    assert_eq!(tree.get(new).expect("new").fields.valid_from, Some(date("2025-07-01")));
    assert_eq!(
        bench.refused(|store| store.remove_unit(units[2])),
        unit(UnitMistake::HasPeople { name: "Xã Tam Dân".into(), count: 1 }),
        "who was there stays known"
    );
}

#[test]
fn an_ended_session_keeps_the_names_of_its_time() {
    let bench = StoreBench::new();
    let units = district(&bench);
    bench.take(|store| store.end_session(bench.session));
    reform(&bench, units, true);
    assert_eq!(bench.delegate("Trần Đình Ân").details.unit.as_deref(), Some("Xã Tam Dân"));
    assert_eq!(person(&bench, "Trần Đình Ân").1.as_deref(), Some("Xã Phú Ninh"));
}

#[test]
fn people_stay_with_the_old_unit_unless_that_is_wished() {
    let bench = StoreBench::new();
    let units = district(&bench);
    let new = reform(&bench, units, false);
    assert_eq!(person(&bench, "Trần Đình Ân").1.as_deref(), Some("Xã Tam Dân"));
    assert_eq!(bench.delegate("Trần Đình Ân").details.unit.as_deref(), Some("Xã Tam Dân"));
    bench.take(|store| store.move_people(Move::All(units[2]), new, None));
    assert_eq!(bench.delegate("Trần Đình Ân").details.unit.as_deref(), Some("Xã Phú Ninh"));
    assert_eq!(
        bench.refused(|store| store.move_people(Move::All(new), units[2], None)),
        unit(UnitMistake::Ended("Xã Tam Dân".into()))
    );
    assert_eq!(
        bench.refused(|store| store.move_people(Move::All(units[2]), new, None)),
        unit(UnitMistake::NobodyToMove)
    );
}

#[test]
fn parts_of_a_unit_go_to_several_and_nobody_is_guessed() {
    let bench = StoreBench::new();
    let [district, first, second, hamlet] = district(&bench);
    let north = add(&bench, Some(district), "Xã Bắc", UnitKind::Commune);
    let merge = |into, extent| Merge {
        units: vec![Merging { unit: first, extent }],
        into: MergeInto::Known(into),
        on: date("2025-07-01"),
        with_parts: true,
        with_people: true,
    };
    bench.take(|store| store.merge_units(merge(north, Extent::Part)));
    bench.take(|store| store.merge_units(merge(second, Extent::Part)));
    let tree = tree(&bench);
    assert_eq!(tree.get(first).expect("old").successors, [(north, Extent::Part), (second, Extent::Part)]);
    assert_eq!(tree.get(first).expect("old").own_people, 2);
    assert_eq!(tree.get(hamlet).expect("inside").parent, Some(first));
    assert_eq!(
        bench.refused(|store| store.merge_units(merge(first, Extent::Whole))),
        unit(UnitMistake::IntoItself("Xã Tam Đại".into()))
    );
    assert_eq!(
        bench.refused(|store| store.merge_units(merge(hamlet, Extent::Whole))),
        unit(UnitMistake::IntoItself("Thôn Trung Đàn".into()))
    );
    let none = Merge { units: Vec::new(), ..merge(second, Extent::Whole) };
    assert_eq!(bench.refused(|store| store.merge_units(none)), unit(UnitMistake::NothingToMerge));
}

#[test]
fn of_two_units_of_one_name_lists_mean_the_living_one() {
    let bench = StoreBench::new();
    let [district, first, ..] = district(&bench);
    bench.take(|store| store.end_unit(first, Some(date("2025-06-30"))));
    let again = add(&bench, Some(district), "Xã Tam Đại", UnitKind::Commune);
    let person = crate::support::store::person("Phạm Thị Mới", 1980, "xã Tam Đại");
    bench.take(|store| store.add_people(crate::support::store::step("add"), vec![person]));
    assert_eq!(tree(&bench).get(again).expect("new").own_people, 1);
    assert_eq!(tree(&bench).get(first).expect("old").own_people, 2);
}

/// The invented map of `tests/units`.
fn map() -> Vec<taphuan::domain::unit_map::MapRow> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/units/vung-mau.csv");
    taphuan::intake::units_file::read_units(&path).expect("the map")
}

#[test]
fn a_new_map_comes_in_from_a_file_and_the_people_go_on() {
    let bench = StoreBench::new();
    let province = add(&bench, None, "Tỉnh Mẫu Cũ", UnitKind::Province);
    let [district, first, second, hamlet] = district(&bench);
    bench.take(|store| store.move_unit(district, Some(province)));
    bench.take(|store| store.end_session(bench.session));

    let plan = bench.take(|store| store.apply_units("vung-mau.csv", map(), true));
    let counts = plan.counts();
    assert_eq!((counts.new, counts.changed, counts.ended, counts.error), (4, 1, 4, 0));
    assert_eq!(
        lines(&bench),
        [
            "Thành phố Mẫu Mới 0/2",
            " Xã Chiên Đàn 0/0",
            " Xã Phú Ninh 2/2",
            "  Thôn Trung Đàn 0/0",
            "Tỉnh Mẫu Cũ 0/1",
            " Huyện Phú Ninh 0/1",
            "  Xã Tam Dân 1/1",
            "  Xã Tam Đại 0/0",
            "  Xã Tam Thái 0/0",
        ]
    );
    let tree = tree(&bench);
    assert_eq!(tree.get(first).expect("old").fields.code.as_deref(), Some("90341"));
    assert_eq!(tree.get(second).expect("old").successors.len(), 2, "parted: its people are moved by hand");
    assert_ne!(tree.get(hamlet).expect("it goes on, inside the new one").parent, Some(first));
    assert_eq!(person(&bench, "Lê Thị An").1.as_deref(), Some("Xã Phú Ninh"));
    assert_eq!(bench.delegate("Lê Thị An").details.unit.as_deref(), Some("Xã Tam Đại"), "the session ended");

    let again = taphuan::domain::unit_map::plan(map(), &tree);
    assert_eq!((again.counts().same, again.counts().error), (9, 0), "the same file says nothing new");
}

#[test]
fn what_is_written_out_is_known_again() {
    let bench = StoreBench::new();
    district(&bench);
    let before = bench.dump();
    let all = tree(&bench);
    let rows = all.units().iter().zip(1..).map(|(unit, line)| taphuan::domain::unit_map::MapRow {
        line,
        name: unit.fields.name.clone(),
        parent: unit.parent.map(|parent| all.path(parent)),
        ..taphuan::domain::unit_map::MapRow::default()
    });
    let rows = rows.collect();
    let plan = bench.store.apply_units("x", rows, true).wait().expect("applied");
    assert_eq!(plan.counts().same, 4);
    assert_eq!(bench.dump(), before);
    assert!(
        bench
            .store
            .undo_label()
            .wait()
            .expect("label")
            .is_some_and(|label| label.id != "operation-units-file")
    );
}
