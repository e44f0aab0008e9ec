//! A reader of PDF files that shares no code with what writes them.
#![allow(dead_code)]

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, Name};
use hayro::kurbo::{Affine, BezPath, Point, Rect, Shape};

/// A page as it is seen: points, origin top left.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct ReadPage {
    pub width: f64,
    pub height: f64,
    /// Text in the order it is drawn, neighbours on a line joined.
    pub runs: Vec<ReadRun>,
    /// Boxes around the lines and shapes.
    pub paths: Vec<Rect>,
}

/// Text on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadRun {
    pub text: String,
    pub x: f64,
    /// Right end of the last glyph, as its advance says.
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
}

impl ReadPage {
    /// All its text, runs parted by line ends.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The first run with exactly this text.
    pub fn find(&self, text: &str) -> Option<&ReadRun> {
        self.runs.iter().find(|run| run.text == text)
    }

    /// Whether some run has exactly this text.
    pub fn says(&self, text: &str) -> bool {
        self.find(text).is_some()
    }
}

/// Reads every page of a file.
pub fn read(bytes: &[u8]) -> Vec<ReadPage> {
    let pdf = Pdf::new(bytes.to_vec()).expect("a PDF file");
    let cache = InterpreterCache::new();
    let pages = pdf.pages().iter().map(|page| {
        let (width, height) = page.render_dimensions();
        let transform = transform(page.initial_transform(true));
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context =
            Context::new(transform, bounds, &cache, page.xref(), InterpreterSettings::default());
        let mut reader = Reader::default();
        interpret_page(page, &mut context, &mut reader);
        ReadPage {
            width: f64::from(width),
            height: f64::from(height),
            runs: join(reader.glyphs),
            paths: reader.paths,
        }
    });
    pages.collect()
}

fn transform(from: hayro::hayro_syntax::transform::Transform) -> Affine {
    use hayro::hayro_interpret::TransformExt;
    from.to_kurbo()
}

/// What the file says of itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct About {
    pub title: String,
    pub author: String,
    pub language: String,
    pub created: String,
    pub page_mode: String,
    pub shows_title: bool,
    /// Names of the embedded fonts, each program once.
    pub fonts: Vec<String>,
    pub claims_pdfx: bool,
}

/// Reads what a file says of itself.
pub fn about(bytes: &[u8]) -> About {
    let pdf = Pdf::new(bytes.to_vec()).expect("a PDF file");
    let catalog: Dict = pdf.xref().get(pdf.xref().root_id()).expect("a catalog");
    let string = |dict: &Dict, key: &str| {
        dict.get::<hayro::hayro_syntax::object::String>(key)
            .map(|text| utf16(text.as_bytes()))
            .unwrap_or_default()
    };
    let mut about = About { language: string(&catalog, "Lang"), ..About::default() };
    about.page_mode = catalog
        .get::<Name>("PageMode")
        .map(|name| String::from_utf8_lossy(name.as_ref()).into_owned())
        .unwrap_or_default();
    about.shows_title = catalog
        .get::<Dict>("ViewerPreferences")
        .and_then(|viewer| viewer.get::<bool>("DisplayDocTitle"))
        .unwrap_or(false);
    for object in pdf.objects() {
        let Some(dict) = object.into_dict() else { continue };
        if dict.contains_key("Producer") {
            about.title = string(&dict, "Title");
            about.author = string(&dict, "Author");
            about.created = string(&dict, "CreationDate");
            about.claims_pdfx = dict.contains_key("GTS_PDFXVersion");
        }
        if dict.contains_key("FontFile2") {
            let name = dict.get::<Name>("FontName").expect("a named font");
            about.fonts.push(String::from_utf8_lossy(name.as_ref()).into_owned());
        }
    }
    about.fonts.sort();
    about
}

/// The outline of a file: how deep each entry stands, and what it is called, in the order of a reader.
pub fn outline(bytes: &[u8]) -> Vec<(usize, String)> {
    let pdf = Pdf::new(bytes.to_vec()).expect("a PDF file");
    let catalog: Dict = pdf.xref().get(pdf.xref().root_id()).expect("a catalog");
    let mut entries = Vec::new();
    if let Some(root) = catalog.get::<Dict>("Outlines") {
        below(&root, 0, &mut entries);
    }
    entries
}

fn below(dict: &Dict, depth: usize, entries: &mut Vec<(usize, String)>) {
    let mut next = dict.get::<Dict>("First");
    while let Some(entry) = next {
        let title = entry.get::<hayro::hayro_syntax::object::String>("Title").expect("a title");
        assert!(entry.contains_key("Dest"), "an entry leads somewhere");
        entries.push((depth, utf16(title.as_bytes())));
        below(&entry, depth + 1, entries);
        next = entry.get::<Dict>("Next");
    }
}

fn utf16(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(rest) => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// A page as pixels: width, height, and grey values from black 0 to white 255.
pub fn render(bytes: &[u8], page: usize, scale: f32) -> (usize, usize, Vec<u8>) {
    let pdf = Pdf::new(bytes.to_vec()).expect("a PDF file");
    let settings = hayro::PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: hayro::vello_cpu::color::palette::css::WHITE,
    };
    let pixels = hayro::render(
        &pdf.pages()[page],
        &hayro::RenderCache::new(),
        &InterpreterSettings::default(),
        &hayro::RenderSettings::default(),
        &settings,
    );
    let grey = pixels.data_as_u8_slice().chunks_exact(4).map(|pixel| {
        let sum: u32 = pixel[..3].iter().map(|&part| u32::from(part)).sum();
        (sum / 3) as u8
    });
    (pixels.width() as usize, pixels.height() as usize, grey.collect())
}

struct Glyph {
    text: String,
    x: f64,
    right: f64,
    baseline: f64,
    size: f64,
}

#[derive(Default)]
struct Reader {
    glyphs: Vec<Glyph>,
    paths: Vec<Rect>,
}

impl<'a> Device<'a> for Reader {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.paths.push((props.transform * path.clone()).bounding_box());
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let size = place.as_coeffs()[0] * 1000.0;
            let at = place * Point::ZERO;
            let text = match glyph.as_unicode() {
                Some(BfString::Char(character)) => character.to_string(),
                Some(BfString::String(text)) => text,
                None => "\u{FFFF}".to_owned(),
            };
            let advance = match &**glyph {
                hayro::hayro_interpret::font::Glyph::Outline(outline) => {
                    outline.advance_width().unwrap_or(0.0)
                }
                hayro::hayro_interpret::font::Glyph::Type3(_) => 0.0,
            };
            let right = at.x + f64::from(advance) * size / 1000.0;
            self.glyphs.push(Glyph { text, x: at.x, right, baseline: at.y, size });
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// Joins glyphs that touch on a line.
fn join(glyphs: Vec<Glyph>) -> Vec<ReadRun> {
    let mut runs: Vec<ReadRun> = Vec::new();
    for glyph in glyphs {
        let touches = runs.last().is_some_and(|run| {
            (run.baseline - glyph.baseline).abs() < 0.05
                && (glyph.x - run.right).abs() < glyph.size * 0.2
                && (run.size - glyph.size).abs() < 0.05
        });
        match runs.last_mut() {
            Some(run) if touches => {
                run.text.push_str(&glyph.text);
                run.right = glyph.right;
            }
            _ => runs.push(ReadRun {
                text: glyph.text,
                x: glyph.x,
                right: glyph.right,
                baseline: glyph.baseline,
                size: glyph.size,
            }),
        }
    }
    runs
}
