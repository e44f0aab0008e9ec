//! Bringing a data file to the schema this program knows.
//!
//! `migrations/NNNN_name.sql` are part of the program and applied in order under
//! SQLite's `user_version`. A migration that was released is never edited.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};

use super::error::{Result, StoreError};
use super::header::Header;
use super::record_hash;
use super::{certificate, copy};

/// "TapH" in ASCII: marks a file as ours (`PRAGMA application_id`).
pub(super) const APPLICATION_ID: i32 = 0x5461_7048;

/// One migration: its name and its SQL.
pub(super) type Migration = (&'static str, &'static str);

/// The migration of that name, out of its file.
macro_rules! migration {
    ($name:literal) => {
        ($name, include_str!(concat!("../../migrations/", $name, ".sql")))
    };
}

/// The migrations in order. A test compares this list with the folder.
pub(super) const MIGRATIONS: [(&str, &str); 15] = [
    migration!("0001_history"),
    migration!("0002_registry"),
    migration!("0003_topics"),
    migration!("0004_sessions"),
    migration!("0005_attendance_and_certificates"),
    migration!("0006_papers_and_lists"),
    migration!("0007_listed_delegates"),
    migration!("0008_kept_topics"),
    migration!("0009_papers_of_sessions"),
    migration!("0010_one_write_path"),
    migration!("0011_kept_and_erased"),
    migration!("0012_lines_of_lists"),
    migration!("0013_attendance"),
    migration!("0014_own_columns"),
    migration!("0015_certificates"),
];

/// The migration after which old certificates get codes.
const CERTIFICATES: &str = "0015_certificates";

/// The schema this program reads and writes.
pub(super) const KNOWN: i64 = MIGRATIONS.len() as i64;

/// Brings the file from `version` to [`KNOWN`]. A file with data is copied first;
/// the copy's path is returned.
pub(super) fn migrate(
    connection: &mut Connection,
    header: &Header,
    path: &Path,
    version: i64,
) -> Result<Option<PathBuf>> {
    if version == KNOWN {
        return Ok(None);
    }
    let copy = match version {
        0 => None,
        _ => Some(copy_before(connection, path, version)?),
    };
    apply_sealed(connection, version, &MIGRATIONS, Some(header))?;
    Ok(copy)
}

/// Applies the migrations after `version` to a file that is being made.
pub(super) fn apply(connection: &mut Connection, version: i64, migrations: &[Migration]) -> Result<()> {
    apply_sealed(connection, version, migrations, None)
}

/// Applies the migrations after `version`, each in a transaction of its own.
///
/// Foreign keys are off meanwhile: SQLite changes most of a table by putting a new one
/// in its place, and dropping the old one would take away all rows that refer to it.
/// Within a transaction they cannot be turned off. Only a migration may change the definition
/// of a table in place.
fn apply_sealed(
    connection: &mut Connection,
    version: i64,
    migrations: &[Migration],
    header: Option<&Header>,
) -> Result<()> {
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    let applied = apply_each(connection, version, migrations, header);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    applied
}

fn apply_each(
    connection: &mut Connection,
    version: i64,
    migrations: &[Migration],
    header: Option<&Header>,
) -> Result<()> {
    let dangling = count_dangling(connection)?;
    for (number, (name, sql)) in (1..).zip(migrations) {
        if number <= version {
            continue;
        }
        let step = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
        header.map_or(Ok(()), Header::note_before)?;
        mend_draft(&step)?;
        let given = ids_given(&step)?;
        step.execute_batch(sql)?;
        if *name == CERTIFICATES {
            certificate::fill::fill(&step)?;
        }
        never_give_again(&step, &given)?;
        if number == 1 {
            step.pragma_update(None, "application_id", APPLICATION_ID)?;
        }
        if version > 0 {
            forget_steps(&step)?;
        }
        // Rows that pointed to nothing before are for `check` to report: refused, the
        // file could not be opened at all.
        if count_dangling(&step)? > dangling {
            return Err(StoreError::Internal(format!("{name}: rows point to nothing")));
        }
        if step.table_exists(None, "record_hash")? {
            record_hash::renew_all(&step)?;
            header.map_or(Ok(()), |header| header.seal(&step))?;
        }
        step.pragma_update(None, "user_version", number)?;
        step.commit()?;
        tracing::info!(name, "migrated");
    }
    Ok(())
}

/// The last id each table gave.
fn ids_given(step: &Connection) -> Result<Vec<(String, i64)>> {
    if !step.table_exists(None, "sqlite_sequence")? {
        return Ok(Vec::new());
    }
    let mut query = step.prepare("SELECT name, seq FROM sqlite_sequence")?;
    let given = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(given.collect::<rusqlite::Result<_>>()?)
}

/// A new table in the place of an old one goes on where that one was.
fn never_give_again(step: &Connection, given: &[(String, i64)]) -> Result<()> {
    for (table, last) in given {
        step.execute("DELETE FROM sqlite_sequence WHERE name = ?1 AND seq < ?2", (table, last))?;
        step.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2
             WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)
               AND EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?1)",
            (table, last),
        )?;
    }
    Ok(())
}

/// How many rows point to nothing.
fn count_dangling(connection: &Connection) -> Result<i64> {
    Ok(connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?)
}

/// 0005 was edited once, after programs had made files by it: they lack a column.
fn mend_draft(step: &Connection) -> Result<()> {
    let lacks_letterhead: bool = step.query_row(
        "SELECT count(*) > 0 AND sum(name = 'letterhead') = 0 FROM pragma_table_info('certificate_plan')",
        [],
        |row| row.get(0),
    )?;
    if lacks_letterhead {
        step.execute_batch("ALTER TABLE certificate_plan ADD COLUMN letterhead TEXT")?;
    }
    Ok(())
}

/// Ends the list of steps that can be undone or redone: row images of an old schema do
/// not fit the new one. Those of people and delegates stay as the history of their
/// fields, but for steps that were undone: what they changed never happened.
pub(super) fn forget_steps(step: &Connection) -> Result<()> {
    Ok(step.execute_batch(
        "DELETE FROM row_change
         WHERE table_name NOT IN ('person', 'delegate')
            OR operation_id IN (SELECT id FROM operation WHERE state = 'undone');
         UPDATE operation SET state = 'discarded' WHERE state = 'undone';
         UPDATE operation SET state = 'settled' WHERE state = 'done';",
    )?)
}

/// Copies the file beside itself before its schema changes.
fn copy_before(connection: &Connection, path: &Path, version: i64) -> Result<PathBuf> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let copy = path.with_file_name(format!("{stem}.truoc-nang-cap-{version}.taphuan"));
    if copy.exists() {
        // A first attempt got this far; its copy is the one to keep.
        return Ok(copy);
    }
    copy::copy_before(connection, &copy)?;
    Ok(copy)
}
