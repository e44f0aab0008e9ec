//! Another data file in the place of the one that is open: what was typed stays with its file, and nothing is lost
//! without a question.

use std::path::PathBuf;

use iced::keyboard::key::Named;
use iced_test::selector::id;
use taphuan::app::screen::Route;
use taphuan::app::{Heard, Shortcut};
use taphuan::store::Store;

use crate::support::store::person;
use crate::support::window::Window;

/// A window on a file with one person, and another file with another person of the same number.
fn two_files() -> (Window, PathBuf) {
    let fill =
        |store: &Store, name: &str| store.add_person(person(name, 1969, "Xã A")).wait().expect("person");
    let mut window = Window::open(|store| {
        fill(store, "Lê Thị Bé");
    });
    let other = window.path.with_file_name("xa-khac.taphuan");
    fill(&Store::create(&other).expect("made"), "Ngô Văn Dần");
    window.resize(1366.0, 1400.0);
    window.go(Route::People);
    (window, other)
}

fn choose(window: &mut Window, name: &str) {
    window.go(Route::People);
    window.click(name);
}

#[test]
fn what_could_not_be_saved_stays_with_the_file_it_was_typed_for() {
    let (mut window, other) = two_files();
    choose(&mut window, "Lê Thị Bé");
    window.type_into("person-phone", "09x");
    assert!(window.shows("09x"));
    window.hear(Heard::Dropped(other));
    assert!(window.shows(
        "Còn 1 nội dung chưa lưu được vào tệp du-lieu.taphuan. Máy này giữ lại và sẽ hiện khi mở lại tệp đó."
    ));
    choose(&mut window, "Ngô Văn Dần");
    assert!(!window.shows("09x"), "it is of somebody else, in another file");
    assert!(window.shows("Đã lưu mọi thay đổi"));
    let first = window.path.clone();
    window.hear(Heard::Dropped(first));
    assert!(window.shows("Chưa lưu được 1 thay đổi") && window.shows("09x"), "it is offered again");
}

#[test]
fn another_file_is_opened_only_once_nothing_is_lost_by_it() {
    let (mut window, other) = two_files();
    window.shortcut(Shortcut::New);
    window.act(|ui| {
        let _ = ui.click(id("person-name")).expect("the field");
        let _ = ui.typewrite("Trần Văn Cúc");
        let _ = ui.tap_key(Named::Tab);
    });
    window.hear(Heard::Dropped(other.clone()));
    assert!(window.shows("Bỏ những gì vừa nhập?"));
    window.press("discard-stay");
    assert!(window.shows("Trần Văn Cúc") && window.shows("Lê Thị Bé"));
    window.hear(Heard::Dropped(other.clone()));
    window.press("discard");
    window.go(Route::People);
    assert!(window.shows("Ngô Văn Dần") && !window.shows("Trần Văn Cúc"));

    let first = window.path.clone();
    window.go(Route::Sessions);
    window.shortcut(Shortcut::New);
    window.hear(Heard::Dropped(first));
    assert!(window.has("new-title"), "the dialog stays");
    assert!(window.shows("Chưa nhận tệp du-lieu.taphuan: hãy đóng hộp đang mở rồi thả lại."));
}
