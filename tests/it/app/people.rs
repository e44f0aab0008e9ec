//! The page Cán bộ: people are added, found, changed together and merged.

use crate::support::store::person;
use crate::support::window::{Window, key_event, modifiers};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced_test::selector::id;
use taphuan::app::Shortcut;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::PersonId;
use taphuan::domain::numbering::Lists;
use taphuan::domain::person::Sensitive;
use taphuan::domain::registry::{Order, PersonRecord, Wanted};
use taphuan::domain::session::SessionDetails;
use taphuan::store::Store;

fn open(fill: impl FnOnce(&Store)) -> Window {
    let mut window = Window::open(fill);
    window.size.1 = 1400.0;
    window.click("Cán bộ");
    window
}

fn add(store: &Store, name: &str, unit: &str) -> PersonId {
    store.add_person(person(name, 1969, unit)).wait().expect("person")
}

/// Everybody's name, in name order.
fn names(window: &Window) -> Vec<String> {
    let registry = window.store().registry().wait().expect("registry");
    registry.lines().iter().map(|line| line.full_name.clone()).collect()
}

fn record(window: &Window, name: &str) -> PersonRecord {
    let registry = window.store().registry().wait().expect("registry");
    let found = registry.find(&Wanted { words: name.into(), ..Wanted::default() }, Order::Name, false);
    let id = registry.lines()[found[0]].id;
    window.store().person(id).wait().expect("record")
}

/// Selects so many rows from the first.
fn select_first(window: &mut Window, rows: usize) {
    window.act(|ui| {
        let _ = ui.click(id("people")).expect("the table");
        let _ = ui.tap_key(Named::Home);
        let shift = Modifiers::SHIFT;
        for _ in 1..rows {
            let _ = ui.simulate([modifiers(shift), key_event(Key::Named(Named::ArrowDown), shift)]);
        }
    });
}

#[test]
fn people_are_added_one_after_the_other_and_found_without_diacritics() {
    let mut window = open(|_| {});
    assert!(window.shows("Sổ cán bộ còn trống"));
    window.shortcut(Shortcut::New);
    window.type_into("person-name", "  ");
    window.press("person-save");
    assert!(names(&window).is_empty());
    for (name, unit) in [("Đặng Thị Hòa", "Thôn 1, xã Tam Đại"), ("Nguyễn Văn Bình", "Xã Tam Dân")]
    {
        window.type_into("person-unit", unit);
        window.type_into("person-name", name);
    }
    assert_eq!(names(&window), ["Nguyễn Văn Bình", "Đặng Thị Hòa"]);
    window.shortcut(Shortcut::Escape);
    window.shortcut(Shortcut::Escape);
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the search");
        let _ = ui.typewrite("dang hoa");
    });
    assert!(window.shows("1 dòng"), "found without diacritics");
    window.shortcut(Shortcut::Undo);
    assert_eq!(names(&window), ["Đặng Thị Hòa"]);
}

#[test]
fn what_is_changed_here_reaches_the_open_sessions_and_the_history_is_shown() {
    let mut session = None;
    let mut window = open(|store| {
        let who = add(store, "Lê Thị Bé", "Xã A");
        let details = SessionDetails { title: "Lớp Tam Đại".into(), ..SessionDetails::default() };
        let made = store.create_session(details, None).wait().expect("session");
        store.add_delegates(made, None, vec![NewDelegate::Known(who)]).wait().expect("called");
        session = Some(made);
    });
    select_first(&mut window, 1);
    assert!(window.shows("Đã dự 1 lớp"));
    assert!(window.shows("Lớp Tam Đại"));
    window.type_into("person-position", "Chủ tịch Mặt trận");
    window.press("person-position-add");
    window.type_into("person-position-new", "Bí thư chi bộ");
    let delegates = window.store().delegates(session.expect("made")).wait().expect("delegates");
    assert_eq!(delegates[0].details.position.as_deref(), Some("Chủ tịch Mặt trận"));
    let positions: Vec<_> = record(&window, "be").positions.into_iter().map(|held| held.title).collect();
    assert_eq!(positions, ["Bí thư chi bộ"]);
    window.type_into("person-name", " ");
    assert_eq!(names(&window), ["Lê Thị Bé"], "a name is never emptied");
    window.shortcut(Shortcut::Delete);
    assert!(window.shows(
        "Lê Thị Bé có tên trong danh sách của 1 lớp nên không xóa được. Hãy rút tên khỏi các lớp đó trước; nếu đây là một người bị nhập hai lần, hãy chọn cả hai rồi bấm “Gộp làm một”."
    ));
}

