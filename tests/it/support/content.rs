//! Papers made up for the writers: all kinds of blocks, and what they must say.
#![allow(dead_code)]

use taphuan::domain::date::FuzzyDate;
use taphuan::paper::content::{
    Align, Block, Body, Cell, Closing, Column, Document, Follows, Head, Info, NumberDate, Paragraph, Row,
    Section, SignatureBlock, Signed, Span, Table, TitleLine, Width,
};

/// A sentence with a date that must not part.
pub const SENTENCE: &str = "Hội nghị tập huấn được tổ chức vào ngày 05 tháng 9 năm 2020 tại 04 cụm cho 433 \
    đại biểu là Trưởng ban công tác Mặt trận ở khu dân cư và Tổ trưởng Tổ đoàn kết.";

fn head() -> Vec<Block> {
    vec![
        Block::Head(Head {
            superior: vec!["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM".into()],
            issuer: vec!["ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH".into()],
            ..Head::default()
        }),
        Block::NumberDate(NumberDate {
            number: "Số: 45/KH-MTTQ-BTT".into(),
            about: String::new(),
            place_date: "Phú Ninh, ngày 05 tháng 9 năm 2020".into(),
        }),
    ]
}

fn signed() -> Block {
    Block::Signed(Signed {
        recipients: vec!["Như trên".into(), "Lưu: VT".into()],
        signature: SignatureBlock {
            lines: vec!["TM. BAN THƯỜNG TRỰC".into(), "CHỦ TỊCH".into()],
            hint: None,
            unsigned: false,
            name: "Nguyễn Văn Mẫu".into(),
        },
    })
}

/// A letter of running text with so many points.
pub fn letter(points: usize) -> Document {
    let mut blocks = head();
    blocks.push(Block::Title(vec![TitleLine::Kind("KẾ HOẠCH".into())]));
    blocks.push(Block::Paragraph(Paragraph::heading("I.", "MỤC ĐÍCH, YÊU CẦU")));
    blocks.extend((0..points).map(|_| Block::Paragraph(Paragraph::point("-", SENTENCE))));
    blocks.push(signed());
    let section = Section { name: "Kế hoạch".into(), blocks, ..Section::default() };
    Document { info: Info::default(), body: Body::Flow(vec![section]) }
}

/// Two sections with every kind of block and row, and text that tests escaping.
pub fn every_block() -> Document {
    let mut first = head();
    first.extend([
        Block::Title(vec![
            TitleLine::Kind("KẾ HOẠCH".into()),
            TitleLine::Subject("Tập huấn công tác Mặt trận & \"phong trào\" <2020>".into()),
            TitleLine::Note("Cụm 1 – Nhà văn hóa xã Tam Đại".into()),
        ]),
        Block::Paragraph(Paragraph::heading("I.", "MỤC ĐÍCH")),
        Block::Paragraph(Paragraph::heading("1.", "Mục đích chung")),
        Block::Paragraph(Paragraph {
            spans: vec![Span::plain("Mời "), Span::bold("ông Nguyễn Văn Mẫu"), Span::italic(" đến dự.")],
            ..Paragraph::default()
        }),
        Block::Paragraph(Paragraph::point("a)", SENTENCE)),
        Block::Table(table()),
        Block::Table(table()),
        signed(),
    ]);
    let second = vec![
        Block::Title(vec![TitleLine::Kind("DANH SÁCH".into())]),
        Block::Table(table()),
        Block::PageBreak,
        Block::Title(vec![TitleLine::Kind("DANH SÁCH (tiếp theo)".into())]),
        Block::Table(table()),
        Block::Closing(Closing {
            count: "Ấn định danh sách có 3 (ba) người.".into(),
            follows: Follows::Rows(2),
            dotted: false,
            lines: vec!["Sáng 25/9/2020: có mặt: 3 người.".into()],
            place_date: "Phú Ninh, ngày 05 tháng 9 năm 2020".into(),
            middle: None,
            left: SignatureBlock {
                lines: vec!["NGƯỜI LẬP".into()],
                hint: Some("(Ký, ghi rõ họ tên)".into()),
                unsigned: false,
                name: String::new(),
            },
            right: SignatureBlock {
                lines: vec!["TM. BAN THƯỜNG TRỰC".into(), "CHỦ TỊCH".into()],
                hint: None,
                unsigned: false,
                name: "Nguyễn Văn Mẫu".into(),
            },
        }),
    ];
    let section = |name: &str, landscape: bool, blocks: Vec<Block>| Section {
        name: name.into(),
        footer: format!("Kế hoạch – {name} & phụ lục"),
        help: String::new(),
        landscape,
        blocks,
        subject: None,
    };
    Document {
        info: Info {
            title: "Kế hoạch & danh sách".into(),
            author: "Ủy ban MTTQ Việt Nam huyện Phú Ninh".into(),
            subject: "Kế hoạch".into(),
            date: FuzzyDate::day(2020, 9, 5).ok(),
        },
        body: Body::Flow(vec![section("Cụm 1", false, first), section("Cụm 1", true, second)]),
    }
}

