//! The end of a list and of a letter: who signs, and who receives it.

use super::paragraph::{Look, Paragraph};
use super::style::Style;
use super::table::side_by_side;
use super::xml::Xml;
use crate::paper::content::{Closing, SignatureBlock, Signed};
use crate::paper::layout::Frame;
use crate::paper::measures::{HINT, RECIPIENTS_HEAD, SIGNATURE, recipient};

/// How much of the width the left block takes; the right one is centred on
/// 0.74 of the width, as in the PDF.
const LEFT: f32 = 0.48;

/// Count, place and date, and two who sign. `count` is the paragraph of the count.
pub fn closing(xml: &mut Xml, content: &Closing, count: Paragraph, frame: &Frame) {
    count.say(xml, &content.count, Look::default());
    let nothing = |xml: &mut Xml| line(xml, "", Look::default());
    let place_date = |xml: &mut Xml| line(xml, &content.place_date, italic());
    let left = |xml: &mut Xml| signature(xml, &content.left);
    let right = |xml: &mut Xml| signature(xml, &content.right);
    side_by_side(xml, parts(frame), 0.0, &[(&nothing, &place_date), (&left, &right)]);
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
    let right = |xml: &mut Xml| signature(xml, &content.signature);
    side_by_side(xml, parts(frame), 0.0, &[(&recipients, &right)]);
}

fn parts(frame: &Frame) -> (f32, f32) {
    (frame.width() * LEFT, frame.width() * (1.0 - LEFT))
}

/// Where one person signs. The lines stay together.
fn signature(xml: &mut Xml, content: &SignatureBlock) {
    for title in &content.lines {
        line(xml, title, Look { bold: true, ..Look::default() });
    }
    if let Some(hint) = &content.hint {
        line(xml, hint, Look { italic: true, ..Look::sized(HINT) });
    }
    let name = Paragraph { before: Some(SIGNATURE), ..Paragraph::of(Style::Signature) };
    name.say(xml, &content.name, Look { bold: true, ..Look::default() });
}

fn line(xml: &mut Xml, text: &str, look: Look) {
    Paragraph::of(Style::Signature).say(xml, text, look);
}

fn italic() -> Look {
    Look { italic: true, ..Look::default() }
}
