//! Words prepared to be found in a text without comparing it with each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Words sought at the beginning of texts, each with what it means.
#[derive(Debug, Clone)]
pub struct Beginnings<T = ()> {
    /// By the first letter, in its order; the longest first.
    by_letter: Vec<(char, Vec<(String, T)>)>,
}

impl<T: Copy> Beginnings<T> {
    /// What each word means that a text begins with, and what follows it there; the
    /// longest word first. Whether a word may end there is the caller's to say.
    pub fn of<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (T, &'a str)> {
        let known = |letter| self.by_letter.binary_search_by_key(&letter, |(letter, _)| *letter).ok();
        let at = text.chars().next().and_then(known);
        let likely = at.map_or(&[][..], |at| self.by_letter[at].1.as_slice());
        likely.iter().filter_map(|(word, meaning)| Some((*meaning, text.strip_prefix(word.as_str())?)))
    }

    /// Every word and what it means.
    pub fn words(&self) -> impl Iterator<Item = (&str, T)> + Clone + '_ {
        self.by_letter
            .iter()
            .flat_map(|(_, words)| words.iter().map(|(word, meaning)| (word.as_str(), *meaning)))
    }

    /// What follows each word that a text begins with.
    pub fn after<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a str> {
        self.of(text).map(|(_, rest)| rest)
    }

    /// What the longest word means that a text begins with, and that ends there.
    pub fn whole(&self, text: &str) -> Option<T> {
        self.of(text).find(|(_, rest)| rest.is_empty() || rest.starts_with(' ')).map(|(meaning, _)| meaning)
    }

    /// Whether a text begins with a word, wherever that ends.
    pub fn begin(&self, text: &str) -> bool {
        self.of(text).next().is_some()
    }
}

impl<W: Into<String>, T> FromIterator<(W, T)> for Beginnings<T> {
    fn from_iter<I: IntoIterator<Item = (W, T)>>(words: I) -> Self {
        let mut by_letter: BTreeMap<char, Vec<(String, T)>> = BTreeMap::new();
        for (word, meaning) in words {
            let word = word.into();
            if let Some(letter) = word.chars().next() {
                by_letter.entry(letter).or_default().push((word, meaning));
            }
        }
        by_letter.values_mut().for_each(|words| words.sort_by_key(|(word, _)| Reverse(word.len())));
        Self { by_letter: by_letter.into_iter().collect() }
    }
}

impl FromIterator<String> for Beginnings {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        words.into_iter().map(|word| (word, ())).collect()
    }
}

impl<'a> FromIterator<&'a str> for Beginnings {
    fn from_iter<I: IntoIterator<Item = &'a str>>(words: I) -> Self {
        words.into_iter().map(|word| (word, ())).collect()
    }
}

/// Words with their marks, for "Xa" and "Đoàn" are family names; and the same without,
/// for texts that have none at all.
#[derive(Debug, Clone)]
pub struct ByMarks<L> {
    /// As they are written.
    pub marked: L,
    /// Without their marks.
    pub unmarked: L,
}

impl<L> ByMarks<L> {
    /// The words to seek in a text of small letters.
    pub fn of(&self, text: &str) -> &L {
        if text.is_ascii() { &self.unmarked } else { &self.marked }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_comes_first() {
        let words: Beginnings<u8> = [("tổ", 1), ("tổ dân phố", 2), ("xã", 3)].into_iter().collect();
        assert_eq!(words.of("tổ dân phố 5").collect::<Vec<_>>(), [(2, " 5"), (1, " dân phố 5")]);
        assert_eq!(words.whole("xã"), Some(3));
        assert_eq!(words.whole("xãy"), None);
        assert!(words.begin("xãy") && !words.begin("") && !words.begin("phường"));
    }
}
