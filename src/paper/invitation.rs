//! Giấy mời, giấy triệu tập: to each delegate, to each unit with the names of those
//! called, to all in one, or to each guest.
//!
//! Laid out after the model of Nghị định 30/2020/NĐ-CP, Phụ lục III: who invites
//! whom, to what, when, where.

use serde::Serialize;

use super::content::{
    Align, Block, Body, Cell, Column, Document, LETTER_SIZE, Paragraph, Row, Section, Span, Table, TitleLine,
    Width,
};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::letter::{self, stopped};
use super::list::{self, Part};
use super::{audience, cluster_table, occasion, topics};
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::id::ClusterId;
use crate::domain::person::Gender;
use crate::domain::session::{OrganiserRole, SessionForm};
use crate::domain::topic::Topic;

/// To whom, and in which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InvitationOptions {
    /// Delegates of one cluster only.
    pub cluster: Option<ClusterId>,
    /// Who gets one.
    pub to: Addressees,
    /// Giấy triệu tập: delegates are called rather than invited. Guests are invited.
    pub summons: bool,
    /// Its number, alone or as it is printed; left open, it is written by hand.
    pub number: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// Whether the topics are named; else the programme is said to come along, so
    /// that a letter to one person keeps to a page.
    pub topics: bool,
    /// What else is to be said, such as what to bring and whom to ask: each line a paragraph.
    pub note: String,
    /// Who receives it, parted by semicolons; the addressee and the archive when empty.
    pub recipients: String,
}

/// Who gets a letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum Addressees {
    /// Each delegate.
    #[default]
    Delegates,
    /// Each unit, with the names of its delegates.
    Units,
    /// One letter for all who are called.
    All,
    /// Each guest.
    Guests,
}

impl Default for InvitationOptions {
    fn default() -> Self {
        Self {
            cluster: None,
            to: Addressees::default(),
            summons: false,
            number: String::new(),
            issued: None,
            topics: false,
            note: String::new(),
            recipients: String::new(),
        }
    }
}

impl InvitationOptions {
    /// Whether the letter calls its readers.
    fn calls(&self) -> bool {
        self.summons && self.to != Addressees::Guests
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        if self.calls() { "Giấy triệu tập" } else { "Giấy mời" }
    }
}

/// The letters of a session, and what the user should know of them.
pub fn document(
    dossier: &Dossier,
    options: &InvitationOptions,
) -> Result<(Document, Vec<Finding>), PaperError> {
    let shown = list::shown(dossier);
    let parts = list::parts(dossier, &shown, options.cluster)?;
    let mut findings = Findings::default();
    if options.number.trim().is_empty() {
        findings.missing(Fact::InvitationNumber);
    }
    if options.issued.is_none() {
        findings.missing(Fact::IssueDate);
    }
    let mut letters = Letters { dossier, options, topics: topics::of(dossier), findings };
    if letters.topics.is_empty() {
        letters.findings.missing(Fact::Topics);
    }
    let sections = match options.to {
        Addressees::Delegates => letters.to_delegates(&parts),
        Addressees::Units => letters.to_units(&parts),
        Addressees::All => vec![letters.to_all(&parts)],
        Addressees::Guests => letters.to_guests(),
    };
    if sections.is_empty() {
        return Err(PaperError::NobodyToInvite);
    }
    let info = list::info(options.name(), &parts, options.cluster, dossier);
    Ok((Document { info, body: Body::Flow(sections) }, letters.findings.into_vec()))
}

/// What the letters have in common.
struct Letters<'a> {
    dossier: &'a Dossier,
    options: &'a InvitationOptions,
    topics: Vec<Topic>,
    findings: Findings,
}

