//! Own columns of a session: each change is a step that goes back and forth; values go with their delegates, their columns
//! and the erasure of people.

use taphuan::domain::dossier::Dossier;
use taphuan::domain::erasure::{Whom, Wish};
use taphuan::domain::id::OwnColumnId;
use taphuan::domain::mistake::Mistake;
use taphuan::domain::own_column::discussion::{By, Of, Units, divide};
use taphuan::domain::own_column::{OwnKind, OwnMistake, called};
use taphuan::domain::session::CopyOf;
use taphuan::intake::{self, ReadOptions};

use crate::support::editing::StoreBench;

const BINH: &str = "Nguyễn Văn Bình";
const AN: &str = "Lê Thị An";
const ELSEWHERE: &str = "Trần Đình Ân";

fn add(bench: &StoreBench, label: &str, kind: OwnKind) -> OwnColumnId {
    bench.take(|store| store.add_own_column(bench.session, label.into(), kind))
}

fn put(bench: &StoreBench, column: OwnColumnId, name: &str, text: &str) {
    bench.take(|store| store.put_own_value(column, vec![bench.id(name)], text.into()));
}

/// "Xe: Lê Thị An = Xe 1; …", a line for each column in its order.
fn told(dossier: &Dossier) -> Vec<String> {
    let name = |id| {
        let one = dossier.delegates.iter().find(|one| one.id == id).expect("a delegate of the session");
        one.details.full_name.clone()
    };
    let column = |column: &taphuan::domain::own_column::OwnColumn| {
        let mut values: Vec<String> =
            column.values.keys().map(|id| format!("{} = {}", name(*id), column.shown(*id))).collect();
        values.sort();
        format!("{}: {}", column.label, values.join("; "))
    };
    dossier.own_columns.iter().map(column).collect()
}

#[test]
fn columns_and_what_stands_in_them_are_steps() {
    let bench = StoreBench::new();
    let bus = add(&bench, " Xe ", OwnKind::Text);
    let meal = add(&bench, "Ăn chay", OwnKind::YesNo);
    let age = add(&bench, "Số người đi cùng", OwnKind::Number);
    put(&bench, bus, BINH, "Xe 1");
    put(&bench, bus, BINH, "Xe  2");
    put(&bench, meal, AN, "có");
    put(&bench, age, AN, "1.200,50");
    bench.take(|store| store.put_own_value(bus, vec![bench.id(AN), bench.id(ELSEWHERE)], "Xe 3".into()));
    assert_eq!(
        told(&bench.dossier()),
        [
            "Xe: Lê Thị An = Xe 3; Nguyễn Văn Bình = Xe 2; Trần Đình Ân = Xe 3",
            "Ăn chay: Lê Thị An = x",
            "Số người đi cùng: Lê Thị An = 1200,5",
        ]
    );
    bench.take(|store| store.rename_own_column(meal, "Suất chay".into()));
    bench.take(|store| store.order_own_columns(bench.session, vec![age]));
    put(&bench, meal, AN, "không");
    assert_eq!(bench.take(|store| store.remove_own_column(bus)), 3, "so many are lost");
    assert_eq!(told(&bench.dossier()), ["Số người đi cùng: Lê Thị An = 1200,5", "Suất chay: "]);
    bench.undo();
    assert_eq!(
        told(&bench.dossier())[1],
        "Xe: Lê Thị An = Xe 3; Nguyễn Văn Bình = Xe 2; Trần Đình Ân = Xe 3"
    );
    // Who is taken off the list and put back has what they had.
    bench.take(|store| store.remove_delegates(bench.session, vec![bench.id(BINH)]));
    bench.undo();
    assert!(told(&bench.dossier())[1].contains("Nguyễn Văn Bình = Xe 2"));
    // The same again is no step.
    let same = bench.store.put_own_value(bus, vec![bench.id(BINH)], "Xe 2".into()).outcome().expect("done");
    assert!(same.step.is_none());
}

#[test]
fn what_does_not_fit_is_refused() {
    let bench = StoreBench::new();
    let meal = add(&bench, "Ăn chay", OwnKind::YesNo);
    let own = |mistake| Mistake::Own(mistake);
    let add_it = |label: &'static str, kind| {
        bench.refused(move |store| store.add_own_column(bench.session, label.into(), kind))
    };
    assert_eq!(add_it("ăn CHAY", OwnKind::Text), own(OwnMistake::LabelTaken("Ăn chay".into())));
    assert_eq!(add_it("Ghi chú", OwnKind::Text), own(OwnMistake::FixedLabel("Ghi chú".into())));
    assert_eq!(add_it(" ", OwnKind::Text), own(OwnMistake::NoLabel));
    let refused = bench.refused(|store| store.put_own_value(meal, vec![bench.id(AN)], "trứng".into()));
    assert_eq!(refused, own(OwnMistake::NotYesNo("trứng".into())));
    let gone = bench.refused(|store| store.put_own_value(OwnColumnId(99), vec![bench.id(AN)], "x".into()));
    assert_eq!(gone, own(OwnMistake::UnknownColumn));
    add(&bench, "Tổ thảo luận", OwnKind::Group);
    assert_eq!(add_it("Tổ hai", OwnKind::Group), own(OwnMistake::GroupsTwice("Tổ thảo luận".into())));
    for number in 3..=12 {
        add(&bench, &format!("Cột {number}"), OwnKind::Text);
    }
    assert_eq!(add_it("Cột 13", OwnKind::Text), own(OwnMistake::TooMany));
}

