//! Pages written as a PDF file.
//!
//! printpdf is a thin back end: fonts are subset before it sees them, pages are
//! low-level operations, and [`patch`] puts right what it cannot say.

mod ops;
mod patch;

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{Mm, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};

use super::finding::PaperError;
use super::font::Face;
use super::font::subset::subset;
use super::layout::{Item, Layout, Page};

/// The whole paper as a file. The same layout always gives the same bytes.
pub fn write(layout: &Layout) -> Result<Vec<u8>, PaperError> {
    write_pages(layout, &layout.pages, &layout.outline)
}

/// One page of the paper, counted from 0, as a file of its own: what a preview
/// shows is what prints.
pub fn write_page(layout: &Layout, page: usize) -> Result<Vec<u8>, PaperError> {
    let pages = layout.pages.get(page..=page).ok_or(PaperError::NoSuchPage(page))?;
    write_pages(layout, pages, &[])
}

fn write_pages(layout: &Layout, pages: &[Page], outline: &[(String, usize)]) -> Result<Vec<u8>, PaperError> {
    let used: BTreeSet<usize> = pages.iter().flat_map(|page| page.shared.iter().copied()).collect();
    let drawings: Vec<(usize, &Vec<Item>)> =
        used.iter().filter_map(|&index| Some((index, layout.shared.get(index)?))).collect();
    // All pages of a paper that shares drawings are of one size.
    let height = pages.first().map_or(0.0, |page| page.height);

    let mut document = PdfDocument::new("");
    let all = pages.iter().map(|page| &page.items).chain(drawings.iter().map(|(_, items)| *items));
    for (face, characters) in characters(all) {
        let font = subset(face, &characters).ok_or(PaperError::Font(face.name()))?;
        document.resources.fonts.map.insert(ops::font_id(face), PdfFont::new(font));
    }
    let page_of = |shared: &[usize], items: &[Item], page: &Page| {
        let mm = |points: f32| Mm(points / super::layout::MM);
        PdfPage::new(mm(page.width), mm(page.height), ops::page(shared, items, page.height))
    };
    document.pages = pages.iter().map(|page| page_of(&page.shared, &page.items, page)).collect();
    // Each shared drawing goes through printpdf as one more page; the patch turns
    // these pages into form XObjects, which printpdf cannot write whole.
    document.pages.extend(drawings.iter().map(|(_, items)| {
        let page = Page { height, width: pages.first().map_or(0.0, |page| page.width), ..Page::default() };
        page_of(&[], items, &page)
    }));
    if outline.len() > 1 {
        for (name, page) in outline {
            document.add_bookmark(name, page + 1);
        }
    }

    let mut raw = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    // The operations are in the raw document now; a long paper holds many.
    drop(document);
    let names: Vec<String> = drawings.iter().map(|&(index, _)| ops::shared_id(index)).collect();
    patch::patch(&mut raw, &layout.info, pages, &names)
        .map_err(|error| PaperError::Write(error.to_string()))?;
    patch::save(raw).map_err(|error| PaperError::Write(error.to_string()))
}

/// The characters drawn in each face.
fn characters<'a>(drawings: impl Iterator<Item = &'a Vec<Item>>) -> BTreeMap<Face, BTreeSet<char>> {
    let mut characters: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
    for item in drawings.flatten() {
        if let Item::Text(text) = item {
            characters.entry(text.face).or_default().extend(text.text.chars());
        }
    }
    characters.retain(|_, characters| !characters.is_empty());
    characters
}
