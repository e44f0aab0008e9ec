//! Undo and redo over random steps, and over facts that must not vanish.

use proptest::prelude::*;
use rusqlite::Connection;

use super::editing_moves::{self, Edit, edits};
use super::error::{Result, StoreError};
use super::open::{self, Access, Opened};
use super::transact::{Operation, Step, UNDO_LIMIT, transact};
use super::{certificate, import, plant, session, undo, unit};
use crate::domain::blueprint::{Blueprint, CertificatePlan, ClusterBlueprint};
use crate::domain::certificate::CertificateTemplate;
use crate::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use crate::domain::id::{DelegateId, SessionId};
use crate::domain::list::{ImportPlan, ImportWishes, ListEncoding, PlannedRow, RowOutcome};
use crate::domain::organisation::{Letterhead, OrganisationDetails, Signatory};
use crate::domain::person::PersonDetails;
use crate::domain::session::SessionDetails;
use crate::domain::unit::{UnitDetails, UnitKind};
use crate::message::Message;

/// Everything the user entered, as text: what undo has to bring back exactly.
fn dump(file: &Opened) -> Vec<String> {
    let mut all = Vec::new();
    for table in &file.tables {
        let sql = format!("SELECT * FROM \"{}\" ORDER BY id", table.name);
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

fn take<T>(file: &mut Opened, work: impl FnOnce(&Step<'_>) -> Result<T>) -> Result<T> {
    transact(&mut file.connection, &Operation::new(Message::new("test")), work)
}

pub(super) fn person(name: &str) -> PersonDetails {
    PersonDetails {
        full_name: name.into(),
        position: Some("Trưởng ban CTMT".into()),
        unit: Some("Xã Tam Đại".into()),
        ..PersonDetails::default()
    }
}

pub(super) fn blueprint(title: &str, delegates: usize) -> Blueprint {
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
pub(super) fn plan(issue_to_all: bool) -> CertificatePlan {
    CertificatePlan {
        book: "Sổ".into(),
        pattern: "{so}/CN".into(),
        letterhead: None,
        signatory: Signatory::default(),
        place: "Tam Đại".into(),
        date: "2020-10-09".parse().expect("date"),
        template: CertificateTemplate { title: "G".into(), before_name: "C".into(), after_name: Vec::new() },
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

pub(super) fn pick(connection: &Connection, sql: &str, which: usize) -> Option<i64> {
    let mut query = connection.prepare(sql).expect("query");
    let ids: Vec<i64> =
        query.query_map([], |row| row.get(0)).expect("ids").map(|id| id.expect("id")).collect();
    (!ids.is_empty()).then(|| ids[which % ids.len()])
}

fn make(file: &mut Opened, one: &Move) {
    let sessions = "SELECT id FROM session ORDER BY id";
    let done = take(file, |step| match one {
        Move::AddPerson(name) => {
            super::person::insert(step, &unit::UnitNames::load(step)?, &person(name), false).map(drop)
        }
        Move::RenamePerson(which, name) => match pick(step, "SELECT id FROM person ORDER BY id", *which) {
            Some(id) => super::person::update(
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
                    wishes: ImportWishes::default(),
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
            super::person::insert(step, &unit::UnitNames::load(step)?, &person(name), false)?;
            Err(StoreError::Conflict)
        }
    });
    match one {
        // Edits that make no sense are refused, and then nothing has changed.
        Move::Edit(_) => assert!(matches!(done, Ok(()) | Err(StoreError::Refused(_))), "{one:?}: {done:?}"),
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
        let mut file = open::create(&path).expect("create");
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
        let mut file = open::open(&path, Access::Write).expect("reopen");
        unsynced(&file);
        let tables = file.tables.clone();
        for _ in 0..2 {
            for expected in states.iter().rev().skip(1) {
                undo::undo(&mut file.connection, &tables).expect("undo").expect("a step");
                prop_assert_eq!(&dump(&file), expected);
            }
            prop_assert!(undo::undo(&mut file.connection, &tables).expect("undo").is_none());
            for expected in &states[1..] {
                undo::redo(&mut file.connection, &tables).expect("redo").expect("a step");
                prop_assert_eq!(&dump(&file), expected);
            }
            prop_assert!(undo::redo(&mut file.connection, &tables).expect("redo").is_none());
        }
    }
}

/// Power cuts are another test's concern: without waiting for the disk this one
/// can try many more steps.
fn unsynced(file: &Opened) {
    file.connection.pragma_update(None, "synchronous", "OFF").expect("pragma");
}

fn with_session() -> (tempfile::TempDir, Opened, Vec<DelegateId>, i64) {
    let folder = tempfile::tempdir().expect("folder");
    let mut file = open::create(&folder.path().join("a.taphuan")).expect("create");
    let (delegates, book) = take(&mut file, |step| {
        let session = plant::plant(step, &blueprint("Lớp", 3))?;
        let plan = plan(false);
        let book = certificate::insert_plan(step, session, 1, &plan)?;
        let delegates = super::delegate::of_session(step, session)?;
        Ok((delegates.iter().map(|delegate| delegate.id).collect(), book))
    })
    .expect("session");
    (folder, file, delegates, book)
}

fn texts(file: &Opened, sql: &str) -> Vec<String> {
    let mut query = file.connection.prepare(sql).expect("query");
    query.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("text")).collect()
}

#[test]
fn marks_are_retracted_never_deleted() {
    let (_folder, mut file, delegates, _) = with_session();
    let tables = file.tables.clone();
    take(&mut file, |step| {
        super::record::Record::of("attendance_mark")
            .with_uid()
            .set("delegate_id", delegates[0].0)
            .set("sitting_id", 1)
            .set("status", "present")
            .set("at", step.now())
            .set("operation_id", step.operation().0)
            .insert(step)
    })
    .expect("mark");
    let valid = "SELECT status FROM attendance";
    let all = "SELECT status FROM attendance_mark";
    assert_eq!(texts(&file, valid), ["present"]);
    for round in 1..4 {
        undo::undo(&mut file.connection, &tables).expect("undo").expect("step");
        assert!(texts(&file, valid).is_empty(), "round {round}");
        undo::redo(&mut file.connection, &tables).expect("redo").expect("step");
        assert_eq!(texts(&file, valid), ["present"], "round {round}");
        assert_eq!(texts(&file, all).len(), 1 + 2 * round, "every turn leaves its entry");
    }
    file.connection
        .execute("UPDATE attendance_mark SET status = 'absent'", [])
        .expect_err("marks never change");
}

const VALID: &str = "SELECT printed_number FROM certificate AS c WHERE 'voided' <> (
    SELECT kind FROM certificate_event AS e WHERE e.certificate_id = c.id AND kind <> 'printed'
    ORDER BY id DESC LIMIT 1) ORDER BY number";

#[test]
fn unprinted_last_numbers_are_released_and_given_again() {
    let (_folder, mut file, delegates, book) = with_session();
    let tables = file.tables.clone();
    take(&mut file, |step| certificate::issue(step, book, None, &delegates)).expect("issue");
    assert_eq!(texts(&file, VALID), ["1/CN", "2/CN", "3/CN"]);
    undo::undo(&mut file.connection, &tables).expect("undo").expect("step");
    assert_eq!(texts(&file, "SELECT printed_number FROM certificate"), [""; 0]);
    undo::redo(&mut file.connection, &tables).expect("redo").expect("step");
    assert_eq!(texts(&file, VALID), ["1/CN", "2/CN", "3/CN"]);
    undo::undo(&mut file.connection, &tables).expect("undo").expect("step");
    take(&mut file, |step| certificate::issue(step, book, None, &delegates[2..])).expect("issue");
    assert_eq!(texts(&file, VALID), ["1/CN"], "no gap in the book");
}

#[test]
fn printed_numbers_are_voided_and_stay_used() {
    let (_folder, mut file, delegates, book) = with_session();
    let tables = file.tables.clone();
    take(&mut file, |step| certificate::issue(step, book, None, &delegates[..2])).expect("issue");
    file.connection
        .execute(
            "INSERT INTO certificate_event (certificate_id, kind, at)
             SELECT id, 'printed', '2020-10-09T00:00:00Z' FROM certificate WHERE number = 1",
            [],
        )
        .expect("printed");
    undo::undo(&mut file.connection, &tables).expect("undo").expect("step");
    assert_eq!(texts(&file, VALID), [""; 0]);
    assert_eq!(
        texts(&file, "SELECT printed_number FROM certificate"),
        ["1/CN"],
        "the printed one stays, voided"
    );
    undo::redo(&mut file.connection, &tables).expect("redo").expect("step");
    assert_eq!(texts(&file, VALID), ["1/CN", "2/CN"]);
    undo::undo(&mut file.connection, &tables).expect("undo").expect("step");
    take(&mut file, |step| certificate::issue(step, book, None, &delegates[2..])).expect("issue");
    assert_eq!(texts(&file, VALID), ["2/CN"], "number 1 was used and is never given again");
}

#[test]
fn edits_of_one_field_within_ten_seconds_are_one_step() {
    let (_folder, mut file, ..) = with_session();
    let tables = file.tables.clone();
    let before = dump(&file);
    for text in ["N", "Ng", "Ngày hội"] {
        let operation = Operation::new(Message::new("test")).joining("session 1 title".into());
        transact(&mut file.connection, &operation, |step| {
            super::record::Record::of("session").set("title", text).update(step, 1)
        })
        .expect("edit");
    }
    assert_eq!(texts(&file, "SELECT title FROM session"), ["Ngày hội"]);
    undo::undo(&mut file.connection, &tables).expect("undo").expect("step");
    assert_eq!(dump(&file), before);

    // Half a minute later it is a step of its own.
    undo::redo(&mut file.connection, &tables).expect("redo").expect("step");
    file.connection.execute("UPDATE operation SET at = '2020-01-01T00:00:00Z'", []).expect("long ago");
    let operation = Operation::new(Message::new("test")).joining("session 1 title".into());
    transact(&mut file.connection, &operation, |step| {
        super::record::Record::of("session").set("title", "Khác").update(step, 1)
    })
    .expect("edit");
    undo::undo(&mut file.connection, &tables).expect("undo").expect("step");
    assert_eq!(texts(&file, "SELECT title FROM session"), ["Ngày hội"]);
}

#[test]
fn the_last_hundred_steps_can_be_undone_and_people_keep_their_history() {
    let (_folder, mut file, ..) = with_session();
    let tables = file.tables.clone();
    for n in 0..UNDO_LIMIT + 20 {
        take(&mut file, |step| {
            let units = unit::UnitNames::load(step)?;
            super::person::update(step, &units, crate::domain::id::PersonId(1), &person(&format!("Tên {n}")))
        })
        .expect("edit");
    }
    let history = "SELECT json_extract(after, '$.full_name') FROM row_change WHERE table_name = 'person' AND row_id = 1";
    assert_eq!(texts(&file, history).len(), 1 + UNDO_LIMIT + 20, "every name the person had");
    let mut undone = 0;
    while undo::undo(&mut file.connection, &tables).expect("undo").is_some() {
        undone += 1;
    }
    assert_eq!(undone, UNDO_LIMIT);
    assert_eq!(texts(&file, "SELECT full_name FROM person WHERE id = 1"), ["Tên 19"]);
}
