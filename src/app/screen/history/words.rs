//! What the history says, as people say it.

use serde_json::Value;

use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::date::{DateSpan, FuzzyDate};
use crate::domain::organisation::pattern_shown;
use crate::domain::record_words::{self, ColumnWords, Telling};
use crate::paper::PaperKind;
use crate::sentence::Sentence;
use crate::store::{ChangedField, ChangedRow, FieldValue, HistoryEntry, PastSession, RowFate};
use crate::vietnamese::date::{short, span_short};

/// What a line says.
pub(super) fn what(entry: &HistoryEntry, context: Context<'_>) -> String {
    let label = context.say(&entry.label);
    match entry.kind.as_str() {
        "undo" => context.say(&Sentence::new("window-history-undo").with("label", label)),
        "redo" => context.say(&Sentence::new("window-history-redo").with("label", label)),
        _ => label,
    }
}

/// When it was: "Hôm nay 08:15", "Hôm qua 17:02", "25/11 09:00".
pub(super) fn when(utc: &str, context: Context<'_>) -> String {
    let Ok(time) = utc.parse::<jiff::Timestamp>() else { return utc.to_owned() };
    let now = crate::clock::here();
    said(&time.to_zoned(now.time_zone().clone()), &now, context)
}

fn said(time: &jiff::Zoned, now: &jiff::Zoned, context: Context<'_>) -> String {
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    let day = time.date();
    if day == now.date() {
        return context.say(&Sentence::new("window-history-today").with("time", clock));
    }
    if now.date().yesterday().is_ok_and(|yesterday| yesterday == day) {
        return context.say(&Sentence::new("window-history-yesterday").with("time", clock));
    }
    match day.year() == now.date().year() {
        true => format!("{}/{} {clock}", day.day(), day.month()),
        false => format!("{}/{}/{} {clock}", day.day(), day.month(), day.year()),
    }
}

/// The sessions of a line: the first, and how many more.
pub(super) fn about(entry: &HistoryEntry, context: Context<'_>) -> String {
    let Some(first) = entry.sessions.first() else { return String::new() };
    let title = session(first, context);
    match entry.sessions.len() - 1 {
        0 => title,
        more => context
            .say(&Sentence::new("window-history-sessions-more").with("title", title).with("count", more)),
    }
}

/// A session by its title, and whether it is gone.
pub(super) fn session(session: &PastSession, context: Context<'_>) -> String {
    match (&session.title, session.is_gone) {
        (Some(title), false) => title.clone(),
        (Some(title), true) => {
            context.say(&Sentence::new("window-history-session-gone").with("title", title.as_str()))
        }
        (None, _) => context
            .say(&Sentence::new("window-history-session-unknown").with("number", session.id.to_string())),
    }
}

/// What is unusual about the state of a line, for the table.
pub(super) fn mark(entry: &HistoryEntry, context: Context<'_>) -> Option<(Tone, String)> {
    match entry.state.as_str() {
        "undone" | "discarded" => Some((Tone::Neutral, context.t("window-history-state-undone"))),
        "set_aside" => Some((Tone::Amber, context.t("window-history-state-set-aside"))),
        _ => None,
    }
}

/// The state of a line, whatever it is.
pub(super) fn state(entry: &HistoryEntry, context: Context<'_>) -> (Tone, String) {
    let (tone, id) = match (entry.kind.as_str(), entry.state.as_str()) {
        ("fact", _) => (Tone::Blue, "window-history-state-fact"),
        ("undo" | "redo", _) => (Tone::Neutral, "window-history-state-turn"),
        (_, "done") => (Tone::Green, "window-history-state-done"),
        (_, "undone") => (Tone::Neutral, "window-history-state-undone"),
        (_, "set_aside") => (Tone::Amber, "window-history-state-set-aside"),
        (_, "discarded") => (Tone::Neutral, "window-history-state-discarded"),
        _ => (Tone::Neutral, "window-history-state-settled"),
    };
    (tone, context.t(id))
}

