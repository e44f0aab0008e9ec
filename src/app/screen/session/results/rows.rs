//! Who is judged, with what is found of each, in the order of the lists.

use std::collections::{HashMap, HashSet};

use crate::domain::completion::essay_list::Candidate;
use crate::domain::completion::judging::{Counts, Judge, Outcome};
use crate::domain::completion::reason::Reason;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::numbering::{is_shown, numbered};
use crate::vietnamese::fold::fold;

/// One who is judged.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub delegate: DelegateId,
    pub cluster: Option<ClusterId>,
    /// The STT; that of the place for who was only sent.
    pub number: Option<u32>,
    /// Whether they were only sent for the one of that number.
    pub is_substitute: bool,
    pub name: String,
    pub unit: String,
    pub outcome: Outcome,
    pub reasons: Vec<Reason>,
    pub sat: usize,
    pub of: usize,
    /// What is known of the essay, as it would be typed.
    pub essay: String,
    pub commended: bool,
    /// Whether a certificate is valid.
    pub certified: bool,
    /// The name, folded, with a space before each word.
    key: String,
}

/// Everybody who is judged.
pub(super) fn of(dossier: &Dossier) -> Vec<Row> {
    let judge = Judge::new(dossier);
    let shown: Vec<Delegate> = dossier.delegates.iter().filter(|one| is_shown(one)).cloned().collect();
    let clusters: Vec<ClusterId> = dossier.clusters.iter().map(|one| one.id).collect();
    let listed = numbered(&shown, &clusters, dossier.session.details.list_order);
    let numbers: HashMap<DelegateId, u32> = listed.iter().map(|row| (row.delegate.id, row.number)).collect();
    let valid = dossier.certificates.iter().filter(|one| one.is_valid());
    let valid: HashSet<DelegateId> = valid.map(|one| one.delegate).collect();
    let one = |delegate: &Delegate, number, cluster| {
        let certified = valid.contains(&delegate.id);
        one(delegate, number, cluster, certified, dossier, &judge)
    };
    let mut rows: Vec<Row> = listed
        .iter()
        .filter(|row| judge.is_judged(row.delegate))
        .map(|row| one(row.delegate, Some(row.number), row.delegate.cluster))
        .collect();
    // Who sat in stands under whose place it was.
    let sent = dossier.delegates.iter().filter(|one| one.state == DelegateState::Substitute);
    for sent in sent.filter(|one| judge.is_judged(one)) {
        let place = sent.substitute_for.and_then(|place| rows.iter().position(|row| row.delegate == place));
        let number = sent.substitute_for.and_then(|place| numbers.get(&place).copied());
        let cluster = sent.cluster.or_else(|| rows.get(place?)?.cluster);
        rows.insert(place.map_or(rows.len(), |at| at + 1), one(sent, number, cluster));
    }
    rows
}

fn one(
    delegate: &Delegate,
    number: Option<u32>,
    cluster: Option<ClusterId>,
    certified: bool,
    dossier: &Dossier,
    judge: &Judge<'_>,
) -> Row {
    let judged = judge.judge(delegate);
    let essay = dossier.completion.essays.get(&delegate.id);
    let details = &delegate.details;
    Row {
        delegate: delegate.id,
        cluster,
        number,
        is_substitute: delegate.state == DelegateState::Substitute,
        name: details.full_name.clone(),
        unit: details.unit.clone().unwrap_or_default(),
        outcome: judged.outcome,
        reasons: judged.reasons,
        sat: judged.sat,
        of: judged.of,
        essay: essay.map(ToString::to_string).unwrap_or_default(),
        commended: judge.decision(delegate).is_some_and(|one| one.commended),
        certified,
        key: format!(" {}", fold(&details.full_name)),
    }
}

impl Row {
    /// Whether these folded words begin words of the name.
    fn is_called(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.key.contains(word.as_str()))
    }

    /// As somebody a line of a list may mean.
    pub fn candidate(&self) -> Candidate {
        let number = self.number.filter(|_| !self.is_substitute);
        Candidate { delegate: self.delegate, number, name: self.name.clone() }
    }
}

/// The rows of a cluster (or of all), of an outcome (or of any), whose names begin so; by their places.
pub(super) fn matching(
    rows: &[Row],
    cluster: Option<ClusterId>,
    only: Option<Outcome>,
    typed: &str,
) -> Vec<usize> {
    // Digits are STT of a line of essays.
    let by_name = typed.trim().starts_with(|letter: char| !letter.is_ascii_digit());
    let words = if by_name { fold(typed) } else { String::new() };
    let words: Vec<String> = words.split_whitespace().map(|word| format!(" {word}")).collect();
    let is_meant = |row: &Row| {
        (cluster.is_none() || row.cluster == cluster)
            && only.is_none_or(|only| row.outcome == only)
            && row.is_called(&words)
    };
    (0..rows.len()).filter(|at| is_meant(&rows[*at])).collect()
}

/// How many of a cluster (or of all) are what.
pub(super) fn counts(rows: &[Row], cluster: Option<ClusterId>) -> Counts {
    let mut counts = Counts::default();
    for row in rows.iter().filter(|row| cluster.is_none() || row.cluster == cluster) {
        counts.add(row.outcome);
    }
    counts
}
