//! The end of a list: count, place and date, signatures.

use super::flow::Block;
use super::line::Style;
use super::page::MM;
use super::typesetter::Typesetter;
use crate::paper::content::{Closing, SignatureBlock, Span};

/// Size of the closing lines: content, place and date, authority and name are
/// 13–14 in Nghị định 30/2020/NĐ-CP, Phụ lục I.
const SIZE: f32 = 13.0;

/// Room to sign and stamp between the title and the name.
const SIGNATURE: f32 = 22.0 * MM;

/// The closing block across a text `width` points wide.
pub fn closing(setter: &mut Typesetter, closing: &Closing, width: f32) -> Block {
    let mut block = Block::default();
    block.space(9.0);
    // First line indented by 1 cm, as paragraphs are.
    let indent = 10.0 * MM;
    for line in setter.lines(&[Span::plain(&closing.count)], Style::body(SIZE), width - indent) {
        block.line(line, SIZE, indent);
    }
    block.space(6.0);

    let part = width * 0.52;
    let (left, right) = (width * 0.24, width * 0.74);
    let dated = setter.lines(&[Span::italic(&closing.place_date)], Style::title(SIZE), part);
    block.centred(dated, SIZE, right);
    block.space(2.0);
    let mut both = signature(setter, &closing.left, left, part, SIGNATURE);
    both.beside(signature(setter, &closing.right, right, part, SIGNATURE));
    block.under(both);
    block
}

/// Where one person signs, centred on `axis`, with `room` points for the signature.
pub fn signature(
    setter: &mut Typesetter,
    signer: &SignatureBlock,
    axis: f32,
    width: f32,
    room: f32,
) -> Block {
    let mut block = Block::default();
    for line in &signer.lines {
        let lines = setter.lines(&[Span::bold(line)], Style::title(SIZE), width);
        block.centred(lines, SIZE, axis);
    }
    if let Some(hint) = &signer.hint {
        let lines = setter.lines(&[Span::italic(hint)], Style::title(SIZE - 1.0), width);
        block.centred(lines, SIZE - 1.0, axis);
    }
    block.space(room);
    let lines = setter.lines(&[Span::bold(&signer.name)], Style::title(SIZE), width);
    block.centred(lines, SIZE, axis);
    block
}
