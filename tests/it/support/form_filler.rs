//! An Excel form filled in as people do: cells typed into, rows sorted, the file saved by another program.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Workbook, Worksheet};

/// The cells of the first sheet, from its first row and column.
pub fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let range = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    assert_eq!(range.start(), Some((0, 0)), "a form begins with its hidden cell");
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => other.to_string(),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// The parts of a workbook as text, by their names.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("XML");
    text
}

/// The form with text typed into cells such as "G7", as a program that edits it would save it.
pub fn typed(form: &[u8], cells: &[(String, &str)]) -> Vec<u8> {
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
    let (style, _) = rest.split_once('"').and_then(|(_, rest)| rest.split_once('"')).expect("its format");
    let open = rest.find('>').expect("the end of its tag");
    let after = match rest[..open].ends_with('/') {
        true => &rest[open + 1..],
        false => rest.split_once("</c>").expect("its end").1,
    };
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("{before}<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>{after}")
}

/// The cells saved anew by another program, without formats, after somebody changed them.
pub fn saved_elsewhere(bytes: &[u8], change: impl FnOnce(&mut Vec<Vec<String>>)) -> Vec<u8> {
    let mut all = cells(bytes);
    change(&mut all);
    let mut sheet = Worksheet::new();
    for (row, cells) in (0..).zip(&all) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            // Other programs make numbers of what looks like one.
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).expect("written"),
                Err(_) => sheet.write_string(row, column, text).expect("written"),
            };
        }
    }
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    book.save_to_buffer().expect("saved")
}

/// The bytes of a file.
pub fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("a file")
}
