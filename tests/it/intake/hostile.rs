//! Files made to do harm, or harmed on the way: one sentence each, never a panic.

use std::io::{Cursor, Read, Write};

use crate::support::lists::{Sheet, described, read};
use proptest::prelude::*;
use taphuan::intake::{Limit, OtherKind, Refusal};
use taphuan::locale::{Language, Locale};
use taphuan::sentence::Explain;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn small_list() -> Vec<u8> {
    let mut sheet = Sheet::default();
    sheet.line(0, "STT|Họ và tên|Năm sinh|Đơn vị");
    sheet.line(1, "#1|Nguyễn Văn Mẫu|#1969|Xã Tam Đại");
    sheet.line(2, "#2|Trần Thị Thử|#1975|Xã Tam Đại");
    sheet.date(2, 2, rust_xlsxwriter::ExcelDateTime::from_ymd(1975, 5, 2).expect("a day"));
    let format = rust_xlsxwriter::Format::new();
    sheet.0.merge_range(5, 0, 7, 0, "gộp", &format).expect("free cells");
    sheet.bytes()
}

/// The parts of a workbook.
fn parts(workbook: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("a part");
            (part.name().expect("a name").into_owned(), content)
        })
        .collect()
}

/// A workbook of these parts.
fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("in memory");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

/// The small list with one piece of text in one of its parts replaced.
fn altered(part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut parts = parts(&small_list());
    let content = &mut parts.iter_mut().find(|(name, _)| name.ends_with(part)).expect("such a part").1;
    let text = String::from_utf8(content.clone()).expect("XML");
    assert!(text.contains(from), "{from} not in {text}");
    *content = text.replacen(from, to, 1).into_bytes();
    packed(&parts)
}

fn reason(bytes: Vec<u8>) -> Refusal {
    read(bytes).expect_err("refused").reason
}

#[test]
fn a_workbook_cut_short_anywhere_is_refused() {
    let whole = small_list();
    assert!(read(whole.clone()).is_ok());
    for length in (0..whole.len()).step_by(7) {
        let reason = reason(whole[..length].to_vec());
        let plausible = matches!(reason, Refusal::Empty | Refusal::Damaged(_) | Refusal::OtherKind(_));
        assert!(plausible, "{length} bytes: {reason:?}");
    }
}

#[test]
fn every_refusal_has_a_sentence_with_a_cure_in_both_languages() {
    let files: Vec<Vec<u8>> = vec![
        Vec::new(),
        b"%PDF-1.4".to_vec(),
        b"\x89PNG\r\n".to_vec(),
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
        b"PK\x03\x04".to_vec(),
        b"<html>".to_vec(),
        b"H\xE4 v\xB5 t\xAAn;1".to_vec(),
        b"\x00\x01\x02".to_vec(),
        "mặt hàng;số lượng\nbút;3".into(),
        "Họ tên;Năm sinh\n".into(),
    ];
    for language in [Language::Vietnamese, Language::English] {
        let locale = Locale::new(language);
        for file in &files {
            let error = read(file.clone()).expect_err("refused");
            let sentence = locale.explain(&error);
            assert!(sentence.contains("danh-sach.xlsx") && sentence.ends_with('.'), "{sentence}");
            assert_ne!(sentence, error.explain().id);
        }
    }
}

#[test]
fn files_that_are_not_there_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let today = jiff::civil::date(2026, 3, 1);
    let refusal = |path: &std::path::Path| taphuan::intake::read(path, today).expect_err("refused").reason;
    assert!(matches!(refusal(folder.path()), Refusal::Folder));
    assert!(matches!(refusal(&folder.path().join("khong-co.xlsx")), Refusal::Missing));
    assert!(matches!(refusal(std::path::Path::new("")), Refusal::Missing));
    let large = folder.path().join("lon.csv");
    std::fs::File::create(&large).and_then(|file| file.set_len(51 << 20)).expect("a sparse file");
    assert!(matches!(refusal(&large), Refusal::TooLarge));
    if cfg!(unix) {
        assert!(matches!(refusal(std::path::Path::new("/dev/zero")), Refusal::OtherKind(OtherKind::Unknown)));
    }
}

