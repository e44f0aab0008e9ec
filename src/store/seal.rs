//! What closes every write: the hashes of the records it touched, and the count by which a write of
//! another program is seen.

use rusqlite::{Connection, Transaction};

use super::error::Result;
use super::header::Header;
use super::record_hash::{self, Spans};
use super::watch::Watch;

/// What a write is closed with. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Seal {
    pub(super) watch: Watch,
    pub(super) header: Header,
}

impl Seal {
    /// Closes a write and commits it.
    pub(super) fn commit(&self, transaction: Transaction<'_>) -> Result<()> {
        self.close(&transaction, &self.watch.records())?;
        Ok(transaction.commit()?)
    }

    /// Closes a write that is about to be committed.
    pub(super) fn close(&self, transaction: &Connection, records: &Spans) -> Result<()> {
        record_hash::renew(transaction, records)?;
        self.header.seal(transaction)
    }
}
