//! The page Đơn vị: a tree that is edited, merged and searched, and its people moved.

use crate::support::store::{small_session, step};
use crate::support::window::Window;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use taphuan::app::screen::units::{self, dialog};
use taphuan::app::{Message, ScreenMessage, Shortcut};
use taphuan::domain::id::UnitId;
use taphuan::domain::unit::UnitKind;
use taphuan::domain::unit_tree::{UnitFields, UnitTree};
use taphuan::store::Store;

fn add(store: &Store, parent: Option<UnitId>, name: &str, kind: UnitKind) -> UnitId {
    store.add_unit(parent, UnitFields::new(name, kind)).wait().expect("unit")
}

/// A district of two communes with people.
fn district(store: &Store) {
    store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    let district = add(store, None, "Huyện Phú Ninh", UnitKind::District);
    add(store, Some(district), "Xã Tam Đại", UnitKind::Commune);
    add(store, Some(district), "Xã Tam Dân", UnitKind::Commune);
}

fn open(fill: impl FnOnce(&Store)) -> Window {
    let mut window = Window::open(fill);
    window.click("Đơn vị");
    window
}

fn tree(window: &Window) -> UnitTree {
    window.store().units().wait().expect("units")
}

/// Names, indented, with the people of each.
fn lines(window: &Window) -> Vec<String> {
    let tree = tree(window);
    let line = |one: &taphuan::domain::unit_tree::ListedUnit| {
        format!("{}{} {}", " ".repeat(one.depth), one.fields.name, one.people)
    };
    tree.units().iter().map(line).collect()
}

/// Presses keys in the table of units, with Shift where said.
fn keys(window: &mut Window, keys: &[(Named, bool)]) {
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("units")).expect("the table");
        for (key, shift) in keys {
            let held = if *shift { Modifiers::SHIFT } else { Modifiers::empty() };
            let _ = ui.simulate([key_pressed(*key, held)]);
        }
    });
}

#[test]
fn an_empty_registry_says_what_to_do_and_is_filled() {
    let mut window = open(|_| {});
    assert!(window.shows("Chưa có đơn vị nào"));
    // Nothing is made before it has a name.
    window.press("unit-add");
    window.press("new-make");
    assert!(window.shows("Hãy ghi tên trước khi thêm."));
    window.shortcut(Shortcut::Escape);
    assert!(tree(&window).units().is_empty());
    window.press("unit-add");
    window.type_into("new-name", "Xã Tam Đại");
    window.type_into("unit-code", "20341");
    window.type_into("unit-from", "1/7/2025");
    window.press("unit-add-inside");
    window.type_into("new-name", "Thôn Trung Đàn");
    assert_eq!(lines(&window), ["Xã Tam Đại 0", " Thôn Trung Đàn 0"]);
    let units = tree(&window);
    let (commune, hamlet) = (&units.units()[0].fields, &units.units()[1].fields);
    assert_eq!(commune.code.as_deref(), Some("20341"));
    assert_eq!(commune.valid_from, "2025-07-01".parse().ok());
    assert_eq!((commune.kind, hamlet.kind), (UnitKind::Commune, UnitKind::ResidentialArea));
    window.shortcut(Shortcut::Delete);
    assert_eq!(lines(&window), ["Xã Tam Đại 0"]);
    window.shortcut(Shortcut::Undo);
    assert_eq!(lines(&window), ["Xã Tam Đại 0", " Thôn Trung Đàn 0"]);
}

#[test]
fn what_is_refused_stands_beside_its_field_and_the_tree_stays() {
    let mut window = open(district);
    keys(&mut window, &[(Named::Home, false)]);
    window.type_into("unit-name", "  ");
    assert!(window.shows("Đơn vị cần có tên. Hãy gõ tên kèm loại, ví dụ “Xã Tam Đại”."));
    window.type_into("unit-name", "Huyện Phú Ninh");
    window.type_into("unit-from", "1/7/2025");
    window.type_into("unit-to", "30/6/2025");
    assert!(window.shows("“Huyện Phú Ninh” ngừng hoạt động trước ngày bắt đầu. Hãy sửa một trong hai ngày."));
    assert_eq!(tree(&window).units()[0].fields.valid_to, None);
    window.press("unit-remove");
    assert_eq!(lines(&window).len(), 3, "what has units in it is not removed");
}

#[test]
fn a_unit_that_ended_is_hidden_until_it_is_wished() {
    let mut window = open(district);
    keys(&mut window, &[(Named::End, false)]);
    window.press("unit-end");
    window.shortcut(Shortcut::Escape);
    let ended = tree(&window).units().iter().filter(|one| !one.fields.lives()).count();
    assert_eq!(ended, 1);
    assert!(window.shows("2 đơn vị đang hoạt động · 1 đã ngừng · 3 cán bộ"));
    window.click("Tất cả");
    keys(&mut window, &[(Named::End, false)]);
    assert!(window.shows("Hoạt động lại"));
    window.press("unit-end");
    assert!(tree(&window).units().iter().all(|one| one.fields.lives()));
}