#[test]
fn a_bomb_is_refused_though_its_directory_lies() {
    let mut parts = parts(&small_list());
    let sheet = parts.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).expect("a sheet");
    sheet.1 = vec![b' '; 300 << 20];
    let mut bomb = packed(&parts);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(reason(bomb.clone()), Refusal::TooMuch(_)));
    // The size unpacked stands 22 bytes behind each entry's signature, plus 2.
    let size = u32::to_le_bytes(300 << 20);
    let places: Vec<_> =
        bomb.windows(4).enumerate().filter(|(_, at)| *at == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for place in places {
        bomb[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(read(bomb).is_err());
}

#[test]
fn numbers_that_ask_for_memory_are_not_believed() {
    for (part, from, to) in [
        ("sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"99999999999999"),
        ("sharedStrings.xml", "uniqueCount=\"", "uniqueCount=\"9223372036854775807\" x=\""),
    ] {
        assert!(matches!(reason(altered(part, from, to)), Refusal::TooMuch(_)));
    }
    let bounded = altered("sheet1.xml", "<dimension ref=\"A1:D8\"", "<dimension ref=\"A1:XFD1048576\"");
    assert_eq!(described(&read(bounded).expect("a list")).len(), 2);
}

/// A gap of four milliards of rows was once written out, line by line.
#[test]
fn rows_far_apart_cost_no_more_than_they_hold() {
    let row = |number: u32, text: &str| {
        format!("<Row ss:Index=\"{number}\"><Cell><Data ss:Type=\"String\">{text}</Data></Cell></Row>")
    };
    let rows =
        [row(2, "1. Nguyễn Văn An, 1970, Trưởng ban"), row(4_000_000_000, "2. Lê Thị Bé, 1975, Tổ trưởng")];
    let book = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"A\"><Table>{}</Table>\
         </Worksheet></Workbook>",
        rows.concat()
    );
    // Whether such a row is taken or refused: at once, and by its own number.
    if let Ok(list) = read(book.into_bytes()) {
        assert!(list.rows.iter().all(|row| [2, 4_000_000_000].contains(&row.row)), "{:?}", list.rows);
    }
}

#[test]
fn one_long_text_used_a_million_times_is_refused() {
    let text = "a".repeat(1_900);
    let cells: String =
        (1..=150_000).map(|row| format!("<row r=\"{row}\"><c t=\"s\"><v>0</v></c></row>")).collect();
    let mut parts = parts(&small_list());
    for (name, content) in &mut parts {
        if name.ends_with("sharedStrings.xml") {
            *content = format!("<sst uniqueCount=\"1\"><si><t>{text}</t></si></sst>").into_bytes();
        } else if name.ends_with("sheet1.xml") {
            *content = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>").into_bytes();
        }
    }
    assert!(matches!(reason(packed(&parts)), Refusal::TooMuch(_)));
}

#[test]
fn a_million_rows_are_refused_unless_they_are_empty() {
    let rows = |content: &str| -> String {
        (1..=1_048_576).map(|_| format!("<row><c s=\"1\">{content}</c></row>")).collect()
    };
    for (content, refused) in [("<v>1</v>", true), ("", false)] {
        let mut parts = parts(&small_list());
        let sheet = parts.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).expect("a sheet");
        let text = String::from_utf8(sheet.1.clone()).expect("XML");
        sheet.1 = text.replace("</sheetData>", &format!("{}</sheetData>", rows(content))).into_bytes();
        let outcome = read(packed(&parts));
        assert_eq!(outcome.is_err(), refused);
    }
}

/// A workbook of so many visible sheets that all name one part.
fn sheets_of_one_part(count: usize, rows: &str) -> Vec<u8> {
    let sheets: String =
        (1..=count).map(|n| format!("<sheet name=\"S{n}\" sheetId=\"{n}\" r:id=\"r{n}\"/>")).collect();
    let links: String = (1..=count)
        .map(|n| format!("<Relationship Id=\"r{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"))
        .collect();
    let mut parts = parts(&small_list());
    for (name, content) in &mut parts {
        let text = match name.as_str() {
            "xl/workbook.xml" => format!(
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{sheets}</sheets></workbook>"
            ),
            "xl/_rels/workbook.xml.rels" => format!("<Relationships>{links}</Relationships>"),
            "xl/worksheets/sheet1.xml" => {
                format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
            }
            _ => continue,
        };
        *content = text.into_bytes();
    }
    packed(&parts)
}

#[test]
fn sheets_that_name_one_part_pay_for_it_each_time() {
    let filled = "<row><c><v>1</v></c></row>".repeat(4_500);
    assert!(matches!(reason(sheets_of_one_part(1_000, &filled)), Refusal::TooMuch(Limit::Rows)));
    assert!(matches!(reason(sheets_of_one_part(1_001, "")), Refusal::TooMuch(Limit::Sheets)));
    // Rows without a cell are no rows of ours, yet they are read.
    let empty = format!("<row/>{}", " ".repeat(114)).repeat(100_000);
    assert!(matches!(reason(sheets_of_one_part(1_000, &empty)), Refusal::TooMuch(Limit::Unpacked)));
}

#[test]
fn cells_over_many_rows_and_columns_cost_no_more_than_they_hold() {
    let row = "<tr><td rowspan=65535 colspan=1000>Họ tên</td></tr>";
    assert!(read(format!("<table>{}</table>", row.repeat(2_000)).into_bytes()).is_err());
    let people = "<tr><td rowspan=65535>Lê An<td>1969".repeat(5_000);
    let page = format!("<table><tr><td>Họ và tên<td>Năm sinh{people}</table>");
    assert!(read(page.into_bytes()).is_ok_and(|list| !list.rows.is_empty()));
}

#[test]
fn a_table_of_nothing_but_delimiters_is_read_to_its_end_in_no_time() {
    for text in [";".repeat(2 << 20), format!("{}\n", ";".repeat(99)).repeat(20_000)] {
        assert!(matches!(reason(text.into_bytes()), Refusal::NoHeader));
    }
}

#[test]
fn a_limit_is_said_with_its_number() {
    let many: String = (0..200_001).map(|_| "<tr><td>a").collect();
    let error = read(format!("<table>{many}</table>").into_bytes()).expect_err("refused");
    for language in [Language::Vietnamese, Language::English] {
        let sentence = Locale::new(language).explain(&error).replace(['.', ',', '\u{a0}'], "");
        assert!(sentence.contains("200000"), "{sentence}");
    }
}

/// A PDF of one page whose content and drawings are these; each drawing can draw the next.
fn pdf(content: &str, drawings: &[String]) -> Vec<u8> {
    let names: String = (0..drawings.len()).map(|n| format!("/D{n} {} 0 R ", 10 + n)).collect();
    let mut objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
        (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned()),
        (
            3,
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<<{names}>>>>/Contents 4 0 R>>"
            ),
        ),
        (4, format!("<</Length {}>>stream\n{content}\nendstream", content.len())),
    ];
    for (number, drawing) in (10..).zip(drawings) {
        let head = format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<<{names}>>>>/Length {}>>",
            drawing.len()
        );
        objects.push((number, format!("{head}stream\n{drawing}\nendstream")));
    }
    let mut file = "%PDF-1.7\n".to_owned();
    for (number, object) in objects {
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    file.push_str("trailer<</Root 1 0 R/Size 100>>\n");
    file.into_bytes()
}

