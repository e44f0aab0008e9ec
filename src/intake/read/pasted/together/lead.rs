//! What stands before the names of a line: who sends them, and what is said of all behind a colon.

use super::super::Person;
use super::super::pieces::{phone, starts_with_place};
use super::super::said::{join, names_hamlet};
use super::super::sentences::parted;
use super::{SIGNS, behind_last, is_ordinal, words_leading, words_that_send};
use crate::intake::marks::{Group, group, place_at_start, without_people_counted};
use crate::intake::mentions::words_before;
use crate::intake::position::begins_with_position;
use crate::vietnamese::clean::clean;
use crate::vietnamese::{small, whole_word};

/// What stands between two names, or before the first.
#[derive(Default)]
pub(super) struct Lead<'a> {
    /// What is said of the first.
    pub before: &'a str,
    /// What is said before a colon, of all behind it.
    pub label: Option<&'a str>,
    /// What stands before the bracket in which the second is named: "Chiềng An" of "Chiềng An (Lường Văn Ó)".
    outside: &'a str,
    pub ordinal: &'a str,
    /// "ông", "đ/c".
    pub address: &'a str,
    /// "chú" of "các chú", which is said of all.
    pub of_all: &'a str,
    /// The place right before the name: "thôn Phú Mỹ" of "; thôn Phú Mỹ - Trần Thị Ngoan".
    pub place: Option<&'a str>,
    /// Whether "có" leads to the name.
    is_had: bool,
}

impl<'a> Lead<'a> {
    pub fn of(between: &'a str) -> Self {
        let mut lead = Self::default();
        let mut rest = lead.without_introduction(between);
        if let Some(before) = rest.strip_suffix('(') {
            (rest, lead.outside) = behind_last(before.trim_end(), &[',', ';', ')', ':', '.']);
        }
        if let Some(before) = rest.strip_suffix(':') {
            // "đ/c" has the sign of a number, "2/".
            let (start, _) = behind_last(without_people_counted(before), &[';', ')', '.', ':', '/']);
            (rest, lead.label) = (start, Some(before[start.len()..].trim()));
        }
        lead.before = rest;
        lead
    }

    /// The same with the place that a dash parts from the name behind it as theirs, where it is not of the one before.
    pub fn behind_place(mut self, between: &'a str) -> Self {
        let is_dashed = between.trim_end().ends_with(['-', '–']);
        let said = self.label.unwrap_or(self.before);
        let (start, place) = behind_last(said.trim_end_matches(SIGNS).trim_end(), &[';', ',', ')', ':', '.']);
        let is_place = names_hamlet(place) || starts_with_place(place) && place_at_start(place).1.is_empty();
        if is_dashed && is_place && self.label.is_none() {
            (self.before, self.place) = (start, Some(place));
            // "trưởng ban CTMT: thôn Phú Lộc - ": what stands before the colon is said of all.
            if let Some(label) = start.trim_end().strip_suffix(':') {
                let (start, own) = behind_last(label, &[';', ')', ':', '.', '/']);
                (self.before, self.label) = (start, Some(own));
            }
        }
        self
    }

    /// The same with the place that sends whoever comes next as what is said of them: "…; khu 2 cử ông".
    pub fn behind_sender(self) -> Self {
        let small = small::in_place(self.before);
        let sender = words_that_send().iter().find_map(|word| {
            let at = whole_word::before_last(small.trim_end(), word)?.len();
            Some(self.before[..at].trim_end())
        });
        // "Tổ dân phố 4 có bà": the word was taken with the one before the name.
        let sender = sender.or(Some(self.before.trim_end()).filter(|_| self.is_had));
        let Some(sender) = sender.filter(|_| self.label.is_none()) else { return self };
        let (start, place) = behind_last(sender, &[';', ',', '.']);
        match starts_with_place(place) || names_hamlet(place) {
            true => Self { before: start, label: Some(place), ..self },
            false => self,
        }
    }

