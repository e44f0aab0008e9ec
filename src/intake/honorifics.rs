//! Words before a name that are no part of it.

use std::sync::LazyLock;

use crate::domain::person::Gender;
use crate::lexicon::{Beginnings, Section};

/// A word before a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prefix {
    /// As it is written.
    pub word: String,
    /// The sex that it says.
    pub gender: Option<Gender>,
    /// Whether it says what they are: "Linh mục", "TS."
    pub is_title: bool,
    /// Whether it is surely no family name: "Đ/c", "Ông:", "TS."
    pub is_sure: bool,
}

#[derive(Debug, Clone, Copy)]
struct Meaning {
    gender: Option<Gender>,
    is_title: bool,
    is_sure: bool,
}

/// The word before a name, and the name behind it, which has a space in it.
pub(super) fn prefix(written: &str) -> Option<(Prefix, &str)> {
    static WORDS: LazyLock<Beginnings<Meaning>> = LazyLock::new(|| {
        let polite = |section: Section, gender| {
            let always: Vec<&str> = section.noted("always").collect();
            section
                .words()
                .map(move |word| (word, Meaning { gender, is_title: false, is_sure: always.contains(&word) }))
        };
        let title = |word| (word, Meaning { gender: None, is_title: true, is_sure: true });
        polite(Section::HonorificOfMan, Some(Gender::Male))
            .chain(polite(Section::HonorificOfWoman, Some(Gender::Female)))
            .chain(polite(Section::HonorificOfAnyone, None))
            .chain(Section::Religious.words().map(title))
            .chain(Section::Learned.words().map(|word| title(word.trim_end_matches('.'))))
            .collect()
    });
    // Most names begin otherwise, and are not put in small letters.
    if !may_begin(written) {
        return None;
    }
    let mut lower = written.to_lowercase();
    if lower.contains("đ.c") {
        lower = lower.replace("đ.c", "đ/c");
    }
    WORDS.of(&lower).find_map(|(meaning, behind)| {
        let bare = behind.trim_start_matches(['.', ':', ' ', '-', ',']);
        let sign = behind.len() - bare.len();
        // Small letters of other scripts may be longer: cut only where it fits.
        let name = written.get(written.len().checked_sub(bare.len())?..)?;
        let word = written.get(..written.len() - behind.len())?;
        if sign == 0 || !name.contains(' ') && !bare.contains('.') {
            return None;
        }
        let marked = behind.starts_with(['.', ':']);
        // A degree without its point is told by its capitals: "TS Hoàng Văn Em".
        let shown = meaning.is_title && word.chars().filter(|letter| letter.is_uppercase()).count() > 1;
        let is_long = word.contains(' ') || word.contains('/');
        let kept = if marked { &written[..word.len() + 1] } else { word };
        let is_sure = meaning.is_sure && (!meaning.is_title || marked || shown || is_long) || marked;
        let prefix =
            Prefix { word: kept.to_owned(), gender: meaning.gender, is_title: meaning.is_title, is_sure };
        Some((prefix, name))
    })
}

/// A text without all the words before a name.
pub(super) fn without_prefixes(written: &str) -> &str {
    let mut rest = written;
    while let Some((_, name)) = prefix(rest) {
        rest = name;
    }
    rest
}

/// "Cô", "Anh": before a name it says the sex.
pub(super) fn is_word_of_sex(word: &str) -> bool {
    let lower = word.to_lowercase();
    let mut words = Section::HonorificOfMan.words().chain(Section::HonorificOfWoman.words());
    lower.chars().count() > 1 && words.any(|known| known == lower)
}

/// The sex that a word before a name says.
pub(super) fn sex_of(word: &str) -> Option<Gender> {
    let lower = word.to_lowercase();
    let is_of = |section: Section| section.words().any(|known| known == lower);
    match (is_of(Section::HonorificOfMan), is_of(Section::HonorificOfWoman)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// The first letters of these words: most names are told by theirs.
pub(super) fn may_begin(written: &str) -> bool {
    let mut letters = written.trim_start().chars().flat_map(char::to_lowercase);
    let Some(first) = letters.next() else { return false };
    static FIRST: LazyLock<Vec<char>> = LazyLock::new(|| {
        let sections = [
            Section::HonorificOfMan,
            Section::HonorificOfWoman,
            Section::HonorificOfAnyone,
            Section::Religious,
            Section::Learned,
        ];
        let mut first: Vec<char> =
            sections.into_iter().flat_map(Section::words).filter_map(|word| word.chars().next()).collect();
        first.sort_unstable();
        first.dedup();
        first
    });
    FIRST.binary_search(&first).is_ok()
}
