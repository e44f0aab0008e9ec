//! Files beside the data file: which one and where to, in the file dialogs of the system or, where
//! it has none, in [one of our own](typed); and reading and writing them.

mod folder;
mod of_system;
pub(super) mod request;
pub(super) mod typed;

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use iced::{Task, window};
use of_system::Answer;
use rfd::AsyncFileDialog;

use super::job::{self, Told};
use super::system;
use crate::export::{self, names};
use crate::sentence::Sentence;

/// A question for a file or a folder.
#[derive(Debug, Clone, Default)]
pub struct Dialog {
    title: String,
    /// What the files are called, and their endings; none for a folder.
    files: Option<(String, Vec<String>)>,
    folder: Option<PathBuf>,
    hint: Option<String>,
    /// The name is only what names of several files begin with: who writes them asks whether they are there.
    is_stem: bool,
}

impl Dialog {
    /// It begins in this folder.
    #[must_use]
    pub fn set_directory(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// The name that is asked for is only what the names of several files begin with, which these words tell where a path
    /// is typed. Whether those files are there is asked by who writes them.
    #[must_use]
    pub fn stem(mut self, words: String) -> Self {
        (self.hint, self.is_stem) = (Some(words), true);
        self
    }

    /// The path with the ending that a new file gets.
    fn ended(&self, path: PathBuf) -> PathBuf {
        match self.files.as_ref().and_then(|(_, endings)| endings.first()) {
            Some(ending) => names::ended(path, ending),
            None => path,
        }
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

/// Asks where to, under a proposed name. The path has the ending of such files, and if there was a file of that
/// name it may be replaced.
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
    owned.then(move |of_system| Task::future(asked(of_system, dialog.clone(), wish.clone())))
}

/// Asks in the dialog of the system; where it has none, in our own.
async fn asked(of_system: AsyncFileDialog, dialog: Dialog, wish: Wish) -> Vec<PathBuf> {
    loop {
        let paths = match of_system::ask(of_system.clone(), &wish).await {
            Answer::Closed => return Vec::new(),
            Answer::Nowhere => return request::ask(dialog, wish, None).await,
            Answer::Chosen(paths) => paths,
        };
        if !matches!(wish, Wish::Place(_)) {
            return paths;
        }
        // What the system asked about is the name that was typed; the file gets this one.
        let Some(typed) = first(paths) else { return Vec::new() };
        let path = dialog.ended(typed.clone());
        if path == typed || dialog.is_stem || !is_there(path.clone()).await {
            return vec![path];
        }
        let replaced = request::ask(dialog.clone(), wish.clone(), Some(path)).await;
        if !replaced.is_empty() {
            return replaced;
        }
    }
}

/// Whether something stands at a path; one on a network may take its time.
async fn is_there(path: PathBuf) -> bool {
    let (answer, answered) = oneshot::channel();
    let look = move || answer.send(path.exists()).ok();
    // Where no thread is to be had it is asked rather than written over.
    match std::thread::Builder::new().spawn(look) {
        Ok(_) => answered.into_future().await.unwrap_or(true),
        Err(_) => true,
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
        let file = path.display().to_string();
        let bytes = make().map_err(|error| {
            let reason = error.to_string();
            Sentence::new("window-write-failed").with("file", file.as_str()).with("reason", reason)
        })?;
        export::file::write(&path, &bytes)?;
        Ok(Sentence::new(written).with("file", file))
    })
}
