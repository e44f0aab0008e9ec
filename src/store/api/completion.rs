//! What may be asked of the rule for certificates, of essays and of decisions by hand.

use super::changed;
use crate::domain::completion::essay::Essay;
use crate::domain::completion::{Decision, Rule};
use crate::domain::entry;
use crate::domain::id::{DelegateId, SessionId};
use crate::sentence::Sentence;
use crate::store::thread::Writing;
use crate::store::transact::Operation;
use crate::store::{Store, completion, delegate, session};

impl Store {
    /// Changes the rule by which people of a session complete; `None` is no rule. `field` is what the user was in.
    pub fn edit_completion_rule(
        &self,
        session: SessionId,
        field: &str,
        change: impl FnOnce(&mut Option<Rule>) + Send + 'static,
    ) -> Writing<()> {
        let key = format!("completion {session} {field}");
        self.worker.write(move |thread| {
            let rule = changed(&completion::rule(&thread.file.connection, session)?, change);
            let label = Sentence::new("operation-completion-rule")
                .with("title", session::title(&thread.file.connection, session)?);
            thread.transact(&Operation::new(label).joining(key), |step| {
                completion::set_rule(step, session, rule.as_ref())
            })
        })
    }

    /// Sets what is known of essays; `None` for one of which nothing is known any more. Returns how many are otherwise now.
    pub fn put_essays(&self, session: SessionId, essays: Vec<(DelegateId, Option<Essay>)>) -> Writing<usize> {
        self.worker.write(move |thread| {
            let label = match essays.as_slice() {
                [(one, _)] => Sentence::new("operation-essay")
                    .with("name", delegate::read(&thread.file.connection, *one)?.1.details.full_name),
                several => Sentence::new("operation-essays").with("count", several.len()),
            };
            thread.transact(&Operation::new(label), |step| completion::put_essays(step, session, &essays))
        })
    }

    /// Changes what was decided of somebody by hand.
    pub fn decide_completion(
        &self,
        session: SessionId,
        delegate: DelegateId,
        change: impl FnOnce(&mut Decision) + Send + 'static,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            let current = completion::decision(&thread.file.connection, delegate)?;
            let decision = entry::decision(&current, changed(&current, change))?;
            let label = Sentence::new("operation-completion-decision")
                .with("name", delegate::read(&thread.file.connection, delegate)?.1.details.full_name);
            thread.transact(&Operation::new(label), |step| {
                completion::decide(step, session, delegate, &decision)
            })
        })
    }
}
