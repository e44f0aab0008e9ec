//! Workbooks read back by a reader that shares nothing with their writer.

use std::io::Cursor;

use crate::support::content::{SENTENCE, every_block, letter, of_blocks, said, tables};
use crate::support::dossier::{everybody_signed, random_session, session};
use crate::support::xml;
use calamine::{Data, Range, Reader, Xlsx};
use proptest::prelude::*;
use taphuan::domain::programme::{ItemKind, Presenter, ProgrammeItem};
use taphuan::intake;
use taphuan::paper::allowance_receipt::Stage;
use taphuan::paper::content::{Block, Body, Document, Info, Section, Table};
use taphuan::paper::{Format, Options, PaperError, PaperKind, document, make_as, xlsx};

/// A worksheet read back.
struct Sheet {
    name: String,
    cells: Range<Data>,
}

fn read(file: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
    let names = book.sheet_names();
    for name in &names {
        for (_, _, formula) in book.worksheet_formula(name).expect("formulas").used_cells() {
            assert!(is_ours(formula), "{formula} was never written");
        }
    }
    let sheets = book.worksheets().into_iter();
    sheets.map(|(name, cells)| Sheet { name, cells }).collect()
}

/// Whether a formula is one of those that papers reckon with: of cells and figures, with words only as words.
fn is_ours(formula: &str) -> bool {
    let mut parts = formula.split('"');
    let outside: Vec<&str> = parts.by_ref().step_by(2).collect();
    let names = outside.iter().flat_map(|part| part.split(|letter: char| !letter.is_ascii_alphanumeric()));
    let is_cell = |name: &str| {
        let digits = name.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        name.len() - digits.len() <= 2 && digits.bytes().all(|digit| digit.is_ascii_digit())
    };
    names
        .into_iter()
        .all(|name| is_cell(name) || ["SUM", "COUNT", "COUNTA", "IF", "ROUNDDOWN", "TEXT"].contains(&name))
}

/// The formulas of a workbook by sheet and cell, and what they come to as the file says it.
fn formulas(file: &[u8]) -> Vec<(String, String, String)> {
    let parts = xml::parts(file);
    let sheets = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    let mut all = Vec::new();
    for (_, sheet) in sheets {
        for cell in sheet.all("c").into_iter().filter(|cell| cell.has(&["f"])) {
            let said = |name: &str| cell.child(name).map(xml::Element::text).unwrap_or_default();
            all.push((cell.attribute("r").expect("a place").to_owned(), said("f"), said("v")));
        }
    }
    all
}

/// A cell as it is seen.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        other => panic!("{other:?} was never written"),
    }
}

impl Sheet {
    /// What its rows say, without the ends that say nothing.
    fn rows(&self) -> Vec<Vec<String>> {
        let rows = self.cells.rows().map(|row| {
            let mut row: Vec<String> = row.iter().map(shown).collect();
            while row.last().is_some_and(String::is_empty) {
                row.pop();
            }
            row
        });
        rows.collect()
    }

    /// What its cells say, in order.
    fn said(&self) -> Vec<String> {
        self.rows().into_iter().flatten().filter(|text| !text.is_empty()).collect()
    }

    /// The rows under the header of each of its lists.
    fn lists(&self, like: &[&Table]) -> Vec<Vec<Vec<String>>> {
        let rows = self.rows();
        let starts = rows.iter().enumerate().filter(|(_, row)| row.first().is_some_and(|cell| cell == "STT"));
        let lists = starts.zip(like).map(|((start, _), table)| {
            let grouped = table.columns.iter().any(|column| column.group.is_some());
            let first = start + 1 + usize::from(grouped);
            rows[first..(first + table.rows.len()).min(rows.len())].to_vec()
        });
        lists.collect()
    }
}

/// That the sheets say what the tables of the paper say, each as often.
fn check_lists(file: &[u8], document: &Document) {
    let mut tables = tables(document);
    for sheet in read(file) {
        let headers = sheet.rows().iter().filter(|row| row.first().is_some_and(|cell| cell == "STT")).count();
        let mine: Vec<&Table> = tables.drain(..headers).collect();
        for (list, table) in sheet.lists(&mine).into_iter().zip(mine) {
            assert_eq!(list, said(table), "{}", sheet.name);
        }
    }
    assert!(tables.is_empty(), "a table is missing");
}

