//! Where a text names somebody: a word before a name ("ông", "đ/c"), and a name.

use std::sync::LazyLock;

use super::family_names::{begins_like_a_name, begins_with_common_name, has_middle_thi};
use super::marks::small_is_any_unit;
use super::name_shape::{Doubt, judge};
use super::position::begins_with_position;
use crate::lexicon::{Beginnings, Section};
use crate::vietnamese::fold::marked_words;
use crate::vietnamese::{small, whole_word};

/// Words of the longest name.
const MOST_WORDS: usize = 6;

/// The words before a name, in small letters.
pub(super) fn words_before() -> &'static [&'static str] {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let sections = [Section::HonorificOfMan, Section::HonorificOfWoman, Section::HonorificOfAnyone];
        sections.into_iter().flat_map(|section| section.noted("message")).collect()
    });
    &WORDS
}

/// Where in a text such a word begins with a name behind it.
pub(super) fn mentions(text: &str) -> impl Iterator<Item = usize> + '_ {
    let spaces = text.match_indices([' ', '(']).map(|(at, _)| at + 1);
    std::iter::once(0).chain(spaces).filter(|at| is_mention(&text[*at..]))
}

fn is_mention(text: &str) -> bool {
    static FIRST: LazyLock<Vec<char>> =
        LazyLock::new(|| words_before().iter().filter_map(|word| word.chars().next()).collect());
    // Nearly every word is told by its first letter.
    let Some(first) = text.chars().next().and_then(|first| first.to_lowercase().next()) else { return false };
    FIRST.contains(&first)
        && words_before().iter().any(|word| {
            let length = word.chars().count();
            let behind = text.char_indices().nth(length).map_or("", |(at, _)| &text[at..]);
            let own = &text[..text.len() - behind.len()];
            behind.starts_with([' ', ':', '.'])
                && own.to_lowercase() == **word
                && begins_with_called_name(behind.trim_start_matches([' ', ':', '.']))
        })
}

/// The same behind a word by which people are called: three words at least with capitals are a name of whatever family,
/// "Xích Văn Tư".
fn begins_with_called_name(text: &str) -> bool {
    const LEAST_WORDS: usize = 3;
    let name = capitals_at_start(text);
    let is_likely = || {
        let shape = judge(&name, false);
        matches!(shape, Ok(()) | Err(Doubt::NoFamilyName))
            && !begins_with_position(&name)
            && !small_is_any_unit(&name.to_lowercase())
    };
    // "ông K'Sáu" has a whole name.
    let is_whole = !name.contains(' ') && name.contains(['\'', '’']);
    begins_with_name(text) || is_whole || name.split(' ').count() >= LEAST_WORDS && is_likely()
}

