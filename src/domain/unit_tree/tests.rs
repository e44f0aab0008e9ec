use super::*;

fn loose(id: i64, parent: Option<i64>, name: &str, people: usize) -> LooseUnit {
    LooseUnit {
        id: UnitId(id),
        parent: parent.map(UnitId),
        fields: UnitFields::new(name, UnitKind::Commune),
        people,
    }
}

fn tree() -> UnitTree {
    UnitTree::new(
        vec![
            loose(3, Some(2), "Thôn Trung Đàn", 4),
            loose(1, None, "Huyện Phú Ninh", 0),
            loose(2, Some(1), "Xã Tam Đại", 3),
            loose(4, Some(1), "Xã Tam Dân", 1),
        ],
        &[(UnitId(2), UnitId(4), Extent::Part)],
    )
}

#[test]
fn people_are_counted_upwards() {
    let tree = tree();
    let order: Vec<_> =
        tree.units().iter().map(|one| (one.id.0, one.depth, one.people, one.inside)).collect();
    assert_eq!(order, [(1, 0, 8, 3), (2, 1, 7, 1), (3, 2, 4, 0), (4, 1, 1, 0)]);
    assert_eq!(tree.path(UnitId(3)), "Thôn Trung Đàn, Xã Tam Đại, Huyện Phú Ninh");
    assert_eq!(tree.inside(UnitId(1)).len(), 3);
    assert_eq!(tree.get(UnitId(4)).expect("there").predecessors, [(UnitId(2), Extent::Part)]);
}

#[test]
fn a_search_finds_by_name_and_by_what_a_unit_is_inside_of() {
    let ids = |words: &str| tree().search(words).iter().map(|id| id.0).collect::<Vec<_>>();
    assert_eq!(ids("tam dai"), [2]);
    assert_eq!(ids("trung dan phu ninh"), [3]);
    assert_eq!(ids("tam"), [2, 4]);
    assert_eq!(ids("phu ninh"), [1], "what is inside is not found by the name around it alone");
    assert_eq!(ids("khong co"), [] as [i64; 0]);
}

#[test]
fn a_ring_in_a_damaged_file_loses_no_unit() {
    let tree = UnitTree::new(
        vec![loose(1, Some(2), "A", 1), loose(2, Some(1), "B", 1), loose(3, Some(9), "C", 1)],
        &[],
    );
    assert_eq!(tree.units().len(), 3);
}

#[test]
fn an_end_before_the_start_is_refused_as_far_as_dates_are_known() {
    let fields = |from: &str, to: &str| UnitFields {
        valid_from: from.parse().ok(),
        valid_to: to.parse().ok(),
        ..UnitFields::new("Xã", UnitKind::Commune)
    };
    assert!(fields("2025-07-01", "2025-06-30").checked().is_err());
    assert!(fields("2025-07", "2025-06-30").checked().is_err());
    assert!(fields("2025", "2024").checked().is_err());
    assert!(fields("2025-07-01", "2025").checked().is_ok());
    assert!(fields("2025-07", "2025-07-20").checked().is_ok());
    assert!(UnitFields::new(" \u{a0}", UnitKind::Body).checked().is_err());
}

#[test]
fn old_units_end_the_day_before() {
    let before = |text: &str| last_day_before(text.parse().expect("date")).map(|date| date.to_string());
    assert_eq!(before("2025-07-01").as_deref(), Some("2025-06-30"));
    assert_eq!(before("2025-01").as_deref(), Some("2024-12"));
    assert_eq!(before("2025").as_deref(), Some("2024"));
    assert_eq!(before("XXXX-07-01"), None);
}