fn written(kind: PaperKind, options: &Options, people: usize) -> Vec<u8> {
    let paper = make_as(Format::Xlsx, kind, &session(people, 2, 2), options).expect("a workbook");
    paper.bytes().to_vec()
}

#[test]
fn every_block_is_there_in_order() {
    let document = every_block();
    let file = xlsx::write(&document).expect("a workbook");
    check_lists(&file, &document);
    let said: Vec<String> = read(&file).iter().flat_map(Sheet::said).collect();
    let mut at = 0;
    for words in [
        "ỦY BAN MTTQ VIỆT NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỈNH QUẢNG NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "HUYỆN PHÚ NINH",
        "Số: 45/KH-MTTQ-BTT",
        "Phú Ninh, ngày 05 tháng 9 năm 2020",
        "KẾ HOẠCH",
        "Tập huấn công tác Mặt trận & \"phong trào\" <2020>",
        "Cụm 1 – Nhà văn hóa xã Tam Đại",
        "I. MỤC ĐÍCH",
        "Mời ông Nguyễn Văn Mẫu đến dự.",
        "STT",
        "Nơi nhận:",
        "TM. BAN THƯỜNG TRỰC",
        "Nguyễn Văn Mẫu",
        "DANH SÁCH",
        "DANH SÁCH (tiếp theo)",
        "Ấn định danh sách có 3 (ba) người.",
        "NGƯỜI LẬP",
        "Nguyễn Văn Mẫu",
    ] {
        let found = said[at..].iter().position(|line| line == words);
        at += 1 + found.unwrap_or_else(|| panic!("{words} is missing after {:?}", &said[..at]));
    }
}

#[test]
fn a_section_is_a_sheet_and_so_is_a_continuation_with_other_columns() {
    let sheets = read(&xlsx::write(&every_block()).expect("a workbook"));
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Cụm 1", "Cụm 1 (2)", "Cụm 1 (3)"]);
}

#[test]
fn running_text_stands_in_a_workbook_too() {
    let sheets = read(&xlsx::write(&letter(5)).expect("a workbook"));
    let said = sheets[0].said();
    assert_eq!(said.iter().filter(|line| **line == format!("- {SENTENCE}")).count(), 5, "{said:?}");
    assert!(said.contains(&"- Lưu: VT.".to_owned()));
}

#[test]
fn numbers_are_numbers_and_telephones_and_formulas_are_text() {
    let sheets = read(&xlsx::write(&every_block()).expect("a workbook"));
    let cells: Vec<&Data> = sheets[0].cells.used_cells().map(|(_, _, cell)| cell).collect();
    for number in [1.0, 2.0, 1969.0, 1970.0, 1958.0] {
        assert!(cells.contains(&&Data::Float(number)), "{number}");
    }
    for text in ["0905123456", "+84905123456", "=1+1", "-đi thay", "@Lê Văn Cường"] {
        assert!(cells.contains(&&Data::String(text.to_owned())), "{text}");
    }
}

