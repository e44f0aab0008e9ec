//! Who speaks in a chat: names before what they say, with or without the time, and those who enter themselves.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::super::heading::recognise;
use super::super::super::marks::group;
use super::super::super::mentions::begins_with_name;
use super::super::super::position::begins_with_position;
use super::super::super::withdrawals::says_absence;
use super::name::address;
use super::pieces::starts_with_place;
use super::{Entry, LONGEST, Person, SAMPLE, is_mail_head};
use crate::lexicon::{Beginnings, Section};
use crate::vietnamese::sentences::sentences;
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

/// Whoever speaks, as they enter themselves without their name: "Nguyễn Công Hoan: Tôi đi. Trưởng ban CTMT khu Y Na, 0912 058
/// 347".
pub(super) fn registered(speaker: &str, said: &str) -> Option<Person> {
    const LEAST_WORDS: usize = 3;
    let small = small::in_place(said);
    let speaks_of_self = Section::OwnName.words().any(|word| whole_word::contains(&small, word));
    let is_whole = speaker.split(' ').count() >= LEAST_WORDS && begins_with_name(speaker);
    if !is_whole || !speaks_of_self || said.ends_with('?') || said.len() > LONGEST || says_absence(said) {
        return None;
    }
    let said: Vec<&str> = sentences(said).into_iter().map(|one| one.trim_end_matches('.')).collect();
    let person = Person::read(&format!("{speaker}, {}", said.join(", ")));
    person.filter(|person| person.name == speaker && person.has_post() && !person.phone.is_empty())
}

/// Takes the sex of somebody who enters themselves from how a telephone calls them: "Bà Tuyết Khu Hòa Đình".
pub(super) fn called_as(person: &mut Person, speaker: &str) {
    let given = person.name.rsplit(' ').next().unwrap_or_default();
    let mut words = speaker.split(' ');
    let sex =
        words.next().and_then(address).filter(|_| person.sex.is_empty() && words.any(|word| word == given));
    if let Some(sex) = sex {
        sex.clone_into(&mut person.sex);
    }
}

/// Whether whoever writes comes, too: "Tôi đăng ký đi cùng với 3 đồng chí nữa".
pub(super) fn goes_too(line: &str) -> bool {
    let small = small::in_place(line);
    Section::ComesToo.words().any(|word| whole_word::contains(&small, word))
}

/// Who speaks in the lines of a chat.
pub(super) struct Speakers<'a> {
    /// Those who speak in a chat that is copied without times.
    names: HashSet<&'a str>,
    /// Lines that come again.
    pub repeated: HashSet<&'a str>,
}

impl<'a> Speakers<'a> {
    pub fn of(text: &'a str) -> Self {
        Self { names: senders(text), repeated: repeated(text) }
    }

    /// Who speaks in a line, "Sùng A Dế", whoever speaks `above` where it does not say, and what is said.
    pub fn apart(&self, line: &'a str, above: &'a str) -> (&'a str, &'a str) {
        let said = without_sender(line);
        let name = sender_of(said).filter(|name| self.names.contains(name));
        let said = name.map_or(said, |name| &said[name.len() + 2..]);
        let before = line[..line.len() - said.len()].trim_end_matches([':', ' ']);
        let speaker = before.rsplit(']').next().unwrap_or(before).trim();
        (if speaker.is_empty() { above } else { speaker }, said)
    }

    /// Whether these are only the names of whoever speaks, in a chat that has them on lines of their own.
    pub fn speak_only(&self, people: &[Person]) -> bool {
        !self.repeated.is_empty() && people.iter().all(Person::is_bare)
    }
}

/// Whom each of those who speak has entered, by their places among the entries.
#[derive(Default)]
pub(super) struct Entered<'a>(HashMap<&'a str, Vec<usize>>);

impl<'a> Entered<'a> {
    /// Takes in the people among the entries from `first` on.
    pub fn take(&mut self, speaker: &'a str, entries: &[Entry], first: usize) {
        let people = (first..entries.len()).filter(|at| entries[*at].person.is_some());
        if !speaker.is_empty() {
            self.0.entry(speaker).or_default().extend(people);
        }
    }

    /// Whom somebody has entered, where that is one: "tôi không đi được" is said of them.
    pub fn only(&self, speaker: &str) -> Option<usize> {
        match self.0.get(speaker)?[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// Who speaks in a chat that is copied without times, "Sùng A Dế: dạ có rồi ạ": two at least, one of them twice.
fn senders(text: &str) -> HashSet<&str> {
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
fn sender_of(line: &str) -> Option<&str> {
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
/// copied; of "09:10 - Giáp Thị Yến, trưởng thôn" what is behind the time, and of "17/11, 09:10 - Huyền: …" what she says.
pub(super) fn without_sender(line: &str) -> &str {
    if let Some(said) = behind_time(line) {
        return sender_of(said).map_or(said, |name| &said[name.len() + 2..]);
    }
    if let Some(said) = behind_name_and_time(line) {
        return said;
    }
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

/// What stands behind "Thu Hà Đông Triều, 7:31: ".
fn behind_name_and_time(line: &str) -> Option<&str> {
    const MOST_WORDS: usize = 6;
    let (name, rest) = line.trim_start().split_once(", ")?;
    let (time, said) = rest.split_once(": ")?;
    let is_time = time.split_once(':').is_some_and(|(hour, minute)| {
        let is_number =
            |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|one| one.is_ascii_digit());
        is_number(hour) && is_number(minute)
    });
    (is_time && name.split(' ').count() <= MOST_WORDS).then_some(said)
}

/// What stands behind "09:10 - " or "17/11, 09:10 - ".
fn behind_time(line: &str) -> Option<&str> {
    let (stamp, said) = line.trim_start().split_once(" - ")?;
    let is_time = stamp.len() <= 20
        && stamp.contains(':')
        && stamp.starts_with(|first: char| first.is_ascii_digit())
        && stamp
            .chars()
            .all(|letter| letter.is_ascii_digit() || matches!(letter, ':' | '/' | ',' | ' ' | '.'));
    is_time.then_some(said)
}

/// The text of a chat without who speaks when; its lines keep their numbers.
pub(super) fn without_senders(text: &str) -> Cow<'_, str> {
    if !text.lines().take(SAMPLE).any(|line| without_sender(line).len() < line.len()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split('\n').map(without_sender).collect::<Vec<_>>().join("\n"))
}
