//! What a hurried hand wrote without the room or the sign between: "Nguyễn Xuân Tịnh-Trưởng ban", "Vũ Văn Tập..chi hội
//! trưởng", "bí thư chi bộ thônBắc Lịch", "Ng.Văn Chỉnh".

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::super::family_names::begins_with_common_name;
use super::super::super::honorifics::without_prefixes;
use super::super::super::mentions::{begins_with_name, mentions};
use super::pieces::is_field_of_work;
use crate::lexicon::{Kind, Section, Use, unit_words};
use crate::vietnamese::small::{self, beginning};
use crate::vietnamese::whole_word;

/// The line with what is missing.
pub(super) fn parted(line: &str) -> Cow<'_, str> {
    let mut whole = Cow::Borrowed(without_number_in_words(line));
    if let Some((number, behind)) = number_in_brackets(line) {
        whole = Cow::Owned(format!("{number}. {behind}"));
    }
    // "[TB CTMT thôn Đồng Búc] [0978 213 566]".
    if whole.contains('[') && whole.contains(']') {
        whole = Cow::Owned(whole.replace('[', "(").replace(']', ")"));
        let inside = whole.trim().strip_prefix('(').and_then(|line| line.strip_suffix(')'));
        if let Some(inside) = inside.filter(|line| !line.contains(['(', ')'])) {
            whole = Cow::Owned(inside.to_owned());
        }
    }
    // The brackets of a number part nothing: "(+84) 905 123 456", "(0903) 665 218".
    while let Some((start, end)) = code_in_brackets(&whole) {
        whole.to_mut().replace_range(end..=end, " ");
        whole.to_mut().replace_range(start..=start, "");
    }
    if let Some(at) = point_before_label(&whole) {
        whole.to_mut().replace_range(at..=at, ", ");
    }
    if whole.contains("..") {
        whole = Cow::Owned(parted_by(&whole, ".."));
    }
    // "Chẩu Văn Hụi      Nam   1970": columns that are only kept apart by room.
    if whole.trim().contains("   ") {
        whole = Cow::Owned(parted_by(&whole, "   "));
    }
    // "Lương Khánh,sinh năm 58,BT CB".
    let commas = whole.match_indices(',').map(|(at, _)| at);
    let lack_room = commas.filter(|at| whole[at + 1..].starts_with(char::is_alphabetic)).collect::<Vec<_>>();
    for at in lack_room.into_iter().rev() {
        whole.to_mut().insert(at + 1, ' ');
    }
    for at in dashes_behind_names(&whole).into_iter().rev() {
        whole.to_mut().replace_range(at..=at, " - ");
    }
    // "Văn hóa - Xã hội" is one field of work.
    let inside = whole.match_indices(" - ").filter(|(at, sign)| is_field_of_work(&whole[at + sign.len()..]));
    for at in inside.map(|(at, _)| at).collect::<Vec<_>>().into_iter().rev() {
        whole.to_mut().replace_range(at..at + " - ".len(), "-");
    }
    let capitals =
        whole.char_indices().filter(|(at, letter)| letter.is_uppercase() && lacks_room(whole.split_at(*at)));
    let missing: Vec<usize> = capitals.map(|(at, _)| at).collect();
    for at in missing.into_iter().rev() {
        whole.to_mut().insert(at, ' ');
    }
    whole
}

/// Where the brackets stand around the first figures of a telephone.
fn code_in_brackets(line: &str) -> Option<(usize, usize)> {
    line.match_indices('(').map(|(at, _)| at).find_map(|start| {
        let (code, behind) = line[start + 1..].split_once(')')?;
        let is_code = code == "+84" || code.starts_with('0') && (2..=4).contains(&code.len());
        let are_figures = code.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit());
        let goes_on = behind.trim_start().starts_with(|figure: char| figure.is_ascii_digit());
        (is_code && are_figures && goes_on).then(|| (start, start + 1 + code.len()))
    })
}

/// The point in "thôn Hạ.sdt 0359417206".
fn point_before_label(line: &str) -> Option<usize> {
    let is_label =
        |behind: &str| Section::PhoneLabel.words().any(|label| whole_word::find(behind, label) == Some(0));
    let stops = line.match_indices('.').map(|(at, _)| at);
    stops.into_iter().find(|at| line[..*at].ends_with(char::is_alphabetic) && is_label(&line[at + 1..]))
}

/// "Ma Khánh Toàn; …" of "Người thứ nhất: Ma Khánh Toàn; …", "ông Lý A Sáng" of "thứ hai là ông Lý A Sáng".
fn without_number_in_words(line: &str) -> &str {
    const MOST_BEFORE: usize = 2;
    let small = small::in_place(beginning(line));
    let Some(at) =
        whole_word::find(&small, "thứ").filter(|at| small[..*at].split_whitespace().count() <= MOST_BEFORE)
    else {
        return line;
    };
    let number = line[at + "thứ".len()..].trim_start();
    let (number, rest) = number.split_once([' ', ':']).unwrap_or((number, ""));
    let number = number.trim_end_matches(',');
    let rest = rest.trim_start_matches([':', ' ']);
    let rest = rest.strip_prefix("là ").map_or(rest, |rest| rest.trim_start_matches([':', ' ']));
    // "Thứ nhất, Đại đức Thích Quảng Nhân".
    let is_somebody = begins_with_name(without_prefixes(rest)) || mentions(rest).next() == Some(0);
    if number.chars().all(char::is_alphabetic) && is_somebody { rest } else { line }
}

