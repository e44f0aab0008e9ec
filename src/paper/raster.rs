//! A page as pixels, from the very bytes that print.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::{AlphaColor, Srgb};
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use super::finding::PaperError;
use super::layout::Layout;
use super::pdf;

/// A page painted on white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// How many pixels it is wide.
    pub width: u32,
    /// How many it is tall.
    pub height: u32,
    /// Four bytes for each, row by row: red, green, blue, and 255.
    pub rgba: Vec<u8>,
    /// Millionths of pixels in a point.
    scale: u32,
}

impl Raster {
    /// Pixels in a point of the page.
    pub fn scale(&self) -> f32 {
        self.scale as f32 / 1e6
    }
}

/// Why a page could not be painted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unpainted {
    /// The page could not be written.
    Paper(PaperError),
    /// What was written could not be read back.
    Unreadable,
}

/// Paints a page of a layout, counted from 0, that many pixels wide.
pub fn paint(layout: &Layout, page: usize, width: u32) -> Result<Raster, Unpainted> {
    let bytes = pdf::write_page(layout, page).map_err(Unpainted::Paper)?;
    let file = Pdf::new(bytes).map_err(|_| Unpainted::Unreadable)?;
    let first = file.pages().first().ok_or(Unpainted::Unreadable)?;
    let points = first.render_dimensions();
    // A little more than the width, which is cut to whole pixels.
    let scale = (width as f32 + 0.01) / points.0.max(1.0);
    let settings = PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: AlphaColor::<Srgb>::new([1.0, 1.0, 1.0, 1.0]),
    };
    let pixmap = hayro::render(
        first,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    Ok(Raster {
        width: u32::from(pixmap.width()),
        height: u32::from(pixmap.height()),
        // On an opaque ground, premultiplied colours are plain ones.
        rgba: pixmap.data_as_u8_slice().to_vec(),
        scale: (scale * 1e6) as u32,
    })
}
