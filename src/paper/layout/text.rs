//! Running text on pages: justified paragraphs, headings and points of lists.
//!
//! No line of a paragraph stands alone at the foot or the top of a page, a heading
//! has lines of its text under it, and the closing block has lines of text over it.

use super::flow::{Block, Flow};
use super::line::Line;
use super::run::{Style, Wrap};
use super::typesetter::Typesetter;
use crate::paper::content::{Paragraph, Span};
use crate::paper::font::Face;
use crate::paper::measures::{INDENT, MM, PARAGRAPH_GAP as GAP, TEXT as SIZE};

/// Room a heading keeps for the head and first rows of a table under it.
const TABLE_START: f32 = 40.0 * MM;

/// Places paragraphs, and the closing block under them if there is one.
pub fn place(flow: &mut Flow, paragraphs: &[&Paragraph], closing: Option<Block>, before_table: bool) {
    let width = flow.frame.width();
    let all: Vec<(Vec<Block>, usize)> = paragraphs.iter().map(|one| set(flow.setter, one, width)).collect();
    let tail = match closing {
        Some(_) => tail(paragraphs, &all),
        None => paragraphs.len().saturating_sub(1),
    };
    let mut kept = Block::default();
    for (index, (paragraph, (mut parts, _))) in paragraphs.iter().zip(all).enumerate() {
        let last = index >= tail;
        let Some(end) = parts.pop() else { continue };
        for part in parts {
            kept.under(part);
            flow.place(std::mem::take(&mut kept));
        }
        kept.under(end);
        // A heading waits for the first lines under it, and so does what announces
        // them; the last lines wait for the closing block.
        if !paragraph.heading && !announces(paragraph) && !last {
            flow.place(std::mem::take(&mut kept));
        }
    }
    match closing {
        Some(closing) => kept.under(closing),
        None if before_table && kept.height + TABLE_START > flow.room() && !flow.at_top() => flow.new_page(),
        None => {}
    }
    flow.place(kept);
}

/// Lines of text that stand over a signature at least.
const OVER_SIGNATURE: usize = 2;

/// The first of the paragraphs whose last lines stay with the closing block: so many that there are lines enough.
fn tail(paragraphs: &[&Paragraph], set: &[(Vec<Block>, usize)]) -> usize {
    let mut lines = 0;
    let mut from = paragraphs.len();
    while from > 0 && lines < OVER_SIGNATURE {
        let one = paragraphs[from - 1];
        let is_blank = one.dotted && one.spans.is_empty();
        if is_blank && lines > 0 {
            break;
        }
        from -= 1;
        lines += set[from].1;
    }
    from
}

/// Paragraphs of fewer lines than stand over a signature; `None` of more.
pub fn short(setter: &mut Typesetter, paragraphs: &[&Paragraph], width: f32) -> Option<Block> {
    let mut whole = Block::default();
    let mut lines = 0;
    for paragraph in paragraphs {
        let (parts, count) = set(setter, paragraph, width);
        lines += count;
        parts.into_iter().for_each(|part| whole.under(part));
    }
    (lines < OVER_SIGNATURE).then_some(whole)
}

/// Whether what follows belongs to it: "… cụ thể như sau:".
pub fn announces(paragraph: &Paragraph) -> bool {
    paragraph.spans.last().is_some_and(|span| span.text.trim_end().ends_with(':'))
}

/// A paragraph in the parts a page break may stand between, with the gap after
/// the last, and how many lines it has: the first two lines are one part, and so are the last two.
fn set(setter: &mut Typesetter, paragraph: &Paragraph, width: f32) -> (Vec<Block>, usize) {
    let mut spans = paragraph.spans.clone();
    if !paragraph.marker.is_empty() {
        let marker = format!("{} ", paragraph.marker);
        spans.insert(0, if paragraph.heading { Span::bold(marker) } else { Span::plain(marker) });
    }
    let wrap = if paragraph.heading { Wrap::Greedy } else { Wrap::Justified };
    let style = Style { indent: INDENT, kerned: paragraph.heading, wrap, ..Style::body(SIZE) };
    // A line to write on has no words to be indented.
    let indent = if spans.is_empty() { 0.0 } else { INDENT };
    let mut lines = setter.lines(&spans, style, width);
    if paragraph.dotted {
        dot(setter, &mut lines, SIZE, indent, width);
    }
    let count = lines.len();
    let mut parts: Vec<Block> = Vec::new();
    for (index, mut line) in lines.into_iter().enumerate() {
        let left = if index == 0 { indent } else { 0.0 };
        if index + 1 < count && !paragraph.heading {
            line.justify(width - left, SIZE);
        }
        let with_last = index == 1 || index + 1 == count || paragraph.heading;
        match parts.last_mut().filter(|_| with_last) {
            Some(part) => part.line(line, SIZE, left),
            None => {
                let mut part = Block::default();
                part.line(line, SIZE, left);
                parts.push(part);
            }
        }
    }
    if let Some(part) = parts.last_mut() {
        part.space(GAP);
    }
    (parts, count)
}

