//! Dates as papers write them, and as people type them.
//!
//! Days below 10 and the months 1 and 2 have a leading 0, other months none:
//! "ngày 05 tháng 9", "ngày 28 tháng 02" (Nghị định 30/2020/NĐ-CP, Phụ lục I).
//! Short dates follow the same rule, as offices write them: "07/10/2020",
//! "02/02/2018", "28/7/2020".

mod span;
mod typed;

use jiff::civil::{Date, Weekday};

pub use span::parse_span;
pub use typed::{parse_typed, parse_typed_in};

use crate::date::{DateSpan, FuzzyDate};

/// A date in words, as precisely as it is known: "ngày 05 tháng 9 năm 2020",
/// "tháng 9 năm 2020", "năm 2020", "ngày 03 tháng 4", "khoảng năm 1969".
pub fn in_words(date: FuzzyDate) -> String {
    about(date.is_approximate(), &Shown::whole(date).words())
}

/// A date in figures, as precisely as it is known: "25/9/2020", "9/2020", "2020",
/// "03/4", "khoảng 1969".
pub fn short(date: FuzzyDate) -> String {
    about(date.is_approximate(), &Shown::whole(date).figures())
}

/// From when to when in words, saying once what both dates share: "từ ngày 25
/// tháng 9 đến ngày 07 tháng 10 năm 2020", "từ ngày 10 đến ngày 12 tháng 5 năm
/// 2023". A single date is as with [`in_words`].
pub fn span_in_words(span: DateSpan) -> String {
    let (start, end) = (span.start(), span.end());
    if span.is_single() {
        return in_words(start);
    }
    let from = about(start.is_approximate(), &Shown::start_of(span).words());
    format!("từ {from} đến {}", in_words(end))
}

/// From when to when in figures, with an en dash: "25/9–07/10/2020",
/// "10–12/5/2023", "28/12/2023–02/01/2024", "2020–2021". A single date is as with
/// [`short`]; "khoảng" before the first date holds for both.
pub fn span_short(span: DateSpan) -> String {
    let (start, end) = (span.start(), span.end());
    if span.is_single() {
        return short(start);
    }
    let from = about(start.is_approximate(), &Shown::start_of(span).figures());
    let to = about(end.is_approximate() && !start.is_approximate(), &Shown::whole(end).figures());
    format!("{from}–{to}")
}

/// The day of the week as a heading has it: "Thứ Hai" … "Thứ Bảy", "Chủ nhật".
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Thứ Hai",
        Weekday::Tuesday => "Thứ Ba",
        Weekday::Wednesday => "Thứ Tư",
        Weekday::Thursday => "Thứ Năm",
        Weekday::Friday => "Thứ Sáu",
        Weekday::Saturday => "Thứ Bảy",
        Weekday::Sunday => "Chủ nhật",
    }
}

fn about(approximate: bool, text: &str) -> String {
    if approximate { format!("khoảng {text}") } else { text.to_owned() }
}

/// The parts of a date that are to be written.
#[derive(Clone, Copy)]
struct Shown {
    day: Option<u8>,
    month: Option<u8>,
    year: Option<i16>,
}

impl Shown {
    fn whole(date: FuzzyDate) -> Self {
        Self { day: date.day_of_month(), month: date.month(), year: date.year() }
    }

    /// The start of a span, without what the end says again. Dates known with
    /// different precision are written whole: "25/9/2020–10/2020".
    fn start_of(span: DateSpan) -> Self {
        let (mut start, end) = (Self::whole(span.start()), Self::whole(span.end()));
        if start.precision() != end.precision() || start.year != end.year {
            return start;
        }
        if start.month.is_some() {
            start.year = None;
        }
        if start.day.is_some() && start.month == end.month {
            start.month = None;
        }
        start
    }

    fn precision(self) -> (bool, bool, bool) {
        (self.day.is_some(), self.month.is_some(), self.year.is_some())
    }

