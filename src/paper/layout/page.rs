//! Pages as lists of things to draw: points (1/72 inch), origin top left.
//!
//! Knows nothing of PDF, so another writer or a preview can draw the same lists.

use std::ops::Range;

use crate::domain::attendance::page::PrintedSheet;
use crate::domain::id::DelegateId;
use crate::domain::picture::Picture;
use crate::paper::content::Info;
use crate::paper::finding::Finding;
use crate::paper::font::Face;
use crate::paper::measures::MM;

/// A4 in points, upright.
pub const A4: (f32, f32) = (210.0 * MM, 297.0 * MM);

/// A paper ready to be written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// What the file says of itself.
    pub info: Info,
    /// The pages.
    pub pages: Vec<Page>,
    /// Drawings that many pages use, stored once.
    pub shared: Vec<Vec<Item>>,
    /// Its parts and what stands in them, in their order.
    pub outline: Vec<Mark>,
    /// What the user should know before printing.
    pub findings: Vec<Finding>,
}

/// A place in a paper that the outline of its file leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// 0 for a part, more for what stands within the last mark of a lower level.
    pub level: u8,
    /// What it is called: "Cụm 1 – Nhà văn hóa xã Tam Đại", "Xã Tam Đại".
    pub name: String,
    /// On which page it begins, from 0.
    pub page: usize,
    /// How far from the top of the page, in points.
    pub top: f32,
}

impl Mark {
    /// The mark of a part, which begins at the top of a page.
    pub fn part(name: impl Into<String>, page: usize) -> Self {
        Self { level: 0, name: name.into(), page, top: 0.0 }
    }
}

impl Layout {
    /// The marks of its parts.
    pub fn parts(&self) -> impl Iterator<Item = &Mark> + Clone {
        self.outline.iter().filter(|mark| mark.level == 0)
    }
}

/// One page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Shared drawings beneath, by their place in [`Layout::shared`].
    pub shared: Vec<usize>,
    /// What is drawn on it, in order.
    pub items: Vec<Item>,
    /// The items are drawn once more, turned by half about the middle of the page:
    /// the other face of a folded sheet.
    pub twice: bool,
    /// Delegates whose rows or certificate stand on it, in order: what a print
    /// run remembers of the page.
    pub delegates: Vec<DelegateId>,
    /// Where the rows, columns and lines of a page that people sign stand: it bears marks and its code.
    pub sheet: Option<PrintedSheet>,
    /// Which page of its part it is, from 1; 0 where parts have no pages to count.
    pub place: usize,
    /// Which of the items say how many pages its part has.
    pub count: Range<usize>,
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A line of text of one face.
    Text(Text),
    /// A straight line.
    Rule(Rule),
    /// A closed shape.
    Shape(Shape),
    /// A picture.
    Picture(Placed),
    /// Squares of a grid.
    Grid(Grid),
}

/// A line of text of one face and size.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Size in points.
    pub size: f32,
    /// Face.
    pub face: Face,
    /// Colour.
    pub colour: Colour,
    /// The characters: composed, each with a glyph.
    pub text: String,
    /// Space added after each character in thousandths of the size; empty for none.
    pub after: Vec<i16>,
}

impl Text {
    /// Width in points, as a viewer paints it.
    pub fn width(&self) -> f32 {
        let kerns: i32 = self.after.iter().map(|&kern| i32::from(kern)).sum();
        (self.face.width(&self.text) + kerns) as f32 * self.size / 1000.0
    }
}

/// Black boxes of whole squares of a grid, drawn as one shape: where two shapes
/// touch, viewers leave a pale seam. In the file their corners are small numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The top left corner of the grid.
    pub at: (f32, f32),
    /// The side of a square.
    pub side: f32,
    /// Left, top, right and bottom edge of each box, in squares.
    pub boxes: Vec<[u8; 4]>,
}

/// A picture in a box.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The picture; it fills the box.
    pub picture: Picture,
    /// The top left corner.
    pub at: (f32, f32),
    /// How wide and tall it is.
    pub size: (f32, f32),
    /// As ink: white is as if there were nothing.
    pub inked: bool,
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Start.
    pub from: (f32, f32),
    /// End.
    pub to: (f32, f32),
    /// Thickness in points.
    pub thickness: f32,
    /// Colour.
    pub colour: Colour,
}

/// A closed shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Where its outline starts.
    pub start: (f32, f32),
    /// The outline from there; it closes by itself.
    pub outline: Vec<Segment>,
    /// Colour inside.
    pub fill: Option<Colour>,
    /// Colour and thickness of the outline.
    pub stroke: Option<(Colour, f32)>,
}

/// A part of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Straight to a point.
    Line((f32, f32)),
    /// A cubic curve: two handles and the end.
    Curve((f32, f32), (f32, f32), (f32, f32)),
}

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Black, in which all text is set.
    pub const BLACK: Self = Self(0, 0, 0);
    /// Grey for the foot of a page.
    pub const GREY: Self = Self(0x59, 0x59, 0x59);
    /// The red of certificate titles and borders.
    pub const RED: Self = Self(0xA3, 0x20, 0x1D);
    /// The gold of certificate ornaments.
    pub const GOLD: Self = Self(0xB8, 0x8A, 0x2B);
}

/// Moves a point.
fn moved((x, y): (f32, f32), (dx, dy): (f32, f32)) -> (f32, f32) {
    (x + dx, y + dy)
}

impl Item {
    /// The same item elsewhere.
    #[must_use]
    pub fn moved(mut self, by: (f32, f32)) -> Self {
        match &mut self {
            Self::Text(text) => (text.x, text.y) = moved((text.x, text.y), by),
            Self::Rule(rule) => {
                rule.from = moved(rule.from, by);
                rule.to = moved(rule.to, by);
            }
            Self::Picture(placed) => placed.at = moved(placed.at, by),
            Self::Grid(grid) => grid.at = moved(grid.at, by),
            Self::Shape(shape) => {
                shape.start = moved(shape.start, by);
                for segment in &mut shape.outline {
                    *segment = match *segment {
                        Segment::Line(to) => Segment::Line(moved(to, by)),
                        Segment::Curve(a, b, to) => Segment::Curve(moved(a, by), moved(b, by), moved(to, by)),
                    };
                }
            }
        }
        self
    }

    /// The lowest point that matters for staying on the page.
    pub fn bottom(&self) -> f32 {
        match self {
            Self::Text(text) => text.y + text.size * text.face.metrics().descent as f32 / 1000.0,
            Self::Rule(rule) => rule.from.1.max(rule.to.1),
            Self::Picture(placed) => placed.at.1 + placed.size.1,
            Self::Grid(grid) => {
                let lowest = grid.boxes.iter().map(|[_, _, _, bottom]| *bottom).max().unwrap_or(0);
                grid.at.1 + f32::from(lowest) * grid.side
            }
            Self::Shape(shape) => shape
                .outline
                .iter()
                .map(|segment| match segment {
                    Segment::Line(to) | Segment::Curve(_, _, to) => to.1,
                })
                .fold(shape.start.1, f32::max),
        }
    }
}
