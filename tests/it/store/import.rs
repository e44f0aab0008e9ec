//! Lists written into a session: what each choice does, in one step that can be stopped
//! and taken back.

use crate::support::editing::StoreBench;
use crate::support::store::person;
use taphuan::domain::delegate::{DelegateState, NewDelegate};
use taphuan::domain::erasure::{Whom, Wish};
use taphuan::domain::list::{
    Choice, ColumnMapping, ImportPlan, ImportWishes, LineKind, ListEncoding, ListLine, PlannedRow, RowKind,
    RowOutcome,
};
use taphuan::domain::numbering::Lists;
use taphuan::domain::person::PersonDetails;
use taphuan::progress::Progress;
use taphuan::store::{FurtherList, StoreError};

#[test]
fn an_imported_list_stands_under_bo_sung_once_the_list_is_fixed() {
    let bench = StoreBench::new();
    bench.store.fix_lists(bench.session, Lists::All).wait().expect("fix");
    let row = |row: u32, name: &str| {
        PlannedRow::new(row, person(name, 1980, "Xã Tam Đại"), None, RowOutcome::New(None))
    };
    let plan = ImportPlan {
        lines: Vec::new(),
        commune: None,
        remarks: Vec::new(),
        session: bench.session,
        source: "bổ sung.xlsx".into(),
        encoding: ListEncoding::Unicode,
        rows: vec![row(2, "Vũ Yến"), row(3, "Bùi Ái")],
        own_columns: Vec::new(),
        wishes: ImportWishes::default(),
    };
    bench.take(|store| store.apply_import(plan));
    let first: Vec<String> = bench.lists().into_iter().filter(|line| line.starts_with("1.")).collect();
    assert_eq!(first[2..], ["1.3 Bùi Ái (bổ sung)", "1.4 Vũ Yến (bổ sung)"]);
}

#[test]
fn what_is_decided_about_the_rows_of_a_list_is_done() {
    let bench = StoreBench::new();
    let list = |unit: &str| {
        taphuan::intake::read_bytes(
            format!("Họ và tên,Năm sinh,Đơn vị\nNguyễn Văn Bình,1969,{unit}\n").into_bytes(),
            "danh sách.csv",
            jiff::civil::date(2026, 3, 1),
        )
        .expect("a list")
    };
    let planned = |unit: &str| {
        let list = list(unit);
        let known = bench.store.known_people(bench.session, list.name_keys()).wait().expect("known");
        taphuan::intake::plan(&list, bench.session, &known)
    };
    let named_binh = || bench.lists().iter().filter(|line| line.contains("Nguyễn Văn Bình")).count();
    let mut plan = planned("Xã Tam Lộc");
    assert_eq!(plan.counts().duplicate, 1);
    assert_eq!(plan.choose_for(RowKind::Duplicate, Choice::Update).chosen, 1);
    bench.take(|store| store.apply_import(plan));
    assert_eq!(named_binh(), 1);
    assert_eq!(planned("Xã Tam Lộc").counts().same, 1);

    let mut plan = planned("Xã Tam Phú");
    assert_eq!(plan.choose_for(RowKind::Duplicate, Choice::Add).chosen, 1);
    bench.take(|store| store.apply_import(plan));
    assert_eq!(named_binh(), 2);
}

/// A plan for a list of "name,birth,unit".
fn planned(bench: &StoreBench, lines: &[&str]) -> ImportPlan {
    let text = format!("Họ và tên,Năm sinh,Đơn vị\n{}\n", lines.join("\n"));
    let today = jiff::civil::date(2026, 3, 1);
    let list = taphuan::intake::read_bytes(text.into_bytes(), "danh sách.csv", today).expect("a list");
    let known = bench.store.known_people(bench.session, list.name_keys()).wait().expect("known");
    taphuan::intake::plan(&list, bench.session, &known)
}

#[test]
fn rows_near_one_person_of_the_registry_never_fail_the_whole_import() {
    let bench = StoreBench::new();
    let label = taphuan::store::Operation::new(taphuan::sentence::Sentence::new("operation-import"));
    let registered = vec![person("Vũ Bé", 1970, "Xã A")];
    bench.store.add_people(label, registered).wait().expect("added");
    let mut plan = planned(&bench, &["Vũ Bé,1970,Xã B", "Vũ Bé,1971,Xã A", "Hồ Em,1980,Xã C"]);
    // What the page refuses, whoever writes the plan may still say.
    for row in &mut plan.rows {
        row.choice = row.choices().iter().copied().find(|one| *one == Choice::Update).unwrap_or(row.choice);
    }
    let counts = bench.take(|store| store.apply_import(plan));
    assert_eq!((counts.new, counts.duplicate), (2, 1));
    let listed = |name: &str| bench.lists().iter().filter(|line| line.contains(name)).count();
    assert_eq!((listed("Vũ Bé"), listed("Hồ Em")), (1, 1));
}

