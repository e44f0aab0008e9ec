//! Lines and notes that say how many people there are.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::heading::words;
use super::places::word_starts;
use super::titles::{heads_delegates, heads_others};
use crate::lexicon::{Beginnings, Section};
use crate::vietnamese::whole_word;

/// "07 người", "12 đồng chí": how many, and nobody.
pub(in super::super) fn is_count(line: &str) -> bool {
    static PEOPLE: LazyLock<HashSet<String>> =
        LazyLock::new(|| Section::People.noted("list").map(words).collect());
    let words = words(line);
    let Some((count, of)) = words.split_once(' ') else { return false };
    count.bytes().all(|byte| byte.is_ascii_digit()) && PEOPLE.contains(of)
}

/// How many people a sum says there are: "Ấn định danh sách có 04 (bốn) người"; and whether it says
/// that they are people.
pub(in super::super) fn people_counted(line: &str) -> Option<(usize, bool)> {
    static PEOPLE: LazyLock<Beginnings> =
        LazyLock::new(|| Section::People.noted("list").map(words).collect());
    // "sinh năm 1959, người có uy tín" counts nobody.
    let clauses: Vec<String> = without_brackets(line).split([',', ';', '|']).map(words).collect();
    let in_clause = |clause: &String| -> Vec<(usize, String)> {
        let numbers = clause.split(' ').zip(word_starts(clause));
        let number = |(word, at): (&str, usize)| {
            Some((word.parse().ok()?, clause[at + word.len()..].trim_start().to_owned()))
        };
        numbers.filter_map(number).collect()
    };
    let numbers: Vec<(usize, String)> = clauses.iter().flat_map(in_clause).collect();
    let of_people = numbers.iter().find(|(_, rest)| PEOPLE.whole(rest).is_some());
    match (of_people, numbers.as_slice()) {
        (Some((number, _)), _) => Some((*number, true)),
        (None, [(number, _)]) => Some((*number, false)),
        _ => None,
    }
}

/// How many people of a kind a line says there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Counted {
    /// How many.
    pub people: usize,
    /// What they are called, folded: "dai bieu" of "Đại biểu: 04 người".
    called: String,
}

impl Counted {
    /// Whether these are the delegates.
    pub fn are_delegates(&self) -> bool {
        word_starts(&self.called).any(|at| heads_delegates(&self.called[at..]))
    }

    /// Whether these come with the delegates.
    pub fn are_beside_delegates(&self) -> bool {
        word_starts(&self.called).any(|at| heads_others(&self.called[at..]))
    }

    /// Whether these are some of all by what they are, whoever they come with: women, members of the Party.
    pub fn is_of_a_kind(&self) -> bool {
        static KINDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
            let kinds = [Section::Man, Section::Woman, Section::PartyMember, Section::NoPartyMember];
            kinds.into_iter().flat_map(Section::folded).collect()
        });
        word_starts(&self.called).any(|at| KINDS.contains(&self.called[at..]))
    }
}

/// How many people a line says there are of each kind: "Đại biểu: 04 người; phục vụ: 03 người".
pub(in super::super) fn all_counted(line: &str) -> Vec<Counted> {
    let counted = |part: &str| {
        let (people, _) = people_counted(part).filter(|(_, of_people)| *of_people)?;
        let called = part.find(|letter: char| letter.is_ascii_digit()).map_or("", |at| &part[..at]);
        Some(Counted { people, called: words(called) })
    };
    line.split([';', ',', '.', '|']).filter_map(counted).collect()
}

/// "Trưởng ban CTMT các thôn" of "Trưởng ban CTMT các thôn có 3 đ/c": a title without how many people it says there are.
pub(in super::super) fn without_people_counted(title: &str) -> &str {
    static BEFORE: LazyLock<Vec<&str>> = LazyLock::new(|| Section::BeforePeople.words().collect());
    let end = title.rfind(|letter: char| letter.is_ascii_digit()).map_or(0, |at| at + 1);
    let at = end - title[..end].bytes().rev().take_while(u8::is_ascii_digit).count();
    if !is_count(&title[at..]) {
        return title;
    }
    let before = title[..at].trim_end_matches([' ', '(', '-', '–']);
    BEFORE.iter().find_map(|word| whole_word::before_last(before, word)).unwrap_or(before).trim_end()
}

/// "cùng 02 hội viên": a note of further people, whom nobody names.
pub(in super::super) fn brings_others(note: &str) -> bool {
    matches!(people_counted(note), Some((1.., true)))
}

fn without_brackets(line: &str) -> String {
    let mut depth = 0_usize;
    let outside = |letter: &char| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    };
    line.chars().filter(outside).collect()
}
