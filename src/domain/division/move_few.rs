//! The delegates who find no seat are moved, and as few communes with them as
//! can be; a cluster is parted in two.
//!
//! A commune stays together: all its delegates go to the cluster that has most of
//! them, and from there only as a whole. While a cluster is over its capacity, the
//! smallest commune that relieves it goes to the cluster with most room left; when
//! none is enough, the largest that fits goes; then communes go or change places, at
//! most two such changes at once, while that leaves fewer without a seat. Only where that leaves fewer without a seat, all are divided
//! anew, and each hall keeps as many of its own as it can. When nothing helps, more
//! seats are needed.

use std::collections::BTreeMap;

use super::balance::{self, Bin, Group};
use super::{Division, existing, group, shares};
use crate::domain::cluster::Cluster;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::division::Served;
use crate::domain::id::DelegateId;
use crate::domain::mistake::Mistake;
use crate::vietnamese::fold;

/// Moves whole communes out of clusters that are over capacity.
pub fn relieve(delegates: &[Delegate], clusters: &[Cluster]) -> Result<Division, Mistake> {
    let mut listed: Vec<&Delegate> =
        delegates.iter().filter(|delegate| delegate.state == DelegateState::Listed).collect();
    listed.sort_by_key(|delegate| delegate.id);
    if listed.is_empty() {
        return Err(Mistake::NobodyListed);
    }
    if clusters.is_empty() {
        return Err(Mistake::NoClusters);
    }
    let mut clusters: Vec<&Cluster> = clusters.iter().collect();
    clusters.sort_by_key(|cluster| (cluster.number, cluster.id));
    let groups = group(&listed);
    let nobody = vec![Vec::new(); clusters.len()];
    let empty = existing(&clusters, &nobody, None);

    let standing = without_seat(&listed, &clusters);
    let mut bins = as_they_stand(&empty, &groups, &listed, &clusters);
    move_few(&mut bins, &groups);
    exchange(&mut bins, &groups);
    if over(&bins) > 0 {
        let mut anew = empty;
        balance::fill(&mut anew, &groups);
        if over(&anew) < over(&bins) {
            bins = at_home(anew, &groups, &listed, &clusters);
        }
    }
    if over(&bins) > 0 && over(&bins) >= standing {
        return Err(Mistake::TooFewSeats(standing));
    }
    Ok(Division { shares: shares(bins, &groups, &nobody, &clusters, &listed, Served::Anew) })
}

/// How many find no seat now, those in no cluster among them.
fn without_seat(listed: &[&Delegate], clusters: &[&Cluster]) -> usize {
    let over = |cluster: &&Cluster| {
        let here = listed.iter().filter(|one| one.cluster == Some(cluster.id)).count();
        let seats = cluster.details.capacity.and_then(|seats| usize::try_from(seats).ok());
        here.saturating_sub(seats.unwrap_or(usize::MAX))
    };
    let nowhere = listed.iter().filter(|one| clusters.iter().all(|cluster| Some(cluster.id) != one.cluster));
    clusters.iter().map(over).sum::<usize>() + nowhere.count()
}

/// How many find no seat.
fn over(bins: &[Bin]) -> usize {
    bins.iter().map(|bin| bin.load.saturating_sub(room(bin))).sum()
}

fn room(bin: &Bin) -> usize {
    bin.seats.and_then(|seats| usize::try_from(seats).ok()).unwrap_or(usize::MAX)
}

