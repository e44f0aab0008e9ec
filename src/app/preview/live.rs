//! The live preview: which page is on show, and the work that paints it.

use std::sync::Arc;
use std::time::Instant;

use iced::{Size, Task};

use crate::app::job;
use crate::app::preview::{self, Answer, Failure, Latest, Picture, Viewport, Zoom};
use crate::domain::certificate::CertificateForm;
use crate::domain::dossier::Dossier;
use crate::paper::certificate_sample::{SampleOf, lay_out_sample};
use crate::paper::layout::Layout;
use crate::paper::{self, Finding, Options, PaperKind};
use crate::sentence::{Explain, Sentence};

/// How many painted pages are kept: enough to look back and forth.
const KEPT: usize = 6;

/// A paper set on pages, and which version of the choices it follows.
#[derive(Debug)]
struct Laid {
    version: u64,
    layout: Layout,
    /// The code of each page.
    codes: Vec<String>,
}

/// What the work brought.
#[derive(Debug, Clone)]
pub struct Drawn {
    laid: Arc<Laid>,
    /// The first page.
    page: usize,
    /// How wide it is in pixels.
    width: u32,
    /// It, and the one that faces it.
    pictures: Vec<Picture>,
}

/// The end of a piece of work: its number and what it brought; `None` when it
/// broke down.
pub type Done = (u64, Option<Result<Drawn, Sentence>>);

/// What is painted from.
#[derive(Clone)]
pub enum Source {
    /// A paper of a session.
    Paper {
        /// The session.
        dossier: Arc<Dossier>,
        /// The paper.
        kind: PaperKind,
        /// How it is made.
        options: Options,
    },
    /// One certificate in a form that is being made.
    Sample {
        /// The session.
        dossier: Arc<Dossier>,
        /// The form.
        form: Box<CertificateForm>,
        /// Whom it is filled in for.
        of: SampleOf,
        /// How papers are made.
        options: Options,
    },
}

/// The preview.
#[derive(Debug, Default)]
pub struct Live {
    latest: Latest,
    /// Counts changes of the data and of the choices.
    version: u64,
    laid: Option<Arc<Laid>>,
    page: usize,
    zoom: Zoom,
    viewport: Option<Viewport>,
    shown: Option<Drawn>,
    kept: Vec<Drawn>,
    failed: Option<Sentence>,
    asked: Option<Instant>,
}

impl Live {
    /// The pages on show.
    pub fn pictures(&self) -> &[Picture] {
        self.shown.as_ref().map_or(&[], |shown| &shown.pictures)
    }

    /// Why there is none.
    pub fn failed(&self) -> Option<&Sentence> {
        self.failed.as_ref()
    }

    /// What to look at before printing.
    pub fn findings(&self) -> &[Finding] {
        self.laid.as_ref().map_or(&[], |laid| &laid.layout.findings)
    }

    /// The codes of the pages of the choices as they are, once they are laid out.
    pub fn codes(&self) -> Option<&[String]> {
        self.fresh().map(|laid| laid.codes.as_slice())
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.laid.as_ref().map_or(0, |laid| laid.layout.pages.len())
    }

    /// The page on show or on its way there, from 0; the first of two.
    pub fn page(&self) -> usize {
        self.page
    }

    /// The last page on show or on its way there.
    pub fn last(&self) -> usize {
        (self.page + self.zoom.at_once()).min(self.pages()).saturating_sub(1)
    }

    /// The page that is seen, from 0: what the page view scrolls.
    pub fn seen(&self) -> usize {
        self.shown.as_ref().map_or(0, |shown| shown.page)
    }

    /// How large it is wished to be.
    pub fn zoom(&self) -> Zoom {
        self.zoom
    }

    /// How large it is, in percent of the real size.
    pub fn percent(&self) -> Option<f32> {
        self.pictures().first().map(|picture| picture.percent)
    }

    /// The data or the choices changed: what is laid out is out of date.
    pub fn outdate(&mut self) {
        self.version += 1;
        self.kept.clear();
    }

