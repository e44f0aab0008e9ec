//! What time it is, whatever the clock of the computer says: an empty battery on the board sets it
//! to 1970, or anywhere.

use std::sync::{LazyLock, Mutex};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use uuid::timestamp::context::ContextV7;

/// Times are kept within these years, so that no calculation leaves what dates can be.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=9998;

/// Before this day there was no such program: 1 January 2025.
const FIRST_DAY: Date = Date::constant(2025, 1, 1);

/// Nobody uses it after this one: 1 January 2100.
const LAST_DAY: Date = Date::constant(2100, 1, 1);

/// The time as the clock says it, within [`YEARS`].
pub fn now() -> Timestamp {
    clamp(Timestamp::try_from(std::time::SystemTime::now()).ok())
}

fn clamp(time: Option<Timestamp>) -> Timestamp {
    let edge = |year: i16, month, day| {
        let edge = Date::new(year, month, day).and_then(|day| day.to_zoned(TimeZone::UTC));
        edge.map_or(Timestamp::UNIX_EPOCH, |edge| edge.timestamp())
    };
    let (first, last) = (edge(*YEARS.start(), 1, 2), edge(*YEARS.end(), 12, 30));
    time.unwrap_or(first).clamp(first, last)
}

/// The time on the wall.
pub fn here() -> Zoned {
    now().to_zoned(TimeZone::system())
}

/// The day on the wall.
pub fn today() -> Date {
    here().date()
}

/// The time as the data file keeps it: UTC, whole seconds, RFC 3339.
pub fn stamp() -> String {
    let now = now();
    now.round(jiff::Unit::Second).unwrap_or(now).to_string()
}

/// An identity that nothing has (UUIDv7).
pub fn new_uid() -> String {
    let now = now();
    // Neither is below zero: see `now`.
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let nanoseconds = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
    let time = uuid::Timestamp::from_unix(&*CONTEXT, seconds, nanoseconds);
    uuid::Uuid::new_v7(time).to_string()
}

/// Identities of one millisecond follow each other, too.
static CONTEXT: LazyLock<Mutex<ContextV7>> = LazyLock::new(|| Mutex::new(ContextV7::new()));

/// Whether the clock shows a day that cannot be: `latest` is a time that was written before,
/// as [`stamp`] writes it.
pub fn is_impossible(latest: Option<&str>) -> bool {
    let today = today();
    let latest: Option<Timestamp> = latest.and_then(|time| time.parse().ok());
    // A day of play: who flies west has an earlier day.
    let is_before = latest.is_some_and(|latest| now().as_second() + 24 * 60 * 60 < latest.as_second());
    today < FIRST_DAY || today > LAST_DAY || is_before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_clock_is_too_wrong() {
        assert_eq!(clamp(None).to_string(), "1970-01-02T00:00:00Z");
        assert_eq!(clamp(Some(Timestamp::MIN)).to_string(), "1970-01-02T00:00:00Z");
        assert_eq!(clamp(Some(Timestamp::MAX)).to_string(), "9998-12-30T00:00:00Z");
        assert!(!is_impossible(None) && !is_impossible(Some("2026-01-01T00:00:00Z")));
        assert!(is_impossible(Some("2099-01-01T00:00:00Z")));
    }

    #[test]
    fn identities_grow() {
        let uids: Vec<String> = (0..1000).map(|_| new_uid()).collect();
        assert!(uids.is_sorted_by(|one, next| one < next));
    }
}
