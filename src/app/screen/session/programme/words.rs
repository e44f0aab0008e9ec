//! Words of the programme: sittings, kinds, lengths.

use super::Context;
use crate::domain::cluster::{HalfDay, Sitting};
use crate::domain::date::FuzzyDate;
use crate::domain::programme::ItemKind;
use crate::locale::Language;
use crate::vietnamese::date::{short, weekday};

/// "Thứ Sáu 25/9 · Sáng · 07:30–11:30".
pub(super) fn sitting(sitting: &Sitting, context: Context<'_>) -> String {
    let hours = match (sitting.starts, sitting.ends) {
        (Some(starts), Some(ends)) => format!(" · {starts}–{ends}"),
        (Some(time), None) | (None, Some(time)) => format!(" · {time}"),
        (None, None) => String::new(),
    };
    format!("{}{hours}", half_day(sitting, context))
}

/// "Thứ Sáu 25/9 · Sáng".
pub(super) fn half_day(sitting: &Sitting, context: Context<'_>) -> String {
    let day = day(sitting.date, context.locale.language());
    format!("{day} · {}", part_of_day(sitting.half, context))
}

/// "25/9 Sáng".
pub fn short_half_day(date: FuzzyDate, half: HalfDay, context: Context<'_>) -> String {
    format!("{} {}", figures(date), part_of_day(half, context))
}

/// "Sáng".
fn part_of_day(half: HalfDay, context: Context<'_>) -> String {
    context.t(match half {
        HalfDay::Morning => "window-info-morning",
        HalfDay::Afternoon => "window-info-afternoon",
        HalfDay::Evening => "window-info-evening",
    })
}

/// "25/9": the year is that of the session.
fn figures(date: FuzzyDate) -> String {
    match (date.day_of_month(), date.month()) {
        (Some(day), Some(month)) => format!("{day}/{month}"),
        _ => short(date),
    }
}

/// "Thứ Sáu 25/9"; a day of an unknown year has no day of the week.
fn day(date: FuzzyDate, language: Language) -> String {
    let figures = figures(date);
    match (date.calendar(), language) {
        (Some(day), Language::Vietnamese) => format!("{} {figures}", weekday(day)),
        (Some(day), Language::English) => format!("{} {figures}", day.strftime("%a")),
        (None, _) => figures,
    }
}

/// What a kind of item is called.
pub(super) fn kind(kind: ItemKind, context: Context<'_>) -> String {
    context.t(match kind {
        ItemKind::Reception => "window-programme-reception",
        ItemKind::Opening => "window-programme-opening",
        ItemKind::Topic => "window-programme-topic",
        ItemKind::Break => "window-programme-break",
        ItemKind::Discussion => "window-programme-discussion",
        ItemKind::Closing => "window-programme-closing",
        ItemKind::Other => "window-programme-other",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_named_where_the_year_is_known() {
        let named = |text: &str, language| day(text.parse().expect("a date"), language);
        assert_eq!(named("2020-09-25", Language::Vietnamese), "Thứ Sáu 25/9");
        assert_eq!(named("2020-09-25", Language::English), "Fri 25/9");
        assert_eq!(named("XXXX-04-03", Language::Vietnamese), "3/4");
    }
}
