//! The sections of a paper, block by block.

use std::fmt::Display;

use super::edges::{self, Edge};
use super::paragraph::{Look, Paragraph, dots, run, spans};
use super::style::Style;
use super::units::twips;
use super::{closing, head, table};
use crate::paper::content::{self, Block, Section, Span, TitleLine};
use crate::paper::layout::{Frame, Measuring, TITLE_WIDTH, TitleStyle, announces, title_style};
use crate::paper::measures::{
    FOOT, FOOT_HEIGHT, ISSUER_LINE, OVER_CLOSING, OVER_NUMBER, PARAGRAPH_GAP, SUBJECT, TEXT, UNDER_HEAD,
    UNDER_TITLE,
};
use crate::paper::xml::Xml;

/// Writes the text of a paper.
pub struct Writer<'x, 'a> {
    xml: &'x mut Xml,
    measuring: Measuring<'a>,
    /// Room owed to what comes next.
    gap: f32,
    /// Two tables that touch become one: the next needs a paragraph between.
    after_table: bool,
    /// What comes next begins a page.
    breaks_page: bool,
    /// How titles of the section are set.
    style: TitleStyle,
}

impl<'x, 'a> Writer<'x, 'a> {
    /// Begins.
    pub fn new(xml: &'x mut Xml, measuring: Measuring<'a>) -> Self {
        let style = TitleStyle::default();
        Self { xml, measuring, gap: 0.0, after_table: false, breaks_page: false, style }
    }

    /// A section on pages of its own, numbered from 1, with what stands in the margins over and under them.
    pub fn section(&mut self, section: &Section, edges: &[(Edge, String)], last: bool) {
        let frame = Frame::a4(section.landscape);
        self.style = title_style(section);
        let mut levels = Levels::default();
        let mut blocks = section.blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            let end =
                blocks.peek().copied().filter(|next| matches!(next, Block::Closing(_) | Block::Signed(_)));
            match (block, end) {
                (Block::Table(content), Some(end)) if !content.columns.is_empty() => {
                    blocks.next();
                    self.list(content, Some(end), &frame);
                }
                _ => self.block(block, blocks.peek().copied(), &frame, &mut levels),
            }
        }
        self.gap = 0.0;
        self.breaks_page = false;
        let end = |xml: &mut Xml| properties(xml, section, &frame, edges);
        if last {
            if self.after_table {
                sliver().write(self.xml, |_| {});
            }
            end(self.xml);
        } else {
            sliver().write_ending(self.xml, end, |_| {});
        }
        self.after_table = false;
    }

    fn block(&mut self, block: &Block, next: Option<&Block>, frame: &Frame, levels: &mut Levels) {
        match block {
            Block::Head(content) => {
                self.part_tables();
                head::head(self.xml, content, &mut self.measuring, frame);
                let numbered = matches!(next, Some(Block::NumberDate(_)));
                self.table_ends(if numbered { OVER_NUMBER } else { UNDER_HEAD });
            }
            Block::NumberDate(content) => {
                self.part_tables();
                head::number_date(self.xml, content, self.style.profile, &mut self.measuring, frame);
                self.table_ends(UNDER_HEAD);
            }
            Block::Title(lines) => self.title(lines, frame),
            Block::Paragraph(content) => {
                let style = if content.heading { levels.style(&content.marker) } else { Style::Text };
                let before_end = matches!(next, Some(Block::Closing(_) | Block::Signed(_)));
                let keep_next = before_end || announces(content);
                let mut paragraph = Paragraph { keep_next, ..self.paragraph(style) };
                if content.dotted {
                    paragraph.dots_to = Some(frame.width());
                    paragraph.flush = content.marker.is_empty() && content.spans.is_empty();
                }
                paragraph.write(self.xml, |xml| {
                    running_text(xml, content);
                    if content.dotted {
                        dots(xml, content.spans.is_empty());
                    }
                });
            }
            Block::Table(content) => self.list(content, None, frame),
            Block::PageBreak => self.breaks_page = true,
            Block::Closing(content) => {
                self.gap = OVER_CLOSING;
                let count = match content.count.as_str() {
                    "" => {
                        self.part_tables();
                        Paragraph::default()
                    }
                    _ => self.paragraph(Style::Count),
                };
                closing::closing(self.xml, content, count, frame);
                self.table_ends(0.0);
            }
            Block::Signed(content) => {
                self.gap = OVER_CLOSING;
                self.part_tables();
                closing::signed(self.xml, content, frame);
                self.table_ends(0.0);
            }
        }
    }

    /// Title lines, of a letter with the line under its subject.
    fn title(&mut self, lines: &[TitleLine], frame: &Frame) {
        let (kind, subject) = self.style.sizes();
        // As in the PDF, long titles keep off the margins.
        let side = frame.width() * (1.0 - TITLE_WIDTH) / 2.0;
        for line in lines {
            let (style, text, size) = match line {
                TitleLine::Kind(text) => (Style::Title, text, kind),
                TitleLine::Subject(text) => (Style::Subtitle, text, subject),
                TitleLine::Note(text) => (Style::Note, text, SUBJECT),
                TitleLine::Addressed(text) => (Style::Head, text, TEXT),
            };
            let look = Look { size: (style.description().size != size).then_some(size), ..Look::default() };
            Paragraph { sides: Some((side, side)), ..self.paragraph(style) }.say(self.xml, text, look);
            if self.style.letter && matches!(line, TitleLine::Subject(_)) {
                let room = frame.width() * TITLE_WIDTH;
                let last = self.measuring.lines(Span::bold(text), size, room).0;
                head::rule(self.xml, last * ISSUER_LINE, frame.width());
            }
        }
        self.gap = UNDER_TITLE;
    }

    /// A list, and the closing block or signature that ends it.
    fn list(&mut self, content: &content::Table, end: Option<&Block>, frame: &Frame) {
        if content.columns.is_empty() {
            return;
        }
        self.part_tables();
        let measured = self.measuring.table(content, frame);
        let closing = |xml: &mut Xml| {
            match end {
                Some(Block::Closing(content)) => {
                    let count = Paragraph { before: Some(OVER_CLOSING), ..Paragraph::of(Style::Count) };
                    closing::closing(xml, content, count, frame);
                }
                Some(Block::Signed(content)) => {
                    Paragraph { exactly: Some(OVER_CLOSING), ..Paragraph::default() }.write(xml, |_| {});
                    closing::signed(xml, content, frame);
                }
                _ => {}
            }
            sliver().write(xml, |_| {});
        };
        table::list(self.xml, content, &measured, end.is_some().then_some(&closing));
        self.table_ends(PARAGRAPH_GAP);
    }

    /// A paragraph with the room owed to it.
    fn paragraph(&mut self, style: Style) -> Paragraph {
        let gap = std::mem::take(&mut self.gap);
        self.after_table = false;
        Paragraph {
            before: (gap > 0.0).then_some(gap),
            breaks_page: std::mem::take(&mut self.breaks_page),
            ..Paragraph::of(style)
        }
    }

    /// What must stand before a table: room, the end of a page, or just something
    /// between it and the table before.
    fn part_tables(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        let breaks_page = std::mem::take(&mut self.breaks_page);
        if gap > 0.0 || self.after_table || breaks_page {
            let exactly = Some(gap.max(1.0));
            let keep_next = true;
            Paragraph { breaks_page, exactly, keep_next, ..Paragraph::default() }.write(self.xml, |_| {});
        }
    }

    fn table_ends(&mut self, gap: f32) {
        self.gap = gap;
        self.after_table = true;
    }
}

