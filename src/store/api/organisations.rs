//! What may be asked of the organisations of the settings.

use super::changed;
use crate::domain::entry;
use crate::domain::id::{OrganisationId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{Organisation, OrganisationDetails};
use crate::sentence::Sentence;
use crate::store::organisation::{self, edit};
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, session};

impl Store {
    /// All organisations, in their order.
    pub fn organisations(&self) -> Pending<Vec<Organisation>> {
        self.worker.submit(|thread| organisation::all(&thread.file.connection))
    }

    /// Adds an organisation with its signatories.
    pub fn add_organisation(&self, details: OrganisationDetails) -> Writing<OrganisationId> {
        self.worker.write(move |thread| {
            let details = entry::organisation(details)?;
            let label = Sentence::new("operation-organisation-add").with("name", details.short_name.clone());
            thread.transact(&Operation::new(label), |step| {
                organisation::insert(step, &details).map(OrganisationId)
            })
        })
    }

    /// Changes what an organisation says, its signatories included; `field` is
    /// what the user was in. Papers of open sessions follow.
    pub fn edit_organisation(
        &self,
        id: OrganisationId,
        field: &str,
        change: impl FnOnce(&mut OrganisationDetails) + Send + 'static,
    ) -> Writing<()> {
        let key = format!("organisation {id} {field}");
        self.worker.write(move |thread| {
            let current = organisation::read(&thread.file.connection, id)?;
            let details = entry::organisation(changed(&current, change))?;
            let label = Sentence::new("operation-organisation-edit").with("name", current.short_name.clone());
            thread.transact(&Operation::new(label).joining(key), |step| {
                edit::update(step, id, &current, &details)
            })
        })
    }

    /// Takes an organisation away. Refused while sessions are its.
    pub fn remove_organisation(&self, id: OrganisationId) -> Writing<()> {
        self.worker.write(move |thread| {
            let current = organisation::read(&thread.file.connection, id)?;
            let label = Sentence::new("operation-organisation-remove").with("name", current.short_name);
            thread.transact(&Operation::new(label), |step| edit::remove(step, id))
        })
    }

    /// Puts the organisations in this order; those left out follow.
    pub fn reorder_organisations(&self, order: Vec<OrganisationId>) -> Writing<()> {
        let operation = Operation::new(Sentence::new("operation-organisation-order"));
        self.worker.write(move |thread| thread.transact(&operation, |step| edit::reorder(step, &order)))
    }

    /// The organisation whose papers a session's are.
    pub fn session_organisation(&self, session: SessionId) -> Pending<Option<OrganisationId>> {
        self.worker.submit(move |thread| session::organisation(&thread.file.connection, session))
    }

    /// Chooses the organisation whose papers a session's are. Refused once the
    /// session has ended: its heading is frozen.
    pub fn choose_organisation(&self, session: SessionId, organisation: OrganisationId) -> Writing<()> {
        self.worker.write(move |thread| {
            let connection = &thread.file.connection;
            if !session::state(connection, session)?.is_open() {
                return Err(Mistake::SessionEnded.into());
            }
            let label = Sentence::new("operation-session-organisation")
                .with("name", organisation::read(connection, organisation)?.short_name)
                .with("title", session::title(connection, session)?);
            thread.transact(&Operation::new(label), |step| {
                session::edit::choose_organisation(step, session, organisation)
            })
        })
    }
}
