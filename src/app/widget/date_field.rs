//! A field for a date as people write it: `25/9`, `25/9/2020`, `9/2020`, `2020`,
//! with a small calendar.

use super::calendar::Words;
use super::field::{Field, field};
use crate::domain::date::{DateError, FuzzyDate};
use crate::locale::Locale;
use crate::vietnamese::date::{parse_typed, short};

/// A field for one date, or none.
pub fn date_field<'a, Message: Clone + 'a>(
    locale: &'a Locale,
    value: Option<FuzzyDate>,
    on_commit: impl Fn(Option<FuzzyDate>) -> Message + 'a,
) -> Field<'a, Message> {
    field(value.map(short).unwrap_or_default())
        .calendar(Words::new(locale, jiff::Zoned::now().date()))
        .placeholder(locale.text("window-date-placeholder"))
        .check(move |text| match read(text) {
            Ok(_) => Ok(()),
            Err(error) => Err(locale.explain(&error)),
        })
        .on_commit(move |text| on_commit(read(&text).ok().flatten()))
}

fn read(text: &str) -> Result<Option<FuzzyDate>, DateError> {
    if text.is_empty() { Ok(None) } else { parse_typed(text).map(Some) }
}
