//! The units of the registry as one tree: who is inside whom, how many people
//! each has, and what became of units that ended.

mod change;
mod mistake;

use std::collections::HashMap;

use super::date::FuzzyDate;
use super::id::UnitId;
use super::unit::{UnitDetails, UnitKind};
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;

pub use change::{Extent, Merge, MergeInto, Merging, Move, last_day_before};
pub use mistake::UnitMistake;

/// More levels than any country has: centre, province, district, commune,
/// residential area, group of households, and bodies inside each. A deeper tree is refused.
pub const MOST_LEVELS: usize = 12;
/// More letters than any name or code of a unit has.
pub const MOST_LETTERS: usize = 200;

/// What is said of one unit, without what is inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFields {
    /// The full name with its type: "Xã Tam Đại".
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The state's code.
    pub code: Option<String>,
    /// First day of its life, if known.
    pub valid_from: Option<FuzzyDate>,
    /// Last day of its life, if it ended.
    pub valid_to: Option<FuzzyDate>,
}

impl From<&UnitDetails> for UnitFields {
    fn from(unit: &UnitDetails) -> Self {
        let (valid_from, valid_to) = (unit.valid_from, unit.valid_to);
        Self { name: unit.name.clone(), kind: unit.kind, code: unit.code.clone(), valid_from, valid_to }
    }
}

impl UnitFields {
    /// A unit of which only the name and the kind are known.
    pub fn new(name: impl Into<String>, kind: UnitKind) -> Self {
        Self { name: name.into(), kind, code: None, valid_from: None, valid_to: None }
    }

    /// As typed, made ready to be stored.
    pub fn checked(self) -> Result<Self, UnitMistake> {
        let name = clean(&self.name);
        if name.is_empty() {
            return Err(UnitMistake::NoName);
        }
        if name.chars().count() > MOST_LETTERS {
            return Err(UnitMistake::NameTooLong);
        }
        let code = self.code.map(|code| clean(&code)).filter(|code| !code.is_empty());
        if code.as_ref().is_some_and(|code| code.chars().count() > MOST_LETTERS) {
            return Err(UnitMistake::CodeTooLong);
        }
        if let (Some(from), Some(to)) = (self.valid_from, self.valid_to)
            && reversed(from, to)
        {
            return Err(UnitMistake::EndsBeforeStart(name));
        }
        Ok(Self { name, code, ..self })
    }

    /// Whether it lives on: no last day is known.
    pub fn lives(&self) -> bool {
        self.valid_to.is_none()
    }
}

/// Whether `to` is surely before `from`, as far as both are known.
fn reversed(from: FuzzyDate, to: FuzzyDate) -> bool {
    let (Some(first), Some(last)) = (from.year(), to.year()) else { return false };
    match (from.month(), to.month()) {
        (Some(month), Some(last_month)) if first == last => match (from.day_of_month(), to.day_of_month()) {
            (Some(day), Some(last_day)) if month == last_month => last_day < day,
            _ => last_month < month,
        },
        _ => last < first,
    }
}

/// A unit in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedUnit {
    /// Its row.
    pub id: UnitId,
    /// What it is inside of.
    pub parent: Option<UnitId>,
    /// 0 at the top, 1 inside, …
    pub depth: usize,
    /// What is said of it.
    pub fields: UnitFields,
    /// People whose main unit it is.
    pub own_people: usize,
    /// People whose main unit it is, or one inside it.
    pub people: usize,
    /// How many units are inside it, at every depth.
    pub inside: usize,
    /// What became of it, with how much of it.
    pub successors: Vec<(UnitId, Extent)>,
    /// What it was made of.
    pub predecessors: Vec<(UnitId, Extent)>,
    /// Folded name and code, for searching.
    search: String,
}

/// One unit as a row gives it, before it stands in a tree.
#[derive(Debug, Clone)]
pub struct LooseUnit {
    /// Its row.
    pub id: UnitId,
    /// What it is inside of.
    pub parent: Option<UnitId>,
    /// What is said of it.
    pub fields: UnitFields,
    /// People whose main unit it is.
    pub people: usize,
}

/// All units, each followed by what is inside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitTree {
    units: Vec<ListedUnit>,
    places: HashMap<UnitId, usize>,
}