#[test]
fn what_is_sensitive_is_asked_for_seen_and_forgotten() {
    let mut window = open(|store| {
        add(store, "Lê Thị Bé", "Xã A");
    });
    select_first(&mut window, 1);
    assert!(!window.shows("Dân tộc"), "nothing is asked for that is not wanted");
    window.press("person-sensitive");
    window.type_into("person-ethnicity", "Cơ Tu ");
    window.type_into("person-education", "12/12");
    let kept = |window: &Window| record(window, "be").sensitive;
    let wanted = Sensitive {
        ethnicity: Some("Cơ Tu".into()),
        education: Some("12/12".into()),
        ..Sensitive::default()
    };
    assert_eq!(kept(&window), wanted);
    window.press("person-sensitive-forget");
    assert_eq!(kept(&window), Sensitive::default());
    assert!(!window.shows("Dân tộc"));
    window.shortcut(Shortcut::Undo);
    assert_ne!(kept(&window), Sensitive::default());
    assert!(window.shows("Dân tộc"), "what is kept is shown");
}

#[test]
fn several_are_changed_together() {
    let mut window = open(|store| {
        for name in ["Lê Thị Bé", "Trần Văn Cúc", "Ngô Văn Dần"] {
            add(store, name, "Xã A");
        }
    });
    select_first(&mut window, 2);
    assert!(window.shows("2 cán bộ đã chọn"));
    window.type_into("people-unit", "Xã Tây Hồ");
    let unit = |name: &str| record(&window, name).details.unit;
    assert_eq!(unit("be").as_deref(), Some("Xã Tây Hồ"));
    assert_eq!(unit("cuc").as_deref(), Some("Xã Tây Hồ"));
    assert_eq!(unit("dan").as_deref(), Some("Xã A"));
    window.shortcut(Shortcut::Undo);
    assert_eq!(record(&window, "be").details.unit.as_deref(), Some("Xã A"));
}

#[test]
fn one_person_entered_twice_is_found_and_merged() {
    let mut window = open(|store| {
        add(store, "Lê Thị Hòa", "Xã A");
        add(store, "Trần Văn An", "Xã A");
        let mut twin = person("LÊ THỊ HOÀ", 1969, "Xã A");
        twin.position = Some("Bí thư chi bộ".into());
        store.add_person(twin).wait().expect("twin");
    });
    window.click("Có thể trùng · 2");
    select_first(&mut window, 2);
    window.press("people-merge");
    window.act(|ui| {
        let _ = ui.click(id("merge-position")).expect("the positions");
        let _ = ui.tap_key(Named::ArrowDown);
        let _ = ui.tap_key(Named::Enter);
    });
    window.press("merge-apply");
    assert_eq!(names(&window), ["Trần Văn An", "Lê Thị Hòa"]);
    let one = record(&window, "hoa");
    assert_eq!(one.details.position.as_deref(), Some("Trưởng ban CTMT"), "as chosen");
    assert_eq!(one.positions[0].title, "Bí thư chi bộ", "kept beside");
    assert!(window.shows("Lê Thị Hòa"), "who is left is on show");
    window.shortcut(Shortcut::Undo);
    assert_eq!(names(&window).len(), 3);
}

