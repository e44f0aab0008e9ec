//! Who meets, when and where, as a plan announces it and a report tells it.

use super::cluster_table::{self, Tells};
use super::content::{Block, Paragraph, Span};
use super::finding::{Fact, Findings};
use super::letter::{self, stopped};
use super::list::{self, ClusterList};
use super::{audience, occasion};
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::session::{SessionForm, SessionKind};
use crate::vietnamese::fold::compare_key;

/// A text of the user's as paragraphs; lines that begin with a dash are points.
pub fn written(text: Option<&str>) -> Vec<Paragraph> {
    let lines = text.unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraph = |line: &str| match line.strip_prefix(['-', '–', '•']) {
        Some(point) => Paragraph::point("-", point.trim()),
        None => Paragraph::text(line),
    };
    lines.map(paragraph).collect()
}

/// Texts of the user's one after the other; what is said again in another of them is left out.
pub fn written_once<const N: usize>(texts: [Option<&str>; N]) -> Vec<Paragraph> {
    let paragraphs = texts.map(written).concat();
    let said = |one: &Paragraph| {
        let text: String = one.spans.iter().map(|span| span.text.as_str()).collect();
        compare_key(text.trim_end_matches(['.', ';', ' ']))
    };
    let keys: Vec<String> = paragraphs.iter().map(said).collect();
    let is_said_elsewhere = |at: usize| {
        let others = keys.iter().enumerate().filter(|(other, _)| *other != at);
        others.into_iter().any(|(other, key)| {
            // Of two that say the same the first stays.
            let alike = key == &keys[at] && other < at;
            alike || (key.len() > keys[at].len() && key.starts_with(&keys[at]))
        })
    };
    let kept = paragraphs.into_iter().enumerate().filter(|(at, _)| !is_said_elsewhere(*at));
    kept.map(|(_, one)| one).collect()
}

/// Who is called, and who is invited.
pub fn people(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
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

/// The guests, a point each.
pub fn guests(dossier: &Dossier) -> Vec<Paragraph> {
    let words = |guest: &Guest| {
        let (honorific, name, titles) = letter::guest(guest);
        let part = match guest {
            Guest::Person { part: Some(part), .. } if !part.trim().is_empty() => format!(": {}", part.trim()),
            _ => String::new(),
        };
        list::join(" ", [honorific.unwrap_or_default(), format!("{name}{titles}{part}")])
    };
    audience::points(&dossier.guests.iter().map(words).collect::<Vec<_>>())
}

/// When and where: in lines for one place, with a table for several clusters.
pub fn time_and_place(dossier: &Dossier, tells: Tells, findings: &mut Findings) -> Vec<Block> {
    let one = dossier.clusters.first().filter(|_| dossier.clusters.len() == 1);
    let part = ClusterList { cluster: one, rows: Vec::new() };
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
        occasion::place(&ClusterList { cluster: Some(cluster), rows: Vec::new() }, dossier).is_some()
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
    // What is not known is dotted, unless the table tells it of each cluster.
    let told_here = lines.into_iter().filter(|(_, words)| words.is_some() || !told);
    let mut blocks: Vec<Block> = (1..)
        .zip(told_here)
        .map(|(number, (label, words))| {
            let marker = format!("{number}.");
            Block::Paragraph(match words {
                Some(words) => {
                    let spans = vec![Span::plain(format!("{label}: ")), Span::plain(stopped(&words, "."))];
                    Paragraph { marker, spans, ..Paragraph::default() }
                }
                None => Paragraph { marker, ..Paragraph::dotted(format!("{label}:")) },
            })
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
        blocks.push(cluster_table::table(dossier, tells));
    }
    blocks
}
