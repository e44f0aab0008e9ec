//! The history: which lines are found, what they say was done, and the way back to one of them.

use serde_json::Value;
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::{OperationId, PersonId, SessionId};
use taphuan::domain::list::{ImportPlan, ImportWishes, ListEncoding, PlannedRow, RowOutcome};
use taphuan::domain::print_run::PrintRun;
use taphuan::domain::session::SessionDetails;
use taphuan::locale::Language;
use taphuan::progress::Progress;
use taphuan::store::{
    ChangedRow, Ended, FieldValue, HistoryEntry, HistoryFilter, HistoryKind, HistoryStep, RowFate, Store,
    StoreError,
};

use crate::support::editing::StoreBench;
use crate::support::store::{person, present};

fn page(store: &Store, filter: HistoryFilter) -> Vec<HistoryEntry> {
    store.history_page(filter, Language::Vietnamese, None, 500).wait().expect("a page").entries
}

/// The ids of what the lines say, the newest first.
fn said(store: &Store, filter: HistoryFilter) -> Vec<String> {
    page(store, filter).into_iter().map(|entry| entry.label.id).collect()
}

fn words(words: &str) -> HistoryFilter {
    HistoryFilter { words: words.into(), ..HistoryFilter::default() }
}

fn of_session(session: SessionId) -> HistoryFilter {
    HistoryFilter { session: Some(session), ..HistoryFilter::default() }
}

fn of_person(person: PersonId) -> HistoryFilter {
    HistoryFilter { person: Some(person), ..HistoryFilter::default() }
}

/// The newest line.
fn last(store: &Store) -> HistoryEntry {
    page(store, HistoryFilter::default()).into_iter().next().expect("a line")
}

fn changed(store: &Store, line: OperationId) -> HistoryStep {
    store.history_step(line).wait().expect("a step").expect("the line")
}

fn row<'a>(step: &'a HistoryStep, table: &str) -> &'a ChangedRow {
    step.rows.iter().find(|row| row.table == table).unwrap_or_else(|| panic!("{table}: {:?}", step.rows))
}

fn field(row: &ChangedRow, column: &str) -> (FieldValue, FieldValue) {
    let field = row.fields.iter().find(|field| field.column == column);
    let field = field.unwrap_or_else(|| panic!("{column}: {:?}", row.fields));
    (field.before.clone(), field.after.clone())
}

fn text(text: &str) -> FieldValue {
    FieldValue::Plain(Value::String(text.into()))
}

/// A list of people brought into the session.
fn import(bench: &StoreBench, source: &str, names: &[&str]) {
    let rows = (2..).zip(names).map(|(row, name)| {
        PlannedRow::new(row, person(name, 1980, "Xã Tam Lộc"), None, RowOutcome::New(None))
    });
    let plan = ImportPlan {
        lines: Vec::new(),
        commune: None,
        remarks: Vec::new(),
        session: bench.session,
        source: source.into(),
        encoding: ListEncoding::Unicode,
        rows: rows.collect(),
        own_columns: Vec::new(),
        wishes: ImportWishes::default(),
    };
    bench.store.apply_import(plan).wait().expect("imported");
}

/// A sitting.
fn morning() -> SittingDetails {
    SittingDetails {
        date: "2025-11-28".parse().expect("a day"),
        half: HalfDay::Morning,
        starts: None,
        ends: None,
        programme: Vec::new(),
    }
}

/// Another session, of which the first knows nothing.
fn other_session(bench: &StoreBench, title: &str) -> SessionId {
    let details = SessionDetails { title: title.into(), ..SessionDetails::default() };
    bench.store.start_session(details, None).wait().expect("added")
}

#[test]
fn lines_are_found_by_their_session_also_when_it_is_gone() {
    let bench = StoreBench::new();
    let store = &bench.store;
    let other = other_session(&bench, "Hội nghị xã Tam Vinh");
    import(&bench, "xã.xlsx", &["Vũ Yến", "Bùi Ái"]);
    let cluster = bench.dossier().clusters[0].id;
    store.add_sitting(cluster, morning()).wait().expect("added");
    let run = PrintRun {
        signatures: Default::default(),
        printed: true,
        session: bench.session,
        cluster: None,
        paper: "sign-in-sheet".into(),
        options: "{}".into(),
        pages: Vec::new(),
    };
    store.record_prints(vec![run]).wait().expect("noted");
    let lines = ["operation-print", "operation-sitting-add", "operation-import", "plant"];
    assert_eq!(said(store, of_session(bench.session)), lines);
    assert_eq!(said(store, of_session(other)), ["operation-session-add"]);
    store.delete_session(other).wait().expect("deleted");
    let lines = page(store, of_session(other));
    assert_eq!(lines.len(), 2, "{lines:?}");
    for line in &lines {
        let [session] = &line.sessions[..] else { panic!("{line:?}") };
        assert_eq!((session.id, session.is_gone), (other, true));
        assert_eq!(session.title.as_deref(), Some("Hội nghị xã Tam Vinh"));
    }
    // A turn is about what it turned.
    store.undo().wait().expect("undone");
    assert_eq!(said(store, of_session(other))[..2], ["operation-session-delete", "operation-session-delete"]);
    let sessions = store.history_sessions().wait().expect("sessions");
    assert_eq!(
        sessions.iter().map(|one| (one.id, one.is_gone)).collect::<Vec<_>>(),
        [(other, false), (bench.session, false)]
    );
}

