//! Words that are looked for in a text as wholes: "dự" stands in "về dự.", and not in "dựng".

/// Where a word first begins in a text as a whole word; it may be of several syllables.
pub fn find(text: &str, word: &str) -> Option<usize> {
    all(text, word).next()
}

/// What stands behind the last of them.
pub fn behind_last<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    all(text, word).last().map(|at| &text[at + word.len()..])
}

fn all(text: &str, word: &str) -> impl Iterator<Item = usize> {
    let is_whole = |at: &usize| {
        let (before, behind) = (&text[..*at], &text[*at + word.len()..]);
        !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
    };
    text.match_indices(word).map(|(at, _)| at).filter(is_whole)
}

/// Whether a text holds it.
pub fn contains(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// What stands before it, where a text ends with it.
pub fn before_last<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_suffix(word).filter(|before| !before.ends_with(char::is_alphanumeric))
}

/// Whether a text ends with it.
pub fn ends(text: &str, word: &str) -> bool {
    before_last(text, word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_words_are_not_found() {
        for (text, word, at) in [
            ("về dự.", "dự", Some(5)),
            ("dựng, dự", "dự", Some(8)),
            ("đăng ký điện thoại", "đăng ký đi", None),
            ("", "dự", None),
        ] {
            assert_eq!(find(text, word), at, "{text}");
        }
        assert_eq!(before_last("ông An và", "và"), Some("ông An "));
        assert_eq!(before_last("ông Hoavà", "và"), None);
    }
}
