//! Undo and redo over random steps, and over facts that must not vanish.

use std::time::Duration;

use proptest::prelude::*;
use rusqlite::Connection;

use super::turn;
use crate::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use crate::domain::blueprint::{Blueprint, CertificatePlan, ClusterBlueprint};
use crate::domain::certificate::issue::IssueWay;
use crate::domain::certificate::{CertificateTemplate, CertificateWords};
use crate::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use crate::domain::delegate::NewDelegate;
use crate::domain::id::{DelegateId, PersonId, SessionId, SittingId};
use crate::domain::list::{ImportPlan, ImportWishes, ListEncoding, PlannedRow, RowOutcome};
use crate::domain::organisation::{Letterhead, OrganisationDetails, Signatory};
use crate::domain::person::PersonDetails;
use crate::domain::print_run::{PrintRun, PrintedPage};
use crate::domain::session::SessionDetails;
use crate::domain::unit::{UnitDetails, UnitKind};
use crate::sentence::Sentence;
use crate::store::change::Direction;
use crate::store::create;
use crate::store::editing_moves::{self, Edit, edits};
use crate::store::error::{Result, StoreError};
use crate::store::open::{self, Access, Opened};
use crate::store::outcome::{Taken, Turn};
use crate::store::transact::{Operation, Step, UNDO_LIMIT, transact};
use crate::store::{
    attendance, certificate, delegate, import, person as people, plant, print_run, record, roster, session,
    unit,
};

/// Everything the user entered, as text: what undo has to bring back exactly. Versions only
/// grow, and tombstones, the history and facts are not among it.
pub(in crate::store) fn dump(file: &Opened) -> Vec<String> {
    let mut all = Vec::new();
    for table in &file.tables {
        let columns: Vec<String> = table
            .columns
            .iter()
            .filter(|name| *name != "version")
            .map(|name| format!("\"{name}\""))
            .collect();
        let sql = format!("SELECT {} FROM \"{}\" ORDER BY id", columns.join(", "), table.name);
        let mut query = file.connection.prepare(&sql).expect("select");
        let width = query.column_count();
        let rows = query
            .query_map([], |row| {
                let values: Vec<String> = (0..width)
                    .map(|at| row.get::<_, rusqlite::types::Value>(at).map(|value| format!("{value:?}")))
                    .collect::<rusqlite::Result<_>>()?;
                Ok(format!("{} {}", table.name, values.join(" ")))
            })
            .expect("rows");
        all.extend(rows.map(|row| row.expect("row")));
    }
    all
}

fn turned(file: &mut Opened, direction: Direction) -> Turn {
    turn(file, direction, None).expect("turned").value
}

fn undo(file: &mut Opened) {
    let turn = turned(file, Direction::Undo);
    assert!(matches!(turn, Turn::Turned(_)), "{turn:?}");
}

fn redo(file: &mut Opened) {
    let turn = turned(file, Direction::Redo);
    assert!(matches!(turn, Turn::Turned(_)), "{turn:?}");
}

