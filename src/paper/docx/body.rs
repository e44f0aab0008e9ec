//! The sections of a paper, block by block.

use std::fmt::Display;

use super::paragraph::{Look, Paragraph, cell_run, dots, field, run, spans};
use super::style::Style;
use super::units::twips;
use super::xml::Xml;
use super::{closing, head, package, table};
use crate::paper::content::{self, Block, Section, TitleLine};
use crate::paper::font::composed;
use crate::paper::layout::{Frame, Measuring};
use crate::paper::measures::{FOOT, FOOT_HEIGHT, OVER_CLOSING, PARAGRAPH_GAP, TEXT, UNDER_HEAD, UNDER_TITLE};

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
}

impl<'x, 'a> Writer<'x, 'a> {
    /// Begins.
    pub fn new(xml: &'x mut Xml, measuring: Measuring<'a>) -> Self {
        Self { xml, measuring, gap: 0.0, after_table: false, breaks_page: false }
    }

    /// A section, the `number`th from 1: on pages of its own, numbered from 1.
    pub fn section(&mut self, section: &Section, number: usize, last: bool) {
        let frame = Frame::a4(section.landscape);
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
                _ => self.block(block, end.is_some(), &frame, &mut levels),
            }
        }
        self.gap = 0.0;
        self.breaks_page = false;
        let end = |xml: &mut Xml| properties(xml, section.landscape, &frame, number);
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

    fn block(&mut self, block: &Block, before_closing: bool, frame: &Frame, levels: &mut Levels) {
        match block {
            Block::Head(content) => {
                self.part_tables();
                head::head(self.xml, content, &mut self.measuring, frame);
                self.table_ends(UNDER_HEAD);
            }
            Block::NumberDate(content) => {
                self.part_tables();
                head::number_date(self.xml, content, frame);
                self.table_ends(UNDER_HEAD);
            }
            Block::Title(lines) => {
                for line in lines {
                    let (style, text, look) = match line {
                        TitleLine::Kind(text) => (Style::Title, text, Look::default()),
                        TitleLine::Subject(text) => (Style::Subtitle, text, Look::default()),
                        TitleLine::Note(text) => (Style::Note, text, Look::default()),
                        TitleLine::Addressed(text) => (Style::Head, text, Look::sized(TEXT)),
                    };
                    self.paragraph(style).say(self.xml, text, look);
                }
                self.gap = UNDER_TITLE;
            }
            Block::Paragraph(content) => {
                let style = if content.heading { levels.style(&content.marker) } else { Style::Text };
                let keep_next = before_closing;
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
fn properties(xml: &mut Xml, landscape: bool, frame: &Frame, number: usize) {
    xml.element("w:sectPr", &[], |xml| {
        let foot = package::footer_id(number);
        xml.empty("w:footerReference", &[("w:type", &"default"), ("r:id", &foot)]);
        xml.value("w:type", "nextPage");
        let (width, height) = (twips(frame.page_width), twips(frame.page_height));
        let mut size: Vec<(&str, &dyn Display)> = vec![("w:w", &width), ("w:h", &height)];
        if landscape {
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
                ("w:header", &foot),
                ("w:footer", &foot),
                ("w:gutter", &0),
            ],
        );
        xml.empty("w:pgNumType", &[("w:start", &1)]);
    });
}

/// The foot of a section: what a loose sheet belongs to, and which of how many it
/// is. `pages` is how many there are in this section if it is not the only one.
pub fn footer(xml: &mut Xml, section: &Section, pages: Option<usize>, frame: &Frame) {
    let right_tab = Some(frame.width());
    Paragraph { right_tab, ..Paragraph::of(Style::Foot) }.write(xml, |xml| {
        cell_run(xml, &composed(&section.footer), Look { italic: true, ..Look::default() });
        xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
        cell_run(xml, "Trang ", Look::default());
        field(xml, "PAGE", "1");
        cell_run(xml, "/", Look::default());
        match pages {
            Some(pages) => field(xml, "SECTIONPAGES", &pages.to_string()),
            None => field(xml, "NUMPAGES", "1"),
        }
    });
}
