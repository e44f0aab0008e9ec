//! Borders and grounds of certificates, drawn as curves.
//!
//! They are of our own: never the emblem of the Front or the state, whose use is regulated.

use std::f32::consts::TAU;

use super::artwork::{Petal, diamond, petal};
use super::designed::{colour, rectangle};
use super::page::{Colour, Item, Rule, Segment, Shape};
use crate::domain::certificate_template::{Border, BorderKind, Flourish, Ground, GroundKind};
use crate::paper::measures::MM;

/// Left, top, right, bottom in points.
type Rect = (f32, f32, f32, f32);

/// A quarter of a circle as a curve: how far its handles reach, as a part of the radius.
const QUARTER: f32 = 0.552_285;

/// A rectangle by so much smaller on all sides.
fn inset((left, top, right, bottom): Rect, by: f32) -> Rect {
    (left + by, top + by, right - by, bottom - by)
}

/// A border along the edges of a rectangle.
pub fn border(rect: Rect, border: Border, items: &mut Vec<Item>) {
    let (outer, inner) = (colour(border.ink), colour(border.inner));
    let (width, height) = (rect.2 - rect.0, rect.3 - rect.1);
    // On small sheets all of it is finer.
    let unit = MM * (width.min(height) / (190.0 * MM)).clamp(0.4, 1.0);
    match border.kind {
        BorderKind::Lines => {
            items.push(rectangle(rect, outer, 2.4 * unit / MM));
            items.push(rectangle(inset(rect, 1.6 * unit), outer, 0.8 * unit / MM));
            items.push(rectangle(inset(rect, 4.0 * unit), inner, 0.7 * unit / MM));
        }
        BorderKind::Corners => {
            items.push(rectangle(rect, outer, 2.4 * unit / MM));
            items.push(rectangle(inset(rect, 1.6 * unit), outer, 0.8 * unit / MM));
            notched(inset(rect, 4.4 * unit), 6.0 * unit, inner, items);
            let (left, top, right, bottom) = inset(rect, 5.4 * unit);
            for corner in [(left, top), (right, top), (left, bottom), (right, bottom)] {
                items.push(diamond(corner, 1.5 * unit, 1.5 * unit, outer));
            }
        }
        BorderKind::Braid => braid(rect, unit, outer, inner, items),
    }
}

/// A rectangle that gives way to its corners in quarter circles.
fn notched((left, top, right, bottom): Rect, radius: f32, ink: Colour, items: &mut Vec<Item>) {
    let handle = radius * (1.0 - QUARTER);
    let outline = vec![
        Segment::Line((right - radius, top)),
        Segment::Curve(
            (right - radius, top + radius - handle),
            (right - handle, top + radius),
            (right, top + radius),
        ),
        Segment::Line((right, bottom - radius)),
        Segment::Curve(
            (right - radius + handle, bottom - radius),
            (right - radius, bottom - handle),
            (right - radius, bottom),
        ),
        Segment::Line((left + radius, bottom)),
        Segment::Curve(
            (left + radius, bottom - radius + handle),
            (left + handle, bottom - radius),
            (left, bottom - radius),
        ),
        Segment::Line((left, top + radius)),
        Segment::Curve(
            (left + radius - handle, top + radius),
            (left + radius, top + handle),
            (left + radius, top),
        ),
    ];
    let stroke = Some((ink, 0.7));
    items.push(Item::Shape(Shape { start: (left + radius, top), outline, fill: None, stroke }));
}

/// Two waves that cross each other between two lines, with a flower in each corner.
fn braid(rect: Rect, unit: f32, outer: Colour, inner: Colour, items: &mut Vec<Item>) {
    let thin = |points: f32| points * unit / MM;
    let band = 5.2 * unit;
    items.push(rectangle(rect, outer, thin(1.8)));
    items.push(rectangle(inset(rect, 1.1 * unit), inner, thin(0.5)));
    let (left, top, right, bottom) = inset(rect, 1.1 * unit + band / 2.0);
    let corner = band * 0.72;
    let swing = band * 0.30;
    for y in [top, bottom] {
        strand((left + corner, y), (right - corner, y), swing, inner, thin(0.6), items);
    }
    for x in [left, right] {
        strand((x, top + corner), (x, bottom - corner), swing, inner, thin(0.6), items);
    }
    for at in [(left, top), (right, top), (left, bottom), (right, bottom)] {
        flower(at, band * 0.40, outer, inner, thin(0.6), items);
    }
    let within = inset(rect, 1.1 * unit + band);
    items.push(rectangle(within, inner, thin(0.5)));
    items.push(rectangle(inset(within, 1.0 * unit), outer, thin(0.9)));
}

