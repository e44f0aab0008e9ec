//! A session of before, moved on to the year in which one like it is held.

use super::date::{DateSpan, FuzzyDate};

/// Title and first day of a session like one of before, which is held in this year, or in the one after it if that is
/// later. The day is known only where it was known then.
pub fn moved_on(title: &str, dates: Option<DateSpan>, this_year: i16) -> (String, Option<FuzzyDate>) {
    let then = dates.and_then(|dates| dates.start().year());
    let year = then.map_or(this_year, |then| this_year.max(then + 1));
    let first = dates.and_then(|dates| dates.start().calendar());
    let first = first.and_then(|day| day.with().year(year).build().ok());
    (title_in(title, then, year), first.and_then(FuzzyDate::of))
}

/// A title with its year moved on: the year of the session where it is known, else the last one that
/// stands in it.
fn title_in(title: &str, then: Option<i16>, year: i16) -> String {
    let is_year = |word: &&str| word.len() == 4 && word.starts_with("20") && word.parse::<i16>().is_ok();
    let words = || title.split(|letter: char| !letter.is_ascii_digit());
    let of_then = then.map(|then| then.to_string());
    let old = words().find(|word| of_then.as_deref() == Some(word)).or_else(|| words().rfind(is_year));
    old.map_or_else(|| title.to_owned(), |old| title.replace(old, &year.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_title_moves_on_and_other_numbers_stay() {
        let title = "Tập huấn theo Quy định 124 năm 2020, nhiệm kỳ 2019-2024";
        assert_eq!(
            title_in(title, Some(2020), 2026),
            "Tập huấn theo Quy định 124 năm 2026, nhiệm kỳ 2019-2024"
        );
        assert_eq!(title_in("Lớp năm 2023", None, 2026), "Lớp năm 2026");
        assert_eq!(title_in("Lớp 12345", Some(2023), 2026), "Lớp 12345");
    }
}
