//! Dates as precisely as a source gives them, kept as EDTF text (ISO 8601-2):
//! `1969`, `2020-09`, `2020-09-25`, `XXXX-04-03` (year unknown), `1969~` (about 1969).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar date of which some parts may be unknown.
///
/// Built only through checks, so a value is always one of: a year; a year and
/// month; a full day that exists; a day and month without a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FuzzyDate {
    year: Option<i16>,
    month: Option<u8>,
    day: Option<u8>,
    approximate: bool,
}

/// Why something is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not written as a date at all.
    #[error("not a date")]
    Form,
    /// A year outside 1000–9999.
    #[error("year out of range")]
    Year,
    /// A month outside 1–12.
    #[error("no such month")]
    Month,
    /// A day the month does not have, such as 31/2.
    #[error("no such day in that month")]
    Day,
    /// An end before its start.
    #[error("the end is before the start")]
    Order,
}

impl FuzzyDate {
    /// A year alone. Errors outside 1000–9999.
    pub fn year_only(year: i16) -> Result<Self, DateError> {
        Self::new(Some(year), None, None)
    }

    /// A full day. Errors when the calendar has no such day.
    pub fn day(year: i16, month: u8, day: u8) -> Result<Self, DateError> {
        Self::new(Some(year), Some(month), Some(day))
    }

    /// A day of the calendar; `None` outside the years that are allowed.
    pub fn of(day: jiff::civil::Date) -> Option<Self> {
        Self::day(day.year(), day.month().unsigned_abs(), day.day().unsigned_abs()).ok()
    }

    /// Any of the allowed combinations; see the type.
    pub fn new(year: Option<i16>, month: Option<u8>, day: Option<u8>) -> Result<Self, DateError> {
        if year.is_some_and(|y| !(1000..=9999).contains(&y)) {
            return Err(DateError::Year);
        }
        match (year, month, day) {
            (Some(_), None, None) => {}
            (Some(_), Some(m), None) if (1..=12).contains(&m) => {}
            (_, Some(m), Some(d)) if (1..=12).contains(&m) => {
                // 2000 was a leap year: without a year, 29/2 may exist.
                let first = jiff::civil::Date::new(year.unwrap_or(2000), i8::try_from(m).unwrap_or(0), 1)
                    .map_err(|_| DateError::Month)?;
                if d == 0 || i16::from(d) > i16::from(first.days_in_month()) {
                    return Err(DateError::Day);
                }
            }
            (_, Some(_), _) => return Err(DateError::Month),
            _ => return Err(DateError::Form),
        }
        Ok(Self { year, month, day, approximate: false })
    }

    /// The same date, marked as approximate ("khoảng 1969").
    #[must_use]
    pub fn approximately(self) -> Self {
        Self { approximate: true, ..self }
    }

    /// The year, if known.
    pub fn year(self) -> Option<i16> {
        self.year
    }

    /// The month 1–12, if known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day 1–31, if known.
    pub fn day_of_month(self) -> Option<u8> {
        self.day
    }

    /// Whether it is only about right.
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// The calendar day, when all three parts are known.
    pub fn calendar(self) -> Option<jiff::civil::Date> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    /// A key to sort by: unknown years first, unknown months and days before known ones.
    pub fn sort_key(self) -> (i16, u8, u8) {
        (self.year.unwrap_or(0), self.month.unwrap_or(0), self.day.unwrap_or(0))
    }
}

impl fmt::Display for FuzzyDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        if self.approximate {
            f.write_str("~")?;
        }
        Ok(())
    }
}

impl FromStr for FuzzyDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (text, approximate) = match text.strip_suffix('~') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let mut parts = text.split('-');
        let year = match parts.next() {
            Some("XXXX") => None,
            Some(year) => Some(digits::<i16>(year, 4)?),
            None => return Err(DateError::Form),
        };
        let month = parts.next().map(|part| digits::<u8>(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits::<u8>(part, 2)).transpose()?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let date = Self::new(year, month, day)?;
        Ok(if approximate { date.approximately() } else { date })
    }
}

/// Exactly `length` digits as a number.
fn digits<T: FromStr>(text: &str, length: usize) -> Result<T, DateError> {
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    text.parse().map_err(|_| DateError::Form)
}

impl TryFrom<String> for FuzzyDate {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<FuzzyDate> for String {
    fn from(date: FuzzyDate) -> Self {
        date.to_string()
    }
}

/// From one date to another, or one date alone. EDTF: `2020-09-25/2020-10-07`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DateSpan {
    start: FuzzyDate,
    end: Option<FuzzyDate>,
}

impl DateSpan {
    /// One date.
    pub fn single(date: FuzzyDate) -> Self {
        Self { start: date, end: None }
    }

    /// From `start` to `end`. Errors when the end comes before the start;
    /// dates without a year are not compared with dates that have one, and an end
    /// known only by its month or year may be any day of it.
    pub fn new(start: FuzzyDate, end: FuzzyDate) -> Result<Self, DateError> {
        let latest_end = (end.year.unwrap_or(0), end.month.unwrap_or(12), end.day.unwrap_or(31));
        if start.year.is_some() == end.year.is_some() && latest_end < start.sort_key() {
            return Err(DateError::Order);
        }
        Ok(Self { start, end: (end != start).then_some(end) })
    }

    /// The first date.
    pub fn start(self) -> FuzzyDate {
        self.start
    }

    /// The last date; the first one again for a single date.
    pub fn end(self) -> FuzzyDate {
        self.end.unwrap_or(self.start)
    }

    /// Whether it is one date.
    pub fn is_single(self) -> bool {
        self.end.is_none()
    }
}

impl fmt::Display for DateSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.end {
            None => self.start.fmt(f),
            Some(end) => write!(f, "{}/{end}", self.start),
        }
    }
}

impl FromStr for DateSpan {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.split_once('/') {
            None => Ok(Self::single(text.parse()?)),
            Some((start, end)) => Self::new(start.parse()?, end.parse()?),
        }
    }
}

impl TryFrom<String> for DateSpan {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<DateSpan> for String {
    fn from(span: DateSpan) -> Self {
        span.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision_through_text() {
        for text in ["1969", "2020-09", "2020-09-25", "XXXX-04-03", "1969~", "2024-02-29"] {
            let date: FuzzyDate = text.parse().expect(text);
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert_eq!("2020-02-31".parse::<FuzzyDate>(), Err(DateError::Day));
        assert_eq!("2023-02-29".parse::<FuzzyDate>(), Err(DateError::Day));
        assert_eq!("2023-13-01".parse::<FuzzyDate>(), Err(DateError::Month));
        assert_eq!("XXXX".parse::<FuzzyDate>(), Err(DateError::Form));
        assert_eq!("25/9/2020".parse::<FuzzyDate>(), Err(DateError::Form));
        assert_eq!("2020-9-25".parse::<FuzzyDate>(), Err(DateError::Form));
        assert_eq!("+020-09-25".parse::<FuzzyDate>(), Err(DateError::Form));
    }

    #[test]
    fn a_span_cannot_end_before_it_starts() {
        assert_eq!("2020-10-07/2020-09-25".parse::<DateSpan>(), Err(DateError::Order));
        let span: DateSpan = "2020-09-25/2020-10-07".parse().expect("valid");
        assert_eq!(span.to_string(), "2020-09-25/2020-10-07");
        assert!(!span.is_single());
        assert!("2020-09-25/2020-09".parse::<DateSpan>().is_ok());
        assert!("2020-09-25/2020".parse::<DateSpan>().is_ok());
        assert_eq!("2020-09-25/2020-08".parse::<DateSpan>(), Err(DateError::Order));
    }
}
