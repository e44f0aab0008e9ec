//! Kịch bản điều hành: for whoever chairs a sitting, what happens when, who does it and what is said before it.
//!
//! Everything spoken is made of the facts of the session; what is not known is dots.

mod names;
mod spoken;

use serde::{Deserialize, Serialize};

use super::card::{Item, at};
use super::content::{
    Align, Block, Body, Cell, Column, Document, PROGRAMME_SIZE, Row, Section, Span, Table, TitleLine, Width,
};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::{occasion, topics};
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::programme::{ItemKind, ProgrammeItem};
use crate::vietnamese::date;
use spoken::{Spoken, Turn};

/// What a running order says besides the facts of the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningOrderOptions {
    /// What is typed for it.
    pub words: RunningOrderWords,
}

/// What is typed for a running order; nothing about its look can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningOrderWords {
    /// Who leads through the sittings; dots when empty.
    pub host: String,
    /// Who opens; dots when empty and the programme does not say.
    pub opener: String,
}

/// Its name.
const NAME: &str = "Kịch bản điều hành";

/// Rows to be filled in by hand where nothing is planned.
const BLANK_ROWS: usize = 4;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "running-order",
    label: "paper-running-order",
    name: NAME,
    icon: "MessageSquare",
    phase: Phase::During,
    formats: kind::LETTER,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for RunningOrderOptions {
    /// The running order of each cluster, and what the user should know of it.
    ///
    /// Errors: a cluster the session does not have.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        list::keep_meeting(&mut parts);
        let mut findings = Findings::default();
        if self.words.host.trim().is_empty() {
            findings.missing(Fact::Host);
        }
        let sections = parts.iter().map(|part| self.section(part, dossier, &mut findings)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let host = at!(self.words.host).line("print-host", "letters-host");
        let opener = at!(self.words.opener).line("print-opener", "letters-opener");
        vec![
            host.hint("window-print-by-hand").into(),
            opener.hint("letters-opener-hint").into(),
            Item::Says("letters-running-order-says"),
        ]
    }
}

impl RunningOrderOptions {
    fn section(&self, part: &ClusterList, dossier: &Dossier, findings: &mut Findings) -> Section {
        let mut title = vec![
            TitleLine::Kind(NAME.to_uppercase()),
            TitleLine::Subject(list::session_in_text(dossier).to_owned()),
        ];
        let several = dossier.clusters.len() > 1;
        let note = if several { part.title_note(dossier) } else { when_and_where(part, dossier) };
        if !note.is_empty() {
            title.push(TitleLine::Note(note));
        }
        let name = if several { part.name(dossier) } else { String::new() };
        let blocks =
            vec![Block::Head(list::head(dossier)), Block::Title(title), self.table(part, dossier, findings)];
        Section { landscape: true, ..list::section(NAME, name, true, blocks) }
    }

    fn table(&self, part: &ClusterList, dossier: &Dossier, findings: &mut Findings) -> Block {
        let spoken = Spoken::new(dossier, part, &self.words);
        let sittings = part.sittings();
        let mut rows = Vec::new();
        let last = sittings.len().saturating_sub(1);
        for (place, sitting) in sittings.iter().enumerate() {
            rows.push(heading(&when(sitting)));
            let next = sittings.get(place + 1);
            let edge = Edge { first: place == 0, last: place == last, next };
            rows.extend(turns(sitting, edge, &spoken, findings).into_iter().map(row));
        }
        if sittings.is_empty() {
            rows.extend(unplanned(&spoken, findings).into_iter().map(row));
        }
        spoken.note(findings);
        Block::Table(Table {
            columns: columns(),
            rows,
            row_height: 9.0,
            text_size: PROGRAMME_SIZE,
            sums: None,
        })
    }
}

/// Where a sitting stands among those of its cluster.
struct Edge<'a> {
    first: bool,
    last: bool,
    next: Option<&'a Sitting>,
}

