//! The page Nhật ký: found, looked at, and undone back to a line.

use iced::keyboard::{Key, Modifiers, key::Named};
use taphuan::app::Shortcut;
use taphuan::app::screen::{HistoryOf, Route, Tab};
use taphuan::domain::attendance::arrival::{Arrival, Part};
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::{PersonId, SessionId};
use taphuan::domain::session::SessionDetails;
use taphuan::locale::Language;
use taphuan::store::{Access, HistoryFilter, HistoryKind, Store};

use crate::support::store::{person, small_session, step};
use crate::support::window::{Window, key_event};

/// A session with people, of whom one was edited, and two sessions after it.
fn done(store: &Store) {
    store.plant(step("operation-sample"), vec![small_session()]).wait().expect("planted");
    let id = store.add_person(person("Vũ Yến", 1980, "Xã Tam Lộc")).wait().expect("added");
    let phone = |phone: &'static str| {
        store
            .edit_person(id, "phone", move |person| person.phone = Some(phone.into()))
            .wait()
            .expect("edited")
    };
    phone("0905 000 123");
    for title in ["Lớp một", "Lớp hai"] {
        let details = SessionDetails { title: title.into(), ..SessionDetails::default() };
        store.start_session(details, None).wait().expect("added");
    }
}

fn open() -> Window {
    let mut window = Window::open(done);
    window.go(Route::History(HistoryOf::All));
    window
}

/// Chooses a row, the newest is 0, with the keys.
fn choose(window: &mut Window, row: usize) {
    window.act(|ui| {
        let _ = ui.click(iced_test::selector::id("history")).expect("the table");
        let down = std::iter::repeat_n(Named::ArrowDown, row);
        for key in std::iter::once(Named::Home).chain(down) {
            let _ = ui.simulate([key_event(Key::Named(key), Modifiers::empty())]);
        }
    });
}

fn titles(window: &Window) -> Vec<String> {
    window.store().sessions().wait().expect("sessions").into_iter().map(|one| one.title).collect()
}

#[test]
fn an_empty_history_says_what_will_stand_there() {
    let mut window = Window::open(|_| {});
    window.click("Nhật ký");
    assert!(window.shows("Chưa có việc nào"));
}

#[test]
fn a_line_tells_before_and_after_in_the_users_words() {
    let mut window = open();
    choose(&mut window, 2);
    for told in ["Sửa cán bộ Vũ Yến", "Điện thoại", "0905 000 123", "(trống)", "Hoàn tác được"]
    {
        assert!(window.shows(told), "{told}");
    }
    window.shortcut(Shortcut::Escape);
    assert!(!window.shows("Sửa cán bộ Vũ Yến"));
}

#[test]
fn words_and_links_lead_to_the_lines_about_something() {
    let mut window = open();
    window.shortcut(Shortcut::Find);
    window.type_into("search", "dien thoai yen");
    choose(&mut window, 0);
    assert!(window.shows("Sửa cán bộ Vũ Yến"));
    window.type_into("search", "không có gì như thế");
    assert!(window.shows("Không tìm thấy gì"));
    // From the panel of a person.
    let person = window.store().search("Vũ Yến").wait().expect("found")[0];
    window.go(Route::History(HistoryOf::Person(person)));
    assert!(window.shows("Chỉ về: Vũ Yến"));
    choose(&mut window, 1);
    assert!(window.shows("Thêm cán bộ Vũ Yến"));
    window.press("log-everyone");
    assert!(!window.shows("Chỉ về: Vũ Yến"));
    // From a session.
    let session = window.store().sessions().wait().expect("sessions")[0].id;
    window.go(Route::Session(session, Tab::Info));
    window.press("session-history");
    choose(&mut window, 0);
    assert!(window.has("log-undo-here"));
}

