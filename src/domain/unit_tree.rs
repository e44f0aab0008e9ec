//! The units of the registry as a tree: what stands inside what, since when, until
//! when, and what came after it.

use std::collections::{HashMap, HashSet};

use super::date::{DateSpan, FuzzyDate};
use super::id::UnitId;
use super::unit::UnitKind;
use crate::message::{Explain, Message};
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;

/// More levels than any map has: a deeper tree is refused.
pub const MOST_LEVELS: usize = 16;

/// What one unit says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFields {
    /// The full name with its type: "Xã Tam Đại".
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The state's code, never given to another unit.
    pub code: Option<String>,
    /// First day of its life, if known.
    pub valid_from: Option<FuzzyDate>,
    /// Last day of its life, if it ended.
    pub valid_to: Option<FuzzyDate>,
}

impl UnitFields {
    /// A unit that goes on, of which only name and kind are known.
    pub fn named(name: impl Into<String>, kind: UnitKind) -> Self {
        Self { name: name.into(), kind, code: None, valid_from: None, valid_to: None }
    }

    /// As typed, made ready to be stored.
    pub fn checked(self) -> Result<Self, UnitMistake> {
        let name = clean(&self.name);
        if name.is_empty() {
            return Err(UnitMistake::NoName);
        }
        if let (Some(from), Some(to)) = (self.valid_from, self.valid_to)
            && DateSpan::new(from, to).is_err()
        {
            return Err(UnitMistake::EndsBeforeStart(name));
        }
        let code = self.code.map(|code| clean(&code)).filter(|code| !code.is_empty());
        Ok(Self { name, code, ..self })
    }
}

/// How much of a unit another one took over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// All of it.
    Whole,
    /// A part: the rest went elsewhere.
    Part,
}

/// A unit of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its row.
    pub id: UnitId,
    /// The unit it stands in.
    pub parent: Option<UnitId>,
    /// 0 at the top, 1 for what stands in one of those, …
    pub depth: usize,
    /// What it says of itself.
    pub fields: UnitFields,
    /// How many people have it as their main unit.
    pub people: usize,
    /// How many have it, or a unit in it.
    pub inside: usize,
    /// What came after it.
    pub successors: Vec<(UnitId, Extent)>,
}

impl Unit {
    /// Whether it has ended.
    pub fn has_ended(&self) -> bool {
        self.fields.valid_to.is_some()
    }
}

/// All units, each before those in it.
#[derive(Debug, Clone, Default)]
pub struct UnitTree {
    units: Vec<Unit>,
    places: HashMap<UnitId, usize>,
}

impl UnitTree {
    /// A tree of units, given by their parents in the order they stand beside each
    /// other. What stands in nothing known, or in itself, stands at the top.
    pub fn new(units: Vec<Unit>) -> Self {
        let known: HashSet<UnitId> = units.iter().map(|unit| unit.id).collect();
        let mut inside: HashMap<Option<UnitId>, Vec<usize>> = HashMap::new();
        for (place, unit) in units.iter().enumerate() {
            let parent = unit.parent.filter(|parent| known.contains(parent) && *parent != unit.id);
            inside.entry(parent).or_default().push(place);
        }
        let mut units: Vec<Option<Unit>> = units.into_iter().map(Some).collect();
        let mut ordered = Vec::with_capacity(units.len());
        let mut open: Vec<(usize, usize)> =
            inside.remove(&None).unwrap_or_default().into_iter().rev().map(|place| (place, 0)).collect();
        while let Some((place, depth)) = open.pop() {
            let Some(mut unit) = units[place].take() else { continue };
            unit.depth = depth;
            let parts = inside.remove(&Some(unit.id)).unwrap_or_default();
            open.extend(parts.into_iter().rev().map(|part| (part, depth + 1)));
            ordered.push(unit);
        }
        // A ring, which only a damaged file has: shown at the top rather than lost.
        ordered.extend(units.into_iter().flatten().map(|unit| Unit { parent: None, ..unit }));
        count_inside(&mut ordered);
        let places = ordered.iter().enumerate().map(|(place, unit)| (unit.id, place)).collect();
        Self { units: ordered, places }
    }

