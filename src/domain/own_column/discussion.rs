//! Chia tổ: delegates divided among discussion groups, pure and the same each time.
//!
//! Mixed, each group gets people of many units: units are dealt out one after the other, as cards are, so that two
//! groups never differ by more than one person, nor in how many they have of one unit. Kept, a unit stays together, and
//! groups are as even as whole units allow; a unit that is larger than a group is parted into as few pieces as it takes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::OwnMistake;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::id::{ClusterId, DelegateId};
use crate::vietnamese::{collate, fold};

/// No session has more groups; a slip of the finger must not make a million.
pub const MOST_GROUPS: usize = 100;

/// What the user gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Into so many groups.
    Groups(u32),
    /// Into groups of so many people at most.
    People(u32),
}

/// What becomes of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Units {
    /// Each group has people of many units.
    Mixed,
    /// Those of a unit are in one group.
    Kept,
}

/// Whose groups they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// All of the session.
    All,
    /// Those of one cluster, or of none.
    Cluster(Option<ClusterId>),
}

/// One group: its people, and of how many units they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// Its people, in the order of their rows.
    pub delegates: Vec<DelegateId>,
    /// Of how many units they are; those of no unit count as one each.
    pub units: usize,
}

/// What a group is called: "Tổ 3".
pub fn name(number: impl std::fmt::Display) -> String {
    format!("Tổ {number}")
}

/// The people of a unit, in the order of their rows.
struct Unit {
    order: String,
    people: Vec<DelegateId>,
}

/// Divides those on the list. Group 1 comes first; none is empty.
///
/// Errors: nobody is listed there; no groups, or groups of nobody, are asked for.
pub fn divide(delegates: &[Delegate], of: Of, by: By, units: Units) -> Result<Vec<Group>, OwnMistake> {
    let is_meant = |one: &&Delegate| {
        one.state == DelegateState::Listed
            && match of {
                Of::All => true,
                Of::Cluster(cluster) => one.cluster == cluster,
            }
    };
    let listed: Vec<&Delegate> = delegates.iter().filter(is_meant).collect();
    let all = units_of(&listed);
    let count = match by {
        By::Groups(count) => usize::try_from(count).unwrap_or(MOST_GROUPS),
        By::People(0) => 0,
        By::People(people) => listed.len().div_ceil(usize::try_from(people).unwrap_or(usize::MAX)),
    };
    let count = count.min(MOST_GROUPS).min(listed.len());
    if count == 0 {
        return Err(OwnMistake::NoGroups);
    }
    let mut groups = match units {
        Units::Mixed => dealt(&all, count),
        Units::Kept => packed(&all, count),
    };
    groups.iter_mut().for_each(|group| group.delegates.sort_unstable());
    groups.retain(|group| !group.delegates.is_empty());
    Ok(groups)
}

/// The units, as lists have their headings, in the order of the alphabet; whoever has none is alone.
fn units_of(listed: &[&Delegate]) -> Vec<Unit> {
    let mut by_unit: BTreeMap<String, Unit> = BTreeMap::new();
    let mut alone = Vec::new();
    let mut in_order: Vec<&&Delegate> = listed.iter().collect();
    in_order.sort_by_key(|one| one.id);
    for one in in_order {
        match one.details.group() {
            None => alone.push(Unit { order: String::new(), people: vec![one.id] }),
            Some(unit) => {
                let known = by_unit
                    .entry(fold::compare_key(unit))
                    .or_insert_with(|| Unit { order: collate::key(unit), people: Vec::new() });
                known.people.push(one.id);
            }
        }
    }
    let mut all: Vec<Unit> = by_unit.into_values().collect();
    all.sort_by(|one, other| one.order.cmp(&other.order));
    all.extend(alone);
    all
}

/// Unit after unit, each person to the next group.
fn dealt(units: &[Unit], count: usize) -> Vec<Group> {
    let mut groups = vec![Group::default(); count];
    let mut next = 0;
    for unit in units {
        for (at, person) in unit.people.iter().enumerate() {
            let group = &mut groups[next];
            group.delegates.push(*person);
            // Within one round each group gets one of the unit at most.
            group.units += usize::from(at < count);
            next = (next + 1) % count;
        }
    }
    groups
}