#[test]
fn it_prints_as_the_pdf_does() {
    let file = xlsx::write(&every_block()).expect("a workbook");
    let parts = xml::parts(&file);
    let titles: Vec<String> = parts["xl/workbook.xml"]
        .all("definedName")
        .into_iter()
        .filter(|name| name.attribute("name") == Some("_xlnm.Print_Titles"))
        .map(xml::Element::text)
        .collect();
    assert_eq!(titles.len(), 3, "each list repeats its header: {titles:?}");
    for (sheet, orientation) in [(1, "portrait"), (2, "landscape"), (3, "landscape")] {
        let page = &parts[&format!("xl/worksheets/sheet{sheet}.xml")];
        let setup = page.child("pageSetup").expect("a page");
        assert_eq!(setup.attribute("paperSize"), Some("9"), "A4");
        assert_eq!(setup.attribute("orientation"), Some(orientation));
        assert_eq!(setup.attribute("fitToHeight"), Some("0"), "as wide as the page, as long as it is");
        assert!(
            page.at(&["sheetPr", "pageSetUpPr"]).is_some_and(|fit| fit.attribute("fitToPage") == Some("1"))
        );
        let margins = page.child("pageMargins").expect("margins");
        assert_eq!(margins.attribute("left"), Some("1.181"), "30 mm");
        let foot = page.at(&["headerFooter", "oddFooter"]).expect("a foot").text();
        assert!(foot.contains("Kế hoạch – Cụm 1 && phụ lục") && foot.ends_with("Trang &P"), "{foot}");
    }
    // The header of the first list has two rows: "Năm sinh" stands over "Nam" and "Nữ".
    let rows = read(&file)[0].rows();
    let header = rows.iter().position(|row| row.first().is_some_and(|cell| cell == "STT")).expect("a header");
    let title = format!("'Cụm 1'!${}:${}", header + 1, header + 2);
    assert!(titles.contains(&title), "{title} in {titles:?}");
}

#[test]
fn the_closing_block_takes_its_last_rows_to_the_next_page() {
    let mut broken = 0;
    for people in 12..48 {
        let mut options = Options::default();
        options.delegate_list.look.group = false;
        let dossier = session(people, 1, 2);
        let (content, _) = document(PaperKind::DelegateList, &dossier, &options).expect("a list");
        let file = xlsx::write(&content).expect("a workbook");
        let page = &xml::parts(&file)["xl/worksheets/sheet1.xml"];
        let breaks: Vec<i64> = page.all("brk").iter().filter_map(|one| one.number("id")).collect();
        let rows = read(&file)[0].rows();
        let last =
            rows.iter().rposition(|row| row.first() == Some(&people.to_string())).expect("the last row");
        match breaks.as_slice() {
            [] => {}
            // The last two rows stand under the break.
            [at] => assert_eq!(*at, last as i64 - 1, "{people}"),
            more => panic!("{more:?}"),
        }
        broken += breaks.len();
    }
    assert!((4..24).contains(&broken), "only where a page ends: {broken}");
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let options = Options::default();
    for kind in [PaperKind::SignInSheet, PaperKind::DelegateList] {
        assert_eq!(written(kind, &options, 60), written(kind, &options, 60), "{kind:?}");
    }
    let mut undated = every_block();
    undated.info.date = None;
    assert_eq!(xlsx::write(&undated).expect("a workbook"), xlsx::write(&undated).expect("a workbook"));
    let core = &xml::parts(&xlsx::write(&every_block()).expect("a workbook"))["docProps/core.xml"];
    let said = |name: &str| core.child(name).map(xml::Element::text).unwrap_or_default();
    assert_eq!(said("dc:title"), "Kế hoạch & danh sách");
    assert_eq!(said("dcterms:created"), "2020-09-05T00:00:00Z");
}

#[test]
fn strange_names_and_an_empty_paper_are_written() {
    let section = |name: &str| Section {
        name: name.into(),
        footer: "&&P".repeat(200),
        landscape: true,
        blocks: vec![Block::PageBreak],
        ..Section::default()
    };
    let names = ["", "a/b:c", "A/B:C", "'", "\u{1}History"];
    let sections = names.map(section).to_vec();
    let file = xlsx::write(&Document { info: Info::default(), body: Body::Flow(sections) });
    assert_eq!(read(&file.expect("a workbook")).len(), names.len());
    let empty = xlsx::write(&Document { info: Info::default(), body: Body::Flow(Vec::new()) });
    assert!(read(&empty.expect("a workbook"))[0].said().is_empty());
    let answer = make_as(Format::Xlsx, PaperKind::Certificates, &session(3, 1, 1), &Options::default());
    assert_eq!(answer, Err(PaperError::NotInThisForm));
}

