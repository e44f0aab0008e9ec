//! The frame and the emblem of a certificate, drawn as curves.
//!
//! The emblem is a lotus of our own: never the emblem of the Front or the state,
//! whose use is regulated.

use super::page::{Colour, Item, Placed, Rule, Segment, Shape};
use crate::domain::picture::Picture;
use crate::paper::measures::MM;

/// Distance of the outer border from the edge of the paper, in millimetres:
/// inside what office printers can print.
const EDGE: f32 = 8.0;

/// Room for a logo, in millimetres: no taller than the lotus, so that the head has its place.
const LOGO: (f32, f32) = (60.0, 20.0);

/// Light inside of the petals.
const PETAL: Colour = Colour(0xF7, 0xE3, 0xDD);
/// Inside of the middle petal.
const HEART: Colour = Colour(0xEB, 0xB9, 0xAE);

/// Border, corners, emblem and the ornament under the title, on a page of
/// `width` × `height` points. Heights are given in millimetres from the top:
/// the foot of the emblem, and the ornament. A logo stands in the emblem's place.
pub fn artwork(
    (width, height): (f32, f32),
    emblem_foot: f32,
    ornament: f32,
    logo: Option<&Picture>,
) -> Vec<Item> {
    let mut items = Vec::new();
    let frame = |inset: f32, colour: Colour, thickness: f32| {
        let (left, top) = (inset * MM, inset * MM);
        let (right, bottom) = (width - left, height - top);
        Item::Shape(Shape {
            start: (left, top),
            outline: vec![
                Segment::Line((right, top)),
                Segment::Line((right, bottom)),
                Segment::Line((left, bottom)),
            ],
            fill: None,
            stroke: Some((colour, thickness)),
        })
    };
    items.push(frame(EDGE, Colour::RED, 2.6));
    items.push(frame(EDGE + 1.6, Colour::RED, 0.8));
    items.push(notched(width, height, EDGE + 4.4, 6.0));
    for (x, y) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
        let inset = (EDGE + 5.4) * MM;
        let at = (inset + x * (width - 2.0 * inset), inset + y * (height - 2.0 * inset));
        items.push(diamond(at, 1.5 * MM, 1.5 * MM, Colour::RED));
    }
    match logo {
        Some(logo) => {
            let room = (LOGO.0 * MM, LOGO.1 * MM);
            let corner = (width / 2.0 - room.0 / 2.0, emblem_foot * MM - room.1);
            items.push(placed(logo, corner, room));
        }
        None => lotus((width / 2.0, emblem_foot * MM), &mut items),
    }
    divider((width / 2.0, ornament * MM), &mut items);
    items
}

/// A picture as large as fits a room, in its middle.
pub fn placed(picture: &Picture, (left, top): (f32, f32), (width, height): (f32, f32)) -> Item {
    let (wide, tall) = (picture.width() as f32, picture.height() as f32);
    let scale = (width / wide).min(height / tall);
    let size = (wide * scale, tall * scale);
    let at = (left + (width - size.0) / 2.0, top + (height - size.1) / 2.0);
    Item::Picture(Placed { picture: picture.clone(), at, size, inked: false })
}

/// The same as ink: what is under its white is seen.
pub fn inked(picture: &Picture, at: (f32, f32), room: (f32, f32)) -> Item {
    match placed(picture, at, room) {
        Item::Picture(one) => Item::Picture(Placed { inked: true, ..one }),
        other => other,
    }
}

/// How far the handles of a quarter circle reach, as a part of its radius.
const QUARTER: f32 = 0.5523;

/// A thin gold frame with its corners cut out in quarter circles.
fn notched(width: f32, height: f32, inset: f32, radius: f32) -> Item {
    let (inset, radius) = (inset * MM, radius * MM);
    let (left, top, right, bottom) = (inset, inset, width - inset, height - inset);
    let handle = radius * QUARTER;
    let outline = vec![
        Segment::Line((right - radius, top)),
        Segment::Curve((right - radius, top + handle), (right - handle, top + radius), (right, top + radius)),
        Segment::Line((right, bottom - radius)),
        Segment::Curve(
            (right - handle, bottom - radius),
            (right - radius, bottom - handle),
            (right - radius, bottom),
        ),
        Segment::Line((left + radius, bottom)),
        Segment::Curve(
            (left + radius, bottom - handle),
            (left + handle, bottom - radius),
            (left, bottom - radius),
        ),
        Segment::Line((left, top + radius)),
        Segment::Curve((left + handle, top + radius), (left + radius, top + handle), (left + radius, top)),
    ];
    let start = (left + radius, top);
    Item::Shape(Shape { start, outline, fill: None, stroke: Some((Colour::GOLD, 0.7)) })
}