#[test]
fn groups_fill_their_column_in_one_step() {
    let bench = StoreBench::new();
    let groups =
        |dossier: &Dossier| divide(&dossier.delegates, Of::All, By::Groups(2), Units::Mixed).expect("groups");
    let divided = groups(&bench.dossier());
    bench.take(|store| store.put_in_groups(bench.session, divided));
    let dossier = bench.dossier();
    assert_eq!(
        told(&dossier),
        ["Tổ thảo luận: Lê Thị An = Tổ 1; Nguyễn Văn Bình = Tổ 2; Trần Đình Ân = Tổ 1"]
    );
    // Editable as any value, and the number alone is enough.
    put(&bench, dossier.own_columns[0].id, AN, "2");
    assert!(told(&bench.dossier())[0].contains("Lê Thị An = Tổ 2"));
    let one = divide(&bench.dossier().delegates, Of::All, By::Groups(1), Units::Kept).expect("groups");
    bench.take(|store| store.put_in_groups(bench.session, one));
    assert_eq!(bench.dossier().own_columns[0].different().len(), 1, "they were placed anew");
}

#[test]
fn a_session_made_from_this_one_has_its_columns_and_not_what_stands_in_them() {
    let bench = StoreBench::new();
    let bus = add(&bench, "Xe", OwnKind::Text);
    add(&bench, "Ăn chay", OwnKind::YesNo);
    put(&bench, bus, AN, "Xe 1");
    let copy = CopyOf {
        title: "Lớp sau".into(),
        starts: None,
        clusters: true,
        delegates: true,
        guests: true,
        programme: true,
    };
    let next = bench.take(|store| store.copy_session(bench.session, copy));
    let next = bench.store.dossier(next).wait().expect("dossier");
    assert_eq!(next.delegates.len(), 3);
    assert_eq!(told(&next), ["Xe: ", "Ăn chay: "]);
}

#[test]
fn two_who_become_one_keep_what_stands_there_of_either() {
    let bench = StoreBench::new();
    let (bus, room) = (add(&bench, "Xe", OwnKind::Text), add(&bench, "Phòng", OwnKind::Text));
    put(&bench, bus, BINH, "Xe 1");
    put(&bench, bus, AN, "Xe 2");
    put(&bench, room, AN, "305");
    let (stays, goes) = (bench.delegate(BINH), bench.delegate(AN));
    bench.take(|store| store.merge_people(stays.person, goes.person, stays.details));
    assert_eq!(told(&bench.dossier()), ["Xe: Nguyễn Văn Bình = Xe 1", "Phòng: Nguyễn Văn Bình = 305"]);
}

#[test]
fn what_is_erased_of_a_person_stands_in_no_column_and_comes_back_by_no_undoing() {
    let bench = StoreBench::new();
    let (room, secret) = (add(&bench, "Phòng", OwnKind::Text), "Phòng bí mật 4711");
    put(&bench, room, AN, secret);
    put(&bench, room, BINH, "Phòng 2");
    let an = bench.delegate(AN);
    put(&bench, room, AN, "Phòng 3");
    bench.store.remove_own_column(room).wait().expect("removed");
    let wish = Wish { whom: Whom::Person(an.person), reason: "Theo đơn".into(), register: false };
    bench.store.erase(wish).wait().expect("erased");
    bench.undo();
    let left = told(&bench.dossier());
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(left[0].ends_with("Nguyễn Văn Bình = Phòng 2") && !left[0].contains("Phòng 3"), "{left:?}");
    drop(bench.store);
    let bytes = std::fs::read(&bench.path).expect("the file");
    let holds = |text: &str| bytes.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(!holds("4711"), "the file still holds it");
}

/// A list of people with two columns more, and what the session has then.
fn imported(bench: &StoreBench, text: &str, options: ReadOptions) -> Dossier {
    let own = bench.store.own_column_labels(bench.session).wait().expect("labels");
    let options = ReadOptions { own, ..options };
    let today = jiff::civil::date(2026, 3, 1);
    let list = intake::read_bytes_with(text.as_bytes().to_vec(), "xe.csv", today, &options).expect("a list");
    let known = bench.store.known_people(bench.session, list.name_keys()).wait().expect("known");
    let plan = intake::plan(&list, bench.session, &known);
    bench.take(|store| store.apply_import(plan));
    bench.dossier()
}