/// Whole units, the largest first, each to the group that has least.
fn packed(units: &[Unit], count: usize) -> Vec<Group> {
    let all: usize = units.iter().map(|unit| unit.people.len()).sum();
    // No smaller group could hold everyone.
    let size = all.div_ceil(count).max(1);
    let mut pieces: Vec<(usize, &[DelegateId])> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let parts = unit.people.len().div_ceil(size).max(1);
        let each = unit.people.len().div_ceil(parts).max(1);
        pieces.extend(unit.people.chunks(each).map(|piece| (at, piece)));
    }
    pieces.sort_by_key(|(at, piece)| (Reverse(piece.len()), *at));
    let mut groups = vec![Group::default(); count];
    for (_, piece) in pieces {
        let least = groups.iter().enumerate().min_by_key(|(at, group)| (group.delegates.len(), *at));
        if let Some(at) = least.map(|(at, _)| at) {
            groups[at].delegates.extend_from_slice(piece);
            groups[at].units += 1;
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use proptest::prelude::*;

    use super::*;
    use crate::domain::id::PersonId;
    use crate::domain::person::PersonDetails;

    /// So many delegates of each commune "Xã 0", "Xã 1", …
    fn communes(sizes: &[usize]) -> Vec<Delegate> {
        let units = sizes.iter().enumerate().flat_map(|(unit, size)| std::iter::repeat_n(unit, *size));
        let delegate = |(id, unit)| Delegate {
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
                unit: Some(format!("Thôn {id}, Xã {unit}")),
                unit_group: Some(format!("Xã {unit}")),
                ..PersonDetails::default()
            },
        };
        (1..).zip(units).map(delegate).collect()
    }

    fn sizes(groups: &[Group]) -> Vec<usize> {
        groups.iter().map(|group| group.delegates.len()).collect()
    }

    #[test]
    fn units_are_mixed_evenly_or_kept_whole() {
        let delegates = communes(&[4, 4, 4]);
        let mixed = divide(&delegates, Of::All, By::Groups(4), Units::Mixed).expect("groups");
        assert_eq!(sizes(&mixed), [3, 3, 3, 3]);
        assert!(mixed.iter().all(|group| group.units == 3), "{mixed:?}");
        let kept = divide(&delegates, Of::All, By::Groups(3), Units::Kept).expect("groups");
        assert!(kept.iter().all(|group| group.units == 1), "{kept:?}");
        let by_size = divide(&delegates, Of::All, By::People(5), Units::Mixed).expect("groups");
        assert_eq!(sizes(&by_size), [4, 4, 4], "no group is larger than was asked for");
    }

    #[test]
    fn who_is_not_on_the_list_is_in_no_group() {
        let mut delegates = communes(&[3]);
        delegates[0].state = DelegateState::Withdrawn;
        delegates[1].cluster = Some(ClusterId(7));
        let of = |of| divide(&delegates, of, By::Groups(2), Units::Mixed).map(|groups| sizes(&groups));
        assert_eq!(of(Of::All), Ok(vec![1, 1]));
        assert_eq!(of(Of::Cluster(Some(ClusterId(7)))), Ok(vec![1]));
        assert_eq!(of(Of::Cluster(None)), Ok(vec![1]));
        assert_eq!(of(Of::Cluster(Some(ClusterId(8)))), Err(OwnMistake::NoGroups));
        assert_eq!(divide(&delegates, Of::All, By::People(0), Units::Kept), Err(OwnMistake::NoGroups));
    }

    proptest! {
        #[test]
        fn everyone_is_in_one_group(
            communes_of in prop::collection::vec(1_usize..12, 1..9),
            count in 1_u32..9,
            kept: bool,
        ) {
            let delegates = communes(&communes_of);
            let units = if kept { Units::Kept } else { Units::Mixed };
            let groups = divide(&delegates, Of::All, By::Groups(count), units).expect("groups");
            let all: Vec<DelegateId> = groups.iter().flat_map(|group| group.delegates.clone()).collect();
            let once: BTreeSet<DelegateId> = all.iter().copied().collect();
            prop_assert_eq!((all.len(), once.len()), (delegates.len(), delegates.len()));

            let unit_of = |id: DelegateId| delegates[id.0 as usize - 1].details.unit_group.clone();
            let mut groups_of: HashMap<Option<String>, BTreeSet<usize>> = HashMap::new();
            for (at, group) in groups.iter().enumerate() {
                let own: BTreeSet<_> = group.delegates.iter().map(|id| unit_of(*id)).collect();
                if !kept {
                    prop_assert_eq!(own.len(), group.units);
                }
                own.into_iter().for_each(|unit| { groups_of.entry(unit).or_default().insert(at); });
            }
            let loads = sizes(&groups);
            let (least, most) = (loads.iter().min().unwrap_or(&0), loads.iter().max().unwrap_or(&0));
            let asked = (count as usize).min(delegates.len());
            let size = delegates.len().div_ceil(asked);
            if kept {
                for (unit, size_of) in communes_of.iter().enumerate() {
                    let parts = groups_of[&Some(format!("Xã {unit}"))].len();
                    prop_assert!(parts <= size_of.div_ceil(size), "unit {} of {} in {} groups", unit, size_of, parts);
                }
            } else {
                prop_assert!(most - least <= 1, "{:?}", loads);
                prop_assert_eq!(groups.len(), asked);
            }
            let again = divide(&delegates, Of::All, By::Groups(count), units).expect("groups");
            prop_assert_eq!(groups, again);
        }
    }
}