#[test]
fn a_person_who_was_listed_since_the_list_was_compared_is_updated() {
    let bench = StoreBench::new();
    let label = taphuan::store::Operation::new(taphuan::sentence::Sentence::new("operation-import"));
    let people = bench.store.add_people(label, vec![person("Vũ Bé", 1970, "Xã A")]).wait().expect("added");
    let plan = planned(&bench, &["Vũ Bé,1970-05-02,Xã A"]);
    let known = vec![NewDelegate::Known(people[0])];
    bench.store.add_delegates(bench.session, None, known).wait().expect("added");
    let counts = bench.take(|store| store.apply_import(plan));
    assert_eq!((counts.new, counts.update), (0, 1));
    assert_eq!(
        bench.delegate("Vũ Bé").details.birth.map(|birth| birth.to_string()).as_deref(),
        Some("1970-05-02")
    );
}

#[test]
fn a_list_that_names_somebody_withdrawn_can_put_them_back() {
    let bench = StoreBench::new();
    bench.store.fix_lists(bench.session, Lists::All).wait().expect("fix");
    let binh = bench.id("Nguyễn Văn Bình");
    bench.store.remove_delegates(bench.session, vec![binh]).wait().expect("withdrawn");
    let details = bench.delegate("Nguyễn Văn Bình").details;
    let line = format!("Nguyễn Văn Bình,{},{}", details.birth.expect("known"), details.unit.expect("known"));
    let mut plan = planned(&bench, &[&line]);
    assert_eq!(plan.rows[0].choice, Choice::Skip);
    assert!(plan.rows[0].collision.as_ref().is_some_and(|collision| collision.withdrawn));
    plan.choose(&[0], Choice::Update);
    assert_eq!(bench.take(|store| store.apply_import(plan)).update, 1);
    assert_eq!(bench.delegate("Nguyễn Văn Bình").state, DelegateState::Listed);
    assert!(bench.lists().iter().any(|line| line.ends_with("Nguyễn Văn Bình")), "{:?}", bench.lists());
}

fn rows_of(bench: &StoreBench, table: &str, columns: &str) -> Vec<String> {
    let file = rusqlite::Connection::open(&bench.path).expect("open");
    let mut query = file.prepare(&format!("SELECT {columns} FROM {table} ORDER BY id")).expect("select");
    let width = query.column_count();
    let line = |row: &rusqlite::Row<'_>| {
        let value = |at| match row.get::<_, rusqlite::types::Value>(at)? {
            rusqlite::types::Value::Text(text) => Ok(text),
            rusqlite::types::Value::Null => Ok(String::new()),
            rusqlite::types::Value::Integer(number) => Ok(number.to_string()),
            other => panic!("{other:?}"),
        };
        Ok((0..width).map(value).collect::<rusqlite::Result<Vec<_>>>()?.join("|"))
    };
    query.query_map([], line).expect("rows").map(|row| row.expect("a row")).collect()
}

#[test]
fn sensitive_columns_are_kept_only_where_that_is_asked_for() {
    let bench = StoreBench::new();
    let plan = || {
        let text = "Họ và tên,Năm sinh,Đơn vị,Dân tộc,Tôn giáo,Đảng viên,Trình độ\n\
                    Alăng Thử,1980,Xã Sông Vàng,Cơ Tu,Không,x,12/12\n\
                    Hồ Mẫu,1981,Xã Sông Vàng,,,,\n";
        let today = jiff::civil::date(2026, 3, 1);
        let list = taphuan::intake::read_bytes(text.into(), "a.csv", today).expect("a list");
        let known = bench.store.known_people(bench.session, list.name_keys()).wait().expect("known");
        taphuan::intake::plan(&list, bench.session, &known)
    };
    let kept = || rows_of(&bench, "person_sensitive", "ethnicity, religion, party_member, education");
    bench.take(|store| store.apply_import(plan()));
    assert!(kept().is_empty());
    // Delegates already, and nothing else is new of them.
    let mut again = plan();
    assert_eq!(again.counts().same, 2);
    again.wishes.keep_sensitive = true;
    bench.take(|store| store.apply_import(again));
    assert_eq!(kept(), ["Cơ Tu||1|12/12"]);
}

