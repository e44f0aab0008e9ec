//! Units as fields name them: with what they stand in, so that two of one name are
//! told apart.

use std::collections::HashMap;

use crate::domain::id::UnitId;
use crate::domain::unit_tree::UnitTree;
use crate::vietnamese::fold::compare_key;

/// Labels of all units that go on, "Xã Tam Đại (Huyện Phú Ninh)".
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// In the order of the tree.
    all: Vec<String>,
    units: HashMap<String, UnitId>,
}

impl Labels {
    /// The labels of a tree. Of two with the same one, the first has it.
    pub fn of(tree: &UnitTree) -> Self {
        let mut labels = Self::default();
        for unit in tree.units().iter().filter(|unit| !unit.has_ended()) {
            let label = label(tree, unit.id);
            let key = compare_key(&label);
            if !labels.units.contains_key(&key) {
                labels.units.insert(key, unit.id);
                labels.all.push(label);
            }
        }
        labels
    }

    /// All of them, to be offered.
    pub fn all(&self) -> Vec<String> {
        self.all.clone()
    }

    /// The unit of a label.
    pub fn unit(&self, label: &str) -> Option<UnitId> {
        self.units.get(&compare_key(label)).copied()
    }
}

/// How a field names a unit: its name, and in brackets what it stands in.
pub fn label(tree: &UnitTree, id: UnitId) -> String {
    let path = tree.path(id);
    match path.as_slice() {
        [] => String::new(),
        [unit] => unit.fields.name.clone(),
        [unit, parent, ..] => format!("{} ({})", unit.fields.name, parent.fields.name),
    }
}
