//! What may be asked of the registry of people.

use std::sync::Arc;

use super::changed;
use crate::domain::entry;
use crate::domain::id::PersonId;
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::domain::person::Sensitive;
use crate::domain::rebase::rebase;
use crate::domain::registry::{HeldPosition, PeopleEdit, PersonRecord, Registry};
use crate::sentence::Sentence;
use crate::store::error::Result;
use crate::store::thread::{Pending, StoreThread, Writing};
use crate::store::transact::Operation;
use crate::store::unit::UnitNames;
use crate::store::{Store, person, roster};
use crate::vietnamese::clean::clean;

impl Store {
    /// The people whose name, position, unit and phone hold all these words, with
    /// or without diacritics, in Vietnamese name order.
    pub fn search(&self, words: &str) -> Pending<Vec<PersonId>> {
        let words = words.to_owned();
        self.worker.submit(move |thread| Ok(thread.people.index(&thread.file.connection)?.search(&words)))
    }

    /// What the registry says of these people, in this order.
    pub fn people(&self, ids: Vec<PersonId>) -> Pending<Vec<(PersonId, PersonDetails)>> {
        self.worker.submit(move |thread| person::by_ids(&thread.file.connection, &ids))
    }

    /// Everybody, as the table of people shows them. Read once after a change of the
    /// data, in a fifth of a second for 100,000 people.
    pub fn registry(&self) -> Pending<Arc<Registry>> {
        self.worker.submit(|thread| thread.people.registry(&thread.file.connection))
    }

    /// All that is known of a person, and the sessions they took part in.
    pub fn person(&self, id: PersonId) -> Pending<PersonRecord> {
        self.worker.submit(move |thread| person::record(&thread.file.connection, id))
    }

    /// Adds one person as typed.
    pub fn add_person(&self, details: PersonDetails) -> Writing<PersonId> {
        self.worker.write(move |thread| {
            let details = entry::person(details)?;
            let label = Sentence::new("operation-person-add").with("name", details.full_name.clone());
            thread.transact(&Operation::new(label), |step| {
                person::insert(step, &UnitNames::load(step)?, &details, false)
            })
        })
    }

    /// Takes people out of the registry. Refused while one of them is a delegate.
    pub fn remove_people(&self, people: Vec<PersonId>) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = label(thread, "operation-person-remove", &people)?;
            thread.transact(&Operation::new(label), |step| person::remove(step, &people))
        })
    }

    /// Two people become one, with these details: sessions, guests, presenters and
    /// positions of `goes` pass to `stays`. Refused when both have attendance marks or
    /// certificates in one session. One step, undone like any other.
    pub fn merge_people(&self, stays: PersonId, goes: PersonId, details: PersonDetails) -> Writing<()> {
        self.worker.write(move |thread| {
            let details = entry::person(details)?;
            let label = Sentence::new("operation-person-merge").with("name", details.full_name.clone());
            thread.transact(&Operation::new(label), |step| person::merge(step, stays, goes, &details))
        })
    }

    /// Changes the positions a person holds beside the main one, as [`rebase`] does.
    pub fn set_positions(
        &self,
        id: PersonId,
        seen: Vec<HeldPosition>,
        wanted: Vec<HeldPosition>,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            let current = person::record(&thread.file.connection, id)?.positions;
            let positions: Vec<_> = rebase(current, &seen, wanted)
                .ok_or(Mistake::LineChanged)?
                .into_iter()
                .map(entry::held_position)
                .collect::<std::result::Result<_, _>>()?;
            let name = person::read(&thread.file.connection, id)?.full_name;
            let label = Sentence::new("operation-person-positions").with("name", name);
            let operation = Operation::new(label).joining(format!("person {id} positions"));
            thread.transact(&operation, |step| person::set_positions(step, id, &positions))
        })
    }

    /// Changes what is kept of a person that is sensitive by law: `field` is what the
    /// user was in, whose edits within ten seconds are one step.
    pub fn edit_sensitive(
        &self,
        id: PersonId,
        field: &str,
        change: impl FnOnce(&mut Sensitive) + Send + 'static,
    ) -> Writing<()> {
        let field = field.to_owned();
        self.worker.write(move |thread| {
            let current = person::sensitive::read(&thread.file.connection, id)?;
            let says = entry::sensitive(changed(&current, change));
            let name = person::read(&thread.file.connection, id)?.full_name;
            let label = Sentence::new("operation-person-sensitive").with("name", name);
            let operation = Operation::new(label).joining(format!("person {id} sensitive {field}"));
            thread.transact(&operation, |step| person::sensitive::set(step, id, &says))
        })
    }

    /// Changes the same fields of several people at once; delegates of open sessions
    /// follow.
    pub fn edit_people(&self, people: Vec<PersonId>, edit: PeopleEdit) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = label(thread, "operation-people-edit", &people)?;
            thread.transact(&Operation::new(label), |step| roster::edit_people(step, &people, &edit))
        })
    }

    /// Adds people to the registry as one step.
    pub fn add_people(&self, operation: Operation, people: Vec<PersonDetails>) -> Writing<Vec<PersonId>> {
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| {
                let units = UnitNames::load(step)?;
                people.iter().map(|details| person::insert(step, &units, details, false)).collect()
            })
        })
    }

    /// Edits a person as typed: `field` is what the user was in. Delegates of open
    /// sessions follow; edits of one field within ten seconds are one step.
    pub fn edit_person(
        &self,
        id: PersonId,
        field: &str,
        change: impl FnOnce(&mut PersonDetails) + Send + 'static,
    ) -> Writing<()> {
        let field = field.to_owned();
        self.worker.write(move |thread| {
            let before = person::read(&thread.file.connection, id)?;
            let details = entry::person(changed(&before, change))?;
            let label = Sentence::new("operation-person-edit")
                .with("field", field.clone())
                .with("name", before.full_name.clone());
            let operation = Operation::new(label).joining(format!("person {id} {field}"));
            thread.transact(&operation, |step| roster::edit_person(step, id, &before, &details))
        })
    }

    /// Gives a person the name by which lists order them, for names such as
    /// "H'Hen Niê"; `None` goes back to the rule. Delegates of open sessions follow.
    pub fn set_sort_name(&self, id: PersonId, sort_name: Option<String>) -> Writing<()> {
        let sort_name = sort_name.map(|name| clean(&name)).filter(|name| !name.is_empty());
        self.worker.write(move |thread| {
            let name = person::read(&thread.file.connection, id)?.full_name;
            let operation = Operation::new(Sentence::new("operation-person-sort").with("name", name))
                .joining(format!("person {id} sort_name"));
            thread.transact(&operation, |step| roster::set_sort_name(step, id, sort_name.as_deref()))
        })
    }
}

/// A step on some people: their count, and the name of the first.
fn label(thread: &StoreThread, id: &str, people: &[PersonId]) -> Result<Sentence> {
    let Some(first) = people.first() else { return Err(Mistake::UnknownPerson.into()) };
    let name = person::read(&thread.file.connection, *first)?.full_name;
    Ok(Sentence::new(id).with("count", people.len()).with("name", name))
}
