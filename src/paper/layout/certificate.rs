//! Certificates: one A4 landscape page each, every part in its own place.
//!
//! What says the same on many pages is stored once: the artwork, and the lines
//! that do not vary. A page adds only what is the person's own.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::artwork::artwork;
use super::closing::signature_of;
use super::flow::{Block, LEADING, baseline};
use super::head::head;
use super::line::Line;
use super::page::{A4, Colour, Item, Layout, Page};
use super::qr::qr;
use super::run::Style;
use super::typesetter::Typesetter;
use crate::paper::content::{Certificate, CertificateFrame, CertificateLine, Span};
use crate::paper::finding::Finding;
use crate::paper::measures::MM;

/// Size of a name that fits: it is made smaller until it does.
const NAME_SIZE: f32 = 32.0;
/// Smallest size of a name on one line; a longer one takes two.
const NAME_FLOOR: f32 = 18.0;

/// Places on the page, in millimetres from its top.
mod place {
    /// Top of the head.
    pub const HEAD: f32 = 18.5;
    /// Foot of the emblem.
    pub const EMBLEM: f32 = 54.0;
    /// Baseline of the title.
    pub const TITLE: f32 = 73.5;
    /// The ornament under it.
    pub const ORNAMENT: f32 = 79.5;
    /// Baseline of the line above the name.
    pub const BEFORE_NAME: f32 = 90.0;
    /// Baseline of a name on one line.
    pub const NAME: f32 = 104.0;
    /// Room for the name.
    pub const NAME_ROOM: (f32, f32) = (92.0, 108.5);
    /// Room for the lines under the name.
    pub const TEXT: (f32, f32) = (109.5, 147.0);
    /// Baseline of the number and of the signer's name.
    pub const FOOT: f32 = 191.5;
    /// Side of the square of a code, with its white border.
    pub const CODE: f32 = 22.0;
    /// Text stays this far from the sides.
    pub const SIDE: f32 = 22.0;
}

/// Sets all certificates.
pub fn set(setter: &mut Typesetter, layout: &mut Layout, certificates: &[Certificate]) {
    let (width, height) = (A4.1, A4.0);
    // All of them are of one organisation.
    let logo = certificates.first().and_then(|one| one.frame.logo.as_ref());
    layout.shared.push(artwork((width, height), place::EMBLEM, place::ORNAMENT, logo));
    let mut frame: Option<(&CertificateFrame, usize, f32)> = None;
    // Constant lines by what they draw: one drawing, or a few where a long text
    // moves them.
    let mut lines: HashMap<u64, Vec<usize>> = HashMap::new();
    for certificate in certificates {
        setter.about(Some(&certificate.subject.name));
        let (around, foot) = match frame.filter(|(before, _, _)| **before == *certificate.frame) {
            Some((_, known, foot)) => (known, foot),
            None => {
                let (items, foot) = around(setter, &certificate.frame, width);
                layout.shared.push(items);
                (layout.shared.len() - 1, foot)
            }
        };
        frame = Some((&certificate.frame, around, foot));

        let (constant, own) = middle(setter, certificate, width, foot);
        let alike = lines.entry(fingerprint(&constant)).or_default();
        let known = alike.iter().copied().find(|&place| layout.shared[place] == constant);
        let middle = known.unwrap_or_else(|| {
            layout.shared.push(constant);
            alike.push(layout.shared.len() - 1);
            layout.shared.len() - 1
        });
        layout.pages.push(Page {
            width,
            height,
            shared: vec![0, around, middle],
            items: own,
            delegates: vec![certificate.subject.delegate],
            ..Page::default()
        });
    }
    setter.about(None);
}

