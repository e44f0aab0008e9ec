//! Certificates in a form that was made: each part in its box.
//!
//! What says the same on many pages is stored once: the artwork under all, and what all certificates of a day have in
//! common. A page adds only what is the person's own. The order of the parts is kept: what is the same on all and lies
//! over something personal is drawn on each page.

use std::sync::Arc;

use super::artwork::placed;
use super::closing::{signature, signature_of};
use super::flow::Block;
use super::head::{issuer, right};
use super::line::Line;
use super::ornament;
use super::page::{Colour, Item, Layout, Page, Rule, Segment, Shape};
use super::qr::parted;
use super::rulers;
use super::run::Style;
use super::typesetter::Typesetter;
use crate::domain::certificate_template::{
    Across, Content, Down, Element, Ink, Length, Place, TextStyle, Typeface,
};
use crate::paper::content::{
    CertificateFrame, CertificateLine, DesignedCertificate, DesignedCertificates, Span,
};
use crate::paper::finding::Finding;
use crate::paper::font::Face;
use crate::paper::measures::{Heading, MM};

/// Text that is exactly as large as its box fits it.
const SLACK: f32 = 0.01;
/// The least room to sign in, in points: a stamp takes more, but reaches over the lines around it.
const LEAST_SIGNATURE: f32 = 12.0 * MM;

/// A part of the page in points.
#[derive(Debug, Clone, Copy)]
struct Area {
    left: f32,
    top: f32,
    width: f32,
    height: f32,
}

impl Area {
    fn of(place: Place) -> Self {
        let rect = place.rect();
        let points = |length: Length| length.millimetres() * MM;
        Self {
            left: points(rect.left),
            top: points(rect.top),
            width: points(rect.width()),
            height: points(rect.height()),
        }
    }

    /// Its middle from left to right.
    fn axis(self) -> f32 {
        self.left + self.width / 2.0
    }

    /// The top of something of a height that stands in it.
    fn top_of(self, height: f32, down: Down) -> f32 {
        let left_over = self.height - height;
        match down {
            Down::Top => self.top,
            Down::Middle => self.top + left_over / 2.0,
            Down::Bottom => self.top + left_over,
        }
    }

    /// The left end of something of a width that stands in it.
    fn left_of(self, width: f32, across: Across) -> f32 {
        match across {
            Across::Left => self.left,
            Across::Centre => self.axis() - width / 2.0,
            Across::Right => self.left + self.width - width,
        }
    }
}

/// Where a part is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    /// Under all pages.
    Artwork,
    /// Under all pages of a day.
    Common,
    /// On each page.
    Own,
}

/// Sets all certificates.
pub fn set(setter: &mut Typesetter, layout: &mut Layout, all: &DesignedCertificates) {
    let design = &all.design;
    let (width, height) = design.page().sides();
    let (width, height) = (width.millimetres() * MM, height.millimetres() * MM);
    let elements: Vec<&Element> = design.visible().collect();
    let Some(first) = all.certificates.first() else { return };
    let layers = layers(&elements, first);
    let shift = (all.shift.0.millimetres() * MM, all.shift.1.millimetres() * MM);
    let draw = |setter: &mut Typesetter, one: &DesignedCertificate, layer: Layer| {
        let mut items = Vec::new();
        if all.rulers && layer == Layer::Own {
            items.extend(rulers::rulers(setter, (width, height), &elements));
        }
        if layer == Layer::Common {
            let codes = elements.iter().zip(&layers).filter(|(one, own)| is_code(one) && **own == Layer::Own);
            items.extend(codes.filter_map(|(element, _)| Some(code(element, one)?.0)));
        }
        for ((element, place), _) in elements.iter().zip(0..).zip(&layers).filter(|(_, own)| **own == layer) {
            let lines = one.texts.get(place).map_or(&[][..], Vec::as_slice);
            part(setter, (element, lines), one, all, &mut items);
        }
        moved(items, shift)
    };

    let artwork = draw(setter, first, Layer::Artwork);
    let artwork = (!artwork.is_empty()).then(|| store(layout, artwork));
    let mut common: Vec<(&DesignedCertificate, usize)> = Vec::new();
    for certificate in &all.certificates {
        let known = common.iter().rev().find(|(one, _)| has_in_common(one, certificate, &layers));
        let shared = match known {
            Some((_, place)) => *place,
            None => {
                setter.about(None);
                let items = draw(setter, certificate, Layer::Common);
                let place = store(layout, items);
                common.push((certificate, place));
                place
            }
        };
        setter.about(Some(&certificate.subject.name));
        let items = draw(setter, certificate, Layer::Own);
        layout.pages.push(Page {
            width,
            height,
            shared: artwork.into_iter().chain([shared]).collect(),
            items,
            delegates: vec![certificate.subject.delegate],
            ..Page::default()
        });
    }
    setter.about(None);
}

