//! Đối chiếu in the window.

use taphuan::app::screen::{Route, Tab};
use taphuan::domain::attendance::receipt::{NewReceipt, NewReceipts, SignedFor};
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::Delegate;
use taphuan::domain::id::SessionId;

use crate::support::store::{small_session, step};
use crate::support::window::Window;

const SESSION: SessionId = SessionId(1);

#[test]
fn what_does_not_agree_is_shown_first_and_alone_where_that_is_wanted() {
    let mut empty = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    });
    empty.go(Route::Session(SESSION, Tab::Attendance));
    empty.press("reconcile");
    assert!(empty.shows("Chưa có gì để đối chiếu"));
    empty.press("reconcile-back");
    assert!(!empty.shows("Chưa có gì để đối chiếu"));

    let made_on = MadeOn::default;
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
        let dossier = store.dossier(SESSION).wait().expect("dossier");
        let cluster = dossier.clusters[0].id;
        let date = "2026-11-28".parse().expect("a day");
        let half = HalfDay::Morning;
        let details = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
        let sitting = store.add_sitting(cluster, details).wait().expect("added");
        let all: Vec<_> = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster)).collect();
        let last = all.last().expect("somebody").id;
        let status = |one| if one == last { AttendanceStatus::Absent } else { AttendanceStatus::Present };
        let marks = all.iter().map(|one| NewMark::new(one.id, sitting, status(one.id))).collect();
        let entry = NewEntry::new(SESSION, Way::Page, made_on(), marks);
        store.mark(entry).wait().expect("marked");
        let receipt = |one: &&Delegate| NewReceipt { delegate: one.id, received: true, receiver: None };
        let receipts = all.iter().map(receipt).collect();
        let (signed_for, way, page) = (SignedFor::Money, Way::Page, None);
        let entry = NewReceipts { session: SESSION, signed_for, way, page, made_on: made_on(), receipts };
        store.receive(entry).wait().expect("entered");
    });
    window.go(Route::Session(SESSION, Tab::Attendance));
    let dossier = window.store().dossier(SESSION).wait().expect("dossier");
    let cluster = dossier.clusters[0].id;
    let all: Vec<&Delegate> = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster)).collect();
    let (first, last) = (&all[0].details.full_name, &all[all.len() - 1].details.full_name);
    window.press("reconcile");
    let people = window.store().dossier(SESSION).wait().expect("dossier").delegates.len();
    assert!(window.shows(&format!("1 dòng không khớp trong số {people} người.")));
    assert!(window.shows("Vắng nhưng đã nhận tiền") && window.shows(first));
    window.press("compared-only");
    assert!(window.shows(last) && !window.shows(first));
    window.click("Theo đơn vị");
    assert!(!window.shows(last) && window.shows("Không khớp"));
    window.click("Từng người");
    // The paper of it stands in the print centre, with its options.
    window.press("reconcile-print");
    assert!(window.shows("Chỉ những dòng không khớp"));
}

#[test]
fn a_paper_of_figures_leads_to_the_names_behind_them() {
    let mut window = Window::open(|store| {
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
        let dossier = store.dossier(SESSION).wait().expect("dossier");
        let (one, cluster) = (&dossier.delegates[0], dossier.clusters[0].id);
        let date = "2026-11-28".parse().expect("a day");
        let details =
            SittingDetails { date, half: HalfDay::Morning, starts: None, ends: None, programme: Vec::new() };
        let sitting = store.add_sitting(cluster, details).wait().expect("added");
        let marks = vec![NewMark::new(one.id, sitting, AttendanceStatus::Present)];
        store.mark(NewEntry::new(SESSION, Way::Page, MadeOn::default(), marks)).wait().expect("marked");
    });
    window.resize(1366.0, 1600.0);
    window.go(Route::Session(SESSION, Tab::Printing));
    window.press("paper-report");
    window.click("Xem tên theo số liệu");
    assert!(window.shows("Con số") && window.shows("Từng con số"));
}
