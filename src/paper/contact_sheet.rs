//! The first, the middle and the last page of papers on one picture, to look at them all together.
//!
//! A paper is painted and let go before the next: of all of them only what is seen is held.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

use super::font::{Face, printable};
use super::layout::{Colour, Item, Layout, Page, Segment, Shape, Text};
use super::raster::{Raster, Unpainted, paint};

/// How wide the picture is, in pixels.
const WIDTH: usize = 2000;
/// Room around pages and captions.
const GAP: usize = 16;
/// How tall a caption is.
const CAPTION: usize = 34;
/// Pages of each paper.
const SHOWN: usize = 3;
/// The ground, as bright as this in all three colours.
const GROUND: u8 = 0xE6;
/// The edge of a page.
const EDGE: u8 = 0x99;
/// What is taller than this many pixels is not painted any more: room for 90 papers.
const TALLEST: usize = 24_000;

/// A picture that grows paper by paper.
pub struct ContactSheet {
    /// How many papers stand beside each other.
    beside: usize,
    /// Whole rows of pixels, three bytes each.
    rgb: Vec<u8>,
    /// What stands in the row that is not full yet.
    waiting: Vec<Shown>,
}

/// A paper with its pages painted.
struct Shown {
    caption: Raster,
    pages: Vec<Raster>,
}

impl ContactSheet {
    /// An empty one: for a single paper large pages, for several smaller ones.
    pub fn new(single: bool) -> Self {
        Self { beside: if single { 1 } else { 2 }, rgb: Vec::new(), waiting: Vec::new() }
    }

    /// Adds a paper under its name. False where there is no room for it any more.
    ///
    /// Errors: a page that cannot be painted.
    pub fn add(&mut self, name: &str, layout: &Layout) -> Result<bool, Unpainted> {
        if self.height() > TALLEST {
            return Ok(false);
        }
        let count = layout.pages.len();
        let shown = shown(count);
        let width = u32::try_from(self.page_width()).unwrap_or(1);
        let pages = shown.iter().map(|&page| paint(layout, page, width)).collect::<Result<_, _>>()?;
        let numbers: Vec<String> = shown.iter().map(|page| (page + 1).to_string()).collect();
        let caption = self.caption(&format!("{name} – trang {}/{count}", numbers.join(", ")))?;
        self.waiting.push(Shown { caption, pages });
        if self.waiting.len() == self.beside {
            self.end_row();
        }
        Ok(true)
    }

    /// The picture as a PNG file; `None` where nothing was added, or where it cannot be packed.
    pub fn png(mut self) -> Option<Vec<u8>> {
        self.end_row();
        let height = self.height();
        let mut file = Vec::new();
        let (width, height) =
            (u32::try_from(WIDTH).ok()?, u32::try_from(height).ok().filter(|rows| *rows > 0)?);
        let encoder = PngEncoder::new(&mut file);
        encoder.write_image(&self.rgb, width, height, ExtendedColorType::Rgb8).ok()?;
        Some(file)
    }

    fn height(&self) -> usize {
        self.rgb.len() / (3 * WIDTH)
    }

    /// How wide a paper is with its pages.
    fn paper_width(&self) -> usize {
        (WIDTH - GAP) / self.beside
    }

    fn page_width(&self) -> usize {
        (self.paper_width() - GAP) / SHOWN - GAP
    }

    /// A caption painted as pages are: as a strip of the ground with a line of text.
    fn caption(&self, text: &str) -> Result<Raster, Unpainted> {
        let (width, height) = ((self.paper_width() - 2 * GAP) as f32, CAPTION as f32);
        let (text, _) = printable(text);
        let size = 20.0;
        let fits = |text: &str| Face::Bold.width(text) as f32 * size / 1000.0 <= width;
        let mut kept = text.clone().into_owned();
        while !fits(&kept) && kept.pop().is_some() {}
        if kept.len() < text.len() {
            kept.pop();
            kept.push('…');
        }
        let line = Text {
            x: 0.0,
            y: 24.0,
            size,
            face: Face::Bold,
            colour: Colour::BLACK,
            text: kept,
            after: Vec::new(),
        };
        let ground = Shape {
            start: (0.0, 0.0),
            outline: [(width, 0.0), (width, height), (0.0, height)].map(Segment::Line).into(),
            fill: Some(Colour(GROUND, GROUND, GROUND)),
            stroke: None,
        };
        let page =
            Page { width, height, items: vec![Item::Shape(ground), Item::Text(line)], ..Page::default() };
        paint(&Layout { pages: vec![page], ..Layout::default() }, 0, width as u32)
    }

    /// Puts what waits into the picture.
    fn end_row(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let pages = waiting.iter().flat_map(|paper| &paper.pages);
        let Some(tallest) = pages.map(|page| page.height as usize).max() else { return };
        let top = self.height();
        let height = GAP + CAPTION + tallest + GAP;
        self.rgb.resize((top + height) * WIDTH * 3, GROUND);
        for (place, paper) in waiting.iter().enumerate() {
            let left = GAP + place * self.paper_width();
            self.put(&paper.caption, (left, top + GAP));
            for (index, page) in paper.pages.iter().enumerate() {
                let at = (left + index * (self.page_width() + GAP), top + GAP + CAPTION);
                self.frame(page, at);
                self.put(page, at);
            }
        }
    }

    /// Paints a picture with its top left corner at a place.
    fn put(&mut self, picture: &Raster, (left, top): (usize, usize)) {
        let rows = picture.rgba.chunks_exact(picture.width as usize * 4);
        for (row, pixels) in (top..self.height()).zip(rows) {
            for (column, pixel) in (left..WIDTH).zip(pixels.chunks_exact(4)) {
                let at = (row * WIDTH + column) * 3;
                self.rgb[at..at + 3].copy_from_slice(&pixel[..3]);
            }
        }
    }

    /// An edge of one pixel around where a page will stand.
    fn frame(&mut self, page: &Raster, (left, top): (usize, usize)) {
        let (right, bottom) = (left + page.width as usize, top + page.height as usize);
        for row in (top - 1)..(bottom + 1).min(self.height()) {
            let from = (row * WIDTH + left - 1) * 3;
            let to = (row * WIDTH + (right + 1).min(WIDTH)) * 3;
            self.rgb[from..to].fill(EDGE);
        }
    }
}

/// The first, the middle and the last of so many pages.
fn shown(count: usize) -> Vec<usize> {
    let mut shown = vec![0, count / 2, count.saturating_sub(1)];
    shown.dedup();
    shown.retain(|page| *page < count);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_middle_and_last() {
        assert!(shown(0).is_empty());
        assert_eq!(shown(1), [0]);
        assert_eq!(shown(2), [0, 1]);
        assert_eq!(shown(3), [0, 1, 2]);
        assert_eq!(shown(26), [0, 13, 25]);
    }
}
