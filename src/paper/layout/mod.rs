//! Content set on pages: a pure function of the content and the typeface.

mod artwork;
mod badge;
mod blank_lines;
mod breaks;
mod certificate;
mod closing;
mod codes;
mod columns;
mod designed;
mod fit;
mod flow;
mod guide;
mod head;
mod label;
mod line;
mod measuring;
mod ornament;
mod page;
mod paginate;
mod qr;
mod rulers;
mod run;
mod said;
mod sheet;
mod table;
mod table_sign;
mod text;
mod tick_box;
mod typesetter;
mod unit_sign;

pub use super::measures::MM;
pub use page::{A4, Colour, Grid, Item, Layout, Mark, Page, Placed, Rule, Segment, Shape, Text};

pub(super) use closing::number_size;
pub(super) use flow::{Frame, LEADING};
pub(super) use head::{TITLE_WIDTH, TitleStyle};
pub(super) use measuring::{Measured, Measuring};
pub(super) use table::head_size;
pub(super) use text::announces;

use std::iter::Peekable;

use flow::Flow;
use typesetter::Typesetter;

use super::content::{Block, Body, CertificateBatch, Document, Paragraph, Section, Table, Width};
use super::measures::{OVER_NUMBER, UNDER_HEAD, UNDER_TITLE};

/// Sets a paper. The same content always gives the same pages.
pub fn lay_out(document: &Document) -> Layout {
    let mut setter = Typesetter::default();
    let mut layout = Layout { info: document.info.clone(), ..Layout::default() };
    match &document.body {
        Body::Flow(sections) => {
            let mut widths = Widths::new(sections);
            for section in sections {
                set_section(&mut setter, &mut layout, section, &mut widths);
            }
        }
        Body::Certificates(batches) => {
            for batch in batches {
                match batch {
                    CertificateBatch::Former(all) => certificate::set(&mut setter, &mut layout, all),
                    CertificateBatch::Designed(all) => designed::set(&mut setter, &mut layout, all),
                }
            }
        }
        Body::Badges(sheets) => badge::set(&mut setter, &mut layout, sheets),
        Body::TableSigns(signs) => table_sign::set(&mut setter, &mut layout, signs),
        Body::UnitSigns(signs) => unit_sign::set(&mut setter, &mut layout, signs),
        Body::Labels(sheets) => label::set(&mut setter, &mut layout, sheets),
        Body::Guide(chapters) => guide::set(&mut setter, &mut layout, chapters),
    }
    layout.findings = setter.findings();
    layout
}

/// Sets one section on pages of its own. Lines to write on give way where the end of the section would
/// stand almost alone on a page.
fn set_section(setter: &mut Typesetter, layout: &mut Layout, section: &Section, widths: &mut Widths) {
    let first_page = layout.pages.len();
    layout.outline.push(Mark::part(&section.name, first_page));
    let whole: Vec<&Block> = section.blocks.iter().collect();
    let filled = set_blocks(setter, layout, (section, &whole), widths);
    let pages = layout.pages.len();
    if pages > first_page + 1 && filled < ALMOST_ALONE {
        let with_fewer = blank_lines::with_fewer(&whole).find(|fewer| {
            layout.pages.truncate(first_page);
            set_blocks(setter, layout, (section, fewer), widths);
            layout.pages.len() < pages
        });
        if with_fewer.is_none() {
            layout.pages.truncate(first_page);
            set_blocks(setter, layout, (section, &whole), widths);
        }
    }
    if let (Some(subject), Some(page)) = (&section.subject, layout.pages.get_mut(first_page)) {
        page.delegates.push(subject.delegate);
    }
}

/// A last page of which less than this part is filled holds little more than the signatures.
const ALMOST_ALONE: f32 = 0.4;

