use proptest::prelude::*;

use super::*;
use crate::domain::attendance::Way;
use crate::domain::cluster::{ClusterDetails, HalfDay};
use crate::domain::completion::essay::Score;
use crate::domain::id::{EntryId, MarkId, PersonId};
use crate::domain::person::PersonDetails;
use crate::locale::{Language, Locale};
use crate::sentence::Explain;

const SITTINGS: i64 = 4;

/// A cluster of four sittings, and two on its list: 1 and 2. 9 is only sent for 1.
struct Bench {
    completion: Completion,
    marks: Vec<Mark>,
    closed: Vec<SittingId>,
}

fn delegate(id: i64, name: &str, state: DelegateState) -> Delegate {
    Delegate {
        id: DelegateId(id),
        person: PersonId(id),
        cluster: (state == DelegateState::Listed).then_some(ClusterId(1)),
        state,
        fixed_number: None,
        supplementary: false,
        walk_in: false,
        substitute_for: (state == DelegateState::Substitute).then_some(DelegateId(1)),
        sort_name: None,
        details: PersonDetails { full_name: name.to_owned(), ..PersonDetails::default() },
        erased: false,
    }
}

fn delegates() -> Vec<Delegate> {
    vec![
        delegate(1, "Nguyễn Văn Bình", DelegateState::Listed),
        delegate(2, "Lê Thị An", DelegateState::Listed),
        delegate(9, "Trần Thị Thay", DelegateState::Substitute),
    ]
}

fn cluster() -> Cluster {
    let sitting = |id: i64| Sitting {
        id: SittingId(id),
        date: if id <= 2 { "2026-05-10" } else { "2026-05-11" }.parse().expect("a day"),
        half: if id % 2 == 1 { HalfDay::Morning } else { HalfDay::Afternoon },
        starts: None,
        ends: None,
        items: Vec::new(),
    };
    Cluster {
        id: ClusterId(1),
        number: 1,
        details: ClusterDetails::default(),
        sittings: (1..=SITTINGS).map(sitting).collect(),
    }
}

fn mark(delegate: i64, sitting: i64, status: AttendanceStatus) -> Mark {
    Mark {
        id: MarkId(0),
        entry: EntryId(0),
        delegate: DelegateId(delegate),
        sitting: SittingId(sitting),
        status,
        substitute: (status == AttendanceStatus::Substituted).then_some(DelegateId(9)),
        note: None,
        at: "2026-05-10T01:00:00Z".to_owned(),
        way: Way::Page,
        page: None,
    }
}

use AttendanceStatus::{Absent, Late, LeftEarly, Present, Substituted};

impl Bench {
    fn new(rule: Rule) -> Self {
        let completion = Completion { rule: Some(rule), ..Completion::default() };
        Self { completion, marks: Vec::new(), closed: Vec::new() }
    }

    /// Marks somebody at the sittings from the first on.
    fn marked(mut self, who: i64, statuses: &[AttendanceStatus]) -> Self {
        self.marks.extend((1..).zip(statuses).map(|(sitting, status)| mark(who, sitting, *status)));
        self
    }

    fn judged(&self, who: i64) -> Judged {
        let attendance = Attendance::new(self.marks.iter().cloned(), self.closed.clone());
        let (clusters, delegates) = ([cluster()], delegates());
        let judge = Judge::of(&self.completion, &attendance, &clusters, &delegates);
        let one = delegates.iter().find(|one| one.id.0 == who).expect("a delegate");
        judge.judge(one)
    }

    fn outcome(&self, who: i64) -> Outcome {
        self.judged(who).outcome
    }

    /// The reasons as they are read.
    fn why(&self, who: i64) -> Vec<String> {
        let locale = Locale::new(Language::Vietnamese);
        self.judged(who).reasons.iter().map(|one| locale.say(&one.explain())).collect()
    }
}

#[test]
fn what_is_not_marked_yet_is_not_known_and_never_a_failure() {
    let bench = Bench::new(Rule::default());
    assert_eq!(bench.outcome(1), Outcome::NotYetKnown);
    // Three absences are enough to fail, but one sitting may still come.
    let bench = bench.marked(1, &[Absent, Absent, Absent]);
    assert_eq!(bench.outcome(1), Outcome::NotYetKnown);
    assert_eq!(bench.why(1), ["Còn 1 buổi chưa điểm danh xong.", "Có mặt 0/4 buổi, cần 4 (4/5 số buổi)."]);
    let closed = Bench { closed: vec![SittingId(4)], ..bench };
    assert_eq!(closed.outcome(1), Outcome::NotCompleted, "no mark at a closed sitting is an absence");
}