fn take<T>(file: &mut Opened, work: impl FnOnce(&Step<'_>) -> Result<T>) -> Result<T> {
    transact(file, &Operation::new(Sentence::new("test")), work).map(|done| done.value)
}

pub(in crate::store) fn person(name: &str) -> PersonDetails {
    PersonDetails {
        full_name: name.into(),
        position: Some("Trưởng ban CTMT".into()),
        unit: Some("Xã Tam Đại".into()),
        ..PersonDetails::default()
    }
}

pub(in crate::store) fn blueprint(title: &str, delegates: usize) -> Blueprint {
    Blueprint {
        organisation: OrganisationDetails {
            name: "UBMTTQ".into(),
            short_name: "MTTQ".into(),
            letterhead: Letterhead::default(),
            signatories: vec![Signatory::default()],
            certificate_pattern: "{so}/CN".into(),
            logo: None,
        },
        session: SessionDetails { title: title.into(), ..SessionDetails::default() },
        organisers: Vec::new(),
        audience: Vec::new(),
        guests: Vec::new(),
        topics: Vec::new(),
        units: vec![UnitDetails {
            name: "Xã Tam Đại".into(),
            kind: UnitKind::Commune,
            code: None,
            valid_from: None,
            valid_to: None,
            children: Vec::new(),
        }],
        clusters: vec![ClusterBlueprint {
            details: ClusterDetails { name: "Cụm 1".into(), ..ClusterDetails::default() },
            sittings: vec![SittingDetails {
                date: "2020-09-25".parse().expect("date"),
                half: HalfDay::Morning,
                starts: None,
                ends: None,
                programme: Vec::new(),
            }],
            delegates: (0..delegates).map(|n| person(&format!("Đại Biểu {n}"))).collect(),
        }],
        delegates: Vec::new(),
        certificates: None,
    }
}

/// How certificates are issued, perhaps to all at once.
pub(in crate::store) fn plan(issue_to_all: bool) -> CertificatePlan {
    CertificatePlan {
        book: "Sổ".into(),
        pattern: "{so}/CN".into(),
        letterhead: None,
        signatory: Signatory::default(),
        place: "Tam Đại".into(),
        date: "2020-10-09".parse().expect("date"),
        template: CertificateTemplate::Former(CertificateWords {
            title: "G".into(),
            before_name: "C".into(),
            after_name: Vec::new(),
        }),
        issue_to_all,
    }
}

/// A random step, chosen by numbers that are reduced to what exists.
#[derive(Debug, Clone)]
enum Move {
    AddPerson(String),
    RenamePerson(usize, String),
    DeleteIdlePerson(usize),
    Plant(usize),
    DeleteSession(usize),
    Import(usize, String),
    Nest(usize, usize),
    Edit(Edit),
    Fail(String),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let name = "[A-Zđĩ\u{1EBF}]{1,3} [a-z]{1,4}";
    let one = prop_oneof![
        1 => name.prop_map(Move::AddPerson),
        1 => (any::<usize>(), name).prop_map(|(which, name)| Move::RenamePerson(which, name)),
        1 => any::<usize>().prop_map(Move::DeleteIdlePerson),
        1 => (0..4_usize).prop_map(Move::Plant),
        1 => any::<usize>().prop_map(Move::DeleteSession),
        1 => (any::<usize>(), name).prop_map(|(which, name)| Move::Import(which, name)),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(unit, parent)| Move::Nest(unit, parent)),
        1 => name.prop_map(Move::Fail),
        10 => edits().prop_map(Move::Edit),
    ];
    prop::collection::vec(one, 1..40)
}

pub(in crate::store) fn pick(connection: &Connection, sql: &str, which: usize) -> Option<i64> {
    let mut query = connection.prepare(sql).expect("query");
    let ids: Vec<i64> =
        query.query_map([], |row| row.get(0)).expect("ids").map(|id| id.expect("id")).collect();
    (!ids.is_empty()).then(|| ids[which % ids.len()])
}

