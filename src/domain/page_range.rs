//! Which pages of a paper are meant, as it is typed: "1-3, 7".

use std::collections::BTreeSet;

use crate::sentence::{Explain, Sentence};
use crate::vietnamese::fold::fold;

/// Why what was typed says no pages of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RangeMistake {
    /// This part is no page and no pages.
    Unreadable(String),
    /// The first of these is behind the last.
    Backwards(usize, usize),
    /// The paper has no such page, only so many.
    Beyond {
        /// The page.
        page: usize,
        /// How many there are.
        pages: usize,
    },
}

impl Explain for RangeMistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::Unreadable(text) => Sentence::new("page-range-unreadable").with("text", text.as_str()),
            Self::Backwards(first, last) => {
                Sentence::new("page-range-backwards").with("first", *first).with("last", *last)
            }
            Self::Beyond { page, pages } => {
                Sentence::new("page-range-beyond").with("page", *page).with("pages", *pages)
            }
        }
    }
}

/// The pages that a text names, by their places from 0, in order and each once. No text and
/// "tất cả" are all of them.
pub fn read(text: &str, pages: usize) -> Result<Vec<usize>, RangeMistake> {
    if matches!(fold(text).trim(), "" | "tat ca" | "all") {
        return Ok((0..pages).collect());
    }
    let text = text.replace(['–', '—'], "-");
    let mut places = BTreeSet::new();
    for part in text.split([',', ';', '.']).map(str::trim).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let unreadable = || RangeMistake::Unreadable(part.to_owned());
        let number = |text: &str| text.trim().parse::<usize>().map_err(|_| unreadable());
        let (first, last) = (number(first)?, number(last)?);
        if first > last {
            return Err(RangeMistake::Backwards(first, last));
        }
        if let Some(page) = [first, last].into_iter().find(|page| *page == 0 || *page > pages) {
            return Err(RangeMistake::Beyond { page, pages });
        }
        places.extend(first - 1..last);
    }
    match places.is_empty() {
        true => Err(RangeMistake::Unreadable(text.trim().to_owned())),
        false => Ok(places.into_iter().collect()),
    }
}

/// Pages in order, by their places from 0, as they are typed.
pub fn written(places: &[usize]) -> String {
    let runs = places.chunk_by(|one, next| one + 1 == *next);
    let parts = runs.filter_map(|run| Some((run.first()? + 1, run.last()? + 1)));
    let parts = parts.map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_typed_as_people_write_them() {
        for (text, places) in [
            ("", vec![0, 1, 2, 3, 4, 5, 6, 7, 8]),
            ("Tất cả", vec![0, 1, 2, 3, 4, 5, 6, 7, 8]),
            ("1-3, 7", vec![0, 1, 2, 6]),
            ("7;1 – 2", vec![0, 1, 6]),
            ("2, 2-3, 3,", vec![1, 2]),
            ("9", vec![8]),
        ] {
            assert_eq!(read(text, 9), Ok(places), "{text}");
        }
    }

    #[test]
    fn what_names_no_page_of_the_paper_is_refused_with_its_reason() {
        assert_eq!(read("3-1", 9), Err(RangeMistake::Backwards(3, 1)));
        assert_eq!(read("1-12", 9), Err(RangeMistake::Beyond { page: 12, pages: 9 }));
        assert_eq!(read("0", 9), Err(RangeMistake::Beyond { page: 0, pages: 9 }));
        assert_eq!(read("2, trang ba", 9), Err(RangeMistake::Unreadable("trang ba".into())));
        assert_eq!(read("1-2-3", 9), Err(RangeMistake::Unreadable("1-2-3".into())));
        assert_eq!(read(",", 9), Err(RangeMistake::Unreadable(",".into())));
    }

    #[test]
    fn pages_are_written_as_they_are_read() {
        for text in ["1-3, 7", "2", "1, 3, 5-9"] {
            assert_eq!(read(text, 9).map(|places| written(&places)).as_deref(), Ok(text));
        }
    }
}
