//! No leavings: what is erased is overwritten as SQLite frees it, and the file written anew.

use crate::store::error::Result;
use crate::store::open::Opened;
use crate::store::transact::Step;

/// Stands in `data_file` from an erasure until the file is swept, so that one that was cut short
/// in between is made up for when the file is opened next.
const DUE: &str = "sweep";

/// Notes, as part of an erasure, that the file is to be swept.
pub(super) fn note_due(step: &Step<'_>) -> Result<()> {
    step.execute("INSERT OR REPLACE INTO data_file (name, value) VALUES (?1, ?2)", (DUE, step.now()))?;
    Ok(())
}

/// Sweeps the file where an erasure asked for it and was cut short.
pub(in crate::store) fn sweep_if_due(file: &mut Opened) -> Result<bool> {
    let is_due = file.connection.prepare_cached("SELECT 1 FROM data_file WHERE name = ?1")?.exists([DUE])?;
    if is_due {
        sweep(file)?;
    }
    Ok(is_due)
}

/// Writes the whole file anew: pages keep pieces of rows that were moved about in them.
pub(super) fn sweep(file: &mut Opened) -> Result<()> {
    let header = file.seal.header.clone();
    file.write(|connection| {
        // Statements that were not read to their end would forbid it.
        connection.flush_prepared_statement_cache();
        connection.execute_batch("VACUUM")?;
        let transaction = header.begin(connection)?;
        transaction.execute("DELETE FROM data_file WHERE name = ?1", [DUE])?;
        header.seal_anew(&transaction)?;
        Ok(transaction.commit()?)
    })
}