fn make(file: &mut Opened, one: &Move) {
    let sessions = "SELECT id FROM session ORDER BY id";
    let done = take(file, |step| match one {
        Move::AddPerson(name) => {
            people::insert(step, &unit::UnitNames::load(step)?, &person(name), false).map(drop)
        }
        Move::RenamePerson(which, name) => match pick(step, "SELECT id FROM person ORDER BY id", *which) {
            Some(id) => people::update(
                step,
                &unit::UnitNames::load(step)?,
                crate::domain::id::PersonId(id),
                &person(name),
            ),
            None => Ok(()),
        },
        Move::DeleteIdlePerson(which) => {
            let idle = "SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM delegate) ORDER BY id";
            if let Some(id) = pick(step, idle, *which) {
                step.execute("DELETE FROM person WHERE id = ?1", [id])?;
            }
            Ok(())
        }
        Move::Plant(delegates) => plant::plant(step, &blueprint("Lớp", *delegates)).map(drop),
        Move::DeleteSession(which) => {
            if let Some(id) = pick(step, sessions, *which) {
                session::remove::delete(step, SessionId(id))?;
            }
            Ok(())
        }
        Move::Import(which, name) => match pick(step, sessions, *which) {
            Some(id) => import::apply(
                step,
                &ImportPlan {
                    session: SessionId(id),
                    source: "danh sách.xlsx".into(),
                    encoding: ListEncoding::Unicode,
                    rows: vec![PlannedRow::new(2, person(name), None, RowOutcome::New(None))],
                    own_columns: Vec::new(),
                    wishes: ImportWishes::default(),
                    lines: Vec::new(),
                    commune: None,
                    remarks: Vec::new(),
                },
                &crate::progress::Progress::default(),
            )
            .map(drop),
            None => Ok(()),
        },
        Move::Nest(which, parent) => {
            let units = "SELECT id FROM unit ORDER BY id";
            if let (Some(id), Some(parent)) = (pick(step, units, *which), pick(step, units, *parent))
                && id < parent
            {
                step.execute("UPDATE unit SET parent_id = ?2 WHERE id = ?1", (id, parent))?;
            }
            Ok(())
        }
        Move::Edit(edit) => editing_moves::make(step, edit),
        Move::Fail(name) => {
            people::insert(step, &unit::UnitNames::load(step)?, &person(name), false)?;
            Err(StoreError::Conflict)
        }
    });
    match one {
        // Edits that make no sense are refused, and then nothing has changed.
        // So are sessions with certificates when they are to go.
        Move::Edit(_) | Move::DeleteSession(_) => {
            assert!(matches!(done, Ok(()) | Err(StoreError::Refused(_))), "{one:?}: {done:?}")
        }
        _ => assert_eq!(done.is_err(), matches!(one, Move::Fail(_)), "{done:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Every state on the way comes back exactly, backwards, forwards and backwards
    /// again, with a restart in between.
    #[test]
    fn undo_and_redo_pass_through_every_state(moves in moves()) {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        let mut file = create::create(&path).expect("create");
        unsynced(&file);
        let mut states = vec![dump(&file)];
        for one in &moves {
            make(&mut file, one);
            let state = dump(&file);
            // A step that changed nothing leaves no step to undo.
            if Some(&state) != states.last() {
                states.push(state);
            }
        }
        drop(file);
        let mut file = open::open(&path, Access::Write, Duration::ZERO).expect("reopen");
        unsynced(&file);
        for _ in 0..2 {
            for expected in states.iter().rev().skip(1) {
                undo(&mut file);
                prop_assert_eq!(&dump(&file), expected);
            }
            prop_assert_eq!(turned(&mut file, Direction::Undo), Turn::Nothing);
            for expected in &states[1..] {
                redo(&mut file);
                prop_assert_eq!(&dump(&file), expected);
            }
            prop_assert_eq!(turned(&mut file, Direction::Redo), Turn::Nothing);
        }
    }
}

/// Power cuts are another test's concern: without waiting for the disk this one
/// can try many more steps.
fn unsynced(file: &Opened) {
    file.connection.pragma_update(None, "synchronous", "OFF").expect("pragma");
}

fn with_session() -> (tempfile::TempDir, Opened, Vec<DelegateId>, SessionId) {
    let folder = tempfile::tempdir().expect("folder");
    let mut file = create::create(&folder.path().join("a.taphuan")).expect("create");
    let (delegates, session) = take(&mut file, |step| {
        let session = plant::plant(step, &blueprint("Lớp", 3))?;
        let plan = plan(false);
        certificate::insert_plan(step, session, 1, &plan)?;
        let delegates = delegate::of_session(step, session)?;
        Ok((delegates.iter().map(|delegate| delegate.id).collect(), session))
    })
    .expect("session");
    (folder, file, delegates, session)
}

fn texts(file: &Opened, sql: &str) -> Vec<String> {
    let mut query = file.connection.prepare(sql).expect("query");
    query.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("text")).collect()
}

#[test]
fn marks_are_retracted_never_deleted_and_undo_never_touches_them() {
    let (_folder, mut file, delegates, _) = with_session();
    let fact = Operation::untracked();
    let entry = NewEntry::new(
        delegate::read(&file.connection, delegates[0]).expect("delegate").0,
        Way::Name,
        MadeOn::default(),
        vec![NewMark::new(delegates[0], SittingId(1), AttendanceStatus::Present)],
    );
    let done = transact(&mut file, &fact, |step| attendance::append(step, &entry)).expect("mark");
    assert_eq!(done.step, None, "a fact is no step");
    assert_eq!(done.touched.tables().collect::<Vec<_>>(), ["attendance", "attendance_mark", "mark_entry"]);
    let valid = "SELECT status FROM attendance JOIN attendance_mark AS mark ON mark.id = mark_id";
    let all = "SELECT status FROM attendance_mark";
    assert_eq!(texts(&file, valid), ["present"]);
    // The session holds on to its marks, and so does the delegate.
    let turn = turned(&mut file, Direction::Undo);
    assert!(matches!(&turn, Turn::SetAside(_, reason) if reason.id == "store-kept-marks"), "{turn:?}");
    assert_eq!(texts(&file, valid), ["present"]);
    for _ in 0..2 {
        let entry = done.value.entry.expect("an entry");
        transact(&mut file, &fact, |step| attendance::retract(step, entry, &MadeOn::default()))
            .expect("retracted");
        assert!(texts(&file, valid).is_empty());
        assert_eq!(texts(&file, all), ["present"], "what was marked stays on record");
        assert_eq!(texts(&file, "SELECT way FROM mark_entry").len(), 2, "once is enough");
    }
    file.write(|connection| {
        connection.execute("UPDATE attendance_mark SET status = 'absent'", []).expect_err("never changed");
        Ok(())
    })
    .expect("open");
}

const VALID: &str = "SELECT printed_number FROM certificate AS c WHERE 'voided' <> (
    SELECT kind FROM certificate_event AS e WHERE e.certificate_id = c.id AND kind <> 'printed'
    ORDER BY id DESC LIMIT 1) ORDER BY number";

