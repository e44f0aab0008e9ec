//! Words of sentences that a telephone cuts short: "chị Hoa ko đi đc".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::lexicon::Section;
use crate::vietnamese::fold::{marked_words, words};

/// The words of a line in small letters with their marks, those cut short in full; all without marks where the line has
/// none.
pub(super) fn words_in_full(line: &str) -> String {
    static MARKED: LazyLock<HashMap<&str, String>> = LazyLock::new(|| known(str::to_owned));
    static UNMARKED: LazyLock<HashMap<&str, String>> = LazyLock::new(|| known(words));
    let (text, known) = match line.is_ascii() {
        true => (words(line), &*UNMARKED),
        false => (marked_words(line), &*MARKED),
    };
    if !text.split(' ').any(|word| known.contains_key(word)) {
        return text;
    }
    let whole = |word| known.get(word).map_or(word, String::as_str);
    text.split(' ').map(whole).collect::<Vec<_>>().join(" ")
}

fn known(written: impl Fn(&str) -> String) -> HashMap<&'static str, String> {
    let entries = Section::CutShort.entries();
    entries.filter_map(|entry| Some((entry.word, written(entry.stands_for?)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cut_short_are_put_in_full() {
        assert_eq!(words_in_full("Chị Hoa ko đi đc"), "chị hoa không đi được");
        assert_eq!(words_in_full("chi Hoa ko di dc"), "chi hoa khong di duoc");
        assert_eq!(words_in_full("Bà Bé"), "bà bé");
    }
}