/// The shortest room to write in after words, in points.
const LEAST_DOTS: f32 = 25.0 * MM;

/// Dots to the end of the last line, or on a line of their own where that has no room left.
/// The first line begins at `indent`.
pub fn dot(setter: &mut Typesetter, lines: &mut Vec<Line>, size: f32, indent: f32, width: f32) {
    let left = if lines.len() == 1 { indent } else { 0.0 };
    let words = lines.last().map_or(0.0, |line| left + line.width(size));
    let space = if words > left { " " } else { "" };
    let one = setter.width(Face::Regular, ".", size);
    let room = width - words - setter.width(Face::Regular, space, size);
    let dots = |room: f32| ".".repeat((room / one) as usize);
    if room < LEAST_DOTS {
        lines.extend(setter.lines(&[Span::plain(dots(width))], Style::body(size), width));
        return;
    }
    let text = format!("{space}{}", dots(room));
    let added = setter.run(Face::Regular, &text, Style::body(size));
    if let Some(line) = lines.last_mut() {
        line.add(added);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::content::{Block as Content, Body, Closing, Document, Info, Section};
    use crate::paper::layout::flow::LEADING;
    use crate::paper::layout::{Item, Layout, lay_out};

    const SENTENCE: &str = "Hội nghị tập huấn được tổ chức vào ngày 05 tháng 9 năm 2020 tại 04 cụm \
        cho 433 đại biểu là Trưởng ban công tác Mặt trận ở khu dân cư và Tổ trưởng Tổ đoàn kết.";

    fn laid_out(blocks: Vec<Content>) -> Layout {
        // With a foot, so that no page number stands among the lines.
        let section = Section { footer: "Kế hoạch".into(), blocks, ..Section::default() };
        lay_out(&Document { info: Info::default(), body: Body::Flow(vec![section]) })
    }

    /// The lines of each page without its foot: the left end, the right end, the words.
    fn pages(layout: &Layout) -> Vec<Vec<(f32, f32, String)>> {
        let mut pages = Vec::new();
        for page in &layout.pages {
            let mut lines: Vec<(f32, f32, f32, String)> = Vec::new();
            for item in &page.items {
                let Item::Text(text) = item else { continue };
                if text.size < 10.0 {
                    continue;
                }
                match lines.last_mut().filter(|line| line.0 == text.y) {
                    Some(line) => {
                        line.2 = text.x + text.width();
                        line.3.push_str(&text.text);
                    }
                    None => lines.push((text.y, text.x, text.x + text.width(), text.text.clone())),
                }
            }
            pages.push(lines.into_iter().map(|(_, left, right, words)| (left, right, words)).collect());
        }
        pages
    }

    #[test]
    fn lines_of_a_paragraph_end_at_the_margin_but_the_last() {
        let spans =
            vec![Span::plain(SENTENCE), Span::bold(" Mời đại biểu đến đúng giờ"), Span::plain(SENTENCE)];
        let pages = pages(&laid_out(vec![Content::Paragraph(Paragraph { spans, ..Paragraph::default() })]));
        let [page] = pages.as_slice() else { panic!("one page") };
        let right = 195.0 * MM;
        assert!((page[0].0 - 40.0 * MM).abs() < 0.1, "the first line is indented");
        let (last, full) = page.split_last().expect("lines");
        for (_, end, words) in full {
            assert!((end - right).abs() < 0.5, "{words} ends at {end}, not {right}");
        }
        assert!(last.1 < right);
        let said: Vec<&str> = page.iter().map(|line| line.2.as_str()).collect();
        assert_eq!(said.join(" "), format!("{SENTENCE} Mời đại biểu đến đúng giờ{SENTENCE}"));
    }

    #[test]
    fn no_line_stands_alone_wherever_the_page_ends() {
        for before in 0..45 {
            let mut blocks = vec![Content::Paragraph(Paragraph::text("Đầu")); before];
            blocks.push(Content::Paragraph(Paragraph::heading("1.", "Mục đích")));
            blocks.push(Content::Paragraph(Paragraph::point("-", SENTENCE.repeat(3))));
            blocks.push(Content::Closing(Closing { count: "Hết.".into(), ..Closing::default() }));
            let pages = pages(&laid_out(blocks));
            let mine = |line: &&(f32, f32, String)| !matches!(line.2.as_str(), "Đầu" | "Hết." | "");
            for page in &pages {
                let lines: Vec<_> = page.iter().filter(mine).collect();
                assert!(lines.len() != 1, "{before}: {lines:?}");
                let last = page.last().expect("lines");
                assert_ne!(last.2, "1. Mục đích", "{before}: a heading ends the page");
                if last.2 == "Hết." {
                    assert!(lines.len() >= 2, "{before}: the closing block stands alone");
                }
            }
            let heading = pages.iter().flatten().position(|line| line.2 == "1. Mục đích").expect("heading");
            let said: Vec<String> =
                pages.into_iter().flatten().skip(heading + 1).map(|line| line.2).collect();
            assert_eq!(said.join(" ").trim_end(), format!("- {} Hết.", SENTENCE.repeat(3)), "{before}");
        }
    }

    #[test]
    fn a_signature_has_two_lines_of_text_over_it_wherever_the_page_ends() {
        for before in 0..45 {
            let mut blocks = vec![Content::Paragraph(Paragraph::text("Đầu")); before];
            blocks.push(Content::Paragraph(Paragraph::text("Địa điểm: Hội trường xã.")));
            blocks.push(Content::Paragraph(Paragraph::text("Rất mong ông tham dự./.")));
            blocks.push(Content::Closing(Closing { count: "Hết.".into(), ..Closing::default() }));
            let pages = pages(&laid_out(blocks));
            let last: Vec<&str> = pages.last().expect("pages").iter().map(|line| line.2.as_str()).collect();
            let end = last.iter().position(|line| *line == "Hết.").expect("the closing block");
            assert!(end >= 2, "{before}: {last:?}");
        }
    }

    #[test]
    fn lines_to_write_on_give_way_to_the_signatures() {
        let mut most = 0;
        for before in 0..45 {
            let mut blocks = vec![Content::Paragraph(Paragraph::text("Đầu")); before];
            blocks.extend(vec![Content::Paragraph(Paragraph::line()); 8]);
            blocks.push(Content::Paragraph(Paragraph::text(SENTENCE)));
            blocks.push(Content::Closing(Closing { count: "Hết.".into(), ..Closing::default() }));
            let pages = pages(&laid_out(blocks));
            let dots = pages.iter().flatten().filter(|line| line.2.starts_with("....")).count();
            assert!((2..=8).contains(&dots), "{before}");
            most += usize::from(dots < 8);
        }
        assert!(most > 2, "some gave way");
    }

    #[test]
    fn what_announces_a_list_has_its_first_point_under_it() {
        for before in 20..45 {
            let mut blocks = vec![Content::Paragraph(Paragraph::text("Đầu")); before];
            blocks.push(Content::Paragraph(Paragraph::text("Cụ thể như sau:")));
            blocks.push(Content::Paragraph(Paragraph::point("-", "Một điểm")));
            blocks.push(Content::Paragraph(Paragraph::point("-", "Điểm nữa")));
            for page in pages(&laid_out(blocks)) {
                assert_ne!(page.last().expect("lines").2, "Cụ thể như sau:", "{before}");
            }
        }
    }

    #[test]
    fn a_line_as_long_as_the_text_is_broken_when_it_is_indented() {
        for letters in 1..120 {
            let text = "Mặt trận ".repeat(letters / 2 + 1) + &"i".repeat(letters % 10 + 1);
            let layout = laid_out(vec![Content::Paragraph(Paragraph::text(text))]);
            for (_, right, words) in pages(&layout).into_iter().flatten() {
                assert!(right <= 195.0 * MM + 0.1, "{words} leaves the margin");
            }
        }
    }

    #[test]
    fn a_heading_moves_to_the_page_of_its_table() {
        let line = SIZE * LEADING + GAP;
        let lines = ((257.0 * MM) / line) as usize - 2;
        let mut blocks: Vec<Content> = Vec::new();
        blocks.extend(vec![Content::Paragraph(Paragraph::text("Đầu")); lines]);
        blocks.push(Content::Paragraph(Paragraph::heading("2.", "Các cụm")));
        let table = crate::paper::content::Table {
            columns: Vec::new(),
            rows: Vec::new(),
            row_height: 8.0,
            text_size: crate::paper::content::LIST_SIZE,
            sums: None,
        };
        blocks.push(Content::Table(table));
        let pages = pages(&laid_out(blocks));
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[1][0].2, "2. Các cụm");
    }
}
