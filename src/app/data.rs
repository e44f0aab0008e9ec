//! The data file of the window: opening it, or saying why it cannot be opened.

use std::path::{Path, PathBuf};

use iced::Task;

use super::job;
use crate::store::{Access, Store, StoreError};

/// Where the window stands with its data file.
pub(super) enum Data {
    /// It is being opened.
    Opening,
    /// It is open.
    Open(Store),
    /// It could not be opened.
    Refused(PathBuf, StoreError),
}

/// Opens a data file for writing, or makes it. When another window writes it, or
/// the disk is read-only, it is opened for reading: the window says so.
pub(super) fn open(path: PathBuf) -> Task<(PathBuf, Result<Store, StoreError>)> {
    job::blocking_store({
        let path = path.clone();
        move || open_or_create(&path)
    })
    .map(move |answer| (path.clone(), answer))
}

fn open_or_create(path: &Path) -> Result<Store, StoreError> {
    match Store::open(path, Access::Write) {
        Err(StoreError::Missing(_)) => Store::create(path),
        Err(StoreError::Locked(_) | StoreError::ReadOnly) => Store::open(path, Access::Read),
        answer => answer,
    }
}

/// Puts a backup in the place of a file that cannot be opened, and opens it.
pub(super) fn restore(path: PathBuf, backup: PathBuf) -> Task<(PathBuf, Result<Store, StoreError>)> {
    job::blocking_store({
        let path = path.clone();
        move || {
            Store::restore(&path, &backup)?;
            open_or_create(&path)
        }
    })
    .map(move |answer| (path.clone(), answer))
}

/// The file dialog for a data file.
pub(super) fn pick(title: String, kind: String) -> Task<Option<PathBuf>> {
    let dialog = rfd::AsyncFileDialog::new().set_title(title).add_filter(kind, &["taphuan"]);
    Task::future(dialog.pick_file()).map(|file| file.map(|file| file.path().to_owned()))
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
        let path = folder.path().join("a/b/dữ liệu.taphuan");
        let first = open_or_create(&path).expect("made");
        assert_eq!(first.access(), Access::Write);
        let second = open_or_create(&path).expect("opened");
        assert_eq!(second.access(), Access::Read);
    }

    #[test]
    fn what_is_not_ours_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("x.taphuan");
        std::fs::write(&path, "something else, and long enough to have a header of its own")
            .expect("written");
        assert!(matches!(open_or_create(&path), Err(StoreError::NotOurs(_))));
        assert!(std::fs::read_to_string(&path).expect("read").starts_with("something else"));
    }
}
