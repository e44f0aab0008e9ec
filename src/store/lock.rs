//! One window writes: an advisory lock on a file beside the data file, and one on this computer
//! for the file itself, whatever it is called.
//!
//! Not SQLite's exclusive mode, so that other programs and our own reading
//! verbs can still read. The system releases the locks when the program ends,
//! also when it is killed; the empty lock files that stay behind mean nothing.
//!
//! The one beside the file keeps out other computers. That one goes by a name, and a name can be
//! deleted, or be one of several (a link): so the file's identity (device and number) has a lock of
//! its own, in the folder of the log.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::error::{Result, StoreError};
use crate::log_file;
use crate::whole_file::{self, with_suffix};

/// Held while this program may write the data file.
#[derive(Debug)]
pub(super) struct WriterLock {
    _beside: Option<File>,
    _identity: Option<Identity>,
}

/// The lock of a file whatever it is called. Its own file goes with it, for there would be one for
/// every data file that ever was.
#[derive(Debug)]
struct Identity {
    path: PathBuf,
    _file: File,
}

impl Drop for Identity {
    fn drop(&mut self) {
        // Removed before it is released: who waits for it sees that it is not the one of that name
        // any more. Windows does not remove what others have open.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// How often a lock that another has is tried.
const PAUSE: Duration = Duration::from_millis(20);

impl WriterLock {
    /// Takes the locks of a data file, or says after this while that another has one.
    pub(super) fn take(data_file: &Path, patience: Duration) -> Result<Self> {
        let until = Instant::now() + patience;
        loop {
            match Self::try_take(data_file) {
                Err(StoreError::Locked(_)) if Instant::now() < until => std::thread::sleep(PAUSE),
                done => return done,
            }
        }
    }

    fn try_take(data_file: &Path) -> Result<Self> {
        let beside = match Lock::beside(data_file)? {
            // Who has to wait takes nothing: the one who has this lock is about to take the other.
            Lock::Elsewhere => return Err(StoreError::Locked(data_file.to_owned())),
            Lock::Taken(file) => Some(file),
            Lock::Unknown => None,
        };
        let identity = Identity::of(data_file)?;
        // A disk without locks: that of this computer has to do, where there is one.
        if beside.is_none() && identity.is_none() && data_file.exists() {
            return Err(StoreError::NoLocks(data_file.to_owned()));
        }
        Ok(Self { _beside: beside, _identity: identity })
    }

    /// Takes the lock of the identity, too, which a file has once it is made.
    pub(super) fn made(self, data_file: &Path) -> Result<Self> {
        Ok(Self { _identity: Identity::of(data_file)?, ..self })
    }
}

impl Identity {
    /// Takes the lock of the file itself; none where nothing is known of it.
    fn of(data_file: &Path) -> Result<Option<Self>> {
        let Some(path) = Self::lock_path(data_file) else { return Ok(None) };
        loop {
            let Ok(file) = open(&path) else { return Ok(None) };
            match Lock::of(file) {
                Ok(Lock::Taken(file)) if is_named(&file, &path) => {
                    return Ok(Some(Self { path, _file: file }));
                }
                // The one who had it removed it meanwhile.
                Ok(Lock::Taken(_)) => {}
                Ok(Lock::Elsewhere) => return Err(StoreError::Locked(data_file.to_owned())),
                Ok(Lock::Unknown) | Err(_) => return Ok(None),
            }
        }
    }

    fn lock_path(data_file: &Path) -> Option<PathBuf> {
        use file_id::FileId;
        let identity = match file_id::get_file_id(data_file).ok()? {
            FileId::Inode { device_id, inode_number } => format!("{device_id:x}-{inode_number:x}"),
            FileId::LowRes { volume_serial_number, file_index } => {
                format!("{volume_serial_number:x}-{file_index:x}")
            }
            FileId::HighRes { volume_serial_number, file_id } => {
                format!("{volume_serial_number:x}-{file_id:x}")
            }
        };
        let folder = log_file::folder()?.join("locks");
        std::fs::create_dir_all(&folder).ok()?;
        Some(folder.join(format!("{identity}.lock")))
    }
}

/// Whether a file still has its name.
#[cfg(unix)]
fn is_named(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = |metadata: std::fs::Metadata| (metadata.dev(), metadata.ino());
    let (own, named) = (file.metadata().map(inode), std::fs::metadata(path).map(inode));
    matches!((own, named), (Ok(own), Ok(named)) if own == named)
}

/// Here an open file keeps it.
#[cfg(not(unix))]
fn is_named(_: &File, _: &Path) -> bool {
    true
}

/// What came of trying a lock.
enum Lock {
    Taken(File),
    /// Another has it.
    Elsewhere,
    /// The file system knows no locks.
    Unknown,
}

impl Lock {
    /// The lock beside the file a name leads to: `tap-huan.taphuan` → `tap-huan.taphuan.lock`.
    fn beside(data_file: &Path) -> Result<Self> {
        let named = data_file.canonicalize().unwrap_or_else(|_| data_file.to_owned());
        let path = with_suffix(&named, ".lock");
        let file = open(&path).map_err(|error| match error.kind() {
            // The folder refuses a new file: nothing in it can be written safely.
            ErrorKind::PermissionDenied => StoreError::ReadOnly,
            ErrorKind::NotFound => StoreError::Missing(data_file.to_owned()),
            _ => StoreError::io(&path, &error),
        })?;
        Self::of(file).map_err(|error| StoreError::io(&path, &error))
    }

    fn of(file: File) -> std::io::Result<Self> {
        match file.try_lock() {
            Ok(()) => Ok(Self::Taken(file)),
            Err(TryLockError::WouldBlock) => Ok(Self::Elsewhere),
            Err(TryLockError::Error(error)) if knows_no_locks(&error) => Ok(Self::Unknown),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

fn knows_no_locks(error: &std::io::Error) -> bool {
    /// No record locks available: network folders whose server has none.
    const ENOLCK: i32 = 37;
    error.kind() == ErrorKind::Unsupported
        || (cfg!(target_os = "linux") && error.raw_os_error() == Some(ENOLCK))
}

/// Opens a lock file, or makes it. Anything else of that name, such as a pipe, would be waited for
/// without end.
fn open(path: &Path) -> std::io::Result<File> {
    if std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(std::io::Error::new(ErrorKind::InvalidInput, "not a file"));
    }
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    whole_file::open_patiently(&options, path)
}

/// Where the lock beside a data file stands.
#[cfg(test)]
pub(super) fn beside(data_file: &Path) -> PathBuf {
    with_suffix(data_file, ".lock")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(path: &Path) -> Result<WriterLock> {
        WriterLock::take(path, Duration::ZERO)
    }

    fn file(folder: &tempfile::TempDir) -> PathBuf {
        let path = folder.path().join("a.taphuan");
        std::fs::write(&path, "x").expect("written");
        path
    }

    #[test]
    fn one_file_is_locked_under_all_its_names() {
        let folder = tempfile::tempdir().expect("folder");
        let path = file(&folder);
        let _held = take(&path).expect("locked");
        std::fs::remove_file(beside(&path)).expect("removed");
        assert!(matches!(take(&path), Err(StoreError::Locked(_))), "its lock file is gone");
        let link = folder.path().join("b.taphuan");
        std::fs::hard_link(&path, &link).expect("linked");
        assert!(matches!(take(&link), Err(StoreError::Locked(_))), "a second name");
        #[cfg(unix)]
        {
            let link = folder.path().join("c.taphuan");
            std::os::unix::fs::symlink(&path, &link).expect("linked");
            assert!(matches!(take(&link), Err(StoreError::Locked(_))), "a link to it");
        }
    }

    #[test]
    fn who_waits_for_the_one_beside_does_not_stand_in_the_way_of_who_has_it() {
        let folder = tempfile::tempdir().expect("folder");
        let path = file(&folder);
        let _held = Lock::beside(&path).expect("locked");
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| {
                (0..500).for_each(|_| assert!(matches!(take(&path), Err(StoreError::Locked(_)))));
            });
            while !waiting.is_finished() {
                assert!(matches!(Identity::of(&path), Ok(Some(_))), "it is free");
            }
        });
    }

    #[test]
    fn it_is_waited_for() {
        let folder = tempfile::tempdir().expect("folder");
        let path = file(&folder);
        let held = take(&path).expect("locked");
        let waiting = std::thread::spawn({
            let path = path.clone();
            move || WriterLock::take(&path, Duration::from_secs(60)).map(drop)
        });
        std::thread::sleep(PAUSE);
        drop(held);
        waiting.join().expect("no panic").expect("locked in the end");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_of_its_name_is_not_waited_for() {
        let folder = tempfile::tempdir().expect("folder");
        let path = file(&folder);
        let made = std::process::Command::new("mkfifo").arg(beside(&path)).status();
        if made.is_ok_and(|status| status.success()) {
            assert!(matches!(take(&path), Err(StoreError::Io { .. })));
        }
    }
}
