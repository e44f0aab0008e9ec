//! Whether the dates that papers print of a cluster agree with each other.

use super::finding::Finding;
use super::kind::{Format, PaperKind};
use super::list::ClusterList;
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::vietnamese::date;

/// What a paper that prints dates should be looked at for: a half-day outside the dates of its cluster,
/// a cluster outside those of the session.
pub fn contradictions(kind: PaperKind, dossier: &Dossier, only: Option<ClusterId>) -> Vec<Finding> {
    // Badges and signs print no dates; certificates those of the session.
    if !kind.about().formats.contains(&Format::Docx) {
        return Vec::new();
    }
    let session = dossier.session.details.dates;
    let clusters = dossier.clusters.iter().filter(|cluster| only.is_none_or(|one| one == cluster.id));
    let of_cluster = clusters.filter_map(|cluster| {
        let part = ClusterList { cluster: Some(cluster), rows: Vec::new() };
        let own = part.dates(dossier)?;
        let sitting = cluster.sittings.iter().map(|sitting| sitting.date).find(|day| lies_outside(*day, own));
        let (printed, outside) = match sitting {
            Some(day) => (own, day),
            None => {
                let session = session?;
                let ends = [own.start(), own.end()];
                (session, ends.into_iter().find(|day| lies_outside(*day, session))?)
            }
        };
        let name = cluster.details.name.clone();
        Some(Finding::DatesDisagree {
            cluster: name,
            printed: date::span_short(printed),
            outside: date::short(outside),
        })
    });
    of_cluster.collect()
}

/// Whether a day is known to lie outside a span; what is only known by month or year does not.
fn lies_outside(day: FuzzyDate, span: DateSpan) -> bool {
    let known = |date: FuzzyDate| date.calendar().filter(|_| !date.is_approximate());
    match (known(day), known(span.start()), known(span.end())) {
        (Some(day), Some(first), Some(last)) => day < first || day > last,
        _ => false,
    }
}
