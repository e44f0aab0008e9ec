//! The matching rules.

use super::*;
use crate::domain::list::ListEncoding;
use crate::domain::list::{Choice, RowKind};
use crate::intake::{Converted, Layout};

/// A person from "name|birth|unit".
fn person(line: &str) -> PersonDetails {
    let mut fields = line.split('|').map(|field| (!field.is_empty()).then(|| field.to_owned()));
    let mut next = || fields.next().flatten();
    PersonDetails {
        full_name: next().expect("a name"),
        birth: next().map(|birth| birth.parse().expect("a date")),
        unit: next(),
        ..PersonDetails::default()
    }
}

fn delegate(id: i64, line: &str) -> Delegate {
    Delegate {
        erased: false,
        id: DelegateId(id),
        person: PersonId(id + 100),
        cluster: None,
        state: DelegateState::Listed,
        fixed_number: None,
        supplementary: false,
        walk_in: false,
        substitute_for: None,
        sort_name: None,
        details: person(line),
    }
}

fn list(lines: &[&str]) -> ReadList {
    let row = |(row, line): (u32, &&str)| ReadRow { row, person: person(line), ..ReadRow::default() };
    ReadList {
        lines: Vec::new(),
        remarks: Vec::new(),
        source: "list.xlsx".into(),
        encoding: ListEncoding::Unicode,
        converted: Converted::default(),
        layout: Layout::default(),
        tables: vec![Layout::default()],
        sheets: Vec::new(),
        without_list: Vec::new(),
        rows: (2..).zip(lines).map(row).collect(),
    }
}

/// Each outcome in short: "new", "new 7", "update 3", "same 3", "row 2 <id>", "delegate 3 <id>".
fn outcomes(lines: &[&str], known: &KnownPeople) -> Vec<String> {
    let plan = plan(&list(lines), SessionId(1), known);
    let short = |row: &PlannedRow| match &row.outcome {
        RowOutcome::New(None) => "new".to_owned(),
        RowOutcome::New(Some(person)) => format!("new {}", person.0),
        RowOutcome::Update(delegate) => format!("update {}", delegate.0),
        RowOutcome::Same(delegate) => format!("same {}", delegate.0),
        RowOutcome::Duplicate(Twin::Row(place), why) => {
            format!("row {} {}", plan.rows[*place].row, why.id)
        }
        RowOutcome::Duplicate(Twin::Delegate(delegate), why) => {
            format!("delegate {} {}", delegate.0, why.id)
        }
        RowOutcome::Duplicate(Twin::Person(person), why) => format!("person {} {}", person.0, why.id),
        RowOutcome::Error(why) => why.id.clone(),
    };
    plan.rows.iter().map(short).collect()
}

#[test]
fn rows_of_one_file_are_compared() {
    let outcomes = outcomes(
        &[
            "Lê Hoà|1969|Thôn 1, xã A",
            "LÊ HÒA|1969|Thôn 1, xã A",
            "Lê Hòa||Thôn 1",
            "Lê Hòa|1969|Xã B",
            "Lê Hòa|1970|Thôn 1, xã A",
            "Lê Hóa|1969|Thôn 1, xã A",
            "Lê Hòa|1980|Xã B",
            "Lê Hòa||Xã C",
        ],
        &KnownPeople::default(),
    );
    assert_eq!(
        outcomes,
        [
            "new",
            "row 2 intake-duplicate-row",
            "row 2 intake-duplicate-row-hamlet",
            "row 2 intake-duplicate-row-unit",
            "row 2 intake-duplicate-row-year",
            "new",
            "new",
            "new",
        ]
    );
}

#[test]
fn two_people_of_one_unit_list_and_year_need_different_dates() {
    let outcomes = outcomes(&["Lê An|1969-05-02|Xã A", "Lê An|1969-07-08|Xã B"], &KnownPeople::default());
    assert_eq!(outcomes, ["new", "new"]);
}

#[test]
fn rows_are_compared_with_the_delegates() {
    let mut withdrawn = delegate(4, "Vũ Dần|1960|Xã A");
    withdrawn.state = DelegateState::Withdrawn;
    let known = KnownPeople {
        delegates: vec![
            delegate(3, "Lê Cư|1971|Xã A"),
            delegate(1, "Lê An|1969|Thôn 1, xã A"),
            delegate(2, "Vũ Bé|1970|Xã A"),
            withdrawn,
            delegate(6, "Hồ Em|1950|Xã A"),
            delegate(5, "Hồ Em|1950|Xã A"),
            delegate(7, "Đỗ Gấm|1951|Xã A"),
            delegate(8, "Đỗ Gấm|1952|Xã B"),
        ],
        people: Vec::new(),
        ..KnownPeople::default()
    };
    let outcomes = outcomes(
        &[
            "Lê An|1969|Thôn 1",
            "Vũ Bé|1970-02-03|Xã A",
            "Lê Cư|1971|Xã B",
            "Lê Cư|1972|Xã A",
            "Vũ Dần|1960|Xã A",
            "Hồ Em|1950|Xã A",
            "Đỗ Gấm||",
            "Ai Đó|1950|Xã A",
        ],
        &known,
    );
    assert_eq!(
        outcomes,
        [
            "same 1",
            "update 2",
            "delegate 3 intake-duplicate-unit",
            "delegate 3 intake-duplicate-year",
            "delegate 4 intake-duplicate-withdrawn",
            "same 5",
            "delegate 7 intake-duplicate-several",
            "new",
        ]
    );
}

