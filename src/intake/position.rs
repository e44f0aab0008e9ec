//! Positions, and the unit that often stands in the same cell behind them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::marks::{is_commune, is_hamlet, is_unit};
use crate::lexicon::{Beginnings, ByMarks, Kind, Section, Use, unit_words};
use crate::vietnamese::fold::fold;
use crate::vietnamese::number::sentence_case;
use crate::vietnamese::small;
use crate::vietnamese::syllable::is_syllable;

/// Whether a text begins as the name of an office does.
pub(super) fn begins_with_position(text: &str) -> bool {
    small_begins_with_position(&text.to_lowercase())
}

/// The same of a text in small letters.
pub(super) fn small_begins_with_position(text: &str) -> bool {
    static POSITIONS: LazyLock<ByMarks<Beginnings>> =
        LazyLock::new(|| ByMarks { marked: positions(str::to_owned), unmarked: positions(fold) });
    POSITIONS.of(text).begin(text)
}

/// How positions begin; "phó" and its like only with a word behind them.
fn positions(written: impl Fn(&str) -> String) -> Beginnings {
    let whole = Section::Post.words().map(&written);
    // "Thôn trưởng", "Khối phó".
    let hamlets = unit_words(Use::List).filter(|word| word.kind == Kind::Hamlet).map(|word| word.word);
    let of_hamlets = hamlets.flat_map(|kind| ["trưởng", "phó"].map(|led| written(&format!("{kind} {led}"))));
    whole.chain(of_hamlets).chain(Section::WordOfPost.words().map(|word| written(word) + " ")).collect()
}

/// The position and the unit of a cell that says both; `None` for a text that is no
/// position. No unit when it is not sure where one begins.
pub(super) fn split(text: &str) -> Option<(String, Option<String>)> {
    if !begins_with_position(text) {
        return None;
    }
    let Some(at) = unit_start(text) else { return Some((text.to_owned(), None)) };
    let (position, unit) = text.split_at(at);
    // "(UBMTTQ xã)" loses both its brackets.
    let unit = if position.ends_with('(') { unit.trim_end_matches(')') } else { unit };
    let position = position.trim_end_matches([' ', ',', '-', '–', ';', ':', '(']);
    // "Trụ trì chùa Tịnh Độ, Ủy viên UBMTTQ phường": the body belongs to the last of the posts.
    if position.contains([',', ';']) && !is_commune(unit) && !is_hamlet(unit) && !leads_something(position) {
        return Some((text.to_owned(), None));
    }
    // "Ủy viên UBMTTQ xã, Bí thư Chi đoàn thôn Kà Lúc": the body is of the first of the posts.
    if unit.split(", ").skip(1).any(begins_with_position) {
        return Some(
            with_hamlet(text).map_or((text.to_owned(), None), |(post, hamlet)| (post, Some(hamlet))),
        );
    }
    if !leads_something(position) {
        return Some((position.to_owned(), Some(sentence_case(unit))));
    }
    // "Trưởng thôn Đông": the word belongs to both.
    let kind = kind_of(unit);
    Some((format!("{position} {kind}"), (kind.len() < unit.len()).then(|| sentence_case(unit))))
}

/// "giáo họ" of "giáo họ Fatima": the word for the place that a text begins with.
pub(super) fn kind_of(place: &str) -> &str {
    static KINDS: LazyLock<Beginnings> = LazyLock::new(|| {
        unit_words(Use::List).map(|word| word.word).filter(|word| word.contains(' ')).collect()
    });
    let small = small::in_place(place);
    let whole = KINDS.after(&small).find(|rest| rest.is_empty() || rest.starts_with(' '));
    let first = || place.find(' ').unwrap_or(place.len());
    &place[..whole.map_or_else(first, |rest| small.len() - rest.len())]
}

