//! Kế hoạch: why, what, for whom, when and where, and who sees to it.
//!
//! Only what the data say is printed. A part nothing is known for has no heading,
//! the parts after it move up, and the user is told.

use serde::{Deserialize, Serialize};

use super::card::{Item, at, issued, recipients};
use super::cluster_table::Tells;
use super::content::{Block, Paragraph, TitleLine};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::letter::{self, stopped};
use super::list;
use super::{audience, conference, topics};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::session::OrganiserRole;

/// What a plan is made of beside the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanOptions {
    /// What is typed for it.
    pub words: PlanWords,
}

/// What is typed for a plan; nothing about its look can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanWords {
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// Who receives it, parted by semicolons; the other organisers, those called and
    /// the archive when empty.
    pub recipients: String,
}

/// Its name.
const NAME: &str = "Kế hoạch";

/// The numbers of the parts of a long letter.
pub const ROMAN: [&str; 6] = ["I.", "II.", "III.", "IV.", "V.", "VI."];

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "plan",
    label: "paper-plan",
    name: NAME,
    icon: "FileText",
    phase: Phase::Before,
    formats: kind::LETTER,
    per_cluster: false,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for PlanOptions {
    /// What the plan of a session says, and what the user should know of it.
    fn document(&self, dossier: &Dossier, _cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let words = &self.words;
        let mut findings = Findings::default();
        let session = &dossier.session.details;
        let entered = session.plan_number.as_deref().unwrap_or_default();
        if entered.trim().is_empty() {
            findings.missing(Fact::PlanNumber);
        }
        if words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let number = letter::number(
            entered,
            &dossier.letterhead.numbers.plan,
            letter::PLAN_NUMBER,
            &dossier.letterhead,
        );
        let holds = if letter::takes_part_only(dossier) { "Tham gia" } else { "Tổ chức" };
        let subject = format!("{holds} {}", list::session_in_text(dossier));
        let mut blocks = vec![
            Block::Head(list::head(dossier)),
            letter::number_date(number, words.issued, dossier.letterhead.place.as_deref()),
            Block::Title(vec![TitleLine::Kind("KẾ HOẠCH".to_owned()), TitleLine::Subject(subject)]),
        ];
        blocks.extend(opening(dossier).into_iter().map(Block::Paragraph));

        let parts = [
            ("MỤC ĐÍCH, YÊU CẦU", purpose(dossier, &mut findings)),
            ("NỘI DUNG", content(dossier, &mut findings)),
            ("THÀNH PHẦN, SỐ LƯỢNG", conference::people(dossier, &mut findings)),
            ("THỜI GIAN, ĐỊA ĐIỂM", conference::time_and_place(dossier, Tells::WhoIsExpected, &mut findings)),
            ("TỔ CHỨC THỰC HIỆN", organisation(dossier)),
        ];
        let known = parts.into_iter().filter(|(_, blocks)| !blocks.is_empty());
        let mut place_of_people = None;
        for (number, (heading, part)) in ROMAN.iter().zip(known) {
            if heading.starts_with("THÀNH PHẦN") {
                place_of_people = Some(number.trim_end_matches('.'));
            }
            blocks.push(Block::Paragraph(Paragraph::heading(*number, heading)));
            blocks.extend(part);
        }
        let end = format!("Trên đây là Kế hoạch {}", lower_first(holds));
        let end = format!("{end} {}", list::session_in_text(dossier));
        blocks.push(Block::Paragraph(Paragraph::text(stopped(&end, "./."))));
        let recipients = letter::recipients(&words.recipients, usual_recipients(dossier, place_of_people));
        blocks.push(letter::signed(recipients, dossier.signatory.as_ref(), &mut findings));

        Ok((letter::of_session(NAME, blocks, dossier), findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![issued(at!(self.words.issued)), recipients(at!(self.words.recipients))]
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// What the paper rests on, and who plans.
fn opening(dossier: &Dossier) -> Vec<Paragraph> {
    let session = list::session_in_text(dossier);
    let writer = letter::writer(dossier);
    let partners = letter::and(&letter::organisers(dossier, OrganiserRole::Partner));
    let leads = letter::and(&letter::organisers(dossier, OrganiserRole::Lead));
    let plan = if letter::takes_part_only(dossier) {
        format!("{writer} xây dựng Kế hoạch tham gia {session} do {leads} tổ chức, cụ thể như sau:")
    } else if partners.is_empty() {
        format!("{writer} xây dựng Kế hoạch tổ chức {session}, cụ thể như sau:")
    } else {
        format!("{writer} phối hợp với {partners} xây dựng Kế hoạch tổ chức {session}, cụ thể như sau:")
    };
    let mut paragraphs = conference::written(dossier.session.details.context.as_deref());
    paragraphs.push(Paragraph::text(plan));
    paragraphs
}

fn purpose(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let purpose = conference::written(dossier.session.details.purpose.as_deref());
    if purpose.is_empty() {
        findings.missing(Fact::Purpose);
    }
    purpose.into_iter().map(Block::Paragraph).collect()
}

fn content(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let topics = topics::of(dossier);
    if topics.is_empty() {
        findings.missing(Fact::Topics);
    }
    topics::tree(&topics, &dossier.guests).into_iter().map(Block::Paragraph).collect()
}

/// Who sees to what, as far as it is known.
fn organisation(dossier: &Dossier) -> Vec<Block> {
    let mut duties: Vec<(&str, Vec<&str>)> = Vec::new();
    for organiser in dossier.organisers.iter().filter(|one| !one.name.trim().is_empty()) {
        let duty = match organiser.role {
            OrganiserRole::Lead => "chủ trì",
            OrganiserRole::Partner => "phối hợp tổ chức",
            OrganiserRole::RemoteSite => "phụ trách điểm cầu",
            OrganiserRole::Certifier => "cấp giấy chứng nhận",
        };
        match duties.iter_mut().find(|(name, _)| *name == organiser.name) {
            Some((_, known)) => known.push(duty),
            None => duties.push((&organiser.name, vec![duty])),
        }
    }
    let mut words: Vec<String> =
        duties.into_iter().map(|(name, duties)| format!("{name}: {}", duties.join(", "))).collect();
    let slogan = dossier.session.details.slogan.as_deref().map(str::trim).filter(|slogan| !slogan.is_empty());
    words.extend(slogan.map(|slogan| format!("Khẩu hiệu: “{slogan}”")));
    audience::points(&words).into_iter().map(Block::Paragraph).collect()
}

/// To whom it goes: the other organisers, those who are called, the archive.
pub fn usual_recipients(dossier: &Dossier, people: Option<&str>) -> Vec<String> {
    let writer = letter::writer(dossier);
    let mut recipients: Vec<String> = Vec::new();
    for organiser in &dossier.organisers {
        let name = organiser.name.trim();
        if !name.is_empty()
            && !list::is_same(name, &writer)
            && !recipients.iter().any(|known| list::is_same(known, name))
        {
            recipients.push(name.to_owned());
        }
    }
    recipients.extend(people.map(|part| format!("Các thành phần tại mục {part}")));
    recipients.push("Lưu: VT".to_owned());
    recipients
}
