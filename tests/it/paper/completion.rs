//! Papers about certificates name those who complete by the rule, say whom they leave out, and never take a certificate away.

use crate::support::dossier::session;
use crate::support::pdf_reader::{ReadPage, read};
use taphuan::domain::attendance::{Attendance, AttendanceStatus, Mark, Way};
use taphuan::domain::completion::{Decision, Rule, Share, Whose};
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{DelegateId, EntryId, MarkId, PersonId, SittingId};
use taphuan::paper::{Finding, Made, Options, PaperError, PaperKind, make};

const KINDS: [PaperKind; 3] =
    [PaperKind::Certificates, PaperKind::CertificateRegister, PaperKind::Recognition];

/// Six of one cluster with two sittings: who came to both, to one, and of whom nothing is marked, two of each. Nobody has a
/// certificate yet.
fn marked() -> Dossier {
    let mut dossier = session(6, 1, 2);
    dossier.certificates.clear();
    let sittings: Vec<SittingId> = dossier.clusters[0].sittings.iter().map(|one| one.id).collect();
    let (present, absent) = (AttendanceStatus::Present, AttendanceStatus::Absent);
    let mut marks = Vec::new();
    for (place, statuses) in [[present; 2], [present; 2], [present, absent], [absent; 2]].iter().enumerate() {
        let delegate = dossier.delegates[place].id;
        marks
            .extend(sittings.iter().zip(statuses).map(|(sitting, status)| mark(delegate, *sitting, *status)));
    }
    dossier.attendance = Attendance::new(marks, Vec::new());
    dossier.completion.rule = Some(Rule { share: Share::Percent(100), ..Rule::default() });
    dossier
}

fn mark(delegate: DelegateId, sitting: SittingId, status: AttendanceStatus) -> Mark {
    let (id, entry, at) = (MarkId(1), EntryId(1), "2020-09-25T01:00:00Z".to_owned());
    Mark {
        id,
        entry,
        delegate,
        sitting,
        status,
        substitute: None,
        note: None,
        at,
        way: Way::Page,
        page: None,
    }
}

fn made(kind: PaperKind, dossier: &Dossier) -> Made {
    make(kind, dossier, &Options::default()).expect("a paper")
}

/// All its words, parted by single spaces.
fn words(made: &Made) -> String {
    let text = read(&made.pdf).iter().map(ReadPage::text).collect::<Vec<_>>().join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which of the delegates stand on a paper, by their places.
fn named(made: &Made, dossier: &Dossier) -> Vec<usize> {
    let words = words(made);
    let stands = |place: &usize| words.contains(&dossier.delegates[*place].details.full_name);
    (0..dossier.delegates.len()).filter(stands).collect()
}

#[test]
fn who_completes_stands_on_them_and_who_is_left_out_is_counted() {
    let dossier = marked();
    for kind in KINDS {
        let made = made(kind, &dossier);
        assert_eq!(named(&made, &dossier), [0, 1], "{kind:?}");
        let first = dossier.delegates[2].details.full_name.clone();
        let left_out = Finding::NotCertified { not_completed: 2, not_yet_known: 2, first };
        assert!(made.findings.contains(&left_out), "{kind:?}: {:?}", made.findings);
        assert!(!made.findings.contains(&Finding::NobodyCertified), "{kind:?}");
    }
    assert!(words(&made(PaperKind::Recognition, &dossier)).contains("Công nhận 02 (hai) đại biểu"));
    // Without a rule everybody does, as before.
    let mut free = dossier;
    free.completion.rule = None;
    for kind in KINDS {
        assert_eq!(named(&made(kind, &free), &free), [0, 1, 2, 3, 4, 5], "{kind:?}");
    }
}

#[test]
fn a_decision_by_hand_puts_somebody_on_them_or_takes_them_off() {
    let mut dossier = marked();
    let decided = |completed| Decision { completed: Some(completed), ..Decision::default() };
    let [first, last] = [0, 5].map(|place| dossier.delegates[place].id);
    dossier.completion.decisions = [(first, decided(false)), (last, decided(true))].into();
    for kind in KINDS {
        assert_eq!(named(&made(kind, &dossier), &dossier), [1, 5], "{kind:?}");
    }
    dossier.completion.rule = None;
    for kind in KINDS {
        assert_eq!(named(&made(kind, &dossier), &dossier), [1, 2, 3, 4, 5], "{kind:?}");
    }
}

#[test]
fn a_certificate_of_somebody_who_does_not_complete_any_more_stays_and_is_told() {
    let mut dossier = marked();
    dossier.certificates = session(6, 1, 2).certificates;
    let lapsed =
        Finding::CertifiedNotCompleted { people: 4, first: dossier.delegates[2].details.full_name.clone() };
    for kind in [PaperKind::Certificates, PaperKind::CertificateRegister] {
        let made = made(kind, &dossier);
        assert_eq!(named(&made, &dossier), [0, 1, 2, 3, 4, 5], "{kind:?}");
        assert!(made.findings.contains(&lapsed), "{kind:?}: {:?}", made.findings);
    }
    // The decision recognises who fulfils the rule.
    let made = made(PaperKind::Recognition, &dossier);
    assert_eq!(named(&made, &dossier), [0, 1]);
    assert!(made.findings.contains(&lapsed));
}

#[test]
fn where_nobody_completes_there_is_no_certificate_and_the_reason_is_said() {
    let mut dossier = marked();
    dossier.attendance = Attendance::default();
    let refused = make(PaperKind::Certificates, &dossier, &Options::default());
    assert_eq!(refused.map(drop), Err(PaperError::NobodyFulfils));
    let recognition = made(PaperKind::Recognition, &dossier);
    assert_eq!(named(&recognition, &dossier), [0_usize; 0]);
}

#[test]
fn who_sat_in_for_somebody_gets_one_of_their_own_or_that_of_the_place() {
    let mut dossier = marked();
    let sittings: Vec<SittingId> = dossier.clusters[0].sittings.iter().map(|one| one.id).collect();
    let place = dossier.delegates[3].clone();
    let mut sent = place.clone();
    (sent.id, sent.person, sent.state) = (DelegateId(77), PersonId(77), DelegateState::Substitute);
    (sent.substitute_for, sent.cluster) = (Some(place.id), None);
    sent.details.full_name = "Trịnh Thị Đi Thay".to_owned();
    let marks = dossier.attendance.marks().filter(|one| one.delegate != place.id).cloned();
    let mut marks: Vec<Mark> = marks.collect();
    marks.extend(sittings.iter().map(|sitting| Mark {
        substitute: Some(sent.id),
        ..mark(place.id, *sitting, AttendanceStatus::Substituted)
    }));
    dossier.attendance = Attendance::new(marks, Vec::new());
    dossier.delegates.push(sent);
    for whose in [Whose::Person, Whose::Place] {
        dossier.completion.rule = Some(Rule { share: Share::Percent(100), whose, ..Rule::default() });
        for kind in KINDS {
            assert_eq!(named(&made(kind, &dossier), &dossier), [0, 1, 6], "{kind:?} {whose:?}");
        }
    }
}
