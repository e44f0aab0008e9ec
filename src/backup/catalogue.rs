//! What backups there are, and what is in each: read from their heads alone.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::bufread::GzDecoder;
use serde::{Deserialize, Serialize};

use super::Reason;
use crate::store::snapshot::Contents;

/// How the names of backups end.
pub const ENDING: &str = ".taphuan.gz";

/// What a backup says of itself, in the comment of its gzip head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What is in it.
    #[serde(flatten)]
    pub contents: Contents,
    /// When it was made: UTC, RFC 3339.
    pub made_at: String,
    /// Why.
    pub reason: Reason,
    /// Records in it are not as the program wrote them.
    pub may_be_spoiled: bool,
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub path: PathBuf,
    /// How large.
    pub bytes: u64,
    /// What it says of itself.
    pub about: About,
}

/// The backups in a folder, of one office or of all, the newest first. What cannot be read is none.
pub fn list(folder: &Path, office: Option<&str>) -> Vec<Entry> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let backups = entries.flatten().filter_map(|entry| read(&entry.path()));
    let mut backups: Vec<Entry> =
        backups.filter(|entry| office.is_none_or(|office| entry.about.contents.office == office)).collect();
    backups.sort_by(|one, next| {
        next.about.made_at.cmp(&one.about.made_at).then_with(|| next.path.cmp(&one.path))
    });
    backups
}

/// Whether a file is packed, by its beginning.
pub fn is_packed(path: &Path) -> bool {
    let mut beginning = [0; 2];
    let read = fs::File::open(path).and_then(|mut file| file.read_exact(&mut beginning));
    read.is_ok() && beginning == [0x1F, 0x8B]
}

/// A file as a backup, if it is one.
pub fn read(path: &Path) -> Option<Entry> {
    if !path.file_name()?.to_string_lossy().to_lowercase().ends_with(ENDING) {
        return None;
    }
    let file = fs::File::open(path).ok()?;
    let metadata = file.metadata().ok().filter(fs::Metadata::is_file)?;
    let decoder = GzDecoder::new(std::io::BufReader::new(file));
    let about = serde_json::from_slice(decoder.header()?.comment()?).ok()?;
    Some(Entry { path: path.to_owned(), bytes: metadata.len(), about })
}
