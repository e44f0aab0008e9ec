//! Lists that are read in.

use crate::domain::id::{PersonId, SessionId};
use crate::domain::list::{
    ColumnMapping, ImportCounts, ImportOffers, ImportPlan, ImportRecord, KeptLine, KnownPeople,
};
use crate::domain::person::PersonDetails;
use crate::progress::Progress;
use crate::sentence::Sentence;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, column_mapping, import, person};
use crate::vietnamese::fold::fold;

impl Store {
    /// What has to be known to plan a list for a session: `names` are the folded
    /// names the list holds.
    pub fn known_people(&self, session: SessionId, names: Vec<String>) -> Pending<KnownPeople> {
        self.worker.submit(move |thread| import::known(&thread.file.connection, session, &names))
    }

    /// The people of the registry with this name, whatever its letters and marks.
    pub fn namesakes(&self, name: &str) -> Pending<Vec<(PersonId, PersonDetails)>> {
        let name = fold(name);
        self.worker.submit(move |thread| person::by_folded_names(&thread.file.connection, &[name]))
    }

    /// What the columns of layouts met before hold, the latest first.
    pub fn column_mappings(&self) -> Pending<Vec<ColumnMapping>> {
        self.worker.submit(move |thread| column_mapping::all(&thread.file.connection))
    }

    /// Remembers what the columns of a layout hold: a habit and no step, so that it stays
    /// when the import is undone.
    pub fn remember_columns(&self, mapping: ColumnMapping) -> Writing<()> {
        self.worker.write(move |thread| {
            thread.transact(&Operation::untracked(), |step| column_mapping::remember(step, &mapping))
        })
    }

    /// The lists that were read into a session, the latest first; those whose import was
    /// undone are not among them.
    pub fn imports(&self, session: SessionId) -> Pending<Vec<ImportRecord>> {
        self.worker.submit(move |thread| import::records(&thread.file.connection, session))
    }

    /// The lines of an import that did not come in, in the order of the list.
    pub fn lines_left(&self, import: i64) -> Pending<Vec<KeptLine>> {
        self.worker.submit(move |thread| import::lines_left::of_import(&thread.file.connection, import))
    }

    /// What can be chosen for a planned list.
    pub fn import_offers(&self, plan: ImportPlan) -> Pending<ImportOffers> {
        self.worker.submit(move |thread| import::offers(&thread.file.connection, &plan))
    }

    /// Writes a planned list into its session: one step, all of it or nothing.
    pub fn apply_import(&self, plan: ImportPlan) -> Writing<ImportCounts> {
        self.apply_imports(plan, Vec::new(), Progress::default())
    }

    /// Writes several lists, one after the other, as one step. Those after the first are
    /// planned when the ones before them are written: a person in two lists comes in
    /// once. Where `progress` is cancelled nothing is written.
    pub fn apply_imports(
        &self,
        first: ImportPlan,
        further: Vec<FurtherList>,
        progress: Progress,
    ) -> Writing<ImportCounts> {
        let writes = |plan: &ImportPlan| plan.done().new + plan.done().update;
        let label = match further.len() {
            0 => Sentence::new("operation-import").with("file", first.source.clone()),
            more => Sentence::new("operation-import-several").with("files", more + 1),
        };
        let count = writes(&first) + further.iter().map(|list| list.writes).sum::<usize>();
        let operation = Operation::new(label.with("count", count));
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| {
                let mut total = import::apply(step, &first, &progress)?;
                for list in further {
                    let known = import::known(step, first.session, &list.names)?;
                    total += import::apply(step, &(list.plan)(&known), &progress)?;
                }
                Ok(total)
            })
        })
    }
}

/// A list that is planned once those before it are written.
pub struct FurtherList {
    /// The folded names it holds.
    pub names: Vec<String>,
    /// How many people it will write, as far as is known, for the history.
    pub writes: usize,
    /// Makes the plan.
    pub plan: Box<dyn FnOnce(&KnownPeople) -> ImportPlan + Send>,
}
