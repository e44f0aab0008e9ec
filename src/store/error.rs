//! What can go wrong with the data file, each with its cure.

use std::path::{Path, PathBuf};

use crate::domain::attendance::exchange::ExchangeMistake;
use crate::domain::mistake::Mistake;
use crate::domain::unit_tree::UnitMistake;
use crate::sentence::{Explain, Sentence};
use crate::whole_file;

/// Why the data file could not be opened, read or written. Nothing was changed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("no file at {0}")]
    Missing(PathBuf),
    /// A new file was to be made where one stands already.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// Another window or command is writing this file.
    #[error("{0} is open for writing elsewhere")]
    Locked(PathBuf),
    /// Another program holds the database for longer than we wait.
    #[error("the file is busy")]
    Busy,
    /// Made by a newer version of this program.
    #[error("{path} has schema {found}, this program knows {known}")]
    TooNew {
        /// The file.
        path: PathBuf,
        /// Its schema.
        found: i64,
        /// The newest schema this program knows.
        known: i64,
    },
    /// Made by an older version, and opened for reading only: it must be upgraded first.
    #[error("{0} must be upgraded by opening it for writing")]
    TooOld(PathBuf),
    /// A file, but not one of ours.
    #[error("{0} is not a Tập huấn data file")]
    NotOurs(PathBuf),
    /// A file without anything in it.
    #[error("{0} is empty")]
    Empty(PathBuf),
    /// Nothing can be saved out of a damaged file.
    #[error("nothing to save in {0}")]
    NothingToSave(PathBuf),
    /// A backup was to replace a file that is no earlier copy of the same data.
    #[error("{0} is not a copy of this data file")]
    OtherFile(PathBuf),
    /// The data file was to be its own backup.
    #[error("{0} is the data file itself")]
    BackupOntoItself(PathBuf),
    /// Neither the disk of the file nor this computer can lock it.
    #[error("{0} cannot be locked")]
    NoLocks(PathBuf),
    /// The name is longer than the disk knows, or has a character it does not know.
    #[error("{0} is no name here")]
    BadName(PathBuf),
    /// A text in the file is no text.
    #[error("bad text: {0}")]
    BadText(String),
    /// Ours once, and damaged since.
    #[error("damaged: {0}")]
    Corrupt(String),
    /// Another program has the file to itself.
    #[error("{0} is held by another program")]
    Held(PathBuf),
    /// The disk or stick the file is on is write-protected.
    #[error("{0} is on a write-protected disk")]
    WriteProtected(PathBuf),
    /// The file, its folder or this opening of it does not allow writing.
    #[error("read-only")]
    ReadOnly,
    /// No room left on the disk.
    #[error("disk full")]
    DiskFull,
    /// The file is not where it was opened: the stick is out, the share is gone, or it was
    /// moved or renamed meanwhile.
    #[error("{0} is gone")]
    Gone(PathBuf),
    /// The system refused to read or write the open data file: `at` says which that is.
    #[error("system: {0}")]
    System(String),
    /// The system refused to read or write.
    #[error("{path}: {reason}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The session asked for does not exist.
    #[error("no session {0}")]
    NoSession(i64),
    /// The session has no cluster of that number.
    #[error("no cluster {0}")]
    NoCluster(u32),
    /// A step could not be undone or redone because its rows have changed since.
    #[error("the step no longer fits the data")]
    Conflict,
    /// What was asked for cannot be done as asked.
    #[error(transparent)]
    Refused(#[from] Mistake),
    /// The user stopped the work; nothing of it was written.
    #[error("stopped by the user")]
    Cancelled,
    /// The store was closed while work was waiting.
    #[error("the store is closed")]
    Stopped,
    /// A mistake of this program.
    #[error("internal: {0}")]
    Internal(String),
}

/// SQLite noticed that the file is not the one that stands under its name.
const SQLITE_READONLY_DBMOVED: std::ffi::c_int = rusqlite::ffi::SQLITE_READONLY_DBMOVED;

/// The result of anything the store does.
pub type Result<T> = std::result::Result<T, StoreError>;

impl StoreError {
    /// Turns a refusal of the system into the error that names its cure.
    pub fn io(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::Missing(path.to_owned()),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::InvalidFilename => Self::BadName(path.to_owned()),
            ErrorKind::ReadOnlyFilesystem => Self::WriteProtected(path.to_owned()),
            _ if whole_file::is_held(error) => Self::Held(path.to_owned()),
            _ => Self::Io { path: path.to_owned(), reason: error.to_string() },
        }
    }

    /// The same, knowing the open data file: whether it is still there is part of the reason.
    pub(super) fn at(self, path: &Path) -> Self {
        match self {
            Self::Gone(_) => Self::Gone(path.to_owned()),
            Self::System(_) | Self::ReadOnly | Self::Busy if !path.exists() => Self::Gone(path.to_owned()),
            Self::System(reason) => Self::Io { path: path.to_owned(), reason },
            other => other,
        }
    }
}

