//! The days of a month as a sheet of six weeks, and steps from day to day. Knows
//! no window.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::date::FuzzyDate;

/// Days in a week, weeks on a sheet: every month fits, so the sheet never changes its size.
pub(super) const DAYS: usize = 7;
/// See [`DAYS`].
pub(super) const WEEKS: usize = 6;

/// Years a date may have; see [`FuzzyDate`].
const YEARS: std::ops::RangeInclusive<i16> = 1000..=9999;

/// From one day to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// So many days on.
    Days(i32),
    /// So many months on; in a shorter month, its last day.
    Months(i32),
    /// So many years on; 29/2 becomes 28/2.
    Years(i32),
    /// The Monday of its week.
    StartOfWeek,
    /// The Sunday of its week.
    EndOfWeek,
}

/// The day a step leads to; the same day at the end of the calendar.
pub(super) fn step(day: Date, step: Step) -> Date {
    let by: Span = match step {
        Step::Days(count) => count.days(),
        Step::Months(count) => count.months(),
        Step::Years(count) => count.years(),
        Step::StartOfWeek => (-after_monday(day)).days(),
        Step::EndOfWeek => (6 - after_monday(day)).days(),
    };
    day.checked_add(by).ok().filter(|day| YEARS.contains(&day.year())).unwrap_or(day)
}

/// The days on the sheet of a day's month, from a Monday on. Where the calendar
/// ends there is none.
pub(super) fn sheet(day: Date) -> [Option<Date>; DAYS * WEEKS] {
    let first = day.first_of_month();
    let before = after_monday(first);
    std::array::from_fn(|place| {
        let place = i32::try_from(place).ok()?;
        first.checked_add((place - before).days()).ok()
    })
}

/// Where a calendar opens for what stands in its field: what the date leaves
/// open is taken from today.
pub(super) fn opening(date: Option<FuzzyDate>, today: Date) -> Date {
    let Some(date) = date else { return today };
    let year = date.year().unwrap_or(today.year());
    let month = date.month().and_then(|month| i8::try_from(month).ok()).unwrap_or(today.month());
    let day = match (date.month(), date.day_of_month()) {
        (_, Some(day)) => i8::try_from(day).unwrap_or(1),
        (Some(_), None) => 1,
        (None, None) => today.day(),
    };
    let Ok(first) = Date::new(year, month, 1) else { return today };
    // 29/2 without a year, or today's day in a shorter month.
    Date::new(year, month, day.min(first.days_in_month())).unwrap_or(first)
}

/// Days since Monday, 0–6.
fn after_monday(day: Date) -> i32 {
    i32::from(day.weekday().to_monday_zero_offset())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_sheet_begins_on_a_monday_and_holds_the_whole_month() {
        // 1/9/2020 was a Tuesday.
        let days = sheet(date(2020, 9, 25));
        assert_eq!(days[0], Some(date(2020, 8, 31)));
        assert_eq!(days[1], Some(date(2020, 9, 1)));
        assert_eq!(days[30], Some(date(2020, 9, 30)));
        // 1/2/2027 is a Monday: nothing stands before it.
        assert_eq!(sheet(date(2027, 2, 14))[0], Some(date(2027, 2, 1)));
        // August 2026 begins on a Saturday and needs all six weeks.
        assert_eq!(sheet(date(2026, 8, 1))[35], Some(date(2026, 8, 31)));
        // The calendar of the library ends with 9999.
        assert!(sheet(date(9999, 12, 31)).contains(&Some(date(9999, 12, 31))));
        assert!(sheet(date(9999, 12, 31)).contains(&None));
    }

    #[test]
    fn steps_keep_to_days_that_exist() {
        let last = date(2028, 1, 31);
        assert_eq!(step(last, Step::Months(1)), date(2028, 2, 29));
        assert_eq!(step(last, Step::Days(1)), date(2028, 2, 1));
        assert_eq!(step(date(2028, 2, 29), Step::Years(1)), date(2029, 2, 28));
        assert_eq!(step(date(2020, 1, 1), Step::Months(-1)), date(2019, 12, 1));
        // A Friday.
        assert_eq!(step(date(2020, 9, 25), Step::StartOfWeek), date(2020, 9, 21));
        assert_eq!(step(date(2020, 9, 25), Step::EndOfWeek), date(2020, 9, 27));
        assert_eq!(step(date(2020, 9, 27), Step::EndOfWeek), date(2020, 9, 27));
    }

    #[test]
    fn steps_end_where_dates_end() {
        assert_eq!(step(date(9999, 12, 31), Step::Days(1)), date(9999, 12, 31));
        assert_eq!(step(date(1000, 1, 1), Step::Years(-1)), date(1000, 1, 1));
    }

    #[test]
    fn it_opens_at_what_is_known() {
        let today = date(2026, 3, 31);
        let at = |text: &str| opening(Some(text.parse().expect("a date")), today);
        assert_eq!(opening(None, today), today);
        assert_eq!(at("2020-09-25"), date(2020, 9, 25));
        assert_eq!(at("XXXX-04-03"), date(2026, 4, 3));
        assert_eq!(at("XXXX-02-29"), date(2026, 2, 28));
        assert_eq!(at("2020-09"), date(2020, 9, 1));
        assert_eq!(at("2021"), date(2021, 3, 31));
    }
}
