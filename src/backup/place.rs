//! Where backups are kept: on another drive than the data, where there is one.

use std::path::{Path, PathBuf};

use sysinfo::{DiskRefreshKind, Disks};

/// What is to be known of a folder for backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// It is on the drive of the data file: what takes one takes both.
    SameDrive,
    /// What is in it goes to a computer of others.
    Cloud,
    /// It is on another computer, which may not be there.
    Network,
    /// It can be taken out.
    Removable,
}

/// A drive of this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drive {
    /// Where its files begin: `D:\`, `/media/…`.
    pub root: PathBuf,
    /// How much room is left, in bytes.
    pub free: u64,
    is_removable: bool,
    is_read_only: bool,
    is_network: bool,
}

/// Names of folders that are copied to computers of others.
const CLOUDS: [&str; 6] = ["onedrive", "dropbox", "google drive", "googledrive", "icloud", "my drive"];

/// File systems of other computers.
const NETWORKS: [&str; 8] = ["nfs", "nfs4", "cifs", "smb", "smbfs", "smb3", "9p", "fuse.sshfs"];

/// File systems that hold no files of a user.
const OF_THE_SYSTEM: [&str; 8] =
    ["squashfs", "tmpfs", "overlay", "efivarfs", "iso9660", "udf", "ramfs", "devtmpfs"];

/// The drives that hold files of users.
pub fn drives() -> Vec<Drive> {
    let disks = Disks::new_with_refreshed_list_specifics(DiskRefreshKind::nothing().with_storage());
    let mut drives: Vec<Drive> = disks
        .list()
        .iter()
        .filter(|disk| !is_of_the_system(disk.mount_point(), &disk.file_system().to_string_lossy()))
        .map(|disk| Drive {
            root: disk.mount_point().to_owned(),
            free: disk.available_space(),
            is_removable: disk.is_removable(),
            is_read_only: disk.is_read_only(),
            is_network: NETWORKS.contains(&disk.file_system().to_string_lossy().to_lowercase().as_str())
                || is_share(disk.mount_point()),
        })
        .collect();
    drives.sort_by(|one, next| one.root.cmp(&next.root));
    drives.dedup_by(|one, next| one.root == next.root);
    drives
}

/// A drive that can be taken out and written, if one is in.
pub fn removable() -> Option<PathBuf> {
    drives().into_iter().find(|drive| drive.is_removable && !drive.is_read_only).map(|drive| drive.root)
}

fn is_of_the_system(root: &Path, file_system: &str) -> bool {
    let small = ["/boot", "/etc", "/proc", "/sys", "/dev", "/run/lock", "/snap"];
    OF_THE_SYSTEM.contains(&file_system.to_lowercase().as_str())
        || small.iter().any(|folder| root.starts_with(folder))
}

/// `\\server\share`.
fn is_share(path: &Path) -> bool {
    cfg!(windows) && path.to_string_lossy().starts_with("\\\\")
}

/// The drive a path is on.
pub fn drive_of<'a>(path: &Path, drives: &'a [Drive]) -> Option<&'a Drive> {
    let there = path.ancestors().find_map(|folder| folder.canonicalize().ok())?;
    // Windows puts `\\?\` before what it canonicalised.
    let plain = PathBuf::from(there.to_string_lossy().trim_start_matches("\\\\?\\"));
    drives
        .iter()
        .filter(|drive| plain.starts_with(&drive.root))
        .max_by_key(|drive| drive.root.as_os_str().len())
}

/// What is to be said of keeping the backups of a data file in a folder.
pub fn concern(folder: &Path, data_file: &Path, drives: &[Drive]) -> Option<Concern> {
    let lower = folder.to_string_lossy().to_lowercase();
    if CLOUDS.iter().any(|cloud| lower.contains(cloud)) {
        return Some(Concern::Cloud);
    }
    let drive = drive_of(folder, drives);
    if is_share(folder) || drive.is_some_and(|drive| drive.is_network) {
        return Some(Concern::Network);
    }
    if drive.is_some() && drive == drive_of(data_file, drives) {
        return Some(Concern::SameDrive);
    }
    drive.is_some_and(|drive| drive.is_removable).then_some(Concern::Removable)
}

/// What the folder is called.
const FOLDER: &str = "Tap huan - sao luu";

/// Where backups go if nobody says otherwise: on a fixed drive that is not the data file's, else
/// with the program's data on this computer. `None` where there is no such place.
pub fn usual(data_file: &Path, drives: &[Drive]) -> Option<PathBuf> {
    let own = drive_of(data_file, drives);
    let others = drives.iter().filter(|drive| {
        Some(*drive) != own
            && !(drive.is_removable || drive.is_read_only || drive.is_network)
            && drive.free > LEAST_FREE
            && may_write(&drive.root)
    });
    let other = others.max_by_key(|drive| drive.free).map(|drive| drive.root.join(FOLDER));
    other.or_else(on_this_drive)
}

/// A drive with less room than this is never chosen.
const LEAST_FREE: u64 = 1024 * 1024 * 1024;

/// `~/.local/share/taphuan/sao-luu`, `%LOCALAPPDATA%\taphuan\sao-luu`.
pub fn on_this_drive() -> Option<PathBuf> {
    let folders = directories::BaseDirs::new()?;
    Some(folders.data_local_dir().join("taphuan").join("sao-luu"))
}

/// Whether files can be made in a folder: tried, for rights say little of that.
pub fn may_write(folder: &Path) -> bool {
    tempfile::Builder::new().prefix(".taphuan-").suffix(".tmp").tempfile_in(folder).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drive(root: &Path, free: u64) -> Drive {
        Drive { root: root.to_owned(), free, is_removable: false, is_read_only: false, is_network: false }
    }

    #[test]
    fn another_fixed_drive_is_chosen_and_said_to_be_none_when_there_is_none() {
        let (one, two) = (tempfile::tempdir().expect("folder"), tempfile::tempdir().expect("folder"));
        let (one, two) = (one.path().canonicalize().expect("path"), two.path().canonicalize().expect("path"));
        let data = one.join("a.taphuan");
        let mut drives = vec![drive(&one, u64::MAX), drive(&two, u64::MAX / 2)];
        assert_eq!(usual(&data, &drives), Some(two.join(FOLDER)));
        assert_eq!(concern(&two.join(FOLDER), &data, &drives), None);
        assert_eq!(concern(&one.join("x"), &data, &drives), Some(Concern::SameDrive));
        for spoil in [
            (|drive: &mut Drive| drive.is_removable = true) as fn(&mut Drive),
            |drive| drive.is_network = true,
            |drive| drive.is_read_only = true,
            |drive| drive.free = 1,
        ] {
            let mut other = drive(&two, u64::MAX);
            spoil(&mut other);
            drives[1] = other;
            assert_eq!(usual(&data, &drives), on_this_drive());
        }
        assert_eq!(concern(&two.join("OneDrive - MTTQ/x"), &data, &drives), Some(Concern::Cloud));
    }

    #[test]
    fn the_drives_of_this_computer_are_told() {
        let drives = drives();
        assert!(drives.iter().all(|drive| drive.root.is_absolute()), "{drives:?}");
    }
}
