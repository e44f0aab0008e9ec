//! What is left of files whose making was cut short: found by their names, and swept away once
//! their maker is dead.
//!
//! They are whole copies of people's data that nobody sees. The maker of a file holds it open, on
//! Unix with a lock, on Windows so that nobody else can remove it; either ends with the process,
//! however that ends. Which folders to look through is kept in a list beside the log, for a paper
//! may be saved anywhere.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use super::with_suffix;

/// How the names of unfinished files begin and end.
const BEGINNING: &str = ".taphuan-";
const END: &str = ".tmp";

/// What SQLite puts beside a file it writes.
const COMPANIONS: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Unfinished files of older programs bear no sign of life: those are dead after a day.
const DEAD: Duration = Duration::from_secs(24 * 60 * 60);

/// A name that no file has.
pub(super) fn new_name() -> String {
    format!("{BEGINNING}{}{END}", uuid::Uuid::new_v4().simple())
}

/// Marks a file as one whose maker lives. Answers whether it still has its name.
#[cfg(unix)]
pub(super) fn mark_alive(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    // A file system without locks has none to sweep by, either.
    let _ = file.try_lock();
    let inode = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(own), Ok(named)) => inode(own) == inode(named),
        _ => false,
    }
}

/// Here the open file is the mark.
#[cfg(not(unix))]
pub(super) fn mark_alive(_: &File, _: &Path) -> bool {
    true
}

/// Removes an unfinished file if its maker is dead. Answers whether it was.
#[cfg(unix)]
fn remove_dead(path: &Path) -> bool {
    let Ok(file) = OpenOptions::new().read(true).write(true).open(path) else { return false };
    file.try_lock().is_ok() && fs::remove_file(path).is_ok()
}

#[cfg(not(unix))]
fn remove_dead(path: &Path) -> bool {
    fs::remove_file(path).is_ok()
}

/// Sweeps a folder. Answers how many files it removed.
pub fn sweep(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let files = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let mut swept = 0;
    for entry in files {
        let (name, path) = (entry.file_name(), entry.path());
        let Some(name) = name.to_str().filter(|name| name.starts_with(BEGINNING)) else { continue };
        let maker = COMPANIONS.iter().find_map(|companion| name.strip_suffix(companion));
        swept += usize::from(match maker {
            // What stands beside a file goes with it, or after it.
            Some(maker) => !folder.join(maker).exists() && fs::remove_file(&path).is_ok(),
            None if name.ends_with(END) => {
                let is_dead = remove_dead(&path);
                if is_dead {
                    COMPANIONS
                        .iter()
                        .for_each(|companion| drop(fs::remove_file(with_suffix(&path, companion))));
                }
                is_dead
            }
            None => is_old(&entry) && fs::remove_file(&path).is_ok(),
        });
    }
    if swept > 0 {
        tracing::info!(swept, folder = %folder.display(), "unfinished files of dead programs removed");
    }
    swept
}

fn is_old(entry: &fs::DirEntry) -> bool {
    let changed = entry.metadata().and_then(|metadata| metadata.modified());
    changed.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > DEAD))
}

/// The list of folders, and those this process put on it.
static LIST: OnceLock<PathBuf> = OnceLock::new();
static BEGUN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Begins to keep the list in this file, and sweeps the folders that are on it.
pub fn keep_list(list: PathBuf) {
    let noted = fs::read_to_string(&list).unwrap_or_default();
    let _ = LIST.set(list.clone());
    let folders: BTreeSet<&str> = noted.lines().filter(|line| !line.is_empty()).collect();
    for folder in &folders {
        sweep(Path::new(folder));
    }
    // Folders that are out of reach, such as a stick's, or in which another program is at work, stay.
    let left: Vec<&str> = folders.into_iter().filter(|folder| has_or_may_have(Path::new(folder))).collect();
    if left.len() < noted.lines().count() {
        let text: String = left.iter().map(|folder| format!("{folder}\n")).collect();
        let _ = super::write_private(&list, text.as_bytes());
    }
}

/// Whether a folder has unfinished files, or nobody can tell.
fn has_or_may_have(folder: &Path) -> bool {
    let Ok(mut entries) = fs::read_dir(folder) else { return true };
    entries.any(|entry| {
        entry.is_ok_and(|entry| entry.file_name().to_str().is_some_and(|name| name.starts_with(BEGINNING)))
    })
}

/// Sweeps the folder where a file is begun, the first time, and notes it for the next start.
pub(super) fn begin_in(folder: &Path) {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    if !BEGUN.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.clone()) {
        return;
    }
    sweep(&folder);
    let (Some(list), Some(name)) = (LIST.get(), folder.to_str().filter(|name| !name.contains('\n'))) else {
        return;
    };
    if list.parent() == Some(&folder) {
        return;
    }
    if let Some(parent) = list.parent() {
        let _ = fs::create_dir_all(parent);
    }
    // At worst a leftover stays until a file is made in that folder again.
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(list).and_then(|mut list| writeln!(list, "{name}"));
}
