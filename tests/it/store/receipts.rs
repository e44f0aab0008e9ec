//! Who received what, entered and taken back as marks are; and what home and people tell of marks.

use taphuan::domain::attendance::receipt::{NewReceipt, NewReceipts, SignedFor};
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, Way};
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::mistake::Mistake;
use taphuan::store::StoreError;

use crate::support::marking::MarkingBench;

#[test]
fn receipts_are_entered_and_taken_back_as_a_whole_and_hold_whom_they_are_of() {
    let bench = MarkingBench::new();
    let store = &bench.bench.store;
    let receipt = |delegate: usize, received, receiver: Option<&str>| NewReceipt {
        delegate: bench.delegates[delegate],
        received,
        receiver: receiver.map(str::to_owned),
    };
    let receive = |receipts: Vec<NewReceipt>| {
        let entry = NewReceipts {
            session: bench.bench.session,
            signed_for: SignedFor::Money,
            way: Way::Page,
            page: None,
            made_on: MadeOn { device: None, machine: Some("máy này".to_owned()) },
            receipts,
        };
        store.receive(entry).wait()
    };
    let known = |delegate: usize| {
        let receipts = bench.bench.dossier().receipts;
        receipts
            .of(bench.delegates[delegate], SignedFor::Money)
            .map(|one| (one.received, one.receiver.clone()))
    };
    let first = receive(vec![receipt(0, true, None), receipt(1, false, None)]).expect("entered");
    assert_eq!((first.marked.len(), known(0), known(1)), (2, Some((true, None)), Some((false, None))));
    let again = receive(vec![receipt(0, true, None)]).expect("answered");
    assert_eq!((again.entry, again.already.len()), (None, 1));
    // Somebody took it after all; taken back, it is as it was.
    let taken = receive(vec![receipt(1, true, Some("Lê Thị B"))]).expect("entered").entry.expect("an entry");
    assert_eq!(known(1), Some((true, Some("Lê Thị B".to_owned()))));
    let last = store.last_entry(bench.bench.session, "máy này".into()).wait().expect("answered");
    assert_eq!(last, Some(taken), "marks and receipts are taken back in the order they were made");
    store.retract_entry(taken, MadeOn::default()).wait().expect("taken back");
    assert_eq!(known(1), Some((false, None)));
    store.retract_entry(first.entry.expect("one"), MadeOn::default()).wait().expect("taken back");
    assert_eq!((known(0), known(1)), (None, None));

    // Whoever signed for something is never deleted.
    receive(vec![receipt(0, true, None)]).expect("entered");
    store.remove_delegates(bench.bench.session, vec![bench.delegates[0]]).wait().expect("withdrawn");
    let all = store.delegates(bench.bench.session).wait().expect("delegates");
    let gone = all.iter().find(|one| one.id == bench.delegates[0]).expect("still there");
    assert_eq!(gone.state, DelegateState::Withdrawn);
    let refused = receive(vec![receipt(1, true, None), receipt(0, false, None)]).expect_err("refused");
    assert!(matches!(refused, StoreError::Refused(Mistake::Withdrawn(_))), "{refused:?}");
    assert_eq!(known(1), None, "all of it or nothing");
}

#[test]
fn home_and_the_history_of_a_person_tell_the_marks_and_nothing_before_there_are_any() {
    let bench = MarkingBench::new();
    let store = &bench.bench.store;
    let progress = || {
        let overview = store.overview().wait().expect("overview");
        let (_, progress) =
            overview.sessions.into_iter().find(|(one, _)| one.id == bench.bench.session).expect("it");
        (progress.marked, progress.came)
    };
    let person = |delegate: usize| {
        let dossier = bench.bench.dossier();
        let found = dossier.delegates.iter().find(|one| one.id == bench.delegates[delegate]).expect("there");
        let record = store.person(found.person).wait().expect("a person");
        let presence =
            record.history.iter().find(|one| one.session == bench.bench.session).expect("it").presence;
        (presence.filled, presence.known)
    };
    assert_eq!((progress(), person(0)), ((0, 0), (0, 0)));
    bench
        .mark(vec![
            bench.new_mark(0, 0, AttendanceStatus::Present),
            bench.new_mark(0, 1, AttendanceStatus::Absent),
            bench.new_mark(1, 0, AttendanceStatus::Substituted),
        ])
        .expect("marked");
    // A place that somebody else filled counts; the person did not come.
    assert_eq!(progress(), (2, 2));
    assert_eq!((person(0), person(1)), ((1, 2), (0, 1)));
    store.close_sitting(bench.sittings[1], MadeOn::default()).wait().expect("closed");
    assert_eq!(person(1), (0, 2), "closed: who has no mark was absent");
}