/// What happens in a sitting, with what is said. What opens and ends a session is said also where no item of the
/// programme is there for it.
fn turns(sitting: &Sitting, edge: Edge, spoken: &Spoken, findings: &mut Findings) -> Vec<Turn> {
    let items: Vec<(&ProgrammeItem, _)> = sitting.programme().zip(sitting.slots()).collect();
    let has = |kind: ItemKind| items.iter().any(|(item, _)| item.kind == kind);
    let mut turns = Vec::new();
    // Who is received is welcomed after that.
    let received = items.iter().take_while(|(item, _)| item.kind == ItemKind::Reception).count();
    for (place, (item, slot)) in items.iter().enumerate() {
        if place == received {
            turns.extend(opening(&edge, has(ItemKind::Opening), spoken));
        }
        let time = occasion::slot(*slot, item.minutes);
        match item.kind {
            ItemKind::Reception => turns.push(spoken.reception(time, item, sitting)),
            ItemKind::Opening => turns.extend(spoken.opening(time, Some(item))),
            ItemKind::Topic => turns.push(spoken.topic(time, item)),
            ItemKind::Break => turns.push(spoken.pause(time, item, *slot)),
            ItemKind::Discussion => turns.push(spoken.discussion(time, item)),
            ItemKind::Closing => turns.extend(spoken.closing(time, Some(item))),
            ItemKind::Other => turns.push(spoken.other(time, item)),
        }
    }
    if items.len() == received {
        turns.extend(opening(&edge, has(ItemKind::Opening), spoken));
    }
    if items.is_empty() {
        findings.missing(Fact::Programme);
        turns.extend(vec![Turn::default(); BLANK_ROWS]);
    }
    if edge.last && !has(ItemKind::Closing) {
        turns.extend(spoken.closing(String::new(), None));
    }
    if let Some(next) = edge.next {
        turns.push(spoken.until(sitting, next));
    }
    turns
}

/// What stands before the items of a sitting that has no opening of its own.
fn opening(edge: &Edge, has_own: bool, spoken: &Spoken) -> Vec<Turn> {
    match (edge.first, has_own) {
        (_, true) => Vec::new(),
        (true, false) => spoken.opening(String::new(), None),
        (false, false) => vec![spoken.again()],
    }
}

/// The running order of a session without sittings: what opens it, its topics, what ends it.
fn unplanned(spoken: &Spoken, findings: &mut Findings) -> Vec<Turn> {
    findings.missing(Fact::Programme);
    let mut turns = spoken.opening(String::new(), None);
    let topics = topics::of(spoken.dossier());
    turns.extend(topics.iter().map(|topic| {
        let item = ProgrammeItem {
            kind: ItemKind::Topic,
            title: topic.title.clone(),
            minutes: topic.minutes,
            presenters: topic.presenters.clone(),
        };
        spoken.topic(String::new(), &item)
    }));
    if topics.is_empty() {
        turns.extend(vec![Turn::default(); BLANK_ROWS]);
    }
    turns.extend(spoken.closing(String::new(), None));
    turns
}

/// Day and hall of the only part.
fn when_and_where(part: &ClusterList, dossier: &Dossier) -> String {
    let dates = part.dates(dossier).map(date::span_in_words).unwrap_or_default();
    let place = occasion::place(part, dossier).unwrap_or_default();
    crate::vietnamese::number::sentence_case(&list::join(", ", [place, dates]))
}

/// "Sáng ngày 25/9/2020 (Thứ Sáu)".
fn when(sitting: &Sitting) -> String {
    let (half, day) = (sitting.half.printed(), sitting.date);
    match day.day_of_month() {
        None => format!("{half}, {}", date::in_words(day)),
        Some(_) => format!("{half} ngày {}{}", date::short(day), occasion::weekday(day)),
    }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, firm| Width::Text { min, max, share: 1.0, firm };
    vec![
        column("Thời gian", Width::Fixed(28.0), Align::Centre),
        column("Nội dung", text(34.0, 38.0, true), Align::Left),
        column("Người thực hiện", text(34.0, 40.0, true), Align::Left),
        column("Lời dẫn", Width::Fill { min: 90.0, max: 140.0 }, Align::Left),
        column("Ghi chú", Width::Fixed(22.0), Align::Left),
    ]
}

fn heading(text: &str) -> Row {
    Row::Heading {
        spans: vec![Span::bold(text)],
        again: vec![Span::bold(text), Span::italic(" (tiếp theo)")],
        sums: Vec::new(),
        count: None,
    }
}

fn row(turn: Turn) -> Row {
    let cells = [turn.time, turn.what, turn.who, turn.said, String::new()].map(Cell::new);
    Row::Cells { cells: cells.into(), struck: false, subject: None }
}
