//! How alike two records of a person are, and finding the closest without
//! comparing all with all. The rules stand in `plan.rs`.

use std::collections::HashMap;

use crate::domain::date::FuzzyDate;
use crate::domain::person::PersonDetails;
use crate::vietnamese::fold::compare_key;

/// How alike two records of one name are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Same year, another unit.
    OtherUnit,
    /// Same unit, another year.
    OtherYear,
    /// The same person; the number counts how many of year (2) and unit (1) agree.
    Same(u8),
}

/// What two records are compared by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    name: String,
    birth: Option<FuzzyDate>,
    /// The unit, whole.
    unit: Option<String>,
    /// Its parts between commas, when there are several.
    parts: Vec<String>,
}

/// How one field of two records compares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Equal,
    Unknown,
    Differs,
}

impl Key {
    pub(super) fn of(person: &PersonDetails) -> Self {
        let unit = person.unit.as_deref().map(compare_key);
        let parts = match &unit {
            Some(unit) if unit.contains(',') => unit.split(',').map(|part| part.trim().to_owned()).collect(),
            _ => Vec::new(),
        };
        Self { name: compare_key(&person.full_name), birth: person.birth, unit, parts }
    }

    fn year(&self) -> Option<i16> {
        self.birth.and_then(FuzzyDate::year)
    }

    /// How alike two records of one name are; `None` for two people.
    fn likeness(&self, other: &Self) -> Option<Likeness> {
        let dates_differ = match (self.birth, other.birth) {
            (Some(own), Some(others)) => {
                own.calendar().is_some() && others.calendar().is_some() && own != others
            }
            _ => false,
        };
        match (self.compare_year(other), self.compare_unit(other)) {
            (Field::Equal, Field::Differs) if !dates_differ => Some(Likeness::OtherUnit),
            (_, Field::Differs) => None,
            (Field::Differs, Field::Equal) => Some(Likeness::OtherYear),
            (Field::Differs, Field::Unknown) => None,
            (year, unit) => {
                Some(Likeness::Same(2 * u8::from(year == Field::Equal) + u8::from(unit == Field::Equal)))
            }
        }
    }

    fn compare_year(&self, other: &Self) -> Field {
        match (self.year(), other.year()) {
            (Some(own), Some(others)) if own == others => Field::Equal,
            (Some(_), Some(_)) => Field::Differs,
            _ => Field::Unknown,
        }
    }

    fn compare_unit(&self, other: &Self) -> Field {
        match (&self.unit, &other.unit) {
            (Some(own), Some(others)) if own == others => Field::Equal,
            (Some(own), Some(others)) if self.parts.contains(others) || other.parts.contains(own) => {
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
    by: HashMap<(String, Facet), Vec<usize>>,
}

/// What records of one name are found by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Facet {
    Year(Option<i16>),
    Unit(Option<String>),
    /// A unit of which the record says more.
    Part(String),
    Any,
}

impl Index {
    /// Of many records that share a name and a facet, this many are compared: more
    /// than any office has, and a bound for lists made to be slow.
    const COMPARED: usize = 64;

    /// Indexes records by the numbers given with them.
    pub(super) fn of<'a>(people: impl Iterator<Item = (usize, &'a PersonDetails)>) -> Self {
        let mut index = Self::default();
        people.for_each(|(number, person)| index.add(number, Key::of(person)));
        index
    }

    /// Adds a record.
    pub(super) fn add(&mut self, number: usize, key: Key) {
        let at = self.records.len();
        let parts = key.parts.iter().cloned().map(Facet::Part);
        let facets = [Facet::Any, Facet::Year(key.year()), Facet::Unit(key.unit.clone())];
        for facet in facets.into_iter().chain(parts) {
            let places = self.by.entry((key.name.clone(), facet)).or_default();
            if places.len() < Self::COMPARED {
                places.push(at);
            }
        }
        self.records.push((number, key));
    }

    /// The record most like this one; of equally good ones the first added.
    pub(super) fn closest(&self, key: &Key) -> Option<(usize, Likeness)> {
        let best =
            self.alike(key).into_iter().max_by_key(|&(at, likeness)| (likeness, std::cmp::Reverse(at)));
        best.map(|(at, likeness)| (self.records[at].0, likeness))
    }

    /// Whether several records that differ are the same person as this one equally well.
    pub(super) fn is_ambiguous(&self, key: &Key) -> bool {
        let alike = self.alike(key);
        let Some(best) = alike.iter().map(|(_, likeness)| *likeness).max() else { return false };
        let mut closest =
            alike.iter().filter(|(_, likeness)| *likeness == best).map(|(at, _)| &self.records[*at].1);
        let first = closest.next();
        closest.any(|other| first.is_some_and(|first| first != other))
    }

    /// Records like this one, each once.
    fn alike(&self, key: &Key) -> Vec<(usize, Likeness)> {
        let mut facets = vec![Facet::Unit(None)];
        match key.year() {
            Some(year) => facets.push(Facet::Year(Some(year))),
            None => facets.push(Facet::Any),
        }
        match &key.unit {
            Some(unit) => {
                facets.push(Facet::Unit(Some(unit.clone())));
                facets.push(Facet::Part(unit.clone()));
                facets.extend(key.parts.iter().map(|part| Facet::Unit(Some(part.clone()))));
            }
            None => facets.extend([Facet::Year(None), Facet::Any]),
        }
        let mut places: Vec<usize> = facets
            .into_iter()
            .filter_map(|facet| self.by.get(&(key.name.clone(), facet)))
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        let like = |at: usize| self.records[at].1.likeness(key).map(|likeness| (at, likeness));
        places.into_iter().filter_map(like).collect()
    }
}
