//! Whom a line means: somebody whose name stands in it, whole or by its first and last word, or who is called by the
//! last alone.

use std::collections::HashMap;

use super::super::honorifics::is_word_of_sex;
use super::super::mentions::words_before;
use super::super::person::ReadRow;
use super::super::position::begins_with_position;
use crate::vietnamese::fold::words;

/// Words of a name that tells who is meant.
const WORDS: std::ops::RangeInclusive<usize> = 2..=6;

/// The people of a list by their folded names, each by their places in it.
#[derive(Default)]
pub(super) struct Names {
    /// One by one.
    all: Vec<String>,
    whole: HashMap<String, Vec<usize>>,
    /// By the first and the last word of longer names.
    short: HashMap<String, Vec<usize>>,
    given: HashMap<String, Vec<usize>>,
    /// By the first two words of longer names, and by the last two.
    begun: HashMap<String, Vec<usize>>,
    ended: HashMap<String, Vec<usize>>,
}

impl Names {
    /// Those of these people.
    pub fn of<'a>(people: impl Iterator<Item = &'a ReadRow>) -> Self {
        let mut names = Self::default();
        for (at, row) in people.enumerate() {
            let name = words(&row.person.full_name);
            let given = name.rsplit(' ').next().unwrap_or(&name);
            names.given.entry(given.to_owned()).or_default().push(at);
            if name.split(' ').nth(2).is_some() {
                let family = name.split(' ').next().unwrap_or_default();
                names.short.entry(format!("{family} {given}")).or_default().push(at);
                let begun = name.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ");
                names.begun.entry(begun).or_default().push(at);
                let ended = name.rsplitn(3, ' ').take(2).collect::<Vec<_>>();
                names.ended.entry(format!("{} {}", ended[1], ended[0])).or_default().push(at);
            }
            names.all.push(name.clone());
            names.whole.entry(name).or_default().push(at);
        }
        names
    }

    /// Those whose whole names stand in a folded line; everybody of one name together, and each name once.
    pub fn named_in(&self, folded: &str) -> Vec<&[usize]> {
        let mut named: Vec<&[usize]> =
            windows(folded).filter_map(|part| self.whole.get(&part)).map(Vec::as_slice).collect();
        named.dedup_by_key(|places| places.as_ptr());
        named
    }

    /// Those whose names but for the last word stand in a folded line, behind which another stands that begins or ends as
    /// theirs does: "phan kim xa" for Phan Kim Sa.
    pub fn nearly_named_in(&self, folded: &str) -> Vec<usize> {
        let is_near = |name: &str, part: &str| {
            let (name, part): (Vec<&str>, Vec<&str>) = (name.split(' ').collect(), part.split(' ').collect());
            let differ: Vec<(&&str, &&str)> =
                name.iter().zip(&part).filter(|(one, other)| one != other).collect();
            match differ[..] {
                [(one, other)] if name.len() == part.len() && name.len() > 2 => {
                    one.len().abs_diff(other.len()) <= 1
                        && (one.chars().next() == other.chars().next()
                            || one.chars().next_back() == other.chars().next_back())
                }
                _ => false,
            }
        };
        let mut near = Vec::new();
        for part in windows(folded) {
            let begun = part.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ");
            let alike = self.begun.get(&begun).into_iter().flatten();
            near.extend(
                alike.copied().filter(|at| self.all.get(*at).is_some_and(|name| is_near(name, &part))),
            );
        }
        near
    }

    /// The one whose first and last name stand in a folded line, where that is one: "đ/c Võ Hải" for Võ Đình Hải.
    pub fn in_short(&self, folded: &str) -> Option<usize> {
        let mut found = windows(folded).filter_map(|part| self.short.get(&part));
        match (found.next().map(Vec::as_slice), found.next()) {
            (Some([only]), None) => Some(*only),
            _ => None,
        }
    }

    /// The one with a folded given name, where that is one.
    pub fn given(&self, folded: &str) -> Option<usize> {
        match self.given.get(folded)?[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// All with a folded given name, where all of them bear one whole name.
    pub fn all_given(&self, folded: &str) -> &[usize] {
        let all = self.given.get(folded).map_or(&[][..], Vec::as_slice);
        let are_alike =
            all.iter().all(|at| self.all.get(*at) == all.first().and_then(|first| self.all.get(*first)));
        if are_alike { all } else { &[] }
    }

    /// Who is meant by "bỏ ông Chắt giúp em", "đồng chí Sự": the one whose given name stands behind a word for people.
    pub fn called(&self, line: &str) -> Option<usize> {
        self.called_in(line).next()
    }

    /// All who are called so in a line.
    pub fn called_in(&self, line: &str) -> impl Iterator<Item = usize> + '_ {
        let parts: Vec<&str> =
            line.split([' ', ',', '.', ';', ':']).filter(|word| !word.is_empty()).collect();
        let is_call = |at: &usize| {
            let before = parts[at - 1].to_lowercase();
            let is_comrade = before == "chí" && *at > 1 && parts[at - 2].to_lowercase() == "đồng";
            // "già làng Xiêng".
            let is_post = *at > 1 && begins_with_position(&format!("{} {}", parts[at - 2], parts[at - 1]));
            parts[*at].starts_with(char::is_uppercase)
                && (is_comrade
                    || is_post
                    || is_word_of_sex(&before)
                    || words_before().contains(&before.as_str()))
        };
        // "bác Y Khăm" of Y Khăm Niê Kđăm, and "chú Tám Nhỏ" of Lê Văn Tám Nhỏ.
        let called: Vec<(String, String)> = (1..parts.len())
            .filter(is_call)
            .map(|at| (words(parts[at]), words(&parts[at..(at + 2).min(parts.len())].join(" "))))
            .collect();
        let by_two = |two: &str| match self.begun.get(two).or_else(|| self.ended.get(two)).map(Vec::as_slice)
        {
            Some([only]) => Some(*only),
            _ => None,
        };
        called.into_iter().filter_map(move |(given, two)| by_two(&two).or_else(|| self.given(&given)))
    }
}

/// A few words of a line behind each other, in all ways in which they may be a name.
pub(super) fn windows(folded: &str) -> impl Iterator<Item = String> {
    let parts: Vec<&str> = folded.split(' ').collect();
    let all = WORDS.flat_map(|length| parts.windows(length).map(|part| part.join(" ")).collect::<Vec<_>>());
    all.collect::<Vec<_>>().into_iter()
}
