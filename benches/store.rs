//! The data file at 1×, 10× and 100×: `cargo bench --bench store`.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use taphuan::domain::certificate::register::RegisterQuery;
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::SessionId;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::registry::{Order, Wanted};
use taphuan::domain::session::SessionDetails;
use taphuan::sentence::Sentence;
use taphuan::store::{Operation, Store};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// Invented people with names as varied as real ones.
fn people(count: usize) -> Vec<PersonDetails> {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ"];
    let middle =
        ["Văn", "Thị", "Đình", "Ngọc", "Hữu", "Thanh", "Minh", "Xuân", "Quang", "Kim", "Bích", "Công", "Đức"];
    let given = [
        "An", "Ánh", "Bình", "Cường", "Dũng", "Đào", "Hằng", "Hòa", "Khánh", "Lan", "Liên", "Mai", "Nga",
        "Nghĩa", "Phong", "Sơn", "Tuấn", "Uyên", "Yến",
    ];
    (0..count)
        .map(|n| PersonDetails {
            full_name: format!(
                "{} {} {}",
                family[n % family.len()],
                middle[n / 3 % middle.len()],
                given[n / 7 % given.len()]
            ),
            birth: FuzzyDate::year_only(1950 + i16::try_from(n % 45).unwrap_or(0)).ok(),
            position: Some("Trưởng ban Công tác Mặt trận".into()),
            unit: Some(format!("Thôn {}, xã Tam {}", n % 90, given[n % given.len()])),
            phone: Some(format!("09{:08}", n)),
            ..PersonDetails::default()
        })
        .collect()
}

fn step() -> Operation {
    Operation::new(Sentence::new("operation-sample"))
}

fn filled(folder: &Path, count: usize) -> Store {
    let store = Store::create(&folder.join(format!("{count}.taphuan"))).expect("create");
    store.add_people(step(), people(count)).wait().expect("fill");
    store
}

fn search(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("folder");
    let mut group = criterion.benchmark_group("search");
    for size in SIZES {
        let store = filled(folder.path(), size);
        // Many hits, some hits, one person, nobody.
        for words in ["nguyen", "nguyễn văn bình", "0900000777", "khong co ai"] {
            group.bench_with_input(BenchmarkId::new(words, size), &words, |bencher, words| {
                bencher.iter(|| black_box(store.search(words).wait().expect("search").len()));
            });
        }
    }
    group.finish();
}

/// The first search after an edit reads the keys again.
fn search_after_edit(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("folder");
    let mut group = criterion.benchmark_group("search-after-edit");
    group.sample_size(10);
    for size in SIZES {
        let store = filled(folder.path(), size);
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_batched(
                || store.add_people(step(), people(1)).wait().expect("edit"),
                |_| black_box(store.search("binh").wait().expect("search").len()),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// The table of people: read after a change, searched, sorted, and looked through for
/// those who stand there twice.
fn registry(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("folder");
    let mut group = criterion.benchmark_group("registry");
    group.sample_size(10);
    for size in SIZES {
        let store = filled(folder.path(), size);
        group.bench_function(BenchmarkId::new("read after a change", size), |bencher| {
            bencher.iter_batched(
                || store.add_people(step(), people(1)).wait().expect("edit"),
                |_| black_box(store.registry().wait().expect("registry").lines().len()),
                BatchSize::PerIteration,
            );
        });
        let registry = store.registry().wait().expect("registry");
        let wanted = Wanted { words: "binh".to_owned(), ..Wanted::default() };
        group.bench_function(BenchmarkId::new("search", size), |bencher| {
            bencher.iter(|| black_box(registry.find(&wanted, Order::Name, false).len()));
        });
        group.bench_function(BenchmarkId::new("sort everybody by unit", size), |bencher| {
            bencher.iter(|| black_box(registry.find(&Wanted::default(), Order::Unit, false).len()));
        });
        group.bench_function(BenchmarkId::new("who stands there twice", size), |bencher| {
            bencher.iter(|| black_box(registry.twins().len()));
        });
    }
    group.finish();
}

/// What the caller waits for, and what the disk takes.
fn write(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("folder");
    let mut group = criterion.benchmark_group("write");
    group.sample_size(20);
    for size in SIZES {
        let store = filled(folder.path(), size);
        println!("write/handed over/{size}: median {:?}", handed_over(&store));
        group.bench_function(BenchmarkId::new("on the disk", size), |bencher| {
            bencher.iter_batched(
                || people(1),
                |one| store.add_people(step(), one).wait().expect("write"),
                BatchSize::PerIteration,
            );
        });
        group.bench_function(BenchmarkId::new("undone", size), |bencher| {
            bencher.iter_batched(
                || store.add_people(step(), people(1)).wait().expect("write"),
                |_| store.undo().wait().expect("undo"),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// How long the caller of a write is held up. Each write is let finish before
/// the next, so that this is not measured against a long queue; so criterion,
/// which would repeat a microsecond a million times, is of no use here.
fn handed_over(store: &Store) -> Duration {
    let mut times: Vec<Duration> = (0..200)
        .map(|_| {
            let one = people(1);
            let start = Instant::now();
            let pending = store.add_people(step(), one);
            let time = start.elapsed();
            pending.wait().expect("write");
            time
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

/// Numbers for everybody of a session, and the register they stand in.
fn certificates(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("certificates");
    group.sample_size(10);
    for size in [433, 4_330] {
        group.bench_function(BenchmarkId::new("issue", size), |bencher| {
            bencher.iter_batched(
                || uncertified(size),
                |(folder, store, session)| {
                    assert_eq!(store.issue_certificates(session).wait().expect("issue"), size);
                    (folder, store)
                },
                BatchSize::PerIteration,
            );
        });
        let (_folder, store, session) = uncertified(size);
        store.issue_certificates(session).wait().expect("issue");
        for text in ["", "binh", "không có ai"] {
            group.bench_function(BenchmarkId::new(format!("register {text:?}"), size), |bencher| {
                bencher.iter(|| {
                    let query = RegisterQuery { text: text.to_owned(), ..RegisterQuery::default() };
                    black_box(store.register(query).wait().expect("register").len())
                });
            });
        }
    }
    group.finish();
}

/// A session in which nobody has a number.
fn uncertified(count: usize) -> (tempfile::TempDir, Store, SessionId) {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("a.taphuan")).expect("create");
    let details = SessionDetails { title: "Lớp thử".into(), ..SessionDetails::default() };
    let session = store.create_session(details, None).wait().expect("session");
    let new = people(count).into_iter().map(NewDelegate::Unknown).collect();
    store.add_delegates(session, None, new).wait().expect("delegates");
    (folder, store, session)
}

criterion_group!(benches, search, search_after_edit, registry, write, certificates);
criterion_main!(benches);
