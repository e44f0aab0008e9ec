//! Which backups stay: all of today, of the days before one a day, then one a week and one a month;
//! and together no more than the disk can bear.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::{Entry, Reason};

/// Of so many days, weeks and months the newest stays.
const DAYS: usize = 12;
const WEEKS: usize = 10;
const MONTHS: usize = 9;

/// Of each of so many days the newest good one stays, however full the disk is.
const ALWAYS: i32 = 7;

/// For so many days after a restore nothing goes: who restored the wrong one finds out late.
const PAUSE: i32 = 14;

/// No more than this together, or than a tenth of the free space.
pub const MOST_BYTES: u64 = 2 * 1024 * 1024 * 1024;

/// What may be removed of the backups of one office, the newest first as
/// [`super::catalogue::list`] has them. `free` is the room on their disk in bytes, where it is known.
pub fn superfluous<'a>(backups: &'a [Entry], now: Timestamp, free: Option<u64>) -> Vec<&'a Entry> {
    let Some(dated) = dated(backups) else { return Vec::new() };
    let today = now.to_zoned(TimeZone::system()).date();
    let since = |date: Date| date.until(today).map_or(i32::MAX, |span| span.get_days());
    let is_restored =
        |(date, entry): &(Date, &Entry)| entry.about.reason == Reason::Restore && since(*date) < PAUSE;
    // A clock that was set back makes all of them look like tomorrow's: nothing can be said then.
    if dated.iter().any(|(date, _)| *date > today) || dated.iter().any(is_restored) {
        return Vec::new();
    }
    let stays = kept_by_calendar(&dated, today);
    let must_stay = newest_good_of_days(&dated, |date| since(date) < ALWAYS);
    let most = free.map_or(MOST_BYTES, |free| MOST_BYTES.min(free / 10));
    let mut bytes: u64 = must_stay.iter().map(|place| dated[*place].1.bytes).sum();
    let goes = |(place, (_, entry)): (usize, &(Date, &'a Entry))| {
        if must_stay.contains(&place) {
            return None;
        }
        let together = bytes.saturating_add(entry.bytes);
        if stays.contains(&place) && together <= most {
            bytes = together;
            return None;
        }
        Some(*entry)
    };
    dated.iter().enumerate().filter_map(goes).collect()
}

/// The backups with their days on the wall; none where a time cannot be read.
fn dated(backups: &[Entry]) -> Option<Vec<(Date, &Entry)>> {
    let date = |entry: &Entry| {
        let made: Timestamp = entry.about.made_at.parse().ok()?;
        Some(made.to_zoned(TimeZone::system()).date())
    };
    backups.iter().map(|entry| Some((date(entry)?, entry))).collect()
}

fn kept_by_calendar(dated: &[(Date, &Entry)], today: Date) -> BTreeSet<usize> {
    let mut stays: BTreeSet<usize> = (0..dated.len()).filter(|place| dated[*place].0 == today).collect();
    let mut first_of = |most: usize, of: &dyn Fn(Date) -> Date| {
        let mut seen = BTreeSet::new();
        for (place, (date, _)) in dated.iter().enumerate() {
            if *date != today && seen.len() < most && seen.insert(of(*date)) {
                stays.insert(place);
            }
        }
    };
    first_of(DAYS, &|date| date);
    first_of(WEEKS, &|date| {
        date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).unwrap_or(date)
    });
    first_of(MONTHS, &|date| date.first_of_month());
    stays
}

fn newest_good_of_days(dated: &[(Date, &Entry)], counts: impl Fn(Date) -> bool) -> BTreeSet<usize> {
    let mut days = BTreeSet::new();
    let good =
        dated.iter().enumerate().filter(|(_, (date, entry))| counts(*date) && !entry.about.may_be_spoiled);
    good.filter(|(_, (date, _))| days.insert(*date)).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::About;
    use crate::store::snapshot::Contents;

    fn entry(made: Timestamp, bytes: u64, reason: Reason) -> Entry {
        let contents = Contents { office: "a".into(), ..Contents::default() };
        let about = About { contents, made_at: made.to_string(), reason, may_be_spoiled: false };
        Entry { path: format!("{made}").into(), bytes, about }
    }

    fn now() -> Timestamp {
        // Noon, so that some hours more or less are the same day everywhere.
        "2026-11-28T12:00:00"
            .parse::<jiff::civil::DateTime>()
            .and_then(|time| time.to_zoned(TimeZone::system()))
            .expect("a time")
            .timestamp()
    }

    fn ago(days: i64, hours: i64) -> Timestamp {
        now() - (days * 24 + hours).hours()
    }

    /// Four a day for two years, the newest first.
    fn two_years(bytes: u64) -> Vec<Entry> {
        (0..730).flat_map(|day| (0..4).map(move |hour| entry(ago(day, hour), bytes, Reason::Time))).collect()
    }

    #[test]
    fn days_weeks_and_months_stay() {
        let all = two_years(1);
        let gone = superfluous(&all, now(), None);
        let stays = all.len() - gone.len();
        assert!((4 + DAYS..=4 + DAYS + WEEKS + MONTHS).contains(&stays), "{stays}");
        let oldest = all.iter().rev().find(|entry| !gone.contains(entry)).expect("some stay");
        let age = (now() - oldest.about.made_at.parse::<Timestamp>().expect("a time")).get_seconds() / 86_400;
        assert!((210..300).contains(&age), "about nine months: {age} days");
        // Thinned again at once nothing more goes.
        let left: Vec<Entry> = all.iter().filter(|entry| !gone.contains(entry)).cloned().collect();
        assert!(superfluous(&left, now(), None).is_empty());
    }

    #[test]
    fn a_full_disk_leaves_one_of_each_of_seven_days() {
        let all = two_years(100);
        let gone = superfluous(&all, now(), Some(1000));
        let left: Vec<&Entry> = all.iter().filter(|entry| !gone.contains(entry)).collect();
        assert_eq!(left.len(), 7, "{left:?}");
        assert_eq!(left[0], &all[0], "the newest of all");
    }

    #[test]
    fn a_spoiled_one_is_not_the_good_one_of_its_day() {
        let mut all = two_years(100);
        all[0].about.may_be_spoiled = true;
        let gone = superfluous(&all, now(), Some(1000));
        assert!(gone.contains(&&all[0]) && !gone.contains(&&all[1]));
    }

    #[test]
    fn nothing_goes_after_a_restore_or_by_a_clock_that_is_wrong() {
        let mut all = two_years(1);
        all.insert(20, entry(ago(5, 1), 1, Reason::Restore));
        assert!(superfluous(&all, now(), None).is_empty());
        let all = two_years(1);
        assert!(superfluous(&all, ago(400, 0), None).is_empty());
    }
}