/// A number that is the same for the same drawings, and seldom else.
fn fingerprint(items: &[Item]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for item in items {
        if let Item::Text(text) = item {
            (text.x.to_bits(), text.y.to_bits(), &text.text).hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// Head, title, place and date, signatory: the same on every certificate of a
/// day. Also where the foot begins.
fn around(setter: &mut Typesetter, frame: &CertificateFrame, width: f32) -> (Vec<Item>, f32) {
    let mut items = Vec::new();
    let text_width = width - 2.0 * place::SIDE * MM;
    let block = head(setter, &frame.head, text_width);
    let corner = (place::SIDE * MM, place::HEAD * MM);
    items.extend(block.items.into_iter().map(|item| item.moved(corner)));

    let title = Style { tracking: 70, ..Style::title(38.0) };
    let lines = setter.lines(&[Span::bold(&frame.title)], title, text_width);
    stack(lines, title.size, width / 2.0, place::TITLE * MM, Colour::RED, &mut items);

    let axis = width - 82.0 * MM;
    let part = 110.0 * MM;
    let mut block = Block::default();
    let dated = setter.lines(&[Span::italic(&frame.place_date)], Style::title(14.0), part);
    block.centred(dated, 14.0, axis);
    block.space(1.0);
    // Two lines of authority leave more room to sign than three.
    let room = if frame.signature.lines.len() > 2 { 16.0 } else { 21.0 };
    let signed = (&frame.signature, frame.signed.as_ref());
    block.under(signature_of(setter, signed, 13.0, (axis, part), room * MM));
    // Built up from the signer's name: many authority lines reach higher.
    let foot = place::FOOT * MM + 13.0 * LEADING - baseline(13.0);
    let y = foot - block.height;
    items.extend(block.items.into_iter().map(|item| item.moved((0.0, y))));
    (items, y)
}

/// The words in the middle and the number: what is the same on others, and what
/// is the person's own.
fn middle(
    setter: &mut Typesetter,
    certificate: &Certificate,
    width: f32,
    foot: f32,
) -> (Vec<Item>, Vec<Item>) {
    let mut constant = Vec::new();
    let mut own = Vec::new();
    let axis = width / 2.0;
    let text_width = width - 2.0 * place::SIDE * MM;

    let before = &certificate.before_name;
    let style = Style::title(15.0);
    let lines = setter.lines(&before.spans, style, text_width);
    let into = if before.constant { &mut constant } else { &mut own };
    stack(lines, style.size, axis, place::BEFORE_NAME * MM, Colour::BLACK, into);

    name(setter, certificate, axis, text_width, &mut own);
    let block = text(setter, &certificate.after_name, text_width * 0.92, foot);
    for (same, line, size, y) in block {
        let x = axis - line.width(size) / 2.0;
        line.draw(x, y, size, Colour::BLACK, if same { &mut constant } else { &mut own });
    }

    let number = setter.lines(&[Span::plain(&certificate.number)], Style::body(13.0), 110.0 * MM);
    for (index, line) in number.into_iter().rev().enumerate() {
        let y = place::FOOT * MM - index as f32 * 13.0 * LEADING;
        line.draw((place::SIDE + 4.0) * MM, y, 13.0, Colour::BLACK, &mut own);
    }
    if let Some(code) = &certificate.code {
        let side = place::CODE * MM;
        let over_number = place::FOOT * MM - 13.0 * LEADING;
        // Its quiet border may reach over the edge of the text.
        own.extend(qr(code, ((place::SIDE + 2.0) * MM, over_number - side), side));
    }
    (constant, own)
}

/// Draws centred lines upwards from the baseline of the last.
fn stack(lines: Vec<Line>, size: f32, axis: f32, last: f32, colour: Colour, into: &mut Vec<Item>) {
    let count = lines.len();
    for (index, line) in lines.into_iter().enumerate() {
        let y = last - (count - 1 - index) as f32 * size * LEADING;
        let x = axis - line.width(size) / 2.0;
        line.draw(x, y, size, colour, into);
    }
}

/// The name: kerned, as large as fits on one line; below the floor in two
/// lines, with a warning.
fn name(setter: &mut Typesetter, certificate: &Certificate, axis: f32, width: f32, into: &mut Vec<Item>) {
    let spans = [Span::bold(&certificate.name)];
    let line = setter.lines(&spans, Style::title(NAME_SIZE), f32::MAX / 2000.0);
    let natural = line.first().map_or(0.0, |line| line.width(NAME_SIZE));
    // Down to whole half points.
    let size = (NAME_SIZE * (width / natural.max(1.0)).min(1.0) * 2.0).floor() / 2.0;
    if size >= NAME_FLOOR {
        stack(line, size, axis, place::NAME * MM, Colour::BLACK, into);
        return;
    }
    setter.report(Finding::NameWrapped { name: certificate.name.clone() });
    let (top, bottom) = place::NAME_ROOM;
    let (size, lines) = shrink(setter, &spans, NAME_FLOOR, width, (bottom - top) * MM);
    let height = lines.len() as f32 * size * LEADING;
    let mut y = (top + bottom) / 2.0 * MM - height / 2.0;
    for line in lines {
        let x = axis - line.width(size) / 2.0;
        line.draw(x, y + baseline(size), size, Colour::BLACK, into);
        y += size * LEADING;
    }
}

/// Lines at the largest size, from `size` down, that fit into a height.
fn shrink(
    setter: &mut Typesetter,
    spans: &[Span],
    mut size: f32,
    width: f32,
    height: f32,
) -> (f32, Vec<Line>) {
    loop {
        let lines = setter.lines(spans, Style::title(size), width);
        if lines.len() as f32 * size * LEADING <= height || size <= 1.0 {
            return (size, lines);
        }
        size = (size * 0.9).max(1.0);
    }
}

/// The lines under the name, above `foot`: 16 pt with air between them, smaller
/// only when they are many. Each with whether it is constant, its size and baseline.
fn text(
    setter: &mut Typesetter,
    content: &[CertificateLine],
    width: f32,
    foot: f32,
) -> Vec<(bool, Line, f32, f32)> {
    let (top, bottom) = place::TEXT;
    let room = (bottom * MM).min(foot - 1.5 * MM).max((top + 10.0) * MM) - top * MM;
    let mut size: f32 = 16.0;
    let lines: Vec<(bool, Line)> = loop {
        let style = Style::title(size);
        let mut set = Vec::new();
        for line in content {
            set.extend(setter.lines(&line.spans, style, width).into_iter().map(|one| (line.constant, one)));
        }
        if set.len() as f32 * size * 1.25 <= room || size <= 1.0 {
            break set;
        }
        size = (size - 1.0).max(1.0);
    };
    let leading = (room / lines.len().max(1) as f32).min(size * 1.5);
    let mut y = top * MM + leading - size * 0.3;
    let place = |(same, line)| {
        let at = y;
        y += leading;
        (same, line, size, at)
    };
    lines.into_iter().map(place).collect()
}
