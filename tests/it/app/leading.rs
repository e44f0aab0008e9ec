//! The window leads: what comes next, what is missing, where one is, and what a row offers; and it
//! forgives: nothing typed is lost by a press beside it.

use crate::support::store::{small_session, step};
use crate::support::window::Window;
use iced::keyboard::key::Named;
use iced::{Event, mouse};
use iced_test::selector::id;
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Heard, Shortcut};
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::SessionId;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::{SessionDetails, SessionState};
use taphuan::store::Store;

/// The session of the window.
const SESSION: SessionId = SessionId(1);

fn session(store: &Store, title: &str, dates: Option<&str>) -> SessionId {
    let dates = dates.map(|dates| dates.parse().expect("dates"));
    let details = SessionDetails { title: title.into(), dates, ..SessionDetails::default() };
    store.create_session(details, None).wait().expect("session")
}

fn with_delegate() -> Window {
    let mut window = Window::open(|store| {
        let session = session(store, "Hội nghị Tam Đại", None);
        let an =
            NewDelegate::Unknown(PersonDetails { full_name: "Lê Thị An".into(), ..Default::default() });
        store.add_delegates(session, None, vec![an]).wait().expect("delegates");
    });
    window.go(Route::Session(SESSION, Tab::Delegates));
    window
}

#[test]
fn after_a_session_is_made_its_next_step_is_said_and_leads_on() {
    let mut window = Window::open(|_| ());
    window.press("start-new");
    window.type_into("new-title", "Lớp một");
    assert!(window.shows("Nhập danh sách đại biểu"), "the next step stands on the page of the session");
    assert!(window.has("take-next-step"));
    window.go(Route::Session(SESSION, Tab::Delegates));
    assert!(!window.has("take-next-step"), "an empty list says itself how it is filled");
}

#[test]
fn a_session_with_marks_is_not_silently_said_to_be_prepared() {
    let mut window = Window::open(|store| {
        store.plant(step("operation-sample"), vec![small_session()]).wait().expect("planted");
        let dossier = store.dossier(SESSION).wait().expect("dossier");
        let (one, cluster) = (&dossier.delegates[0], dossier.clusters[0].id);
        let date = "2099-11-28".parse().expect("a day");
        let details =
            SittingDetails { date, half: HalfDay::Morning, starts: None, ends: None, programme: Vec::new() };
        let sitting = store.add_sitting(cluster, details).wait().expect("added");
        let marks = vec![NewMark::new(one.id, sitting, AttendanceStatus::Present)];
        store.mark(NewEntry::new(SESSION, Way::Name, MadeOn::default(), marks)).wait().expect("marked");
    });
    window.go(Route::Session(SESSION, Tab::Info));
    assert!(window.shows("Lớp vẫn ghi là đang chuẩn bị"));
    window.press("take-next-step");
    let state = window.store().sessions().wait().expect("sessions")[0].state;
    assert_eq!(state, SessionState::Running);
}

#[test]
fn the_overview_leads_to_the_list_while_it_is_empty() {
    let mut window = Window::open(|store| {
        session(store, "Lớp sắp tới", Some("2099-05-10"));
    });
    window.go(Route::Home);
    assert!(window.shows("Nhập danh sách đại biểu") && !window.shows("In danh sách ký tên"));
}

#[test]
fn the_print_page_names_what_is_missing_and_leads_there() {
    let mut window = with_delegate();
    window.go(Route::Session(SESSION, Tab::Printing));
    for missing in ["Cơ quan", "Người ký", "Các buổi", "Địa điểm"] {
        assert!(window.shows(missing), "{missing}");
    }
    window.press("next-lack-sittings");
    assert!(!window.has("next-lack-sittings"), "the programme is shown");
}

#[test]
fn a_session_is_made_like_one_of_before_with_its_year_moved_on() {
    let mut window = Window::open(|store| {
        session(store, "Tập huấn công tác Mặt trận năm 2020", Some("2020-05-10/2020-05-12"));
    });
    window.shortcut(Shortcut::New);
    window.act(|ui| {
        let _ = ui.click(id("new-template")).expect("what it begins with");
        let _ = ui.tap_key(Named::End);
        let _ = ui.tap_key(Named::PageDown);
        let _ = ui.tap_key(Named::Enter);
    });
    window.press("new-create");
    let sessions = window.store().sessions().wait().expect("sessions");
    let made = sessions.iter().find(|one| one.id != SESSION).expect("made");
    let year = taphuan::clock::today().year();
    assert_eq!(made.title, format!("Tập huấn công tác Mặt trận năm {year}"));
    assert_eq!(made.dates.map(|dates| dates.to_string()), Some(format!("{year}-05-10/{year}-05-12")));
}

