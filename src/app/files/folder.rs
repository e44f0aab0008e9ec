//! What stands in a folder, for a path that is being typed.

use std::path::{Path, PathBuf};

use crate::vietnamese::fold::fold;

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// It is a folder.
    pub is_folder: bool,
}

/// The path that a text means: `~` is the home folder, a name alone stands in `usual`.
pub fn meant(text: &str, usual: &Path, home: Option<&Path>) -> PathBuf {
    let text = text.trim();
    match (text.strip_prefix('~'), home) {
        (Some(rest), Some(home)) if rest.is_empty() || rest.starts_with('/') => {
            home.join(rest.trim_start_matches('/'))
        }
        _ => usual.join(text),
    }
}

/// The folder of a text in which its last part is sought, and that part.
pub fn parted(text: &str) -> (&str, &str) {
    match text.rfind(['/', std::path::MAIN_SEPARATOR]) {
        Some(at) => text.split_at(at + 1),
        None => ("", text),
    }
}

/// What stands in a folder: folders first, then files with one of these endings; hidden ones are not
/// shown. Nothing where it cannot be read.
pub fn entries(folder: &Path, endings: &[String]) -> Vec<Entry> {
    let read = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut entries: Vec<Entry> = read
        .map(|entry| Entry {
            name: entry.file_name().to_string_lossy().into_owned(),
            // Through a link, too.
            is_folder: entry.path().is_dir(),
        })
        .filter(|entry| !entry.name.starts_with('.') && (entry.is_folder || has_ending(&entry.name, endings)))
        .collect();
    entries.sort_by_cached_key(|entry| (!entry.is_folder, fold(&entry.name)));
    entries
}

fn has_ending(name: &str, endings: &[String]) -> bool {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_path_is_parted_and_made_whole() {
        let (usual, home) = (Path::new("/home/an/Giấy tờ"), Some(Path::new("/home/an")));
        let whole = |text| meant(text, usual, home);
        assert_eq!(whole("ky-ten.pdf"), usual.join("ky-ten.pdf"));
        assert_eq!(whole("~/ky-ten.pdf"), Path::new("/home/an/ky-ten.pdf"));
        assert_eq!(whole("~"), Path::new("/home/an"));
        assert_eq!(whole("~ghi.pdf"), usual.join("~ghi.pdf"));
        assert_eq!(whole("/tmp/"), Path::new("/tmp"));
        assert_eq!(parted("/home/an/ky"), ("/home/an/", "ky"));
        assert_eq!(parted("ky"), ("", "ky"));
    }

    #[test]
    fn a_folder_shows_folders_first_and_the_files_that_are_wanted() {
        let folder = tempfile::tempdir().expect("folder");
        for name in ["ds.xlsx", "An.XLSX", "anh.png", ".ẩn.xlsx"] {
            std::fs::write(folder.path().join(name), "").expect("written");
        }
        std::fs::create_dir(folder.path().join("Xã Tam Đại")).expect("made");
        let names = |endings: &[&str]| {
            let endings: Vec<String> = endings.iter().map(|one| (*one).to_owned()).collect();
            entries(folder.path(), &endings).into_iter().map(|entry| entry.name).collect::<Vec<_>>()
        };
        assert_eq!(names(&["xlsx"]), ["Xã Tam Đại", "An.XLSX", "ds.xlsx"]);
        assert_eq!(names(&[]), ["Xã Tam Đại"]);
        assert!(entries(&folder.path().join("không có"), &[]).is_empty());
    }
}
