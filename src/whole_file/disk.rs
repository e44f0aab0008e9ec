//! The calls by which the program changes the disk, but for SQLite's own.

use std::cell::RefCell;
use std::fmt::Debug;
use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;

/// Who may read a file that is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privacy {
    /// This user alone: data files, backups, what is on its way to be one. Windows keeps the rights
    /// of the folder, which within a user's own is the same.
    Private,
    /// Whoever the system says, as of any new file: papers and lists are made to be handed on.
    Usual,
}

/// What changes the disk. Paths are absolute or relative to the current folder.
pub trait Disk: Debug + Send + Sync {
    /// Makes an empty file where nothing stands.
    fn create_new(&self, path: &Path, privacy: Privacy) -> io::Result<File>;
    /// Writes all of it.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Puts what was written on the disk.
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Changes who may read and write it.
    fn set_permissions(&self, file: &File, permissions: Permissions) -> io::Result<()>;
    /// Gives a file another name in its folder, replacing what has it.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file another name in its folder, which nothing may have: `AlreadyExists`.
    fn place_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Puts the names in a folder on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

thread_local! {
    static IN_PLACE_OF_THE_SYSTEM: RefCell<Option<Arc<dyn Disk>>> = const { RefCell::new(None) };
}

/// The disk of this thread: the system's, but where a test put another in its place.
pub(super) fn current() -> Arc<dyn Disk> {
    IN_PLACE_OF_THE_SYSTEM.with_borrow(|other| other.clone().unwrap_or_else(|| Arc::new(System)))
}

/// Does work of this thread on another disk: for tests.
#[doc(hidden)]
pub fn with<T>(disk: Arc<dyn Disk>, work: impl FnOnce() -> T) -> T {
    let before = IN_PLACE_OF_THE_SYSTEM.replace(Some(disk));
    let done = work();
    IN_PLACE_OF_THE_SYSTEM.set(before);
    done
}

/// The disk as the system has it.
#[derive(Debug, Clone, Copy)]
pub struct System;

impl Disk for System {
    fn create_new(&self, path: &Path, privacy: Privacy) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(
            &mut options,
            if privacy == Privacy::Private { 0o600 } else { 0o666 },
        );
        // Others may read and write it, as SQLite does, but not remove it while it is open.
        #[cfg(windows)]
        std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, 0x1 | 0x2);
        #[cfg(not(unix))]
        let _ = privacy;
        options.open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn set_permissions(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        file.set_permissions(permissions)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn place_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let Err(refused) = tempfile::TempPath::try_from_path(from)?.persist_noclobber(to) else {
            return Ok(());
        };
        // It is not its to remove.
        let _ = refused.path.keep();
        match refused.error.kind() {
            ErrorKind::AlreadyExists | ErrorKind::NotFound => Err(refused.error),
            _ if cfg!(windows) => Err(refused.error),
            // Some file systems know neither links nor a renaming that refuses: there the name is
            // taken first, by an empty file of ours, and that is replaced.
            _ => {
                drop(OpenOptions::new().write(true).create_new(true).open(to)?);
                std::fs::rename(from, to)
            }
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    /// Windows does that by itself, and some file systems know no such thing: the file is whole in
    /// any case.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if !cfg!(unix) {
            return Ok(());
        }
        match File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(()),
            done => done,
        }
    }
}
