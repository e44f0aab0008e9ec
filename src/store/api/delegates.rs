//! What may be asked of a session's delegates.

use super::changed;
use crate::domain::delegate::{Delegate, NewDelegate, Removal};
use crate::domain::division::Division;
use crate::domain::entry;
use crate::domain::id::{ClusterId, DelegateId, PersonId, SessionId};
use crate::domain::numbering::Lists;
use crate::domain::person::PersonDetails;
use crate::sentence::Sentence;
use crate::store::error::Result;
use crate::store::outcome::Done;
use crate::store::thread::{Pending, StoreThread, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, cluster, delegate, import, person, roster, session};

impl Store {
    /// The delegates of a session in Vietnamese name order, withdrawn ones included.
    pub fn delegates(&self, session: SessionId) -> Pending<Vec<Delegate>> {
        self.worker.submit(move |thread| {
            session::state(&thread.file.connection, session)?;
            delegate::of_session(&thread.file.connection, session)
        })
    }

    /// The delegates of a session whose text is "chỉ trong lớp này": edited after
    /// it ended.
    pub fn only_here(&self, session: SessionId) -> Pending<Vec<DelegateId>> {
        self.worker.submit(move |thread| delegate::only_here(&thread.file.connection, session))
    }

    /// Adds delegates to a cluster; without one, each goes where its unit is served,
    /// or to the only cluster there is. Someone withdrawn before is put back. In a
    /// fixed list they take the next numbers, under "Bổ sung".
    pub fn add_delegates(
        &self,
        session: SessionId,
        cluster: Option<ClusterId>,
        people: Vec<NewDelegate>,
    ) -> Writing<Vec<DelegateId>> {
        self.worker.write(move |thread| {
            let name = match people.first() {
                Some(NewDelegate::Unknown(details)) => details.full_name.clone(),
                Some(NewDelegate::Known(id)) => person::read(&thread.file.connection, *id)?.full_name,
                None => return Ok(Done::nothing(Vec::new())),
            };
            let label =
                Sentence::new("operation-delegate-add").with("count", people.len()).with("name", name);
            thread.transact(&Operation::new(label), |step| roster::add(step, session, cluster, people))
        })
    }