fn store(layout: &mut Layout, items: Vec<Item>) -> usize {
    layout.shared.push(items);
    layout.shared.len() - 1
}

fn moved(items: Vec<Item>, shift: (f32, f32)) -> Vec<Item> {
    match shift {
        (0.0, 0.0) => items,
        shift => items.into_iter().map(|item| item.moved(shift)).collect(),
    }
}

/// The layer of each part: as low as its order allows.
fn layers(elements: &[&Element], first: &DesignedCertificate) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::with_capacity(elements.len());
    for (place, element) in elements.iter().enumerate() {
        let wanted = match &element.content {
            Content::Name(_) | Content::Number(_) | Content::Code => Layer::Own,
            Content::Text(_) => {
                let lines = first.texts.get(place);
                match lines.is_some_and(|lines| lines.iter().all(|line| line.constant)) {
                    true => Layer::Common,
                    false => Layer::Own,
                }
            }
            Content::PlaceDate(_) | Content::Letterhead(_) | Content::Motto(_) | Content::Signature(_) => {
                Layer::Common
            }
            _ => Layer::Artwork,
        };
        let rect = element.place.rect();
        let under = elements.iter().zip(&layers).filter(|(one, _)| one.place.rect().meets(rect));
        let highest = under.map(|(_, layer)| *layer as u8).max().unwrap_or(0);
        layers.push(match (wanted as u8).max(highest) {
            0 => Layer::Artwork,
            1 => Layer::Common,
            _ => Layer::Own,
        });
    }
    layers
}

/// Whether two certificates are the same in all that is drawn once for many.
fn has_in_common(one: &DesignedCertificate, other: &DesignedCertificate, layers: &[Layer]) -> bool {
    let frame = Arc::ptr_eq(&one.frame, &other.frame) || one.frame == other.frame;
    // Codes of one length have one size, and their patterns the same places.
    let codes = one.code.len() == other.code.len();
    let mut texts = one.texts.iter().zip(&other.texts).zip(layers);
    frame && codes && texts.all(|((one, other), layer)| *layer == Layer::Own || one == other)
}

/// Draws one part.
fn part(
    setter: &mut Typesetter,
    (element, lines): (&Element, &[CertificateLine]),
    one: &DesignedCertificate,
    all: &DesignedCertificates,
    items: &mut Vec<Item>,
) {
    let area = Area::of(element.place);
    let said = |text: &str| vec![vec![Span::plain(text)]];
    match &element.content {
        Content::Text(text) => {
            let paragraphs: Vec<Vec<Span>> =
                lines.iter().filter(|line| !line.spans.is_empty()).map(|line| line.spans.clone()).collect();
            paragraphs_in(setter, element, &paragraphs, &text.style, items);
        }
        Content::Name(style) => name(setter, element, &one.name, style, items),
        Content::Number(style) => paragraphs_in(setter, element, &said(&one.number), style, items),
        Content::PlaceDate(style) => {
            paragraphs_in(setter, element, &said(&one.frame.place_date), style, items);
        }
        Content::Letterhead(style) => head(setter, element, &one.frame, style, HeadPart::Issuer, items),
        Content::Motto(style) => head(setter, element, &one.frame, style, HeadPart::Heading, items),
        Content::Signature(style) => signed(setter, element, &one.frame, style, items),
        Content::Code => {
            // Its patterns are drawn once for all.
            items.extend(code(element, one).map(|(_, own)| own));
        }
        Content::Logo => {
            let room = (area.width, area.height);
            items.extend(one.frame.logo.as_ref().map(|logo| placed(logo, (area.left, area.top), room)));
        }
        Content::Picture(key) => {
            let room = (area.width, area.height);
            let picture = all.pictures.get(key);
            if picture.is_none() {
                setter.report(Finding::NoPicture { element: element.name.clone() });
            }
            items.extend(picture.map(|picture| placed(picture, (area.left, area.top), room)));
        }
        Content::Border(border) => ornament::border(rect(area), *border, items),
        Content::Ground(ground) => ornament::ground(rect(area), *ground, items),
        Content::Flourish(flourish) => ornament::flourish(rect(area), *flourish, items),
        Content::Line(stroke) => {
            let (across, down) = (area.axis(), area.top + area.height / 2.0);
            let lies = area.width >= area.height;
            let (from, to) = match lies {
                true => ((area.left, down), (area.left + area.width, down)),
                false => ((across, area.top), (across, area.top + area.height)),
            };
            let thickness = f32::from(stroke.thickness) / 10.0;
            items.push(Item::Rule(Rule { from, to, thickness, colour: colour(stroke.ink) }));
        }
        Content::Frame(stroke) => {
            let thickness = f32::from(stroke.thickness) / 10.0;
            items.push(rectangle(rect(area), colour(stroke.ink), thickness));
        }
    }
}

