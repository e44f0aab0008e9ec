//! Words about topics and documents.

use crate::app::screen::Context;
use crate::domain::date::DateSpan;
use crate::domain::library::{DocumentDetails, LibraryTopic};
use crate::sentence::Sentence;
use crate::vietnamese::date::{short, span_short};

/// "Một là: Nâng cao hiệu quả …".
pub fn title(topic: &LibraryTopic) -> String {
    match &topic.details.label {
        Some(label) => format!("{label}: {}", topic.details.title),
        None => topic.details.title.clone(),
    }
}

/// A text of at most so many letters, to stand in a list of choices.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A session in a list: what it is called, and when.
pub fn session(title: &str, dates: Option<DateSpan>) -> String {
    // The dates tell sessions of one name apart: they are not cut.
    match dates {
        Some(dates) => format!("{} ({})", shortened(title, 24), span_short(dates)),
        None => shortened(title, 38),
    }
}

/// "60′ · dùng 5 lần, gần nhất 2020 · 3 mục con".
pub fn about(topic: &LibraryTopic, parts: usize, context: Context<'_>) -> String {
    let minutes = topic.details.minutes.map(|minutes| format!("{minutes}′"));
    let parts = (parts > 0).then(|| context.count("window-topics-parts-count", parts));
    [minutes, Some(used(topic, context)), parts].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// "dùng 5 lần, gần nhất 2020".
pub fn used(topic: &LibraryTopic, context: Context<'_>) -> String {
    let count = topic.uses.len();
    let said = match topic.last_year() {
        _ if count == 0 => Sentence::new("window-topics-unused"),
        Some(year) => {
            Sentence::new("window-topics-used-last").with("year", year.to_string()).with("count", count)
        }
        None => Sentence::new("window-topics-used").with("count", count),
    };
    context.say(&said)
}

/// "5 lần · 2020", where a column says what it is.
pub fn used_shortly(topic: &LibraryTopic, context: Context<'_>) -> String {
    let count = context.count("window-topics-times", topic.uses.len());
    match topic.last_year() {
        _ if topic.uses.is_empty() => context.t("window-topics-unused"),
        Some(year) => format!("{count} · {year}"),
        None => count,
    }
}

/// "Quy định 124-QĐ/TW".
pub fn document(details: &DocumentDetails) -> String {
    let tells = details.number.as_deref().or(details.title.as_deref()).unwrap_or_default();
    format!("{} {tells}", details.kind).trim().to_owned()
}

/// "02/02/2018 · Ban Chấp hành Trung ương Đảng · về …".
pub fn about_document(details: &DocumentDetails) -> String {
    let title = details.title.clone().filter(|_| details.number.is_some());
    [details.date.map(short), details.issuer.clone(), title]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_text_ends_in_an_ellipsis() {
        assert_eq!(shortened("Giám sát", 8), "Giám sát");
        assert_eq!(shortened("Giám sát và phản biện", 10), "Giám sát…");
    }
}