#[test]
fn the_first_start_asks_which_office_it_is_and_can_do_without() {
    let mut window = Window::open(|_| ());
    assert!(window.has("start-new"), "the doors are open meanwhile");
    window.type_into("office-place", "Tam Đại");
    let offices = window.store().organisations().wait().expect("offices");
    assert_eq!(offices[0].details.name, "Ủy ban MTTQ Việt Nam xã Tam Đại");
    assert_eq!(offices[0].details.letterhead.place.as_deref(), Some("Tam Đại"));
    assert!(!window.has("office-place"), "it is known now");

    let mut island = Window::open(|_| ());
    island.act(|ui| {
        let _ = ui.click(id("office-level")).expect("the levels");
        for key in [Named::ArrowDown, Named::ArrowDown, Named::Enter] {
            let _ = ui.tap_key(key);
        }
    });
    island.type_into("office-place", "Lý Sơn");
    let offices = island.store().organisations().wait().expect("offices");
    assert_eq!(offices[0].details.name, "Ủy ban MTTQ Việt Nam đặc khu Lý Sơn");
}

#[test]
fn the_menu_of_a_row_says_what_can_be_done_with_it() {
    let mut window = with_delegate();
    window.act(|ui| {
        let row = ui.find("Lê Thị An").expect("a row").bounds().center();
        ui.point_at(row);
        let _ = ui.simulate([Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Right))]);
    });
    window.act(|ui| {
        let row = ui.find(id("delegates")).expect("the table").bounds();
        ui.point_at(iced::Point::new(row.x + 120.0, row.y + 50.0));
        let _ = ui.simulate([Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Right))]);
        let _ = ui.find("Chép sang Excel").expect("the menu");
        let _ = ui.tap_key(Named::End);
        let _ = ui.tap_key(Named::Enter);
    });
    let delegates = window.store().delegates(SESSION).wait().expect("delegates");
    assert!(delegates.is_empty(), "who took part in nothing yet leaves the list");
}

#[test]
fn a_form_that_was_begun_is_asked_about_before_another_page_is_shown() {
    let mut window = with_delegate();
    window.press("delegates-add");
    window.act(|ui| {
        let _ = ui.click(id("delegate-name")).expect("the field");
        let _ = ui.typewrite("Trần Cường");
        let _ = ui.tap_key(Named::Tab);
    });
    window.click("Cán bộ");
    assert!(window.shows("Bỏ những gì vừa nhập?"));
    window.press("discard-stay");
    assert!(window.has("delegate-save"), "the form is still there");
    window.shortcut(Shortcut::Escape);
    assert!(window.shows("Bỏ những gì vừa nhập?"), "nor does Esc lose it");
    window.press("discard");
    assert!(!window.has("delegate-save"));
    window.click("Cán bộ");
    assert!(!window.shows("Bỏ những gì vừa nhập?"), "nothing is left to lose");
}

#[test]
fn what_was_wanted_is_done_once_a_form_that_was_begun_is_given_up() {
    let mut window = with_delegate();
    window.press("delegates-add");
    window.act(|ui| {
        let _ = ui.click(id("delegate-name")).expect("the field");
        let _ = ui.typewrite("Trần Cường");
        let _ = ui.tap_key(Named::Tab);
    });
    let person = window.store().registry().wait().expect("registry").lines()[0].id;
    window.see(Route::People, &format!("person {person}"));
    assert!(window.shows("Bỏ những gì vừa nhập?"));
    window.press("discard");
    assert!(window.has("person-erase"), "who was wanted is in the panel");
}

#[test]
fn the_window_does_not_close_over_a_dialog_in_which_something_was_typed() {
    let mut window = with_delegate();
    window.go(Route::Sessions);
    window.shortcut(Shortcut::New);
    window.act(|ui| {
        let _ = ui.click(id("new-title")).expect("the field");
        let _ = ui.typewrite("Lớp mới");
        let _ = ui.simulate([iced::Event::Window(iced::window::Event::CloseRequested)]);
    });
    window.hear(Heard::CloseRequested);
    assert!(window.shows("Bỏ những gì vừa nhập?"));
    window.press("discard-stay");
    assert!(window.has("new-title") && window.shows("Lớp mới"));
}

#[test]
fn everything_is_found_by_a_few_letters() {
    let mut window = with_delegate();
    window.go(Route::Home);
    window.shortcut(Shortcut::Everywhere);
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite("tam dai");
    });
    assert!(window.shows("Lớp tập huấn"));
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(window.has("delegates-add"), "the session is open");
    window.shortcut(Shortcut::Everywhere);
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite("le thi");
    });
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(window.has("person-name"), "her panel is open among the people");
}
