use super::*;
use crate::domain::unit_tree::{LooseUnit, UnitTree};

fn row(line: u32, code: &str, name: &str, parent: &str) -> MapRow {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    MapRow { line, code: filled(code), name: name.into(), parent: filled(parent), ..MapRow::default() }
}

fn tree() -> UnitTree {
    let unit = |id, parent: Option<i64>, name: &str, code: Option<&str>, kind| LooseUnit {
        id: UnitId(id),
        parent: parent.map(UnitId),
        fields: UnitFields { code: code.map(str::to_owned), ..UnitFields::new(name, kind) },
        people: 0,
    };
    UnitTree::new(
        vec![
            unit(1, None, "Tỉnh Quảng Nam", Some("49"), UnitKind::Province),
            unit(2, Some(1), "Huyện Phú Ninh", None, UnitKind::District),
            unit(3, Some(2), "Xã Tam Đại", Some("20341"), UnitKind::Commune),
            unit(4, Some(2), "Xã Tam Dân", None, UnitKind::Commune),
            unit(5, None, "Tổ 1", None, UnitKind::ResidentialArea),
            unit(6, Some(4), "Tổ 1", None, UnitKind::ResidentialArea),
        ],
        &[],
    )
}

fn meanings(plan: &MapPlan) -> Vec<&RowMeaning> {
    plan.entries.iter().map(|entry| &entry.meaning).collect()
}

#[test]
fn rows_are_known_by_code_and_by_name_and_parent() {
    let plan = plan(
        vec![
            row(2, "20341", "Xã Tam Đại", "Huyện Phú Ninh"),
            row(3, "20344", "xã  tam dân", "Huyện Phú Ninh, Tỉnh Quảng Nam"),
            row(4, "49", "Tỉnh Quảng Nam", ""),
            row(5, "", "Thôn Mới", "20341"),
        ],
        &tree(),
    );
    assert_eq!(
        meanings(&plan),
        [
            &RowMeaning::Same(UnitId(3)),
            &RowMeaning::Changed(UnitId(4)),
            &RowMeaning::Same(UnitId(1)),
            &RowMeaning::New
        ]
    );
    assert_eq!(plan.entries[3].fields.kind, UnitKind::ResidentialArea);
    assert_eq!(plan.entries[3].parent, Some(UnitRef::Row(0)));
    assert_eq!(plan.order, [1, 3]);
}

#[test]
fn a_unit_outside_all_others_gets_its_place_where_one_row_has_its_name() {
    let rows = vec![row(2, "", "Tổ 1", "Xã Tam Đại"), row(3, "", "Tổ 2", "Xã Tam Đại")];
    let once = plan(rows, &tree());
    assert_eq!(meanings(&once), [&RowMeaning::Changed(UnitId(5)), &RowMeaning::New]);
    let rows = vec![row(2, "", "Tổ 1", "Xã Tam Đại"), row(3, "", "Tổ 1", "Huyện Phú Ninh")];
    let twice = plan(rows, &tree());
    assert_eq!(meanings(&twice), [&RowMeaning::New, &RowMeaning::New], "which of them is not known");
}

#[test]
fn the_reform_ends_old_communes_and_names_what_they_became() {
    let old = |line, code: &str, name: &str, successors: &[&str]| MapRow {
        successors: successors.iter().map(|one| (*one).to_owned()).collect(),
        ..row(line, code, name, "Huyện Phú Ninh")
    };
    let new = MapRow { valid_from: "2025-07-01".parse().ok(), ..row(4, "20364", "Xã Tam Dân", "49") };
    let plan = plan(
        vec![
            old(2, "20341", "Xã Tam Đại", &["20364"]),
            old(3, "", "Xã Tam Dân", &["20364", "Tỉnh Quảng Nam"]),
            new,
        ],
        &tree(),
    );
    assert_eq!(
        meanings(&plan),
        [&RowMeaning::Ended(UnitId(3)), &RowMeaning::Ended(UnitId(4)), &RowMeaning::New],
        "the new commune has the name of an old one and is another"
    );
    assert_eq!(plan.entries[0].fields.valid_to, "2025-06-30".parse().ok());
    assert_eq!(plan.entries[0].successors, [(UnitRef::Row(2), Extent::Whole)]);
    assert_eq!(
        plan.entries[1].successors,
        [(UnitRef::Row(2), Extent::Part), (UnitRef::Known(UnitId(1)), Extent::Part)]
    );
}

