//! The rule for certificates, essays and decisions: steps like others, and certificates for those who complete.

use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::completion::essay::Essay;
use taphuan::domain::completion::judging::{Judge, Outcome};
use taphuan::domain::completion::{Decision, EssayNeed, Rule, Share, Whose};
use taphuan::domain::id::{DelegateId, SittingId};
use taphuan::domain::mistake::Mistake;

use crate::support::editing::StoreBench;
use crate::support::store::person;

/// The small session: two sittings for each of its clusters.
struct Bench {
    bench: StoreBench,
    /// Of the first cluster.
    sittings: Vec<SittingId>,
}

const BINH: &str = "Nguyễn Văn Bình";
const AN: &str = "Lê Thị An";
const ELSEWHERE: &str = "Trần Đình Ân";

impl Bench {
    fn new() -> Self {
        let bench = StoreBench::new();
        let mut sittings = Vec::new();
        for cluster in bench.dossier().clusters {
            for half in [HalfDay::Morning, HalfDay::Afternoon] {
                let date = "2026-05-10".parse().expect("a day");
                let details = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
                sittings.push(bench.store.add_sitting(cluster.id, details).wait().expect("added"));
            }
        }
        sittings.truncate(2);
        Self { bench, sittings }
    }

    fn rule(&self, rule: Rule) {
        let change = move |now: &mut Option<Rule>| *now = Some(rule);
        self.bench.take(|store| store.edit_completion_rule(self.bench.session, "rule", change));
    }

    fn mark(&self, name: &str, sitting: usize, status: AttendanceStatus) {
        let mark = NewMark::new(self.bench.id(name), self.sittings[sitting], status);
        let entry = NewEntry::new(self.bench.session, Way::Page, MadeOn::default(), vec![mark]);
        self.bench.store.mark(entry).wait().expect("marked");
    }

    fn outcome(&self, name: &str) -> Outcome {
        let dossier = self.bench.dossier();
        let judge = Judge::new(&dossier);
        let one = dossier.delegates.iter().find(|one| one.details.full_name == name).expect("a delegate");
        judge.judge(one).outcome
    }

    fn essays(&self, essays: &[(&str, Option<&str>)]) -> usize {
        let read = |essay: &str| essay.parse::<Essay>().expect("an essay");
        let essays =
            essays.iter().map(|(name, essay)| (self.bench.id(name), essay.map(read))).collect::<Vec<_>>();
        self.bench.take(|store| store.put_essays(self.bench.session, essays))
    }

    /// Whoever has a certificate, by number.
    fn certified(&self) -> Vec<String> {
        let dossier = self.bench.dossier();
        let name = |id: DelegateId| {
            let one = dossier.delegates.iter().find(|one| one.id == id).expect("a delegate");
            one.details.full_name.clone()
        };
        dossier.certificates.iter().filter(|one| one.is_valid()).map(|one| name(one.delegate)).collect()
    }
}

#[test]
fn a_rule_comes_back_as_it_was_set_and_every_part_of_it_is_a_step() {
    let bench = Bench::new();
    assert_eq!(bench.bench.dossier().completion.rule, None);
    let rule = Rule {
        share: Share::Sittings(2),
        late_counts: false,
        left_early_counts: false,
        required: vec![bench.sittings[0]],
        essay: EssayNeed::Score("6,5".parse().expect("points")),
        whose: Whose::Place,
    };
    bench.rule(rule.clone());
    assert_eq!(bench.bench.dossier().completion.rule, Some(rule.clone()));
    let change = |now: &mut Option<Rule>| {
        if let Some(rule) = now {
            (rule.share, rule.essay) = (Share::Percent(66), EssayNeed::Submitted);
            rule.required.clear();
        }
    };
    let session = bench.bench.session;
    bench.bench.take(|store| store.edit_completion_rule(session, "share", change));
    let now = bench.bench.dossier().completion.rule.expect("a rule");
    assert_eq!((now.share, now.essay), (Share::Percent(66), EssayNeed::Submitted));
    assert!(now.required.is_empty() && !now.late_counts);
    // The same again is no step.
    let same = bench.bench.store.edit_completion_rule(session, "late", |_| {}).outcome().expect("done");
    assert!(same.step.is_none());
    bench.bench.take(|store| store.edit_completion_rule(session, "rule", |now| *now = None));
    assert_eq!(bench.bench.dossier().completion.rule, None);
    // A sitting of another session is none of its.
    let wrong = Rule { required: vec![SittingId(9999)], ..rule };
    let refused = bench
        .bench
        .refused(|store| store.edit_completion_rule(session, "required", move |now| *now = Some(wrong)));
    assert_eq!(refused, Mistake::UnknownSitting);
}