#[test]
fn units_the_registry_lacks_are_added_where_they_belong() {
    let bench = StoreBench::new();
    let units = || rows_of(&bench, "unit AS u", "name, kind, (SELECT name FROM unit WHERE id = u.parent_id)");
    let before = units().len();
    let lines = [
        "Hồ Mẫu,1981,\"Thôn Pà Dương, xã Sông Vàng\"",
        "Alăng Thử,1980,Xã Sông Vàng",
        "Vũ Bé,1970,\"Thôn Pà Dương, xã Sông Vàng\"",
    ];
    let mut plan = planned(&bench, &lines);
    let offers = bench.store.import_offers(plan.clone()).wait().expect("offers");
    assert_eq!(offers.missing_units, ["Xã Sông Vàng", "Thôn Pà Dương"]);
    plan.wishes.add_units = false;
    bench.take(|store| store.apply_import(plan));
    assert_eq!(units().len(), before);
    bench.undo();

    bench.take(|store| store.apply_import(planned(&bench, &lines)));
    let added = units().split_off(before);
    assert_eq!(added.len(), 2, "{added:?}");
    assert!(added[0].starts_with("Xã Sông Vàng|commune|"), "{added:?}");
    assert_eq!(added[1], "Thôn Pà Dương|residential_area|Xã Sông Vàng");
    let offers =
        bench.store.import_offers(planned(&bench, &["Ngô Tư,1975,Xã Sông Vàng"])).wait().expect("offers");
    assert!(offers.missing_units.is_empty());
}

#[test]
fn delegates_stay_without_a_cluster_where_that_is_wished() {
    let bench = StoreBench::new();
    let unit = bench.dossier().clusters[0].details.serves[0].clone();
    let mut plan = planned(&bench, &[&format!("Hồ Mẫu,1981,{unit}")]);
    assert!(bench.store.import_offers(plan.clone()).wait().expect("offers").clusters_serve);
    plan.wishes.by_unit = false;
    bench.take(|store| store.apply_import(plan.clone()));
    assert_eq!(bench.delegate("Hồ Mẫu").cluster, None);
    bench.undo();
    plan.wishes.by_unit = true;
    bench.take(|store| store.apply_import(plan));
    assert_eq!(bench.delegate("Hồ Mẫu").cluster, Some(bench.dossier().clusters[0].id));
}

#[test]
fn an_import_that_is_stopped_writes_nothing() {
    let bench = StoreBench::new();
    let before = bench.dump();
    let progress = Progress::default();
    progress.cancel();
    let further =
        FurtherList { names: Vec::new(), writes: 1, plan: Box::new(|_| panic!("nothing more is planned")) };
    let stopped =
        bench.store.apply_imports(planned(&bench, &["Hồ Mẫu,1981,Xã A"]), vec![further], progress).wait();
    assert!(matches!(stopped, Err(StoreError::Cancelled)), "{stopped:?}");
    assert_eq!(bench.dump(), before);
    // The second of two: the first was written in the same step.
    let progress = Progress::default();
    let stop = progress.clone();
    let second = planned(&bench, &["Vũ Bé,1970,Xã B"]);
    let further = FurtherList {
        names: Vec::new(),
        writes: 1,
        plan: Box::new(move |_| {
            stop.cancel();
            second
        }),
    };
    let first = planned(&bench, &["Hồ Mẫu,1981,Xã A"]);
    let stopped = bench.store.apply_imports(first, vec![further], progress).wait();
    assert!(matches!(stopped, Err(StoreError::Cancelled)), "{stopped:?}");
    assert_eq!(bench.dump(), before);
}

#[test]
fn what_columns_hold_is_remembered_by_their_layout() {
    let bench = StoreBench::new();
    let mapping = |layout: &str, field: &str| ColumnMapping {
        layout: layout.into(),
        columns: vec![(0, "ordinal".into()), (1, field.into())],
    };
    assert_eq!(bench.store.column_mappings().wait().expect("none"), []);
    let steps = bench.store.history(99).wait().expect("history");
    bench.store.remember_columns(mapping("0:tt|1:ai", "note")).wait().expect("remembered");
    bench.store.remember_columns(mapping("0:tt|1:ai", "full_name")).wait().expect("remembered");
    bench.store.remember_columns(mapping("", "note")).wait().expect("nothing to remember");
    let known = bench.store.column_mappings().wait().expect("one");
    assert_eq!(known, [mapping("0:tt|1:ai", "full_name")]);
    assert_eq!(bench.store.history(99).wait().expect("history"), steps, "a habit is no step");
}

/// Imports a list of which one row cannot be read and one more line is left out; its number.
fn with_lines_left(bench: &StoreBench) -> i64 {
    let mut plan = planned(bench, &["Hồ Văn Em,1970,Xã C", "Vũ Thị Lan 2,1975,Xã C"]);
    plan.lines.push(ListLine {
        sheet: None,
        line: 9,
        cell: None,
        kind: LineKind::LeftOut,
        reason: Some("hidden_row"),
        text: "5 | Hồ Văn Em | 1970".into(),
    });
    bench.take(|store| store.apply_import(plan));
    bench.store.imports(bench.session).wait().expect("imports")[0].id
}

