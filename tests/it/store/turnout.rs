//! Numbers where there are no names: each a step, kept through changes of what they hang on, refused where they cannot be
//! right.

use taphuan::domain::attendance::said::Source;
use taphuan::domain::attendance::turnout::{self, Figure, Numbers, TurnoutMistake, Whose};
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use taphuan::domain::id::{ClusterId, SittingId};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::session::AudienceGroup;

use crate::support::editing::StoreBench;

fn sitting(bench: &StoreBench, cluster: ClusterId) -> SittingId {
    let (date, half) = ("2026-11-28".parse().expect("a day"), HalfDay::Morning);
    let details = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
    bench.store.add_sitting(cluster, details).wait().expect("added")
}

fn group(label: &str) -> AudienceGroup {
    AudienceGroup { label: label.into(), count: None, approximate: false, total: false }
}

fn numbers(invited: u32, present: u32, excused: u32, absent: u32) -> Numbers {
    let [invited, present, excused, absent] = [invited, present, excused, absent].map(Some);
    Numbers { invited, present, excused, absent, is_about: false }
}

/// A session whose third cluster has no delegates, with a sitting in it.
fn bench() -> (StoreBench, ClusterId, SittingId) {
    let bench = StoreBench::new();
    let details = ClusterDetails { serves: vec!["Xã Tam An".into()], ..ClusterDetails::default() };
    let cluster = bench.store.add_cluster(bench.session, details).wait().expect("added");
    let sitting = sitting(&bench, cluster);
    (bench, cluster, sitting)
}

#[test]
fn numbers_are_typed_one_by_one_taken_back_and_added_up() {
    let (bench, cluster, sitting) = bench();
    let session = bench.session;
    let figure = |whose: &Whose, figure, count| {
        let whose = whose.clone();
        bench.take(move |store| store.set_turnout_figure(session, sitting, whose, figure, count));
    };
    let whole = Whose::Cluster;
    figure(&whole, Figure::Invited, Some(200));
    figure(&whole, Figure::Present, Some(180));
    figure(&Whose::Guests, Figure::Present, Some(7));
    let said = || {
        let dossier = bench.dossier();
        let cluster = dossier.clusters.iter().find(|one| one.id == cluster).expect("the cluster");
        dossier.said_of_sitting(cluster, sitting)
    };
    let first = said();
    assert_eq!((first.source, first.figures.invited, first.figures.present), (Source::Numbers, 200, 180));
    assert_eq!((first.figures.unmarked, first.guests), (20, Some(7)));

    // Which number is wrong.
    let over = bench.refused(|store| {
        store.set_turnout_figure(session, sitting, Whose::Cluster, Figure::Absent, Some(21))
    });
    let sum = TurnoutMistake::SumTooLarge { present: 180, excused: 0, absent: 21, invited: 200 };
    assert_eq!(over, Mistake::Turnout(sum));
    bench.take(|store| store.set_turnout_about(session, sitting, Whose::Cluster, true));
    figure(&whole, Figure::Absent, Some(21));
    assert!(said().is_about);
    let exact = bench.refused(|store| store.set_turnout_about(session, sitting, Whose::Cluster, false));
    assert_eq!(exact, Mistake::Turnout(sum));

    // A number that is emptied is open again; without any the line is gone.
    for (one, of) in [(Figure::Invited, &whole), (Figure::Present, &whole), (Figure::Absent, &whole)] {
        figure(of, one, None);
    }
    assert_eq!((said().source, bench.dossier().turnout.len()), (Source::List, 1), "the guests stay");
}

#[test]
fn numbers_of_a_group_follow_it_and_units_are_those_the_cluster_serves() {
    let (bench, _, sitting) = bench();
    let session = bench.session;
    let before = vec![group("Trưởng ban CTMT"), group("Hội viên")];
    bench.store.set_audience(session, Vec::new(), before.clone(), None).wait().expect("called");
    bench.take(|store| {
        store.set_turnout(session, sitting, Whose::Group("Hội viên".into()), numbers(90, 80, 6, 4))
    });
    let unknown = bench.refused(|store| {
        store.set_turnout(session, sitting, Whose::Group("Đoàn viên".into()), numbers(1, 1, 0, 0))
    });
    assert_eq!(unknown, Mistake::UnknownGroup("Đoàn viên".into()));
    // The lines of the list are edited: another one in front, and a new label.
    let more = vec![group("Khách"), group("Trưởng ban CTMT"), group("Hội viên")];
    let renamed = vec![group("Khách"), group("Trưởng ban CTMT"), group("Hội viên Hội Nông dân")];
    bench.take(|store| store.set_audience(session, before, more.clone(), None));
    bench.take(|store| store.set_audience(session, more, renamed, None));
    let whose: Vec<Whose> = bench.dossier().turnout.into_iter().map(|one| one.whose).collect();
    assert_eq!(whose, [Whose::Group("Hội viên Hội Nông dân".into())]);

    let served = |unit: &str| Whose::Unit(unit.into());
    bench.take(|store| store.set_turnout(session, sitting, served("xã  tam an"), numbers(50, 50, 0, 0)));
    assert_eq!(
        turnout::numbers_of(&bench.dossier().turnout, sitting, &served("Xã Tam An")).present,
        Some(50)
    );
    let other =
        bench.refused(|store| store.set_turnout(session, sitting, served("Xã Tam Dân"), numbers(1, 1, 0, 0)));
    assert!(matches!(other, Mistake::NotServed { unit, .. } if unit == "Xã Tam Dân"));
}

#[test]
fn where_there_are_names_nobody_counts_heads_but_guests() {
    let (bench, cluster, empty) = bench();
    let session = bench.session;
    let named = bench.dossier().clusters[0].id;
    let with_names = sitting(&bench, named);
    let refused =
        bench.refused(|store| store.set_turnout(session, with_names, Whose::Cluster, numbers(9, 9, 0, 0)));
    assert!(matches!(refused, Mistake::HasNames(_)));
    bench.take(|store| {
        store.set_turnout_figure(session, with_names, Whose::Guests, Figure::Present, Some(12))
    });
    bench.take(|store| store.set_turnout(session, empty, Whose::Cluster, numbers(100, 90, 5, 5)));

    let said = |of: ClusterId| {
        let dossier = bench.dossier();
        let cluster = dossier.clusters.iter().find(|one| one.id == of).expect("the cluster");
        dossier.said_of_cluster(cluster).expect("a sitting")
    };
    assert_eq!((said(named).source, said(named).guests), (Source::List, Some(12)));
    assert_eq!((said(cluster).source, said(cluster).figures.present), (Source::Numbers, 90));
    assert_eq!(
        bench.dossier().said_of_session().expect("sittings").source,
        Source::List,
        "one part is not known"
    );

    let one =
        bench.dossier().delegates.into_iter().find(|one| one.cluster == Some(named)).expect("a delegate");
    let mark = NewMark::new(one.id, with_names, AttendanceStatus::Present);
    let entry = NewEntry::new(session, Way::Name, MadeOn::default(), vec![mark]);
    bench.store.mark(entry).wait().expect("marked");
    let whole = bench.dossier().said_of_session().expect("sittings");
    assert_eq!((whole.source, whole.figures.present, whole.guests), (Source::MarksAndNumbers, 91, Some(12)));

    // A sitting that is closed keeps its numbers.
    bench.store.close_sitting(empty, MadeOn::default()).wait().expect("closed");
    let closed =
        bench.refused(|store| store.set_turnout(session, empty, Whose::Cluster, numbers(1, 1, 0, 0)));
    assert_eq!(closed, Mistake::SittingClosed);
}
