//! The pieces of a line: where its telephone number and its place stand, and what parts it.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::super::super::family_names::is_small_middle;
use super::super::super::honorifics::without_prefixes;
use super::super::super::mentions::begins_with_name;
use super::super::super::position::{begins_with_position, leads_something};
use super::name::name_behind_place;
use crate::lexicon::{Beginnings, ByMarks, Kind, Section, Use, unit_words};
use crate::vietnamese::clean::is_picture;
use crate::vietnamese::fold::fold;
use crate::vietnamese::sentences::sentences;
use crate::vietnamese::small::beginning;

/// Where a telephone number stands: 9 to 11 digits, perhaps in groups, and 13 of "0084 366 207 915".
pub(super) fn phone(text: &str) -> Option<(usize, usize)> {
    /// Bytes of the longest way to write one.
    const LONGEST: usize = 40;
    let is_inside = |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b'-');
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let starts = bytes[at].is_ascii_digit()
            || (bytes[at] == b'+' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit));
        if !starts {
            at += 1;
            continue;
        }
        let length = bytes[at + 1..].iter().take(LONGEST).take_while(|&&byte| is_inside(byte)).count();
        // A dash at the end parts the number from what follows.
        let run = text[at..at + 1 + length].trim_end_matches([' ', '.', '-']);
        let run = without_next_number(run.split(" - ").next().unwrap_or(run));
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        let begins = run.starts_with(['0', '+']) || digits == 9 || run.starts_with("84");
        if (9..=11).contains(&digits) && begins || digits == 13 && run.starts_with("0084") {
            return Some((at, at + run.len()));
        }
        // "thôn 3 0912345670": the number of something else, then the telephone.
        at += run.find([' ', '.', '-']).unwrap_or(run.len()).max(1);
    }
    None
}

/// "0365 210 947" of "0365 210 947 2", where the next person has the number: mobile telephones have
/// ten figures since 2018.
fn without_next_number(run: &str) -> &str {
    const FIGURES: usize = 10;
    let is_mobile = run.starts_with('0') && run[1..].starts_with(['3', '5', '7', '8', '9']);
    let tenth = run.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).nth(FIGURES - 1);
    match tenth.map(|(at, _)| run.split_at(at + 1)) {
        Some((own, behind)) if is_mobile && behind.trim_start_matches('.').starts_with(' ') => own,
        _ => run,
    }
}

pub(super) fn parts(text: &str) -> Vec<&str> {
    text.split(|sign| matches!(sign, ';' | ',' | '|' | '–' | '—' | ':') || (sign != ' ' && is_picture(sign)))
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" / "))
        .flat_map(|part| part.split(" -"))
        .flat_map(|part| part.split("- "))
        .map(|part| part.trim_matches([' ', '.', '-', '/', '(', ')']))
        .map(|part| part.trim_matches(is_picture))
        .filter(|part| part.contains(char::is_alphanumeric))
        .collect()
}

/// Brackets around what is said of a person part it as commas do.
pub(super) fn parted(text: &str) -> String {
    let Some((before, rest)) = text.split_once('(') else { return text.to_owned() };
    // The telephone took the end of the bracket with it.
    let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
    // "(nữ)" and "(1970)" are told from the name where it is read.
    if !inside.contains(' ') {
        return text.to_owned();
    }
    format!("{}, {inside}, {}", before.trim_end(), after.trim_start_matches([',', ' ', '-']))
}

/// "Hà Văn Inh. Trưởng bản Nà Bó. SN 1980. 0392 117 486": points in the place of commas, behind a name alone.
pub(super) fn parted_by_points(line: &str) -> Cow<'_, str> {
    const MOST_WORDS: usize = 5;
    // The number before somebody stays: "1. Hà Văn Inh. Trưởng bản".
    let start = line.find(char::is_alphabetic).unwrap_or(0);
    let said: Vec<&str> = sentences(&line[start..])
        .into_iter()
        .flat_map(|one| one.split(". "))
        .map(|one| one.trim_end_matches('.'))
        .collect();
    let Some((first, behind)) = said.split_first().filter(|(_, behind)| !behind.is_empty()) else {
        return Cow::Borrowed(line);
    };
    let bare = without_prefixes(first.trim_start_matches(|letter: char| !letter.is_alphabetic()));
    // "Phật tử Nguyễn Thị Quỳnh Trâm".
    let bare = name_behind_place(bare).map_or(bare, |(_, _, name)| name);
    // "Đỗ T. Kim Loan" is cut short.
    let is_cut_short = bare.rsplit(' ').next().is_some_and(|last| last.chars().count() == 1);
    let words = bare.split(' ').count();
    let is_name = !is_cut_short
        && (2..=MOST_WORDS).contains(&words)
        && bare.split(' ').all(|word| word.starts_with(char::is_uppercase) || is_small_middle(word))
        && (begins_with_name(bare)
            || words > 2 && !begins_with_position(bare) && !starts_with_place(bare)
            // "A Nhuih. Sinh năm: 1973".
            || behind.first().is_some_and(|next| is_labelled_birth(next)));
    // Whoever signs a letter has no telephone behind the name.
    if !is_name || behind.len() < 2 || phone(line).is_none() {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line[..start].to_owned() + &said.join(", "))
}

