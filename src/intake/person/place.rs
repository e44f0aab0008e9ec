//! Where somebody comes from, and what else stands in those cells.

use super::super::communes::is_kind_alone;
use super::super::heading::Field;
use super::super::marks::is_hamlet;
use super::super::position;
use super::super::units::{UnitParts, with_kind};
use super::Reader;
use crate::domain::person_field::PersonField;
use crate::domain::reading;

impl Reader<'_> {
    /// The parts of the unit as they are written, and the columns of the second and third.
    /// `behind` is a unit that stands behind the position; where they live counts only
    /// where nothing else is said.
    pub(super) fn place(&mut self, behind: Option<String>) -> (UnitParts, [u32; 2]) {
        let (mut hamlet, commune) = (self.text(Field::Hamlet), self.text(Field::Commune));
        let mut unit = self.text(Field::Person(PersonField::Unit)).filter(|unit| !is_room(unit));
        // "xã" under "Thôn": somebody of the commune, and not of a hamlet.
        if let Some(kind) = hamlet.take_if(|hamlet| is_kind_alone(hamlet)) {
            unit.get_or_insert(kind);
        }
        match behind {
            // "Trưởng ban CTMT, khu phố 3" beside a column of communes.
            Some(place) if hamlet.is_none() && unit.is_none() && commune.is_some() && is_hamlet(&place) => {
                hamlet = Some(place);
            }
            behind if unit.is_none() && hamlet.is_none() && commune.is_none() => {
                unit = behind.or_else(|| self.text(Field::Address));
            }
            _ => {}
        }
        let column = |field| self.cell(field).map_or(0, |(column, _)| column.index);
        (UnitParts { unit, hamlet, commune, vague: None }, [column(Field::Hamlet), column(Field::Commune)])
    }

    /// The same with the words for their kinds, where only the headings say them.
    pub(super) fn with_kinds(&self, place: UnitParts) -> UnitParts {
        let with_kind = |field, value| match self.cell(field) {
            Some((column, _)) => with_kind(value, column.kind_word, &column.heading),
            None => value,
        };
        UnitParts {
            hamlet: place.hamlet.map(|value| with_kind(Field::Hamlet, value)),
            commune: place.commune.map(|value| with_kind(Field::Commune, value)),
            ..place
        }
    }
}

/// "Phòng 1": where somebody sleeps; an office has a name, "Phòng Nội vụ".
fn is_room(unit: &str) -> bool {
    unit.split_once(' ').is_some_and(|(kind, number)| {
        kind.to_lowercase() == "phòng" && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// What stands in the cell of a place and is none.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) post: Option<String>,
    pub(super) phone: Option<String>,
}

/// Takes the telephone off "Xóm Bình Hải - 0945 207 318", and the post that stands in place of the place in "Chủ tịch -
/// 0988 174 306".
pub(super) fn beside_place(place: &mut UnitParts) -> Beside {
    let mut beside = Beside::default();
    for part in [&mut place.unit, &mut place.hamlet] {
        let Some(text) = part.as_deref() else { continue };
        let Some((before, phone)) = phone_behind(text) else { continue };
        beside.phone = Some(phone);
        let before = before.to_owned();
        let is_post = position::begins_with_position(&before);
        *part = (!is_post && !before.is_empty()).then(|| before.clone());
        beside.post = beside.post.or(is_post.then_some(before));
    }
    beside
}

/// A telephone number at the end of a text, and what stands before it.
fn phone_behind(text: &str) -> Option<(&str, String)> {
    /// A telephone has as many figures.
    const FIGURES: std::ops::RangeInclusive<usize> = 9..=11;
    let is_inside = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '.');
    let tail = text.trim_end_matches(')').trim_end_matches(is_inside).len();
    let (before, number) = text.split_at(tail);
    let bare = before.trim_end_matches([' ', '-', '–', ',', ';', ':', '(']);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let starts_so = number.trim_start().starts_with('0');
    if !FIGURES.contains(&digits) || !starts_so || bare.is_empty() {
        return None;
    }
    Some((bare, reading::phone(number.trim_end_matches(')').trim()).ok().flatten()?))
}
