//! The end of a list: count, place and date, signatures.

use super::flow::Block;
use super::line::Style;
use super::page::MM;
use super::typesetter::Typesetter;
use crate::paper::content::{Closing, NumberDate, SignatureBlock, Signed, Span};

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
    // Two sign in halves of the text; three need narrower parts, the right one the widest.
    let (left, right) = if closing.middle.is_some() { (0.14, 0.79) } else { (0.24, 0.74) };
    let (left, right) = (width * left, width * right);
    let own = if closing.middle.is_some() { width * 0.4 } else { part };
    let dated = setter.lines(&[Span::italic(&closing.place_date)], Style::title(SIZE), own);
    block.centred(dated, SIZE, right);
    block.space(2.0);
    let narrow = if closing.middle.is_some() { width * 0.28 } else { part };
    let mut all = signature(setter, &closing.left, left, narrow, SIGNATURE);
    if let Some(middle) = &closing.middle {
        all.beside(signature(setter, middle, width * 0.43, narrow, SIGNATURE));
    }
    all.beside(signature(setter, &closing.right, right, own, SIGNATURE));
    block.under(all);
    block
}

/// The line under the head of a letter, each half centred in its part: number
/// upright, place and date italic (Nghị định 30/2020/NĐ-CP, Phụ lục I).
pub fn number_date(setter: &mut Typesetter, line: &NumberDate, width: f32) -> Block {
    let centred = |setter: &mut Typesetter, span: Span, axis: f32, room: f32| {
        let mut block = Block::default();
        block.centred(setter.lines(&[span], Style::title(SIZE), room), SIZE, axis);
        block
    };
    let mut block = centred(setter, Span::plain(&line.number), width * 0.22, width * 0.42);
    block.beside(centred(setter, Span::italic(&line.place_date), width * 0.73, width * 0.54));
    block
}

/// The end of a letter: "Nơi nhận" in bold italic 12 with its list in 11 on the
/// left (Nghị định 30/2020/NĐ-CP, Phụ lục I), the signature on the right.
pub fn signed(setter: &mut Typesetter, end: &Signed, width: f32) -> Block {
    let part = width * 0.52;
    let mut left = Block::default();
    if !end.recipients.is_empty() {
        let heading = Span { text: "Nơi nhận:".into(), bold: true, italic: true };
        for line in setter.lines(&[heading], Style::body(12.0), width - part) {
            left.line(line, 12.0, 0.0);
        }
    }
    let count = end.recipients.len();
    for (index, recipient) in end.recipients.iter().enumerate() {
        let stop = if index + 1 == count { '.' } else { ';' };
        let text = Span::plain(format!("- {recipient}{stop}"));
        for line in setter.lines(&[text], Style::body(11.0), width - part) {
            left.line(line, 11.0, 0.0);
        }
    }
    left.beside(signature(setter, &end.signature, width * 0.74, part, SIGNATURE));
    let mut block = Block::default();
    block.space(9.0);
    block.under(left);
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