#[test]
fn a_session_deleted_with_all_in_it_leaves_lines_that_say_which() {
    let bench = StoreBench::new();
    let store = &bench.store;
    store.delete_session(bench.session).wait().expect("deleted");
    let before = last(store);
    assert_eq!(before.sessions.iter().map(|one| one.id).collect::<Vec<_>>(), [bench.session]);
    // As long ago as it takes to forget what was in it.
    for n in 0..taphuan::store::UNDO_LIMIT + 5 {
        other_session(&bench, &format!("Lớp {n}"));
    }
    let line = page(store, of_session(bench.session)).remove(0);
    assert_eq!((line.state.as_str(), line.sessions[0].title.as_deref()), ("settled", Some("Tập huấn thử")));
}

#[test]
fn words_find_labels_names_before_and_after_and_who_came_with_a_list() {
    let bench = StoreBench::new();
    let store = &bench.store;
    import(&bench, "xã Tam Lộc.xlsx", &["Vũ Yến", "Bùi Ái"]);
    let yen = bench.delegate("Vũ Yến");
    store
        .edit_person(yen.person, "phone", |person| person.phone = Some("0905 000 123".into()))
        .wait()
        .expect("edited");
    store
        .edit_person(yen.person, "note", |person| person.note = Some("Đi xe riêng".into()))
        .wait()
        .expect("edited");
    other_session(&bench, "Hội nghị xã Tam Vinh");
    // What it says, without diacritics and in any order.
    assert_eq!(said(store, words("dien thoai yen")), ["operation-person-edit"]);
    // What stands there after, and who was added by which list.
    assert_eq!(said(store, words("xe RIÊNG")), ["operation-person-edit"]);
    assert_eq!(said(store, words("bui ai")), ["operation-import"]);
    assert_eq!(said(store, words("tam loc xlsx")), ["operation-import"]);
    // The session a line is about.
    assert_eq!(said(store, words("tam vinh")), ["operation-session-add"]);
    // Column names, enums and identities are nothing that a user reads.
    for nothing in ["fold_name", "search_key", "male", "khong co gi"] {
        assert_eq!(said(store, words(nothing)), [""; 0], "{nothing}");
    }
    store.undo().wait().expect("undone");
    let turns = HistoryFilter { kind: Some(HistoryKind::Turns), ..HistoryFilter::default() };
    assert_eq!(said(store, turns), ["operation-session-add"]);
}

#[test]
fn a_page_ends_where_the_next_begins() {
    let bench = StoreBench::new();
    let store = &bench.store;
    for n in 0..25 {
        other_session(&bench, &format!("Lớp {n}"));
    }
    let all: Vec<OperationId> = page(store, HistoryFilter::default()).iter().map(|entry| entry.id).collect();
    for filter in [HistoryFilter::default(), words("lop")] {
        let expected: Vec<OperationId> = page(store, filter.clone()).iter().map(|entry| entry.id).collect();
        let (mut found, mut before) = (Vec::new(), None);
        loop {
            let page =
                store.history_page(filter.clone(), Language::Vietnamese, before, 7).wait().expect("a page");
            found.extend(page.entries.iter().map(|entry| entry.id));
            before = found.last().copied();
            if !page.has_more {
                break;
            }
        }
        assert_eq!(found, expected);
    }
    assert_eq!(all.len(), 26);
}

