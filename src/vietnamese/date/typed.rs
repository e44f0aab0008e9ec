//! Dates as people type them or have them in lists.

use std::str::FromStr;

use crate::date::{DateError, FuzzyDate};
use crate::vietnamese::clean::clean;

/// Reads what people write for a date, the day before the month:
///
/// * `25/9/2020`, `25-9-2020`, `25.9.2020`; also `2020-09-25`, `2020/9/25`;
/// * `9/2020` or `2020-09` (month), `2020` (year), `25/9` (year unknown);
/// * two-digit years: 00–29 are 2000–2029, 30–99 are 1930–1999;
/// * words as papers have them (`ngày 05 tháng 9 năm 2020`), `khoảng 1969`;
/// * the form dates are kept in (`XXXX-04-03`, `1969~`);
///
/// with any spaces around. All that the functions of this module write for one
/// date is read back as that date.
///
/// Errors: [`DateError::Day`] or [`DateError::Month`] for one that does not exist
/// (31/2, 9/25/2020), [`DateError::Year`] for a year of one or three digits or
/// before 1000, [`DateError::Form`] for all else.
pub fn parse_typed(text: &str) -> Result<FuzzyDate, DateError> {
    let text = clean(text).to_lowercase();
    let (text, approximate) = without_about(&text);
    let date = parse_exact(text)?;
    Ok(if approximate { date.approximately() } else { date })
}

/// The same in a form about a year everybody knows: `25/11` is a day of `year`.
/// That nobody knows the year is then written `25/11/?`.
///
/// Errors: as [`parse_typed`]; 29/2 of a year that has none is [`DateError::Day`].
pub fn parse_typed_in(text: &str, year: i16) -> Result<FuzzyDate, DateError> {
    if let Some(without_year) = text.trim_end().strip_suffix('?') {
        return parse_typed(without_year.trim_end().trim_end_matches(['/', '-', '.']));
    }
    let date = parse_typed(text)?;
    match (date.year(), date.month(), date.day_of_month()) {
        (None, Some(month), Some(day)) => FuzzyDate::day(year, month, day),
        _ => Ok(date),
    }
}

/// Takes off the signs that a date is only about right.
fn without_about(text: &str) -> (&str, bool) {
    let exact =
        text.strip_prefix("khoảng").or_else(|| text.strip_prefix('~')).or_else(|| text.strip_suffix('~'));
    (exact.unwrap_or(text).trim(), exact.is_some())
}

fn parse_exact(text: &str) -> Result<FuzzyDate, DateError> {
    if text.starts_with("xxxx-") {
        return text.to_uppercase().parse();
    }
    let figures = without_words(text);
    let Some(separator) = figures.chars().find(|c| matches!(c, '/' | '-' | '.')) else {
        return only_year(&figures);
    };
    // One separator throughout: "10-12/5/2023" is a span, not a date.
    match figures.split(separator).map(str::trim).collect::<Vec<_>>()[..] {
        [day, month, year] if day.len() <= 2 => {
            FuzzyDate::new(Some(full_year(year)?), Some(number(month)?), Some(number(day)?))
        }
        [year, month, day] => {
            FuzzyDate::new(Some(full_year(year)?), Some(number(month)?), Some(number(day)?))
        }
        [day, month] if day.len() <= 2 && month.len() <= 2 => {
            FuzzyDate::new(None, Some(number(month)?), Some(number(day)?))
        }
        [month, year] if month.len() <= 2 => {
            FuzzyDate::new(Some(full_year(year)?), Some(number(month)?), None)
        }
        [year, month] => FuzzyDate::new(Some(full_year(year)?), Some(number(month)?), None),
        _ => Err(DateError::Form),
    }
}

/// "ngày 05 tháng 9 năm 2020" as "05 / 9 / 2020".
pub(super) fn without_words(text: &str) -> String {
    let figures = text.replace("ngày", "").replace("tháng", "/").replace("năm", "/");
    figures.trim_start_matches(['/', ' ']).to_owned()
}

/// A year alone has all its digits: "20" may be anything.
fn only_year(text: &str) -> Result<FuzzyDate, DateError> {
    match text.len() {
        4 => FuzzyDate::year_only(number(text)?),
        _ => Err(DateError::Form),
    }
}

/// A year of four digits, or of two within 1930–2029.
fn full_year(text: &str) -> Result<i16, DateError> {
    let year: i16 = number(text)?;
    match (text.len(), year) {
        (4, _) => Ok(year),
        (2, 0..=29) => Ok(2000 + year),
        (2, _) => Ok(1900 + year),
        _ => Err(DateError::Year),
    }
}

