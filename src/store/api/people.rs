//! What may be asked of the registry of people.

use std::sync::Arc;

use crate::domain::entry;
use crate::domain::id::PersonId;
use crate::domain::list::Sensitive;
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::domain::registry::{HeldPosition, PeopleEdit, PersonRecord, Registry};
use crate::message::Message;
use crate::store::error::Result;
use crate::store::transact::Operation;
use crate::store::unit::UnitNames;
use crate::store::worker::{Desk, Pending};
use crate::store::{Store, person, roster};
use crate::vietnamese::clean::clean;

impl Store {
    /// The people whose name, position, unit and phone hold all these words, with
    /// or without diacritics, in Vietnamese name order.
    pub fn search(&self, words: &str) -> Pending<Vec<PersonId>> {
        let words = words.to_owned();
        self.worker.submit(move |desk| Ok(desk.people.index(&desk.file.connection)?.search(&words)))
    }

    /// What the registry says of these people, in this order.
    pub fn people(&self, ids: Vec<PersonId>) -> Pending<Vec<(PersonId, PersonDetails)>> {
        self.worker.submit(move |desk| person::by_ids(&desk.file.connection, &ids))
    }

    /// Everybody, as the table of people shows them. Read once after a change of the
    /// data, in a fifth of a second for 100,000 people.
    pub fn registry(&self) -> Pending<Arc<Registry>> {
        self.worker.submit(|desk| desk.people.registry(&desk.file.connection))
    }

    /// All that is known of a person, and the sessions they took part in.
    pub fn person(&self, id: PersonId) -> Pending<PersonRecord> {
        self.worker.submit(move |desk| person::record(&desk.file.connection, id))
    }

    /// Adds one person as typed.
    pub fn add_person(&self, details: PersonDetails) -> Pending<PersonId> {
        self.worker.submit(move |desk| {
            let details = entry::person(details)?;
            let label = Message::new("operation-person-add").with("name", details.full_name.clone());
            desk.transact(&Operation::new(label), |step| {
                person::insert(step, &UnitNames::load(step)?, &details, false)
            })
        })
    }

    /// Takes people out of the registry. Refused while one of them is a delegate.
    pub fn remove_people(&self, people: Vec<PersonId>) -> Pending<()> {
        self.worker.submit(move |desk| {
            let label = label(desk, "operation-person-remove", &people)?;
            desk.transact(&Operation::new(label), |step| person::remove(step, &people))
        })
    }

    /// Two people become one, with these details: sessions, guests, presenters and
    /// positions of `goes` pass to `stays`. Refused when both have attendance marks or
    /// certificates in one session. One step, undone like any other.
    pub fn merge_people(&self, stays: PersonId, goes: PersonId, details: PersonDetails) -> Pending<()> {
        self.worker.submit(move |desk| {
            let details = entry::person(details)?;
            let label = Message::new("operation-person-merge").with("name", details.full_name.clone());
            desk.transact(&Operation::new(label), |step| person::merge(step, stays, goes, &details))
        })
    }

    /// Replaces the positions a person holds beside the main one.
    pub fn set_positions(&self, id: PersonId, positions: Vec<HeldPosition>) -> Pending<()> {
        self.worker.submit(move |desk| {
            let positions: Vec<_> =
                positions.into_iter().map(entry::held_position).collect::<std::result::Result<_, _>>()?;
            let name = person::read(&desk.file.connection, id)?.full_name;
            let label = Message::new("operation-person-positions").with("name", name);
            let operation = Operation::new(label).joining(format!("person {id} positions"));
            desk.transact(&operation, |step| person::set_positions(step, id, &positions))
        })
    }

    /// Replaces what is kept of a person that is sensitive by law: `field` is what the
    /// user was in, whose edits within ten seconds are one step.
    pub fn set_sensitive(&self, id: PersonId, says: Sensitive, field: &str) -> Pending<()> {
        let field = field.to_owned();
        self.worker.submit(move |desk| {
            let says = entry::sensitive(says);
            let name = person::read(&desk.file.connection, id)?.full_name;
            let label = Message::new("operation-person-sensitive").with("name", name);
            let operation = Operation::new(label).joining(format!("person {id} sensitive {field}"));
            desk.transact(&operation, |step| person::sensitive::set(step, id, &says))
        })
    }

    /// Changes the same fields of several people at once; delegates of open sessions
    /// follow.
    pub fn edit_people(&self, people: Vec<PersonId>, edit: PeopleEdit) -> Pending<()> {
        self.worker.submit(move |desk| {
            let label = label(desk, "operation-people-edit", &people)?;
            desk.transact(&Operation::new(label), |step| {
                people.iter().try_for_each(|id| roster::edit_fields(step, *id, &edit))
            })
        })
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

    /// Gives a person the name by which lists order them, for names such as
    /// "H'Hen Niê"; `None` goes back to the rule. Delegates of open sessions follow.
    pub fn set_sort_name(&self, id: PersonId, sort_name: Option<String>) -> Pending<()> {
        let sort_name = sort_name.map(|name| clean(&name)).filter(|name| !name.is_empty());
        self.worker.submit(move |desk| {
            let name = person::read(&desk.file.connection, id)?.full_name;
            let operation = Operation::new(Message::new("operation-person-sort").with("name", name))
                .joining(format!("person {id} sort_name"));
            desk.transact(&operation, |step| roster::set_sort_name(step, id, sort_name.as_deref()))
        })
    }
}

/// A step on some people: their count, and the name of the first.
fn label(desk: &Desk, id: &str, people: &[PersonId]) -> Result<Message> {
    let Some(first) = people.first() else { return Err(Mistake::UnknownPerson.into()) };
    let name = person::read(&desk.file.connection, *first)?.full_name;
    Ok(Message::new(id).with("count", people.len()).with("name", name))
}