impl Letters<'_> {
    fn to_delegates(&mut self, parts: &[Part]) -> Vec<Section> {
        let mut sections = Vec::new();
        for part in parts {
            let frame = self.frame(Some(part));
            for row in part.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed) {
                let delegate = row.delegate;
                let honorific = honorific(delegate);
                let mut who = vec![Span::bold(format!("{honorific} {}", delegate.details.full_name))];
                who.push(Span::plain(stopped(&office(delegate), ".")));
                let blocks = self.letter(&frame, self.whom(who), Vec::new(), &self.hoping(honorific));
                let subject = Some(list::subject(delegate));
                sections.push(Section {
                    name: delegate.details.full_name.clone(),
                    subject,
                    blocks,
                    ..Section::default()
                });
            }
        }
        sections
    }

    fn to_units(&mut self, parts: &[Part]) -> Vec<Section> {
        let mut sections = Vec::new();
        for part in parts {
            let frame = self.frame(Some(part));
            for (unit, delegates) in units(part) {
                let count = occasion::two_digits(delegates.len());
                let of = if unit.is_empty() {
                    String::new()
                } else {
                    format!(" của {}", letter::unit_in_text(unit))
                };
                let words = format!("{count} đại biểu{of} có tên trong danh sách dưới đây.");
                let blocks = vec![
                    Block::Paragraph(Paragraph::text(if self.options.calls() {
                        "Danh sách triệu tập:"
                    } else {
                        "Danh sách đại biểu được mời:"
                    })),
                    Block::Table(names(&delegates)),
                ];
                let hope = self.hoping("các ông, bà có tên nêu trên");
                let blocks = self.letter(&frame, self.whom(vec![Span::plain(words)]), blocks, &hope);
                let name = if unit.is_empty() { "Chưa rõ đơn vị" } else { unit };
                sections.push(Section { name: name.to_owned(), blocks, ..Section::default() });
            }
        }
        sections
    }

    fn to_all(&mut self, parts: &[Part]) -> Section {
        let one = if let [part] = parts { Some(part) } else { None };
        let frame = self.frame(one);
        let mut whom = vec![Block::Paragraph(Paragraph::text("Kính gửi:"))];
        let called = audience::called(self.dossier);
        if called.is_empty() {
            self.findings.missing(Fact::Audience);
            let session = list::session_in_text(self.dossier);
            whom = vec![Block::Paragraph(Paragraph::text(format!("Kính gửi: Các đại biểu dự {session}")))];
        }
        whom.extend(called.into_iter().map(Block::Paragraph));
        whom.push(self.whom(vec![Span::plain("các đại biểu thuộc thành phần nêu trên.")]));
        let hope = self.hoping("các đại biểu");
        let blocks = self.letter_to(&frame, whom, Vec::new(), &hope);
        Section { name: self.options.name().to_owned(), blocks, ..Section::default() }
    }

    fn to_guests(&mut self) -> Vec<Section> {
        let dossier = self.dossier;
        let one = dossier.clusters.first().filter(|_| dossier.clusters.len() == 1);
        let frame = self.frame(one.map(|cluster| Part { cluster: Some(cluster), rows: Vec::new() }).as_ref());
        let mut sections = Vec::new();
        for guest in &dossier.guests {
            let (honorific, name, titles) = letter::guest(guest);
            let (who, hope) = match guest {
                Guest::Person { .. } => {
                    let honorific = honorific.unwrap_or_else(|| "Ông/Bà".to_owned());
                    let bold = Span::bold(format!("{honorific} {name}"));
                    (vec![bold, Span::plain(stopped(&titles, "."))], self.hoping(&honorific))
                }
                Guest::Group { .. } => (vec![Span::bold(stopped(&name, "."))], self.hoping("các ông, bà")),
            };
            let blocks = self.letter(&frame, self.whom(who), Vec::new(), &hope);
            sections.push(Section { name, blocks, ..Section::default() });
        }
        sections
    }

    /// Head and end, and what stands between whom and the end, of every letter that
    /// calls to the same place: the part of a cluster, or of all clusters.
    fn frame(&mut self, part: Option<&Part>) -> Frame {
        let dossier = self.dossier;
        let number = letter::number(
            &self.options.number,
            &dossier.letterhead.numbers.invitation,
            letter::INVITATION_NUMBER,
            dossier,
        );
        let session = list::session_in_text(dossier);
        let head = vec![
            Block::Head(list::head(dossier)),
            letter::number_date(number, self.options.issued, dossier),
            Block::Title(vec![
                TitleLine::Kind(self.options.name().to_uppercase()),
                TitleLine::Subject(format!("Tham dự {session}")),
            ]),
        ];
        let verb = if self.options.calls() { "Tham dự" } else { "Tới dự" };
        let mut middle = vec![line(verb, session)];
        if letter::takes_part_only(dossier) {
            let leads = letter::and(&letter::organisers(dossier, OrganiserRole::Lead));
            middle.push(line("Chủ trì", &leads));
        }
        let partners = letter::and(&letter::organisers(dossier, OrganiserRole::Partner));
        if !partners.is_empty() {
            middle.push(line("Đơn vị phối hợp", &partners));
        }
        middle.extend(self.when_and_where(part));
        middle.extend(self.content());
        let notes = self.options.note.lines().map(str::trim).filter(|note| !note.is_empty());
        middle.extend(notes.map(|note| Block::Paragraph(Paragraph::text(note))));
        let usual = vec!["Như trên".to_owned(), "Lưu: VT".to_owned()];
        let recipients = letter::recipients(&self.options.recipients, usual);
        let end = letter::signed(recipients, dossier, &mut self.findings);
        Frame { head, middle, end }
    }

    fn when_and_where(&mut self, part: Option<&Part>) -> Vec<Block> {
        let dossier = self.dossier;
        let own = part.and_then(|part| part.cluster);
        let mut blocks = Vec::new();
        if own.is_none() && dossier.clusters.len() > 1 {
            blocks.push(Block::Paragraph(Paragraph::text("Thời gian, địa điểm như sau:")));
            blocks.push(cluster_table::table(dossier));
        } else {
            let whole = Part { cluster: own.or(dossier.clusters.first()), rows: Vec::new() };
            match occasion::time(&whole, dossier) {
                Some(time) => blocks.push(line("Thời gian", &time)),
                None => self.findings.missing(Fact::Dates),
            }
            match occasion::place(&whole, dossier) {
                Some(place) => blocks.push(line("Địa điểm", &place)),
                None => {
                    self.findings.missing(Fact::Venue);
                    let site = whole.name(dossier);
                    // A site that is joined is told by its name at least.
                    if dossier.session.details.form != SessionForm::InPerson && !site.is_empty() {
                        blocks.push(line("Địa điểm", &site));
                    }
                }
            }
        }
        match dossier.session.details.form {
            SessionForm::InPerson => {}
            SessionForm::Online => blocks.push(line("Hình thức", "trực tuyến")),
            SessionForm::Hybrid => blocks.push(line("Hình thức", "trực tiếp kết hợp trực tuyến")),
        }
        blocks
    }

    fn content(&self) -> Vec<Block> {
        match self.topics.as_slice() {
            [] => Vec::new(),
            _ if !self.options.topics => vec![line("Nội dung", "có chương trình kèm theo")],
            [topic] => vec![line("Nội dung", &topic.title)],
            topics => {
                let heading = Paragraph::text("Nội dung:");
                std::iter::once(heading).chain(topics::titles(topics)).map(Block::Paragraph).collect()
            }
        }
    }

    /// "Ban Thường trực … trân trọng kính mời: Ông Nguyễn Văn An, …."
    fn whom(&self, who: Vec<Span>) -> Block {
        let verb = if self.options.calls() { "triệu tập" } else { "trân trọng kính mời" };
        let mut spans = vec![Span::plain(format!("{} {verb}: ", letter::writer(self.dossier)))];
        spans.extend(who);
        Block::Paragraph(Paragraph { spans, ..Paragraph::default() })
    }

    /// The sentence at the end.
    fn hoping(&self, who: &str) -> String {
        match self.options.calls() {
            true => format!("Đề nghị {who} có mặt đúng thời gian, địa điểm nêu trên./."),
            false => {
                let what = letter::gathering(self.dossier);
                format!("Rất mong {who} tham dự để {what} đạt kết quả tốt./.")
            }
        }
    }

    fn letter(&self, frame: &Frame, whom: Block, list: Vec<Block>, hope: &str) -> Vec<Block> {
        self.letter_to(frame, vec![whom], list, hope)
    }

    fn letter_to(&self, frame: &Frame, whom: Vec<Block>, list: Vec<Block>, hope: &str) -> Vec<Block> {
        let mut blocks = frame.head.clone();
        blocks.extend(whom);
        blocks.extend(frame.middle.iter().cloned());
        blocks.extend(list);
        blocks.push(Block::Paragraph(Paragraph::text(hope)));
        blocks.push(frame.end.clone());
        blocks
    }
}

