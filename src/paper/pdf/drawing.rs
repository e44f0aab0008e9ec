//! Draw items as the content of a page (ISO 32000-1, 8 and 9).
//!
//! Positions are rounded to hundredths of a point and text is moved by what it
//! differs from the text before: rows of a table then read alike and compress to
//! little.

use super::names::{INK, face_name, picture_name, shared_name};
use super::resources::Resources;
use crate::paper::font::Face;
use crate::paper::layout::{Colour, Grid, Item, Page, Placed, Rule, Segment, Shape, Text};

/// The content of a page: first the shared drawings, then its own items; these once more
/// turned about the middle of the page where it says so.
pub fn page(page: &Page, resources: &Resources) -> Vec<u8> {
    let mut pen = Pen::new(page.height, resources);
    for &index in &page.shared {
        pen.show_object(&shared_name(index));
    }
    pen.items(&page.items);
    if page.twice {
        let (x, y) = (hundredths(page.width), hundredths(page.height));
        pen.operator("q");
        pen.operands(&[-100, 0, 0, -100, x, y]);
        pen.operator("cm");
        pen.items(&page.items);
        pen.operator("Q");
    }
    pen.content
}

/// The content of a drawing on pages of a height.
pub fn drawing(items: &[Item], height: f32, resources: &Resources) -> Vec<u8> {
    let mut pen = Pen::new(height, resources);
    pen.items(items);
    pen.content
}

/// Hundredths of a point.
fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

/// What the page remembers between items.
struct Pen<'a> {
    content: Vec<u8>,
    resources: &'a Resources,
    height: f32,
    font: Option<(Face, i32)>,
    fill: Colour,
    stroke: Colour,
    thickness: i32,
    /// Start of the text last shown, while a text section is open.
    cursor: Option<(i32, i32)>,
}

