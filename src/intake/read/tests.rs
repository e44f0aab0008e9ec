//! Files as sheets: what is in them, and what is marked as not to be seen.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{FilterCondition, Format, Table, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::unseen::set_aside;
use super::*;

fn refusal(bytes: &[u8]) -> Refusal {
    open(bytes.to_vec(), &Budget::default()).err().expect("refused")
}

#[test]
fn other_kinds_of_file_are_named() {
    let cases: [(&[u8], OtherKind); 8] = [
        (b"7z\xBC\xAF\x27\x1C....", OtherKind::Archive),
        (b"TABLE\r\n0,1\r\n\"EXCEL\"\r\n", OtherKind::Dif),
        (b"From: <Saved by Word>\r\nMIME-Version: 1.0\r\n", OtherKind::WebArchive),
        (b"\x89PNG\r\n\x1A\n....", OtherKind::Picture),
        (b"\xFF\xD8\xFF\xE0..JFIF", OtherKind::Picture),
        (b"\0\0\0\x18ftypheic", OtherKind::Picture),
        (b"\xEF\xBB\xBF  <html><p>Le An</p>", OtherKind::Markup),
        (b"Rar!\x1A\x07\x01\0", OtherKind::Archive),
    ];
    for (bytes, kind) in cases {
        assert!(matches!(refusal(bytes), Refusal::OtherKind(found) if found == kind), "{kind:?}");
    }
    assert!(matches!(refusal(b"%PDF-1.7 ..."), Refusal::Damaged(_)));
    assert!(matches!(refusal(b"{\\rtf1\\ansi"), Refusal::Damaged(_)));
    assert!(matches!(refusal(b""), Refusal::Empty));
    assert!(matches!(refusal(b"\xEF\xBB\xBF \r\n"), Refusal::Empty));
}

/// Each row as "4: a | b" and each text set aside as "4 struck: a", sheet by sheet.
fn told(bytes: Vec<u8>) -> Vec<String> {
    let mut told = Vec::new();
    for grid in open(bytes, &Budget::default()).expect("sheets") {
        let mut grid = grid.expect("a sheet");
        if grid.is_hidden {
            told.push(format!("hidden sheet {}", grid.name));
        }
        let asides = set_aside(&mut grid);
        told.extend(grid.rows.iter().map(|row| format!("{}: {}", row.number, row.line())));
        let aside = |aside: super::super::unseen::Aside| {
            let column = aside.column.map(Grid::letters).unwrap_or_default();
            format!("{column}{} {}: {}", aside.row, aside.why.code(), aside.text)
        };
        told.extend(asides.into_iter().map(aside));
    }
    told
}

fn found(name: &str) -> Vec<String> {
    told(std::fs::read(Path::new("tests/lists/found").join(name)).expect("a file"))
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("in memory");
        writer.write_all(content.as_bytes()).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

fn sheet(lines: &[&str]) -> Worksheet {
    let mut sheet = Worksheet::new();
    for (row, line) in (0..).zip(lines) {
        for (column, content) in (0..).zip(line.split('|')).filter(|(_, content)| !content.is_empty()) {
            sheet.write_string(row, column, content).expect("a free cell");
        }
    }
    sheet
}

fn book(sheets: Vec<Worksheet>) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer().expect("in memory")
}

/// A workbook of one row.
fn one_row(cells: &str) -> Vec<u8> {
    const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let link = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"{id}\" Type=\"{LINKS}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    archive(&[
        ("_rels/.rels", &link("r1", "officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns:r=\"{LINKS}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", &link("r1", "worksheet", "worksheets/sheet1.xml")),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>"),
        ),
    ])
}

