//! Kế hoạch: why, what, for whom, when and where, and who sees to it.
//!
//! Only what the data say is printed. A part nothing is known for has no heading,
//! the parts after it move up, and the user is told.

use serde::{Deserialize, Serialize};

use super::content::{Block, Body, Document, Paragraph, Section, Span, TitleLine};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::letter::{self, stopped};
use super::list::{self, Part};
use super::{audience, cluster_table, occasion, topics};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::session::{OrganiserRole, SessionForm, SessionKind};

/// What a plan shows beside the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanOptions {
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// Who receives it, parted by semicolons; the other organisers, those called and
    /// the archive when empty.
    pub recipients: String,
}

/// Its name.
const NAME: &str = "Kế hoạch";

/// The numbers of the parts of a plan.
const ROMAN: [&str; 6] = ["I.", "II.", "III.", "IV.", "V.", "VI."];

/// What the plan of a session says, and what the user should know of it.
pub fn document(dossier: &Dossier, options: &PlanOptions) -> Result<(Document, Vec<Finding>), PaperError> {
    let mut findings = Findings::default();
    let session = &dossier.session.details;
    let entered = session.plan_number.as_deref().unwrap_or_default();
    if entered.trim().is_empty() {
        findings.missing(Fact::PlanNumber);
    }
    if options.issued.is_none() {
        findings.missing(Fact::IssueDate);
    }
    let number = letter::number(entered, &dossier.letterhead.numbers.plan, letter::PLAN_NUMBER, dossier);
    let holds = if letter::takes_part_only(dossier) { "Tham gia" } else { "Tổ chức" };
    let subject = format!("{holds} {}", list::session_in_text(dossier));
    let mut blocks = vec![
        Block::Head(list::head(dossier)),
        letter::number_date(number, options.issued, dossier),
        Block::Title(vec![TitleLine::Kind("KẾ HOẠCH".to_owned()), TitleLine::Subject(subject)]),
    ];
    blocks.extend(opening(dossier).into_iter().map(Block::Paragraph));

    let parts = [
        ("MỤC ĐÍCH, YÊU CẦU", purpose(dossier, &mut findings)),
        ("NỘI DUNG", content(dossier, &mut findings)),
        ("THÀNH PHẦN, SỐ LƯỢNG", people(dossier, &mut findings)),
        ("THỜI GIAN, ĐỊA ĐIỂM", time_and_place(dossier, &mut findings)),
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
    let recipients = letter::recipients(&options.recipients, usual_recipients(dossier, place_of_people));
    blocks.push(letter::signed(recipients, dossier, &mut findings));

    let whole = [Part { cluster: None, rows: Vec::new() }];
    let info = list::info(NAME, &whole, None, dossier);
    let section = Section { name: NAME.to_owned(), blocks, ..Section::default() };
    Ok((Document { info, body: Body::Flow(vec![section]) }, findings.into_vec()))
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
    let mut paragraphs = written(dossier.session.details.context.as_deref());
    paragraphs.push(Paragraph::text(plan));
    paragraphs
}

/// A text of the user's as paragraphs; lines that begin with a dash are points.
fn written(text: Option<&str>) -> Vec<Paragraph> {
    let lines = text.unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraph = |line: &str| match line.strip_prefix(['-', '–', '•']) {
        Some(point) => Paragraph::point("-", point.trim()),
        None => Paragraph::text(line),
    };
    lines.map(paragraph).collect()
}

fn purpose(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let purpose = written(dossier.session.details.purpose.as_deref());
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
    topics::tree(&topics).into_iter().map(Block::Paragraph).collect()
}

/// Who is called, and who is invited.
fn people(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let called = audience::called(dossier);
    if called.is_empty() {
        findings.missing(Fact::Audience);
    }
    let guests = guests(dossier);
    let heading = match dossier.session.details.kind {
        SessionKind::Conference => "Đại biểu",
        SessionKind::Class => "Học viên",
    };
    let mut blocks = Vec::new();
    let both = !called.is_empty() && !guests.is_empty();
    let groups = [(heading, called), ("Khách mời", guests)].into_iter().filter(|(_, of)| !of.is_empty());
    for (number, (heading, paragraphs)) in (1..).zip(groups) {
        if both || heading == "Khách mời" {
            let number = if both { format!("{number}.") } else { String::new() };
            blocks.push(Block::Paragraph(Paragraph::heading(number, heading)));
        }
        blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
    }
    blocks
}

fn guests(dossier: &Dossier) -> Vec<Paragraph> {
    let count = dossier.guests.len();
    let paragraph = |(index, guest): (usize, &Guest)| {
        let (honorific, name, titles) = letter::guest(guest);
        let part = match guest {
            Guest::Person { part: Some(part), .. } if !part.trim().is_empty() => format!(": {}", part.trim()),
            _ => String::new(),
        };
        let words = list::join(" ", [honorific.unwrap_or_default(), format!("{name}{titles}{part}")]);
        Paragraph::point("-", stopped(&words, if index + 1 == count { "." } else { ";" }))
    };
    dossier.guests.iter().enumerate().map(paragraph).collect()
}

/// When and where: in lines for one place, with a table for several clusters.
fn time_and_place(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let one = dossier.clusters.first().filter(|_| dossier.clusters.len() == 1);
    let part = Part { cluster: one, rows: Vec::new() };
    let time = occasion::time(&part, dossier);
    if time.is_none() {
        findings.missing(Fact::Dates);
    }
    let told = cluster_table::is_told(dossier);
    let place = match told {
        true => dossier.session.details.venue.clone().filter(|venue| !venue.trim().is_empty()),
        false => occasion::place(&part, dossier),
    };
    let placed = |cluster: &crate::domain::cluster::Cluster| {
        occasion::place(&Part { cluster: Some(cluster), rows: Vec::new() }, dossier).is_some()
    };
    let all_placed = if told { dossier.clusters.iter().all(placed) } else { place.is_some() };
    if !all_placed {
        findings.missing(Fact::Venue);
    }
    let form = match dossier.session.details.form {
        SessionForm::InPerson => "trực tiếp",
        SessionForm::Online => "trực tuyến",
        SessionForm::Hybrid => "trực tiếp kết hợp trực tuyến",
    };
    let lines = [("Thời gian", time), ("Địa điểm", place), ("Hình thức", Some(form.to_owned()))];
    let known = lines.into_iter().filter_map(|(label, words)| Some((label, words?)));
    let mut blocks: Vec<Block> = (1..)
        .zip(known)
        .map(|(number, (label, words))| {
            let spans = vec![Span::plain(format!("{label}: ")), Span::plain(stopped(&words, "."))];
            Block::Paragraph(Paragraph { marker: format!("{number}."), spans, heading: false })
        })
        .collect();
    blocks.extend(written(dossier.session.details.reason.as_deref()).into_iter().map(Block::Paragraph));
    if told {
        // A reason that is given for the clusters says how many they are.
        let reason =
            dossier.session.details.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        let lead = match dossier.clusters.len() {
            1 => "Cụ thể như sau:".to_owned(),
            _ if reason => format!("Cụ thể các {} như sau:", cluster_table::noun(dossier)),
            count => format!(
                "Chia thành {} {}, cụ thể như sau:",
                occasion::two_digits(count),
                cluster_table::noun(dossier)
            ),
        };
        blocks.push(Block::Paragraph(Paragraph::text(lead)));
        blocks.push(cluster_table::table(dossier));
    }
    blocks
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
    let mut paragraphs: Vec<Paragraph> = duties
        .into_iter()
        .map(|(name, duties)| Paragraph::point("-", format!("{name}: {}.", duties.join(", "))))
        .collect();
    if let Some(slogan) = dossier.session.details.slogan.as_deref().filter(|slogan| !slogan.trim().is_empty())
    {
        paragraphs.push(Paragraph::point("-", stopped(&format!("Khẩu hiệu: “{}”", slogan.trim()), ".")));
    }
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

/// To whom it goes: the other organisers, those who are called, the archive.
fn usual_recipients(dossier: &Dossier, people: Option<&str>) -> Vec<String> {
    let writer = letter::writer(dossier);
    let mut recipients: Vec<String> = Vec::new();
    for organiser in &dossier.organisers {
        let name = organiser.name.trim();
        if !name.is_empty() && name != writer && !recipients.iter().any(|known| known == name) {
            recipients.push(name.to_owned());
        }
    }
    recipients.extend(people.map(|part| format!("Các thành phần tại mục {part}")));
    recipients.push("Lưu: VT".to_owned());
    recipients
}
