//! TCVN3: one byte a letter. The lower half is ASCII; the toned capitals of VN1
//! stand in places the .Vn fonts leave free, and are read too.

use super::common::is_common;

/// The letters from A0 to FF; `·` where there is none.
const UPPER_HALF: [&str; 6] = [
    "·ĂÂÊÔƠƯĐăâêôơưđẰ",
    "·····àảãáạẲằẳẵắẴ",
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ",
    "éẹềểễếệìỉỄẾỒĩíịò",
    "Ổỏõóọồổỗốộờởỡớợù",
    "ỖủũúụừửữứựỳỷỹýỵỐ",
];

/// See [`super::Legacy::decode`]. Toned letters have no capitals here: in a text
/// whose plain letters are all capitals, they are meant as capitals too.
pub(super) fn decode(text: &str) -> Option<String> {
    let decoded: Option<String> = text.chars().map(letter).collect();
    if is_in_capitals(text) { decoded.map(|decoded| decoded.to_uppercase()) } else { decoded }
}

/// No small plain letter, and a word with two capitals: "Lª V¡N Tó", but not "Tó".
fn is_in_capitals(text: &str) -> bool {
    let is_capital = |byte: u8| byte.is_ascii_uppercase();
    let capitals = |word: &str| word.bytes().filter(|&byte| is_capital(byte)).count();
    !text.bytes().any(|byte| byte.is_ascii_lowercase())
        && text.split_whitespace().any(|word| capitals(word) > 1)
}

fn letter(character: char) -> Option<char> {
    if is_common(character) {
        return Some(character);
    }
    let place = u32::from(character).checked_sub(0xA0)? as usize;
    UPPER_HALF.get(place / 16)?.chars().nth(place % 16).filter(|&letter| letter != '·')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter with its byte, as the standard's tables give them.
    #[test]
    fn every_letter_has_its_place() {
        let pairs = [
            (0xB5, "àảãáạ"),
            (0xBB, "ằẳẵắ"),
            (0xC6, "ặầẩẫấậè"),
            (0xCE, "ẻẽéẹềểễếệìỉ"),
            (0xDC, "ĩíịò"),
            (0xE1, "ỏõóọồổỗốộờởỡớợù"),
            (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
        ];
        for (first, letters) in pairs {
            for (code, letter) in (first..).zip(letters.chars()) {
                let western = char::from(u8::try_from(code).expect("a byte")).to_string();
                assert_eq!(decode(&western), Some(letter.to_string()), "{code:X}");
            }
        }
        assert_eq!(decode("Lª V¡N Tó"), Some("LÊ VĂN TÚ".to_owned()));
        assert_eq!(decode("Tó"), Some("Tú".to_owned()));
        assert_eq!(decode("\u{b7}\u{a0}A1"), Some("ã\u{a0}A1".to_owned()));
        assert_eq!(decode("\u{b0}"), None);
        assert_eq!(decode("\u{85}"), None);
    }
}
