//! When and where people meet, in the words of letters and programmes.

use super::list::ClusterList;
use crate::domain::cluster::{Sitting, days};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::programme::{ClockTime, Slot};
use crate::vietnamese::date;

/// When a part meets: "07 giờ 30 phút, sáng ngày 25 tháng 9 năm 2020 (Thứ Sáu)"; of several half-days of a day when
/// each begins, "sáng từ 07 giờ 30 phút, chiều từ 13 giờ 30 phút, ngày 25 …", or over several days "từ ngày 10 đến ngày 12 tháng 5 năm 2023 (03 ngày),
/// bắt đầu lúc 07 giờ 00 phút, sáng ngày 10 tháng 5 năm 2023". `None` when nothing
/// is known of it.
pub fn time(part: &ClusterList, dossier: &Dossier) -> Option<String> {
    told(part, dossier, None)
}

/// The same with room to write at what time it began, where that is not known.
pub fn time_begun(part: &ClusterList, dossier: &Dossier) -> Option<String> {
    told(part, dossier, Some("…… giờ …… phút"))
}

fn told(part: &ClusterList, dossier: &Dossier, unknown: Option<&str>) -> Option<String> {
    let sittings = part.sittings();
    let days = days(sittings);
    match (sittings, days.as_slice()) {
        ([first, ..], [day]) => {
            let day = format!("{}{}", date::in_words(*day), weekday(*day));
            Some(match (sittings, first.starts) {
                ([only], Some(at)) => format!("{}, {} {day}", clock(at), half(only)),
                // An hour that stands before two half-days says neither when the second begins nor that it is another.
                (_, Some(at)) => match sittings.iter().map(begins).collect::<Option<Vec<String>>>() {
                    Some(all) => format!("{}, {day}", all.join(", ")),
                    None => format!("bắt đầu lúc {}, {} {day}", clock(at), halves(sittings)),
                },
                (_, None) => match unknown {
                    Some(dots) => format!("{dots}, {} {day}", halves(sittings)),
                    None => format!("{} {day}", halves(sittings)),
                },
            })
        }
        ([first, ..], _) => {
            let span = part.dates(dossier).map(date::span_in_words).unwrap_or_default();
            let half = first.half.printed().to_lowercase();
            let start = first.starts.map(clock).or(unknown.map(str::to_owned));
            let start = start.map(|at| format!("lúc {at}, "));
            let first_day = date::in_words(first.date);
            let start = start.unwrap_or_else(|| "từ ".to_owned());
            Some(format!("{span} ({} ngày), bắt đầu {start}{half} {first_day}", two_digits(days.len())))
        }
        ([], _) => {
            let dates = part.dates(dossier).map(date::span_in_words);
            dates.or_else(|| dossier.session.details.time_note.clone())
        }
    }
}

/// "sáng".
fn half(sitting: &Sitting) -> String {
    sitting.half.printed().to_lowercase()
}

/// "sáng và chiều".
fn halves(sittings: &[Sitting]) -> String {
    together(&sittings.iter().map(half).collect::<Vec<_>>())
}

/// "sáng từ 07 giờ 30 phút"; `None` where nobody said when.
fn begins(sitting: &Sitting) -> Option<String> {
    Some(format!("{} từ {}", half(sitting), clock(sitting.starts?)))
}

/// When a part meets, for a column of a table: "25/9/2020", "Sáng 24/9/2019".
pub fn time_short(part: &ClusterList, dossier: &Dossier) -> Option<String> {
    let sittings = part.sittings();
    match days(sittings).as_slice() {
        [day] if sittings.len() == 1 => Some(format!("{} {}", sittings[0].half.printed(), date::short(*day))),
        [day] => Some(date::short(*day)),
        _ => part.dates(dossier).map(date::span_short),
    }
}

/// Where a part meets.
pub fn place(part: &ClusterList, dossier: &Dossier) -> Option<String> {
    let own = part.cluster.and_then(|cluster| cluster.details.venue.as_deref());
    let venue = own.or(dossier.session.details.venue.as_deref());
    venue.filter(|venue| !venue.trim().is_empty()).map(str::to_owned)
}

/// "07 giờ 30 phút".
pub fn clock(at: ClockTime) -> String {
    let text = at.to_string();
    match text.split_once(':') {
        Some((hours, minutes)) => format!("{hours} giờ {minutes} phút"),
        None => text,
    }
}

/// When an item of a programme is held, for its column: "07h30 – 08h00", "07h30",
/// or how long it takes: "45 phút". Empty when nothing is known.
pub fn slot(slot: Slot, minutes: Option<u32>) -> String {
    let short = |at: ClockTime| at.to_string().replace(':', "h");
    match (slot.starts, slot.ends) {
        (Some(starts), Some(ends)) if starts != ends => format!("{} – {}", short(starts), short(ends)),
        (Some(starts), _) => short(starts),
        (None, _) => minutes.map(|minutes| format!("{minutes} phút")).unwrap_or_default(),
    }
}

/// " (Thứ Sáu)" after a day whose year is known.
pub fn weekday(day: FuzzyDate) -> String {
    let known = day.calendar().filter(|_| !day.is_approximate());
    known.map(|day| format!(" ({})", date::weekday(day))).unwrap_or_default()
}

/// A number as letters write it: "05", "12".
pub fn two_digits(number: usize) -> String {
    format!("{number:02}")
}

/// "sáng", "sáng và chiều", "sáng, chiều và tối".
fn together(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} và {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slot_of_an_item_is_as_precise_as_the_programme() {
        let at = |text: &str| text.parse::<ClockTime>().ok();
        let whole = Slot { starts: at("07:30"), ends: at("08:00") };
        assert_eq!(slot(whole, Some(30)), "07h30 – 08h00");
        assert_eq!(slot(Slot { starts: at("07:30"), ends: None }, None), "07h30");
        assert_eq!(slot(Slot::default(), Some(45)), "45 phút");
        assert_eq!(slot(Slot::default(), None), "");
    }

    #[test]
    fn parts_of_a_day_are_joined_as_they_are_spoken() {
        let said =
            |words: &[&str]| together(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(said(&["sáng"]), "sáng");
        assert_eq!(said(&["sáng", "chiều", "tối"]), "sáng, chiều và tối");
    }
}
