//! Times of the data file as people say them.

use crate::locale::Locale;
use crate::sentence::Sentence;

/// A time in UTC as it is told here and now: "08:05" of today, "25/9" of this year.
pub fn told(utc: &str) -> String {
    let time = utc.parse::<jiff::Timestamp>().map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    time.map_or_else(|_| utc.to_owned(), |time| said(&time, &crate::clock::here()))
}

/// The hour alone: "07:42".
pub fn hour(utc: &str) -> String {
    let time = utc.parse::<jiff::Timestamp>().map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    time.map_or_else(|_| utc.to_owned(), |time| time.strftime("%H:%M").to_string())
}

/// The same with hour and day: "08:15 hôm nay", "08:15 hôm qua", "25/11/2026 08:15".
pub fn told_with_day(utc: &str, locale: &Locale) -> String {
    let time = utc.parse::<jiff::Timestamp>().map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    let Ok(time) = time else { return utc.to_owned() };
    let (today, hour) = (crate::clock::here().date(), time.strftime("%H:%M").to_string());
    match time.date() {
        day if day == today => locale.say(&Sentence::new("window-moment-today").with("hour", hour)),
        day if today.yesterday().is_ok_and(|yesterday| day == yesterday) => {
            locale.say(&Sentence::new("window-moment-yesterday").with("hour", hour))
        }
        _ => told_whole(utc),
    }
}

/// Whether it was on this day, by the clock of this computer.
pub fn is_on(utc: &str, day: Option<jiff::civil::Date>) -> bool {
    let time = utc.parse::<jiff::Timestamp>().map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    time.is_ok_and(|time| Some(time.date()) == day)
}

/// The same with day and hour: "25/9/2020 08:05".
pub fn told_whole(utc: &str) -> String {
    let time = utc.parse::<jiff::Timestamp>().map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    time.map_or_else(|_| utc.to_owned(), |time| time.strftime("%-d/%-m/%Y %H:%M").to_string())
}

fn said(time: &jiff::Zoned, now: &jiff::Zoned) -> String {
    match time.date() {
        day if day == now.date() => format!("{:02}:{:02}", time.hour(), time.minute()),
        day if day.year() == now.date().year() => format!("{}/{}", day.day(), day.month()),
        day => format!("{}/{}/{}", day.day(), day.month(), day.year()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_today_is_told_by_its_hour_and_others_by_their_day() {
        let time = |text: &str| text.parse::<jiff::Zoned>().expect("a time");
        let now = time("2020-09-28T09:00[Asia/Ho_Chi_Minh]");
        assert_eq!(said(&time("2020-09-28T08:05[Asia/Ho_Chi_Minh]"), &now), "08:05");
        assert_eq!(said(&time("2020-09-25T08:05[Asia/Ho_Chi_Minh]"), &now), "25/9");
        assert_eq!(said(&time("2019-12-30T08:05[Asia/Ho_Chi_Minh]"), &now), "30/12/2019");
        assert_eq!((told("long ago"), told_whole("long ago")), ("long ago".into(), "long ago".into()));
    }
}
