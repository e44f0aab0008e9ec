//! From rows to a plan.
//!
//! A row is a unit of the registry when it has its code, for the state never gives
//! a code again; otherwise when name and parent are the same and nothing says that
//! the one ended before the other began. References go to the file first, then to
//! the registry, by code or by name, and must be clear.

use std::collections::HashMap;

use super::{MapEntry, MapPlan, MapRow, RowFault, RowMeaning, UnitRef, kind_of};
use crate::domain::id::UnitId;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{Extent, MOST_LEVELS, UnitFields, UnitTree, last_day_before};
use crate::vietnamese::fold::compare_key;

/// What rows mean for the units there are.
pub fn plan(rows: Vec<MapRow>, tree: &UnitTree) -> MapPlan {
    let mut planner = Planner::new(rows, tree);
    planner.resolve_parents();
    planner.resolve_successors();
    planner.find_known();
    planner.check_fields();
    planner.spread_faults();
    // A row that is left out stays where it was, which may close another ring.
    while planner.check_rings() {
        planner.spread_faults();
    }
    planner.finish()
}

struct Planner<'a> {
    tree: &'a UnitTree,
    rows: Vec<MapRow>,
    faults: Vec<Option<RowFault>>,
    parents: Vec<Option<UnitRef>>,
    known: Vec<Option<UnitId>>,
    successors: Vec<Vec<(UnitRef, Extent)>>,
    /// Which row speaks of a unit of the registry.
    rows_of: HashMap<UnitId, usize>,
    in_file: Names,
    in_tree: Names,
}

/// Units by code, and by name as far as it is clear.
#[derive(Default)]
struct Names {
    codes: HashMap<String, UnitRef>,
    names: HashMap<String, Option<UnitRef>>,
}

impl Names {
    fn name(&mut self, name: &str, unit: UnitRef) {
        self.names
            .entry(compare_key(name))
            .and_modify(|known| {
                if *known != Some(unit) {
                    *known = None;
                }
            })
            .or_insert(Some(unit));
    }

    /// By code, also one that lost its leading zeros in a spreadsheet.
    fn code(&self, text: &str) -> Option<UnitRef> {
        let padded = |width: usize| self.codes.get(&format!("{text:0>width$}")).copied();
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let exact = self.codes.get(text).copied();
        exact.or_else(|| if digits { padded(2).or_else(|| padded(5)) } else { None })
    }
}

impl<'a> Planner<'a> {
    fn new(rows: Vec<MapRow>, tree: &'a UnitTree) -> Self {
        let count = rows.len();
        let mut planner = Self {
            tree,
            faults: rows.iter().map(|row| row.fault.clone()).collect(),
            rows,
            parents: vec![None; count],
            known: vec![None; count],
            successors: vec![Vec::new(); count],
            rows_of: HashMap::new(),
            in_file: Names::default(),
            in_tree: Names::default(),
        };
        planner.index_tree();
        planner.index_file();
        planner
    }

    fn index_tree(&mut self) {
        // Living ones last: where a code was given again after all, they have it.
        let units = self.tree.units();
        for unit in units
            .iter()
            .filter(|one| !one.fields.lives())
            .chain(units.iter().filter(|one| one.fields.lives()))
        {
            if let Some(code) = &unit.fields.code {
                self.in_tree.codes.insert(code.clone(), UnitRef::Known(unit.id));
            }
        }
        for unit in units {
            let id = UnitRef::Known(unit.id);
            self.in_tree.name(&unit.fields.name, id);
            if unit.depth > 0 {
                self.in_tree.name(&self.tree.path(unit.id), id);
            }
        }
    }

    fn index_file(&mut self) {
        for place in 0..self.rows.len() {
            let row = &self.rows[place];
            if let Some(code) = &row.code {
                match self.in_file.codes.get(code) {
                    Some(UnitRef::Row(first)) => {
                        let line = self.rows[*first].line;
                        self.faults[place].get_or_insert(RowFault::CodeTwice(line));
                    }
                    _ => {
                        self.in_file.codes.insert(code.clone(), UnitRef::Row(place));
                    }
                }
            }
            self.in_file.name(&row.name, UnitRef::Row(place));
            if let Some(parent) = &row.parent {
                self.in_file.name(&format!("{}, {parent}", row.name), UnitRef::Row(place));
            }
        }
    }

