//! A copy of the damaged file that nobody else has: read as far as the disk gives it, and with what
//! a killed writer left half done rolled back.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::report::SalvageReport;
use crate::progress::Progress;
use crate::store::error::{Result, StoreError};
use crate::whole_file::{Privacy, Unfinished, with_suffix};

/// How much is read at once, and how much of it counts as one piece where the disk fails: a page.
const AT_ONCE: usize = 1 << 20;
const PIECE: usize = 4096;

/// Copies a file into the folder of `beside`, under no name of its own.
pub(super) fn copy(
    damaged: &Path,
    beside: &Path,
    report: &mut SalvageReport,
    progress: &Progress,
) -> Result<Unfinished> {
    let failed = |error: io::Error| StoreError::io(beside, &error);
    let unreadable = |error: io::Error| StoreError::io(damaged, &error);
    let metadata = std::fs::metadata(damaged).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(StoreError::NothingToSave(damaged.to_owned()));
    }
    let mut source = File::open(damaged).map_err(unreadable)?;
    let mut copy = Unfinished::beside(beside, Privacy::Private).map_err(failed)?;
    let length = metadata.len();
    let mut at = 0;
    while at < length {
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled);
        }
        let bytes = read(&mut source, at, length, report);
        copy.write(&bytes).map_err(failed)?;
        at += bytes.len() as u64;
        progress
            .reach(usize::try_from(at).unwrap_or_default(), 3 * usize::try_from(length).unwrap_or_default());
    }
    copy.sync().map_err(failed)?;
    settle(damaged, copy.path()).map_err(failed)?;
    Ok(copy)
}

/// Has SQLite settle what a killed writer left beside the file: a journal of ours, or that of another
/// program, which writes ahead. Half of one is none: it takes what of it is whole.
fn settle(damaged: &Path, copy: &Path) -> io::Result<()> {
    let mut left = Vec::new();
    for suffix in ["-journal", "-wal"] {
        if let Ok(bytes) = std::fs::read(with_suffix(damaged, suffix)) {
            std::fs::write(with_suffix(copy, suffix), bytes)?;
            left.push(suffix);
        }
    }
    if left.is_empty() {
        return Ok(());
    }
    roll_back(copy);
    for suffix in ["-journal", "-wal", "-shm"] {
        // Mostly it is gone by now.
        let _ = std::fs::remove_file(with_suffix(copy, suffix));
    }
    Ok(())
}

/// Reads what comes next; pieces that the disk does not give are zeros.
fn read(source: &mut File, at: u64, length: u64, report: &mut SalvageReport) -> Vec<u8> {
    let wanted = usize::try_from(length - at).unwrap_or(AT_ONCE).min(AT_ONCE);
    let mut bytes = vec![0; wanted];
    if read_at(source, at, &mut bytes).is_ok() {
        return bytes;
    }
    bytes.fill(0);
    for (number, piece) in (0..).zip(bytes.chunks_mut(PIECE)) {
        if read_at(source, at + number * PIECE as u64, piece).is_err() {
            piece.fill(0);
            report.unread_pieces += 1;
        }
    }
    bytes
}

fn read_at(source: &mut File, at: u64, bytes: &mut [u8]) -> io::Result<()> {
    source.seek(SeekFrom::Start(at))?;
    source.read_exact(bytes)
}

/// Opens a copy for that. What it cannot make sense of is read as
/// it is.
fn roll_back(path: &Path) {
    let opened = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE);
    let asked = opened.and_then(|file| file.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())));
    if let Err(error) = asked {
        tracing::info!(%error, "a journal could not be rolled back");
    }
}
