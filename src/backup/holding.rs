//! Which backups still hold somebody, and taking single ones away.

use std::path::Path;

use super::{Entry, catalogue, pack};
use crate::progress::Progress;
use crate::store::{Result, StoreError, snapshot};

/// What was found in a folder of backups.
#[derive(Debug, Clone, Default)]
pub struct Holding {
    /// Those that hold one of the people.
    pub holds: Vec<Entry>,
    /// Those that could not be looked into: nobody can say of them.
    pub unknown: Vec<Entry>,
}

/// Looks into each backup of an office, or of all, for people of these uids. One that is locked is no
/// backup here. Stops where asked to; what was not reached then is unknown.
pub fn holding(folder: &Path, office: Option<&str>, uids: &[String], progress: &Progress) -> Holding {
    let backups = catalogue::list(folder, office);
    let count = backups.len();
    let mut found = Holding::default();
    for (done, entry) in backups.into_iter().enumerate() {
        progress.reach(done, count);
        let holds = if progress.is_cancelled() { Err(StoreError::Stopped) } else { holds(&entry, uids) };
        match holds {
            Ok(true) => found.holds.push(entry),
            Ok(false) => {}
            Err(error) => {
                tracing::info!(%error, file = %entry.path.display(), "a backup is not looked into");
                found.unknown.push(entry);
            }
        }
    }
    found
}

fn holds(entry: &Entry, uids: &[String]) -> Result<bool> {
    // In a folder for this user alone, gone with what is in it.
    let aside = tempfile::tempdir().map_err(|error| StoreError::io(&entry.path, &error))?;
    let unpacked = pack::unpack(&entry.path, &aside.path().join("x.taphuan"))?;
    snapshot::holds(unpacked.path(), uids)
}

/// Takes one backup away. Another file is left alone.
pub fn delete(backup: &Path) -> Result<()> {
    if catalogue::read(backup).is_none() {
        return Err(StoreError::NotOurs(backup.to_owned()));
    }
    std::fs::remove_file(backup).map_err(|error| StoreError::io(backup, &error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backup::Reason;
    use crate::domain::erasure::Whom;
    use crate::domain::person::PersonDetails;
    use crate::sentence::Sentence;
    use crate::store::{Operation, Store};

    #[test]
    fn backups_that_hold_somebody_are_told_and_can_be_taken_away() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        let backups = folder.path().join("sao lưu");
        let store = Store::create(&path).expect("made");
        let without = pack::make(&path, &backups, Reason::Time).expect("backed up");
        let person = PersonDetails { full_name: "Nguyễn Văn An".into(), ..PersonDetails::default() };
        let other = PersonDetails { full_name: "Nguyễn Văn Anh".into(), ..PersonDetails::default() };
        let added = store
            .add_people(Operation::new(Sentence::new("test")), vec![person, other])
            .wait()
            .expect("people");
        let uid = |person| store.uids_of(Whom::Person(person)).wait().expect("uids");
        let uids = uid(added[0]);
        let with = pack::make(&path, &backups, Reason::Time).expect("backed up");
        let spoiled = backups.join("x.taphuan.gz");
        let mut bytes = std::fs::read(&without.path).expect("read");
        bytes.truncate(bytes.len() / 2);
        std::fs::write(&spoiled, bytes).expect("written");

        let look = || holding(&backups, None, &uids, &Progress::default());
        let found = look();
        assert_eq!(found.holds, std::slice::from_ref(&with));
        assert_eq!(found.unknown.len(), 1, "nobody can say of the spoiled one");

        delete(&with.path).expect("gone");
        assert!(look().holds.is_empty());
        assert!(delete(&path).is_err() && path.exists(), "the data file is no backup");
    }
}