/// Two waves from one point to another, as one shape: there along the one, back along the other.
fn strand(from: (f32, f32), to: (f32, f32), swing: f32, ink: Colour, thickness: f32, items: &mut Vec<Item>) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    if length < swing {
        return;
    }
    let ahead = (dx / length, dy / length);
    // A whole number of lenses, each about as long as it looks well.
    let lenses = (length / (swing * 3.6)).round().max(1.0);
    let step = length / lenses;
    let at = |along: f32, side: f32| {
        (from.0 + ahead.0 * along - ahead.1 * side, from.1 + ahead.1 * along + ahead.0 * side)
    };
    // A half wave as a curve: handles a third in, as high as bring its middle to the swing.
    let high = swing * 4.0 / 3.0;
    let mut outline = Vec::new();
    let count = lenses as usize;
    for lens in 0..count {
        let (start, side) = (lens as f32 * step, if lens % 2 == 0 { high } else { -high });
        let end = at(start + step, 0.0);
        outline.push(Segment::Curve(at(start + step * 0.36, side), at(start + step * 0.64, side), end));
    }
    for lens in (0..count).rev() {
        let (start, side) = (lens as f32 * step, if lens % 2 == 0 { -high } else { high });
        let end = at(start, 0.0);
        outline.push(Segment::Curve(at(start + step * 0.64, side), at(start + step * 0.36, side), end));
    }
    let stroke = Some((ink, thickness));
    items.push(Item::Shape(Shape { start: from, outline, fill: None, stroke }));
}

/// Four petals around a point.
fn flower(at: (f32, f32), size: f32, outer: Colour, inner: Colour, thickness: f32, items: &mut Vec<Item>) {
    for quarter in 0..4_u8 {
        let angle = 45.0 + 90.0 * f32::from(quarter);
        let look = Petal { fill: None, stroke: (inner, thickness) };
        items.push(petal(at, angle, size * 1.25, size * 0.62, look));
    }
    items.push(diamond(at, size * 0.42, size * 0.42, outer));
}

/// A pale ground within a rectangle.
pub fn ground(rect: Rect, ground: Ground, items: &mut Vec<Item>) {
    let ink = colour(ground.ink);
    let (left, top, right, bottom) = rect;
    let middle = ((left + right) / 2.0, (top + bottom) / 2.0);
    let radius = (right - left).min(bottom - top) / 2.0;
    match ground.kind {
        GroundKind::Tint => {
            let corners = [(right, top), (right, bottom), (left, bottom)];
            let outline = corners.map(Segment::Line).to_vec();
            items.push(Item::Shape(Shape { start: (left, top), outline, fill: Some(ink), stroke: None }));
        }
        GroundKind::Rosette => {
            // Circles through a common ring: their crossings make the pattern.
            for (count, circle, ring) in [(40_u16, 0.50, 0.48), (40, 0.24, 0.22), (1, 0.99, 0.0)] {
                for place in 0..count {
                    let angle = TAU * f32::from(place) / f32::from(count);
                    let away = radius * ring;
                    let at = (middle.0 + away * angle.cos(), middle.1 + away * angle.sin());
                    items.push(circle_around(at, radius * circle, (ink, 0.5)));
                }
            }
        }
        GroundKind::Lotus => {
            let foot = (middle.0, middle.1 + radius * 0.62);
            for ring in [1.0_f32, 0.78, 0.56] {
                for (angle, length, across) in
                    [(80.0_f32, 1.05, 0.42), (58.0, 1.18, 0.46), (36.0, 1.28, 0.50), (14.0, 1.36, 0.52)]
                {
                    for side in [-1.0, 1.0] {
                        let look = Petal { fill: None, stroke: (ink, 0.8) };
                        let (length, across) = (length * radius * ring, across * radius * ring);
                        items.push(petal(foot, side * angle, length, across, look));
                    }
                }
            }
        }
    }
}

/// A circle of four curves.
fn circle_around((x, y): (f32, f32), radius: f32, stroke: (Colour, f32)) -> Item {
    let reach = radius * QUARTER;
    let outline = vec![
        Segment::Curve((x + radius, y + reach), (x + reach, y + radius), (x, y + radius)),
        Segment::Curve((x - reach, y + radius), (x - radius, y + reach), (x - radius, y)),
        Segment::Curve((x - radius, y - reach), (x - reach, y - radius), (x, y - radius)),
        Segment::Curve((x + reach, y - radius), (x + radius, y - reach), (x + radius, y)),
    ];
    Item::Shape(Shape { start: (x + radius, y), outline, fill: None, stroke: Some(stroke) })
}

/// A diamond between two lines that end in smaller ones.
pub fn flourish((left, top, right, bottom): Rect, flourish: Flourish, items: &mut Vec<Item>) {
    let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
    let half = (right - left) / 2.0;
    let unit = (half / 38.0).min((bottom - top) / 3.0);
    let (ink, inner) = (colour(flourish.ink), colour(flourish.inner));
    for side in [-1.0, 1.0] {
        items.push(Item::Rule(Rule {
            from: (x + side * 5.0 * unit, y),
            to: (x + side * 34.0 * unit, y),
            thickness: 0.7,
            colour: inner,
        }));
        items.push(diamond((x + side * 36.0 * unit, y), 0.8 * unit, 0.8 * unit, inner));
    }
    items.push(diamond((x, y), 2.4 * unit, 1.4 * unit, ink));
}