    /// Takes what leads to a name off the end: "; 2)", " và bà".
    fn without_introduction(&mut self, between: &'a str) -> &'a str {
        let mut rest = between;
        loop {
            rest = rest.trim_end().trim_end_matches(SIGNS).trim_end();
            let small = small::in_place(rest);
            let bare = small.trim_end_matches([':', '.', ' ']);
            let of_words = words_before().iter().filter(|word| whole_word::ends(bare, word));
            let (before, number) = behind_last(rest, &[' ', ',', ';', '(']);
            // "(thôn 1)" and "thôn 1.": the number of a place.
            let is_of_bracket = rest.ends_with(')') && rest.contains('(');
            let (_, kind) = behind_last(before.trim_end(), &[' ', ',', ';', '(']);
            // "…0912405873; 2 Phạm Thị Là": behind a sign the number needs none.
            let ends_phone = || {
                before.trim_end().ends_with('.')
                    && phone(before).is_some_and(|(_, end)| before[end..].trim() == ".")
            };
            let is_bare =
                is_ordinal(number) && (before.trim_end().ends_with([';', ':', ',']) || ends_phone());
            let figures = number.trim_end_matches(['.', ')', '/']);
            // "102. Bà Phạm Thanh Hải", and not the end of "0368 220 914. Lưu Thị Xuân Đào".
            let begins = before.trim().is_empty() || before.trim_end().ends_with([';', ':', ',']);
            let is_long = begins && figures.len() == 3 && figures.bytes().all(|byte| byte.is_ascii_digit());
            let is_number = (is_bare
                || figures.len() + 1 == number.len() && (is_ordinal(figures) || is_long))
                && !is_of_bracket
                && !starts_with_place(&format!("{kind} "));
            let address = of_words.max_by_key(|word| word.len());
            // "các anh chị:" and "có 3 đ/c:" are said of all.
            let is_label = rest.ends_with(':');
            let is_of_all = address.is_some_and(|word| {
                // "các ông, bà:" are men and women.
                let before = small[..bare.len() - word.len()].trim_end_matches([',', '/', ' ']);
                let is_counted = is_label && before.ends_with(|last: char| last.is_ascii_digit());
                is_counted
                    || whole_word::ends(before, "các")
                    || words_before().iter().any(|word| whole_word::ends(before, word))
            });
            if is_of_all {
                // "các anh chị" are men and women.
                let word = address
                    .filter(|word| whole_word::ends(small[..bare.len() - word.len()].trim_end(), "các"));
                self.of_all = word.map_or("", |word| &rest[bare.len() - word.len()..bare.len()]);
                return rest;
            }
            if self.address.is_empty()
                && let Some(word) = address
            {
                (rest, self.address) = rest[..bare.len()].split_at(bare.len() - word.len());
            } else if self.ordinal.is_empty() && is_number {
                (rest, self.ordinal) = (before, figures);
            } else if let Some(word) = words_leading().iter().find(|word| whole_word::ends(&small, word)) {
                rest = &rest[..rest.len() - word.len()];
                self.is_had |= *word == "có";
            } else {
                return rest;
            }
        }
    }

    /// The line of one of the people, as it would stand alone.
    pub fn with(&self, name: &str, behind: &str) -> String {
        // "anh Hải" of "anh Hải (Nguyễn Văn Hải, thôn 1)".
        let is_call = self.outside.rsplit(' ').next() == name.rsplit(' ').next();
        let outside = if is_call { "" } else { self.outside };
        // Names in small letters are told where a number stands before them.
        let line = format!("1. {} {name}, {behind}, {outside}", self.address);
        parted(&clean(&line.replace(['(', ')'], ", ")))
    }
}

/// What is said of all behind a colon.
#[derive(Default, Clone)]
pub(super) struct Said {
    pub position: String,
    pub unit: String,
    /// "bản" of "Trưởng ban CTMT các bản", of which only the names stand behind.
    kind: String,
}

impl Said {
    pub fn of(label: &str) -> Self {
        let label = label.trim_start_matches([' ', '-', '+', '*', '•', '–']);
        let label = without_people_counted(label);
        let (label, kind) = match label.rsplit_once(" các ") {
            Some((label, kind)) if starts_with_place(&format!("{kind} ")) => (label, kind),
            _ => (label, ""),
        };
        let mut person = Person::default();
        // "Thôn Phéc Bủng có hai người:".
        let (place, behind) = place_at_start(label);
        if begins_with_position(label) {
            person.take_part(label);
        } else if starts_with_place(place) && behind.starts_with("có ") {
            place.clone_into(&mut person.unit);
        } else if let Some(Group::Hamlet(hamlet)) = group(label, "") {
            person.unit = hamlet;
        }
        if person.note.is_empty() && (person.has_post() || person.position.is_empty()) {
            Self { position: person.position, unit: person.unit, kind: kind.to_owned() }
        } else {
            Self::default()
        }
    }

    pub fn is_nothing(&self) -> bool {
        self.position.is_empty() && self.unit.is_empty()
    }

    pub fn give(&self, person: &mut Person) {
        if !self.kind.is_empty() && !person.has_post() && !person.position.is_empty() {
            let place = std::mem::take(&mut person.position);
            join(&mut person.unit, &format!("{} {place}", self.kind));
        }
        for (own, said) in [(&mut person.position, &self.position), (&mut person.unit, &self.unit)] {
            if own.is_empty() {
                said.clone_into(own);
            }
        }
    }
}
