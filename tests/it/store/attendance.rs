//! Marks: entries are written and taken back as a whole, and what counts is always what a plain model says.

use std::collections::HashMap;

use proptest::prelude::*;
use taphuan::domain::attendance::arrival::{Arrival, Part, Reach};
use taphuan::domain::attendance::figures::Figures;
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark};
use taphuan::domain::delegate::{DelegateState, NewDelegate};
use taphuan::domain::id::{DelegateId, EntryId};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::person::PersonDetails;
use taphuan::store::{StoreError, Turn};

use crate::support::marking::MarkingBench;

#[test]
fn an_entry_that_cannot_be_made_whole_marks_nobody() {
    let bench = MarkingBench::new();
    let stranger = bench.bench.dossier().clusters[1].id;
    let delegates = bench.bench.store.delegates(bench.bench.session).wait().expect("delegates");
    let other = delegates.iter().find(|one| one.cluster == Some(stranger)).expect("of the other cluster");
    let marks = vec![
        bench.new_mark(0, 0, AttendanceStatus::Present),
        NewMark::new(other.id, bench.sittings[0], AttendanceStatus::Present),
    ];
    let refused = bench.mark(marks).expect_err("refused");
    assert!(matches!(refused, StoreError::Refused(Mistake::OtherCluster { .. })), "{refused:?}");
    assert!(bench.attendance().is_empty());
}

#[test]
fn what_stands_there_already_is_told_and_not_written_again() {
    let bench = MarkingBench::new();
    let present = bench.new_mark(0, 0, AttendanceStatus::Present);
    bench.mark(vec![present.clone()]).expect("marked").expect("an entry");
    let again = bench.bench.store.mark(bench.entry(vec![present])).wait().expect("answered");
    assert_eq!((again.entry, again.marked.len(), again.already.len()), (None, 0, 1));
}

#[test]
fn a_closed_sitting_takes_no_marks_and_gives_none_back_until_it_is_opened() {
    let bench = MarkingBench::new();
    let entry = bench.mark(vec![bench.new_mark(0, 0, AttendanceStatus::Late)]).expect("marked").expect("one");
    let store = &bench.bench.store;
    store.close_sitting(bench.sittings[0], MadeOn::default()).wait().expect("closed");
    assert!(bench.attendance().is_closed(bench.sittings[0]));
    let closed = |answer: Result<(), StoreError>| {
        assert!(matches!(answer, Err(StoreError::Refused(Mistake::SittingClosed))), "{answer:?}");
    };
    closed(bench.mark(vec![bench.new_mark(1, 0, AttendanceStatus::Present)]).map(drop));
    closed(store.retract_entry(entry, MadeOn::default()).wait());
    bench.mark(vec![bench.new_mark(1, 1, AttendanceStatus::Present)]).expect("the other sitting is open");
    store.open_sitting(bench.sittings[0], "quên một người".into(), MadeOn::default()).wait().expect("opened");
    bench.mark(vec![bench.new_mark(1, 0, AttendanceStatus::Present)]).expect("marked");
    store.retract_entry(entry, MadeOn::default()).wait().expect("taken back");
    assert_eq!(bench.status(0, 0), None);
}

#[test]
fn the_last_entry_of_this_computer_is_found_and_marks_of_others_are_not() {
    let bench = MarkingBench::new();
    let store = &bench.bench.store;
    let last = || store.last_entry(bench.bench.session, "máy này".into()).wait().expect("answered");
    assert_eq!(last(), None);
    let first = bench.mark(vec![bench.new_mark(0, 0, AttendanceStatus::Present)]).expect("marked");
    let elsewhere = MadeOn { device: None, machine: Some("máy kia".into()) };
    let entry =
        NewEntry { made_on: elsewhere, ..bench.entry(vec![bench.new_mark(1, 0, AttendanceStatus::Present)]) };
    store.mark(entry).wait().expect("marked");
    assert_eq!(last(), first);
    store.retract_entry(first.expect("one"), MadeOn::default()).wait().expect("taken back");
    assert_eq!(last(), None);
}

/// One thing done to the marks.
#[derive(Debug, Clone)]
enum Move {
    /// An entry with marks of these delegates, sittings and statuses.
    Mark(Vec<(usize, usize, usize)>),
    /// The entry at this place of those made so far is taken back.
    Retract(prop::sample::Index),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let mark = prop::collection::vec((0..2_usize, 0..2_usize, 0..5_usize), 1..4).prop_map(Move::Mark);
    let retract = any::<prop::sample::Index>().prop_map(Move::Retract);
    prop::collection::vec(prop_oneof![3 => mark, 2 => retract], 1..14)
}

/// An entry as the model keeps it: what is new in it, and whether it was taken back.
type Made = (EntryId, HashMap<(usize, usize), AttendanceStatus>, bool);