    /// All units, each before those in it.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// One unit.
    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(*self.places.get(&id)?)
    }

    /// The unit and all in it.
    pub fn with_all_inside(&self, id: UnitId) -> &[Unit] {
        let Some(&place) = self.places.get(&id) else { return &[] };
        let deeper = |unit: &&Unit| unit.depth > self.units[place].depth;
        let count = self.units[place + 1..].iter().take_while(deeper).count();
        &self.units[place..=place + count]
    }

    /// Whether something stands in the unit.
    pub fn has_parts(&self, id: UnitId) -> bool {
        self.with_all_inside(id).len() > 1
    }

    /// The unit and those it stands in, the innermost first.
    pub fn path(&self, id: UnitId) -> Vec<&Unit> {
        let mut path: Vec<&Unit> = Vec::new();
        let mut next = Some(id);
        while let Some(unit) = next.and_then(|id| self.unit(id)).filter(|_| path.len() < MOST_LEVELS) {
            path.push(unit);
            next = unit.parent;
        }
        path
    }

    /// How lists write that somebody comes from there, and the unit it stands under:
    /// "Thôn Trung Đàn, xã Tam Đại" under "Xã Tam Đại".
    pub fn as_printed(&self, id: UnitId) -> Option<(String, Option<String>)> {
        let unit = self.unit(id)?;
        let parent = unit.parent.and_then(|parent| self.unit(parent));
        Some(printed(&unit.fields, parent.map(|parent| &parent.fields)))
    }

    /// The units that hold all these words in name or code, with or without
    /// diacritics; all without words. Those that ended only when `ended` is true.
    pub fn search(&self, words: &str, ended: bool) -> Vec<UnitId> {
        let folded = fold(words);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let holds = |unit: &&Unit| {
            let text = format!("{} {}", fold(&unit.fields.name), unit.fields.code.as_deref().unwrap_or(""));
            (ended || !unit.has_ended()) && words.iter().all(|word| text.contains(word))
        };
        self.units.iter().filter(holds).map(|unit| unit.id).collect()
    }
}

/// Adds up who has a unit or one in it.
fn count_inside(units: &mut [Unit]) {
    // People counted so far at each depth, of units whose parent comes later, going back.
    let mut open = vec![0; MOST_LEVELS + 1];
    for unit in units.iter_mut().rev() {
        if open.len() < unit.depth + 2 {
            open.resize(unit.depth + 2, 0);
        }
        unit.inside = unit.people + std::mem::take(&mut open[unit.depth + 1]);
        open[unit.depth] += unit.inside;
    }
}

/// How lists write a unit that stands in another, and what it stands under.
pub fn printed(unit: &UnitFields, parent: Option<&UnitFields>) -> (String, Option<String>) {
    match parent.filter(|_| unit.kind == UnitKind::ResidentialArea) {
        Some(parent) => {
            let mut letters = parent.name.chars();
            // "xã Tam Đại" inside a line, "Xã Tam Đại" at its beginning.
            let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
            (format!("{}, {first}{}", unit.name, letters.as_str()), Some(parent.name.clone()))
        }
        None => (unit.name.clone(), None),
    }
}

/// Units that become part of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merger {
    /// Those that end.
    pub units: Vec<UnitId>,
    /// What they become part of.
    pub into: MergeInto,
    /// Their last day; with `None` they go on, such as when only a part was taken.
    pub ends: Option<FuzzyDate>,
    /// How much of each was taken over.
    pub extent: Extent,
    /// Whether people and the units inside go along.
    pub takes_people: bool,
}

/// What units become part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeInto {
    /// A unit there is.
    Known(UnitId),
    /// A new one, beside the first of them.
    New(UnitFields),
}