#[test]
fn unprinted_last_numbers_are_released_and_given_again() {
    let (_folder, mut file, delegates, session) = with_session();
    take(&mut file, |step| certificate::issue(step, session, IssueWay::Results, &delegates)).expect("issue");
    assert_eq!(texts(&file, VALID), ["01/CN", "02/CN", "03/CN"]);
    undo(&mut file);
    assert_eq!(texts(&file, "SELECT printed_number FROM certificate"), [""; 0]);
    redo(&mut file);
    assert_eq!(texts(&file, VALID), ["01/CN", "02/CN", "03/CN"]);
    undo(&mut file);
    take(&mut file, |step| certificate::issue(step, session, IssueWay::Results, &delegates[2..]))
        .expect("issue");
    assert_eq!(texts(&file, VALID), ["01/CN"], "no gap in the book");
}

#[test]
fn printed_numbers_are_voided_and_stay_used() {
    let (_folder, mut file, delegates, session) = with_session();
    take(&mut file, |step| certificate::issue(step, session, IssueWay::Results, &delegates[..2]))
        .expect("issue");
    file.write(|connection| {
        connection.execute(
            "INSERT INTO certificate_event (certificate_id, kind, at)
             SELECT id, 'printed', '2020-10-09T00:00:00Z' FROM certificate WHERE number = 1",
            [],
        )?;
        Ok(())
    })
    .expect("printed");
    undo(&mut file);
    assert_eq!(texts(&file, VALID), [""; 0]);
    assert_eq!(
        texts(&file, "SELECT printed_number FROM certificate"),
        ["01/CN"],
        "the printed one stays, voided"
    );
    redo(&mut file);
    assert_eq!(texts(&file, VALID), ["01/CN", "02/CN"]);
    undo(&mut file);
    take(&mut file, |step| certificate::issue(step, session, IssueWay::Results, &delegates[2..]))
        .expect("issue");
    assert_eq!(texts(&file, VALID), ["02/CN"], "number 1 was used and is never given again");
}

