//! What stands beside a name to tell whose it is: "(Ba Lành)", "“Hai Đực”", "(con chú Sáu Phát)", "Anh Tư Kiệt = Võ Văn
//! Kiệm". It is no post.

use super::super::super::family_names::{begins_like_a_name, is_small_middle};
use super::super::super::label::without_label;
use super::super::super::position::begins_with_position;
use super::super::super::values::sex_in_words;
use super::pieces::{parts, starts_with_place};
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;
use crate::vietnamese::{small, whole_word};

/// A line without what stands beside the name, and that; the telephone was taken out before.
pub(super) fn apart(line: &str) -> (String, Option<String>) {
    let by_signs = || by_equals(line).or_else(|| in_quotes(line));
    by_signs().or_else(|| by_word(line)).or_else(|| in_brackets(line)).map_or_else(
        || (line.to_owned(), None),
        |(line, aside)| (clean(&line), Some(clean(&aside)).filter(|aside| !aside.is_empty())),
    )
}

/// "Anh Tư Kiệt = Võ Văn Kiệm": how somebody is called, and the whole name.
fn by_equals(line: &str) -> Option<(String, String)> {
    let (called, name) = line.split_once(" = ")?;
    is_whole_name(name).then(|| (addressed(called, name), called.to_owned()))
}

/// "anh Út Mẫn tức Lê Minh Mẫn, 1985", "Chú Sáu Lành (tên trong căn cước: Ngô Văn Lãnh), 1957": of one who has two names
/// the whole one; a word tells that there are two.
fn by_word(line: &str) -> Option<(String, String)> {
    /// Words of what somebody is called.
    const MOST_WORDS: usize = 5;
    let small = small::in_place(line);
    let word = |word: &'static str| Some((whole_word::find(&small, word)?, word));
    let (at, word) = Section::AlsoCalled.words().filter_map(word).min()?;
    let signs: Vec<usize> = ["(", ",", " - ", " – "]
        .iter()
        .flat_map(|sign| line[..at].match_indices(sign))
        .map(|(at, _)| at)
        // "2 - dì Bảy Xuyến".
        .filter(|at| line[..*at].contains(char::is_alphabetic))
        .collect();
    // "Chú Sáu Lành, 1957, trưởng ấp, tên thật …": what is said between the names stays.
    let (start, end) = (signs.iter().min().copied().unwrap_or(at), signs.iter().max().copied().unwrap_or(at));
    let (first, between) = (line[..start].trim_end(), line[start..end].trim_end());
    // "tên thật là", "khai sinh ghi": the name begins with the next capital.
    let behind = &line[at + word.len()..];
    let second = &behind[behind.find(char::is_uppercase)?..];
    let length = second.find([',', ')', ';', '-', '–', '(']).unwrap_or(second.len());
    let is_small =
        |word: &str| word.starts_with(|letter: char| !letter.is_uppercase()) && !is_small_middle(word);
    let own = second[..length].split(' ').take_while(|word| !is_small(word)).collect::<Vec<_>>().join(" ");
    let rest = second[own.len()..].trim_start_matches([')', ' ', ',']);
    let bare = first.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let number = &first[..first.len() - bare.len()];
    let called = super::name::without_address(bare).1;
    let is_real = Section::AlsoCalled.noted("real").any(|real| real == word);
    match (is_whole_name(called) && !is_real, is_whole_name(&own)) {
        (false, true) if bare.split(' ').count() <= MOST_WORDS => Some((
            format!("{number}{}{between}, {rest}", addressed(bare, &own)),
            format!("thường gọi {bare}"),
        )),
        (true, _) => {
            let said = line[end..line.len() - rest.len()].trim_matches(['(', ')', ',', ' ', '-', '–']);
            Some((format!("{first}{between}, {rest}"), said.to_owned()))
        }
        _ => None,
    }
}

/// A name behind the word by which somebody is called: "Bà Lê Thị Mười" of "Bà Út Mười".
fn addressed(called: &str, name: &str) -> String {
    let word = called.split(' ').next().unwrap_or_default();
    if super::name::address(word).is_some() { format!("{word} {name}") } else { name.to_owned() }
}

/// "Trần Văn Hai "Hai Đực" - Trưởng ban".
fn in_quotes(line: &str) -> Option<(String, String)> {
    let (before, rest) = line.split_once(['"', '“'])?;
    let (inside, after) = rest.split_once(['"', '”'])?;
    let is_behind_name = before.contains(' ') && !before.contains([',', ':']) && !inside.is_empty();
    is_behind_name.then(|| (format!("{before} {after}"), inside.to_owned()))
}