    /// The unit a text means.
    fn find(&self, text: &str) -> Result<UnitRef, RowFault> {
        if let Some(found) = self.in_file.code(text).or_else(|| self.in_tree.code(text)) {
            return Ok(found);
        }
        let key = compare_key(text);
        match self.in_file.names.get(&key).or_else(|| self.in_tree.names.get(&key)) {
            Some(Some(found)) => Ok(*found),
            Some(None) => Err(RowFault::Ambiguous(text.to_owned())),
            None => Err(RowFault::Unknown(text.to_owned())),
        }
    }

    fn resolve_parents(&mut self) {
        for place in 0..self.rows.len() {
            let Some(text) = self.rows[place].parent.clone() else { continue };
            match self.find(&text) {
                Ok(found) => self.parents[place] = Some(found),
                Err(fault) => {
                    self.faults[place].get_or_insert(fault);
                }
            }
        }
    }

    /// Finds which rows are units of the registry.
    fn find_known(&mut self) {
        let mut by_place: HashMap<(Option<UnitId>, String), Vec<UnitId>> = HashMap::new();
        for unit in self.tree.units() {
            by_place.entry((unit.parent, compare_key(&unit.fields.name))).or_default().push(unit.id);
        }
        // Codes first: what is found by name below them needs their place.
        for place in 0..self.rows.len() {
            let code = self.rows[place].code.as_deref();
            if let Some(UnitRef::Known(id)) = code.and_then(|code| self.in_tree.codes.get(code)) {
                self.claim(place, *id);
            }
        }
        // A parent further down the file is found after its part: as often as there are levels.
        for _ in 0..MOST_LEVELS {
            let mut found = false;
            let forerunners = self.forerunners();
            for place in 0..self.rows.len() {
                if self.known[place].is_some() || self.faults[place].is_some() {
                    continue;
                }
                // Inside of a new unit stands what was inside of those it takes over whole.
                let mut around: Vec<Option<UnitId>> = match self.parents[place] {
                    None => vec![None],
                    Some(UnitRef::Known(id)) => vec![Some(id)],
                    Some(UnitRef::Row(row)) => match self.known[row] {
                        Some(id) => vec![Some(id)],
                        None => forerunners.get(&row).into_iter().flatten().map(|id| Some(*id)).collect(),
                    },
                };
                let name = compare_key(&self.rows[place].name);
                // Lists name districts without what they belong to: such a unit stands
                // outside all others until a map says where, if it speaks of one of that name.
                if self.in_file.names.get(&name) == Some(&Some(UnitRef::Row(place))) {
                    around.insert(0, None);
                }
                let same: Vec<UnitId> = around
                    .into_iter()
                    .filter_map(|parent| by_place.get(&(parent, name.clone())))
                    .flatten()
                    .copied()
                    .filter(|id| self.may_be(place, *id))
                    .collect();
                if let Some(id) = same.last() {
                    self.claim(place, *id);
                    found = true;
                }
            }
            if !found {
                break;
            }
        }
    }

    /// Units of the registry that a row takes over whole.
    fn forerunners(&self) -> HashMap<usize, Vec<UnitId>> {
        let mut forerunners: HashMap<usize, Vec<UnitId>> = HashMap::new();
        for place in 0..self.rows.len() {
            if let (Some(old), [(UnitRef::Row(new), Extent::Whole)]) =
                (self.known[place], &self.successors[place][..])
            {
                forerunners.entry(*new).or_default().push(old);
            }
        }
        forerunners
    }

    /// Whether a row of that name and parent is that unit.
    fn may_be(&self, place: usize, id: UnitId) -> bool {
        let row = &self.rows[place];
        let Some(unit) = self.tree.get(id) else { return false };
        let other_code = row.code.is_some() && unit.fields.code.is_some();
        let over = match (unit.fields.valid_to, row.valid_from) {
            (Some(to), Some(from)) => to.sort_key() < from.sort_key(),
            _ => false,
        };
        !other_code && !over && !self.rows_of.contains_key(&id)
    }

