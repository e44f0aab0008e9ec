//! Alphabetical order of Vietnamese text that is not a personal name.
//!
//! Syllable by syllable, as in a list of names: the letters of a syllable, then
//! its tone, then the next syllable. (Unicode's own order compares the letters of
//! the whole text before any tone, which puts "An Bình" after "Án An"; for single
//! words the two agree.) Letters: a ă â b c d đ e ê … x y with f j w z in their
//! Latin places, other scripts after z. Tones: ngang, huyền, hỏi, ngã, sắc, nặng.
//! Runs of digits count by value and stand before letters. Spaces and punctuation
//! only part syllables. Spelling – case, the place of a tone, punctuation –
//! decides last.
//!
//! How a key is laid out, so that comparing bytes compares all this:
//! a syllable is its letters (0x30–0x7D, or UTF-8 of other scripts) and a tone
//! (0x10–0x15, below every letter, so it also ends the syllable); a number is its
//! length (0x20–0x2F) and its digits; 0x03 ends a part of a name; 0x02 comes
//! before the spelling. 0x01 never occurs: a caller may append it and more.

use unicode_normalization::char::is_combining_mark;

use super::clean::cleaned;
use super::letter::{LetterPart, Shape, Tone, take_apart};

const BEFORE_SPELLING: char = '\u{2}';
const END_OF_PART: char = '\u{3}';
const FIRST_TONE: u8 = 0x10;
const FIRST_LENGTH: u8 = 0x20;
const FIRST_LETTER: u8 = 0x30;

/// A key whose byte order (SQLite's BINARY) is the alphabetical order. Equal only
/// for texts that are the same when cleaned; empty for text that is blank.
pub fn key(text: &str) -> String {
    let line = cleaned(text);
    let mut key = String::with_capacity(line.len() * 3);
    if !line.is_empty() {
        write_words(&line, &mut key);
        write_spelling(&line, &mut key);
    }
    key
}

/// The part that orders clean text, without its spelling.
pub(super) fn write_words(line: &str, key: &mut String) {
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if is_number {
            write_number(run, key);
        } else {
            write_syllables(run, key);
        }
        rest = after;
    }
}

/// Marks that what follows counts only when all before was equal.
pub(super) fn write_end_of_part(key: &mut String) {
    key.push(END_OF_PART);
}

/// The text itself, to decide last.
pub(super) fn write_spelling(line: &str, key: &mut String) {
    key.push(BEFORE_SPELLING);
    key.push_str(line);
}

/// Shorter numbers are smaller; digits decide among equal lengths.
fn write_number(digits: &str, key: &mut String) {
    let value = digits.trim_start_matches('0');
    let mut length = value.len();
    // Fifteen lengths fit in one character; each full one is written as the highest.
    while length >= 15 {
        key.push(char::from(FIRST_LENGTH + 15));
        length -= 15;
    }
    // Below fifteen by now, so the cast keeps it.
    key.push(char::from(FIRST_LENGTH + length as u8));
    key.push_str(value);
}

fn write_syllables(run: &str, key: &mut String) {
    let mut syllable = Syllable::new(key);
    take_apart(run, |part| match part {
        LetterPart::Letter(letter) if letter.is_alphabetic() || is_combining_mark(letter) => {
            syllable.letter(letter)
        }
        LetterPart::Letter(_) => syllable.end(),
        LetterPart::Shape(shape) => syllable.shape = Some(shape),
        LetterPart::Tone(tone) => syllable.tone(tone),
        LetterPart::Accent(_) => {}
    });
    syllable.end();
}

/// The syllable being written.
struct Syllable<'a> {
    key: &'a mut String,
    /// The letter whose marks may still come.
    letter: Option<char>,
    shape: Option<Shape>,
    tone: Tone,
}

impl<'a> Syllable<'a> {
    fn new(key: &'a mut String) -> Self {
        Self { key, letter: None, shape: None, tone: Tone::Level }
    }

    fn letter(&mut self, letter: char) {
        self.write_letter();
        self.letter = Some(letter);
    }

    /// A Vietnamese syllable has one tone; further accents of foreign words are
    /// left to the spelling.
    fn tone(&mut self, tone: Tone) {
        if self.tone == Tone::Level {
            self.tone = tone;
        }
    }

    fn write_letter(&mut self) {
        if let Some(letter) = self.letter.take() {
            self.key.push(place(letter, self.shape.take()));
        }
    }

    fn end(&mut self) {
        if self.letter.is_some() {
            self.write_letter();
            self.key.push(char::from(FIRST_TONE + self.tone as u8));
        }
        self.tone = Tone::Level;
    }
}

