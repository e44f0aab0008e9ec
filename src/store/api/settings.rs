//! What may be asked of the settings.

use crate::message::Message;
use crate::store::transact::Operation;
use crate::store::worker::{Pending, Writing};
use crate::store::{Store, settings};

impl Store {
    /// A setting; `None` while it was never set.
    pub fn setting(&self, name: &str) -> Pending<Option<String>> {
        let name = name.to_owned();
        self.worker.submit(move |desk| settings::read(&desk.file.connection, &name))
    }

    /// Sets a setting, or with `None` takes it back.
    pub fn set_setting(&self, name: &str, value: Option<String>) -> Writing<()> {
        let name = name.to_owned();
        let operation = Operation::new(Message::new("operation-setting")).joining(format!("setting {name}"));
        self.worker.write(move |desk| {
            desk.transact(&operation, |step| settings::write(step, &name, value.as_deref()))
        })
    }
}
