//! Labels for envelopes on A4 sheets.

use super::fit::{Sizes, centred};
use super::flow::Block;
use super::page::{A4, Colour, Item, Layout, Page, Segment, Shape};
use super::run::Style;
use super::typesetter::Typesetter;
use crate::paper::content::{Label, LabelSheets, LabelSize, Span};
use crate::paper::finding::Finding;
use crate::paper::measures::MM;

/// Size of the name while there is room.
const NAME: f32 = 14.0;
/// A name smaller than this is hard to read for who sorts the post.
const SMALL: f32 = 9.0;
/// Sizes of the sender.
const SENDER: Sizes = Sizes { usual: 8.0, one_line: 6.0 };
/// Text stays this far from the edges of a label, in millimetres: printers and sheets are seldom exact.
const SIDE: f32 = 4.0;

/// How labels lie on a sheet, in millimetres.
struct Grid {
    columns: usize,
    rows: usize,
    width: f32,
    height: f32,
    /// Room between two columns; rows touch.
    gap: f32,
}

impl Grid {
    fn of(size: LabelSize) -> Self {
        match size {
            LabelSize::Fourteen => Self { columns: 2, rows: 7, width: 99.1, height: 38.1, gap: 2.5 },
            LabelSize::TwentyFour => Self { columns: 3, rows: 8, width: 70.0, height: 37.0, gap: 0.0 },
        }
    }

    /// The top left corner of a label by its place, in points: the grid is in the middle of the page.
    fn corner(&self, place: usize) -> (f32, f32) {
        let (columns, rows) = (self.columns as f32, self.rows as f32);
        let left = (A4.0 / MM - columns * self.width - (columns - 1.0) * self.gap) / 2.0;
        let top = (A4.1 / MM - rows * self.height) / 2.0;
        let (column, row) = ((place % self.columns) as f32, (place / self.columns) as f32);
        ((left + column * (self.width + self.gap)) * MM, (top + row * self.height) * MM)
    }
}

/// Sets all labels one after the other, the first where the used part of the first sheet ends.
pub fn set(setter: &mut Typesetter, layout: &mut Layout, sheets: &LabelSheets) {
    let grid = Grid::of(sheets.size);
    let on_sheet = grid.columns * grid.rows;
    if sheets.framed {
        layout.shared.push((0..on_sheet).map(|place| frame(&grid, place)).collect());
    }
    let shared = if sheets.framed { vec![0] } else { Vec::new() };
    let used = sheets.used.min(on_sheet - 1);
    for (index, label) in sheets.labels.iter().enumerate() {
        let place = (used + index) % on_sheet;
        if index == 0 || place == 0 {
            let shared = shared.clone();
            layout.pages.push(Page { width: A4.0, height: A4.1, shared, ..Page::default() });
        }
        setter.about(label.subject.as_ref().map(|subject| subject.name.as_str()));
        let items = draw(setter, label, grid.width * MM, grid.height * MM);
        let corner = grid.corner(place);
        if let Some(page) = layout.pages.last_mut() {
            page.items.extend(items.into_iter().map(|item| item.moved(corner)));
            page.delegates.extend(label.subject.as_ref().map(|subject| subject.delegate));
        }
    }
    setter.about(None);
}

/// A thin line around a label.
fn frame(grid: &Grid, place: usize) -> Item {
    let (left, top) = grid.corner(place);
    let (right, bottom) = (left + grid.width * MM, top + grid.height * MM);
    let corners = [(right, top), (right, bottom), (left, bottom)];
    Item::Shape(Shape {
        start: (left, top),
        outline: corners.map(Segment::Line).to_vec(),
        fill: None,
        stroke: Some((Colour::GREY, 0.3)),
    })
}

/// One label, measured from its own top left corner: who sends it, small at the top; under it whom it is for, as large
/// as there is room.
fn draw(setter: &mut Typesetter, label: &Label, width: f32, height: f32) -> Vec<Item> {
    let side = SIDE * MM;
    let across = width - 2.0 * side;
    let top = side + 4.5 * MM;
    let sender = Span::plain(&label.sender);
    let (_, block) = centred(setter, &sender, SENDER, (side, side), (across, 4.0 * MM));
    let mut items = block.items;
    let room = height - side - top;
    let mut size = NAME;
    let block = loop {
        let block = addressee(setter, label, size, across, width / 2.0);
        if block.height <= room || size <= 1.0 {
            break block;
        }
        size = (size * 0.95).max(1.0);
    };
    if size < SMALL {
        setter.report(Finding::LabelSmall { name: label.name.clone() });
    }
    let y = top + ((room - block.height) / 2.0).max(0.0);
    items.extend(block.items.into_iter().map(|item| item.moved((0.0, y))));
    items
}

/// "Kính gửi:", the name, and what stands under it.
fn addressee(setter: &mut Typesetter, label: &Label, size: f32, width: f32, axis: f32) -> Block {
    let mut block = Block::default();
    let small = size * 0.82;
    let spans = [(Span::italic("Kính gửi:"), small), (Span::bold(&label.name), size)];
    let under = label.under.iter().filter(|line| !line.is_empty()).map(|line| (Span::plain(line), small));
    for (span, size) in spans.into_iter().chain(under) {
        let lines = setter.lines(&[span], Style::title(size), width);
        block.centred(lines, size, axis);
    }
    block
}
