//! windows-1258, and the Western code page that other eight-bit text is seen in.

use unicode_normalization::UnicodeNormalization;

use super::common::is_common;

/// See [`super::Legacy::decode`].
pub(super) fn decode(text: &str) -> Option<String> {
    let letters: Option<String> = text.chars().map(letter).collect();
    letters.map(|letters| letters.nfc().collect())
}

fn letter(character: char) -> Option<char> {
    Some(match character {
        'Ã' => 'Ă',
        'ã' => 'ă',
        'Ð' => 'Đ',
        'ð' => 'đ',
        'Õ' => 'Ơ',
        'õ' => 'ơ',
        'Ý' => 'Ư',
        'ý' => 'ư',
        'Ì' => '\u{300}',
        'Ò' => '\u{309}',
        'Þ' => '\u{303}',
        'ì' => '\u{301}',
        'ò' => '\u{323}',
        'þ' => '₫',
        '\u{a1}'..='\u{ff}' => character,
        _ if is_common(character) => character,
        _ => return None,
    })
}

/// Bytes as the Western code page 1252 shows them: what a program that knows no
/// better makes of text in any of the legacy encodings.
pub fn western(bytes: &[u8]) -> String {
    /// 80 to 9F; the five places without a character keep their number.
    const PUNCTUATION: [&str; 2] = ["€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}", "\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ"];
    let character = |&byte: &u8| match byte {
        0x80..=0x9F => {
            let place = usize::from(byte - 0x80);
            PUNCTUATION[place / 16].chars().nth(place % 16).unwrap_or(char::from(byte))
        }
        _ => char::from(byte),
    };
    bytes.iter().map(character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_tones_are_joined() {
        let bytes = b"B\xF9i Th\xEA\xEC Hi\xEA\xF2n, \xD0\xF4\xCCng Th\xE1p, L\xFD\xF5ng, H\xF5\xD2";
        assert_eq!(decode(&western(bytes)).as_deref(), Some("Bùi Thế Hiện, Đồng Tháp, Lương, Hở"));
    }

    #[test]
    fn the_western_page_has_its_punctuation() {
        assert_eq!(western(b"\x80 \x93a\x94 \x96 \x85\x81\xE9"), "€ “a” – …\u{81}é");
    }
}