#[test]
fn hidden_rows_of_excel_are_marked() {
    let title = "1: DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TẬP HUẤN";
    let heads = "3: STT | Họ và tên | Năm sinh | Chức vụ | Đơn vị | Số điện thoại";
    let people = [
        "1 | Nguyễn Văn An | 1970 | Chủ tịch UBMTTQ | Xã Tân Lập | 0912345671",
        "2 | Trần Thị Bình | 1975 | Phó Chủ tịch UBMTTQ | Xã Tân Lập | 0912345672",
        "3 | Lê Văn Cường | 1980 | Trưởng ban CTMT | Thôn 1, xã Tân Lập | 0912345673",
        "4 | Phạm Thị Dung | 1985 | Trưởng ban CTMT | Thôn 2, xã Tân Lập | 0912345674",
        "5 | Hoàng Văn Em | 1990 | Chi hội trưởng | Thôn 3, xã Tân Lập | 0912345675",
    ];
    let mut expected = vec![title.to_owned(), heads.to_owned()];
    expected.extend([0, 1, 4].map(|person| format!("{}: {}", person + 4, people[person])));
    expected.extend([2, 3].map(|person| format!("{} hidden_row: {}", person + 4, people[person])));
    assert_eq!(found("hidden-rows.xlsx"), expected);
    expected.truncate(4);
    expected.extend([3, 4].map(|person| format!("{}: {}", person + 4, people[person])));
    expected.push(format!("6 struck: {}", people[2]));
    assert_eq!(found("strikethrough.xlsx"), expected);
}

#[test]
fn filtered_rows_hidden_columns_and_sheets_of_excel_are_marked() {
    let lines = ["Họ tên|Xã|Mã", "Lê An|A|1", "Vũ Bé|B|2", "Hồ Cư|A|3", "Võ Dư|C|4"];
    let mut filtered = sheet(&lines);
    filtered.autofilter(0, 0, 3, 2).expect("a filter");
    filtered.filter_column(1, &FilterCondition::new().add_list_filter("A")).expect("a condition");
    filtered.set_row_hidden(4).expect("a row");
    filtered.set_column_hidden(2).expect("a column");
    let mut table = sheet(&lines);
    let rows = Table::new().set_autofilter(true);
    table.add_table(0, 0, 3, 2, &rows).expect("a table");
    table.set_row_hidden(2).expect("a row");
    let mut unused = sheet(&lines[..2]);
    unused.hide_unused_rows(true);
    let mut hidden = sheet(&["Họ tên|Xã", "Ma Em|D"]);
    hidden.set_hidden(true).set_name("Cũ").expect("a name");
    let mut very_hidden = sheet(&["x"]);
    very_hidden.set_very_hidden(true).set_name("Ẩn").expect("a name");
    assert_eq!(
        told(book(vec![filtered, table, unused, hidden, very_hidden])),
        [
            "1: Họ tên | Xã",
            "2: Lê An | A",
            "4: Hồ Cư | A",
            "C1 hidden_column: Mã",
            "C2 hidden_column: 1",
            "3 filtered: Vũ Bé | B | 2",
            "C4 hidden_column: 3",
            "5 hidden_row: Võ Dư | C | 4",
            "1: Họ tên | Xã | Mã",
            "2: Lê An | A | 1",
            "4: Hồ Cư | A | 3",
            "5: Võ Dư | C | 4",
            "3 hidden_row: Vũ Bé | B | 2",
            "1: Họ tên | Xã | Mã",
            "2: Lê An | A | 1",
            "hidden sheet Cũ",
            "1: Họ tên | Xã",
            "2: Ma Em | D",
            "hidden sheet Ẩn",
            "1: x",
        ]
    );
}

