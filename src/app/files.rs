//! Files beside the data file: which one and where to, in the system's file dialogs, and
//! reading and writing them.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use iced::{Task, window};
use rfd::{AsyncFileDialog, FileHandle};

use super::job::{self, Told};
use super::screen::session::printing::output;
use crate::sentence::Sentence;
use crate::whole_file;

/// A file dialog for files with these endings, and what those are called.
pub fn dialog(title: String, files: impl Into<String>, endings: &[&str]) -> AsyncFileDialog {
    AsyncFileDialog::new().set_title(title).add_filter(files, endings)
}

/// Asks which file.
pub fn pick(dialog: AsyncFileDialog) -> Task<Option<PathBuf>> {
    chosen(dialog, AsyncFileDialog::pick_file).map(path)
}

/// Asks which files; none when the dialog was closed.
pub fn pick_several(dialog: AsyncFileDialog) -> Task<Vec<PathBuf>> {
    let files = chosen(dialog, AsyncFileDialog::pick_files);
    files.map(|files| files.unwrap_or_default().iter().map(|file| file.path().to_owned()).collect())
}

/// Asks which folder.
pub fn pick_folder(dialog: AsyncFileDialog) -> Task<Option<PathBuf>> {
    chosen(dialog, AsyncFileDialog::pick_folder).map(path)
}

/// Asks where to, under a proposed name.
pub fn place(dialog: AsyncFileDialog, proposed: &str) -> Task<Option<PathBuf>> {
    chosen(dialog.set_file_name(proposed), AsyncFileDialog::save_file).map(path)
}

fn path(file: Option<FileHandle>) -> Option<PathBuf> {
    file.map(|file| file.path().to_owned())
}

/// Opens a dialog over the window it belongs to: it can neither lie behind it nor be open
/// twice. It opens when the task is carried out, and not when it is made.
fn chosen<F, T>(dialog: AsyncFileDialog, open: fn(AsyncFileDialog) -> F) -> Task<Option<T>>
where
    F: Future<Output = Option<T>> + Send + 'static,
    T: Send + 'static,
{
    let owned = window::latest().then(move |id| {
        let dialog = dialog.clone();
        match id {
            Some(id) => window::run(id, move |window| dialog.set_parent(window)),
            None => Task::done(dialog),
        }
    });
    owned.then(move |dialog| Task::future(async move { open(dialog).await }))
}

/// Reads a file, one byte more than may be at most: what is longer is refused for its size.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a sentence tells was made, if programs of an office open it: a file, or the folder of several.
pub fn made(told: &Sentence) -> Option<PathBuf> {
    const OPENED: [&str; 5] = ["pdf", "docx", "xlsx", "csv", "png"];
    let file = told.text("file").map(PathBuf::from).filter(|file| {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| OPENED.contains(&ending.as_str()))
    });
    file.or_else(|| told.text("folder").map(PathBuf::from)).filter(|path| path.is_absolute())
}

/// Opens a file or a folder in the program of the system for it; why not, if it could not be.
pub fn show(path: PathBuf) -> Task<Option<Sentence>> {
    job::blocking(move || output::show(&path).err()).map(Option::flatten)
}

/// Makes a file off the window's thread. Told is where it is, in the sentence of this id, or
/// why not.
pub fn write<E: ToString>(
    path: PathBuf,
    written: &'static str,
    make: impl FnOnce() -> Result<Vec<u8>, E> + Send + 'static,
) -> Task<Told> {
    job::blocking_told(move || {
        let name = path.display().to_string();
        let made = make().map_err(|error| error.to_string());
        let done = made.and_then(|bytes| whole_file::write(&path, &bytes).map_err(|error| error.to_string()));
        match done {
            Ok(()) => Ok(Sentence::new(written).with("file", name)),
            Err(reason) => {
                Err(Sentence::new("window-write-failed").with("file", name).with("reason", reason))
            }
        }
    })
}