impl<'a> Pen<'a> {
    fn new(height: f32, resources: &'a Resources) -> Self {
        Self {
            content: Vec::with_capacity(4096),
            resources,
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

    fn operator(&mut self, operator: &str) {
        self.content.extend(operator.bytes());
        self.content.push(b'\n');
    }

    /// Numbers in hundredths, each with a space behind it.
    fn operands(&mut self, numbers: &[i32]) {
        numbers.iter().for_each(|&number| self.number(number, 2));
    }

    /// A number with so many digits behind the point, as short as it can be, and a space.
    fn number(&mut self, number: i32, places: u32) {
        let (one, size) = (10_u32.pow(places), number.unsigned_abs());
        if number < 0 {
            self.content.push(b'-');
        }
        let (whole, mut rest, mut place) = (size / one, size % one, one);
        if whole > 0 || rest == 0 {
            push_whole(&mut self.content, whole);
        }
        if rest > 0 {
            self.content.push(b'.');
        }
        while rest > 0 {
            place /= 10;
            self.content.push(b'0' + (rest / place) as u8);
            rest %= place;
        }
        self.content.push(b' ');
    }

    /// From the top left origin to that of PDF, in hundredths.
    fn place(&self, (x, y): (f32, f32)) -> [i32; 2] {
        [hundredths(x), hundredths(self.height - y)]
    }

    fn end_text(&mut self) {
        if self.cursor.take().is_some() {
            self.operator("ET");
        }
    }

    fn text(&mut self, text: &Text) {
        if text.text.is_empty() {
            return;
        }
        let [x, y] = self.place((text.x, text.y));
        let (from_x, from_y) = self.cursor.unwrap_or_else(|| {
            self.operator("BT");
            (0, 0)
        });
        self.cursor = Some((x, y));
        self.fill(text.colour);
        let font = (text.face, hundredths(text.size));
        if self.font != Some(font) {
            self.font = Some(font);
            self.name(face_name(text.face));
            self.operands(&[font.1]);
            self.operator("Tf");
        }
        self.operands(&[x - from_x, y - from_y]);
        self.operator("Td");
        self.show(text);
    }

    /// The characters with the kerning between them.
    fn show(&mut self, text: &Text) {
        let Some(font) = self.resources.font(text.face) else { return };
        let mut after = text.after.iter();
        let is_kerned = text.after.iter().any(|&after| after != 0);
        self.content.extend(if is_kerned { b"[<".as_slice() } else { b"<" });
        let mut characters = text.text.chars().peekable();
        while let Some(character) = characters.next() {
            push_hexadecimal(&mut self.content, font.glyph(character));
            let after = after.next().copied().unwrap_or(0);
            if after != 0 && characters.peek().is_some() {
                self.content.push(b'>');
                // PDF counts to the left.
                self.number(-i32::from(after), 0);
                self.content.pop();
                self.content.push(b'<');
            }
        }
        self.operator(if is_kerned { ">]TJ" } else { ">Tj" });
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != colour {
            self.fill = colour;
            self.colour(colour, ["g", "rg"]);
        }
    }

    fn stroke(&mut self, colour: Colour, thickness: f32) {
        if self.stroke != colour {
            self.stroke = colour;
            self.colour(colour, ["G", "RG"]);
        }
        let thickness = hundredths(thickness);
        if self.thickness != thickness {
            self.thickness = thickness;
            self.operands(&[thickness]);
            self.operator("w");
        }
    }

    /// A colour, as grey where it is one.
    fn colour(&mut self, Colour(red, green, blue): Colour, [grey, coloured]: [&str; 2]) {
        let part = |byte: u8, whole: f32| (f32::from(byte) * whole / 255.0).round() as i32;
        if red == green && green == blue {
            self.number(part(red, 100.0), 2);
            return self.operator(grey);
        }
        // Three places are finer than a byte and shorter than its full fraction.
        [red, green, blue].into_iter().for_each(|byte| self.number(part(byte, 1000.0), 3));
        self.operator(coloured);
    }

    fn rule(&mut self, rule: Rule) {
        self.end_text();
        self.stroke(rule.colour, rule.thickness);
        self.to(rule.from, "m");
        self.to(rule.to, "l");
        self.operator("S");
    }

    /// An operator that ends at a point.
    fn to(&mut self, at: (f32, f32), operator: &str) {
        let place = self.place(at);
        self.operands(&place);
        self.operator(operator);
    }

    fn picture(&mut self, placed: &Placed) {
        self.end_text();
        let Some(index) = self.resources.picture(&placed.picture) else { return };
        let ((left, top), (width, height)) = (placed.at, placed.size);
        let [x, y] = self.place((left, top + height));
        self.operator("q");
        // A picture is one point wide and tall until it is told otherwise.
        self.operands(&[hundredths(width), 0, 0, hundredths(height), x, y]);
        self.operator("cm");
        if placed.inked {
            self.name(INK);
            self.operator("gs");
        }
        self.show_object(&picture_name(index));
        self.operator("Q");
    }

    /// A drawing or a picture by its name in the resources.
    fn show_object(&mut self, name: &str) {
        self.name(name);
        self.operator("Do");
    }

    /// A name, with a space behind it.
    fn name(&mut self, name: &str) {
        self.content.push(b'/');
        self.content.extend(name.bytes());
        self.content.push(b' ');
    }

    fn grid(&mut self, grid: &Grid) {
        self.end_text();
        self.fill(Colour::BLACK);
        let [x, y] = self.place(grid.at);
        // Squares count down the page, as its rows do. Their side is not rounded: it is counted many times.
        self.operator("q");
        self.content.extend(format!("{0} 0 0 {1} ", grid.side, -grid.side).bytes());
        self.operands(&[x, y]);
        self.operator("cm");
        for &[left, top, right, bottom] in &grid.boxes {
            for edge in [left, top, right - left, bottom - top] {
                self.number(edge.into(), 0);
            }
            self.operator("re");
        }
        self.operator("f");
        self.operator("Q");
    }

    fn shape(&mut self, shape: &Shape) {
        self.end_text();
        // What is drawn as a line is closed first.
        let paint = match (shape.fill, shape.stroke) {
            (Some(_), Some(_)) => "b",
            (Some(_), None) => "f",
            (None, Some(_)) => "s",
            (None, None) => return,
        };
        if let Some(colour) = shape.fill {
            self.fill(colour);
        }
        if let Some((colour, thickness)) = shape.stroke {
            self.stroke(colour, thickness);
        }
        self.to(shape.start, "m");
        for segment in &shape.outline {
            match *segment {
                Segment::Line(to) => self.to(to, "l"),
                Segment::Curve(a, b, to) => {
                    let [a, b] = [self.place(a), self.place(b)];
                    self.operands(&[a, b].concat());
                    self.to(to, "c");
                }
            }
        }
        self.operator(paint);
    }
}

/// A whole number in digits.
fn push_whole(content: &mut Vec<u8>, number: u32) {
    if number > 9 {
        push_whole(content, number / 10);
    }
    content.push(b'0' + (number % 10) as u8);
}

/// A glyph as the two bytes of its number, in hexadecimal digits.
fn push_hexadecimal(content: &mut Vec<u8>, glyph: u16) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    content.extend([12, 8, 4, 0].map(|shift| DIGITS[usize::from(glyph >> shift & 0xF)]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let resources = Resources::default();
        let mut pen = Pen::new(100.0, &resources);
        for (number, places) in
            [(12_345, 2), (-50, 2), (1200, 2), (5, 2), (0, 2), (-7, 0), (640, 3), (i32::MIN, 2)]
        {
            pen.number(number, places);
        }
        let written = String::from_utf8(pen.content).expect("digits");
        assert_eq!(written, "123.45 -.5 12 .05 0 -7 .64 -21474836.48 ");
    }
}
