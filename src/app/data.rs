//! The data file of the window: opening it, or saying why it cannot be opened.

use std::path::{Path, PathBuf};

use iced::Task;

use super::refused::Refused;
use super::{files, job};
use crate::backup::{self, Reason as BackupReason};
use crate::cli::default_data_file;
use crate::locale::Locale;
use crate::sentence::{Explain, Sentence};
use crate::store::{Access, Store, StoreError};

/// Where the window stands with its data file.
pub(super) enum Data {
    /// It is being opened.
    Opening,
    /// It is open.
    Open(Ready),
    /// It could not be opened.
    Refused(Box<Refused>),
}

impl Data {
    /// The file, while it is open.
    pub(super) fn store(&self) -> Option<&Store> {
        match self {
            Self::Open(ready) => Some(&ready.store),
            Self::Opening | Self::Refused(..) => None,
        }
    }

    /// Why it can only be read, if so.
    pub(super) fn only_read(&self) -> Option<Reason> {
        match self {
            Self::Open(ready) => ready.only_read,
            Self::Opening | Self::Refused(..) => None,
        }
    }

    /// Where it is, or should be.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Opening => None,
            Self::Open(ready) => Some(ready.store.path()),
            Self::Refused(refused) => Some(refused.source.path()),
        }
    }
}

/// Which data file is opened, and how the window came to it. The paths are absolute: the
/// folder the program is started in may be another one next time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The user named it. Where nothing stands it is begun, in a folder that exists: a
    /// slip of the finger makes no folders.
    Named(PathBuf),
    /// It was opened last. Where nothing stands the user is asked: it may be on a stick.
    Remembered(PathBuf),
    /// The usual one, when none was ever opened. It is begun with its folder.
    Usual(PathBuf),
    /// A new one. Nothing may stand there.
    New(PathBuf),
}

impl Source {
    /// The file that was named, else the one opened last, else the usual one. `None` where
    /// there is no usual place.
    pub(super) fn of(named: Option<PathBuf>, last: Option<PathBuf>) -> Option<Self> {
        let absolute = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
        match (named, last) {
            (Some(path), _) => Some(Self::Named(absolute(path))),
            (None, Some(path)) => Some(Self::Remembered(absolute(path))),
            (None, None) => default_data_file().map(Self::Usual),
        }
    }

    /// The file.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Named(path) | Self::Remembered(path) | Self::Usual(path) | Self::New(path) => path,
        }
    }

    /// The file.
    pub(super) fn into_path(self) -> PathBuf {
        match self {
            Self::Named(path) | Self::Remembered(path) | Self::Usual(path) | Self::New(path) => path,
        }
    }

    /// Opens it for writing, or begins it. Where it cannot be written it is opened for reading,
    /// and the window says why.
    fn open(&self) -> Result<Ready, StoreError> {
        let store = match self {
            Self::New(_) => Err(StoreError::Missing(self.path().to_owned())),
            _ => Store::open(self.path(), Access::Write),
        };
        match (store, self) {
            (Err(StoreError::Missing(_)), Self::Named(path) | Self::Usual(path) | Self::New(path)) => {
                Ok(Ready { begun: true, ..Ready::new(create(path)?) })
            }
            (Err(error), _) => match Reason::of(&error) {
                Some(reason) => {
                    let store = Store::open(self.path(), Access::Read)?;
                    Ok(Ready { only_read: Some(reason), ..Ready::new(store) })
                }
                None => Err(error),
            },
            (Ok(store), _) => Ok(Ready::new(store)),
        }
    }
}

/// A data file that is open.
#[derive(Clone)]
pub struct Ready {
    /// The file.
    pub(super) store: Store,
    /// It was begun just now.
    pub(super) begun: bool,
    /// Why it can only be read.
    pub(super) only_read: Option<Reason>,
    /// A backup was to take its place, and did not.
    pub(super) not_restored: Option<Box<StoreError>>,
    /// A backup took its place.
    pub(super) restored: Option<Box<Restored>>,
}

