//! Family names, by which a name is known where nothing else says so.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::lexicon::{ByMarks, File};
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;

type Names = ByMarks<HashSet<String>>;

/// Whether a line begins as a person's name does: with a family name and more. Marks
/// count, for "trương" is a name, "trưởng" an office.
pub(super) fn begins_like_a_name(line: &str) -> bool {
    small_begins_like_a_name(&clean(line).to_lowercase())
}

/// The same of a clean line in small letters.
pub(super) fn small_begins_like_a_name(line: &str) -> bool {
    static NAMES: LazyLock<Names> = LazyLock::new(|| names(|_| true));
    let Some((first, _)) = line.split_once(' ') else { return false };
    NAMES.of(line).contains(first) || (first.contains(['\'', '’', '-']) && first.starts_with(['h', 'k', 'y']))
}

/// Whether a word of a name is one that many write in small letters: "Hoàng văn em", "Thích nữ Diệu Hòa".
pub(super) fn is_small_middle(word: &str) -> bool {
    matches!(word, "văn" | "thị" | "nữ")
}

/// Whether a text is shaped as a woman's name, whatever its family: "Mang Thị Liêu".
pub(super) fn has_middle_thi(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    (3..=5).contains(&words.len())
        && matches!(words[1], "Thị" | "THỊ" | "thị")
        && [words[0], words[2]].iter().all(|word| word.starts_with(char::is_uppercase))
}

/// "Pham Thi" of "Pham Thi Huyen Trang", whose given name begins like a district, and "Lô Văn" of "Lô Văn Tỉnh".
pub(super) fn is_unfinished(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(_, middle)| matches!(fold(middle).as_str(), "thi" | "van"))
}

/// The same with one of the family names that most people have.
pub(super) fn begins_with_common_name(line: &str) -> bool {
    static NAMES: LazyLock<Names> = LazyLock::new(|| names(|is_common| is_common));
    let line = clean(line).to_lowercase();
    line.split_once(' ').is_some_and(|(first, _)| NAMES.of(&line).contains(first))
}

fn names(wanted: impl Fn(bool) -> bool) -> Names {
    let section = File::FamilyNames.entries().iter().filter(|entry| wanted(entry.has("common")));
    let words: Vec<&str> = section.map(|entry| entry.word).collect();
    ByMarks {
        marked: words.iter().map(|word| (*word).to_owned()).collect(),
        unmarked: words.iter().map(|word| fold(word)).collect(),
    }
}
