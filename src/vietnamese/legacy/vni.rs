//! VNI: a letter of its own (ö ô ñ and the toned i) or a vowel and a sign behind it.

use unicode_normalization::UnicodeNormalization;

use super::common::is_common;

const GRAVE: &str = "\u{300}";
const HOOK: &str = "\u{309}";
const TILDE: &str = "\u{303}";
const ACUTE: &str = "\u{301}";
const DOT: &str = "\u{323}";

/// The marks that a sign stands for, and the vowels it may follow. Signs are given
/// in lower case; behind a capital they are 20 (hexadecimal) less.
fn marks(sign: char) -> Option<(&'static str, &'static str)> {
    const TONED: &str = "aeouyơư";
    Some(match sign {
        'ø' => (GRAVE, TONED),
        'û' => (HOOK, TONED),
        'õ' => (TILDE, TONED),
        'ù' => (ACUTE, TONED),
        'ï' => (DOT, TONED),
        'â' => ("\u{302}", "aeo"),
        'à' => ("\u{302}\u{300}", "aeo"),
        'å' => ("\u{302}\u{309}", "aeo"),
        'ã' => ("\u{302}\u{303}", "aeo"),
        'á' => ("\u{302}\u{301}", "aeo"),
        'ä' => ("\u{302}\u{323}", "aeo"),
        'ê' => ("\u{306}", "a"),
        'è' => ("\u{306}\u{300}", "a"),
        'ú' => ("\u{306}\u{309}", "a"),
        'ü' => ("\u{306}\u{303}", "a"),
        'é' => ("\u{306}\u{301}", "a"),
        'ë' => ("\u{306}\u{323}", "a"),
        _ => return None,
    })
}

/// Letters that need no sign, in lower case.
fn letter(character: char) -> Option<char> {
    Some(match character {
        'ö' => 'ư',
        'ô' => 'ơ',
        'ñ' => 'đ',
        'ì' => 'ì',
        'æ' => 'ỉ',
        'ó' => 'ĩ',
        'í' => 'í',
        'ò' => 'ị',
        'î' => 'ỵ',
        _ => return None,
    })
}

/// See [`super::Legacy::decode`].
pub(super) fn decode(text: &str) -> Option<String> {
    let mut decoded = String::with_capacity(text.len() + text.len() / 2);
    let mut vowel = None;
    for character in text.chars() {
        if is_common(character) {
            decoded.push(character);
            vowel = character.is_ascii_alphabetic().then(|| character.to_ascii_lowercase());
            continue;
        }
        // Upper and lower case are 20 apart here as among all Western letters.
        let lower = character.to_lowercase().next()?;
        let is_capital = lower != character;
        if let Some(letter) = letter(lower) {
            vowel = Some(letter);
            if is_capital { decoded.extend(letter.to_uppercase()) } else { decoded.push(letter) }
        } else {
            let (marks, vowels) = marks(lower)?;
            if !vowels.contains(vowel.take()?) {
                return None;
            }
            decoded.push_str(marks);
        }
    }
    Some(decoded.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_read() {
        let pairs = [
            ("aø aû aõ aù aï", "à ả ã á ạ"),
            ("aê aè aú aü aé aë", "ă ằ ẳ ẵ ắ ặ"),
            ("aâ aà aå aã aá aä", "â ầ ẩ ẫ ấ ậ"),
            ("eø eû eõ eù eï eâ eà eå eã eá eä", "è ẻ ẽ é ẹ ê ề ể ễ ế ệ"),
            ("ì æ ó í ò", "ì ỉ ĩ í ị"),
            ("oø oû oõ où oï oâ oà oå oã oá oä", "ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ"),
            ("ô ôø ôû ôõ ôù ôï", "ơ ờ ở ỡ ớ ợ"),
            ("uø uû uõ uù uï ö öø öû öõ öù öï", "ù ủ ũ ú ụ ư ừ ử ữ ứ ự"),
            ("yø yû yõ yù î ñ", "ỳ ỷ ỹ ý ỵ đ"),
        ];
        for (vni, unicode) in pairs {
            assert_eq!(decode(vni).as_deref(), Some(unicode));
            assert_eq!(decode(&vni.to_uppercase()), Some(unicode.to_uppercase()));
        }
        // A capital with the sign of a small letter, as hurried hands type it.
        assert_eq!(decode("Aùnh"), Some("Ánh".to_owned()));
    }

    #[test]
    fn signs_behind_other_letters_are_not_vni() {
        for text in ["bø", "øa", "eê", "aøø", "\u{b5}", "iø"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
