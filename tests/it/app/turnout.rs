//! Numbers of a sitting, typed where a cluster has no delegates by name.

use taphuan::app::screen::{Route, Tab};
use taphuan::domain::attendance::turnout::{Numbers, Whose, numbers_of};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::id::{SessionId, SittingId};

use crate::support::store::{small_session, step};
use crate::support::window::Window;

const SESSION: SessionId = SessionId(1);

#[test]
fn a_cluster_without_delegates_takes_numbers_and_every_sitting_takes_guests() {
    let mut window = Window::open(|store| {
        let mut session = small_session();
        session.certificates = None;
        for cluster in &mut session.clusters {
            cluster.delegates.clear();
        }
        store.plant(step("plant"), vec![session]).wait().expect("planted");
        let cluster = store.dossier(SESSION).wait().expect("dossier").clusters[0].id;
        let (date, half) = ("2026-11-28".parse().expect("a day"), HalfDay::Morning);
        let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
        store.add_sitting(cluster, sitting).wait().expect("added");
    });
    window.go(Route::Session(SESSION, Tab::Attendance));
    let kept = |window: &Window, whose: &Whose| {
        let dossier = window.store().dossier(SESSION).wait().expect("dossier");
        let sitting: SittingId = dossier.clusters[0].sittings[0].id;
        numbers_of(&dossier.turnout, sitting, whose)
    };
    window.type_into("turnout-Invited-", "120");
    window.type_into("turnout-Present-", "110");
    window.type_into("turnout-guests", "9");
    let whole = Numbers { invited: Some(120), present: Some(110), ..Numbers::default() };
    assert_eq!(kept(&window, &Whose::Cluster), whole);
    assert_eq!(kept(&window, &Whose::Guests).present, Some(9));
    assert!(window.shows("110/120"));
    // What cannot be right stands in its field with the reason, and not in the file.
    window.type_into("turnout-Absent-", "11");
    assert_eq!(kept(&window, &Whose::Cluster), whole);
    assert!(window.shows(
        "Có mặt 110, vắng có lý do 0 và vắng không lý do 11 cộng lại là 121, nhiều hơn triệu tập 120. Sửa số sai, hoặc chọn “khoảng”."
    ));
}
