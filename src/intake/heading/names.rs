//! The headings that offices write, and what they mean: `assets/lexicon/headings.txt`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Field;
use crate::lexicon::{Beginnings, Entry, File, Use, unit_words};
use crate::vietnamese::fold::words;
use crate::vietnamese::number::sentence_case;

/// What headings mean, by how they are told.
struct Names {
    /// Headings that only their marks tell from others.
    marked: HashMap<&'static str, Field>,
    /// Headings by all their words, folded.
    exact: HashMap<String, Field>,
    /// Headings that may go on: "Họ tên học viên", "Đơn vị công tác hiện nay".
    beginnings: Beginnings<Field>,
    /// Headings under another that spans them.
    under: HashMap<(Field, String), Field>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let entries = File::Headings.entries().iter();
    let plain: Vec<(&Entry, Field)> =
        entries.clone().filter_map(|entry| Some((entry, Field::from_code(entry.section)?))).collect();
    let folded = |goes_on: bool| {
        let own = plain.iter().filter(move |(entry, _)| entry.goes_on == goes_on && !entry.has("marked"));
        own.map(|(entry, field)| (words(entry.word), *field))
    };
    let marked = plain.iter().filter(|(entry, _)| entry.has("marked"));
    let under = entries.filter_map(|entry| {
        let (field, above) = under(entry.section)?;
        Some(((above, words(entry.word)), field))
    });
    Names {
        marked: marked.map(|(entry, field)| (entry.word, *field)).collect(),
        exact: folded(false).collect(),
        beginnings: folded(true).collect(),
        under: under.collect(),
    }
});

/// "birth_day under birth".
fn under(section: &str) -> Option<(Field, Field)> {
    let (field, above) = section.split_once(" under ")?;
    Field::from_code(field).zip(Field::from_code(above))
}

/// Headings that only their marks tell from others: "Năm" from "Nam", "ĐT" (điện
/// thoại) from "DT" (dân tộc), "#".
pub(super) fn told_apart_by_marks(line: &str) -> Option<Field> {
    match line.trim_end_matches(['.', ':']) {
        "#" | "№" => Some(Field::Ordinal),
        line => NAMES.marked.get(line).copied(),
    }
}

/// A heading by all its words.
pub(super) fn exact(words: &str) -> Option<Field> {
    NAMES.exact.get(words).copied()
}

/// The one meaning of the headings that are a letter more, less or other than these words.
pub(super) fn nearly(words: &str) -> Option<Field> {
    /// Of fewer letters one other makes another word.
    const LEAST: usize = 5;
    if words.len() < LEAST {
        return None;
    }
    let exact = NAMES.exact.iter().map(|(known, field)| (known.as_str(), *field));
    let near = exact.chain(NAMES.beginnings.words()).filter(|(known, _)| is_near(known, words));
    // What is not for us is no better for being near.
    let mut meanings = near.map(|(_, field)| field).filter(|field| *field != Field::Other);
    let first = meanings.next()?;
    meanings.all(|field| field == first).then_some(first)
}

/// Whether two texts of plain letters differ by one of them.
fn is_near(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let skipped = usize::from(short.len() == long.len());
    short.get(same + skipped..) == long.get(same + 1..)
}

/// A heading by its first words.
pub(super) fn beginning(words: &str) -> Option<Field> {
    NAMES.beginnings.whole(words)
}

/// A heading by all its words where another spans it.
pub(super) fn under_another(above: Field, words: String) -> Option<Field> {
    NAMES.under.get(&(above, words)).copied()
}

/// The word that a bare value under this heading lacks: "Thôn" for "Trung Đàn"
/// under "Thôn"; nothing under "Khu dân cư", where the name may be that of a street.
pub(in super::super) fn kind_word(heading: &str) -> Option<&'static str> {
    static KINDS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        unit_words(Use::Column).map(|word| (words(word.word), sentence_case(word.whole))).collect()
    });
    KINDS.get(&words(heading)).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_a_meaning_and_no_heading_has_two() {
        let mut known: HashMap<(String, bool), &str> = HashMap::new();
        for entry in File::Headings.entries() {
            let field = Field::from_code(entry.section);
            assert!(field.is_some() || under(entry.section).is_some(), "[{}]", entry.section);
            if field.is_some() {
                let marked = entry.has("marked");
                let heading = (if marked { entry.word.to_owned() } else { words(entry.word) }, marked);
                assert_eq!(known.insert(heading, entry.section), None, "{} has two meanings", entry.word);
            }
        }
    }
}
