//! The code of each page at its foot: sheets that come back signed are found again
//! by it, and so are those of an earlier printing.

use super::page::{Colour, Item, Layout};
use super::run::Style;
use super::typesetter::Typesetter;
use crate::paper::content::Span;
use crate::paper::font::Face;
use crate::paper::measures::FOOT;

/// What stands before the number of the page.
fn words(code: &str) -> String {
    format!("Mã trang {code} – ")
}

/// The room that a code takes beside the number of its page.
pub fn room(setter: &mut Typesetter) -> f32 {
    setter.width(Face::Regular, &words("00000000"), FOOT)
}

impl Layout {
    /// Puts its code before the number of each page, where one stands at the foot. The
    /// code stands for what the page [says](Self::said), which it is no part of itself.
    pub fn print_codes(&mut self, codes: &[String]) {
        let mut setter = Typesetter::default();
        for (page, code) in self.pages.iter_mut().zip(codes) {
            let Some(Item::Text(number)) = page.items.get(page.count.start) else { continue };
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
    }
}
