//! What follows from rule, marks, essays and decisions: who completed, who did not, and of whom it is not known yet.

use std::collections::{HashMap, HashSet};

use super::essay::Essay;
use super::reason::{Reason, Speaks};
use super::{Completion, Decision, EssayNeed, Rule, Share, Whose};
use crate::domain::attendance::{Attendance, AttendanceStatus, Mark};
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId, SittingId};
use crate::vietnamese::date;

/// Whether somebody gets a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Đạt.
    Completed,
    /// Chưa đạt.
    NotCompleted,
    /// Chưa rõ: marks or essays are missing that may still come.
    NotYetKnown,
}

impl Outcome {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Completed, Self::NotCompleted, Self::NotYetKnown];

    /// The word for it in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::NotCompleted => "not_completed",
            Self::NotYetKnown => "not_yet_known",
        }
    }
}

/// What is found of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Whether they get a certificate.
    pub outcome: Outcome,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
    /// How many sittings count.
    pub sat: usize,
    /// Of how many.
    pub of: usize,
}

/// How many are what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Đạt.
    pub completed: usize,
    /// Chưa đạt.
    pub not_completed: usize,
    /// Chưa rõ.
    pub not_yet_known: usize,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Completed => self.completed += 1,
            Outcome::NotCompleted => self.not_completed += 1,
            Outcome::NotYetKnown => self.not_yet_known += 1,
        }
    }

    /// How many have an outcome.
    pub fn of(self, outcome: Outcome) -> usize {
        match outcome {
            Outcome::Completed => self.completed,
            Outcome::NotCompleted => self.not_completed,
            Outcome::NotYetKnown => self.not_yet_known,
        }
    }
}

/// How somebody stands to a sitting, as the rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Counts,
    Late,
    LeftEarly,
    Replaced,
    Missed,
    /// Not marked, and it is open.
    Open,
}

/// Judges the people of a session.
pub struct Judge<'a> {
    completion: &'a Completion,
    attendance: &'a Attendance,
    clusters: &'a [Cluster],
    delegates: HashMap<DelegateId, &'a Delegate>,
    /// The marks by which somebody sat in for others.
    stood_in: HashMap<DelegateId, Vec<&'a Mark>>,
    /// Clusters of which some essay is known.
    with_essays: HashSet<Option<ClusterId>>,
    /// Whose places somebody holds in the end, where certificates go by places.
    held: HashMap<DelegateId, Vec<DelegateId>>,
}

impl<'a> Judge<'a> {
    /// Of a session.
    pub fn new(dossier: &'a Dossier) -> Self {
        Self::of(&dossier.completion, &dossier.attendance, &dossier.clusters, &dossier.delegates)
    }

    /// The same of its parts.
    pub fn of(
        completion: &'a Completion,
        attendance: &'a Attendance,
        clusters: &'a [Cluster],
        delegates: &'a [Delegate],
    ) -> Self {
        let mut stood_in: HashMap<DelegateId, Vec<&Mark>> = HashMap::new();
        for mark in attendance.marks() {
            if let (AttendanceStatus::Substituted, Some(who)) = (mark.status, mark.substitute) {
                stood_in.entry(who).or_default().push(mark);
            }
        }
        let mut judge = Self {
            completion,
            attendance,
            clusters,
            delegates: delegates.iter().map(|one| (one.id, one)).collect(),
            stood_in,
            with_essays: HashSet::new(),
            held: HashMap::new(),
        };
        judge.with_essays = completion
            .essays
            .keys()
            .filter_map(|id| judge.delegates.get(id).map(|one| judge.cluster_of(one)))
            .collect();
        if completion.rule.as_ref().is_some_and(|rule| rule.whose == Whose::Place) {
            for place in delegates.iter().filter(|one| one.state == DelegateState::Listed) {
                judge.held.entry(judge.holder(place)).or_default().push(place.id);
            }
        }
        judge
    }

    /// Whether anything but the list decides: a rule, or decisions by hand.
    pub fn decides(&self) -> bool {
        self.completion.rule.is_some()
            || self.completion.decisions.values().any(|one| one.completed.is_some())
    }

    /// Whether there is a rule.
    pub fn has_rule(&self) -> bool {
        self.completion.rule.is_some()
    }

    /// Whether somebody is judged: who is on the list, and who sat in for somebody.
    pub fn is_judged(&self, delegate: &Delegate) -> bool {
        let decided = || self.decision(delegate).is_some_and(|one| one.completed.is_some());
        match delegate.state {
            DelegateState::Listed => true,
            DelegateState::Withdrawn => false,
            DelegateState::Substitute => {
                decided() || (self.has_rule() && self.stood_in.contains_key(&delegate.id))
            }
        }
    }

