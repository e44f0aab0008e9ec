//! The lines of a text, each somebody or as it is, and which of them a letter or minutes mean.

use super::person::Person;
use super::sentences::Sent;
use super::together;
use crate::vietnamese::clean::clean;

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
}

impl Entry {
    pub fn of(line: u32, person: Person) -> Self {
        Self { line, person: Some(person), text: String::new(), is_told: false }
    }

    pub fn text(line: u32, text: String) -> Self {
        Self { line, person: None, text, is_told: false }
    }

    /// Makes text of somebody who is not meant.
    pub fn keep(&mut self, is_meant: impl Fn(&Person) -> bool) {
        let Some(person) = self.person.take() else { return };
        match is_meant(&person) {
            true => self.person = Some(person),
            false if self.text.is_empty() => self.text = clean(&person.cells().join(" ")),
            false => {}
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

/// The line behind which those stand who are sent, numbered, "Kết luận: cử các ông, bà sau đi tập huấn:", in minutes that
/// name others, too.
pub(super) fn sent_below(entries: &[Entry]) -> Option<u32> {
    let numbered = |pair: &[Entry], number: &str| {
        let is_numbered =
            |entry: &Entry| entry.person.as_ref().is_some_and(|person| person.ordinal == number);
        pair.first().is_some_and(is_numbered)
    };
    let sends = |at: &usize| entries[*at].person.is_none() && together::sends_below(&entries[*at].text);
    let mut all = (0..entries.len()).filter(sends);
    all.rfind(|at| {
        numbered(&entries[at + 1..], "1") && numbered(&entries[(at + 2).min(entries.len())..], "2")
    })
    .map(|at| entries[at].line)
}

/// The entries with nobody but those behind a line of whom more is said than a name.
pub(super) fn behind(mut entries: Vec<Entry>, line: u32) -> Vec<Entry> {
    for entry in &mut entries {
        let is_behind = entry.line > line;
        entry.keep(|person| is_behind && person.is_told_of());
    }
    entries
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
