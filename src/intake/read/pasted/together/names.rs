//! Where the names of people stand in a line of text.

use std::ops::Range;

use super::super::pieces::{phone, starts_with_place};
use super::{SIGNS, behind_last, is_ordinal, words_leading, words_that_send};
use crate::intake::family_names::{
    begins_like_a_name, begins_with_common_name, has_middle_thi, is_small_middle, is_unfinished,
};
use crate::intake::marks::{Group, group};
use crate::intake::mentions::words_before;
use crate::intake::name_shape::{Doubt, judge};
use crate::intake::position::begins_with_position;
use crate::lexicon::Section;
use crate::vietnamese::small::{self, beginning};
use crate::vietnamese::syllable::is_syllable;
use crate::vietnamese::whole_word;

/// Words of the longest name.
const MOST_WORDS: usize = 6;

/// Where whole names stand in a line, but for those of somebody's family: "liên hệ qua con gái là Phùng Go Nu".
pub(in super::super) fn names_in(line: &str) -> Vec<Range<usize>> {
    let mut names = all_names_in(line);
    names.retain(|name| !is_of_family(&line[..name.start]));
    names
}

/// Whether a text ends with somebody of a family, who is named behind it.
fn is_of_family(before: &str) -> bool {
    let Some(before) = whole_word::before_last(before.trim_end(), "là") else { return false };
    Section::NoPost.words().any(|word| whole_word::ends(before.trim_end(), word))
}

fn all_names_in(line: &str) -> Vec<Range<usize>> {
    let is_small = !line.contains(char::is_uppercase);
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut is_inside = false;
    for (at, letter) in line.char_indices() {
        let begins = !is_inside && letter.is_alphabetic();
        is_inside = letter.is_alphanumeric() || is_in_word(letter);
        if begins && names.last().is_none_or(|last| last.end <= at) {
            // "các ông Lương Văn Piên, Vi Xuân Hà, Lô Thanh Sơn": the word before the first calls them all.
            let follows = names
                .last()
                .is_some_and(|last| matches!(line[last.end..at].trim(), "," | ";" | "và" | ", và"));
            let name = name_end(line, at, is_small, follows).map(|end| at..end);
            // What stands before the bracket of a name is a place, or how somebody is called: "Hua Ca (Mùa A Lầu)".
            // "Trần Văn Lợi (Tư Lợi)" is called so.
            let given = |name: &Range<usize>| line[name.clone()].rsplit(' ').next();
            let is_before_bracket = |last: &Range<usize>| line[last.end..at].trim() == "(";
            match (names.last().filter(|last| is_before_bracket(last)), name) {
                (Some(last), Some(name)) if given(last) == given(&name) && last.len() > name.len() => {}
                (last, Some(name)) => {
                    if last.is_some() {
                        names.pop();
                    }
                    names.push(name);
                }
                (_, None) => {}
            }
        }
    }
    names
}

/// Where the name ends that begins there.
fn name_end(line: &str, start: usize, is_small: bool, follows: bool) -> Option<usize> {
    // "Xa" without its mark is a family name, too.
    let clause = line[start..].split([',', ';', ':', '(']).next().unwrap_or_default();
    if !may_begin(&line[..start]) || starts_with_place(clause) {
        return None;
    }
    let before = &line[..start];
    let is_small = is_small || is_small_before_post(&line[start..]);
    let least_words = if is_behind_number_of_place(before) || is_behind_commune(before) { 3 } else { 2 };
    let is_called = !is_small && (follows || is_addressed(before));
    let is_known = |name: &str| {
        name.split(' ').count() >= least_words && !is_unfinished(name) && is_name(name, is_small, is_called)
    };
    let mut end = start;
    for at in 0..MOST_WORDS {
        let rest = &line[end..];
        let rest = if at > 0 { rest.strip_prefix(' ').unwrap_or_default() } else { rest };
        // "Cao Xuân Trưởng - Trưởng Ban CTMT": before a sign the word is a name.
        let clause = rest.split([',', ';', '(']).next().unwrap_or(rest);
        let clause = clause.split(" - ").next().unwrap_or(clause);
        let ends_here = begins_with_position(beginning(clause).trim_end())
            || starts_with_place(rest)
            || begins_with_short_post(rest, &line[start..end]);
        let word_end = rest.find(|letter: char| !letter.is_alphabetic() && !is_in_word(letter));
        let word = &rest[..word_end.unwrap_or(rest.len())];
        let is_of_name = match is_small {
            true => is_syllable(word),
            false => word.starts_with(char::is_uppercase) || is_small_middle(word),
        };
        // A post or a place stands behind the name, where it is one so far.
        if !is_of_name || at > 1 && ends_here && is_known(&line[start..end]) {
            break;
        }
        end = line.len() - rest.len() + word.len();
    }
    // "thôn Vụ Nữ (Thành Lợi cũ)": what a place was.
    let is_former = whole_word::find(line[end..].trim_start(), "cũ") == Some(0);
    (is_known(&line[start..end]) && !is_former).then_some(end)
}