    /// Whether a certificate is made out to somebody: by name, and to who completed.
    pub fn is_certified(&self, delegate: &Delegate) -> bool {
        !delegate.erased && self.is_judged(delegate) && self.judge(delegate).outcome == Outcome::Completed
    }

    /// What was decided of somebody by hand.
    pub fn decision(&self, delegate: &Delegate) -> Option<&'a Decision> {
        self.completion.decisions.get(&delegate.id)
    }

    /// What is found of somebody.
    pub fn judge(&self, delegate: &Delegate) -> Judged {
        let mut judged = match &self.completion.rule {
            Some(rule) => self.by_rule(rule, delegate),
            None => Judged { outcome: Outcome::Completed, reasons: vec![Reason::NoRule], sat: 0, of: 0 },
        };
        if let Some(decision) = self.decision(delegate)
            && let Some(completed) = decision.completed
        {
            judged.outcome = if completed { Outcome::Completed } else { Outcome::NotCompleted };
            judged.reasons.insert(0, decided(decision, completed));
        }
        judged
    }

    /// How many are what.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for delegate in self.delegates.values().filter(|one| self.is_judged(one)) {
            counts.add(self.judge(delegate).outcome);
        }
        counts
    }

    fn by_rule(&self, rule: &Rule, delegate: &Delegate) -> Judged {
        if rule.whose == Whose::Person {
            return self.weigh(rule, delegate, None);
        }
        let places = self.held.get(&delegate.id).into_iter().flatten();
        let places = places.filter_map(|place| self.delegates.get(place).copied());
        let best = places
            .map(|place| self.weigh(rule, delegate, Some(place)))
            .min_by_key(|one| (one.outcome != Outcome::Completed, one.outcome != Outcome::NotYetKnown));
        best.unwrap_or_else(|| self.without_place(rule, delegate))
    }

    /// Of somebody who holds no place in the end.
    fn without_place(&self, rule: &Rule, delegate: &Delegate) -> Judged {
        let place = match delegate.state {
            DelegateState::Listed => Some(delegate),
            _ => delegate.substitute_for.and_then(|place| self.delegates.get(&place).copied()),
        };
        let Some(place) = place else { return self.weigh(rule, delegate, None) };
        let mut judged = self.weigh(rule, delegate, Some(place));
        judged.reasons.retain(|one| one.speaks() == Speaks::Waiting);
        let holder = self.delegates.get(&self.holder(place));
        let name = holder.map(|one| one.details.full_name.clone()).unwrap_or_default();
        judged.reasons.insert(0, Reason::PlaceHeldBy(name));
        judged.outcome = outcome(&judged.reasons);
        judged
    }

    /// Weighs somebody by their own sittings, or by those of a place.
    fn weigh(&self, rule: &Rule, delegate: &Delegate, place: Option<&Delegate>) -> Judged {
        let cluster = self.cluster_of(place.unwrap_or(delegate));
        let sittings = self.sittings(cluster);
        let seen: Vec<(&Sitting, Seen)> = sittings
            .iter()
            .map(|sitting| {
                let seen = match place {
                    Some(place) => self.seen_at_place(rule, place, sitting.id),
                    None => self.seen(rule, delegate, sitting.id),
                };
                (*sitting, seen)
            })
            .collect();
        let count = |wanted: Seen| seen.iter().filter(|(_, seen)| *seen == wanted).count();
        let of = seen.len();
        let elsewhere = if place.is_none() { self.elsewhere(delegate, &sittings) } else { 0 };
        let sat = (count(Seen::Counts) + elsewhere).min(of);

        let mut reasons = Vec::new();
        if let Some(place) = place.filter(|place| place.id != delegate.id) {
            reasons.push(Reason::HoldsPlaceOf(place.details.full_name.clone()));
        }
        let by_sittings = rule.share != Share::Any || !rule.required.is_empty();
        if by_sittings {
            match cluster {
                None => reasons.push(Reason::NoCluster),
                Some(_) if of == 0 => reasons.push(Reason::NoSittings),
                Some(_) => {
                    self.weigh_sittings(rule, &seen, sat, &mut reasons);
                }
            }
        }
        self.weigh_essay(rule, delegate, place, &mut reasons);
        let open = count(Seen::Open);
        let undecided = reasons.iter().any(|one| one.speaks() == Speaks::Against)
            || seen.iter().any(|(sitting, seen)| *seen == Seen::Open && rule.required.contains(&sitting.id));
        if by_sittings && open > 0 && undecided {
            reasons.push(Reason::OpenSittings(open));
        }
        let told = [
            (count(Seen::Late), Reason::LateNotCounted as fn(usize) -> Reason),
            (count(Seen::LeftEarly), Reason::LeftEarlyNotCounted),
            (count(Seen::Replaced), Reason::Replaced),
        ];
        reasons.extend(told.into_iter().filter(|(count, _)| *count > 0).map(|(count, reason)| reason(count)));
        if place.is_none() {
            reasons.extend(self.sat_for(delegate));
        }
        let outcome = outcome(&reasons);
        // What decides comes first, then what else is missing, then what is fulfilled.
        reasons.sort_by_key(|one| match (one.speaks(), outcome) {
            (Speaks::Waiting, Outcome::NotYetKnown) => 0,
            (Speaks::Against, _) => 1,
            (Speaks::Waiting, _) => 2,
            (Speaks::For, _) => 3,
            (Speaks::Neither, _) => 4,
        });
        Judged { outcome, reasons, sat, of }
    }

    fn weigh_sittings(&self, rule: &Rule, seen: &[(&Sitting, Seen)], sat: usize, reasons: &mut Vec<Reason>) {
        if rule.share != Share::Any {
            let (of, needed) = (seen.len(), rule.share.of(seen.len()));
            reasons.push(Reason::Attended { sat, of, needed, fraction: rule.share.fraction() });
        }
        let missed = seen.iter().filter(|(sitting, seen)| {
            rule.required.contains(&sitting.id) && !matches!(seen, Seen::Counts | Seen::Open)
        });
        reasons.extend(missed.map(|(sitting, _)| Reason::MissingRequired(called(sitting))));
    }

    fn weigh_essay(
        &self,
        rule: &Rule,
        delegate: &Delegate,
        place: Option<&Delegate>,
        reasons: &mut Vec<Reason>,
    ) {
        if rule.essay == EssayNeed::None {
            return;
        }
        // STT belong to places, and so may what was typed by them.
        let of_place = || place.and_then(|place| self.completion.essays.get(&place.id));
        let known = self.completion.essays.get(&delegate.id).or_else(of_place);
        reasons.push(match (known, rule.essay) {
            (None, _) if self.with_essays.contains(&self.cluster_of(place.unwrap_or(delegate))) => {
                Reason::NoEssay
            }
            (None, _) => Reason::NoEssaysYet,
            (Some(essay), need) => weigh(essay, need),
        });
    }

    /// How somebody stands to a sitting of their own cluster.
    fn seen(&self, rule: &Rule, delegate: &Delegate, sitting: SittingId) -> Seen {
        let own = self.attendance.of(delegate.id, sitting);
        let stood_in = self.stood_in.get(&delegate.id).into_iter().flatten();
        if stood_in.into_iter().any(|mark| mark.sitting == sitting) {
            return Seen::Counts;
        }
        let of_place = || {
            let place = delegate.substitute_for.filter(|_| delegate.state == DelegateState::Substitute)?;
            self.attendance.of(place, sitting)
        };
        match own {
            Some(mark) => counted(rule, mark.status),
            None if self.attendance.is_closed(sitting) || of_place().is_some() => Seen::Missed,
            None => Seen::Open,
        }
    }

    /// How a place stands to it: it does not matter who sat there.
    fn seen_at_place(&self, rule: &Rule, place: &Delegate, sitting: SittingId) -> Seen {
        match self.attendance.of(place.id, sitting).map(|mark| mark.status) {
            Some(AttendanceStatus::Substituted) => Seen::Counts,
            Some(status) => counted(rule, status),
            None if self.attendance.is_closed(sitting) => Seen::Missed,
            None => Seen::Open,
        }
    }

    /// At how many sittings of other clusters somebody sat in.
    fn elsewhere(&self, delegate: &Delegate, own: &[&Sitting]) -> usize {
        let stood_in = self.stood_in.get(&delegate.id).into_iter().flatten();
        let elsewhere: HashSet<SittingId> = stood_in.map(|mark| mark.sitting).collect();
        elsewhere.iter().filter(|id| !own.iter().any(|sitting| sitting.id == **id)).count()
    }

    /// For whom they sat in.
    fn sat_for(&self, delegate: &Delegate) -> Option<Reason> {
        let marks = self.stood_in.get(&delegate.id)?;
        let sittings = marks.iter().map(|mark| mark.sitting).collect::<HashSet<_>>().len();
        let mut names: Vec<&str> = marks
            .iter()
            .filter_map(|mark| self.delegates.get(&mark.delegate))
            .map(|one| one.details.full_name.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        Some(Reason::SatFor { names: names.join(", "), sittings })
    }

    /// Who held a place at the last sitting at which anybody did.
    fn holder(&self, place: &Delegate) -> DelegateId {
        let sittings = self.sittings(place.cluster);
        let marks = sittings.iter().rev().filter_map(|sitting| self.attendance.of(place.id, sitting.id));
        let last = marks.into_iter().find(|mark| mark.status.is_filled());
        let substitute = last.filter(|mark| mark.status == AttendanceStatus::Substituted);
        substitute.and_then(|mark| mark.substitute).unwrap_or(place.id)
    }

    /// The cluster of somebody; who was only sent is of that of the place.
    fn cluster_of(&self, delegate: &Delegate) -> Option<ClusterId> {
        let of_place = || self.delegates.get(&delegate.substitute_for?)?.cluster;
        delegate.cluster.or_else(of_place)
    }

    fn sittings(&self, cluster: Option<ClusterId>) -> Vec<&'a Sitting> {
        let cluster = self.clusters.iter().find(|one| Some(one.id) == cluster);
        cluster.map(in_order).unwrap_or_default()
    }
}

