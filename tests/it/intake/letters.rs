//! Lists from before Unicode, and lists that must not be taken for one.

use std::path::Path;

use crate::support::lists::{Sheet, described, read};
use jiff::civil::{Date, date};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use taphuan::domain::id::{PersonId, SessionId};
use taphuan::domain::list::{KnownPeople, ListEncoding, RowOutcome};
use taphuan::domain::person::PersonDetails;
use taphuan::intake::{ReadList, ReadOptions, Refusal, plan, read as read_file, read_bytes, read_bytes_with};

const TODAY: Date = date(2026, 3, 1);

/// A list that was once read wrong, as `tests/lists/found` keeps it.
fn found(name: &str) -> ReadList {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lists/found").join(name);
    read_file(&path, TODAY).unwrap_or_else(|error| panic!("{error}"))
}

/// The five people of `cp1258.csv`, its brothers and `formula-guard.csv`.
const FIVE: [&str; 5] = [
    "Nguyễn Văn An||1970|Chủ tịch UBMTTQ|Xã Tân Lập||0912345671|",
    "Trần Thị Bình||1975|Phó Chủ tịch UBMTTQ|Xã Tân Lập||0912345672|",
    "Lê Văn Cường||1980|Trưởng ban CTMT|Thôn 1, xã Tân Lập|Xã Tân Lập|0912345673|",
    "Phạm Thị Dung||1985|Trưởng ban CTMT|Thôn 2, xã Tân Lập|Xã Tân Lập|0912345674|",
    "Hoàng Văn Em||1990|Chi hội trưởng|Thôn 3, xã Tân Lập|Xã Tân Lập|0912345675|",
];

/// The people of a list without the numbers of their rows.
fn people(list: &ReadList) -> Vec<String> {
    let without_number =
        |line: String| line.split_once(' ').map_or(line.clone(), |(_, person)| person.to_owned());
    described(list).into_iter().map(without_number).collect()
}

#[test]
fn lists_whose_letters_were_spoilt_on_the_way_are_read_whole() {
    for (name, encoding) in [
        ("cp1258.csv", ListEncoding::Windows1258),
        ("mojibake-good-heads.xlsx", ListEncoding::Misread),
        ("ncr-good-heads.xlsx", ListEncoding::SpelledOut),
        ("formula-guard.csv", ListEncoding::Unicode),
    ] {
        let list = found(name);
        assert_eq!(people(&list), FIVE, "{name}");
        assert_eq!(list.encoding, encoding, "{name}");
        assert!(list.rows.iter().all(|row| row.remarks.is_empty()), "{name}");
    }
    assert_eq!(found("mojibake-good-heads.xlsx").converted.misread, 15);
}

/// A list as a text file of commas, some of its letters spoilt.
fn spoilt(spoil: impl Fn(&str) -> String) -> Vec<u8> {
    let mut text = "STT;Họ và tên;Năm sinh;Chức vụ;Đơn vị;Số điện thoại\n".to_owned();
    for (number, person) in (1..).zip(FIVE) {
        let fields: Vec<&str> = person.split('|').collect();
        let line = [fields[0], fields[2], fields[3], fields[4], fields[6]].join(";");
        text.push_str(&format!("{number};{line}\n"));
    }
    spoil(&text).into_bytes()
}

#[test]
fn headings_are_put_right_before_they_are_looked_for() {
    let latin = |text: &str| text.bytes().map(char::from).collect::<String>();
    let as_numbers = |text: &str| {
        let spell = |c: char| {
            if c.is_ascii() { c.to_string() } else { format!("&#{};", u32::from(c)).replace(';', "\u{1}") }
        };
        text.chars().map(spell).collect::<String>()
    };
    let escaped = |text: &str| {
        let spell = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) };
        text.chars().map(spell).collect::<String>()
    };
    let quoted_numbers = |text: &str| {
        as_numbers(text)
            .lines()
            .map(|line| {
                line.split(';')
                    .map(|cell| format!("\"{}\"", cell.replace('\u{1}', ";")))
                    .collect::<Vec<_>>()
                    .join(";")
            })
            .collect::<Vec<_>>()
            .join("\n")
    };
    for (name, bytes, encoding) in [
        ("misread once", spoilt(latin), ListEncoding::Misread),
        ("misread twice", spoilt(|text| latin(&latin(text))), ListEncoding::Misread),
        ("spelled out", spoilt(quoted_numbers), ListEncoding::SpelledOut),
        ("escaped", spoilt(escaped), ListEncoding::SpelledOut),
    ] {
        let list = read_bytes(bytes, "xa.csv", TODAY).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(people(&list), FIVE, "{name}");
        assert_eq!(list.encoding, encoding, "{name}");
    }
}

