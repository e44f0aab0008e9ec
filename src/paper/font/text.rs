//! Text as it can be set: composed, on one line, every character drawable.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Face;

/// Drawn in place of a character the typeface lacks: seen at once, never silent.
pub const REPLACEMENT: char = '\u{FFFD}';

/// The text as it will be set, and the characters that had to be replaced.
///
/// Composes (NFC), drops invisible characters, makes every white space an
/// ordinary space (the typeface draws both with one glyph, so a copy of the text
/// could not tell them apart) and puts [`REPLACEMENT`] for what no face can draw.
pub fn printable(text: &str) -> (Cow<'_, str>, Vec<char>) {
    let plain = |c: char| !is_white(c) && !is_invisible(c) && drawable(c);
    if text.chars().all(|c| c == ' ' || plain(c)) && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return (Cow::Borrowed(text), Vec::new());
    }
    let mut missing = Vec::new();
    let set = text
        .nfc()
        .filter(|&c| !is_invisible(c))
        .map(|c| match c {
            c if is_white(c) => ' ',
            c if drawable(c) => c,
            c => {
                if !missing.contains(&c) {
                    missing.push(c);
                }
                REPLACEMENT
            }
        })
        .collect();
    (Cow::Owned(set), missing)
}

/// The text for a file that is drawn with the typefaces of the reader's machine:
/// composed, on one line, without invisible characters; every letter is kept.
pub fn composed(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !is_white(c) && !is_invisible(c);
    if text.chars().all(plain) && is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    let kept = text.nfc().filter(|&c| !is_invisible(c));
    Cow::Owned(kept.map(|c| if is_white(c) { ' ' } else { c }).collect())
}

/// Whether every face has it: a name may stand in any of them.
fn drawable(character: char) -> bool {
    Face::ALL.iter().all(|face| face.covers(character))
}

/// Spaces of any width, tabs and line ends.
fn is_white(character: char) -> bool {
    character != ' ' && character.is_whitespace()
}

/// Soft hyphen, zero-width characters, direction marks, byte order mark, controls.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
        || (character.is_control() && !character.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_names_are_composed() {
        let (text, missing) = printable("Nguye\u{302}\u{303}n Thi\u{323}");
        assert_eq!(text, "Nguyễn Thị");
        assert!(missing.is_empty());
    }

    #[test]
    fn a_character_without_a_glyph_is_replaced_and_reported() {
        let (text, missing) = printable("Lý 李 Văn 李");
        assert_eq!(text, "Lý \u{FFFD} Văn \u{FFFD}");
        assert_eq!(missing, ['李']);
    }

    #[test]
    fn white_space_is_one_kind_and_invisible_characters_go() {
        for text in
            [printable("a\u{A0}b\tc\u{200B}d\u{AD}e\nf").0, composed("a\u{A0}b\tc\u{200B}d\u{AD}e\nf")]
        {
            assert_eq!(text, "a b cde f");
        }
        assert_eq!(composed("Lý 李"), "Lý 李", "Word has other typefaces for it");
    }
}
