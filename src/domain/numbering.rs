//! STT: the number of each delegate in its cluster.
//!
//! Until "Chốt danh sách" the number follows the order of the list; from then on
//! it is fixed, later additions take the next numbers, and a removed delegate
//! leaves its number crossed out.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::delegate::{Delegate, DelegateState};
use super::id::{ClusterId, DelegateId};
use super::person::PersonDetails;
use super::session::ListOrder;
use crate::vietnamese::collate;
use crate::vietnamese::name;

/// A delegate with its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered<'a> {
    /// STT, from 1 in each cluster; 0 of whoever has none, for papers do not list them.
    pub number: u32,
    /// Who has it.
    pub delegate: &'a Delegate,
}

/// Orders the delegates and gives each its STT; who was only sent for somebody has none. Clusters come in the order of
/// `clusters`, delegates of none of them last.
pub fn numbered<'a>(
    delegates: &'a [Delegate],
    clusters: &[ClusterId],
    order: ListOrder,
) -> Vec<Numbered<'a>> {
    let placed = delegates.iter().filter(|one| one.state != DelegateState::Substitute);
    let mut keyed: Vec<Keyed<'a>> = placed.map(|delegate| Keyed::new(delegate, clusters)).collect();
    keyed.sort_by(|a, b| a.compare(b, order));

    let mut next: HashMap<Option<ClusterId>, u32> = HashMap::new();
    for one in &keyed {
        // Fixed numbers are never given twice: free ones start after them.
        if let Some(fixed) = one.delegate.fixed_number {
            let free = next.entry(one.delegate.cluster).or_insert(1);
            *free = (*free).max(fixed + 1);
        }
    }
    keyed
        .into_iter()
        .map(|one| {
            let mut free_number = || {
                let free = next.entry(one.delegate.cluster).or_insert(1);
                *free += 1;
                *free - 1
            };
            let number = match one.delegate.fixed_number {
                Some(fixed) => fixed,
                None if is_shown(one.delegate) => free_number(),
                None => 0,
            };
            Numbered { number, delegate: one.delegate }
        })
        .collect()
}

/// Puts numbered delegates of one cluster in another order; each keeps its number.
/// By unit, later additions still come last.
pub fn reorder(rows: &mut [Numbered<'_>], order: ListOrder) {
    // The keys are made once, and each row finds its own by its delegate.
    let keys: HashMap<DelegateId, Keyed> =
        rows.iter().map(|row| (row.delegate.id, Keyed::new(row.delegate, &[]))).collect();
    rows.sort_by(|a, b| {
        let added = |row: &Numbered| order == ListOrder::UnitThenName && row.delegate.supplementary;
        let (one, other) = (&keys[&a.delegate.id], &keys[&b.delegate.id]);
        added(a).cmp(&added(b)).then_with(|| one.compare_people(other, order))
    });
}

/// The place of a person in a Vietnamese name list: name, then birth year.
/// A text whose byte order is that order; the data file keeps it in a column.
pub fn name_key(sort_name: Option<&str>, person: &PersonDetails) -> String {
    let name = sort_name.unwrap_or(&person.full_name);
    let order = name::order_key(name);
    let year = person.birth.and_then(|birth| birth.year()).unwrap_or(0);
    // Spelling (hoà or hòa, capitals) decides last, so that it never comes before the year.
    format!("{order}\u{1}{year:04}\u{1}{name}")
}

/// A delegate with its sort keys, computed once.
struct Keyed<'a> {
    delegate: &'a Delegate,
    cluster: usize,
    /// Whose unit is not known comes after all that are.
    group: (bool, String),
    /// People of the commune itself come before those of its residential areas.
    within: (bool, String),
    name: String,
    id: DelegateId,
}

impl<'a> Keyed<'a> {
    fn new(delegate: &'a Delegate, clusters: &[ClusterId]) -> Self {
        let details = &delegate.details;
        let position = |id: ClusterId| clusters.iter().position(|&cluster| cluster == id);
        let unit = details.unit_within_group().unwrap_or_default();
        let of_an_area =
            details.unit_group.is_some() && details.unit_within_group() != details.unit.as_deref();
        Self {
            delegate,
            cluster: delegate.cluster.and_then(position).unwrap_or(usize::MAX),
            group: (details.group().is_none(), details.group().map(collate::key).unwrap_or_default()),
            within: (of_an_area, collate::key(unit)),
            name: name_key(delegate.sort_name.as_deref(), details),
            id: delegate.id,
        }
    }

    /// Cluster first; fixed numbers before free ones; then the order of the list.
    fn compare(&self, other: &Self, order: ListOrder) -> Ordering {
        let fixed = |one: &Self| one.delegate.fixed_number.unwrap_or(u32::MAX);
        let listed = self.cluster.cmp(&other.cluster).then(fixed(self).cmp(&fixed(other)));
        listed.then_with(|| self.compare_people(other, order))
    }

    /// The order of a list, whatever numbers are fixed.
    fn compare_people(&self, other: &Self, order: ListOrder) -> Ordering {
        let by_unit = || self.group.cmp(&other.group).then_with(|| self.within.cmp(&other.within));
        let by_name = || self.name.cmp(&other.name).then(self.id.cmp(&other.id));
        match order {
            ListOrder::UnitThenName => by_unit().then_with(by_name),
            ListOrder::Name => by_name(),
        }
    }
}

/// Delegates a paper lists: those still on the list, and withdrawn ones whose
/// fixed number must stay visible.
pub fn is_shown(delegate: &Delegate) -> bool {
    delegate.state == DelegateState::Listed || delegate.fixed_number.is_some()
}