/// The lines that did not come in: line, kind, reason, name.
fn left(bench: &StoreBench, import: i64) -> Vec<(u32, String, Option<String>, Option<String>)> {
    let lines = bench.store.lines_left(import).wait().expect("lines");
    let name = |person: PersonDetails| person.full_name;
    lines.into_iter().map(|one| (one.line, one.kind, one.reason, one.person.map(name))).collect()
}

#[test]
fn a_line_that_did_not_come_in_is_taken_in_later_as_one_step() {
    let bench = StoreBench::new();
    let import = with_lines_left(&bench);
    let lines = left(&bench, import);
    assert_eq!(
        lines.iter().map(|line| (line.0, line.1.as_str())).collect::<Vec<_>>(),
        [(3, "doubtful"), (9, "left_out")]
    );
    assert_eq!(lines[0].2.as_deref(), Some("unread"));
    assert_eq!(lines[1].2.as_deref(), Some("hidden_row"));
    let kept = || bench.store.imports(bench.session).wait().expect("imports")[0].kept;
    assert_eq!((kept().doubtful, kept().left_out, kept().all()), (1, 1, 2));

    let line = bench.store.lines_left(import).wait().expect("lines")[0].id;
    let lan = || person("Vũ Thị Lan", 1975, "Xã C");
    bench.take(|store| store.add_delegate(bench.session, None, lan(), None, Some(line)));
    let listed = || bench.lists().iter().filter(|one| one.contains("Vũ Thị Lan")).count();
    assert_eq!((listed(), left(&bench, import).len(), kept().doubtful), (1, 1, 0));
    let again = bench.store.add_delegate(bench.session, None, lan(), None, Some(line)).wait();
    assert!(matches!(again, Err(StoreError::Conflict)), "nobody comes in twice from one line");
    assert_eq!(listed(), 1);

    bench.store.undo().wait().expect("undone");
    assert_eq!((listed(), left(&bench, import).len()), (0, 2), "the line waits again");
    bench.store.undo().wait().expect("undone");
    assert_eq!(left(&bench, import), []);
    assert_eq!(bench.store.imports(bench.session).wait().expect("imports"), []);
}

#[test]
fn a_doubtful_line_keeps_why_it_is_doubtful() {
    let bench = StoreBench::new();
    let plan = planned(&bench, &["Hồ Văn Em,1970,Xã C", "Tám,1975,Xã C"]);
    bench.take(|store| store.apply_import(plan));
    let import = bench.store.imports(bench.session).wait().expect("imports")[0].id;
    let lines = left(&bench, import);
    assert_eq!(
        lines.iter().map(|line| (line.1.as_str(), line.2.as_deref())).collect::<Vec<_>>(),
        [("doubtful", Some("doubt-one-word"))]
    );
}

#[test]
fn who_is_erased_is_erased_from_the_lines_that_did_not_come_in() {
    let bench = StoreBench::new();
    let import = with_lines_left(&bench);
    let whom = Whom::Person(bench.delegate("Hồ Văn Em").person);
    let wish = Wish { whom, reason: "Theo yêu cầu".into(), register: false };
    bench.store.erase(wish).wait().expect("erased");
    let lines = left(&bench, import);
    assert_eq!(lines.iter().map(|line| line.0).collect::<Vec<_>>(), [3], "only the line with the name goes");
}

#[test]
fn whoever_stays_out_of_a_line_is_kept_also_beside_another_and_as_a_duplicate() {
    let bench = StoreBench::new();
    let text = "STT,Họ và tên,Năm sinh,Đơn vị,Ghi chú
1,Lê Văn Cũ,1960,Xã C,\"xin rút, cử bà Phan Thị Mới thay\"
2,Trần Thị Hai,1971,Xã C,
";
    let read = || {
        let today = jiff::civil::date(2026, 3, 1);
        taphuan::intake::read_bytes(text.as_bytes().to_vec(), "danh sách.csv", today).expect("a list")
    };
    let list = read();
    let known = bench.store.known_people(bench.session, list.name_keys()).wait().expect("known");
    let plan = taphuan::intake::plan(&list, bench.session, &known);
    let counts = bench.take(|store| store.apply_import(plan));
    assert_eq!((counts.new, counts.left), (1, 2));
    let import = bench.store.imports(bench.session).wait().expect("imports")[0].id;
    let names: Vec<Option<String>> = left(&bench, import).into_iter().map(|line| line.3).collect();
    assert_eq!(names, [Some("Lê Văn Cũ".to_owned()), Some("Phan Thị Mới".to_owned())]);
    let lines = bench.store.lines_left(import).wait().expect("lines");
    assert!(lines[1].text.starts_with("Phan Thị Mới"), "{}", lines[1].text);
}
