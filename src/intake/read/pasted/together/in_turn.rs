//! What is said of several in the order of their names: "ông Phan Công Cẩn và bà Lê Thị Đoan, lần lượt là Trưởng ban CTMT
//! thôn Phú Long và thôn Phú Minh".

use std::ops::Range;

use super::super::Person;
use super::super::pieces::{phone, starts_with_place};
use super::super::said::{join, names_hamlet};
use super::names_in;
use crate::intake::marks::place_at_start;
use crate::intake::position::begins_with_position;
use crate::lexicon::Section;
use crate::vietnamese::{small, whole_word};

/// Words between "lần lượt" and what is said: "lần lượt là", "lần lượt của".
const LEADING: [&str; 5] = ["là ", "của ", "ở ", "tại ", "thuộc "];

/// What a part of a line says so.
pub(super) struct InTurn<'a> {
    /// Where that part stands, with the sign before it.
    pub at: Range<usize>,
    /// What it says, one for each.
    said: Vec<&'a str>,
}

impl<'a> InTurn<'a> {
    /// The first of them in a line, where it says something of two at least.
    pub fn of(line: &'a str) -> Option<Self> {
        let small = small::in_place(line);
        let (at, word) =
            Section::InOrder.words().find_map(|word| Some((whole_word::find(&small, word)?, word)))?;
        let behind = &line[at + word.len()..];
        let end =
            behind.find([';', '.']).filter(|end| !is_inside_number(behind, *end)).unwrap_or(behind.len());
        let all = behind[..end].trim_start();
        let all = LEADING.iter().find_map(|word| all.strip_prefix(word)).unwrap_or(all);
        let said = all.split(',').flat_map(|part| part.split(" và ")).map(str::trim);
        let said: Vec<&str> = said.filter(|part| !part.is_empty()).collect();
        // "; số điện thoại lần lượt": the words before belong to it, "…, Lô Thanh Sơn lần lượt" not.
        let start = line[..at].rfind([',', ';', '.']).filter(|start| names_in(&line[*start..at]).is_empty());
        let start = start.unwrap_or(at);
        (said.len() > 1).then_some(Self { at: start..at + word.len() + end, said })
    }

    /// How many it speaks of.
    pub fn count(&self) -> usize {
        self.said.len()
    }

    /// Gives each of as many people theirs; `false` where that cannot be.
    pub fn give(&self, people: &mut [Person]) -> bool {
        if people.len() != self.said.len() {
            return false;
        }
        // "Trưởng ban CTMT thôn Phú Long và thôn Phú Minh": the post is said once; "Trưởng ban CTMT các bản Na Hiêng, Kẻ Tàng": the
        // kind, too.
        let (mut post, mut kind) = (String::new(), "");
        people.iter_mut().zip(&self.said).all(|(person, said)| {
            if let Some((before, places)) = said.split_once(" các ")
                && begins_with_position(before)
                && let Some((of, name)) = places.split_once(' ')
                && names_hamlet(places)
            {
                (post, kind) = (before.to_owned(), of);
                post.clone_into(&mut person.position);
                person.take_part(&format!("{of} {name}"));
                return true;
            }
            let whole = format!("{kind} {}", place_at_start(said).0);
            let said = if kind.is_empty() || !names_hamlet(&whole) { *said } else { whole.as_str() };
            if phone(said) == Some((0, said.len())) && person.phone.is_empty() {
                (*said).clone_into(&mut person.phone);
            } else if (starts_with_place(said) || names_hamlet(said)) && person.unit.is_empty() {
                join(&mut person.unit, said);
                if person.position.is_empty() {
                    post.clone_into(&mut person.position);
                }
            } else if begins_with_position(said) && person.position.is_empty() {
                person.take_part(said);
                post.clone_from(&person.position);
            } else {
                return false;
            }
            true
        })
    }
}

/// Whether a point stands within a telephone: "0972.415.308".
fn is_inside_number(text: &str, at: usize) -> bool {
    text[at + 1..].starts_with(|next: char| next.is_ascii_digit())
}
