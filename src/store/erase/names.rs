//! The names of who is erased, found in any text.

use std::ops::Range;

use crate::domain::erasure::ERASED_NAME;
use crate::vietnamese::fold::{compare_key, fold};

/// Names to be found, whatever their case, and precomposed or not.
#[derive(Debug, Default)]
pub(in crate::store) struct Names(Vec<Name>);

#[derive(Debug, PartialEq)]
struct Name {
    /// Its syllables as they are compared: every letter and tone counts.
    exact: Vec<String>,
    /// The same without marks.
    folded: Vec<String>,
    /// How many letters that is.
    letters: usize,
}

/// No letter of a text becomes more letters than this when it is folded ("ﬃ").
const MOST_OF_ONE: usize = 3;

/// A word of a text and where it stands.
struct Word {
    place: Range<usize>,
    exact: String,
    folded: String,
}

/// Without marks, fewer syllables than this are too often other words ("le an", "lễ ăn").
const ENOUGH_FOLDED: usize = 3;
/// What is shown on either side of a name that was found.
const AROUND: usize = 6;

impl Names {
    /// Adds a name, once.
    pub(super) fn add(&mut self, name: &str) {
        let words = words(name);
        if words.is_empty() || name == ERASED_NAME {
            return;
        }
        let (exact, folded): (_, Vec<String>) =
            words.into_iter().map(|word| (word.exact, word.folded)).unzip();
        let letters = folded.iter().flat_map(|word| word.chars()).filter(|one| one.is_alphabetic()).count();
        let name = Name { exact, folded, letters };
        if !self.0.contains(&name) {
            self.0.push(name);
        }
    }

    /// Whether a text is one of the names and nothing else.
    pub(super) fn are(&self, text: &str) -> bool {
        let words = words(text);
        self.0.iter().any(|name| name.exact.iter().eq(words.iter().map(|word| &word.exact)))
    }

    /// The text with "(đã xóa)" in the place of every name; `None` when there is none. A name of
    /// one syllable is a word like any other, unless it is the whole text.
    pub(in crate::store) fn replaced(&self, text: &str) -> Option<String> {
        let words = words(text);
        let mut found = String::new();
        let (mut copied, mut at) = (0, 0);
        while at < words.len() {
            let Some(length) = self.named_at(&words, at) else {
                at += 1;
                continue;
            };
            found.push_str(&text[copied..words[at].place.start]);
            found.push_str(ERASED_NAME);
            copied = words[at + length - 1].place.end;
            at += length;
        }
        (copied > 0).then(|| found + &text[copied..])
    }

    /// Whether a text surely holds a name.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let words = words(text);
        (0..words.len()).any(|at| self.named_at(&words, at).is_some())
    }

    /// A few words around the first place of a text that may be a name, also one without marks.
    pub(super) fn around(&self, text: &str) -> Option<String> {
        if !self.may_be_in(text) {
            return None;
        }
        let words = words(text);
        let begins = |at: usize, name: &Name| match name.folded.len() {
            1 => words[at].exact == name.exact[0],
            length => {
                at + length <= words.len()
                    && words[at..at + length].iter().map(|word| &word.folded).eq(&name.folded)
            }
        };
        let (at, name) = (0..words.len())
            .find_map(|at| self.0.iter().find(|name| begins(at, name)).map(|name| (at, name)))?;
        let first = at.saturating_sub(AROUND);
        let last = (at + name.folded.len() - 1 + AROUND).min(words.len() - 1);
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let shown = text[words[first].place.start..words[last].place.end].replace('\n', " ");
        Some(format!("{}{shown}{}", cut(first > 0), cut(last + 1 < words.len())))
    }

    /// Whether a text has letters and words enough for one of the names. Most texts of a file are
    /// times, states and numbers, and need not be taken apart.
    fn may_be_in(&self, text: &str) -> bool {
        let (mut letters, mut words, mut is_within) = (0, 0, false);
        for letter in text.chars() {
            letters += usize::from(letter.is_alphabetic());
            let was_within = std::mem::replace(&mut is_within, is_of_word(letter));
            words += usize::from(is_within && !was_within);
        }
        self.0.iter().any(|name| name.folded.len() <= words && name.letters <= letters * MOST_OF_ONE)
    }

    /// How many words from one on are a name.
    fn named_at(&self, words: &[Word], at: usize) -> Option<usize> {
        let same = |name: &&Name| {
            let length = name.exact.len();
            let Some(here) = words.get(at..at + length) else { return false };
            let exact = || here.iter().map(|word| &word.exact).eq(&name.exact);
            let folded = || here.iter().map(|word| &word.folded).eq(&name.folded);
            match length {
                1 => words.len() == 1 && exact(),
                _ => exact() || length >= ENOUGH_FOLDED && folded(),
            }
        };
        // Of two names the longer one: nothing of it shall stay.
        self.0.iter().filter(same).map(|name| name.exact.len()).max()
    }
}

/// The words of a text.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut begun = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_of_word(letter), begun) {
            (true, None) => begun = Some(at),
            (false, Some(start)) => {
                let word = &text[start..at];
                words.push(Word { place: start..at, exact: compare_key(word), folded: fold(word) });
                begun = None;
            }
            _ => {}
        }
    }
    words
}

/// Letters, numbers, and the marks of decomposed letters.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn names(all: &[&str]) -> Names {
        let mut names = Names::default();
        all.iter().for_each(|name| names.add(name));
        names
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let names = names(&["Nguyễn Văn Quỳnh", "Lê Thúy"]);
        let decomposed: String = "Mời ông Nguyễn Văn Quỳnh, thôn 3".nfd().collect();
        let rest: String =
            ["Mời ông ", ", thôn 3"].map(|text| text.nfd().collect::<String>()).join(ERASED_NAME);
        assert_eq!(names.replaced(&decomposed), Some(rest), "what stands around it stays as it is written");
        assert_eq!(names.replaced("NGUYỄN VĂN QUỲNH").as_deref(), Some("(đã xóa)"));
        assert_eq!(names.replaced("nguyen van quynh.xlsx").as_deref(), Some("(đã xóa).xlsx"));
        assert_eq!(names.replaced("bà Lê Thuý và bà Lê Thúy").as_deref(), Some("bà (đã xóa) và bà (đã xóa)"));
        assert_eq!(names.replaced("Lê Thủy, Lê Thúyy, le thuy"), None, "others");
    }

    #[test]
    fn a_name_of_one_syllable_is_a_word_like_any_other() {
        let names = names(&["An"]);
        assert_eq!(names.replaced("an ninh, bình an"), None);
        assert_eq!(names.replaced("An").as_deref(), Some("(đã xóa)"));
        assert!(names.are("AN") && !names.are("An Bình"));
    }

    #[test]
    fn a_text_without_letters_enough_names_nobody() {
        let names = names(&["Hoffina Fils"]);
        assert_eq!(names.around("2026-11-28T08:00:00Z"), None);
        assert_eq!(names.around("present"), None);
        assert!(names.around("hoffina-fils").is_some());
    }

    #[test]
    fn what_may_be_a_name_is_shown_with_a_few_words_around_it() {
        let names = names(&["Lê Thúy"]);
        let text =
            "Sau phần khai mạc của hội nghị trực tuyến, bà Le Thuy (thôn 3) nêu ba kiến nghị về nước sạch.";
        assert_eq!(
            names.around(text).as_deref(),
            Some("…của hội nghị trực tuyến, bà Le Thuy (thôn 3) nêu ba kiến nghị…")
        );
        assert_eq!(names.around("Lê Thị Thúy"), None);
    }
}
