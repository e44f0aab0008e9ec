//! What is in a backup against what is in the data file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::backup::{pack, stick};
use crate::store::snapshot::{self, Contents};
use crate::store::{Access, Result, Store, StoreError};
use crate::whole_file::Unfinished;

/// So many titles of sessions are shown.
const MOST_TITLES: usize = 6;

/// A backup that was chosen.
#[derive(Clone)]
pub(in crate::app) enum Chosen {
    /// It is open to all.
    File(PathBuf),
    /// It was locked: what was in it, on this computer for as long as this is held.
    Unlocked(Arc<Unlocked>),
}

/// What was in a locked copy. Gone when dropped.
#[derive(Debug)]
pub(in crate::app) struct Unlocked {
    backup: Unfinished,
    /// Last, for it holds the other.
    _folder: tempfile::TempDir,
}

impl Chosen {
    /// Where the backup is.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Unlocked(unlocked) => unlocked.backup.path(),
        }
    }

    /// What is to be held until it was read.
    pub(super) fn held(&self) -> Option<Arc<Unlocked>> {
        match self {
            Self::File(_) => None,
            Self::Unlocked(unlocked) => Some(unlocked.clone()),
        }
    }
}

/// Opens a locked copy, in a folder for this user alone.
pub(super) fn unlock(
    locked: &Path,
    passphrase: age::secrecy::SecretString,
) -> std::result::Result<Chosen, stick::NotOpened> {
    let folder =
        tempfile::tempdir().map_err(|error| stick::NotOpened::Store(StoreError::io(locked, &error)))?;
    let backup = stick::unlock(locked, &folder.path().join("x.taphuan.gz"), passphrase)?;
    Ok(Chosen::Unlocked(Arc::new(Unlocked { backup, _folder: folder })))
}

/// What was seen.
#[derive(Debug, Clone)]
pub(in crate::app) struct Preview {
    /// What is in the backup.
    pub(super) then: Contents,
    /// The titles of its latest sessions.
    pub(super) titles: Vec<String>,
    /// What is in the data file, and how many changes of it came after the backup; nothing where it
    /// cannot be read.
    pub(super) now: Option<(Contents, usize)>,
}

/// Looks into a backup. Reads all of it: not for the window's thread.
pub(super) fn look(chosen: &Chosen, data_file: &Path) -> Result<Preview> {
    let aside = tempfile::tempdir().map_err(|error| StoreError::io(chosen.path(), &error))?;
    let unpacked = pack::unpack(chosen.path(), &aside.path().join("x.taphuan"))?;
    let then = snapshot::contents_of(unpacked.path())?;
    // One of an older schema is told by its numbers alone.
    let sessions = Store::open(unpacked.path(), Access::Read).and_then(|store| store.sessions().wait());
    let titles = sessions.unwrap_or_default().into_iter().map(|session| session.title);
    let titles = titles.take(MOST_TITLES).collect();
    let now = snapshot::now_and_since(data_file, unpacked.path()).ok();
    Ok(Preview { then, titles, now })
}