/// A diamond around a point.
pub fn diamond((x, y): (f32, f32), across: f32, down: f32, colour: Colour) -> Item {
    let outline =
        vec![Segment::Line((x + across, y)), Segment::Line((x, y + down)), Segment::Line((x - across, y))];
    Item::Shape(Shape { start: (x, y - down), outline, fill: Some(colour), stroke: None })
}

/// A lotus whose foot is at a point.
fn lotus(foot: (f32, f32), items: &mut Vec<Item>) {
    // Outer petals first: each lies under the next one inwards.
    for (angle, length, across, fill) in [
        (78.0_f32, 12.0, 5.0, PETAL),
        (52.0, 14.0, 5.8, PETAL),
        (26.0, 15.4, 6.4, PETAL),
        (0.0, 16.4, 6.6, HEART),
    ] {
        for side in if angle == 0.0 { vec![1.0] } else { vec![-1.0, 1.0] } {
            let look = Petal { fill: Some(fill), stroke: (Colour::RED, 0.8) };
            items.push(petal(foot, side * angle, length * MM, across * MM, look));
        }
    }
    // Water under it: gold ripples, the same on both sides.
    for (down, reach) in [(1.4, 16.0), (2.9, 10.0)] {
        let (x, y) = (foot.0, foot.1 + down * MM);
        let reach = reach * MM;
        let swing = 1.3 * MM;
        // An outline closes by itself, so the ripple runs there and back.
        let ripple = [
            Segment::Curve((x - reach * 0.7, y + swing), (x - reach * 0.3, y + swing), (x, y)),
            Segment::Curve((x + reach * 0.3, y + swing), (x + reach * 0.7, y + swing), (x + reach, y)),
            Segment::Curve((x + reach * 0.7, y + swing), (x + reach * 0.3, y + swing), (x, y)),
            Segment::Curve((x - reach * 0.3, y + swing), (x - reach * 0.7, y + swing), (x - reach, y)),
        ];
        let stroke = Some((Colour::GOLD, 0.8));
        items.push(Item::Shape(Shape {
            start: (x - reach, y),
            outline: ripple.to_vec(),
            fill: None,
            stroke,
        }));
    }
}

/// How a petal is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Petal {
    /// Colour inside.
    pub fill: Option<Colour>,
    /// Colour and thickness of its outline.
    pub stroke: (Colour, f32),
}

/// A pointed petal leaning by `angle` degrees.
pub fn petal(foot: (f32, f32), angle: f32, length: f32, across: f32, look: Petal) -> Item {
    let (sine, cosine) = angle.to_radians().sin_cos();
    // Along the petal is up; turned about its foot.
    let at = |side: f32, up: f32| (foot.0 + side * cosine + up * sine, foot.1 - up * cosine + side * sine);
    let half = across * 0.72;
    let outline = vec![
        Segment::Curve(at(half, length * 0.30), at(half, length * 0.68), at(0.0, length)),
        Segment::Curve(at(-half, length * 0.68), at(-half, length * 0.30), at(0.0, 0.0)),
    ];
    Item::Shape(Shape { start: at(0.0, 0.0), outline, fill: look.fill, stroke: Some(look.stroke) })
}

/// A gold rule with a diamond in the middle.
fn divider((x, y): (f32, f32), items: &mut Vec<Item>) {
    for side in [-1.0, 1.0] {
        items.push(Item::Rule(Rule {
            from: (x + side * 4.0 * MM, y),
            to: (x + side * 34.0 * MM, y),
            thickness: 0.8,
            colour: Colour::GOLD,
        }));
        items.push(diamond((x + side * 36.0 * MM, y), 0.8 * MM, 0.8 * MM, Colour::GOLD));
    }
    items.push(diamond((x, y), 2.2 * MM, 1.4 * MM, Colour::RED));
}
