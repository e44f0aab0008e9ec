use proptest::prelude::*;

use super::*;
use crate::domain::cluster::ClusterDetails;
use crate::domain::id::PersonId;
use crate::domain::person::PersonDetails;

fn delegate(id: i64, unit: Option<&str>) -> Delegate {
    Delegate {
        erased: false,
        id: DelegateId(id),
        person: PersonId(id),
        cluster: None,
        state: DelegateState::Listed,
        fixed_number: None,
        supplementary: false,
        walk_in: false,
        substitute_for: None,
        sort_name: None,
        details: PersonDetails {
            full_name: format!("Đại Biểu {id}"),
            unit: unit.map(|unit| format!("Thôn {id}, {unit}")),
            unit_group: unit.map(str::to_owned),
            ..PersonDetails::default()
        },
    }
}

/// So many delegates of each commune "Xã 0", "Xã 1", …
fn communes(sizes: &[usize]) -> Vec<Delegate> {
    let units = sizes.iter().enumerate().flat_map(|(unit, size)| std::iter::repeat_n(unit, *size));
    (1..).zip(units).map(|(id, unit)| delegate(id, Some(&format!("Xã {unit}")))).collect()
}

fn cluster(number: u32, capacity: Option<u32>, serves: &[&str]) -> Cluster {
    Cluster {
        id: ClusterId(i64::from(number)),
        number,
        details: ClusterDetails {
            name: format!("Điểm {number}"),
            capacity,
            serves: serves.iter().map(|&unit| unit.to_owned()).collect(),
            ..ClusterDetails::default()
        },
        sittings: Vec::new(),
    }
}

fn loads(division: &Division) -> Vec<usize> {
    division.shares.iter().map(|share| share.delegates.len()).collect()
}

fn by(count: u32, delegates: &[Delegate], clusters: &[Cluster]) -> Division {
    divide(delegates, clusters, DivideBy::Clusters(count), Served::Stay).expect("a division")
}