#[test]
fn amounts_are_numbers_with_their_sum_and_three_sign() {
    let mut options = Options::default();
    options.allowance_receipt.words.rate = Some(100_000);
    options.allowance_receipt.words.stage = Stage::Settled;
    let mut dossier = session(3, 2, 2);
    everybody_signed(&mut dossier);
    let paper = make_as(Format::Xlsx, PaperKind::AllowanceReceipt, &dossier, &options).expect("a workbook");
    let sheets = read(paper.bytes());
    let amounts = |sheet: &Sheet| -> Vec<f64> {
        let last = |row: &[Data]| match row.get(6) {
            Some(Data::Float(amount)) => Some(*amount),
            _ => None,
        };
        sheet.cells.rows().filter_map(last).collect()
    };
    let all: Vec<f64> = sheets.iter().flat_map(amounts).collect();
    let total: f64 = all.iter().sum();
    // Each amount is counted once more in the sum of its sheet.
    assert!(all.len() > 3 && total == 2.0 * 3.0 * 200_000.0, "{all:?}");
    for sheet in &sheets {
        let said = sheet.said();
        for words in ["Tổng cộng", "NGƯỜI LẬP BIỂU", "KẾ TOÁN", "CHỦ TÀI KHOẢN"] {
            assert!(said.iter().any(|text| text == words), "{words}");
        }
        let rows = sheet.rows();
        let signers = rows.iter().find(|row| row.iter().any(|text| text == "KẾ TOÁN")).expect("signers");
        assert!(signers.iter().filter(|text| !text.is_empty()).count() == 3, "side by side: {signers:?}");
    }
}

#[test]
fn a_list_that_went_out_comes_in_again() {
    let dossier = session(40, 1, 2);
    let mut options = Options::default();
    options.delegate_list.look.phone = true;
    let paper = make_as(Format::Xlsx, PaperKind::DelegateList, &dossier, &options).expect("a file");
    let today = jiff::civil::date(2026, 1, 1);
    let list = intake::read_bytes(paper.bytes().to_vec(), "ra.xlsx", today).expect("a list");
    let mut read: Vec<_> = list
        .rows
        .iter()
        .map(|row| (row.person.full_name.clone(), row.person.birth, row.person.phone.clone()))
        .collect();
    let people = dossier.delegates.iter().map(|one| &one.details);
    let mut listed: Vec<_> =
        people.map(|one| (one.full_name.clone(), one.birth, one.phone.clone())).collect();
    read.sort_by(|a, b| (&a.0, &a.2).cmp(&(&b.0, &b.2)));
    listed.sort_by(|a, b| (&a.0, &a.2).cmp(&(&b.0, &b.2)));
    assert_eq!(read, listed);
}

#[test]
fn amounts_sums_and_counts_follow_from_what_they_are_of() {
    let mut options = Options::default();
    options.allowance_receipt.words.rate = Some(100_000);
    options.allowance_receipt.words.stage = Stage::Settled;
    let mut dossier = session(5, 1, 2);
    everybody_signed(&mut dossier);
    let paper = make_as(Format::Xlsx, PaperKind::AllowanceReceipt, &dossier, &options).expect("a workbook");
    let all = formulas(paper.bytes());
    let amounts: Vec<_> = all.iter().filter(|(_, formula, _)| formula.contains('*')).collect();
    assert_eq!(amounts.len(), 5, "{all:?}");
    for (place, formula, result) in amounts {
        let row = place.trim_start_matches('G');
        assert_eq!(*formula, format!("E{row}*F{row}"), "so many at such a rate");
        assert_eq!(result, "200000");
    }
    let (place, formula, result) =
        all.iter().find(|(_, formula, _)| formula.starts_with("SUM")).expect("a sum");
    let last: u32 = place.trim_start_matches('G').parse().expect("a row");
    assert!(formula.ends_with(&format!(":G{})", last - 1)), "{formula} at {place}");
    assert_eq!(result, "1000000");
    // Each commune counts its people.
    let counts: Vec<_> = all.iter().filter(|(_, formula, _)| formula.contains("COUNTA")).collect();
    assert_eq!(counts.len(), 5);
    assert!(counts.iter().all(|(_, _, said)| said.ends_with(" – 1 người")), "{counts:?}");

    // A list says how many they are, and that words do not follow.
    let list = written(PaperKind::DelegateList, &Options::default(), 7);
    let lines: Vec<_> =
        formulas(&list).into_iter().filter(|(_, _, said)| said.starts_with("Ấn định")).collect();
    let listed: usize = lines
        .iter()
        .map(|(_, _, said)| said.split(' ').find_map(|word| word.parse::<usize>().ok()).expect("a number"))
        .sum();
    assert_eq!((lines.len(), listed), (2, 7), "{lines:?}");
    let notes = xml::parts(&list);
    assert!(notes.keys().any(|name| name.contains("comments")), "{:?}", notes.keys());
}

