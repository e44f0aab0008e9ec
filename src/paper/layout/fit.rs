//! Text made as large as its place allows.

use super::flow::{Block, LEADING};
use super::line::Line;
use super::run::Style;
use super::typesetter::Typesetter;
use crate::paper::content::Span;

/// Sizes a text may have, in points.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Where there is room.
    pub usual: f32,
    /// The least on one line; a longer text takes more lines.
    pub one_line: f32,
}

/// Lines as large as fit a room of a width and a height: one line while it is not
/// too small, else several. Every letter is set, however small it gets.
pub fn fit(
    setter: &mut Typesetter,
    span: &Span,
    sizes: Sizes,
    (width, height): (f32, f32),
) -> (f32, Vec<Line>) {
    let spans = std::slice::from_ref(span);
    let line = setter.lines(spans, Style::title(sizes.usual), f32::MAX / 2000.0);
    let natural = line.first().map_or(0.0, |line| line.width(sizes.usual));
    let across = width / natural.max(1.0);
    let down = height / (sizes.usual * LEADING);
    // Down to whole half points.
    let size = (sizes.usual * across.min(down).min(1.0) * 2.0).floor() / 2.0;
    if size >= sizes.one_line {
        return (size, line);
    }
    let mut size = sizes.usual;
    loop {
        let lines = setter.lines(spans, Style::title(size), width);
        if lines.len() as f32 * size * LEADING <= height || size <= 1.0 {
            return (size, lines);
        }
        size = (size * 0.93).max(1.0);
    }
}

/// Fitted lines centred in a room whose top left is at (`x`, `y`).
pub fn centred(
    setter: &mut Typesetter,
    span: &Span,
    sizes: Sizes,
    (x, y): (f32, f32),
    (width, height): (f32, f32),
) -> (f32, Block) {
    let (size, lines) = fit(setter, span, sizes, (width, height));
    let mut block = Block::default();
    let taken = lines.len() as f32 * size * LEADING;
    block.space(y + ((height - taken) / 2.0).max(0.0));
    block.centred(lines, size, x + width / 2.0);
    (size, block)
}
