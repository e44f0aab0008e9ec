//! A data file of an office after years, at 1×, 10× and 100× (100,000 people, 1,000 sessions, 100,000
//! delegates, 100,000 steps): what is asked of it, and what is changed in it, to the disk, and taken back.
//!
//! `cargo bench --bench office`; `cargo run --release --example office_speed` prints one table of it.

#[path = "office/mod.rs"]
mod invented;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use invented::edits::{EDITS, FACTS, Ground};
use invented::questions::{QUESTIONS, WHOLE};
use invented::{SIZES, make};

fn office(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("folder");
    for size in SIZES {
        let path = folder.path().join(format!("{}.taphuan", size.times));
        let store = make(&path, size);
        let name = |what| BenchmarkId::new(what, size.times);

        let mut asked = criterion.benchmark_group("asked");
        asked.sample_size(10).warm_up_time(Duration::from_millis(100));
        asked.measurement_time(Duration::from_millis(500));
        for &(what, ask) in QUESTIONS.iter().chain(WHOLE) {
            asked.bench_function(name(what), |bencher| bencher.iter(|| black_box(ask(&store))));
        }
        asked.finish();

        let ground = Ground::of(&store, size);
        let mut written = criterion.benchmark_group("written");
        written.sample_size(10).warm_up_time(Duration::from_millis(100));
        written.measurement_time(Duration::from_millis(500));
        for &(what, edit) in EDITS {
            written.bench_function(name(what), |bencher| {
                bencher.iter_custom(|times| (0..times).map(|_| turned(&ground, edit).0).sum());
            });
            written.bench_function(BenchmarkId::new(format!("{what}, undone"), size.times), |bencher| {
                bencher.iter_custom(|times| (0..times).map(|_| turned(&ground, edit).1).sum());
            });
        }
        for &(what, fact) in FACTS {
            written.bench_function(name(what), |bencher| bencher.iter(|| fact(&ground)));
        }
        written.finish();
    }
}

/// How long a change takes to the disk, and how long what undoes it.
fn turned(ground: &Ground<'_>, edit: fn(&Ground<'_>) -> bool) -> (Duration, Duration) {
    let start = Instant::now();
    assert!(edit(ground), "a step");
    let written = start.elapsed();
    let start = Instant::now();
    ground.store.undo().wait().expect("undone");
    (written, start.elapsed())
}

criterion_group!(benches, office);
criterion_main!(benches);
