//! Backups packed and unpacked.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use flate2::bufread::GzDecoder;
use flate2::{Compression, GzBuilder};

use super::catalogue::{About, ENDING, Entry};
use super::{Reason, place, thinning};
use crate::clock;
use crate::store::snapshot::{self, Snapshot};
use crate::store::{Result, Store, StoreError};
use crate::whole_file::{self, Privacy, Unfinished};

/// How large a data file may be that comes out of a backup: offices have some hundred megabytes.
const MOST_BYTES: u64 = 8 * 1024 * 1024 * 1024;

/// How much is packed at a time.
const PIECE: usize = 256 * 1024;

/// Makes a backup of a data file in a folder, checks it, and thins what stands there. Others may
/// use the file meanwhile.
pub fn make(data_file: &Path, folder: &Path, reason: Reason) -> Result<Entry> {
    let failed = |error: io::Error| StoreError::io(folder, &error);
    make_folder(folder).map_err(failed)?;
    let target = free_name(data_file, folder);
    let snapshot = snapshot::take(data_file, &target)?;
    let about = about(&snapshot, reason);
    let packed = pack(snapshot.copy.path(), &target, &about).map_err(failed)?;
    drop(snapshot);
    // What was written is read again: a stick may say that it kept what it did not.
    read_through(packed.path()).map_err(failed)?;
    packed.finish_new().map_err(failed)?;
    thin(folder, &about.contents.office);
    super::catalogue::read(&target).ok_or(StoreError::Missing(target))
}

fn about(snapshot: &Snapshot, reason: Reason) -> About {
    About {
        contents: snapshot.contents.clone(),
        made_at: clock::stamp(),
        reason,
        may_be_spoiled: snapshot.report.may_be_spoiled(),
    }
}

/// A folder of backups is for this user alone, as they are.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// `du-lieu 2026-11-28 08.15.30.taphuan.gz`: as no other is called.
fn free_name(data_file: &Path, folder: &Path) -> PathBuf {
    let stem = data_file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let now = clock::here().strftime("%Y-%m-%d %H.%M.%S").to_string();
    whole_file::free_name(|further| folder.join(format!("{stem} {now}{further}{ENDING}")))
}

/// Packs a file, under no name yet.
pub(super) fn pack(source: &Path, target: &Path, about: &About) -> io::Result<Unfinished> {
    let mut source = File::open(source)?;
    let packed = Unfinished::beside(target, Privacy::Private)?;
    // Our own shape: it always has a JSON form, and that holds no zero byte.
    let comment = serde_json::to_vec(about).unwrap_or_default();
    let mut writer = GzBuilder::new().comment(comment).write(packed, Compression::new(5));
    copy(&mut source, &mut writer, u64::MAX)?;
    writer.finish()
}

fn copy(source: &mut impl Read, target: &mut impl Write, most: u64) -> io::Result<u64> {
    let mut piece = vec![0; PIECE];
    let mut copied = 0_u64;
    loop {
        let length = source.read(&mut piece)?;
        if length == 0 {
            return Ok(copied);
        }
        copied += length as u64;
        if copied > most {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "larger than any data file"));
        }
        target.write_all(&piece[..length])?;
    }
}

/// Reads a packed file to its end: gzip keeps a check sum there.
fn read_through(path: &Path) -> io::Result<()> {
    copy(&mut GzDecoder::new(BufReader::new(File::open(path)?)), &mut io::sink(), MOST_BYTES).map(drop)
}

/// Puts a backup, packed or not, in the place of a data file: see [`Store::restore`]. The replaced
/// file is kept beside it under the name that is returned.
pub fn restore(data_file: &Path, backup: &Path) -> Result<Option<PathBuf>> {
    match super::catalogue::is_packed(backup) {
        true => Store::restore(data_file, unpack(backup, data_file)?.path()),
        false => Store::restore(data_file, backup),
    }
}

/// Unpacks a backup, under no name yet, into the folder of `beside`. A data file that is not packed
/// is copied.
pub fn unpack(backup: &Path, beside: &Path) -> Result<Unfinished> {
    unpack_file(backup, beside).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            StoreError::Corrupt(format!("{}: {error}", backup.display()))
        }
        _ => StoreError::io(backup, &error),
    })
}

