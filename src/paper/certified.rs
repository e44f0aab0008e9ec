//! Who stands on papers about certificates: those who completed, also when they only sat in for somebody.

use std::collections::{HashMap, HashSet};

use super::finding::Finding;
use super::list::ClusterList;
use crate::domain::certificate::{Certificate, entitled};
use crate::domain::completion::judging::{Counts, Judge, Outcome};
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::numbering::Numbered;

/// Adds those who sat in for others and get a certificate, or have one, after the list of their cluster.
pub fn add_substitutes<'a>(parts: &mut [ClusterList<'a>], dossier: &'a Dossier, judge: &Judge<'_>) {
    let valid = dossier.certificates.iter().filter(|one| one.is_valid());
    let valid: HashSet<DelegateId> = valid.map(|one| one.delegate).collect();
    let places: HashMap<DelegateId, Option<ClusterId>> =
        dossier.delegates.iter().map(|one| (one.id, one.cluster)).collect();
    for one in dossier.delegates.iter().filter(|one| one.state == DelegateState::Substitute) {
        if !valid.contains(&one.id) && !judge.is_certified(one) {
            continue;
        }
        let of_place = || places.get(&one.substitute_for?).copied().flatten();
        let cluster = one.cluster.or_else(of_place);
        let part = parts.iter_mut().find(|part| part.cluster.map(|cluster| cluster.id) == cluster);
        if let Some(part) = part {
            let number = part.rows.last().map_or(1, |row| row.number.saturating_add(1));
            part.rows.push(Numbered { number, delegate: one });
        }
    }
}

/// Who is left out, and who has a certificate without fulfilling the rule any more.
#[derive(Debug, Default)]
pub struct Passed {
    left_out: Counts,
    first_left_out: Option<String>,
    lapsed: usize,
    first_lapsed: Option<String>,
}

impl Passed {
    /// Whether somebody stands on the paper: with a certificate in any case, else if they completed.
    pub fn keep(&mut self, judge: &Judge<'_>, delegate: &Delegate, has_certificate: bool) -> bool {
        if !judge.decides() || delegate.state == DelegateState::Withdrawn {
            return true;
        }
        let name = || delegate.details.full_name.clone();
        match (judge.judge(delegate).outcome, has_certificate) {
            (Outcome::Completed, _) => true,
            (_, true) => {
                self.lapsed += 1;
                self.first_lapsed.get_or_insert_with(name);
                true
            }
            (outcome, false) => {
                self.left_out.add(outcome);
                self.first_left_out.get_or_insert_with(name);
                false
            }
        }
    }

    /// Whether anybody was left out.
    pub fn is_any_left_out(&self) -> bool {
        self.first_left_out.is_some()
    }

    /// What the user should know of it.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        let (left, lapsed) = (self.left_out, self.lapsed);
        let lapsed = self.first_lapsed.map(|first| Finding::CertifiedNotCompleted { people: lapsed, first });
        let left_out = self.first_left_out.map(|first| Finding::NotCertified {
            not_completed: left.not_completed,
            not_yet_known: left.not_yet_known,
            first,
        });
        lapsed.into_iter().chain(left_out)
    }
}

/// What an audit would ask of certificates that were issued: that they say something else than the list does now, and that
/// they are dated before what they rest on.
pub fn doubts<'a>(
    dossier: &Dossier,
    issued: impl Iterator<Item = (&'a Certificate, &'a Delegate)>,
) -> impl Iterator<Item = Finding> {
    let (mut differing, mut early, mut before_decision) = (Few::default(), Few::default(), Few::default());
    let last = dossier
        .clusters
        .iter()
        .flat_map(|cluster| &cluster.sittings)
        .map(|sitting| sitting.date)
        .max_by_key(|day| day.sort_key());
    for (paper, one) in issued.filter(|(paper, one)| paper.is_valid() && !one.erased) {
        let name = || one.details.full_name.clone();
        if entitled::differs(paper, one) {
            differing.add(name);
        }
        let is_before = |other: Option<FuzzyDate>| match (paper.date, other) {
            (Some(date), Some(other)) => date.calendar().zip(other.calendar()).is_some_and(|(a, b)| a < b),
            _ => false,
        };
        if is_before(last) {
            early.add(name);
        }
        if is_before(dossier.issue_of(paper).and_then(|issue| issue.decision_date)) {
            before_decision.add(name);
        }
    }
    let differing = differing.said(|people, first| Finding::DiffersFromIssued { people, first });
    let early = early.said(|people, first| Finding::IssuedBeforeEnd { people, first });
    let before = before_decision.said(|people, first| Finding::IssuedBeforeDecision { people, first });
    differing.into_iter().chain(early).chain(before)
}

/// How many, and the first of them.
#[derive(Default)]
struct Few {
    people: usize,
    first: Option<String>,
}

impl Few {
    fn add(&mut self, name: impl FnOnce() -> String) {
        self.people += 1;
        self.first.get_or_insert_with(name);
    }

    fn said(self, finding: impl FnOnce(usize, String) -> Finding) -> Option<Finding> {
        self.first.map(|first| finding(self.people, first))
    }
}
