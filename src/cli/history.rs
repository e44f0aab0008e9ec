//! `history`: what was done. `undo`: the last step of it taken back.

use std::path::Path;

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::table::table;
use super::verbs;
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::{Access, HistoryEntry, HistoryFilter, PastSession, Store, Turn};

/// Without a wish, so many lines are listed.
pub(super) const LINES: u32 = 20;

/// Which lines, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) filter: HistoryFilter,
    pub(super) limit: u32,
    pub(super) json: bool,
}

/// A session that a line is about.
#[derive(Serialize)]
struct SessionJson<'a> {
    id: i64,
    /// Its title, or the last it had; null when nobody knows it any more.
    title: Option<&'a str>,
    /// Whether it is gone.
    gone: bool,
}

impl<'a> SessionJson<'a> {
    fn new(session: &'a PastSession) -> Self {
        Self { id: session.id.0, title: session.title.as_deref(), gone: session.is_gone }
    }
}

/// A line of the history.
#[derive(Serialize)]
struct EntryJson<'a> {
    id: i64,
    /// UTC, RFC 3339.
    at: &'a str,
    label: String,
    kind: &'a str,
    state: &'a str,
    /// Why it cannot be turned any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    changes: usize,
    /// The sessions it was about.
    sessions: Vec<SessionJson<'a>>,
}

impl<'a> EntryJson<'a> {
    fn new(entry: &'a HistoryEntry, locale: &Locale) -> Self {
        Self {
            id: entry.id.0,
            at: &entry.at,
            label: locale.say(&entry.label),
            kind: &entry.kind,
            state: &entry.state,
            reason: entry.reason.as_ref().map(|reason| locale.say(reason)),
            changes: entry.changes,
            sessions: entry.sessions.iter().map(SessionJson::new).collect(),
        }
    }
}

/// The step that was undone.
#[derive(Serialize)]
struct UndoneJson {
    step: i64,
    label: String,
}

/// Lists what was done last, the newest first.
pub(super) fn list(path: &Path, wanted: &Wanted, locale: &Locale) -> Result<Done, Refusal> {
    let limit = usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    let store = Store::open(path, Access::Read)?;
    let page = store.history_page(wanted.filter.clone(), locale.language(), None, limit).wait()?;
    let entries = page.entries;
    let shapes: Vec<_> = entries.iter().map(|entry| EntryJson::new(entry, locale)).collect();
    if wanted.json {
        return Ok(Done::printing_json(&shapes));
    }
    if shapes.is_empty() && wanted.filter != HistoryFilter::default() {
        return Ok(Done::saying(Sentence::new("cli-history-nothing-found")));
    }
    if shapes.is_empty() {
        return Ok(Done::saying(Sentence::new("cli-no-history").with("file", path.display().to_string())));
    }
    let rows: Vec<_> = shapes
        .iter()
        .map(|entry| vec![local(entry.at), state(entry.state, locale), sentence(entry, locale)])
        .collect();
    let headings = ["cli-column-time", "cli-column-state", "cli-column-step"].map(|id| locale.text(id));
    Ok(Done::printing(table(&headings, &rows)))
}

/// A time of the data file as the clock on the wall shows it.
fn local(utc: &str) -> String {
    let time = utc.parse::<jiff::Timestamp>().map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    time.map_or_else(|_| utc.to_owned(), |time| time.strftime("%-d/%-m/%Y %H:%M").to_string())
}

fn state(state: &str, locale: &Locale) -> String {
    match state {
        "done" => locale.text("cli-state-done"),
        "undone" => locale.text("cli-state-undone"),
        "set_aside" => locale.text("cli-state-set-aside"),
        "discarded" => locale.text("cli-state-discarded"),
        _ => locale.text("cli-state-settled"),
    }
}

/// What was done, with what cannot be told by its state.
fn sentence(entry: &EntryJson<'_>, locale: &Locale) -> String {
    let label = entry.label.clone();
    match (entry.kind, &entry.reason) {
        ("undo", _) => locale.say(&Sentence::new("cli-history-undo").with("label", label)),
        ("redo", _) => locale.say(&Sentence::new("cli-history-redo").with("label", label)),
        (_, Some(reason)) => format!("{label}. {reason}"),
        (_, None) => label,
    }
}

/// Undoes the last step, and says which that was. That there is none, or that it cannot be
/// undone any more, is exit code 1.
pub(super) fn undo(path: &Path, json: bool, locale: &Locale) -> Result<Done, Refusal> {
    let mut done = Done::default();
    let store = verbs::open_to_write(path, &mut done.sentences)?;
    match store.undo().wait()? {
        Turn::Turned(step) => {
            let label = locale.say(&step.label);
            let printed = match json {
                true => Done::printing_json(&UndoneJson { step: step.id.0, label }),
                false => Done::printing(label + "\n"),
            };
            return Ok(Done { data: printed.data, ..done });
        }
        Turn::SetAside(step, reason) => done.sentences.push(
            Sentence::new("cli-undo-set-aside")
                .with("label", locale.say(&step.label))
                .with("reason", locale.say(&reason)),
        ),
        Turn::Nothing | Turn::Overtaken => {
            done.sentences
                .push(Sentence::new("cli-nothing-to-undo").with("file", path.display().to_string()));
        }
    }
    Ok(Done { is_bad_news: true, ..done })
}