/// The words with capitals that a text begins with, up to a sign.
fn capitals_at_start(text: &str) -> String {
    let is_end = |letter: char| matches!(letter, ',' | ';' | ':' | '.' | ')');
    let mut name = String::new();
    for (at, word) in text.split(' ').take(MOST_WORDS).enumerate() {
        let bare = word.trim_end_matches(is_end);
        if !bare.starts_with(char::is_uppercase) {
            break;
        }
        name.push_str(if at > 0 { " " } else { "" });
        name.push_str(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    name
}

/// Whether a text begins with a name: a family name and more words with capitals.
pub(super) fn begins_with_name(text: &str) -> bool {
    let name = capitals_at_start(text);
    name.contains(' ') && (begins_like_a_name(&name) || has_middle_thi(&name))
}

/// Whether a whole name with a middle name stands somewhere in a line, or one behind a word for people.
pub(super) fn names_somebody(line: &str) -> bool {
    // "em là Giàng Mí Sính".
    let mut by_word = line.match_indices(" là ").map(|(at, sign)| &line[at + sign.len()..]);
    if mentions(line).next().is_some() || by_word.any(begins_with_name) {
        return true;
    }
    let words: Vec<&str> = line
        .split(|letter: char| !(letter.is_alphabetic() || matches!(letter, '\'' | '’' | '-')))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(3).any(|three| {
        let name = three.join(" ");
        three.iter().all(|word| word.starts_with(char::is_uppercase))
            && (begins_with_common_name(&name) || has_middle_thi(&name))
    })
}

/// Whether a text is somebody's name and nothing else: a common family name and more, all of it as names are written.
pub(super) fn is_whole_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && begins_with_common_name(text) && judge(text, false).is_ok()
}

/// Whether a text may begin with somebody, also one who is only called: "Sơn (phó ban)", "chị Hoa"; not "mới bầu".
pub(super) fn may_name_somebody(text: &str) -> bool {
    let small = text.to_lowercase();
    let is_called =
        |word: &&str| small.strip_prefix(*word).is_some_and(|rest| rest.starts_with([' ', ':', '.']));
    text.starts_with(char::is_uppercase) || words_before().iter().any(is_called)
}

/// Whether a note names another person in a part of its own: "Hồ Thị Dung".
pub(super) fn names_another(note: &str) -> bool {
    /// Fewer may be how somebody is called.
    const LEAST_WORDS: usize = 3;
    let parts = note.split([',', ';', ':', '(', ')']).map(str::trim);
    parts.filter(|part| part.split(' ').count() >= LEAST_WORDS).any(is_whole_name)
}

/// A note without what somebody is called besides: "thế danh: Võ Văn Nghiệp", "thường gọi chú Sáu Lành".
pub(super) fn without_own_names(note: &str) -> String {
    let is_own = |clause: &&str| {
        let small = clause.to_lowercase();
        Section::AlsoCalled.words().any(|word| whole_word::contains(&small, word))
    };
    let clauses = note.split([',', ';']).filter(|clause| !is_own(clause));
    clauses.collect::<Vec<_>>().join(",")
}

/// Whether a note has a telephone and two words beside each other that may be a name: "với Neáng Sóc Kha TB CTMT ấp Văn Râu
/// 0358 664 120".
pub(super) fn tells_of_another(note: &str) -> bool {
    let figures = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let has_phone = note
        .split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, ' ' | '.'))
        .any(|part| figures(part) >= 9);
    let is_word = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let words: Vec<&str> = note.split_whitespace().collect();
    has_phone
        && words
            .windows(2)
            .any(|pair| pair.iter().all(|word| is_word(word)) && !pair[0].ends_with(['.', ',', ';']))
}

/// Whether a note says that somebody comes from where another does, "cùng ấp với ông Đợi", which was not found out.
pub(super) fn says_same_place(note: &str) -> bool {
    note.split(", ").any(|part| part.starts_with("cùng ") && part.contains(" với "))
}

/// Whether a note calls somebody by one word, with a post behind it: "Bằng CHT PN thôn Hạ".
pub(super) fn calls_another(note: &str) -> bool {
    let is_call = |part: &str| {
        let (call, post) = part.trim().split_once(' ').unwrap_or_default();
        call.starts_with(char::is_uppercase)
            && begins_with_position(post)
            && !begins_with_position(part.trim())
    };
    note.split([',', ';']).any(is_call)
}

/// Whether a note says that somebody who is named comes instead.
pub(super) fn says_substitute(note: &str) -> bool {
    substitute(note).is_some()
}

