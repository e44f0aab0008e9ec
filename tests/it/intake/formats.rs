//! The same list in every format it can come in.

use std::io::{Cursor, Write};
use std::path::Path;

use crate::support::lists::{described, read};
use taphuan::domain::list::ListEncoding;
use taphuan::intake::{ReadOptions, Refusal, read as read_file, read_bytes_with};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 1);

/// An archive of these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        writer.write_all(content.as_bytes()).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

/// A Word document with this body.
fn word(body: &str, styles: &str) -> Vec<u8> {
    let document =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    packed(&[("word/document.xml", &document), ("word/styles.xml", styles)])
}

/// A table of "a|b" lines; `>` before a cell spreads it over two columns, `^` joins
/// it to the one above, `v` begins such a block; "text@font" sets it in a font.
fn word_table(lines: &[&str]) -> String {
    let cell = |cell: &str| {
        let (marks, text) = cell.split_at(cell.find(|c| !matches!(c, '>' | '^' | 'v')).unwrap_or(cell.len()));
        let span = if marks.contains('>') { "<w:gridSpan w:val=\"2\"/>" } else { "" };
        let merge = match marks.chars().last() {
            Some('^') => "<w:vMerge/>",
            Some('v') => "<w:vMerge w:val=\"restart\"/>",
            _ => "",
        };
        let (text, font) = text.split_once('@').unwrap_or((text, ""));
        let font = if font.is_empty() {
            String::new()
        } else {
            format!("<w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr>")
        };
        format!("<w:tc><w:tcPr>{span}{merge}</w:tcPr><w:p><w:r>{font}<w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let row = |line: &&str| format!("<w:tr>{}</w:tr>", line.split('|').map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", lines.iter().map(row).collect::<String>())
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn tables_of_a_word_document_have_columns_of_their_own() {
    let letterhead = word_table(&["ỦY BAN MTTQ XÃ TAM ĐẠI|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
    let first =
        word_table(&["Họ và tên|Số điện thoại", "Nguyễn Văn Mẫu|0905123456", "Trần Thị Thử|0905123457"]);
    let second = word_table(&[
        "Chức vụ|Họ tên|Nơi công tác|Năm sinh",
        "Trưởng ban|Lê Văn Tỵ|Thôn 1|1964",
        "Phó ban|Phan Thị Ngọ|Thôn 2|1974",
    ]);
    let third = word_table(&["Ghi chú|Họ và tên", "đi thay|Hồ Văn Khách"]);
    let body = [letterhead, paragraph("I. Ban Thường trực"), first, paragraph("II. Các thôn"), second, third];
    let list = read(word(&body.concat(), "")).expect("a list");
    let told: Vec<String> =
        described(&list).iter().map(|line| line.split_once(' ').expect("a number").1.to_owned()).collect();
    assert_eq!(
        told,
        [
            "Nguyễn Văn Mẫu||||Xã Tam Đại||0905123456|",
            "Trần Thị Thử||||Xã Tam Đại||0905123457|",
            "Lê Văn Tỵ||1964|Trưởng ban|Thôn 1, xã Tam Đại|Xã Tam Đại||",
            "Phan Thị Ngọ||1974|Phó ban|Thôn 2, xã Tam Đại|Xã Tam Đại||",
            "Hồ Văn Khách||||Xã Tam Đại|||đi thay",
        ]
    );
    assert_eq!(list.tables.len(), 3);
}

/// Written by LibreOffice: titles in .VnTimeH, cells in .VnTime and VNI-Times, a text
/// with a piece in .VnTime, a unit merged over two rows, a date, a formula, a phone
/// number without its zero, a hidden sheet, and a second sheet with a list.
const OF_LIBREOFFICE: [&str; 4] = [
    "5 NGUYỄN VĂN TÚ||1969||Xã Tam Đại||0905123456|",
    "6 Lê Thị Tú||1970-05-02||Xã Tam Đại||0905123457|",
    "7 Trần Thị Tú||1971||Xã Tam Đại|||",
    "2 Hồ Ba||1950||Xã Tam Phú|||",
];

#[test]
fn old_excel_and_libreoffice_are_read() {
    for name in ["legacy-fonts.xls", "legacy-fonts.ods"] {
        let list = read_file(&Path::new("tests/lists").join(name), TODAY).expect(name);
        assert_eq!(described(&list), OF_LIBREOFFICE, "{name}");
        let sheets: Vec<_> =
            list.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.rows.clone())).collect();
        assert_eq!(sheets, [("Xã Tam Đại", 0..3), ("Xã Tam Phú", 3..4)], "{name}");
        assert_eq!(list.encoding, ListEncoding::Tcvn3, "{name}");
    }
}

#[test]
fn one_sheet_can_be_asked_for() {
    let bytes = std::fs::read("tests/lists/legacy-fonts.ods").expect("a file");
    let options = ReadOptions { sheet: Some("Xã Tam Phú".into()), ..ReadOptions::default() };
    let list = read_bytes_with(bytes, "xa.ods", TODAY, &options).expect("a list");
    assert_eq!(described(&list), OF_LIBREOFFICE[3..]);
}

/// A workbook as simple programs write it: records without a container, texts in
/// bytes.
#[test]
fn bare_records_are_read() {
    let mut stream = Vec::new();
    let mut record = |kind: u16, content: &[u8]| {
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(content.len()).expect("short").to_le_bytes());
        stream.extend(content);
    };
    record(0x0809, &[0, 0, 0x10, 0, 0, 0, 0, 0]);
    let cells: [(u8, u8, &[u8]); 4] = [
        (0, 0, b"H\xE4 v\xB5 t\xAAn"),
        (0, 1, b"N\xA8m sinh"),
        (1, 0, b"Nguy\xD4n V\xA8n T\xF3"),
        (1, 1, b"1969"),
    ];
    for (row, column, text) in cells {
        let place = [row, 0, column, 0, 0, 0, u8::try_from(text.len()).expect("short"), 0];
        record(0x0204, &[&place, text].concat());
    }
    record(0x000A, &[]);
    assert_eq!(described(&read(stream).expect("a list")), ["2 Nguyễn Văn Tú||1969|||||"]);
}

#[test]
fn tables_of_word_are_read_with_the_lines_around_them() {
    let letterhead = word_table(&["ỦY BAN MTTQ XÃ TAM ĐẠI|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]);
    let table = word_table(&[
        "vSTT|vHọ và tên|>Năm sinh|vChức vụ|vĐơn vị",
        "^|^|Nam|Nữ|^|^",
        "1|NguyÔn V¨n Tó@.VnTime|1969||Trưởng ban|vThôn 1",
        "2|Trần Thị Bé||1970|Phó ban|^",
        "3|Leâ Taùm@VNI-Times|1971||Tổ trưởng|Thôn 2",
    ]);
    let body = [letterhead, paragraph("DANH SÁCH ĐẠI BIỂU"), table, paragraph("Người lập")].concat();
    let list = read(word(&body, "<w:styles/>")).expect("a list");
    let people: Vec<String> =
        described(&list).iter().map(|line| line.split_once(' ').expect("a row").1.to_owned()).collect();
    assert_eq!(
        people,
        [
            "Nguyễn Văn Tú|male|1969|Trưởng ban|Thôn 1, xã Tam Đại|Xã Tam Đại||",
            "Trần Thị Bé|female|1970|Phó ban|Thôn 1, xã Tam Đại|Xã Tam Đại||",
            "Lê Tám|male|1971|Tổ trưởng|Thôn 2, xã Tam Đại|Xã Tam Đại||",
        ]
    );
}

#[test]
fn the_font_of_a_word_style_tells_its_letters() {
    let styles = "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>";
    let table = word_table(&["Hä tªn|N¨m sinh", "Lª Tó|1969", "Tó Tó|1970"]);
    let list = read(word(&table, styles)).expect("a list");
    assert_eq!(described(&list), ["2 Lê Tú||1969|||||", "3 Tú Tú||1970|||||"]);
}

#[test]
fn lines_of_a_message_and_of_a_letter_are_read() {
    let lines = [
        "Danh sách xã Tam Đại gửi chị:",
        "1. Nguyễn Văn Mẫu - Chủ tịch MTTQ xã Tam Đại - 0905123456",
        "2. Trần Thị Thử - sn 1969 - Trưởng ban CTMT thôn 2 - 0905 123 457",
    ];
    let expected = [
        "2 Nguyễn Văn Mẫu|||Chủ tịch MTTQ|xã Tam Đại||0905123456|",
        "3 Trần Thị Thử||1969|Trưởng ban CTMT|thôn 2, xã Tam Đại|Xã Tam Đại|0905 123 457|",
    ];
    assert_eq!(described(&read(lines.join("\n").into_bytes()).expect("a list")), expected);
    let letter: String = lines.iter().map(|line| paragraph(line)).collect();
    assert_eq!(described(&read(word(&letter, "")).expect("a list")), expected);
}

#[test]
fn cells_pasted_from_excel_are_read() {
    let text = "STT\tHọ và tên\tNăm sinh\tĐơn vị\r\n1\tLê An\t1969\tXã A, huyện B\r\n2\tVũ \"Tý\" Bé\t1970\t\"Xã C\nthôn 2\"\r\n";
    let list = read(text.as_bytes().to_vec()).expect("a list");
    assert_eq!(described(&list), ["2 Lê An||1969||Xã A, huyện B|||", "3 Vũ \"Tý\" Bé||1970||Xã C thôn 2|||"]);
}

#[test]
fn a_web_page_called_xls_is_read() {
    let page = "<html><head><meta charset=utf-8></head><body><table border=1>\
        <tr><th colspan=4>DANH SÁCH<tr><th>STT<th>Họ và tên<th>Năm sinh<th>Đơn vị\
        <tr><td>1<td>Lê&nbsp;An<td>1969<td rowspan=2>Xã A<tr><td>2<td>Vũ Bé<td>1970</table></body></html>";
    let list = read(page.as_bytes().to_vec()).expect("a list");
    assert_eq!(described(&list), ["3 Lê An||1969||Xã A|||", "4 Vũ Bé||1970||Xã A|||"]);
}

#[test]
fn text_of_before_unicode_is_read() {
    for (bytes, encoding) in [
        (
            b"STT;H\xE4 v\xB5 t\xAAn;N\xA8m sinh\r\n1;Nguy\xD4n Th\xDE B\xD0;1969\r\n".as_slice(),
            ListEncoding::Tcvn3,
        ),
        (b"STT;Ho\xEF va\xF8 te\xE2n;Na\xEAm sinh\r\n1;Nguye\xE3n Th\xF2 Be\xF9;1969\r\n", ListEncoding::Vni),
        (
            b"STT;Ho\xF2 va\xCC t\xEAn;N\xE3m sinh\r\n1;Nguy\xEA\xDEn Thi\xF2 Be\xEC;1969\r\n",
            ListEncoding::Windows1258,
        ),
    ] {
        let list = read(bytes.to_vec()).expect("a list");
        assert_eq!(described(&list), ["2 Nguyễn Thị Bé||1969|||||"], "{encoding:?}");
        assert_eq!(list.encoding, encoding);
    }
}

/// Its headings are none in Western letters, and its names look like names there: it
/// was once taken for lines of a message.
#[test]
fn a_table_of_before_unicode_is_no_message() {
    let bytes = b"STT;Ho\xEF va\xF8 te\xE2n;Na\xEAm sinh\n1;Le\xE2 Va\xEAn An;1969\n2;Be\xF9;1970\n3;Vo\xF5 Tuy\xF9;1971\n";
    let list = read(bytes.to_vec()).expect("a list");
    assert_eq!(described(&list), ["2 Lê Văn An||1969|||||", "3 Bé||1970|||||", "4 Võ Tuý||1971|||||"]);
}

#[test]
fn a_spreadsheet_with_a_password_is_named() {
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let bytes = packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", "x"),
    ]);
    assert!(matches!(read(bytes).expect_err("refused").reason, Refusal::Password));
}