#[test]
fn a_pdf_whose_drawings_draw_each_other_is_refused() {
    let drawings: Vec<String> = (1..=12).map(|next| format!("/D{next} Do ").repeat(10)).collect();
    assert!(matches!(reason(pdf("/D0 Do", &drawings)), Refusal::TooMuch(Limit::Part)));
    // A drawing that draws itself is drawn once, or not at all.
    assert!(read(pdf("/D0 Do", &["/D0 Do ".to_owned()])).is_err());
    assert!(read(pdf("/D0 Do", &["/D1 Do ".to_owned(), "/D0 Do ".to_owned()])).is_err());
    assert!(matches!(reason(pdf("0 0 m", &[])), Refusal::OtherKind(OtherKind::Pdf)));
}

#[test]
fn a_pdf_that_unpacks_without_end_is_refused() {
    let pack = |bytes: &[u8]| {
        let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(bytes).and_then(|()| writer.finish()).expect("in memory")
    };
    let large = pack(&vec![b' '; 600 << 20]);
    for (packed, filter) in [(large.clone(), "/FlateDecode"), (pack(&large), "[/FlateDecode/FlateDecode]")] {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        bytes.extend(format!("4 0 obj<</Filter {filter}/Length {}>>stream\n", packed.len()).bytes());
        bytes.extend(packed);
        bytes.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>");
        assert!(matches!(reason(bytes), Refusal::TooMuch(Limit::Unpacked)), "{filter}");
    }
}

