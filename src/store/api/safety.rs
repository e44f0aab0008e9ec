//! Checking, backing up and restoring.

use std::path::{Path, PathBuf};

use crate::store::error::Result;
use crate::store::thread::Pending;
use crate::store::{CheckReport, Store, copy, safety};

impl Store {
    /// Reads the whole file and looks for damage. Changes nothing.
    pub fn check(&self) -> Pending<CheckReport> {
        self.worker.submit(|thread| safety::check(&thread.file.connection))
    }

    /// Writes a complete copy, all of it or nothing.
    pub fn backup(&self, target: &Path) -> Pending<()> {
        let target = target.to_owned();
        self.worker.submit(move |thread| copy::copy_to(&thread.file.connection, &target))
    }

    /// Replaces the file at `path` by a backup, after checking the backup. The
    /// replaced file is kept beside it under the name that is returned.
    pub fn restore(path: &Path, backup: &Path) -> Result<Option<PathBuf>> {
        safety::restore(path, backup)
    }
}
