//! A list written to an Excel file, where the user says.

use std::path::PathBuf;

use iced::Task;

use super::session::printing::papers_folder;
use super::{Action, Context, Told};
use crate::app::job;
use crate::sentence::Sentence;
use crate::{whole_file, workbook};

/// A list as it goes out.
pub struct ListOut {
    /// Name of the sheet.
    pub name: String,
    /// What stands over the columns.
    pub titles: Vec<String>,
    /// The cells as they are seen.
    pub rows: Vec<Vec<String>>,
}

/// Asks where a list goes, under a proposed name without diacritics and ending.
pub fn pick(title: String, proposed: &str, context: Context<'_>) -> Task<Option<PathBuf>> {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(title)
        .add_filter("Excel", &["xlsx"])
        .set_directory(papers_folder(context))
        .set_file_name(format!("{proposed}.xlsx"));
    Task::future(dialog.save_file()).map(|file| file.map(|file| file.path().with_extension("xlsx")))
}

/// Writes a list, off the window's thread. Told is where it is, in the sentence of this id,
/// or why not.
pub fn write<M: Send + 'static>(
    list: ListOut,
    path: PathBuf,
    written: &'static str,
    answered: impl Fn(Told) -> M + Send + 'static,
) -> Action<M> {
    let work = move || {
        let failed = |reason: String| {
            let file = path.display().to_string();
            Sentence::new("window-write-failed").with("file", file).with("reason", reason)
        };
        let book = workbook::table(&list.name, &list.titles, &list.rows)
            .map_err(|error| failed(error.to_string()))?;
        whole_file::write(&path, &book).map_err(|error| failed(error.to_string()))?;
        Ok(Sentence::new(written).with("file", path.display().to_string()))
    };
    Action::work(job::blocking_told(work), answered)
}