#[test]
fn the_registry_is_believed_only_when_sure() {
    let known = KnownPeople {
        delegates: vec![delegate(1, "Lê An|1969|Xã A")],
        people: vec![
            (PersonId(12), person("Vũ Bé|1970|Xã A")),
            (PersonId(11), person("Vũ Bé|1970|Xã A")),
            (PersonId(20), person("Lê Cư|1971|Xã A")),
            (PersonId(101), person("Lê An|1969|Xã C")),
            (PersonId(30), person("Hồ Em|1950|Xã A")),
            (PersonId(31), person("Hồ Em|1950|Xã B")),
        ],
        ..KnownPeople::default()
    };
    let lines = ["Vũ Bé|1970|", "Lê Cư|1971|Xã B", "Lê Cư||", "Lê An||Xã C", "Hồ Em|1950|"];
    let found = outcomes(&lines, &known);
    let expected =
        ["new 11", "new", "row 3 intake-duplicate-row", "delegate 1 intake-duplicate-registry", "new"];
    assert_eq!(found, expected);
    let plan = plan(&list(&lines), SessionId(1), &known);
    let knows: Vec<_> = plan.rows.iter().map(|row| plan.knows(row)).collect();
    assert_eq!(knows, [true, false, false, true, false]);
    assert_eq!(plan.rows[0].person.unit.as_deref(), Some("Xã A"));
}

#[test]
fn the_order_of_what_is_known_does_not_matter() {
    let mut known = KnownPeople {
        delegates: (1..30).map(|id| delegate(id, "Lê An|1969|Xã A")).collect(),
        people: (1..30).map(|id| (PersonId(id), person("Vũ Bé|1970|Xã A"))).collect(),
        ..KnownPeople::default()
    };
    let lines = ["Lê An|1969|Xã A", "Vũ Bé|1970|Xã A"];
    let before = outcomes(&lines, &known);
    known.delegates.reverse();
    known.people.reverse();
    assert_eq!(outcomes(&lines, &known), before);
    assert_eq!(before, ["same 1", "new 1"]);
}

#[test]
fn slips_of_the_hand_are_near_enough_to_ask() {
    let known = KnownPeople {
        delegates: vec![
            delegate(1, "Lê Thị Hòa|1969|Thôn 1, xã A"),
            delegate(2, "Vũ Bé|1970|Thôn 2, xã A"),
            delegate(3, "Hồ Em|1958|Thôn 3, xã A"),
        ],
        people: Vec::new(),
        ..KnownPeople::default()
    };
    let lines = [
        "Le Thi Hoa|1969|Thôn 1, xã A",
        "LE THI HOA||Thôn 1",
        "Le Thi Hoa|1969|Xã B",
        "Vũ Bé|1907|Thôn 2",
        "Hồ Em|1959|Thôn 3",
        "Hồ Em|1971|Thôn 3",
        "Lê Thị Hoá|1969|Thôn 1, xã A",
    ];
    let alone: Vec<String> = lines.iter().map(|line| outcomes(&[line], &known).remove(0)).collect();
    assert_eq!(
        alone,
        [
            "delegate 1 intake-duplicate-marks",
            "delegate 1 intake-duplicate-marks",
            "new",
            "delegate 2 intake-duplicate-year",
            "delegate 3 intake-duplicate-year",
            "new",
            "new",
        ]
    );
}

#[test]
fn a_doubtful_row_shows_whom_it_collides_with_and_can_be_decided() {
    let known = KnownPeople {
        delegates: vec![delegate(3, "Lê Cư|1971|Xã A")],
        people: vec![(PersonId(50), person("Vũ Bé|1970|Xã C"))],
        ..KnownPeople::default()
    };
    let mut plan =
        plan(&list(&["Lê Cư|1971|Xã B", "Lê Cư|1971|Xã B", "Vũ Bé|1970|Xã A"]), SessionId(1), &known);
    let collision = plan.rows[0].collision.as_ref().expect("a collision");
    assert_eq!(collision.with, Twin::Delegate(DelegateId(3)));
    let differing = collision.differences(&plan.rows[0].person);
    assert_eq!(differing.len(), 1);
    assert_eq!((differing[0].field.code(), differing[0].known.as_deref()), ("unit", Some("Xã A")));
    assert_eq!(collision.updated.unit.as_deref(), Some("Xã B"));

    // The registry's near one is offered, not taken.
    assert_eq!(plan.rows[2].outcome, RowOutcome::New(None));
    assert_eq!(plan.rows[2].collision.as_ref().map(|near| near.with), Some(Twin::Person(PersonId(50))));

    assert_eq!((plan.counts().duplicate, plan.done().duplicate), (2, 2));
    let decided = plan.choose_for(RowKind::Duplicate, Choice::Update);
    assert_eq!((decided.chosen, plan.done().update), (1, 1));
    assert_eq!(decided.taken, [(1, 0)], "two rows for one delegate would overwrite each other");
    plan.choose(&[0], Choice::Skip);
    assert_eq!(plan.choose(&[1], Choice::Update).chosen, 1);
    assert_eq!(plan.choose(&[2], Choice::Skip).chosen, 1);
    assert_eq!(plan.done().new, 0);
}