#[test]
fn who_added_a_person_is_known_when_it_was_long_ago() {
    let bench = StoreBench::new();
    let store = &bench.store;
    import(&bench, "xã.xlsx", &["Vũ Yến", "Bùi Ái", "Cao Ân"]);
    let (ai, yen) = (bench.delegate("Bùi Ái"), bench.delegate("Vũ Yến"));
    store
        .edit_person(ai.person, "phone", |person| person.phone = Some("0905 000 123".into()))
        .wait()
        .expect("edited");
    for n in 0..taphuan::store::UNDO_LIMIT + 5 {
        other_session(&bench, &format!("Lớp {n}"));
    }
    assert_eq!(said(store, of_person(ai.person)), ["operation-person-edit", "operation-import"]);
    assert_eq!(said(store, of_person(yen.person)), ["operation-import"]);
    let [edit, list] = &page(store, of_person(ai.person))[..] else { panic!("two") };
    assert_eq!((edit.state.as_str(), list.state.as_str()), ("settled", "settled"));
    let step = changed(store, edit.id);
    assert_eq!(field(row(&step, "person"), "phone"), (FieldValue::Nothing, text("0905 000 123")));
    let step = changed(store, list.id);
    let names: Vec<_> =
        step.rows.iter().filter(|row| row.table == "person").map(|row| row.name.clone()).collect();
    assert_eq!(names, [Some("Vũ Yến".to_owned()), Some("Bùi Ái".into()), Some("Cao Ân".into())]);
    // As the list brought them, not as they are now.
    let first = step.rows.iter().find(|row| row.name.as_deref() == Some("Bùi Ái") && row.table == "person");
    assert!(first.expect("there").fields.iter().all(|field| field.column != "phone"));
    // The file is read alone, too: what is written there is what a copy of it tells.
    let gone = store.remove_people(vec![yen.person]).wait();
    assert!(gone.is_err(), "they are in a session");
}

#[test]
fn a_step_tells_each_field_before_and_after() {
    let bench = StoreBench::new();
    let store = &bench.store;
    let binh = bench.delegate("Nguyễn Văn Bình");
    let other = bench.dossier().clusters.iter().map(|one| one.id).find(|id| Some(*id) != binh.cluster);
    store.move_delegates(bench.session, vec![binh.id], other).wait().expect("moved");
    let step = changed(store, last(store).id);
    let delegate = row(&step, "delegate");
    assert_eq!((delegate.name.as_deref(), delegate.fate), (Some("Nguyễn Văn Bình"), RowFate::Changed));
    let (before, after) = field(delegate, "cluster_id");
    let clusters = bench.dossier().clusters;
    let name = |id| clusters.iter().find(|one| Some(one.id) == id).map(|one| one.details.name.clone());
    assert_eq!((before, after), (FieldValue::Record(name(binh.cluster)), FieldValue::Record(name(other))));

    // Undone, it says the same, and so does the line of the undo.
    store.undo().wait().expect("undone");
    let [turn, undone] = &page(store, HistoryFilter::default())[..2] else { panic!("two") };
    assert_eq!((turn.kind.as_str(), undone.state.as_str()), ("undo", "undone"));
    assert_eq!(changed(store, undone.id).rows, step.rows);
    assert_eq!(changed(store, turn.id).rows, step.rows);
    // Something else was done: what was undone never happened, and nothing of it is left.
    let session = other_session(&bench, "Lớp khác");
    assert!(changed(store, undone.id).rows.is_empty());
    assert_eq!(changed(store, undone.id).entry.state, "discarded");

    store.delete_session(session).wait().expect("deleted");
    let deleted = changed(store, last(store).id);
    let gone = row(&deleted, "session");
    assert_eq!((gone.name.as_deref(), gone.fate), (Some("Lớp khác"), RowFate::Deleted));
    assert_eq!(field(gone, "title"), (text("Lớp khác"), FieldValue::Nothing));
    assert_eq!(store.history_step(OperationId(99_999)).wait().expect("answered"), None);
}

#[test]
fn what_was_added_is_told_as_it_was_added() {
    let bench = StoreBench::new();
    let store = &bench.store;
    let session = other_session(&bench, "Lớp đầu");
    let added = last(store).id;
    store.edit_session(session, "title", |details| details.title = "Lớp sau".into()).wait().expect("edited");
    assert_eq!(
        field(row(&changed(store, added), "session"), "title"),
        (FieldValue::Nothing, text("Lớp đầu"))
    );
    store.delete_session(session).wait().expect("deleted");
    assert_eq!(
        field(row(&changed(store, added), "session"), "title"),
        (FieldValue::Nothing, text("Lớp đầu"))
    );
}

