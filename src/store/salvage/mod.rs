//! Saving what can be read of a damaged data file into a new one.
//!
//! SQLite reads a damaged tree up to its first bad page and refuses the rest. So the pages are read
//! here by themselves: along the trees where they hold, and page by page where they do not. The
//! damaged file is only ever read. In this order:
//!
//! 1. [`copy`]: a copy of our own, in which SQLite rolls back what a killed writer left half done.
//! 2. [`walk`]: the rows of each table of [`tables`], out of [`pages`] and [`record`]; then pages that
//!    no tree leads to, given to the table whose rows they can only be ([`stray`]).
//! 3. [`parents`]: what rows belong to and what is gone.
//! 4. The new file is brought to our schema, checked, and gets its name.

mod copy;
mod pages;
mod parents;
mod record;
mod report;
mod rows;
mod stray;
mod tables;
#[cfg(test)]
mod tests;
mod walk;

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use super::error::{Result, StoreError};
use super::lock::WriterLock;
use super::record_hash::{self, Alteration};
use super::{check, create, migrate};
use crate::progress::Progress;
use crate::whole_file::{Privacy, Unfinished};

use pages::Pages;
use record::Record;
use rows::Rows;
use tables::Table;
use walk::{Missing, Walk};

pub use report::{Counts, SalvageReport};

/// How long a writer is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// Saves what can be read of `damaged` into `target`, where nothing may stand. Errors with
/// `NothingToSave` where nothing was found: then no file is made.
pub fn salvage(damaged: &Path, target: &Path, progress: &Progress) -> Result<SalvageReport> {
    let _lock = match WriterLock::take(damaged, PATIENCE) {
        Err(error @ StoreError::Locked(_)) => return Err(error),
        // A disk that cannot be locked or written is read all the same.
        taken => taken.ok(),
    };
    if target.symlink_metadata().is_ok() {
        return Err(StoreError::Exists(target.to_owned()));
    }
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists(target.to_owned()),
        std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly,
        _ => StoreError::io(target, &error),
    };
    let mut report = SalvageReport::default();
    let source = copy::copy(damaged, target, &mut report, progress)?;
    let unfinished = Unfinished::beside(target, Privacy::Private).map_err(failed)?;
    read_into(source.path(), unfinished.path(), &mut report, progress)?;
    if report.saved_of("person") + report.saved_of("session") + report.saved_of("delegate") == 0 {
        return Err(StoreError::NothingToSave(damaged.to_owned()));
    }
    create::upgrade(unfinished.path())?;
    create::seal(unfinished.path())?;
    let found = check::check_file(unfinished.path())?;
    if found.findings() > found.altered.len() {
        return Err(StoreError::Internal(found.first().unwrap_or_default()));
    }
    create::put_journals_aside(target)?;
    unfinished.finish_new().map_err(failed)?;
    Ok(report)
}

/// Reads the rows of a file into an empty one of the same schema.
fn read_into(source: &Path, target: &Path, report: &mut SalvageReport, progress: &Progress) -> Result<()> {
    let pages = Pages::open(source)?;
    let mut walk = Walk::new(&pages);
    let mut listed: Vec<Record> = Vec::new();
    let of_tables = walk.table(&Table::of_tables(), &mut |row| {
        listed.push(row.record);
        Ok(())
    })?;
    listed.extend(of_tables.doubtful.into_iter().flat_map(|stray| stray.rows).map(|row| row.record));
    report.unread_pieces += of_tables.branches;
    if of_tables.branches > 0 {
        listed.extend(stray::of_tables(&mut walk, &pages, progress)?);
    }
    let version = tables::version(pages.claimed_version(), &listed)?;
    let mut file = make(target, version)?;
    let tables = tables::tables(&file, &listed)?;
    let transaction = file.transaction()?;
    let missing = read_tables(&transaction, &mut walk, &tables, report, progress)?;
    stray::place(&transaction, &mut walk, &pages, &tables, &missing, report, progress)?;
    let altered = compare(&transaction, report)?;
    parents::mend(&transaction, report)?;
    migrate::forget_steps(&transaction)?;
    note(&transaction, &altered)?;
    transaction.commit()?;
    create::close(file)
}

/// An empty file of a schema, in which rows may point to what is not there yet.
fn make(path: &Path, version: i64) -> Result<Connection> {
    let mut file = create::connect_unfinished(path)?;
    let migrations = &migrate::MIGRATIONS[..usize::try_from(version).unwrap_or_default()];
    migrate::apply(&mut file, 0, migrations)?;
    file.pragma_update(None, "foreign_keys", false)?;
    Ok(file)
}

/// Reads the rows of all tables along their trees; answers what is missing of each.
fn read_tables(
    file: &Connection,
    walk: &mut Walk<'_>,
    tables: &[Table],
    report: &mut SalvageReport,
    progress: &Progress,
) -> Result<Vec<Missing>> {
    let mut all = Vec::new();
    for (done, table) in tables.iter().enumerate() {
        progress.reach(done + tables.len(), 3 * tables.len());
        let mut rows = Rows::new(file, table);
        let missing = walk.table(table, &mut |row| {
            if progress.is_cancelled() {
                return Err(StoreError::Cancelled);
            }
            if !rows.add(&row, report)? {
                report.unread_rows += 1;
            }
            Ok(())
        })?;
        report.unread_pieces += missing.branches;
        report.unread_rows += missing.rows;
        all.push(missing);
    }
    Ok(all)
}

/// Compares what was read with what the program noted when it wrote it; answers the notes of records
/// that say something else.
fn compare(file: &Connection, report: &mut SalvageReport) -> Result<Vec<(i64, i64, i64)>> {
    let mut notes = Vec::new();
    if !file.table_exists(None, "record_hash")? {
        return Ok(notes);
    }
    let mut noted =
        file.prepare("SELECT kind, row_id, hash FROM record_hash WHERE kind = ?1 AND row_id = ?2")?;
    for altered in record_hash::altered(file, usize::MAX, &mut || true)? {
        match altered.how {
            Alteration::Changed => {
                report::count(&mut report.altered, altered.table, 1);
                let note = (record_hash::kind_of(altered.table), altered.row);
                notes.push(noted.query_row(note, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?);
            }
            Alteration::Gone => report::count(&mut report.lost, altered.table, 1),
            // Its note is what was lost.
            Alteration::Added => {}
        }
    }
    Ok(notes)
}

/// Notes what the new file says. Of a record that was spoiled the old note stays, so that the check
/// of the file goes on telling of it.
fn note(file: &Connection, altered: &[(i64, i64, i64)]) -> Result<()> {
    if !file.table_exists(None, "record_hash")? {
        return Ok(());
    }
    record_hash::accept(file)?;
    let mut keep = file.prepare("UPDATE record_hash SET hash = ?3 WHERE kind = ?1 AND row_id = ?2")?;
    altered.iter().try_for_each(|note| keep.execute(*note).map(drop))?;
    Ok(())
}
