//! Files beside the data file: which one and where to, in the file dialogs of the system or, where
//! it has none, in [one of our own](typed); and reading and writing them.

mod folder;
pub(super) mod request;
pub(super) mod typed;

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use iced::{Task, window};
use rfd::{AsyncFileDialog, FileHandle};

use super::job::{self, Told};
use super::system;
use crate::sentence::Sentence;
use crate::whole_file;

/// A file dialog of the system that closes sooner than this was never open.
const NO_DIALOG: Duration = Duration::from_millis(300);

/// A question for a file or a folder.
#[derive(Debug, Clone, Default)]
pub struct Dialog {
    title: String,
    /// What the files are called, and their endings; none for a folder.
    files: Option<(String, Vec<String>)>,
    folder: Option<PathBuf>,
    hint: Option<String>,
}

impl Dialog {
    /// It begins in this folder.
    #[must_use]
    pub fn set_directory(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// What is to be known where a path is typed.
    #[must_use]
    pub fn hint(mut self, words: String) -> Self {
        self.hint = Some(words);
        self
    }

    /// As the system asks it.
    fn of_system(&self, wish: &Wish) -> AsyncFileDialog {
        let mut dialog = AsyncFileDialog::new().set_title(self.title.as_str());
        if let Some((name, endings)) = &self.files {
            dialog = dialog.add_filter(name, endings);
        }
        if let Some(folder) = &self.folder {
            dialog = dialog.set_directory(folder);
        }
        match wish {
            Wish::Place(name) => dialog.set_file_name(name),
            Wish::File | Wish::Files | Wish::Folder => dialog,
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wish {
    /// A file that is there.
    File,
    /// One or several.
    Files,
    /// A folder that is there.
    Folder,
    /// Where a file goes, under this proposed name.
    Place(String),
}

/// A question for files with these endings, and what those are called.
pub fn dialog(title: String, files: impl Into<String>, endings: &[&str]) -> Dialog {
    let endings = endings.iter().map(|ending| (*ending).to_owned()).collect();
    Dialog { title, files: Some((files.into(), endings)), ..Dialog::default() }
}

/// A question for a folder.
pub fn folder_dialog(title: String) -> Dialog {
    Dialog { title, ..Dialog::default() }
}

/// Asks which file.
pub fn pick(dialog: Dialog) -> Task<Option<PathBuf>> {
    chosen(dialog, Wish::File).map(first)
}

/// Asks which files; none when the dialog was closed.
pub fn pick_several(dialog: Dialog) -> Task<Vec<PathBuf>> {
    chosen(dialog, Wish::Files)
}

/// Asks which folder.
pub fn pick_folder(dialog: Dialog) -> Task<Option<PathBuf>> {
    chosen(dialog, Wish::Folder).map(first)
}

/// Asks where to, under a proposed name.
pub fn place(dialog: Dialog, proposed: &str) -> Task<Option<PathBuf>> {
    chosen(dialog, Wish::Place(proposed.to_owned())).map(first)
}

fn first(paths: Vec<PathBuf>) -> Option<PathBuf> {
    paths.into_iter().next()
}

/// Opens a dialog over the window it belongs to: it can neither lie behind it nor be open
/// twice. It opens when the task is carried out, and not when it is made.
fn chosen(dialog: Dialog, wish: Wish) -> Task<Vec<PathBuf>> {
    let of_system = dialog.of_system(&wish);
    let owned = window::latest().then(move |id| {
        let of_system = of_system.clone();
        match id {
            Some(id) => window::run(id, move |window| of_system.set_parent(window)),
            None => Task::done(of_system),
        }
    });
    owned.then(move |of_system| {
        let (dialog, wish) = (dialog.clone(), wish.clone());
        Task::future(async move {
            let asked = Instant::now();
            let found = open(of_system, &wish).await;
            // Other systems have theirs always.
            let was_open = !cfg!(target_os = "linux") || asked.elapsed() > NO_DIALOG;
            match found {
                Some(paths) if !paths.is_empty() => paths,
                _ if was_open => Vec::new(),
                _ => request::ask(dialog, wish).await,
            }
        })
    })
}

async fn open(dialog: AsyncFileDialog, wish: &Wish) -> Option<Vec<PathBuf>> {
    let path = |file: FileHandle| file.path().to_owned();
    let one = |file: Option<FileHandle>| file.map(|file| vec![path(file)]);
    match wish {
        Wish::File => one(dialog.pick_file().await),
        Wish::Folder => one(dialog.pick_folder().await),
        Wish::Place(_) => one(dialog.save_file().await),
        Wish::Files => dialog.pick_files().await.map(|files| files.into_iter().map(path).collect()),
    }
}

/// Reads a file, one byte more than may be at most: what is longer is refused for its size.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is to be opened of what a sentence tells was made: a file that programs of an office open; else
/// the folder it is in, or that of several.
pub fn made(told: &Sentence) -> Option<PathBuf> {
    const OPENED: [&str; 5] = ["pdf", "docx", "xlsx", "csv", "png"];
    let file = told.text("file").map(PathBuf::from).map(|file| {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let is_opened = ending.is_some_and(|ending| OPENED.contains(&ending.as_str()));
        if is_opened { file } else { file.parent().map(PathBuf::from).unwrap_or_default() }
    });
    file.or_else(|| told.text("folder").map(PathBuf::from)).filter(|path| path.is_absolute())
}

/// Opens a file or a folder in the program of the system for it; why not, if it could not be.
pub fn show(path: PathBuf) -> Task<Option<Sentence>> {
    job::blocking(move || system::show(&path).err()).map(Option::flatten)
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
