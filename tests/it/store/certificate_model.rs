//! Numbers of certificates against a plain model: whatever is issued, voided, corrected, handed out, issued again, undone, done
//! again or erased, numbers are unique and without gaps, in the order in which they were issued, and the register says what
//! the history says.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;
use taphuan::domain::certificate::came_out::CameOut;
use taphuan::domain::certificate::copy::{CopyField, PrintedCopy};
use taphuan::domain::certificate::correction::Correction;
use taphuan::domain::certificate::register::{RegisterLine, RegisterQuery};
use taphuan::domain::certificate::reissue::{Loss, Reissue};
use taphuan::domain::certificate::state::{CertificateState, HandOut, Happened};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::erasure::{Whom, Wish};
use taphuan::domain::id::{CertificateId, SessionId};
use taphuan::store::{Store, StoreError, Turn};

use crate::support::store::{person, small_session, step};

const SESSION: SessionId = SessionId(1);

/// One thing somebody does.
#[derive(Debug, Clone)]
enum Move {
    Issue {
        ahead: bool,
    },
    Printed(Index),
    CameOut(Index),
    Void(Index),
    Withdraw(Index),
    Correct(Index, bool),
    HandOut(Index),
    TakeBack(Index),
    Reissue(Index, bool),
    KeepNumbers(bool),
    /// Somebody of the list is called otherwise from now on.
    Rename(Index),
    Add,
    Remove(Index),
    Erase(Index, bool),
    Undo,
    Redo,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = any::<Index>;
    let yes = any::<bool>;
    let a_move = prop_oneof![
        5 => yes().prop_map(|ahead| Move::Issue { ahead }),
        2 => one().prop_map(Move::Printed),
        1 => one().prop_map(Move::CameOut),
        3 => one().prop_map(Move::Void),
        2 => one().prop_map(Move::Withdraw),
        3 => (one(), yes()).prop_map(|(which, to_list)| Move::Correct(which, to_list)),
        3 => one().prop_map(Move::HandOut),
        1 => one().prop_map(Move::TakeBack),
        3 => (one(), yes()).prop_map(|(which, lost)| Move::Reissue(which, lost)),
        1 => yes().prop_map(Move::KeepNumbers),
        2 => one().prop_map(Move::Rename),
        3 => Just(Move::Add),
        1 => one().prop_map(Move::Remove),
        1 => (one(), yes()).prop_map(|(who, register)| Move::Erase(who, register)),
        6 => Just(Move::Undo),
        4 => Just(Move::Redo),
    ];
    prop::collection::vec(a_move, 1..24)
}

/// What has to hold on to itself while moves are played.
#[derive(Default)]
struct Model {
    newcomers: usize,
    /// Certificates of which paper is out, or may be.
    printed: BTreeSet<CertificateId>,
    /// What was printed of each when it was issued.
    first: BTreeMap<CertificateId, PrintedCopy>,
    is_anybody_erased: bool,
}

fn lines(store: &Store) -> Vec<RegisterLine> {
    store.register(RegisterQuery::default()).wait().expect("register")
}

/// Something that may be refused, with everything left as it was.
fn may<T>(done: Result<T, StoreError>) -> Option<T> {
    match done {
        Ok(value) => Some(value),
        Err(StoreError::Refused(_)) => None,
        Err(error) => panic!("{error:?}"),
    }
}

/// What came of it shows in the register.
fn done<T>(_: Option<T>) {}

fn play(one: Move, store: &Store, model: &mut Model) {
    let all = lines(store);
    let which = |index: &Index| (!all.is_empty()).then(|| index.get(&all).clone());
    let delegates = store.delegates(SESSION).wait().expect("delegates");
    let why = || "thử".to_owned();
    match one {
        Move::Issue { ahead: false } => done(may(store.issue_certificates(SESSION).wait())),
        Move::Issue { ahead: true } => done(may(store.issue_certificates_ahead(SESSION).wait())),
        Move::Printed(index) => {
            if let Some(line) = which(&index).filter(|line| line.state.is_valid()) {
                let who = vec![line.delegate.expect("a delegate")];
                store.certificates_printed(SESSION, who).wait().expect("noted");
                let valid = lines(store).into_iter().filter(|one| one.delegate == line.delegate);
                model.printed.extend(valid.filter(|one| one.state.is_valid()).map(|one| one.id));
            }
        }
        Move::CameOut(index) => {
            if let Some(line) = which(&index).filter(|line| line.state.is_valid()) {
                store
                    .certificates_came_out(
                        SESSION,
                        vec![line.id],
                        CameOut { spoiled: vec![line.id], ..CameOut::default() },
                        Vec::new(),
                    )
                    .wait()
                    .expect("noted");
                model.printed.insert(line.id);
            }
        }
        Move::Void(index) => {
            done(which(&index).and_then(|line| may(store.void_certificate(line.id, why()).wait())))
        }
        Move::Withdraw(index) => {
            done(which(&index).and_then(|line| may(store.withdraw_certificate(line.id, why()).wait())));
        }
        Move::Correct(index, true) => done(
            which(&index).and_then(|line| may(store.correct_certificate_to_list(line.id, why(), 1).wait())),
        ),
        Move::Correct(index, false) => {
            let change = |line: &RegisterLine| Correction {
                copy: PrintedCopy { unit: Some(format!("{} mới", line.copy.name)), ..line.copy.clone() },
                reason: "thử".into(),
                spoiled: 0,
            };
            done(which(&index).and_then(|line| may(store.correct_certificate(line.id, change).wait())));
        }
        Move::HandOut(index) => {
            let how = HandOut { date: None, receiver: Some("Người Nhận Thay".into()) };
            done(which(&index).and_then(|line| may(store.hand_out_certificates(vec![line.id], how).wait())));
        }
        Move::TakeBack(index) => {
            done(which(&index).and_then(|line| may(store.take_back_certificate(line.id).wait())));
        }
        Move::Reissue(index, lost) => {
            let how = match lost {
                true => Reissue::Applied { loss: Loss::Lost, application: None, reason: None },
                false => Reissue::OfficeError { reason: why() },
            };
            done(which(&index).and_then(|line| may(store.reissue_certificate(line.id, how).wait())));
        }
        Move::KeepNumbers(keeps) => {
            if let Some(book) = store.certificate_books().wait().expect("books").first() {
                store.keep_numbers_on_reissue(book.id, keeps).wait().expect("set");
            }
        }
        Move::Rename(index) => {
            if !delegates.is_empty() {
                let who = index.get(&delegates).id;
                let rename =
                    |details: &mut taphuan::domain::person::PersonDetails| details.full_name += " Sửa";
                done(may(store.edit_delegate(who, "full_name", rename).wait()));
            }
        }
        Move::Add => {
            model.newcomers += 1;
            let name = format!("Người Thứ{}", " Mới".repeat(model.newcomers));
            let new = vec![NewDelegate::Unknown(person(&name, 1980, "Xã Tam An"))];
            store.add_delegates(SESSION, None, new).wait().expect("added");
        }
        Move::Remove(index) => {
            if !delegates.is_empty() {
                done(may(store.remove_delegates(SESSION, vec![index.get(&delegates).id]).wait()));
            }
        }
        Move::Erase(index, register) => {
            if !delegates.is_empty() {
                let whom = Whom::Person(index.get(&delegates).person);
                let wish = Wish { whom, reason: "thử".into(), register };
                model.is_anybody_erased |= may(store.erase(wish).wait()).is_some();
            }
        }
        Move::Undo => turn(store.undo().wait().expect("a turn"), model),
        Move::Redo => turn(store.redo().wait().expect("a turn"), model),
    }
}

