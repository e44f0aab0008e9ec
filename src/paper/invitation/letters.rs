//! The letters themselves: what all say, and what each says of its addressee.

use super::names;
use super::options::InvitationOptions;
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::session::{OrganiserRole, SessionForm};
use crate::domain::topic::Topic;
use crate::paper::content::{Block, Paragraph, Section, Span, TitleLine};
use crate::paper::finding::{Fact, Finding, Findings};
use crate::paper::letter::{self, stopped};
use crate::paper::list::{self, ClusterList};
use crate::paper::{audience, cluster_table, occasion, ordinary, topics};
use crate::vietnamese::date;

/// What the letters have in common.
pub struct Letters<'a> {
    /// The session.
    pub dossier: &'a Dossier,
    /// To whom, and in which words.
    pub options: &'a InvitationOptions,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// Their number, without the word before it.
    number: String,
    /// What was found while they were written.
    pub findings: Findings,
}

impl<'a> Letters<'a> {
    /// The letters of a session.
    pub fn new(dossier: &'a Dossier, options: &'a InvitationOptions, findings: Findings) -> Self {
        let usual = if options.look.calls() { letter::SUMMONS_NUMBER } else { letter::INVITATION_NUMBER };
        let pattern = options.look.pattern(&dossier.letterhead);
        let number = letter::number_alone(&options.words.number, &pattern, usual, &dossier.letterhead);
        Self { dossier, options, topics: topics::of(dossier), number, findings }
    }

    /// One for each delegate.
    pub fn for_delegates(&mut self, parts: &[ClusterList]) -> Vec<Section> {
        let mut sections = Vec::new();
        let mut unknown: Vec<&str> = Vec::new();
        for part in parts {
            let frame = self.frame(Some(part));
            for row in part.rows.iter().filter(|row| row.delegate.is_named()) {
                let delegate = row.delegate;
                let honorific = names::honorific(delegate);
                if delegate.details.gender.is_none() {
                    unknown.push(&delegate.details.full_name);
                }
                let mut who = vec![Span::bold(format!("{honorific} {}", delegate.details.full_name))];
                who.push(Span::plain(stopped(&names::office(delegate), ".")));
                let blocks = self.letter(&frame, self.whom(who), &self.hoping(honorific));
                let subject = Some(list::subject(delegate));
                sections.push(Section {
                    name: delegate.details.full_name.clone(),
                    subject,
                    blocks,
                    ..Section::default()
                });
            }
        }
        if let Some(first) = unknown.first() {
            self.findings.note(Finding::HonorificOpen { people: unknown.len(), first: (*first).to_owned() });
        }
        sections
    }

    /// One for each unit, with the names of its delegates attached.
    pub fn for_units(&mut self, parts: &[ClusterList]) -> Vec<Section> {
        let mut sections = Vec::new();
        for part in parts {
            let frame = self.frame(Some(part));
            for (unit, delegates) in names::units(part) {
                let count = occasion::two_digits(delegates.len());
                let of = if unit.is_empty() {
                    String::new()
                } else {
                    format!(" của {}", letter::unit_in_text(unit))
                };
                let words = format!("{count} đại biểu{of}, có tên trong danh sách kèm theo.");
                let hope = self.hoping("các ông, bà có tên trong danh sách kèm theo");
                let mut blocks = self.letter(&frame, self.whom(vec![Span::plain(words)]), &hope);
                blocks.extend(self.attached(unit, &delegates));
                let name = if unit.is_empty() { "Chưa rõ đơn vị" } else { unit };
                sections.push(Section { name: name.to_owned(), blocks, ..Section::default() });
            }
        }
        sections
    }

    /// The list of a unit, on pages of its own after the signature.
    fn attached(&self, unit: &str, delegates: &[&Delegate]) -> Vec<Block> {
        let look = &self.options.look;
        let kind = if look.calls() {
            "DANH SÁCH ĐẠI BIỂU ĐƯỢC TRIỆU TẬP"
        } else {
            "DANH SÁCH ĐẠI BIỂU ĐƯỢC MỜI"
        };
        let issuer = ordinary::issuer(&self.dossier.letterhead, self.dossier);
        let to = letter::attached_to(look.name(), &self.number, self.options.words.issued, &issuer);
        let mut title = vec![TitleLine::Kind(kind.to_owned())];
        if !unit.is_empty() {
            title.push(TitleLine::Kind(unit.to_owned()));
        }
        title.push(TitleLine::Note(to));
        vec![
            Block::PageBreak,
            Block::Title(title),
            Block::Table(names::table(delegates)),
            letter::attached_count(delegates.len()),
        ]
    }

