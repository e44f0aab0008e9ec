//! What Tổng quan shows, read from a data file.

use crate::support::editing::StoreBench;
use crate::support::store::{becomes, person, small_session, step};
use jiff::civil::date;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::overview::{Overfull, SessionTask, Task};
use taphuan::domain::print_run::{PrintRun, PrintedPage, page_code};
use taphuan::sample;

#[test]
fn a_full_hall_and_a_name_that_stands_twice_need_a_look() {
    let bench = StoreBench::new();
    let cluster = bench.dossier().clusters[0].clone();
    let mut details = cluster.details.clone();
    details.capacity = Some(1);
    bench.take(|store| store.edit_cluster(cluster.id, "capacity", becomes(details)));
    for name in ["Ngô Thị Trùng", "NGÔ THỊ TRÙNG", "Ngô Thị Khác"] {
        let twice = NewDelegate::Unknown(person(name, 1980, "Xã Tam Dân"));
        bench.take(|store| store.add_delegates(bench.session, None, vec![twice]));
    }

    let overview = bench.store.overview().wait().expect("overview");
    let overfull = Overfull { cluster: "Cụm 1".to_owned(), delegates: 2, capacity: 1 };
    let expected = [SessionTask::Overfull(overfull), SessionTask::Doubled(2), SessionTask::NoDates];
    assert_eq!(
        overview.tasks(date(2026, 11, 21)),
        expected.map(|task| Task::Of(bench.session, task)),
        "and the organisation is known"
    );
}

#[test]
fn certificates_with_a_number_wait_to_be_printed() {
    let bench = StoreBench::new();
    let certified = bench.store.plant(step("plant"), vec![small_session()]).wait().expect("plant")[0];
    let overview = bench.store.overview().wait().expect("overview");
    let tasks = overview.tasks(date(2026, 11, 21));
    assert!(tasks.contains(&Task::Of(certified, SessionTask::Unprinted(3))), "{tasks:?}");
    assert!(!tasks.contains(&Task::Of(bench.session, SessionTask::Unprinted(3))), "{tasks:?}");
}

#[test]
fn the_samples_are_shown_but_ask_for_nothing() {
    let bench = StoreBench::new();
    let own = bench.store.overview().wait().expect("overview").tasks(date(2026, 11, 21));
    bench.store.plant(step("sample"), sample::blueprints().expect("samples")).wait().expect("plant");
    let overview = bench.store.overview().wait().expect("overview");
    assert_eq!(overview.tasks(date(2026, 11, 21)), own);
    let (session, progress) = overview
        .sessions
        .iter()
        .find(|(session, _)| session.delegates == 433)
        .expect("the conference of 433");
    assert_eq!((session.clusters, progress.topics), (5, 7));
}

#[test]
fn a_printed_sheet_is_a_fact_that_undo_and_redo_pass_over() {
    let bench = StoreBench::new();
    let late = || vec![NewDelegate::Unknown(person("An Văn Đến", 1970, "Xã Tam Dân"))];
    bench.store.add_delegates(bench.session, None, late()).wait().expect("add");
    let before = bench.undo();

    let page = PrintedPage { code: page_code(["1"]), delegates: vec![bench.id("Lê Thị An")], sheet: None };
    let run = PrintRun {
        signatures: Default::default(),
        printed: true,
        session: bench.session,
        paper: "sign-in-sheet".into(),
        cluster: None,
        options: "{}".into(),
        pages: vec![page],
    };
    bench.store.record_prints(vec![run]).wait().expect("record");
    let has_sheet = || bench.store.overview().wait().expect("overview").sessions[0].1.has_sheet;
    assert!(has_sheet());
    assert_eq!(bench.redo(), before, "what was undone can still be redone");
    while bench.store.undo().wait().expect("undo").label().is_some() {
        if bench.store.overview().wait().expect("overview").sessions.is_empty() {
            return;
        }
        assert!(has_sheet());
    }
}
