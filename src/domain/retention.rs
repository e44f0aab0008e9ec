//! How long the named data of a session are kept, what for, and whether archives hold them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::date::{DateSpan, FuzzyDate};
use super::id::SessionId;

/// The setting that says how many years data are usually kept after a session.
pub const HABIT: &str = "retention_years";

/// What is said of keeping the named data of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// What they are kept for.
    pub purpose: Option<String>,
    /// The last day (or month, or year) they are kept; `None` while nobody decided.
    pub keep_until: Option<FuzzyDate>,
    /// Why archives hold them ("khóa lưu trữ"): nothing is erased while this is said.
    pub hold_reason: Option<String>,
}

impl Retention {
    /// Whether the last day is past.
    pub fn is_over(&self, today: Date) -> bool {
        self.keep_until.and_then(last_day).is_some_and(|last| last < today)
    }
}

/// A session whose named data need a look: kept longer than was said, or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The session.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// What is said of keeping its data.
    pub retention: Retention,
    /// Delegates who are not erased.
    pub named: usize,
}

/// The last day of a date of whatever precision.
fn last_day(date: FuzzyDate) -> Option<Date> {
    let year = date.year()?;
    match (date.calendar(), date.month()) {
        (Some(day), _) => Some(day),
        (None, Some(month)) => Date::new(year, i8::try_from(month).ok()?, 1).ok().map(Date::last_of_month),
        (None, None) => Date::new(year, 12, 31).ok(),
    }
}

/// Until when the data of a session are kept as the office usually does: so many years after it.
pub fn usual(dates: Option<DateSpan>, years: u32) -> Option<FuzzyDate> {
    let year = dates?.end().year()?;
    FuzzyDate::year_only(year.checked_add(i16::try_from(years).ok()?)?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn until(edtf: &str) -> Retention {
        Retention { keep_until: edtf.parse().ok(), ..Retention::default() }
    }

    #[test]
    fn a_year_or_month_is_over_after_its_last_day() {
        assert!(!until("2026").is_over(date(2026, 12, 31)));
        assert!(until("2026").is_over(date(2027, 1, 1)));
        assert!(!until("2028-02").is_over(date(2028, 2, 29)));
        assert!(until("2028-02").is_over(date(2028, 3, 1)));
        assert!(until("2026-11-20").is_over(date(2026, 11, 21)));
        assert!(!Retention::default().is_over(date(9999, 12, 31)), "nobody decided");
    }

    #[test]
    fn the_usual_date_counts_from_the_end() {
        let dates = "2020-12-30/2021-01-02".parse().ok();
        assert_eq!(usual(dates, 5).map(|date| date.to_string()).as_deref(), Some("2026"));
        assert_eq!(usual(None, 5), None);
    }
}
