//! Making data files: built under a temporary name, checked, and only then called as they shall be.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::error::{Result, StoreError};
use super::header::{self, Header};
use super::lock::WriterLock;
use super::migrate;
use super::open::{self, Opened};
use crate::clock;
use crate::whole_file::{self, Privacy, Unfinished, with_suffix};

/// How long another start that makes the same file is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// Makes a new data file in a folder that exists. Errors with `Exists` when anything stands
/// there.
pub(super) fn create(path: &Path) -> Result<Opened> {
    let lock = WriterLock::take(path, PATIENCE)?;
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists(path.to_owned()),
        std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly,
        _ => StoreError::io(path, &error),
    };
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists(path.to_owned()));
    }
    let unfinished = Unfinished::beside(path, Privacy::Private).map_err(failed)?;
    fill(unfinished.path())?;
    put_journals_aside(path)?;
    unfinished.finish_new().map_err(failed)?;
    let lock = lock.made(path)?;
    open::open_writer(path, Header::open(path)?, lock)
}

/// Fills an empty file with the schema.
fn fill(path: &Path) -> Result<()> {
    let mut connection = connect_unfinished(path)?;
    connection.pragma_update(None, "application_id", migrate::APPLICATION_ID)?;
    migrate::apply(&mut connection, 0, &migrate::MIGRATIONS)?;
    close(connection)?;
    seal(path)
}

/// Brings a file that has no name yet to our schema.
pub(super) fn upgrade(path: &Path) -> Result<()> {
    let mut connection = connect_unfinished(path)?;
    let version = open::version(&connection, path)?;
    if version < migrate::KNOWN {
        migrate::apply(&mut connection, version, &migrate::MIGRATIONS)?;
        close(connection)?;
        seal(path)?;
    }
    Ok(())
}

/// Seals a file that was just filled or copied.
pub(super) fn seal(path: &Path) -> Result<()> {
    let mut connection = connect_unfinished(path)?;
    header::seal_copy(&mut connection, path)?;
    close(connection)
}

/// A connection to a file that has no name yet: nobody misses it if the power goes, and it is put
/// on the disk as a whole.
pub(super) fn connect_unfinished(path: &Path) -> Result<Connection> {
    let connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;")?;
    Ok(connection)
}

/// Closes a connection, and says what did not reach the disk.
pub(super) fn close(connection: Connection) -> Result<()> {
    connection.close().map_err(|(_, error)| error.into())
}

/// Moves away what SQLite would take for the unfinished writes of the file that is about to get
/// this name. They belong to one that is gone, and would spoil it.
pub(super) fn put_journals_aside(path: &Path) -> Result<()> {
    for journal in journals(path) {
        let now = clock::here().strftime("%Y%m%d-%H%M%S").to_string();
        let aside = whole_file::free_name(|further| with_suffix(&journal, &format!(".cu-{now}{further}")));
        tracing::warn!(file = %journal.display(), aside = %aside.display(), "a stale journal is put aside");
        whole_file::move_aside(&journal, &aside).map_err(|error| StoreError::io(&journal, &error))?;
    }
    Ok(())
}

/// What SQLite left beside a file.
pub(super) fn journals(path: &Path) -> impl Iterator<Item = PathBuf> {
    let names = ["-journal", "-wal", "-shm"].map(|suffix| with_suffix(path, suffix));
    names.into_iter().filter(|journal| journal.symlink_metadata().is_ok())
}

/// Takes a data file away that this process made and that holds nothing, as far as the system lets
/// us; its lock file is empty and may stay.
pub(super) fn remove(path: &Path) {
    let _ = std::fs::remove_file(path);
    let _ = std::fs::remove_file(with_suffix(path, ".lock"));
}
