//! Signed pages as they were printed: found again by their code, with everyone where they stood.

use crate::support::dossier::day;
use crate::support::editing::StoreBench;
use crate::support::store::{small_session, step};
use taphuan::domain::attendance::page::PrintedSheet;
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::print_run::{FoundPage, PrintRun};
use taphuan::paper::{Options, PaperKind, make};

/// The sign-in sheet of the session, remembered as it is now.
fn printed(bench: &StoreBench, blank_rows: u32) -> PrintRun {
    let mut options = Options::default();
    options.sign_in_sheet.look.blank_rows = blank_rows;
    let made = make(PaperKind::SignInSheet, &bench.dossier(), &options).expect("a sheet");
    PrintRun {
        signatures: Default::default(),
        printed: true,
        session: bench.session,
        paper: PaperKind::SignInSheet.id().to_owned(),
        cluster: None,
        options: "{}".into(),
        pages: made.printed(),
    }
}

fn record(bench: &StoreBench, run: &PrintRun) {
    bench.store.record_prints(vec![run.clone()]).wait().expect("kept");
}

fn found(bench: &StoreBench, code: &str) -> FoundPage {
    bench.store.printed_page(bench.session, code).wait().expect("asked").expect("a page")
}

/// What is kept of every page with this code, oldest first.
fn kept(bench: &StoreBench, code: &str) -> Vec<Option<String>> {
    let connection = rusqlite::Connection::open(&bench.path).expect("open");
    let mut pages =
        connection.prepare("SELECT sheet FROM print_run_page WHERE code = ?1 ORDER BY id").expect("a query");
    pages.query_map([code], |row| row.get(0)).expect("pages").map(|sheet| sheet.expect("a sheet")).collect()
}

/// The page with its rows a little lower: a name in a head that takes one line more.
fn lower(sheet: &PrintedSheet) -> PrintedSheet {
    let mut lower = sheet.clone();
    lower.rows.iter_mut().for_each(|row| row.edges = (row.edges.0 + 5.0, row.edges.1 + 5.0));
    lower
}

#[test]
fn a_page_is_found_by_its_code_as_it_was_printed() {
    let bench = StoreBench::new();
    for cluster in bench.dossier().clusters {
        for half in [HalfDay::Morning, HalfDay::Afternoon] {
            let day = day(2020, 9, 25);
            let sitting = SittingDetails { date: day, half, starts: None, ends: None, programme: Vec::new() };
            bench.store.add_sitting(cluster.id, sitting).wait().expect("added");
        }
    }
    let run = printed(&bench, 2);
    assert!(run.pages.len() > 1);
    let columns = run.pages[0].sheet.iter().flat_map(|sheet| &sheet.columns);
    assert_eq!(columns.filter(|column| column.sittings.len() == 1).count(), 2);
    record(&bench, &run);
    for (number, page) in (1..).zip(&run.pages) {
        let found = found(&bench, &page.code);
        assert_eq!(found.sheet, page.sheet);
        assert_eq!((found.page, found.pages as usize), (number, run.pages.len()));
        assert_eq!((found.paper.as_str(), found.cluster), ("sign-in-sheet", None));
        let people = found.sheet.expect("a sheet").rows.into_iter().filter_map(|row| row.delegate);
        assert_eq!(people.collect::<Vec<_>>(), page.delegates);
    }
    let code = &run.pages[0].code;
    let text = kept(&bench, code)[0].clone().expect("kept");
    let uid = |table: &str| {
        let connection = rusqlite::Connection::open(&bench.path).expect("open");
        let sql = format!("SELECT uid FROM {table} ORDER BY id LIMIT 1");
        connection.query_row(&sql, [], |row| row.get::<_, String>(0)).expect("a row")
    };
    assert!(text.contains(&uid("delegate")), "by uid, which outlasts the file: {text}");

    let of_nobody = bench.store.printed_page(bench.session, "00000000").wait().expect("asked");
    assert_eq!(of_nobody, None);
    let other = bench.store.plant(step("plant"), vec![small_session()]).wait().expect("plant")[0];
    assert_eq!(bench.store.printed_page(other, code).wait().expect("asked"), None, "of another session");
}

#[test]
fn a_code_with_its_rows_at_two_places_keeps_both_and_finds_the_newest() {
    let bench = StoreBench::new();
    let first = printed(&bench, 2);
    record(&bench, &first);
    record(&bench, &first);
    let code = first.pages[0].code.clone();
    assert_eq!(kept(&bench, &code).len(), 1, "the same sheet printed twice");
    let mut second = first.clone();
    let sheet = second.pages[0].sheet.as_mut().expect("a sheet");
    *sheet = lower(sheet);
    record(&bench, &second);
    let both = kept(&bench, &code);
    assert!(both.len() == 2 && both[0] != both[1], "{both:?}");
    assert_eq!(found(&bench, &code).sheet, second.pages[0].sheet);
    record(&bench, &first);
    assert_eq!(kept(&bench, &code).len(), 2, "each place once");
    assert_eq!(found(&bench, &code).sheet, first.pages[0].sheet);
}

#[test]
fn a_page_of_before_is_found_and_has_to_be_printed_again() {
    let bench = StoreBench::new();
    let now = printed(&bench, 2);
    let mut before = now.clone();
    before.pages.iter_mut().for_each(|page| page.sheet = None);
    record(&bench, &before);
    let code = &now.pages[0].code;
    assert_eq!(found(&bench, code).sheet, None);
    record(&bench, &now);
    assert_eq!(kept(&bench, code).len(), 1, "nothing is lost with a page of which only its text was kept");
    assert_eq!(found(&bench, code).sheet, now.pages[0].sheet);

    // What another program spoilt is a page of before.
    let connection = rusqlite::Connection::open(&bench.path).expect("open");
    let spoilt =
        connection.execute("UPDATE print_run_page SET sheet = '{\"rows\":7}' WHERE code = ?1", [code]);
    spoilt.expect("spoilt");
    drop(connection);
    assert_eq!(found(&bench, code).sheet, None);
}