/// Whether a note says that somebody else comes, whoever it is: "nhờ anh Sơn phó ban đi thay".
pub(super) fn sends_another(note: &str) -> bool {
    let Some(at) = instead_at(note).filter(|_| replaces_somebody(note).is_none()) else { return false };
    let before = marked_words(&note[..at]);
    let before = ["đi", "dự"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(&before).trim_end();
    // "Người đi thay" is who stands here.
    !before.is_empty() && !before.ends_with("người") && !before.ends_with("là")
}

/// Where a note says whose place somebody takes: "đi thay đ/c Hùng", "thay cho ông Ba bị ốm".
pub(super) fn replaces_somebody(note: &str) -> Option<usize> {
    let at = instead_at(note)?;
    let small = small::in_place(&note[at..]);
    let behind = small.strip_prefix("thay").unwrap_or(&small).trim_start();
    let behind = behind.strip_prefix("cho ").unwrap_or(behind);
    let is_called =
        words_before().iter().any(|word| behind.strip_prefix(word).is_some_and(|more| more.starts_with(' ')));
    // "Thay ông An bằng bà Bé" takes his place away.
    let is_put_in = small.split(' ').any(|word| matches!(word, "bằng" | "bởi"));
    (is_called && !is_put_in).then_some(at)
}

/// Where it is said that somebody comes instead of another: "thay", and not "thay mặt".
pub(super) fn instead_at(note: &str) -> Option<usize> {
    static WORDS: LazyLock<Beginnings<bool>> =
        LazyLock::new(|| Section::Instead.entries().map(|entry| (entry.word, !entry.has("no"))).collect());
    // Nearly every note is told by this.
    if !note.contains("hay") && !note.contains("HAY") {
        return None;
    }
    let small = small::in_place(note);
    let starts_word = |at: &usize| !small[..*at].ends_with(char::is_alphanumeric);
    let means = |at: &usize| {
        let rest = &small[*at..];
        WORDS
            .of(rest)
            .find(|(_, behind)| !behind.starts_with(char::is_alphanumeric))
            .is_some_and(|(means, _)| means)
    };
    small.match_indices("thay").map(|(at, _)| at).filter(starts_word).find(means)
}

/// Where a note names whoever comes instead: "bà Hà Thị Lụa" of "Cử bà Hà Thị Lụa đi thay", the second of "thay ông An
/// bằng bà Bé"; in "đi thay ông Nguyễn Văn Sự" it says for whom this person comes.
pub(super) fn substitute(note: &str) -> Option<usize> {
    let instead = instead_at(note)?;
    let small = small::in_place(note);
    let behind_by = |at: &usize| {
        let before = small[instead..*at].trim_end_matches([' ', ':', ',']);
        let last = before.rsplit(' ').next().unwrap_or(before);
        matches!(last, "bằng" | "bởi")
            || before == "thay là"
            || before == "thay thế"
            || before == "thay thế bằng"
    };
    let named = |at: &usize| is_mention(&note[*at..]) || begins_with_name(&note[*at..]);
    let starts = note[instead..].match_indices(' ').map(|(at, _)| instead + at + 1);
    let by_whom = starts.filter(behind_by).find(named);
    by_whom.or_else(|| {
        let first = if begins_with_name(note) { Some(0) } else { None };
        // The last who is named before: who is ill stands first.
        mentions(note).take_while(|at| *at < instead).last().or(first.filter(|_| instead > 0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_found_in_sentences() {
        let text = "Xã cử đ/c Lê Văn An và bà Trần Thị Bé; anh Ba đi xe (ông Vũ Đức Cảnh lái)";
        let found: Vec<&str> = mentions(text).map(|at| &text[at..]).collect();
        let begin = ["đ/c Lê Văn An", "bà Trần Thị Bé", "ông Vũ Đức Cảnh"];
        assert_eq!(found.len(), begin.len(), "{found:?}");
        assert!(found.iter().zip(begin).all(|(found, begin)| found.starts_with(begin)), "{found:?}");
    }

    #[test]
    fn who_comes_instead_is_told_from_whom_they_replace() {
        for note in [
            "Cử bà Hà Thị Lụa (Phó ban, sinh 1973) đi thay",
            "Nhờ đ/c Lường Thị Hậu, Phó ban CTMT dự thay.",
            "Thay bằng ông Trần Văn Ba",
            "Nguyễn Văn Ba đi thay",
            "ông Lê Văn An ốm, thay bằng ông Trần Văn Ba",
            "do ông Lê Văn An đang nằm viện, cử ông Trần Văn Ba đi thay",
            "thay đồng chí số thứ tự 3 bằng đồng chí Trần Văn Ba",
        ] {
            let named = substitute(note).map(|at| &note[at..]);
            assert!(
                named.is_some_and(|named| ["Hà Thị Lụa", "Lường Thị Hậu", "Văn Ba"].iter().any(|name| {
                    named.split(" (").next().unwrap_or(named).contains(name) && !named.contains("Lê Văn An")
                })),
                "{note}"
            );
        }
        for note in
            ["Đi thay ông Nguyễn Văn Sự", "thay bà Trần Thị Bé", "Đi xe riêng", "Thay mặt Ban Thường trực"]
        {
            assert!(!says_substitute(note) && !sends_another(note), "{note}");
        }
        for note in ["nhờ anh Sơn phó ban đi thay", "gửi em Hoa đi thay", "có người khác thay"] {
            assert!(sends_another(note), "{note}");
        }
        for note in ["được cử đi thay ông Ba", "người đi thay", "Trưởng đoàn thay mặt đoàn báo danh"]
        {
            assert!(!sends_another(note), "{note}");
        }
        // Letters whose small form is of another length.
        assert!(says_substitute("ẞ –thay bằng bà Hà Thị Lụa"));
        assert!(!says_substitute("ẞ –thay İ bà Hà Thị Lụa"));
    }
}
