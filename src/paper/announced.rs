//! What letters announce of a session in numbered points: when, where, for whom, about what. What is not known is
//! dots to write on, and the user is told.

use super::cluster_table::{self, Tells};
use super::content::{Block, Paragraph};
use super::finding::{Fact, Findings};
use super::letter::{self, stopped};
use super::list::ClusterList;
use super::{audience, conference, occasion, topics};
use crate::domain::cluster::Cluster;
use crate::domain::dossier::Dossier;
use crate::domain::session::{SessionForm, SessionKind};
use crate::vietnamese::date;

/// Points that count on: "1. Thời gian: …", "2. Địa điểm: …".
#[derive(Debug, Default)]
pub struct Points {
    count: usize,
    blocks: Vec<Block>,
}

impl Points {
    fn marker(&mut self) -> String {
        self.count += 1;
        format!("{}.", self.count)
    }

    /// A point in words; dots where there are none.
    pub fn say(&mut self, label: &str, words: Option<String>) {
        let marker = self.marker();
        let paragraph = match words.filter(|words| !words.trim().is_empty()) {
            Some(words) => Paragraph::point(marker, stopped(&format!("{label}: {words}"), ".")),
            None => Paragraph { marker, ..Paragraph::dotted(format!("{label}:")) },
        };
        self.blocks.push(Block::Paragraph(paragraph));
    }

    /// A point with what stands under it.
    pub fn list(&mut self, label: &str, under: impl IntoIterator<Item = Block>) {
        let marker = self.marker();
        self.blocks.push(Block::Paragraph(Paragraph::point(marker, format!("{label}:"))));
        self.blocks.extend(under);
    }

    /// What stands under the last point, too.
    pub fn add(&mut self, under: impl IntoIterator<Item = Block>) {
        self.blocks.extend(under);
    }

    /// The points as they stand in a letter.
    pub fn into_blocks(self) -> Vec<Block> {
        self.blocks
    }
}

/// Who comes, in general: "đại biểu", "học viên".
pub fn attendees(dossier: &Dossier) -> &'static str {
    match dossier.session.details.kind {
        SessionKind::Conference => "đại biểu",
        SessionKind::Class => "học viên",
    }
}

/// What the office does with the session: "tổ chức", "tham gia".
pub fn holds(dossier: &Dossier) -> &'static str {
    if letter::takes_part_only(dossier) { "tham gia" } else { "tổ chức" }
}

/// Paragraphs as blocks.
pub fn blocks(paragraphs: impl IntoIterator<Item = Paragraph>) -> impl Iterator<Item = Block> {
    paragraphs.into_iter().map(Block::Paragraph)
}

/// When and where a cluster meets, or all of them: of several in a table.
pub fn when_and_where(
    points: &mut Points,
    cluster: Option<&Cluster>,
    dossier: &Dossier,
    findings: &mut Findings,
) {
    let alone = dossier.clusters.first().filter(|_| dossier.clusters.len() == 1);
    match cluster.or(alone) {
        None if dossier.clusters.len() > 1 => of_several(points, dossier, findings),
        one => of_one(points, one, dossier, findings),
    }
    match dossier.session.details.form {
        SessionForm::InPerson => {}
        SessionForm::Online => points.say("Hình thức", Some("trực tuyến".to_owned())),
        SessionForm::Hybrid => points.say("Hình thức", Some("trực tiếp kết hợp trực tuyến".to_owned())),
    }
}

fn of_one(points: &mut Points, cluster: Option<&Cluster>, dossier: &Dossier, findings: &mut Findings) {
    let part = ClusterList { cluster, rows: Vec::new() };
    let time = occasion::time(&part, dossier);
    if time.is_none() {
        findings.missing(Fact::Dates);
    }
    points.say("Thời gian", time);
    let place = occasion::place(&part, dossier);
    if place.is_none() {
        findings.missing(Fact::Venue);
    }
    // A site that is joined is told by its name at least.
    let joined = dossier.session.details.form != SessionForm::InPerson;
    points.say("Địa điểm", place.or_else(|| Some(part.name(dossier)).filter(|_| joined)));
}

fn of_several(points: &mut Points, dossier: &Dossier, findings: &mut Findings) {
    let parts = || dossier.clusters.iter().map(|one| ClusterList { cluster: Some(one), rows: Vec::new() });
    let dates = dossier.session.details.dates.map(date::span_in_words);
    let dates = dates.or_else(|| dossier.session.details.time_note.clone());
    if parts().any(|part| occasion::time(&part, dossier).is_none()) {
        findings.missing(Fact::Dates);
    }
    let count = occasion::two_digits(dossier.clusters.len());
    let parted = format!("chia thành {count} {}, cụ thể như sau:", cluster_table::noun(dossier));
    let words = match &dates {
        Some(dates) => format!("{dates}; {parted}"),
        None => parted,
    };
    let marker = points.marker();
    let lead = Paragraph::point(marker, format!("Thời gian, địa điểm: {words}"));
    points.blocks.push(Block::Paragraph(lead));
    points.blocks.push(cluster_table::table(dossier, Tells::WhoIsExpected));
    let placed = |part: ClusterList| occasion::place(&part, dossier).is_some();
    if !parts().all(placed) {
        findings.missing(Fact::Venue);
    }
    if !parts().any(placed) {
        points.blocks.push(Block::Paragraph(Paragraph::dotted("Địa điểm cụ thể:")));
    }
}

/// Who is called, with the numbers.
pub fn who(points: &mut Points, dossier: &Dossier, findings: &mut Findings) {
    let called = audience::called(dossier);
    match called.is_empty() {
        true => {
            findings.missing(Fact::Audience);
            points.say("Thành phần, số lượng", None);
        }
        false => points.list("Thành phần, số lượng", blocks(called)),
    }
}

/// What it is about.
pub fn about(points: &mut Points, dossier: &Dossier, findings: &mut Findings) {
    match topics::of(dossier).as_slice() {
        [] => {
            findings.missing(Fact::Topics);
            points.say("Nội dung", None);
        }
        [topic] => points.say("Nội dung", Some(topic.title.clone())),
        topics => points.list("Nội dung", blocks(topics::titles(topics))),
    }
}

/// Why it is held, as far as it was written; empty where nothing was.
pub fn why(dossier: &Dossier) -> Vec<Paragraph> {
    let details = &dossier.session.details;
    [&details.context, &details.purpose]
        .into_iter()
        .flat_map(|text| conference::written(text.as_deref()))
        .collect()
}

/// What it is held for, in one run of words; `None` where nobody wrote it down.
pub fn purpose(dossier: &Dossier) -> Option<String> {
    let lines = dossier.session.details.purpose.as_deref().unwrap_or_default().lines();
    let lines: Vec<&str> = lines.map(|line| line.trim().trim_start_matches(['-', '–', '•']).trim()).collect();
    let lines: Vec<String> =
        lines.into_iter().filter(|line| !line.is_empty()).map(|line| stopped(line, ".")).collect();
    Some(lines.join(" ")).filter(|words| !words.is_empty())
}
