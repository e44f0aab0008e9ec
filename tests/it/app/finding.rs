//! The search through everything leads to papers and settings, too; files that are dropped are never
//! passed over in silence.

use iced::keyboard::key::Named;
use iced_test::selector::id;

use crate::support::store::{small_session, step};
use crate::support::window::Window;
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Heard, Shortcut};
use taphuan::domain::certificate::register::RegisterQuery;
use taphuan::domain::id::SessionId;
use taphuan::sample;

const SESSION: SessionId = SessionId(1);

fn window() -> Window {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    });
    window.go(Route::Session(SESSION, Tab::Delegates));
    window
}

fn find(window: &mut Window, words: &str) {
    window.shortcut(Shortcut::Everywhere);
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite(words);
    });
}

fn enter(window: &mut Window) {
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
}

#[test]
fn a_paper_of_the_session_on_show_or_to_get_on_with_is_found_by_its_name() {
    let mut window = window();
    for place in [None, Some(Route::Home)] {
        place.into_iter().for_each(|place| window.go(place));
        find(&mut window, "giay moi");
        assert!(window.shows("Giấy tờ của lớp “Tập huấn thử”"));
        enter(&mut window);
        assert!(window.has("print-to"), "the print page shows the invitations");
    }
}

#[test]
fn settings_are_found_and_their_section_shown() {
    let mut window = window();
    find(&mut window, "sao luu");
    enter(&mut window);
    assert!(window.has("backup-now") && !window.has("computer-name"));
    find(&mut window, "cua so");
    enter(&mut window);
    assert!(window.has("computer-name") && !window.has("backup-now"));
}

#[test]
fn a_file_that_is_dropped_under_a_dialog_is_told_of() {
    let mut window = window();
    window.shortcut(Shortcut::Everywhere);
    let list = window.write_beside("ds.csv", "STT;Họ và tên\n1;Võ Bích Hồng");
    window.hear(Heard::Dropped(list));
    assert!(window.shows("Chưa nhận tệp ds.csv: hãy đóng hộp đang mở rồi thả lại."));
}

#[test]
fn a_certificate_is_found_by_its_number_and_shown() {
    let mut window = Window::open(|store| {
        let session = sample::blueprints().expect("the samples").pop().expect("a session");
        store.plant(step("plant"), vec![session]).wait().expect("planted");
        if store.register(RegisterQuery::default()).wait().expect("the register").is_empty() {
            store.issue_certificates(SESSION).wait().expect("issued");
        }
    });
    let lines = window.store().register(RegisterQuery::default()).wait().expect("the register");
    let last = lines.last().expect("a certificate");
    find(&mut window, &last.printed_number);
    assert!(window.shows(&format!("{} · {}", last.copy.name, last.session_title)));
    enter(&mut window);
    assert!(window.has("cert-hand-out") && window.shows(&format!("Số {}", last.printed_number)));
}
