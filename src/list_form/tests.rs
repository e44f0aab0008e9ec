use std::io::{Cursor, Read, Write};

use super::*;
use crate::domain::list::LineKind;
use crate::intake::{self, ReadList};

/// The form with text in these cells, as a program that edits it would save it.
fn filled(form: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(form)).expect("an archive");
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        let (name, mut bytes) = (entry.name().expect("a name").into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).expect("read");
        if name == "xl/worksheets/sheet1.xml" {
            let mut xml = String::from_utf8(bytes).expect("XML");
            for (cell, text) in cells {
                xml = with_text(&xml, cell, text);
            }
            bytes = xml.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        out.write_all(&bytes).expect("written");
    }
    out.finish().expect("finished").into_inner()
}

fn with_text(xml: &str, cell: &str, text: &str) -> String {
    let (before, rest) = xml.split_once(&format!("<c r=\"{cell}\" ")).expect("the cell is prepared");
    let (style, after) = rest.split_once("/>").expect("the cell is empty");
    format!("{before}<c r=\"{cell}\" {style} t=\"inlineStr\"><is><t>{text}</t></is></c>{after}")
}

const PEOPLE: [[&str; 7]; 3] = [
    ["Nguyễn Thị Ánh", "Nữ", "1969", "Trưởng Ban Công tác Mặt trận", "Thôn 1", "0905123456", "Ăn chay"],
    ["Trần Văn Bình", "Nam", "02/05/1970", "Chủ tịch Ủy ban MTTQ Việt Nam", "", "0123456789", ""],
    ["H'Hen Niê", "Nữ", "1985", "Phó Chủ tịch Hội Nông dân", "Tổ dân phố Bắc Sơn", "", "đi thay"],
];

fn sent_back(session: Option<&str>, commune: &str) -> ReadList {
    let form = list_form(session).expect("a form");
    let mut cells = vec![("D1".to_owned(), commune)];
    for (row, person) in (HEAD + 2..).zip(&PEOPLE) {
        let of_row = ('B'..).zip(person).filter(|(_, text)| !text.is_empty());
        cells.extend(of_row.map(|(column, text)| (format!("{column}{row}"), *text)));
    }
    let cells: Vec<(&str, &str)> = cells.iter().map(|(cell, text)| (cell.as_str(), *text)).collect();
    let bytes = filled(&form, &cells);
    intake::read_bytes(bytes, "Mau danh sach dai bieu.xlsx", jiff::civil::date(2026, 11, 1)).expect("a list")
}

fn told(list: &ReadList) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    list.rows
        .iter()
        .map(|row| {
            let person = &row.person;
            let gender = person.gender.map(|gender| gender.code()).unwrap_or_default();
            let birth = person.birth.map(|birth| birth.to_string()).unwrap_or_default();
            let rest = [&person.position, &person.unit, &person.phone, &person.note].map(text).join(" | ");
            format!("{} | {gender} | {birth} | {rest}", person.full_name)
        })
        .collect()
}

#[test]
fn what_a_commune_fills_in_comes_back_whole() {
    for session in [
        None,
        Some("Tập huấn công tác Mặt trận năm 2026"),
        Some("Tập huấn công tác Mặt trận xã Tam Đại năm 2026"),
    ] {
        let list = sent_back(session, "Xã Hòa Phú");
        assert_eq!(
            told(&list),
            [
                "Nguyễn Thị Ánh | female | 1969 | Trưởng Ban Công tác Mặt trận | Thôn 1, xã Hòa Phú | 0905123456 | Ăn chay",
                "Trần Văn Bình | male | 1970-05-02 | Chủ tịch Ủy ban MTTQ Việt Nam | Xã Hòa Phú | 0123456789 | ",
                "H'Hen Niê | female | 1985 | Phó Chủ tịch Hội Nông dân | Tổ dân phố Bắc Sơn, xã Hòa Phú |  | đi thay",
            ]
        );
        let commune = list.sheets[0].sender.as_ref().map(|sender| sender.commune.as_str());
        assert_eq!(commune, Some("Xã Hòa Phú"));
        assert!(list.rows.iter().all(|row| !row.is_doubtful() && row.error.is_none()));
        assert_eq!(list.without_list, ["Hướng dẫn"]);
        let notes = list.lines.iter().filter(|line| line.kind == LineKind::Note);
        assert!(notes.map(|line| line.text.as_str()).eq(GUIDE), "the guidance, and nothing else");
        let strange = list.lines.iter().filter(|line| line.kind != LineKind::Note);
        let strange = strange.filter(|line| line.kind.may_hide_somebody());
        assert_eq!(strange.map(|line| line.text.as_str()).collect::<Vec<_>>(), [""; 0]);
        assert_eq!(list.lines.iter().filter(|line| line.kind == LineKind::Person).count(), PEOPLE.len());
    }
}

#[test]
fn the_empty_form_holds_nobody() {
    let form = list_form(Some("Tập huấn công tác Mặt trận năm 2026")).expect("a form");
    let read = intake::read_bytes(form, "Mau danh sach dai bieu.xlsx", jiff::civil::date(2026, 11, 1));
    assert!(read.is_err(), "no list without people");
}

#[test]
fn the_form_asks_for_nothing_newer_than_excel_2007() {
    let form = list_form(None).expect("a form");
    let mut archive = zip::ZipArchive::new(Cursor::new(form)).expect("an archive");
    for at in 0..archive.len() {
        let mut text = String::new();
        archive.by_index(at).expect("an entry").read_to_string(&mut text).expect("XML");
        for newer in ["<f>", "<f ", "x14", "x15", "dynamicArray", "extLst", "mc:Ignorable"] {
            assert!(!text.contains(newer), "{newer}");
        }
    }
}

#[test]
fn the_posts_fit_into_what_excel_takes() {
    assert!(POSTS.join(",").chars().count() <= 255);
    assert!(POSTS.iter().all(|post| !post.contains(',')), "a comma parts two posts");
}