#[test]
fn capitals_that_tcvn3_lacks_come_back() {
    assert_eq!(
        described(&found("tcvn3-small-first-letter.xls")),
        [
            "2 Nguyễn Thị Ánh||1965|Ủy viên Thường trực|Xã Tam Đại|||",
            "3 Lê Xuân Ý||1970|Trưởng ban CTMT|Thôn An Mỹ, xã Tam Đại|Xã Tam Đại||",
            "4 Đinh Thế Ấn||1972|Ủy viên|Thôn Ấp Bắc, xã Tam Đại|Xã Tam Đại||",
        ]
    );
}

#[test]
fn letters_lost_for_good_are_told_row_by_row() {
    let list = found("lossy-ascii-heads.csv");
    assert_eq!(list.rows.len(), 5);
    for row in &list.rows {
        let ids: Vec<&str> = row.remarks.iter().map(|remark| remark.id.as_str()).collect();
        assert_eq!(ids, ["intake-remark-letters-lost"], "{}", row.person.full_name);
    }
}

#[test]
fn a_list_whose_headings_lost_their_letters_is_refused_with_the_cause() {
    let ascii = |text: &str| text.chars().map(|c| if c.is_ascii() { c } else { '?' }).collect::<String>();
    let error = read_bytes(spoilt(ascii), "xa.csv", TODAY).expect_err("no headings");
    assert!(matches!(error.reason, Refusal::LettersLost), "{error}");
}

#[test]
fn a_space_that_was_plain_made_costs_nobody_their_place() {
    let text = "STT;Há»\u{8d} vÃ  tÃªn;NÄƒm sinh;Chá»©c vá»¥\n1;LÃª HÃ ;1977;BÃ\u{ad} thÆ°\n\
        2;HoÃ ng VÄƒn LÃ¢m;1978;Tá»• trÆ°á»Ÿng\n3;VÃµ VÄƒn HÃ¢n;1979;CÃ¡n bá»™\n";
    let list = read_bytes(text.as_bytes().to_vec(), "xa.csv", TODAY).expect("a list");
    assert_eq!(
        people(&list),
        ["Lê Hà||1977|Bí thư||||", "Hoàng Văn Lâm||1978|Tổ trưởng||||", "Võ Văn Hân||1979|Cán bộ||||"]
    );
}

#[test]
fn names_that_look_the_same_are_the_same() {
    let names: Vec<String> =
        found("lookalikes.xlsx").rows.into_iter().map(|row| row.person.full_name).collect();
    assert_eq!(
        names[..20],
        [
            "Đỗ Thị Bé",
            "Đỗ Thị Bé",
            "Nguyễn Văn Hòa",
            "Nguyễn Văn Hoà",
            "Trần Thị Lan",
            "Trần Thị Lan",
            "Lê Văn Tý",
            "Lê Văn Tí",
            "H'Hen Niê",
            "H'Hen Niê",
            "H'Hen Niê",
            "Y Ƀrih Niê",
            "Kpă Čoih",
            "Rơ Châm Ơ̆",
            "PHAN THỊ THU",
            "Phan Thị Thu",
            "Vũ Văn Tám",
            "Thạch ខ្មែរ",
            "Trần 陳 Văn Long",
            "Lý Văn 😀 Vui",
        ]
    );
    // A name that was kept with another apostrophe is known.
    let sheet = in_fonts(&["Họ và tên|Năm sinh", "H'Hen Niê|1972"]);
    let list = read(sheet).expect("a list");
    assert!(list.name_keys().contains(&"h’hen nie".to_owned()));
    let stored = PersonDetails {
        full_name: "H’Hen Niê".to_owned(),
        birth: Some("1972".parse().expect("a year")),
        ..PersonDetails::default()
    };
    let known = KnownPeople { people: vec![(PersonId(1), stored)], ..KnownPeople::default() };
    let plan = plan(&list, SessionId(1), &known);
    assert_eq!(plan.rows[0].outcome, RowOutcome::New(Some(PersonId(1))));
}

#[test]
fn a_list_in_worse_letters_changes_nobody() {
    let list = found("case-only-change.csv");
    let stored = PersonDetails {
        full_name: "Trần Thị Bé".to_owned(),
        birth: Some("1970".parse().expect("a year")),
        position: Some("Bí thư".to_owned()),
        unit: Some("Thôn 2, xã Tân Lập".to_owned()),
        unit_group: Some("Xã Tân Lập".to_owned()),
        ..PersonDetails::default()
    };
    let known = KnownPeople { people: vec![(PersonId(1), stored.clone())], ..KnownPeople::default() };
    let plan = plan(&list, SessionId(1), &known);
    assert_eq!(plan.rows[0].outcome, RowOutcome::New(Some(PersonId(1))));
    assert_eq!(plan.rows[0].person, stored);
}

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
            assert_eq!(list.rows[0].person.full_name, word.replace('Ð', "Đ"));
        }
    }
}