    fn claim(&mut self, place: usize, id: UnitId) {
        match self.rows_of.get(&id) {
            Some(&first) if first != place => {
                let line = self.rows[first].line;
                self.faults[place].get_or_insert(RowFault::Twice(line));
            }
            _ => {
                self.rows_of.insert(id, place);
                self.known[place] = Some(id);
            }
        }
    }

    /// The row that speaks of a unit, if one does.
    fn settled(&self, unit: UnitRef) -> UnitRef {
        match unit {
            UnitRef::Known(id) => self.rows_of.get(&id).map_or(unit, |row| UnitRef::Row(*row)),
            row => row,
        }
    }

    fn resolve_successors(&mut self) {
        for place in 0..self.rows.len() {
            let texts = std::mem::take(&mut self.rows[place].successors);
            let extent = if texts.len() > 1 { Extent::Part } else { Extent::Whole };
            for text in texts {
                match self.find(&text) {
                    Ok(found) if self.successors[place].iter().any(|(one, _)| *one == found) => {}
                    Ok(found) => self.successors[place].push((found, extent)),
                    Err(fault) => {
                        self.faults[place].get_or_insert(fault);
                    }
                }
            }
        }
    }

    /// What a unit will be inside of.
    fn parent_of(&self, unit: UnitRef) -> Option<UnitRef> {
        let known = |id: UnitId| self.tree.get(id).and_then(|one| one.parent).map(UnitRef::Known);
        let parent = match unit {
            UnitRef::Known(id) => known(id),
            UnitRef::Row(row) if self.faults[row].is_some() => known(self.known[row]?),
            UnitRef::Row(row) => self.parents[row].or_else(|| known(self.known[row]?)),
        };
        parent.map(|parent| self.settled(parent))
    }

    /// How many levels are above a unit. A ring of others above it is their fault.
    fn depth(&self, place: usize) -> Result<usize, RowFault> {
        let mut line = vec![UnitRef::Row(place)];
        while let Some(above) = self.parent_of(line[line.len() - 1]) {
            if above == line[0] {
                return Err(RowFault::Ring);
            }
            if line.contains(&above) {
                break;
            }
            if line.len() >= MOST_LEVELS {
                return Err(RowFault::TooDeep);
            }
            line.push(above);
        }
        Ok(line.len() - 1)
    }

    /// Finds units inside themselves or too deep; `false` when there are none.
    fn check_rings(&mut self) -> bool {
        let rows = (0..self.rows.len()).filter(|place| self.faults[*place].is_none());
        // All of a ring are told, so none is left out before the others are looked at.
        let found: Vec<_> = rows.filter_map(|place| Some((place, self.depth(place).err()?))).collect();
        for (place, fault) in &found {
            self.faults[*place] = Some(fault.clone());
        }
        !found.is_empty()
    }

    /// A row that is inside of, or becomes, what is not taken in is not taken in either.
    fn spread_faults(&mut self) {
        loop {
            let mut spread = Vec::new();
            for place in (0..self.rows.len()).filter(|place| self.faults[*place].is_none()) {
                let refers =
                    self.parents[place].into_iter().chain(self.successors[place].iter().map(|one| one.0));
                let broken = refers.map(|one| self.settled(one)).find_map(|one| match one {
                    UnitRef::Row(row) if self.faults[row].is_some() => Some(self.rows[row].line),
                    _ => None,
                });
                spread.extend(broken.map(|line| (place, line)));
            }
            if spread.is_empty() {
                return;
            }
            for (place, line) in spread {
                self.faults[place] = Some(RowFault::Through(line));
            }
        }
    }