#[test]
fn edits_of_one_field_within_ten_seconds_are_one_step() {
    let (_folder, mut file, ..) = with_session();
    let before = dump(&file);
    for text in ["N", "Ng", "Ngày hội"] {
        let operation = Operation::new(Sentence::new("test")).joining("session 1 title".into());
        transact(&mut file, &operation, |step| {
            record::Record::of("session").set("title", text).update(step, 1)
        })
        .expect("edit");
    }
    assert_eq!(texts(&file, "SELECT title FROM session"), ["Ngày hội"]);
    undo(&mut file);
    assert_eq!(dump(&file), before);

    // Half a minute later it is a step of its own.
    redo(&mut file);
    file.write(|connection| Ok(connection.execute("UPDATE operation SET at = '2020-01-01T00:00:00Z'", [])?))
        .expect("long ago");
    let operation = Operation::new(Sentence::new("test")).joining("session 1 title".into());
    transact(&mut file, &operation, |step| {
        record::Record::of("session").set("title", "Khác").update(step, 1)
    })
    .expect("edit");
    undo(&mut file);
    assert_eq!(texts(&file, "SELECT title FROM session"), ["Ngày hội"]);
}

#[test]
fn the_last_hundred_steps_can_be_undone_and_people_keep_their_history() {
    let (_folder, mut file, ..) = with_session();
    for n in 0..UNDO_LIMIT + 20 {
        take(&mut file, |step| {
            let units = unit::UnitNames::load(step)?;
            people::update(step, &units, crate::domain::id::PersonId(1), &person(&format!("Tên {n}")))
        })
        .expect("edit");
    }
    let history = "SELECT json_extract(before, '$.full_name') FROM row_change WHERE table_name = 'person' AND row_id = 1
                     AND change = 'update'";
    assert_eq!(texts(&file, history).len(), UNDO_LIMIT + 20, "every name the person had");
    let mut undone = 0;
    while turned(&mut file, Direction::Undo) != Turn::Nothing {
        undone += 1;
    }
    assert_eq!(undone, UNDO_LIMIT);
    assert_eq!(texts(&file, "SELECT full_name FROM person WHERE id = 1"), ["Tên 19"]);
}

/// Adds a delegate who is new, and gives them a number that was printed.
fn certify_a_new_delegate(file: &mut Opened, session: SessionId) -> DelegateId {
    let added = take(file, |step| {
        roster::add(step, SessionId(1), None, vec![NewDelegate::Unknown(person("Trần Thị Mới"))])
    })
    .expect("added");
    take(file, |step| certificate::issue(step, session, IssueWay::Results, &added)).expect("issued");
    let printed = Operation::fact(Sentence::new("test"));
    let noted = transact(file, &printed, |step| certificate::edit::note_printed(step, &added));
    assert_eq!(noted.expect("printed").value, 1);
    added[0]
}

#[test]
fn a_step_that_cannot_be_undone_is_set_aside_and_blocks_nothing_before_it() {
    let (_folder, mut file, _, session) = with_session();
    rename_session(&mut file, "Tên mới");
    certify_a_new_delegate(&mut file, session);
    undo(&mut file);
    assert_eq!(texts(&file, "SELECT printed_number FROM certificate"), ["01/CN"], "voided, not gone");
    let aside = turned(&mut file, Direction::Undo);
    let Turn::SetAside(_, reason) = aside else { panic!("{aside:?}") };
    assert_eq!(reason.id, "store-kept-certificate");
    assert_eq!(texts(&file, "SELECT full_name FROM delegate WHERE id = 4"), ["Trần Thị Mới"]);
    undo(&mut file);
    assert_eq!(texts(&file, "SELECT title FROM session"), ["Lớp"]);
    // The session itself holds on to the certificate, too.
    assert!(matches!(turned(&mut file, Direction::Undo), Turn::SetAside(..)));
    assert_eq!(turned(&mut file, Direction::Undo), Turn::Nothing);
    redo(&mut file);
    redo(&mut file);
    assert_eq!(texts(&file, "SELECT title FROM session"), ["Tên mới"]);
    assert_eq!(texts(&file, VALID), ["01/CN"]);
}