/// What letters to the same place have in common.
struct Frame {
    head: Vec<Block>,
    middle: Vec<Block>,
    end: Block,
}

/// "Thời gian: …."
fn line(label: &str, words: &str) -> Block {
    Block::Paragraph(Paragraph::text(format!("{label}: {}", stopped(words, "."))))
}

fn honorific(delegate: &Delegate) -> &'static str {
    match delegate.details.gender {
        Some(Gender::Male) => "Ông",
        Some(Gender::Female) => "Bà",
        None => "Ông/Bà",
    }
}

/// Position and unit after the name: ", Trưởng ban CTMT, thôn Trung Đàn, xã Tam Đại",
/// ", Chủ tịch UBMTTQ xã Tam Đại".
fn office(delegate: &Delegate) -> String {
    let known = |text: &Option<String>| text.as_deref().map(str::trim).unwrap_or_default().to_owned();
    let (position, unit) = (known(&delegate.details.position), known(&delegate.details.unit));
    let body = unit.split(' ').next().unwrap_or_default();
    let words = match letter::is_place(&unit) || position.contains(body) {
        true => list::join(", ", [position, letter::unit_in_text(&unit)]),
        // The position is one of that body.
        false => list::join(" ", [position, unit]),
    };
    if words.is_empty() { words } else { format!(", {words}") }
}

