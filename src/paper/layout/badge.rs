//! Badges on A4 sheets, with marks to cut along.

use super::artwork::placed;
use super::fit::{Sizes, centred};
use super::flow::Block;
use super::page::{A4, Colour, Item, Layout, Mark, Page, Rule};
use super::qr::qr;
use super::run::Style;
use super::typesetter::Typesetter;
use crate::paper::content::PerSheet;
use crate::paper::content::{Badge, BadgeSheets, Span};
use crate::paper::finding::Finding;
use crate::paper::measures::MM;

/// Sizes of a name.
const NAME: Sizes = Sizes { usual: 22.0, one_line: 15.0 };

/// From where to where a logo stands in the left corner, in millimetres.
const LOGO: (f32, f32) = (8.5, 19.5);

/// How badges lie on a sheet, in millimetres.
struct Grid {
    columns: usize,
    rows: usize,
    width: f32,
    height: f32,
}

impl Grid {
    fn of(per_sheet: PerSheet) -> Self {
        match per_sheet {
            PerSheet::Eight => Self { columns: 2, rows: 4, width: 95.0, height: 67.0 },
            PerSheet::Ten => Self { columns: 2, rows: 5, width: 90.0, height: 54.0 },
        }
    }

    /// The top left corner of the first badge, in points: the grid is in the middle of the page.
    fn corner(&self) -> (f32, f32) {
        let (width, height) = (self.columns as f32 * self.width, self.rows as f32 * self.height);
        ((A4.0 - width * MM) / 2.0, (A4.1 - height * MM) / 2.0)
    }
}

/// Sets all badges, each group on sheets of its own.
pub fn set(setter: &mut Typesetter, layout: &mut Layout, sheets: &BadgeSheets) {
    let grid = Grid::of(sheets.per_sheet);
    layout.shared.push(cut_marks(&grid));
    for (name, badges) in &sheets.groups {
        if !name.is_empty() {
            layout.outline.push(Mark::part(name, layout.pages.len()));
        }
        for sheet in badges.chunks(grid.columns * grid.rows) {
            let mut page = Page { width: A4.0, height: A4.1, shared: vec![0], ..Page::default() };
            for (place, badge) in sheet.iter().enumerate() {
                let (left, top) = grid.corner();
                let column = (place % grid.columns) as f32;
                let row = (place / grid.columns) as f32;
                let corner = (left + column * grid.width * MM, top + row * grid.height * MM);
                let items = draw(setter, badge, grid.width, grid.height);
                page.items.extend(items.into_iter().map(|item| item.moved(corner)));
                page.delegates.push(badge.subject.delegate);
            }
            layout.pages.push(page);
        }
    }
    setter.about(None);
}

/// Short lines outside the badges, and crosses where four of them meet.
fn cut_marks(grid: &Grid) -> Vec<Item> {
    let (left, top) = grid.corner();
    let mark = |from: (f32, f32), to: (f32, f32)| {
        Item::Rule(Rule { from, to, thickness: 0.4, colour: Colour::GREY })
    };
    let (right, bottom) = (A4.0 - left, A4.1 - top);
    let (near, far) = (1.0 * MM, 5.0 * MM);
    let mut items = Vec::new();
    let columns: Vec<f32> = (0..=grid.columns).map(|column| left + column as f32 * grid.width * MM).collect();
    let rows: Vec<f32> = (0..=grid.rows).map(|row| top + row as f32 * grid.height * MM).collect();
    for &x in &columns {
        items.push(mark((x, top - far), (x, top - near)));
        items.push(mark((x, bottom + near), (x, bottom + far)));
    }
    for &y in &rows {
        items.push(mark((left - far, y), (left - near, y)));
        items.push(mark((right + near, y), (right + far, y)));
    }
    let arm = 2.0 * MM;
    for &x in &columns[1..grid.columns] {
        for &y in &rows[1..grid.rows] {
            items.push(mark((x - arm, y), (x + arm, y)));
            items.push(mark((x, y - arm), (x, y + arm)));
        }
    }
    items
}

/// One badge, measured from its own top left corner. Heights in millimetres are of
/// the higher badge; the lower one brings everything nearer together.
fn draw(setter: &mut Typesetter, badge: &Badge, width: f32, height: f32) -> Vec<Item> {
    let near = height / 67.0;
    let side = 5.0 * MM;
    let across = width * MM - 2.0 * side;
    let room = |from: f32, to: f32| (from * near * MM, (to - from) * near * MM);
    let mut items = Vec::new();
    if let Some(logo) = &badge.logo {
        let (top, high) = room(LOGO.0, LOGO.1);
        items.push(placed(logo, (side, top), (high * 1.6, high)));
    }
    let mut put = |setter: &mut Typesetter, span: Span, sizes: (f32, f32), (y, high): (f32, f32), red| {
        let sizes = Sizes { usual: sizes.0, one_line: sizes.1 };
        let (size, block) = centred(setter, &span, sizes, (side, y), (across, high));
        let colour = if red { Colour::RED } else { Colour::BLACK };
        items.extend(block.items.into_iter().map(|item| painted(item, colour)));
        size
    };
    setter.about(None);
    put(setter, Span::bold(badge.issuer.join(" – ")), (9.0, 7.0), room(3.5, 10.0), false);
    put(setter, Span::bold(&badge.title), (16.0, 12.0), room(11.0, 18.5), true);
    setter.about(Some(&badge.subject.name));
    let size = put(setter, Span::bold(&badge.name), (NAME.usual, NAME.one_line), room(19.0, 33.5), false);
    if size < NAME.one_line {
        setter.report(Finding::NameSmall { name: badge.name.clone() });
    }
    setter.about(None);
    put(setter, Span::italic(&badge.session), (9.0, 7.5), room(57.5, 64.5), false);

    // Position, unit and cluster on the left of the code.
    let code = 24.0 * near * MM;
    let (top, high) = room(33.5, 57.5);
    items.extend(qr(&badge.code, (width * MM - side - code + 2.0 * MM, top), code));
    setter.about(Some(&badge.subject.name));
    let part = across - code;
    let mut size: f32 = 11.0;
    let block = loop {
        let mut block = Block::default();
        let place = [badge.number.as_str(), badge.place.as_str()];
        let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
        for (span, scale) in
            [(Span::bold(&badge.position), 1.0), (Span::plain(&badge.unit), 1.0), (Span::plain(place), 0.85)]
        {
            if span.text.is_empty() {
                continue;
            }
            let size = size * scale;
            for line in setter.lines(&[span], Style { kerned: true, ..Style::body(size) }, part) {
                block.line(line, size, side);
            }
            block.space(1.5 * near);
        }
        if block.height <= high || size <= 1.0 {
            break block;
        }
        size = (size * 0.93).max(1.0);
    };
    let y = top + ((high - block.height) / 2.0).max(0.0);
    items.extend(block.items.into_iter().map(|item| item.moved((0.0, y))));
    items
}

/// The same text in a colour.
fn painted(item: Item, colour: Colour) -> Item {
    match item {
        Item::Text(text) => Item::Text(super::page::Text { colour, ..text }),
        other => other,
    }
}