#[test]
fn a_list_fills_the_columns_of_its_headings_and_costs_nobody() {
    let bench = StoreBench::new();
    add(&bench, "Xe", OwnKind::Text);
    add(&bench, "Ăn chay", OwnKind::YesNo);
    // Under a heading that would mean a hamlet otherwise.
    add(&bench, "Tổ thảo luận", OwnKind::Group);
    let list = "STT,Họ và tên,Năm sinh,Đơn vị,Chức vụ,XE,Ăn chay,Tổ thảo luận\n\
                1,Nguyễn Văn Bình,1969,Xã Tam Đại,Trưởng ban CTMT,Xe 2,x,1\n\
                2,Vũ Thị Mới,1980,Xã Tam Đại,Phó ban,Xe 1,trứng,Tổ 2\n\
                3,Lê Thị An,1975,Xã Tam Đại,Trưởng ban CTMT,,không,\n";
    let dossier = imported(&bench, list, ReadOptions::default());
    assert_eq!(
        told(&dossier),
        [
            "Xe: Nguyễn Văn Bình = Xe 2; Vũ Thị Mới = Xe 1",
            "Ăn chay: Nguyễn Văn Bình = x",
            "Tổ thảo luận: Nguyễn Văn Bình = Tổ 1; Vũ Thị Mới = Tổ 2",
        ]
    );
    let new = dossier.delegates.iter().find(|one| one.details.full_name == "Vũ Thị Mới").expect("came in");
    assert_eq!(new.details.unit.as_deref(), Some("Xã Tam Đại"), "the group is no unit");
    // A later list that says nothing there takes nothing away, and "không" does.
    let list = "STT,Họ và tên,Năm sinh,Đơn vị,Chức vụ,Xe,Ăn chay\n\
                1,Nguyễn Văn Bình,1969,Xã Tam Đại,Trưởng ban CTMT,,không\n";
    let dossier = imported(&bench, list, ReadOptions::default());
    assert_eq!(told(&dossier)[..2], ["Xe: Nguyễn Văn Bình = Xe 2; Vũ Thị Mới = Xe 1", "Ăn chay: "]);
}

#[test]
fn a_value_that_does_not_fit_is_remarked() {
    let bench = StoreBench::new();
    add(&bench, "Ăn chay", OwnKind::YesNo);
    let list = "STT,Họ và tên,Đơn vị,Ăn chay\n1,Vũ Thị Mới,Xã Tam Đại,trứng\n";
    let own = vec!["Ăn chay".to_owned()];
    let options = ReadOptions { own, ..ReadOptions::default() };
    let today = jiff::civil::date(2026, 3, 1);
    let list = intake::read_bytes_with(list.as_bytes().to_vec(), "a.csv", today, &options).expect("a list");
    let known = bench.store.known_people(bench.session, list.name_keys()).wait().expect("known");
    let plan = intake::plan(&list, bench.session, &known);
    let remarks: Vec<&str> = plan.rows[0].remarks.iter().map(|remark| remark.id.as_ref()).collect();
    assert_eq!(remarks, ["intake-remark-own-yes-no"]);
    assert_eq!((plan.done().new, &plan.rows[0].own), (1, &Vec::new()));
}

#[test]
fn a_column_that_the_user_points_out_becomes_one_of_the_session_and_is_known_again() {
    let bench = StoreBench::new();
    let text = "STT,Họ và tên,Đơn vị,Áo,Số con\n1,Lê Thị An,Xã Tam Đại,XL,2\n2,Trần Đình Ân,Xã Tam Dân,M,0\n";
    let today = jiff::civil::date(2026, 3, 1);
    let found = intake::read_bytes(text.as_bytes().to_vec(), "a.csv", today).expect("a list");
    let meanings = intake::Meanings {
        own: vec![(3, "Áo".into()), (4, "Số con".into())],
        ..intake::Meanings::default()
    };
    let by_hand = vec![(found.layout.fingerprint(), meanings)];
    let options = ReadOptions { by_hand, ..ReadOptions::default() };
    let list = intake::read_bytes_with(text.as_bytes().to_vec(), "a.csv", today, &options).expect("a list");
    let remembered = vec![list.layout.to_remember()];
    let dossier = imported(&bench, text, options);
    assert_eq!(
        told(&dossier),
        ["Áo: Lê Thị An = XL; Trần Đình Ân = M", "Số con: Lê Thị An = 2; Trần Đình Ân = 0"]
    );
    assert_eq!(called(&dossier.own_columns, "số con").map(|column| column.kind), Some(OwnKind::Number));
    // Where the session has no such column what is remembered makes none.
    let other = StoreBench::new();
    let dossier = imported(
        &other,
        &text.replace("Lê Thị An", "Vũ Mới"),
        ReadOptions { remembered, ..ReadOptions::default() },
    );
    assert!(dossier.own_columns.is_empty());
}

#[test]
fn the_history_tells_what_stood_in_a_column() {
    let bench = StoreBench::new();
    let bus = add(&bench, "Xe", OwnKind::Text);
    put(&bench, bus, AN, "Xe 1");
    bench.store.put_own_value(bus, vec![bench.id(BINH)], "Xe 9".into()).wait().expect("between");
    put(&bench, bus, AN, "Xe 2");
    let line = bench.store.history(1).wait().expect("history").remove(0);
    let step = bench.store.history_step(line.id).wait().expect("a step");
    let said = format!("{step:?}");
    for word in [AN, "Xe 1", "Xe 2"] {
        assert!(said.contains(word), "{word}: {said}");
    }
}