fn is_code(element: &Element) -> bool {
    element.content == Content::Code
}

/// The code of a certificate as large as its box: its patterns, and what is its own.
fn code(element: &Element, one: &DesignedCertificate) -> Option<(Item, Item)> {
    let area = Area::of(element.place);
    let side = area.width.min(area.height);
    parted(&one.code, (area.left_of(side, Across::Centre), area.top_of(side, Down::Middle)), side)
}

/// Left, top, right, bottom.
fn rect(area: Area) -> (f32, f32, f32, f32) {
    (area.left, area.top, area.left + area.width, area.top + area.height)
}

/// The outline of a rectangle.
pub(super) fn rectangle(
    (left, top, right, bottom): (f32, f32, f32, f32),
    colour: Colour,
    thickness: f32,
) -> Item {
    let corners = [(right, top), (right, bottom), (left, bottom)];
    Item::Shape(Shape {
        start: (left, top),
        outline: corners.map(Segment::Line).to_vec(),
        fill: None,
        stroke: Some((colour, thickness)),
    })
}

/// A colour as it is drawn.
pub fn colour(Ink(red, green, blue): Ink) -> Colour {
    Colour(red, green, blue)
}

/// How text of a size is set.
fn set_style(style: &TextStyle, size: f32) -> Style {
    let display = style.typeface == Typeface::Display;
    Style { tracking: style.tracking, display, ..Style::title(size) }
}

/// The words in the emphasis of their part, in capitals where it is in capitals.
fn dressed(spans: &[Span], style: &TextStyle) -> Vec<Span> {
    let dress = |span: &Span| Span {
        text: if style.capitals { span.text.to_uppercase() } else { span.text.clone() },
        bold: span.bold || style.bold,
        italic: span.italic || style.italic,
    };
    spans.iter().map(dress).collect()
}

/// Sizes from the usual one down to the least, in half points.
fn sizes(style: &TextStyle) -> impl Iterator<Item = f32> + use<> {
    (style.least.0..=style.size.0).rev().map(|half| f32::from(half) / 2.0)
}

/// From line to line at a size.
fn leading(style: &TextStyle, size: f32) -> f32 {
    size * f32::from(style.leading) / 100.0
}

/// Paragraphs as large as fit their box. What does not fit at the least size is drawn all the same, and said.
fn paragraphs_in(
    setter: &mut Typesetter,
    element: &Element,
    paragraphs: &[Vec<Span>],
    style: &TextStyle,
    items: &mut Vec<Item>,
) {
    let area = Area::of(element.place);
    let dressed: Vec<Vec<Span>> = paragraphs.iter().map(|spans| dressed(spans, style)).collect();
    let mut set = (style.size.points(), Vec::new(), true);
    for size in sizes(style) {
        let broken = |spans: &Vec<Span>| setter.lines(spans, set_style(style, size), area.width);
        let lines: Vec<Line> = dressed.iter().flat_map(broken).collect();
        let fits = lines.len() as f32 * leading(style, size) <= area.height + SLACK;
        set = (size, lines, fits);
        if fits {
            break;
        }
    }
    let (size, lines, fits) = set;
    if !fits {
        let name = setter.subject().map(str::to_owned);
        setter.report(Finding::TextTooLong { element: element.name.clone(), name });
    }
    stack(lines, style, size, area, items);
}

/// Draws lines one under the other in their box.
fn stack(lines: Vec<Line>, style: &TextStyle, size: f32, area: Area, items: &mut Vec<Item>) {
    let step = leading(style, size);
    let mut top = area.top_of(lines.len() as f32 * step, style.down);
    for line in lines {
        let x = area.left_of(line.width(size), style.across);
        line.draw(x, top + baseline(size, step), size, colour(style.ink), items);
        top += step;
    }
}

