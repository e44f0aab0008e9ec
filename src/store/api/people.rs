//! What may be asked of the registry of people.

use crate::domain::entry;
use crate::domain::id::PersonId;
use crate::domain::person::PersonDetails;
use crate::message::Message;
use crate::store::transact::Operation;
use crate::store::unit::UnitNames;
use crate::store::worker::Pending;
use crate::store::{Store, person, roster};

impl Store {
    /// The people whose name, position, unit and phone hold all these words, with
    /// or without diacritics, in Vietnamese name order.
    pub fn search(&self, words: &str) -> Pending<Vec<PersonId>> {
        let words = words.to_owned();
        self.worker.submit(move |desk| Ok(desk.people_index()?.search(&words)))
    }

    /// What the registry says of these people, in this order.
    pub fn people(&self, ids: Vec<PersonId>) -> Pending<Vec<(PersonId, PersonDetails)>> {
        self.worker.submit(move |desk| person::by_ids(&desk.file.connection, &ids))
    }

    /// Adds people to the registry as one step.
    pub fn add_people(&self, operation: Operation, people: Vec<PersonDetails>) -> Pending<Vec<PersonId>> {
        self.worker.submit(move |desk| {
            desk.transact(&operation, |step| {
                let units = UnitNames::load(step)?;
                people.iter().map(|details| person::insert(step, &units, details, false)).collect()
            })
        })
    }

    /// Replaces what the registry says of a person; delegates of open sessions
    /// follow in what changed.
    pub fn update_person(&self, operation: Operation, id: PersonId, details: PersonDetails) -> Pending<()> {
        self.worker.submit(move |desk| {
            let before = person::read(&desk.file.connection, id)?;
            desk.transact(&operation, |step| roster::edit_person(step, id, &before, &details))
        })
    }

    /// Edits a person as typed: `field` is what the user was in. Delegates of open
    /// sessions follow; edits of one field within ten seconds are one step.
    pub fn edit_person(&self, id: PersonId, details: PersonDetails, field: &str) -> Pending<()> {
        let field = field.to_owned();
        self.worker.submit(move |desk| {
            let details = entry::person(details)?;
            let before = person::read(&desk.file.connection, id)?;
            let label = Message::new("operation-person-edit")
                .with("field", field.clone())
                .with("name", before.full_name.clone());
            let operation = Operation::new(label).joining(format!("person {id} {field}"));
            desk.transact(&operation, |step| roster::edit_person(step, id, &before, &details))
        })
    }
}
