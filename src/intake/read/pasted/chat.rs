//! Who speaks in a chat: names before what they say, with or without the time, and those who enter themselves.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::super::heading::recognise;
use super::super::super::marks::group;
use super::super::super::position::begins_with_position;
use super::name::address;
use super::pieces::starts_with_place;
use super::{SAMPLE, is_mail_head};
use crate::lexicon::{Beginnings, Section};
use crate::vietnamese::{small, whole_word};

/// Lines that come again: who speaks in a chat that is copied so.
pub(super) fn repeated(text: &str) -> HashSet<&str> {
    let mut seen = HashSet::new();
    let lines = text.lines().take(SAMPLE).map(str::trim).filter(|line| !line.is_empty());
    lines.filter(|line| !seen.insert(*line)).collect()
}

/// "Ly Chẩn Pao, trưởng ban CTMT" of "Cháu là Ly Chẩn Pao, trưởng ban CTMT", as somebody enters themselves in a chat.
pub(super) fn introduced(line: &str) -> Option<&str> {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| Section::OwnName.words().collect());
    let small = small::in_place(line);
    let mut starts = small.match_indices(' ').map(|(at, _)| at);
    let is_word = |word: &str| WORDS.after(word).any(str::is_empty);
    let behind = starts
        .by_ref()
        .scan(0, |start, end| Some((std::mem::replace(start, end + 1), end)))
        .take_while(|(start, end)| is_word(small[*start..*end].trim_matches([',', ':'])))
        .last()
        .map(|(_, end)| &line[end + 1..]);
    let is_named = |rest: &&str| {
        rest.split(' ').take(2).filter(|word| word.starts_with(char::is_uppercase)).count() == 2
    };
    behind.filter(is_named)
}

/// Whether whoever writes comes, too: "Tôi đăng ký đi cùng với 3 đồng chí nữa".
pub(super) fn goes_too(line: &str) -> bool {
    let small = small::in_place(line);
    Section::ComesToo.words().any(|word| whole_word::contains(&small, word))
}

/// Who speaks in a chat that is copied without times, "Sùng A Dế: dạ có rồi ạ": two at least, one of them twice.
pub(super) fn senders(text: &str) -> HashSet<&str> {
    let mut lines: HashMap<&str, usize> = HashMap::new();
    for name in text.lines().take(SAMPLE).filter_map(sender_of) {
        *lines.entry(name).or_default() += 1;
    }
    match lines.len() >= 2 && lines.values().any(|count| *count > 1) {
        true => lines.into_keys().collect(),
        false => HashSet::new(),
    }
}

/// What stands before the first colon of a line, where it may be who speaks: no label, no post and no place.
pub(super) fn sender_of(line: &str) -> Option<&str> {
    const MOST_WORDS: usize = 5;
    let (name, _) = line.split_once(": ")?;
    let is_name = !is_mail_head(line)
        && name.starts_with(char::is_uppercase)
        && name.split(' ').count() <= MOST_WORDS
        && !name.contains(|letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '(' | '-' | '.'))
        && recognise(name).is_none()
        && !begins_with_position(name)
        && !starts_with_place(name)
        && group(name, "").is_none()
        && address(name).is_none();
    is_name.then_some(name)
}

/// "1. Lương Văn Quân, 1967" of "[07:53, 18/11/2025] Chị Hương: 1. Lương Văn Quân, 1967", as a chat is
/// copied.
pub(super) fn without_sender(line: &str) -> &str {
    let Some((stamp, rest)) = line.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']'))
    else {
        return line;
    };
    let is_stamp = stamp.contains(':') && stamp.chars().any(|letter| letter.is_ascii_digit());
    match rest.split_once(": ") {
        Some((_, said)) if is_stamp => said,
        _ => line,
    }
}
