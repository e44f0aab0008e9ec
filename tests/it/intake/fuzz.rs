//! Readers of lists against files that are nearly right: bytes changed, cut out,
//! repeated, numbers made absurd. Whatever comes, a list or a refusal, no panic.
//!
//! `PROPTEST_CASES=100000 cargo test --test intake_fuzz xls` runs one for long.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use crate::support::lists::{Sheet, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use taphuan::vietnamese::legacy::Legacy;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// One harm done to a file.
#[derive(Debug, Clone)]
enum Harm {
    Set(Index, u8),
    Cut(Index),
    Remove(Index, usize),
    /// A piece stands there several times.
    Repeat(Index, usize, usize),
    /// Something that means much to some reader.
    Insert(Index, &'static [u8]),
    /// The next number is another.
    Number(Index, &'static str),
    /// Two bytes are another number, as in records.
    Word(Index, u16),
}

const TELLING: &[&[u8]] = &[
    b"<",
    b">",
    b"\"",
    b"'",
    b"/>",
    b"&",
    b"&#x1F600;",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"\0",
    b"\xFF\xFE",
    b"\xC2\xAD",
    b"<table>",
    b"</table>",
    b"<tr>",
    b"<td rowspan=\"4000000000\" colspan=\"4000000000\">",
    b"<w:tbl>",
    b"</w:tc>",
    b"<w:gridSpan w:val=\"4294967295\"/>",
    b"<w:vMerge/>",
    b"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>",
    b"</w:sdt>",
    b"<w:del>",
    b"<w:trPr><w:del/></w:trPr>",
    b"<w:numPr><w:ilvl w:val=\"8\"/><w:numId w:val=\"1\"/></w:numPr>",
    b"<w:txbxContent>",
    b"</w:txbxContent>",
    b"<row r=\"4294967295\" hidden=\"1\">",
    b"<col min=\"0\" max=\"4294967295\" hidden=\"1\"/>",
    b"<autoFilter ref=\"A1:A4294967295\"><filterColumn/></autoFilter>",
    b"<is><r><rPr><strike/></rPr><t>",
    b"<c><f>",
    b"<s>",
    b"<div hidden>",
    b" /Do ",
    b" 1e38 0 0 1e38 0 0 cm ",
    b"stream\n",
    b"<text:p>",
    b"</table:table-row>",
    b"\xD4",
    b"\xE4\xF8",
    b" table:number-rows-repeated=\"1048576\"",
    b" table:number-columns-repeated=\"4294967295\"",
    b" table:number-rows-spanned=\"4294967295\"",
    b"Nguy\xC3\xB4n V\xC2\xA8n",
    b"\t",
    b"\n",
    b";",
    b" - 0905123456",
    b"(0905) 123 456 2",
    "Đặc khu Lý Sơn có 2 đại biểu: ".as_bytes(),
    "\nẤp: Đông 1\n".as_bytes(),
    ", tên thật là Đỗ Thị Đào, ".as_bytes(),
    "\n2 – Ông Ðỗ Văn Ấm. Sinh năm: 1960. ".as_bytes(),
    "Họ tên: ......... Năm sinh: ....\n".as_bytes(),
    b"\\'e4",
    b"\\u-10179?",
    b"\\trowd\\clvmrg\\cellx-2147483648",
    b"\\cell\\row",
    b"\\itap9\\nestcell",
    b"{\\*\\nesttableprops\\nestrow}",
    b"{\\shptxt",
    b"\\bin9 ",
];

fn harm() -> impl Strategy<Value = Harm> {
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Harm::Set(at, byte)),
        any::<Index>().prop_map(Harm::Cut),
        (any::<Index>(), 1..60_usize).prop_map(|(at, length)| Harm::Remove(at, length)),
        (any::<Index>(), 1..80_usize, 1..5_usize)
            .prop_map(|(at, length, times)| Harm::Repeat(at, length, times)),
        (any::<Index>(), select(TELLING)).prop_map(|(at, piece)| Harm::Insert(at, piece)),
        (
            any::<Index>(),
            select(vec!["0", "-1", "65536", "4294967295", "4294967296", "99999999999999999999", "1e999", ""])
        )
            .prop_map(|(at, number)| Harm::Number(at, number)),
        (any::<Index>(), select(vec![0_u16, 1, 4, 0x3C, 0xFC, 0xFD, 0xFF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF]))
            .prop_map(|(at, word)| Harm::Word(at, word)),
    ]
}

fn harms() -> impl Strategy<Value = Vec<Harm>> {
    proptest::collection::vec(harm(), 1..8)
}

