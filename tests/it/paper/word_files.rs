//! Word files read back by a reader that shares nothing with their writer.

use crate::support::content::{SENTENCE, every_block, letter, of_blocks, said, tables};
use crate::support::dossier::{everybody_signed, random_session, session};
use crate::support::word_reader::{Item, TableRow, WordFile, read};
use crate::support::xml::Element;
use proptest::prelude::*;
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::organisation::HeadingProfile;
use taphuan::intake;
use taphuan::paper::allowance_receipt::Stage;
use taphuan::paper::content::{Block, Body, Document, Info, Paragraph, Row, Section};
use taphuan::paper::{Format, Options, PaperError, PaperKind, document, docx, make_as};
use unicode_normalization::is_nfc;

/// The order of elements in ECMA-376, Part 1, as far as papers use them: Word
/// refuses a file with another.
const SEQUENCES: [(&str, &[&str]); 14] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:strike",
            "w:color",
            "w:spacing",
            "w:kern",
            "w:sz",
            "w:szCs",
            "w:u",
            "w:lang",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:shd",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tcMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tcBorders", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:tcMar", "w:vAlign"]),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:pgNumType",
            "w:cols",
            "w:titlePg",
        ],
    ),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:uiPriority",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:trPr",
            "w:tcPr",
        ],
    ),
    ("w:styles", &["w:docDefaults", "w:latentStyles", "w:style"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    (
        "w:settings",
        &[
            "w:zoom",
            "w:defaultTabStop",
            "w:characterSpacingControl",
            "w:compat",
            "w:themeFontLang",
            "w:decimalSymbol",
            "w:listSeparator",
        ],
    ),
];

/// Elements whose children may come in any number and order.
const FREE: [&str; 18] = [
    "w:body",
    "w:p",
    "w:r",
    "w:t",
    "w:tr",
    "w:trPr",
    "w:tc",
    "w:tblGrid",
    "w:tabs",
    "w:pBdr",
    "w:fldSimple",
    "w:compat",
    "w:rPrDefault",
    "w:pPrDefault",
    "w:tab",
    "w:hdr",
    "w:ftr",
    "w:document",
];

fn check_order(part: &str, root: &Element) {
    let check = |element: &Element| {
        let Some((_, order)) = SEQUENCES.iter().find(|(name, _)| *name == element.name) else {
            let is_known = FREE.contains(&element.name.as_str()) || element.elements().next().is_none();
            assert!(is_known, "{part}: the order in {} is not checked", element.name);
            return;
        };
        let mut at = 0;
        for child in element.elements() {
            let place = order.iter().position(|name| *name == child.name);
            let place = place.unwrap_or_else(|| panic!("{part}: {} in {}", child.name, element.name));
            assert!(place >= at, "{part}: {} stands too late in {}", child.name, element.name);
            at = place;
        }
    };
    check(root);
    root.walk(&mut |element| check(element));
}

/// What must hold of every file.
fn check(file: &WordFile) {
    for (name, root) in
        file.parts.iter().filter(|(name, _)| name.starts_with("word/") && name.ends_with(".xml"))
    {
        check_order(name, root);
    }
    // Every part that is named is there, and every style that is used.
    let types = file.part("[Content_Types].xml");
    for part in types.all("Override") {
        file.part(part.attribute("PartName").expect("a name").trim_start_matches('/'));
    }
    let relations = file.part("word/_rels/document.xml.rels");
    for section in file.sections() {
        let edges = section.elements().filter(|one| one.name.ends_with("Reference"));
        let ids: Vec<_> = edges.map(|edge| edge.attribute("r:id")).collect();
        assert!(!ids.is_empty(), "each says which page it is");
        for id in ids {
            let target = relations.elements().find(|one| one.attribute("Id") == id).expect("a relation");
            file.part(&format!("word/{}", target.attribute("Target").expect("a part")));
        }
    }
    let mut before_was_table = false;
    for item in file.items() {
        match item {
            Item::Paragraph(paragraph) => {
                file.style(&paragraph.style);
                before_was_table = false;
            }
            Item::Table(_) => {
                assert!(!before_was_table, "two tables that touch are one");
                before_was_table = true;
            }
        }
    }
    assert!(!before_was_table, "a paragraph follows the last table");
    assert!(is_nfc(&file.lines().join("\n")));
}

fn written(document: &Document) -> WordFile {
    let file = read(&docx::write(document).expect("a file"));
    check(&file);
    file
}

/// The rows of a list without its header, as the content says them.
fn rows(list: &[TableRow]) -> Vec<Vec<String>> {
    let rows = list.iter().filter(|row| !row.header && !row.closing).map(|row| {
        let mut texts = row.texts();
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
        }
        texts
    });
    rows.collect()
}

