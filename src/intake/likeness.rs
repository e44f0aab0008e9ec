//! How alike two records of a person are, and finding the closest without
//! comparing all with all. The rules stand in `plan`.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::rc::Rc;

use crate::domain::date::FuzzyDate;
use crate::domain::person::PersonDetails;
use crate::vietnamese::fold::{compare_key, fold};

use super::marks::is_hamlet;

/// How alike two records of one name are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The name of one lacks every mark of the other's; nothing else differs.
    Unmarked,
    /// The names differ by a mark, the telephone is the same.
    SamePhone,
    /// A hamlet of the same name, of which one does not say where it lies; nothing else is known of both.
    Hamlet,
    /// Same year, another unit.
    OtherUnit,
    /// Same unit, another year.
    OtherYear,
    /// The same person; the number counts how many of year (2) and unit (1) agree.
    Same(u8),
}

/// A text by its compare key: equal numbers are equal texts.
type TextId = u32;

/// Gives texts their numbers. Lists, delegates and registry say the same names and
/// units many times: each is folded once.
#[derive(Debug, Default)]
pub(super) struct Texts {
    as_written: HashMap<String, TextId>,
    by_key: HashMap<String, TextId>,
    /// Names without their marks, and whether they have any.
    folded: HashMap<TextId, (TextId, bool)>,
    /// The parts between commas of the units that have several.
    parts: HashMap<TextId, Rc<[TextId]>>,
}

impl Texts {
    /// What a person is compared by.
    pub(super) fn key(&mut self, person: &PersonDetails) -> Key {
        let name = self.id(&person.full_name);
        let unit = person.unit.as_deref().map(|unit| self.id(unit));
        let parts = match (&person.unit, unit) {
            (Some(text), Some(unit)) if text.contains(',') => self.parts_of(unit, text),
            _ => Rc::default(),
        };
        let (folded, plain) = self.folded(name, &person.full_name);
        let bare = person.unit.as_deref().is_some_and(|unit| is_hamlet(unit) && !unit.contains(','));
        let phone = person.phone.as_deref().and_then(first_number).map(|number| self.id(&number));
        Key { name, folded, plain, birth: person.birth, unit, parts, bare, phone }
    }

    /// The name without its marks, and whether it has none.
    fn folded(&mut self, name: TextId, text: &str) -> (TextId, bool) {
        if let Some(folded) = self.folded.get(&name) {
            return *folded;
        }
        let folded = fold(text);
        let plain = compare_key(text) == folded;
        // A name of its own in the same numbers: a plain name's key is its fold.
        let known = (self.id(&folded), plain);
        self.folded.insert(name, known);
        known
    }

    fn id(&mut self, text: &str) -> TextId {
        if let Some(id) = self.as_written.get(text) {
            return *id;
        }
        // Fewer texts than a file has bytes: far below the number's range.
        let next = TextId::try_from(self.by_key.len()).unwrap_or(TextId::MAX);
        let id = *self.by_key.entry(compare_key(text)).or_insert(next);
        self.as_written.insert(text.to_owned(), id);
        id
    }

    fn parts_of(&mut self, unit: TextId, text: &str) -> Rc<[TextId]> {
        if let Some(parts) = self.parts.get(&unit) {
            return Rc::clone(parts);
        }
        let parts: Rc<[TextId]> = text.split(',').map(|part| self.id(part.trim())).collect();
        self.parts.insert(unit, Rc::clone(&parts));
        parts
    }
}

/// What two records are compared by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    name: TextId,
    /// The name without its marks.
    folded: TextId,
    /// Whether the name has no marks.
    plain: bool,
    birth: Option<FuzzyDate>,
    /// The unit, whole.
    unit: Option<TextId>,
    /// Its parts between commas, when there are several.
    parts: Rc<[TextId]>,
    /// Whether it is a hamlet without its commune: there are as many "Thôn 1" as communes.
    bare: bool,
    /// The first telephone number.
    phone: Option<TextId>,
}

/// The first number in a field of telephone numbers, its digits alone.
fn first_number(phone: &str) -> Option<String> {
    let first = phone.split(['/', ';', ',', '-']).next().unwrap_or(phone);
    let digits: String = first.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 9).then_some(digits)
}

/// How one field of two records compares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Equal,
    Unknown,
    Differs,
}

impl Key {
    fn year(&self) -> Option<i16> {
        self.birth.and_then(FuzzyDate::year)
    }

    /// How alike two records of one name are; `None` for two people.
    fn likeness(&self, other: &Self) -> Option<Likeness> {
        match (self.compare_year(other), self.compare_unit(other)) {
            (Field::Equal, Field::Differs) if !self.dates_differ(other) => Some(Likeness::OtherUnit),
            (_, Field::Differs) => None,
            (Field::Differs, Field::Unknown) if self.slip_in_year(other) => Some(Likeness::OtherYear),
            (Field::Differs, Field::Equal) => Some(Likeness::OtherYear),
            (Field::Differs, Field::Unknown) => None,
            (Field::Unknown, Field::Unknown)
                if (self.bare || other.bare) && self.unit.is_some() && other.unit.is_some() =>
            {
                Some(if self.has_phone_of(other) { Likeness::Same(1) } else { Likeness::Hamlet })
            }
            (year, unit) => {
                Some(Likeness::Same(2 * u8::from(year == Field::Equal) + u8::from(unit == Field::Equal)))
            }
        }
    }

    fn has_phone_of(&self, other: &Self) -> bool {
        self.phone.is_some() && self.phone == other.phone
    }

