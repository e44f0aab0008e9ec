//! Which words stay on one line: by our own layout, and in Word by spaces that
//! do not break.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::lexicon::{Section, Use, unit_words};

/// A space at which no line breaks.
const FIRM_SPACE: &str = "\u{A0}";

/// A box to tick: stays with the answer after it.
pub const BOX: &str = "□";

/// Size of the box as a character, in points. Its square is six tenths of that: 4,1 mm, whatever the size of the text.
pub const BOX_SIZE: f32 = 19.5;

/// How firmly a word stays with the one before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// A line may break between them.
    #[default]
    Free,
    /// Parts of a compound: a line breaks between them only where it would be full of holes otherwise, or a cell one
    /// line higher.
    Compound,
    /// A number and what it counts: a line breaks between them only where it would be full of holes otherwise.
    Loose,
    /// Parts of the symbol of a document, behind a hyphen: a line of running text breaks there only where all else
    /// would be worse.
    Symbol,
    /// No line breaks between them, unless it could not hold them.
    Firm,
}

/// Whether a line must not break between two words: a number stays with the word
/// before it and the one it counts, so "ngày 05 tháng 9", "Cụm 1" and "Thôn An Mỹ
/// 2" are whole, days of the week are, and a dash stays at the end of its line.
pub fn stay_together(before: &str, after: &str) -> bool {
    bond(before, after) != Bond::Free
}

/// How firmly two words stay together by themselves; see also [`compounds`]. The number of a document,
/// "160-TB/TW", is long enough to begin a line, but not after its "số".
pub fn bond(before: &str, after: &str) -> Bond {
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let document = after.contains('/') && after.contains(char::is_alphabetic);
    let of_document =
        matches!(before, "số" | "Số" | "số:" | "Số:") && (number(after) || after.starts_with('…'));
    let after = after.trim_end_matches([',', ';', '.', ':', ')']);
    let firm = (number(after) && !document)
        || of_document
        || matches!((before, after), ("VIỆT", "NAM") | ("Việt", "Nam"))
        || before.ends_with("Thứ")
        || before == BOX
        || after == "–";
    let counts = number(before)
        && matches!(after, "tháng" | "người" | "giờ" | "phút" | "cụm" | "ngày" | "đại" | "học");
    match (firm, counts) {
        (true, _) => Bond::Firm,
        (false, true) => Bond::Loose,
        (false, false) => Bond::Free,
    }
}

/// Of each word whether it goes on with a compound of the lexicon: "giám sát", "Tổ đoàn kết".
pub fn compounds(words: &[&str]) -> Vec<bool> {
    /// By their first syllable; the longest first.
    static COMPOUNDS: LazyLock<HashMap<&str, Vec<Vec<&str>>>> = LazyLock::new(|| {
        let mut known: HashMap<&str, Vec<Vec<&str>>> = HashMap::new();
        for word in Section::Compound.words() {
            let syllables: Vec<&str> = word.split(' ').collect();
            known.entry(syllables[0]).or_default().push(syllables);
        }
        known.values_mut().for_each(|all| all.sort_by_key(|syllables| Reverse(syllables.len())));
        known
    });
    let mut inside = vec![false; words.len()];
    names_of_places(words, &mut inside);
    let small: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut at = 0;
    while at < small.len() {
        let first = small[at].trim_start_matches(['“', '"', '(', '‘']);
        let fits = |syllables: &&Vec<&str>| {
            let rest = small.get(at + 1..at + syllables.len());
            rest.is_some_and(|rest| {
                // Signs stand after the last syllable alone.
                rest.iter().zip(&syllables[1..]).enumerate().all(|(place, (word, syllable))| {
                    let is_last = place + 2 == syllables.len();
                    let word = if is_last { word.trim_end_matches(SIGNS) } else { word };
                    word == *syllable
                })
            })
        };
        let length = COMPOUNDS.get(first).and_then(|all| all.iter().find(fits)).map_or(1, Vec::len);
        inside[at + 1..at + length].fill(true);
        at += length;
    }
    inside
}

/// Marks what goes on with the name of a place: "xã Tam Đại".
fn names_of_places(words: &[&str], inside: &mut [bool]) {
    static KINDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        unit_words(Use::Sentence).filter_map(|kind| kind.word.split(' ').next_back()).collect()
    });
    let is_name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(|letter| !letter.is_uppercase())
    };
    for at in (0..words.len()).filter(|at| KINDS.contains(words[*at].to_lowercase().as_str())) {
        for next in at + 1..words.len().min(at + 1 + LONGEST_NAME) {
            // After a sign something else begins.
            if !is_name(words[next]) || words[next - 1].ends_with(SIGNS) {
                break;
            }
            inside[next] = true;
        }
    }
}