    /// Adds one delegate as they were typed, in the same way. `known` is who of the registry they are,
    /// where somebody said so: what was typed is then changed there, too, as by [`Self::edit_delegate`].
    /// `line` is the line of a list they stand in that did not come in with it: it is not asked about any
    /// more. One step.
    pub fn add_delegate(
        &self,
        session: SessionId,
        cluster: Option<ClusterId>,
        typed: PersonDetails,
        known: Option<PersonId>,
        line: Option<i64>,
    ) -> Writing<Vec<DelegateId>> {
        let label = Sentence::new("operation-delegate-add").with("count", 1_usize);
        let operation = Operation::new(label.with("name", typed.full_name.clone()));
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| {
                if let Some(line) = line {
                    import::lines_left::take(step, line)?;
                }
                match known {
                    None => roster::add(step, session, cluster, vec![NewDelegate::Unknown(typed)]),
                    Some(person) => roster::add_as_typed(step, session, cluster, person, typed),
                }
            })
        })
    }

    /// Changes what is printed of a delegate; `field` is what the user was in. While
    /// the session is open the person follows in what changed, and through it the
    /// other open sessions; afterwards the edit is marked "chỉ trong lớp này".
    pub fn edit_delegate(
        &self,
        id: DelegateId,
        field: &str,
        change: impl FnOnce(&mut PersonDetails) + Send + 'static,
    ) -> Writing<()> {
        let field = field.to_owned();
        self.worker.write(move |thread| {
            let (session, current) = delegate::read(&thread.file.connection, id)?;
            let details = entry::person(changed(&current.details, change))?;
            let is_open = session::state(&thread.file.connection, session)?.is_open();
            let label = Sentence::new("operation-delegate-edit")
                .with("field", field.clone())
                .with("name", current.details.full_name.clone());
            let operation = Operation::new(label).joining(format!("delegate {id} {field}"));
            thread.transact(&operation, |step| roster::edit(step, &current, &details, is_open))
        })
    }

    /// Changes one field of several delegates in one step, as [`Store::edit_delegate`] does for one; who was
    /// erased stays as they are.
    pub fn edit_delegates(
        &self,
        session: SessionId,
        delegates: Vec<DelegateId>,
        field: &str,
        change: impl Fn(&mut PersonDetails) + Send + 'static,
    ) -> Writing<()> {
        let field = field.to_owned();
        self.worker.write(move |thread| {
            let is_open = session::state(&thread.file.connection, session)?.is_open();
            let label = label(thread, "operation-delegates-edit", session, &delegates)?.with("field", field);
            thread.transact(&Operation::new(label), |step| {
                roster::edit_several(step, session, &delegates, &change, is_open)
            })
        })
    }

    /// Takes delegates off the list. Their people stay in the registry; delegates
    /// with a fixed number, an attendance mark or a certificate stay crossed out.
    pub fn remove_delegates(&self, session: SessionId, delegates: Vec<DelegateId>) -> Writing<Removal> {
        self.worker.write(move |thread| {
            let label = label(thread, "operation-delegate-remove", session, &delegates)?;
            thread.transact(&Operation::new(label), |step| roster::remove(step, session, &delegates))
        })
    }

    /// Puts withdrawn delegates back on the list, under the numbers they kept.
    pub fn put_back_delegates(&self, session: SessionId, delegates: Vec<DelegateId>) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = label(thread, "operation-delegate-put-back", session, &delegates)?;
            thread.transact(&Operation::new(label), |step| roster::put_back(step, session, &delegates))
        })
    }

    /// Moves delegates to another cluster, or to none. In a fixed list they take the
    /// next numbers; the numbers of the list they leave stay unused.
    pub fn move_delegates(
        &self,
        session: SessionId,
        delegates: Vec<DelegateId>,
        to: Option<ClusterId>,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = match to {
                Some(to) => label(thread, "operation-delegate-move", session, &delegates)?
                    .with("cluster", cluster::read(&thread.file.connection, to)?.1.name),
                None => label(thread, "operation-delegate-move-out", session, &delegates)?,
            };
            thread.transact(&Operation::new(label), |step| roster::move_to(step, session, &delegates, to))
        })
    }

    /// "Chia cụm": carries out what [`divide`](crate::domain::division::divide)
    /// planned and the user perhaps changed. Refused while a list is fixed.
    pub fn apply_division(&self, session: SessionId, division: Division) -> Writing<()> {
        let label = Sentence::new("operation-division")
            .with("count", division.delegates())
            .with("clusters", division.shares.len());
        self.worker.write(move |thread| {
            thread.transact(&Operation::new(label), |step| roster::apply_division(step, session, &division))
        })
    }

    /// "Chốt danh sách": the numbers stay as they are now.
    pub fn fix_lists(&self, session: SessionId, lists: Lists) -> Writing<()> {
        self.worker.write(move |thread| {
            let title = session::title(&thread.file.connection, session)?;
            let label = Sentence::new("operation-list-fix").with("title", title);
            thread.transact(&Operation::new(label), |step| roster::fix(step, session, lists))
        })
    }

    /// "Mở lại danh sách": numbers follow the order again, crossed-out ones are gone.
    pub fn open_lists(&self, session: SessionId, lists: Lists) -> Writing<()> {
        self.worker.write(move |thread| {
            let title = session::title(&thread.file.connection, session)?;
            let label = Sentence::new("operation-list-open").with("title", title);
            thread.transact(&Operation::new(label), |step| roster::open(step, session, lists))
        })
    }
}

/// A step on some delegates: their count, and the name of the first.
fn label(thread: &StoreThread, id: &str, session: SessionId, delegates: &[DelegateId]) -> Result<Sentence> {
    let found = delegate::by_ids(&thread.file.connection, session, delegates)?;
    let name = found.first().map(|delegate| delegate.details.full_name.clone()).unwrap_or_default();
    Ok(Sentence::new(id).with("count", found.len()).with("name", name))
}
