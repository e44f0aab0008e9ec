//! Lists that are read in.

use crate::domain::id::SessionId;
use crate::domain::list::{ColumnMapping, ImportCounts, ImportPlan, KnownPeople};
use crate::message::Message;
use crate::store::transact::Operation;
use crate::store::worker::Pending;
use crate::store::{Store, column_mapping, import};

impl Store {
    /// What has to be known to plan a list for a session: `names` are the folded
    /// names the list holds.
    pub fn known_people(&self, session: SessionId, names: Vec<String>) -> Pending<KnownPeople> {
        self.worker.submit(move |desk| import::known(&desk.file.connection, session, &names))
    }

    /// What the columns of layouts met before hold, the latest first.
    pub fn column_mappings(&self) -> Pending<Vec<ColumnMapping>> {
        self.worker.submit(move |desk| column_mapping::all(&desk.file.connection))
    }

    /// Remembers what the columns of a layout hold: a step of its own, so that the
    /// mapping stays when an import is undone.
    pub fn remember_columns(&self, mapping: ColumnMapping) -> Pending<()> {
        let label = Message::new("operation-remember-columns");
        self.worker.submit(move |desk| {
            desk.transact(&Operation::new(label), |step| column_mapping::remember(step, &mapping))
        })
    }

    /// Writes a planned list into its session: one step, all of it or nothing. Lists
    /// written together, one soon after the other under the same key, are one step to
    /// take back.
    pub fn apply_import(&self, plan: ImportPlan, together: Option<String>) -> Pending<ImportCounts> {
        let label = Message::new("operation-import")
            .with("file", plan.source.clone())
            .with("count", plan.done().new + plan.done().update);
        let operation = match together {
            Some(key) => Operation::new(label).joining(key),
            None => Operation::new(label),
        };
        self.worker.submit(move |desk| desk.transact(&operation, |step| import::apply(step, &plan)))
    }
}
