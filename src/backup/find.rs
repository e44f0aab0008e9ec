//! "Tìm dữ liệu cũ": data files and backups on the drives and sticks of a computer.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{catalogue, place};
use crate::progress::Progress;

/// No more folders are looked into, none deeper than this, and no more is shown.
const MOST_FOLDERS: usize = 50_000;
const DEEPEST: usize = 7;
const MOST_FOUND: usize = 200;

/// Folders that hold no files of people.
const PASSED_OVER: [&str; 12] = [
    "windows",
    "program files",
    "program files (x86)",
    "$recycle.bin",
    "system volume information",
    "proc",
    "sys",
    "dev",
    "usr",
    "node_modules",
    "snap",
    "lib",
];

/// A file of before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// How large, in bytes.
    pub bytes: u64,
    /// When it was written last.
    pub changed: Option<SystemTime>,
    /// What it says of itself, if it is a backup.
    pub about: Option<catalogue::About>,
}

/// Looks over all drives, the newest first. Stops where asked to.
pub fn everywhere(progress: &Progress) -> Vec<Found> {
    let home = directories::BaseDirs::new().map(|folders| folders.home_dir().to_owned());
    let roots = home.into_iter().chain(place::drives().into_iter().map(|drive| drive.root));
    under(roots.collect(), progress)
}

/// Looks into folders and those in them, the nearest first.
pub fn under(roots: Vec<PathBuf>, progress: &Progress) -> Vec<Found> {
    let mut ahead: VecDeque<(PathBuf, usize)> = roots.into_iter().map(|root| (root, 0)).collect();
    let mut seen = std::collections::HashSet::new();
    let mut found: Vec<Found> = Vec::new();
    let mut folders = 0;
    while let Some((folder, depth)) = ahead.pop_front() {
        if progress.is_cancelled() || folders >= MOST_FOLDERS || found.len() >= MOST_FOUND {
            break;
        }
        folders += 1;
        progress.reach(folders, folders + ahead.len());
        if !seen.insert(folder.clone()) {
            continue;
        }
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            // Links are not followed: they lead round in circles.
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() && depth < DEEPEST && !is_passed_over(&entry.path()) {
                ahead.push_back((entry.path(), depth + 1));
            } else if kind.is_file() {
                found.extend(look_at(&entry.path()));
            }
        }
    }
    found.sort_by_key(|found| std::cmp::Reverse(found.changed));
    found
}

fn is_passed_over(folder: &Path) -> bool {
    let name = folder.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    PASSED_OVER.contains(&name.as_str())
}

/// The file, if it is one of data or a backup, by its ending; what is in it is looked at later.
fn look_at(path: &Path) -> Option<Found> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let is_ours =
        [".taphuan", catalogue::ENDING, ".taphuan.gz.age"].iter().any(|ending| name.ends_with(ending));
    let metadata = is_ours.then(|| std::fs::metadata(path).ok()).flatten()?;
    let about = catalogue::read(path).map(|entry| entry.about);
    Some(Found { path: path.to_owned(), bytes: metadata.len(), changed: metadata.modified().ok(), about })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_before_are_found_wherever_they_lie() {
        let root = tempfile::tempdir().expect("folder");
        let deep = root.path().join("Tài liệu/Mặt trận/2024");
        std::fs::create_dir_all(&deep).expect("made");
        std::fs::create_dir_all(root.path().join("Windows")).expect("made");
        for file in
            [&deep.join("Lớp 2024.TAPHUAN"), &root.path().join("a.taphuan.gz"), &root.path().join("b.docx")]
        {
            std::fs::write(file, "x").expect("written");
        }
        std::fs::write(root.path().join("Windows/c.taphuan"), "x").expect("written");
        let mut names: Vec<String> =
            under(vec![root.path().to_owned(), root.path().to_owned()], &Progress::default())
                .into_iter()
                .map(|found| found.path.file_name().expect("a name").to_string_lossy().into_owned())
                .collect();
        names.sort();
        assert_eq!(names, ["Lớp 2024.TAPHUAN", "a.taphuan.gz"]);
        let stopped = Progress::default();
        stopped.cancel();
        assert!(under(vec![root.path().to_owned()], &stopped).is_empty());
    }
}
