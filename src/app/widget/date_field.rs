//! Fields for a date as people write it: `25/9`, `25/9/2020`, `9/2020`, `2020`.

use super::calendar::Words;
use super::field::{Field, field};
use crate::domain::date::FuzzyDate;
use crate::domain::reading;
use crate::locale::Locale;
use crate::sentence::Explain;
use crate::vietnamese::date::{parse_typed, parse_typed_in, short};

/// A field for one date, or none, mostly long ago: a birth, the beginning of a term.
/// A day without a year has none, since nobody may know it.
pub fn date_field<'a, Message: Clone + 'a>(
    locale: &'a Locale,
    value: Option<FuzzyDate>,
    on_commit: impl Fn(Option<FuzzyDate>) -> Message + 'a,
) -> Field<'a, Message> {
    read_by(parse_typed, locale, value, on_commit)
}

/// The same where a year goes without saying: `25/11` is a day of the year of
/// `beside`, another date of the same form, or else of this year. That the year is
/// not known is typed as `25/11/?`. It has a small calendar.
pub fn day_field<'a, Message: Clone + 'a>(
    locale: &'a Locale,
    value: Option<FuzzyDate>,
    beside: Option<FuzzyDate>,
    on_commit: impl Fn(Option<FuzzyDate>) -> Message + 'a,
) -> Field<'a, Message> {
    let known = value.or(beside);
    // Beside a day whose year nobody knows, another one is as unknown.
    let unknown = known.is_some_and(|date| date.year().is_none());
    let year = known.and_then(FuzzyDate::year).unwrap_or_else(|| crate::clock::here().year());
    let read = move |text: &str| if unknown { parse_typed(text) } else { parse_typed_in(text, year) };
    read_by(read, locale, value, on_commit).calendar(Words::new(locale, crate::clock::today()))
}

/// A field for a birth, or none, which takes what lists take and refuses the same.
pub fn birth_field<'a, Message: Clone + 'a>(
    locale: &'a Locale,
    value: Option<FuzzyDate>,
    on_commit: impl Fn(Option<FuzzyDate>) -> Message + 'a,
) -> Field<'a, Message> {
    let read = |text: &str| reading::birth(text, crate::clock::today());
    read_by(read, locale, value, on_commit)
}

fn read_by<'a, E: Explain, Message: Clone + 'a>(
    read: impl Fn(&str) -> Result<FuzzyDate, E> + Copy + 'a,
    locale: &'a Locale,
    value: Option<FuzzyDate>,
    on_commit: impl Fn(Option<FuzzyDate>) -> Message + 'a,
) -> Field<'a, Message> {
    field(value.map(short).unwrap_or_default())
        .placeholder(locale.text("window-date-placeholder"))
        .written(move |text| match read(text) {
            Ok(date) if date.year().is_some() => short(date),
            // A day without a year is another one where a year goes without saying.
            _ => text.to_owned(),
        })
        .check(move |text| match text.is_empty() {
            true => Ok(()),
            false => read(text).map(|_| ()).map_err(|error| locale.explain(&error)),
        })
        .on_commit(move |text| on_commit(read(&text).ok()))
}