fn in_brackets(line: &str) -> Option<(String, String)> {
    let (before, rest) = line.split_once(['(', '['])?;
    let (inside, after) = rest.split_once([')', ']'])?;
    let (before, inside) = (before.trim_end(), inside.trim());
    if !inside.contains(' ') || before.contains([',', ';', ':', '–']) || before.contains(" - ") {
        return None;
    }
    let figures = inside.bytes().filter(u8::is_ascii_digit).count();
    let is_said = figures >= 4
        || begins_with_position(inside)
        || starts_with_place(inside)
        || inside.split([',', ';']).any(|part| sex_in_words(part).is_some());
    if is_said {
        return None;
    }
    let given = before.rsplit(' ').next().unwrap_or(before);
    let is_called_so = inside.rsplit(' ').next() == Some(given);
    // "Bà Út Mười (tên thật Lê Thị Mười)".
    let mut starts = std::iter::once(0).chain(inside.match_indices(' ').map(|(at, _)| at + 1));
    let whole = starts.find(|at| is_whole_name(&inside[*at..])).map(|at| &inside[at..]);
    if let Some(name) = whole.filter(|_| is_called_so && before.split(' ').count() <= 3) {
        return Some((addressed(before, &format!("{name}{after}")), before.to_owned()));
    }
    // Where nothing behind it may be the post, the bracket holds it.
    let says_more = |part: &&str| !without_label(part, Section::PhoneLabel).is_empty();
    let goes_on = parts(after).iter().any(says_more);
    (is_called_so || goes_on).then(|| (format!("{before}{after}"), inside.to_owned()))
}

/// A family name and two words more, with capitals.
fn is_whole_name(text: &str) -> bool {
    let name = text.split([',', '-', '(', ';']).next().unwrap_or(text).trim_end();
    let words = || name.split(' ');
    begins_like_a_name(name)
        && (3..=6).contains(&words().count())
        && words().all(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_whose_a_name_is_is_no_post() {
        for (line, name, aside) in [
            ("Nguyễn Văn Lành (Ba Lành) - TB CTMT ấp 1", "Nguyễn Văn Lành - TB CTMT ấp 1", "Ba Lành"),
            ("Trần Văn Hai \"Hai Đực\" - TB CTMT ấp 2", "Trần Văn Hai - TB CTMT ấp 2", "Hai Đực"),
            (
                "Bà Út Mười (tên thật Lê Thị Mười), chi hội trưởng",
                "Bà Lê Thị Mười, chi hội trưởng",
                "thường gọi Bà Út Mười",
            ),
            ("Huỳnh Tấn Phát (con chú Sáu Phát), bí thư", "Huỳnh Tấn Phát, bí thư", "con chú Sáu Phát"),
            ("Anh Tư Kiệt = Võ Văn Kiệm, trưởng ấp 5.", "Anh Võ Văn Kiệm, trưởng ấp 5.", "Anh Tư Kiệt"),
            ("- anh Út Mẫn tức Lê Minh Mẫn, 1985", "- anh Lê Minh Mẫn, 1985", "thường gọi anh Út Mẫn"),
            (
                "dì Bảy Xuyến, tên thiệt là Nguyễn Thị Kim Xuyến, 1966",
                "dì Nguyễn Thị Kim Xuyến, 1966",
                "thường gọi dì Bảy Xuyến",
            ),
            (
                "1. Chú Sáu Lành (tên trong căn cước: Ngô Văn Lãnh), 1957",
                "1. Chú Ngô Văn Lãnh, 1957",
                "thường gọi Chú Sáu Lành",
            ),
            (
                "Cô Tư Bánh Tét (tên thật: Trần Thị Nở), 1965",
                "Cô Trần Thị Nở, 1965",
                "thường gọi Cô Tư Bánh Tét",
            ),
            (
                "cô Hai Lành, khai sinh ghi Đỗ Thị Lành, 1971",
                "cô Đỗ Thị Lành, 1971",
                "thường gọi cô Hai Lành",
            ),
            (
                "Nguyễn Văn Đẹp, pháp danh Minh Hảo, nam, 1958",
                "Nguyễn Văn Đẹp, nam, 1958",
                "pháp danh Minh Hảo",
            ),
            ("Lê Minh Mẫn tức Út Mẫn, trưởng ấp", "Lê Minh Mẫn, trưởng ấp", "tức Út Mẫn"),
        ] {
            assert_eq!(apart(line), (name.to_owned(), Some(aside.to_owned())), "{line}");
        }
        for line in [
            "Phạm Văn Dậu (Trưởng ban CTMT thôn 4) 0912345674",
            "Phạm Văn Dậu (CHT PN ấp 2)",
            "Phạm Văn Dậu (ấp 2), Trưởng ban",
            "Phạm Văn Dậu (sinh năm 1970), Trưởng ban",
            "Phạm Văn Dậu, Trưởng ban (ấp Trung Lành)",
        ] {
            assert_eq!(apart(line), (line.to_owned(), None), "{line}");
        }
    }
}
