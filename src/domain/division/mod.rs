//! Chia cụm: a session's delegates divided among clusters, units kept whole.
//!
//! The plan says who goes where; nothing is written until it is applied, and the
//! user may change it before.

mod balance;
mod move_few;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cluster::Cluster;
use super::delegate::{Delegate, DelegateState};
use super::id::{ClusterId, DelegateId};
use super::mistake::Mistake;
use crate::vietnamese::{collate, fold};
use balance::{Bin, Group};
pub use move_few::{Half, halve, relieve};

/// What the user gives: a number of clusters, or the seats of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DivideBy {
    /// Into so many clusters, as equal as whole units allow.
    Clusters(u32),
    /// Into as few clusters as hold everyone, with so many seats each; a cluster
    /// with a capacity of its own keeps it.
    Capacity(u32),
}

/// What becomes of units that a cluster serves already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Served {
    /// They go to their cluster.
    Stay,
    /// They are divided anew like the others.
    Anew,
}

/// Who goes where. Clusters of the session come first, by number; then new ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// Every cluster of the session as it will be.
    pub shares: Vec<Share>,
}

/// One cluster of a division.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The cluster; `None` when it is to be added.
    pub cluster: Option<ClusterId>,
    /// Its name; "Cụm 3" for a new one.
    pub name: String,
    /// Its seats, if they are known or were given.
    pub capacity: Option<u32>,
    /// The units it will serve.
    pub serves: Vec<String>,
    /// Its delegates.
    pub delegates: Vec<DelegateId>,
}

impl Share {
    /// How many delegates find no seat.
    pub fn over_capacity(&self) -> usize {
        let seats = self.capacity.and_then(|seats| usize::try_from(seats).ok()).unwrap_or(usize::MAX);
        self.delegates.len().saturating_sub(seats)
    }
}

impl Division {
    /// How many delegates it places.
    pub fn delegates(&self) -> usize {
        self.shares.iter().map(|share| share.delegates.len()).sum()
    }
}

/// Divides the delegates who are on the list. The same delegates and clusters
/// always give the same plan.
pub fn divide(
    delegates: &[Delegate],
    clusters: &[Cluster],
    by: DivideBy,
    served: Served,
) -> Result<Division, Mistake> {
    let mut listed: Vec<&Delegate> =
        delegates.iter().filter(|delegate| delegate.state == DelegateState::Listed).collect();
    listed.sort_by_key(|delegate| delegate.id);
    if listed.is_empty() {
        return Err(Mistake::NobodyListed);
    }
    let mut clusters: Vec<&Cluster> = clusters.iter().collect();
    clusters.sort_by_key(|cluster| (cluster.number, cluster.id));

    let (pinned, free) = pin(&listed, &clusters, served);
    let groups = group(&free);
    let bins = match by {
        DivideBy::Clusters(0) => return Err(Mistake::NoClusters),
        DivideBy::Capacity(0) => return Err(Mistake::NoSeats),
        DivideBy::Clusters(count) => {
            let count = usize::try_from(count).unwrap_or(usize::MAX).min(MOST_CLUSTERS);
            let mut bins = existing(&clusters, &pinned, None);
            for bin in bins.iter_mut().skip(count) {
                bin.open = false;
            }
            bins.extend((bins.len()..count).map(|_| Bin::new(None)));
            balance::fill(&mut bins, &groups);
            bins
        }
        DivideBy::Capacity(seats) => {
            balance::fill_with_seats(&existing(&clusters, &pinned, Some(seats)), &groups, seats)
        }
    };
    Ok(Division { shares: shares(bins, &groups, &pinned, &clusters, &listed, served) })
}

/// No conference has more clusters; a slip of the finger must not make a million.
const MOST_CLUSTERS: usize = 500;

/// Parts the delegates whose unit a cluster serves, by place in `clusters`, from
/// the others. As in an imported list, the commune counts before the unit itself.
fn pin<'a>(
    listed: &[&'a Delegate],
    clusters: &[&Cluster],
    served: Served,
) -> (Vec<Vec<DelegateId>>, Vec<&'a Delegate>) {
    let mut pinned = vec![Vec::new(); clusters.len()];
    if served == Served::Anew {
        return (pinned, listed.to_vec());
    }
    let mut place_of = HashMap::new();
    for (place, cluster) in clusters.iter().enumerate() {
        for unit in &cluster.details.serves {
            place_of.entry(fold::compare_key(unit)).or_insert(place);
        }
    }
    let place = |unit: Option<&str>| unit.and_then(|unit| place_of.get(&fold::compare_key(unit)).copied());
    let mut free = Vec::new();
    for delegate in listed {
        match place(delegate.details.group()).or_else(|| place(delegate.details.unit.as_deref())) {
            Some(place) => pinned[place].push(delegate.id),
            None => free.push(*delegate),
        }
    }
    (pinned, free)
}