fn harmed(mut bytes: Vec<u8>, harms: &[Harm]) -> Vec<u8> {
    for harm in harms {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        match harm {
            Harm::Set(at, byte) => bytes[at.index(length)] = *byte,
            Harm::Cut(at) => bytes.truncate(length - at.index(length) / 4),
            Harm::Remove(at, count) => {
                let at = at.index(length);
                bytes.drain(at..length.min(at + count));
            }
            Harm::Repeat(at, count, times) => {
                let at = at.index(length);
                let piece = bytes[at..length.min(at + count)].repeat(*times);
                bytes.splice(at..at, piece);
            }
            Harm::Insert(at, piece) => {
                let at = at.index(length);
                bytes.splice(at..at, piece.iter().copied());
            }
            Harm::Number(at, number) => {
                let at = at.index(length);
                let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit) else { continue };
                let digits = bytes[at + start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                bytes.splice(at + start..at + start + digits, number.bytes());
            }
            Harm::Word(at, word) => {
                let at = at.index(length);
                bytes.iter_mut().skip(at).zip(word.to_le_bytes()).for_each(|(byte, new)| *byte = new);
            }
        }
    }
    bytes
}

type Parts = Vec<(String, Vec<u8>)>;

fn parts(archive: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("a part");
            (part.name().expect("a name").into_owned(), content)
        })
        .collect()
}

fn packed(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(name.as_str(), options).expect("in memory");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

/// The archive with one of its parts harmed; of those that say something.
fn with_part_harmed(parts: &Parts, part: &Index, harms: &[Harm], telling: &[&str]) -> Vec<u8> {
    let mut parts = parts.clone();
    let places: Vec<usize> =
        (0..parts.len()).filter(|&at| telling.iter().any(|name| parts[at].0.ends_with(name))).collect();
    let content = &mut parts[places[part.index(places.len())]].1;
    *content = harmed(std::mem::take(content), harms);
    packed(&parts)
}

/// Titles, headings, people, a date, merged cells, old fonts, pieces of text.
static XLSX: LazyLock<Parts> = LazyLock::new(|| {
    let font = |name: &str| Format::new().set_font_name(name);
    let mut sheet = Sheet::default();
    sheet.line(0, "DANH SÁCH ĐẠI BIỂU");
    sheet.line(2, "STT|Họ và tên|Năm sinh|Đơn vị|Điện thoại");
    sheet.line(3, "#1|Nguyễn Văn Mẫu|#1969|Xã Tam Đại|#905123456");
    sheet.line(4, "#2|Trần Thị Thử||Xã Tam Đại|0905123457");
    sheet.date(4, 2, rust_xlsxwriter::ExcelDateTime::from_ymd(1975, 5, 2).expect("a day"));
    sheet.0.merge_range(3, 5, 4, 5, "gộp", &Format::new()).expect("free cells");
    let mut old = Worksheet::new();
    for (column, heading) in (0..).zip(["Hä vµ tªn", "N¨m sinh"]) {
        old.write_string_with_format(0, column, heading, &font(".VnTime")).expect("a free cell");
    }
    old.write_rich_string(1, 0, &[(&font(".VnTime"), "NguyÔn "), (&font("VNI-Times"), "Tuù")])
        .expect("a free cell");
    old.write_string(1, 1, "1969").expect("a free cell");
    let mut book = Workbook::new();
    book.push_worksheet(sheet.0);
    book.push_worksheet(old);
    parts(&book.save_to_buffer().expect("in memory"))
});

static ODS: LazyLock<Parts> = LazyLock::new(|| parts(include_bytes!("../../lists/legacy-fonts.ods")));

static DOCX: LazyLock<Parts> = LazyLock::new(|| {
    let document = "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>DANH SÁCH</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>Họ và tên</w:t></w:r></w:p></w:tc>\
        <w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Năm sinh</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>Nam</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>Lª Tó</w:t><w:br/></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1969</w:t><w:instrText>PAGE</w:instrText></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:t>1. Lê An - Trưởng ban - 0905123456</w:t></w:r></w:p></w:body></w:document>";
    let styles = "<w:styles><w:docDefaults><w:rFonts w:ascii=\"VNI-Times\"/></w:docDefaults><w:style w:styleId=\"a\"><w:basedOn w:val=\"a\"/><w:rFonts w:ascii=\"Arial\"/></w:style></w:styles>";
    vec![("word/document.xml".into(), document.into()), ("word/styles.xml".into(), styles.into())]
});

const DOC: &[u8] = include_bytes!("../../lists/found/word-97.doc");
const PDF: &[u8] = include_bytes!("../../lists/found/merged-cells.pdf");
const LOCKED: &[u8] = include_bytes!("../../lists/found/velvetsweatshop.xls");
const STRUCK: &[u8] = include_bytes!("../../lists/found/strikethrough.xlsx");
const HIDDEN: &[u8] = include_bytes!("../../lists/found/hidden-rows.xlsx");
const COMMENTED: &[u8] = include_bytes!("../../lists/found/comments.xlsx");
const ODT: &[u8] = include_bytes!("../../lists/fresh_seventh/a44_mot_cau_dai.odt");

/// What is packed in a PDF, unpacked, so that harm reaches it.
static PLAIN_PDF: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut document = lopdf::Document::load_mem(PDF).expect("a PDF");
    document.decompress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("in memory");
    bytes
});