#[test]
fn two_communes_become_one_with_their_people() {
    let mut window = open(district);
    window.size = (1366.0, 1000.0);
    keys(&mut window, &[(Named::End, false), (Named::ArrowUp, true)]);
    assert!(window.shows("2 đơn vị được chọn"));
    window.press("unit-merge");
    window.type_into("units-on", "1/7/2025");
    window.press("units-confirm");
    assert!(window.shows("Sáp nhập đơn vị"), "a merger without a name is refused and asked again");
    window.type_into("units-merge-name", "Xã Phú Ninh");
    window.press("units-confirm");
    // On that day there are no districts any more.
    assert_eq!(lines(&window), ["Huyện Phú Ninh 0", " Xã Tam Dân 0", " Xã Tam Đại 0", "Xã Phú Ninh 3"]);
    let delegates = window.store().delegates(taphuan::domain::id::SessionId(1)).wait().expect("delegates");
    assert!(delegates.iter().all(|one| one.details.unit.as_deref() == Some("Xã Phú Ninh")));
    window.shortcut(Shortcut::Undo);
    assert_eq!(lines(&window), ["Huyện Phú Ninh 3", " Xã Tam Dân 1", " Xã Tam Đại 2"]);
}

#[test]
fn the_buttons_of_a_dialog_stay_in_a_low_window() {
    let mut window = open(district);
    window.resize(1366.0, 1000.0);
    keys(&mut window, &[(Named::End, false), (Named::ArrowUp, true)]);
    window.press("unit-merge");
    window.type_into("units-on", "1/7/2025");
    window.type_into("units-merge-name", "Xã Phú Ninh");
    window.resize(1024.0, 420.0);
    assert!(window.shows("Sáp nhập đơn vị"));
    window.press("units-confirm");
    assert!(!window.shows("Sáp nhập đơn vị"));
    assert!(lines(&window).iter().any(|line| line.contains("Xã Phú Ninh 3")));
}

#[test]
fn people_are_moved_to_a_unit_that_is_searched_for() {
    let mut window = open(district);
    window.size = (1366.0, 1200.0);
    keys(&mut window, &[(Named::End, false)]);
    assert!(window.shows("Cán bộ (2)"));
    window.press("unit-move-people");
    assert!(window.shows("2 cán bộ chuyển sang đơn vị:"));
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("search")).expect("the search of the dialog");
        let _ = ui.typewrite("tam dan");
    });
    window.press("units-picker");
    window.press("units-confirm");
    assert_eq!(lines(&window), ["Huyện Phú Ninh 3", " Xã Tam Dân 3", " Xã Tam Đại 0"]);
}

fn key_pressed(key: Named, modifiers: Modifiers) -> iced::Event {
    iced::Event::Keyboard(iced::keyboard::Event::KeyPressed {
        key: iced::keyboard::Key::Named(key),
        modified_key: iced::keyboard::Key::Named(key),
        physical_key: iced::keyboard::key::Physical::Unidentified(
            iced::keyboard::key::NativeCode::Unidentified,
        ),
        location: iced::keyboard::Location::Standard,
        modifiers,
        text: None,
        repeat: false,
    })
}

#[test]
fn each_of_many_units_can_be_merged_in_part() {
    let mut window = open(|store| {
        for number in 1..=14 {
            add(store, None, &format!("Xã {number:02}"), UnitKind::Commune);
        }
    });
    keys(&mut window, &[(Named::Home, false), (Named::End, true)]);
    window.press("unit-merge");
    assert!(window.shows("Sáp nhập đơn vị"));
    assert!(!window.shows("và 2 đơn vị nữa"), "the last two could not be told to be meant in part");
}

#[test]
fn cells_of_a_map_that_are_pasted_are_shown_before_they_are_written() {
    let mut window = open(district);
    let text = "Mã\tTên đơn vị\tLoại\n99\tXã Mẫu Mới\tXã\n".to_owned();
    let pasted = dialog::Message::Import(dialog::ImportMessage::Pasted(Some(text)));
    let task = window.app.update(Message::Screen(ScreenMessage::Units(units::Message::Dialog(pasted))));
    window.carry_out(task);
    assert!(window.shows("Xã Mẫu Mới") && !lines(&window).contains(&"Xã Mẫu Mới 0".to_owned()));
    window.press("units-confirm");
    assert!(lines(&window).contains(&"Xã Mẫu Mới 0".to_owned()));
}
