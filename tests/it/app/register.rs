//! The page Sổ cấp: numbers of all sessions found, handed out, corrected, issued again, and a code verified.

use iced::keyboard::{Key, Modifiers, key::Named};
use taphuan::domain::certificate::CertificateState;
use taphuan::domain::certificate::register::{RegisterLine, RegisterQuery};
use taphuan::domain::certificate::verify::Verdict;
use taphuan::domain::dossier::Dossier;
use taphuan::sample;
use taphuan::store::Store;

use crate::support::store::step;
use crate::support::window::{Window, key_event};

/// A sample session whose certificates have numbers.
fn issued(store: &Store) {
    let session = sample::blueprints().expect("the samples").pop().expect("a session");
    store.plant(step("operation-sample"), vec![session]).wait().expect("planted");
    let session = store.sessions().wait().expect("sessions")[0].id;
    let dossier: Dossier = store.dossier(session).wait().expect("a dossier");
    if dossier.certificates.is_empty() {
        store.issue_certificates(session).wait().expect("issued");
    }
}

fn open() -> Window {
    let mut window = Window::open(issued);
    window.click("Sổ cấp");
    window
}

fn lines(window: &Window) -> Vec<RegisterLine> {
    window.store().register(RegisterQuery::default()).wait().expect("the register")
}

/// A time as the window tells it.
fn told_whole(utc: &str) -> String {
    let time: jiff::Timestamp = utc.parse().expect("a time");
    time.to_zoned(jiff::tz::TimeZone::system()).strftime("%-d/%-m/%Y %H:%M").to_string()
}

/// Chooses the first rows, so many.
fn choose(window: &mut Window, rows: usize) {
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("register")).expect("the table");
        let _ = ui.simulate([key_event(Key::Named(Named::Home), Modifiers::empty())]);
        for _ in 1..rows {
            let _ = ui.simulate([key_event(Key::Named(Named::ArrowDown), Modifiers::SHIFT)]);
        }
    });
}

#[test]
fn an_empty_register_says_where_numbers_come_from() {
    let mut window = Window::open(|_| {});
    window.click("Sổ cấp");
    assert!(window.shows("Chưa cấp giấy chứng nhận nào"));
}

#[test]
fn several_are_handed_out_and_one_issued_again() {
    let mut window = open();
    choose(&mut window, 3);
    assert!(window.shows("3 giấy được chọn"));
    window.press("cert-hand-out");
    window.press("cert-save");
    let given = |line: &&RegisterLine| matches!(line.state, CertificateState::HandedOut(_));
    assert_eq!(lines(&window).iter().filter(given).count(), 3);

    choose(&mut window, 1);
    let name = lines(&window)[0].copy.name.clone();
    window.press("cert-reissue");
    window.press("cert-save");
    assert!(
        window.shows("Chưa ghi lý do. Hãy ghi lý do, vì sổ cấp phải nói được vì sao."),
        "an error of the office has to be told"
    );
    // Enter saves.
    window.type_into("cert-reason", "Ghi sai tên đệm");
    let after = lines(&window);
    assert!(matches!(after[0].state, CertificateState::Withdrawn(_)), "{:?}", after[0].state);
    let anew = after.iter().find(|line| line.reissue_of == Some(after[0].id)).expect("another one");
    assert_eq!(anew.copy.name, name);
    assert!(window.shows("Ghi sai tên đệm"), "its history tells why");
}

#[test]
fn one_is_corrected_under_its_number_and_the_register_keeps_both_words() {
    let mut window = open();
    choose(&mut window, 1);
    let before = lines(&window)[0].clone();
    window.press("cert-correct");
    window.type_into("cert-name", "Võ Thị Thu Bảy Em");
    window.type_into("cert-reason", "Thiếu chữ Em");
    let after = &lines(&window)[0];
    assert_eq!(
        (after.printed_number.clone(), after.copy.name.as_str()),
        (before.printed_number, "Võ Thị Thu Bảy Em")
    );
    let told = format!("Họ và tên: {} → Võ Thị Thu Bảy Em · Thiếu chữ Em", before.copy.name);
    assert!(window.shows(&told), "{told}");
}

#[test]
fn a_code_is_answered_also_when_it_is_void_or_wrong() {
    let mut window = open();
    let line = lines(&window)[0].clone();
    let code = line.code.expect("a code");
    window.type_into("search", &code.in_groups());
    let (number, name, date) =
        (&line.printed_number, &line.copy.name, taphuan::vietnamese::date::short(line.date.expect("a day")));
    let told = format!("Giấy thật, còn hiệu lực: số {number}, cấp cho {name} ngày {date}.");
    assert!(window.shows(&told), "{told}");
    choose(&mut window, 1);
    window.press("cert-void");
    window.type_into("cert-reason", "In nhầm người");
    window.type_into("search", "");
    window.type_into("search", &code.to_string());
    let verdict = window.store().verify_certificate(code).wait().expect("an answer");
    let Verdict::Ended { ending, .. } = verdict else { panic!("{verdict:?}") };
    let at = told_whole(&ending.at);
    let told =
        format!("Giấy đã hủy ngày {at}: số {number} của {name}, cấp ngày {date}. Lý do: In nhầm người.");
    assert!(window.shows(&told), "{told}");
    // Of another file: no such certificate.
    let other = taphuan::domain::certificate::check_code::CheckCode::from_random(7);
    window.type_into("search", &other.to_string());
    let told = format!(
        "Không có giấy chứng nhận nào mang mã “{}”. Xem lại từng chữ số; nếu đúng thì giấy này không do tệp dữ liệu này cấp.",
        other.in_groups()
    );
    assert!(window.shows(&told), "{told}");
}
