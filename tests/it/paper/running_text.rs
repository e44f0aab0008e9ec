//! A letter of running text as it is read back from the file.

use crate::support::content::letter;
use crate::support::pdf_reader::read;
use taphuan::paper::layout::lay_out;
use taphuan::paper::pdf;

#[test]
fn a_letter_is_read_back_and_its_signature_has_text_over_it() {
    for points in 1..40 {
        let file = pdf::write(lay_out(&letter(points))).expect("a file");
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
