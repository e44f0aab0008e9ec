//! From when to when, as people type it.

use super::typed::{parse_typed, without_words};
use crate::date::{DateError, DateSpan, FuzzyDate};
use crate::vietnamese::clean::clean;

/// Reads what people write for the days something is held:
///
/// * one date, as [`parse_typed`] reads it: `25/9/2026`, `9/2026`;
/// * two dates with a hyphen or a dash between them, or "đến":
///   `25/9/2026-27/9/2026`, `từ 25/9/2026 đến 07/10/2026`;
/// * the first without what both share: `25-27/9/2026`, `25/9–07/10/2026`, `9-10/2026`;
/// * the form spans are kept in (`2026-09-25/2026-09-27`).
///
/// Errors: as [`parse_typed`]; [`DateError::Order`] when the end comes before the start.
pub fn parse_span(text: &str) -> Result<DateSpan, DateError> {
    let text = clean(text).to_lowercase();
    if let Ok(kept) = text.parse() {
        return Ok(kept);
    }
    match parse_typed(&text) {
        Ok(date) => return Ok(DateSpan::single(date)),
        // Written as two dates, it has no form as one.
        Err(DateError::Form) => {}
        Err(error) => return Err(error),
    }
    let mut reason = DateError::Form;
    for (start, end) in halves(text.strip_prefix("từ ").unwrap_or(&text)) {
        match read_both(start, end) {
            Ok(span) => return Ok(span),
            Err(error) if reason == DateError::Form => reason = error,
            Err(_) => {}
        }
    }
    Err(reason)
}

/// The ways a text may be two dates. A hyphen may also stand within one of them, so each is
/// tried.
fn halves(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let between = ["đến", "–", "—"].into_iter().filter_map(|between| text.split_once(between));
    let hyphens = text.match_indices('-').map(|(at, _)| (&text[..at], &text[at + 1..]));
    between.chain(hyphens).map(|(start, end)| (start.trim(), end.trim()))
}

fn read_both(start: &str, end: &str) -> Result<DateSpan, DateError> {
    let last = parse_typed(end)?;
    let first = first_of(start, last)?;
    // "khoảng 10–12/5/2023": about right is what both are.
    let last = if first.is_approximate() { last.approximately() } else { last };
    DateSpan::new(first, last)
}

/// The first date, with what it shares with the last and does not say.
fn first_of(text: &str, last: FuzzyDate) -> Result<FuzzyDate, DateError> {
    let (bare, about) = match text.strip_prefix("khoảng") {
        Some(rest) => (rest.trim(), true),
        None => (text, false),
    };
    let figures = without_words(bare);
    let first = match figures.trim().parse::<u8>() {
        Ok(day) if last.day_of_month().is_some() => FuzzyDate::new(last.year(), last.month(), Some(day))?,
        Ok(month) if last.month().is_some() => FuzzyDate::new(last.year(), Some(month), None)?,
        _ => {
            let date = parse_typed(bare)?;
            let year = date.year().or(last.year());
            let whole = FuzzyDate::new(year, date.month(), date.day_of_month())?;
            if date.is_approximate() { whole.approximately() } else { whole }
        }
    };
    Ok(if about { first.approximately() } else { first })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{span_in_words, span_short};
    use super::*;

    #[test]
    fn people_write_spans_in_many_ways() {
        for (typed, edtf) in [
            ("25/9/2026", "2026-09-25"),
            ("25-9-2026", "2026-09-25"),
            ("2026-09-25", "2026-09-25"),
            ("9/2026", "2026-09"),
            ("2026", "2026"),
            ("25/9/2026-27/9/2026", "2026-09-25/2026-09-27"),
            ("25/9/2026 – 27/9/2026", "2026-09-25/2026-09-27"),
            ("25-27/9/2026", "2026-09-25/2026-09-27"),
            ("25 - 27/9/2026", "2026-09-25/2026-09-27"),
            ("25-27-9-2026", "2026-09-25/2026-09-27"),
            ("25-9-2026-07-10-2026", "2026-09-25/2026-10-07"),
            ("25.9-7.10.2026", "2026-09-25/2026-10-07"),
            ("25/9-07/10/2026", "2026-09-25/2026-10-07"),
            ("28/12/2026-2/1/2027", "2026-12-28/2027-01-02"),
            ("25/9/26-27/9/26", "2026-09-25/2026-09-27"),
            ("25-27/9", "XXXX-09-25/XXXX-09-27"),
            ("9-10/2026", "2026-09/2026-10"),
            ("2026-2027", "2026/2027"),
            ("2026-09-25/2026-09-27", "2026-09-25/2026-09-27"),
            ("từ 25/9/2026 đến 27/9/2026", "2026-09-25/2026-09-27"),
            ("Từ ngày 25 đến ngày 27 tháng 9 năm 2026", "2026-09-25/2026-09-27"),
            ("Từ ngày 25 tháng 9 đến ngày 07 tháng 10 năm 2026", "2026-09-25/2026-10-07"),
            ("khoảng 10–12/5/2023", "2023-05-10~/2023-05-12~"),
        ] {
            let span = parse_span(typed).unwrap_or_else(|error| panic!("{typed}: {error}"));
            assert_eq!(span.to_string(), edtf, "{typed}");
        }
    }

    #[test]
    fn what_is_no_span_is_refused_with_the_reason() {
        for (typed, error) in [
            ("", DateError::Form),
            ("tuần sau", DateError::Form),
            ("25/9/2026-", DateError::Form),
            ("-25/9/2026", DateError::Form),
            ("25-27-29/9/2026", DateError::Month),
            ("31/2/2026", DateError::Day),
            ("25-31/9/2026", DateError::Day),
            ("31-1/2/2026", DateError::Day),
            ("25/13/2026-27/13/2026", DateError::Month),
            ("25/9/202-27/9/2026", DateError::Year),
            ("27/9/2026-25/9/2026", DateError::Order),
            ("27-25/9/2026", DateError::Order),
            ("28/12-02/01/2027", DateError::Order),
        ] {
            assert_eq!(parse_span(typed), Err(error), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_papers_write_is_read_back(
            years in prop::array::uniform2(2000..=2040i16), months in prop::array::uniform2(1..=12u8),
            days in prop::array::uniform2(1..=31u8), parts in 0..3,
        ) {
            let date = |at: usize| match parts {
                0 => FuzzyDate::year_only(years[at]),
                1 => FuzzyDate::new(Some(years[at]), Some(months[at]), None),
                _ => FuzzyDate::day(years[at], months[at], days[at]),
            };
            let (Ok(start), Ok(end)) = (date(0), date(1)) else { return Ok(()) };
            let Ok(span) = DateSpan::new(start, end) else { return Ok(()) };
            prop_assert_eq!(parse_span(&span_short(span)), Ok(span));
            prop_assert_eq!(parse_span(&span_in_words(span)), Ok(span));
            prop_assert_eq!(parse_span(&span.to_string()), Ok(span));
        }

        #[test]
        fn nothing_typed_is_too_strange(text in "([0-9/. –đếnừngàytháxX~-]|.){0,20}") {
            let _ = parse_span(&text);
        }
    }
}
