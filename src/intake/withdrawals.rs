//! Notes that somebody does not come: "xin rút", "bận họp nên không đi được".
//!
//! Marks count, for "Cán bộ bà Mận phụ trách" is no "bỏ bà Mận"; only a line without any is read without them.

use std::sync::LazyLock;

use super::cut_short::words_in_full;
use super::heading::words;
use super::marks::{is_remark, title_of_group};
use super::mentions::{names_somebody, replaces_somebody};
use crate::lexicon::{Beginnings, Entry, Section};
use crate::vietnamese::fold::marked_words;

/// What a word of a note means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// Somebody does not come.
    Away,
    /// The same, said of one who is named with it or stands beside it: "ốm".
    AwayBesideName,
    /// Something else that begins like such a word: "đã nghỉ hưu".
    Other,
}

/// Whether it is said anywhere in a line that somebody does not come.
pub(super) fn says_withdrawal(line: &str) -> bool {
    meanings(line).contains(&Meaning::Away)
}

/// The same of one who is named in the line, or in whose row it stands.
pub(super) fn says_absence(line: &str) -> bool {
    let said = meanings(line);
    said.contains(&Meaning::Away)
        || said.contains(&Meaning::AwayBesideName) && says_amid_names(line, Meaning::AwayBesideName)
}

/// The same of what stands in place of a post or a unit, where names stand, too: "thôi chức (không tham gia)", and not
/// "Bản Rút".
pub(super) fn is_withdrawn_amid_names(text: &str) -> bool {
    let said = meanings(text);
    // Nearly every post and unit is told by this.
    let is_one_name = !text.contains(' ') && text.starts_with(char::is_uppercase);
    let means = |meaning: Meaning| said.contains(&meaning) && says_amid_names(text, meaning);
    !is_one_name && (means(Meaning::Away) || means(Meaning::AwayBesideName))
}

/// Whether words mean this that are no names: "Lê Thị Vắng" has a capital within a part.
fn says_amid_names(line: &str, meaning: Meaning) -> bool {
    let parts = line.split([',', ';', ':', '.', '(', '-', '–']);
    parts.map(without_names).any(|part| meanings(&part).contains(&meaning))
}

/// Whether a note says of whoever stands beside it that they do not come, and not of the one whose place they take.
pub(super) fn is_withdrawn(note: &str) -> bool {
    let own = replaces_somebody(note).map_or(note, |at| &note[..at]);
    says_absence(own)
}

/// "II. Danh sách không tham gia được", "C | Lái xe (không dự lớp)": a heading over those who do not come; `numbered` where
/// its number stands in a cell of its own.
pub(super) fn heads_absent(line: &str, numbered: bool) -> bool {
    /// Longer text is a sentence, and said of others than those below it.
    const MOST_WORDS: usize = 10;
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::ListTitle.folded().collect());
    let is_long = line.len() > 120 || line.split(' ').count() > MOST_WORDS;
    // "*số 2 bỏ giúp em" is said of one.
    if is_long || is_remark(line) || line.starts_with('*') {
        return false;
    }
    let title = title_of_group(line);
    let is_heading =
        numbered || title.len() < line.trim_end().len() || line.ends_with(':') || TITLES.begin(&words(title));
    // Whoever is named withdraws themselves.
    is_heading && says_withdrawal(title) && !(numbered && names_somebody(title))
}

/// A part of a line without the words in capitals behind its first one.
fn without_names(part: &str) -> String {
    let is_kept = |(at, word): &(usize, &str)| *at == 0 || !word.starts_with(char::is_uppercase);
    let kept = part.split_whitespace().enumerate().filter(is_kept);
    let kept: Vec<&str> = kept.map(|(_, word)| word).collect();
    if part.contains(char::is_lowercase) { kept.join(" ") } else { part.to_owned() }
}

/// What the words of a line mean, the longest from each place on.
fn meanings(line: &str) -> Vec<Meaning> {
    static MARKED: LazyLock<Beginnings<Meaning>> = LazyLock::new(|| of(|_| true, marked_words));
    static UNMARKED: LazyLock<Beginnings<Meaning>> =
        LazyLock::new(|| of(|entry| !entry.has("marked"), words));
    let text = words_in_full(line);
    let known = if line.is_ascii() { &*UNMARKED } else { &*MARKED };
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    starts.filter_map(|at| known.whole(&text[at..])).collect()
}

fn of(counts: impl Fn(&Entry) -> bool, written: impl Fn(&str) -> String) -> Beginnings<Meaning> {
    let meaning = |entry: &Entry| match (entry.has("no"), entry.has("own")) {
        (true, _) => Meaning::Other,
        (false, true) => Meaning::AwayBesideName,
        (false, false) => Meaning::Away,
    };
    Section::Withdrawal
        .entries()
        .filter(|entry| counts(entry))
        .map(|entry| (written(entry.word), meaning(entry)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stays_away_is_told_from_who_does_not() {
        for note in [
            "Xin rút",
            "KHÔNG THAM GIA",
            "bận họp HĐND nên không đi được",
            "ốm",
            "hoãn",
            "gạch tên",
            "vắng",
            "xin phép vắng",
            "Báo vắng",
            "bận, xin cáo lỗi",
            "thôi chức (không tham gia)",
            "xin khong du",
        ] {
            assert!(is_withdrawn(note), "{note}");
        }
        for note in [
            "Cán bộ bà Lê Thị Mận phụ trách xe",
            "Nguyễn Tú Trân",
            "rút kinh nghiệm",
            "Cán bộ đã nghỉ hưu",
            "thay ông Ba bị ốm",
            "đi thay đ/c Hùng xin rút",
            "Bà Lê Thị Vắng nhận giấy mời",
            "Can bo ba Le Thi Man",
            "",
        ] {
            assert!(!is_withdrawn(note), "{note}");
        }
        assert!(is_withdrawn_amid_names("thôi chức (không tham gia)"));
        for place in ["Bản Rút", "Thôn Vắng", "Vắng", "Trưởng ban CTMT", "Cán bộ đã nghỉ hưu"]
        {
            assert!(!is_withdrawn_amid_names(place), "{place}");
        }
    }
}
