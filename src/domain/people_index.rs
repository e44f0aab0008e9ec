//! Searching people by any part of name, position, unit or phone, without diacritics.
//!
//! The folded search keys of the registry stand in one text in name order, so a
//! search is one pass over memory: 100,000 people are some seven megabytes.

use memchr::memmem::Finder;

use super::id::PersonId;
use super::person::NAME_ENDS;
use crate::vietnamese::fold;

/// The search keys of all people, in Vietnamese name order.
#[derive(Debug, Default)]
pub struct PeopleIndex {
    ids: Vec<PersonId>,
    /// Where each person's key ends in `keys`.
    ends: Vec<usize>,
    /// Every key followed by a line break, which no key contains.
    keys: String,
}

impl PeopleIndex {
    /// Adds a person at the end of the order.
    pub fn push(&mut self, id: PersonId, key: &str) {
        self.ids.push(id);
        self.keys.push_str(key);
        self.keys.push('\n');
        self.ends.push(self.keys.len());
    }

    /// The people whose key holds every word: first those whose name does, then the
    /// others, each in name order. No words: everyone.
    pub fn search(&self, words: &str) -> Vec<PersonId> {
        self.rows(words).into_iter().map(|row| self.ids[row]).collect()
    }

    /// The folded name at a place of the order; empty past the end.
    pub fn folded_name(&self, row: usize) -> &str {
        let Some(&end) = self.ends.get(row) else { return "" };
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        let key = &self.keys[start..end];
        key.split(['\n', NAME_ENDS]).next().unwrap_or_default()
    }

    /// [`search`](Self::search), as places in the order.
    pub fn rows(&self, words: &str) -> Vec<usize> {
        let folded = fold::fold(words);
        let mut words: Vec<&str> = folded.split_whitespace().collect();
        // The longest word is the rarest: it leads, the others only confirm.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let Some((lead, others)) = words.split_first() else { return (0..self.ids.len()).collect() };
        let lead = Finder::new(lead);
        let others: Vec<Finder<'_>> = others.iter().map(Finder::new).collect();

        let bytes = self.keys.as_bytes();
        let (mut by_name, mut by_rest) = (Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(hit) = lead.find(&bytes[at..]) {
            // A hit at `p` belongs to the first person whose key ends after `p`.
            let row = self.ends.partition_point(|&end| end <= at + hit);
            let start = if row == 0 { 0 } else { self.ends[row - 1] };
            let key = &bytes[start..self.ends[row]];
            let name = &key[..memchr::memchr(NAME_ENDS as u8, key).unwrap_or(key.len())];
            let all_in = |text: &[u8]| others.iter().all(|word| word.find(text).is_some());
            if at + hit < start + name.len() && all_in(name) {
                by_name.push(row);
            } else if all_in(key) {
                by_rest.push(row);
            }
            at = self.ends[row];
        }
        by_name.append(&mut by_rest);
        by_name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(names: &[&str]) -> PeopleIndex {
        let mut index = PeopleIndex::default();
        for (id, name) in (1..).zip(names) {
            index.push(PersonId(id), &fold::fold(name));
        }
        index
    }

    #[test]
    fn every_word_must_occur_with_or_without_diacritics() {
        let index = index(&["Nguyễn Văn Bình", "Đặng Thị Hòa", "Trần Bình Nguyên"]);
        assert_eq!(index.search("nguyen binh"), [PersonId(1), PersonId(3)]);
        assert_eq!(index.search("Hòa dang"), [PersonId(2)]);
        assert_eq!(index.search("hoà"), [PersonId(2)]);
        assert_eq!(index.search("van hoa"), []);
    }

    #[test]
    fn those_whose_name_matches_come_first() {
        let index = index(&["Nguyễn Văn An|thôn Bình", "Nguyễn Văn Bình|thôn Tú"]);
        assert_eq!(index.search("nguyen van binh"), [PersonId(2), PersonId(1)]);
        assert_eq!(index.search("tu"), [PersonId(2)]);
    }

    #[test]
    fn no_words_finds_everyone_and_a_match_never_spans_two_people() {
        let index = index(&["An", "Bình"]);
        assert_eq!(index.search("  "), [PersonId(1), PersonId(2)]);
        assert_eq!(index.search("anbinh"), []);
    }
}