/// More words than this no name of a place has that is kept together.
const LONGEST_NAME: usize = 3;

/// What may stand after the last syllable of a compound.
const SIGNS: [char; 8] = [',', ';', '.', ':', ')', '”', '"', '…'];

/// Where the names of places begin in the name of an organisation: at the space
/// before them.
pub fn places_in(name: &str) -> impl Iterator<Item = usize> {
    // A name that is too long for a line breaks before such a word.
    static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| {
        unit_words(Use::Break).map(|place| format!(" {} ", place.word.to_uppercase())).collect()
    });
    PLACES.iter().filter_map(move |place| name.rfind(place))
}

/// A text whose words that stay together are joined by spaces that do not break.
pub fn unbroken(text: &str) -> Cow<'_, str> {
    let pairs = || text.split(' ').zip(text.split(' ').skip(1));
    if !pairs().any(|(before, after)| stay_together(before, after)) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::with_capacity(text.len() + 8);
    joined.push_str(text.split(' ').next().unwrap_or_default());
    for (before, after) in pairs() {
        joined.push_str(if stay_together(before, after) { FIRM_SPACE } else { " " });
        joined.push_str(after);
    }
    Cow::Owned(joined)
}

/// The longest name of a place that is kept on one line, in letters.
const LONGEST_PLACE: usize = 24;

/// The name of an organisation that breaks before its place: "ỦY BAN MTTQ VIỆT
/// NAM / HUYỆN PHÚ NINH" rather than inside "PHÚ NINH".
pub fn unbroken_organisation(name: &str) -> String {
    let whole = unbroken(name);
    // Spaces that do not break are no longer found: places are looked for in the name itself.
    let place = places_in(name).max().map(|at| &name[at + 1..]);
    match place.filter(|place| place.chars().count() <= LONGEST_PLACE) {
        Some(place) => {
            let before = unbroken(&name[..name.len() - place.len() - 1]);
            format!("{before} {}", place.replace(' ', FIRM_SPACE))
        }
        None => whole.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_one_word() {
        let firm = |text: &str| unbroken(text).replace('\u{A0}', "~");
        assert_eq!(firm("Phú Ninh, ngày 05 tháng 9 năm 2020"), "Phú Ninh, ngày~05~tháng~9 năm~2020");
        assert_eq!(firm("Cụm 1 – Nhà văn hóa"), "Cụm~1~– Nhà văn hóa");
        assert_eq!(firm("không có số"), "không có số");
        assert_eq!(firm(""), "");
    }

    #[test]
    fn a_compound_is_one_word() {
        let parted = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            let inside = compounds(&words);
            let joined = words.iter().zip(inside).map(|(word, inside)| match inside {
                true => format!("~{word}"),
                false => format!(" {word}"),
            });
            joined.collect::<String>().trim_start().to_owned()
        };
        assert_eq!(parted("Công tác giám sát và phản biện xã hội"), "Công~tác giám~sát và phản~biện xã~hội");
        assert_eq!(parted("TẬP HUẤN"), "TẬP~HUẤN");
        assert_eq!(parted("Tổ trưởng Tổ đoàn kết, thôn"), "Tổ~trưởng Tổ~đoàn~kết, thôn");
        assert_eq!(parted("UBMTTQ xã Tam Đại, huyện Phú Ninh"), "UBMTTQ xã~Tam~Đại, huyện~Phú~Ninh");
        assert_eq!(parted("các xã, Tam Đại"), "các xã, Tam Đại");
        assert_eq!(parted("giám, sát"), "giám, sát");
        assert_eq!(parted(""), "");
    }

    #[test]
    fn the_number_of_a_document_stays_with_its_word() {
        assert_eq!(bond("số", "160-TB/TW"), Bond::Firm);
        assert_eq!(bond("luận", "160-TB/TW"), Bond::Free);
        assert_eq!(bond("Số:", "……/KH-MTTQ-BTT"), Bond::Firm);
        assert_eq!(bond("05", "tháng"), Bond::Loose);
    }

    #[test]
    fn an_organisation_breaks_before_its_place() {
        let firm = |text: &str| unbroken_organisation(text).replace('\u{A0}', "~");
        assert_eq!(firm("ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH"), "ỦY BAN MTTQ VIỆT~NAM HUYỆN~PHÚ~NINH");
        assert_eq!(firm("BAN THƯỜNG TRỰC"), "BAN THƯỜNG TRỰC");
        let long = "ỦY BAN MTTQ VIỆT NAM XÃ CÓ MỘT CÁI TÊN RẤT LÀ DÀI";
        assert_eq!(firm(long).matches('~').count(), 1, "a place too long for a line may break");
    }
}