/// A paragraph too low to be seen: after a table there has to be one.
fn sliver() -> Paragraph {
    Paragraph { exactly: Some(1.0), ..Paragraph::default() }
}

/// A paragraph of running text after its marker.
fn running_text(xml: &mut Xml, content: &content::Paragraph) {
    let look = Look { bold: content.heading, ..Look::default() };
    if !content.marker.is_empty() {
        run(xml, &format!("{} ", content.marker), look);
    }
    spans(xml, &content.spans);
}

/// Which level a heading has: by the kind of its number, in the order in which
/// the kinds come in ("I." over "1." over "a)").
#[derive(Default)]
struct Levels {
    seen: Vec<Numbering>,
}

/// Kinds of numbers before a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Roman,
    Digits,
    Letter,
    None,
}

impl Levels {
    fn style(&mut self, marker: &str) -> Style {
        let word = marker.trim_end_matches(['.', ')', ':']);
        let kind = if word.is_empty() {
            Numbering::None
        } else if word.chars().all(|c| "IVXLC".contains(c)) {
            Numbering::Roman
        } else if word.starts_with(|c: char| c.is_ascii_digit()) {
            Numbering::Digits
        } else {
            Numbering::Letter
        };
        let place = self.seen.iter().position(|&seen| seen == kind).unwrap_or_else(|| {
            self.seen.push(kind);
            self.seen.len() - 1
        });
        Style::Heading(u8::try_from(place + 1).unwrap_or(3).min(3))
    }
}

/// Page, margins, foot and numbering of a section. In the order of CT_SectPr.
fn properties(xml: &mut Xml, section: &Section, frame: &Frame, edges: &[(Edge, String)]) {
    xml.element("w:sectPr", &[], |xml| {
        for (edge, id) in edges {
            xml.empty(edge.reference(), &[("w:type", &"default"), ("r:id", id)]);
        }
        xml.value("w:type", "nextPage");
        let (width, height) = (twips(frame.page_width), twips(frame.page_height));
        let mut size: Vec<(&str, &dyn Display)> = vec![("w:w", &width), ("w:h", &height)];
        if section.landscape {
            size.push(("w:orient", &"landscape"));
        }
        xml.empty("w:pgSz", &size);
        // The foot stands on its baseline, a fifth of its size above its lower edge.
        let foot = twips(FOOT_HEIGHT - FOOT / 5.0);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &twips(frame.top)),
                ("w:right", &twips(frame.page_width - frame.right)),
                ("w:bottom", &twips(frame.page_height - frame.bottom)),
                ("w:left", &twips(frame.left)),
                ("w:header", &twips(FOOT_HEIGHT)),
                ("w:footer", &foot),
                ("w:gutter", &0),
            ],
        );
        xml.empty("w:pgNumType", &[("w:start", &1)]);
        // The first page of a letter has a head of its own, in which nothing stands.
        xml.flag("w:titlePg", edges::is_letter(section));
    });
}
