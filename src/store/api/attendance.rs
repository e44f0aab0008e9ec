//! What may be asked of attendance.

use crate::domain::attendance::arrival::Found;
use crate::domain::attendance::exchange::{Differing, Incoming, Manner, Received};
use crate::domain::attendance::form::FormContent;
use crate::domain::attendance::notice::Notice;
use crate::domain::attendance::package::MarkPackage;
use crate::domain::attendance::receipt::{NewReceipts, Receipted};
use crate::domain::attendance::{Attendance, Entered, MadeOn, NewEntry};
use crate::domain::id::{ClusterId, DelegateId, EntryId, SessionId, SittingId};
use crate::sentence::Sentence;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, attendance, delegate, mark_exchange, receipt};

impl Store {
    /// Writes what one Enter, scan or click says, all of it or nothing. Facts and no edits: they are no step, a hundred
    /// of them push no edit out of those that can be undone, and undoing never touches them. An entry that makes delegates
    /// of those who came, or goes on to later sittings, is a step for that part.
    pub fn mark(&self, entry: NewEntry) -> Writing<Entered> {
        self.worker.write(move |thread| {
            let operation = attendance::told::operation(&thread.file.connection, &entry)?;
            thread.transact(&operation, |step| attendance::append(step, &entry))
        })
    }

    /// Writes down what was said before of a delegate, in the place of what was said of the same sittings. Who is `sent`
    /// and is no delegate yet is made one without a place.
    pub fn announce(&self, session: SessionId, notice: Notice, sent: Option<Found>) -> Writing<()> {
        self.worker.write(move |thread| {
            let name = delegate::read(&thread.file.connection, notice.delegate)?.1.details.full_name;
            let operation = Operation::new(Sentence::new("operation-notice").with("name", name));
            thread.transact(&operation, |step| attendance::notices::announce(step, session, notice, sent))
        })
    }

    /// Forgets all that was said before of a delegate.
    pub fn forget_notices(&self, of: DelegateId) -> Writing<()> {
        self.worker.write(move |thread| {
            let name = delegate::read(&thread.file.connection, of)?.1.details.full_name;
            let operation = Operation::new(Sentence::new("operation-notice-forgotten").with("name", name));
            thread.transact(&operation, |step| attendance::notices::forget(step, of))
        })
    }

    /// Writes what a signed list of money, documents or certificates says, as [`mark`](Self::mark) does: all of it or
    /// nothing, no step. It is taken back by [`retract_entry`](Self::retract_entry).
    pub fn receive(&self, entry: NewReceipts) -> Writing<Receipted> {
        self.worker.write(move |thread| {
            thread.transact(&Operation::untracked(), |step| receipt::append(step, &entry))
        })
    }

    /// Takes an entry back as a whole by a further one; nothing vanishes.
    pub fn retract_entry(&self, entry: EntryId, made_on: MadeOn) -> Writing<()> {
        self.worker.write(move |thread| {
            let operation = attendance::told::retraction(&thread.file.connection, entry)?;
            thread.transact(&operation, |step| attendance::retract(step, entry, &made_on))
        })
    }

    /// The last entry of a session that was made on a computer and not taken back.
    pub fn last_entry(&self, session: SessionId, machine: String) -> Pending<Option<EntryId>> {
        self.worker.submit(move |thread| attendance::last_entry(&thread.file.connection, session, &machine))
    }

    /// All that counts in a session.
    pub fn attendance(&self, session: SessionId) -> Pending<Attendance> {
        self.worker.submit(move |thread| attendance::of_session(&thread.file.connection, session))
    }

    /// The attendance of a cluster, for a second computer or back from there.
    pub fn mark_package(&self, session: SessionId, cluster: ClusterId) -> Pending<MarkPackage> {
        self.worker.submit(move |thread| {
            mark_exchange::export::package(&mut thread.file.connection, session, cluster)
        })
    }

    /// What the form of a cluster says before it is filled in.
    pub fn mark_form(&self, session: SessionId, cluster: ClusterId) -> Pending<FormContent> {
        self.worker
            .submit(move |thread| mark_exchange::export::form(&mut thread.file.connection, session, cluster))
    }

    /// What attendance of another computer would bring. Changes nothing.
    pub fn preview_marks(&self, incoming: Incoming, manner: Manner) -> Pending<Received> {
        self.worker.submit(move |thread| mark_exchange::preview(thread, &incoming, &manner))
    }

    /// Takes in attendance of another computer, all of it or nothing: a step where the list of delegates changes, else a
    /// fact. The same file twice changes nothing.
    pub fn receive_marks(&self, incoming: Incoming, manner: Manner) -> Writing<Received> {
        self.worker.write(move |thread| mark_exchange::receive(thread, &incoming, &manner))
    }

    /// Where marks of other computers say otherwise than those that count, as far as nobody decided.
    pub fn mark_conflicts(&self, session: SessionId) -> Pending<Vec<Differing>> {
        self.worker
            .submit(move |thread| mark_exchange::conflicts::of_session(&thread.file.connection, session))
    }

    /// Decides conflicts: theirs count from now on, or ours go on to.
    pub fn settle_conflicts(
        &self,
        session: SessionId,
        conflicts: Vec<i64>,
        take_theirs: bool,
        made_on: MadeOn,
    ) -> Writing<usize> {
        self.worker.write(move |thread| {
            thread.transact(&Operation::untracked(), |step| {
                mark_exchange::conflicts::settle(step, session, &conflicts, take_theirs, &made_on)
            })
        })
    }

    /// Closes a sitting: who has no mark at it was absent.
    pub fn close_sitting(&self, sitting: SittingId, made_on: MadeOn) -> Writing<()> {
        self.worker.write(move |thread| {
            let label =
                attendance::told::of_sitting(&thread.file.connection, "operation-sitting-closed", sitting)?;
            thread.transact(&Operation::fact(label), |step| {
                attendance::set_closed(step, sitting, true, None, &made_on)
            })
        })
    }

    /// Opens a sitting again, for a reason.
    pub fn open_sitting(&self, sitting: SittingId, reason: String, made_on: MadeOn) -> Writing<()> {
        self.worker.write(move |thread| {
            let label =
                attendance::told::of_sitting(&thread.file.connection, "operation-sitting-opened", sitting)?;
            let label = label.with("reason", reason.as_str());
            thread.transact(&Operation::fact(label), |step| {
                attendance::set_closed(step, sitting, false, Some(&reason), &made_on)
            })
        })
    }
}
