//! Boxes to tick: larger than the text beside them, so that a pen finds them.

use super::page::{Colour, Item, Text};
use super::run::Run;
use crate::paper::line_breaking::{BOX, BOX_SIZE};

/// The side of the square, as a part of the size of the character.
const SIDE: f32 = 0.598;

/// How high capitals are, as a part of their size.
const CAPITALS: f32 = 0.66;

/// Whether a text has boxes.
pub fn has_box(text: &str) -> bool {
    text.contains(BOX)
}

/// Gives the boxes of a run of text of a size the room they take.
pub fn widen(run: &mut Run, size: f32) {
    if !has_box(&run.text) {
        return;
    }
    let more = (size_beside(size) / size - 1.0) * run.face.width(BOX) as f32;
    let more = more.ceil() as i16;
    run.after.resize(run.text.chars().count(), 0);
    for (after, letter) in run.after.iter_mut().zip(run.text.chars()) {
        if BOX.starts_with(letter) {
            *after = after.saturating_add(more);
            run.units += i32::from(more);
        }
    }
}

/// Draws a run that has boxes: they stand in the middle of the height of capitals.
pub fn draw(run: &Run, (x, y): (f32, f32), size: f32, colour: Colour, into: &mut Vec<Item>) {
    let own = size_beside(size);
    let lower = (own * SIDE - size * CAPITALS) / 2.0;
    let mut at = x;
    let mut text = String::new();
    let mut after: Vec<i16> = Vec::new();
    let mut start = x;
    let words = |text: &mut String, after: &mut Vec<i16>, x: f32, into: &mut Vec<Item>| {
        if !text.is_empty() {
            let (text, after) = (std::mem::take(text), std::mem::take(after));
            into.push(Item::Text(Text { x, y, size, face: run.face, colour, text, after }));
        }
        after.clear();
    };
    for (index, letter) in run.text.chars().enumerate() {
        let space = run.after.get(index).copied().unwrap_or(0);
        let width = (run.face.advance(letter) + i32::from(space)) as f32 * size / 1000.0;
        if BOX.starts_with(letter) {
            words(&mut text, &mut after, start, into);
            let (text, after) = (letter.to_string(), Vec::new());
            into.push(Item::Text(Text {
                x: at,
                y: y + lower,
                size: own,
                face: run.face,
                colour,
                text,
                after,
            }));
            start = at + width;
        } else {
            text.push(letter);
            after.push(space);
        }
        at += width;
    }
    words(&mut text, &mut after, start, into);
}

/// The size of a box beside text of a size: never smaller than the text.
fn size_beside(size: f32) -> f32 {
    BOX_SIZE.max(size)
}