/// What was done to certificates can always be undone, until somebody is erased.
fn turn(turn: Turn, model: &Model) {
    if let Turn::SetAside(taken, reason) = turn {
        let id = taken.label.id.as_str();
        let of_certificates = id.starts_with("operation-certificate");
        assert!(!of_certificates || model.is_anybody_erased, "{id}: {reason:?}");
    }
}

fn holds(store: &Store, model: &mut Model) {
    let all = lines(store);
    let here: BTreeSet<CertificateId> = all.iter().map(|line| line.id).collect();
    assert!(model.printed.is_subset(&here), "a printed number vanished");

    let mut numbers: Vec<u32> =
        all.iter().filter(|line| line.edition == 0).map(|line| line.number.expect("a number")).collect();
    numbers.sort_unstable();
    let without_gaps: Vec<u32> = (1..).take(numbers.len()).collect();
    assert_eq!(numbers, without_gaps);
    let mut issued: Vec<&RegisterLine> = all.iter().filter(|line| line.edition == 0).collect();
    issued.sort_by_key(|line| line.id);
    assert!(issued.is_sorted_by_key(|line| line.number), "in the order in which they were issued");
    let editions: BTreeSet<_> = all.iter().map(|line| (line.book, line.number, line.edition)).collect();
    assert_eq!(editions.len(), all.len(), "a number twice");
    let codes: BTreeSet<_> = all.iter().map(|line| line.code.expect("a code")).collect();
    assert_eq!(codes.len(), all.len(), "a code twice");

    let mut holders = BTreeSet::new();
    for line in &all {
        assert!(!line.state.is_valid() || holders.insert(line.delegate), "two valid certificates of one");
        says_what_the_history_says(line, store, model);
    }
    model.first.retain(|id, _| here.contains(id));
}

/// What is printed follows from what was printed first and what was corrected since; the state from what happened.
fn says_what_the_history_says(line: &RegisterLine, store: &Store, model: &mut Model) {
    let history = store.certificate_history(line.id).wait().expect("history");
    assert_eq!(history[0].happened, Happened::Issued);
    assert_eq!(CertificateState::of(&history), line.state);
    let mut said = model.first.entry(line.id).or_insert_with(|| line.copy.clone()).clone();
    if line.erased {
        return;
    }
    let mut fields: BTreeMap<CopyField, Option<String>> =
        CopyField::ALL.into_iter().map(|field| (field, said.get(field))).collect();
    for event in &history {
        let Happened::Corrected { changes, reason } = &event.happened else { continue };
        assert!(reason.is_some());
        for change in changes {
            assert_eq!(fields.get(&change.field), Some(&change.before), "{history:?}");
            fields.insert(change.field, change.after.clone());
        }
    }
    said.clone_from(&line.copy);
    for (field, value) in fields {
        assert_eq!(said.get(field), value, "{field:?} of {}: {history:?}", line.printed_number);
    }
}

fn cases() -> u32 {
    std::env::var("TAPHUAN_MODEL_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_numbers_have_no_gaps_and_the_register_is_its_history(moves in moves()) {
        let folder = tempfile::tempdir().expect("folder");
        let store = Store::create(&folder.path().join("a.taphuan")).expect("create");
        let mut session = small_session();
        if let Some(plan) = &mut session.certificates {
            plan.issue_to_all = false;
        }
        store.plant(step("plant"), vec![session]).wait().expect("planted");
        let mut model = Model::default();
        for one in moves {
            // What the file began with stays.
            if matches!(one, Move::Undo)
                && store.undo_label().wait().expect("a label").is_some_and(|label| label.id == "plant")
            {
                continue;
            }
            play(one, &store, &mut model);
            holds(&store, &mut model);
        }
        let report = store.check().wait().expect("checked");
        prop_assert!(report.is_whole(), "{report:?}");
    }
}
