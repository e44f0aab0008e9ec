//! How many were called, and whether the list of delegates agrees.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::session::AudienceGroup;
use crate::lexicon::{Beginnings, Section};

/// How many the groups of a session call together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Headcount {
    /// The number.
    pub count: u32,
    /// "hơn 200", "khoảng 90": an estimate.
    pub approximate: bool,
    /// Some group says no number: `count` is the least that is called.
    pub at_least: bool,
}

/// How a list disagrees with the number called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disagreement {
    /// So many fewer than called.
    Missing(u32),
    /// So many more than called.
    Extra(u32),
}

/// The number called over all groups; `None` when no group says one. A total
/// stands for its own group and all after it, whose own numbers are its parts.
pub fn headcount(groups: &[AudienceGroup]) -> Option<Headcount> {
    let total = groups.iter().position(|group| group.total && group.count.is_some());
    let counted = &groups[..total.map_or(groups.len(), |at| at + 1)];
    let counts: Vec<u32> = counted.iter().filter_map(|group| group.count).collect();
    let is_estimate = |group: &AudienceGroup| group.count.is_some() && group.approximate;
    (!counts.is_empty()).then(|| Headcount {
        count: counts.iter().fold(0, |sum, count| sum.saturating_add(*count)),
        approximate: counted.iter().any(is_estimate),
        at_least: counts.len() < counted.len(),
    })
}

/// Whether a list of `listed` delegates disagrees with what was called. An exact
/// number must be met exactly; an approximate one within a tenth of it; a number
/// that leaves out some group may be exceeded. An empty list is not made yet.
pub fn disagreement(called: Headcount, listed: usize) -> Option<Disagreement> {
    let listed = u32::try_from(listed).unwrap_or(u32::MAX);
    let slack = if called.approximate { called.count.div_ceil(10) } else { 0 };
    if listed == 0 {
        None
    } else if listed < called.count - slack {
        Some(Disagreement::Missing(called.count - listed))
    } else if listed > called.count.saturating_add(slack) && !called.at_least {
        Some(Disagreement::Extra(listed - called.count))
    } else {
        None
    }
}

/// The most a group may count: more than any hall holds.
pub const MOST: u32 = 99_999;

/// Reads "90", "hơn 200", "khoảng 90 người": the number and whether it is an
/// estimate. `Some(None)` for no text, `None` for what is no number.
pub fn read_count(text: &str) -> Option<Option<(u32, bool)>> {
    static ABOUT: LazyLock<Beginnings> = LazyLock::new(|| Section::About.words().collect());
    static PEOPLE: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::People.noted("called").collect());
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Some(None);
    }
    let estimate = ABOUT.after(&text).next();
    let number = estimate.unwrap_or(&text).trim_start();
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    let (digits, unit) = number.split_at(end);
    let unit = unit.trim();
    if !unit.is_empty() && !PEOPLE.contains(unit) {
        return None;
    }
    let count = digits.parse().ok().filter(|count| (1..=MOST).contains(count))?;
    Some(Some((count, estimate.is_some())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(count: Option<u32>, approximate: bool, total: bool) -> AudienceGroup {
        AudienceGroup { label: "Tổ trưởng".into(), count, approximate, total }
    }

    #[test]
    fn a_total_stands_for_the_groups_after_it() {
        let total = [group(Some(433), false, true), group(None, false, false), group(Some(30), false, false)];
        let called = headcount(&total).expect("a number");
        assert_eq!(called, Headcount { count: 433, approximate: false, at_least: false });
        let sum = [group(Some(30), false, false), group(Some(60), true, false)];
        let called = headcount(&sum).expect("a number");
        assert_eq!(called, Headcount { count: 90, approximate: true, at_least: false });
        let open = [group(Some(30), false, false), group(None, false, false)];
        assert!(headcount(&open).is_some_and(|called| called.at_least));
        assert_eq!(headcount(&[group(None, true, false)]), None);
    }

    #[test]
    fn an_exact_number_is_met_and_an_estimate_is_near() {
        let called = |approximate, at_least| Headcount { count: 200, approximate, at_least };
        assert_eq!(disagreement(called(false, false), 200), None);
        assert_eq!(disagreement(called(false, false), 199), Some(Disagreement::Missing(1)));
        assert_eq!(disagreement(called(false, false), 201), Some(Disagreement::Extra(1)));
        assert_eq!(disagreement(called(true, false), 219), None);
        assert_eq!(disagreement(called(true, false), 221), Some(Disagreement::Extra(21)));
        assert_eq!(disagreement(called(true, false), 179), Some(Disagreement::Missing(21)));
        assert_eq!(disagreement(called(false, true), 260), None, "some group said no number");
        assert_eq!(disagreement(called(false, false), 0), None, "no list yet");
    }

    #[test]
    fn numbers_are_read_as_announcements_write_them() {
        assert_eq!(read_count("hơn 200"), Some(Some((200, true))));
        assert_eq!(read_count("Khoảng 90 người"), Some(Some((90, true))));
        assert_eq!(read_count("433 vị"), Some(Some((433, false))));
        assert_eq!(read_count(" "), Some(None));
        for wrong in ["0", "hơn", "chín mươi", "90 xã", "999999999999", "-3", "3,5"] {
            assert_eq!(read_count(wrong), None, "{wrong}");
        }
    }
}