/// One to four digits and nothing else.
fn number<T: FromStr>(text: &str) -> Result<T, DateError> {
    let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().map_err(|_| DateError::Form) } else { Err(DateError::Form) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{in_words, short};
    use super::*;

    #[test]
    fn people_write_dates_in_many_ways() {
        for (typed, edtf) in [
            ("25/9/2020", "2020-09-25"),
            ("25-9-2020", "2020-09-25"),
            ("25.9.2020", "2020-09-25"),
            ("05/9/2020", "2020-09-05"),
            (" 25 / 09 / 2020\u{a0}", "2020-09-25"),
            ("2020-09-25", "2020-09-25"),
            ("2020/9/25", "2020-09-25"),
            ("5/9/20", "2020-09-05"),
            ("5/9/29", "2029-09-05"),
            ("5/9/30", "1930-09-05"),
            ("15/8/69", "1969-08-15"),
            ("1/1/00", "2000-01-01"),
            ("9/2020", "2020-09"),
            ("09-2020", "2020-09"),
            ("2020-09", "2020-09"),
            ("2020", "2020"),
            ("1969\u{200b} ", "1969"),
            ("25/9", "XXXX-09-25"),
            ("29/2", "XXXX-02-29"),
            ("XXXX-04-03", "XXXX-04-03"),
            ("1969~", "1969~"),
            ("~1969", "1969~"),
            ("Khoảng năm 1969", "1969~"),
            ("ngày 05 tháng 9 năm 2020", "2020-09-05"),
            ("Ngày 5 tháng 9", "XXXX-09-05"),
            ("tháng 9/2020", "2020-09"),
            ("NĂM 2020", "2020"),
        ] {
            let date = parse_typed(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
            assert_eq!(date.to_string(), edtf, "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_the_reason() {
        for (typed, error) in [
            ("31/2", DateError::Day),
            ("31/2/2020", DateError::Day),
            ("29/2/2023", DateError::Day),
            ("0/9/2020", DateError::Day),
            ("9/25/2020", DateError::Month),
            ("25/13", DateError::Month),
            ("13/2020", DateError::Month),
            ("25/9/202", DateError::Year),
            ("25/9/2", DateError::Year),
            ("25/9/0202", DateError::Year),
            ("0969", DateError::Year),
            ("", DateError::Form),
            ("20", DateError::Form),
            ("44099", DateError::Form),
            ("25/9/", DateError::Form),
            ("25//2020", DateError::Form),
            ("10-12/5/2023", DateError::Form),
            ("10-12/5", DateError::Form),
            ("25/9/2020/1", DateError::Form),
            ("+5/9/2020", DateError::Form),
            ("không rõ", DateError::Form),
            ("tháng 9", DateError::Form),
        ] {
            assert_eq!(parse_typed(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn a_form_may_know_the_year() {
        for (typed, edtf) in [
            ("25/11", "2026-11-25"),
            ("ngày 05 tháng 9", "2026-09-05"),
            ("25/11/?", "XXXX-11-25"),
            ("25/11 ?", "XXXX-11-25"),
            ("25/11/2020", "2020-11-25"),
            ("9/2020", "2020-09"),
            ("2020", "2020"),
        ] {
            assert_eq!(
                parse_typed_in(typed, 2026).map(|date| date.to_string()),
                Ok(edtf.to_owned()),
                "{typed}"
            );
        }
        assert_eq!(parse_typed_in("29/2", 2026), Err(DateError::Day));
        assert_eq!(parse_typed_in("?", 2026), Err(DateError::Form));
    }

    proptest! {
        #[test]
        fn what_papers_write_is_read_back(
            year in prop::option::of(1000..=9999i16), month in prop::option::of(1..=12u8),
            day in prop::option::of(1..=31u8), approximate in any::<bool>(),
        ) {
            let Ok(date) = FuzzyDate::new(year, month, day) else { return Ok(()) };
            let date = if approximate { date.approximately() } else { date };
            prop_assert_eq!(parse_typed(&short(date)), Ok(date));
            prop_assert_eq!(parse_typed(&in_words(date)), Ok(date));
            prop_assert_eq!(parse_typed(&date.to_string()), Ok(date));
        }

        #[test]
        fn nothing_typed_is_too_strange(text in "([0-9/. –ngàytháxX~-]|.){0,14}") {
            let _ = parse_typed(&text);
        }
    }
}