/// Groups delegates by unit, largest first, then in alphabetical order. Those of
/// no unit belong to nobody and fill up one by one.
fn group(free: &[&Delegate]) -> Vec<Group> {
    let mut by_unit: BTreeMap<String, Group> = BTreeMap::new();
    let mut single = Vec::new();
    for delegate in free {
        match delegate.details.group() {
            None => single.push(Group { name: None, delegates: vec![delegate.id] }),
            Some(name) => {
                let group = by_unit
                    .entry(fold::compare_key(name))
                    .or_insert_with(|| Group { name: Some(name.to_owned()), delegates: Vec::new() });
                group.delegates.push(delegate.id);
                // Of several spellings, capitals first: whichever was read first must not matter.
                if group.name.as_deref().is_some_and(|known| name < known) {
                    group.name = Some(name.to_owned());
                }
            }
        }
    }
    let mut groups: Vec<Group> = by_unit.into_values().collect();
    groups.sort_by_cached_key(|group| (std::cmp::Reverse(group.delegates.len()), group.order()));
    groups.extend(single);
    groups
}

/// The session's clusters with what is pinned to them; `seats` for those without
/// a capacity of their own.
fn existing(clusters: &[&Cluster], pinned: &[Vec<DelegateId>], seats: Option<u32>) -> Vec<Bin> {
    let bin = |(cluster, pinned): (&&Cluster, &Vec<DelegateId>)| {
        let mut bin = Bin::new(cluster.details.capacity.or(seats));
        bin.pinned = pinned.len();
        bin.load = pinned.len();
        bin
    };
    clusters.iter().zip(pinned).map(bin).collect()
}

/// Turns filled bins into clusters. New ones are numbered in the alphabetical
/// order of their first units.
fn shares(
    mut bins: Vec<Bin>,
    groups: &[Group],
    pinned: &[Vec<DelegateId>],
    clusters: &[&Cluster],
    listed: &[&Delegate],
    served: Served,
) -> Vec<Share> {
    for bin in &mut bins {
        bin.groups.sort_by_cached_key(|&group| (groups[group].order(), group));
    }
    let first_unit = |bin: &Bin| bin.groups.first().map(|&group| groups[group].order());
    // Empty ones last.
    bins[clusters.len()..].sort_by_cached_key(|bin| (bin.groups.is_empty(), first_unit(bin)));

    let divided = match served {
        Served::Stay => HashSet::new(),
        Served::Anew => listed
            .iter()
            .flat_map(|delegate| [delegate.details.group(), delegate.details.unit.as_deref()])
            .flatten()
            .map(fold::compare_key)
            .collect(),
    };
    let last = clusters.last().map_or(0, |cluster| cluster.number);
    let mut new_names = (last + 1..).map(|number| format!("Cụm {number}"));
    let share = |(place, bin): (usize, Bin)| {
        let cluster = clusters.get(place);
        let mut serves: Vec<String> = cluster.map_or_else(Vec::new, |cluster| {
            let stays = |unit: &&String| !divided.contains(&fold::compare_key(unit));
            cluster.details.serves.iter().filter(stays).cloned().collect()
        });
        serves.extend(bin.groups.iter().filter_map(|&group| groups[group].name.clone()));
        let of_groups = bin.groups.iter().flat_map(|&group| &groups[group].delegates);
        let mut delegates: Vec<DelegateId> =
            pinned.get(place).into_iter().flatten().chain(of_groups).copied().collect();
        delegates.sort();
        Share {
            cluster: cluster.map(|cluster| cluster.id),
            name: match cluster {
                Some(cluster) => cluster.details.name.clone(),
                None => new_names.next().unwrap_or_default(),
            },
            capacity: bin.seats,
            serves,
            delegates,
        }
    };
    bins.into_iter().enumerate().map(share).collect()
}

impl Group {
    /// Its place in the alphabet.
    fn order(&self) -> String {
        self.name.as_deref().map(collate::key).unwrap_or_default()
    }
}