/// That the lists say what the content says, and how they behave at the end of a page.
fn check_lists(file: &WordFile, document: &Document) {
    let lists = file.lists();
    let tables = tables(document);
    assert_eq!(lists.len(), tables.len());
    for (list, table) in lists.iter().zip(tables) {
        assert_eq!(rows(list), said(table));
        let grouped = table.columns.iter().any(|column| column.group.is_some());
        let (header, body) = list.split_at(1 + usize::from(grouped));
        assert!(header.iter().all(|row| row.header && row.keeps_next()));
        assert!(body.iter().all(|row| !row.header));
        assert!(list.iter().all(|row| row.cannot_split));
        for (row, content) in body.iter().zip(&table.rows) {
            match content {
                Row::Heading { .. } => assert!(row.keeps_next(), "{row:?} has its group under it"),
                Row::Cells { struck, .. } => {
                    let says = row.cells.iter().filter(|cell| !cell.text().is_empty());
                    assert!(says.into_iter().all(|cell| cell.struck == *struck));
                }
            }
        }
    }
}

#[test]
fn every_block_is_there_once_and_in_order() {
    let document = every_block();
    let file = written(&document);
    check_lists(&file, &document);
    let lines = file.lines();
    let mut at = 0;
    for words in [
        "ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM",
        "ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 45/KH-MTTQ-BTT",
        "Phú Ninh, ngày 05 tháng 9 năm 2020",
        "KẾ HOẠCH",
        "Tập huấn công tác Mặt trận & \"phong trào\" <2020>",
        "Cụm 1 – Nhà văn hóa xã Tam Đại",
        "I. MỤC ĐÍCH",
        "1. Mục đích chung",
        "Mời ông Nguyễn Văn Mẫu đến dự.",
        "STT",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "CHỦ TỊCH",
        "DANH SÁCH (tiếp theo)",
        "Ấn định danh sách có 3 (ba) người.",
        "Phú Ninh, ngày 05 tháng 9 năm 2020",
        "NGƯỜI LẬP",
        "(Ký, ghi rõ họ tên)",
        "Nguyễn Văn Mẫu",
    ] {
        let found = lines[at..].iter().position(|line| line == words);
        at += 1 + found.unwrap_or_else(|| panic!("{words} is missing after {:?}", &lines[..at]));
    }
    assert_eq!(lines.len(), lines.iter().filter(|line| !line.trim().is_empty()).count());
}

