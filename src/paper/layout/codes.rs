//! The code of each page that people sign: at its foot to be read, as a QR to be scanned, with a mark in each corner.
//! Sheets that come back signed are found again by it, and so are those of an earlier printing.

use super::page::{Colour, Grid, Item, Layout, Page};
use super::qr::numeric_qr;
use super::run::Style;
use super::typesetter::Typesetter;
use crate::domain::attendance::page::SheetGeometry;
use crate::paper::content::Span;
use crate::paper::font::Face;
use crate::paper::measures::{FOOT, MM};

/// What stands before the number of the page.
fn words(code: &str) -> String {
    format!("Mã trang {code} – ")
}

/// The room that a code takes beside the number of its page.
pub fn room(setter: &mut Typesetter) -> f32 {
    setter.width(Face::Regular, &words("00000000"), FOOT)
}

impl Layout {
    /// Puts code and marks on the pages of this kind of paper that people sign. The code stands for what the page
    /// [says](Self::said), which it is no part of itself.
    pub fn print_codes(&mut self, kind: &str) {
        let code = |page: &Page| page.sheet.is_some().then(|| self.code(kind, page));
        let codes: Vec<Option<String>> = self.pages.iter().map(code).collect();
        let mut setter = Typesetter::default();
        for (page, code) in self.pages.iter_mut().zip(codes) {
            if let Some(code) = code {
                print_words(&mut setter, page, &code);
                let marks = page.sheet.iter().flat_map(|sheet| marks(&sheet.geometry, &code));
                page.items.extend(marks);
            }
        }
    }
}

/// Puts the code before the number of the page at its foot.
fn print_words(setter: &mut Typesetter, page: &mut Page, code: &str) {
    let Some(Item::Text(number)) = page.items.get(page.count.start) else { return };
    let (right, y) = (number.x + number.width(), number.y);
    let text = words(code) + &number.text;
    let width = setter.width(Face::Regular, &text, FOOT);
    let mut drawn = Vec::new();
    for line in setter.lines(&[Span::plain(text)], Style::body(FOOT), width + 1.0) {
        line.draw(right - width, y, FOOT, Colour::GREY, &mut drawn);
    }
    let after = page.items.split_off(page.count.end);
    page.items.truncate(page.count.start);
    page.items.append(&mut drawn);
    page.count.end = page.items.len();
    page.items.extend(after);
}

/// The four corner marks, and the code to be scanned.
fn marks(geometry: &SheetGeometry, code: &str) -> Vec<Item> {
    let side = geometry.mark_side;
    let corner = |&(x, y): &(f32, f32)| ((x - side / 2.0) * MM, (y - side / 2.0) * MM);
    let square = |at| Item::Grid(Grid { at, side: side * MM, boxes: vec![[0, 0, 1, 1]] });
    let marks = geometry.marks.iter().map(corner).map(square);
    let qr = geometry.code.and_then(|(x, y, module)| numeric_qr(code, (x * MM, y * MM), module * MM));
    marks.chain(qr).collect()
}
