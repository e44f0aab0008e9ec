//! Page numbers and running titles: they stand between the rows of a table that goes on.

use std::collections::HashMap;

use super::layout::{Chunk, Cut};

/// The part of a page above and below which they stand.
const MARGIN: f64 = 0.12;

/// What stands in the margins of several pages, numbers as signs.
pub(super) struct Margins(HashMap<String, usize>);

impl Margins {
    /// What the pages have in common.
    pub fn of(pages: &[Cut]) -> Self {
        let mut seen = HashMap::new();
        for page in pages {
            for line in page.lines.iter().filter(|line| is_in_margin(page, line)) {
                *seen.entry(pattern(&text(line))).or_default() += 1;
            }
        }
        Self(seen)
    }

    /// Takes it out of a page.
    pub fn take_out(&self, page: &mut Cut) -> Vec<String> {
        let lines = std::mem::take(&mut page.lines);
        let (out, kept) =
            lines.into_iter().partition(|line| is_in_margin(page, line) && self.has(&text(line)));
        page.lines = kept;
        let out: Vec<Vec<Chunk>> = out;
        out.iter().map(|line| text(line)).collect()
    }

    fn has(&self, line: &str) -> bool {
        let pattern = pattern(line);
        is_page_number(&pattern) || self.0.get(&pattern).is_some_and(|pages| *pages > 1)
    }
}

fn text(line: &[Chunk]) -> String {
    line.iter().map(|chunk| chunk.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn is_in_margin(page: &Cut, line: &[Chunk]) -> bool {
    line[0].baseline < page.height * MARGIN || line[0].baseline > page.height * (1.0 - MARGIN)
}

/// A text with one sign for every number.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        match letter.is_ascii_digit() {
            true if pattern.ends_with('#') => {}
            true => pattern.push('#'),
            false => pattern.push(letter),
        }
    }
    pattern
}

/// "3", "- 3 -", "3/9", "Trang 3/9".
fn is_page_number(pattern: &str) -> bool {
    let pattern = pattern.to_lowercase();
    let rest = pattern.trim_start_matches("trang").trim_start_matches("page");
    rest.contains('#') && rest.chars().all(|letter| letter == '#' || !letter.is_alphanumeric())
}