/// The delegates of each unit, in the order of the list.
fn units<'a>(part: &Part<'a>) -> Vec<(&'a str, Vec<&'a Delegate>)> {
    let mut units: Vec<(&str, Vec<&Delegate>)> = Vec::new();
    for row in part.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed) {
        let unit = row.delegate.details.group().unwrap_or_default();
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, delegates)) => delegates.push(row.delegate),
            None => units.push((unit, vec![row.delegate])),
        }
    }
    units
}

/// Those of a unit who are called.
fn names(delegates: &[&Delegate]) -> Table {
    let unit = |one: &Delegate| {
        let unit = one.details.unit_within_group().unwrap_or_default();
        if Some(unit) == one.details.group() { String::new() } else { unit.to_owned() }
    };
    let with_unit = delegates.iter().any(|one| !unit(one).is_empty());
    let text = |min, max, firm| Width::Text { min, max, share: 1.0, firm };
    let column = |title: &str, width, align| Column { title: title.to_owned(), group: None, width, align };
    let mut columns = vec![
        column("STT", Width::Fixed(12.0), Align::Centre),
        column("Họ và tên", text(40.0, 52.0, true), Align::Left),
        column("Chức vụ", text(40.0, 90.0, false), Align::Left),
    ];
    if with_unit {
        columns.push(column("Đơn vị", text(35.0, 80.0, false), Align::Left));
    }
    let row = |(number, one): (usize, &&Delegate)| {
        let mut cells = vec![
            Cell::new(number.to_string()),
            Cell::new(&one.details.full_name),
            Cell::new(one.details.position.as_deref().unwrap_or_default()),
        ];
        if with_unit {
            cells.push(Cell::new(unit(one)));
        }
        Row::Cells { cells, struck: false, subject: Some(list::subject(one)) }
    };
    let rows = (1..).zip(delegates).map(row).collect();
    Table { columns, rows, row_height: 7.5, text_size: LETTER_SIZE }
}
