//! Everything that is held on one person, as a table that anyone can read.

use crate::domain::held::{Dated, HeldOnPerson, HeldSession};
use crate::domain::person_field::PersonField;
use crate::locale::Locale;
use crate::paper::PaperKind;
use crate::sentence::Sentence;
use crate::vietnamese::date;
use crate::workbook;

/// The name of the sheet, and what stands over its columns.
const NAME: &str = "held-sheet";
const TITLES: [&str; 4] = ["held-part", "held-item", "held-content", "held-when"];

/// The workbook; errors in the words of the library, where it cannot be put together.
pub fn workbook(held: &HeldOnPerson, locale: &Locale) -> Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    workbook::table(&locale.text(NAME), &TITLES.map(|id| locale.text(id)), &rows(held, locale))
}

/// What the file contains and what it leaves out, as the user is told where they choose it.
pub fn contents(held: &HeldOnPerson) -> [Sentence; 2] {
    [
        Sentence::new("held-contains")
            .with("sessions", held.sessions.len())
            .with("changes", held.changes.len()),
        Sentence::new("held-leaves-out").with("count", held.mentions.len()),
    ]
}

/// Part, item, content, and when: a line each.
pub fn rows(held: &HeldOnPerson, locale: &Locale) -> Vec<Vec<String>> {
    let mut rows = Rows { rows: Vec::new(), part: locale.text("held-about"), locale };
    for sentence in contents(held) {
        rows.add("", locale.say(&sentence), "");
    }
    rows.begin("held-registry");
    rows.fields(&held.registry);
    rows.dated("held-position", &held.positions);
    rows.dated("held-unit", &held.units);
    rows.begin("held-sensitive");
    rows.fields(&held.sensitive);
    for session in &held.sessions {
        rows.session(session);
    }
    for part in &held.parts {
        rows.part = part.title.clone();
        let item = if part.part == "guest" { "held-guest" } else { "held-presenter" };
        let mut words = vec![part.name.clone()];
        words.extend(part.titles.clone());
        rows.say(item, words.join(", "), "");
    }
    rows.begin("held-history");
    for change in &held.changes {
        let none = || "–".to_owned();
        let (before, after) =
            (change.before.clone().unwrap_or_else(none), change.after.clone().unwrap_or_else(none));
        rows.add(&field(&change.field, locale), format!("{before} → {after}"), &local(&change.at));
    }
    rows.begin("held-mentions");
    for (place, around) in &held.mentions {
        rows.add(&locale.say(place), around.clone(), "");
    }
    rows.rows
}

struct Rows<'a> {
    rows: Vec<Vec<String>>,
    part: String,
    locale: &'a Locale,
}

