//! What the fonts of TCVN3 lack: they have no capitals with a tone. "Ý Nhi" is written
//! "ý Nhi" there, and a name in capitals was set in a second font, .VnTimeH, which is
//! lost where a list is copied as text.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::family_names::begins_like_a_name;
use super::honorifics::without_prefixes;
use crate::lexicon::{Kind, Use, unit_words};
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

/// Whether a text has a word, or a name behind an apostrophe, that could not begin with a
/// capital.
pub(super) fn has_small_word(text: &str) -> bool {
    text.split([' ', '\'']).filter_map(first_letter).any(|(_, letter)| lacks_capital(letter))
}

/// Whether most texts that could begin with a capital do not: notes such as "đi thay".
pub(super) fn is_begun_small<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let letters = texts.filter_map(first_letter).map(|(_, letter)| letter);
    let (small, large): (Vec<char>, Vec<char>) =
        letters.filter(|letter| !lacks_capital(*letter)).partition(|letter| letter.is_lowercase());
    !small.is_empty() && small.len() >= large.len()
}

/// "Nguyễn Thị ý Nhi" with the capital that its letters could not have, and "ủy viên" with
/// that of a cell unless its column begins `small`.
pub(super) fn with_capitals(text: &str, small: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let is_raised = raised(text, &words);
    let begins = words.iter().position(|word| first_letter(word).is_some());
    let capital = |(at, word): (usize, &&str)| match first_letter(word) {
        Some((place, letter))
            if lacks_capital(letter) && (is_raised(at) || (begins == Some(at) && !small)) =>
        {
            raised_at(word, place)
        }
        // "H'ánh": what stands behind the apostrophe is the name.
        Some((_, letter)) if letter.is_uppercase() => match word.find('\'') {
            Some(at) if word[at + 1..].starts_with(lacks_capital) => raised_at(word, at + 1),
            _ => (*word).to_owned(),
        },
        _ => (*word).to_owned(),
    };
    words.iter().enumerate().map(capital).collect::<Vec<_>>().join(" ")
}

/// A word with a capital at a place.
fn raised_at(word: &str, place: usize) -> String {
    let (before, rest) = word.split_at(place);
    let mut letters = rest.chars();
    let capital = letters.next().into_iter().flat_map(char::to_uppercase);
    before.chars().chain(capital).chain(letters).collect()
}

/// Which words of a text are parts of a name.
fn raised<'a>(text: &str, words: &'a [&str]) -> impl Fn(usize) -> bool + 'a {
    /// Small inside any name: "Đoàn ủy", "Trưởng ấp Bắc", "Cán bộ ở Ấp Bắc".
    const SMALL: [&str; 3] = ["ủy", "ấp", "ở"];
    /// Small behind other words: "Thiếu úy", "Tòa án", "Cung ứng".
    const SMALL_BEHIND: [&str; 3] = ["úy", "án", "ảnh"];
    let bare = without_prefixes(text);
    let is_addressed = bare.len() < text.len();
    let name: Vec<&str> = bare.split(' ').collect();
    let firsts: Vec<char> =
        name.iter().filter_map(|word| first_letter(word)).map(|(_, letter)| letter).collect();
    let is_titled = firsts.iter().all(|letter| !letter.is_lowercase() || lacks_capital(*letter));
    let large = firsts.iter().filter(|letter| letter.is_uppercase()).count();
    let has_middle =
        name.len() > 2 && name[1..name.len() - 1].iter().any(|word| matches!(*word, "Văn" | "Thị"));
    let is_person = is_titled && (is_addressed || has_middle || begins_like_a_name(&name.join(" ")));
    move |at: usize| {
        let word = words[at].trim_matches(|c: char| !c.is_alphabetic());
        is_committee(words, at)
            || is_in_place(words, at)
            || (is_person && !SMALL.contains(&word))
            || (is_titled && large >= 2 && !SMALL.contains(&word) && !SMALL_BEHIND.contains(&word))
    }
}

/// Whether a word begins "Ủy ban MTTQ Việt Nam", "Ủy ban nhân dân": an institution of that name.
fn is_committee(words: &[&str], at: usize) -> bool {
    let names = |word: &&str| *word == "nhân" || word.starts_with(char::is_uppercase);
    words[at] == "ủy" && words.get(at + 1) == Some(&"ban") && words.get(at + 2).is_some_and(names)
}

