//! Which papers that were printed would say something else now.

use super::remembered;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::print_run::{PastRun, changed_pages};
use crate::domain::recipe::PaperMemory;
use crate::paper::{self, PaperKind};

/// A paper that is no longer as it was printed last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedPaper {
    /// What it is.
    pub kind: PaperKind,
    /// Of which cluster; of the whole session when `None`.
    pub cluster: Option<ClusterId>,
    /// When it was printed: UTC, RFC 3339.
    pub made_at: String,
    /// How many of its pages say something else now.
    pub changed: usize,
    /// How many pages it has now.
    pub pages: usize,
}

/// The papers of a session whose last print is out of date, made as they were left, in the order they are used.
///
/// What cannot be made any more (of a cluster that is gone) is passed over: there is nothing to print again.
pub fn changed(dossier: &Dossier, memory: &PaperMemory) -> Vec<ChangedPaper> {
    let options = remembered::of(memory).options;
    let of_kind =
        |kind: PaperKind| memory.runs.iter().filter(move |run| run.printed && run.paper == kind.id());
    let compared = |kind: PaperKind, run: &PastRun| {
        let options = paper::Options { cluster: run.cluster, ..options.clone() };
        let now = paper::lay_out(kind, dossier, &options).ok()?.codes(kind.id());
        let changed = changed_pages(&now, &run.codes).len();
        let paper = ChangedPaper {
            kind,
            cluster: run.cluster,
            made_at: run.made_at.clone(),
            changed,
            pages: now.len(),
        };
        (changed > 0 || run.codes.len() > now.len()).then_some(paper)
    };
    PaperKind::ALL
        .into_iter()
        .flat_map(|kind| of_kind(kind).map(move |run| (kind, run)))
        .filter_map(|(kind, run)| compared(kind, run))
        .collect()
}
