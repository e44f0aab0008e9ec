//! The end of a list and of a letter: who signs, and who receives it.

use super::paragraph::{Look, Paragraph, dots, run};
use super::style::Style;
use super::table::{Writing, side_by_side};
use crate::paper::content::{Closing, SignatureBlock, Signed};
use crate::paper::layout::Frame;
use crate::paper::measures::{CLOSING, RECIPIENTS_HEAD, SIGNATURE, TEXT, recipient};
use crate::paper::xml::Xml;

/// The parts of the width for two blocks: the right one is centred on 0.74, as in
/// the PDF.
const TWO: [f32; 2] = [0.48, 0.52];

/// The parts of the width for three, centred as in the PDF.
const THREE: [f32; 3] = [0.28, 0.30, 0.42];

/// The parts over three: a date with dots does not fit over the right one.
const DATED: [f32; 2] = [0.46, 0.54];

/// Count, place and date, and two or three who sign. `count` is the paragraph of
/// the count; what is empty is left out.
pub fn closing(xml: &mut Xml, content: &Closing, count: Paragraph, frame: &Frame) {
    if !content.count.is_empty() {
        let dots_to = content.dotted.then(|| frame.width());
        Paragraph { dots_to, ..count }.write(xml, |xml| {
            run(xml, &content.count, Look::default());
            if content.dotted {
                dots(xml, false);
            }
        });
    }
    for said in &content.lines {
        count.write(xml, |xml| run(xml, said, Look::default()));
    }
    let nothing = |xml: &mut Xml| line(xml, "", Look::default());
    let place_date = |xml: &mut Xml| line(xml, &content.place_date, italic());
    let left = |xml: &mut Xml| signature(xml, &content.left, CLOSING);
    let right = |xml: &mut Xml| signature(xml, &content.right, CLOSING);
    let is_dated = !content.place_date.is_empty();
    match &content.middle {
        None => {
            let rows: [&[Writing]; 2] = [&[&nothing, &place_date], &[&left, &right]];
            side_by_side(xml, &parts(TWO, frame), 0.0, if is_dated { &rows } else { &rows[1..] });
        }
        Some(content) => {
            let middle = |xml: &mut Xml| signature(xml, content, CLOSING);
            if is_dated {
                side_by_side(xml, &parts(DATED, frame), 0.0, &[&[&nothing, &place_date]]);
                // Two tables that touch become one.
                Paragraph { exactly: Some(1.0), keep_next: true, ..Paragraph::default() }.write(xml, |_| {});
            }
            side_by_side(xml, &parts(THREE, frame), 0.0, &[&[&left, &middle, &right]]);
        }
    }
}

/// "Nơi nhận" on the left, the signature on the right.
pub fn signed(xml: &mut Xml, content: &Signed, frame: &Frame) {
    let recipients = |xml: &mut Xml| {
        let paragraph = Paragraph::of(Style::Recipients);
        let count = content.recipients.len();
        if count == 0 {
            paragraph.write(xml, |_| {});
            return;
        }
        let heading = Look { bold: true, italic: true, ..Look::sized(RECIPIENTS_HEAD) };
        paragraph.say(xml, "Nơi nhận:", heading);
        for (index, name) in content.recipients.iter().enumerate() {
            paragraph.say(xml, &recipient(name, index + 1 == count), Look::default());
        }
    };
    let right = |xml: &mut Xml| signature(xml, &content.signature, TEXT);
    side_by_side(xml, &parts(TWO, frame), 0.0, &[&[&recipients, &right]]);
}

fn parts<const N: usize>(parts: [f32; N], frame: &Frame) -> [f32; N] {
    parts.map(|part| part * frame.width())
}

/// Where one person signs, in letters of a size. The lines stay together.
fn signature(xml: &mut Xml, content: &SignatureBlock, size: f32) {
    let own = (size != CLOSING).then_some(size);
    for title in &content.lines {
        line(xml, title, Look { bold: true, size: own, ..Look::default() });
    }
    if let Some(hint) = &content.hint {
        line(xml, hint, Look { italic: true, ..Look::sized(size - 1.0) });
    }
    if content.unsigned {
        // A cell has a paragraph, also where nothing stands in it.
        if content.lines.is_empty() && content.hint.is_none() {
            line(xml, "", Look::default());
        }
        return;
    }
    let room = (!content.unsigned).then_some(SIGNATURE);
    let name = Paragraph { before: room, ..Paragraph::of(Style::Signature) };
    name.say(xml, &content.name, Look { bold: true, size: own, ..Look::default() });
}

fn line(xml: &mut Xml, text: &str, look: Look) {
    Paragraph::of(Style::Signature).say(xml, text, look);
}

fn italic() -> Look {
    Look { italic: true, ..Look::default() }
}
