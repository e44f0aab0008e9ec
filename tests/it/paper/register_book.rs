//! The register across sessions as a paper, and how a book is closed on it.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use taphuan::domain::certificate::book::Closing;
use taphuan::domain::certificate::copy::PrintedCopy;
use taphuan::domain::certificate::old_register::{OldLine, OldRegister};
use taphuan::domain::certificate::register::{RegisterLine, RegisterQuery};
use taphuan::domain::certificate::reissue::Reissue;
use taphuan::domain::certificate::state::HandOut;
use taphuan::paper::Format;
use taphuan::paper::register_book::RegisterBook;
use taphuan::sample;
use taphuan::store::Store;

use crate::support::dossier::day;
use crate::support::pdf_reader::{self, ReadPage};
use crate::support::store::step;
use crate::support::table::rows;
use crate::support::words::words;

fn store(folder: &tempfile::TempDir) -> Store {
    let store = Store::create(&folder.path().join("a.taphuan")).expect("made");
    store.plant(step("operation-sample"), sample::blueprints().expect("samples")).wait().expect("planted");
    for session in store.sessions().wait().expect("sessions") {
        // Those of which nobody completed yet are left.
        let _ = store.issue_certificates(session.id).wait();
    }
    store
}

fn lines(store: &Store, query: &RegisterQuery) -> Vec<RegisterLine> {
    store.register(query.clone()).wait().expect("lines")
}

fn on_paper(store: &Store, query: RegisterQuery) -> RegisterBook {
    let books = store.certificate_books().wait().expect("books");
    let book = books.iter().find(|book| Some(book.id) == query.book).and_then(|book| book.organisation);
    let offices = store.organisations().wait().expect("offices");
    let office = offices.iter().find(|one| Some(one.id) == book).or(offices.first());
    RegisterBook { lines: lines(store, &query), office: office.map(|one| one.details.clone()), books, query }
}

fn read(book: &RegisterBook) -> Vec<ReadPage> {
    let made = book.write(Format::Pdf).expect("a paper");
    if let Some(folder) = std::env::var_os("SHOW_PAPERS") {
        let name = format!("so-{}.pdf", book.lines.len());
        std::fs::write(std::path::Path::new(&folder).join(name), &made.bytes).expect("shown");
    }
    let pages = pdf_reader::read(&made.bytes);
    assert_eq!((pages.len(), made.findings), (made.pages, vec![]));
    pages
}

fn cells(file: &[u8]) -> Vec<String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
    let (_, range) = book.worksheets().into_iter().next().expect("a sheet");
    let said = |cell: &Data| (!matches!(cell, Data::Empty)).then(|| cell.to_string());
    range.rows().flatten().filter_map(said).collect()
}

/// A book with lines of every state.
fn with_every_state(store: &Store) -> RegisterQuery {
    let all = lines(store, &RegisterQuery::default());
    let query = RegisterQuery { book: Some(all[0].book), ..RegisterQuery::default() };
    let all = lines(store, &query);
    let how = HandOut { date: Some(day(2026, 5, 9)), receiver: Some("Lê Thị Nhận".into()) };
    store.hand_out_certificates(vec![all[0].id], how).wait().expect("handed out");
    let how = HandOut { date: Some(day(2026, 5, 9)), receiver: None };
    store.hand_out_certificates(vec![all[1].id, all[2].id], how).wait().expect("handed out");
    store.void_certificate(all[3].id, "In nhầm người".into()).wait().expect("voided");
    let wrong = Reissue::OfficeError { reason: "Ghi sai tên đệm.".into() };
    store.reissue_certificate(all[1].id, wrong).wait().expect("issued again");
    store.withdraw_certificate(all[2].id, "Chưa học đủ buổi".into()).wait().expect("withdrawn");
    query
}

