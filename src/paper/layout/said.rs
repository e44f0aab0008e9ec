//! What a page says, to tell whether it is still the page that was printed.

use super::page::{Item, Layout, Mark, Page};
use crate::domain::print_run::page_code;

/// Two baselines nearer than this, in points, are one.
const ONE_LINE: f32 = 0.5;

impl Layout {
    /// The code of each page of this kind of paper, which stands for all it says: a page of
    /// the same text at the same place of its part has the same code, however many pages
    /// follow it.
    pub fn codes(&self, kind: &str) -> Vec<String> {
        self.pages.iter().map(|page| self.code(kind, page)).collect()
    }

    /// That of one page.
    pub(super) fn code(&self, kind: &str, page: &Page) -> String {
        page_code([kind, &self.said(page)])
    }

    /// All text of a page without its spaces, cell by cell.
    ///
    /// Where lines break says nothing: a longer name elsewhere may make a column
    /// wider. How many pages there are is left out, or one more at the end would
    /// make every page another one; which of them it is stays in.
    pub fn said(&self, page: &Page) -> String {
        let mut said = page.place.to_string();
        let shared = page.shared.iter().filter_map(|&place| self.shared.get(place)).flatten();
        let own = page.items.iter().enumerate();
        let own = own.filter(|(place, _)| !page.count.contains(place)).map(|(_, item)| item);
        let mut above = f32::INFINITY;
        for item in shared.chain(own) {
            let Item::Text(text) = item else { continue };
            // A line under the last goes on in the same cell; the next cell begins beside it or higher.
            if text.y < above + ONE_LINE {
                said.push('\n');
            }
            above = text.y;
            said.extend(text.text.chars().filter(|letter| !letter.is_whitespace()));
        }
        said
    }

    /// The paper with some of its pages only, by their places from 0.
    #[must_use]
    pub fn only(&self, pages: &[usize]) -> Self {
        let kept = pages.iter().filter_map(|&place| self.pages.get(place)).cloned().collect();
        let outline = self.outline.iter().filter_map(|mark| {
            let page = pages.iter().position(|page| *page == mark.page)?;
            Some(Mark { page, ..mark.clone() })
        });
        Self {
            info: self.info.clone(),
            pages: kept,
            shared: self.shared.clone(),
            outline: outline.collect(),
            findings: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::font::Face;
    use crate::paper::layout::{Colour, Text};

    fn page(place: usize, texts: &[(f32, &str)]) -> Page {
        let text = |&(y, text): &(f32, &str)| {
            let (x, size, face, colour) = (0.0, 12.0, Face::Regular, Colour::BLACK);
            Item::Text(Text { x, y, size, face, colour, text: text.to_owned(), after: Vec::new() })
        };
        Page { items: texts.iter().map(text).collect(), place, ..Page::default() }
    }

    fn said(page: &Page) -> String {
        Layout::default().said(page)
    }

    #[test]
    fn what_wraps_otherwise_says_the_same_and_another_cell_does_not() {
        let wrapped = page(1, &[(10.0, "Tổ trưởng"), (24.0, "Tổ đoàn kết"), (10.0, "1969")]);
        let in_a_line = page(1, &[(10.0, "Tổ trưởng Tổ đoàn kết"), (10.0, "1969")]);
        assert_eq!(said(&wrapped), said(&in_a_line));
        let elsewhere = page(1, &[(10.0, "Tổ trưởng"), (10.0, "Tổ đoàn kết 1969")]);
        assert_ne!(said(&wrapped), said(&elsewhere));
        assert_ne!(said(&wrapped), said(&Page { place: 2, ..wrapped.clone() }));
    }

    #[test]
    fn how_many_pages_there_are_makes_no_page_another() {
        let of = |count: &str| Page { count: 1..2, ..page(1, &[(10.0, "An"), (800.0, count)]) };
        assert_eq!(said(&of("Trang 1/2")), said(&of("Trang 1/3")));
    }

    #[test]
    fn some_pages_of_a_paper_are_a_paper() {
        let pages = vec![page(1, &[(1.0, "a")]), page(2, &[(1.0, "b")]), page(1, &[(1.0, "c")])];
        let outline = vec![Mark::part("Cụm 1", 0), Mark::part("Cụm 2", 2)];
        let layout = Layout { pages, outline, ..Layout::default() };
        let some = layout.only(&[1, 2, 9]);
        assert_eq!(some.pages, layout.pages[1..]);
        assert_eq!(some.outline, [Mark::part("Cụm 2", 1)]);
    }
}
