//! Draw items as PDF operations.
//!
//! Positions are rounded to hundredths of a point and text is moved by what it
//! differs from the text before: rows of a table then read alike and compress to
//! little.

use printpdf::{
    Color, CurTransMat, ExtendedGraphicsStateId, FontId, Line, LinePoint, Op, PaintMode, PdfFontHandle,
    Point, Polygon, PolygonRing, Pt, Rgb, TextItem, WindingOrder, XObjectId, XObjectTransform,
};

use crate::domain::picture::Picture;
use crate::paper::font::Face;
use crate::paper::layout::{Colour, Grid, Item, Placed, Rule, Segment, Shape, Text};

/// The name of a face in the file.
pub fn font_id(face: Face) -> FontId {
    FontId(
        match face {
            Face::Regular => "R",
            Face::Bold => "B",
            Face::Italic => "I",
            Face::BoldItalic => "Z",
            Face::Display => "D",
            Face::DisplayItalic => "E",
        }
        .to_owned(),
    )
}

/// The name of a shared drawing in the file.
pub fn shared_id(index: usize) -> String {
    format!("S{index}")
}

/// The name, in the file, of how ink is drawn.
pub const INK: &str = "Ink";

/// The name of a picture in the file.
pub fn picture_id(index: usize) -> String {
    format!("P{index}")
}

/// What a page draws: first the shared drawings, then its own items; these once more
/// turned about the middle of the page where its width is given as `turned`.
pub fn page(
    shared: &[usize],
    items: &[Item],
    pictures: &[Picture],
    height: f32,
    turned: Option<f32>,
) -> Vec<Op> {
    let mut pen = Pen::new(height, pictures);
    for &index in shared {
        // printpdf saves and restores the graphics state around it.
        pen.ops.push(Op::UseXobject {
            id: XObjectId(shared_id(index)),
            transform: XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() },
        });
    }
    pen.items(items);
    let mut ops = pen.ops;
    if let Some(width) = turned {
        let mut again = Pen::new(height, pictures);
        again.items(items);
        ops.push(Op::SaveGraphicsState);
        let (x, y) = (points(hundredths(width)).0, points(hundredths(height)).0);
        ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw([-1.0, 0.0, 0.0, -1.0, x, y]) });
        ops.extend(again.ops);
        ops.push(Op::RestoreGraphicsState);
    }
    ops
}

/// Hundredths of a point.
fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

/// Points from hundredths.
fn points(hundredths: i32) -> Pt {
    Pt(hundredths as f32 / 100.0)
}

/// What the page remembers between items.
struct Pen<'a> {
    ops: Vec<Op>,
    /// The pictures of the file, in the order of their names.
    pictures: &'a [Picture],
    height: f32,
    font: Option<(Face, i32)>,
    fill: Colour,
    stroke: Colour,
    thickness: i32,
    /// Start of the text last shown, while a text section is open.
    cursor: Option<(i32, i32)>,
}

