//! Pages being filled from top to bottom.

use super::codes;
use super::line::Line;
use super::page::{A4, Colour, Item, Layout, Mark, Page};
use super::run::Style;
use super::sheet;
use super::typesetter::Typesetter;
use crate::paper::content::{Span, TitleLine};
use crate::paper::font::Face;
use crate::paper::measures::{FOOT, FOOT_HEIGHT, MM, PAGE_NUMBER};

/// Line height as a multiple of the size: room for the stacked marks of "Ẩ" and "Ễ".
pub const LEADING: f32 = 1.2;

/// The part of a page that text fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Page width.
    pub page_width: f32,
    /// Page height.
    pub page_height: f32,
    /// Left edge.
    pub left: f32,
    /// Right edge.
    pub right: f32,
    /// Top edge.
    pub top: f32,
    /// Bottom edge.
    pub bottom: f32,
}

impl Frame {
    /// Margins after Nghị định 30/2020/NĐ-CP, Phụ lục I: left 30–35 mm, right
    /// 15–20, top and bottom 20–25. Upright pages take 15 on the right, where
    /// tables need the width; landscape pages 20, nearer to their left margin.
    pub fn a4(landscape: bool) -> Self {
        let (page_width, page_height, right) =
            if landscape { (A4.1, A4.0, 20.0) } else { (A4.0, A4.1, 15.0) };
        Self {
            page_width,
            page_height,
            left: 30.0 * MM,
            right: page_width - right * MM,
            top: 20.0 * MM,
            bottom: page_height - 20.0 * MM,
        }
    }

    /// Width of the text.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Height of the text.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }
}

/// Things that are placed together, measured from their own top left.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Block {
    /// What is drawn.
    pub items: Vec<Item>,
    /// How much room it takes.
    pub height: f32,
}

impl Block {
    /// Adds room.
    pub fn space(&mut self, height: f32) {
        self.height += height;
    }

    /// Adds lines centred on `axis`; the room they take.
    pub fn centred(&mut self, lines: Vec<Line>, size: f32, axis: f32) {
        for line in lines {
            let x = axis - line.width(size) / 2.0;
            self.line(line, size, x);
        }
    }

    /// Adds a line at the left end `x`.
    pub fn line(&mut self, line: Line, size: f32, x: f32) {
        let y = self.height + baseline(size);
        line.draw(x, y, size, Colour::BLACK, &mut self.items);
        self.height += size * LEADING;
    }

    /// Puts another block beside what is there, at the same top.
    pub fn beside(&mut self, other: Block) {
        self.items.extend(other.items);
        self.height = self.height.max(other.height);
    }

    /// Puts another block under what is there.
    pub fn under(&mut self, other: Block) {
        let height = self.height;
        self.items.extend(other.items.into_iter().map(|item| item.moved((0.0, height))));
        self.height += other.height;
    }
}

/// Where the baseline stands under the top of a line.
pub fn baseline(size: f32) -> f32 {
    let metrics = Face::Regular.metrics();
    let (ascent, descent) = (metrics.ascent as f32 / 1000.0, metrics.descent as f32 / 1000.0);
    size * ((LEADING - ascent - descent) / 2.0 + ascent)
}

/// The pages of one section being filled.
pub struct Flow<'a> {
    /// Measures.
    pub setter: &'a mut Typesetter,
    /// The paper so far.
    pub layout: &'a mut Layout,
    /// Where text goes.
    pub frame: Frame,
    /// How far down the page is filled.
    pub y: f32,
    first_page: usize,
    /// The level of the marks of groups: they stand in the section, or in a continuation of it.
    level: u8,
    /// Whether people sign on its pages.
    signed: bool,
}

impl<'a> Flow<'a> {
    /// Starts a section on a new page.
    pub fn new(setter: &'a mut Typesetter, layout: &'a mut Layout, frame: Frame, signed: bool) -> Self {
        let first_page = layout.pages.len();
        let mut flow = Self { setter, layout, frame, y: frame.top, first_page, level: 1, signed };
        flow.new_page();
        flow
    }

    /// Starts a page.
    pub fn new_page(&mut self) {
        self.layout.pages.push(Page {
            width: self.frame.page_width,
            height: self.frame.page_height,
            sheet: self.signed.then(|| sheet::blank(self.frame.page_width, self.frame.page_height)),
            ..Page::default()
        });
        self.y = self.frame.top;
    }

    /// The page being filled.
    pub fn page(&mut self) -> &mut Page {
        if self.layout.pages.is_empty() {
            self.new_page();
        }
        let last = self.layout.pages.len() - 1;
        &mut self.layout.pages[last]
    }

    /// Room left on the page.
    pub fn room(&self) -> f32 {
        self.frame.bottom - self.y
    }

    /// Whether nothing stands on the page yet.
    pub fn at_top(&self) -> bool {
        self.y <= self.frame.top
    }