#[test]
fn what_cannot_be_is_said_with_its_row_and_the_rest_is_taken_in() {
    let fault = |plan: &MapPlan, place: usize| match &plan.entries[place].meaning {
        RowMeaning::Error(fault) => fault.clone(),
        other => panic!("row {place} is {other:?}"),
    };
    let plan = plan(
        vec![
            row(2, "1", "Xã A", "3"),
            row(3, "2", "Xã B", "1"),
            row(4, "3", "Xã C", "2"),
            row(5, "", "Xã D", "Xã không có"),
            row(6, "", "Thôn E", "Xã D"),
            row(7, "", "Xã F", "Tổ 1"),
            row(8, "3", "Xã G", ""),
            MapRow { successors: vec!["Xã H".into()], ..row(9, "", "Xã H", "") },
            row(10, "20341", "", ""),
            row(11, "99", "Xã tốt", "49"),
            row(12, "49", "Tỉnh Quảng Nam", "99"),
        ],
        &tree(),
    );
    assert_eq!(fault(&plan, 0), RowFault::Ring);
    assert_eq!(fault(&plan, 2), RowFault::Ring);
    assert_eq!(fault(&plan, 3), RowFault::Unknown("Xã không có".into()));
    assert_eq!(fault(&plan, 4), RowFault::Through(5));
    assert_eq!(fault(&plan, 5), RowFault::Ambiguous("Tổ 1".into()));
    assert_eq!(fault(&plan, 6), RowFault::CodeTwice(4));
    assert_eq!(fault(&plan, 7), RowFault::OwnSuccessor);
    assert_eq!(fault(&plan, 8), RowFault::Fields(crate::domain::unit_tree::UnitMistake::NoName));
    assert_eq!(fault(&plan, 9), RowFault::Ring, "a ring by way of the registry");
    assert_eq!(plan.counts().error, 11);
    assert!(plan.order.is_empty());
}

#[test]
fn kinds_are_told_by_words_and_names() {
    let kinds = |texts: &[&str]| texts.iter().map(|text| kind_of(text)).collect::<Vec<_>>();
    assert_eq!(kinds(&["Xã", "PHƯỜNG Tây Hồ", "Đặc khu Lý Sơn"]), [Some(UnitKind::Commune); 3]);
    assert_eq!(kinds(&["Thành phố trực thuộc Trung ương", "Tỉnh Hà Tĩnh"]), [Some(UnitKind::Province); 2]);
    assert_eq!(kinds(&["Thị xã Kỳ Anh", "Huyện"]), [Some(UnitKind::District); 2]);
    assert_eq!(kinds(&["Tổ dân phố 3", "Thôn Trung Đàn"]), [Some(UnitKind::ResidentialArea); 2]);
    assert_eq!(kinds(&["Tổ chức", "Hội Nông dân"]), [Some(UnitKind::Body); 2]);
    assert_eq!(kinds(&["Xanh", ""]), [None; 2]);
}

#[test]
fn a_row_that_is_left_out_closes_no_ring_through_the_registry() {
    // The district with the code 7 is to leave the province, which goes into a commune
    // of it; but the row of the district has a fault, so it stays in the province.
    let mut units = tree();
    let district = units.get(UnitId(2)).expect("there").fields.clone();
    units.set(UnitId(2), UnitFields { code: Some("7".into()), ..district });
    let broken = MapRow {
        fault: Some(RowFault::Date("hôm qua".into())),
        ..row(2, "7", "Huyện Phú Ninh", "Xã X")
    };
    let rows = vec![broken, row(3, "49", "Tỉnh Quảng Nam", "20341"), row(4, "", "Xã X", "")];
    let plan = plan(rows, &units);
    assert_eq!(plan.entries[1].meaning, RowMeaning::Error(RowFault::Ring));
    assert_eq!(plan.entries[2].meaning, RowMeaning::New);
}