#[test]
fn rows_of_several_sheets_are_told_apart_by_their_place() {
    let mut list = list(&["Lê An|1969|Xã A", "Vũ Bé|1970|Xã A", "Hồ Em|1971|Xã B", "Vũ Bé|1970|Xã A"]);
    for (row, (number, sheet)) in list.rows.iter_mut().zip([(2, "A"), (3, "A"), (2, "B"), (3, "B")]) {
        row.row = number;
        row.stands_in(&sheet.into());
    }
    let known =
        KnownPeople { people: vec![(PersonId(7), person("Vũ Bé|1970|Xã A"))], ..KnownPeople::default() };
    let plan = plan(&list, SessionId(1), &known);
    let RowOutcome::Duplicate(twin, why) = &plan.rows[3].outcome else { panic!("no duplicate") };
    assert_eq!(*twin, Twin::Row(1));
    let knows: Vec<bool> = plan.rows.iter().map(|row| plan.knows(row)).collect();
    assert_eq!(knows, [false, true, false, true]);
    let said = crate::locale::Locale::new(crate::locale::Language::Vietnamese).say(why);
    assert!(said.starts_with("Dòng 3 (“B”): Vũ Bé trùng với dòng 3 (“A”)"), "{said}");
}

#[test]
fn two_rows_never_stand_for_one_person_of_the_registry() {
    let known =
        KnownPeople { people: vec![(PersonId(7), person("Vũ Bé|1970|Xã A"))], ..KnownPeople::default() };
    // Both are near the one person, and far from each other.
    let mut near = plan(&list(&["Vũ Bé|1970|Xã B", "Vũ Bé|1971|Xã A"]), SessionId(1), &known);
    assert_eq!(near.choose(&[0, 1], Choice::Update).taken, [(1, 0)]);
    assert_eq!(near.choose(&[0, 1], Choice::Add).chosen, 2);
    // One is that person, whoever comes first.
    let mut sure = plan(&list(&["Vũ Bé|1970|Xã B", "Vũ Bé||Xã A"]), SessionId(1), &known);
    assert_eq!(sure.rows[1].outcome, RowOutcome::New(Some(PersonId(7))));
    assert_eq!(sure.choose(&[0], Choice::Update).taken, [(0, 1)]);
    sure.choose(&[1], Choice::Skip);
    assert_eq!(sure.choose(&[0], Choice::Update).chosen, 1);
}

#[test]
fn comparing_stops_when_asked_and_else_says_the_same() {
    let known = KnownPeople { delegates: vec![delegate(3, "Lê An|1969|Xã A")], ..KnownPeople::default() };
    let list = list(&["Lê An|1969|Xã A", "Vũ Bé|1970|Xã B"]);
    let progress = Progress::default();
    let watched = plan_watched(&list, SessionId(1), &known, &progress);
    assert_eq!(watched, Some(plan(&list, SessionId(1), &known)));
    progress.cancel();
    assert_eq!(plan_watched(&list, SessionId(1), &known, &progress), None);
}

#[test]
fn who_is_not_in_a_list_that_is_sent_again_is_named() {
    let known = KnownPeople {
        delegates: vec![
            delegate(1, "Lê An|1969|Xã A"),
            delegate(2, "Vũ Bé|1970|Xã A"),
            delegate(3, "Hồ Cúc|1971|Xã B"),
            Delegate { state: DelegateState::Withdrawn, ..delegate(4, "Đỗ Dần|1950|Xã A") },
        ],
        ..KnownPeople::default()
    };
    let told = |lines: &[&str]| {
        let plan = plan(&list(lines), SessionId(1), &known);
        let locale = crate::locale::Locale::new(crate::locale::Language::Vietnamese);
        plan.remarks.iter().map(|remark| locale.say(remark)).collect::<Vec<_>>()
    };
    let again = told(&["Lê An|1969|Xã A"]);
    assert_eq!(again.len(), 1, "of the other commune and of who was withdrawn nothing is said");
    assert!(again[0].contains("Xã A") && again[0].contains("Vũ Bé") && !again[0].contains("Dần"));
    assert_eq!(told(&["Lý Mới|1980|Xã A"]), [""; 0], "a list of further people leaves nobody out");
    assert_eq!(told(&["Lê An|1969|Xã A", "Vũ Bé|1970|Xã A"]), [""; 0]);
}