/// The place of a letter in the alphabet: three places for each of a–z, for the
/// letters made from it.
fn place(letter: char, shape: Option<Shape>) -> char {
    let (base, variant) = match (letter, shape) {
        ('a', Some(Shape::Breve)) | ('e' | 'o', Some(Shape::Circumflex)) | ('u', Some(Shape::Horn)) => {
            (letter, 1)
        }
        ('a', Some(Shape::Circumflex)) | ('o', Some(Shape::Horn)) => (letter, 2),
        ('đ', _) => ('d', 1),
        ('ƀ', _) => ('b', 1),
        _ => (letter, 0),
    };
    match u8::try_from(base) {
        Ok(byte @ b'a'..=b'z') => char::from(FIRST_LETTER + 3 * (byte - b'a') + variant),
        _ => base,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// Asserts that every text comes strictly before all that follow it.
    fn assert_order(texts: &[&str]) {
        for pair in texts.windows(2) {
            assert!(key(pair[0]) < key(pair[1]), "{} before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn single_words_come_as_in_the_unicode_order_for_vietnamese() {
        assert_order(&["ma", "mà", "mả", "mã", "má", "mạ"]);
        let words =
            "An Anh Ánh Ăn Ân Ẩn Ấn Dân Dần Dung Dũng Đào Đạt Hoa Hoà Hòa Hoài Oanh Ông Ơn Út Uyên Ưng Ý Yến";
        assert_order(&words.split(' ').collect::<Vec<_>>());
    }

    #[test]
    fn the_alphabet_is_in_order() {
        let letters = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z";
        let letters: Vec<_> = letters.split(' ').collect();
        assert_order(&letters);
        // A letter with any tone still comes before the next letter without one.
        for pair in letters.windows(2).filter(|pair| "aăâeêioôơuưy".contains(pair[0])) {
            let toned: String = format!("{}\u{323}", pair[0]).nfc().collect();
            assert_order(&[pair[0], &toned, pair[1]]);
        }
    }

    #[test]
    fn several_syllables_are_compared_one_after_the_other() {
        assert_order(&["An An", "An Bình", "Án An", "Án Anh", "Anh"]);
        assert_order(&["Hoà Ninh", "Hòa Ninh", "Hoà Phú", "Hòa Phú", "Hòa Vang", "Hoài Ân"]);
        assert_order(&["xã Tam An", "xã Tam Dân", "xã Tam Đại", "xã Tam Lãnh", "xã Tam Lộc"]);
    }

    #[test]
    fn numbers_count_by_value() {
        assert_order(&[
            "Thôn", "Thôn 1", "Thôn 02", "Thôn 2", "Thôn 2A", "Thôn 2B", "Thôn 10", "Thôn 11", "Thôn An",
        ]);
        assert_order(&[
            "Tổ 0",
            "Tổ 99999999999999",
            "Tổ 100000000000000",
            "Tổ 1000000000000000000000000000000",
        ]);
        assert_order(&["Khu phố 9", "Khu phố 10, phường 1", "Khu phố 10, phường 2"]);
    }

    #[test]
    fn case_and_punctuation_decide_only_last() {
        assert_order(&["Đông Tây", "đông tây", "ĐÔNG TRÀ"]);
        assert_order(&["Kim Anh", "Kim-Anh", "Kim Chi"]);
        assert_order(&["H'Hen", "Ha"]);
    }

    #[test]
    fn other_scripts_come_after_z() {
        assert_order(&["Zung", "Андрей", "阮"]);
    }

    #[test]
    fn blank_text_comes_first_and_normal_forms_are_equal() {
        assert_eq!(key(" \u{a0}"), "");
        assert_eq!(key("  Đại\u{a0}Lộc "), key(&"Đại Lộc".nfd().collect::<String>()));
    }

    proptest! {
        #[test]
        fn the_first_syllable_that_differs_decides(
            a in "[a-eđăâêôơưáạàìộ]{1,3}", b in "[a-eđăâêôơưáạàìộ]{1,3}",
            x in "[a-zđơ ]{0,4}", y in "[a-zđơ ]{0,4}",
        ) {
            let words = |text: &str| {
                let mut key = String::new();
                write_words(text, &mut key);
                key
            };
            prop_assume!(words(&a) != words(&b));
            let alone = words(&a).cmp(&words(&b));
            prop_assert_eq!(key(&format!("{a} {x}")).cmp(&key(&format!("{b} {y}"))), alone);
        }

        #[test]
        fn keys_leave_room_for_what_a_caller_appends(text in ".{0,20}") {
            let has_room = !key(&text).contains(['\0', '\u{1}']);
            prop_assert!(has_room);
        }
    }
}