    fn words(self) -> String {
        let parts = [
            self.day.map(|day| format!("ngày {day:02}")),
            self.month.map(|month| format!("tháng {}", month_figures(month))),
            self.year.map(|year| format!("năm {year}")),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn figures(self) -> String {
        let parts = [
            self.day.map(|day| format!("{day:02}")),
            self.month.map(month_figures),
            self.year.map(|year| year.to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("/")
    }
}

/// Only January and February have a leading 0.
fn month_figures(month: u8) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(edtf: &str) -> FuzzyDate {
        edtf.parse().expect(edtf)
    }

    fn span(edtf: &str) -> DateSpan {
        edtf.parse().expect(edtf)
    }

    #[test]
    fn a_date_is_written_as_precisely_as_it_is_known() {
        for (edtf, words, figures) in [
            ("2020-09-05", "ngày 05 tháng 9 năm 2020", "05/9/2020"),
            ("2023-02-28", "ngày 28 tháng 02 năm 2023", "28/02/2023"),
            ("2023-03-12", "ngày 12 tháng 3 năm 2023", "12/3/2023"),
            ("2020-10-07", "ngày 07 tháng 10 năm 2020", "07/10/2020"),
            ("2020-01-15", "ngày 15 tháng 01 năm 2020", "15/01/2020"),
            ("2020-09-25", "ngày 25 tháng 9 năm 2020", "25/9/2020"),
            ("2009-12-08", "ngày 08 tháng 12 năm 2009", "08/12/2009"),
            ("2020-09", "tháng 9 năm 2020", "9/2020"),
            ("2020-02", "tháng 02 năm 2020", "02/2020"),
            ("2020", "năm 2020", "2020"),
            ("XXXX-04-03", "ngày 03 tháng 4", "03/4"),
            ("1969~", "khoảng năm 1969", "khoảng 1969"),
            ("2020-09~", "khoảng tháng 9 năm 2020", "khoảng 9/2020"),
        ] {
            assert_eq!(in_words(date(edtf)), words);
            assert_eq!(short(date(edtf)), figures);
        }
    }

    #[test]
    fn a_span_says_once_what_both_dates_share() {
        for (edtf, words, figures) in [
            ("2020-09-25/2020-10-07", "từ ngày 25 tháng 9 đến ngày 07 tháng 10 năm 2020", "25/9–07/10/2020"),
            ("2023-05-10/2023-05-12", "từ ngày 10 đến ngày 12 tháng 5 năm 2023", "10–12/5/2023"),
            ("2023-05-05/2023-05-06", "từ ngày 05 đến ngày 06 tháng 5 năm 2023", "05–06/5/2023"),
            (
                "2023-12-28/2024-01-02",
                "từ ngày 28 tháng 12 năm 2023 đến ngày 02 tháng 01 năm 2024",
                "28/12/2023–02/01/2024",
            ),
            (
                "2023-05-10/2024-05-10",
                "từ ngày 10 tháng 5 năm 2023 đến ngày 10 tháng 5 năm 2024",
                "10/5/2023–10/5/2024",
            ),
            ("XXXX-04-03/XXXX-04-05", "từ ngày 03 đến ngày 05 tháng 4", "03–05/4"),
            ("XXXX-09-25/XXXX-10-07", "từ ngày 25 tháng 9 đến ngày 07 tháng 10", "25/9–07/10"),
            ("2020-09/2020-10", "từ tháng 9 đến tháng 10 năm 2020", "9–10/2020"),
            ("2020-09/2021-02", "từ tháng 9 năm 2020 đến tháng 02 năm 2021", "9/2020–02/2021"),
            ("2019/2024", "từ năm 2019 đến năm 2024", "2019–2024"),
            ("2020-09-25/2020-10", "từ ngày 25 tháng 9 năm 2020 đến tháng 10 năm 2020", "25/9/2020–10/2020"),
            ("XXXX-09-25/2020-10-07", "từ ngày 25 tháng 9 đến ngày 07 tháng 10 năm 2020", "25/9–07/10/2020"),
            (
                "2023-05-10~/2023-05-12~",
                "từ khoảng ngày 10 đến khoảng ngày 12 tháng 5 năm 2023",
                "khoảng 10–12/5/2023",
            ),
            ("2019/2024~", "từ năm 2019 đến khoảng năm 2024", "2019–khoảng 2024"),
            ("2023-05-10", "ngày 10 tháng 5 năm 2023", "10/5/2023"),
        ] {
            assert_eq!(span_in_words(span(edtf)), words);
            assert_eq!(span_short(span(edtf)), figures);
        }
    }

    #[test]
    fn days_of_the_week_have_their_names() {
        let opening = Date::constant(2020, 9, 25);
        assert_eq!(weekday(opening), "Thứ Sáu");
        let week: Vec<_> = (0..7)
            .filter_map(|day| opening.checked_add(jiff::Span::new().days(day)).ok())
            .map(weekday)
            .collect();
        assert_eq!(week, ["Thứ Sáu", "Thứ Bảy", "Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm"]);
    }
}
