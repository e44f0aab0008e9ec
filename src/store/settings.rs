//! Settings of the data file: a name and a text each.

use rusqlite::{Connection, OptionalExtension};

use super::Store;
use super::error::Result;
use super::transact::{Operation, Step};
use super::worker::Pending;
use crate::message::Message;

impl Store {
    /// A setting; `None` while it was never set.
    pub fn setting(&self, name: &str) -> Pending<Option<String>> {
        let name = name.to_owned();
        self.worker.submit(move |desk| read(&desk.file.connection, &name))
    }

    /// Sets a setting, or with `None` takes it back.
    pub fn set_setting(&self, name: &str, value: Option<String>) -> Pending<()> {
        let name = name.to_owned();
        let operation = Operation::new(Message::new("operation-setting")).joining(format!("setting {name}"));
        self.worker.submit(move |desk| desk.transact(&operation, |step| write(step, &name, value.as_deref())))
    }
}

fn read(connection: &Connection, name: &str) -> Result<Option<String>> {
    let mut query = connection.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    Ok(query.query_row([name], |row| row.get(0)).optional()?)
}

/// Writes a setting where it differs.
pub(super) fn write(step: &Step<'_>, name: &str, value: Option<&str>) -> Result<()> {
    match (read(step, name)?, value) {
        (current, value) if current.as_deref() == value => {}
        (Some(_), Some(value)) => {
            step.execute("UPDATE setting SET value = ?2 WHERE name = ?1", (name, value))?;
        }
        (_, Some(value)) => {
            step.execute("INSERT INTO setting (name, value) VALUES (?1, ?2)", (name, value))?;
        }
        (_, None) => {
            step.execute("DELETE FROM setting WHERE name = ?1", [name])?;
        }
    }
    Ok(())
}