/// Several lists in one archive.
static BUNDLE: LazyLock<Parts> = LazyLock::new(|| {
    vec![("a.xlsx".into(), packed(&XLSX)), ("b.csv".into(), CSV.into()), ("c.doc".into(), DOC.to_vec())]
});

const XLS: &[u8] = include_bytes!("../../lists/legacy-fonts.xls");

/// The records of an .xls without their container.
fn records() -> Vec<u8> {
    let start = XLS.windows(4).position(|bytes| bytes == [0x09, 0x08, 0x10, 0]).expect("records");
    XLS[start..].to_vec()
}

const HTML: &str = "<html><head><style>td{x}</style></head><body><h1>DANH SÁCH</h1><table border=1><tr><th>STT<th>Họ và tên<th colspan=2>Năm sinh\
    <tr><td>1<td><font face='.VnTime'>Lª&nbsp;Tó</font><td rowspan=2>1969<td><table><tr><td>x</table><tr><td>2<td>Vũ Bé</table></body></html>";

const WORKBOOK_XML: &str = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles><Style ss:ID=\"s\"><Font ss:FontName=\".VnTime\"/></Style></Styles>\
    <Worksheet ss:Name=\"A\"><Table><Row ss:Index=\"2\"><Cell ss:MergeAcross=\"1\" ss:MergeDown=\"2\"><Data ss:Type=\"String\">Họ tên</Data></Cell><Cell ss:Index=\"4\"><Data ss:Type=\"String\">Năm sinh</Data></Cell></Row>\
    <Row><Cell ss:StyleID=\"s\"><Data ss:Type=\"String\">Lª Tó</Data></Cell><Cell ss:Index=\"4\"><Data ss:Type=\"DateTime\">1969-05-02T00:00:00</Data></Cell></Row></Table></Worksheet></Workbook>";

const CSV: &str = "sep=;\nDANH SÁCH;;\nSTT;Họ và tên;Năm sinh;Điện thoại\n1;\"Lê An\";1969;0905123456\n2;\"Vũ\nBé\";02/5/1970;\n";

const RTF: &str = "{\\rtf1\\ansi\\ansicpg1258{\\fonttbl{\\f0\\fcharset163 Times New Roman;}{\\f1 .VnTime;}}DANH S\\u193?CH\\par\
    \\trowd\\cellx500\\cellx3000\\cellx4000\\pard\\intbl STT\\cell H\\u7885? v\\u224? t\\u234?n\\cell N\\'e3m sinh\\cell\\row\
    \\trowd\\cellx500\\cellx3000\\cellx4000\\pard\\intbl 1\\cell\\f1 L\\'aa T\\'f3\\cell\\f0 1969\\cell\\row\
    \\trowd\\clvmrg\\cellx500\\cellx4000\\pard\\intbl 2\\cell{\\v x}V\\u361? B\\u233?\\cell\\row\\pard{\\shp{\\*\\shpinst{\\shptxt a\\par}}}b\\par}";

const PASTED: &str = "Danh sách xã Tam Đại:\n1. Nguyễn Văn Mẫu - Chủ tịch MTTQ xã Tam Đại - 0905123456\n2) Bà Trần Thị Thử, sinh năm 1969, Trưởng ban thôn 2, ĐT: 0905 123 457\n- Lê An (1970)\n";

