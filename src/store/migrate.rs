//! Bringing a data file to the schema this program knows.
//!
//! `migrations/NNNN_name.sql` are part of the program and applied in order under
//! SQLite's `user_version`. A migration that was released is never edited.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::copy;
use super::error::{Result, StoreError};

/// "TapH" in ASCII: marks a file as ours (`PRAGMA application_id`).
pub(super) const APPLICATION_ID: i32 = 0x5461_7048;

/// One migration: its name and its SQL.
macro_rules! migration {
    ($name:literal) => {
        ($name, include_str!(concat!("../../migrations/", $name, ".sql")))
    };
}

/// The migrations in order. A test compares this list with the folder.
pub(super) const MIGRATIONS: [(&str, &str); 9] = [
    migration!("0001_history"),
    migration!("0002_registry"),
    migration!("0003_topics"),
    migration!("0004_sessions"),
    migration!("0005_attendance_and_certificates"),
    migration!("0006_papers_and_lists"),
    migration!("0007_listed_delegates"),
    migration!("0008_kept_topics"),
    migration!("0009_papers_of_sessions"),
];

/// The schema this program reads and writes.
pub(super) const KNOWN: i64 = MIGRATIONS.len() as i64;

/// Brings the file from `version` to [`KNOWN`], each migration in a transaction
/// of its own. A file with data is copied first; the copy's path is returned.
/// The list of steps that can be undone is cleared: row images of an old schema
/// do not fit the new one.
pub(super) fn migrate(connection: &mut Connection, path: &Path, version: i64) -> Result<Option<PathBuf>> {
    if version == KNOWN {
        return Ok(None);
    }
    let copy = match version {
        0 => None,
        _ => Some(copy_before(connection, path, version)?),
    };
    for (number, (name, sql)) in (1..).zip(MIGRATIONS) {
        if number <= version {
            continue;
        }
        let step = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
        step.execute_batch(sql)?;
        if number == 1 {
            step.pragma_update(None, "application_id", APPLICATION_ID)?;
        }
        if number > 1 && version > 0 {
            step.execute_batch(
                "UPDATE operation SET state = 'settled' WHERE state <> 'settled';
                 DELETE FROM row_change WHERE table_name NOT IN ('person', 'delegate');",
            )?;
        }
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
        tracing::info!(name, "migrated");
    }
    Ok(copy)
}

/// Copies the file beside itself before its schema changes.
fn copy_before(connection: &Connection, path: &Path, version: i64) -> Result<PathBuf> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let copy = path.with_file_name(format!("{stem}.truoc-nang-cap-{version}.taphuan"));
    if copy.exists() {
        // A first attempt got this far; its copy is the one to keep.
        return Ok(copy);
    }
    copy::copy_to(connection, &copy)?;
    Ok(copy)
}

/// Checks what a file claims to be, from its first 100 bytes, before SQLite
/// touches it. Returns its schema version.
pub(super) fn read_header(path: &Path) -> Result<i64> {
    use std::io::Read;

    let mut header = [0_u8; 100];
    let metadata = std::fs::metadata(path).map_err(|error| StoreError::io(path, &error))?;
    if !metadata.is_file() {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    let mut file = std::fs::File::open(path).map_err(|error| StoreError::io(path, &error))?;
    match file.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            return Err(StoreError::NotOurs(path.to_owned()));
        }
        Err(error) => return Err(StoreError::io(path, &error)),
    }
    // Offsets of the SQLite file format: magic at 0, user_version at 60, application_id at 68.
    let number = |at: usize| i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if &header[..16] != b"SQLite format 3\0" || number(68) != APPLICATION_ID {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    let version = i64::from(number(60));
    if version > KNOWN {
        return Err(StoreError::TooNew { path: path.to_owned(), found: version, known: KNOWN });
    }
    if version < 1 {
        return Err(StoreError::Corrupt(format!("schema {version}")));
    }
    Ok(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_and_the_folder_agree() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let mut found: Vec<String> = std::fs::read_dir(folder)
            .expect("migrations folder")
            .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
            .collect();
        found.sort();
        let listed: Vec<String> = MIGRATIONS.iter().map(|(name, _)| format!("{name}.sql")).collect();
        assert_eq!(found, listed);
    }
}
