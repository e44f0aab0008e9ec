//! What may be asked of the settings.

use crate::sentence::Sentence;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, settings};

impl Store {
    /// A setting; `None` while it was never set.
    pub fn setting(&self, name: &str) -> Pending<Option<String>> {
        let name = name.to_owned();
        self.worker.submit(move |thread| settings::read(&thread.file.connection, &name))
    }

    /// Sets a setting, or with `None` takes it back.
    pub fn set_setting(&self, name: &str, value: Option<String>) -> Writing<()> {
        let name = name.to_owned();
        let operation = Operation::new(Sentence::new("operation-setting")).joining(format!("setting {name}"));
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| settings::write(step, &name, value.as_deref()))
        })
    }
}