/// Each group where most of it is; those in no cluster are put where there is room.
fn as_they_stand(empty: &[Bin], groups: &[Group], listed: &[&Delegate], clusters: &[&Cluster]) -> Vec<Bin> {
    let place_of: BTreeMap<DelegateId, usize> = listed
        .iter()
        .filter_map(|one| {
            Some((one.id, clusters.iter().position(|cluster| Some(cluster.id) == one.cluster)?))
        })
        .collect();
    let mut bins = empty.to_vec();
    for (at, group) in groups.iter().enumerate() {
        let mut here = vec![0_usize; bins.len()];
        for place in group.delegates.iter().filter_map(|id| place_of.get(id)) {
            here[*place] += 1;
        }
        let most = here.iter().copied().max().unwrap_or(0);
        let size = group.delegates.len();
        let place = match most {
            0 => {
                let left = |place: &usize| room(&bins[*place]).saturating_sub(bins[*place].load);
                (0..bins.len()).max_by_key(|place| (left(place), std::cmp::Reverse(bins[*place].load)))
            }
            most => here.iter().position(|count| *count == most),
        };
        if let Some(place) = place {
            bins[place].groups.push(at);
            bins[place].load += size;
        }
    }
    bins
}

/// Halls with as many seats change places, so that most delegates stay where they are.
fn at_home(mut bins: Vec<Bin>, groups: &[Group], listed: &[&Delegate], clusters: &[&Cluster]) -> Vec<Bin> {
    let place_of: BTreeMap<DelegateId, _> = listed.iter().map(|one| (one.id, one.cluster)).collect();
    let own = |bin: &Bin, cluster: &Cluster| {
        let all = bin.groups.iter().flat_map(|group| &groups[*group].delegates);
        all.filter(|id| place_of.get(id) == Some(&Some(cluster.id))).count()
    };
    for (at, cluster) in clusters.iter().enumerate() {
        let same = (at..bins.len()).filter(|other| bins[*other].seats == bins[at].seats);
        if let Some(best) = same.max_by_key(|other| (own(&bins[*other], cluster), std::cmp::Reverse(*other)))
        {
            bins.swap(at, best);
        }
    }
    bins
}

/// Each turn moves one group to where it fits, so that what is over gets less.
fn move_few(bins: &mut [Bin], groups: &[Group]) {
    let size = |group: usize| groups[group].delegates.len();
    for _ in 0..groups.len() {
        let excess = |bin: &Bin| bin.load.saturating_sub(room(bin));
        let Some(full) =
            (0..bins.len()).filter(|at| excess(&bins[*at]) > 0).max_by_key(|at| excess(&bins[*at]))
        else {
            return;
        };
        let over = excess(&bins[full]);
        let left = |at: usize| room(&bins[at]).saturating_sub(bins[at].load);
        let Some(target) = (0..bins.len()).filter(|at| *at != full).max_by_key(|at| left(*at)) else {
            return;
        };
        let fits = bins[full].groups.iter().copied().filter(|group| size(*group) <= left(target));
        let (enough, not): (Vec<usize>, Vec<usize>) = fits.partition(|group| size(*group) >= over);
        let goes = enough.into_iter().min_by_key(|group| size(*group));
        let Some(goes) = goes.or_else(|| not.into_iter().max_by_key(|group| size(*group))) else { return };
        bins[full].groups.retain(|group| *group != goes);
        bins[full].load -= size(goes);
        bins[target].groups.push(goes);
        bins[target].load += size(goes);
    }
}

/// A commune goes to another hall, or two change places.
#[derive(Debug, Clone, Copy)]
enum Change {
    Move(usize, usize),
    Swap(usize, usize),
}

/// With more changes than this to try two by two, the user would wait.
const MOST_CHANGES: usize = 700;

