//! The page Đơn vị: a tree that is edited, searched and merged.

mod support;

use iced::keyboard::{Key, Modifiers, key::Named};
use iced_test::selector::id;
use support::store::person;
use support::window::{Window, key_event, modifiers};
use taphuan::app::Shortcut;
use taphuan::domain::unit::UnitKind;
use taphuan::domain::unit_tree::{UnitFields, UnitTree};
use taphuan::store::Store;

fn open(fill: impl FnOnce(&Store)) -> Window {
    let mut window = Window::open(fill);
    window.size.1 = 1200.0;
    window.click("Đơn vị");
    window
}

fn tree(window: &Window) -> UnitTree {
    window.store().units().wait().expect("units")
}

/// Names, indented.
fn names(window: &Window) -> Vec<String> {
    tree(window).units().iter().map(|one| format!("{}{}", " ".repeat(one.depth), one.fields.name)).collect()
}

/// A district with two communes, one of which has a village; somebody in each.
fn district(store: &Store) {
    let add = |parent, name, kind| store.add_unit(parent, UnitFields::named(name, kind)).wait().expect(name);
    let district = add(None, "Huyện Phú Ninh", UnitKind::District);
    let dai = add(Some(district), "Xã Tam Đại", UnitKind::Commune);
    add(Some(dai), "Thôn Trung Đàn", UnitKind::ResidentialArea);
    add(Some(district), "Xã Tam Dân", UnitKind::Commune);
    for (name, unit) in [("Lê An", "Thôn Trung Đàn, xã Tam Đại"), ("Lê Bình", "Xã Tam Dân")] {
        store.add_person(person(name, 1969, unit)).wait().expect(name);
    }
}

/// Presses a key in the table, some times with Shift.
fn keys(window: &mut Window, first: Named, extended: usize) {
    window.act(|ui| {
        let _ = ui.click(id("units")).expect("the table");
        let _ = ui.tap_key(first);
        let shift = Modifiers::SHIFT;
        for _ in 0..extended {
            let _ = ui.simulate([modifiers(shift), key_event(Key::Named(Named::ArrowDown), shift)]);
        }
    });
}

#[test]
fn a_tree_is_built_by_keyboard_and_wrong_things_are_refused_beside_their_field() {
    let mut window = open(|_| {});
    assert!(window.shows("Chưa có đơn vị nào"));
    window.shortcut(Shortcut::New);
    window.type_into("unit-name", "Tỉnh Quảng Nam");
    window.press("unit-add-inside");
    window.type_into("unit-name", "Xã Tam Đại");
    window.type_into("unit-code", "20381");
    window.type_into("unit-from", "1/7/2025");
    assert_eq!(names(&window), ["Tỉnh Quảng Nam", " Xã Tam Đại"]);
    assert_eq!(tree(&window).units()[1].fields.kind, UnitKind::Commune, "what mostly stands in a province");

    window.type_into("unit-to", "2020");
    assert!(window.shows(
        "Xã Tam Đại kết thúc trước khi bắt đầu. Hãy xem lại hai ngày: ngày kết thúc phải sau ngày bắt đầu."
    ));
    window.type_into("unit-name", " ");
    assert_eq!(names(&window)[1], " Xã Tam Đại", "a name is never emptied");
    window.type_into("unit-under", " ");
    assert_eq!(names(&window), ["Tỉnh Quảng Nam", "Xã Tam Đại"]);
    window.shortcut(Shortcut::Delete);
    assert_eq!(names(&window), ["Tỉnh Quảng Nam"]);
    window.shortcut(Shortcut::Undo);
    assert_eq!(names(&window).len(), 2);
}

#[test]
fn communes_are_merged_in_a_dialog() {
    let mut window = open(district);
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the search");
        let _ = ui.typewrite("xa tam");
    });
    keys(&mut window, Named::Home, 1);
    assert!(window.shows("2 đơn vị đã chọn"));
    window.press("unit-merge");
    window.press("merge-apply");
    assert!(window.shows("Hãy gõ tên đơn vị sau khi sáp nhập."));
    window.type_into("merge-into", "Xã Phú Ninh");
    assert!(window.shows("Đơn vị mới, sẽ được thêm vào cây."));
    window.type_into("merge-ends", "30/6/2025");
    window.press("merge-apply");
    let after = tree(&window);
    let new = after.units().iter().find(|one| one.fields.name == "Xã Phú Ninh").expect("the new commune");
    assert_eq!(new.fields.valid_from, "2025-07-01".parse().ok(), "the day after");
    assert_eq!(new.inside, 2);
    let people = window.store().registry().wait().expect("registry");
    let units: Vec<_> = people.lines().iter().filter_map(|line| line.unit.as_deref()).collect();
    assert_eq!(units, ["Thôn Trung Đàn, xã Phú Ninh", "Xã Phú Ninh"]);
    assert!(window.shows("Xã Tam Đại, Xã Tam Dân"), "where it came from");
    window.shortcut(Shortcut::Undo);
    assert_eq!(names(&window).len(), 4);
}

#[test]
fn the_people_of_a_unit_are_shown_and_moved() {
    let mut window = open(district);
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the search");
        let _ = ui.typewrite("trung dan");
    });
    keys(&mut window, Named::Home, 0);
    assert!(window.shows("1 cán bộ của đơn vị"));
    window.type_into("unit-people", "Xã Không Có");
    assert!(window.shows("1 cán bộ của đơn vị"), "nobody moves to where nothing is");
    window.type_into("unit-people", "Xã Tam Dân (Huyện Phú Ninh)");
    let people = window.store().registry().wait().expect("registry");
    let units: Vec<_> = people.lines().iter().filter_map(|line| line.unit.as_deref()).collect();
    assert_eq!(units, ["Xã Tam Dân", "Xã Tam Dân"]);
}