/// Whether a word is part of the name of a place: "Thôn Mỹ á", "Khu phố ả", "xã ỷ La"; not of
/// "Xã ủy", "cán bộ xã ốm".
fn is_in_place(words: &[&str], at: usize) -> bool {
    const NEVER: [&str; 2] = ["ủy", "ở"];
    let ends_part = |word: &str| word.ends_with([',', ';', ')', '.', ':']) || word == "-";
    let is_large =
        |at: usize| words.get(at).and_then(|word| first_letter(word)).is_some_and(|(_, c)| c.is_uppercase());
    let word = words[at].trim_matches(|c: char| !c.is_alphabetic());
    if NEVER.contains(&word) {
        return false;
    }
    // Back over the capitals of the name to the word for its kind.
    let begin = words[..at].iter().rposition(|word| ends_part(word)).map_or(0, |end| end + 1);
    let name = (begin..at)
        .rev()
        .take_while(|before| is_large(*before) && !is_kind_of_place(words[*before]))
        .last()
        .unwrap_or(at);
    let kind = [2, 1].into_iter().find(|length| {
        name.checked_sub(*length)
            .is_some_and(|kind| kind >= begin && is_kind_of_place(&words[kind..name].join(" ")))
    });
    let Some(kind) = kind.map(|length| name - length) else { return false };
    let goes_on = !ends_part(words[at]) && is_large(at + 1);
    let ends = ends_part(words[at]) || at + 1 == words.len();
    goes_on || (ends && kind == begin && word != "ấp")
}

/// "Thôn", "Xã", "Ấp": what stands behind it is its name.
fn is_kind_of_place(word: &str) -> bool {
    static KINDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let places = unit_words(Use::List).filter(|word| {
            matches!(word.kind, Kind::Commune | Kind::Hamlet | Kind::District | Kind::Province)
        });
        places.map(|word| word.word).collect()
    });
    KINDS.contains(word.trim_start_matches('(').to_lowercase().as_str())
}

/// The first letter of a word and its place, behind a bracket or quotation mark.
fn first_letter(word: &str) -> Option<(usize, char)> {
    let (place, first) = word.char_indices().find(|(_, letter)| letter.is_alphanumeric())?;
    first.is_alphabetic().then_some((place, first))
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
            ("Lê Xuân ý", "Lê Xuân Ý"),
            ("Đinh Thế ấn", "Đinh Thế Ấn"),
            ("ánh", "Ánh"),
            ("Lê ánh", "Lê Ánh"),
            ("Bà Lê Thị út", "Bà Lê Thị Út"),
            ("Đ/c Trần ích Tắc", "Đ/c Trần Ích Tắc"),
            ("ông Lê ích Khiêm", "ông Lê Ích Khiêm"),
            ("Rơ Châm ứng", "Rơ Châm Ứng"),
            ("Cán bộ xã ốm nặng", "Cán bộ xã ốm nặng"),
            ("Phó ban xã ốm", "Phó ban xã ốm"),
            ("Khu phố ả, thị trấn ái Tử", "Khu phố Ả, thị trấn Ái Tử"),
            ("Xã ái Nghĩa", "Xã Ái Nghĩa"),
            ("Thôn ấp Bắc", "Thôn Ấp Bắc"),
            ("Thôn ánh", "Thôn Ánh"),
            ("ủy viên Thường trực", "Ủy viên Thường trực"),
            ("ủy viên", "Ủy viên"),
            ("ấp 5, xã Bình Chánh", "Ấp 5, xã Bình Chánh"),
            ("- ủy viên", "- Ủy viên"),
            ("Phạm Thị ổn (ủy viên)", "Phạm Thị ổn (ủy viên)"),
            ("Thôn đông", "Thôn đông"),
            ("Trưởng ban ở thôn", "Trưởng ban ở thôn"),
            ("tổ trưởng", "tổ trưởng"),
            ("Trưởng ấp", "Trưởng ấp"),
            ("Trưởng ấp Bình Hòa", "Trưởng ấp Bình Hòa"),
            ("Tổ 5 ấp Bình Hòa", "Tổ 5 ấp Bình Hòa"),
            ("Đảng ủy", "Đảng ủy"),
            ("Đoàn ủy", "Đoàn ủy"),
            ("Xã ủy", "Xã ủy"),
            ("Phó Bí Thư Đảng ủy", "Phó Bí Thư Đảng ủy"),
            ("Thiếu úy", "Thiếu úy"),
            ("Tòa án", "Tòa án"),
            ("Bí thư, ủy viên", "Bí thư, ủy viên"),
            ("Phó Chủ tịch ủy ban MTTQ xã", "Phó Chủ tịch Ủy ban MTTQ xã"),
            ("Cán bộ ủy ban kiểm tra", "Cán bộ ủy ban kiểm tra"),
            ("lê thị ánh", "lê thị ánh"),
        ] {
            assert_eq!(with_capitals(read, false), meant);
        }
        assert_eq!(with_capitals("ốm", true), "ốm");
        assert_eq!(with_capitals("Lê ánh", true), "Lê Ánh");
        assert!(is_begun_small(["Ghi chú", "đi thay", "bận", "ốm"].into_iter()));
        assert!(!is_begun_small(["Chức vụ", "ủy viên"].into_iter()));
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