    fn finish(self) -> MapPlan {
        let entries: Vec<MapEntry> = (0..self.rows.len()).map(|place| self.entry(place)).collect();
        let mut order: Vec<(usize, usize)> = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            if matches!(entry.meaning, RowMeaning::New | RowMeaning::Changed(_) | RowMeaning::Ended(_)) {
                order.push((self.depth(place).unwrap_or(MOST_LEVELS), place));
            }
        }
        order.sort_unstable();
        MapPlan { entries, order: order.into_iter().map(|(_, place)| place).collect() }
    }

    fn check_fields(&mut self) {
        for place in 0..self.rows.len() {
            if self.successors[place].iter().any(|(one, _)| self.settled(*one) == UnitRef::Row(place)) {
                self.faults[place].get_or_insert(RowFault::OwnSuccessor);
            }
            if let Err(mistake) = self.fields(place).checked() {
                self.faults[place].get_or_insert(RowFault::Fields(mistake));
            }
        }
    }

    /// What a unit will be: what the row leaves open stays as it is.
    fn fields(&self, place: usize) -> UnitFields {
        let row = &self.rows[place];
        let before = self.known[place].and_then(|id| self.tree.get(id)).map(|one| &one.fields);
        let kind = row.kind.or(before.map(|one| one.kind)).or_else(|| kind_of(&row.name));
        let valid_to = row.valid_to.or(before.and_then(|one| one.valid_to));
        UnitFields {
            name: row.name.clone(),
            kind: kind.unwrap_or(UnitKind::Body),
            code: row.code.clone().or_else(|| before?.code.clone()),
            valid_from: row.valid_from.or(before.and_then(|one| one.valid_from)),
            valid_to: valid_to.or_else(|| self.succeeded(place)),
        }
    }

    /// What a unit will be inside of; of a unit whose own row is not taken in, the
    /// registry knows enough.
    fn parent_as_taken_in(&self, place: usize) -> Option<UnitRef> {
        match self.parent_of(UnitRef::Row(place)) {
            Some(UnitRef::Row(row)) if self.faults[row].is_some() => self.known[row].map(UnitRef::Known),
            parent => parent,
        }
    }

    fn entry(&self, place: usize) -> MapEntry {
        let known = self.known[place].and_then(|id| self.tree.get(id));
        let fields = self.fields(place);
        let parent = self.parent_as_taken_in(place);
        let news = self.successors[place].iter().map(|(unit, extent)| (self.settled(*unit), *extent));
        let successors = news.filter(|one| !self.is_known_successor(place, *one)).collect::<Vec<_>>();
        let meaning = match (&self.faults[place], known) {
            (Some(fault), _) => RowMeaning::Error(fault.clone()),
            (None, None) => RowMeaning::New,
            (None, Some(unit)) if unit.fields.lives() && !fields.lives() => RowMeaning::Ended(unit.id),
            (None, Some(unit)) => {
                let id_of = |parent| match parent {
                    UnitRef::Known(id) => Some(id),
                    UnitRef::Row(row) => self.known[row],
                };
                let stays =
                    parent.is_some() == unit.parent.is_some() && parent.and_then(id_of) == unit.parent;
                match unit.fields == fields && stays && successors.is_empty() {
                    true => RowMeaning::Same(unit.id),
                    false => RowMeaning::Changed(unit.id),
                }
            }
        };
        MapEntry { line: self.rows[place].line, fields, parent, successors, meaning }
    }

    /// The last day of a unit that others follow, when the file does not say it.
    fn succeeded(&self, place: usize) -> Option<crate::domain::date::FuzzyDate> {
        self.successors[place].iter().find_map(|(unit, _)| match unit {
            UnitRef::Row(row) => self.rows[*row].valid_from.and_then(last_day_before),
            UnitRef::Known(id) => self.tree.get(*id)?.fields.valid_from.and_then(last_day_before),
        })
    }

    fn is_known_successor(&self, place: usize, (unit, extent): (UnitRef, Extent)) -> bool {
        let new = match unit {
            UnitRef::Known(id) => Some(id),
            UnitRef::Row(row) => self.known[row],
        };
        let own = self.known[place].and_then(|id| self.tree.get(id));
        new.zip(own).is_some_and(|(new, own)| own.successors.contains(&(new, extent)))
    }
}