/// Whether small letters up to a dash stand before a post: "trần quốc toản - tbctmt kp5", among people with capitals.
fn is_small_before_post(rest: &str) -> bool {
    rest.split_once(" - ").is_some_and(|(name, post)| {
        name.chars().all(|letter| letter.is_lowercase() || letter == ' ')
            && name.split(' ').count() > 2
            && begins_with_position(beginning(post))
    })
}

/// Whether a text is somebody's name; of whatever family where a word `called` them before it, "ông Thông Minh Tiễn".
fn is_name(name: &str, is_small: bool, called: bool) -> bool {
    let is_family = if is_small { begins_with_common_name(name) } else { begins_like_a_name(name) };
    // What stands before a name that is one already is how somebody is called: "chú Bảy Lê Văn Hiền".
    // "Giuse" of "Giuse Trần Ngọc Thiện" belongs to it.
    let is_call = || {
        name.split_once(' ')
            .is_some_and(|(call, name)| is_syllable(&call.to_lowercase()) && begins_with_common_name(name))
    };
    let is_told = has_middle_thi(name) || called && name.split(' ').count() >= 3 && !is_call();
    match judge(name, is_small) {
        Ok(()) => is_family || is_told,
        Err(doubt) => doubt == Doubt::NoFamilyName && is_told,
    }
}

/// Whether a word by which people are called stands right before.
fn is_addressed(before: &str) -> bool {
    let small = small::in_place(last_letters(before));
    words_before().iter().any(|word| whole_word::ends(small.trim_end(), word))
}

/// "CHTPN" behind "Ngọ Thị Hằng": a post cut short.
fn begins_with_short_post(rest: &str, name: &str) -> bool {
    let word = rest.split(' ').next().unwrap_or_default();
    word.chars().count() > 2
        && word.chars().all(char::is_uppercase)
        && !is_syllable(&word.to_lowercase())
        && name.contains(char::is_lowercase)
}

/// "Phường Thống Nhất (", behind which it is said where that lies: "Phú Thọ".
fn is_behind_commune(before: &str) -> bool {
    let is_commune = |before: &str| {
        before.split(' ').count() <= MOST_WORDS && matches!(group(before, ""), Some(Group::Commune(_)))
    };
    before.strip_suffix('(').map(str::trim).is_some_and(is_commune)
}

/// The letters that are looked at before a name: a word that stands there is shorter.
fn last_letters(before: &str) -> &str {
    const LETTERS: usize = 24;
    &before[before.char_indices().rev().nth(LETTERS).map_or(0, |(at, _)| at)..]
}

/// "thôn 1 ", "Trưởng ban CTMT bản 3 ": the number of a place stands last. "bản 3 Mai Đào" is one place, "bản 3 Mai Văn Đào"
/// somebody in it.
fn is_behind_number_of_place(before: &str) -> bool {
    let (before, number) = behind_last(before.trim_end(), &[' ']);
    let (_, kind) = behind_last(before.trim_end(), &[' ', ',', ';', '(']);
    is_ordinal(number) && starts_with_place(&format!("{kind} "))
}

/// Whether a name may begin behind this: at the beginning, behind a sign, a number or a word before names.
fn may_begin(before: &str) -> bool {
    let bare = last_letters(before).trim_end();
    let (_, last) = behind_last(bare, &[' ', ',', ';', '(']);
    let small = small::in_place(bare);
    // "Ô." and "B." stand before names, "TP." does not.
    let is_address = words_before().contains(&last.trim_end_matches('.').to_lowercase().as_str());
    let is_short = |word: &str| {
        word.starts_with(char::is_uppercase) || word.chars().all(char::is_lowercase) && !is_syllable(word)
    };
    let is_abbreviation = last.strip_suffix('.').is_some_and(is_short) && !is_address;
    // "… kp Hương Điền 0918260437 Phạm Thị Mười 1968".
    let is_behind_phone = bare.ends_with(|last: char| last.is_ascii_digit())
        && phone(bare).is_some_and(|(_, end)| end == bare.len());
    let is_behind_sign = bare.ends_with(['(', ':', ')', '/', '.']) || bare.ends_with(SIGNS);
    bare.is_empty()
        || is_behind_sign && !is_abbreviation
        || is_ordinal(last)
        || is_behind_phone
        || words_leading().iter().any(|word| whole_word::ends(&small, word))
        || words_that_send().iter().any(|word| whole_word::ends(&small, word))
        || words_before().iter().any(|word| whole_word::ends(&small, word))
}

fn is_in_word(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}
