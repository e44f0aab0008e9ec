//! The lines of a text, each somebody or as it is, and which of them a letter or minutes mean.

use std::collections::HashSet;

use super::super::super::marks::{Group, group, hamlet_at_start, title_of_group, without_all_places};
use super::super::super::position::{begins_with_position, leads_something};
use super::super::super::withdrawals::says_absence;
use super::person::Person;
use super::pieces::starts_with_place;
use super::sentences::Sent;
use super::together;
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::words;
use crate::vietnamese::sentences::sentences;
use crate::vietnamese::whole_word;

/// A line of a text, or several that say one thing: a person, or as it is.
pub(super) struct Entry {
    /// The number of the first line, from 0.
    pub line: u32,
    /// Who it is.
    pub person: Option<Person>,
    /// What is written, where it is nobody.
    pub text: String,
    /// Whether all that it says was given to those it speaks of.
    pub is_told: bool,
    /// Whether it was read as somebody who is not meant.
    pub is_dropped: bool,
}

impl Entry {
    pub fn of(line: u32, person: Person) -> Self {
        Self { person: Some(person), ..Self::text(line, String::new()) }
    }

    pub fn text(line: u32, text: String) -> Self {
        Self { line, person: None, text, is_told: false, is_dropped: false }
    }

    /// Makes text of somebody who is not meant.
    pub fn keep(&mut self, is_meant: impl Fn(&Person) -> bool) {
        let Some(person) = self.person.take() else { return };
        match is_meant(&person) {
            true => self.person = Some(person),
            false if self.text.is_empty() => {
                (self.text, self.is_dropped) = (clean(&person.cells().join(" ")), true);
            }
            false => self.is_dropped = true,
        }
    }
}

impl Sent {
    /// The people of a line with what stands before and behind them.
    pub fn entries(self, line: u32) -> impl Iterator<Item = Entry> {
        let said = |text: String| Some(text).filter(|text| text.contains(' '));
        let aside = move |text| Entry::text(line, text);
        let people = self.people.into_iter().map(move |person| Entry::of(line, person));
        said(self.head).map(aside).into_iter().chain(people).chain(said(self.left).map(aside))
    }
}

/// The place of the first of those who are sent, behind a line that says so, numbered, "Kết luận: cử các ông, bà sau đi tập huấn:", in minutes that
/// name others, too.
pub(super) fn sent_below(entries: &[Entry]) -> Option<usize> {
    let numbered = |pair: &[Entry], number: &str| {
        let is_numbered =
            |entry: &Entry| entry.person.as_ref().is_some_and(|person| person.ordinal == number);
        pair.first().is_some_and(is_numbered)
    };
    let sends = |at: &usize| entries[*at].person.is_none() && together::sends_below(&entries[*at].text);
    let are_numbered = |at: &usize| {
        numbered(&entries[at + 1..], "1") && numbered(&entries[(at + 2).min(entries.len())..], "2")
    };
    let mut all = (0..entries.len()).filter(sends);
    let told = || told_behind(entries).map(|at| if entries[at].person.is_some() { at } else { at + 1 });
    all.rfind(are_numbered).map(|at| at + 1).or_else(told)
}

/// Leaves those of minutes who are sent, with the posts that are said of them above: "Ông Tạ Quang Huấn - Phó Chủ tịch" among
/// those who met.
pub(super) fn settle_minutes(entries: &mut [Entry]) {
    let Some(at) = told_behind(entries) else { return };
    let (met, sent) = entries.split_at_mut(at);
    for entry in met {
        let same =
            |other: &&mut Person| entry.person.as_ref().is_some_and(|person| person.name == other.name);
        if let (Some(again), Some(person)) =
            (sent.iter_mut().filter_map(|entry| entry.person.as_mut()).find(same), &entry.person)
        {
            for (own, said) in [(&mut again.position, &person.position), (&mut again.unit, &person.unit)] {
                if own.is_empty() {
                    said.clone_into(own);
                }
            }
        }
        entry.keep(|_| false);
    }
    sent.iter_mut().for_each(|entry| entry.keep(|person| !signs(person)));
}

