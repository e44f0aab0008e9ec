//! Lists from before Unicode, and lists that must not be taken for one.

use crate::support::lists::{Sheet, described, read};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use taphuan::domain::list::ListEncoding;
use taphuan::intake::{ReadOptions, read_bytes_with};

fn font(name: &str) -> Format {
    Format::new().set_font_name(name)
}

/// A sheet of lines "a|b@font": the font goes for that cell.
fn in_fonts(lines: &[&str]) -> Vec<u8> {
    let mut sheet = Worksheet::new();
    for (row, line) in (0..).zip(lines) {
        for (column, cell) in (0..).zip(line.split('|')) {
            match cell.split_once('@') {
                Some((text, name)) => sheet.write_string_with_format(row, column, text, &font(name)),
                None => sheet.write_string(row, column, cell),
            }
            .expect("a free cell");
        }
    }
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    book.save_to_buffer().expect("in memory")
}

#[test]
fn fonts_of_a_workbook_tell_its_letters() {
    let list = read(in_fonts(&[
        "danh s¸ch ®¹i biÓu@.VnTimeH",
        "STT|Hä vµ tªn@.VnTime|N¨m sinh@.VnTime|§¬n vÞ@.VnTime|Ghi chú",
        "1|nguyÔn v¨n tó@.VnTimeH|1969|X· Tam §¹i@.VnTime|đi thay",
        "2|Leâ Thò Tuù@VNI-Times|1970|Xaõ Tam Ñaïi@VNI-Helve|",
        "3|Trần Tú|1971|Xã Tam Đại|",
    ]))
    .expect("a list");
    assert_eq!(
        described(&list),
        [
            "3 NGUYỄN VĂN TÚ||1969||Xã Tam Đại|||đi thay",
            "4 Lê Thị Tú||1970||Xã Tam Đại|||",
            "5 Trần Tú||1971||Xã Tam Đại|||",
        ]
    );
    assert_eq!(list.encoding, ListEncoding::Tcvn3);
    assert_eq!((list.converted.tcvn3, list.converted.vni), (6, 2));
}

#[test]
fn pieces_of_a_text_have_fonts_of_their_own() {
    let mut sheet = Worksheet::new();
    for (column, heading) in (0..).zip(["Họ và tên", "Năm sinh"]) {
        sheet.write_string(0, column, heading).expect("a free cell");
    }
    let (old, new) = (font(".VnTime"), font("Times New Roman"));
    sheet.write_rich_string(1, 0, &[(&old, "NguyÔn V¨n "), (&new, "Đào")]).expect("a free cell");
    sheet.write_string(1, 1, "1969").expect("a free cell");
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    let list = read(book.save_to_buffer().expect("in memory")).expect("a list");
    assert_eq!(described(&list), ["2 Nguyễn Văn Đào||1969|||||"]);
}

#[test]
fn the_decision_can_be_switched() {
    let bytes = in_fonts(&["Hä vµ tªn|N¨m sinh", "Lª Tó|1969"]);
    let today = jiff::civil::date(2026, 3, 1);
    let read = |encoding| {
        let options = ReadOptions { encoding, ..ReadOptions::default() };
        read_bytes_with(bytes.clone(), "xa.xlsx", today, &options)
    };
    assert_eq!(described(&read(None).expect("a list")), ["2 Lê Tú||1969|||||"]);
    assert_eq!(described(&read(Some(ListEncoding::Tcvn3)).expect("a list")), ["2 Lê Tú||1969|||||"]);
    // "Hä vµ tªn" is no heading then.
    assert!(read(Some(ListEncoding::Unicode)).is_err());
}

/// Every name, unit and position of the samples, and words of all shapes.
#[test]
fn unicode_is_never_touched() {
    let mut words: Vec<String> = include_str!("../../../assets/samples/names.json")
        .split('"')
        .filter(|text| !text.is_ascii())
        .map(str::to_owned)
        .collect();
    assert!(words.len() > 20, "names with marks");
    words.extend(
        "Bé Tú Lê Hà Hùng Tâm Hoà Thuý Mùi Sáu Tý Vũ Lý Cô Bà Nhàn Hân Sân Xã Hòa Bình Trà Vân Khánh Toàn \
         Sinh Tài Bùi Thành Hoàng Công Tính Sâm Thông Hiên Hào Quý Bích Lài Ngô Ê-ban Niê Müller H'Dên Blô Ðặng"
            .split_whitespace()
            .map(str::to_owned),
    );
    let mut sheet = Sheet::default();
    sheet.line(0, "Họ và tên|Ghi chú");
    for (row, word) in (1..).zip(&words) {
        sheet.line(row, &format!("{word}|{word}"));
    }
    let list = read(sheet.bytes()).expect("a list");
    assert_eq!((list.encoding, list.converted.cells()), (ListEncoding::Unicode, 0));
    // Alone in a file they have no neighbours to speak for them.
    for word in &words {
        let list = read(in_fonts(&["Ho va ten|Nam sinh", &format!("{word}|1969")]));
        if let Ok(list) = list {
            assert_eq!(list.converted.cells(), 0, "{word}");
            assert_eq!(list.rows[0].person.full_name, *word);
        }
    }
}