/// What counts, by plain words: of the entries that were not taken back, the last that names somebody.
fn model(entries: &[Made]) -> [Option<AttendanceStatus>; 4] {
    [(0, 0), (0, 1), (1, 0), (1, 1)].map(|place| {
        let mut standing = entries.iter().rev().filter(|(_, _, retracted)| !retracted);
        standing.find_map(|(_, marks, _)| marks.get(&place).copied())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_counts_is_the_last_that_was_not_taken_back(moves in moves()) {
        let bench = MarkingBench::new();
        let mut entries = Vec::new();
        for one in moves {
            match one {
                Move::Mark(marks) => {
                    let mut said = HashMap::new();
                    for (delegate, sitting, status) in marks {
                        said.insert((delegate, sitting), AttendanceStatus::ALL[status]);
                    }
                    let before = model(&entries);
                    let marks = said.iter().map(|((delegate, sitting), status)| bench.new_mark(*delegate, *sitting, *status));
                    let entry = bench.mark(marks.collect()).expect("marked");
                    // What stood there already is no part of the entry.
                    let new = said.into_iter().filter(|((delegate, sitting), status)| {
                        before[delegate * 2 + sitting] != Some(*status)
                    });
                    let new: HashMap<_, _> = new.collect();
                    prop_assert_eq!(entry.is_some(), !new.is_empty());
                    entries.extend(entry.map(|entry| (entry, new, false)));
                }
                Move::Retract(_) if entries.is_empty() => {}
                Move::Retract(which) => {
                    let at = which.index(entries.len());
                    bench.bench.store.retract_entry(entries[at].0, MadeOn::default()).wait().expect("taken back");
                    entries[at].2 = true;
                }
            }
            let counts = [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(delegate, sitting)| bench.status(delegate, sitting));
            prop_assert_eq!(counts, model(&entries));
        }
    }
}

#[test]
fn one_who_was_sent_sits_on_places_and_has_none() {
    let bench = MarkingBench::new();
    let dossier = bench.bench.dossier();
    let cluster = dossier.clusters[0].id;
    let person = |name: &str| {
        NewDelegate::Unknown(PersonDetails { full_name: name.to_owned(), ..PersonDetails::default() })
    };
    let places = vec![bench.delegates[0], bench.delegates[1]];
    let sent = Arrival {
        who: person("Phạm Thị Thay"),
        cluster,
        part: Part::Substitute(places.clone()),
        sittings: vec![bench.sittings[0]],
    };
    let entry = NewEntry { arrivals: vec![sent], reach: Reach::Onward, ..bench.entry(Vec::new()) };
    let entered = bench.bench.store.mark(entry).wait().expect("marked");
    assert_eq!(entered.marked.len(), 2, "one who replaces two");
    let now = bench.bench.dossier();
    assert_eq!(now.delegates.len(), dossier.delegates.len() + 1);
    let substitute = now.delegates.iter().find(|one| one.state == DelegateState::Substitute).expect("sent");
    let here = now.delegates.iter().filter(|one| one.cluster == Some(cluster));
    let figures = Figures::of(here, bench.sittings[0], &now.attendance);
    assert_eq!((figures.invited, figures.present, figures.substituted), (bench.delegates.len(), 2, 2));
    let order = now.clusters[0].order();
    let expected = now.attendance.expected(places[0], bench.sittings[1], &order);
    assert_eq!(expected.substitute, Some(substitute.id));

    // Of themselves nothing can be marked; nor can somebody of another session sit there.
    let own = NewMark::new(substitute.id, bench.sittings[0], AttendanceStatus::Present);
    let refused = bench.mark(vec![own]).expect_err("no place");
    assert!(matches!(refused, StoreError::Refused(Mistake::HasNoPlace(_))), "{refused}");
    let foreign = NewMark::substituted(places[0], bench.sittings[1], DelegateId(9_999));
    assert!(bench.mark(vec![foreign]).is_err());

    // Taken back as a whole: they are off the list, and nobody expects them.
    let entry = entered.entry.expect("an entry");
    bench.bench.store.retract_entry(entry, MadeOn::default()).wait().expect("taken back");
    let now = bench.bench.dossier();
    assert!(now.attendance.is_empty() && now.attendance.notices().is_empty());
    let state = now.delegates.iter().find(|one| one.id == substitute.id).map(|one| one.state);
    assert_eq!(state, Some(DelegateState::Withdrawn));
}

#[test]
fn a_walk_in_takes_the_next_number_and_the_others_keep_theirs() {
    let bench = MarkingBench::new();
    let dossier = bench.bench.dossier();
    let cluster = dossier.clusters[0].id;
    let details = PersonDetails { full_name: "An Văn A".to_owned(), ..PersonDetails::default() };
    let arrival = Arrival {
        who: NewDelegate::Unknown(details),
        cluster,
        part: Part::WalkIn,
        sittings: bench.sittings.clone(),
    };
    let entry = NewEntry { arrivals: vec![arrival], ..bench.entry(Vec::new()) };
    bench.bench.store.mark(entry).wait().expect("marked");
    let now = bench.bench.dossier();
    let here: Vec<_> = now.delegates.iter().filter(|one| one.cluster == Some(cluster)).collect();
    let walk_in = here.iter().find(|one| one.walk_in).expect("on the list");
    let last = u32::try_from(here.len()).expect("small");
    assert_eq!(walk_in.fixed_number, Some(last), "though the name is the first of all");
    assert!(here.iter().all(|one| one.fixed_number.is_some()), "the list is fixed with that");
    // Undoing the step that made them never takes a mark away.
    let turn = bench.bench.store.undo().wait().expect("a turn");
    assert!(matches!(turn, Turn::SetAside(..)), "{turn:?}");
    assert_eq!(bench.attendance().marks().count(), 2);
}
