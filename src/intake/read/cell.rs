//! Values as calamine and Excel keep them, as cells.

use calamine::{DataRef, ExcelDateTime};

use super::super::grid::Cell;
use crate::domain::date::FuzzyDate;

/// A cell as calamine gives it: for a formula, the value Excel kept.
pub(super) fn of(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::Empty => None,
        DataRef::String(text) => Cell::text(text.as_str()),
        DataRef::SharedString(text) => Cell::text(*text),
        // Excel writes whole numbers as decimals too.
        #[expect(clippy::cast_precision_loss)]
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::Bool(value) => Some(Cell::Bool(*value)),
        DataRef::DateTime(moment) => Some(self::moment(moment)),
        DataRef::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse::<FuzzyDate>().ok()) {
            Some(date) => Some(Cell::Date { date, serial: f64::NAN }),
            None => Cell::text(text.as_str()),
        },
        DataRef::DurationIso(text) => Cell::text(text.as_str()),
        DataRef::Error(error) => Some(Cell::Fault(error.to_string())),
    }
}

/// A number shown as a date; times and numbers too small for a day stay numbers.
pub(super) fn moment(moment: &ExcelDateTime) -> Cell {
    let serial = moment.as_f64();
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let day = i16::try_from(year).ok().and_then(|year| FuzzyDate::day(year, month, day).ok());
    match day {
        Some(date) if moment.is_datetime() && serial >= 1.0 => Cell::Date { date, serial },
        _ => Cell::Number(serial),
    }
}

/// A day, with the number that Excel has behind it: by that a year typed into a
/// cell for days is known.
pub(super) fn day(date: FuzzyDate) -> Cell {
    let before = |day: jiff::civil::Date| day.since(jiff::civil::date(1899, 12, 30)).ok();
    let serial = date.calendar().and_then(before).map_or(f64::NAN, |span| span.get_days().into());
    Cell::Date { date, serial }
}
