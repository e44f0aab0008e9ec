//! The head of a paper, and the line of number and date under it.

use super::paragraph::{Look, Paragraph, cell_run};
use super::style::Style;
use super::table::side_by_side;
use crate::domain::organisation::HeadingProfile;
use crate::paper::content::{Head, NumberDate, Span};
use crate::paper::font::composed;
use crate::paper::layout::{Frame, Measuring, number_size};
use crate::paper::line_breaking::unbroken_organisation;
use crate::paper::measures::{ABOUT, Heading, ISSUER_LINE, MM, MOTTO};
use crate::paper::xml::Xml;

/// Room between the issuer and the heading.
const GAP: f32 = 5.0 * MM;

/// What the heading gets besides its width: another program may set it a hair wider.
const SPARE: f32 = 6.0;

/// The issuer on the left, the heading on the right, each with its line.
pub fn head(xml: &mut Xml, content: &Head, measuring: &mut Measuring, frame: &Frame) {
    let heading = Heading::of(content.profile);
    let (_, right) = measuring.head(&heading, frame);
    let right = (right + SPARE).min(frame.width() * 0.75);
    let left = frame.width() - right;

    let last = content
        .issuer
        .last()
        .map_or(0.0, |line| measuring.lines(Span::bold(line.as_str()), heading.issuer, left - GAP).0);
    let issuer_line = (content.profile == HeadingProfile::State).then_some(last * ISSUER_LINE);
    let (words, size) =
        if heading.has_motto { (MOTTO, heading.motto) } else { (heading.words, heading.heading) };
    let own = measuring.lines(Span::bold(words), size, right).0;

    let issuer = |xml: &mut Xml| {
        for line in &content.superior {
            organisation(xml, line, Look::sized(heading.superior));
        }
        for line in &content.issuer {
            organisation(xml, line, Look::bold(heading.issuer));
        }
        if !heading.under_issuer.is_empty() {
            Paragraph::of(Style::Head).say(xml, heading.under_issuer, Look::sized(heading.issuer));
        }
        rule(xml, issuer_line.unwrap_or(0.0), left - GAP);
    };
    let nation = |xml: &mut Xml| {
        Paragraph::of(Style::Head).say(xml, heading.words, Look::bold(heading.heading));
        if heading.has_motto {
            Paragraph::of(Style::Head).say(xml, MOTTO, Look::bold(heading.motto));
        }
        rule(xml, own, right);
    };
    side_by_side(xml, &[left, right], GAP, &[&[&issuer, &nation]]);
}

fn organisation(xml: &mut Xml, name: &str, look: Look) {
    let name = unbroken_organisation(&composed(name));
    Paragraph::of(Style::Head).write(xml, |xml| cell_run(xml, &name, look));
}

/// A line in the middle of a cell `width` points wide. A cell ends with a
/// paragraph in any case; this one is as low as the line.
pub fn rule(xml: &mut Xml, length: f32, width: f32) {
    let side = ((width - length) / 2.0).max(0.0);
    let line_over = length > 0.0;
    Paragraph {
        line_over,
        before: line_over.then_some(2.5),
        exactly: Some(2.0),
        sides: Some((side, side)),
        ..Paragraph::of(Style::Head)
    }
    .write(xml, |_| {});
}

/// Number on the left, place and date on the right, each under its part of the head.
pub fn number_date(
    xml: &mut Xml,
    content: &NumberDate,
    profile: HeadingProfile,
    measuring: &mut Measuring,
    frame: &Frame,
) {
    let size = number_size(profile);
    let number = |xml: &mut Xml| {
        Paragraph::of(Style::Head).say(xml, &content.number, Look::sized(size));
        if !content.about.is_empty() {
            Paragraph::of(Style::Head).say(xml, &content.about, Look::sized(ABOUT));
        }
    };
    let date = |xml: &mut Xml| Paragraph::of(Style::Head).say(xml, &content.place_date, Look::italic(size));
    let (_, right) = measuring.head(&Heading::of(profile), frame);
    // The date keeps to one line: its part is wider where it does not fit.
    let own = measuring.lines(Span::italic(content.place_date.as_str()), size, frame.width()).0;
    let right = right.max(own + SPARE).min(frame.width() * 0.75);
    side_by_side(xml, &[frame.width() - right, right], 0.0, &[&[&number, &date]]);
}
