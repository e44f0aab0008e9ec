//! The window as a user meets it: the empty start, a new session, undo, a second
//! window, a file that is not ours.

use crate::support::window::Window;
use iced::keyboard::key::Named;
use iced_test::selector::id;
use taphuan::app::Shortcut;
use taphuan::domain::session::SessionDetails;
use taphuan::store::Store;

/// A window whose file is not there yet.
fn open() -> Window {
    Window::open_after(|_| ())
}

#[test]
fn the_empty_start_leads_to_a_session() {
    let mut window = open();
    assert!(window.shows("Bắt đầu lớp tập huấn đầu tiên"));
    window.click("Tạo lớp tập huấn");
    assert!(window.shows("Lớp tập huấn mới"));
    window.act(|ui| {
        let _ = ui.click(id("new-title")).expect("the title");
        let _ = ui.typewrite("Tập huấn công tác Mặt trận");
        let _ = ui.click(id("new-starts")).expect("the first day");
        let _ = ui.typewrite("25/9/2026");
        let _ = ui.click(id("new-create")).expect("the button");
    });
    assert!(window.shows("Tập huấn công tác Mặt trận"), "the session is shown");
    assert!(window.shows("25/9/2026"));

    let sessions = window.store().sessions().wait().expect("sessions");
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].dates.map(|dates| dates.to_string()).as_deref(), Some("2026-09-25"));
}

#[test]
fn a_form_is_not_sent_while_a_field_of_it_is_refused() {
    let fill = |window: &mut Window, first: &'static str| {
        window.act(|ui| {
            let _ = ui.click(id("new-title")).expect("the title");
            let _ = ui.typewrite("Tập huấn Mặt trận");
            let _ = ui.click(id("new-starts")).expect("the first day");
            let _ = ui.typewrite(first);
            let _ = ui.click(id("new-create")).expect("the button");
            let _ = ui.click(id("new-title")).expect("the title");
            let _ = ui.tap_key(Named::Enter);
        });
    };
    let mut window = open();
    window.click("Tạo lớp tập huấn");
    fill(&mut window, "31/2");
    assert!(window.has("new-title"), "the dialog stays");
    assert!(window.store().sessions().wait().expect("sessions").is_empty());

    window.shortcut(Shortcut::Escape);
    window.click("Tạo lớp tập huấn");
    fill(&mut window, "25/9/2026");
    assert_eq!(window.store().sessions().wait().expect("sessions").len(), 1);
}

#[test]
fn a_session_without_a_title_is_refused_beside_the_field() {
    let mut window = open();
    window.click("Tạo lớp tập huấn");
    window.press("new-create");
    assert!(
        window.shows("Lớp tập huấn cần có tên. Hãy gõ tên lớp, ví dụ “Tập huấn công tác Mặt trận năm 2026”.")
    );
}

#[test]
fn the_samples_come_and_can_be_undone() {
    let mut window = open();
    window.click("Thử với dữ liệu mẫu");
    assert!(window.shows("Các lớp gần đây"));
    assert!(window.shows("Đã thêm các lớp mẫu."), "a toast says what was done");
    window.click("Hoàn tác Ctrl Z");
    assert!(window.shows("Bắt đầu lớp tập huấn đầu tiên"));
    assert!(window.shows("Làm lại Ctrl Y"));
}

#[test]
fn sessions_of_every_year_can_be_found_and_all_that_needs_a_look_seen() {
    let mut window = Window::open(|store| {
        for year in 2012..=2023 {
            let details = SessionDetails {
                title: format!("Lớp cũ {}", year - 2000),
                dates: format!("{year}-09-25").parse().ok(),
                ..SessionDetails::default()
            };
            store.create_session(details, None).wait().expect("session");
        }
    });
    window.press("tasks-more");
    window.act(|ui| assert!(ui.find(id("tasks-more")).is_err(), "all of it is on show"));
    window.click("Lớp tập huấn");
    window.click("2023");
    assert!(window.shows("Lớp cũ 23") && !window.shows("Lớp cũ 12"));
    window.act(|ui| {
        let _ = ui.click(id("sessions-earlier")).expect("the earlier years");
        let _ = ui.tap_key(Named::ArrowUp);
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(window.shows("Lớp cũ 12") && !window.shows("Lớp cũ 23"), "the earliest of all");
}

#[test]
fn ctrl_p_on_the_overview_leads_to_the_papers_of_the_next_session() {
    let mut window = open();
    window.click("Thử với dữ liệu mẫu");
    window.shortcut(Shortcut::Print);
    assert!(window.shows("Danh sách ký tên"));
    assert!(window.shows("Tập huấn công tác Mặt trận cơ sở năm 2020"));
}

#[test]
fn a_second_window_can_only_look() {
    let mut window = Window::open_after(|path| Store::create(path).expect("made"));
    assert!(window.shows("Chỉ xem"));
    window.click("Tạo lớp tập huấn");
    assert!(!window.shows("Lớp tập huấn mới"), "the button is disabled");
}

#[test]
fn a_file_that_is_not_ours_is_told_in_the_whole_window() {
    let text = "not a data file, but long enough to have something like a header in it";
    let mut window = Window::open_after(|path| std::fs::write(path, text).expect("written"));
    assert!(window.shows("Đây không phải tệp dữ liệu của Tập huấn"));
    assert!(window.shows("Mở tệp khác…"));
    std::fs::remove_file(&window.path).expect("removed");
    window.click("Thử lại");
    assert!(window.shows("Bắt đầu lớp tập huấn đầu tiên"));
}
