//! What a text looks like: a person's name, or something else that stands where a name
//! should. Told by its shape (a family name, syllables, capitals, signs), never by a list
//! of what people write there instead: that list has no end.

use super::family_names::{begins_with_common_name, is_small_middle, small_begins_like_a_name};
use super::lost_letters;
use super::marks::small_is_any_unit;
use super::position::small_begins_with_position;
use crate::vietnamese::syllable::is_syllable;
use unicode_normalization::char::is_combining_mark;

/// Why a text may be no name, or not the name of one person as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Doubt {
    /// Letters were lost to question marks when the file was saved.
    LettersLost,
    /// A sign that no name has: `? : ( * ; @ =` and the like.
    Sign,
    /// A digit.
    Digit,
    /// More words than names have.
    ManyWords,
    /// One word.
    OneWord,
    /// Initials: "Ng. V. Tám".
    Initials,
    /// Words without a space between them: "NguyễnVăn An".
    Glued,
    /// Words in small letters among those in capitals.
    SmallWords,
    /// No family name that we know.
    NoFamilyName,
    /// A family name and a middle name.
    NoGivenName,
    /// It begins as a post does.
    Post,
    /// It begins as a unit does.
    Unit,
    /// "Nguyễn Văn A": the name of an example.
    Example,
    /// The names of two people.
    Several,
}

impl Doubt {
    /// The sentence that says so.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::LettersLost => "intake-doubt-letters-lost",
            Self::Sign => "intake-doubt-sign",
            Self::Digit => "intake-doubt-digit",
            Self::ManyWords => "intake-doubt-many-words",
            Self::OneWord => "intake-doubt-one-word",
            Self::Initials => "intake-doubt-initials",
            Self::Glued => "intake-doubt-glued",
            Self::SmallWords => "intake-doubt-small-words",
            Self::NoFamilyName => "intake-doubt-no-family-name",
            Self::NoGivenName => "intake-doubt-no-given-name",
            Self::Post => "intake-doubt-post",
            Self::Unit => "intake-doubt-unit",
            Self::Example => "intake-doubt-example",
            Self::Several => "intake-doubt-several",
        }
    }
}

/// Words of the longest name that is taken without a question.
const MOST_WORDS: usize = 6;

/// Whether a clean line is a person's name and nothing else; `small` where the list writes
/// its names in small letters.
pub(super) fn judge(line: &str, small: bool) -> Result<(), Doubt> {
    if lost_letters::lost(line) {
        return Err(Doubt::LettersLost);
    }
    if line.chars().any(|letter| !is_latin(letter) && letter.is_numeric()) {
        return Err(Doubt::Digit);
    }
    if line.contains(is_sign) || line.contains(" - ") || line.starts_with('-') || line.ends_with('-') {
        return Err(Doubt::Sign);
    }
    if line.contains('.') || line.split(' ').any(|word| is_cut_short(word, line)) {
        return Err(Doubt::Initials);
    }
    let words: Vec<&str> = line.split(' ').collect();
    if holds_second_name(&words) {
        return Err(Doubt::Several);
    }
    match words.len() {
        1 => return Err(Doubt::OneWord),
        count if count > MOST_WORDS => return Err(Doubt::ManyWords),
        _ => {}
    }
    if words.iter().any(|word| is_glued(word)) {
        return Err(Doubt::Glued);
    }
    let lower = line.to_lowercase();
    let lower_words: Vec<&str> = lower.split(' ').collect();
    let has_middle = matches!(lower_words[1], "văn" | "thị");
    let named = small_begins_like_a_name(&lower);
    if is_marked(line) || !named {
        if small_begins_with_position(&lower) {
            return Err(Doubt::Post);
        }
        if small_is_any_unit(&lower) {
            return Err(Doubt::Unit);
        }
    }
    // "văn", "thị" and "nữ" are often written small, and a name of which all else is small is no text.
    let is_name_with_middle = is_small_middle(lower_words[1]) && words.len() <= 4;
    if !small && !is_name_with_middle && has_small_words(&words) {
        return Err(Doubt::SmallWords);
    }
    if !named && !is_of_the_highlands(&words) {
        return Err(Doubt::NoFamilyName);
    }
    if has_middle && words.len() == 2 && begins_with_common_name(line) {
        return Err(Doubt::NoGivenName);
    }
    let is_letter = |word: &str| matches!(word, "a" | "b" | "c" | "x" | "y" | "z");
    if has_middle && words.len() == 3 && is_letter(lower_words[2]) {
        return Err(Doubt::Example);
    }
    Ok(())
}

/// Whether a name has letters that only Vietnamese has: then marks tell posts from names.
fn is_marked(line: &str) -> bool {
    !line.is_ascii()
}