#[test]
fn headings_titles_and_text_have_real_styles() {
    let file = written(&every_block());
    let paragraphs: Vec<_> = file.items();
    let style = |words: &str| {
        let found = paragraphs.iter().find_map(|item| match item {
            Item::Paragraph(one) if one.text.replace('\u{A0}', " ") == words => Some(one.style.clone()),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("{words} is missing"))
    };
    assert_eq!(style("KẾ HOẠCH"), "Title");
    assert_eq!(style("I. MỤC ĐÍCH"), "Heading1");
    assert_eq!(style("1. Mục đích chung"), "Heading2");
    assert_eq!(style("Mời ông Nguyễn Văn Mẫu đến dự."), "BodyText");
    let body = file.style("BodyText").child("w:pPr").expect("properties");
    assert_eq!(body.at(&["w:jc"]).and_then(|jc| jc.attribute("w:val")), Some("both"));
    assert_eq!(body.at(&["w:ind"]).and_then(|ind| ind.number("w:firstLine")), Some(567), "1 cm");
    let defaults = file.part("word/styles.xml").at(&["w:docDefaults", "w:rPrDefault", "w:rPr"]);
    let defaults = defaults.expect("defaults");
    assert_eq!(defaults.at(&["w:lang"]).and_then(|lang| lang.attribute("w:val")), Some("vi-VN"));
    let face = defaults.at(&["w:rFonts"]).and_then(|face| face.attribute("w:ascii"));
    assert_eq!(face, Some("Times New Roman"));
}

#[test]
fn a_date_cannot_be_parted() {
    let file = written(&letter(1));
    let text: String = file.part("word/document.xml").text();
    assert!(text.contains("ngày\u{A0}05\u{A0}tháng\u{A0}9"), "{text}");
    assert!(!text.contains("ngày 05"), "{text}");
}

#[test]
fn text_before_a_signature_stays_with_it() {
    for points in 1..4 {
        let items = written(&letter(points)).items();
        let signature = items.iter().rposition(|item| matches!(item, Item::Table(_))).expect("a signature");
        let over = items[..signature].iter().rev().take_while(|item| match item {
            Item::Paragraph(one) => one.keeps_next,
            Item::Table(_) => false,
        });
        let over: Vec<_> = over
            .filter_map(|item| match item {
                Item::Paragraph(one) => Some(one.text.replace('\u{A0}', " ")),
                Item::Table(_) => None,
            })
            .collect();
        assert!(over.contains(&format!("- {SENTENCE}")), "{over:?}");
    }
}

#[test]
fn sections_have_their_page_their_foot_and_their_numbers() {
    let file = written(&every_block());
    let sections = file.sections();
    assert_eq!(sections.len(), 2);
    let size = |at: usize, name: &str| sections[at].child("w:pgSz").and_then(|size| size.number(name));
    assert_eq!((size(0, "w:w"), size(0, "w:h")), (Some(11906), Some(16838)), "A4");
    assert_eq!((size(1, "w:w"), size(1, "w:h")), (Some(16838), Some(11906)), "A4 across");
    let across = sections[1].child("w:pgSz").and_then(|size| size.attribute("w:orient"));
    assert_eq!(across, Some("landscape"));
    for section in &sections {
        let margins = section.child("w:pgMar").expect("margins");
        // 30 mm and 20 mm in twentieths of a point.
        assert_eq!((margins.number("w:left"), margins.number("w:top")), (Some(1701), Some(1134)));
        assert_eq!(section.child("w:pgNumType").and_then(|type_| type_.number("w:start")), Some(1));
        assert_eq!(section.child("w:type").and_then(|type_| type_.attribute("w:val")), Some("nextPage"));
    }
    for number in [1, 2] {
        let foot = file.part(&format!("word/footer{number}.xml"));
        assert!(foot.text().starts_with("Kế hoạch – Cụm 1 & phụ lụcTrang "), "{}", foot.text());
        let fields: Vec<_> =
            foot.all("w:fldSimple").iter().filter_map(|one| one.attribute("w:instr")).collect();
        assert_eq!(fields, ["PAGE", "SECTIONPAGES"]);
    }
    let breaks =
        file.items().iter().filter(|item| matches!(item, Item::Paragraph(one) if one.breaks_page)).count();
    assert_eq!(breaks, 1, "the continuation starts on a new page");
}

#[test]
fn a_letter_is_numbered_on_top_from_the_second_page_on_and_a_list_at_its_foot() {
    let file = written(&letter(40));
    let section = &file.sections()[0];
    assert!(section.has(&["w:titlePg"]), "the first page has a head of its own: none");
    assert!(!section.has(&["w:footerReference"]), "nothing stands under a letter");
    let head = file.part("word/header1.xml");
    let fields: Vec<_> = head.all("w:fldSimple").iter().filter_map(|one| one.attribute("w:instr")).collect();
    assert_eq!(fields, ["PAGE"]);
    let style = file.style("Header");
    assert_eq!(style.at(&["w:pPr", "w:jc"]).and_then(|jc| jc.attribute("w:val")), Some("center"));
    assert_eq!(style.at(&["w:rPr", "w:sz"]).and_then(|size| size.number("w:val")), Some(26), "13 pt");

    // A letter with its list: neither has what the other has.
    let Body::Flow(mut sections) = letter(3).body else { panic!("it flows") };
    let Body::Flow(lists) = every_block().body else { panic!("it flows") };
    sections.extend(lists);
    let file = written(&Document { info: Info::default(), body: Body::Flow(sections) });
    let says = |at: usize, edge: &str| {
        let id = file.sections()[at].child(edge).and_then(|one| one.attribute("r:id").map(str::to_owned));
        let relations = file.part("word/_rels/document.xml.rels");
        let target =
            relations.elements().find(|one| one.attribute("Id") == id.as_deref()).expect("a relation");
        !file
            .part(&format!("word/{}", target.attribute("Target").expect("a part")))
            .all("w:fldSimple")
            .is_empty()
    };
    let said: Vec<_> =
        (0..3).map(|at| (says(at, "w:headerReference"), says(at, "w:footerReference"))).collect();
    assert_eq!(said, [(true, false), (false, true), (false, true)]);
}

#[test]
fn the_subject_of_a_letter_is_as_large_as_its_text_with_a_line_under_it() {
    let file = written(&every_block());
    let all = file.part("word/document.xml").all("w:p");
    let says = |one: &&&Element| one.text().starts_with("Tập huấn công tác");
    let at = all.iter().position(|one| says(&one)).expect("the subject");
    let size = all[at].all("w:sz").first().and_then(|size| size.number("w:val"));
    assert_eq!(size, Some(28), "14 pt");
    assert!(all[at + 1].has(&["w:pPr", "w:pBdr"]), "the line");
}

#[test]
fn the_file_says_what_it_is_and_never_asks_the_clock() {
    let document = every_block();
    let bytes = docx::write(&document).expect("a file");
    assert_eq!(bytes, docx::write(&document).expect("a file"));
    let core = read(&bytes).part("docProps/core.xml").clone();
    let said = |name: &str| core.child(name).map(Element::text).unwrap_or_default();
    assert_eq!(said("dc:title"), "Kế hoạch & danh sách");
    assert_eq!(said("dc:creator"), "Ủy ban MTTQ Việt Nam huyện Phú Ninh");
    assert_eq!(said("dcterms:created"), "2020-09-05T00:00:00Z");
    let info = Info { date: FuzzyDate::year_only(2020).ok(), ..document.info.clone() };
    let dated = read(&docx::write(&Document { info, ..document }).expect("a file"));
    assert!(!dated.part("docProps/core.xml").has(&["dcterms:created"]), "a year is no day");
}

#[test]
fn strange_characters_and_an_empty_paper_are_written() {
    let odd = "a\u{1}b\u{FFFE} Nguye\u{302}\u{303}n\t李\u{200B} ]]> &amp; \u{1F600}";
    let blocks = vec![Block::Paragraph(Paragraph::text(odd)), Block::PageBreak];
    let section = Section { name: odd.into(), footer: odd.into(), blocks, ..Section::default() };
    let file = written(&Document { info: Info::default(), body: Body::Flow(vec![section]) });
    assert_eq!(file.lines(), ["ab\u{FFFD} Nguyễn 李 ]]> &amp; \u{1F600}"]);
    written(&Document { info: Info::default(), body: Body::Flow(Vec::new()) });
}

#[test]
fn absurd_heads_titles_and_names_are_written_all_the_same() {
    let mut dossier = session(12, 1, 12);
    let long = "Hội nghị tập huấn công tác Mặt trận cơ sở ".repeat(200);
    dossier.session.details.title_in_text = Some(long.clone());
    dossier.letterhead.profile = HeadingProfile::Party;
    dossier.letterhead.issuer = vec![long.to_uppercase()];
    let signatory = dossier.signatory.as_mut().expect("a signatory");
    signatory.authority = vec!["TM. BAN THƯỜNG TRỰC".into(); 90];
    dossier.clusters[0].details.venue = Some(long.clone());
    dossier.delegates[3].details.full_name = "Ngoằn".repeat(800);
    dossier.delegates[4].details.unit_group = Some(long);
    for kind in [PaperKind::SignInSheet, PaperKind::DelegateList] {
        let word = make_as(Format::Docx, kind, &dossier, &Options::default()).expect("a file");
        let file = read(word.bytes());
        check(&file);
        assert!(file.lines().contains(&"ĐẢNG CỘNG SẢN VIỆT NAM".to_owned()));
        assert!(file.lines().contains(&"Ngoằn".repeat(800)));
        make_as(Format::Xlsx, kind, &dossier, &Options::default()).expect("a workbook");
    }
}

#[test]
fn certificates_are_not_to_be_had() {
    let answer = make_as(Format::Docx, PaperKind::Certificates, &session(3, 1, 1), &Options::default());
    assert_eq!(answer, Err(PaperError::NotInThisForm));
}

#[test]
fn a_list_of_payments_has_its_sum_and_three_who_sign() {
    let mut options = Options::default();
    options.allowance_receipt.words.rate = Some(100_000);
    options.allowance_receipt.words.stage = Stage::Settled;
    let mut dossier = session(3, 1, 2);
    everybody_signed(&mut dossier);
    let paper = make_as(Format::Docx, PaperKind::AllowanceReceipt, &dossier, &options).expect("a file");
    let file = read(paper.bytes());
    check(&file);
    let lists = file.lists();
    let sum = lists[0].iter().rev().find(|row| !row.closing).expect("a row");
    assert_eq!(sum.texts()[..2], ["Tổng cộng", "600.000"]);
    assert!(sum.keeps_next(), "the sum stays with those who sign");
    for words in ["sáu trăm nghìn đồng", "NGƯỜI LẬP BIỂU", "KẾ TOÁN", "CHỦ TÀI KHOẢN"] {
        let said = file.lines().iter().any(|line| line.to_lowercase().contains(&words.to_lowercase()));
        assert!(said, "{words}");
    }
}

#[test]
fn a_list_that_went_out_comes_in_again() {
    let dossier = session(40, 1, 2);
    let mut options = Options::default();
    options.delegate_list.look.phone = true;
    let paper = make_as(Format::Docx, PaperKind::DelegateList, &dossier, &options).expect("a file");
    let today = jiff::civil::date(2026, 1, 1);
    let list = intake::read_bytes(paper.bytes().to_vec(), "ra.docx", today).expect("a list");
    let mut read: Vec<_> =
        list.rows.iter().map(|row| (row.person.full_name.clone(), row.person.phone.clone())).collect();
    let people = dossier.delegates.iter().map(|one| &one.details);
    let mut listed: Vec<_> = people.map(|one| (one.full_name.clone(), one.phone.clone())).collect();
    read.sort();
    listed.sort();
    assert_eq!(read, listed);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn blocks_may_stand_in_any_order(kinds in prop::collection::vec(0usize..20, 0..12)) {
        let content = of_blocks(&kinds);
        check_lists(&written(&content), &content);
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
        let file = written(&content);
        check_lists(&file, &content);

        // The closing block stands in the last row and holds on to those before it.
        let last = file.lists().pop().expect("a list");
        let (closing, rows) = last.split_last().expect("rows");
        prop_assert!(closing.closing && closing.cannot_split);
        prop_assert!(rows.iter().all(|row| !row.closing));
        prop_assert!(rows.iter().rev().take(2).all(TableRow::keeps_next));
        let lines = file.lines();
        prop_assert_eq!(lines.iter().filter(|line| *line == "NGƯỜI LẬP").count(), 1);
    }
}