/// The sittings of a cluster by date and half of the day.
pub fn in_order(cluster: &Cluster) -> Vec<&Sitting> {
    let mut sittings: Vec<&Sitting> = cluster.sittings.iter().collect();
    sittings.sort_by_key(|sitting| (sitting.date.sort_key(), sitting.half, sitting.starts));
    sittings
}

/// What a sitting is called in a reason: "Sáng 10/5".
pub fn called(sitting: &Sitting) -> String {
    let half = sitting.half.printed();
    match sitting.date.calendar() {
        Some(day) => format!("{half} {}/{}", day.day(), day.month()),
        None => format!("{half} {}", date::short(sitting.date)),
    }
}

fn counted(rule: &Rule, status: AttendanceStatus) -> Seen {
    match status {
        AttendanceStatus::Present => Seen::Counts,
        AttendanceStatus::Late if rule.late_counts => Seen::Counts,
        AttendanceStatus::Late => Seen::Late,
        AttendanceStatus::LeftEarly if rule.left_early_counts => Seen::Counts,
        AttendanceStatus::LeftEarly => Seen::LeftEarly,
        AttendanceStatus::Substituted => Seen::Replaced,
        AttendanceStatus::Excused | AttendanceStatus::Absent => Seen::Missed,
    }
}

/// What a known essay speaks for.
fn weigh(essay: &Essay, need: EssayNeed) -> Reason {
    if !essay.submitted {
        return Reason::NotSubmitted;
    }
    if essay.is_wanting() {
        return Reason::Wanting(essay.mark());
    }
    match (need, essay.score) {
        (EssayNeed::Score(needed), None) => Reason::NoScore { mark: essay.mark(), needed },
        (EssayNeed::Score(needed), Some(score)) if score < needed => Reason::ScoreBelow { score, needed },
        _ => Reason::EssayFine(essay.mark()),
    }
}

/// What reasons come to. As long as marks are missing, nobody is said not to have completed; an essay that is not known
/// saves nobody who missed too much.
fn outcome(reasons: &[Reason]) -> Outcome {
    let any = |wanted: Speaks| reasons.iter().any(|one| one.speaks() == wanted);
    let marks_missing = reasons.iter().any(Reason::waits_for_marks);
    match (any(Speaks::Waiting), any(Speaks::Against)) {
        (_, true) if !marks_missing => Outcome::NotCompleted,
        (true, _) => Outcome::NotYetKnown,
        // Only what waits keeps a reason against from counting.
        (false, _) => Outcome::Completed,
    }
}

fn decided(decision: &Decision, completed: bool) -> Reason {
    let day = decision.decided_at.parse::<jiff::Timestamp>();
    let day = day.map(|at| at.to_zoned(jiff::tz::TimeZone::system()).strftime("%-d/%-m/%Y").to_string());
    Reason::Decided {
        completed,
        by: decision.decided_by.clone(),
        day: day.unwrap_or_else(|_| decision.decided_at.clone()),
        reason: decision.reason.clone(),
    }
}

#[cfg(test)]
mod tests;