/// A paper of one section with these blocks, each the next of its kind.
pub fn of_blocks(kinds: &[usize]) -> Document {
    let Body::Flow(sections) = every_block().body else { panic!("it flows") };
    let mut all: Vec<Block> = sections.into_iter().flat_map(|section| section.blocks).collect();
    all.dedup();
    let blocks = kinds.iter().map(|kind| all[kind % all.len()].clone()).collect();
    let section = Section { name: "Tờ".into(), footer: "Tờ".into(), blocks, ..Section::default() };
    Document { info: Info::default(), body: Body::Flow(vec![section.clone(), section]) }
}

/// A small list with grouped headings, a group, a struck row and a merged cell.
pub fn table() -> Table {
    let column = |title: &str, group: Option<&str>, align| Column {
        title: title.into(),
        group: group.map(str::to_owned),
        width: Width::Text { min: 10.0, max: 60.0, share: 1.0, firm: false },
        align,
        signed: None,
    };
    let row = |cells: &[&str], struck| Row::Cells {
        cells: cells.iter().map(|text| Cell::new(*text)).collect(),
        struck,
        subject: None,
    };
    Table {
        text_size: taphuan::paper::content::LIST_SIZE,
        columns: vec![
            column("STT", None, Align::Centre),
            column("Họ và tên", None, Align::Left),
            column("Nam", Some("Năm sinh"), Align::Centre),
            column("Nữ", Some("Năm sinh"), Align::Centre),
            column("Điện thoại", None, Align::Centre),
            column("Ghi chú", None, Align::Left),
        ],
        rows: vec![
            Row::Heading {
                spans: vec![Span::bold("Xã Tam Đại"), Span::plain(" – 3 người")],
                again: vec![Span::bold("Xã Tam Đại"), Span::italic(" (tiếp theo)")],
                sums: Vec::new(),
                count: None,
            },
            row(&["1", "Nguyễn Thị Ánh", "", "1969", "0905123456", "=1+1"], false),
            row(&["2", "Trần <Văn> \"Bình\" & con", "1970", "", "+84905123456", "-đi thay"], true),
            Row::Cells {
                cells: vec![
                    Cell::new("3"),
                    Cell::new("@Lê Văn Cường"),
                    Cell { extra_columns: 1, ..Cell::new("1958") },
                    Cell::new(""),
                ],
                struck: false,
                subject: None,
            },
        ],
        row_height: 8.0,
        sums: None,
    }
}

/// The rows of a table as they must be read back: the cells of each, as long as
/// they say something.
pub fn said(table: &Table) -> Vec<Vec<String>> {
    let rows = table.rows.iter().map(|row| match row {
        Row::Heading { spans, .. } => vec![spans.iter().map(|span| span.text.as_str()).collect::<String>()],
        Row::Cells { cells, .. } => {
            let mut cells: Vec<String> = cells.iter().map(|cell| cell.text.clone()).collect();
            while cells.last().is_some_and(String::is_empty) {
                cells.pop();
            }
            cells
        }
    });
    rows.collect()
}

/// The tables of a paper.
pub fn tables(document: &Document) -> Vec<&Table> {
    let Body::Flow(sections) = &document.body else { return Vec::new() };
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}
