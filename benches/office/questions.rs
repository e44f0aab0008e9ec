//! What the window and the verbs ask of a data file.

use taphuan::domain::erasure::{Whom, Wish};
use taphuan::domain::id::{OperationId, PersonId, UnitId};
use taphuan::domain::registry::{Order, Wanted};
use taphuan::locale::Language;
use taphuan::store::{HistoryFilter, HistoryKind, Store};

use super::{ENDED, LARGE, OTHER, SOMEBODY, copy_of_all};

/// A question, and the number of what it answers.
pub type Question = (&'static str, fn(&Store) -> usize);

/// As many lines as Nhật ký shows at once.
const PAGE: usize = 300;

/// All of them, by the screen that asks.
pub const QUESTIONS: &[Question] = &[
    ("Tổng quan: overview", |store| store.overview().wait().expect("asked").sessions.len()),
    ("Lớp tập huấn: sessions", |store| store.sessions().wait().expect("asked").len()),
    ("Cán bộ: registry", |store| store.registry().wait().expect("asked").lines().len()),
    ("Cán bộ: everybody, by unit", |store| {
        let registry = store.registry().wait().expect("asked");
        registry.find(&Wanted::default(), Order::Unit, false).len()
    }),
    ("Cán bộ: who stands there twice", |store| store.registry().wait().expect("asked").twins().len()),
    ("search nguyen", |store| store.search("nguyen").wait().expect("asked").len()),
    ("search nguyễn văn bình", |store| store.search("nguyễn văn bình").wait().expect("asked").len()),
    ("search khong co ai", |store| store.search("khong co ai").wait().expect("asked").len()),
    ("search nguyen, and what is told of all", |store| {
        let found = store.search("nguyen").wait().expect("asked");
        store.people(found).wait().expect("asked").len()
    }),
    ("one person", |store| store.person(SOMEBODY).wait().expect("asked").history.len()),
    ("one person: held_on", |store| store.held_on(OTHER).wait().expect("asked").sessions.len()),
    ("who came to all sessions: held_on", |store| {
        store.held_on(SOMEBODY).wait().expect("asked").sessions.len()
    }),
    ("one person: copies_holding", |store| {
        store.copies_holding(Whom::Person(OTHER)).wait().expect("asked").len()
    }),
    ("one person: preview_erasure", |store| erasure(store, OTHER)),
    ("who came to all sessions: preview_erasure", |store| erasure(store, SOMEBODY)),
    ("one ended session: preview_erasure", |store| {
        let whom = Whom::Session { session: ENDED, with_people: true };
        let wish = Wish { whom, reason: "thử".to_owned(), register: true };
        store.preview_erasure(wish).wait().map_or(0, |_| 1)
    }),
    ("large session: dossier", |store| store.dossier(LARGE).wait().expect("asked").delegates.len()),
    ("ended session: dossier", |store| store.dossier(ENDED).wait().expect("asked").delegates.len()),
    ("large session: delegates", |store| store.delegates(LARGE).wait().expect("asked").len()),
    ("ended session: only_here", |store| store.only_here(ENDED).wait().expect("asked").len()),
    ("large session: programme", |store| store.programme(LARGE).wait().expect("asked").clusters.len()),
    ("large session: imports", |store| store.imports(LARGE).wait().expect("asked").len()),
    ("large session: paper_memory", |store| store.paper_memory(LARGE).wait().map_or(0, |_| 1)),
    ("large session: retention", |store| store.retention(LARGE).wait().map_or(0, |_| 1)),
    ("large session: organisation", |store| store.session_organisation(LARGE).wait().map_or(0, |_| 1)),
    ("large session: copy_report", |store| store.copy_report(LARGE, copy_of_all()).wait().map_or(0, |_| 1)),
    ("Đơn vị: units", |store| store.units().wait().expect("asked").units().len()),
    ("Đơn vị: people of the province", |store| {
        store.people_of_unit(UnitId(1), 200).wait().expect("asked").len()
    }),
    ("Đơn vị: unit_names", |store| store.unit_names().wait().expect("asked").len()),
    ("Chuyên đề: library", |store| store.library().wait().map_or(0, |_| 1)),
    ("Cài đặt: organisations", |store| store.organisations().wait().expect("asked").len()),
    ("Cài đặt: what is kept (retention)", |store| store.kept().wait().expect("asked").len()),
    ("Cài đặt: recipes", |store| store.recipes().wait().expect("asked").len()),
    ("Cài đặt: column_mappings", |store| store.column_mappings().wait().expect("asked").len()),
    ("Nhật ký: newest lines", |store| page(store, HistoryFilter::default())),
    ("Nhật ký: from the middle on", |store| {
        let newest = store.history(1).wait().expect("asked").first().map_or(0, |entry| entry.id.0);
        let after = Some(OperationId(newest / 2));
        let page = store.history_page(HistoryFilter::default(), Language::Vietnamese, after, PAGE);
        page.wait().expect("asked").entries.len()
    }),
    ("Nhật ký: of somebody", |store| {
        page(store, HistoryFilter { person: Some(SOMEBODY), ..HistoryFilter::default() })
    }),
    ("Nhật ký: of somebody known to few lines", |store| {
        page(store, HistoryFilter { person: Some(OTHER), ..HistoryFilter::default() })
    }),
    ("Nhật ký: of the large session", |store| {
        page(store, HistoryFilter { session: Some(LARGE), ..HistoryFilter::default() })
    }),
    ("Nhật ký: of an ended session", |store| {
        page(store, HistoryFilter { session: Some(ENDED), ..HistoryFilter::default() })
    }),
    ("Nhật ký: a kind with many lines", |store| {
        page(store, HistoryFilter { kind: Some(HistoryKind::Steps), ..HistoryFilter::default() })
    }),
    ("Nhật ký: a kind with few lines", |store| {
        page(store, HistoryFilter { kind: Some(HistoryKind::Turns), ..HistoryFilter::default() })
    }),
    ("Nhật ký: words of many lines", |store| page(store, words("nguyen van"))),
    ("Nhật ký: words of few lines", |store| page(store, words("0800000014"))),
    ("Nhật ký: words of none", |store| page(store, words("khong co ai het"))),
    ("Nhật ký: one line, field by field", |store| {
        let newest = store.history(1).wait().expect("asked").first().map_or(1, |entry| entry.id.0);
        let step = store.history_step(OperationId(newest)).wait().expect("asked");
        step.map_or(0, |step| step.rows.len())
    }),
    ("Nhật ký: the line that added everybody", |store| {
        let step = store.history_step(OperationId(2)).wait().expect("asked");
        step.map_or(0, |step| step.rows.len())
    }),
    ("Nhật ký: history_sessions", |store| store.history_sessions().wait().expect("asked").len()),
    ("Nhật ký: steps_back_to", |store| {
        let lines = store.history(40).wait().expect("asked");
        let last = lines.last().map_or(OperationId(1), |entry| entry.id);
        store.steps_back_to(last).wait().expect("asked").len()
    }),
    ("undo_label, redo_label", |store| {
        let labels = [store.undo_label(), store.redo_label()];
        labels.into_iter().filter_map(|label| label.wait().expect("asked")).count()
    }),
    ("was_written_elsewhere, is_clock_impossible", |store| {
        let asked = [store.was_written_elsewhere(), store.is_clock_impossible()];
        asked.into_iter().map(|one| usize::from(one.wait().expect("asked"))).sum()
    }),
];

/// Those that read the whole file, and grow as it does.
pub const WHOLE: &[Question] = &[("check", |store| {
    let report = store.check().wait().expect("checked");
    assert!(report.is_sound(), "{report:?}");
    1
})];

fn page(store: &Store, filter: HistoryFilter) -> usize {
    let page = store.history_page(filter, Language::Vietnamese, None, PAGE);
    page.wait().expect("asked").entries.len()
}

fn erasure(store: &Store, person: PersonId) -> usize {
    let wish = Wish { whom: Whom::Person(person), reason: "thử".to_owned(), register: true };
    store.preview_erasure(wish).wait().map_or(0, |_| 1)
}

fn words(words: &str) -> HistoryFilter {
    HistoryFilter { words: words.to_owned(), ..HistoryFilter::default() }
}