#[test]
fn hidden_rows_without_end_cost_no_more_than_their_tags() {
    let rows: String =
        (1..=500_000).map(|row| format!("<row r=\"{}\" hidden=\"1\"/>", row * 2 + 100)).collect();
    let mut parts = parts(&small_list());
    let sheet = parts.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).expect("a sheet");
    let text = String::from_utf8(sheet.1.clone()).expect("XML");
    sheet.1 = text.replace("</sheetData>", &format!("{rows}</sheetData>")).into_bytes();
    assert_eq!(described(&read(packed(&parts)).expect("a list")).len(), 2);
}

/// Groups, tables and numbers of a text in rich text format that no program writes.
#[test]
fn rich_text_that_never_ends_or_claims_much_is_bounded() {
    let head = "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}";
    for body in [
        "{".repeat(1_000_000),
        "\\cell".repeat(100_000),
        "\\trowd\\cellx".repeat(100_000),
        "\\u-1".repeat(100_000),
        "\\'".repeat(100_000),
    ] {
        assert!(matches!(reason(format!("{head}{body}").into_bytes()), Refusal::Damaged(_)));
        let _ = read(format!("{head}{body}}}").into_bytes());
    }
    let cells = format!("{head}{}\\row}}", "\\cell".repeat(3_000_000));
    assert!(matches!(reason(cells.into_bytes()), Refusal::TooMuch(Limit::Cells)));
    let far = "\\trowd\\trleft-2147483648\\clvmrg\\cellx2147483647\\cellx-2147483648 a\\cell b\\cell\\row";
    for odd in
        [far, "\\bin2147483647 ", "\\bin-5 a", "\\f4294967296 a\\par", "\\uc2147483647\\u1 a", "\\ucx\\u 1"]
    {
        let _ = read(format!("{head}{odd}\\par}}").into_bytes());
    }
}

#[test]
fn an_archive_in_an_archive_is_not_opened() {
    let inner = packed(&[("a.csv".to_owned(), "Họ tên;Năm sinh\nLê An;1969".into())]);
    let outer = packed(&[("trong.zip".to_owned(), inner)]);
    assert!(matches!(reason(outer), Refusal::OtherKind(OtherKind::ZipWithoutList)));
}

#[test]
fn a_wish_to_stop_ends_the_reading_of_every_format() {
    use taphuan::intake::{ReadOptions, read_bytes_watched};
    let today = jiff::civil::date(2026, 3, 1);
    let progress = taphuan::progress::Progress::default();
    progress.cancel();
    let table = "<tr><td>Họ tên<td>Xã".repeat(1_000);
    let files: [Vec<u8>; 4] = [
        small_list(),
        format!("<table>{table}</table>").into_bytes(),
        "Họ tên;Năm sinh\nLê An;1969\n".repeat(1_000).into_bytes(),
        "Lê An - 0905123456\n".repeat(1_000).into_bytes(),
    ];
    for file in files {
        let outcome = read_bytes_watched(file, "a", today, &ReadOptions::default(), &progress);
        assert!(matches!(outcome.expect_err("stopped").reason, Refusal::Cancelled));
    }
}

#[test]
fn references_that_overflow_do_no_harm() {
    for (from, to) in [
        ("r=\"A2\"", "r=\"ZZZZZZZZZZZZZZ99999999999999999999\""),
        ("<row r=\"2\"", "<row r=\"4294967296\""),
        ("<row r=\"2\"", "<row r=\"4294967295\""),
        ("<row r=\"2\"", "<row r=\"0\""),
        ("r=\"A2\"", "r=\"2A\""),
        ("ref=\"A1:D8\"", "ref=\"D8:A1\""),
        ("ref=\"A6:A8\"", "ref=\"XFD9:A6\""),
        ("ref=\"A6:A8\"", "ref=\"A1:A4294967295\""),
        ("ref=\"A6:A8\"", "ref=\"A1:A2:A3\""),
        ("<v>1969</v>", "<v>1e999</v>"),
        ("<v>1969</v>", "<v>-nan</v>"),
        ("<v>1969</v>", "<v>99999999999999999999999999999999</v>"),
    ] {
        let _ = read(altered("sheet1.xml", from, to));
    }
}

