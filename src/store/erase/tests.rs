//! What is erased is gone to the last byte, and nothing else is.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use crate::domain::blueprint::Blueprint;
use crate::domain::delegate::NewDelegate;
use crate::domain::erasure::ERASED_NAME;
use crate::domain::id::{DelegateId, PersonId, SessionId, SittingId};
use crate::domain::person::Sensitive;
use crate::domain::registry::{HeldPosition, PeopleEdit};
use crate::domain::session::{SessionDetails, SessionState};
use crate::store::change::Direction;
use crate::store::create;
use crate::store::editing_moves::{self, Edit, edits};
use crate::store::open::{self, Access, Opened};
use crate::store::outcome::Turn;
use crate::store::transact::transact;
use crate::store::undo::tests::{blueprint, dump, person, pick, plan};
use crate::store::unit::UnitNames;
use crate::store::{
    BackupManner, Store, attendance, delegate, paper_choice, person as people, plant, roster, settings, undo,
};
use crate::vietnamese::fold::fold;

/// Every case writes some dozen steps to the disk; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(8)
}

/// Nobody is called so.
const SYLLABLE: &str = "Xuỵnhg";
const NAME: &str = "Xuỵnhg Thị Lành";

/// One random act: an edit like any other, or one on who will be erased.
#[derive(Debug, Clone)]
enum Act {
    Edit(Edit),
    Theirs(u8, usize),
    Undo,
    Redo,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let one = prop_oneof![
        6 => edits().prop_map(Act::Edit),
        8 => (0..12_u8, any::<usize>()).prop_map(|(what, which)| Act::Theirs(what, which)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ];
    prop::collection::vec(one, 1..40)
}

fn take(file: &mut Opened, work: impl FnOnce(&Step<'_>) -> Result<()>) {
    let label = Sentence::new("operation-person-edit").with("field", "phone").with("name", NAME);
    // A refusal is no step.
    let _ = transact(file, &Operation::new(label), work);
}

fn act(file: &mut Opened, one: &Act) {
    match one {
        Act::Edit(edit) => {
            // By its label it is known that two became one.
            let is_merge = format!("{edit:?}").contains("MergePeople");
            let label = if is_merge { "operation-person-merge" } else { "test" };
            let _ =
                transact(file, &Operation::new(Sentence::new(label)), |step| editing_moves::make(step, edit));
        }
        Act::Undo => drop(undo::turn(file, Direction::Undo, None).expect("undone")),
        Act::Redo => drop(undo::turn(file, Direction::Redo, None).expect("redone")),
        Act::Theirs(what, which) => theirs(file, *what, *which),
    }
}

fn theirs(file: &mut Opened, what: u8, which: usize) {
    let named = format!("SELECT id FROM person WHERE full_name = '{NAME}' ORDER BY id");
    let Some(own) = pick(&file.connection, &named, which).map(PersonId) else {
        return take(file, |step| {
            people::insert(step, &UnitNames::load(step)?, &person(NAME), false).map(drop)
        });
    };
    let session = pick(&file.connection, "SELECT id FROM session ORDER BY id", which / 7).map(SessionId);
    let delegates = format!("SELECT id FROM delegate WHERE person_id = {own} ORDER BY id");
    let delegate = pick(&file.connection, &delegates, which / 3).map(DelegateId);
    match (what, session, delegate) {
        (0..3, Some(session), _) => {
            take(file, |step| roster::add(step, session, None, vec![NewDelegate::Known(own)]).map(drop))
        }
        (3, ..) => take(file, |step| {
            let before = people::read(step, own)?;
            let details = crate::domain::person::PersonDetails {
                phone: Some(format!("0905 {}", which % 100)),
                note: Some(format!("Vợ ông Lành, bà {NAME}")),
                ..before.clone()
            };
            roster::edit_person(step, own, &before, &details)
        }),
        (4, ..) => take(file, |step| {
            let says = Sensitive { religion: Some(NAME.into()), ..Sensitive::default() };
            people::sensitive::set(step, own, &says)
        }),
        (5, ..) => take(file, |step| {
            let held = HeldPosition { title: format!("Chi hội {NAME}"), ..HeldPosition::default() };
            people::set_positions(step, own, &vec![held; which % 3])
        }),
        (6, _, Some(delegate)) => take(file, |step| {
            let (session, current) = delegate::read(step, delegate)?;
            let details = crate::domain::person::PersonDetails {
                position: Some(format!("Tổ trưởng {}", which % 9)),
                ..current.details.clone()
            };
            roster::edit(step, &current, &details, crate::store::session::state(step, session)?.is_open())
        }),
        (7, _, Some(delegate)) => take(file, |step| {
            let (session, _) = delegate::read(step, delegate)?;
            roster::remove(step, session, &[delegate]).map(drop)
        }),
        (8, Some(session), _) => take(file, |step| {
            let words = [("recipients".to_owned(), format!("Như trên; bà {NAME}").into())];
            paper_choice::set_words(step, session, "plan", words.into_iter().collect())
        }),
        (9, ..) => take(file, |step| settings::write(step, "người lập", Some(NAME))),
        (10, _, Some(delegate)) => {
            let sittings = format!(
                "SELECT id FROM sitting WHERE cluster_id =
                     (SELECT cluster_id FROM delegate WHERE id = {delegate}) ORDER BY id"
            );
            let Some(sitting) = pick(&file.connection, &sittings, which).map(SittingId) else { return };
            let Ok((session, _)) = delegate::read(&file.connection, delegate) else { return };
            let entry = NewEntry::new(
                session,
                Way::Name,
                MadeOn::default(),
                vec![NewMark::new(delegate, sitting, AttendanceStatus::Present)],
            );
            let marked =
                transact(file, &Operation::untracked(), |step| attendance::append(step, &entry).map(drop));
            drop(marked);
        }
        (11, Some(session), Some(_)) => take(file, |step| {
            let current = crate::store::session::read(step, session)?.details;
            let state = if current.state == SessionState::Ended {
                SessionState::Running
            } else {
                SessionState::Ended
            };
            crate::store::session::edit::edit(step, session, SessionDetails { state, ..current })
        }),
        _ => take(file, |step| people::insert(step, &UnitNames::load(step)?, &person(NAME), false).map(drop)),
    }
}

/// Does what [`carry_out`] does, on a file of a test.
fn erase_and_sweep(file: &mut Opened, wish: &Wish) -> Erasure {
    let label = label(&file.connection, wish).expect("label");
    let done = transact(file, &Operation::fact(label), |step| erase(step, wish)).expect("erased");
    sweep::sweep(file).expect("swept");
    done.value
}

fn wish(person: i64) -> Wish {
    Wish { whom: Whom::Person(PersonId(person)), reason: "Theo đơn đề nghị".into(), register: true }
}

/// No file of a folder holds the syllable, however it is written.
fn assert_gone(folder: &Path) {
    let forms = [SYLLABLE.nfc().collect::<String>(), SYLLABLE.nfd().collect(), fold(SYLLABLE)];
    for entry in std::fs::read_dir(folder).expect("folder") {
        let path = entry.expect("entry").path();
        let bytes = std::fs::read(&path).expect("read");
        for form in &forms {
            let at = memchr::memmem::find(&bytes, form.as_bytes());
            let around =
                at.map(|at| String::from_utf8_lossy(&bytes[at.saturating_sub(200)..at + 60]).into_owned());
            assert_eq!(around, None, "{form} stands in {}", path.display());
        }
    }
}

/// The rows of a dump that are about nobody who is erased, without what fixing a list changes.
fn of_others(file: &Opened, own: &BTreeSet<String>) -> Vec<String> {
    let key = |line: &String| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let stays = |line: &String| {
        let aside = ["setting ", "paper_words ", "cluster "].iter().any(|table| line.starts_with(table));
        !aside && !own.contains(&key(line))
    };
    dump(file).into_iter().filter(stays).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn whoever_is_erased_is_in_no_byte_of_the_file_and_all_else_is_as_it_was(acts in acts()) {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        let mut file = create::create(&path).expect("made");
        transact(&mut file, &Operation::new(Sentence::new("test")), |step| {
            let with_numbers = Blueprint { certificates: Some(plan(true)), ..blueprint("Lớp", 2) };
            plant::plant(step, &with_numbers).map(drop)
        }).expect("planted");
        acts.iter().for_each(|one| act(&mut file, one));
        // Who was added, undone and never seen again is found with somebody of the same name.
        take(&mut file, |step| people::insert(step, &UnitNames::load(step)?, &person(NAME), false).map(drop));

        let is_there = |path: &Path| {
            memchr::memmem::find(&std::fs::read(path).expect("read"), SYLLABLE.as_bytes()).is_some()
        };
        prop_assert!(is_there(&path), "somebody stands in the file before");
        let mut theirs = Vec::new();
        let mut own: BTreeSet<String> = BTreeSet::new();
        for id in traces::ids(&file.connection, "SELECT id FROM person", []).expect("people") {
            let traces = traces::of_person(&file.connection, PersonId(id), false).expect("traces");
            if traces.names.are_in(NAME) {
                own.extend(traces.rows().map(|(table, row)| format!("{table} Integer({row})")));
                for table in ["certificate", "essay"] {
                    own.extend(traces.delegates.iter().flat_map(|delegate| {
                        let rows = format!("SELECT id FROM {table} WHERE delegate_id = {delegate}");
                        traces::ids(&file.connection, &rows, []).expect("rows")
                    }).map(|row| format!("{table} Integer({row})")));
                }
                theirs.push(id);
            }
        }
        let before = of_others(&file, &own);
        for id in &theirs {
            erase_and_sweep(&mut file, &wish(*id));
        }
        assert_gone(folder.path());
        let unfixed = |lines: Vec<String>| lines.into_iter().filter(|line| !line.starts_with("delegate ")).collect::<Vec<_>>();
        prop_assert_eq!(unfixed(of_others(&file, &own)), unfixed(before));
        let wrong: i64 = file.connection.query_row(
            "SELECT (SELECT count(*) FROM pragma_foreign_key_check)
                  + (SELECT count(*) FROM operation WHERE state = 'set_aside' AND reason IS NULL)",
            [], |row| row.get(0),
        ).expect("counted");
        prop_assert_eq!(wrong, 0);

        // The others' steps can be undone, or say why not, and made again.
        while undo::turn(&mut file, Direction::Undo, None).expect("undone").value != Turn::Nothing {}
        while undo::turn(&mut file, Direction::Redo, None).expect("redone").value != Turn::Nothing {}
        drop(file);
        assert_gone(folder.path());
    }
}

/// A session with three delegates, the last of them called [`NAME`], that ended.
fn ended_session(folder: &Path, certified: bool) -> (Store, SessionId) {
    let path = folder.join("a.taphuan");
    let mut file = create::create(&path).expect("made");
    let mut plan_of = blueprint("Lớp", 2);
    plan_of.clusters[0].delegates.insert(1, person(NAME));
    plan_of.clusters[0].delegates.push(person("Vũ Thị Yến"));
    if certified {
        plan_of.certificates = Some(plan(true));
    }
    plan_of.session.state = SessionState::Ended;
    plan_of.session.outcome = Some(format!("Bà {NAME} được biểu dương."));
    let planted = transact(&mut file, &Operation::new(Sentence::new("operation-sample")), |step| {
        plant::plant(step, &plan_of)
    });
    let session = planted.expect("planted").value;
    drop(file);
    (Store::open(&path, Access::Write).expect("opened"), session)
}

fn own(store: &Store) -> PersonId {
    store.search("lanh").wait().expect("found")[0]
}

#[test]
fn who_has_a_certificate_keeps_number_and_name_in_the_register_until_erased_there() {
    let folder = tempfile::tempdir().expect("folder");
    let (store, session) = ended_session(folder.path(), true);
    let id = own(&store);
    let numbers = |store: &Store| {
        let dossier = store.dossier(session).wait().expect("dossier");
        let order = dossier.session.details.list_order;
        let clusters: Vec<_> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
        let shown = crate::domain::numbering::numbered(&dossier.delegates, &clusters, order);
        let mut shown: Vec<_> = shown.iter().map(|row| (row.delegate.id, row.number)).collect();
        shown.sort();
        shown
    };
    let before = numbers(&store);
    let wish = Wish { whom: Whom::Person(id), reason: "Theo đơn đề nghị".into(), register: false };
    let preview = store.preview_erasure(wish.clone()).wait().expect("previewed");
    assert_eq!(store.person(id).wait().expect("still there").details.full_name, NAME);
    let (erased, left) = store.erase(wish).wait().expect("erased");
    assert!(left.is_none(), "{left:?}");
    assert_eq!(erased, preview, "a preview promises what happens");
    assert_eq!((erased.people, erased.delegates, erased.certificates, erased.lists_fixed), (1, 1, 1, 1));
    assert_eq!(erased.mentions.len(), 1, "{:?}", erased.mentions);
    assert!(erased.mentions[0].around.contains(NAME));

    assert_eq!(numbers(&store), before, "nobody's number changes");
    let dossier = store.dossier(session).wait().expect("dossier");
    let shell = dossier.delegates.iter().find(|one| one.erased).expect("stays to be counted");
    assert_eq!(shell.details.full_name, ERASED_NAME);
    assert_eq!(shell.details.position, None);
    let certificate = dossier.certificates.iter().find(|one| one.delegate == shell.id).expect("registered");
    assert_eq!(certificate.kept_name(shell), Some(NAME));
    assert!(store.search("lanh").wait().expect("searched").is_empty());
    assert!(
        store.registry().wait().expect("registry").lines().iter().all(|line| line.full_name != ERASED_NAME)
    );
    let edited =
        store.edit_delegate(shell.id, "full_name", |details| details.full_name = "Ai đó".into()).wait();
    assert!(matches!(edited, Err(StoreError::Refused(Mistake::DelegateErased))), "{edited:?}");

    let register = Wish { whom: Whom::Person(shell.person), reason: "Cấp nhầm".into(), register: true };
    let (erased, _) = store.erase(register).wait().expect("erased there, too");
    assert_eq!((erased.people, erased.certificates_erased), (0, 1));
    let dossier = store.dossier(session).wait().expect("dossier");
    assert!(
        dossier
            .certificates
            .iter()
            .all(|one| one.erased == (one.delegate == shell.id) && one.copy.name != NAME)
    );
    let said: Vec<_> =
        store.history(9).wait().expect("history").into_iter().map(|one| one.label.id).collect();
    assert!(said.contains(&"operation-erase-person".to_owned()), "{said:?}");
    assert!(said.contains(&"operation-erase-register".to_owned()), "{said:?}");
}

#[test]
fn an_archive_that_holds_a_session_forbids_it_and_says_why() {
    let folder = tempfile::tempdir().expect("folder");
    let (store, session) = ended_session(folder.path(), false);
    store
        .edit_retention(session, "hold", |kept| kept.hold_reason = Some("Hồ sơ lưu trữ 10 năm".into()))
        .wait()
        .expect("held");
    let id = own(&store);
    let wish = Wish { whom: Whom::Person(id), reason: "Theo đơn".into(), register: false };
    let refused = store.erase(wish).wait();
    let expected = Mistake::Held { title: "Lớp".into(), reason: "Hồ sơ lưu trữ 10 năm".into() };
    assert!(matches!(&refused, Err(StoreError::Refused(mistake)) if *mistake == expected), "{refused:?}");
    assert_eq!(store.person(id).wait().expect("there").details.full_name, NAME);
    let all = Wish {
        whom: Whom::Session { session, with_people: true },
        reason: "Hết hạn".into(),
        register: false,
    };
    assert!(matches!(store.erase(all).wait(), Err(StoreError::Refused(Mistake::Held { .. }))));
}

#[test]
fn a_reason_is_needed_and_may_not_say_whom_it_is_about() {
    let folder = tempfile::tempdir().expect("folder");
    let (store, _) = ended_session(folder.path(), false);
    let id = own(&store);
    for (reason, expected) in [(" ", Mistake::NoErasureReason), (NAME, Mistake::ReasonNames)] {
        let wish = Wish { whom: Whom::Person(id), reason: reason.into(), register: false };
        let refused = store.erase(wish).wait();
        assert!(matches!(&refused, Err(StoreError::Refused(mistake)) if *mistake == expected), "{refused:?}");
    }
}

#[test]
fn a_session_keeps_counts_and_register_and_the_people_who_stand_elsewhere() {
    let folder = tempfile::tempdir().expect("folder");
    let (store, session) = ended_session(folder.path(), true);
    let id = own(&store);
    let details = SessionDetails { title: "Lớp sau".into(), ..SessionDetails::default() };
    let next = store.create_session(details, None).wait().expect("made");
    store.add_delegates(next, None, vec![NewDelegate::Known(id)]).wait().expect("called");
    let wish = Wish {
        whom: Whom::Session { session, with_people: true },
        reason: "Hết hạn lưu".into(),
        register: false,
    };
    let (erased, _) = store.erase(wish).wait().expect("erased");
    assert_eq!((erased.people, erased.delegates, erased.certificates), (3, 4, 4));
    let dossier = store.dossier(session).wait().expect("dossier");
    assert_eq!(dossier.delegates.len(), 4);
    assert!(dossier.delegates.iter().all(|one| one.erased && one.details.full_name == ERASED_NAME));
    assert!(dossier.delegates.iter().all(|one| one.person != id), "nothing leads to who stays");
    assert_eq!(
        dossier.certificates.iter().filter(|one| !one.erased && one.copy.name != ERASED_NAME).count(),
        4
    );
    assert_eq!(store.person(id).wait().expect("stays").details.full_name, NAME);
    let other = store.delegates(next).wait().expect("delegates");
    assert_eq!(other[0].details.full_name, NAME);
}

#[test]
fn what_was_cut_short_before_the_file_was_swept_is_made_up_for() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.taphuan");
    let (store, _) = ended_session(folder.path(), false);
    let id = own(&store);
    drop(store);
    let mut file = open::open(&path, Access::Write, Duration::ZERO).expect("opened");
    transact(&mut file, &Operation::fact(Sentence::new("operation-erase-person")), |step| {
        erase(step, &wish(id.0))
    })
    .expect("erased, and killed then");
    drop(file);
    drop(Store::open(&path, Access::Write).expect("opened again"));
    let file = open::open(&path, Access::Read, Duration::ZERO).expect("opened");
    assert!(
        !file
            .connection
            .prepare("SELECT 1 FROM data_file WHERE name = 'sweep'")
            .expect("asked")
            .exists([])
            .expect("asked")
    );
}

/// Two people of one name, each edited once alone and once together with the other.
fn namesakes(folder: &Path) -> (Store, [PersonId; 2]) {
    let path = folder.join("a.taphuan");
    let store = Store::create(&path).expect("made");
    let both = [0, 1].map(|_| store.add_person(person(NAME)).wait().expect("added"));
    for id in both {
        store
            .edit_person(id, "phone", |details| details.phone = Some("0905 1".into()))
            .wait()
            .expect("edited");
    }
    let together = PeopleEdit { position: Some(Some("Chủ tịch".into())), ..PeopleEdit::default() };
    store.edit_people(both.to_vec(), together).wait().expect("edited");
    (store, both)
}

#[test]
fn a_namesake_keeps_record_history_and_undo() {
    let folder = tempfile::tempdir().expect("folder");
    let (store, [goes, stays]) = namesakes(folder.path());
    let wish = Wish { whom: Whom::Person(goes), reason: "Theo đơn".into(), register: false };
    let (erased, _) = store.erase(wish).wait().expect("erased");
    assert_eq!((erased.people, erased.delegates), (1, 0));
    assert!(matches!(store.person(goes).wait(), Err(StoreError::Refused(Mistake::UnknownPerson))));
    let position = || store.person(stays).wait().expect("stays").details.position;
    assert_eq!(position().as_deref(), Some("Chủ tịch"));
    let history = store.history(9).wait().expect("history");
    let state = |step: usize| history[step].state.as_str();
    // The newest first: the erasure, the step on both, that on the one who stays, the other's.
    assert_eq!([state(0), state(1), state(2), state(3)], ["settled", "done", "done", "set_aside"]);
    let named = |step: usize| serde_json::to_string(&history[step].label).expect("plain").contains(NAME);
    assert!(named(2) && !named(3), "{history:?}");

    store.undo().wait().expect("undone: what the step did to the other");
    assert_eq!(position().as_deref(), Some("Trưởng ban CTMT"));
    store.undo().wait().expect("undone");
    assert_eq!(store.person(stays).wait().expect("stays").details.phone, None);
}

#[test]
fn a_guest_who_is_linked_and_words_that_are_remembered_lose_the_name() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.taphuan");
    let (store, session) = ended_session(folder.path(), false);
    let id = own(&store);
    store.set_setting("người lập", Some(format!("Bà {NAME}"))).wait().expect("set");
    drop(store);
    let mut file = open::open(&path, Access::Write, Duration::ZERO).expect("opened");
    transact(&mut file, &Operation::untracked(), |step| {
        step.execute(
            "INSERT INTO guest (uid, session_id, person_id, kind, name, titles, ordinal)
             VALUES ('g', ?1, ?2, 'person', ?3, '[\"Chủ tịch\"]', 0)",
            (session.0, id.0, NAME),
        )?;
        step.execute(
            "INSERT INTO proposal (uid, session_id, delegate_id, speaker, question, state, ordinal)
             SELECT 'p', session_id, id, full_name, 'Nước sạch', 'open', 0 FROM delegate WHERE person_id = ?1",
            [id.0],
        )?;
        Ok(())
    })
    .expect("written");
    drop(file);
    let store = Store::open(&path, Access::Write).expect("opened");
    let wish = Wish { whom: Whom::Person(id), reason: "Theo đơn".into(), register: false };
    let (erased, _) = store.erase(wish).wait().expect("erased");
    assert_eq!((erased.guests, erased.remembered), (1, 1));
    let guests = store.dossier(session).wait().expect("dossier").guests;
    assert!(matches!(&guests[0], crate::domain::guest::Guest::Person { name, titles, .. }
        if name == ERASED_NAME && titles.is_empty()));
    assert_eq!(store.setting("người lập").wait().expect("read").as_deref(), Some("Bà (đã xóa)"));
    drop(store);
    let file = open::open(&path, Access::Read, Duration::ZERO).expect("opened");
    let speaker: Option<String> =
        file.connection.query_row("SELECT speaker FROM proposal", [], |row| row.get(0)).expect("read");
    assert_eq!(speaker, None);
}