impl From<UnitMistake> for StoreError {
    fn from(mistake: UnitMistake) -> Self {
        Self::Refused(mistake.into())
    }
}

impl From<ExchangeMistake> for StoreError {
    fn from(mistake: ExchangeMistake) -> Self {
        Self::Refused(mistake.into())
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        if let rusqlite::Error::SqliteFailure(cause, detail) = &error {
            let text = detail.clone().unwrap_or_else(|| cause.to_string());
            return match cause.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::ReadOnly if cause.extended_code == SQLITE_READONLY_DBMOVED => {
                    Self::Gone(PathBuf::new())
                }
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
                ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Self::System(text),
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Corrupt(text),
                // A table or column that every file of ours has is gone.
                ErrorCode::Unknown if text.starts_with("no such ") => Self::Corrupt(text),
                _ => Self::Internal(text),
            };
        }
        match error {
            // The same, found while the question was put.
            rusqlite::Error::SqlInputError { ref msg, .. } if msg.starts_with("no such ") => {
                Self::Corrupt(error.to_string())
            }
            // A value in the file that the program never writes.
            rusqlite::Error::FromSqlConversionFailure(_, rusqlite::types::Type::Text, ref cause)
                if cause.is::<std::str::Utf8Error>() =>
            {
                Self::BadText(error.to_string())
            }
            rusqlite::Error::Utf8Error(..) => Self::BadText(error.to_string()),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => Self::Corrupt(error.to_string()),
            _ => Self::Internal(error.to_string()),
        }
    }
}

/// The first folder on the way to a file that does not exist, such as a mistyped one.
fn missing_folder(path: &Path) -> Option<&Path> {
    let folders = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    folders.take_while(|folder| !folder.exists()).last()
}

impl Explain for StoreError {
    fn explain(&self) -> Sentence {
        let file = |path: &Path| path.display().to_string();
        match self {
            Self::Missing(path) => match missing_folder(path) {
                Some(folder) => {
                    Sentence::new("store-no-folder").with("file", file(path)).with("folder", file(folder))
                }
                None => Sentence::new("store-missing").with("file", file(path)),
            },
            Self::Exists(path) => Sentence::new("store-exists").with("file", file(path)),
            Self::Locked(path) => Sentence::new("store-locked").with("file", file(path)),
            Self::Busy => Sentence::new("store-busy"),
            Self::TooNew { path, found, known } => Sentence::new("store-too-new")
                .with("file", file(path))
                .with("found", *found)
                .with("known", *known),
            Self::TooOld(path) => Sentence::new("store-too-old").with("file", file(path)),
            Self::NotOurs(path) => Sentence::new("store-not-ours").with("file", file(path)),
            Self::Empty(path) => Sentence::new("store-empty").with("file", file(path)),
            Self::NothingToSave(path) => Sentence::new("store-nothing-to-save").with("file", file(path)),
            Self::OtherFile(path) => Sentence::new("store-other-file").with("file", file(path)),
            Self::BackupOntoItself(path) => Sentence::new("store-backup-itself").with("file", file(path)),
            Self::NoLocks(path) => Sentence::new("store-no-locks").with("file", file(path)),
            Self::BadName(path) => Sentence::new("store-bad-name").with("file", file(path)),
            Self::BadText(detail) => Sentence::new("store-bad-text").with("detail", detail.clone()),
            Self::Corrupt(detail) => Sentence::new("store-corrupt").with("detail", detail.clone()),
            Self::Held(path) => Sentence::new("store-held").with("file", file(path)),
            Self::WriteProtected(path) => Sentence::new("store-write-protected").with("file", file(path)),
            Self::ReadOnly => Sentence::new("store-read-only"),
            Self::DiskFull => Sentence::new("store-disk-full"),
            Self::Gone(path) => Sentence::new("store-gone").with("file", file(path)),
            Self::System(reason) => Sentence::new("store-io").with("file", "").with("reason", reason.clone()),
            Self::Io { path, reason } => {
                Sentence::new("store-io").with("file", file(path)).with("reason", reason.clone())
            }
            Self::NoSession(id) => Sentence::new("store-no-session").with("id", *id),
            Self::NoCluster(number) => Sentence::new("store-no-cluster").with("number", *number),
            Self::Refused(mistake) => mistake.explain(),
            Self::Cancelled => Sentence::new("store-cancelled"),
            Self::Conflict => Sentence::new("store-conflict"),
            Self::Stopped => Sentence::new("store-stopped"),
            Self::Internal(detail) => Sentence::new("store-internal").with("detail", detail.clone()),
        }
    }
}
