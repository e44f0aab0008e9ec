//! One window writes: an advisory lock on a file beside the data file.
//!
//! Not SQLite's exclusive mode, so that other programs and our own reading
//! verbs can still read. The system releases the lock when the program ends,
//! also when it is killed; the empty lock file that stays behind means nothing.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::error::{Result, StoreError};
use crate::whole_file;

/// Held while this program may write the data file.
#[derive(Debug)]
pub(super) struct WriterLock {
    _file: File,
}

impl WriterLock {
    /// Takes the lock of a data file, or says at once that another has it.
    pub(super) fn take(data_file: &Path) -> Result<Self> {
        let path = lock_path(data_file);
        let mut options = OpenOptions::new();
        let opened = whole_file::open_patiently(options.create(true).truncate(false).write(true), &path);
        let file = opened.map_err(|error| match error.kind() {
            // The folder refuses a new file: nothing in it can be written safely.
            std::io::ErrorKind::PermissionDenied => StoreError::ReadOnly,
            std::io::ErrorKind::NotFound => StoreError::Missing(data_file.to_owned()),
            _ => StoreError::io(&path, &error),
        })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked(data_file.to_owned())),
            Err(TryLockError::Error(error)) => Err(StoreError::io(&path, &error)),
        }
    }
}

/// `tap-huan.taphuan` → `tap-huan.taphuan.lock`.
fn lock_path(data_file: &Path) -> PathBuf {
    let mut name = data_file.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}
