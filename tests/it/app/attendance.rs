//! Điểm danh in the window: names, numbers and badges in one field; keys for what else somebody can be; taking back.

use iced::keyboard::key::Named;
use iced_test::selector::id;
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{Heard, Shortcut};
use taphuan::domain::attendance::AttendanceStatus;
use taphuan::domain::badge_code;
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::Delegate;
use taphuan::domain::id::SessionId;
use taphuan::export::print_run;
use taphuan::paper::{self, Format, Options, Paper, PaperKind};

use crate::support::store::{small_session, step};
use crate::support::window::Window;

const SESSION: SessionId = SessionId(1);

fn window() -> Window {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
        let cluster = store.dossier(SESSION).wait().expect("dossier").clusters[0].id;
        for half in [HalfDay::Morning, HalfDay::Afternoon] {
            let date = "2026-11-28".parse().expect("a day");
            let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
            store.add_sitting(cluster, sitting).wait().expect("added");
        }
    });
    window.go(Route::Session(SESSION, Tab::Attendance));
    window
}

/// The delegates of the first cluster.
fn delegates(window: &Window) -> Vec<Delegate> {
    let dossier = window.store().dossier(SESSION).wait().expect("dossier");
    let cluster = dossier.clusters[0].id;
    dossier.delegates.into_iter().filter(|one| one.cluster == Some(cluster)).collect()
}

/// What counts at the first sitting of the first cluster.
fn status(window: &Window, delegate: &Delegate) -> Option<AttendanceStatus> {
    let store = window.store();
    let sitting = store.dossier(SESSION).wait().expect("dossier").clusters[0].sittings[0].id;
    let attendance = store.attendance(SESSION).wait().expect("attendance");
    attendance.of(delegate.id, sitting).map(|mark| mark.status)
}

/// Types into the field, and Enter.
fn enter(window: &mut Window, typed: &str) {
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite(typed);
        let _ = ui.tap_key(Named::Enter);
    });
}

#[test]
fn a_name_without_diacritics_a_number_and_a_badge_mark_whom_they_mean() {
    let mut window = window();
    let all = delegates(&window);
    let [first, second, ..] = all.as_slice() else { panic!("too few: {}", all.len()) };
    let plain = taphuan::vietnamese::fold::fold(&first.details.full_name);
    enter(&mut window, &plain);
    assert_eq!(status(&window, first), Some(AttendanceStatus::Present));
    assert!(window.shows(&format!("{} có mặt.", first.details.full_name)));
    enter(&mut window, &badge_code::code(second.id));
    assert_eq!(status(&window, second), Some(AttendanceStatus::Present));

    assert!(!window.shows("Không có gì thay đổi."), "what was marked did change something");

    // Again: it says since when, and nothing is written.
    enter(&mut window, &badge_code::code(second.id));
    assert!(!window.shows(&format!("{} có mặt.", second.details.full_name)));

    for wrong in ["999999999", "khongcoai", "99"] {
        enter(&mut window, wrong);
        window.shortcut(Shortcut::Escape);
    }
    // What was marked on this computer is taken back one by one, the last first; no step is undone.
    window.shortcut(Shortcut::Undo);
    assert_eq!((status(&window, second), status(&window, first)), (None, Some(AttendanceStatus::Present)));
    window.shortcut(Shortcut::Undo);
    assert_eq!(status(&window, first), None);
    window.shortcut(Shortcut::Undo);
    assert_eq!(window.store().sessions().wait().expect("sessions").len(), 1, "the session stays");
}

#[test]
fn keys_of_their_own_say_what_else_somebody_is_and_the_rest_came() {
    let mut window = window();
    let all = delegates(&window);
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.typewrite("1");
    });
    window.shortcut(Shortcut::Function(2));
    let excused = all.iter().filter(|one| status(&window, one) == Some(AttendanceStatus::Excused)).count();
    assert_eq!(excused, 1);
    window.press("marking-all");
    let present = all.iter().filter(|one| status(&window, one) == Some(AttendanceStatus::Present)).count();
    assert_eq!(present, all.len() - 1, "who is marked stays so");
    // All of that was one entry.
    window.shortcut(Shortcut::Undo);
    assert!(all.iter().all(|one| status(&window, one) != Some(AttendanceStatus::Present)));
}