/// Which of a session's lists are meant: each cluster has one, and those of no
/// cluster have one together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// All of them.
    All,
    /// That of one cluster, or of those in none.
    Of(Option<ClusterId>),
}

impl Lists {
    /// Whether the list of this cluster (or of those in none) is meant.
    pub fn hold(self, cluster: Option<ClusterId>) -> bool {
        match self {
            Self::All => true,
            Self::Of(one) => one == cluster,
        }
    }
}

/// Whether the list of a cluster (or of those in none) is fixed ("đã chốt").
pub fn is_fixed(delegates: &[Delegate], cluster: Option<ClusterId>) -> bool {
    delegates.iter().any(|delegate| delegate.cluster == cluster && delegate.fixed_number.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::PersonId;

    #[test]
    fn who_was_withdrawn_before_numbers_were_fixed_takes_none() {
        let mut delegates =
            [(1, "An"), (2, "Bé"), (3, "Cư")].map(|(id, name)| delegate(id, 1, name, "Xã A", "Xã A"));
        delegates[1].state = DelegateState::Withdrawn;
        let rows = numbered(&delegates, &[ClusterId(1)], ListOrder::Name);
        let numbers: Vec<(i64, u32)> = rows.iter().map(|row| (row.delegate.id.0, row.number)).collect();
        assert_eq!(numbers, [(1, 1), (2, 0), (3, 2)]);
    }

    fn delegate(id: i64, cluster: i64, name: &str, group: &str, unit: &str) -> Delegate {
        Delegate {
            erased: false,
            id: DelegateId(id),
            person: PersonId(id),
            cluster: Some(ClusterId(cluster)),
            state: DelegateState::Listed,
            fixed_number: None,
            supplementary: false,
            walk_in: false,
            substitute_for: None,
            sort_name: None,
            details: PersonDetails {
                full_name: name.into(),
                unit: Some(unit.into()),
                unit_group: Some(group.into()),
                ..PersonDetails::default()
            },
        }
    }

    fn listed(delegates: &[Delegate], order: ListOrder) -> Vec<(u32, &str)> {
        numbered(delegates, &[ClusterId(1), ClusterId(2)], order)
            .into_iter()
            .map(|one| (one.number, one.delegate.details.full_name.as_str()))
            .collect()
    }

    #[test]
    fn the_commune_comes_before_its_areas_and_areas_before_names() {
        let delegates = [
            delegate(1, 1, "Lê Văn An", "Xã Tam Đại", "Thôn 10, xã Tam Đại"),
            delegate(2, 1, "Vũ Thị Yến", "Xã Tam Đại", "Thôn 2, xã Tam Đại"),
            delegate(3, 1, "Võ Công Sơn", "Xã Tam Đại", "UBMTTQ xã Tam Đại"),
            delegate(4, 1, "Bùi An", "Xã Tam Dân", "Thôn 1, xã Tam Dân"),
        ];
        let by_unit = [(1, "Bùi An"), (2, "Võ Công Sơn"), (3, "Vũ Thị Yến"), (4, "Lê Văn An")];
        assert_eq!(listed(&delegates, ListOrder::UnitThenName), by_unit);
        let by_name = [(1, "Bùi An"), (2, "Lê Văn An"), (3, "Võ Công Sơn"), (4, "Vũ Thị Yến")];
        assert_eq!(listed(&delegates, ListOrder::Name), by_name);
    }

    #[test]
    fn each_cluster_starts_at_one_and_those_of_none_come_last() {
        let mut delegates = [
            delegate(1, 2, "Lê Văn An", "Xã Tam Đại", "Thôn 1"),
            delegate(2, 1, "Vũ Thị Yến", "Xã Tam Đại", "Thôn 2"),
            delegate(3, 1, "Võ Công Sơn", "Xã Tam Đại", "Thôn 2"),
        ];
        delegates[2].cluster = None;
        let expected = [(1, "Vũ Thị Yến"), (1, "Lê Văn An"), (1, "Võ Công Sơn")];
        assert_eq!(listed(&delegates, ListOrder::UnitThenName), expected);
    }

    #[test]
    fn fixed_numbers_stay_and_later_ones_follow_them() {
        let mut delegates = [
            delegate(1, 1, "Lê Văn An", "A", "A"),
            delegate(2, 1, "Vũ Thị Yến", "A", "A"),
            delegate(3, 1, "Bùi Ái", "A", "A"),
        ];
        delegates[0].fixed_number = Some(2);
        delegates[1].fixed_number = Some(1);
        let expected = [(1, "Vũ Thị Yến"), (2, "Lê Văn An"), (3, "Bùi Ái")];
        assert_eq!(listed(&delegates, ListOrder::UnitThenName), expected);
    }

    #[test]
    fn a_sort_name_overrides_the_last_word() {
        let mut delegates =
            [delegate(1, 1, "H'Hen Niê", "A", "A"), delegate(2, 1, "Nguyễn Văn Minh", "A", "A")];
        assert_eq!(listed(&delegates, ListOrder::Name)[0].1, "Nguyễn Văn Minh");
        delegates[0].sort_name = Some("Niê H'Hen".into());
        assert_eq!(listed(&delegates, ListOrder::Name)[0].1, "H'Hen Niê");
    }

    #[test]
    fn the_same_name_is_ordered_by_year_before_spelling() {
        let mut old = delegate(1, 1, "Lê Thị Hòa", "A", "A");
        old.details.birth = "1950".parse().ok();
        let mut young = delegate(2, 1, "LÊ THỊ HOÀ", "A", "A");
        young.details.birth = "1980".parse().ok();
        let delegates = [young, old];
        assert_eq!(listed(&delegates, ListOrder::Name)[0].1, "Lê Thị Hòa");
    }
}
