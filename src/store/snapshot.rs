//! A copy of the data file for the backups: made beside the work of others, and told what is in it.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};

use super::check::{self, CheckReport};
use super::codec::Json;
use super::copy::{self, Pace};
use super::error::{Result, StoreError};
use super::{header, open};
use crate::whole_file::Unfinished;

/// What a data file holds, as far as its backups tell it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Whose it is.
    pub office: String,
    /// How many sessions it holds.
    pub sessions: usize,
    /// How many people.
    pub people: usize,
    /// How many delegates, over all sessions.
    pub delegates: usize,
    /// When the last step in it was taken: UTC, RFC 3339.
    pub last_step: Option<String>,
    /// How often it was written by the program.
    pub writes: Option<u32>,
}

/// A whole copy that has no name yet, what is in it, and what was found in it.
#[derive(Debug)]
pub struct Snapshot {
    /// The copy, on the disk.
    pub copy: Unfinished,
    /// What is in it.
    pub contents: Contents,
    /// What was found: it can be read, but it may not be as it was written.
    pub report: CheckReport,
}

/// Copies a data file into the folder of `target` in pieces of some milliseconds, and checks the
/// copy. Others may read and write the file meanwhile. Errors with `Corrupt` when not all of it can
/// be read.
pub fn take(data_file: &Path, target: &Path) -> Result<Snapshot> {
    let source = open::connect_to_read(data_file)?;
    // Before the copy: at worst one backup more is made of the same.
    let writes = header::noted(&source)?;
    let copy = copy::copy_beside(&source, target, Pace::Aside)?;
    // Not the file itself: it may have been written since.
    let report = check::check_file(copy.path())?;
    if !report.is_whole() {
        return Err(StoreError::Corrupt(report.first().unwrap_or_default()));
    }
    let contents = Contents { writes, ..contents_of(copy.path())? };
    Ok(Snapshot { copy, contents, report })
}

/// What is in a data file that no window has open, of any schema up to ours.
pub fn contents_of(path: &Path) -> Result<Contents> {
    contents(&open::open_any_version(path)?.connection)
}

fn contents(connection: &Connection) -> Result<Contents> {
    let count = |table: &str| -> Result<usize> {
        Ok(connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
    };
    let knows_itself = connection.table_exists(None, "data_file")?;
    let last_step = "SELECT at FROM operation ORDER BY id DESC LIMIT 1";
    Ok(Contents {
        office: match knows_itself {
            true => copy::office(connection)?,
            false => String::new(),
        },
        sessions: count("session")?,
        people: count("person")?,
        delegates: count("delegate")?,
        last_step: connection.query_row(last_step, [], |row| row.get(0)).optional()?,
        writes: if knows_itself { header::noted(connection)? } else { None },
    })
}

/// How often the program wrote a data file that a window may have open, and whose it is.
pub fn writes(data_file: &Path) -> Result<(String, Option<u32>)> {
    let connection = open::connect_to_read(data_file)?;
    Ok((copy::office(&connection)?, header::noted(&connection)?))
}

/// What is in a data file that a window may have open, and how many steps were taken in it after the
/// last one of a backup: of one that it does not know, after its time.
pub fn now_and_since(data_file: &Path, backup: &Path) -> Result<(Contents, usize)> {
    let last = "SELECT uid, at FROM operation ORDER BY id DESC LIMIT 1";
    let last: Option<(String, String)> = open::open_any_version(backup)?
        .connection
        .query_row(last, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (uid, at) = last.unzip();
    let connection = open::connect_to_read(data_file)?;
    // Several steps of one second have the same time.
    let later = "SELECT count(*) FROM operation, (SELECT max(id) AS same FROM operation WHERE uid = ?1)
                 WHERE CASE WHEN same IS NULL THEN ?2 IS NULL OR at > ?2 ELSE id > same END";
    let steps = connection.query_row(later, (uid, at), |row| row.get(0))?;
    Ok((contents(&connection)?, steps))
}

/// Whether a data file that no window has open holds one of these people: in its registry, or in
/// what the history kept of rows that changed or are gone.
pub fn holds(path: &Path, uids: &[String]) -> Result<bool> {
    const IN_THE_REGISTRY: &str =
        "SELECT 1 FROM person WHERE uid IN (SELECT value FROM json_each(?1)) AND full_name <> ?2 LIMIT 1";
    const IN_THE_HISTORY: &str = "
        SELECT 1 FROM row_change, json_each(json_array(before, after)) AS image
        WHERE table_name = 'person' AND json_valid(image.value)
          AND json_extract(image.value, '$.uid') IN (SELECT value FROM json_each(?1)) LIMIT 1";
    let connection = open::open_any_version(path)?.connection;
    let is_in_the_registry = (Json(&uids), crate::domain::erasure::ERASED_NAME);
    Ok(connection.prepare(IN_THE_REGISTRY)?.exists(is_in_the_registry)?
        || connection.prepare(IN_THE_HISTORY)?.exists([Json(&uids)])?)
}