/// The same letters stand in another cell, not struck.
#[test]
fn struck_pieces_of_a_cell_are_set_aside() {
    let (struck, plain) = (Format::new().set_font_strikethrough(), Format::new());
    let mut page = sheet(&["Họ tên|Xã", "|Xã A", "|Xã A", "Lê An|Xã A"]);
    page.write_rich_string(1, 0, &[(&plain, "Vũ Bé "), (&struck, "(thay Hồ Cư)")]).expect("a cell");
    page.write_rich_string(2, 0, &[(&struck, "Lê"), (&struck, " An")]).expect("a cell");
    page.write_string_with_format(4, 0, "Võ Dư", &struck).expect("a cell");
    page.write_number_with_format(4, 1, 5, &struck).expect("a cell");
    let expected = [
        "1: Họ tên | Xã",
        "2: Vũ Bé | Xã A",
        "3: Xã A",
        "4: Lê An | Xã A",
        "A2 struck: (thay Hồ Cư)",
        "A3 struck: Lê An",
        "5 struck: Võ Dư | 5",
    ];
    assert_eq!(told(book(vec![page])), expected);
    let inline = "<c t=\"inlineStr\"><is><r><t>Lê </t></r><r><rPr><strike/></rPr><t>Bé</t></r>\
        <r><rPr><strike val=\"0\"/></rPr><t>An</t></r></is></c>";
    assert_eq!(told(one_row(inline)), ["1: LêAn", "A1 struck: Bé"]);
}

#[test]
fn a_formula_without_a_result_is_no_empty_cell() {
    let told = found("formula-name-no-cache.xlsx");
    assert_eq!(told[2], "4: 1 | =… | 1970 | Chủ tịch | Xã Tân Lập | 0912345671");
    assert_eq!(told[4], "6: 3 | =… | 1975 | Phó | Xã Tân Lập | 0912345673");
    // One that gave an empty text has a result.
    let cells = "<c t=\"str\"><f>\"\"</f><v></v></c><c><f>1+1</f><v>2</v></c><c><f t=\"shared\" si=\"0\"/></c><c t=\"str\"><f>A1</f></c>";
    assert_eq!(self::told(one_row(cells)), ["1: 2 | =… | =…"]);
    let content = "<office:spreadsheet><table:table table:name=\"A\"><table:table-row>\
        <table:table-cell office:value-type=\"string\"><text:p>Lê An<text:line-break/>Vũ Bé</text:p><text:p>Hồ Cư</text:p></table:table-cell>\
        <table:table-cell table:formula=\"of:=1+1\"/><table:table-cell table:formula=\"of:=A1\" office:value-type=\"string\"/>\
        </table:table-row></table:table></office:spreadsheet>";
    let bytes = archive(&[("mimetype", ""), ("content.xml", content)]);
    assert_eq!(self::told(bytes.clone()), ["1: Lê An Vũ Bé Hồ Cư | =…"]);
    let grid = open(bytes, &Budget::default()).expect("sheets").next().expect("a sheet").expect("cells");
    assert_eq!(grid.rows[0].cell(0), super::super::grid::Cell::text("Lê An\nVũ Bé\nHồ Cư").as_ref());
}

#[test]
fn hidden_rows_of_old_excel_and_libreoffice_are_marked() {
    let told = found("hidden-rows.xls");
    assert!(told.iter().filter(|line| line.contains("hidden_row:")).count() > 0, "{told:#?}");
    let ods = found("hidden-rows.ods");
    assert_eq!(
        ods[3..],
        [
            "3 hidden_row: 2 | Trần Thị Bình | 1975 | Phó Chủ tịch UBMTTQ | Xã Tân Lập | 0912345672",
            "4 filtered: 3 | Lê Văn Cường | 1980 | Trưởng ban CTMT | Thôn 1, xã Tân Lập | 0912345673",
        ]
    );
}

#[test]
fn struck_and_hidden_parts_of_libreoffice_are_marked() {
    let content = "<office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>\
        <style:style style:name=\"ce1\" style:family=\"table-cell\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
        <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties style:text-line-through-type=\"single\"/></style:style>\
        <style:style style:name=\"T2\" style:family=\"text\" style:parent-style-name=\"T1\"><style:text-properties style:text-line-through-type=\"none\"/></style:style></office:automatic-styles>\
        <office:spreadsheet><table:table table:name=\"A\"><table:table-column/><table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>\
        <table:table-row><table:table-cell table:style-name=\"ce1\" office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>\
        <table:table-cell/><table:table-cell><text:p>x</text:p></table:table-cell>\
        <table:table-cell><text:p>Lê <text:span text:style-name=\"T1\">An</text:span> <text:span text:style-name=\"T2\">Bé</text:span></text:p></table:table-cell></table:table-row></table:table>\
        <table:table table:name=\"B\" table:style-name=\"ta2\"><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>";
    let told = told(archive(&[("mimetype", ""), ("content.xml", content)]));
    assert_eq!(
        told[..5],
        ["1: Lê Bé", "A1 struck: 1", "C1 hidden_column: x", "D1 struck: An", "hidden sheet B"]
    );
    assert_eq!(told.len(), 5 + MOST_HIDDEN_ROWS);
}

