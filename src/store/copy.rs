//! Complete copies of a data file.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::error::{Result, StoreError};
use crate::whole_file::Unfinished;

/// Writes a complete copy to `target`, all of it or nothing. A file that stands
/// there is replaced only once the copy is whole.
pub(super) fn copy_to(connection: &Connection, target: &Path) -> Result<()> {
    let unfinished = Unfinished::beside(target).map_err(|error| StoreError::io(target, &error))?;
    copy_into(connection, unfinished.path())?;
    unfinished.finish(target).map_err(|error| StoreError::io(target, &error))
}

/// Copies every page; a writer that changes the file meanwhile makes it start over.
pub(super) fn copy_into(connection: &Connection, target: &Path) -> Result<()> {
    let mut copy = Connection::open(target)?;
    Backup::new(connection, &mut copy)?.run_to_completion(1024, Duration::ZERO, None)?;
    Ok(())
}
