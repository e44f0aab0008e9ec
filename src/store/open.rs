//! Opening and making data files.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::{Result, StoreError};
use super::journal::{self, Tracked};
use super::lock::WriterLock;
use super::migrate;
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
    pub(super) watch: Watch,
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

/// Makes a new data file in a folder that exists. Errors with `Exists` when anything stands
/// there.
pub(super) fn create(path: &Path) -> Result<Opened> {
    if path.exists() {
        return Err(StoreError::Exists(path.to_owned()));
    }
    let lock = WriterLock::take(path)?;
    // A half-made file would be mistaken for a damaged one the next time.
    let made = fill_new(path).inspect_err(|_| remove(path));
    open_writer(path, made?, lock, 0).inspect_err(|_| remove(path))
}

/// Removes a data file that holds nothing, as far as the system lets us.
pub(super) fn remove(path: &Path) {
    for suffix in ["", "-journal", ".lock"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        let _ = std::fs::remove_file(name);
    }
}

fn fill_new(path: &Path) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = connect(path, flags)?;
    connection.pragma_update(None, "application_id", migrate::APPLICATION_ID)?;
    Ok(connection)
}

/// Opens a data file that exists.
pub(super) fn open(path: &Path, access: Access) -> Result<Opened> {
    let version = migrate::read_header(path)?;
    match access {
        Access::Read => open_reader(path, version),
        Access::Write => {
            may_write(path)?;
            let lock = WriterLock::take(path)?;
            let connection =
                connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
            if connection.is_readonly(rusqlite::MAIN_DB)? {
                return Err(StoreError::ReadOnly);
            }
            open_writer(path, connection, lock, version)
        }
    }
}

fn open_writer(path: &Path, mut connection: Connection, lock: WriterLock, version: i64) -> Result<Opened> {
    let upgrade_copy = migrate::migrate(&mut connection, path, version)?;
    let tables = journal::install(&connection)?;
    let watch = Watch::install(&mut connection)?;
    let path = path.to_owned();
    let opened =
        Opened { path, connection, tables, watch, access: Access::Write, upgrade_copy, _lock: Some(lock) };
    opened.close_door();
    Ok(opened)
}

/// Opens for reading. Where the system allows, the file is opened writable and
/// then forbidden to be written: so SQLite can roll back what a killed writer
/// left half done, which a read-only connection cannot.
fn open_reader(path: &Path, version: i64) -> Result<Opened> {
    if version < migrate::KNOWN {
        return Err(StoreError::TooOld(path.to_owned()));
    }
    open_any_version(path)
}

/// Opens a file of any schema up to ours, to copy or check it.
pub(super) fn open_any_version(path: &Path) -> Result<Opened> {
    migrate::read_header(path)?;
    let flags = match is_marked_read_only(path) {
        true => OpenFlags::SQLITE_OPEN_READ_ONLY,
        false => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let connection = connect(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(Opened {
        path: path.to_owned(),
        connection,
        tables: Vec::new(),
        watch: Watch::default(),
        access: Access::Read,
        upgrade_copy: None,
        _lock: None,
    })
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

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(path, flags).map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::PermissionDenied) => {
                StoreError::Io { path: path.to_owned(), reason: error.to_string() }
            }
            _ => error.into(),
        })?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(128);
    // The file may come from anyone: its schema gets no rights of its own.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // The cache, in KiB: with the usual 2 MB all of 100,000 people are read at half the speed.
    connection.execute_batch(
        "PRAGMA journal_mode = DELETE;
         PRAGMA synchronous = EXTRA;
         PRAGMA foreign_keys = ON;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -16384;",
    )?;
    Ok(connection)
}