#[test]
fn a_person_who_was_merged_and_one_who_was_removed_are_found() {
    let bench = StoreBench::new();
    let store = &bench.store;
    let label = crate::support::store::step("operation-import");
    let added = vec![person("Lê Văn Một", 1970, "Xã A"), person("Lê Văn Hai", 1970, "Xã A")];
    let people = store.add_people(label, added).wait().expect("added");
    store.add_delegates(bench.session, None, vec![NewDelegate::Known(people[1])]).wait().expect("called");
    let details = store.people(vec![people[0]]).wait().expect("people").remove(0).1;
    store.merge_people(people[0], people[1], details).wait().expect("merged");
    let steps = ["operation-person-merge", "operation-delegate-add", "operation-import"];
    assert_eq!(
        said(store, of_person(people[1])),
        steps[..1].iter().chain(&steps[2..]).copied().collect::<Vec<_>>()
    );
    assert_eq!(said(store, of_person(people[0])), steps);
}

#[test]
fn undoing_back_to_a_step_stops_at_the_first_that_cannot_be_undone_and_says_why() {
    let bench = StoreBench::new();
    let store = &bench.store;
    let before = bench.dump();
    other_session(&bench, "Lớp một");
    let first = last(store).id;
    import(&bench, "xã.xlsx", &["Vũ Yến"]);
    let list = last(store).id;
    other_session(&bench, "Lớp hai");
    let back = store.steps_back_to(first).wait().expect("steps");
    assert_eq!(
        back.iter().map(|step| step.label.id.as_str()).collect::<Vec<_>>(),
        ["operation-session-add", "operation-import", "operation-session-add"]
    );
    let ids = |steps: &[taphuan::store::Taken]| steps.iter().map(|step| step.id).collect::<Vec<_>>();
    let done = store.undo_steps(ids(&back), Progress::default()).outcome().expect("undone");
    assert_eq!((ids(&done.value.undone), done.value.ended), (ids(&back), Ended::Done));
    assert!(done.touched.any_of(&["operation"]) && done.touched.any_of(&["session"]));
    assert_eq!(bench.dump(), before);
    assert!(store.steps_back_to(first).wait().expect("steps").is_empty(), "it is undone already");
    for _ in &back {
        store.redo().wait().expect("redone");
    }

    // Somebody who came with the list is marked: their list stays, and what was before it, too.
    let cluster = bench.dossier().clusters[0].id;
    let sitting = store.add_sitting(cluster, morning()).wait().expect("added");
    let delegate = bench.id("Vũ Yến");
    store.move_delegates(bench.session, vec![delegate], Some(cluster)).wait().expect("moved");
    store.mark(present(bench.session, delegate, sitting)).wait().expect("marked");
    let back = store.steps_back_to(first).wait().expect("steps");
    assert_eq!(back.len(), 5);
    let done = store.undo_steps(ids(&back), Progress::default()).wait().expect("undone");
    let Ended::SetAside(stopped, reason) = done.ended else { panic!("one cannot be undone") };
    assert_eq!(reason.id, "store-kept-sitting-marks");
    assert_eq!((done.undone.len(), stopped.label.id.as_str()), (1, "operation-sitting-add"));
    // Asked again, it goes on with the one before: the second session, and then the list.
    let back = store.steps_back_to(first).wait().expect("steps");
    let done = store.undo_steps(ids(&back), Progress::default()).wait().expect("undone");
    let Ended::SetAside(stopped, reason) = done.ended else { panic!("one cannot be undone") };
    assert_eq!((done.undone.len(), stopped.id, reason.id.as_str()), (1, list, "store-kept-marks"));
    let line =
        page(store, HistoryFilter::default()).into_iter().find(|line| line.id == list).expect("the line");
    assert_eq!((line.state.as_str(), line.reason.is_some()), ("set_aside", true));

    // What was listed is not the last any more: nothing more is undone than was listed.
    let back = store.steps_back_to(first).wait().expect("steps");
    other_session(&bench, "Lớp ba");
    let done = store.undo_steps(ids(&back), Progress::default()).wait().expect("answered");
    assert!(done.ended == Ended::Overtaken && done.undone.is_empty(), "{done:?}");

    // Stopped, or refused by the disk, it says so and how many there were until then.
    let back = store.steps_back_to(first).wait().expect("steps");
    let stopped = Progress::default();
    stopped.cancel();
    let done = store.undo_steps(ids(&back), stopped).wait().expect("answered");
    assert!(done.ended == Ended::Stopped && done.undone.is_empty(), "{done:?}");
    store.refuse_writes_for_tests(Some(StoreError::DiskFull)).wait().expect("set");
    let done = store.undo_steps(ids(&back), Progress::default()).wait().expect("answered");
    assert!(done.undone.is_empty(), "{done:?}");
    assert!(matches!(done.ended, Ended::Failed(reason) if reason.id == "store-disk-full"));
}
