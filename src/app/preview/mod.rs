//! A page of a paper as a picture, from the very bytes that print.
//!
//! [`render`] sets nothing by itself: it takes the PDF of one page and paints it
//! at the size it is shown. [`Latest`] sees to it that only the newest wish is
//! drawn, and [`sheet`] is the page view on which the page lies.

mod latest;
pub mod live;
pub mod sheet;

use iced::Size;
use iced::widget::image::Handle;

use crate::paper::layout::Layout;
use crate::paper::raster;

pub use crate::paper::raster::Unpainted as Failure;
pub use latest::{Answer, Latest};

/// Logical pixels in a point at 100 %: paper at its real size on a usual screen.
const ACTUAL: f32 = 96.0 / 72.0;

/// Room beside a page on show, in logical pixels.
const MARGIN: f32 = 20.0;
/// Room between two pages that lie side by side.
const GAP: f32 = 14.0;
/// Room above it, under the bar.
const ABOVE: f32 = 4.0;
/// Room under it.
const BELOW: f32 = 14.0;

/// Pages are never painted wider or higher than this many pixels.
const MOST: f32 = 6000.0;

/// How large a page is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Zoom {
    /// As wide as there is room.
    #[default]
    Width,
    /// The whole page in view.
    Page,
    /// Two pages in view, side by side.
    Facing,
    /// A share of the real size, in percent.
    Percent(u16),
}

/// The steps of zooming in and out, in percent.
const STEPS: [u16; 13] = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 300];

impl Zoom {
    /// Logical pixels for each point of a page on the page view.
    pub fn scale(self, page: Size, viewport: Size) -> f32 {
        let fit = |room: f32, side: f32| (room / side.max(1.0)).max(0.1);
        let width = fit(viewport.width - 2.0 * MARGIN, page.width);
        match self {
            // Wider than this, a page only gets coarse on a large screen.
            Self::Width => width.min(1.5 * ACTUAL),
            Self::Page => width.min(fit(viewport.height - ABOVE - BELOW, page.height)),
            Self::Facing => {
                let two = fit(viewport.width - 2.0 * MARGIN - GAP, 2.0 * page.width);
                two.min(fit(viewport.height - ABOVE - BELOW, page.height))
            }
            Self::Percent(percent) => f32::from(percent) / 100.0 * ACTUAL,
        }
    }

    /// What fits next, going round: the width, the page, two pages where there are two.
    pub fn next_fit(self, pages: usize) -> Self {
        match self {
            Self::Width => Self::Page,
            Self::Page if pages > 1 => Self::Facing,
            Self::Page | Self::Facing | Self::Percent(_) => Self::Width,
        }
    }

    /// How many pages are seen at once.
    pub fn at_once(self) -> usize {
        if self == Self::Facing { 2 } else { 1 }
    }

    /// The next step above or below what is shown now, in percent.
    pub fn step(shown: f32, larger: bool) -> Self {
        let next = match larger {
            true => STEPS.into_iter().find(|step| f32::from(*step) > shown + 0.5),
            false => STEPS.into_iter().rev().find(|step| f32::from(*step) < shown - 0.5),
        };
        let end = if larger { STEPS[STEPS.len() - 1] } else { STEPS[0] };
        Self::Percent(next.unwrap_or(end))
    }
}

/// The page view as it is now: its size in logical pixels, and how many pixels of the
/// screen one of them is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Its size.
    pub size: Size,
    /// Pixels of the screen in a logical one.
    pub pixels: f32,
}

/// A page painted at the size it is shown.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The pixels.
    pub handle: Handle,
    /// Size in logical pixels.
    pub size: Size,
    /// Of the real size, in percent.
    pub percent: f32,
}

/// The width in pixels a page has at a zoom.
pub fn pixel_width(page: Size, zoom: Zoom, viewport: Viewport) -> u32 {
    let scale = zoom.scale(page, viewport.size) * viewport.pixels;
    let limit = MOST / page.width.max(page.height).max(1.0);
    (page.width * scale.min(limit)).round().max(1.0) as u32
}

/// Paints a page of a layout, counted from 0, that many pixels wide.
pub fn render(layout: &Layout, page: usize, width: u32, pixels: f32) -> Result<Picture, Failure> {
    let painted = raster::paint(layout, page, width)?;
    let percent = painted.scale() / pixels / ACTUAL * 100.0;
    let size = Size::new(painted.width as f32 / pixels, painted.height as f32 / pixels);
    let handle = Handle::from_rgba(painted.width, painted.height, painted.rgba);
    Ok(Picture { handle, size, percent })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::PaperError;
    use crate::paper::layout::{A4, Colour, Item, Page, Text};

    fn page_with(text: &str) -> Layout {
        let text = Text {
            x: 72.0,
            y: 100.0,
            size: 40.0,
            face: crate::paper::Face::Regular,
            colour: Colour::BLACK,
            text: text.to_owned(),
            after: Vec::new(),
        };
        let page = Page { width: A4.0, height: A4.1, items: vec![Item::Text(text)], ..Page::default() };
        Layout { pages: vec![page], ..Layout::default() }
    }

    fn dark(picture: &Picture) -> usize {
        let Handle::Rgba { pixels, .. } = &picture.handle else { return 0 };
        pixels.chunks_exact(4).filter(|pixel| pixel[0] < 128).count()
    }

    #[test]
    fn a_page_is_painted_at_the_size_asked_for_with_its_letters() {
        let viewport = Viewport { size: Size::new(640.0, 560.0), pixels: 1.25 };
        let a4 = Size::new(A4.0, A4.1);
        let width = pixel_width(a4, Zoom::Width, viewport);
        assert_eq!(width, 750);
        let picture = render(&page_with("Nguyễn Thị Thúy Hằng"), 0, width, viewport.pixels).expect("painted");
        assert_eq!(picture.size.width, 600.0);
        assert!(dark(&picture) > 1000, "{}", dark(&picture));
        let empty = render(&page_with(""), 0, width, viewport.pixels).expect("painted");
        assert_eq!(dark(&empty), 0);
        // Marks above and below the letters are there, too.
        let bare = render(&page_with("Nguyên Thi Thuy Hăng"), 0, width, viewport.pixels).expect("painted");
        assert!(dark(&picture) > dark(&bare));
    }

    #[test]
    fn a_page_that_is_not_there_is_refused() {
        let answer = render(&page_with("A"), 3, 100, 1.0);
        assert_eq!(answer.err(), Some(Failure::Paper(PaperError::NoSuchPage(3))));
    }

    #[test]
    fn zooming_goes_step_by_step_and_ends() {
        assert_eq!(Zoom::step(75.0, true), Zoom::Percent(90));
        assert_eq!(Zoom::step(75.0, false), Zoom::Percent(67));
        assert_eq!(Zoom::step(80.0, false), Zoom::Percent(75));
        assert_eq!(Zoom::step(300.0, true), Zoom::Percent(300));
        assert_eq!(Zoom::step(10.0, false), Zoom::Percent(25));
        let viewport = Size::new(640.0, 400.0);
        let a4 = Size::new(A4.0, A4.1);
        assert!(Zoom::Page.scale(a4, viewport) < Zoom::Width.scale(a4, viewport));
        // Nothing is too small to be divided by.
        assert!(Zoom::Page.scale(a4, Size::ZERO) > 0.0);
    }
}