/// "Trưởng" alone lacks what it leads; "Tổ trưởng" does not.
pub(super) fn leads_something(position: &str) -> bool {
    static LACKING: LazyLock<ByMarks<HashSet<String>>> = LazyLock::new(|| ByMarks {
        marked: Section::LacksUnit.words().map(str::to_owned).collect(),
        unmarked: Section::LacksUnit.words().map(fold).collect(),
    });
    // "Bí thư Chi bộ kiêm Trưởng".
    let last = position.rsplit([',', ';']).next().unwrap_or(position).trim().to_lowercase();
    let last = last.rsplit_once(" kiêm ").map_or(last.clone(), |(_, last)| last.to_owned());
    LACKING.of(&last).contains(&last)
}

/// Where the first word for a unit begins that has a name behind it.
fn unit_start(text: &str) -> Option<usize> {
    static UNITS: LazyLock<Beginnings> =
        LazyLock::new(|| unit_words(Use::Post).map(|word| word.word).collect());
    static FIELDS: LazyLock<Beginnings> = LazyLock::new(|| Section::FieldOfWork.words().collect());
    let starts_word = |at: &usize| text[..*at].ends_with([' ', ',', '-', '(', ';']);
    text.char_indices().map(|(at, _)| at).filter(starts_word).find(|at| {
        let rest = &text[*at..];
        let lower = rest.to_lowercase();
        let ends_word = |more: &str| more.is_empty() || more.starts_with([' ', ',', ')']);
        // "Văn hóa - Xã hội" is a field of work.
        if FIELDS.begin(&lower) {
            return false;
        }
        // "Chi hội phụ nữ" is one body, and "hội phụ nữ" no other in it.
        let before = text[..*at].trim_end();
        let word = before.rfind(' ').map_or(0, |space| space + 1);
        if !before.is_empty() && is_unit(&text[word..]) {
            return false;
        }
        let leads = leads_something(before);
        // "Trưởng thôn, thôn Đoàn Kết": the word before the comma belongs to the post alone.
        if leads && UNITS.after(&lower).any(|more| more.starts_with([',', ';'])) {
            return false;
        }
        UNITS.after(&lower).any(ends_word) && (leads || is_commune(rest) || is_hamlet(rest) || is_unit(rest))
    })
}

/// The post and the hamlet of a cell that says both, with or without a column for units: "Trưởng ban CTMT
/// xóm 1", "Thôn 3: Trưởng ban CTMT", "Trưởng khu phố 4", whose word belongs to both.
pub(super) fn with_hamlet(text: &str) -> Option<(String, String)> {
    let named = |at: usize| {
        let hamlet = hamlet_at(&text[at..]).or_else(|| {
            // "Truong ban CTMT ban Hang Sung": the second is no board, behind a whole post.
            let is_behind_post = text.is_ascii() && at > 0 && begins_with_position(text);
            unmarked_hamlet_at(&text[at..])
                .filter(|_| is_behind_post && !leads_something(text[..at].trim_end()))
        })?;
        // "TRƯỞNG BẢN BẢN MƯỜNG 2": the word stands twice.
        let name = name_of(hamlet);
        let kind = hamlet[..hamlet.len() - name.len()].to_lowercase();
        if name.to_lowercase().starts_with(&kind) {
            return None;
        }
        let (before, behind) = (text[..at].trim_end(), text[at + hamlet.len()..].trim());
        // "Già làng buôn B2": the first word is of the post, the second of the place.
        let is_of_post = || is_post(&format!("{before} {}", kind.trim_end())) && hamlet_at(name).is_some();
        if is_of_post() {
            return None;
        }
        Some((before.trim_end_matches([',', '-', '–', '(', ';']).trim_end(), hamlet, behind))
    };
    let starts = std::iter::once(0).chain(text.match_indices([' ', '(']).map(|(at, _)| at + 1));
    let (before, hamlet, behind) = starts.into_iter().find_map(named)?;
    let behind = behind.trim_start_matches([':', '-', '–', ',', ')', ' ']);
    if before.is_empty() {
        return begins_with_position(behind).then(|| (behind.to_owned(), sentence_case(hamlet)));
    }
    let kind = &hamlet[..hamlet.len() - name_of(hamlet).len()];
    let doubled = before.to_lowercase().ends_with(kind.trim_end());
    // "Già làng Kon Gur": the word belongs to both.
    let is_of_both = is_post(&format!("{before} {}", kind.trim_end())) && !is_post(before);
    let post = if (leads_something(before) || is_of_both) && !doubled {
        format!("{before} {}", kind.trim_end())
    } else {
        before.to_owned()
    };
    // "Trưởng bản, Bản Nà Tăm, xã Bản Bo": in which commune the hamlet lies.
    if is_commune(behind) {
        return Some((post, format!("{}, {behind}", sentence_case(hamlet))));
    }
    let post = if behind.is_empty() { post } else { format!("{post}, {behind}") };
    Some((post, sentence_case(hamlet)))
}

