//! Pages written as a PDF file.
//!
//! printpdf is a thin back end: fonts are subset before it sees them, pages are
//! low-level operations, and `patch` puts right what it cannot say.

mod file;
mod metadata;
mod ops;
mod outline;
mod patch;

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{Mm, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};

use super::content::Info;
use super::finding::PaperError;
use super::font::Face;
use super::font::subset::subset;
use super::layout::{Colour, Item, Layout, Mark, Page, Text};
use crate::domain::picture::Picture;
use patch::Assembly;

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

/// Pages that are handed to printpdf at once. It keeps every operation of what it
/// is given, some 10 kB a page, so a long paper goes through it in parts.
const PART: usize = 250;

fn write_pages(
    info: &Info,
    shared: &[Vec<Item>],
    mut pages: Vec<Page>,
    marks: &[Mark],
) -> Result<Vec<u8>, PaperError> {
    let used: BTreeSet<usize> = pages.iter().flat_map(|page| page.shared.iter().copied()).collect();
    let drawings: Vec<(usize, &Vec<Item>)> =
        used.iter().filter_map(|&index| Some((index, shared.get(index)?))).collect();
    // All pages of a paper that shares drawings are of one size.
    let plain = pages.first().map(|page| Page { width: page.width, height: page.height, ..Page::default() });
    let plain = plain.unwrap_or_default();

    let mut document = PdfDocument::new("");
    let all = pages.iter().map(|page| &page.items).chain(drawings.iter().map(|(_, items)| *items));
    let characters = characters(all);
    for (&face, characters) in &characters {
        let font = subset(face, characters).ok_or(PaperError::Font(face.name()))?;
        document.resources.fonts.map.insert(ops::font_id(face), PdfFont::new(font));
    }
    let pictures =
        Pictures::of(pages.iter().map(|page| &page.items).chain(drawings.iter().map(|(_, items)| *items)));
    let page_of = |shared: &[usize], items: &[Item], page: &Page| {
        let mm = |points: f32| Mm(points / super::measures::MM);
        let turned = page.twice.then_some(page.width);
        PdfPage::new(
            mm(page.width),
            mm(page.height),
            ops::page(shared, items, &pictures.all, page.height, turned),
        )
    };
    let size = patch::common_size(&pages);
    let outline = outline::entries(marks, &pages);
    let others = pages.split_off(PART.min(pages.len()));
    document.pages = pages.iter().map(|page| page_of(&page.shared, &page.items, page)).collect();
    // Each shared drawing goes through printpdf as one more page; they become
    // form XObjects, which printpdf cannot write whole.
    document.pages.extend(drawings.iter().map(|(_, items)| page_of(&[], items, &plain)));
    // And a page that shows every character, so that the fonts know those of later parts.
    document.pages.push(page_of(&[], &specimen(&characters), &plain));

    let damaged = |error: lopdf::Error| PaperError::Write(error.to_string());
    let raw = |document: &PdfDocument| {
        // Not "secure": it would drop the operators that printpdf has no words for.
        let options = PdfSaveOptions { secure: false, ..PdfSaveOptions::default() };
        document.to_lopdf_document(&options, &mut Vec::new())
    };
    let names: Vec<String> = drawings.iter().map(|&(index, _)| ops::shared_id(index)).collect();
    let mut assembly =
        Assembly::start(raw(&document), info, size, &pages, &names, &pictures, outline).map_err(damaged)?;
    drop(pages);
    let mut others = others.into_iter();
    while !others.as_slice().is_empty() {
        let pages: Vec<Page> = others.by_ref().take(PART).collect();
        document.pages = pages.iter().map(|page| page_of(&page.shared, &page.items, page)).collect();
        assembly.append(raw(&document), &pages).map_err(damaged)?;
    }
    drop(document);
    assembly.finish().map_err(|error| PaperError::Write(error.to_string()))
}

/// The pictures that are drawn.
#[derive(Default)]
struct Pictures {
    /// Each once.
    all: Vec<Picture>,
    /// Whether one of them is drawn as ink.
    inked: bool,
}

impl Pictures {
    fn of<'a>(drawings: impl Iterator<Item = &'a Vec<Item>>) -> Self {
        let mut pictures = Self::default();
        for item in drawings.flatten() {
            let Item::Picture(placed) = item else { continue };
            pictures.inked |= placed.inked;
            if !pictures.all.contains(&placed.picture) {
                pictures.all.push(placed.picture.clone());
            }
        }
        pictures
    }
}

/// One line of text in each face, of all its characters.
fn specimen(characters: &BTreeMap<Face, BTreeSet<char>>) -> Vec<Item> {
    let line = |(&face, characters): (&Face, &BTreeSet<char>)| {
        let text = characters.iter().collect();
        Item::Text(Text { x: 0.0, y: 0.0, size: 1.0, face, colour: Colour::BLACK, text, after: Vec::new() })
    };
    characters.iter().map(line).collect()
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