#[test]
fn a_book_shows_every_number_with_what_became_of_it_and_counts_itself() {
    let folder = tempfile::tempdir().expect("folder");
    let store = store(&folder);
    let query = with_every_state(&store);
    let book = on_paper(&store, query);
    let pages = read(&book);
    let table: Vec<_> = pages.iter().flat_map(rows).filter(|row| row.number().is_some()).collect();
    assert_eq!(table.len(), book.lines.len());
    for (row, line) in table.iter().zip(&book.lines) {
        assert_eq!((&row.cells[1], &row.cells[2]), (&line.printed_number, &line.copy.name));
    }
    let today = taphuan::vietnamese::date::short(
        taphuan::domain::date::FuzzyDate::of(taphuan::clock::today()).expect("a day"),
    );
    let again = book.lines.iter().find(|line| line.reissue_of.is_some()).expect("one");
    assert_eq!(table[0].cells[7], "Lê Thị Nhận nhận thay 09/5/2026");
    assert_eq!(
        table[1].cells[8],
        format!("Thu hồi ngày {today}: Ghi sai tên đệm; cấp lại số {}", again.printed_number)
    );
    assert_eq!(table[2].cells[8], format!("Thu hồi ngày {today}: Chưa học đủ buổi"));
    assert_eq!(table[3].cells[8], format!("Hủy ngày {today}: In nhầm người"));
    let last = table.last().expect("the new one");
    assert_eq!(last.cells[8], format!("Cấp lại thay số {}", book.lines[1].printed_number));
    let said = words(&pages);
    let count = taphuan::vietnamese::number::with_words;
    let (first, last) = (&book.lines[0].printed_number, &again.printed_number);
    for told in [
        "SỔ CẤP GIẤY CHỨNG NHẬN Năm ".to_owned(),
        // Of one class, which the title says once.
        format!("Lớp: {}", book.lines[0].session_title),
        format!("Sổ này có {} trang, từ số {first} đến số {last}.", count(pages.len())),
        format!(
            "Đã cấp: {}; hủy: 01 (một); thu hồi: 02 (hai); cấp lại: 01 (một); đã phát, còn hiệu lực: 01 (một).",
            count(book.lines.len())
        ),
        "NGƯỜI GHI SỔ".to_owned(),
    ] {
        assert!(said.contains(&told), "{told}\n{said}");
    }
    let file = book.write(Format::Xlsx).expect("a workbook");
    let cells = cells(&file.bytes);
    for line in &book.lines {
        assert!(cells.contains(&line.printed_number), "{}", line.printed_number);
    }
    assert!(cells.iter().any(|cell| cell.starts_with("Sổ này có ")), "{cells:?}");
}

#[test]
fn a_closed_book_says_when_it_was_closed_and_by_whom() {
    let folder = tempfile::tempdir().expect("folder");
    let store = store(&folder);
    let query = with_every_state(&store);
    let id = query.book.expect("one");
    let closing =
        Closing { on: Some(day(2026, 12, 31)), by: Some("Trần Thị Khóa".into()), pages: Some(45) };
    store.close_certificate_book(id, closing).wait().expect("closed");
    let said = words(&read(&on_paper(&store, query)));
    assert!(said.contains("Sổ này có 45 (bốn mươi lăm) trang, từ số "), "{said}");
    assert!(said.contains("Đã khóa sổ ngày 31 tháng 12 năm 2026, người khóa sổ: Trần Thị Khóa."), "{said}");
    assert!(said.contains("NGƯỜI KHÓA SỔ"), "{said}");
}

#[test]
fn an_extract_says_what_was_looked_for_and_several_books_stand_under_their_names() {
    let folder = tempfile::tempdir().expect("folder");
    let store = store(&folder);
    let copy = PrintedCopy { name: "Lê Thị Thử".into(), ..PrintedCopy::default() };
    let line = OldLine { row: 3, printed_number: "09/CN-CU".into(), copy, date: Some(day(2019, 5, 12)) };
    let old = OldRegister {
        source: "so-2019.xlsx".into(),
        year: Some(2019),
        title: "SỔ CẤP GIẤY CHỨNG NHẬN NĂM 2019".into(),
        lines: vec![line],
        ..OldRegister::default()
    };
    store.take_in_old_register(old).wait().expect("taken in");
    let pages = read(&on_paper(&store, RegisterQuery::default()));
    let headings: Vec<String> = pages
        .iter()
        .flat_map(rows)
        .filter_map(|row| row.heading().map(str::to_owned))
        .filter(|heading| heading.ends_with(" số"))
        .collect();
    assert!(headings.iter().any(|one| one == "SỔ CẤP GIẤY CHỨNG NHẬN NĂM 2019 – 1 số"), "{headings:?}");
    assert!(headings.len() > 1, "{headings:?}");
    let said = words(&pages);
    assert!(said.contains("Danh sách này có ") && !said.contains("Sổ này có"), "{said}");
    let query = RegisterQuery { text: "09/CN-CU".into(), ..RegisterQuery::default() };
    let said = words(&read(&on_paper(&store, query)));
    assert!(said.contains("Trích sổ, các dòng có “09/CN-CU”"), "{said}");
    assert!(said.contains("Danh sách này có 01 (một) số."), "{said}");
}
