//! Who is called, as letters say it.

use super::content::{Paragraph, Span};
use super::letter::stopped;
use crate::domain::audience::headcount;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::session::AudienceGroup;

/// The groups that are called with their numbers, and how many that is together.
pub fn called(dossier: &Dossier) -> Vec<Paragraph> {
    let groups: Vec<&AudienceGroup> =
        dossier.audience.iter().filter(|group| !group.label.trim().is_empty()).collect();
    let listed = dossier.delegates.iter().filter(|one| one.state == DelegateState::Listed).count();
    let total = match headcount(&dossier.audience) {
        Some(total) if total.at_least => None,
        Some(total) => Some(in_words(total.count, total.approximate)),
        None if listed > 0 => Some(format!("{listed} người theo danh sách")),
        None => None,
    };
    // One group that says its number itself needs no total.
    let said = groups.len() == 1 && groups[0].count.is_some();
    let total = total.filter(|_| !said);
    let count = groups.len();
    let point = |(index, group): (usize, &&AudienceGroup)| {
        let label = group.label.trim().trim_end_matches([';', '.', ',']);
        let words = match group.count {
            Some(count) if !group.total || said => format!("{label}: {}", in_words(count, group.approximate)),
            _ => label.to_owned(),
        };
        Paragraph::point("-", stopped(&words, if index + 1 == count { "." } else { ";" }))
    };
    let mut paragraphs: Vec<Paragraph> = groups.iter().enumerate().map(point).collect();
    if let Some(total) = total {
        let spans = vec![Span::plain("Tổng số: "), Span::bold(stopped(&total, "."))];
        paragraphs.push(Paragraph { spans, ..Paragraph::default() });
    }
    paragraphs
}

/// "433 người", "khoảng 200 người".
fn in_words(count: u32, approximate: bool) -> String {
    format!("{}{count} người", if approximate { "khoảng " } else { "" })
}