#[test]
fn a_share_that_is_reached_does_not_wait_for_the_rest() {
    let rule = Rule { share: Share::Percent(75), ..Rule::default() };
    let bench = Bench::new(rule.clone()).marked(1, &[Present, Present, Late]);
    assert_eq!(bench.outcome(1), Outcome::Completed);
    assert_eq!(bench.why(1), ["Có mặt 3/4 buổi, cần 3 (3/4 số buổi)."]);
    // Late may not count, and it is said how often that was.
    let strict = Rule { late_counts: false, ..rule.clone() };
    let bench = Bench::new(strict).marked(1, &[Present, Present, Late, Absent]);
    assert_eq!(bench.outcome(1), Outcome::NotCompleted);
    assert_eq!(bench.why(1), ["Có mặt 2/4 buổi, cần 3 (3/4 số buổi).", "1 buổi đến muộn, không được tính."]);
    let strict = Rule { left_early_counts: false, ..rule };
    let bench = Bench::new(strict).marked(1, &[LeftEarly, Present, Present, Present]);
    assert_eq!(bench.outcome(1), Outcome::Completed);
}

#[test]
fn a_required_sitting_is_named_when_it_was_missed() {
    let rule = Rule { share: Share::Sittings(2), required: vec![SittingId(1)], ..Rule::default() };
    let bench = Bench::new(rule.clone()).marked(1, &[Absent, Present, Present, Present]);
    assert_eq!(bench.outcome(1), Outcome::NotCompleted);
    assert_eq!(bench.why(1)[0], "Thiếu buổi bắt buộc Sáng 10/5.");
    // Required and not marked: whoever has enough of the others still waits for it.
    let mut bench = Bench::new(rule);
    bench.marks = vec![mark(1, 2, Present), mark(1, 3, Present)];
    assert_eq!(bench.outcome(1), Outcome::NotYetKnown);
}

#[test]
fn an_essay_is_waited_for_until_some_of_the_cluster_are_known() {
    let needed: Score = "5".parse().expect("points");
    let rule = Rule { share: Share::Any, essay: EssayNeed::Score(needed), ..Rule::default() };
    let mut bench = Bench::new(rule);
    assert_eq!((bench.outcome(1), bench.outcome(2)), (Outcome::NotYetKnown, Outcome::NotYetKnown));
    let mut set = |who: i64, essay: &str| {
        bench.completion.essays.insert(DelegateId(who), essay.parse().expect("an essay"));
        (bench.outcome(who), bench.why(who)[0].clone(), bench.outcome(2))
    };
    let is = |outcome, why: &str, other| (outcome, why.to_owned(), other);
    use Outcome::{Completed, NotCompleted, NotYetKnown};
    assert_eq!(set(1, "8,5"), is(Completed, "Đã nộp bài thu hoạch (8,5).", NotCompleted));
    assert_eq!(set(1, "4,75"), is(NotCompleted, "Bài thu hoạch 4,75 điểm, cần 5.", NotCompleted));
    let but = "Bài thu hoạch (Khá) chưa có điểm, cần 5.";
    assert_eq!(set(1, "khá"), is(NotYetKnown, but, NotCompleted));
    assert_eq!(set(1, "yếu"), is(NotCompleted, "Bài thu hoạch không đạt (Yếu).", NotCompleted));
    assert_eq!(set(1, "kn"), is(NotCompleted, "Không nộp bài thu hoạch.", NotCompleted));
    assert_eq!(bench.why(2), ["Chưa nộp bài thu hoạch."]);
}

#[test]
fn an_essay_that_is_not_known_saves_nobody_who_missed_too_much() {
    let rule = Rule { essay: EssayNeed::Submitted, ..Rule::default() };
    let bench = Bench::new(rule).marked(1, &[Absent; 4]).marked(2, &[Present; 4]);
    assert_eq!((bench.outcome(1), bench.outcome(2)), (Outcome::NotCompleted, Outcome::NotYetKnown));
    assert_eq!(bench.why(2)[0], "Chưa nhập bài thu hoạch nào của cụm.");
}

#[test]
fn a_decision_by_hand_goes_before_the_rule_and_says_whose_it_is() {
    let mut bench = Bench::new(Rule::default()).marked(1, &[Absent; 4]);
    let decision = Decision {
        completed: Some(true),
        reason: Some("đi công tác theo lệnh".to_owned()),
        decided_by: Some("Trần Văn Chủ".to_owned()),
        decided_at: "2026-05-12T05:00:00Z".to_owned(),
        ..Decision::default()
    };
    bench.completion.decisions.insert(DelegateId(1), decision.clone());
    assert_eq!(bench.outcome(1), Outcome::Completed);
    assert_eq!(
        bench.why(1)[0],
        "Đạt theo quyết định của Trần Văn Chủ ngày 12/5/2026: đi công tác theo lệnh."
    );
    assert_eq!(bench.why(1)[1], "Có mặt 0/4 buổi, cần 4 (4/5 số buổi).", "what the rule says stays in view");
    // Only commended: as the rule says.
    let commended = Decision { completed: None, commended: true, ..decision };
    bench.completion.decisions.insert(DelegateId(1), commended);
    assert_eq!(bench.outcome(1), Outcome::NotCompleted);
}

#[test]
fn without_a_rule_everybody_on_the_list_completed_but_for_decisions() {
    let mut bench = Bench::new(Rule::default());
    bench.completion.rule = None;
    assert_eq!(bench.outcome(1), Outcome::Completed);
    assert_eq!(bench.why(1), ["Lớp chưa đặt quy tắc: ai có tên trong danh sách đều đạt."]);
    let against = Decision { completed: Some(false), ..Decision::default() };
    bench.completion.decisions.insert(DelegateId(1), against);
    assert_eq!(bench.outcome(1), Outcome::NotCompleted);
}