#[test]
fn a_sitting_is_closed_after_a_question_and_opened_again_for_a_reason() {
    let mut window = window();
    let all = delegates(&window);
    window.press("marking-close");
    let open = format!("Còn {} người chưa điểm danh: khóa rồi sẽ tính là vắng. Vẫn mở lại được.", all.len());
    assert!(window.shows(&open));
    window.press("marking-close-now");
    assert!(!window.has("search"), "nothing is entered at a closed sitting");
    window.press("marking-close");
    window.press("marking-open-now");
    assert!(!window.has("search"), "a reason is needed");
    window.type_into("marking-reason", "ghi sót một người");
    if window.has("marking-open-now") {
        window.press("marking-open-now");
    }
    assert!(window.has("search"));
    window.hear(Heard::Shortcut(Shortcut::Escape));
    enter(&mut window, "1");
    assert!(all.iter().any(|one| status(&window, one) == Some(AttendanceStatus::Present)));
}

/// The window after the sign-in sheet of the first cluster was printed, and the code of its first page.
fn with_printed_page() -> (Window, String) {
    let mut code = String::new();
    let mut window = window().reopen_after(|store| {
        let dossier = store.dossier(SESSION).wait().expect("dossier");
        let options = Options { cluster: Some(dossier.clusters[0].id), ..Options::default() };
        let made = paper::make_as(Format::Pdf, PaperKind::SignInSheet, &dossier, &options).expect("a sheet");
        let Paper::Pages(made) = made else { panic!("pages") };
        let run = print_run(PaperKind::SignInSheet, &dossier, options.cluster, &options, made.printed());
        run.pages[0].code.clone_into(&mut code);
        store.record_prints(vec![run]).wait().expect("recorded");
    });
    window.go(Route::Session(SESSION, Tab::Attendance));
    (window, code)
}

#[test]
fn a_signed_page_is_shown_in_words_before_a_second_enter_writes_it() {
    let (mut window, code) = with_printed_page();
    let all = delegates(&window);
    enter(&mut window, &code);
    // Morning and afternoon: one has to be meant.
    enter(&mut window, "1");
    assert!(all.iter().all(|one| status(&window, one).is_none()));
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Backspace);
        let _ = ui.typewrite("S: 1p");
        let _ = ui.tap_key(Named::Enter);
    });
    assert!(all.iter().all(|one| status(&window, one).is_none()), "the first Enter only tells");
    window.act(|ui| {
        let _ = ui.click(id("search")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
    let of = |wanted| all.iter().filter(|one| status(&window, one) == Some(wanted)).count();
    assert_eq!((of(AttendanceStatus::Excused), of(AttendanceStatus::Present)), (1, all.len() - 1));
    // It was one entry.
    window.shortcut(Shortcut::Undo);
    assert!(all.iter().all(|one| status(&window, one).is_none()));
}

#[test]
fn a_page_is_left_unwritten_by_esc_and_by_a_badge() {
    let (mut window, code) = with_printed_page();
    let all = delegates(&window);
    enter(&mut window, &code);
    window.shortcut(Shortcut::Escape);
    assert!(window.shows("Gõ tên hoặc STT rồi Enter, hoặc quét thẻ"));
    enter(&mut window, &code);
    enter(&mut window, &badge_code::code(all[0].id));
    assert!(window.shows("Gõ tên hoặc STT rồi Enter, hoặc quét thẻ"), "the page is left");
    assert!(all.iter().all(|one| status(&window, one).is_none()), "nothing was written");
    enter(&mut window, "00000000");
    assert!(window.shows("Không có trang nào của lớp này mang mã 00000000. Xem lại mã ở chân trang giấy."));
}
