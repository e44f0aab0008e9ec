//! Opening data files.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::check;
use super::error::{Result, StoreError};
use super::header::{self, Header};
use super::journal::{self, Tracked};
use super::lock::WriterLock;
use super::migrate;
use super::seal::Seal;
use super::watch::Watch;
use crate::whole_file;

/// How long to wait for another program that holds the database.
const PATIENCE: Duration = Duration::from_secs(5);

/// What an opening may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read only; others may write at the same time.
    Read,
    /// Read and write; one at a time.
    Write,
}

/// An open data file, owned by the worker thread.
pub(super) struct Opened {
    pub(super) path: PathBuf,
    pub(super) connection: Connection,
    pub(super) tables: Vec<Tracked>,
    /// After the connection: it is closed later.
    pub(super) seal: Seal,
    pub(super) access: Access,
    pub(super) upgrade_copy: Option<PathBuf>,
    _lock: Option<WriterLock>,
}

impl Opened {
    /// Opens the connection for a write, and closes it again: outside of one it cannot
    /// change data (`query_only`), whoever holds it.
    pub(super) fn write<T>(&mut self, work: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        self.connection.pragma_update(None, "query_only", false)?;
        let done = work(&mut self.connection);
        self.close_door();
        done
    }

    /// Forbids writing, also after a write that broke off.
    pub(super) fn close_door(&self) {
        if let Err(error) = self.connection.pragma_update(None, "query_only", true) {
            tracing::error!(%error, "the connection stays open for writing");
        }
    }
}

/// Opens a data file that exists; for writing, after waiting this long for another writer.
pub(super) fn open(path: &Path, access: Access, patience: Duration) -> Result<Opened> {
    let header = Header::open(path)?;
    match access {
        Access::Read => open_reader(path, header),
        Access::Write => {
            may_write(path)?;
            let lock = WriterLock::take(path, patience)?;
            if let Some(folder) = path.parent() {
                whole_file::leftovers::sweep(folder);
            }
            open_writer(path, header, lock)
        }
    }
}

/// Opens a file for writing whose lock is taken.
pub(super) fn open_writer(path: &Path, header: Header, lock: WriterLock) -> Result<Opened> {
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(StoreError::ReadOnly);
    }
    let version = version(&connection, path)?;
    check::glance(&mut connection, &header, version)?;
    let upgrade_copy = migrate::migrate(&mut connection, &header, path, version)?;
    let tables = journal::install(&connection)?;
    let watch = Watch::install(&mut connection)?;
    let opened = Opened {
        path: path.to_owned(),
        connection,
        tables,
        seal: Seal { watch, header },
        access: Access::Write,
        upgrade_copy,
        _lock: Some(lock),
    };
    opened.close_door();
    Ok(opened)
}

/// Opens for reading. Where the system allows, the file is opened writable and
/// then forbidden to be written: so SQLite can roll back what a killed writer
/// left half done, which a read-only connection cannot.
fn open_reader(path: &Path, header: Header) -> Result<Opened> {
    let opened = reader(path, header)?;
    match version(&opened.connection, path)? {
        migrate::KNOWN => Ok(opened),
        _ => Err(StoreError::TooOld(path.to_owned())),
    }
}

/// The schema of a file. What the header said before may be what a killed writer was about to
/// commit: asking rolls that back.
pub(super) fn version(connection: &Connection, path: &Path) -> Result<i64> {
    let version = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    header::check_version(version, path)
}

/// Opens a file of any schema up to ours, to copy or check it.
pub(super) fn open_any_version(path: &Path) -> Result<Opened> {
    reader(path, Header::open(path)?)
}

fn reader(path: &Path, header: Header) -> Result<Opened> {
    let connection = connect_to_read(path)?;
    Ok(Opened {
        path: path.to_owned(),
        connection,
        tables: Vec::new(),
        seal: Seal { watch: Watch::default(), header },
        access: Access::Read,
        upgrade_copy: None,
        _lock: None,
    })
}

/// A connection that only reads.
pub(super) fn connect_to_read(path: &Path) -> Result<Connection> {
    let flags = match is_marked_read_only(path) {
        true => OpenFlags::SQLITE_OPEN_READ_ONLY,
        false => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let connection = connect(path, flags)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// Asks the system before SQLite does, which opens for reading what it may not write and does not
/// say why. Not so on Unix: closing the file there would give up the locks that another
/// connection of ours may have on it.
fn may_write(path: &Path) -> Result<()> {
    if is_marked_read_only(path) {
        return Err(StoreError::ReadOnly);
    }
    if cfg!(windows) {
        let opened = whole_file::open_patiently(OpenOptions::new().read(true).write(true), path);
        opened.map_err(|error| match error.kind() {
            std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly,
            _ => StoreError::io(path, &error),
        })?;
    }
    Ok(())
}

fn is_marked_read_only(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly())
}

/// A connection to a file, which may come from anyone.
pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    // A name such as "file:a?mode=memory" is one of a file here, and no address.
    let named = std::path::absolute(path).map_err(|error| StoreError::io(path, &error))?;
    let connection =
        Connection::open_with_flags(named, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(|error| {
            match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::PermissionDenied) => {
                    StoreError::Io { path: path.to_owned(), reason: error.to_string() }
                }
                _ => error.into(),
            }
        })?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(128);
    // Its schema gets no rights of its own, and no code of its own runs: our triggers are temporary,
    // and we have no views.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    // The cache, in KiB: with the usual 2 MB all of 100,000 people are read at half the speed.
    // A write may fill four times as much before it puts changed pages aside into the file, each time
    // waiting for the disk; what is more than the cache is given back afterwards.
    // What is deleted is overwritten: names are not to be found in what the file has left over.
    connection.execute_batch(
        "PRAGMA journal_mode = DELETE;
         PRAGMA synchronous = EXTRA;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -16384;
         PRAGMA cache_spill = 16384;",
    )?;
    Ok(connection)
}
