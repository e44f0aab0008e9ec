//! What is drawn on a page: letters with their places, and the lines of tables.

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, PathSeg, Point, Rect, Shape};

use super::super::super::budget::{Budget, Stop};

/// Lines that are kept of a page.
const MOST_RULES: usize = 20_000;

/// A letter; points from the top left of the page.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub text: String,
    pub x: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    /// Whether it is the first of those that the file draws together.
    pub begins: bool,
}

/// A straight line: at so much from the left or the top, from there to there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub at: f64,
    pub from: f64,
    pub to: f64,
}

/// What stands on a page.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub height: f64,
    pub letters: Vec<Letter>,
    /// Letters that the file does not tell.
    pub unknown: usize,
    pub upright: Vec<Rule>,
    pub level: Vec<Rule>,
    pub pictures: usize,
}

/// Draws a page into nothing and keeps what counts.
pub(super) fn read<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    budget: &Budget,
) -> Result<Drawn, Stop> {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, bounds, cache, page.xref(), InterpreterSettings::default());
    let mut reader = Reader {
        drawn: Drawn { height: f64::from(height), ..Drawn::default() },
        budget: budget.clone(),
        stop: None,
    };
    interpret_page(page, &mut context, &mut reader);
    match reader.stop {
        Some(stop) => Err(stop),
        None => Ok(reader.drawn),
    }
}

struct Reader {
    drawn: Drawn,
    budget: Budget,
    stop: Option<Stop>,
}

impl Reader {
    fn letter(&mut self, glyph: &Glyph<'_>, place: Affine, begins: bool) {
        let [a, b, ..] = place.as_coeffs();
        // Text that stands on end is no line of a list.
        if self.stop.is_some() || b.abs() > a.abs() {
            return;
        }
        self.stop = self.budget.shared_text().err();
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(text)) => text,
            None => {
                self.drawn.unknown += 1;
                return;
            }
        };
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let (at, size) = (place * Point::ZERO, a.abs() * 1_000.0);
        let right = at.x + f64::from(advance.unwrap_or(0.0).max(0.0)) * a.abs();
        if [at.x, at.y, right, size].iter().all(|number| number.is_finite()) {
            self.drawn.letters.push(Letter { text, x: at.x, right, baseline: at.y, size, begins });
        }
    }

    fn rule(&mut self, from: Point, to: Point) {
        /// A line shorter than this is part of a letter.
        const SHORTEST: f64 = 4.0;
        const STRAIGHT: f64 = 1.0;
        let numbers = [from.x, from.y, to.x, to.y];
        if self.drawn.upright.len() + self.drawn.level.len() > MOST_RULES
            || numbers.iter().any(|n| !n.is_finite())
        {
            return;
        }
        let (width, height) = ((from.x - to.x).abs(), (from.y - to.y).abs());
        if width < STRAIGHT && height > SHORTEST {
            let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
            self.drawn.upright.push(Rule { at: f64::midpoint(from.x, to.x), from: top, to: bottom });
        } else if height < STRAIGHT && width > SHORTEST {
            let (left, right) = (from.x.min(to.x), from.x.max(to.x));
            self.drawn.level.push(Rule { at: f64::midpoint(from.y, to.y), from: left, to: right });
        }
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        /// A filled shape thinner than this is a line.
        const THIN: f64 = 2.5;
        if self.stop.is_none() {
            self.stop = self.budget.step().err();
        }
        if self.stop.is_some() {
            return;
        }
        if matches!(mode, DrawMode::Fill(_)) {
            let shape = (props.transform * path.clone()).bounding_box();
            let middle = shape.center();
            if shape.width() < THIN {
                self.rule(Point::new(middle.x, shape.y0), Point::new(middle.x, shape.y1));
            } else if shape.height() < THIN {
                self.rule(Point::new(shape.x0, middle.y), Point::new(shape.x1, middle.y));
            }
            return;
        }
        for segment in path.segments().take(MOST_RULES) {
            if let PathSeg::Line(line) = segment {
                self.rule(props.transform * line.p0, props.transform * line.p1);
            }
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for (at, glyph) in run.glyphs().iter().enumerate() {
            self.letter(glyph, props.transform * glyph.transform(), at == 0);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.drawn.pictures += 1;
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
