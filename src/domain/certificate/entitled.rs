//! Who gets a number, and where papers and the rule disagree.

use std::collections::HashMap;

use super::Certificate;
use super::issue::IssueWay;
use crate::domain::completion::judging::{Judge, Outcome};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{CertificateId, DelegateId};
use crate::domain::mistake::Mistake;
use crate::domain::numbering;

/// Everybody of a session in the order in which numbers are given: that of the list, then who sat in for others.
pub fn in_order(dossier: &Dossier) -> Vec<&Delegate> {
    let clusters: Vec<_> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
    let order = dossier.session.details.list_order;
    let numbered = numbering::numbered(&dossier.delegates, &clusters, order);
    let places: HashMap<DelegateId, usize> = numbered.iter().map(|one| one.delegate.id).zip(0..).collect();
    let mut all: Vec<&Delegate> = dossier.delegates.iter().collect();
    all.sort_by_key(|one| places.get(&one.id).copied().unwrap_or(usize::MAX));
    all
}

/// Who gets the next numbers, in this order: those without a valid certificate who completed, and "ahead" also those who
/// still can. Refused when there are none.
pub fn entitled(dossier: &Dossier, way: IssueWay) -> Result<Vec<DelegateId>, Mistake> {
    let certified = certified(dossier);
    let judge = Judge::new(dossier);
    let lack: Vec<&Delegate> = in_order(dossier)
        .into_iter()
        .filter(|one| one.state != DelegateState::Withdrawn && !one.erased)
        .filter(|one| !certified.contains_key(&one.id) && judge.is_judged(one))
        .collect();
    let is_entitled = |one: &&Delegate| match judge.judge(one).outcome {
        Outcome::Completed => true,
        Outcome::NotYetKnown => way == IssueWay::Ahead,
        Outcome::NotCompleted => false,
    };
    let entitled: Vec<DelegateId> = lack.iter().copied().filter(is_entitled).map(|one| one.id).collect();
    match (entitled.is_empty(), lack.is_empty()) {
        (false, _) => Ok(entitled),
        (true, true) => Err(Mistake::NobodyToCertify),
        (true, false) => Err(Mistake::NobodyFulfils),
    }
}

/// The valid certificate of everybody who has one.
fn certified(dossier: &Dossier) -> HashMap<DelegateId, &Certificate> {
    let valid = dossier.certificates.iter().filter(|one| one.is_valid());
    valid.map(|one| (one.delegate, one)).collect()
}

/// Where papers and the rule disagree once it is known who completed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discrepancy {
    /// Somebody has a paper and does not qualify: it is voided, or kept for a reason.
    NotQualified {
        /// Who.
        delegate: DelegateId,
        /// Which.
        certificate: CertificateId,
        /// Whether they surely do not, or it is not known yet.
        outcome: Outcome,
        /// Whether it was decided to keep it.
        is_kept: bool,
    },
    /// Somebody qualifies and has none: it is issued later.
    NotIssued(DelegateId),
    /// The certificate says something else of them than the list does now.
    Differs {
        /// Who.
        delegate: DelegateId,
        /// Which.
        certificate: CertificateId,
    },
}

impl Discrepancy {
    /// Whether something is to be done: it was not decided already that it is to be so, and nothing waits for marks.
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::NotQualified { is_kept: true, .. }) && !self.waits()
    }

    /// Whether it will only be known when attendance is whole.
    pub fn waits(&self) -> bool {
        matches!(self, Self::NotQualified { is_kept: false, outcome: Outcome::NotYetKnown, .. })
    }
}

/// Finds them, in the order of the list.
pub fn discrepancies(dossier: &Dossier) -> Vec<Discrepancy> {
    let certified = certified(dossier);
    let judge = Judge::new(dossier);
    let mut found = Vec::new();
    for one in in_order(dossier) {
        let paper = certified.get(&one.id).copied();
        let is_judged = judge.is_judged(one) && !one.erased;
        let outcome = if is_judged { judge.judge(one).outcome } else { Outcome::NotCompleted };
        match (paper, outcome) {
            // Whoever is erased cannot be judged, and the paper stays.
            (Some(_), _) if one.erased => {}
            (Some(paper), Outcome::NotCompleted | Outcome::NotYetKnown) => {
                let (certificate, is_kept) = (paper.id, paper.is_kept);
                found.push(Discrepancy::NotQualified { delegate: one.id, certificate, outcome, is_kept });
            }
            (None, Outcome::Completed) if is_judged => found.push(Discrepancy::NotIssued(one.id)),
            _ => {}
        }
        if let Some(paper) = paper
            && !one.erased
            && differs(paper, one)
        {
            found.push(Discrepancy::Differs { delegate: one.id, certificate: paper.id });
        }
    }
    found
}

/// Whether a certificate names somebody otherwise than the list does now ("khác với giấy đã cấp").
pub fn differs(paper: &Certificate, delegate: &Delegate) -> bool {
    !paper.erased && paper.copy.otherwise(&delegate.details).is_some()
}
