//! Rulers of a test page: how far a printer puts down beside where it should is read off them.

use super::designed::{colour, rectangle};
use super::page::{Colour, Item, Rule};
use super::run::Style;
use super::typesetter::Typesetter;
use crate::domain::certificate_template::{Element, Ink};
use crate::paper::content::Span;
use crate::paper::measures::MM;

/// Lengths of the strokes at whole millimetres, at fives and at tens, in millimetres.
const STROKES: (f32, f32, f32) = (1.5, 2.5, 4.0);
/// How far from the edge the strokes begin: printers reach no further.
const EDGE: f32 = 5.0 * MM;
/// Size of the figures.
const SIZE: f32 = 6.0;
/// Outlines of the boxes.
const BOX: Ink = Ink(0x1F, 0x5F, 0xA8);
const BLACK: Colour = Colour(0, 0, 0);

/// Rulers along the upper and the left edge that count from the corner of the sheet, and the boxes of all parts with their
/// names.
pub fn rulers(setter: &mut Typesetter, (width, height): (f32, f32), elements: &[&Element]) -> Vec<Item> {
    let mut items = Vec::new();
    for (length, is_across) in [(width, true), (height, false)] {
        let millimetres = (length / MM).round() as u16;
        for at in 0..=millimetres {
            let along = f32::from(at) * MM;
            let stroke = match at {
                at if at % 10 == 0 => STROKES.2,
                at if at % 5 == 0 => STROKES.1,
                _ => STROKES.0,
            } * MM;
            let point = |across: f32| if is_across { (along, across) } else { (across, along) };
            let (from, to) = (point(EDGE), point(EDGE + stroke));
            items.push(Item::Rule(Rule { from, to, thickness: 0.3, colour: BLACK }));
            if at % 10 == 0 {
                let (x, y) = point(EDGE + stroke + SIZE);
                let nudge = if is_across { (1.0, 0.0) } else { (-SIZE + 1.0, -1.0) };
                said(setter, &at.to_string(), (x + nudge.0, y + nudge.1), BLACK, &mut items);
            }
        }
    }
    for element in elements {
        let rect = element.place.rect();
        let points = |length: crate::domain::certificate_template::Length| length.millimetres() * MM;
        let (left, top) = (points(rect.left), points(rect.top));
        items.push(rectangle((left, top, points(rect.right), points(rect.bottom)), colour(BOX), 0.4));
        said(setter, &element.name, (left + 1.0, top + SIZE), colour(BOX), &mut items);
    }
    items
}

fn said(setter: &mut Typesetter, words: &str, (x, y): (f32, f32), colour: Colour, items: &mut Vec<Item>) {
    let lines = setter.lines(&[Span::plain(words)], Style::title(SIZE), f32::MAX / 2000.0);
    for line in lines {
        line.draw(x, y, SIZE, colour, items);
    }
}
