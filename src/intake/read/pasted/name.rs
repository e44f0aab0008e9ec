//! Where a name stands in a part of a line, behind words with which people are spoken to or a place, and before a post.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::super::family_names::{
    begins_like_a_name, begins_with_common_name, has_middle_thi, is_small_middle, is_unfinished,
};
use super::super::super::heading::words;
use super::super::super::marks::{is_unit, place_at_start};
use super::super::super::mentions::is_whole_name;
use super::super::super::name_shape::{Doubt, judge};
use super::super::super::position::begins_with_position;
use super::pieces::starts_with_place;
use super::said::names_hamlet;
use crate::lexicon::{Beginnings, Section};
use crate::vietnamese::fold::fold;
use crate::vietnamese::syllable::is_syllable;
use crate::vietnamese::whole_word;

/// A place, the sex and the whole name that no sign parts from it: "Thôn Hạ", "Trần Văn Cúc"; also behind a word for people and
/// what they are called by: "Ấp 1 chú Bảy Lê Văn Hiền".
pub(super) fn name_behind_place(part: &str) -> Option<(&str, &str, &str)> {
    const LEAST_WORDS: usize = 3;
    let is_whole = |name: &str| name.split(' ').count() >= LEAST_WORDS && is_whole_name(name);
    let found = |at: usize| {
        let (place, rest) = (part[..at].trim_end(), &part[at..]);
        if !place_at_start(place).1.is_empty() {
            return None;
        }
        let (sex, called) = without_address(rest);
        let behind_call = called.split_once(' ').map_or("", |(_, name)| name);
        let is_addressed = called.len() < rest.len();
        match is_addressed {
            false if is_whole(rest) => Some((place, "", rest)),
            true if is_whole(called) => Some((place, sex, called)),
            true if is_whole(behind_call) => Some((place, sex, behind_call)),
            _ => None,
        }
    };
    let mut starts = part.match_indices(' ').map(|(at, _)| at + 1).skip(1);
    match starts_with_place(part) {
        true => starts.find_map(found),
        false if begins_with_position(part) && !begins_like_a_name(part) => {
            let behind_post = |at: usize| {
                let (post, name) = (part[..at].trim_end(), &part[at..]);
                let last = post.rsplit(' ').next().unwrap_or(post);
                let sex = address(last);
                let post = if sex.is_some() { post[..post.len() - last.len()].trim_end() } else { post };
                let post = whole_word::before_last(post, "là").unwrap_or(post).trim_end();
                // "trường THCS Nguyễn Văn Trỗi" is called so, and so is "Đoàn TNCS Hồ Chí Minh".
                let is_of_post = !last.starts_with(char::is_uppercase) && !is_named_after(last);
                (is_of_post && is_whole(name)).then_some((post, sex.unwrap_or_default(), name))
            };
            starts.find_map(behind_post)
        }
        false => None,
    }
}

/// "trường", "đường": what is called after somebody.
fn is_named_after(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::NamedAfter.words().collect());
    WORDS.contains(word)
}

/// Words before a name in a message, and the sex that each says.
pub(super) static ADDRESSES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let of = |section: Section, sex| section.noted("message").map(move |word| (word, sex));
    of(Section::HonorificOfMan, "Nam")
        .chain(of(Section::HonorificOfWoman, "Nữ"))
        .chain(of(Section::HonorificOfAnyone, ""))
        .chain(Section::NameLabel.words().map(|word| (word, "")))
        .collect()
});

/// The sex that a word says with which people are spoken to, where nothing else stands.
pub(super) fn address(part: &str) -> Option<&'static str> {
    let small = part.to_lowercase();
    ADDRESSES.iter().find(|(address, _)| *address == small).map(|(_, sex)| *sex)
}

/// Takes "Ông", "Bà", "Đ/c" off a name; the first two tell the sex.
pub(super) fn without_address(name: &str) -> (&'static str, &str) {
    for &(address, sex) in ADDRESSES.iter() {
        let rest = name.char_indices().nth(address.chars().count()).map_or("", |(at, _)| &name[at..]);
        let start = &name[..name.len() - rest.len()];
        let parted = rest.trim_start_matches([':', '.', ' ']);
        // "Anh" may begin a name, so a whole name must be left.
        let is_whole = parted.contains(' ') || is_whole_word(parted);
        if is_said(start, address, parted) && parted.len() < rest.len() && is_whole {
            return (sex, parted);
        }
    }
    // "c Ka Brés", "a Hoàng Trung Phước": in a chat one small letter before a name.
    let short = name.split_once(' ').and_then(|(letter, rest)| {
        // "a", "b" and "c" may count, too: then the middle of the name says otherwise.
        let (sex, of_others) = match letter {
            "a" => ("Nam", " Thị "),
            "c" => ("Nữ", " Văn "),
            _ => return None,
        };
        let sex = if rest.contains(of_others) { "" } else { sex };
        rest.starts_with(char::is_uppercase).then_some((sex, rest))
    });
    short.unwrap_or(("", name))
}

