//! Lists before they are written: what is corrected and decided in them, row by row.

use std::path::{Path, PathBuf};

use iced::keyboard::{Key, Modifiers, key::Named};
use iced_test::Simulator;
use iced_test::selector::id;

use crate::support::store::{small_session, step};
use crate::support::window::{Window, key_event, modifiers};
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Heard, Message, Shortcut};
use taphuan::domain::id::SessionId;
use taphuan::domain::person::PersonDetails;

const SESSION: SessionId = SessionId(1);
/// What is done to the window at once.
type Act = Box<dyn FnOnce(&mut Simulator<'_, Message>)>;

const HEAD: &str = "STT;Họ và tên;Năm sinh;Chức vụ;Đơn vị;Điện thoại";

fn window() -> Window {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    });
    window.go(Route::Session(SESSION, Tab::Delegates));
    // The panel beside the table in full.
    window.resize(1366.0, 1100.0);
    window
}

fn drop_list(window: &mut Window, folder: &Path, name: &str, lines: &[&str]) {
    let path: PathBuf = folder.join(name);
    std::fs::write(&path, [&[HEAD], lines].concat().join("\n")).expect("written");
    window.hear(Heard::Dropped(path));
}

fn delegate(window: &Window, name: &str) -> Option<PersonDetails> {
    let delegates = window.store().delegates(SESSION).wait().expect("delegates");
    delegates.into_iter().map(|one| one.details).find(|details| details.full_name == name)
}

#[test]
fn a_doubtful_row_stands_first_and_comes_in_once_its_name_is_corrected() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    drop_list(
        &mut window,
        folder.path(),
        "xã Tam Thái.csv",
        &["1;Ngô Minh Long;1961;Trưởng ban;Xã Tam Thái;", "2;Võ Bích Hồng?;1982;Tổ trưởng;Xã Tam Thái;"],
    );
    assert!(window.has("import-row-name"), "the first row that needs a look is shown");
    assert!(window.shows("Nhập 1 đại biểu"));
    window.type_into("import-row-name", "Võ Bích Hồng");
    assert!(window.shows("Nhập 2 đại biểu") && !window.shows("1 nghi ngờ"));
    // Reading the file in another way gives up nothing that was typed.
    window.type_into("import-sender", "Xã Tam Lộc");
    window.press("import-apply");
    assert!(delegate(&window, "Võ Bích Hồng").is_some());
}

#[test]
fn a_value_is_corrected_in_all_rows_of_all_files_at_once() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    drop_list(
        &mut window,
        folder.path(),
        "xã Tam Thái.csv",
        &["1;Ngô Minh Long?;1961;TB CTMT;Xã Tam Thái;", "2;Võ Bích Hồng;1982;TB CTMT;Xã Tam Thái;"],
    );
    drop_list(
        &mut window,
        folder.path(),
        "xã Tam Lộc.csv",
        &["1;Hồ Văn Khánh;1970;TB CTMT;Xã Tam Lộc;", "2;Lê Thị Mười;1975;Tổ trưởng;Xã Tam Lộc;"],
    );
    window.type_into("import-row-position", "Trưởng ban CTMT");
    window.press("import-correct-all");
    assert!(!window.has("import-correct-all"));
    window.press("import-apply");
    for name in ["Võ Bích Hồng", "Hồ Văn Khánh"] {
        let position = delegate(&window, name).expect(name).position;
        assert_eq!(position.as_deref(), Some("Trưởng ban CTMT"), "{name}");
    }
    let other = delegate(&window, "Lê Thị Mười").expect("listed").position;
    assert_eq!(other.as_deref(), Some("Tổ trưởng"));
    assert_eq!(delegate(&window, "Ngô Minh Long?"), None, "who is doubtful stays out");
}

#[test]
fn an_update_is_refused_field_by_field() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    drop_list(
        &mut window,
        folder.path(),
        "lần 1.csv",
        &["1;Ngô Minh Long;1961;Trưởng ban;Xã Tam Thái;0905123456"],
    );
    window.press("import-apply");
    drop_list(
        &mut window,
        folder.path(),
        "lần 2.csv",
        &["1;Ngô Minh Long;1961;Phó trưởng ban;Xã Tam Thái;0905999888"],
    );
    window.click("Ngô Minh Long");
    assert!(window.shows("Chức vụ: đang có “Trưởng ban”, trong tệp “Phó trưởng ban”"));
    window.press("import-take-phone");
    // The decision outlives another reading.
    window.type_into("import-sender", "Xã Tam Lộc");
    window.press("import-apply");
    let long = delegate(&window, "Ngô Minh Long").expect("listed");
    assert_eq!(long.position.as_deref(), Some("Phó trưởng ban"));
    assert_eq!(long.phone.as_deref(), Some("0905123456"), "the telephone stays as it was known");
}

