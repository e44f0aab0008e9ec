//! The end of a list, and what frames a letter: number and date, recipients, signatures.

use super::artwork::inked;
use super::flow::Block;
use super::head::Parts;
use super::run::Style;
use super::text::dot;
use super::typesetter::Typesetter;
use crate::domain::organisation::HeadingProfile;
use crate::domain::picture::Picture;
use crate::paper::content::{Closing, NumberDate, SignatureBlock, Signed, Span};
use crate::paper::measures::{
    ABOUT, CLOSING as SIZE, INDENT, MM, OVER_CLOSING, RECIPIENTS, RECIPIENTS_HEAD, SIGNATURE, TEXT as LETTER,
    recipient,
};

/// A signature that is printed is no wider, in millimetres.
const WIDEST_SIGNATURE: f32 = 55.0;

/// The closing block across a text `width` points wide.
pub fn closing(setter: &mut Typesetter, closing: &Closing, width: f32) -> Block {
    let mut block = Block::default();
    block.space(OVER_CLOSING);
    // First line indented, as paragraphs are.
    if !closing.count.is_empty() {
        let room = width - INDENT;
        let mut lines = setter.lines(&[Span::plain(&closing.count)], Style::body(SIZE), room);
        if closing.dotted {
            dot(setter, &mut lines, SIZE, 0.0, room);
        }
        for line in lines {
            block.line(line, SIZE, INDENT);
        }
    }
    for said in &closing.lines {
        for line in setter.lines(&[Span::plain(said)], Style::body(SIZE), width - INDENT) {
            block.line(line, SIZE, INDENT);
        }
    }
    if !closing.count.is_empty() || !closing.lines.is_empty() {
        block.space(6.0);
    }

    let part = width * 0.52;
    // Two sign in halves of the text; three need narrower parts, the right one the widest.
    let (left, right) = if closing.middle.is_some() { (0.14, 0.79) } else { (0.24, 0.74) };
    let (left, right) = (width * left, width * right);
    let own = if closing.middle.is_some() { width * 0.4 } else { part };
    if !closing.place_date.is_empty() {
        let dated = setter.lines(&[Span::italic(&closing.place_date)], Style::title(SIZE), part);
        // Over the signature, but within the text.
        let longest = dated.iter().map(|line| line.width(SIZE)).fold(0.0, f32::max);
        block.centred(dated, SIZE, right.min(width - longest / 2.0));
        block.space(2.0);
    }
    let narrow = if closing.middle.is_some() { width * 0.28 } else { part };
    let mut all = signature(setter, &closing.left, SIZE, (left, narrow), SIGNATURE);
    if let Some(middle) = &closing.middle {
        all.beside(signature(setter, middle, SIZE, (width * 0.43, narrow), SIGNATURE));
    }
    all.beside(signature(setter, &closing.right, SIZE, (right, own), SIGNATURE));
    block.under(all);
    block
}

/// The line under the head of a letter, each half under its part of the head:
/// number upright, place and date italic (Nghị định 30/2020/NĐ-CP, Phụ lục I:
/// 13 and 13–14; for the Party Hướng dẫn 36-HD/VPTW: both 14).
pub fn number_date(setter: &mut Typesetter, line: &NumberDate, profile: HeadingProfile, width: f32) -> Block {
    let size = number_size(profile);
    let parts = Parts::of(setter, profile, width);
    let mut block = Block::default();
    let number = setter.lines(&[Span::plain(&line.number)], Style::title(size), parts.left);
    let number_end = number.iter().map(|one| parts.left_axis + one.width(size) / 2.0).fold(0.0, f32::max);
    block.centred(number, size, parts.left_axis);
    if !line.about.is_empty() {
        let about = setter.lines(&[Span::plain(&line.about)], Style::title(ABOUT), parts.left);
        block.centred(about, ABOUT, parts.left_axis);
    }
    // The date keeps to one line: where its part of the head is too narrow, it reaches
    // into the room beside the number.
    let room = parts.right.max(width - number_end - BESIDE_NUMBER);
    let date = setter.lines(&[Span::italic(&line.place_date)], Style::title(size), room);
    let widest = date.iter().map(|one| one.width(size)).fold(0.0, f32::max);
    let mut right = Block::default();
    right.centred(date, size, parts.right_axis.min(width - widest / 2.0));
    block.beside(right);
    block
}

/// Size of the line under the head of a letter.
pub fn number_size(profile: HeadingProfile) -> f32 {
    match profile {
        HeadingProfile::State => SIZE,
        HeadingProfile::Party => LETTER,
    }
}

/// Least room between a number and the date beside it, in points.
const BESIDE_NUMBER: f32 = 8.0;

/// The end of a letter: "Nơi nhận" in bold italic 12 with its list in 11 on the
/// left (Nghị định 30/2020/NĐ-CP, Phụ lục I), the signature on the right.
pub fn signed(setter: &mut Typesetter, end: &Signed, width: f32) -> Block {
    let part = width * 0.52;
    let mut left = Block::default();
    if !end.recipients.is_empty() {
        let heading = Span { text: "Nơi nhận:".into(), bold: true, italic: true };
        for line in setter.lines(&[heading], Style::body(RECIPIENTS_HEAD), width - part) {
            left.line(line, RECIPIENTS_HEAD, 0.0);
        }
    }
    let count = end.recipients.len();
    for (index, name) in end.recipients.iter().enumerate() {
        let text = Span::plain(recipient(name, index + 1 == count));
        for line in setter.lines(&[text], Style::body(RECIPIENTS), width - part) {
            left.line(line, RECIPIENTS, 0.0);
        }
    }
    left.beside(signature(setter, &end.signature, LETTER, (width * 0.74, part), SIGNATURE));
    let mut block = Block::default();
    block.space(OVER_CLOSING);
    block.under(left);
    block
}

/// Where one person signs, centred on `axis` in a part `width` points wide, with
/// `room` points for the signature.
pub fn signature(
    setter: &mut Typesetter,
    signer: &SignatureBlock,
    size: f32,
    part: (f32, f32),
    room: f32,
) -> Block {
    signature_of(setter, (signer, None), size, part, room)
}

/// The same, with the picture of the signature in its room.
pub fn signature_of(
    setter: &mut Typesetter,
    (signer, signed): (&SignatureBlock, Option<&Picture>),
    size: f32,
    (axis, width): (f32, f32),
    room: f32,
) -> Block {
    let mut block = Block::default();
    for line in &signer.lines {
        let lines = setter.lines(&[Span::bold(line)], Style::title(size), width);
        block.centred(lines, size, axis);
    }
    if let Some(hint) = &signer.hint {
        let lines = setter.lines(&[Span::italic(hint)], Style::title(size - 1.0), width);
        block.centred(lines, size - 1.0, axis);
    }
    if signer.unsigned {
        return block;
    }
    if let Some(picture) = signed {
        let wide = width.min(WIDEST_SIGNATURE * MM);
        block.items.push(inked(picture, (axis - wide / 2.0, block.height), (wide, room)));
    }
    block.space(room);
    let lines = setter.lines(&[Span::bold(&signer.name)], Style::title(size), width);
    block.centred(lines, size, axis);
    block
}