/// "Sinh năm: 1973", "SN 1980".
fn is_labelled_birth(said: &str) -> bool {
    static LABELS: LazyLock<Beginnings> = LazyLock::new(|| Section::BirthLabel.words().collect());
    let is_year =
        |rest: &str| rest.trim_start_matches([' ', ':']).starts_with(|one: char| one.is_ascii_digit());
    LABELS.after(&said.to_lowercase()).any(is_year)
}

/// "Oanh/1980/PTB": a slash between a year and words parts them as a comma does, in "14/6/1967" and "đ/c" it does not.
/// Behind a whole name several of them part all fields: "Lò Văn Inh/1967/trưởng bản/bản Hua Bó".
pub(super) fn parted_by_slashes(text: &str) -> String {
    const YEAR: usize = 4;
    /// Figures of a day, a month or the name of a hamlet.
    const SHORT: std::ops::RangeInclusive<usize> = 1..=2;
    let first = text.split('/').next().unwrap_or_default().trim();
    let part_all = text.matches('/').nth(1).is_some() && begins_with_name(first) && first.len() < text.len();
    let digits = |text: &mut dyn Iterator<Item = char>| text.take_while(char::is_ascii_digit).count();
    let mut whole = String::with_capacity(text.len());
    for (at, part) in text.split('/').enumerate() {
        let behind = digits(&mut whole.chars().rev());
        let ahead = digits(&mut part.chars());
        let is_year = |own, other| own == YEAR && other == 0;
        let is_date = SHORT.contains(&behind) && (SHORT.contains(&ahead) || ahead == YEAR);
        let parts = part_all && !is_date || is_year(behind, ahead) || is_year(ahead, behind);
        let sign = if parts { ", " } else { "/" };
        whole.push_str(if at > 0 { sign } else { "" });
        whole.push_str(part);
    }
    whole
}

/// Whether a part begins with the word for a place.
pub(super) fn starts_with_place(part: &str) -> bool {
    static PLACES: LazyLock<ByMarks<Beginnings>> = LazyLock::new(|| {
        let words = || unit_words(Use::Message);
        // "ban" and "lang" are other words as well.
        let plain = words().filter(|word| !word.needs_marks).map(|word| fold(word.word));
        // "thon Xuân Trường": the mark of the kind alone is missing.
        let hamlets = words().filter(|word| word.kind == Kind::Hamlet && !word.needs_marks);
        let careless = hamlets.map(|word| fold(word.word));
        let marked = words().map(|word| word.word.to_owned()).chain(careless);
        ByMarks { marked: marked.collect(), unmarked: plain.collect() }
    });
    let small = beginning(part).to_lowercase();
    PLACES.of(part).after(&small).any(|rest| rest.starts_with(' '))
        && !is_field_of_work(part)
        && !is_said_of_commune(part)
}

/// "xã phụ trách Mặt trận": what stands behind the word is no name, for names have capitals where other words have.
fn is_said_of_commune(part: &str) -> bool {
    let Some((kind, behind)) = part.split_once(' ') else { return false };
    let is_kind =
        |word: &str| unit_words(Use::Message).any(|unit| unit.kind == Kind::Commune && unit.word == word);
    behind.starts_with(char::is_lowercase) && behind.contains(char::is_uppercase) && is_kind(kind)
}

/// "Xã hội" of "công chức Văn hóa - Xã hội xã"; "Xã Hội An" is a place.
pub(super) fn is_field_of_work(part: &str) -> bool {
    let behind_first = |text: &str| text.chars().next().map_or(0, char::len_utf8);
    Section::FieldOfWork.words().any(|word| {
        let (first, more) = word.split_at(behind_first(word));
        let (own, rest) = part.split_at(behind_first(part));
        own.to_lowercase() == first
            && rest.strip_prefix(more).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// Where the place begins in "Chủ tịch MTTQ xã Tam Đại", and in "Già làng bôn Ama Drung", whose post has the word of a
/// place.
pub(super) fn place_within(part: &str) -> Option<usize> {
    static POSTS: LazyLock<Beginnings> = LazyLock::new(|| Section::Post.words().collect());
    let small = part.to_lowercase();
    let post = POSTS.after(&small).map(|rest| small.len() - rest.len()).max().unwrap_or(0);
    let mut places =
        part.match_indices(' ').map(|(at, _)| at + 1).filter(|at| starts_with_place(&part[*at..]));
    let first = places.next()?;
    let is_of_post = first < post && !leads_something(part[..first].trim_end());
    if is_of_post { places.next() } else { Some(first) }
}