/// A Word document; its text is given without the names of namespaces and the tags of
/// runs: `[p]` begins a paragraph, `[r]` a run.
fn word(body: &str, numbering: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let styles = "<w:styles><w:style w:styleId=\"An\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:styleId=\"An2\"><w:basedOn w:val=\"An\"/></w:style></w:styles>";
    archive(&[
        ("word/document.xml", &document),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
    ])
}

fn run(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

fn p(content: &str) -> String {
    format!("<w:p>{content}</w:p>")
}

fn row(properties: &str, cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<w:tc>{cell}</w:tc>")).collect();
    format!("<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>")
}

#[test]
fn what_word_does_not_show_is_set_aside() {
    assert_eq!(
        found("sdt.docx"),
        [
            "1: DANH SÁCH ĐẠI BIỂU",
            "2: STT | Họ và tên | Năm sinh | Chức vụ | Đơn vị | Số điện thoại",
            "3: 1 | Nguyễn Văn An | 1970 | Chủ tịch | Xã Tân Lập",
            "4: 2 | Trần Thị Bình | 1975 | Phó Chủ tịch UBMTTQ | Xã Tân Lập | 0912345672",
            "F3 placeholder: Click or tap here to enter text.",
        ]
    );
    let text_box = |text: &str| {
        let content = format!("<w:txbxContent>{}{}</w:txbxContent>", p(&run("", text)), p(&run("", "2")));
        format!(
            "<w:r><mc:AlternateContent><mc:Choice>{content}</mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    };
    let body = [
        p(&(run("", "DANH SÁCH ") + &run("<w:vanish/>", "mật") + &text_box("Nơi nhận"))),
        "<w:tbl>".to_owned(),
        row("", &[&p(&run("", "Họ tên")), &p(&run("", "Xã"))]),
        row("", &[&p(&run("<w:strike/>", "Lê An")), &p(&run("<w:dstrike w:val=\"true\"/>", "A"))]),
        row("<w:del w:id=\"1\"/>", &[&p("<w:del><w:r><w:delText>Vũ Bé</w:delText></w:r></w:del>"), &p("")]),
        row("<w:hidden/>", &[&p(&run("", "Hồ Cư")), &p(&run("", "B"))]),
        row(
            "",
            &[
                &p(&(run("", "Võ Dư") + "<w:moveFrom>" + &run("", "Ma Em") + "</w:moveFrom>")),
                &p(&run("<w:strike w:val=\"0\"/><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>", "C")),
            ],
        ),
        "</w:tbl>".to_owned(),
        p(&("<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>".to_owned()
            + &run("", "Cuối")
            + &run("<w:rStyle w:val=\"An2\"/>", "x"))),
    ]
    .concat();
    assert_eq!(
        told(word(&body, "")),
        [
            "1: DANH SÁCH",
            "2: Họ tên | Xã",
            "6: Võ Dư | C",
            "7: Cuối",
            "1 text_box: Nơi nhận",
            "1 text_box: 2",
            "A1 hidden_text: mật",
            "3 struck: Lê An | A",
            "4 deleted: Vũ Bé",
            "5 hidden_row: Hồ Cư | B",
            "A6 deleted: Ma Em",
            "A7 hidden_text: x",
        ]
    );
}

#[test]
fn a_list_within_a_table_of_layout_is_a_table_of_its_own() {
    let told = found("nested.docx");
    assert_eq!(
        told[..4],
        [
            "1: DANH SÁCH ĐẠI BIỂU",
            "2: ỦY BAN MTTQ XÃ TÂN LẬP",
            "3: STT | Họ và tên | Năm sinh | Chức vụ | Đơn vị | Số điện thoại",
            "4: 1 | Nguyễn Văn An | 1970 | Chủ tịch UBMTTQ | Xã Tân Lập | 0912345671",
        ]
    );
    assert_eq!(told.len(), 8);
    // One row within a cell is text of the cell, with its lines.
    let small = format!("<w:tbl>{}</w:tbl>", row("", &[&p(&run("", "Lê An")), &p(&run("", "Vũ Bé"))]));
    let body = format!("<w:tbl>{}</w:tbl>", row("", &[&(p("") + &small), &p(&run("", "Xã A"))]));
    let bytes = word(&body, "");
    let grid = open(bytes, &Budget::default()).expect("sheets").next().expect("a sheet").expect("cells");
    assert_eq!(grid.rows[0].cell(0), super::super::grid::Cell::text("Lê An\nVũ Bé").as_ref());
    // As deep as tables may stand in each other, and deeper.
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5_000) + &p(&run("", "sâu"));
    let _ = self::told(word(&deep, ""));
}

#[test]
fn numbered_paragraphs_have_their_numbers() {
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";
    let item = |list: u32, text: &str| {
        let text = if text.is_empty() { String::new() } else { run("", text) };
        p(&format!(
            "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{text}"
        ))
    };
    let body = [
        item(1, "Nhóm A"),
        "<w:tbl>".to_owned(),
        row("", &[&p(&run("", "STT")), &p(&run("", "Họ tên"))]),
        row("", &[&item(2, ""), &p(&run("", "Lê An"))]),
        row("", &[&item(2, ""), &p(&run("", "Vũ Bé"))]),
        "</w:tbl>".to_owned(),
    ]
    .concat();
    assert_eq!(
        told(word(&body, numbering)),
        ["1: 1. Nhóm A", "2: STT | Họ tên", "3: 1. | Lê An", "4: 2. | Vũ Bé"]
    );
}

#[test]
fn the_password_that_excel_takes_itself_is_none() {
    let told = found("velvetsweatshop.xls");
    assert!(told.iter().any(|line| line.contains("Nguyễn Văn An")), "{told:#?}");
    let mut other = std::fs::read("tests/lists/found/velvetsweatshop.xls").expect("a file");
    let place = other.windows(6).position(|bytes| bytes == [0x2F, 0, 0x36, 0, 1, 0]).expect("a record");
    other[place + 12] ^= 1;
    assert!(matches!(refusal(&other), Refusal::Password));
}

#[test]
fn the_password_of_excel_2010_is_none_and_another_is_one() {
    let packed = std::fs::read("tests/lists/fresh_fourteenth/a34_bao_ve_workbook.xlsx").expect("a file");
    assert!(open(packed.clone(), &Budget::default()).is_ok());
    let mut other = packed;
    let label = b"encryptedVerifierHashInput=\"";
    let place = other.windows(label.len()).position(|bytes| bytes == label).expect("a lock") + label.len();
    other[place] = if other[place] == b'A' { b'B' } else { b'A' };
    assert!(matches!(refusal(&other), Refusal::Password));
}

#[test]
fn tables_of_a_pdf_are_tables_again() {
    assert_eq!(
        found("merged-cells.pdf")[2..],
        [
            "3: DANH SÁCH ĐẠI BIỂU",
            "4: ST T | Họ và tên | Năm sinh | Chức vụ | Đơn vị | Số điện thoại",
            "5: 1 | Nguyễn Văn An | 1970 | Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam | Xã Tân Lập | 0912345671",
            "6: 2 | Trần Thị Bình | 1975 | Phó Chủ tịch UBMTTQ | Xã Tân Lập | 0912345672",
            "7: 3 | Nguyễn Phan Hoàng Thị Thanh Cường | 1980 | Trưởng ban CTMT | Xã Tân Lập | 0912345673",
            "8: 4 | Phạm Thị Dung | 1985 | Trưởng ban CTMT | Xã Tân Lập | 0912345674",
            "9: 5 | Hoàng Văn Em | 1990 | Chi hội trưởng | Thôn 3, xã Tân Lập | 0912345675",
        ]
    );
    let table = found("table.pdf");
    assert!(
        table.contains(
            &"6 struck: 3 | Lê Văn Cường | 1980 | Trưởng ban CTMT | Thôn 1 | 0912345673".to_owned()
        ),
        "{table:#?}"
    );
    // A line that the margin broke is one, and so is the person in it.
    let lines = found("broken-lines.pdf");
    assert!(
        lines.iter().any(|line| line.contains("Nguyễn Văn An") && line.contains("0912345671")),
        "{lines:#?}"
    );
    let scan = std::fs::read("tests/lists/found/scan.pdf").expect("a file");
    assert!(matches!(refusal(&scan), Refusal::OtherKind(OtherKind::ScannedPdf)));
}

#[test]
fn a_document_of_word_97_is_read() {
    assert_eq!(
        found("word-97.doc"),
        [
            "1: ỦY BAN MTTQ XÃ TÂN LẬP | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "2: DANH SÁCH ĐẠI BIỂU",
            "3: STT | Họ và tên | Năm sinh | Chức vụ | Đơn vị | Số điện thoại",
            "4: 1 | Nguyễn Văn An | 1970 | Chủ tịch UBMTTQ | Xã Tân Lập | 0912345671",
            "5: 2 | Trần Thị Bình | Phó Chủ tịch | Xã Tân Lập",
            "7: 4 | Phạm Thị Dung | 1985 | Trưởng ban",
            "8: Người lập biểu",
            "6 struck: 3 | Lê Văn Cường | 1980 | Trưởng ban CTMT | Thôn 1 | 0912345673",
        ]
    );
}

#[test]
fn each_file_of_an_archive_is_a_sheet_and_none_is_dropped() {
    let list = {
        let mut page = sheet(&["Họ tên|Xã", "Lê An|A"]);
        page.set_name("Đại biểu").expect("a name");
        book(vec![page])
    };
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let files: [(&str, &[u8]); 5] = [
        ("Xã A/xa-a.xlsx", &list),
        ("Xã A/~$xa-a.xlsx", b"x"),
        ("xa-b.csv", "Họ tên;Xã\nVũ Bé;B\n".as_bytes()),
        ("anh.jpg", b"\xFF\xD8\xFF\xE0..JFIF"),
        ("trong.zip", &archive(&[("a.csv", "x")])),
    ];
    for (name, content) in files {
        writer.start_file(name, SimpleFileOptions::default()).expect("in memory");
        writer.write_all(content).expect("in memory");
    }
    let bytes = writer.finish().expect("in memory").into_inner();
    let sheets: Vec<_> = open(bytes, &Budget::default())
        .expect("sheets")
        .map(|grid| grid.expect("a sheet"))
        .map(|grid| {
            let rows: Vec<_> = grid.rows.iter().map(super::super::grid::Row::line).collect();
            (grid.name, rows.join("; "), grid.unread.map(|reason| reason.id))
        })
        .collect();
    let sheets: Vec<_> =
        sheets.iter().map(|(name, rows, id)| (name.as_str(), rows.as_str(), id.as_deref())).collect();
    assert_eq!(
        sheets,
        [
            ("Xã A/xa-a.xlsx · Đại biểu", "Họ tên | Xã; Lê An | A", None),
            ("xa-b", "Họ tên | Xã; Vũ Bé | B", None),
            ("anh.jpg", "", Some("intake-picture")),
            ("trong.zip", "", Some("intake-zip")),
        ]
    );
    assert!(matches!(
        refusal(&archive(&[("a.jpg", "\u{1}")])),
        Refusal::OtherKind(OtherKind::ZipWithoutList)
    ));
}