impl Rows<'_> {
    fn begin(&mut self, part: &str) {
        self.part = self.locale.text(part);
    }

    fn add(&mut self, item: &str, content: String, when: &str) {
        self.rows.push(vec![self.part.clone(), item.to_owned(), content, when.to_owned()]);
    }

    fn say(&mut self, item: &str, content: String, when: &str) {
        self.add(&self.locale.text(item), content, when);
    }

    fn fields(&mut self, fields: &[(String, String)]) {
        for (code, text) in fields {
            self.add(&field(code, self.locale), value(code, text, self.locale), "");
        }
    }

    fn dated(&mut self, item: &str, all: &[Dated]) {
        for one in all {
            let ends = [one.from, one.until].map(|date| date.map(date::short).unwrap_or_default());
            let when = if ends == ["", ""] { String::new() } else { ends.join(" – ") };
            self.say(item, one.name.clone(), &when);
        }
    }

    fn session(&mut self, session: &HeldSession) {
        self.part.clone_from(&session.title);
        let dates = session.dates.as_deref().unwrap_or_default();
        let dates = dates.parse().map_or_else(|_| dates.to_owned(), date::span_short);
        let (listed, withdrawn) = ("held-listed", "held-withdrawn");
        let state = if session.withdrawn { withdrawn } else { listed };
        let cluster = session.cluster.clone().unwrap_or_default();
        self.say(state, cluster, &dates);
        if let Some(number) = session.number {
            self.say("held-number", number.to_string(), "");
        }
        self.fields(&session.printed);
        for mark in &session.marks {
            let mut words = self.locale.text(status(&mark.status));
            if mark.retracted {
                words = format!("{words} ({})", self.locale.text("held-retracted"));
            }
            let when = self.locale.text(half(&mark.half));
            self.say("held-mark", words, &format!("{} {when}", edtf(&mark.day)));
        }
        for one in &session.receipts {
            let mut words = match (one.received, &one.receiver) {
                (false, _) => self.locale.text("receipt-not-received"),
                (true, None) => self.locale.text("receipt-received"),
                (true, Some(name)) => {
                    self.locale.say(&Sentence::new("receipt-received-by").with("name", name.as_str()))
                }
            };
            if one.retracted {
                words = format!("{words} ({})", self.locale.text("held-retracted"));
            }
            let paper = PaperKind::from_id(&one.paper).map(|kind| self.locale.text(kind.about().label));
            self.say("held-receipt", words, &paper.unwrap_or_default());
        }
        for one in &session.certificates {
            let voided =
                if one.voided { format!(" ({})", self.locale.text("held-voided")) } else { String::new() };
            let date = one.date.as_deref().map(edtf).unwrap_or_default();
            self.say("held-certificate", format!("{}{voided}", one.number), &date);
        }
        for (label, value) in &session.own {
            self.add(label, value.clone(), "");
        }
        if let Some(essay) = &session.essay {
            self.say("results-essay", essay.clone(), "");
        }
        if let Some(decision) = &session.decision {
            let completed = decision.completed.map(|completed| match completed {
                true => "completion-completed",
                false => "completion-not-completed",
            });
            let commended = decision.commended.then_some("results-commended");
            let words = [completed, commended].into_iter().flatten().map(|id| self.locale.text(id));
            let texts = [&decision.reason, &decision.decided_by].into_iter().flatten().cloned();
            let said: Vec<String> = words.chain(texts).collect();
            self.say("results-decide-title", said.join(" · "), &local(&decision.at));
        }
        for proposal in &session.proposals {
            self.say("held-proposal", proposal.clone(), "");
        }
        for (paper, at) in &session.prints {
            let name = crate::paper::PaperKind::ALL.iter().find(|kind| kind.id() == paper);
            let name = name.map_or_else(|| paper.clone(), |kind| self.locale.text(kind.about().label));
            self.say("held-print", name, &local(at));
        }
        for (source, at) in &session.imports {
            self.say("held-import", source.clone(), &local(at));
        }
    }
}

fn status(code: &str) -> &'static str {
    match code {
        "present" => "held-status-present",
        "late" => "held-status-late",
        "left_early" => "attendance-left-early",
        "excused" => "held-status-excused",
        "substituted" => "held-status-substituted",
        _ => "held-status-absent",
    }
}

fn half(code: &str) -> &'static str {
    match code {
        "morning" => "held-half-morning",
        "afternoon" => "held-half-afternoon",
        _ => "held-half-evening",
    }
}

/// What a field is called; one that has no name in the window keeps that of the data file.
fn field(code: &str, locale: &Locale) -> String {
    let known = PersonField::ALL.iter().find(|field| field.about().code == code);
    match (known, code) {
        (Some(field), _) => locale.text(field.about().column),
        (None, "sort_name") => locale.text("window-people-sort-name"),
        (None, "state_paid") => locale.text("window-people-pay"),
        (None, "unit_group") => locale.text("held-unit-group"),
        (None, other) => other.to_owned(),
    }
}

fn value(code: &str, text: &str, locale: &Locale) -> String {
    match (code, text) {
        ("birth", text) => edtf(text),
        ("gender", "male") => locale.text("cli-male"),
        ("gender", "female") => locale.text("cli-female"),
        ("party" | "state_paid", "true" | "1") => locale.text("held-yes"),
        ("party" | "state_paid", "false" | "0") => locale.text("held-no"),
        (_, text) => text.to_owned(),
    }
}

/// A date of the data file as people write it.
fn edtf(text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), date::short)
}

/// A time of the data file as the clock on the wall shows it.
fn local(utc: &str) -> String {
    let time = utc.parse::<jiff::Timestamp>().map(|time| time.to_zoned(jiff::tz::TimeZone::system()));
    time.map_or_else(|_| utc.to_owned(), |time| time.strftime("%-d/%-m/%Y %H:%M").to_string())
}
