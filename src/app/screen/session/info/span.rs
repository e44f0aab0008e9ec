//! A span of days of which one end is typed anew.

use crate::domain::date::{DateSpan, FuzzyDate};
use crate::sentence::Sentence;
use crate::store::StoreError;
use crate::vietnamese::date::short;

/// An end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// From.
    First,
    /// To.
    Last,
}

/// The span after one end was typed. Without a first day there is none; when the
/// first day moves behind the last, the last goes.
pub fn moved(
    span: Option<DateSpan>,
    edge: Edge,
    day: Option<FuzzyDate>,
) -> Result<Option<DateSpan>, StoreError> {
    let (start, end) = match edge {
        Edge::First => (day, span.filter(|span| !span.is_single()).map(DateSpan::end)),
        Edge::Last => (span.map(DateSpan::start), day),
    };
    let Some(start) = start else {
        return Ok(end.filter(|_| edge == Edge::Last).map(DateSpan::single));
    };
    match (DateSpan::new(start, end.unwrap_or(start)), edge) {
        (Ok(span), _) => Ok(Some(span)),
        (Err(_), Edge::First) => Ok(Some(DateSpan::single(start))),
        (Err(error), Edge::Last) => Err(StoreError::Refused(error.into())),
    }
}

/// What is told where the last day goes by that: it is not to go without a word.
pub fn last_day_gone(span: Option<DateSpan>, edge: Edge, day: Option<FuzzyDate>) -> Option<Sentence> {
    let before = span.filter(|span| edge == Edge::First && !span.is_single())?.end();
    let after = moved(span, edge, day).ok()?;
    let words = match after {
        None => "window-info-last-day-alone",
        Some(after) if after.end() != before => "window-info-last-day-before",
        Some(_) => return None,
    };
    Some(Sentence::new(words).with("date", short(before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<FuzzyDate> {
        Some(text.parse().expect("a date"))
    }

    fn span(start: &str, end: &str) -> Option<DateSpan> {
        DateSpan::new(day(start)?, day(end)?).ok()
    }

    #[test]
    fn one_end_moves_and_the_other_follows_where_it_must() {
        let old = span("2020-09-25", "2020-10-07");
        let first = |text| moved(old, Edge::First, day(text)).expect("taken");
        assert_eq!(first("2020-09-20"), span("2020-09-20", "2020-10-07"));
        assert_eq!(first("2020-10-09"), span("2020-10-09", "2020-10-09"));
        assert_eq!(moved(old, Edge::First, None).expect("taken"), None);
        assert_eq!(moved(old, Edge::Last, None).expect("taken"), span("2020-09-25", "2020-09-25"));
        assert!(moved(old, Edge::Last, day("2020-09-24")).is_err());
        assert_eq!(
            moved(None, Edge::Last, day("2020-09-24")).expect("taken"),
            span("2020-09-24", "2020-09-24")
        );
        let told = |edge, text: &str| last_day_gone(old, edge, day(text)).map(|told| told.id);
        assert_eq!(told(Edge::First, "2020-10-09").as_deref(), Some("window-info-last-day-before"));
        assert_eq!(told(Edge::First, "2020-09-20"), None);
        assert_eq!(told(Edge::Last, "2020-09-25"), None);
        // A single day has no last day of its own that would stay behind.
        let single = span("2020-09-25", "2020-09-25");
        let earlier = moved(single, Edge::First, day("2020-09-20")).expect("taken");
        assert_eq!(earlier, span("2020-09-20", "2020-09-20"));
    }
}
