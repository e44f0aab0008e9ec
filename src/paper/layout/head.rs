//! The head and the title of a paper.

use super::flow::Block;
use super::line::Line;
use super::page::{Colour, Item, Rule};
use super::run::Style;
use super::typesetter::Typesetter;
use crate::domain::organisation::HeadingProfile;
use crate::paper::content::{Head, Span, TitleLine};
use crate::paper::line_breaking::places_in;
use crate::paper::measures::{Heading, ISSUER_LINE, KIND, MM, MOTTO, SUBJECT, TEXT};

/// The two parts of a head across a text: the issuer's and the heading's, and of
/// the line under it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parts {
    /// Middle of the left part.
    pub left_axis: f32,
    /// Width of the left part.
    pub left: f32,
    /// Middle of the right part.
    pub right_axis: f32,
    /// Width of the right part.
    pub right: f32,
}

impl Parts {
    /// The heading keeps to one line; on wide pages the parts are equal.
    pub fn of(setter: &mut Typesetter, profile: HeadingProfile, width: f32) -> Self {
        let (left, right) = parts(setter, &Heading::of(profile), width);
        Self { left_axis: left / 2.0, left, right_axis: width - right / 2.0, right }
    }
}

/// The head across a text `width` points wide: the issuer in the left part, the
/// heading in the right, each centred in its part.
pub fn head(setter: &mut Typesetter, head: &Head, width: f32) -> Block {
    let heading = Heading::of(head.profile);
    let parts = Parts::of(setter, head.profile, width);
    let mut block = issuer(setter, head, &heading, parts.left);
    block.beside(right(setter, &heading, parts.right_axis, parts.right));
    block
}

/// How wide the two parts of a head are: the heading keeps to one line; on wide
/// pages the parts are equal.
pub fn parts(setter: &mut Typesetter, heading: &Heading, width: f32) -> (f32, f32) {
    let gap = 5.0 * MM;
    let natural = setter.lines(&[Span::bold(heading.words)], Style::title(heading.heading), width);
    let natural = natural.first().map_or(0.0, |line| line.width(heading.heading));
    let right = natural.max((width - gap) / 2.0).min(width);
    ((width - gap - right).max(width / 4.0), right)
}

/// Superior and issuer with the line under them.
pub fn issuer(setter: &mut Typesetter, head: &Head, sizes: &Heading, width: f32) -> Block {
    let axis = width / 2.0;
    let mut block = Block::default();
    for line in &head.superior {
        let lines = organisation_lines(setter, line, false, sizes.superior, width);
        block.centred(lines, sizes.superior, axis);
    }
    let mut last = 0.0;
    for line in &head.issuer {
        let lines = organisation_lines(setter, line, true, sizes.issuer, width);
        last = lines.last().map_or(0.0, |line| line.width(sizes.issuer));
        block.centred(lines, sizes.issuer, axis);
    }
    let star = setter.lines(&[Span::plain(sizes.under_issuer)], Style::title(sizes.issuer), width);
    if !sizes.under_issuer.is_empty() && last > 0.0 {
        block.centred(star, sizes.issuer, axis);
    }
    if head.profile == HeadingProfile::State && last > 0.0 {
        underline(&mut block, axis, last * ISSUER_LINE, 2.5);
    }
    block
}

/// National heading and motto, or the heading of the Party.
pub fn right(setter: &mut Typesetter, heading: &Heading, axis: f32, width: f32) -> Block {
    let mut block = Block::default();
    let lines = setter.lines(&[Span::bold(heading.words)], Style::title(heading.heading), width);
    let mut own = lines.last().map_or(0.0, |line| line.width(heading.heading));
    block.centred(lines, heading.heading, axis);
    if heading.has_motto {
        let lines = setter.lines(&[Span::bold(MOTTO)], Style::title(heading.motto), width);
        own = lines.last().map_or(0.0, |line| line.width(heading.motto));
        block.centred(lines, heading.motto, axis);
    }
    // As long as the text over it (custom; 36-HD/VPTW for the Party).
    underline(&mut block, axis, own, 2.5);
    block
}

/// A line under what stands in the block.
fn underline(block: &mut Block, axis: f32, length: f32, gap: f32) {
    let y = block.height + gap;
    block.items.push(Item::Rule(Rule {
        from: (axis - length / 2.0, y),
        to: (axis + length / 2.0, y),
        thickness: 0.75,
        colour: Colour::BLACK,
    }));
    block.height = y + 1.0;
}