/// The number and the rest of "(1) Nguyễn Hữu Trác, 1967".
fn number_in_brackets(line: &str) -> Option<(&str, &str)> {
    let (number, behind) = line.trim_start().strip_prefix('(')?.split_once(')')?;
    let is_number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| (number, behind.trim_start()))
}

/// The line with a comma in place of such a sign, however long it is, where words follow.
fn parted_by(line: &str, sign: &str) -> String {
    let parts = line.split(sign).map(|part| part.trim_matches(['.', ' ', ',']));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The same for each of those whom commas part.
fn dashes_behind_names(line: &str) -> Vec<usize> {
    let mut start = 0;
    let each = line.split(',').flat_map(|piece| {
        let at = start;
        start += piece.len() + 1;
        dashes_behind_name(piece).into_iter().map(move |dash| at + dash)
    });
    each.collect()
}

/// Where dashes without room stand behind a name, "Ng. Văn Thịnh-TBCTMT TDP Hà Phú-sn 62", and what else they part; not those of
/// a number or within "Niê-KDăm".
fn dashes_behind_name(line: &str) -> Vec<usize> {
    const LEAST_WORDS: usize = 2;
    let start = line.len() - line.trim_start_matches(|letter: char| !letter.is_alphabetic()).len();
    let mut dashes = line[start..].match_indices('-').map(|(at, _)| start + at);
    let is_glued = |at: &usize| {
        let (before, behind) = (&line[..*at], &line[at + 1..]);
        before.ends_with(char::is_alphanumeric)
            && behind.starts_with(char::is_alphanumeric)
            && (before.ends_with(char::is_alphabetic) || behind.starts_with(char::is_alphabetic))
    };
    let Some(first) = dashes.next().filter(is_glued) else { return Vec::new() };
    let name: Vec<&str> = line[start..first].split(' ').collect();
    let is_small = line[start..first].chars().all(|letter| letter.is_lowercase() || letter == ' ');
    let are_capitals = name.iter().all(|word| word.starts_with(char::is_uppercase));
    let is_name = name.len() >= LEAST_WORDS
        && (are_capitals || is_small && begins_with_common_name(&line[start..first]));
    let behind = &line[first + 1..];
    // "Lê H'Hen-Niê, …" is one name.
    let said = behind.split([',', ';', '-']).next().unwrap_or(behind);
    let is_said = said.contains(' ') || behind[said.len()..].starts_with('-');
    if !is_name || !is_said {
        Vec::new()
    } else {
        std::iter::once(first).chain(dashes.filter(is_glued)).collect()
    }
}

/// Whether a capital should have room before it: behind the kind of a place, or the point of a name cut short.
fn lacks_room((before, behind): (&str, &str)) -> bool {
    static KINDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let hamlets =
            unit_words(Use::Message).filter(|word| word.kind == Kind::Hamlet && !word.word.contains(' '));
        hamlets.map(|word| word.word).filter(|word| word.chars().count() > 2).collect()
    });
    let last = before.rsplit([' ', ',', '(']).next().unwrap_or(before);
    let is_cut_short =
        |word: &str| (1..=2).contains(&word.chars().count()) && word.starts_with(char::is_uppercase);
    // "UB.MTTQ" is one word.
    let is_word = behind.chars().nth(1).is_some_and(char::is_lowercase);
    KINDS.contains(last)
        || is_word
            && last
                .strip_suffix('.')
                .is_some_and(|word| is_cut_short(word) && word.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_glued_is_parted() {
        for (line, whole) in [
            (
                "1.Nguyễn Xuân Tịnh-Trưởng bna CTMT thôn Nam Tiến-0979.331.405",
                "1.Nguyễn Xuân Tịnh - Trưởng bna CTMT thôn Nam Tiến - 0979.331.405",
            ),
            ("3.Vũ Văn Tập..chi hội trưởng CCB", "3.Vũ Văn Tập, chi hội trưởng CCB"),
            ("bí thư chi bộ thônBắc Lịch", "bí thư chi bộ thôn Bắc Lịch"),
            ("Ng.Văn Chỉnh", "Ng. Văn Chỉnh"),
            ("thôn Hạ.sdt 0359.417.206", "thôn Hạ, sdt 0359.417.206"),
            ("ĐT (0903) 665 218 hoặc (+84)905123456", "ĐT 0903  665 218 hoặc +84 905123456"),
            ("Lê H'Hen-Niê, UB.MTTQ, P.Tân Hà", "Lê H'Hen-Niê, UB.MTTQ, P. Tân Hà"),
            ("1. Hoàng Văn A", "1. Hoàng Văn A"),
            ("1. Chẩu Văn Hụi      Nam   1970", "1. Chẩu Văn Hụi, Nam, 1970"),
            ("Người thứ nhất: Ma Khánh Toàn; năm sinh: 1964", "Ma Khánh Toàn; năm sinh: 1964"),
            ("thứ hai là ông Lý A Sáng, thôn Tả Lèng", "ông Lý A Sáng, thôn Tả Lèng"),
            ("Thứ sáu: họp lúc 8 giờ", "Thứ sáu: họp lúc 8 giờ"),
            ("- Bí thư Đoàn: Huỳnh Minh Nhật", "- Bí thư Đoàn: Huỳnh Minh Nhật"),
        ] {
            assert_eq!(parted(line), whole);
        }
    }
}