    /// One for all who are called.
    pub fn for_all(&mut self, parts: &[ClusterList]) -> Section {
        let one = if let [part] = parts { Some(part) } else { None };
        let frame = self.frame(one);
        let called = audience::groups(self.dossier);
        let whom = if called.is_empty() {
            self.findings.missing(Fact::Audience);
            vec![self.whom(vec![Span::plain("các đại biểu được phân công tham dự.")])]
        } else {
            let mut whom = vec![self.whom(vec![Span::plain("các đại biểu thuộc thành phần sau:")])];
            // How many there are concerns whoever sends them, not whoever is asked to come.
            let total = audience::total(self.dossier).filter(|_| self.options.look.calls());
            whom.extend(called.into_iter().chain(total).map(Block::Paragraph));
            whom
        };
        let hope = self.hoping("các đại biểu");
        let blocks = self.letter_to(&frame, whom, &hope);
        Section { name: self.options.look.name().to_owned(), blocks, ..Section::default() }
    }

    /// One for each guest.
    pub fn for_guests(&mut self) -> Vec<Section> {
        let dossier = self.dossier;
        let one = dossier.clusters.first().filter(|_| dossier.clusters.len() == 1);
        let frame =
            self.frame(one.map(|cluster| ClusterList { cluster: Some(cluster), rows: Vec::new() }).as_ref());
        let mut sections = Vec::new();
        for guest in &dossier.guests {
            let (honorific, name, titles) = letter::guest(guest);
            let (who, hope) = match guest {
                Guest::Person { .. } => {
                    let honorific = honorific.unwrap_or_else(|| letter::ANYBODY.to_owned());
                    let bold = Span::bold(format!("{honorific} {name}"));
                    (vec![bold, Span::plain(stopped(&titles, "."))], self.hoping(&honorific))
                }
                Guest::Group { .. } => (vec![Span::bold(stopped(&name, "."))], self.hoping("các ông, bà")),
            };
            let blocks = self.letter(&frame, self.whom(who), &hope);
            sections.push(Section { name, blocks, ..Section::default() });
        }
        sections
    }

    /// Head and end, and what stands between whom and the end, of every letter that
    /// calls to the same place: the part of a cluster, or of all clusters.
    fn frame(&mut self, part: Option<&ClusterList>) -> Frame {
        let dossier = self.dossier;
        let number = letter::number_line(&self.number, &dossier.letterhead);
        let session = list::session_in_text(dossier);
        let head = vec![
            Block::Head(list::head(dossier)),
            letter::number_date(number, self.options.words.issued, dossier.letterhead.place.as_deref()),
            Block::Title(vec![
                TitleLine::Kind(self.options.look.name().to_uppercase()),
                TitleLine::Subject(format!("Tham dự {session}")),
            ]),
        ];
        let verb = if self.options.look.calls() { "Tham dự" } else { "Tới dự" };
        let mut middle = vec![line(verb, session)];
        let leads = letter::and(&letter::organisers(dossier, OrganiserRole::Lead));
        let chair = Some(self.options.words.chair.trim()).filter(|chair| !chair.is_empty());
        if let Some(chair) = chair.or(Some(leads.as_str()).filter(|leads| !leads.is_empty())) {
            middle.push(line("Chủ trì", chair));
        }
        let partners = letter::and(&letter::organisers(dossier, OrganiserRole::Partner));
        if !partners.is_empty() {
            middle.push(line("Đơn vị phối hợp", &partners));
        }
        middle.extend(self.when_and_where(part));
        middle.extend(self.content());
        middle.extend(self.asked());
        let notes = self.options.words.note.lines().map(str::trim).filter(|note| !note.is_empty());
        middle.extend(notes.map(|note| Block::Paragraph(Paragraph::text(note))));
        let usual = vec!["Như trên".to_owned(), "Lưu: VT".to_owned()];
        let recipients = letter::recipients(&self.options.words.recipients, usual);
        let end = letter::signed(recipients, dossier.signatory.as_ref(), &mut self.findings);
        Frame { head, middle, end }
    }