/// A word as it stands inside of a sentence.
fn inside(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A word as it stands where a sentence begins.
fn beginning(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A row and what became of it: "Sửa đại biểu Nguyễn Thị Hoa"; of a row that says what happened to another that:
/// "Giấy chứng nhận Nguyễn Thị Hoa: đã hủy".
pub(super) fn row(row: &ChangedRow, context: Context<'_>) -> String {
    let what = record_words::table(&row.table).map(|id| inside(&context.t(id))).unwrap_or_default();
    let what = match &row.name {
        Some(name) => {
            context.say(&Sentence::new("window-history-row").with("what", what).with("name", name.as_str()))
        }
        None => what,
    };
    if let Some(event) = event(row, context) {
        let whole = Sentence::new("window-history-event").with("what", beginning(&what));
        return context.say(&whole.with("event", inside(&event)));
    }
    let sentence = match row.fate {
        RowFate::Added => Sentence::new("window-history-added"),
        RowFate::Changed => Sentence::new("window-history-changed"),
        RowFate::Deleted => Sentence::new("window-history-deleted"),
    };
    context.say(&sentence.with("what", what))
}

/// What happened to another row, where this one says it.
fn event(row: &ChangedRow, context: Context<'_>) -> Option<String> {
    let kind = record_words::event(&row.table).filter(|_| row.fate == RowFate::Added)?;
    let field = row.fields.iter().find(|field| field.column == kind)?;
    Some(value(&field.after, record_words::column(&row.table, kind)?, context))
}

/// A field before and after, in words.
pub(super) struct Told {
    pub(super) label: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// The fields of a row that are told, in words.
pub(super) fn fields(row: &ChangedRow, context: Context<'_>) -> Vec<Told> {
    let mut fields: Vec<&ChangedField> =
        row.fields.iter().filter(|field| says_something(row, field)).collect();
    fields.sort_by_key(|field| record_words::place(&row.table, &field.column));
    fields.into_iter().filter_map(|field| told(row, field, context)).collect()
}

/// Of what was added or deleted, its name is said already, and what it is not need not be.
fn says_something(row: &ChangedRow, field: &ChangedField) -> bool {
    let value = match row.fate {
        RowFate::Changed => return true,
        RowFate::Added => &field.after,
        RowFate::Deleted => &field.before,
    };
    let FieldValue::Plain(value) = value else { return true };
    let is_name = row.name.is_some() && row.name.as_deref() == value.as_str();
    let words = record_words::column(&row.table, &field.column);
    let is_event = record_words::event(&row.table) == Some(field.column.as_str());
    let is_no = words.is_some_and(|words| matches!(words.telling, Telling::YesNo("history-yes", _)));
    !(is_name || is_event || is_no && value.as_i64() == Some(0))
}

fn told(row: &ChangedRow, field: &ChangedField, context: Context<'_>) -> Option<Told> {
    let words = record_words::column(&row.table, &field.column)?;
    let label = context.t(words.label);
    if words.telling == Telling::Unsaid {
        let changed = context.t("window-history-was-changed");
        return (row.fate == RowFate::Changed).then(|| Told { label, before: String::new(), after: changed });
    }
    let (before, after) = match (&field.before, &field.after, words.telling) {
        // Of many texts only those that differ.
        (FieldValue::Plain(before), FieldValue::Plain(after), Telling::Parts) => differing(before, after),
        (before, after, _) => (value(before, words, context), value(after, words, context)),
    };
    Some(Told { label, before, after })
}

/// What stands in a field.
fn value(value: &FieldValue, words: ColumnWords, context: Context<'_>) -> String {
    let plain = match value {
        FieldValue::Nothing => return String::new(),
        FieldValue::Record(Some(name)) => return name.clone(),
        FieldValue::Record(None) => return context.t("window-history-record-gone"),
        FieldValue::Plain(plain) => plain,
    };
    let text = line(plain);
    match words.telling {
        Telling::YesNo(yes, no) => context.t(if text == "1" { yes } else { no }),
        Telling::Word(known) => match known.iter().find(|(word, _)| *word == text) {
            Some((_, id)) => context.t(id),
            // Another program wrote it.
            None => text,
        },
        Telling::Date => date(&text),
        Telling::Moment => when(&text, context),
        Telling::Paper => match PaperKind::from_id(&text) {
            Some(kind) => context.t(kind.about().label),
            None => text,
        },
        Telling::Plain => match serde_json::from_str::<Value>(&text) {
            Ok(list @ Value::Array(_)) => parts(&list).join("; "),
            _ => text,
        },
        Telling::Pattern => pattern_shown(&text),
        Telling::Parts => match serde_json::from_str::<Value>(&text) {
            // Those of a letterhead have how its papers are numbered.
            Ok(all) => pattern_shown(&parts(&all).join("; ")),
            Err(_) => text,
        },
        Telling::Unsaid => String::new(),
    }
}

/// A date or span as the window shows it.
fn date(text: &str) -> String {
    let whole = text.parse::<FuzzyDate>().map(short);
    whole.or_else(|_| text.parse::<DateSpan>().map(span_short)).unwrap_or_else(|_| text.to_owned())
}

fn line(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The texts of a value that has several, in order.
fn parts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if is_word(text) => Vec::new(),
        Value::String(text) if text.parse::<FuzzyDate>().is_ok() && text.contains('-') => vec![date(text)],
        Value::String(text) if text.is_empty() => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(list) => list.iter().flat_map(parts).collect(),
        Value::Object(fields) => fields.values().flat_map(parts).collect(),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

/// Words of the program, which say nothing to the user.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// The texts that stand in one of two values and not at the same place of the other.
fn differing(before: &Value, after: &Value) -> (String, String) {
    let read = |value: &Value| serde_json::from_str::<Value>(&line(value)).unwrap_or_else(|_| value.clone());
    let (before, after) = (read(before), read(after));
    let only = |one: &Value, other: &Value| -> String {
        match (one, other) {
            (Value::Object(one), Value::Object(other)) => {
                let differs = one.iter().filter(|(name, value)| other.get(*name) != Some(value));
                differs.flat_map(|(_, value)| parts(value)).collect::<Vec<_>>().join("; ")
            }
            (one, _) => parts(one).join("; "),
        }
    };
    (only(&before, &after), only(&after, &before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_a_value_with_many_are_told_without_what_is_the_programs() {
        let value = serde_json::json!({"profile": "state", "issuer": ["BAN THƯỜNG TRỰC"], "issued": "2025-11-28", "on": true});
        assert_eq!(parts(&value), ["28/11/2025", "BAN THƯỜNG TRỰC"]);
        let after =
            serde_json::json!({"profile": "party", "issuer": ["BAN THƯỜNG TRỰC"], "issued": "2025-11-29"});
        assert_eq!(differing(&value, &after), ("28/11/2025".to_owned(), "29/11/2025".to_owned()));
        assert_eq!(date("2020-09-25/2020-09-27"), "25–27/9/2020");
        assert_eq!(date("chưa rõ"), "chưa rõ");
    }
}