/// A name of an organisation: "ỦY BAN MTTQ VIỆT NAM / HUYỆN PHÚ NINH" rather
/// than a break inside "VIỆT NAM" or "PHÚ NINH".
pub fn organisation_lines(
    setter: &mut Typesetter,
    name: &str,
    bold: bool,
    size: f32,
    width: f32,
) -> Vec<Line> {
    let style = Style::title(size);
    let span = |text: &str| if bold { Span::bold(text) } else { Span::plain(text) };
    let whole = setter.lines(&[span(name)], style, width);
    if whole.len() == 1 {
        return whole;
    }
    let fits = |at: &usize| setter.lines(&[span(&name[..*at])], style, width).len() == 1;
    let place = places_in(name).filter(fits).max();
    match place {
        Some(at) => {
            let mut lines = setter.lines(&[span(&name[..at])], style, width);
            lines.extend(setter.lines(&[span(&name[at + 1..])], style, width));
            lines
        }
        None => whole,
    }
}

/// Cluster, place and day: what does not fit on one line breaks after a comma, so
/// that no name is parted.
fn note_lines(setter: &mut Typesetter, text: &str, size: f32, width: f32) -> Vec<Line> {
    let mut set = |text: &str| setter.lines(&[Span::italic(text)], Style::title(size), width);
    let whole = set(text);
    if whole.len() != 2 {
        return whole;
    }
    let parted = text.rmatch_indices(", ").find_map(|(at, _)| {
        let (first, second) = (set(&text[..=at]), set(&text[at + 2..]));
        (first.len() == 1 && second.len() == 1).then(|| [first, second].concat())
    });
    parted.unwrap_or(whole)
}

/// What the size of a title depends on.
#[derive(Debug, Clone, Copy, Default)]
pub struct TitleStyle {
    /// Whose heading the paper has.
    pub profile: HeadingProfile,
    /// A letter: text as large as its body, and a line under the subject.
    pub letter: bool,
}

impl TitleStyle {
    /// Sizes of kind and subject: kind 14 bold, subject 13 bold, 14 over running text
    /// (Nghị định 30/2020/NĐ-CP, Phụ lục I: both 13–14 bold; for the Party Hướng dẫn
    /// 36-HD/VPTW: 15–16 and 14–15).
    pub fn sizes(self) -> (f32, f32) {
        match (self.profile, self.letter) {
            (HeadingProfile::Party, _) => (16.0, 15.0),
            (HeadingProfile::State, true) => (KIND, TEXT),
            (HeadingProfile::State, false) => (KIND, SUBJECT),
        }
    }
}

/// How wide a title may be, as a part of the text: long ones keep off the margins, which
/// reads better than full lines.
pub const TITLE_WIDTH: f32 = 0.94;

/// Title lines; cluster, place and day 13 italic; to whom a letter goes as its text.
pub fn title(setter: &mut Typesetter, lines: &[TitleLine], style: TitleStyle, width: f32) -> Block {
    let (kind, subject) = style.sizes();
    let mut block = Block::default();
    for line in lines {
        let (span, size, before) = match line {
            TitleLine::Kind(text) => (Span::bold(text), kind, 0.0),
            TitleLine::Subject(text) => (Span::bold(text), subject, 1.0),
            TitleLine::Note(text) => (Span::italic(text), SUBJECT, 1.0),
            TitleLine::Addressed(text) => (Span::plain(text), TEXT, 3.0),
        };
        block.space(before);
        let room = width * TITLE_WIDTH;
        let set = match line {
            TitleLine::Note(text) => note_lines(setter, text, size, room),
            TitleLine::Kind(_) | TitleLine::Subject(_) | TitleLine::Addressed(_) => {
                setter.lines(&[span], Style::title(size), room)
            }
        };
        let last = set.last().map_or(0.0, |line| line.width(size));
        block.centred(set, size, width / 2.0);
        if style.letter && matches!(line, TitleLine::Subject(_)) && last > 0.0 {
            // A third to a half of the text over it (Phụ lục I).
            underline(&mut block, width / 2.0, last * ISSUER_LINE, 2.5);
        }
    }
    block
}
