//! Text reduced for searching and comparing. Such keys are never shown.

use unicode_normalization::UnicodeNormalization;

use super::clean::cleaned;
use super::letter::{LetterPart, Tone, take_apart};

/// The search key: lower case, no diacritics, đ as d, spaces collapsed. The same
/// for precomposed and decomposed text. Other scripts keep their marks.
pub fn fold(text: &str) -> String {
    let line = cleaned(text);
    let mut key = String::with_capacity(line.len());
    take_apart(&line, |part| {
        if let LetterPart::Letter(letter) = part {
            key.push(plain(letter));
        }
    });
    if key.is_ascii() { key } else { key.nfc().collect() }
}

/// The folded words of a text, one space between: "Ngày, tháng,\nnăm sinh" is
/// "ngay thang nam sinh".
pub fn words(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The words of a text in small letters with their marks, one space between.
pub fn marked_words(text: &str) -> String {
    let line = cleaned(text).to_lowercase();
    line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Letters whose bar is not a mark Unicode can take off.
fn plain(letter: char) -> char {
    match letter {
        'đ' => 'd',
        // In Ê-đê and Ba Na names.
        'ƀ' => 'b',
        other => other,
    }
}

/// The key by which two spellings are the same word: case, precomposed or not,
/// and the place of the tone do not count (`hòa` = `hoà`, `Thúy` = `thuý`); every
/// letter and every tone does (`Hoa` ≠ `Hòa` ≠ `Hóa`, `Dung` ≠ `Đung`).
pub fn compare_key(text: &str) -> String {
    let line = cleaned(text);
    let mut key = String::with_capacity(line.len() + line.len() / 2);
    // A syllable has one tone, so its place says nothing: all go to the end.
    let mut tones: Vec<Tone> = Vec::new();
    take_apart(&line, |part| match part {
        LetterPart::Letter(letter) => {
            if !letter.is_alphabetic() {
                key.extend(tones.drain(..).filter_map(Tone::mark));
            }
            key.push(letter);
        }
        LetterPart::Shape(shape) => key.push(shape.mark()),
        LetterPart::Accent(mark) => key.push(mark),
        LetterPart::Tone(tone) => tones.push(tone),
    });
    key.extend(tones.into_iter().filter_map(Tone::mark));
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_found_without_its_marks() {
        for (text, key) in [
            ("Nguyễn Thị Thúy Hằng", "nguyen thi thuy hang"),
            ("ĐẶNG ƯỚC MƠ", "dang uoc mo"),
            ("Uỷ ban MTTQ xã Tam Đại", "uy ban mttq xa tam dai"),
            ("  H'Hen\u{a0} Niê ", "h'hen nie"),
            ("Kbuôr Y-Ƀlô", "kbuor y-blo"),
            ("Müller", "muller"),
            ("Thôn 2", "thon 2"),
            ("", ""),
        ] {
            assert_eq!(fold(text), key);
        }
    }

    #[test]
    fn every_vietnamese_vowel_folds_to_its_letter() {
        let rows = [
            ("aàảãáạăằẳẵắặâầẩẫấậ", 'a'),
            ("eèẻẽéẹêềểễếệ", 'e'),
            ("iìỉĩíị", 'i'),
            ("oòỏõóọôồổỗốộơờởỡớợ", 'o'),
            ("uùủũúụưừửữứự", 'u'),
            ("yỳỷỹýỵ", 'y'),
            ("dđ", 'd'),
        ];
        for (letters, plain) in rows {
            let expected: String = letters.chars().map(|_| plain).collect();
            assert_eq!(fold(letters), expected);
            assert_eq!(fold(&letters.to_uppercase()), expected);
            assert_eq!(fold(&letters.nfd().collect::<String>()), expected);
        }
    }

    #[test]
    fn other_scripts_are_left_as_they_are() {
        assert_eq!(fold("Андрей"), "андрей");
        assert_eq!(fold("阮文安"), "阮文安");
        assert_eq!(fold("ខ្មែរ"), "ខ្មែរ");
    }

    #[test]
    fn the_lookalikes_of_đ_are_đ() {
        assert_eq!(fold("\u{d0}ặng"), "dang");
        assert_eq!(compare_key("\u{d0}ặng \u{189}ức"), compare_key("Đặng Đức"));
    }

    #[test]
    fn the_place_of_a_tone_does_not_make_another_name() {
        for (old, new) in [
            ("Hòa", "hoà"),
            ("Thúy", "Thuý"),
            ("khỏe", "khoẻ"),
            ("Thủy sản", "THUỶ SẢN"),
            ("Qúy", "Quý"),
            ("Nguyễn Văn Hóa", "NGUYỄN VĂN HOÁ"),
        ] {
            assert_eq!(compare_key(old), compare_key(new));
        }
    }

    #[test]
    fn another_tone_or_letter_makes_another_name() {
        let names = ["Hoa", "Hòa", "Hỏa", "Hõa", "Hóa", "Họa", "Hoă", "Hơa", "Dung", "Đung", "Dũng", "Dưng"];
        let keys: std::collections::HashSet<_> = names.iter().map(|name| compare_key(name)).collect();
        assert_eq!(keys.len(), names.len());
        assert_ne!(compare_key("Lan Hòa"), compare_key("Làn Hoa"));
    }

    proptest! {
        #[test]
        fn keys_ignore_normal_form_and_are_stable(
            text in "([AaÊêơưđÐñçИй \u{300}\u{301}\u{302}\u{306}\u{308}\u{323}\u{327}\u{31b}]|.){0,20}"
        ) {
            let (nfc, nfd): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(fold(&nfc), fold(&nfd));
            prop_assert_eq!(compare_key(&nfc), compare_key(&nfd));
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
