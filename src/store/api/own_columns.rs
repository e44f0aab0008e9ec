//! What may be asked of the own columns of a session.

use crate::domain::id::{DelegateId, OwnColumnId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::own_column::OwnKind;
use crate::domain::own_column::discussion::Group;
use crate::sentence::Sentence;
use crate::store::outcome::Done;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, delegate, own_column};

impl Store {
    /// The headings of the own columns of a session, in their order.
    pub fn own_column_labels(&self, session: SessionId) -> Pending<Vec<String>> {
        self.worker.submit(move |thread| own_column::labels(&thread.file.connection, session))
    }

    /// Adds a column behind the others.
    pub fn add_own_column(&self, session: SessionId, label: String, kind: OwnKind) -> Writing<OwnColumnId> {
        let operation = Operation::new(Sentence::new("operation-own-add").with("label", label.clone()));
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| own_column::add(step, session, &label, kind))
        })
    }

    /// Gives a column another heading.
    pub fn rename_own_column(&self, column: OwnColumnId, label: String) -> Writing<()> {
        self.worker.write(move |thread| {
            let (_, before) = own_column::read(&thread.file.connection, column)?;
            let words = Sentence::new("operation-own-rename").with("label", before.label);
            let operation = Operation::new(words.with("becomes", label.clone()));
            let operation = operation.joining(format!("own column {column}"));
            thread.transact(&operation, |step| own_column::rename(step, column, &label))
        })
    }

    /// Puts the columns of a session in this order; those left out follow.
    pub fn order_own_columns(&self, session: SessionId, order: Vec<OwnColumnId>) -> Writing<()> {
        let operation = Operation::new(Sentence::new("operation-own-order"));
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| own_column::reorder(step, session, &order))
        })
    }

    /// Takes a column away with all that stands in it; answers of how many something stood there.
    pub fn remove_own_column(&self, column: OwnColumnId) -> Writing<usize> {
        self.worker.write(move |thread| {
            let (_, known) = own_column::read(&thread.file.connection, column)?;
            let operation = Operation::new(Sentence::new("operation-own-remove").with("label", known.label));
            thread.transact(&operation, |step| own_column::remove(step, column))
        })
    }

    /// Sets what stands in a column of these delegates, as it was typed; nothing empties it.
    ///
    /// Refused: what does not fit the column.
    pub fn put_own_value(
        &self,
        column: OwnColumnId,
        delegates: Vec<DelegateId>,
        typed: String,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            let (session, known) = own_column::read(&thread.file.connection, column)?;
            let value = known.kind.read(&typed).map_err(Mistake::from)?;
            let found = delegate::by_ids(&thread.file.connection, session, &delegates)?;
            let operation = match found.as_slice() {
                [] => return Ok(Done::nothing(())),
                [one] => {
                    let words = Sentence::new("operation-own-value").with("label", known.label);
                    Operation::new(words.with("name", one.details.full_name.clone()))
                        .joining(format!("own {column} {}", one.id))
                }
                several => {
                    let words = Sentence::new("operation-own-values").with("label", known.label);
                    Operation::new(words.with("count", several.len()))
                }
            };
            thread.transact(&operation, |step| own_column::put(step, column, &delegates, value.as_ref()))
        })
    }

    /// "Chia tổ": puts delegates into groups; see
    /// [`divide`](crate::domain::own_column::discussion::divide).
    pub fn put_in_groups(&self, session: SessionId, groups: Vec<Group>) -> Writing<()> {
        let people: usize = groups.iter().map(|group| group.delegates.len()).sum();
        let words = Sentence::new("operation-own-groups").with("count", people).with("groups", groups.len());
        let operation = Operation::new(words);
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| own_column::put_in_groups(step, session, &groups))
        })
    }
}
