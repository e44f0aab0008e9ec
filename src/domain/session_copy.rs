//! What a session made from an earlier one takes over, told before it is made.

use super::date::{DateSpan, FuzzyDate};
use super::person::PersonDetails;

/// What comes along, what moves, and what stays behind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopyReport {
    /// Dates of the earlier session.
    pub old_dates: Option<DateSpan>,
    /// Dates of the new one; `None` while they are open.
    pub new_dates: Option<DateSpan>,
    /// Clusters that come along.
    pub clusters: usize,
    /// Sittings that come along, on their new days.
    pub sittings: usize,
    /// Sittings that stay behind because their new days are not known.
    pub sittings_left_out: usize,
    /// Items of the programme in those sittings.
    pub items: usize,
    /// Topics of the session.
    pub topics: usize,
    /// Delegates who come along.
    pub delegates: usize,
    /// Names of those who are no longer in post and stay behind.
    pub gone: Vec<String>,
    /// Those whose position or unit the registry has otherwise now.
    pub changed: Vec<CopyChange>,
}

/// Someone who comes along with another position or unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyChange {
    /// Who.
    pub name: String,
    /// Position and unit in the earlier session.
    pub before: String,
    /// As the registry has them now.
    pub after: String,
}

impl CopyChange {
    /// What differs between a delegate then and the person now, if it shows.
    pub fn between(then: &PersonDetails, now: &PersonDetails) -> Option<Self> {
        let words = |one: &PersonDetails| {
            let parts = [one.position.as_deref(), one.unit.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
        let (before, after) = (words(then), words(now));
        (before != after).then(|| Self { name: now.full_name.clone(), before, after })
    }
}

/// Whether something that lasted until `until` is over for certain on `day`: a
/// year alone lasts until its last day.
pub fn is_over(until: FuzzyDate, day: FuzzyDate) -> bool {
    let (year, month, date) = until.sort_key();
    let last = (year, if month == 0 { 12 } else { month }, if date == 0 { 31 } else { date });
    until.year().is_some() && day.year().is_some() && last < day.sort_key()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_over_when_its_last_possible_day_is_past() {
        let over =
            |until: &str, day: &str| is_over(until.parse().expect("a date"), day.parse().expect("a date"));
        assert!(over("2025-06-30", "2025-07-01"));
        assert!(!over("2025-06-30", "2025-06-30"));
        assert!(!over("2025", "2025-11-01"), "it may last until December");
        assert!(over("2024", "2025-01-01"));
        assert!(!over("XXXX-06-30", "2025-07-01"), "of an unknown year nothing is certain");
    }
}
