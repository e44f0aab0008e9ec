//! Pages written as a PDF file.
//!
//! What is drawn on them is put into operators here; `lopdf` writes the objects about them.

mod document;
mod drawing;
mod file;
mod fonts;
mod metadata;
mod names;
mod outline;
mod resources;

use std::collections::BTreeSet;

use lopdf::{Error, Stream, dictionary};

use super::content::Info;
use super::finding::PaperError;
use super::layout::{Item, Layout, Mark, Page};
use document::Document;
use file::Deflater;
use resources::Resources;

/// The whole paper as a file. The same layout always gives the same bytes.
///
/// The layout is used up: what a page took of memory is free once it is written.
pub fn write(layout: Layout) -> Result<Vec<u8>, PaperError> {
    write_pages(&layout.info, &layout.shared, layout.pages, &layout.outline)
}

/// One page of the paper, counted from 0, as a file of its own: what a preview
/// shows is what prints.
pub fn write_page(layout: &Layout, page: usize) -> Result<Vec<u8>, PaperError> {
    let page = layout.pages.get(page).ok_or(PaperError::NoSuchPage(page))?;
    write_pages(&layout.info, &layout.shared, vec![page.clone()], &[])
}

/// Pages whose content is held at once beside the file.
const PART: usize = 1_000;

fn write_pages(
    info: &Info,
    shared: &[Vec<Item>],
    pages: Vec<Page>,
    marks: &[Mark],
) -> Result<Vec<u8>, PaperError> {
    let used: BTreeSet<usize> = pages.iter().flat_map(|page| page.shared.iter().copied()).collect();
    let drawings: Vec<(usize, &Vec<Item>)> =
        used.iter().filter_map(|&index| Some((index, shared.get(index)?))).collect();
    let drawn = pages.iter().map(|page| &page.items).chain(drawings.iter().map(|(_, items)| *items));
    let needed = Resources::of(drawn.flatten())?;
    let outline = outline::entries(marks, &pages);

    let write = || {
        let mut document = Document::start(info, &pages, &needed, &drawings, outline)?;
        let mut pages = pages.into_iter();
        while !pages.as_slice().is_empty() {
            let part: Vec<Page> = pages.by_ref().take(PART).collect();
            for (page, content) in part.iter().zip(contents(&part, &needed)?) {
                document.add(page, content)?;
            }
        }
        document.finish()
    };
    write().map_err(|error: Error| PaperError::Write(error.to_string()))
}

/// What is drawn on each of the pages, packed. Of many pages each processor writes its share.
fn contents(pages: &[Page], needed: &Resources) -> Result<Vec<Stream>, Error> {
    /// For fewer pages a thread is not worth while.
    const LEAST: usize = 16;
    let write = |pages: &[Page]| {
        let mut deflater = Deflater::default();
        let content = |page| deflater.deflated(Stream::new(dictionary! {}, drawing::page(page, needed)));
        pages.iter().map(content).collect::<Result<Vec<Stream>, Error>>()
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = pages.len().div_ceil(threads).max(LEAST);
    if pages.len() <= share {
        return write(pages);
    }
    std::thread::scope(|scope| {
        let shares: Vec<_> = pages.chunks(share).map(|pages| scope.spawn(|| write(pages))).collect();
        let mut all = Vec::with_capacity(pages.len());
        for one in shares {
            all.extend(one.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Ok(all)
    })
}
