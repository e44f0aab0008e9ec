//! Putting a backup in the place of the data file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::check;
use super::copy::{self, Pace};
use super::create;
use super::error::{Result, StoreError};
use super::lock::WriterLock;
use super::open;
use crate::clock;
use crate::whole_file::{self, with_suffix};

/// How long a writer is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// What is done when a backup is restored, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    /// The backup lies beside the data file, whole and on the disk, under no name of its own.
    Copied,
    /// What a killed writer left half done in the data file is rolled back.
    RolledBack,
    /// The data file stands under a second name, too.
    Kept,
    /// The backup has its name.
    Replaced,
}

/// Replaces the data file by a backup, after checking the backup. The replaced
/// file is kept beside it; its new name is returned. At every moment the old file or the
/// new one stands under the name, whole.
pub(super) fn restore(path: &Path, backup: &Path) -> Result<Option<PathBuf>> {
    restore_telling(path, backup, &mut |_| ())
}

fn restore_telling(path: &Path, backup: &Path, tell: &mut dyn FnMut(Done)) -> Result<Option<PathBuf>> {
    let source = open::open_any_version(backup)?;
    if copy::is_same_file(path, backup) {
        return Err(StoreError::BackupOntoItself(path.to_owned()));
    }
    let _lock = WriterLock::take(path, PATIENCE)?;
    let unfinished = copy::copy_beside(&source.connection, path, Pace::AtOnce)?;
    // An older one is upgraded before it takes the place: what bears our mark and lacks our tables
    // shows itself now.
    create::upgrade(unfinished.path())?;
    let report = check::check_file(unfinished.path())?;
    if let Some(finding) = report.damage.into_iter().chain(report.dangling).next() {
        return Err(StoreError::Corrupt(format!("{}: {finding}", backup.display())));
    }
    tell(Done::Copied);
    let target = unfinished.target().to_owned();
    let kept = match target.exists() {
        true => Some(keep_replaced(&target, tell)?),
        false => None,
    };
    create::put_journals_aside(&target)?;
    unfinished.finish().map_err(|error| StoreError::io(path, &error))?;
    tell(Done::Replaced);
    Ok(kept)
}

/// Gives the file that is about to be replaced a second name.
///
/// A copy and no link: under two names one file would be written by two programs that do not
/// know of each other's journals.
fn keep_replaced(path: &Path, tell: &mut dyn FnMut(Done)) -> Result<PathBuf> {
    let kept = kept_name(path);
    roll_back(path);
    tell(Done::RolledBack);
    whole_file::copy_new(path, &kept).map_err(|error| StoreError::io(&kept, &error))?;
    take_journals_along(path, &kept)?;
    tell(Done::Kept);
    Ok(kept)
}

fn kept_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let now = clock::here().strftime("%Y%m%d-%H%M%S").to_string();
    whole_file::free_name(|further| {
        path.with_file_name(format!("{stem}.truoc-phuc-hoi-{now}{further}.taphuan"))
    })
}

/// Has SQLite roll back what a killed writer left half done: its journal would spoil the file
/// that takes the name. A file too damaged to be opened is none the worse for trying.
fn roll_back(path: &Path) {
    if let Err(error) = open::open_any_version(path) {
        tracing::info!(%error, "the replaced file cannot be opened");
    }
}

/// Journals that are still there belong to a file that SQLite cannot read. They go with it.
fn take_journals_along(path: &Path, kept: &Path) -> Result<()> {
    for suffix in ["-journal", "-wal", "-shm"] {
        let journal = with_suffix(path, suffix);
        if journal.exists() {
            whole_file::move_aside(&journal, &with_suffix(kept, suffix))
                .map_err(|error| StoreError::io(&journal, &error))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::domain::session::SessionDetails;
    use crate::store::{Access, Store};

    fn new_file(path: &Path, title: &str) {
        let store = Store::create(path).expect("made");
        let details = SessionDetails { title: title.to_owned(), ..SessionDetails::default() };
        store.create_session(details, None).wait().expect("a session");
    }

    fn title(path: &Path) -> String {
        let store = Store::open(path, Access::Read).expect("opened");
        assert!(store.check().wait().expect("checked").is_sound());
        store.sessions().wait().expect("sessions")[0].title.clone()
    }

    /// The folder as it would be found after a power cut.
    fn found_after_a_cut(folder: &Path) -> tempfile::TempDir {
        let copy = tempfile::tempdir().expect("a folder");
        for entry in fs::read_dir(folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            fs::copy(&path, copy.path().join(path.file_name().expect("a name"))).expect("copied");
        }
        copy
    }

    #[test]
    fn whenever_it_is_cut_short_one_of_both_files_has_the_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, backup) = (folder.path().join("a.taphuan"), folder.path().join("b.taphuan"));
        new_file(&path, "Cũ");
        new_file(&backup, "Mới");
        let mut moments = Vec::new();
        let mut tell = |done| moments.push((done, found_after_a_cut(folder.path())));
        let kept = restore_telling(&path, &backup, &mut tell).expect("restored").expect("kept");
        let named: Vec<_> =
            moments.iter().map(|(done, cut)| (*done, title(&cut.path().join("a.taphuan")))).collect();
        let expected =
            [(Done::Copied, "Cũ"), (Done::RolledBack, "Cũ"), (Done::Kept, "Cũ"), (Done::Replaced, "Mới")];
        assert_eq!(named, expected.map(|(done, title)| (done, title.to_owned())));
        assert_eq!(title(&kept), "Cũ");
        let cut = &moments[2].1;
        assert_eq!(title(&cut.path().join(kept.file_name().expect("a name"))), "Cũ", "kept before it goes");
    }

    #[test]
    fn a_damaged_file_is_kept_with_its_journal_and_makes_room() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, backup) = (folder.path().join("a.taphuan"), folder.path().join("b.taphuan"));
        new_file(&backup, "Mới");
        fs::write(&path, "hỏng").expect("written");
        fs::write(with_suffix(&path, "-journal"), "nhật ký").expect("written");
        let kept = restore(&path, &backup).expect("restored").expect("kept");
        assert_eq!(title(&path), "Mới");
        assert_eq!(fs::read_to_string(&kept).expect("read"), "hỏng");
        assert_eq!(fs::read_to_string(with_suffix(&kept, "-journal")).expect("read"), "nhật ký");
    }
}
