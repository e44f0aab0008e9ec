//! Writing a file, and the sentence for why it could not be written.

use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::backup::catalogue;
use crate::sentence::Sentence;
use crate::store;
use crate::whole_file;

/// Writes a file whole or not at all. A data file or a backup is never replaced by a paper.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Sentence> {
    if store::is_data_file(path) || catalogue::read(path).is_some() {
        return Err(Sentence::new("paper-is-data").with("file", path.display().to_string()));
    }
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