proptest! {
    // As many cases as PROPTEST_CASES says.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn xlsx(part in any::<Index>(), harms in harms()) {
        let telling = ["sheet1.xml", "sheet2.xml", "sharedStrings.xml", "styles.xml", "workbook.xml", "workbook.xml.rels"];
        let _ = read(with_part_harmed(&XLSX, &part, &harms, &telling));
    }

    #[test]
    fn ods(part in any::<Index>(), harms in harms()) {
        let _ = read(with_part_harmed(&ODS, &part, &harms, &["content.xml", "content.xml", "styles.xml", "manifest.xml"]));
    }

    #[test]
    fn docx(part in any::<Index>(), harms in harms()) {
        let _ = read(with_part_harmed(&DOCX, &part, &harms, &[".xml"]));
    }

    #[test]
    fn odt(part in any::<Index>(), harms in harms()) {
        let _ = read(with_part_harmed(&parts(ODT), &part, &harms, &["content.xml"]));
    }

    #[test]
    fn doc(harms in harms()) {
        let _ = read(harmed(DOC.to_vec(), &harms));
    }

    #[test]
    fn rtf(harms in harms()) {
        let _ = read(harmed(RTF.into(), &harms));
    }

    #[test]
    fn pdf(harms in harms()) {
        let _ = read(harmed(PDF.to_vec(), &harms));
    }

    #[test]
    fn pdf_unpacked(harms in harms()) {
        let _ = read(harmed(PLAIN_PDF.clone(), &harms));
    }

    #[test]
    fn xls_with_a_password(harms in harms()) {
        let _ = read(harmed(LOCKED.to_vec(), &harms));
    }

    #[test]
    fn marks_in_xlsx(part in any::<Index>(), harms in harms(), which in 0..3_usize) {
        let parts = parts([STRUCK, HIDDEN, COMMENTED][which]);
        let _ = read(with_part_harmed(&parts, &part, &harms, &["sheet1.xml", "styles.xml", "workbook.xml.rels", "comment1.xml"]));
    }

    #[test]
    fn bundles(part in any::<Index>(), harms in harms()) {
        let _ = read(with_part_harmed(&BUNDLE, &part, &harms, &["a.xlsx", "b.csv", "c.doc"]));
    }

    #[test]
    fn archives(which in 0..3_usize, harms in harms()) {
        let whole = packed([&*XLSX, &*ODS, &*DOCX][which]);
        let _ = read(harmed(whole, &harms));
    }

    #[test]
    fn xls(harms in harms()) {
        let _ = read(harmed(XLS.to_vec(), &harms));
    }

    #[test]
    fn xls_records(harms in harms()) {
        let _ = read(harmed(records(), &harms));
    }

    #[test]
    fn html(harms in harms()) {
        let _ = read(harmed(HTML.into(), &harms));
    }

    #[test]
    fn workbook_xml(harms in harms()) {
        let _ = read(harmed(WORKBOOK_XML.into(), &harms));
    }

    #[test]
    fn csv(harms in harms()) {
        let _ = read(harmed(CSV.into(), &harms));
    }

    #[test]
    fn pasted(harms in harms()) {
        let _ = read(harmed(PASTED.into(), &harms));
    }

    #[test]
    fn legacy(text in "[\u{20}-\u{ff}]{0,40}|\\PC{0,40}", font in "\\PC{0,9}|\\.Vn\\PC{0,5}|VNI-\\PC{0,5}", bytes in proptest::collection::vec(0x20_u8.., 0..80)) {
        for legacy in [Legacy::Tcvn3, Legacy::Tcvn3Capitals, Legacy::Vni, Legacy::Windows1258] {
            let _ = legacy.decode(&text);
        }
        let _ = Legacy::of_font(&font);
        let _ = read([b"STT;H\xE4 v\xB5 t\xAAn;N\xA8m sinh\n1;".as_slice(), &bytes, b";1969\n2;L\xAA T\xF3;1970"].concat());
    }
}

/// The files above are lists before they are harmed.
#[test]
fn unharmed_files_are_read() {
    for (name, bytes) in [
        ("xlsx", packed(&XLSX)),
        ("ods", packed(&ODS)),
        ("docx", packed(&DOCX)),
        ("odt", ODT.to_vec()),
        ("doc", DOC.to_vec()),
        ("rtf", RTF.into()),
        ("pdf", PDF.to_vec()),
        ("plain pdf", PLAIN_PDF.clone()),
        ("locked", LOCKED.to_vec()),
        ("bundle", packed(&BUNDLE)),
        ("xls", XLS.to_vec()),
        ("records", records()),
        ("html", HTML.into()),
        ("workbook xml", WORKBOOK_XML.into()),
        ("csv", CSV.into()),
        ("pasted", PASTED.into()),
    ] {
        let list = read(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!list.rows.is_empty(), "{name}");
    }
}
