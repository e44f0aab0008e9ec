//! What fields of this screen offer, and who may stand in the registry twice: found
//! out on a thread of its own, for it takes a while with a hundred thousand people.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use crate::domain::registry::Registry;

/// More than one list has of positions or communes.
const MOST_SUGGESTIONS: usize = 500;

/// What the registry holds, counted.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    /// Units people stand under, in alphabetical order.
    pub groups: Vec<Arc<str>>,
    /// Main positions, in alphabetical order.
    pub positions: Vec<Arc<str>>,
    /// The most frequent positions first.
    pub usual_positions: Vec<String>,
    /// The most frequent units first.
    pub usual_units: Vec<String>,
    /// Places of lines of people who may stand there twice, side by side.
    pub twins: Vec<usize>,
    /// Units as printed, each with the one it stands under.
    units: Vec<(Arc<str>, Option<Arc<str>>)>,
}

impl Facets {
    /// Counts a registry.
    pub fn of(registry: &Registry) -> Self {
        let (groups, positions) = (registry.groups(), registry.positions());
        let units: HashSet<(&Arc<str>, Option<&Arc<str>>)> = registry
            .lines()
            .iter()
            .filter_map(|line| Some((line.unit.as_ref()?, line.unit_group.as_ref())))
            .collect();
        Self {
            usual_positions: most_frequent(&positions),
            usual_units: most_frequent(&groups),
            groups: groups.into_iter().map(|(name, _)| name).collect(),
            positions: positions.into_iter().map(|(name, _)| name).collect(),
            twins: registry.twins(),
            units: units.into_iter().map(|(unit, group)| (unit.clone(), group.cloned())).collect(),
        }
    }

    /// Units as printed, each with the one it stands under.
    pub fn known_units(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.units.iter().map(|(unit, group)| (&**unit, group.as_deref()))
    }
}

fn most_frequent(counted: &[(Arc<str>, usize)]) -> Vec<String> {
    let mut order: Vec<&(Arc<str>, usize)> = counted.iter().collect();
    order.sort_by_key(|(_, count)| Reverse(*count));
    order.into_iter().take(MOST_SUGGESTIONS).map(|(name, _)| name.to_string()).collect()
}
