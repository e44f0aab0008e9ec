//! What may be asked of sessions.

use super::changed;
use crate::domain::blueprint::Blueprint;
use crate::domain::dossier::Dossier;
use crate::domain::entry;
use crate::domain::guest::Guest;
use crate::domain::id::{OrganisationId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::overview::Overview;
use crate::domain::rebase::rebase;
use crate::domain::session::{
    AudienceGroup, CopyOf, Organiser, SamplesRemoved, SessionDetails, SessionState, SessionSummary,
};
use crate::domain::session_copy::CopyReport;
use crate::domain::template::Template;
use crate::sentence::Sentence;
use crate::store::error::Result;
use crate::store::session::{self, edit, remove};
use crate::store::thread::{Pending, Writing};
use crate::store::transact::{Operation, Step};
use crate::store::{Store, dossier, organisation, plant, session_copy};

impl Store {
    /// All sessions, the latest first.
    pub fn sessions(&self) -> Pending<Vec<SessionSummary>> {
        self.worker.submit(|thread| session::summaries(&thread.file.connection))
    }

    /// All sessions with how far they have come, and what else needs a look.
    pub fn overview(&self) -> Pending<Overview> {
        self.worker.submit(|thread| session::overview(&thread.file.connection))
    }

    /// One session, whole.
    pub fn dossier(&self, id: SessionId) -> Pending<Dossier> {
        self.worker.submit(move |thread| dossier::read(&mut thread.file.connection, id))
    }

    /// Adds whole sessions as one step.
    pub fn plant(&self, operation: Operation, blueprints: Vec<Blueprint>) -> Writing<Vec<SessionId>> {
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| blueprints.iter().map(|one| plant::plant(step, one)).collect())
        })
    }

    /// Adds an empty session, of an organisation if one is chosen.
    pub fn create_session(
        &self,
        details: SessionDetails,
        organisation: Option<OrganisationId>,
    ) -> Writing<SessionId> {
        self.worker.write(move |thread| {
            let details = entry::session(details)?;
            if let Some(organisation) = organisation {
                organisation::read(&thread.file.connection, organisation)?;
            }
            let label = Sentence::new("operation-session-add").with("title", details.title.clone());
            thread.transact(&Operation::new(label), |step| edit::create(step, organisation, &details))
        })
    }

    /// Adds a session as the dialog gives it: of the first organisation of the
    /// settings, with the clusters, sittings and programme of a template.
    pub fn start_session(&self, details: SessionDetails, template: Option<Template>) -> Writing<SessionId> {
        self.worker.write(move |thread| {
            let details = entry::session(details)?;
            let (details, clusters) = match template {
                Some(template) => template.plan(details),
                None => (details, Vec::new()),
            };
            let organisation = organisation::all(&thread.file.connection)?.first().map(|one| one.id);
            let label = match template {
                Some(_) => "operation-session-template",
                None => "operation-session-add",
            };
            let label = Sentence::new(label).with("title", details.title.clone());
            thread.transact(&Operation::new(label), |step| {
                let id = edit::create(step, organisation, &details)?;
                plant::clusters(step, id, &clusters)?;
                Ok(id)
            })
        })
    }

    /// Changes what a session says; `field` is what the user was in. A state that
    /// becomes "ended" freezes the session as [`Store::end_session`] does.
    pub fn edit_session(
        &self,
        id: SessionId,
        field: &str,
        change: impl FnOnce(&mut SessionDetails) + Send + 'static,
    ) -> Writing<()> {
        let field = field.to_owned();
        self.worker.write(move |thread| {
            let current = session::read(&thread.file.connection, id)?.details;
            let details = entry::session(changed(&current, change))?;
            let label = Sentence::new("operation-session-edit")
                .with("field", field.clone())
                .with("title", current.title);
            let operation = Operation::new(label).joining(format!("session {id} {field}"));
            thread.transact(&operation, |step| edit::edit(step, id, details))
        })
    }

    /// Changes the organisers of a session, in printed order, as [`rebase`] does. `field` is
    /// what the user was in; `None` for a button, which is a step of its own.
    pub fn set_organisers(
        &self,
        id: SessionId,
        seen: Vec<Organiser>,
        wanted: Vec<Organiser>,
        field: Option<String>,
    ) -> Writing<()> {
        self.set_company(id, "operation-session-organisers", field, move |step| {
            let list = rebase(session::organisers(step, id)?, &seen, wanted).ok_or(Mistake::LineChanged)?;
            session::set_organisers(step, id, &entry::organisers(list))
        })
    }

    /// Changes the groups a session called, in printed order; as above.
    pub fn set_audience(
        &self,
        id: SessionId,
        seen: Vec<AudienceGroup>,
        wanted: Vec<AudienceGroup>,
        field: Option<String>,
    ) -> Writing<()> {
        self.set_company(id, "operation-session-audience", field, move |step| {
            let list = rebase(session::audience(step, id)?, &seen, wanted).ok_or(Mistake::LineChanged)?;
            session::set_audience(step, id, &entry::audience(list))
        })
    }

    /// Changes the guests of a session, in printed order; as above.
    pub fn set_guests(
        &self,
        id: SessionId,
        seen: Vec<Guest>,
        wanted: Vec<Guest>,
        field: Option<String>,
    ) -> Writing<()> {
        self.set_company(id, "operation-session-guests", field, move |step| {
            let list = rebase(session::guests(step, id)?, &seen, wanted).ok_or(Mistake::LineChanged)?;
            session::set_guests(step, id, &entry::guests(list))
        })
    }

    /// One step on what stands with a session; edits of one field within ten seconds join.
    fn set_company(
        &self,
        id: SessionId,
        label: &'static str,
        field: Option<String>,
        work: impl FnOnce(&Step<'_>) -> Result<()> + Send + 'static,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            let title = session::title(&thread.file.connection, id)?;
            let operation = Operation::new(Sentence::new(label).with("title", title));
            let operation = match field {
                Some(field) => operation.joining(format!("{label} {id} {field}")),
                None => operation,
            };
            thread.transact(&operation, work)
        })
    }

    /// The session is under way: it was being prepared until now.
    pub fn begin_session(&self, id: SessionId) -> Writing<()> {
        self.turn_state(id, SessionState::is_preparing, SessionState::Running, "operation-session-begin")
    }

    /// "Kết thúc lớp": from now on the session keeps its own heading and delegates,
    /// whatever the settings and the registry become.
    pub fn end_session(&self, id: SessionId) -> Writing<()> {
        self.turn_state(id, SessionState::is_open, SessionState::Ended, "operation-session-end")
    }

    /// Opens an ended session again: it follows the settings and the registry in
    /// whatever changes from now on.
    pub fn reopen_session(&self, id: SessionId) -> Writing<()> {
        self.turn_state(id, |state| !state.is_open(), SessionState::Running, "operation-session-reopen")
    }

    /// Turns the state of a session that stands where it may be turned.
    fn turn_state(
        &self,
        id: SessionId,
        from: fn(SessionState) -> bool,
        state: SessionState,
        label: &'static str,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            let title = session::title(&thread.file.connection, id)?;
            let operation = Operation::new(Sentence::new(label).with("title", title));
            thread.transact(&operation, |step| {
                let current = session::read(step, id)?.details;
                match from(current.state) {
                    true => edit::edit(step, id, SessionDetails { state, ..current }),
                    false => Ok(()),
                }
            })
        })
    }

    /// "Cất đi": a session is left out of the list of sessions and of Tổng quan; or it is taken out again.
    pub fn put_away_session(&self, id: SessionId, away: bool) -> Writing<()> {
        let label = if away { "operation-session-put-away" } else { "operation-session-take-out" };
        self.worker.write(move |thread| {
            let label = Sentence::new(label).with("title", session::title(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label), |step| edit::put_away(step, id, away))
        })
    }

    /// "Tạo từ lớp này": a new session like an earlier one, with what was chosen of it.
    pub fn copy_session(&self, source: SessionId, copy: CopyOf) -> Writing<SessionId> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-session-copy")
                .with("title", session::title(&thread.file.connection, source)?);
            thread.transact(&Operation::new(label), |step| session_copy::copy(step, source, &copy))
        })
    }

    /// What [`Store::copy_session`] would take over, move and leave behind.
    pub fn copy_report(&self, source: SessionId, copy: CopyOf) -> Pending<CopyReport> {
        self.worker.submit(move |thread| {
            let connection = thread.file.connection.transaction()?;
            session_copy::report(&connection, source, &copy)
        })
    }

    /// Deletes a session with everything in it; its people stay in the registry,
    /// but for the invented people of a sample.
    pub fn delete_session(&self, id: SessionId) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-session-delete")
                .with("title", session::title(&thread.file.connection, id)?);
            thread.transact(&Operation::new(label), |step| remove::delete(step, id).map(drop))
        })
    }

    /// Deletes all sample sessions with their invented people, and what came with
    /// them and nothing else uses.
    pub fn remove_samples(&self) -> Writing<SamplesRemoved> {
        let operation = Operation::new(Sentence::new("operation-samples-remove"));
        self.worker.write(move |thread| thread.transact(&operation, remove::samples))
    }
}