/// Whether a text is a whole post and nothing else: "già làng".
fn is_post(text: &str) -> bool {
    let small = text.to_lowercase();
    Section::Post.words().any(|word| word == small)
}

/// Whether a text is the name of a hamlet and nothing else, also without a space: "KP5".
pub(super) fn is_whole_hamlet(text: &str) -> bool {
    hamlet_at(text).is_some_and(|hamlet| hamlet.len() == text.len())
}

/// The hamlet that a text begins with: the word for its kind, and a number or names in capitals.
fn hamlet_at(text: &str) -> Option<&str> {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| {
        unit_words(Use::List).filter(|word| word.kind == Kind::Hamlet).map(|word| word.word).collect()
    });
    let lower = small::in_place(text);
    WORDS.after(&lower).find_map(|rest| {
        let kind = lower.len() - rest.len();
        let name = &text[kind..];
        // "KP1" needs no space, "thôn Hạ" does.
        let parted = name.starts_with([' ', '.']) || name.starts_with(|letter: char| letter.is_ascii_digit());
        let length = name_length(name.trim_start_matches([' ', '.']))?;
        let gap = name.len() - name.trim_start_matches([' ', '.']).len();
        parted.then(|| &text[..kind + gap + length])
    })
}

/// The same in a text without any marks, where the word for its kind means something else as well: "ban Hang Sung".
fn unmarked_hamlet_at(text: &str) -> Option<&str> {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| {
        let words = unit_words(Use::List).filter(|word| word.kind == Kind::Hamlet && word.needs_marks);
        words.map(|word| fold(word.word)).collect()
    });
    WORDS.after(text).find_map(|rest| {
        let length = name_length(rest.strip_prefix(' ')?)?;
        Some(&text[..text.len() - rest.len() + 1 + length])
    })
}

/// The bytes of a name of a place at the start of a text: words that begin with a capital or a digit,
/// also behind "số"; `None` where there is none, or where it goes on in small letters.
fn name_length(text: &str) -> Option<usize> {
    let end = text.find([',', ';', '(', ')', ':', '-', '–']).unwrap_or(text.len());
    let mut length = 0;
    let mut words = 0;
    for word in text[..end].trim_end().split(' ') {
        let is_name = word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
        let is_number = word.eq_ignore_ascii_case("số") && words == 0;
        // "bản Cò Chạy TB CTMT": a post follows without a sign between.
        if words > 0 && is_post_behind_name(&text[length + 1..]) {
            break;
        }
        if !is_name && !is_number {
            return None;
        }
        words += usize::from(is_name);
        length += word.len() + usize::from(length > 0);
    }
    (words > 0).then_some(length)
}

/// Whether a text behind the name of a place is a post, and goes not on with the name: it is written small, cut short, or
/// has a small word behind its first ("Trưởng ban"). "Nguyên" and "Chánh" are in names, too: "thôn Bình Nguyên 2".
fn is_post_behind_name(text: &str) -> bool {
    let mut words = text.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let is_cut_short =
        first.len() > 1 && first.chars().all(char::is_uppercase) && !is_syllable(&first.to_lowercase());
    (is_small(first) || is_cut_short || is_small(second)) && begins_with_position(text)
}

