//! A list written to an Excel file, where the user says.

use std::path::PathBuf;

use iced::Task;

use super::{Action, Context, Told};
use crate::app::files;
use crate::workbook;

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
    let dialog = files::dialog(title, "Excel", &["xlsx"]).set_directory(context.machine.folder_for_papers());
    files::place(dialog, &format!("{proposed}.xlsx"))
}

/// Writes a list, off the window's thread. Told is where it is and what it contains, in the
/// sentence of this id, or why not.
pub fn write<M: Send + 'static>(
    list: ListOut,
    path: PathBuf,
    written: &'static str,
    answered: impl Fn(Told) -> M + Send + 'static,
) -> Action<M> {
    let (columns, count) = (contents(&list.titles), list.rows.len());
    let book = move || workbook::table(&list.name, &list.titles, &list.rows);
    let told = files::write(path, written, book)
        .map(move |told| told.map(|told| told.with("columns", columns.as_str()).with("count", count)));
    Action::work(told, answered)
}

/// The columns that say something of those who stand in a list, in a sentence.
fn contents(titles: &[String]) -> String {
    titles.iter().skip(1).map(|title| title.to_lowercase()).collect::<Vec<_>>().join(", ")
}