/// Whether a word is one with which people are spoken to; without its marks, "Ong", where a family name stands behind it.
fn is_said(word: &str, address: &str, behind: &str) -> bool {
    let small = word.to_lowercase();
    // "Chu" is a family name, and no "chú".
    let lacks_marks = || {
        word.is_ascii()
            && !address.is_ascii()
            && small == fold(address)
            && !begins_with_common_name(&format!("{word} {behind}"))
    };
    let is_name = || begins_with_common_name(behind) || behind.is_ascii() && begins_like_a_name(behind);
    small == address || lacks_marks() && is_name()
}

/// "K'Tem": a whole name in some peoples' use.
fn is_whole_word(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.contains(['\'', '’']) && !text.contains(' ')
}

/// A name and the post or place that no sign parts from it: "nguyễn văn tý trưởng ban ctmt thôn trung".
pub(super) fn split_behind_name(text: &str) -> Option<(&str, &str)> {
    let starts = text.match_indices(' ').map(|(at, _)| at + 1).skip(1);
    // "tran van Sung": a telephone gives one word its capital.
    let small = text.starts_with(char::is_lowercase);
    let is_name = |name: &str| match judge(name, small) {
        _ if is_unfinished(name) => false,
        Ok(()) => begins_like_a_name(name) || has_middle_thi(name),
        Err(doubt) => doubt == Doubt::NoFamilyName && has_middle(name),
    };
    starts.into_iter().map(|at| (text[..at].trim_end(), &text[at..])).find(|(name, behind)| {
        let goes_on = behind.contains(|letter: char| letter.is_lowercase()) && behind.contains(' ');
        let is_said = begins_with_position(behind)
            || starts_with_place(behind)
            || is_short_post(name, behind)
            || behind.starts_with("cùng ")
            || behind.strip_prefix("ở ").is_some_and(|place| starts_with_place(place) || names_hamlet(place));
        goes_on && is_said && is_name(name)
    })
}

/// "Thông Văn Dĩnh": a middle name tells that it is a name, before a post or a place.
fn has_middle(name: &str) -> bool {
    let mut words = name.split(' ');
    let middle = words.nth(1).unwrap_or_default();
    has_middle_thi(name) || middle == "Văn" && words.count() == 1
}

/// "BTĐTN xã" behind "Đinh Thị Thu Lê", "tbmt th. Nội" behind "Tạ Văn Đính": letters that are no syllable, all large or all
/// small, are a post cut short or mistyped.
fn is_short_post(name: &str, behind: &str) -> bool {
    let short = behind.split(' ').next().unwrap_or_default();
    name.split(' ').count() > 2
        && begins_like_a_name(name)
        && short.chars().count() > 2
        && (short.chars().all(char::is_uppercase) || short.chars().all(char::is_lowercase))
        && !is_syllable(&short.to_lowercase())
}

/// Two to seven words of letters, each beginning with a capital; in a line that is `numbered` they
/// may all be small.
pub(super) fn is_name(text: &str, numbered: bool) -> bool {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::NoName.folded().collect());
    let small = numbered && text.starts_with(char::is_lowercase) && begins_like_a_name(text);
    let is_word = |word: &str| {
        (small || word.starts_with(char::is_uppercase) || is_small_middle(word))
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    // "Ng. Văn Chỉnh", "Trần Đ. Hùng": cut short.
    let is_cut_short = |word: &str| {
        word.strip_suffix('.')
            .is_some_and(|word| word.starts_with(char::is_uppercase) && word.chars().count() <= 3)
    };
    let may_be_cut =
        text.split(' ').count() >= 3 && text.split(' ').filter(|word| is_cut_short(word)).count() == 1;
    ((2..=7).contains(&text.split(' ').count()) || is_whole_word(text))
        && text.split(' ').all(|word| is_word(word) || may_be_cut && is_cut_short(word))
        && !TITLES.begin(&words(text))
        && !words(text).contains("danh sach")
        && !is_title(text)
        && !is_signed(text)
        && !starts_with_place(text)
        // "HỌ ĐẠO LONG KHÊ".
        && (begins_like_a_name(text) || !is_unit(text))
        // "XÃ NA SẦM: ĐẠI BIỂU DỰ TẬP HUẤN".
        && (numbered || begins_like_a_name(text) || !begins_with_position(text))
}

/// "NGƯỜI TRÍCH Lưu Bình": what somebody signs as, in capitals, before the name.
fn is_signed(text: &str) -> bool {
    const LEAST_WORDS: usize = 2;
    let (mut loud, mut others) = (0, 0);
    for word in text.split(' ') {
        match word.chars().count() > 1 && !word.contains(char::is_lowercase) {
            true => loud += 1,
            false => others += 1,
        }
    }
    loud >= LEAST_WORDS && others >= LEAST_WORDS
}

/// "DS TẬP HUẤN", and not "DS Trần Văn Đức", a pharmacist.
fn is_title(text: &str) -> bool {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::ListTitle.folded().collect());
    let behind = text.split_once(' ').map_or("", |(_, behind)| behind);
    TITLES.whole(&words(text)).is_some() && !begins_like_a_name(behind)
}
