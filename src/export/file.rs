//! Writing a file, and the sentence for why it could not be written.

use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::sentence::Sentence;
use crate::whole_file;

/// Writes a file whole or not at all.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Sentence> {
    whole_file::write(path, bytes).map_err(|error| not_written(path, &error))
}

/// Makes a folder, with those above it.
pub fn make_folder(folder: &Path) -> Result<(), Sentence> {
    std::fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))
}

fn not_written(path: &Path, error: &Error) -> Sentence {
    let file = path.display().to_string();
    match error.kind() {
        _ if whole_file::may_be_held(error) && path.is_file() => {
            Sentence::new("paper-open-elsewhere").with("file", file)
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            Sentence::new("paper-no-folder").with("file", file)
        }
        ErrorKind::PermissionDenied => Sentence::new("paper-not-allowed").with("file", file),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Sentence::new("paper-disk-full").with("file", file)
        }
        _ => Sentence::new("paper-write-failed").with("file", file).with("reason", error.to_string()),
    }
}