#[test]
fn who_is_erased_is_told_before_and_stays_in_the_session_as_nobody() {
    let mut session = None;
    let mut window = open(|store| {
        let who = add(store, "Lê Thị Bé", "Xã A");
        let details = SessionDetails { title: "Lớp Tam Đại".into(), ..SessionDetails::default() };
        let made = store.create_session(details, None).wait().expect("session");
        store.add_delegates(made, None, vec![NewDelegate::Known(who)]).wait().expect("called");
        store.fix_lists(made, Lists::All).wait().expect("fixed");
        session = Some(made);
    });
    select_first(&mut window, 1);
    window.press("person-erase");
    assert!(window.shows("Việc này không hoàn tác được. Trước khi xóa, chương trình không sao lưu."));
    assert!(window.shows("1 người ra khỏi sổ cán bộ, cùng chức vụ, đơn vị và dữ liệu nhạy cảm."));
    window.press("erasing-apply");
    assert_eq!(names(&window), ["Lê Thị Bé"], "not without a reason");
    window.type_into("erasing-reason", "Theo đơn đề nghị");
    window.press("erasing-apply");
    assert!(names(&window).is_empty());
    assert!(!window.has("erasing-apply"), "the dialog is closed");
    let delegates = window.store().delegates(session.expect("made")).wait().expect("delegates");
    assert_eq!(delegates[0].details.full_name, "(đã xóa)");
    window.shortcut(Shortcut::Undo);
    assert!(names(&window).is_empty(), "it cannot be undone");
}

/// Types into a field and presses a row at once, so that the press itself ends the typing.
fn type_and_choose(window: &mut Window, field: &'static str, text: &str, row: &str) {
    window.act(|ui| {
        let _ = ui.click(id(field)).unwrap_or_else(|error| panic!("{field}: {error}"));
        let _ = ui.typewrite(text);
        let _ = ui.click(row).unwrap_or_else(|error| panic!("{row}: {error}"));
    });
}

#[test]
fn what_is_typed_is_of_whom_it_was_typed_for_though_a_press_chooses_somebody_else() {
    let mut window = open(|store| {
        for name in ["Lê Thị Bé", "Trần Văn Cúc", "Ngô Văn Dần"] {
            add(store, name, "Xã A");
        }
    });
    select_first(&mut window, 1);
    type_and_choose(&mut window, "person-phone", "0912345678", "Trần Văn Cúc");
    assert_eq!(record(&window, "be").details.phone.as_deref(), Some("0912345678"));
    assert_eq!(record(&window, "cuc").details.phone, None);

    select_first(&mut window, 1);
    window.press("person-position-add");
    type_and_choose(&mut window, "person-position-new", "Bí thư chi bộ", "Trần Văn Cúc");
    assert_eq!(record(&window, "be").positions[0].title, "Bí thư chi bộ");

    select_first(&mut window, 1);
    window.press("person-sensitive");
    type_and_choose(&mut window, "person-ethnicity", "Cơ Tu", "Trần Văn Cúc");
    assert_eq!(record(&window, "be").sensitive.ethnicity.as_deref(), Some("Cơ Tu"));
    assert!(window.shows("Đã lưu mọi thay đổi"));

    select_first(&mut window, 2);
    type_and_choose(&mut window, "people-unit", "Xã Tây Hồ", "Ngô Văn Dần");
    let unit = |name: &str| record(&window, name).details.unit;
    assert_eq!(unit("be").as_deref(), Some("Xã Tây Hồ"));
    assert_eq!(unit("cuc").as_deref(), Some("Xã Tây Hồ"));
    assert_eq!(unit("dan").as_deref(), Some("Xã A"));
}

#[test]
fn the_form_for_somebody_new_closes_only_after_a_question_by_its_cross_as_by_esc() {
    let mut window = open(|_| {});
    window.shortcut(Shortcut::New);
    window.act(|ui| {
        let _ = ui.click(id("person-name")).expect("the field");
        let _ = ui.typewrite("Lê Thị Bé");
        let _ = ui.tap_key(Named::Tab);
    });
    window.shortcut(Shortcut::Save);
    assert!(!window.shows("Mọi thay đổi đã được lưu. Chương trình tự lưu, không cần bấm lưu."));
    window.click("Đóng");
    assert!(window.shows("Bỏ những gì vừa nhập?"));
    window.press("discard-stay");
    assert!(window.shows("Lê Thị Bé"));
    window.click("Đóng");
    window.press("discard");
    assert!(!window.has("person-save"));
}