#[test]
fn new_clusters_are_named_in_the_order_of_their_units() {
    let division = by(2, &communes(&[3, 5, 4]), &[]);
    let named: Vec<(&str, Vec<&str>)> = division
        .shares
        .iter()
        .map(|share| (share.name.as_str(), share.serves.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(named, [("Cụm 1", vec!["Xã 0", "Xã 2"]), ("Cụm 2", vec!["Xã 1"])]);
}

#[test]
fn exchanges_do_better_than_filling_largest_first() {
    // Largest first alone gives 7 and 5.
    assert_eq!(loads(&by(2, &communes(&[3, 3, 2, 2, 2]), &[])), [6, 6]);
}

#[test]
fn a_unit_that_is_served_goes_there() {
    let delegates = communes(&[6, 2, 2]);
    let clusters = [cluster(1, None, &[]), cluster(2, None, &["xã 1"])];
    let division = by(2, &delegates, &clusters);
    assert_eq!(loads(&division), [6, 4]);
    assert_eq!(division.shares[1].serves, ["xã 1", "Xã 2"]);
    let again = divide(&delegates, &clusters, DivideBy::Clusters(3), Served::Anew).expect("anew");
    assert_eq!(loads(&again), [6, 2, 2]);
    assert_eq!(again.shares[2].name, "Cụm 3");
}

#[test]
fn clusters_beyond_the_number_empty_and_serve_nobody() {
    let clusters = [cluster(1, None, &["Xã 0"]), cluster(2, None, &["Xã 1", "Xã Khác"])];
    let division = divide(&communes(&[2, 2]), &clusters, DivideBy::Clusters(1), Served::Anew).expect("one");
    assert_eq!(loads(&division), [4, 0]);
    assert_eq!(division.shares[1].serves, ["Xã Khác"], "a unit without delegates stays where it was");
}

#[test]
fn seats_decide_how_many_clusters_there_are() {
    let division =
        divide(&communes(&[4, 4, 4, 12]), &[], DivideBy::Capacity(8), Served::Stay).expect("a division");
    assert_eq!(loads(&division), [8, 4, 12]);
    let over: Vec<usize> = division.shares.iter().map(Share::over_capacity).collect();
    assert_eq!(over, [0, 0, 4], "a unit larger than the hall stays whole");
}

#[test]
fn a_small_hall_gets_what_fits() {
    let clusters = [cluster(1, Some(3), &[]), cluster(2, None, &[])];
    assert_eq!(loads(&by(2, &communes(&[5, 4, 3]), &clusters)), [3, 9]);
}

#[test]
fn the_withdrawn_are_left_where_they_are() {
    let mut delegates = communes(&[2]);
    delegates[0].state = DelegateState::Withdrawn;
    assert_eq!(loads(&by(1, &delegates, &[])), [1]);
    delegates[1].state = DelegateState::Withdrawn;
    let refused = divide(&delegates, &[], DivideBy::Clusters(1), Served::Stay);
    assert_eq!(refused, Err(Mistake::NobodyListed));
    let refused = divide(&communes(&[1]), &[], DivideBy::Clusters(0), Served::Stay);
    assert_eq!(refused, Err(Mistake::NoClusters));
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(1..40_usize, 1..30)
}

proptest! {
    #[test]
    fn whole_units_in_balance(sizes in sizes(), count in 1..9_u32, loose in 0..10_i64) {
        let mut delegates = communes(&sizes);
        delegates.extend((0..loose).map(|n| delegate(100_000 + n, None)));
        let division = by(count, &delegates, &[]);

        prop_assert_eq!(division.shares.len(), usize::try_from(count).expect("small"));
        let mut placed: Vec<DelegateId> =
            division.shares.iter().flat_map(|share| share.delegates.clone()).collect();
        placed.sort();
        let all: Vec<DelegateId> = delegates.iter().map(|delegate| delegate.id).collect();
        prop_assert_eq!(placed, all, "everyone is placed once");

        for unit in 0..sizes.len() {
            let name = format!("Xã {unit}");
            let of_unit = |share: &&Share| share.delegates.iter().any(|id| {
                delegates.iter().any(|one| one.id == *id && one.details.group() == Some(&name))
            });
            let homes: Vec<&Share> = division.shares.iter().filter(of_unit).collect();
            prop_assert_eq!(homes.len(), 1, "{} is whole", name);
            prop_assert!(homes[0].serves.contains(&name));
        }
        let loads = loads(&division);
        let spread = loads.iter().max().expect("one") - loads.iter().min().expect("one");
        prop_assert!(spread <= *sizes.iter().max().expect("one"), "{:?}", loads);

        let mut shuffled = delegates.clone();
        shuffled.reverse();
        prop_assert_eq!(by(count, &shuffled, &[]), division);
    }

    #[test]
    fn nobody_stands_unless_a_unit_is_larger_than_the_hall(sizes in sizes(), seats in 1..60_u32) {
        let division = divide(&communes(&sizes), &[], DivideBy::Capacity(seats), Served::Stay).expect("division");
        prop_assert_eq!(division.delegates(), sizes.iter().sum::<usize>());
        for share in &division.shares {
            prop_assert!(share.over_capacity() == 0 || share.serves.len() == 1, "{:?}", loads(&division));
        }
    }
}

/// The delegates of each commune in the cluster of that number.
fn seated(sizes: &[(usize, u32)]) -> Vec<Delegate> {
    let mut all = communes(&sizes.iter().map(|(size, _)| *size).collect::<Vec<_>>());
    let places = sizes.iter().flat_map(|(size, number)| std::iter::repeat_n(*number, *size));
    for (delegate, number) in all.iter_mut().zip(places) {
        delegate.cluster = Some(ClusterId(i64::from(number)));
    }
    all
}

#[test]
fn only_the_commune_that_relieves_a_hall_is_moved() {
    let clusters = [cluster(1, Some(10), &["Xã 0", "Xã 1", "Xã 2"]), cluster(2, Some(12), &["Xã 3"])];
    let delegates = seated(&[(6, 1), (4, 1), (3, 1), (5, 2)]);
    let division = relieve(&delegates, &clusters).expect("a division");
    assert_eq!(loads(&division), [10, 8]);
    assert_eq!(division.shares[0].serves, ["Xã 0", "Xã 1"]);
    assert_eq!(division.shares[1].serves, ["Xã 2", "Xã 3"]);
}

#[test]
fn a_commune_that_was_parted_comes_together() {
    let clusters = [cluster(1, Some(10), &[]), cluster(2, Some(10), &[])];
    let mut delegates = seated(&[(5, 1), (3, 2)]);
    delegates[0].cluster = Some(ClusterId(2));
    assert_eq!(loads(&relieve(&delegates, &clusters).expect("a division")), [5, 3]);
}

#[test]
fn too_few_seats_are_said_with_how_many_are_missing() {
    let clusters = [cluster(1, Some(3), &[]), cluster(2, Some(3), &[])];
    let delegates = seated(&[(4, 1), (4, 1)]);
    let better = relieve(&delegates, &clusters).expect("a division");
    assert_eq!(loads(&better), [4, 4], "two without a seat are better than five");
    let delegates = seated(&[(4, 1), (4, 2)]);
    assert_eq!(relieve(&delegates, &clusters), Err(Mistake::TooFewSeats(2)));
    assert_eq!(relieve(&delegates, &[]), Err(Mistake::NoClusters));
    assert_eq!(relieve(&[], &clusters), Err(Mistake::NobodyListed));
}

#[test]
fn a_cluster_is_parted_between_communes() {
    let one = cluster(1, None, &["Xã 0", "Xã 1", "Xã 2", "Xã 9"]);
    let delegates = seated(&[(5, 1), (4, 1), (2, 1)]);
    let half = halve(&delegates, &one);
    assert_eq!(half.delegates.len(), 6);
    assert_eq!(half.serves, ["Xã 1", "Xã 2"], "a unit nobody comes from stays");
    assert_eq!(halve(&[], &one).serves, ["Xã 2", "Xã 9"]);
}

proptest! {
    #[test]
    fn nobody_is_lost_and_communes_stay_whole(
        sizes in prop::collection::vec((1_usize..30, 1_u32..4), 1..20),
        seats in prop::collection::vec(prop::option::of(1_u32..120), 3),
    ) {
        let clusters: Vec<Cluster> = (1..).zip(&seats).map(|(number, seats)| cluster(number, *seats, &[])).collect();
        let delegates = seated(&sizes);
        if let Ok(division) = relieve(&delegates, &clusters) {
            prop_assert_eq!(division.delegates(), delegates.len());
            let before: usize = clusters.iter().map(|one| {
                let here = delegates.iter().filter(|delegate| delegate.cluster == Some(one.id)).count();
                here.saturating_sub(one.details.capacity.map_or(usize::MAX, |seats| seats as usize))
            }).sum();
            let after: usize = division.shares.iter().map(Share::over_capacity).sum();
            prop_assert!(after < before || after == 0);
            for unit in 0..sizes.len() {
                let of_unit = |id: &DelegateId| delegates.iter().any(
                    |one| one.id == *id && one.details.unit_group == Some(format!("Xã {unit}")));
                let places = division.shares.iter().filter(|share| share.delegates.iter().any(of_unit)).count();
                prop_assert_eq!(places, 1);
            }
        }
    }
}