#[test]
fn who_was_taken_out_of_the_registry_is_erased_from_the_history() {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("a.taphuan")).expect("made");
    let id = store.add_person(person(NAME)).wait().expect("added");
    store.remove_people(vec![id]).wait().expect("taken out");
    let wish = Wish { whom: Whom::Person(id), reason: "Theo đơn".into(), register: false };
    let (erased, _) = store.erase(wish.clone()).wait().expect("erased");
    assert_eq!((erased.people, erased.labels, erased.steps), (0, 2, 2));
    store
        .backup(&folder.path().join("b.taphuan"), BackupManner::default())
        .wait()
        .expect("a new backup holds no more than the file");
    drop(store);
    assert_gone(folder.path());
}

#[test]
fn how_long_names_are_kept_is_said_undone_and_listed() {
    let folder = tempfile::tempdir().expect("folder");
    let (store, session) = ended_session(folder.path(), false);
    assert!(store.kept().wait().expect("asked").is_empty(), "nothing is said of it yet");
    store
        .edit_retention(session, "keep_until", |kept| kept.keep_until = "2025".parse().ok())
        .wait()
        .expect("said");
    store
        .edit_retention(session, "keep_purpose", |kept| kept.purpose = Some("  Tra cứu ".into()))
        .wait()
        .expect("said");
    let kept = store.kept().wait().expect("asked");
    assert_eq!((kept.len(), kept[0].named, kept[0].title.as_str()), (1, 4, "Lớp"));
    assert_eq!(kept[0].retention.purpose.as_deref(), Some("Tra cứu"));
    store.undo().wait().expect("undone");
    assert_eq!(store.retention(session).wait().expect("asked").purpose, None);
    let whom = Whom::Session { session, with_people: false };
    store.erase(Wish { whom, reason: "Hết hạn".into(), register: false }).wait().expect("erased");
    assert!(store.kept().wait().expect("asked").is_empty(), "nobody is named any more");
    assert_eq!(store.search("lanh").wait().expect("found").len(), 1, "the registry keeps them, as wished");
}
