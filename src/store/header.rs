//! The first 100 bytes of a data file: what it claims to be, and how often it was written.
//!
//! <https://www.sqlite.org/fileformat2.html#the_database_header>

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::error::{Result, StoreError};
use super::migrate::{APPLICATION_ID, KNOWN};
use crate::whole_file;

const LENGTH: usize = 100;

/// A data file, open for its header alone.
///
/// It stays open as long as any connection of this process has the file: on Unix closing it gives
/// up the locks that SQLite holds on it.
#[derive(Debug, Clone)]
pub(super) struct Header(Arc<Mutex<Inner>>);

#[derive(Debug)]
struct Inner {
    file: File,
    /// How often the file was written before the write that is under way.
    before: u32,
}

impl Header {
    /// Opens a file and checks what it claims to be, before SQLite touches it.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let metadata = std::fs::metadata(path).map_err(|error| StoreError::io(path, &error))?;
        if !metadata.is_file() {
            return Err(StoreError::NotOurs(path.to_owned()));
        }
        if metadata.len() == 0 {
            return Err(StoreError::Empty(path.to_owned()));
        }
        let opened = whole_file::open_patiently(OpenOptions::new().read(true), path);
        let mut file = opened.map_err(|error| StoreError::io(path, &error))?;
        let bytes = match read(&mut file) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                return Err(StoreError::NotOurs(path.to_owned()));
            }
            Err(error) => return Err(StoreError::io(path, &error)),
        };
        check_claims(&bytes, path)?;
        Ok(Self(Arc::new(Mutex::new(Inner { file, before: number(&bytes, WRITES) }))))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is missing at the end of the file, in words.
    pub(super) fn is_cut_short(&self) -> Result<Option<String>> {
        let failed = |error: io::Error| StoreError::System(error.to_string());
        let mut inner = self.inner();
        let (bytes, length) =
            (read(&mut inner.file).map_err(failed)?, inner.file.metadata().map_err(failed)?.len());
        let least = least_length(&bytes);
        Ok(least.filter(|least| *least > length).map(|least| format!("{length} of {least} bytes")))
    }

    /// How often the file was written, as it stands on the disk.
    pub(super) fn writes(&self) -> Result<u32> {
        let bytes = read(&mut self.inner().file).map_err(|error| StoreError::System(error.to_string()))?;
        Ok(number(&bytes, WRITES))
    }

    /// Begins a write. SQLite may put what is not done yet on the disk when its cache is full, the
    /// header among it, so how often the file was written is read now.
    pub(super) fn begin<'a>(&self, connection: &'a mut Connection) -> Result<Transaction<'a>> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        self.note_before()?;
        Ok(transaction)
    }

    /// The same for a write that was begun another way.
    pub(super) fn note_before(&self) -> Result<()> {
        let writes = self.writes()?;
        self.inner().before = writes;
        Ok(())
    }

    /// The same after a write of our own that went another way: what was noted before counts for
    /// nothing.
    pub(super) fn seal_anew(&self, transaction: &Connection) -> Result<()> {
        transaction.execute("DELETE FROM data_file WHERE name = 'writes'", [])?;
        self.seal(transaction)
    }

    /// Notes in an open write how often the file will have been written once that is done, so that
    /// a write of another program is seen. Notes as well that there was one.
    pub(super) fn seal(&self, transaction: &Connection) -> Result<()> {
        let writes = self.inner().before;
        if noted(transaction)?.is_some_and(|noted| noted != writes) {
            let mut note = transaction
                .prepare_cached("INSERT OR IGNORE INTO data_file (name, value) VALUES ('elsewhere', ?1)")?;
            note.execute([crate::clock::stamp()])?;
        }
        let mut note = transaction
            .prepare_cached("INSERT OR REPLACE INTO data_file (name, value) VALUES ('writes', ?1)")?;
        note.execute([writes.wrapping_add(1).to_string()])?;
        Ok(())
    }
}

/// Whether a file begins as a data file does.
pub(super) fn is_ours(path: &Path) -> bool {
    let beginning = File::open(path).and_then(|mut file| read(&mut file));
    beginning.is_ok_and(|bytes| !matches!(check_claims(&bytes, path), Err(StoreError::NotOurs(_))))
}

/// How often the file had been written after the last write of this program.
pub(super) fn noted(connection: &Connection) -> Result<Option<u32>> {
    let mut noted = connection.prepare_cached("SELECT value FROM data_file WHERE name = 'writes'")?;
    let noted: Option<String> = noted.query_row([], |row| row.get(0)).optional()?;
    Ok(noted.and_then(|noted| noted.parse().ok()))
}

/// Seals a file that no other program knows of, such as a copy: its count begins anew.
pub(super) fn seal_copy(connection: &mut Connection, path: &Path) -> Result<()> {
    if !connection.table_exists(None, "data_file")? {
        return Ok(());
    }
    let header = Header::open(path)?;
    let transaction = header.begin(connection)?;
    header.seal_anew(&transaction)?;
    Ok(transaction.commit()?)
}

// Offsets of the numbers, all big-endian.
const WRITES: usize = 24;
const PAGES: usize = 28;
const USER_VERSION: usize = 60;
const APPLICATION: usize = 68;
const PAGES_COUNTED_AT: usize = 92;

fn read(file: &mut File) -> io::Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    file.seek(SeekFrom::Start(0))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn number(bytes: &[u8; LENGTH], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn check_claims(bytes: &[u8; LENGTH], path: &Path) -> Result<()> {
    if &bytes[..16] != b"SQLite format 3\0"
        || i64::from(number(bytes, APPLICATION)) != i64::from(APPLICATION_ID)
    {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    check_version(i64::from(number(bytes, USER_VERSION).cast_signed()), path).map(drop)
}

/// A schema that this program knows.
pub(super) fn check_version(version: i64, path: &Path) -> Result<i64> {
    match version {
        1..=KNOWN => Ok(version),
        ..1 => Err(StoreError::Corrupt(format!("schema {version}"))),
        _ => Err(StoreError::TooNew { path: path.to_owned(), found: version, known: KNOWN }),
    }
}

/// How long a file with this header must be, where it says so.
fn least_length(bytes: &[u8; LENGTH]) -> Option<u64> {
    // Two bytes, where 1 stands for 65,536, which they have no room for.
    let page = match u64::from(u16::from_be_bytes([bytes[16], bytes[17]])) {
        1 => 65_536,
        size => size,
    };
    let is_counted = number(bytes, PAGES_COUNTED_AT) == number(bytes, WRITES);
    is_counted.then(|| page * u64::from(number(bytes, PAGES)))
}