/// One change, or two at once, as long as fewer are then without a seat: whichever
/// leaves the fewest, and of those the one that moves the fewest delegates.
fn exchange(bins: &mut [Bin], groups: &[Group]) {
    let mut place = vec![0; groups.len()];
    for (at, bin) in bins.iter().enumerate() {
        bin.groups.iter().for_each(|group| place[*group] = at);
    }
    let size = |group: usize| groups[group].delegates.len();
    // Each turn leaves fewer without a seat, so this ends.
    while over(bins) > 0 {
        let moves =
            (0..groups.len()).flat_map(|group| (0..bins.len()).map(move |to| Change::Move(group, to)));
        let swaps = (0..groups.len()).flat_map(|one| (0..one).map(move |other| Change::Swap(one, other)));
        let changes: Vec<Change> = moves.chain(swaps).collect();
        let mut best = (over(bins), 0, None);
        let mut consider = |bins: &[Bin], moved: usize, way: (Change, Option<Change>)| {
            let found = (over(bins), moved);
            if found.0 < best.0 || (best.2.is_some() && found < (best.0, best.1)) {
                best = (found.0, found.1, Some(way));
            }
        };
        for first in &changes {
            let before = place.clone();
            let moved = carry_out(*first, bins, &mut place, size);
            consider(bins, moved, (*first, None));
            if changes.len() <= MOST_CHANGES {
                for second in &changes {
                    let between = place.clone();
                    let more = carry_out(*second, bins, &mut place, size);
                    consider(bins, moved + more, (*first, Some(*second)));
                    take_back(bins, &mut place, &between, size);
                }
            }
            take_back(bins, &mut place, &before, size);
        }
        let Some((first, second)) = best.2 else { break };
        carry_out(first, bins, &mut place, size);
        if let Some(second) = second {
            carry_out(second, bins, &mut place, size);
        }
    }
    for (at, bin) in bins.iter_mut().enumerate() {
        bin.groups = (0..groups.len()).filter(|group| place[*group] == at).collect();
    }
}

/// Makes a change in the loads; how many delegates move by it.
fn carry_out(change: Change, bins: &mut [Bin], place: &mut [usize], size: impl Fn(usize) -> usize) -> usize {
    let goes = match change {
        Change::Move(group, to) => [Some((group, to)), None],
        Change::Swap(one, other) => [Some((one, place[other])), Some((other, place[one]))],
    };
    let mut moved = 0;
    for (group, to) in goes.into_iter().flatten() {
        if place[group] == to {
            continue;
        }
        bins[place[group]].load -= size(group);
        bins[to].load += size(group);
        place[group] = to;
        moved += size(group);
    }
    moved
}

/// Puts the loads back to where they were.
fn take_back(bins: &mut [Bin], place: &mut [usize], before: &[usize], size: impl Fn(usize) -> usize) {
    for group in 0..place.len() {
        if place[group] != before[group] {
            bins[place[group]].load -= size(group);
            bins[before[group]].load += size(group);
            place[group] = before[group];
        }
    }
}

/// One half of a cluster that is parted: who goes, and the units that go with them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Half {
    /// The delegates of the second half.
    pub delegates: Vec<DelegateId>,
    /// The units the second half serves.
    pub serves: Vec<String>,
}

/// Parts a cluster in two that are as equal as whole communes allow: what goes to
/// the second. Units without a delegate stay, unless nobody is listed: then the
/// later half of the units goes.
pub fn halve(delegates: &[Delegate], cluster: &Cluster) -> Half {
    let mut listed: Vec<&Delegate> = delegates
        .iter()
        .filter(|one| one.cluster == Some(cluster.id) && one.state == DelegateState::Listed)
        .collect();
    listed.sort_by_key(|delegate| delegate.id);
    let serves = &cluster.details.serves;
    if listed.is_empty() {
        let later = serves[serves.len().div_ceil(2)..].to_vec();
        return Half { delegates: Vec::new(), serves: later };
    }
    let groups = group(&listed);
    let mut bins = vec![Bin::new(None), Bin::new(None)];
    balance::fill(&mut bins, &groups);
    let goes = &bins[1].groups;
    let mut delegates: Vec<DelegateId> =
        goes.iter().flat_map(|group| &groups[*group].delegates).copied().collect();
    delegates.sort();
    let names = goes.iter().filter_map(|group| groups[*group].name.as_deref());
    let keys: Vec<String> = names.map(fold::compare_key).collect();
    let serves = serves.iter().filter(|unit| keys.contains(&fold::compare_key(unit))).cloned().collect();
    Half { delegates, serves }
}
