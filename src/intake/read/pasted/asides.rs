//! What stands beside a name to tell whose it is: "(Ba Lành)", "“Hai Đực”", "(con chú Sáu Phát)", "Anh Tư Kiệt = Võ Văn
//! Kiệm". It is no post.

use super::super::super::family_names::begins_like_a_name;
use super::super::super::label::without_label;
use super::super::super::position::begins_with_position;
use super::super::super::values::sex_in_words;
use super::pieces::{parts, starts_with_place};
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;

/// A line without what stands beside the name, and that; the telephone was taken out before.
pub(super) fn apart(line: &str) -> (String, Option<String>) {
    by_equals(line).or_else(|| in_quotes(line)).or_else(|| in_brackets(line)).map_or_else(
        || (line.to_owned(), None),
        |(line, aside)| (clean(&line), Some(clean(&aside)).filter(|aside| !aside.is_empty())),
    )
}

/// "Anh Tư Kiệt = Võ Văn Kiệm": how somebody is called, and the whole name.
fn by_equals(line: &str) -> Option<(String, String)> {
    let (called, name) = line.split_once(" = ")?;
    is_whole_name(name).then(|| (addressed(called, name), called.to_owned()))
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
                "Bà Út Mười",
            ),
            ("Huỳnh Tấn Phát (con chú Sáu Phát), bí thư", "Huỳnh Tấn Phát, bí thư", "con chú Sáu Phát"),
            ("Anh Tư Kiệt = Võ Văn Kiệm, trưởng ấp 5.", "Anh Võ Văn Kiệm, trưởng ấp 5.", "Anh Tư Kiệt"),
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