/// Sets blocks of a section on pages; how much of the last one they fill.
fn set_blocks(
    setter: &mut Typesetter,
    layout: &mut Layout,
    (section, blocks): (&Section, &[&Block]),
    widths: &mut Widths,
) -> f32 {
    let frame = Frame::a4(section.landscape);
    setter.about(section.subject.as_ref().map(|subject| subject.name.as_str()));
    let mut flow = Flow::new(setter, layout, frame, section.is_signed());
    let width = frame.width();
    let style = title_style(section);
    let mut blocks = blocks.iter().copied().peekable();
    while let Some(block) = blocks.next() {
        match block {
            Block::Head(content) => {
                let mut head = head::head(flow.setter, content, width);
                let numbered = matches!(blocks.peek(), Some(Block::NumberDate(_)));
                head.space(if numbered { OVER_NUMBER } else { UNDER_HEAD });
                flow.place(head);
            }
            Block::Title(lines) => {
                let mut title = head::title(flow.setter, lines, style, width);
                title.space(UNDER_TITLE);
                flow.place(title);
            }
            Block::Paragraph(first) => {
                let text = text_after(first, &mut blocks);
                let closing = closing_after(&mut flow, &mut blocks, width);
                let before_table = matches!(blocks.peek(), Some(Block::Table(_)));
                text::place(&mut flow, &text, closing, before_table);
            }
            Block::Table(table) => {
                let closing = end_after(&mut flow, &mut blocks, width);
                let set = table::SetTable::new(flow.setter, table, widths.of(table, width));
                paginate::place(&mut flow, set, closing);
                flow.y += AFTER_TABLE;
            }
            Block::NumberDate(line) => {
                let mut line = closing::number_date(flow.setter, line, style.profile, width);
                line.space(UNDER_HEAD);
                flow.place(line);
            }
            Block::Signed(content) => {
                let block = closing::signed(flow.setter, content, width);
                flow.place(block);
            }
            Block::PageBreak => {
                flow.new_page();
                if let Some(Block::Title(lines)) = blocks.peek() {
                    flow.mark_continuation(lines);
                }
            }
            Block::Closing(content) => {
                let block = closing::closing(flow.setter, content, width);
                flow.place(block);
            }
        }
    }
    let filled = (flow.y - frame.top) / frame.height();
    flow.finish(&section.footer, &section.help);
    setter.about(None);
    filled
}

/// Room between a table and the text under it, in points.
const AFTER_TABLE: f32 = 7.0;

/// How titles of a section are set: by its head, and by whether it is a letter,
/// which has a number and a date.
pub(super) fn title_style(section: &Section) -> TitleStyle {
    let profile = section.blocks.iter().find_map(|block| match block {
        Block::Head(head) => Some(head.profile),
        _ => None,
    });
    let letter = section.blocks.iter().any(|block| matches!(block, Block::NumberDate(_)));
    TitleStyle { profile: profile.unwrap_or_default(), letter }
}

/// A paragraph with those that come after it.
fn text_after<'a>(
    first: &'a Paragraph,
    blocks: &mut Peekable<impl Iterator<Item = &'a Block>>,
) -> Vec<&'a Paragraph> {
    let mut text = vec![first];
    while let Some(Block::Paragraph(next)) = blocks.peek() {
        text.push(next);
        blocks.next();
    }
    text
}

/// Takes the closing block when it is what comes next, with the recipients that may stand under it.
fn closing_after<'a>(
    flow: &mut Flow,
    blocks: &mut Peekable<impl Iterator<Item = &'a Block>>,
    width: f32,
) -> Option<flow::Block> {
    let mut end = match blocks.peek() {
        Some(Block::Closing(content)) => closing::closing(flow.setter, content, width),
        Some(Block::Signed(content)) => closing::signed(flow.setter, content, width),
        _ => return None,
    };
    let is_closing = matches!(blocks.next(), Some(Block::Closing(_)));
    if let (true, Some(Block::Signed(content))) = (is_closing, blocks.peek()) {
        end.under(closing::signed(flow.setter, content, width));
        blocks.next();
    }
    Some(end)
}

/// Takes the end after a table: the closing block, also with the one line of text before it that would else
/// be all there is over a signature.
fn end_after<'a, I: Iterator<Item = &'a Block> + Clone>(
    flow: &mut Flow,
    blocks: &mut Peekable<I>,
    width: f32,
) -> Option<flow::Block> {
    if let Some(end) = closing_after(flow, blocks, width) {
        return Some(end);
    }
    let mut ahead = blocks.clone();
    let Some(Block::Paragraph(first)) = ahead.next() else { return None };
    let text = text_after(first, &mut ahead);
    let mut short = text::short(flow.setter, &text, width)?;
    let end = closing_after(flow, &mut ahead, width)?;
    *blocks = ahead;
    short.under(end);
    let mut whole = flow::Block::default();
    whole.space(AFTER_TABLE);
    whole.under(short);
    Some(whole)
}

/// What tables with the same widths have in common.
type Rules = (Vec<Width>, f32);

/// Column widths of the tables of a paper: tables with the same rules share them.
struct Widths<'a> {
    tables: Vec<&'a Table>,
    known: Vec<(Rules, f32, Vec<f32>)>,
}

impl<'a> Widths<'a> {
    fn new(sections: &'a [Section]) -> Self {
        let tables = sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        Self { tables: tables.collect(), known: Vec::new() }
    }

    fn of(&mut self, table: &Table, total: f32) -> &[f32] {
        let rules = |table: &Table| -> Rules {
            (table.columns.iter().map(|column| column.width).collect(), table.text_size)
        };
        let wanted = rules(table);
        let known = self.known.iter().position(|(known, width, _)| *known == wanted && *width == total);
        let place = known.unwrap_or_else(|| {
            let alike: Vec<&Table> =
                self.tables.iter().copied().filter(|table| rules(table) == wanted).collect();
            let widths = columns::widths(&alike, total);
            self.known.push((wanted, total, widths));
            self.known.len() - 1
        });
        &self.known[place].2
    }
}
