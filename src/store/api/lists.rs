//! Lists that are read in.

use crate::domain::id::SessionId;
use crate::domain::list::{ImportCounts, ImportPlan, KnownPeople};
use crate::message::Message;
use crate::store::transact::Operation;
use crate::store::worker::Pending;
use crate::store::{Store, import};

impl Store {
    /// What has to be known to plan a list for a session: `names` are the folded
    /// names the list holds.
    pub fn known_people(&self, session: SessionId, names: Vec<String>) -> Pending<KnownPeople> {
        self.worker.submit(move |desk| import::known(&desk.file.connection, session, &names))
    }

    /// Writes a planned list into its session: one step, all of it or nothing.
    pub fn apply_import(&self, plan: ImportPlan) -> Pending<ImportCounts> {
        let label = Message::new("operation-import")
            .with("file", plan.source.clone())
            .with("count", plan.counts().new + plan.counts().update);
        self.worker
            .submit(move |desk| desk.transact(&Operation::new(label), |step| import::apply(step, &plan)))
    }
}