    /// Shows the first page of what comes next.
    pub fn rewind(&mut self) {
        self.page = 0;
    }

    /// The page view has this size now. True when that is news.
    pub fn set_viewport(&mut self, viewport: Viewport) -> bool {
        let news = self.viewport != Some(viewport);
        self.viewport = Some(viewport);
        news
    }

    /// Another zoom.
    pub fn set_zoom(&mut self, zoom: Zoom) {
        self.zoom = zoom;
        self.page = self.first_of(self.page);
    }

    /// The page that stands at the left where this one is seen.
    fn first_of(&self, page: usize) -> usize {
        page - page % self.zoom.at_once()
    }

    /// Another page. False when there is no such page, or when it is seen.
    pub fn turn_to(&mut self, page: usize) -> bool {
        let wanted = self.first_of(page);
        let there = page < self.pages() && wanted != self.page;
        if there {
            self.page = wanted;
        }
        there
    }

    /// Whether the page that is wanted is not on show yet.
    pub fn is_stale(&self) -> bool {
        self.current().is_none()
    }

    /// The layout of the choices as they are, once it is there.
    fn fresh(&self) -> Option<&Arc<Laid>> {
        self.laid.as_ref().filter(|laid| laid.version == self.version)
    }

    /// How wide the page that is wanted is painted, in pixels.
    fn width(&self, laid: &Laid) -> Option<u32> {
        Some(preview::pixel_width(size(&laid.layout, self.page)?, self.zoom, self.viewport?))
    }

    fn current(&self) -> Option<&Drawn> {
        let laid = self.fresh()?;
        let width = self.width(laid)?;
        let shown = self.shown.as_ref()?;
        let same = shown.laid.version == self.version && self.is_wanted(shown, width);
        same.then_some(shown)
    }

    /// Whether these are the pages that are wanted, at the size that is.
    fn is_wanted(&self, drawn: &Drawn, width: u32) -> bool {
        let all = (self.page + self.zoom.at_once()).min(self.pages());
        drawn.page == self.page && drawn.width == width && drawn.pictures.len() == all - self.page.min(all)
    }

    /// Brings the page that is wanted to the page view: from those kept, or by work.
    pub fn redraw(&mut self, source: impl FnOnce() -> Source) -> Task<Done> {
        // Nothing can be painted before the page view has a size: it will ask then.
        let Some(viewport) = self.viewport else { return Task::none() };
        let kept = self.fresh().cloned().and_then(|laid| {
            let width = self.width(&laid)?;
            self.kept.iter().find(|one| self.is_wanted(one, width)).cloned()
        });
        if let Some(drawn) = kept {
            self.latest.settle();
            self.shown = Some(drawn);
            return Task::none();
        }
        self.asked = Some(Instant::now());
        match self.latest.ask() {
            Some(number) => self.work(number, viewport, source()),
            None => Task::none(),
        }
    }

    /// A piece of work came to its end. The next one, if there is a newer wish.
    pub fn take_in(&mut self, done: Done, source: impl FnOnce() -> Source) -> Task<Done> {
        let (number, answer) = done;
        match (self.latest.answered(number), self.viewport) {
            (Answer::Drop, _) | (_, None) => return Task::none(),
            (Answer::Again(number), Some(viewport)) => return self.work(number, viewport, source()),
            (Answer::Show, Some(_)) => {}
        }
        match answer.unwrap_or_else(|| Err(Sentence::new("window-job-failed"))) {
            Ok(drawn) => {
                if let Some(asked) = self.asked.take() {
                    tracing::debug!(elapsed = ?asked.elapsed(), page = drawn.page, "preview drawn");
                }
                self.failed = None;
                self.page = drawn.page;
                self.laid = Some(Arc::clone(&drawn.laid));
                if self.kept.len() >= KEPT {
                    self.kept.remove(0);
                }
                self.kept.push(drawn.clone());
                self.shown = Some(drawn);
            }
            Err(reason) => {
                self.failed = Some(reason);
                self.laid = None;
                self.shown = None;
            }
        }
        Task::none()
    }

