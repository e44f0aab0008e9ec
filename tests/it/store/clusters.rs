//! Clusters parted, merged and balanced: delegates, units and sittings follow,
//! and each is one step that can be undone.

use crate::support::editing::StoreBench;
use taphuan::domain::cluster::{Cluster, ClusterDetails, HalfDay, SittingDetails};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::ClusterId;
use taphuan::domain::mistake::Mistake;
use taphuan::domain::numbering::Lists;
use taphuan::domain::person::PersonDetails;

fn people(commune: &str, count: usize) -> Vec<NewDelegate> {
    let person = |number| PersonDetails {
        full_name: format!("{commune} {number}"),
        unit: Some(format!("Thôn {number}")),
        unit_group: Some(commune.into()),
        ..PersonDetails::default()
    };
    (1..=count).map(|number| NewDelegate::Unknown(person(number))).collect()
}

fn hall(capacity: Option<u32>, serves: &[&str]) -> ClusterDetails {
    ClusterDetails {
        capacity,
        serves: serves.iter().map(|unit| (*unit).to_owned()).collect(),
        dates: "2026-09-25/2026-09-26".parse().ok(),
        expected: Some(9),
        ..ClusterDetails::default()
    }
}

/// A session of its own with two halls: 5 + 4 people of two communes in the first,
/// 2 of a third in the second.
fn two_halls() -> (StoreBench, ClusterId, ClusterId) {
    let mut bench = StoreBench::new();
    let details = taphuan::domain::session::SessionDetails {
        title: "Hội nghị nhiều cụm".into(),
        ..Default::default()
    };
    bench.session = bench.take(|store| store.create_session(details.clone(), None));
    let session = bench.session;
    let first = bench.take(|store| store.add_cluster(session, hall(Some(6), &["Xã A", "Xã B", "Xã Z"])));
    let second = bench.take(|store| store.add_cluster(session, hall(Some(6), &["Xã C"])));
    for (commune, count, place) in [("Xã A", 5, first), ("Xã B", 4, first), ("Xã C", 2, second)] {
        bench.take(|store| store.add_delegates(session, Some(place), people(commune, count)));
    }
    (bench, first, second)
}

fn sitting(day: &str, half: HalfDay) -> SittingDetails {
    let date = day.parse().expect("a date");
    SittingDetails { date, half, starts: Some("07:30".into()), ends: None, programme: Vec::new() }
}

fn clusters(bench: &StoreBench) -> Vec<Cluster> {
    bench.dossier().clusters
}

fn listed(bench: &StoreBench, cluster: ClusterId) -> usize {
    bench.dossier().delegates.iter().filter(|one| one.cluster == Some(cluster)).count()
}

#[test]
fn a_cluster_is_parted_between_communes_and_its_sittings_are_copied() {
    let (bench, first, _) = two_halls();
    bench.take(|store| store.add_sitting(first, sitting("2026-09-25", HalfDay::Morning)));
    let new = bench.take(|store| store.split_cluster(first));
    let all = clusters(&bench);
    let names: Vec<&str> = all.iter().map(|one| one.details.name.as_str()).collect();
    assert_eq!(names, ["Cụm 1", "Cụm 2", "Cụm 3"]);
    assert_eq!(all[1].id, new, "right after the one it came from");
    assert_eq!((listed(&bench, first), listed(&bench, new)), (5, 4));
    assert_eq!(all[0].details.serves, ["Xã A", "Xã Z"]);
    assert_eq!(all[1].details.serves, ["Xã B"]);
    assert_eq!(all[1].details.dates, all[0].details.dates);
    assert_eq!((all[0].details.expected, all[1].details.expected), (Some(5), Some(4)));
    assert_eq!(all[1].sittings[0].details(), all[0].sittings[0].details());
}

#[test]
fn two_clusters_become_one_with_all_that_is_in_them() {
    let (bench, first, second) = two_halls();
    bench.take(|store| store.add_sitting(first, sitting("2026-09-25", HalfDay::Morning)));
    bench.take(|store| store.add_sitting(second, sitting("2026-09-25", HalfDay::Morning)));
    bench.take(|store| store.add_sitting(second, sitting("2026-09-24", HalfDay::Evening)));
    bench.take(|store| store.merge_clusters(second, first));
    let all = clusters(&bench);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].id, all[0].details.name.as_str()), (second, "Cụm 1"));
    assert_eq!(listed(&bench, second), 11);
    assert_eq!(all[0].details.serves, ["Xã C", "Xã A", "Xã B", "Xã Z"]);
    assert_eq!(all[0].details.expected, Some(18));
    let times: Vec<_> = all[0].sittings.iter().map(|one| one.date.to_string()).collect();
    assert_eq!(times, ["2026-09-24", "2026-09-25"], "the same half-day is not held twice");
    assert_eq!(bench.refused(|store| store.merge_clusters(second, second)), Mistake::NotAnotherCluster);
}

#[test]
fn one_click_moves_the_smallest_commune_that_helps() {
    let (bench, first, second) = two_halls();
    assert_eq!(bench.take(|store| store.balance_clusters(bench.session)), 4);
    assert_eq!((listed(&bench, first), listed(&bench, second)), (5, 6));
    let all = clusters(&bench);
    assert_eq!(all[0].details.serves, ["Xã Z", "Xã A"]);
    assert_eq!(all[1].details.serves, ["Xã B", "Xã C"]);
}

#[test]
fn a_fixed_list_is_left_alone() {
    let (bench, first, second) = two_halls();
    bench.take(|store| store.fix_lists(bench.session, Lists::All));
    assert_eq!(bench.refused(|store| store.split_cluster(first)), Mistake::ListFixed);
    assert_eq!(bench.refused(|store| store.merge_clusters(first, second)), Mistake::ListFixed);
    assert_eq!(bench.refused(|store| store.balance_clusters(bench.session)), Mistake::ListFixed);
}

#[test]
fn units_are_known_from_lists_without_their_villages() {
    let (bench, ..) = two_halls();
    let names = bench.store.unit_names().wait().expect("names");
    assert!(["Xã A", "Xã B", "Xã C"].iter().all(|name| names.iter().any(|known| known == name)), "{names:?}");
    assert!(!names.iter().any(|name| name == "Thôn 1"));
}