/// Where the baseline stands under the top of a line of a height.
fn baseline(size: f32, step: f32) -> f32 {
    let metrics = Face::Regular.metrics();
    let (ascent, descent) = (size * metrics.ascent as f32 / 1000.0, size * metrics.descent as f32 / 1000.0);
    (step - ascent - descent) / 2.0 + ascent
}

/// The name: on one line, as large as fits; where that is below the least size, on several, with a warning.
fn name(setter: &mut Typesetter, element: &Element, name: &str, style: &TextStyle, items: &mut Vec<Item>) {
    let area = Area::of(element.place);
    let spans = dressed(&[Span::plain(name)], style);
    let line = setter.lines(&spans, set_style(style, style.size.points()), f32::MAX / 2000.0);
    let fits = |size: &f32| {
        let wide = line.first().map_or(0.0, |line| line.width(*size));
        wide <= area.width + SLACK && leading(style, *size) <= area.height + SLACK
    };
    if let Some(size) = sizes(style).find(fits) {
        stack(line, style, size, area, items);
        return;
    }
    let mut size = style.size.points();
    let lines = loop {
        let lines = setter.lines(&spans, set_style(style, size), area.width);
        if lines.len() as f32 * leading(style, size) <= area.height + SLACK || size <= 4.0 {
            break lines;
        }
        size -= 0.5;
    };
    let name = name.to_owned();
    setter.report(match lines.len() {
        ..=1 => Finding::NameSmall { name },
        _ => Finding::NameWrapped { name },
    });
    stack(lines, style, size, area, items);
}

/// Which part of a head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HeadPart {
    Issuer,
    Heading,
}

/// Who issues it, or the heading of the state or the Party, centred in its box. The heading keeps to one line.
fn head(
    setter: &mut Typesetter,
    element: &Element,
    frame: &CertificateFrame,
    style: &TextStyle,
    which: HeadPart,
    items: &mut Vec<Item>,
) {
    let area = Area::of(element.place);
    let usual = Heading::of(frame.head.profile);
    let mut set = (Block::default(), true);
    for size in sizes(style) {
        // The lines keep their sizes to each other.
        let by = size / usual.issuer;
        let heading = Heading {
            superior: usual.superior * by,
            issuer: size,
            heading: usual.heading * by,
            motto: usual.motto * by,
            ..Heading::of(frame.head.profile)
        };
        let (block, is_whole) = match which {
            HeadPart::Issuer => (issuer(setter, &frame.head, &heading, area.width), true),
            HeadPart::Heading => {
                let span = [Span::bold(heading.words)];
                let lines = setter.lines(&span, Style::title(heading.heading), area.width).len();
                (right(setter, &heading, area.width / 2.0, area.width), lines == 1)
            }
        };
        let fits = is_whole && block.height <= area.height + SLACK;
        set = (block, fits);
        if fits {
            break;
        }
    }
    let (block, fits) = set;
    if !fits {
        setter.report(Finding::TextTooLong { element: element.name.clone(), name: None });
    }
    put(block, area, style, items);
}

/// Authority, office, room to sign, name: from the top of the box to its bottom.
fn signed(
    setter: &mut Typesetter,
    element: &Element,
    frame: &CertificateFrame,
    style: &TextStyle,
    items: &mut Vec<Item>,
) {
    let area = Area::of(element.place);
    let signer = &frame.signature;
    let part = (area.width / 2.0, area.width);
    let mut set = (Block::default(), true);
    for size in sizes(style) {
        let room = area.height - signature(setter, signer, size, part, 0.0).height;
        let signed = (signer, frame.signed.as_ref());
        let block = signature_of(setter, signed, size, part, room.max(LEAST_SIGNATURE));
        let fits = room + SLACK >= LEAST_SIGNATURE;
        set = (block, fits);
        if fits {
            break;
        }
    }
    let (block, fits) = set;
    if !fits {
        setter.report(Finding::TextTooLong { element: element.name.clone(), name: None });
    }
    put(block, area, style, items);
}

/// Puts a block that was set for the width of its box into it, in the colour of its style.
fn put(block: Block, area: Area, style: &TextStyle, items: &mut Vec<Item>) {
    let top = area.top_of(block.height, style.down);
    let ink = colour(style.ink);
    items.extend(block.items.into_iter().map(|item| {
        let mut item = item.moved((area.left, top));
        match &mut item {
            Item::Text(text) => text.colour = ink,
            Item::Rule(rule) => rule.colour = ink,
            _ => {}
        }
        item
    }));
}
