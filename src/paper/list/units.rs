//! The units of those who are listed: which rows are of one.

use super::ClusterList;
use crate::domain::numbering::Numbered;
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::name::is_all_capitals;

/// The delegates of each unit, in the order of the list, under its name.
pub fn by_unit<'a>(part: &ClusterList<'a>) -> Vec<(String, ClusterList<'a>)> {
    let mut units: Vec<(String, ClusterList<'a>)> = Vec::new();
    let mut next = 0;
    for (name, length) in groups(&part.rows) {
        let rows = &part.rows[next..next + length];
        next += length;
        // A list that is ordered by name comes back to a unit again and again.
        match units.iter_mut().find(|(known, _)| is_same(known, &name)) {
            Some((_, part)) => part.rows.extend_from_slice(rows),
            None => units.push((name, ClusterList { cluster: part.cluster, rows: rows.to_vec() })),
        }
    }
    units
}

/// Rows that follow each other in one group, with the name of the group: the same
/// commune, however its name is spelt, as it is written where not in capitals.
pub(super) fn groups(rows: &[Numbered]) -> Vec<(String, usize)> {
    let mut groups: Vec<(String, usize)> = Vec::new();
    for row in rows {
        let name = if row.delegate.supplementary {
            "Bổ sung"
        } else {
            row.delegate.details.group().unwrap_or("Chưa rõ đơn vị")
        };
        match groups.last_mut() {
            Some((last, length)) if is_same(last, name) => {
                *length += 1;
                if is_all_capitals(last) {
                    name.clone_into(last);
                }
            }
            _ => groups.push((name.to_owned(), 1)),
        }
    }
    groups
}

/// Whether two names are of the same unit, however they are spelt.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || compare_key(one) == compare_key(other)
}
