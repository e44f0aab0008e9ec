//! Lists in, from the window: choosing the file, reading it, writing it.

use std::path::PathBuf;

use iced::Task;

use super::job;
use crate::domain::id::SessionId;
use crate::domain::list::ImportCounts;
use crate::intake;
use crate::locale::Locale;
use crate::message::{Explain, Message as Sentence};
use crate::store::Store;

/// Endings of the files that lists come in.
const ENDINGS: [&str; 7] = ["xlsx", "xlsm", "xls", "ods", "csv", "txt", "tsv"];

/// The file dialog for a list.
pub fn pick(locale: &Locale) -> Task<Option<PathBuf>> {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(locale.text("window-pick-list"))
        .add_filter(locale.text("window-lists"), &ENDINGS);
    Task::future(dialog.pick_file()).map(|file| file.map(|file| file.path().to_owned()))
}

/// Reads a list and writes it into a session, rows that need a decision left
/// out: one step, to be undone as one.
pub fn whole_list(store: Store, session: SessionId, list: PathBuf) -> Task<Result<ImportCounts, Sentence>> {
    let work = job::blocking(move || {
        let list = intake::read(&list, jiff::Zoned::now().date()).map_err(|error| error.explain())?;
        let known = store.known_people(session, list.name_keys()).wait().map_err(|error| error.explain())?;
        let plan = intake::plan(&list, session, &known);
        store.apply_import(plan).wait().map_err(|error| error.explain())
    });
    work.map(|done| done.unwrap_or_else(|| Err(Sentence::new("window-job-failed"))))
}

/// What an import did, in a sentence.
pub fn told(counts: &ImportCounts) -> Sentence {
    Sentence::new("window-imported")
        .with("new", counts.new)
        .with("update", counts.update)
        .with("skipped", counts.duplicate + counts.error)
}
