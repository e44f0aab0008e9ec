//! Small letters of which each stands where its capital does.

/// A text in small letters, byte for byte as long as it was: a place found in one is the same place in the other. The
/// few letters whose small form is longer or shorter ("İ", "ẞ") stay as they are.
pub fn in_place(text: &str) -> String {
    let small = |letter: char| {
        let mut lower = letter.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
            _ => letter,
        }
    };
    text.chars().map(small).collect()
}

/// The first letters of a text, as many as a word that is looked for may have: the rest of a long line need not be read.
pub fn beginning(text: &str) -> &str {
    const LETTERS: usize = 80;
    text.char_indices().nth(LETTERS).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_keeps_its_place() {
        for (text, small) in [("ĐỖ Thị Ư", "đỗ thị ư"), ("ẞ –thay İ bà", "ẞ –thay İ bà"), ("", "")]
        {
            assert_eq!(in_place(text), small);
            let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(places(text), places(small));
        }
    }
}
