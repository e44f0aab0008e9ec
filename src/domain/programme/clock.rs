//! Times of day, to the minute, and when what follows each other is held.

use std::fmt;
use std::str::FromStr;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// A time of day: "07:30".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(u32);

impl ClockTime {
    /// So many minutes later. `None` past midnight: no sitting lasts so long.
    pub fn after(self, minutes: u32) -> Option<Self> {
        self.0.checked_add(minutes).filter(|at| *at < DAY).map(Self)
    }

    /// Minutes from here to a later time; 0 when it is not later.
    pub fn until(self, later: Self) -> u32 {
        later.0.saturating_sub(self.0)
    }
}

/// The text is not "HH:MM".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATime;

impl FromStr for ClockTime {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (hour, minute) = text.split_once(':').ok_or(NotATime)?;
        let number = |part: &str, below: u32| {
            let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            let value = digits.then(|| part.parse::<u32>().ok()).flatten();
            value.filter(|value| *value < below).ok_or(NotATime)
        };
        Ok(Self(number(hour, 24)? * 60 + number(minute, 60)?))
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// When an item is held, as far as the items before it have durations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Slot {
    /// Its start.
    pub starts: Option<ClockTime>,
    /// Its end.
    pub ends: Option<ClockTime>,
}

/// When items of these durations are held one after the other: each starts when
/// the one before it ends. After one without a duration nothing more is known.
pub fn slots(starts: Option<ClockTime>, minutes: impl Iterator<Item = Option<u32>>) -> Vec<Slot> {
    let mut at = starts;
    let slot = |minutes: Option<u32>| {
        let starts = at;
        at = starts.zip(minutes).and_then(|(starts, minutes)| starts.after(minutes));
        Slot { starts, ends: at }
    };
    minutes.map(slot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_within_a_day() {
        let time: ClockTime = "07:30".parse().expect("a time");
        assert_eq!(time.after(95).map(|time| time.to_string()).as_deref(), Some("09:05"));
        assert_eq!(time.after(17 * 60), None);
        assert_eq!(time.after(u32::MAX), None);
        assert_eq!(time.until("11:00".parse().expect("a time")), 210);
        for wrong in ["7:30", "24:00", "07:60", "0730", "", "+7:30", "07:3x"] {
            assert_eq!(wrong.parse::<ClockTime>(), Err(NotATime), "{wrong}");
        }
    }
}
