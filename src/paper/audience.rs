//! Who is called, as letters say it.

use super::content::{Paragraph, Span};
use super::letter::stopped;
use crate::domain::audience::headcount;
use crate::domain::dossier::Dossier;
use crate::domain::session::AudienceGroup;

/// The groups that are called with their numbers, and how many that is together.
pub fn called(dossier: &Dossier) -> Vec<Paragraph> {
    groups(dossier).into_iter().chain(total(dossier)).collect()
}

/// The groups that have a name.
fn named(dossier: &Dossier) -> Vec<&AudienceGroup> {
    dossier.audience.iter().filter(|group| !group.label.trim().is_empty()).collect()
}

/// Whether there is one group that says its number itself: it needs no total.
fn says_itself(groups: &[&AudienceGroup]) -> bool {
    groups.len() == 1 && groups[0].count.is_some()
}

/// The groups that are called with their numbers.
pub fn groups(dossier: &Dossier) -> Vec<Paragraph> {
    let groups = named(dossier);
    let said = says_itself(&groups);
    let words = |group: &&AudienceGroup| {
        let label = group.label.trim().trim_end_matches([';', '.', ',']);
        match group.count {
            Some(count) if !group.total || said => format!("{label}: {}", in_words(count, group.approximate)),
            _ => label.to_owned(),
        }
    };
    points(&groups.iter().map(words).collect::<Vec<_>>())
}

/// "Tổng số: 433 người.", where it is known and not said by a group.
pub fn total(dossier: &Dossier) -> Option<Paragraph> {
    let listed = dossier.listed(None);
    let total = match headcount(&dossier.audience) {
        Some(total) if total.at_least => None,
        Some(total) => Some(in_words(total.count, total.approximate)),
        None if listed > 0 => Some(format!("{listed:02} người theo danh sách")),
        None => None,
    };
    let total = total.filter(|_| !says_itself(&named(dossier)))?;
    let spans = vec![Span::plain("Tổng số: "), Span::bold(stopped(&total, "."))];
    Some(Paragraph { spans, ..Paragraph::default() })
}

/// What belongs together, a point each; one alone is no list and has no dash.
pub fn points(words: &[String]) -> Vec<Paragraph> {
    let count = words.len();
    let marker = if count > 1 { "-" } else { "" };
    let point = |(index, words): (usize, &String)| {
        Paragraph::point(marker, stopped(words, if index + 1 == count { "." } else { ";" }))
    };
    words.iter().enumerate().map(point).collect()
}

/// "433 người", "khoảng 200 người".
fn in_words(count: u32, approximate: bool) -> String {
    format!("{}{count:02} người", if approximate { "khoảng " } else { "" })
}