    /// The outline of the file leads to the group that begins here.
    pub fn mark(&mut self, name: &str) {
        let mark = Mark {
            level: self.level,
            name: name.to_owned(),
            page: self.layout.pages.len().saturating_sub(1),
            top: self.y,
        };
        self.layout.outline.push(mark);
    }

    /// The outline of the file leads to what goes on here under a title of its own: by what tells it from the part before.
    pub fn mark_continuation(&mut self, title: &[TitleLine]) {
        let Some(TitleLine::Kind(name) | TitleLine::Subject(name) | TitleLine::Note(name)) = title.last()
        else {
            return;
        };
        self.level = 1;
        self.mark(name);
        self.level = 2;
    }

    /// Draws on the page, measured from the left margin and the top of the page.
    pub fn draw(&mut self, items: impl IntoIterator<Item = Item>) {
        let left = self.frame.left;
        self.page().items.extend(items.into_iter().map(|item| item.moved((left, 0.0))));
    }

    /// Places a block; on a new page when it does not fit, over several when no
    /// page could hold it.
    pub fn place(&mut self, block: Block) {
        if block.height > self.room() && !self.at_top() {
            self.new_page();
        }
        if block.height <= self.room() {
            let y = self.y;
            self.draw(block.items.into_iter().map(|item| item.moved((0.0, y))));
            self.y += block.height;
            return;
        }
        // Taller than a page: line by line.
        let mut shift = self.y;
        let mut end = self.y;
        for item in block.items {
            let over = item.bottom() + shift > self.frame.bottom;
            if over && !self.at_top() {
                self.new_page();
                shift = self.frame.top - (item.bottom() - item_height(&item));
            }
            let item = item.moved((0.0, shift));
            end = item.bottom();
            self.y = self.y.max(end);
            self.draw([item]);
        }
        self.y = end.max(self.frame.top);
    }

    /// Ends the section: numbers its pages.
    ///
    /// A letter numbers them as Nghị định 30/2020/NĐ-CP, Phụ lục I has it. A list
    /// is filled in sheet by sheet and its sheets travel apart, so each of them,
    /// the first too, says in the bottom margin what it belongs to and which of how
    /// many it is.
    pub fn finish(self, footer: &str, help: &str) {
        for (index, page) in self.layout.pages[self.first_page..].iter_mut().enumerate() {
            page.place = index + 1;
        }
        if footer.is_empty() { self.number_on_top() } else { self.number_at_foot(footer, help) }
    }

    /// In the middle of the top margin, from the second page on.
    fn number_on_top(self) {
        let size = PAGE_NUMBER;
        let y = FOOT_HEIGHT + baseline(size);
        let middle = (self.frame.left + self.frame.right) / 2.0;
        for (index, page) in self.layout.pages[self.first_page..].iter_mut().enumerate().skip(1) {
            let number = [Span::plain((index + 1).to_string())];
            for line in self.setter.lines(&number, Style::body(size), self.frame.width()) {
                let x = middle - line.width(size) / 2.0;
                line.draw(x, y, size, Colour::BLACK, &mut page.items);
            }
        }
    }

    fn number_at_foot(self, footer: &str, help: &str) {
        let size = FOOT;
        let code = if self.signed { codes::room(self.setter) } else { 0.0 };
        let count = self.layout.pages.len() - self.first_page;
        let y = self.frame.page_height - FOOT_HEIGHT;
        for (index, page) in self.layout.pages[self.first_page..].iter_mut().enumerate() {
            let number = format!("Trang {}/{count}", index + 1);
            let width = self.setter.width(Face::Regular, &number, size);
            let draw =
                |line: Line, x: f32, page: &mut Page| line.draw(x, y, size, Colour::GREY, &mut page.items);
            let style = Style::body(size);
            let before = page.items.len();
            for line in self.setter.lines(&[Span::plain(number)], style, width + 1.0) {
                draw(line, self.frame.right - width, page);
            }
            page.count = before..page.items.len();
            // What does not fit beside the number is not missed: the title says it in full.
            let room = self.frame.width() - width - code - 6.0 * MM;
            let foot = self.setter.lines(&[Span::italic(footer)], style, room);
            draw(foot.into_iter().next().unwrap_or_default(), self.frame.left, page);
            let help = self.setter.lines(&[Span::plain(help)], style, self.frame.width());
            for line in help.into_iter().take(1) {
                let over = y - size * LEADING;
                line.draw(self.frame.left, over, size, Colour::BLACK, &mut page.items);
            }
        }
    }
}

/// Height of an item above its bottom, when it begins a page.
fn item_height(item: &Item) -> f32 {
    match item {
        Item::Text(text) => text.size * LEADING,
        Item::Rule(_) | Item::Shape(_) | Item::Picture(_) | Item::Grid(_) => 0.0,
    }
}