impl<'a> Pen<'a> {
    fn new(height: f32, pictures: &'a [Picture]) -> Self {
        Self {
            ops: Vec::new(),
            pictures,
            height,
            font: None,
            // A page begins with black and lines of one point.
            fill: Colour::BLACK,
            stroke: Colour::BLACK,
            thickness: 100,
            cursor: None,
        }
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Text(text) => self.text(text),
                Item::Rule(rule) => self.rule(*rule),
                Item::Shape(shape) => self.shape(shape),
                Item::Picture(placed) => self.picture(placed),
                Item::Grid(grid) => self.grid(grid),
            }
        }
        self.end_text();
    }

    /// From the top left origin to that of PDF, in hundredths.
    fn place(&self, (x, y): (f32, f32)) -> (i32, i32) {
        (hundredths(x), hundredths(self.height - y))
    }

    fn point(&self, at: (f32, f32), bezier: bool) -> LinePoint {
        let (x, y) = self.place(at);
        LinePoint { p: Point { x: points(x), y: points(y) }, bezier }
    }

    fn end_text(&mut self) {
        if self.cursor.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn text(&mut self, text: &Text) {
        if text.text.is_empty() {
            return;
        }
        let at = self.place((text.x, text.y));
        let from = match self.cursor {
            Some(from) => from,
            None => {
                self.ops.push(Op::StartTextSection);
                (0, 0)
            }
        };
        self.cursor = Some(at);
        self.fill(text.colour);
        let font = (text.face, hundredths(text.size));
        if self.font != Some(font) {
            self.font = Some(font);
            let handle = PdfFontHandle::External(font_id(text.face));
            self.ops.push(Op::SetFont { font: handle, size: points(font.1) });
        }
        let pos = Point { x: points(at.0 - from.0), y: points(at.1 - from.1) };
        self.ops.push(Op::SetTextCursor { pos });
        self.ops.push(Op::ShowText { items: shown(text) });
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != colour {
            self.fill = colour;
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn stroke(&mut self, colour: Colour, thickness: f32) {
        if self.stroke != colour {
            self.stroke = colour;
            self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
        }
        let thickness = hundredths(thickness);
        if self.thickness != thickness {
            self.thickness = thickness;
            self.ops.push(Op::SetOutlineThickness { pt: points(thickness) });
        }
    }

    fn rule(&mut self, rule: Rule) {
        self.end_text();
        self.stroke(rule.colour, rule.thickness);
        let points = vec![self.point(rule.from, false), self.point(rule.to, false)];
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn picture(&mut self, placed: &Placed) {
        self.end_text();
        let Some(index) = self.pictures.iter().position(|one| *one == placed.picture) else { return };
        let ((left, top), (width, height)) = (placed.at, placed.size);
        let (x, y) = self.place((left, top + height));
        let [width, height, x, y] = [hundredths(width), hundredths(height), x, y].map(|one| points(one).0);
        self.ops.push(Op::SaveGraphicsState);
        // A picture is one point wide and tall until it is told otherwise.
        self.ops
            .push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw([width, 0.0, 0.0, height, x, y]) });
        if placed.inked {
            self.ops.push(Op::LoadGraphicsState { gs: ExtendedGraphicsStateId(INK.to_owned()) });
        }
        self.ops.push(Op::UseXobject {
            id: XObjectId(picture_id(index)),
            transform: XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() },
        });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn grid(&mut self, grid: &Grid) {
        self.end_text();
        self.fill(Colour::BLACK);
        let (x, y) = self.place(grid.at);
        let (x, y) = (points(x).0, points(y).0);
        self.ops.push(Op::SaveGraphicsState);
        // Squares count down the page, as its rows do.
        self.ops.push(Op::SetTransformationMatrix {
            matrix: CurTransMat::Raw([grid.side, 0.0, 0.0, -grid.side, x, y]),
        });
        // One path of rectangles: printpdf would paint each by itself. It goes through as the name of one
        // operator, for of a page of codes hundreds would be built, and taken apart again.
        let path: String = (grid.boxes.iter())
            .map(|&[left, top, right, bottom]| format!("{left} {top} {} {} re\n", right - left, bottom - top))
            .collect();
        self.ops.push(Op::Unknown { key: path + "f", value: Vec::new() });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn shape(&mut self, shape: &Shape) {
        self.end_text();
        let mode = match (shape.fill, shape.stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (Some(_), None) => PaintMode::Fill,
            (None, Some(_)) => PaintMode::Stroke,
            (None, None) => return,
        };
        if let Some(colour) = shape.fill {
            self.fill(colour);
        }
        if let Some((colour, thickness)) = shape.stroke {
            self.stroke(colour, thickness);
        }
        let mut points = vec![self.point(shape.start, false)];
        for segment in &shape.outline {
            match *segment {
                Segment::Line(to) => points.push(self.point(to, false)),
                Segment::Curve(a, b, to) => {
                    points.extend([self.point(a, true), self.point(b, true), self.point(to, false)]);
                }
            }
        }
        let polygon =
            Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }
}

/// The characters with the kerning between them.
fn shown(text: &Text) -> Vec<TextItem> {
    if text.after.iter().all(|&after| after == 0) {
        return vec![TextItem::Text(text.text.clone())];
    }
    let mut items = Vec::new();
    let mut piece = String::new();
    let mut characters = text.text.chars().enumerate().peekable();
    while let Some((index, character)) = characters.next() {
        piece.push(character);
        let after = text.after.get(index).copied().unwrap_or(0);
        if after != 0 && characters.peek().is_some() {
            items.push(TextItem::Text(std::mem::take(&mut piece)));
            // PDF counts to the left.
            items.push(TextItem::Offset(-f32::from(after)));
        }
    }
    items.push(TextItem::Text(piece));
    items
}

fn rgb(Colour(red, green, blue): Colour) -> Color {
    if red == green && green == blue {
        let percent = (f32::from(red) / 2.55).round() / 100.0;
        return Color::Greyscale(printpdf::Greyscale { percent, icc_profile: None });
    }
    // Three places are finer than a byte and shorter than its full fraction.
    let part = |byte: u8| (f32::from(byte) / 0.255).round() / 1000.0;
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}
