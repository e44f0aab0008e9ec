//! Files that another program has to itself for a moment.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::time::Duration;

/// How long another program may hold a file before it is told, in milliseconds: antivirus
/// programs read what is fresh.
const PATIENCE: [u64; 5] = [10, 30, 100, 300, 600];

/// Opens a file, waiting a moment for another program that has it to itself.
pub fn open_patiently(options: &OpenOptions, path: &Path) -> io::Result<File> {
    patiently(is_held, || options.open(path))
}

/// Tries again, for a moment, what another program stands in the way of.
pub(super) fn patiently<T>(
    is_worth_it: fn(&io::Error) -> bool,
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let mut waits = PATIENCE.into_iter();
    loop {
        match (attempt(), waits.next()) {
            (Err(error), Some(wait)) if is_worth_it(&error) => {
                std::thread::sleep(Duration::from_millis(wait));
            }
            (done, _) => return done,
        }
    }
}

/// Whether another program has the file to itself. Only Windows lets it.
pub fn is_held(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

/// Whether a file that was to be replaced is open elsewhere, or so it may be: to Windows that is
/// "access denied".
pub fn may_be_held(error: &io::Error) -> bool {
    const ACCESS_DENIED: i32 = 5;
    is_held(error) || (cfg!(windows) && error.raw_os_error() == Some(ACCESS_DENIED))
}