/// "1" of "xóm 1".
fn name_of(hamlet: &str) -> &str {
    let at = hamlet.char_indices().skip(1).find(|(at, letter)| {
        letter.is_ascii_digit() || (letter.is_uppercase() && hamlet[..*at].ends_with(' '))
    });
    at.map_or("", |(at, _)| &hamlet[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hamlet_in_a_post_is_told_apart() {
        for (text, post, hamlet) in [
            ("Trưởng ban CTMT xóm 1", "Trưởng ban CTMT", "Xóm 1"),
            ("Trưởng khu phố 4", "Trưởng khu phố", "Khu phố 4"),
            ("Trưởng thôn thôn Lộc Đại", "Trưởng thôn", "Thôn Lộc Đại"),
            ("Trưởng thôn Lộc Đại", "Trưởng thôn", "Thôn Lộc Đại"),
            (
                "Ủy viên UBMTTQ xã, Chi hội trưởng CCB thôn Hạ",
                "Ủy viên UBMTTQ xã, Chi hội trưởng CCB",
                "Thôn Hạ",
            ),
            ("Thôn 3: Trưởng ban CTMT", "Trưởng ban CTMT", "Thôn 3"),
            ("Trưởng ban CTMT bản Nậm Pố", "Trưởng ban CTMT", "Bản Nậm Pố"),
            ("Tổ trưởng KP1", "Tổ trưởng", "KP1"),
            ("Bí thư Chi bộ (thôn 2)", "Bí thư Chi bộ", "Thôn 2"),
            ("Tổ trưởng tổ dân phố số 5", "Tổ trưởng", "Tổ dân phố số 5"),
            ("Trưởng ban CTMT thôn Bình Nguyên 2", "Trưởng ban CTMT", "Thôn Bình Nguyên 2"),
            ("ấp Mỹ Chánh A: Bí thư", "Bí thư", "Ấp Mỹ Chánh A"),
            ("bản Cò Chạy TB CTMT", "TB CTMT", "Bản Cò Chạy"),
            ("thôn Hạ Trưởng ban CTMT", "Trưởng ban CTMT", "Thôn Hạ"),
        ] {
            assert_eq!(with_hamlet(text), Some((post.to_owned(), hamlet.to_owned())), "{text}");
        }
        for text in [
            "Trưởng thôn",
            "Tổ trưởng Tổ đoàn kết",
            "Bí thư Chi bộ",
            "Chủ tịch UBMTTQ xã",
            "Trưởng khu dân cư",
            "Người có uy tín",
        ] {
            assert_eq!(with_hamlet(text), None, "{text}");
        }
    }

    #[test]
    fn the_unit_behind_a_position_is_told_apart() {
        for (text, position, unit) in [
            ("Chủ tịch UBMTTQ xã Tam Đại", "Chủ tịch", "UBMTTQ xã Tam Đại"),
            ("Phó Chủ tịch Hội Nông dân xã", "Phó Chủ tịch", "Hội Nông dân xã"),
            ("Trưởng ban CTMT thôn Trung Đàn", "Trưởng ban CTMT", "Thôn Trung Đàn"),
            ("Trưởng thôn Đông Tây", "Trưởng thôn", "Thôn Đông Tây"),
            ("Trưởng thôn", "Trưởng thôn", ""),
            ("Tổ trưởng tổ dân phố 5", "Tổ trưởng", "Tổ dân phố 5"),
            ("Trưởng thôn, thôn Đoàn Kết", "Trưởng thôn", "Thôn Đoàn Kết"),
            ("Bí thư Chi bộ", "Bí thư Chi bộ", ""),
            ("Trưởng ban (thôn Đông)", "Trưởng ban", "Thôn Đông"),
            ("Ủy viên", "Ủy viên", ""),
            ("Chi hội trưởng Chi hội phụ nữ thôn Xuân Cai", "Chi hội trưởng Chi hội phụ nữ", "Thôn Xuân Cai"),
        ] {
            let unit = (!unit.is_empty()).then(|| unit.to_owned());
            assert_eq!(split(text), Some((position.to_owned(), unit)), "{text}");
        }
        assert_eq!(split("Thôn Đông"), None);
        assert_eq!(split("Nguyễn Văn An"), None);
    }
}