fn unpack_file(backup: &Path, beside: &Path) -> io::Result<Unfinished> {
    let mut source = BufReader::new(File::open(backup)?);
    let mut target = Unfinished::beside(beside, Privacy::Private)?;
    let is_packed = io::BufRead::fill_buf(&mut source)?.starts_with(&[0x1F, 0x8B]);
    match is_packed {
        true => copy(&mut GzDecoder::new(source), &mut target, MOST_BYTES)?,
        false => copy(&mut source, &mut target, MOST_BYTES)?,
    };
    target.sync()?;
    Ok(target)
}

/// Removes what is superfluous of the backups of an office.
fn thin(folder: &Path, office: &str) {
    let backups = super::catalogue::list(folder, Some(office));
    let free = place::drive_of(folder, &place::drives()).map(|drive| drive.free);
    for entry in thinning::superfluous(&backups, clock::now(), free) {
        match std::fs::remove_file(&entry.path) {
            Ok(()) => tracing::info!(file = %entry.path.display(), "an old backup is removed"),
            Err(error) => tracing::warn!(%error, file = %entry.path.display(), "an old backup stays"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::SessionDetails;
    use crate::store::Access;

    fn made(folder: &Path) -> PathBuf {
        let path = folder.join("dữ liệu.taphuan");
        let store = Store::create(&path).expect("made");
        let details = SessionDetails { title: "Lớp thử".into(), ..SessionDetails::default() };
        store.create_session(details, None).wait().expect("a session");
        path
    }

    #[test]
    fn a_backup_says_what_is_in_it_and_comes_back() {
        let folder = tempfile::tempdir().expect("folder");
        let path = made(folder.path());
        let open = Store::open(&path, Access::Write).expect("open meanwhile");
        let backups = folder.path().join("sao lưu");
        let entry = make(&path, &backups, Reason::Asked).expect("backed up");
        let again = make(&path, &backups, Reason::Close).expect("backed up again in the same second");
        assert_eq!(
            (entry.about.contents.sessions, entry.about.contents.people, entry.about.reason),
            (1, 0, Reason::Asked)
        );
        assert!(entry.bytes < std::fs::metadata(&path).expect("there").len() / 4);
        let listed = super::super::catalogue::list(&backups, Some(&entry.about.contents.office));
        assert_eq!(listed.len(), 2);
        assert!(listed.contains(&entry) && listed.contains(&again));
        assert_eq!(std::fs::read_dir(&backups).expect("folder").count(), 2, "nothing is left of the making");
        drop(open);
        let unpacked = unpack(&entry.path, &folder.path().join("x")).expect("unpacked");
        let store = Store::open(unpacked.path(), Access::Read).expect("opened");
        assert_eq!(store.sessions().wait().expect("sessions")[0].title, "Lớp thử");
        assert!(store.check().wait().expect("checked").is_sound());
    }

    #[test]
    fn a_damaged_file_makes_no_backup_and_a_damaged_backup_is_told() {
        let folder = tempfile::tempdir().expect("folder");
        let path = made(folder.path());
        let backups = folder.path().join("sao lưu");
        let entry = make(&path, &backups, Reason::Asked).expect("backed up");
        let mut packed = std::fs::read(&entry.path).expect("read");
        let middle = packed.len() / 2;
        packed[middle] ^= 0xFF;
        std::fs::write(&entry.path, packed).expect("written");
        let beside = folder.path().join("x");
        assert!(matches!(unpack(&entry.path, &beside), Err(StoreError::Corrupt(_))));
        let mut bytes = std::fs::read(&path).expect("read");
        bytes[4096 * 3..4096 * 4].fill(0x5A);
        std::fs::write(&path, bytes).expect("written");
        assert!(matches!(make(&path, &backups, Reason::Asked), Err(StoreError::Corrupt(_))));
        assert_eq!(std::fs::read_dir(&backups).expect("folder").count(), 1, "and nothing is left of it");
    }
}