    fn when_and_where(&mut self, part: Option<&ClusterList>) -> Vec<Block> {
        let dossier = self.dossier;
        let own = part.and_then(|part| part.cluster);
        let mut blocks = Vec::new();
        if own.is_none() && dossier.clusters.len() > 1 {
            blocks.push(Block::Paragraph(Paragraph::text("Thời gian, địa điểm như sau:")));
            blocks.push(cluster_table::table(dossier, cluster_table::Tells::WhoIsExpected));
        } else {
            let whole = ClusterList { cluster: own.or(dossier.clusters.first()), rows: Vec::new() };
            match occasion::time(&whole, dossier) {
                Some(time) => blocks.push(line("Thời gian", &time)),
                None => {
                    self.findings.missing(Fact::Dates);
                    blocks.push(Block::Paragraph(Paragraph::dotted("Thời gian:")));
                }
            }
            match occasion::place(&whole, dossier) {
                Some(place) => blocks.push(line("Địa điểm", &place)),
                None => {
                    self.findings.missing(Fact::Venue);
                    let site = whole.name(dossier);
                    // A site that is joined is told by its name at least.
                    blocks.push(match site.as_str() {
                        "" => Block::Paragraph(Paragraph::dotted("Địa điểm:")),
                        site => line("Địa điểm", site),
                    });
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

    /// What is asked of whoever comes, and of the units that send them.
    fn asked(&self) -> Vec<Block> {
        let words = &self.options.words;
        let known = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let deadline = words.deadline.map(|day| {
            let issuer = ordinary::issuer(&self.dossier.letterhead, self.dossier);
            format!("về {issuer} trước {}", date::in_words(day))
        });
        let lines = [
            ("Đại biểu mang theo", known(&words.bring)),
            ("Gửi danh sách", deadline),
            ("Mọi chi tiết xin liên hệ", known(&words.contact)),
        ];
        lines.into_iter().filter_map(|(label, words)| Some(line(label, &words?))).collect()
    }

    fn content(&self) -> Vec<Block> {
        match self.topics.as_slice() {
            [] => Vec::new(),
            _ if !self.options.look.topics => vec![line("Nội dung", "có chương trình kèm theo")],
            [topic] => vec![line("Nội dung", &topic.title)],
            topics => {
                let heading = Paragraph::text("Nội dung:");
                std::iter::once(heading).chain(topics::titles(topics)).map(Block::Paragraph).collect()
            }
        }
    }

    /// "Ban Thường trực … trân trọng kính mời: Ông Nguyễn Văn An, …."
    fn whom(&self, who: Vec<Span>) -> Block {
        let verb = if self.options.look.calls() { "triệu tập" } else { "trân trọng kính mời" };
        let mut spans = vec![Span::plain(format!("{} {verb}: ", letter::writer(self.dossier)))];
        spans.extend(who);
        Block::Paragraph(Paragraph { spans, ..Paragraph::default() })
    }

    /// The sentence at the end; whoever is meant is named inside it.
    fn hoping(&self, who: &str) -> String {
        let who = who.to_lowercase();
        match self.options.look.calls() {
            true => format!("Đề nghị {who} có mặt đúng thời gian, địa điểm nêu trên./."),
            false => {
                let what = letter::gathering(self.dossier);
                format!("Rất mong {who} tham dự để {what} đạt kết quả tốt./.")
            }
        }
    }

    fn letter(&self, frame: &Frame, whom: Block, hope: &str) -> Vec<Block> {
        self.letter_to(frame, vec![whom], hope)
    }

    fn letter_to(&self, frame: &Frame, whom: Vec<Block>, hope: &str) -> Vec<Block> {
        let mut blocks = frame.head.clone();
        blocks.extend(whom);
        blocks.extend(frame.middle.iter().cloned());
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