    /// Whether a name without marks may be the other's: year or unit agree, none differs.
    fn likeness_unmarked(&self, other: &Self) -> Option<Likeness> {
        let fields = [self.compare_year(other), self.compare_unit(other)];
        let alike = !fields.contains(&Field::Differs) && fields.contains(&Field::Equal);
        let said_less = self.unit.is_some() && other.unit.is_some() && fields == [Field::Unknown; 2];
        if self.plain != other.plain && (alike || said_less) {
            return Some(Likeness::Unmarked);
        }
        (self.name != other.name && self.has_phone_of(other)).then_some(Likeness::SamePhone)
    }

    /// Whether the years differ by one digit or by two exchanged, where both say a unit
    /// and one says less of it.
    fn slip_in_year(&self, other: &Self) -> bool {
        let (Some(own), Some(others)) = (self.year(), other.year()) else { return false };
        let digits = |year: i16| format!("{year:04}").into_bytes();
        let (own, others) = (digits(own), digits(others));
        let places: Vec<usize> = (0..4).filter(|at| own[*at] != others[*at]).collect();
        let slip = match places[..] {
            [_] => true,
            [first, second] => {
                second == first + 1 && own[first] == others[second] && own[second] == others[first]
            }
            _ => false,
        };
        slip && self.unit.is_some() && other.unit.is_some()
    }

    fn dates_differ(&self, other: &Self) -> bool {
        let full = |birth: Option<FuzzyDate>| birth.and_then(FuzzyDate::calendar);
        full(self.birth).zip(full(other.birth)).is_some_and(|(own, others)| own != others)
    }

    fn compare_year(&self, other: &Self) -> Field {
        match (self.year(), other.year()) {
            (Some(own), Some(others)) if own == others => Field::Equal,
            (Some(_), Some(_)) => Field::Differs,
            _ => Field::Unknown,
        }
    }

    fn compare_unit(&self, other: &Self) -> Field {
        match (self.unit, other.unit) {
            (Some(own), Some(others)) if own == others && self.bare => Field::Unknown,
            (Some(own), Some(others)) if own == others => Field::Equal,
            (Some(own), Some(others)) if self.parts.contains(&others) || other.parts.contains(&own) => {
                Field::Unknown
            }
            (Some(_), Some(_)) => Field::Differs,
            _ => Field::Unknown,
        }
    }
}

/// Records by name, by name and year, and by name and unit or part of it.
#[derive(Debug, Default)]
pub(super) struct Index {
    records: Vec<(usize, Key)>,
    by: HashMap<(TextId, Facet), Vec<usize>>,
    /// The same by the name without its marks.
    by_folded: HashMap<TextId, Vec<usize>>,
}

/// What records of one name are found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Facet {
    Any,
    Year(Option<i16>),
    Unit(Option<TextId>),
    /// A unit of which the record says more.
    Part(TextId),
}

/// The record most like another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closest {
    /// The number it was added with; of equally good ones the first added.
    pub number: usize,
    /// How alike it is.
    pub likeness: Likeness,
    /// Whether others, with different data, are just as like.
    pub ambiguous: bool,
}

impl Index {
    /// Of many records that share a name and a facet, this many are compared: more
    /// than any office has, and a bound for lists made to be slow.
    const COMPARED: usize = 64;

    /// Adds a record.
    pub(super) fn add(&mut self, number: usize, key: Key) {
        let at = self.records.len();
        let facets = [Facet::Any, Facet::Year(key.year()), Facet::Unit(key.unit)];
        for facet in facets.into_iter().chain(key.parts.iter().map(|part| Facet::Part(*part))) {
            let places = self.by.entry((key.name, facet)).or_default();
            if places.len() < Self::COMPARED {
                places.push(at);
            }
        }
        let places = self.by_folded.entry(key.folded).or_default();
        if places.len() < Self::COMPARED {
            places.push(at);
        }
        self.records.push((number, key));
    }

    /// The record most like this one.
    pub(super) fn closest(&self, key: &Key) -> Option<Closest> {
        let mut alike = self.alike(key);
        if alike.is_empty() {
            alike = self.alike_unmarked(key);
        }
        let (first, likeness) = *alike.iter().max_by_key(|(at, likeness)| (*likeness, Reverse(*at)))?;
        let (number, record) = &self.records[first];
        let rivals = alike.iter().filter(|(_, other)| *other == likeness);
        let ambiguous = rivals.into_iter().any(|(at, _)| self.records[*at].1 != *record);
        Some(Closest { number: *number, likeness, ambiguous })
    }

    /// Records whose name differs from this one by all its marks.
    fn alike_unmarked(&self, key: &Key) -> Vec<(usize, Likeness)> {
        let places = self.by_folded.get(&key.folded).into_iter().flatten();
        let like = |at: &usize| self.records[*at].1.likeness_unmarked(key).map(|likeness| (*at, likeness));
        places.filter_map(like).collect()
    }

    /// Records like this one, each once, in the order added.
    fn alike(&self, key: &Key) -> Vec<(usize, Likeness)> {
        let mut places = Vec::new();
        let mut gather =
            |facet| places.extend(self.by.get(&(key.name, facet)).into_iter().flatten().copied());
        match (key.year(), key.unit) {
            // Something unknown: whoever has the name may be meant.
            (None, _) | (_, None) => gather(Facet::Any),
            (Some(_), Some(_)) => gather(Facet::Unit(None)),
        }
        if let Some(year) = key.year() {
            gather(Facet::Year(Some(year)));
        }
        if let Some(unit) = key.unit {
            gather(Facet::Unit(Some(unit)));
            gather(Facet::Part(unit));
            key.parts.iter().for_each(|part| gather(Facet::Unit(Some(*part))));
        }
        places.sort_unstable();
        places.dedup();
        let like = |at: usize| self.records[at].1.likeness(key).map(|likeness| (at, likeness));
        places.into_iter().filter_map(like).collect()
    }
}