#[test]
fn essays_and_decisions_are_steps_and_a_decision_needs_its_reason() {
    let bench = Bench::new();
    assert_eq!(bench.essays(&[(BINH, Some("8,5 Giỏi")), (AN, Some("kn"))]), 2);
    let essays = bench.bench.dossier().completion.essays;
    assert_eq!(essays[&bench.bench.id(BINH)].to_string(), "8,5 Giỏi");
    assert!(!essays[&bench.bench.id(AN)].submitted);
    // What stands there already is not told as new.
    assert_eq!(bench.essays(&[(BINH, Some("8,5 Giỏi")), (AN, Some("7"))]), 1);
    bench.essays(&[(BINH, None)]);
    assert!(!bench.bench.dossier().completion.essays.contains_key(&bench.bench.id(BINH)));

    let (session, an) = (bench.bench.session, bench.bench.id(AN));
    let without = |decision: &mut Decision| decision.completed = Some(false);
    let refused = bench.bench.refused(|store| store.decide_completion(session, an, without));
    assert_eq!(refused, Mistake::NoDecisionReason);
    let with = |decision: &mut Decision| {
        decision.completed = Some(false);
        decision.reason = Some("  nộp bài của  người khác ".to_owned());
        decision.decided_by = Some("Ông Trần Văn Chủ".to_owned());
    };
    bench.bench.take(|store| store.decide_completion(session, an, with));
    let known = bench.bench.dossier().completion.decisions[&an].clone();
    assert_eq!(known.reason.as_deref(), Some("nộp bài của người khác"));
    assert!(known.decided_at.parse::<jiff::Timestamp>().is_ok());
    assert_eq!(bench.outcome(AN), Outcome::NotCompleted, "also without a rule");
    // To commend somebody is no new decision: who decided and when stay.
    bench.bench.take(|store| store.decide_completion(session, an, |decision| decision.commended = true));
    let commended = bench.bench.dossier().completion.decisions[&an].clone();
    assert_eq!(Decision { commended: false, ..commended }, known);
    bench
        .bench
        .take(|store| store.decide_completion(session, an, |decision| *decision = Decision::default()));
    assert!(bench.bench.dossier().completion.decisions.is_empty());
}

#[test]
fn certificates_go_to_those_who_complete_and_one_that_was_given_is_never_taken() {
    let bench = Bench::new();
    let session = bench.bench.session;
    bench.rule(Rule { share: Share::Percent(100), ..Rule::default() });
    // Nothing is marked: nobody completed yet.
    let refused = bench.bench.refused(|store| store.issue_certificates(session));
    assert_eq!(refused, Mistake::NobodyFulfils);
    for sitting in [0, 1] {
        bench.mark(BINH, sitting, AttendanceStatus::Present);
    }
    bench.mark(AN, 0, AttendanceStatus::Present);
    bench.mark(AN, 1, AttendanceStatus::Absent);
    assert_eq!(
        [BINH, AN, ELSEWHERE].map(|name| bench.outcome(name)),
        [Outcome::Completed, Outcome::NotCompleted, Outcome::NotYetKnown]
    );
    assert_eq!(bench.bench.take(|store| store.issue_certificates(session)), 1);
    assert_eq!(bench.certified(), [BINH]);
    // Whoever does not is named by hand.
    let decide = |decision: &mut Decision| {
        decision.completed = Some(true);
        decision.reason = Some("ốm có giấy viện, đã học bù".to_owned());
    };
    bench.bench.take(|store| store.decide_completion(session, bench.bench.id(AN), decide));
    assert_eq!(bench.bench.take(|store| store.issue_certificates(session)), 1);
    assert_eq!(bench.certified(), [BINH, AN]);
    // A correction after that leaves the certificate, and shows.
    bench.mark(BINH, 1, AttendanceStatus::Absent);
    assert_eq!(bench.outcome(BINH), Outcome::NotCompleted);
    assert_eq!(bench.certified(), [BINH, AN]);
    bench.bench.take(|store| store.edit_completion_rule(session, "rule", |now| *now = None));
    assert_eq!(
        bench.bench.take(|store| store.issue_certificates(session)),
        1,
        "everybody, as without a rule"
    );
}

#[test]
fn a_cluster_that_is_parted_keeps_its_required_sittings_and_two_who_are_one_their_essay() {
    let bench = Bench::new();
    bench.rule(Rule { required: vec![bench.sittings[0]], ..Rule::default() });
    let cluster = bench.bench.dossier().clusters[0].id;
    let added = bench.bench.take(|store| store.split_cluster(cluster));
    let dossier = bench.bench.dossier();
    let new = dossier.clusters.iter().find(|one| one.id == added).expect("the new one");
    let required = dossier.completion.rule.expect("a rule").required;
    assert_eq!(required.len(), 2);
    assert!(required.contains(&new.sittings[0].id));

    let twin = taphuan::domain::delegate::NewDelegate::Unknown(person("Nguyễn Văn Bình", 1970, "Xã Tam Đại"));
    let session = bench.bench.session;
    let twin = bench.bench.store.add_delegates(session, None, vec![twin]).wait().expect("added")[0];
    let essay = "9".parse().ok();
    bench.bench.store.put_essays(session, vec![(twin, essay)]).wait().expect("put");
    let of =
        |id: DelegateId| bench.bench.dossier().delegates.into_iter().find(|one| one.id == id).expect("one");
    let first = bench
        .bench
        .dossier()
        .delegates
        .into_iter()
        .find(|one| one.id != twin && one.details.full_name == BINH);
    let (first, twin) = (first.expect("the first"), of(twin));
    bench.bench.take(|store| store.merge_people(first.person, twin.person, first.details.clone()));
    let essays = bench.bench.dossier().completion.essays;
    assert_eq!(essays.values().map(ToString::to_string).collect::<Vec<_>>(), ["9"]);
}

#[test]
fn what_is_known_of_an_essay_and_what_was_decided_is_handed_out_to_whom_it_is_about() {
    let bench = Bench::new();
    bench.essays(&[(BINH, Some("8,5"))]);
    let decide = |decision: &mut Decision| {
        (decision.completed, decision.reason) = (Some(true), Some("học bù".to_owned()));
    };
    let one = bench.bench.delegate(BINH);
    bench.bench.take(|store| store.decide_completion(bench.bench.session, one.id, decide));
    let held = bench.bench.store.held_on(one.person).wait().expect("held");
    let session = &held.sessions[0];
    assert_eq!(session.essay.as_deref(), Some("8,5"));
    assert_eq!(session.decision.as_ref().and_then(|one| one.reason.as_deref()), Some("học bù"));
}