#[test]
fn each_person_is_judged_by_their_own_sittings_or_the_place_by_who_held_it_last() {
    let rule = Rule { share: Share::Percent(100), ..Rule::default() };
    let all = [Present, Present, Substituted, Substituted];
    let bench = Bench::new(rule.clone()).marked(1, &all);
    // Neither sat everywhere.
    assert_eq!((bench.outcome(1), bench.outcome(9)), (Outcome::NotCompleted, Outcome::NotCompleted));
    let why = "Dự thay Nguyễn Văn Bình 2 buổi.";
    assert!(bench.why(9).contains(&why.to_owned()), "{:?}", bench.why(9));
    assert!(bench.why(1).contains(&"2 buổi do người khác dự thay.".to_owned()));
    let half = Rule { share: Share::Percent(50), ..rule.clone() };
    let bench = Bench::new(half).marked(1, &all);
    assert_eq!((bench.outcome(1), bench.outcome(9)), (Outcome::Completed, Outcome::Completed));

    // By place, somebody sat there all the time: who did in the end gets it.
    let by_place = Rule { whose: Whose::Place, ..rule };
    let bench = Bench::new(by_place.clone()).marked(1, &all);
    assert_eq!((bench.outcome(1), bench.outcome(9)), (Outcome::NotCompleted, Outcome::Completed));
    assert_eq!(bench.why(1), ["Chỗ do Trần Thị Thay dự ở buổi cuối: giấy cấp cho Trần Thị Thay."]);
    assert!(bench.why(9).contains(&"Giữ chỗ của Nguyễn Văn Bình ở buổi cuối.".to_owned()));
    // Whoever came back holds the place again.
    let bench = Bench::new(by_place).marked(1, &[Present, Substituted, Present, Present]);
    assert_eq!((bench.outcome(1), bench.outcome(9)), (Outcome::Completed, Outcome::NotCompleted));
}

fn a_rule() -> impl Strategy<Value = Rule> {
    let share = prop_oneof![
        Just(Share::Any),
        (0_u32..6).prop_map(Share::Sittings),
        (0_u8..=100).prop_map(Share::Percent)
    ];
    let required = proptest::collection::vec((1..=SITTINGS).prop_map(SittingId), 0..3);
    (share, any::<bool>(), any::<bool>(), required, any::<bool>()).prop_map(
        |(share, late_counts, left_early_counts, required, essay)| Rule {
            share,
            late_counts,
            left_early_counts,
            required,
            essay: if essay { EssayNeed::Submitted } else { EssayNeed::None },
            whose: Whose::Person,
        },
    )
}

fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::NotCompleted => 0,
        Outcome::NotYetKnown => 1,
        Outcome::Completed => 2,
    }
}

proptest! {
    #[test]
    fn coming_more_often_never_takes_a_certificate_away(
        rule in a_rule(),
        statuses in proptest::collection::vec(proptest::option::of(0_usize..6), 4),
        closed in proptest::collection::vec(any::<bool>(), 4),
        essay in proptest::option::of(any::<bool>()),
        changed in 0_usize..4,
    ) {
        let mut bench = Bench::new(rule);
        let sittings = || (1..=SITTINGS).zip(&statuses);
        bench.marks = sittings()
            .filter_map(|(sitting, status)| Some(mark(1, sitting, AttendanceStatus::ALL[(*status)?])))
            .collect();
        bench.closed =
            (1..=SITTINGS).zip(&closed).filter(|(_, closed)| **closed).map(|(id, _)| SittingId(id)).collect();
        if let Some(submitted) = essay {
            bench.completion.essays.insert(DelegateId(1), Essay { submitted, ..Essay::default() });
        }
        let before = bench.judged(1);
        let open = sittings().any(|(id, status)| status.is_none() && !bench.closed.contains(&SittingId(id)));
        let by_sittings = bench
            .completion
            .rule
            .as_ref()
            .is_some_and(|rule| rule.share != Share::Any || !rule.required.is_empty());
        prop_assert!(before.outcome != Outcome::NotCompleted || !(open && by_sittings), "waits for open sittings");
        prop_assert!(before.sat <= before.of);
        prop_assert!(!by_sittings || before.outcome == Outcome::Completed || !before.reasons.is_empty());

        let sitting = i64::try_from(changed).expect("small") + 1;
        bench.marks.retain(|one| one.sitting != SittingId(sitting));
        bench.marks.push(mark(1, sitting, Present));
        let after = bench.judged(1);
        prop_assert!(
            before.outcome != Outcome::Completed || after.outcome == Outcome::Completed,
            "{:?} became {:?}", before, after
        );
        prop_assert!(
            before.outcome != Outcome::NotCompleted || rank(after.outcome) >= rank(before.outcome)
        );
        prop_assert!(after.sat >= before.sat);
    }
}
