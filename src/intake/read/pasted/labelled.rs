//! People in blocks of labelled lines, as a form is filled in within a message:
//! "Họ tên: …", "Sinh năm: …", "SĐT: …".

use super::super::super::budget::{Budget, Stop};
use super::super::super::heading::{Field, recognise};
use super::{Entry, Person};
use crate::domain::person_field::PersonField;
use crate::vietnamese::clean::clean;

/// The people and the other lines of a text with such blocks; nothing for another text.
pub(super) fn entries(text: &str, budget: &Budget) -> Result<Vec<Entry>, Stop> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut names = 0;
    // Whether the last entry is somebody of whom more may be said.
    let mut open = false;
    for (line, written) in (0..).zip(text.lines()) {
        budget.step()?;
        let written = clean(written);
        if written.is_empty() {
            continue;
        }
        let said = label(&written);
        match said {
            Some((Field::Person(PersonField::Name), name)) => {
                names += 1;
                open = true;
                let person = Person { name: name.to_owned(), ..Person::default() };
                entries.push(Entry { line, person: Some(person), text: written });
            }
            Some((field, value)) if open => {
                let person = entries.last_mut().and_then(|entry| entry.person.as_mut());
                if !person.is_some_and(|person| person.is_told(field, value)) {
                    entries.push(Entry { line, person: None, text: written });
                    open = false;
                }
            }
            _ => {
                open = false;
                entries.push(Entry { line, person: None, text: written });
            }
        }
    }
    Ok(if names > 0 { entries } else { Vec::new() })
}

/// What a line's label means, and what stands behind it.
fn label(line: &str) -> Option<(Field, &str)> {
    let (label, value) = line.split_once([':', '：'])?;
    let label = label.trim_start_matches(|letter: char| !letter.is_alphabetic());
    Some((recognise(label)?, value.trim()))
}

impl Person {
    /// Takes in what a label says; `false` where there is no place for it.
    fn is_told(&mut self, field: Field, value: &str) -> bool {
        let own = match field {
            Field::Person(PersonField::Gender) => &mut self.sex,
            Field::Person(PersonField::Birth) => &mut self.birth,
            Field::Person(PersonField::Phone) => &mut self.phone,
            Field::Person(PersonField::Unit) | Field::Hamlet | Field::Commune | Field::Address => {
                super::person::join(&mut self.unit, value);
                return true;
            }
            Field::Person(PersonField::Position) | Field::PositionUnit => &mut self.position,
            Field::Ordinal => &mut self.ordinal,
            _ => return false,
        };
        let free = own.is_empty();
        if free {
            value.clone_into(own);
        }
        free
    }
}
