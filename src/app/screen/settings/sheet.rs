//! A sheet of paper as it will print: head, place and date, signature. It is set
//! by the same layout as the papers, so lines break where they will on paper.

use iced::widget::canvas::{self, Path, Stroke, path};
use iced::widget::{container, row};
use iced::{Color, Element, Length, Point, Rectangle, Renderer, Size, Theme, mouse};

use super::edit::signer;
use crate::app::theme::{palette, space, style};
use crate::domain::organisation::OrganisationDetails;
use crate::paper::content::{Block, Body, Closing, Document, Head, Info, Section, SignatureBlock};
use crate::paper::layout::{A4, Item, MM, Rule, Text, lay_out};

/// Margins of the papers, which the drawing leaves away.
const LEFT: f32 = 30.0 * MM;
const RIGHT: f32 = 15.0 * MM;
const TOP: f32 = 20.0 * MM;
const BOTTOM: f32 = 20.0 * MM;
/// White around the text of the drawing, in pixels.
const MARGIN: f32 = space::M;
/// The drawing is never larger than this many pixels a point.
const LARGEST: f32 = 1.2;

/// The sheet, ready to be drawn.
pub struct Sheet {
    letters: Path,
    rules: Vec<Rule>,
    /// Height of what is drawn, in points.
    height: f32,
}

impl Sheet {
    /// Sets the sheet of an organisation.
    pub fn of(details: &OrganisationDetails) -> Self {
        let layout = lay_out(&document(details));
        let items = layout.pages.into_iter().next().map(|page| page.items).unwrap_or_default();
        let mut sheet = Self { letters: Path::new(|_| {}), rules: Vec::new(), height: 0.0 };
        let mut texts = Vec::new();
        for item in items {
            match item {
                // What stands in the margin is the foot of the page.
                Item::Text(text) if text.y < A4.1 - BOTTOM => {
                    sheet.height = sheet.height.max(text.y + text.size * 0.4 - TOP);
                    texts.push(text);
                }
                Item::Rule(rule) => sheet.rules.push(rule),
                Item::Text(_) | Item::Shape(_) | Item::Picture(_) | Item::Grid(_) => {}
            }
        }
        sheet.letters = Path::new(|builder| {
            for text in &texts {
                outline(text, builder);
            }
        });
        sheet
    }

    /// The sheet on a ground, `width` pixels wide.
    pub fn view<'a, Message: 'a>(&'a self, width: f32) -> Element<'a, Message> {
        let room = width - 2.0 * (MARGIN + space::S);
        let scale = (room / text_width()).clamp(0.1, LARGEST);
        let size = Size::new((text_width() * scale).round(), (self.height * scale).round());
        let drawing =
            canvas::Canvas::new(Drawing { sheet: self, scale }).width(size.width).height(size.height);
        let paper = container(drawing).padding(MARGIN).style(style::fill(palette::SURFACE));
        container(row![paper])
            .center_x(Length::Fill)
            .padding(space::S)
            .style(style::rounded(palette::DESK, space::RADIUS))
            .into()
    }
}

fn text_width() -> f32 {
    A4.0 - LEFT - RIGHT
}

/// A paper that has only a head and a signature.
fn document(details: &OrganisationDetails) -> Document {
    let filled = |lines: &[String]| lines.iter().filter(|line| !line.is_empty()).cloned().collect();
    let head = Head {
        profile: details.letterhead.profile,
        superior: filled(&details.letterhead.superior),
        issuer: filled(&details.letterhead.issuer),
    };
    let place = details.letterhead.place.as_deref().unwrap_or("…………");
    let who = signer(&details.signatories).and_then(|place| details.signatories.get(place));
    let right = who.map(|one| SignatureBlock {
        lines: one.authority.iter().chain([&one.title]).filter(|line| !line.is_empty()).cloned().collect(),
        name: one.name.clone(),
        ..SignatureBlock::default()
    });
    let closing = Closing {
        place_date: format!("{place}, ngày …… tháng …… năm ………"),
        left: SignatureBlock::default(),
        middle: None,
        // What a list has where nobody is named.
        right: right.unwrap_or_else(|| SignatureBlock {
            lines: vec!["XÁC NHẬN".to_owned()],
            hint: Some("(Ký, ghi rõ họ tên)".to_owned()),
            ..SignatureBlock::default()
        }),
        ..Closing::default()
    };
    let section = Section { blocks: vec![Block::Head(head), Block::Closing(closing)], ..Section::default() };
    Document { info: Info::default(), body: Body::Flow(vec![section]) }
}

/// The letters of a line as outlines.
fn outline(text: &Text, builder: &mut path::Builder) {
    let Ok(font) = ttf_parser::Face::parse(text.face.data(), 0) else { return };
    let metrics = text.face.metrics();
    let mut pen =
        Pen { builder, x: text.x, y: text.y, scale: text.size / f32::from(font.units_per_em().max(1)) };
    for (place, character) in text.text.chars().enumerate() {
        let Some(glyph) = metrics.glyph(character) else { continue };
        // Blanks have no outline.
        let _ = font.outline_glyph(ttf_parser::GlyphId(glyph.id), &mut pen);
        let after = text.after.get(place).copied().map_or(0.0, f32::from);
        pen.x += (f32::from(glyph.advance) + after) * text.size / 1000.0;
    }
}

/// Takes a glyph's outline to where it stands on the page.
struct Pen<'b> {
    builder: &'b mut path::Builder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> Point {
        Point::new(self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl ttf_parser::OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.builder.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.builder.line_to(to);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, to) = (self.at(x1, y1), self.at(x, y));
        self.builder.quadratic_curve_to(control, to);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.builder.bezier_curve_to(first, second, to);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}

/// The canvas of a sheet.
struct Drawing<'a> {
    sheet: &'a Sheet,
    scale: f32,
}

impl<Message> canvas::Program<Message> for Drawing<'_> {
    type State = ();

    fn draw(
        &self,
        _state: &(),
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<canvas::Geometry> {
        let mut frame = canvas::Frame::new(renderer, bounds.size());
        frame.scale(self.scale);
        frame.translate(iced::Vector::new(-LEFT, -TOP));
        frame.fill(&self.sheet.letters, Color::BLACK);
        for rule in &self.sheet.rules {
            let line = Path::line(rule.from.into(), rule.to.into());
            let thickness = (rule.thickness * self.scale).max(1.0);
            frame.stroke(&line, Stroke::default().with_width(thickness).with_color(Color::BLACK));
        }
        vec![frame.into_geometry()]
    }
}