impl UnitTree {
    /// Puts units in tree order; among those inside the same unit the order given
    /// stays. A unit whose parent is not there, or that is inside itself (as only
    /// in a damaged file), stands at the top.
    pub fn new(loose: Vec<LooseUnit>, successors: &[(UnitId, UnitId, Extent)]) -> Self {
        let parents: HashMap<UnitId, Option<UnitId>> = loose.iter().map(|one| (one.id, one.parent)).collect();
        let mut inside: HashMap<Option<UnitId>, Vec<LooseUnit>> = HashMap::new();
        for mut one in loose {
            one.parent = one.parent.filter(|parent| reaches_top(one.id, *parent, &parents));
            inside.entry(one.parent).or_default().push(one);
        }
        let mut units: Vec<ListedUnit> = Vec::with_capacity(parents.len());
        // Depth first: what waits longest comes last.
        let mut waiting: Vec<(LooseUnit, usize)> = Vec::new();
        waiting.extend(inside.remove(&None).unwrap_or_default().into_iter().rev().map(|one| (one, 0)));
        while let Some((one, depth)) = waiting.pop() {
            let parts = inside.remove(&Some(one.id)).unwrap_or_default();
            waiting.extend(parts.into_iter().rev().map(|part| (part, depth + 1)));
            units.push(listed(one, depth));
        }
        let mut tree = Self { units, places: HashMap::new() };
        tree.places = tree.units.iter().enumerate().map(|(place, one)| (one.id, place)).collect();
        tree.count();
        tree.link(successors);
        tree
    }

    /// Counts people and units upwards: parts stand after what they are inside of.
    fn count(&mut self) {
        for place in (0..self.units.len()).rev() {
            let one = &self.units[place];
            let (people, inside) = (one.people, one.inside + 1);
            if let Some(&above) = one.parent.and_then(|parent| self.places.get(&parent)) {
                self.units[above].people += people;
                self.units[above].inside += inside;
            }
        }
    }

    fn link(&mut self, successors: &[(UnitId, UnitId, Extent)]) {
        for &(old, new, extent) in successors {
            if let (Some(&from), Some(&to)) = (self.places.get(&old), self.places.get(&new)) {
                self.units[from].successors.push((new, extent));
                self.units[to].predecessors.push((old, extent));
            }
        }
    }

    /// Every unit, each followed by what is inside it.
    pub fn units(&self) -> &[ListedUnit] {
        &self.units
    }

    /// One unit.
    pub fn get(&self, id: UnitId) -> Option<&ListedUnit> {
        self.units.get(*self.places.get(&id)?)
    }

    /// Replaces what is said of a unit, ahead of the store's answer.
    pub fn set(&mut self, id: UnitId, fields: UnitFields) {
        if let Some(one) = self.places.get(&id).and_then(|&place| self.units.get_mut(place)) {
            one.search = search_key(&fields);
            one.fields = fields;
        }
    }

    /// The units inside one, at every depth.
    pub fn inside(&self, id: UnitId) -> &[ListedUnit] {
        let Some(&place) = self.places.get(&id) else { return &[] };
        &self.units[place + 1..=place + self.units[place].inside]
    }

    /// What a unit is inside of, from the nearest up.
    pub fn above(&self, id: UnitId) -> impl Iterator<Item = &ListedUnit> {
        let parent = move |one: &ListedUnit| one.parent.and_then(|parent| self.get(parent));
        std::iter::successors(self.get(id).and_then(parent), move |one| parent(one))
    }

    /// "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam".
    pub fn path(&self, id: UnitId) -> String {
        let own = self.get(id).map(|one| one.fields.name.as_str());
        let names: Vec<&str> =
            own.into_iter().chain(self.above(id).map(|one| one.fields.name.as_str())).collect();
        names.join(", ")
    }

    /// The units whose name or code, or those of what they are inside of, hold all
    /// these words, with or without diacritics: those whose own name does first.
    pub fn search(&self, words: &str) -> Vec<UnitId> {
        let folded = fold(words);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let (mut own, mut other) = (Vec::new(), Vec::new());
        // What each level above holds of the words, so that a path is not put together.
        let mut line: Vec<Vec<bool>> = Vec::new();
        for one in &self.units {
            let here: Vec<bool> = words.iter().map(|word| one.search.contains(word)).collect();
            line.truncate(one.depth);
            let held: Vec<bool> = match line.last() {
                Some(above) => here.iter().zip(above).map(|(own, above)| *own || *above).collect(),
                None => here.clone(),
            };
            if here.iter().all(|found| *found) {
                own.push(one.id);
            } else if here.contains(&true) && held.iter().all(|found| *found) {
                other.push(one.id);
            }
            line.push(held);
        }
        own.append(&mut other);
        own
    }
}

fn listed(one: LooseUnit, depth: usize) -> ListedUnit {
    ListedUnit {
        id: one.id,
        parent: one.parent,
        depth,
        search: search_key(&one.fields),
        fields: one.fields,
        own_people: one.people,
        people: one.people,
        inside: 0,
        successors: Vec::new(),
        predecessors: Vec::new(),
    }
}

fn search_key(fields: &UnitFields) -> String {
    fold(&format!("{} {}", fields.name, fields.code.as_deref().unwrap_or_default()))
}

/// Whether the line upwards from `parent` ends, without coming by `id` again.
fn reaches_top(id: UnitId, parent: UnitId, parents: &HashMap<UnitId, Option<UnitId>>) -> bool {
    let mut at = Some(parent);
    let mut steps = 0;
    while let Some(above) = at {
        steps += 1;
        match parents.get(&above) {
            Some(next) if above != id && steps <= parents.len() => at = *next,
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests;
