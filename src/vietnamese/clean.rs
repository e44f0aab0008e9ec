//! Text as it is stored: NFC, without the debris of spreadsheets.
//!
//! Spelling is never touched: `hòa` stays `hòa`, `NGUYỄN` stays `NGUYỄN`. Only what nobody can
//! see is: letters that merely look like the right ones, see [`super::lookalike`].

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::lookalike::{is_styled, is_suspect, mended};

/// What becomes of a character.
enum Fate {
    Keep,
    Space,
    Drop,
}

/// One clean line: NFC; every Unicode space (tabs and line breaks too) is a plain
/// space, runs of them are one, none at either end; characters without width and
/// control characters are gone; lookalikes are the letters they stand for, and the
/// apostrophe inside a name is one. Cleaning twice changes nothing more.
pub fn clean(text: &str) -> String {
    cleaned(text).into_owned()
}

/// The same, keeping line breaks as `\n`; blank lines at the end are dropped.
pub fn clean_lines(text: &str) -> String {
    // Word writes a line break inside a paragraph as \u{b}.
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let mut lines = text.replace("\r\n", "\n").split(breaks).map(clean).collect::<Vec<_>>().join("\n");
    lines.truncate(lines.trim_end_matches('\n').len());
    lines
}

/// [`clean`] without a copy when nothing is to be done, as for most cells.
pub(crate) fn cleaned(text: &str) -> Cow<'_, str> {
    if is_clean(text) { Cow::Borrowed(text) } else { Cow::Owned(rewritten(text)) }
}

/// "📞" and "✅", and what is behind the figure of "1️⃣": pictures that a telephone offers.
pub fn is_picture(letter: char) -> bool {
    matches!(letter, ' ' | '\u{20d0}'..='\u{20ff}' | '\u{2190}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}')
        || letter >= '\u{1f000}'
}

fn is_clean(text: &str) -> bool {
    let (mut after_space, mut composed) = (true, true);
    for character in text.chars() {
        // Most letters are one of these, and need not be asked about.
        if character.is_ascii_alphanumeric() || matches!(character, '\u{1ea0}'..='\u{1ef9}') {
            after_space = false;
            continue;
        }
        composed &= is_composed(character);
        match fate(character) {
            Fate::Keep if is_suspect(character) => return false,
            Fate::Keep => after_space = false,
            Fate::Space if character == ' ' && !after_space => after_space = true,
            Fate::Space | Fate::Drop => return false,
        }
    }
    let ends_well = text.is_empty() || !after_space;
    ends_well && (composed || is_nfc_quick(text.chars()) == IsNormalized::Yes)
}

/// Letters that stay as they are in NFC, whatever is beside them: what is below the
/// combining marks, and the block of the Vietnamese letters. Nearly every text has no
/// others, so the tables of Unicode need not be asked.
fn is_composed(character: char) -> bool {
    character < '\u{300}' || matches!(character, '\u{1e00}'..='\u{1eff}')
}

fn rewritten(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let (mut space_due, mut dropped, mut suspect) = (false, false, false);
    let mut last = ' ';
    for character in text.chars() {
        match fate(character) {
            Fate::Drop => dropped = true,
            Fate::Space => space_due = !line.is_empty(),
            Fate::Keep => {
                // "Trần\u{200b}Thị": what cannot be seen parted two words.
                let parts = dropped && last.is_lowercase() && character.is_uppercase();
                if space_due || parts {
                    line.push(' ');
                }
                (space_due, dropped) = (false, false);
                suspect |= is_suspect(character);
                match is_styled(character) {
                    true => line.extend(std::iter::once(character).nfkc()),
                    false => line.push(character),
                }
                if !is_combining_mark(character) {
                    last = character;
                }
            }
        }
    }
    // After the dropping: a zero-width character may have parted a letter from its tone.
    let line: String = line.nfc().collect();
    if suspect { mended(&line) } else { line }
}

fn fate(character: char) -> Fate {
    match character {
        '!'..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Fate::Keep,
        ' ' => Fate::Space,
        // Soft hyphen, grapheme joiner, Mongolian vowel separator, zero-width space
        // and joiners, direction marks, word joiner and its kin, byte order mark.
        '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => Fate::Drop,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{61c}' => Fate::Drop,
        // Blank letters: of Korean, and the empty pattern of Braille.
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => Fate::Space,
        _ if character.is_whitespace() => Fate::Space,
        _ if character.is_control() => Fate::Drop,
        _ => Fate::Keep,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cell_pasted_from_elsewhere_becomes_one_plain_line() {
        assert_eq!(clean("\u{feff}  Nguyễn\u{a0}\u{a0}Văn\tAn \r\n"), "Nguyễn Văn An");
        assert_eq!(clean("Trần\u{200b} Thị\u{2003}Bé\u{ad}\u{7}"), "Trần Thị Bé");
        assert_eq!(clean("thôn Đông\nxã Tam Đại"), "thôn Đông xã Tam Đại");
        assert_eq!(clean(" \u{a0} "), "");
        assert_eq!(clean("Vũ\u{ad}Văn\u{200b}Tám \u{3164}\u{2800}"), "Vũ Văn Tám");
        assert_eq!(clean("Phươ\u{ad}ng NGUY\u{200c}ỄN"), "Phương NGUYỄN");
    }

    #[test]
    fn tones_typed_as_combining_marks_are_joined_to_their_letters() {
        let decomposed = "Nguye\u{302}\u{303}n";
        let unikey_compound = "Nguy\u{ea}\u{303}n";
        let parted = "Nguy\u{ea}\u{200b}\u{303}n";
        for text in [decomposed, unikey_compound, parted] {
            assert_eq!(clean(text), "Nguyễn");
        }
    }

    #[test]
    fn spelling_is_never_rewritten() {
        for name in ["Hoà", "Hòa", "H'Hen Niê", "LÊ THỊ Y", "Kim-Anh", "Thúy (B)"] {
            assert_eq!(clean(name), name);
        }
    }

    #[test]
    fn line_breaks_are_kept_where_asked() {
        let text = " Mục đích:\r\n  nâng  cao\u{b}năng lực \n\nBổ sung\n \r\n";
        assert_eq!(clean_lines(text), "Mục đích:\nnâng cao\nnăng lực\n\nBổ sung");
        assert_eq!(clean_lines("\n \n"), "");
    }

    #[test]
    fn what_is_clean_already_is_not_copied() {
        for text in ["", "Nguyễn Văn An", "Tổ 5, thôn Đông Tây"] {
            assert!(matches!(cleaned(text), Cow::Borrowed(_)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in "([aêƠđÐðǎAHHh'’`\"”ОеЁёйΆν𝐞Ａ  \u{a0}\u{301}\u{302}\u{308}\u{323}\u{31b}\u{200b}\u{ad}\r\n\t]|.){0,30}") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert_eq!(clean(&text.nfd().collect::<String>()), once);
            let lines = clean_lines(&text);
            prop_assert_eq!(clean_lines(&lines), lines);
        }
    }
}
