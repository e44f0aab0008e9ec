//! What may be asked of the units of the registry.

use crate::domain::id::{PersonId, UnitId};
use crate::domain::person::PersonDetails;
use crate::domain::unit_tree::{MergeInto, Merger, UnitFields, UnitMistake, UnitTree};
use crate::message::Message;
use crate::store::error::Result;
use crate::store::transact::Operation;
use crate::store::unit::{edit, tree};
use crate::store::worker::{Desk, Pending};
use crate::store::{Store, person};

impl Store {
    /// All units as a tree, with how many people each has.
    pub fn units(&self) -> Pending<UnitTree> {
        self.worker.submit(|desk| tree::tree(&desk.file.connection))
    }

    /// The people whose main unit it is, in name order.
    pub fn people_of_unit(&self, id: UnitId) -> Pending<Vec<(PersonId, PersonDetails)>> {
        self.worker.submit(move |desk| tree::people(&desk.file.connection, id))
    }

    /// Adds a unit in another one, or at the top.
    pub fn add_unit(&self, parent: Option<UnitId>, fields: UnitFields) -> Pending<UnitId> {
        self.worker.submit(move |desk| {
            let fields = fields.checked()?;
            let label = Message::new("operation-unit-add").with("name", fields.name.clone());
            desk.transact(&Operation::new(label), |step| edit::add(step, parent, &fields))
        })
    }

    /// Replaces what a unit says of itself; `field` is what the user was in. Its people
    /// are printed anew in the registry; delegates of sessions keep their text.
    pub fn edit_unit(&self, id: UnitId, fields: UnitFields, field: &str) -> Pending<()> {
        let key = format!("unit {id} {field}");
        self.worker.submit(move |desk| {
            let fields = fields.checked()?;
            let label = Message::new("operation-unit-edit").with("name", name(desk, id)?);
            desk.transact(&Operation::new(label).joining(key), |step| edit::update(step, id, &fields))
        })
    }

    /// Moves a unit with all in it into another one, or to the top.
    pub fn move_unit(&self, id: UnitId, parent: Option<UnitId>) -> Pending<()> {
        self.worker.submit(move |desk| {
            let label = Message::new("operation-unit-move").with("name", name(desk, id)?);
            desk.transact(&Operation::new(label), |step| edit::move_to(step, id, parent))
        })
    }

    /// Takes a unit out. Refused while people or units are in it.
    pub fn remove_unit(&self, id: UnitId) -> Pending<()> {
        self.worker.submit(move |desk| {
            let label = Message::new("operation-unit-remove").with("name", name(desk, id)?);
            desk.transact(&Operation::new(label), |step| edit::remove(step, id))
        })
    }

    /// Makes units part of another one, which is remembered as what came after them.
    /// Answers which it is. People who go along are printed anew in the registry;
    /// delegates of sessions keep their text.
    pub fn merge_units(&self, merger: Merger) -> Pending<UnitId> {
        self.worker.submit(move |desk| {
            let merger = match merger.into {
                MergeInto::New(fields) => Merger { into: MergeInto::New(fields.checked()?), ..merger },
                MergeInto::Known(_) => merger,
            };
            let into = match &merger.into {
                MergeInto::New(fields) => fields.name.clone(),
                MergeInto::Known(id) => name(desk, *id)?,
            };
            let first = merger.units.first().ok_or(UnitMistake::NothingToMerge)?;
            let label = Message::new("operation-unit-merge")
                .with("count", merger.units.len())
                .with("name", name(desk, *first)?)
                .with("into", into);
            desk.transact(&Operation::new(label), |step| edit::merge(step, &merger))
        })
    }

    /// People get another main unit; delegates of open sessions follow, as after any
    /// edit of a person.
    pub fn move_people(&self, people: Vec<PersonId>, to: UnitId) -> Pending<()> {
        self.worker.submit(move |desk| {
            let Some(first) = people.first() else { return Ok(()) };
            let label = Message::new("operation-unit-people")
                .with("count", people.len())
                .with("name", person::read(&desk.file.connection, *first)?.full_name)
                .with("unit", name(desk, to)?);
            desk.transact(&Operation::new(label), |step| edit::move_people(step, &people, to))
        })
    }
}

fn name(desk: &Desk, id: UnitId) -> Result<String> {
    let tree = tree::tree(&desk.file.connection)?;
    Ok(tree.unit(id).ok_or(UnitMistake::Unknown)?.fields.name.clone())
}