/// A backup took the place of a data file.
#[derive(Debug, Clone)]
pub(super) struct Restored {
    /// Under which name what stood there before is kept, if anything stood there.
    kept: Option<PathBuf>,
}

impl Explain for Restored {
    fn explain(&self) -> Sentence {
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match &self.kept {
            Some(kept) => Sentence::new("backups-restored").with("file", name(kept)),
            None => Sentence::new("backups-restored-anew"),
        }
    }
}

impl Ready {
    fn new(store: Store) -> Self {
        Self { store, begun: false, only_read: None, not_restored: None, restored: None }
    }
}

/// Why a data file can be read and not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Another window writes it.
    Elsewhere,
    /// It, or its folder, may not be written.
    ReadOnly,
    /// Its disk is write-protected.
    WriteProtected,
    /// Another program has it.
    Held,
    /// It is damaged, and is looked at all the same.
    Damaged,
}

impl Reason {
    /// The reason of a refusal that does not keep the file from being read.
    fn of(error: &StoreError) -> Option<Self> {
        match error {
            StoreError::Locked(_) => Some(Self::Elsewhere),
            StoreError::ReadOnly => Some(Self::ReadOnly),
            StoreError::WriteProtected(_) => Some(Self::WriteProtected),
            StoreError::Held(_) => Some(Self::Held),
            _ => None,
        }
    }

    /// The banner over the pages.
    pub(super) fn banner(self) -> &'static str {
        match self {
            Self::Elsewhere => "window-read-only-elsewhere",
            Self::ReadOnly => "window-read-only",
            Self::WriteProtected => "window-read-only-disk",
            Self::Held => "window-read-only-held",
            Self::Damaged => "window-read-only-damaged",
        }
    }
}

/// Begins a data file. The usual folder is made, too.
fn create(path: &Path) -> Result<Store, StoreError> {
    if default_data_file().as_deref() == Some(path)
        && let Some(folder) = path.parent()
    {
        // That it could not be made is said by what follows.
        let _ = std::fs::create_dir_all(folder);
    }
    Store::create(path)
}

/// Opens a data file, or begins it.
pub(super) fn open(source: Source) -> Task<(Source, Result<Ready, StoreError>)> {
    job::blocking_store({
        let source = source.clone();
        move || source.open()
    })
    .map(move |answer| (source.clone(), answer))
}

/// Puts a backup in the place of a file, and opens it. What the file says before is backed up in
/// this folder, if it can be. Where the backup is refused the file is opened as it is.
pub(super) fn restore(
    source: Source,
    backup: PathBuf,
    folder: Option<PathBuf>,
) -> Task<(Source, Result<Ready, StoreError>)> {
    job::blocking_store({
        let source = source.clone();
        move || {
            if let Some(folder) = folder
                && let Err(error) = backup::make(source.path(), &folder, BackupReason::Restore)
            {
                tracing::info!(%error, "what is replaced is no backup");
            }
            // The usual folder may not be there yet; that it could not be made is said by what follows.
            if let (Source::Usual(path), false) = (&source, source.path().exists())
                && let Some(parent) = path.parent()
            {
                let _ = std::fs::create_dir_all(parent);
            }
            let restored = backup::restore(source.path(), &backup);
            let opened = Source::Remembered(source.into_path()).open();
            match (restored, opened) {
                (Ok(kept), opened) => {
                    opened.map(|ready| Ready { restored: Some(Box::new(Restored { kept })), ..ready })
                }
                (Err(error), Ok(ready)) => Ok(Ready { not_restored: Some(Box::new(error)), ..ready }),
                (Err(error), Err(_)) => Err(error),
            }
        }
    })
    .map(move |answer| (source.clone(), answer))
}

