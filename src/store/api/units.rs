//! What may be asked of the units of the registry. Every change is one step that
//! can be undone; what delegates of ended sessions carry never changes.

use super::changed;
use crate::domain::date::FuzzyDate;
use crate::domain::id::{PersonId, UnitId};
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::domain::unit_map::{MapPlan, MapRow};
use crate::domain::unit_tree::{Merge, MergeInto, Move, UnitFields, UnitTree};
use crate::sentence::Sentence;
use crate::store::Store;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::unit::{edit, map, merge, people, tree};

impl Store {
    /// All units as a tree, with how many people each has.
    pub fn units(&self) -> Pending<UnitTree> {
        self.worker.submit(|thread| {
            let connection = thread.file.connection.transaction()?;
            tree::read(&connection)
        })
    }

    /// The first `most` people of a unit and of what is inside it, in name order.
    pub fn people_of_unit(&self, unit: UnitId, most: usize) -> Pending<Vec<(PersonId, PersonDetails)>> {
        self.worker.submit(move |thread| tree::people(&thread.file.connection, unit, most))
    }

    /// Adds a unit inside another, or at the top.
    pub fn add_unit(&self, parent: Option<UnitId>, fields: UnitFields) -> Writing<UnitId> {
        self.worker.write(move |thread| {
            let fields = fields.checked().map_err(Mistake::from)?;
            let operation = named("operation-units-add", &fields.name);
            thread.transact(&operation, |step| edit::add(step, parent, &fields))
        })
    }

    /// Changes what is said of a unit; `field` is what the user was in. People and
    /// delegates keep the text they have.
    pub fn edit_unit(
        &self,
        id: UnitId,
        field: &str,
        change: impl FnOnce(&mut UnitFields) + Send + 'static,
    ) -> Writing<()> {
        let key = format!("unit {id} {field}");
        self.worker.write(move |thread| {
            let current = edit::read(&thread.file.connection, id)?;
            let fields = changed(&current, change).checked().map_err(Mistake::from)?;
            let operation = named("operation-units-edit", &current.name).joining(key);
            thread.transact(&operation, |step| edit::edit(step, id, &fields))
        })
    }

    /// Moves a unit with all inside it. Refused when that would put it inside itself.
    pub fn move_unit(&self, id: UnitId, parent: Option<UnitId>) -> Writing<()> {
        self.worker.write(move |thread| {
            let name = edit::read(&thread.file.connection, id)?.name;
            thread.transact(&named("operation-units-move", &name), |step| edit::relocate(step, id, parent))
        })
    }

    /// Ends a unit on its last day; `None` lets it live on.
    pub fn end_unit(&self, id: UnitId, last: Option<FuzzyDate>) -> Writing<()> {
        self.worker.write(move |thread| {
            let name = edit::read(&thread.file.connection, id)?.name;
            let operation = match last {
                Some(_) => named("operation-units-end", &name),
                None => named("operation-units-reopen", &name),
            };
            thread.transact(&operation, |step| edit::end(step, id, last))
        })
    }

    /// Merges units into a new or a known one; see `store::unit::merge` for what
    /// goes along.
    pub fn merge_units(&self, wanted: Merge) -> Writing<UnitId> {
        self.worker.write(move |thread| {
            let name = match &wanted.into {
                MergeInto::Known(id) => edit::read(&thread.file.connection, *id)?.name,
                MergeInto::New(_, fields) => fields.clone().checked().map_err(Mistake::from)?.name,
            };
            let label =
                Sentence::new("operation-units-merge").with("count", wanted.units.len()).with("name", name);
            thread.transact(&Operation::new(label), |step| merge::merge(step, &wanted))
        })
    }

    /// Moves people to a unit and says how many went: the registry and delegates of
    /// open sessions get its text. With a day, the registry remembers where they were.
    pub fn move_people(&self, who: Move, to: UnitId, on: Option<FuzzyDate>) -> Writing<usize> {
        self.worker.write(move |thread| {
            let name = edit::read(&thread.file.connection, to)?.name;
            let operation = named("operation-units-people", &name);
            thread.transact(&operation, |step| people::relocate(step, &who, to, on))
        })
    }

    /// Takes in a map of units as one step, and returns the plan that was followed;
    /// rows with a fault are left out. With `along`, people and what is inside a unit
    /// go on under the one that takes it over whole.
    pub fn apply_units(&self, file: &str, rows: Vec<MapRow>, along: bool) -> Writing<MapPlan> {
        let operation = Operation::new(Sentence::new("operation-units-file").with("file", file.to_owned()));
        self.worker.write(move |thread| thread.transact(&operation, |step| map::apply(step, rows, along)))
    }

    /// Removes a unit that nothing depends on. Refused while units are inside it,
    /// people belong to it or something refers to it.
    pub fn remove_unit(&self, id: UnitId) -> Writing<()> {
        self.worker.write(move |thread| {
            let name = edit::read(&thread.file.connection, id)?.name;
            thread.transact(&named("operation-units-remove", &name), |step| edit::remove(step, id))
        })
    }
}

fn named(id: &str, name: &str) -> Operation {
    Operation::new(Sentence::new(id).with("name", name.to_owned()))
}