#[test]
fn undoing_back_to_a_line_lists_what_goes_and_does_it_once() {
    let mut window = open();
    let before = titles(&window);
    choose(&mut window, 1);
    window.press("log-undo-here");
    assert!(window.shows("Hoàn tác 2 việc?"));
    assert!(window.shows("1. Tạo lớp “Lớp hai”") && window.shows("2. Tạo lớp “Lớp một”"));
    window.shortcut(Shortcut::Escape);
    assert_eq!(titles(&window), before);
    window.press("log-undo-here");
    window.press("log-undo-all");
    assert!(window.shows("Đã hoàn tác 2 việc."));
    assert_eq!(titles(&window), ["Tập huấn thử"]);
    // The lines follow by themselves, and a key undoes the next and redoes.
    assert!(!window.has("log-undo-all"));
    window.shortcut(Shortcut::Redo);
    assert_eq!(titles(&window).len(), 2);
}

#[test]
fn who_only_reads_looks_and_undoes_nothing() {
    let mut window = Window::open_after(|path| {
        done(&Store::create(path).expect("made"));
        Store::open(path, Access::Write).expect("another window")
    });
    window.go(Route::History(HistoryOf::All));
    choose(&mut window, 0);
    assert!(window.shows("Thêm lớp Lớp hai"));
    assert!(!window.has("log-undo-here"));
}

#[test]
fn what_is_gone_is_said_to_be_gone() {
    let mut window = Window::open(done);
    window.go(Route::History(HistoryOf::Person(PersonId(9_999))));
    assert!(window.shows("Chỉ về: (không còn)"));
    window.go(Route::History(HistoryOf::Session(SessionId(9_999))));
    assert!(window.shows("Không tìm thấy gì"));
}

#[test]
fn marks_of_a_sitting_stand_in_one_line_and_who_was_sent_is_no_walk_in() {
    let mut window = Window::open(|store| {
        store.plant(step("operation-sample"), vec![small_session()]).wait().expect("planted");
        let dossier = store.dossier(SessionId(1)).wait().expect("dossier");
        let cluster = &dossier.clusters[0];
        let date = "2026-11-28".parse().expect("a day");
        let half = HalfDay::Morning;
        let details = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
        let sitting = store.add_sitting(cluster.id, details).wait().expect("added");
        let all: Vec<_> = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id)).collect();
        for one in &all {
            let marks = vec![NewMark::new(one.id, sitting, AttendanceStatus::Present)];
            let entry = NewEntry::new(SessionId(1), Way::Name, MadeOn::default(), marks);
            store.mark(entry).wait().expect("marked");
        }
        let sent = Arrival {
            who: NewDelegate::Unknown(person("Lê Thay", 1980, "Xã Tam Lộc")),
            cluster: cluster.id,
            part: Part::Substitute(vec![all[0].id]),
            sittings: vec![sitting],
        };
        let mut entry = NewEntry::new(SessionId(1), Way::Name, MadeOn::default(), Vec::new());
        entry.arrivals = vec![sent];
        store.mark(entry).wait().expect("marked");
    });
    window.go(Route::History(HistoryOf::All));
    let dossier = window.store().dossier(SessionId(1)).wait().expect("dossier");
    let cluster = &dossier.clusters[0];
    let first = dossier.delegates.iter().find(|one| one.cluster == Some(cluster.id)).expect("listed");
    assert!(window.shows(&format!("Ghi Lê Thay đi thay {}", first.details.full_name)));
    let filter = HistoryFilter { kind: Some(HistoryKind::Facts), ..HistoryFilter::default() };
    let page = window.store().history_page(filter, Language::Vietnamese, None, 50).wait().expect("lines");
    let marks: Vec<_> = page.entries.iter().filter(|one| one.label.id == "operation-marks").collect();
    let listed = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id)).count();
    assert_eq!(marks.len(), 1, "one line for the sitting");
    assert_eq!(marks[0].changes, listed - 1, "it counts them");
    assert_eq!(marks[0].sessions.len(), 1, "and says of which session they are");
}