#[test]
fn documents_of_other_programs_are_named() {
    let of = |names: &[&str]| {
        let parts: Vec<_> = names.iter().map(|name| ((*name).to_owned(), b"<x/>".to_vec())).collect();
        reason(packed(&parts))
    };
    for (names, kind) in [
        (["mimetype", "content.xml"], OtherKind::OpenDocument),
        (["xa-tam-dai.xlsx", "xa-tam-phu.xlsx"], OtherKind::ZipWithoutList),
    ] {
        assert!(matches!(of(&names), Refusal::OtherKind(found) if found == kind), "{kind:?}");
    }
    assert!(matches!(of(&["xl/workbook.bin", "a"]), Refusal::BinaryExcel));
    assert!(matches!(of(&["xl/workbook.xml", "a"]), Refusal::Damaged(_)));
    assert!(matches!(of(&["[Content_Types].xml", "word/document.xml"]), Refusal::NoHeader));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(bytes);
    }

    #[test]
    fn random_bytes_behind_any_beginning_never_panic(
        beginning in prop::sample::select(vec![
            b"PK\x03\x04".to_vec(), b"PK\x05\x06".to_vec(), b"\xFF\xFE".to_vec(), b"\xFE\xFF".to_vec(),
            b"\xEF\xBB\xBF".to_vec(), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), b"sep=;\n".to_vec(),
        ]),
        bytes in proptest::collection::vec(any::<u8>(), 0..1_000),
    ) {
        let _ = read([beginning, bytes].concat());
    }

    #[test]
    fn random_text_tables_never_panic(
        table in "((STT|Họ và tên|Tên|Nam|Nữ|Năm sinh|Thôn|Xã|Cụm|SĐT|I|II|1|2|1969|Xã A|Lê An|Cụm 2|Cộng|x|\"|=1|#|\u{301}|.{0,3})[;,\t\n]){0,80}"
    ) {
        let _ = read(table.into_bytes());
    }

    #[test]
    fn a_workbook_with_bytes_changed_never_panics(
        part in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let mut parts = parts(&small_list());
        let content = &mut part.get_mut(&mut parts).1;
        for (place, byte) in changes {
            *place.get_mut(content) = byte;
        }
        if let Some(cut) = cut {
            content.truncate(cut.index(content.len()));
        }
        let _ = read(packed(&parts));
    }

    #[test]
    fn numbers_of_any_form_never_panic(number in "[-+]{0,2}([0-9]{0,6}|inf|nan|infinity|NaN|0x1)[.eE_ ]?[-+0-9]{0,5}") {
        let from = "<v>1969</v>";
        let typed = altered("sheet1.xml", from, &format!("<v>{number}</v>"));
        let _ = read(typed);
        let said = altered("sheet1.xml", "<c r=\"C2\"", "<c r=\"C2\" t=\"n\"");
        let _ = read(said.clone());
        let mut parts = parts(&said);
        let sheet = &mut parts.iter_mut().find(|(name, _)| name.ends_with("sheet1.xml")).expect("a sheet").1;
        *sheet = String::from_utf8_lossy(sheet).replacen(from, &format!("<v>{number}</v>"), 1).into_bytes();
        let _ = read(packed(&parts));
    }

    #[test]
    fn a_packed_workbook_with_bytes_changed_never_panics(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = small_list();
        for (place, byte) in changes {
            *place.get_mut(&mut bytes) = byte;
        }
        let _ = read(bytes);
    }
}

#[test]
fn letters_of_another_length_and_widths_below_nothing_are_read() {
    // "İ" and "ẞ" are longer and shorter in small letters, and no place in the text is meant by their sum.
    let text = "STT,Họ và tên,Chức vụ,Ghi chú\n1,Nguyễn Văn Mẫu,Trưởng thôn,ẞ –thay İ bà Hà Thị Lụa\n\
                2,Trần Thị Thử,ẞ –thôn İ 2,\n";
    assert_eq!(read(text.into()).expect("a list").rows.len(), 2);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists/found");
    let pdf = std::fs::read(folder.join("negative-widths.pdf")).expect("a file");
    let _answered = read(pdf);
}
