//! Lists in, from the window: choosing the file, reading it, writing it.

use std::path::PathBuf;

use iced::Task;

use super::job;
use crate::domain::id::SessionId;
use crate::domain::list::{ImportCounts, ImportPlan};
use crate::intake;
use crate::locale::Locale;
use crate::message::{Explain, Message as Sentence};
use crate::store::Store;

/// Endings of the files that lists come in.
const ENDINGS: [&str; 10] = ["xlsx", "xlsm", "xls", "ods", "docx", "csv", "txt", "tsv", "html", "htm"];

/// The file dialog for a list.
pub fn pick(locale: &Locale) -> Task<Option<PathBuf>> {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(locale.text("window-pick-list"))
        .add_filter(locale.text("window-lists"), &ENDINGS);
    Task::future(dialog.pick_file()).map(|file| file.map(|file| file.path().to_owned()))
}

/// Where a list comes from.
#[derive(Debug, Clone)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Cells that were copied elsewhere, and what the history calls them.
    Text {
        /// The name.
        name: String,
        /// The cells: lines, with tabs between them.
        text: String,
    },
}

impl Source {
    /// The name of the file, or of what was pasted.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Text { name, .. } => name.clone(),
        }
    }
}

/// A list that was read and compared, before anything is written.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The row of the headings, as Excel numbers it.
    pub header: u32,
    /// The headings of the columns that were understood.
    pub headings: Vec<String>,
    /// What each row means.
    pub plan: ImportPlan,
}

/// Reads a list and compares it with the session. Nothing is written.
pub fn prepare(store: Store, session: SessionId, source: Source) -> Task<Result<Prepared, Sentence>> {
    let work = job::blocking(move || {
        let today = jiff::Zoned::now().date();
        let remembered = store.column_mappings().wait().map_err(|error| error.explain())?;
        let options = intake::ReadOptions { remembered, ..intake::ReadOptions::default() };
        let list = match source {
            Source::File(path) => intake::read_with(&path, today, &options),
            Source::Text { name, text } => intake::read_bytes_with(text.into_bytes(), &name, today, &options),
        };
        let list = list.map_err(|error| error.explain())?;
        let known = store.known_people(session, list.name_keys()).wait().map_err(|error| error.explain())?;
        Ok(Prepared {
            header: list.layout.header,
            headings: understood(&list.layout),
            plan: intake::plan(&list, session, &known),
        })
    });
    work.map(|done| done.unwrap_or_else(|| Err(Sentence::new("window-job-failed"))))
}

/// The headings of the columns that are read; what a column without one holds.
fn understood(layout: &intake::Layout) -> Vec<String> {
    let columns = layout.columns.iter().filter(|column| column.field != intake::Field::Other);
    let heading = |column: &intake::Column| match column.heading.as_str() {
        "" => column.field.heading().to_owned(),
        heading => heading.to_owned(),
    };
    columns.map(heading).collect()
}

/// What an import did, in a sentence.
pub fn told(counts: &ImportCounts) -> Sentence {
    Sentence::new("window-imported")
        .with("new", counts.new)
        .with("update", counts.update)
        .with("skipped", counts.duplicate + counts.error)
}
