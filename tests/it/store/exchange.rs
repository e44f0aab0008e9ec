//! Attendance between two computers: a package of a cluster goes out, and what was marked there comes back.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;
use taphuan::domain::attendance::exchange::{ExchangeMistake, FileMistake, Manner, Received, Remark};
use taphuan::domain::attendance::package::MarkPackage;
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewMark};
use taphuan::domain::badge_code;
use taphuan::domain::cluster::HalfDay;
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::id::EntryId;
use taphuan::domain::mistake::Mistake;
use taphuan::domain::numbering::Lists;
use taphuan::store::{StoreError, Turn};

use crate::support::editing::StoreBench;
use crate::support::halls::{AN, BINH, Bench, Computer};

use AttendanceStatus::{Absent, Excused, Late, Present, Substituted};

fn refusal(answer: Result<Received, StoreError>) -> ExchangeMistake {
    match answer.expect_err("refused") {
        StoreError::Refused(Mistake::Exchange(mistake)) => mistake,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_second_computer_has_the_rows_of_its_cluster_and_no_others() {
    let bench = Bench::with(|home| {
        home.mark(BINH, 0, Late);
        home.store.fix_lists(home.session, Lists::Of(Some(home.cluster))).wait().expect("fixed");
    });
    assert_eq!(bench.hall.names(), bench.home.names());
    let everybody = bench.hall.store.delegates(bench.hall.session).wait().expect("delegates");
    assert_eq!(everybody.len(), bench.home.names().len(), "nobody of another cluster");
    let dossier = bench.hall.store.dossier(bench.hall.session).wait().expect("dossier");
    assert_eq!((dossier.clusters.len(), dossier.clusters[0].sittings.len()), (1, 2));
    assert_eq!(bench.hall.status(BINH, 0), Some(Late), "what was marked before goes along");
    let fixed: Vec<_> = everybody.iter().map(|one| one.fixed_number).collect();
    assert!(fixed.iter().all(Option::is_some), "{fixed:?}");
    // A badge that was printed at home is read in the hall.
    let at_home = bench.home.delegate(AN);
    assert_eq!(badge_code::read(&badge_code::code(at_home)), Some(bench.hall.delegate(AN)));
    // Who comes in addition there gets no badge that was printed for somebody at home.
    let walk_in = bench.hall.add("Phan Văn Thêm", "walk_in = 1");
    assert!(walk_in.0 > 1_000_000, "{walk_in}");
}

#[test]
fn what_was_marked_in_the_hall_comes_back_once() {
    let bench = Bench::new();
    bench.hall.mark(BINH, 0, Present);
    bench.hall.mark(AN, 0, Absent);
    let wrong = bench.hall.mark(AN, 1, Excused).expect("an entry");
    bench.hall.store.retract_entry(wrong, MadeOn::default()).wait().expect("taken back");
    bench.hall.mark(AN, 0, Excused);

    let package = bench.hall.package();
    let before = bench.home.rows();
    let preview =
        bench.home.store.preview_marks(package.clone(), Manner::default()).wait().expect("previewed");
    assert_eq!(bench.home.rows(), before, "a preview writes nothing");
    let received = bench.home.receive(package.clone()).expect("received");
    assert_eq!(preview, received, "a preview promises what happens");
    let marked: Vec<_> = received.marked.iter().map(|one| (one.name.as_str(), one.status)).collect();
    assert_eq!(marked.len(), 2, "{marked:?}");
    assert!(marked.contains(&(BINH, Present)) && marked.contains(&(AN, Excused)));
    assert_eq!((bench.home.status(AN, 0), bench.home.status(AN, 1)), (Some(Excused), None));
    // When somebody came is what the hall saw.
    let attendance = bench.home.store.attendance(bench.home.session).wait().expect("attendance");
    let mark = attendance.of(bench.home.delegate(BINH), bench.home.sitting(0)).expect("a mark");
    assert!(mark.arrived().is_some());

    let after = bench.home.rows();
    let again = bench.home.receive(package).expect("received again");
    assert!(!again.changed && again.marked.is_empty() && again.conflicts.is_empty());
    assert_eq!(again.already.len(), 2);
    assert_eq!(bench.home.rows(), after, "the same file twice changes nothing");

    // What is corrected there and sent again counts here, too: there they knew what it replaces.
    bench.hall.mark(AN, 0, Late);
    let corrected = bench.home.receive(bench.hall.package()).expect("received");
    assert_eq!((corrected.marked.len(), corrected.conflicts.len()), (1, 0));
    assert_eq!(bench.home.status(AN, 0), Some(Late));
}

#[test]
fn where_both_say_otherwise_ours_counts_until_it_is_decided() {
    let bench = Bench::new();
    for (name, there, here) in [(BINH, Absent, Present), (AN, Late, Excused)] {
        bench.hall.mark(name, 0, there);
        bench.home.mark(name, 0, here);
    }
    // The same from both sides is no question.
    bench.hall.mark(AN, 1, Present);
    bench.home.mark(AN, 1, Present);
    let received = bench.home.receive(bench.hall.package()).expect("received");
    assert_eq!((received.marked.len(), received.conflicts.len()), (0, 2));
    assert_eq!((bench.home.status(BINH, 0), bench.home.status(AN, 0)), (Some(Present), Some(Excused)));
    assert_eq!(bench.home.conflicts().len(), 2);
    bench.home.receive(bench.hall.package()).expect("received again");
    let conflicts = bench.home.conflicts();
    assert_eq!(conflicts.len(), 2, "the same file asks nothing new");

    let id = |name: &str| conflicts.iter().find(|one| one.1 == name).expect(name).0;
    let settle = |ids: Vec<i64>, take: bool| {
        let made_on = MadeOn { device: None, machine: Some(bench.home.machine.into()) };
        bench.home.store.settle_conflicts(bench.home.session, ids, take, made_on).wait()
    };
    settle(vec![id(BINH)], true).expect("theirs");
    settle(vec![id(AN)], false).expect("ours");
    assert_eq!((bench.home.status(BINH, 0), bench.home.status(AN, 0)), (Some(Absent), Some(Excused)));
    assert!(bench.home.conflicts().is_empty());
    let twice = settle(vec![id(BINH)], false).expect_err("decided already");
    assert!(matches!(twice, StoreError::Refused(Mistake::Exchange(ExchangeMistake::Settled))));
    // It counts by an entry like any other, which can be taken back.
    let last =
        bench.home.store.last_entry(bench.home.session, bench.home.machine.into()).wait().expect("asked");
    bench
        .home
        .store
        .retract_entry(last.expect("the decision"), MadeOn::default())
        .wait()
        .expect("taken back");
    assert_eq!(bench.home.status(BINH, 0), Some(Present));
    let again = bench.home.receive(bench.hall.package()).expect("received");
    assert!(!again.changed && bench.home.conflicts().is_empty(), "what was decided stays so");

    // What the hall says otherwise by now takes the place of what it said before.
    bench.hall.mark(AN, 0, Absent);
    bench.home.receive(bench.hall.package()).expect("received");
    bench.hall.mark(AN, 0, Present);
    bench.home.receive(bench.hall.package()).expect("received");
    let waiting: Vec<_> = bench.home.conflicts().into_iter().map(|one| (one.1, one.2, one.3)).collect();
    assert_eq!(waiting, [(AN.to_owned(), Excused, Present)]);
    bench.home.mark(AN, 0, Present);
    assert!(bench.home.conflicts().is_empty(), "both say the same");
}

#[test]
fn a_closed_sitting_takes_nothing_new_and_what_is_known_is_no_news() {
    let bench = Bench::new();
    bench.hall.mark(BINH, 0, Present);
    bench.home.receive(bench.hall.package()).expect("received");
    bench.home.store.close_sitting(bench.home.sitting(0), MadeOn::default()).wait().expect("closed");
    let known = bench.home.receive(bench.hall.package()).expect("nothing new");
    assert!(!known.changed);
    bench.hall.mark(AN, 1, Present);
    bench.hall.mark(AN, 0, Present);
    let before = bench.home.rows();
    let refused = refusal(bench.home.receive(bench.hall.package()));
    assert_eq!(refused, ExchangeMistake::Closed("Sáng 28/11/2026".into()));
    assert_eq!(bench.home.rows(), before, "nothing of it, not even of the open sitting");
    let reason = "thiếu một người".to_owned();
    bench.home.store.open_sitting(bench.home.sitting(0), reason, MadeOn::default()).wait().expect("opened");
    bench.home.receive(bench.hall.package()).expect("received");
    assert_eq!(bench.home.status(AN, 0), Some(Present));
}

#[test]
fn a_sitting_that_was_closed_in_the_hall_is_closed_here_once_nothing_is_left_to_decide() {
    let bench = Bench::new();
    bench.hall.mark(BINH, 0, Absent);
    bench.home.mark(BINH, 0, Present);
    bench.hall.mark(AN, 1, Present);
    for sitting in [0, 1] {
        bench
            .hall
            .store
            .close_sitting(bench.hall.sitting(sitting), MadeOn::default())
            .wait()
            .expect("closed");
    }
    let received = bench.home.receive(bench.hall.package()).expect("received");
    let turned: Vec<_> = received.turned.iter().map(|(name, closed)| (name.half, *closed)).collect();
    assert_eq!(turned, [(HalfDay::Afternoon, true)]);
    assert_eq!(received.remarks, [Remark::StaysOpen("Sáng 28/11/2026".into())]);
    let id = bench.home.conflicts()[0].0;
    bench
        .home
        .store
        .settle_conflicts(bench.home.session, vec![id], true, MadeOn::default())
        .wait()
        .expect("decided");
    let received = bench.home.receive(bench.hall.package()).expect("received");
    assert_eq!(received.turned.len(), 1);
    assert!(!bench.home.receive(bench.hall.package()).expect("received").changed);
    // Opened again there, and marked: what is known here follows.
    let reason = "còn người đến muộn".to_owned();
    bench.hall.store.open_sitting(bench.hall.sitting(1), reason, MadeOn::default()).wait().expect("opened");
    bench.hall.mark(BINH, 1, Late);
    bench.home.receive(bench.hall.package()).expect("received");
    assert_eq!(bench.home.status(BINH, 1), Some(Late));
    assert!(
        !bench
            .home
            .store
            .attendance(bench.home.session)
            .wait()
            .expect("read")
            .is_closed(bench.home.sitting(1))
    );
}

#[test]
fn walk_ins_and_substitutes_come_back_with_the_next_numbers() {
    let bench = Bench::with(|home| {
        home.store.fix_lists(home.session, Lists::Of(Some(home.cluster))).wait().expect("fixed");
    });
    let count = u32::try_from(bench.home.names().len()).expect("a few");
    bench.hall.add("Phan Văn Thêm", "walk_in = 1");
    bench.hall.mark("Phan Văn Thêm", 0, Present);
    let held = bench.hall.delegate(AN);
    let sent = bench.hall.add("Trần Thị Thay", &format!("substitute_for = {held}, fixed_number = NULL"));
    let sat = NewMark { substitute: Some(sent), ..NewMark::new(held, bench.hall.sitting(0), Substituted) };
    bench.hall.store.mark(bench.hall.entry(vec![sat])).wait().expect("marked");

    let package = bench.hall.package();
    let received = bench.home.receive(package.clone()).expect("received");
    let added = received
        .added
        .iter()
        .map(|one| (one.name.as_str(), one.stt, one.walk_in, one.substitute_for.as_deref()));
    let added: HashSet<_> = added.collect();
    let expected = HashSet::from([
        ("Phan Văn Thêm", Some(count + 1), true, None),
        ("Trần Thị Thay", None, false, Some(AN)),
    ]);
    assert_eq!(added, expected);
    let delegates = bench.home.store.delegates(bench.home.session).wait().expect("delegates");
    let of = |name: &str| delegates.iter().find(|one| one.details.full_name == name).expect(name);
    let walk_in = of("Phan Văn Thêm");
    assert!(walk_in.supplementary && walk_in.id.0 < 1_000_000, "a badge of this computer: {}", walk_in.id);
    assert_eq!(of("Trần Thị Thay").state, DelegateState::Substitute);
    assert_eq!(bench.home.status("Phan Văn Thêm", 0), Some(Present));
    let attendance = bench.home.store.attendance(bench.home.session).wait().expect("attendance");
    let mark = attendance.of(bench.home.delegate(AN), bench.home.sitting(0)).expect("a mark");
    assert_eq!((mark.status, mark.substitute), (Substituted, Some(of("Trần Thị Thay").id)));
    assert!(!bench.home.receive(package).expect("received again").changed);

    // The hall hears which number they got here.
    let back = bench.hall.receive(bench.home.package()).expect("up to date");
    assert!(back.added.is_empty() && back.conflicts.is_empty(), "{back:?}");
    let there = bench.hall.store.delegates(bench.hall.session).wait().expect("delegates");
    let there = there.iter().find(|one| one.details.full_name == "Phan Văn Thêm").expect("there");
    assert_eq!(there.fixed_number, Some(count + 1));
}

#[test]
fn what_brought_people_with_marks_is_set_aside_when_it_is_to_be_undone() {
    let bench = Bench::new();
    bench.hall.add("Phan Văn Thêm", "walk_in = 1");
    bench.hall.mark("Phan Văn Thêm", 0, Present);
    let done =
        bench.home.store.receive_marks(bench.hall.package(), Manner::default()).outcome().expect("received");
    assert!(done.step.is_some(), "the list changed");
    let turn = bench.home.store.undo().wait().expect("answered");
    assert!(matches!(turn, Turn::SetAside(..)), "{turn:?}");
    assert_eq!(bench.home.status("Phan Văn Thêm", 0), Some(Present), "marks never vanish");
    // On the second computer, too; where nothing is marked yet, the opened session goes again.
    let turn = bench.hall.store.undo().wait().expect("answered");
    assert!(matches!(turn, Turn::SetAside(..) | Turn::Turned(..)), "{turn:?}");
    assert_eq!(bench.hall.status("Phan Văn Thêm", 0), Some(Present));
}

#[test]
fn somebody_both_computers_added_stands_here_once() {
    let bench = Bench::new();
    for computer in [&bench.home, &bench.hall] {
        computer.add("Phan Văn Thêm", "walk_in = 1");
    }
    bench.hall.mark("Phan Văn Thêm", 0, Present);
    let received = bench.home.receive(bench.hall.package()).expect("received");
    assert!(received.added.is_empty());
    assert!(matches!(&received.remarks[..], [Remark::SamePerson { name, .. }] if name == "Phan Văn Thêm"));
    assert_eq!(bench.home.status("Phan Văn Thêm", 0), Some(Present));
    assert_eq!(bench.home.names().iter().filter(|name| *name == "Phan Văn Thêm").count(), 1);
    assert!(!bench.home.receive(bench.hall.package()).expect("received again").changed);
}

#[test]
fn the_list_is_that_of_its_home_and_the_hall_follows() {
    let bench = Bench::new();
    bench.home.add("Người Mới Gọi", "walk_in = 0");
    let id = bench.home.delegate(BINH);
    let correct = |one: &mut taphuan::domain::person::PersonDetails| one.full_name = "Nguyễn Văn Bính".into();
    bench.home.store.edit_delegate(id, "full_name", correct).wait().expect("corrected");
    let correct = |one: &mut taphuan::domain::person::PersonDetails| one.phone = Some("0905 111 222".into());
    bench.hall.store.edit_delegate(bench.hall.delegate(AN), "phone", correct).wait().expect("corrected");
    let received = bench.home.receive(bench.hall.package()).expect("received");
    assert!(!received.changed, "corrections of the hall do not travel: {received:?}");
    bench.hall.receive(bench.home.package()).expect("up to date");
    assert!(bench.hall.names().contains(&"Nguyễn Văn Bính".to_owned()));
    assert!(bench.hall.names().contains(&"Người Mới Gọi".to_owned()));

    // Who is gone from the list here gets no marks from there, and that is said.
    bench
        .home
        .store
        .remove_delegates(bench.home.session, vec![bench.home.delegate(AN)])
        .wait()
        .expect("taken off");
    bench.hall.mark(AN, 0, Present);
    let received = bench.home.receive(bench.hall.package()).expect("received");
    assert_eq!(received.remarks, [Remark::Deleted(AN.into())]);
    let received = bench.hall.receive(bench.home.package()).expect("up to date");
    assert_eq!(received.remarks, [Remark::GoneAtHome(AN.into())]);
    assert!(bench.hall.names().contains(&AN.to_owned()), "nobody is taken off unseen");
}

#[test]
fn a_session_that_is_not_here_is_refused_and_made_only_where_that_is_wished() {
    let bench = Bench::new();
    let other = StoreBench::new();
    let before = other.dump();
    let refused = refusal(other.store.receive_marks(bench.home.package(), Manner::default()).wait());
    assert!(matches!(refused, ExchangeMistake::ForeignSession(title) if title == "Tập huấn thử"));
    // What comes back from a hall is for the computer of the session and nobody else.
    let manner = Manner { may_open: true, made_on: MadeOn::default() };
    refusal(other.store.receive_marks(bench.hall.package(), manner.clone()).wait());
    assert_eq!(other.dump(), before);
    // A computer with data of its own opens it beside them, and says whose badges it cannot read.
    let opened = other.store.receive_marks(bench.home.package(), manner).wait().expect("opened");
    assert_eq!(opened.remarks, [Remark::BadgesUnknown(2)]);
}

#[test]
fn a_file_that_is_not_whole_is_refused_whatever_happened_to_it() {
    let bench = Bench::with(|home| {
        home.mark(BINH, 0, Late);
    });
    let package = bench.home.store.mark_package(bench.home.session, bench.home.cluster).wait().expect("made");
    let bytes = package.write();
    assert!(MarkPackage::read(&bytes).is_ok());
    for length in 0..bytes.len() - 1 {
        assert!(MarkPackage::read(&bytes[..length]).is_err(), "cut at {length}");
    }
    assert_eq!(MarkPackage::read(&bytes[..bytes.len() / 2]), Err(FileMistake::Damaged));
    let text = String::from_utf8(bytes).expect("UTF-8");
    let flipped = text.replace("Lê Thị An", "Lê Thị Ân");
    assert_eq!(MarkPackage::read(flipped.as_bytes()), Err(FileMistake::Damaged), "a letter flipped");
    let newer = text.replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(MarkPackage::read(newer.as_bytes()), Err(FileMistake::TooNew(2)));
    assert_eq!(MarkPackage::read(&vec![b' '; 40_000_000]), Err(FileMistake::TooLarge));
    let deep = format!("{{\"format\":\"taphuan-attendance\",\"version\":1,\"x\":{}", "[".repeat(200_000));
    assert!(MarkPackage::read(deep.as_bytes()).is_err());
}

/// One thing done on a computer.
#[derive(Debug, Clone)]
enum Move {
    Mark(Vec<(usize, usize, usize)>),
    Retract(prop::sample::Index),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let mark = prop::collection::vec((0..2_usize, 0..2_usize, 0..5_usize), 1..3).prop_map(Move::Mark);
    let retract = any::<prop::sample::Index>().prop_map(Move::Retract);
    prop::collection::vec(prop_oneof![3 => mark, 1 => retract], 0..5)
}

const PLACES: [(usize, usize); 4] = [(0, 0), (0, 1), (1, 0), (1, 1)];

/// Entries that were made, with their places.
type Made = Vec<(EntryId, HashSet<(usize, usize)>)>;

impl Computer {
    /// Does moves; which places they are about.
    fn play(&self, moves: &[Move], entries: &mut Made) -> HashSet<(usize, usize)> {
        let mut touched = HashSet::new();
        for one in moves {
            match one {
                Move::Mark(marks) => {
                    let said: HashMap<_, _> =
                        marks.iter().map(|(who, sitting, status)| ((*who, *sitting), *status)).collect();
                    let new = said.iter().map(|((who, sitting), status)| {
                        let delegate = self.delegate([BINH, AN][*who]);
                        NewMark::new(delegate, self.sitting(*sitting), AttendanceStatus::ALL[*status])
                    });
                    let entry = self.store.mark(self.entry(new.collect())).wait().expect("marked").entry;
                    if let Some(entry) = entry {
                        touched.extend(said.keys().copied());
                        entries.push((entry, said.into_keys().collect()));
                    }
                }
                Move::Retract(_) if entries.is_empty() => {}
                Move::Retract(which) => {
                    let (entry, places) = &entries[which.index(entries.len())];
                    self.store.retract_entry(*entry, MadeOn::default()).wait().expect("taken back");
                    touched.extend(places.iter().copied());
                }
            }
        }
        touched
    }

    fn state(&self) -> HashMap<(usize, usize), Option<AttendanceStatus>> {
        PLACES
            .into_iter()
            .map(|(who, sitting)| ((who, sitting), self.status([BINH, AN][who], sitting)))
            .collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_computers_agree_wherever_only_one_said_something_new(
        before in moves(), home_moves in moves(), hall_moves in moves(), hall_first in any::<bool>(),
    ) {
        let mut at_home = Vec::new();
        let bench = Bench::with(|home| { home.play(&before, &mut at_home); });
        let (home, hall) = (&bench.home, &bench.hall);
        let base = home.state();
        prop_assert_eq!(&base, &hall.state());
        let home_touched = home.play(&home_moves, &mut at_home);
        let hall_touched = hall.play(&hall_moves, &mut Vec::new());
        let (home_said, hall_said) = (home.state(), hall.state());
        let (from_home, from_hall) = (home.package(), hall.package());
        let to_home = || home.receive(from_hall.clone()).map(drop);
        let to_hall = || hall.receive(from_home.clone()).map(drop);
        let (first, second): (&dyn Fn() -> _, &dyn Fn() -> _) =
            if hall_first { (&to_hall, &to_home) } else { (&to_home, &to_hall) };
        first().expect("received");
        second().expect("received");
        for again in [home.receive(from_hall.clone()), hall.receive(from_home.clone())] {
            prop_assert!(!again.expect("received again").changed);
        }
        for place in PLACES {
            let (at_home, at_hall) = (home.state()[&place], hall.state()[&place]);
            match (home_touched.contains(&place), hall_touched.contains(&place)) {
                (false, false) => prop_assert_eq!((at_home, at_hall), (base[&place], base[&place])),
                (true, false) => prop_assert_eq!((at_home, at_hall), (home_said[&place], home_said[&place])),
                (false, true) => prop_assert_eq!((at_home, at_hall), (hall_said[&place], hall_said[&place])),
                (true, true) => {
                    let said = [base[&place], home_said[&place], hall_said[&place], None];
                    prop_assert!(said.contains(&at_home) && said.contains(&at_hall));
                }
            }
        }
        // Packages that were made after both heard of each other bring nothing but what is known.
        let (from_home, from_hall) = (home.package(), hall.package());
        let (state_home, state_hall) = (home.state(), hall.state());
        home.receive(from_hall).expect("received");
        hall.receive(from_home).expect("received");
        prop_assert_eq!((home.state(), hall.state()), (state_home, state_hall));
        let report = home.store.check().wait().expect("checked");
        prop_assert!(report.is_whole(), "{report:?}");
    }
}