#[test]
fn what_a_step_set_aside_wrote_is_not_taken_away_by_an_earlier_one() {
    let (_folder, mut file, _, session) = with_session();
    let rename = |file: &mut Opened, name: &str| {
        take(file, |step| record::Record::of("delegate").set("full_name", name).update(step, 1))
            .expect("renamed");
    };
    rename(&mut file, "Tên Một");
    // One step that cannot be undone, and changes the same field.
    take(&mut file, |step| {
        let added = roster::add(step, SessionId(1), None, vec![NewDelegate::Unknown(person("Mới"))])?;
        record::Record::of("delegate").set("full_name", "Tên Hai").update(step, 1)?;
        certificate::issue(step, session, IssueWay::Results, &added)?;
        certificate::edit::note_printed(step, &added)
    })
    .expect("made");
    assert!(matches!(turned(&mut file, Direction::Undo), Turn::SetAside(..)));
    let turn = turned(&mut file, Direction::Undo);
    assert!(matches!(&turn, Turn::SetAside(_, reason) if reason.id == "store-kept-newer"), "{turn:?}");
    assert_eq!(texts(&file, "SELECT full_name FROM delegate WHERE id = 1"), ["Tên Hai"]);
}

#[test]
fn a_step_that_cannot_be_redone_holds_nothing_back() {
    let (_folder, mut file, ..) = with_session();
    let added = take(&mut file, |step| {
        roster::add(step, SessionId(1), None, vec![NewDelegate::Unknown(person("Mới"))])
    });
    let delegate = added.expect("added")[0].0;
    let rename = |file: &mut Opened, name: &str| {
        take(file, |step| record::Record::of("delegate").set("full_name", name).update(step, delegate))
            .expect("renamed");
    };
    rename(&mut file, "Tên Một");
    undo(&mut file);
    // As another program would have left it.
    file.write(|file| {
        file.execute("UPDATE delegate SET full_name = 'Tên Lạ' WHERE id = ?1", [delegate])?;
        Ok(())
    })
    .expect("changed");
    assert!(matches!(turned(&mut file, Direction::Redo), Turn::SetAside(..)));
    assert_eq!(turned(&mut file, Direction::Redo), Turn::Nothing);
    undo(&mut file);
    assert_eq!(texts(&file, "SELECT full_name FROM delegate WHERE full_name = 'Tên Lạ'"), [""; 0]);
}

#[test]
fn what_was_typed_back_is_no_step() {
    let (_folder, mut file, ..) = with_session();
    let before = rename_session(&mut file, "Một");
    let mut typed = |title: &str| {
        let joining = Operation::new(Sentence::new("test")).joining("session 1 title".to_owned());
        transact(&mut file, &joining, |step| {
            record::Record::of("session").set("title", title).update(step, 1)
        })
        .expect("typed")
    };
    assert!(typed("Hai").step.is_some());
    let back = typed("Một");
    assert!(back.step.is_none() && back.touched.any_of(&["session"]));
    assert_eq!(turn(&mut file, Direction::Undo, None).expect("turn").value, Turn::Turned(before));
    assert_eq!(texts(&file, "SELECT title FROM session"), ["Lớp"]);
}

#[test]
fn an_undo_turns_the_step_it_names_and_no_other() {
    let (_folder, mut file, ..) = with_session();
    let first = rename_session(&mut file, "Một");
    let second = rename_session(&mut file, "Hai");
    let mut turn_one =
        |direction, step: &Taken| turn(&mut file, direction, Some(step.id)).expect("turn").value;
    assert_eq!(turn_one(Direction::Undo, &first), Turn::Overtaken);
    assert_eq!(turn_one(Direction::Undo, &second), Turn::Turned(second.clone()));
    assert_eq!(turn_one(Direction::Redo, &first), Turn::Overtaken);
    assert_eq!(turn_one(Direction::Redo, &second), Turn::Turned(second));
    assert_eq!(texts(&file, "SELECT title FROM session"), ["Hai"]);
}

fn rename_session(file: &mut Opened, title: &str) -> Taken {
    let done = transact(file, &Operation::new(Sentence::new("test")), |step| {
        record::Record::of("session").set("title", title).update(step, 1)
    });
    done.expect("renamed").step.expect("a step")
}

fn version(file: &Opened) -> i64 {
    file.connection
        .query_row("SELECT version FROM person WHERE id = 9", [], |row| row.get(0))
        .expect("version")
}

