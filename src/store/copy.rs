//! Complete copies of a data file.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::check::{self, CheckReport};
use super::create;
use super::error::{Result, StoreError};
use super::open;
use crate::whole_file::{Privacy, Unfinished};

/// How many pages are copied at once: some milliseconds of work.
const PAGES: i32 = 512;

/// How long a copy waits for others between two pieces, and how often a writer that changes the
/// file may make it start over, before it takes what is left in one piece.
const PAUSE: Duration = Duration::from_millis(5);
const LONGEST_PIECES: usize = 2000;

/// How a copy of a data file stands to others that work with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// It is waited for.
    AtOnce,
    /// In small pieces, between the work of others.
    Aside,
}

/// A backup that was asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct BackupManner {
    /// Replaces whatever file stands there, but for the data file itself.
    pub force: bool,
}

/// Writes a copy that was checked, all of it or nothing. A file that stands there is replaced only
/// once the copy is whole, and only by a copy of the same office's data, unless forced. A file
/// whose records may be spoiled never replaces an earlier copy.
pub(super) fn back_up(
    connection: &Connection,
    source: &Path,
    target: &Path,
    manner: BackupManner,
) -> Result<CheckReport> {
    if is_same_file(source, target) {
        return Err(StoreError::BackupOntoItself(target.to_owned()));
    }
    let stands = target.symlink_metadata().is_ok();
    if stands && !manner.force && !is_of_same_office(connection, target)? {
        return Err(StoreError::OtherFile(target.to_owned()));
    }
    let unfinished = copy_beside(connection, target, Pace::AtOnce)?;
    let report = check::check_file(unfinished.path())?;
    if !report.is_whole() || (stands && report.may_be_spoiled()) {
        return Err(StoreError::Corrupt(report.first().unwrap_or_default()));
    }
    create::put_journals_aside(unfinished.target())?;
    unfinished.finish().map_err(|error| StoreError::io(target, &error))?;
    Ok(report)
}

/// Copies the file as it is before its schema changes.
pub(super) fn copy_before(connection: &Connection, target: &Path) -> Result<()> {
    let unfinished = copy_beside(connection, target, Pace::AtOnce)?;
    let report = check::check_file(unfinished.path())?;
    if let Some(finding) = report.damage.into_iter().next() {
        return Err(StoreError::Corrupt(finding));
    }
    create::put_journals_aside(unfinished.target())?;
    unfinished.finish_new().map_err(|error| StoreError::io(target, &error))
}

/// Makes a copy that has no name yet.
pub(super) fn copy_beside(connection: &Connection, target: &Path, pace: Pace) -> Result<Unfinished> {
    let failed = |error| StoreError::io(target, &error);
    let unfinished = Unfinished::beside(target, Privacy::Private).map_err(failed)?;
    copy_into(connection, unfinished.path(), pace)?;
    unfinished.sync().map_err(failed)?;
    Ok(unfinished)
}

/// Copies every page into an empty file of ours; a writer that changes the file meanwhile makes it
/// start over.
fn copy_into(connection: &Connection, target: &Path, pace: Pace) -> Result<()> {
    let mut copy = create::connect_unfinished(target)?;
    let backup = Backup::new(connection, &mut copy)?;
    let mut pieces = 0_usize;
    loop {
        let pages = if pieces < LONGEST_PIECES { PAGES } else { -1 };
        match backup.step(pages)? {
            StepResult::Done => break,
            StepResult::More if pace == Pace::AtOnce => {}
            _ => std::thread::sleep(PAUSE),
        }
        pieces += 1;
    }
    drop(backup);
    create::close(copy)?;
    create::seal(target)
}

/// Whether two names lead to one file.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    match (file_id::get_file_id(one), file_id::get_file_id(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// Whether a file is a copy of the data of the office whose file is open.
fn is_of_same_office(connection: &Connection, target: &Path) -> Result<bool> {
    let ours = office(connection)?;
    let theirs = open::open_any_version(target).ok().and_then(|target| office(&target.connection).ok());
    Ok(theirs.is_some_and(|theirs| theirs == ours))
}

/// Whose a file is: the same in all copies of it, and in no other file.
pub(super) fn office(connection: &Connection) -> Result<String> {
    Ok(connection.query_row("SELECT value FROM data_file WHERE name = 'office'", [], |row| row.get(0))?)
}