/// Something asked of units that cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitMistake {
    /// A unit without a name.
    #[error("a unit needs a name")]
    NoName,
    /// A life that ends before it starts.
    #[error("{0} ends before it starts")]
    EndsBeforeStart(String),
    /// The unit is not there any more.
    #[error("no such unit")]
    Unknown,
    /// A unit moved into itself or a unit in it.
    #[error("{0} cannot stand in itself")]
    UnderItself(String),
    /// The tree would be too deep.
    #[error("more than {0} levels")]
    TooDeep(usize),
    /// People or units are still in it.
    #[error("{name} is not empty")]
    NotEmpty {
        /// Its name.
        name: String,
        /// People who have it as their unit.
        people: usize,
        /// Units in it.
        units: usize,
    },
    /// The code belongs to another unit.
    #[error("{code} is the code of {name}")]
    CodeTaken {
        /// The code.
        code: String,
        /// Whose it is.
        name: String,
    },
    /// Nothing to merge, or a unit into itself.
    #[error("nothing to merge")]
    NothingToMerge,
}

impl Explain for UnitMistake {
    fn explain(&self) -> Message {
        match self {
            Self::NoName => Message::new("store-units-no-name"),
            Self::EndsBeforeStart(name) => {
                Message::new("store-units-ends-before-start").with("name", name.clone())
            }
            Self::Unknown => Message::new("store-units-unknown"),
            Self::UnderItself(name) => Message::new("store-units-under-itself").with("name", name.clone()),
            Self::TooDeep(most) => Message::new("store-units-too-deep").with("most", *most),
            Self::NotEmpty { name, people, units } => Message::new("store-units-not-empty")
                .with("name", name.clone())
                .with("people", *people)
                .with("units", *units),
            Self::CodeTaken { code, name } => {
                Message::new("store-units-code-taken").with("code", code.clone()).with("name", name.clone())
            }
            Self::NothingToMerge => Message::new("store-units-nothing-to-merge"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(id: i64, parent: Option<i64>, name: &str, kind: UnitKind, people: usize) -> Unit {
        Unit {
            id: UnitId(id),
            parent: parent.map(UnitId),
            depth: 0,
            fields: UnitFields::named(name, kind),
            people,
            inside: 0,
            successors: Vec::new(),
        }
    }

    fn tree() -> UnitTree {
        UnitTree::new(vec![
            unit(3, Some(2), "Thôn Trung Đàn", UnitKind::ResidentialArea, 5),
            unit(1, None, "Huyện Phú Ninh", UnitKind::District, 1),
            unit(2, Some(1), "Xã Tam Đại", UnitKind::Commune, 2),
            unit(4, Some(1), "Xã Tam Dân", UnitKind::Commune, 4),
        ])
    }

    #[test]
    fn units_stand_before_those_in_them_and_people_are_counted_up() {
        let tree = tree();
        let lines: Vec<_> = tree.units().iter().map(|one| (one.id.0, one.depth, one.inside)).collect();
        assert_eq!(lines, [(1, 0, 12), (2, 1, 7), (3, 2, 5), (4, 1, 4)]);
        assert_eq!(tree.with_all_inside(UnitId(2)).len(), 2);
        assert!(!tree.has_parts(UnitId(4)));
        let path: Vec<_> = tree.path(UnitId(3)).iter().map(|one| one.id.0).collect();
        assert_eq!(path, [3, 2, 1]);
    }

    #[test]
    fn a_residential_area_is_printed_with_its_commune() {
        let tree = tree();
        let printed = tree.as_printed(UnitId(3));
        assert_eq!(printed, Some(("Thôn Trung Đàn, xã Tam Đại".into(), Some("Xã Tam Đại".into()))));
        assert_eq!(tree.as_printed(UnitId(2)), Some(("Xã Tam Đại".into(), None)));
    }

    #[test]
    fn a_ring_is_shown_rather_than_lost() {
        let kind = UnitKind::Commune;
        let tree = UnitTree::new(vec![unit(1, Some(2), "A", kind, 0), unit(2, Some(1), "B", kind, 0)]);
        assert_eq!(tree.units().len(), 2);
        assert!(tree.path(UnitId(1)).len() <= MOST_LEVELS);
    }
}
