//! Attendance of other computers in the window: a preview before anything is written, and deciding where both differ.

use std::path::PathBuf;

use taphuan::app::Heard;
use taphuan::app::screen::{Route, Tab};
use taphuan::domain::attendance::exchange::{Incoming, Manner};
use taphuan::domain::attendance::package::MarkPackage;
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::Delegate;
use taphuan::domain::id::SessionId;
use taphuan::store::Store;

use crate::support::store::{small_session, step};
use crate::support::window::Window;

const SESSION: SessionId = SessionId(1);

fn delegates(store: &Store, session: SessionId) -> Vec<Delegate> {
    let dossier = store.dossier(session).wait().expect("dossier");
    let cluster = dossier.clusters[0].id;
    dossier.delegates.into_iter().filter(|one| one.cluster == Some(cluster)).collect()
}

/// Marks the first delegates of the first cluster at its first sitting.
fn mark(store: &Store, session: SessionId, statuses: &[AttendanceStatus]) {
    let sitting = store.dossier(session).wait().expect("dossier").clusters[0].sittings[0].id;
    let delegates = delegates(store, session);
    let marks = delegates.iter().zip(statuses).map(|(one, status)| NewMark::new(one.id, sitting, *status));
    let entry = NewEntry::new(session, Way::Name, MadeOn::default(), marks.collect());
    store.mark(entry).wait().expect("marked");
}

fn statuses(window: &Window) -> Vec<Option<AttendanceStatus>> {
    let store = window.store();
    let sitting = store.dossier(SESSION).wait().expect("dossier").clusters[0].sittings[0].id;
    let attendance = store.attendance(SESSION).wait().expect("attendance");
    let delegates = delegates(&store, SESSION);
    delegates.iter().map(|one| attendance.of(one.id, sitting).map(|mark| mark.status)).collect()
}

/// The window on the session, a hall that marked its own, and what that sent back.
fn window_and_package() -> (Window, PathBuf, tempfile::TempDir) {
    let mut package = None;
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
        let cluster = store.dossier(SESSION).wait().expect("dossier").clusters[0].id;
        let date = "2026-11-28".parse().expect("a day");
        let sitting =
            SittingDetails { date, half: HalfDay::Morning, starts: None, ends: None, programme: Vec::new() };
        store.add_sitting(cluster, sitting).wait().expect("added");
        package = Some(store.mark_package(SESSION, cluster).wait().expect("a package"));
        mark(store, SESSION, &[AttendanceStatus::Present]);
    });
    let folder = tempfile::tempdir().expect("folder");
    let hall = Store::create(&folder.path().join("hội trường.taphuan")).expect("made");
    let package = MarkPackage::read(&package.expect("made").write()).expect("read");
    let manner = Manner { may_open: true, made_on: MadeOn::default() };
    let opened = hall.receive_marks(Incoming::Package(Box::new(package)), manner).wait().expect("opened");
    mark(&hall, opened.session, &[AttendanceStatus::Absent, AttendanceStatus::Late]);
    let back = hall.mark_package(opened.session, opened.cluster).wait().expect("a package");
    let file = folder.path().join("ve.diemdanh");
    std::fs::write(&file, back.write()).expect("written");
    window.go(Route::Session(SESSION, Tab::Attendance));
    (window, file, folder)
}

#[test]
fn what_comes_back_is_shown_first_and_where_both_differ_is_decided() {
    let (mut window, file, _folder) = window_and_package();
    window.hear(Heard::Dropped(file.clone()));
    assert!(window.shows("1 lượt điểm danh mới"));
    assert!(
        window.shows("1 chỗ hai máy ghi khác nhau: lượt điểm danh ở đây được tính cho đến khi quyết định")
    );
    assert_eq!(statuses(&window), [Some(AttendanceStatus::Present), None], "nothing is written yet");
    window.press("receiving-take");
    let after = [Some(AttendanceStatus::Present), Some(AttendanceStatus::Late)];
    assert_eq!(statuses(&window), after, "ours counts");
    // What is to be decided is on show at once, and stays in view on the tab.
    window.click("Đóng");
    window.press("marking-conflicts");
    window.click("Lấy của máy kia");
    assert_eq!(statuses(&window)[0], Some(AttendanceStatus::Absent));
    assert!(!window.has("marking-conflicts"));

    window.hear(Heard::Dropped(file));
    assert!(window.shows("Tệp này không có gì mới."));
    assert!(!window.has("receiving-take"));
}

#[test]
fn a_file_that_is_nothing_of_ours_is_refused_in_the_dialog() {
    let (mut window, file, folder) = window_and_package();
    let bytes = std::fs::read(&file).expect("read");
    let spoilt = folder.path().join("hỏng.diemdanh");
    std::fs::write(&spoilt, &bytes[..bytes.len() / 2]).expect("written");
    window.hear(Heard::Dropped(spoilt));
    assert!(window.shows(
        "Gói điểm danh bị hỏng hoặc chép thiếu nên không nhận gì. Chép lại từ máy kia, hoặc tạo gói lần nữa."
    ));
    assert!(!window.has("receiving-take"));
}

#[test]
fn a_second_computer_opens_a_package_that_is_dropped_on_its_window() {
    let (home, _, folder) = window_and_package();
    let cluster = home.store().dossier(SESSION).wait().expect("dossier").clusters[0].id;
    let package = home.store().mark_package(SESSION, cluster).wait().expect("a package");
    let file = folder.path().join("cum-1.diemdanh");
    std::fs::write(&file, package.write()).expect("written");
    let mut window = Window::open(|_| ());
    window.hear(Heard::Dropped(file));
    assert!(window.store().sessions().wait().expect("sessions").is_empty(), "nothing is made yet");
    window.press("receiving-take");
    assert_eq!(window.store().sessions().wait().expect("sessions").len(), 1);
    assert!(window.has("marking-elsewhere"), "the marks of that session are on show");
    assert_eq!(statuses(&window)[0], Some(AttendanceStatus::Present));
}
