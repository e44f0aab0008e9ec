//! A list of 10,000 rows against a registry of 100,000 people: what it means, and writing
//! it: `cargo bench --bench import`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::id::SessionId;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::SessionDetails;
use taphuan::intake;
use taphuan::sentence::Sentence;
use taphuan::store::{Operation, Store};

const PEOPLE: usize = 100_000;
const ROWS: usize = 10_000;
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 1);

/// An invented person; every tenth number names one of the list.
fn person(number: usize) -> PersonDetails {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ"];
    let middle =
        ["Văn", "Thị", "Đình", "Ngọc", "Hữu", "Thanh", "Minh", "Xuân", "Quang", "Kim", "Bích", "Đức"];
    let given = ["An", "Ánh", "Bình", "Cường", "Dũng", "Đào", "Hằng", "Hòa", "Khánh", "Lan", "Tú", "Yến"];
    let of = |words: &[&'static str], number: usize| words[number % words.len()];
    let commune = format!("Xã Tam {}", of(&given, number / 11));
    PersonDetails {
        full_name: format!(
            "{} {} {} {}",
            of(&family, number),
            of(&middle, number / 3),
            of(&given, number / 37),
            of(&given, number / 7)
        ),
        birth: FuzzyDate::year_only(1950 + i16::try_from(number % 45).unwrap_or(0)).ok(),
        position: Some("Trưởng ban Công tác Mặt trận".to_owned()),
        unit: Some(format!("Thôn {}, xã Tam {}", number % 90, of(&given, number / 11))),
        unit_group: Some(commune),
        phone: Some(format!("09{number:08}")),
        ..PersonDetails::default()
    }
}

fn store() -> (tempfile::TempDir, Store, SessionId) {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("a.taphuan")).expect("created");
    let session = store
        .plant(
            Operation::new(Sentence::new("operation-sample")),
            taphuan::sample::blueprints().expect("samples"),
        )
        .wait()
        .expect("planted")[0];
    let people = (0..PEOPLE).map(person).collect();
    store.add_people(Operation::new(Sentence::new("operation-sample")), people).wait().expect("added");
    (folder, store, session)
}

/// The list: every tenth row names somebody known, the others are new.
fn list() -> intake::ReadList {
    intake::read_bytes(list_of(ROWS).into_bytes(), "danh sách.csv", TODAY).expect("a list")
}

fn list_of(rows: usize) -> String {
    let mut text = String::from("STT,Họ và tên,Năm sinh,Chức vụ,Đơn vị,Điện thoại\n");
    for row in 0..rows {
        let number = if row % 10 == 0 { row * 7 } else { PEOPLE + row * 3 };
        let person = person(number);
        let year = person.birth.and_then(FuzzyDate::year).unwrap_or(1950);
        let of = |text: Option<String>| text.unwrap_or_default();
        text.push_str(&format!(
            "{},{},{year},{},\"{}\",{}\n",
            row + 1,
            person.full_name,
            of(person.position),
            of(person.unit),
            of(person.phone)
        ));
    }
    text
}

fn importing(criterion: &mut Criterion) {
    let (_folder, store, session) = store();
    let list = list();
    assert_eq!(list.rows.len(), ROWS);
    let mut group = criterion.benchmark_group("a list of 10,000 against 100,000 people");
    group.sample_size(10).measurement_time(Duration::from_secs(10));
    group.bench_function("plan", |bencher| {
        bencher.iter(|| {
            let known = store.known_people(session, list.name_keys()).wait().expect("known");
            black_box(intake::plan(&list, session, &known).counts())
        });
    });
    let known = store.known_people(session, list.name_keys()).wait().expect("known");
    let plan = intake::plan(&list, session, &known);
    println!("{:?}", plan.done());
    group.bench_function("offers", |bencher| {
        bencher.iter(|| black_box(store.import_offers(plan.clone()).wait().expect("offers")));
    });
    group.bench_function("apply", |bencher| {
        bencher.iter_custom(|times| {
            let mut taken = Duration::ZERO;
            for _ in 0..times {
                let plan = plan.clone();
                let start = Instant::now();
                black_box(store.apply_import(plan).wait().expect("applied"));
                taken += start.elapsed();
                store.undo().wait().expect("undone");
            }
            taken
        });
    });
    group.finish();
}

/// A list into an empty session, as the verb does it: read, compared, written; then what the
/// file weighs, and how long it takes to take it all back.
fn into_an_empty_session(_: &mut Criterion) {
    for rows in [433, 4_330, 43_300] {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        let store = Store::create(&path).expect("created");
        let details = SessionDetails { title: "Lớp".to_owned(), ..SessionDetails::default() };
        let session = store.start_session(details, None).wait().expect("a session");
        let text = list_of(rows);
        let start = Instant::now();
        let list = intake::read_bytes(text.into_bytes(), "danh sách.csv", TODAY).expect("a list");
        let known = store.known_people(session, list.name_keys()).wait().expect("known");
        let plan = intake::plan(&list, session, &known);
        let read = start.elapsed();
        let done = store.apply_import(plan).outcome().expect("applied");
        let written = start.elapsed();
        let weight = std::fs::metadata(&path).expect("the file").len() / 1000;
        let start = Instant::now();
        store.undo().wait().expect("undone");
        let undone = start.elapsed();
        println!(
            "{} people: read and compared {read:?}, on the disk after {written:?}, {weight} kB; undone {undone:?}",
            done.value.new
        );
    }
}

criterion_group!(benches, importing, into_an_empty_session);
criterion_main!(benches);