#[test]
fn what_was_corrected_is_given_up_only_after_a_question() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    let lines =
        ["1;Ngô Minh Long;1961;Trưởng ban;Xã Tam Thái;", "2;Võ Bích Hồng?;1982;Tổ trưởng;Xã Tam Thái;"];
    drop_list(&mut window, folder.path(), "xã Tam Thái.csv", &lines);
    window.type_into("import-row-name", "Võ Bích Hồng");
    window.press("import-cancel");
    assert!(window.shows("Bỏ những gì đã sửa?"));
    window.press("import-stay");
    assert!(window.shows("Nhập 2 đại biểu"), "nothing is lost");
    // So is leaving the session, and closing the window.
    window.go(Route::Home);
    assert!(window.shows("Bỏ những gì đã sửa?"));
    window.press("import-stay");
    window.hear(Heard::CloseRequested);
    assert!(window.shows("Bỏ những gì đã sửa?"));
    window.press("import-stay");
    // The first Esc closes the panel, the second asks.
    window.shortcut(Shortcut::Escape);
    assert!(!window.has("import-row-name"));
    window.shortcut(Shortcut::Escape);
    window.press("import-leave");
    assert!(!window.shows("Nhập danh sách đại biểu"));
    assert_eq!(delegate(&window, "Võ Bích Hồng"), None);

    // Where nothing was done, nothing is asked.
    drop_list(&mut window, folder.path(), "xã Tam Thái 2.csv", &lines[..1]);
    window.press("import-cancel");
    assert!(!window.has("import-apply"));
}

#[test]
fn a_list_that_cannot_be_read_leaves_no_empty_session_behind() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    window.go(Route::Home);
    let broken = folder.path().join("ảnh chụp.xlsx");
    std::fs::write(&broken, "\u{89}PNG").expect("written");
    window.hear(Heard::Dropped(broken));
    window.press("new-create");
    assert!(window.has("new-create"), "the dialog stays, with what was typed");
    assert_eq!(window.store().sessions().wait().expect("sessions").len(), 1);

    // With one that can be read, the session is made.
    let good = folder.path().join("xã Tam Thái.csv");
    std::fs::write(&good, [HEAD, "1;Ngô Minh Long;1961;Trưởng ban;Xã Tam Thái;"].join("\n"))
        .expect("written");
    window.hear(Heard::Dropped(good));
    window.press("new-create");
    assert_eq!(window.store().sessions().wait().expect("sessions").len(), 2);
    assert!(window.shows("Nhập 1 đại biểu"));
}

#[test]
fn lists_dropped_on_another_page_can_go_into_a_session_that_stands_there() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    window.go(Route::Home);
    drop_list(
        &mut window,
        folder.path(),
        "xã Tam Thái.csv",
        &["1;Ngô Minh Long;1961;Trưởng ban;Xã Tam Thái;"],
    );
    window.act(|ui| {
        let _ = ui.click(id("new-into")).expect("the sessions");
        let _ = ui.tap_key(Named::ArrowDown);
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(!window.has("new-title"), "nothing is asked of a new session");
    window.press("new-create");
    window.press("import-apply");
    assert!(delegate(&window, "Ngô Minh Long").is_some());
    assert_eq!(window.store().sessions().wait().expect("sessions").len(), 1);
}

/// Corrects the name of the row on show, without leaving the field.
fn type_name(name: &'static str) -> Act {
    Box::new(move |ui| {
        let _ = ui.click(id("import-row-name")).expect("the name");
        let _ = ui.simulate([
            modifiers(Modifiers::CTRL),
            key_event(Key::Character("a".into()), Modifiers::CTRL),
            modifiers(Modifiers::empty()),
        ]);
        let _ = ui.typewrite(name);
    })
}

fn then(first: Act, next: Act) -> Act {
    Box::new(move |ui| {
        first(ui);
        next(ui);
    })
}

fn press(name: &'static str) -> Act {
    Box::new(move |ui| drop(ui.click(id(name)).expect(name)))
}

#[test]
fn nothing_is_written_before_the_last_correction_is_read() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    let lines =
        ["1;Ngô Minh Long;1961;Trưởng ban;Xã Tam Thái;", "2;Võ Bích Hồng?;1982;Tổ trưởng;Xã Tam Thái;"];
    drop_list(&mut window, folder.path(), "xã Tam Thái.csv", &lines);
    // The press that ends the typing is the one on "Nhập".
    window.act_before_answers([then(type_name("Võ Bích Hồng"), press("import-apply"))]);
    assert_eq!(delegate(&window, "Ngô Minh Long"), None, "not the reading of before");
    assert!(window.shows("Nhập 2 đại biểu"));
    window.press("import-apply");
    assert!(delegate(&window, "Võ Bích Hồng").is_some());
}

#[test]
fn what_is_decided_while_the_list_is_read_again_holds() {
    let folder = tempfile::tempdir().expect("folder");
    let mut window = window();
    let path = folder.path().join("xã Tam Thái.csv");
    let list = "STT;Họ và tên;Năm sinh;Dân tộc;Đơn vị\n1;Võ Bích Hồng?;1982;Cơ Tu;Xã Tam Thái\n";
    std::fs::write(&path, list).expect("written");
    window.hear(Heard::Dropped(path));
    window.act_before_answers([then(type_name("Võ Bích Hồng"), press("import-sensitive"))]);
    window.press("import-apply");
    let delegates = window.store().delegates(SESSION).wait().expect("delegates");
    let hong = delegates.iter().find(|one| one.details.full_name == "Võ Bích Hồng").expect("listed");
    let kept = window.store().person(hong.person).wait().expect("person").sensitive;
    assert_eq!(kept.ethnicity.as_deref(), Some("Cơ Tu"), "the box was ticked");
}
