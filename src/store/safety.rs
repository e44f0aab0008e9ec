//! Checking and restoring a data file.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::copy::copy_into;
use super::error::{Result, StoreError};
use super::lock::WriterLock;
use super::open;
use crate::whole_file::Unfinished;

/// What `check` found; empty when the file is sound.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// Damage as SQLite words it.
    pub damage: Vec<String>,
    /// Rows that point to nothing, by table.
    pub dangling: Vec<String>,
}

impl CheckReport {
    /// Whether nothing was found.
    pub fn is_sound(&self) -> bool {
        self.damage.is_empty() && self.dangling.is_empty()
    }
}

/// At most so many findings are listed: a badly damaged file has thousands.
const MOST_FINDINGS: usize = 20;

/// Reads the whole file and looks for damage. Changes nothing.
pub(super) fn check(connection: &Connection) -> Result<CheckReport> {
    let mut report = CheckReport::default();
    let mut integrity = connection.prepare(&format!("PRAGMA integrity_check({MOST_FINDINGS})"))?;
    for line in integrity.query_map([], |row| row.get::<_, String>(0))? {
        match line {
            Ok(line) if line == "ok" => {}
            Ok(line) => report.damage.push(line),
            // Damage bad enough to stop the check is a finding, too.
            Err(error) => {
                report.damage.push(error.to_string());
                return Ok(report);
            }
        }
    }
    let mut foreign = connection.prepare("PRAGMA foreign_key_check")?;
    for table in foreign.query_map([], |row| row.get::<_, String>(0))?.take(MOST_FINDINGS) {
        report.dangling.push(table?);
    }
    Ok(report)
}

/// Replaces the data file by a backup, after checking the backup. The replaced
/// file is kept beside it; its new name is returned.
pub(super) fn restore(path: &Path, backup: &Path) -> Result<Option<PathBuf>> {
    // An older backup is welcome: it is upgraded when it is opened.
    let source = open::open_any_version(backup)?;
    let report = check(&source.connection)?;
    if let Some(finding) = report.damage.into_iter().chain(report.dangling).next() {
        return Err(StoreError::Corrupt(format!("{}: {finding}", backup.display())));
    }
    let _lock = WriterLock::take(path)?;
    let unfinished = Unfinished::beside(path).map_err(|error| StoreError::io(path, &error))?;
    copy_into(&source.connection, unfinished.path())?;
    let kept = match path.exists() {
        true => Some(keep_replaced(path)?),
        false => None,
    };
    unfinished.finish(path).map_err(|error| StoreError::io(path, &error))?;
    Ok(kept)
}

/// Gives the file that is about to be replaced a name of its own.
fn keep_replaced(path: &Path) -> Result<PathBuf> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let now = jiff::Zoned::now().strftime("%Y%m%d-%H%M%S").to_string();
    let kept = (1..)
        .map(|copy| match copy {
            1 => path.with_file_name(format!("{stem}.truoc-phuc-hoi-{now}.taphuan")),
            _ => path.with_file_name(format!("{stem}.truoc-phuc-hoi-{now}-{copy}.taphuan")),
        })
        .find(|kept| !kept.exists())
        .ok_or_else(|| StoreError::Exists(path.to_owned()))?;
    // A killed writer's journal belongs to the replaced file and goes with it.
    let journal = with_suffix(path, "-journal");
    if journal.exists() {
        let kept_journal = with_suffix(&kept, "-journal");
        std::fs::rename(&journal, &kept_journal).map_err(|error| StoreError::io(&journal, &error))?;
    }
    std::fs::rename(path, &kept).map_err(|error| StoreError::io(path, &error))?;
    Ok(kept)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