/// The place of a line that sends somebody, "4. Kết luận: cử đi tập huấn", where of everybody behind it a telephone or a
/// birth is said, and of nobody before it; in minutes that are called so also without.
fn told_behind(entries: &[Entry]) -> Option<usize> {
    let is_title = |text: &str| words(text).starts_with("bien ban");
    let is_minutes = entries.iter().any(|entry| {
        is_title(&entry.text) || entry.person.as_ref().is_some_and(|person| is_title(&person.name))
    });
    let is_known = |person: &Person| !person.phone.is_empty() || !person.birth.is_empty();
    // A name alone signs.
    let people = |entries: &[Entry]| -> Vec<bool> {
        let people = entries.iter().filter_map(|entry| entry.person.as_ref());
        people.filter(|person| !signs(person) && !says_absence(&person.note)).map(is_known).collect()
    };
    let sends = |at: &usize| entries[*at].person.is_none() && together::sends(&entries[*at].text);
    let names = |entries: &[Entry]| -> HashSet<String> {
        entries.iter().filter_map(|entry| entry.person.as_ref()).map(|person| person.name.clone()).collect()
    };
    let parts = |at: &usize| {
        let (before, behind) = entries.split_at(*at);
        let (known, told) = (people(before), people(behind));
        // Those who are named once more, each with a telephone, are the same.
        let are_others = !names(behind).is_subset(&names(before));
        let are_told = is_minutes || !told.contains(&false);
        !known.contains(&true) && told.len() >= 2 && are_told && are_others
    };
    // In minutes it may stand behind them on their line.
    let first_of_line = |at: usize| {
        let before = entries[..at].iter().rev().take_while(|entry| entry.line == entries[at].line).count();
        if is_minutes { at - before } else { at }
    };
    (0..entries.len()).rev().filter(sends).map(first_of_line).find(parts)
}

/// Gives the post that stands alone on a line, "Trưởng ban CTMT", to those right below it, where nobody's is said.
pub(super) fn give_posts(entries: &mut [Entry]) {
    const MOST_WORDS: usize = 6;
    let mut post: Option<String> = None;
    let all_lack =
        entries.iter().filter_map(|entry| entry.person.as_ref()).all(|person| person.position.is_empty());
    for entry in entries.iter_mut().filter(|_| all_lack) {
        match &mut entry.person {
            Some(person) => person.position = post.clone().unwrap_or_default(),
            // Whoever signs has a post in capitals.
            None => {
                let text = title_of_group(&entry.text);
                // "Xã Lục Nam cử 5 đ/c là Trưởng ban CTMT thôn:".
                let of_all = text.split_once(" là ").map(|(_, post)| post.trim_end_matches([' ', ':']));
                let of_all =
                    of_all.filter(|post| begins_with_position(post) && together::sends_below(&entry.text));
                if let Some(of_all) = of_all {
                    let (own, kind) = of_all.rsplit_once(' ').unwrap_or((of_all, ""));
                    let is_kind = starts_with_place(&format!("{kind} ")) && !leads_something(own);
                    post = Some(if is_kind { own } else { of_all }.to_owned());
                    continue;
                }
                // "Khối xã, Phó Chủ tịch UBMTTQ:".
                let block =
                    text.split_once(", ").filter(|(block, _)| group(block, "") == Some(Group::Section));
                let text = block.map_or(text, |(_, post)| post);
                // "Trưởng ban CTMT các thôn dự tập huấn".
                let text = text.split_once(" các ").map_or(text, |(post, _)| post);
                let is_post = begins_with_position(text)
                    && text.contains(char::is_lowercase)
                    && text.split(' ').count() <= MOST_WORDS;
                post = is_post.then(|| without_all_places(text).to_owned());
                entry.is_told = is_post;
            }
        }
    }
}