/// Opens a damaged file to look at what can be read.
pub(super) fn look(source: Source) -> Task<(Source, Result<Ready, StoreError>)> {
    job::blocking_store({
        let source = source.clone();
        move || {
            let store = Store::open(source.path(), Access::Read)?;
            Ok(Ready { only_read: Some(Reason::Damaged), ..Ready::new(store) })
        }
    })
    .map(move |answer| (source.clone(), answer))
}

/// The usual place of a data file, if nothing stands there.
pub(super) fn free_usual_place() -> Option<PathBuf> {
    default_data_file().filter(|path| !path.exists())
}

/// The file dialog for a data file; it begins `near` this one.
pub(super) fn pick(title: &str, near: Option<PathBuf>, locale: &Locale) -> Task<Option<PathBuf>> {
    let mut dialog = dialog(title, locale);
    let folder = near.as_deref().and_then(|path| path.ancestors().skip(1).find(|folder| folder.is_dir()));
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    files::pick(dialog)
}

/// The file dialog for a backup.
pub(super) fn pick_backup(locale: &Locale) -> Task<Option<PathBuf>> {
    let endings = ["taphuan", "gz", "age"];
    files::pick(files::dialog(locale.text("window-pick-backup"), locale.text("window-backups"), &endings))
}

/// The file dialog for a place where a data file is begun.
pub(super) fn pick_new(locale: &Locale) -> Task<Option<PathBuf>> {
    files::place(dialog("window-new-file", locale), "du-lieu.taphuan")
}

fn dialog(title: &str, locale: &Locale) -> files::Dialog {
    files::dialog(locale.text(title), locale.text("window-data-files"), &["taphuan"])
}

/// Whether a file is one of data, by its ending.
pub(super) fn is_data_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("taphuan"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_window_opens_for_reading() {
        let folder = tempfile::tempdir().expect("folder");
        let source = Source::Named(folder.path().join("dữ liệu.taphuan"));
        let first = source.open().expect("made");
        assert!(first.begun && first.store.access() == Access::Write);
        let second = source.open().expect("opened");
        assert!(!second.begun && second.store.access() == Access::Read);
        assert_eq!(second.only_read, Some(Reason::Elsewhere));
    }

    #[test]
    fn a_file_that_may_not_be_written_is_opened_for_reading() {
        let folder = tempfile::tempdir().expect("folder");
        let source = Source::Named(folder.path().join("dữ liệu.taphuan"));
        drop(source.open().expect("made"));
        let mut permissions = std::fs::metadata(source.path()).expect("there").permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(source.path(), permissions).expect("marked");
        let opened = source.open().expect("opened");
        assert_eq!((opened.store.access(), opened.only_read), (Access::Read, Some(Reason::ReadOnly)));
    }

    #[test]
    fn what_is_not_ours_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("x.taphuan");
        std::fs::write(&path, "something else, and long enough to have a header of its own")
            .expect("written");
        assert!(matches!(Source::Named(path.clone()).open(), Err(StoreError::NotOurs(_))));
        assert!(std::fs::read_to_string(&path).expect("read").starts_with("something else"));
        assert!(matches!(Source::New(path).open(), Err(StoreError::Exists(_))));
    }

    #[test]
    fn a_remembered_file_that_is_gone_is_not_begun_anew() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("du-lieu.taphuan");
        assert!(matches!(Source::Remembered(path.clone()).open(), Err(StoreError::Missing(_))));
        assert!(!path.exists());
        let mistyped = folder.path().join("tap huan/du-lieu.taphuan");
        assert!(matches!(Source::Named(mistyped).open(), Err(StoreError::Missing(_))));
        assert!(!folder.path().join("tap huan").exists(), "no folder is made");
    }

    #[test]
    fn paths_are_absolute() {
        let source = Source::of(Some("a.taphuan".into()), None).expect("a source");
        assert!(source.path().is_absolute() && source.path().ends_with("a.taphuan"));
        let source = Source::of(None, Some("b.taphuan".into())).expect("a source");
        assert!(matches!(&source, Source::Remembered(path) if path.is_absolute()));
    }
}