#[test]
fn what_is_not_known_follows_as_soon_as_it_is_filled_in() {
    let mut options = Options::default();
    options.budget.look.blank_rows = 2;
    let paper = make_as(Format::Xlsx, PaperKind::Budget, &session(30, 2, 2), &options).expect("a workbook");
    let all = formulas(paper.bytes());
    assert!(all.len() > 10, "{all:?}");
    for (place, formula, result) in &all {
        assert!(formula.starts_with("IF(COUNT(") && result.is_empty(), "{place}: {formula} = {result}");
    }
}

#[test]
fn the_rates_of_taxes_are_numbers() {
    let rate = |cell: &Data| matches!(cell, Data::Float(rate) if *rate == 0.1);
    let mut dossier = session(3, 1, 2);
    dossier.clusters[0].sittings[0].items = crate::support::dossier::items([ProgrammeItem {
        kind: ItemKind::Topic,
        title: "Điều lệ Mặt trận".into(),
        minutes: Some(45),
        presenters: vec![Presenter::Person { name: "Trần Thị Bình".into(), titles: Vec::new() }],
    }]);
    let mut options = Options::default();
    options.presenter_fees.words.rate = Some(2_500_000);
    let paper = make_as(Format::Xlsx, PaperKind::PresenterFees, &dossier, &options).expect("a workbook");
    let sheets = read(paper.bytes());
    assert!(sheets[0].cells.used_cells().any(|(_, _, cell)| rate(cell)), "{:?}", sheets[0].said());
    let all = formulas(paper.bytes());
    for (formula, result) in [(">=2000000,10%,0%)", "0.1"), ("ROUNDDOWN(", "250000"), ("-", "2250000")] {
        let found = all.iter().find(|(_, text, said)| text.contains(formula) && said == result);
        assert!(found.is_some(), "{formula} = {result} in {all:?}");
    }
}

#[test]
fn the_header_stays_on_the_screen() {
    let file = written(PaperKind::SignInSheet, &Options::default(), 40);
    let rows = read(&file)[0].rows();
    let header = rows.iter().position(|row| row.first().is_some_and(|cell| cell == "STT")).expect("a header");
    let sheet = &xml::parts(&file)["xl/worksheets/sheet1.xml"];
    let pane = sheet.at(&["sheetViews", "sheetView", "pane"]).expect("frozen rows");
    assert_eq!(pane.attribute("state"), Some("frozen"));
    let frozen = pane.number("ySplit").expect("rows");
    assert!((header as i64 + 1..=header as i64 + 2).contains(&frozen), "{frozen} rows, {header}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn blocks_may_stand_in_any_order(kinds in prop::collection::vec(0usize..20, 0..12)) {
        let content = of_blocks(&kinds);
        check_lists(&xlsx::write(&content).expect("a workbook"), &content);
    }

    #[test]
    fn no_row_is_lost_or_doubled(
        people in 0usize..=500,
        sittings in 1usize..=12,
        group: bool,
        seed: u64,
        kind in prop::sample::select(vec![PaperKind::SignInSheet, PaperKind::DelegateList]),
    ) {
        let dossier = random_session(people, sittings, seed);
        let mut options = Options::default();
        options.sign_in_sheet.look.group = group;
        options.delegate_list.look.group = group;
        let (content, _) = document(kind, &dossier, &options).expect("a paper");
        let file = xlsx::write(&content).expect("a workbook");
        check_lists(&file, &content);
        let said: Vec<String> = read(&file).iter().flat_map(Sheet::said).collect();
        prop_assert_eq!(said.iter().filter(|line| *line == "NGƯỜI LẬP").count(), 1);
    }
}