/// Gives everybody the hamlet that a sentence above says sends them, "Thôn Tân Tiến xã Cẩm Trung xin đăng ký 3 người đi dự",
/// where nothing else says a place.
pub(super) fn give_place(entries: &mut [Entry]) {
    let first = entries.iter().position(|entry| entry.person.is_some()).unwrap_or(entries.len());
    let (above, below) = entries.split_at_mut(first);
    let sends = |said: &&str| {
        let small = said.to_lowercase();
        Section::Sends.noted("people").any(|word| whole_word::contains(&small, word))
    };
    let said = above.iter().flat_map(|entry| sentences(&entry.text)).filter(sends);
    let mut places = said.filter_map(hamlet_at_start);
    let (Some(place), None) = (places.next(), places.next()) else { return };
    let names_place = |entry: &Entry| match &entry.person {
        Some(person) => !person.unit.is_empty(),
        None => matches!(group(&entry.text, ""), Some(Group::Hamlet(_) | Group::Commune(_))),
    };
    if !below.iter().any(names_place) {
        let people = below.iter_mut().filter_map(|entry| entry.person.as_mut());
        people.for_each(|person| place.clone_into(&mut person.unit));
    }
}

/// Whether nothing stands beside a name, not even a number.
fn signs(person: &Person) -> bool {
    person.ordinal.is_empty() && person.is_called_alone()
}

/// The entries with nobody but those from a place on of whom more is said than a name.
pub(super) fn behind(mut entries: Vec<Entry>, first: usize) -> Vec<Entry> {
    for (at, entry) in entries.iter_mut().enumerate() {
        entry.keep(|person| at >= first && !signs(person) && (person.is_told_of() || person.has_post()));
    }
    entries
}

/// The entries with each line as it is `written` of which nobody is left who was read in it.
pub(super) fn as_written(entries: Vec<Entry>, written: &str) -> Vec<Entry> {
    let is_kept: HashSet<u32> =
        entries.iter().filter(|entry| entry.person.is_some()).map(|entry| entry.line).collect();
    let is_dropped: HashSet<u32> =
        entries.iter().filter(|entry| entry.is_dropped).map(|entry| entry.line).collect();
    let mut lines = (0..).zip(written.lines());
    let (mut whole, mut last): (Vec<Entry>, Option<u32>) = (Vec::with_capacity(entries.len()), None);
    for entry in entries {
        if !is_dropped.contains(&entry.line) || is_kept.contains(&entry.line) {
            whole.push(entry);
        } else if last != Some(entry.line) {
            last = Some(entry.line);
            let line = lines.find(|(number, _)| *number == entry.line).map(|(_, line)| clean(line));
            let text = line.filter(|line| !line.is_empty()).unwrap_or(entry.text);
            whole.push(Entry { is_told: entry.is_told, ..Entry::text(entry.line, text) });
        }
    }
    whole
}

/// The lines of a text with those that it quotes, each in its place.
pub(super) fn with_quoted(mut entries: Vec<Entry>, quoted: Vec<Entry>) -> Vec<Entry> {
    entries.extend(quoted);
    entries.sort_by_key(|entry| entry.line);
    entries
}

/// The lines of a text most of which are about something else. In a decision or a letter, where of two at least
/// sex, birth and post are said, those are the people of whom as much is said, and a name alone is nobody:
/// "QUYẾT ĐỊNH". Another text has the people that were found in it if they are `enough`, else none.
pub(super) fn of_decision(mut entries: Vec<Entry>, enough: bool) -> Vec<Entry> {
    let are_enough = is_decision(&entries);
    for entry in entries.iter_mut() {
        entry.keep(|person| match (are_enough, enough) {
            (true, true) => person.is_told_of(),
            (true, false) => person.is_told_whole(),
            (false, enough) => enough,
        });
    }
    entries
}

/// Whether sex, birth and post of two people at least are said.
pub(super) fn is_decision(entries: &[Entry]) -> bool {
    let told = |entry: &&Entry| entry.person.as_ref().is_some_and(Person::is_told_whole);
    entries.iter().filter(told).count() >= 2
}