#[test]
fn versions_only_grow_and_what_is_deleted_leaves_a_tombstone() {
    let (_folder, mut file, ..) = with_session();
    let units = unit::UnitNames::default();
    let id = PersonId(9);
    take(&mut file, |step| {
        record::Record::of("person")
            .with_uid()
            .set("id", 9)
            .set("full_name", "A")
            .set("fold_name", "a")
            .set("name_key", "a")
            .set("search_key", "a")
            .insert(step)
    })
    .expect("added");
    assert_eq!(version(&file), 1);
    take(&mut file, |step| people::update(step, &units, id, &person("B"))).expect("edited");
    assert_eq!(version(&file), 2);
    undo(&mut file);
    assert_eq!(version(&file), 3, "another state, another version");
    take(&mut file, |step| people::update(step, &units, id, &person("C"))).expect("edited");
    assert_eq!(version(&file), 4, "never the same version for two texts");
    take(&mut file, |step| people::remove(step, &[id])).expect("removed");
    let tombstones = "SELECT kind || ' ' || version FROM tombstone WHERE kind = 'person'";
    assert_eq!(texts(&file, tombstones), ["person 4"]);
    undo(&mut file);
    assert_eq!(version(&file), 5);
    assert!(texts(&file, tombstones).is_empty());
    for _ in 0..2 {
        undo(&mut file);
    }
    assert_eq!(texts(&file, tombstones), ["person 6"], "an undone insertion leaves one, too");
    for _ in 0..3 {
        redo(&mut file);
    }
    assert_eq!(texts(&file, tombstones), ["person 8"]);
}

#[test]
fn the_journal_holds_no_more_than_undoing_needs() {
    let (_folder, mut file, ..) = with_session();
    let images =
        "SELECT coalesce(before, '-') || coalesce(after, '-') FROM row_change WHERE change = 'insert'";
    assert!(texts(&file, images).iter().all(|image| image == "--"), "of an inserted row nothing");
    take(&mut file, |step| {
        people::update(
            step,
            &unit::UnitNames::load(step)?,
            PersonId(1),
            &PersonDetails { phone: Some("0912345678".into()), ..person("Đại Biểu 0") },
        )
    })
    .expect("edited");
    let last = "SELECT before || after FROM row_change WHERE table_name = 'person' ORDER BY id DESC LIMIT 1";
    let image = texts(&file, last).remove(0);
    assert!(image.contains("0912345678") && !image.contains("full_name"), "{image}");
    // Changing nothing but the version is no change.
    let before = dump(&file);
    let nothing = transact(&mut file, &Operation::new(Sentence::new("test")), |step| {
        step.execute("UPDATE person SET version = version + 1, full_name = full_name", [])?;
        Ok(())
    });
    let nothing = nothing.expect("done");
    assert!(nothing.step.is_none() && nothing.touched.is_empty());
    assert_eq!(dump(&file), before);
    undo(&mut file);
    assert!(texts(&file, "SELECT coalesce(phone, '-') FROM person WHERE id = 1") == ["-"]);
}

#[test]
fn print_runs_outlive_a_deletion_that_can_be_undone() {
    let (_folder, mut file, ..) = with_session();
    let run = PrintRun {
        session: SessionId(1),
        paper: "sign-in-sheet".into(),
        cluster: None,
        options: "{}".into(),
        pages: vec![PrintedPage { code: "1234".into(), delegates: vec![DelegateId(1)], sheet: None }],
        printed: true,
        signatures: Default::default(),
    };
    transact(&mut file, &Operation::fact(Sentence::new("test")), |step| print_run::insert(step, &run))
        .expect("run");
    take(&mut file, |step| session::remove::delete(step, SessionId(1))).expect("deleted");
    undo(&mut file);
    assert_eq!(print_run::last(&file.connection, SessionId(1)).expect("runs").len(), 1);
    take(&mut file, |step| session::remove::delete(step, SessionId(1))).expect("deleted");
    for n in 0..UNDO_LIMIT + 1 {
        take(&mut file, |step| plant::plant(step, &blueprint(&format!("Lớp {n}"), 0))).expect("planted");
    }
    assert!(texts(&file, "SELECT paper FROM print_run").is_empty(), "gone for good with its session");
}