/// Signs that stand in no name, and letters of other scripts. A hyphen and an apostrophe do: "Y-Blô", "H'Hen".
fn is_sign(letter: char) -> bool {
    !(is_latin(letter)
        || is_combining_mark(letter)
        || letter.is_numeric()
        || matches!(letter, ' ' | '.' | '-' | '\'' | '’'))
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether a whole name follows another: "Nguyễn Văn An Trần Thị Bé".
fn holds_second_name(words: &[&str]) -> bool {
    let is_middle = |word: &str| matches!(word.to_lowercase().as_str(), "văn" | "thị" | "van" | "thi");
    (3..words.len().saturating_sub(2))
        .any(|at| is_middle(words[at + 1]) && begins_with_common_name(&words[at..].join(" ")))
}

/// "CKI" in "CKI Trần Thị Vân": capitals that are no syllable, where the rest is written in small letters.
fn is_cut_short(word: &str, line: &str) -> bool {
    word.chars().count() > 1
        && word.chars().all(char::is_uppercase)
        && line.contains(char::is_lowercase)
        && !is_syllable(word)
}

/// "NguyễnVăn": a capital behind a small letter; "McKay" and "H'Hen" are no such words.
fn is_glued(word: &str) -> bool {
    let mut pairs = word.chars().zip(word.chars().skip(1));
    pairs.any(|(before, letter)| before.is_lowercase() && letter.is_uppercase()) && word.chars().count() > 4
}

/// The same with the space that is missing: "Phan Văn Kỷ" of "PhanVăn Kỷ".
pub(super) fn with_spaces(line: &str) -> String {
    let mut whole = String::with_capacity(line.len() + 2);
    for word in line.split(' ') {
        whole.push_str(if whole.is_empty() { "" } else { " " });
        let mut last = ' ';
        for letter in word.chars() {
            if is_glued(word) && last.is_lowercase() && letter.is_uppercase() {
                whole.push(' ');
            }
            whole.push(letter);
            last = letter;
        }
    }
    whole
}

/// Whether words in small letters stand among those in capitals, as in "Đoàn Thanh niên".
fn has_small_words(words: &[&str]) -> bool {
    words.iter().any(|word| word.chars().next().is_some_and(char::is_lowercase))
}

/// Names of the peoples of the highlands that no family name begins: "H'Hen Niê", "Y Blô", "K'Brê".
fn is_of_the_highlands(words: &[&str]) -> bool {
    let is_word = |word: &&str| word.contains(['\'', '’', '-']) || (!is_syllable(word) && !word.is_ascii());
    words.iter().any(is_word) && words.iter().all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_what_stands_in_their_place() {
        for name in [
            "Nguyễn Văn An",
            "TRẦN THỊ BÉ",
            "Hoàng văn em",
            "trần thị bình",
            "Lê H'Hen Niê",
            "H'Hen Niê",
            "Y Blô Êban",
            "Y-Blô Êban",
            "K'Brê",
            "Giàng A Páo",
            "Rơ Châm H'Yéo",
            "Siu Blêh",
            "Thạch Sô Phia",
            "Thích Minh Tâm",
            "Công Tằng Tôn Nữ Thị Minh",
            "Đoàn Thanh Niên",
            "Trương Công Định",
            "Nguyen Van An",
            "TRUONG BAN CANH",
            "Vũ Ý",
            "Rơ Châm Ơ\u{306}",
        ] {
            let one_word = name == "K'Brê";
            assert_eq!(judge(name, false), if one_word { Err(Doubt::OneWord) } else { Ok(()) }, "{name}");
        }
    }

    #[test]
    fn a_missing_space_is_known_by_the_capital() {
        for (written, whole) in
            [("PhanVăn Kỷ", "Phan Văn Kỷ"), ("NguyễnThịHoa", "Nguyễn Thị Hoa"), ("Lê H'Hen", "Lê H'Hen")]
        {
            assert_eq!(with_spaces(written), whole);
        }
    }

    #[test]
    fn everything_else_is_doubtful() {
        for (text, doubt) in [
            ("Hoàng Văn Em?", Doubt::Sign),
            ("Nguy?n V?n An", Doubt::LettersLost),
            ("Bùi Thị Mơ*", Doubt::Sign),
            ("Trần 陳 Văn Long", Doubt::Sign),
            ("Nguyễn Văn An; Trần Văn Ba", Doubt::Sign),
            ("01 đồng chí đại diện Hội CCB", Doubt::Digit),
            ("Ng. V. Tám", Doubt::Initials),
            ("CKI Trần Thị Vân", Doubt::Initials),
            ("NguyễnVăn An", Doubt::Glued),
            ("Tám", Doubt::OneWord),
            ("Đoàn Thanh niên", Doubt::SmallWords),
            ("Cử sau", Doubt::SmallWords),
            ("Ban Dân vận Huyện ủy", Doubt::SmallWords),
            ("Thị xã Điện Bàn", Doubt::SmallWords),
            ("Trưởng ban Công tác Mặt trận", Doubt::Post),
            ("Hội Nông dân xã", Doubt::Unit),
            ("Thôn Đoài Hạ", Doubt::Unit),
            ("Nguyễn Văn", Doubt::NoGivenName),
            ("Nguyễn Văn A", Doubt::Example),
            ("Phúc Lộc Thọ", Doubt::NoFamilyName),
            ("Phan Thị Thu Hà Thôn Đoài Hạ", Doubt::ManyWords),
            ("Nguyễn Văn An Trần Thị Bé", Doubt::Several),
        ] {
            assert_eq!(judge(text, false), Err(doubt), "{text}");
        }
    }
}
