//! What the fonts of TCVN3 lack: they have no capitals with a tone. "Ý Nhi" is written
//! "ý Nhi" there, and a name in capitals was set in a second font, .VnTimeH, which is
//! lost where a list is copied as text.

use crate::vietnamese::legacy::Legacy;

/// The letters in which a text written in `legacy` was set: capitals where its plain
/// letters are all capitals.
pub(super) fn as_set(legacy: Legacy, text: &str) -> Legacy {
    match legacy {
        Legacy::Tcvn3 if is_shouted(text) => Legacy::Tcvn3Capitals,
        other => other,
    }
}

/// "NGUYÔN V¡N ¸NH": no small letter of ASCII, and a word with two capitals of it; in
/// "Lª A" there is none to tell.
fn is_shouted(text: &str) -> bool {
    let capitals = |word: &str| word.bytes().filter(u8::is_ascii_uppercase).count();
    !text.bytes().any(|byte| byte.is_ascii_lowercase()) && text.split(' ').any(|word| capitals(word) >= 2)
}

/// "Nguyễn Thị ý Nhi" with the capital that its letters could not have; text whose other
/// words begin small stays.
pub(super) fn with_capitals(text: String) -> String {
    let first = |word: &str| word.chars().next().filter(|letter| letter.is_alphabetic());
    let words = || text.split(' ').filter_map(first);
    let begins_small = |letter: char| letter.is_lowercase();
    let lacking = words().filter(|letter| lacks_capital(*letter)).count();
    let is_meant = lacking > 0
        && words().count() > lacking
        && words().all(|letter| !begins_small(letter) || lacks_capital(letter));
    if !is_meant {
        return text;
    }
    let capital = |word: &str| match first(word).filter(|letter| lacks_capital(*letter)) {
        Some(letter) => letter.to_uppercase().chain(word.chars().skip(1)).collect(),
        None => word.to_owned(),
    };
    text.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// Small letters with a tone: TCVN3 has capitals of ă â đ ê ô ơ ư only.
fn lacks_capital(letter: char) -> bool {
    letter.is_lowercase() && !letter.is_ascii() && !"ăâđêôơư".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_that_tcvn3_lacks_are_put_back() {
        for (read, meant) in [
            ("Nguyễn Thị ý Nhi", "Nguyễn Thị Ý Nhi"),
            ("ánh", "ánh"),
            ("Lê ánh", "Lê Ánh"),
            ("Thôn đông", "Thôn đông"),
            ("Trưởng ban ở thôn", "Trưởng ban ở thôn"),
            ("Xã ái Nghĩa", "Xã Ái Nghĩa"),
        ] {
            assert_eq!(with_capitals(read.to_owned()), meant);
        }
    }

    #[test]
    fn text_in_capitals_was_set_in_the_font_of_capitals() {
        for (text, legacy) in [
            ("NGUYÔN V¡N ¸NH", Legacy::Tcvn3Capitals),
            ("Lª ¸i", Legacy::Tcvn3),
            ("§T", Legacy::Tcvn3),
            ("NguyÔn V¨n TÝ", Legacy::Tcvn3),
        ] {
            assert_eq!(as_set(Legacy::Tcvn3, text), legacy, "{text}");
        }
    }
}
