//! A letter of running text as it is read back from the file.

mod support;

use support::pdf_reader::read;
use taphuan::paper::content::{
    Block, Body, Document, Head, Info, NumberDate, Paragraph, Section, SignatureBlock, Signed, TitleLine,
};
use taphuan::paper::layout::lay_out;
use taphuan::paper::pdf;

const SENTENCE: &str = "Hội nghị tập huấn được tổ chức vào ngày 05 tháng 9 năm 2020 tại 04 cụm cho 433 \
    đại biểu là Trưởng ban công tác Mặt trận ở khu dân cư và Tổ trưởng Tổ đoàn kết.";

fn letter(points: usize) -> Document {
    let mut blocks = vec![
        Block::Head(Head {
            superior: vec!["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM".into()],
            issuer: vec!["ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH".into()],
            ..Head::default()
        }),
        Block::NumberDate(NumberDate {
            number: "Số: 45/KH-MTTQ-BTT".into(),
            place_date: "Phú Ninh, ngày 05 tháng 9 năm 2020".into(),
        }),
        Block::Title(vec![TitleLine::Kind("KẾ HOẠCH".into())]),
        Block::Paragraph(Paragraph::heading("I.", "MỤC ĐÍCH, YÊU CẦU")),
    ];
    blocks.extend((0..points).map(|_| Block::Paragraph(Paragraph::point("-", SENTENCE))));
    blocks.push(Block::Signed(Signed {
        recipients: vec!["Như trên".into(), "Lưu: VT".into()],
        signature: SignatureBlock {
            lines: vec!["TM. BAN THƯỜNG TRỰC".into(), "CHỦ TỊCH".into()],
            name: "Nguyễn Văn Mẫu".into(),
            ..SignatureBlock::default()
        },
    }));
    let section = Section { name: "Kế hoạch".into(), blocks, ..Section::default() };
    Document { info: Info::default(), body: Body::Flow(vec![section]) }
}

#[test]
fn a_letter_is_read_back_and_its_signature_has_text_over_it() {
    for points in 1..40 {
        let file = pdf::write(&lay_out(&letter(points))).expect("a file");
        let pages = read(&file);
        let runs: Vec<&str> = pages.iter().flat_map(|page| &page.runs).map(|run| run.text.as_str()).collect();
        let said = runs.join(" ");
        assert_eq!(said.matches("ngày 05 tháng 9 năm 2020").count(), points + 1, "{said}");
        for words in ["Số: 45/KH-MTTQ-BTT", "I. MỤC ĐÍCH, YÊU CẦU", "Nơi nhận:", "- Như trên;", "- Lưu: VT."]
        {
            assert_eq!(said.matches(words).count(), 1, "{words} in {said}");
        }
        let last = pages.last().expect("pages");
        assert!(
            last.text().contains("CHỦ TỊCH") && last.text().contains("đoàn kết."),
            "{points}: the signature stands alone"
        );
        let right = last.width - 15.0 * 72.0 / 25.4 + 0.5;
        for run in pages.iter().flat_map(|page| &page.runs) {
            assert!(run.right <= right, "{run:?} leaves the margin");
        }
    }
}