    fn work(&self, number: u64, viewport: Viewport, source: Source) -> Task<Done> {
        let (version, page, zoom) = (self.version, self.page, self.zoom);
        let laid = self.fresh().cloned();
        let work = job::blocking(move || {
            let laid = match laid {
                Some(laid) => laid,
                None => lay_out(&source, version)?,
            };
            draw(laid, page, zoom, viewport)
        });
        work.map(move |answer| (number, answer))
    }
}

fn lay_out(source: &Source, version: u64) -> Result<Arc<Laid>, Sentence> {
    let (layout, codes) = match source {
        Source::Paper { dossier, kind, options } => {
            let layout = paper::lay_out(*kind, dossier, options).map_err(|error| error.explain())?;
            let codes = layout.codes(kind.id());
            (layout, codes)
        }
        Source::Sample { dossier, form, of, options } => {
            (lay_out_sample(dossier, form, *of, options), Vec::new())
        }
    };
    Ok(Arc::new(Laid { version, layout, codes }))
}

/// Paints a page, or the last one where there are fewer now; with it the one that
/// faces it, where two are seen.
fn draw(laid: Arc<Laid>, page: usize, zoom: Zoom, viewport: Viewport) -> Result<Drawn, Sentence> {
    let pages = laid.layout.pages.len();
    let page = page.min(pages.saturating_sub(1));
    let page = page - page % zoom.at_once();
    let width = |page| preview::pixel_width(size(&laid.layout, page).unwrap_or(Size::ZERO), zoom, viewport);
    let paint = |page| preview::render(&laid.layout, page, width(page), viewport.pixels);
    let seen = page..(page + zoom.at_once()).min(pages).max(page + 1);
    let pictures: Result<Vec<Picture>, Failure> = seen.map(paint).collect();
    let pictures = pictures.map_err(|failure| match failure {
        Failure::Paper(error) => error.explain(),
        Failure::Unreadable => Sentence::new("window-print-no-preview"),
    })?;
    let width = width(page);
    Ok(Drawn { laid, page, width, pictures })
}

fn size(layout: &Layout, page: usize) -> Option<Size> {
    layout.pages.get(page).map(|page| Size::new(page.width, page.height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::layout::Page;

    fn laid(version: u64, pages: usize) -> Arc<Laid> {
        let page = Page { width: 595.0, height: 842.0, ..Page::default() };
        let layout = Layout { pages: vec![page; pages], ..Layout::default() };
        Arc::new(Laid { version, layout, codes: Vec::new() })
    }

    #[test]
    fn a_paper_with_fewer_pages_shows_its_last() {
        let viewport = Viewport { size: Size::new(400.0, 300.0), pixels: 1.0 };
        let drawn = draw(laid(1, 2), 9, Zoom::Width, viewport).expect("drawn");
        assert_eq!((drawn.page, drawn.width), (1, 360));
    }

    #[test]
    fn two_pages_are_turned_together() {
        let viewport = Viewport { size: Size::new(900.0, 500.0), pixels: 1.0 };
        let drawn = draw(laid(0, 5), 3, Zoom::Facing, viewport).expect("drawn");
        assert_eq!((drawn.page, drawn.pictures.len()), (2, 2));
        assert_eq!(draw(laid(0, 5), 4, Zoom::Facing, viewport).expect("drawn").pictures.len(), 1);

        let mut live = Live { laid: Some(laid(0, 5)), page: 3, ..Live::default() };
        live.set_zoom(Zoom::Facing);
        assert_eq!((live.page(), live.last()), (2, 3));
        assert!(!live.turn_to(3), "it is seen already");
        assert!(live.turn_to(4));
        assert_eq!((live.page(), live.last()), (4, 4));
    }

    #[test]
    fn only_pages_that_are_there_can_be_turned_to() {
        let mut live = Live { laid: Some(laid(0, 2)), ..Live::default() };
        assert!(live.turn_to(1));
        assert!(!live.turn_to(1));
        assert!(!live.turn_to(2));
        live.outdate();
        assert!(live.is_stale());
    }
}
