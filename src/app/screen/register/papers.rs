//! Papers of the register: where they go, made and written off the window's thread.

use std::path::PathBuf;

use iced::Task;

use super::State;
use crate::app::screen::{Action, Context, Finished, Told};
use crate::app::{files, job};
use crate::domain::id::BookId;
use crate::domain::organisation::OrganisationDetails;
use crate::export::{file, names};
use crate::paper::alone::LonePaper;
use crate::paper::register_book::{self, RegisterBook};
use crate::paper::{Finding, Format, PaperError};
use crate::sentence::{Explain, Sentence};

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// What is seen is wanted as a file; the file dialog asks where to.
    Pick(Format),
    /// Where to, was chosen.
    PickTo(Format, Option<PathBuf>),
    /// A paper was written, and what is to be looked at in it; or why it was not.
    Written(Told, Vec<Sentence>),
}

impl State {
    pub(super) fn papers(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        match message {
            Message::Pick(format) => {
                let name =
                    names::plain(self.chosen_book().map_or(register_book::NAME, |book| book.name.as_str()));
                let picked = pick(format, &name, context);
                Action::Run(picked.map(move |path| super::Message::Papers(Message::PickTo(format, path))))
            }
            Message::PickTo(format, Some(path)) => {
                let book = self.on_paper();
                write(path, "register-paper-written", move || book.write(format))
            }
            Message::PickTo(_, None) => Action::None,
            Message::Written(Ok(told), looks) => {
                self.letter_written(true);
                let looks = looks.into_iter().map(Action::Fail);
                Action::All(std::iter::once(Action::Say(told)).chain(looks).collect())
            }
            Message::Written(Err(reason), _) => {
                self.letter_written(false);
                Action::Fail(reason)
            }
        }
    }

    /// What is seen, as it goes on paper.
    pub(super) fn on_paper(&self) -> RegisterBook {
        RegisterBook {
            lines: self.lines().to_vec(),
            query: self.query.clone(),
            books: self.books.clone(),
            office: self.office(self.query.book),
        }
    }

    /// Whose papers are written of a book: those of its organisation, else of the first.
    pub(super) fn office(&self, book: Option<BookId>) -> Option<OrganisationDetails> {
        let book = book.and_then(|id| self.books.iter().find(|book| book.id == id));
        let of_book = book.and_then(|book| book.organisation);
        let found = self.organisations.iter().find(|one| Some(one.id) == of_book);
        found.or(self.organisations.first()).map(|one| one.details.clone())
    }
}

/// Asks where a paper goes, under a proposed name without ending.
pub(super) fn pick(format: Format, name: &str, context: Context<'_>) -> Task<Option<PathBuf>> {
    let (title, program) = match format {
        Format::Pdf => ("register-save-pdf", "PDF"),
        Format::Docx => ("register-save-docx", "Word"),
        Format::Xlsx => ("register-save-xlsx", "Excel"),
    };
    let dialog = files::dialog(context.t(title), program, &[format.extension()])
        .set_directory(context.machine.folder_for_papers());
    let proposed = format!("{name}.{}", format.extension());
    files::place(dialog, &proposed)
}

/// Makes a paper and writes it. Told is where it is and on how many pages it prints, in the sentence of this id, and what is
/// to be looked at in it; or why not.
pub(super) fn write(
    path: PathBuf,
    written: &'static str,
    make: impl FnOnce() -> Result<LonePaper, PaperError> + Send + 'static,
) -> Action<super::Message> {
    let folder = path.parent().map(|folder| Action::PapersFolder(folder.to_owned()));
    let work = job::blocking(move || {
        let paper = make().map_err(|error| error.explain())?;
        file::write(&path, &paper.bytes)?;
        let file = path.display().to_string();
        let told = Sentence::new(written).with("file", file).with("pages", paper.pages);
        Ok((told, paper.findings.iter().map(Finding::explain).collect()))
    });
    let work = work.map(|done| {
        let (told, looks): (Told, Vec<Sentence>) = match done {
            Some(Ok((told, looks))) => (Ok(told), looks),
            Some(Err(reason)) => (Err(reason), Vec::new()),
            None => (Err(Sentence::new("window-job-failed")), Vec::new()),
        };
        let message = super::Message::Papers(Message::Written(told.clone(), looks));
        Finished { message, told }
    });
    Action::All(folder.into_iter().chain([Action::Work(work)]).collect())
}
