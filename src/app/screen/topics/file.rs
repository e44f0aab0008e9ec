//! A curriculum written to a file, and one taken in from another office.

use std::path::{Path, PathBuf};

use iced::Task;

use super::State;
use crate::app::screen::{Action, Context, Told};
use crate::app::{files, job};
use crate::domain::curriculum_file::{CurriculumFile, FileMistake, MOST_BYTES};
use crate::domain::id::CurriculumId;
use crate::sentence::{Explain, Sentence};
use crate::store::{Exchanged, StoreError};

/// What happens with files.
#[derive(Clone)]
pub enum Message {
    /// The file dialog for a file to take in.
    Pick,
    /// A file was chosen.
    Picked(Option<PathBuf>),
    /// It was read.
    Read(Result<Box<CurriculumFile>, FileMistake>),
    /// It was taken in.
    Taken(Exchanged),
    /// A curriculum is to be written.
    Export(CurriculumId),
    /// It was put together; the file dialog asks where.
    Ready(Result<Box<CurriculumFile>, StoreError>),
    /// Where to, was chosen.
    Target(Box<CurriculumFile>, Option<PathBuf>),
    /// It was written.
    Written(Told),
}

fn wrap(message: Message) -> super::Message {
    super::Message::File(message)
}

impl State {
    /// Takes in what happens with files.
    pub(super) fn exchange(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        match message {
            Message::Pick => Action::Run(pick(context).map(Message::Picked).map(wrap)),
            Message::Picked(Some(path)) => {
                let read = job::blocking(move || read(&path));
                let stopped = || Err(FileMistake::Unreadable("job".to_owned()));
                Action::Run(
                    read.map(move |answer| wrap(Message::Read(answer.unwrap_or_else(stopped).map(Box::new)))),
                )
            }
            Message::Read(Ok(file)) => Action::write_task(
                job::write(context.store.import_curriculum(*file)),
                |answer| match answer {
                    Ok(taken) => {
                        let said = Sentence::new("window-topics-imported");
                        let said = said.with("added", taken.added).with("known", taken.known);
                        (Some(wrap(Message::Taken(taken))), Some(said))
                    }
                    Err(_) => (None, None),
                },
            ),
            Message::Read(Err(mistake)) => Action::Fail(mistake.explain()),
            Message::Taken(taken) => {
                self.curriculum = Some(taken.curriculum);
                self.words.clear();
                self.show(None);
                Action::None
            }
            Message::Ready(Err(error)) => Action::Fail(error.explain()),
            Message::Export(id) => {
                let ready = job::ask(context.store.export_curriculum(id));
                Action::Run(ready.map(|answer| wrap(Message::Ready(answer.map(Box::new)))))
            }
            Message::Ready(Ok(file)) => {
                let target = pick_target(&file, context);
                Action::Run(target.map(move |path| wrap(Message::Target(file.clone(), path))))
            }
            Message::Target(file, Some(path)) => write(*file, path),
            Message::Written(Ok(told)) => Action::Say(told),
            Message::Written(Err(reason)) => Action::Fail(reason),
            Message::Picked(None) | Message::Target(_, None) => Action::None,
        }
    }
}

fn pick(context: Context<'_>) -> Task<Option<PathBuf>> {
    files::pick(files::dialog(context.t("window-topics-import"), context.t("window-topics-files"), &["json"]))
}

fn pick_target(file: &CurriculumFile, context: Context<'_>) -> Task<Option<PathBuf>> {
    let dialog =
        files::dialog(context.t("window-topics-export"), context.t("window-topics-files"), &["json"]);
    files::place(dialog, &file_name(&file.title))
}

/// A name for the file of a curriculum that every system takes.
fn file_name(title: &str) -> String {
    let letter = |letter: char| if letter.is_alphanumeric() || letter == ' ' { letter } else { '-' };
    let name: String = title.chars().take(80).map(letter).collect();
    format!("{}.json", name.trim())
}

/// Reads a file, never more of it than any curriculum has.
fn read(path: &Path) -> Result<CurriculumFile, FileMistake> {
    let bytes = files::read(path, MOST_BYTES).map_err(|error| FileMistake::Unreadable(error.to_string()))?;
    CurriculumFile::read(&bytes)
}

fn write(file: CurriculumFile, path: PathBuf) -> Action<super::Message> {
    let content = move || Ok::<_, std::convert::Infallible>(file.write().into_bytes());
    Action::work(files::write(path, "window-topics-exported", content), |told| wrap(Message::Written(told)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::whole_file;

    #[test]
    fn a_file_that_is_no_curriculum_is_refused_and_a_written_one_read() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join(file_name("Khung 3 ngày: Trưởng ban CTMT/2026"));
        assert!(matches!(read(&path), Err(FileMistake::Unreadable(_))));
        assert!(matches!(read(folder.path()), Err(FileMistake::Unreadable(_))), "a folder is no file");
        let uid = uuid::Uuid::nil().to_string();
        let file = CurriculumFile::new(uid, "Khung".into(), Vec::new(), Vec::new());
        whole_file::write(&path, file.write().as_bytes()).expect("written");
        assert_eq!(read(&path), Ok(file));
        std::fs::write(&path, vec![b'{'; 5_000_000]).expect("written");
        assert_eq!(read(&path), Err(FileMistake::TooLarge));
    }
}
