//! Scans of signed pages, dropped on Điểm danh, looked at and taken out; and what the computer they are marked on is called.

use taphuan::app::Heard;
use taphuan::app::screen::{Route, Tab};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::id::SessionId;

use crate::support::store::{small_session, step};
use crate::support::window::Window;

const SESSION: SessionId = SessionId(1);

fn window() -> Window {
    Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
        let cluster = store.dossier(SESSION).wait().expect("dossier").clusters[0].id;
        let (date, half) = ("2026-11-28".parse().expect("a day"), HalfDay::Morning);
        let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
        store.add_sitting(cluster, sitting).wait().expect("added");
    })
}

#[test]
fn a_photo_that_is_dropped_is_kept_and_what_is_no_picture_is_told() {
    let mut window = window();
    window.go(Route::Session(SESSION, Tab::Attendance));
    let photo = window.write_beside("trang 1.png", "");
    image::GrayImage::from_pixel(300, 420, image::Luma([240])).save(&photo).expect("a photo");
    window.hear(Heard::Dropped(photo));
    let all = |window: &Window| window.store().scans(SESSION).wait().expect("scans");
    assert_eq!(all(&window).len(), 1);
    assert!(window.shows("trang 1.png") && window.shows("1 trang, khoảng 1 trong 40 MB của lớp."));
    window.press("scans-show");
    assert!(window.shows("Danh sách"));
    window.click("Danh sách");
    window.press("scans-remove");
    assert_eq!(all(&window).len(), 1, "asked first");
    window.press("scans-remove-now");
    assert!(all(&window).is_empty());
    window.click("Đóng");

    let broken = window.write_beside("hỏng.pdf", "%PDF-1.7 chẳng có gì");
    window.hear(Heard::Dropped(broken));
    assert!(window.shows("hỏng.pdf: Không phải ảnh JPEG, PNG hay PDF, hoặc tệp hỏng. Chụp hoặc quét lại."));
    assert!(all(&window).is_empty());
}

#[test]
fn marks_carry_the_name_of_the_computer() {
    let mut window = window();
    window.see(Route::Settings, "settings-window");
    window.type_into("computer-name", "Máy hội trường 1");
    window.go(Route::Session(SESSION, Tab::Attendance));
    window.press("marking-all");
    let file = rusqlite::Connection::open(window.write_beside("x", "").with_file_name("du-lieu.taphuan"))
        .expect("open");
    let device: String =
        file.query_row("SELECT device FROM mark_entry LIMIT 1", [], |row| row.get(0)).expect("an entry");
    assert_eq!(device, "Máy hội trường 1");
}

#[test]
fn a_session_that_is_put_away_is_found_again_where_it_was_put() {
    let mut window = window();
    window.go(Route::Session(SESSION, Tab::Info));
    // It has certificates, so it cannot be deleted.
    assert!(!window.shows("Xóa lớp"));
    window.press("session-put-away");
    window.go(Route::Sessions);
    assert!(window.shows("0 lớp"));
    window.press("sessions-put-away");
    assert!(window.shows("1 lớp"));
    window.go(Route::Session(SESSION, Tab::Info));
    window.press("session-put-away");
    window.go(Route::Sessions);
    assert!(window.shows("1 lớp") && !window.has("sessions-put-away"));
}
