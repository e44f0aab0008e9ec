//! Days counted from date to date: moving a session to another year, and the
//! days a span covers.

use jiff::ToSpan;
use jiff::civil::Date;

use super::date::{DateSpan, FuzzyDate};

/// A leap year stands in where a date has no year, so that 29/2 can be counted.
const ANY_YEAR: i16 = 2000;

/// How far dates move when a session is held again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    days: i32,
    /// Dates without a year are taken to be of the year the new dates are in.
    year: i16,
}

impl Shift {
    /// From the day something began to the day it will begin. `None` unless the
    /// new day is known in full and the old one at least by day and month.
    pub fn between(old: FuzzyDate, new: FuzzyDate) -> Option<Self> {
        let new = new.calendar()?;
        let old = in_year(old, new.year())?;
        let days = old.until(new).ok()?.get_days();
        Some(Self { days, year: new.year() })
    }

    /// A date moved by as many days. `None` when it is not known to the day.
    pub fn date(self, date: FuzzyDate) -> Option<FuzzyDate> {
        let moved = in_year(date, self.year)?.checked_add(self.days.days()).ok()?;
        from_calendar(moved)
    }

    /// A span moved by as many days. `None` when its ends are not known to the day.
    pub fn span(self, span: DateSpan) -> Option<DateSpan> {
        let start = self.date(span.start())?;
        if span.is_single() {
            return Some(DateSpan::single(start));
        }
        DateSpan::new(start, self.date(span.end())?).ok()
    }
}

/// Every day of a span, at most `most` and one of them. `None` when its ends are
/// not known to the day. Days of an unknown year stay of an unknown year.
pub fn days(span: DateSpan, most: usize) -> Option<Vec<FuzzyDate>> {
    let (start, end) = (span.start(), span.end());
    let (first, last) = (in_year(start, ANY_YEAR)?, in_year(end, ANY_YEAR)?);
    let has_year = start.year().is_some();
    if has_year != end.year().is_some() || last < first {
        return None;
    }
    let covered = first.series(1.day()).take_while(|day| *day <= last).take(most + 1);
    covered
        .map(|day| match has_year {
            true => from_calendar(day),
            false => FuzzyDate::new(None, u8::try_from(day.month()).ok(), u8::try_from(day.day()).ok()).ok(),
        })
        .collect()
}

/// The calendar day, in `year` when its own is unknown.
fn in_year(date: FuzzyDate, year: i16) -> Option<Date> {
    FuzzyDate::new(Some(date.year().unwrap_or(year)), date.month(), date.day_of_month()).ok()?.calendar()
}

fn from_calendar(day: Date) -> Option<FuzzyDate> {
    FuzzyDate::day(day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> FuzzyDate {
        text.parse().expect(text)
    }

    fn span(text: &str) -> DateSpan {
        text.parse().expect(text)
    }

    #[test]
    fn a_session_moves_as_a_whole() {
        let shift = Shift::between(date("2020-09-25"), date("2021-09-27")).expect("both are days");
        assert_eq!(shift.date(date("2020-10-09")), Some(date("2021-10-11")));
        assert_eq!(shift.span(span("2020-09-25/2020-10-07")), Some(span("2021-09-27/2021-10-09")));
        assert_eq!(shift.date(date("2020-09")), None);
    }

    #[test]
    fn a_day_of_an_unknown_year_counts_as_one_of_the_new_year() {
        let shift = Shift::between(date("XXXX-04-03"), date("2026-05-03")).expect("day and month suffice");
        assert_eq!(shift.date(date("XXXX-04-05")), Some(date("2026-05-05")));
        assert_eq!(Shift::between(date("2020"), date("2026-05-03")), None);
        assert_eq!(Shift::between(date("2020-04-03"), date("2026-05")), None);
    }

    #[test]
    fn the_days_of_a_span() {
        assert_eq!(days(span("2020-02-28/2020-03-01"), 31).map(|days| days.len()), Some(3));
        let unknown_year = days(span("XXXX-04-30/XXXX-05-01"), 31).expect("days");
        assert_eq!(unknown_year, [date("XXXX-04-30"), date("XXXX-05-01")]);
        assert_eq!(days(span("2020-09"), 31), None);
        assert_eq!(days(span("2020-01-01/2021-01-01"), 31).map(|days| days.len()), Some(32));
    }
}
