//! A paper out of the print centre: asking where to, starting the work, and telling
//! what came of it.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Instant;

use iced::Task;

use super::super::super::{Action, Context};
use super::busy::{Busy, Progress};
use super::dialog::{self, Asking};
use super::output::{self, Order, Printed, Saved};
use super::{Message, NO_DIALOG, State, choices, remember};
use crate::app::job;
use crate::domain::certificate::CertificateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::DelegateId;
use crate::domain::print_run::PrintRun;
use crate::export::names;
use crate::message::Message as Sentence;
use crate::paper::{Format, PaperKind};

impl State {
    /// Whether each cluster gets a file of its own.
    pub(super) fn each(&self) -> bool {
        self.choices.scope() == choices::Scope::Each
    }

    pub(super) fn suggested(&self, format: Format, dossier: &Dossier) -> String {
        output::suggested(&self.choices, self.changed_only, format, dossier)
    }

    /// The paper as it is chosen; of pages that changed alone, if so wished.
    pub(super) fn order(&mut self, changed_only: bool, dossier: &Dossier) -> Order {
        let since = self.since.as_ref().filter(|_| changed_only).map(|since| since.codes.clone());
        Order { dossier: self.dossier(dossier), choices: self.choices.clone(), since }
    }

    /// Runs work that writes, opens or prints.
    pub(super) fn work<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&Progress) -> Result<T, Sentence> + Send + 'static,
        answered: impl Fn(Result<T, Sentence>) -> Message + Send + 'static,
    ) -> Action<Message> {
        self.works += 1;
        let number = self.works;
        let (busy, beat) = Busy::begin(number);
        let progress = busy.progress();
        self.busy = Some(busy);
        let worked = job::blocking(move || work(&progress)).map(move |done| {
            let answer = done.unwrap_or_else(|| Err(Sentence::new("window-job-failed")));
            Message::Worked(number, Box::new(answered(answer)))
        });
        Action::Run(Task::batch([worked, beat]))
    }

    /// The file dialog of the system.
    pub(super) fn pick(&self, format: Format, dossier: &Dossier, context: Context<'_>) -> Task<Message> {
        let program = match format {
            Format::Pdf => "PDF",
            Format::Docx => "Word",
            Format::Xlsx => "Excel",
        };
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(context.t(dialog::save_id(format)))
            .add_filter(program, &[format.extension()])
            .set_directory(dialog::folder(context))
            .set_file_name(self.suggested(format, dossier));
        let asked = Instant::now();
        Task::future(dialog.save_file()).map(move |file| {
            let open = !cfg!(target_os = "linux") || asked.elapsed() > NO_DIALOG;
            Message::Picked(format, file.map(|file| file.path().to_owned()), open)
        })
    }

    pub(super) fn save(
        &mut self,
        format: Format,
        path: PathBuf,
        replace: bool,
        dossier: &Dossier,
    ) -> Action<Message> {
        let order = self.order(self.changed_only, dossier);
        self.work(
            move |progress| output::save(&order, format, path, replace, progress),
            move |answer| Message::Saved(format, answer),
        )
    }

    /// The answer in our own dialog is taken.
    pub(super) fn confirm(&mut self, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        match self.asking.take() {
            Some(Asking::Path(format, text)) => {
                let home = directories::BaseDirs::new();
                let home = home.as_ref().map(|folders| folders.home_dir());
                let suggested = self.suggested(format, dossier);
                match names::typed(&text, &dialog::folder(context), home, &suggested, format) {
                    Some(path) => self.save(format, path, false, dossier),
                    None => {
                        self.asking = Some(Asking::Path(format, text));
                        Action::None
                    }
                }
            }
            Some(Asking::Replace(format, path, _)) => self.save(format, path, true, dossier),
            Some(Asking::Printed(delegates)) => {
                let noted = context.store.certificates_printed(dossier.session.id, delegates);
                Action::Run(job::ask(noted).map(|noted| Message::Remembered(noted.map(drop))))
            }
            None => Action::None,
        }
    }

    /// It was written, or why not.
    pub(super) fn saved(
        &mut self,
        format: Format,
        answer: Result<Saved, Sentence>,
        context: Context<'_>,
    ) -> Action<Message> {
        self.busy = None;
        let (files, pages, runs) = match answer {
            Ok(Saved::Written(files, pages, runs)) => (files, pages, runs),
            Ok(Saved::Exist(path, there)) => {
                self.asking = Some(Asking::Replace(format, path, there));
                return Action::None;
            }
            Err(reason) => return Action::Fail(reason),
        };
        let folder = files.first().and_then(|file| file.parent()).map(std::path::Path::to_owned);
        let told = match (files.as_slice(), pages, &folder) {
            ([file], Some(pages), _) => Sentence::new("window-print-saved")
                .with("file", file.display().to_string())
                .with("pages", pages),
            ([file], None, _) => {
                Sentence::new("window-print-saved-editable").with("file", file.display().to_string())
            }
            (files, _, folder) => Sentence::new("window-print-saved-all")
                .with("count", files.len())
                .with("folder", folder.as_ref().map(|one| one.display().to_string()).unwrap_or_default()),
        };
        let remembered = folder.map(Action::PapersFolder).unwrap_or(Action::None);
        Action::All(vec![remembered, Action::Say(told), remember(runs, context)])
    }

    /// The paper is to be printed, or the pages of it that changed.
    pub(super) fn print(&mut self, changed_only: bool, dossier: &Dossier) -> Action<Message> {
        let order = self.order(changed_only, dossier);
        self.work(move |_| output::print(&order), Message::Printed)
    }

    /// It was opened in the viewer, or why not.
    pub(super) fn opened(
        &mut self,
        answer: Result<PrintRun, Sentence>,
        context: Context<'_>,
    ) -> Action<Message> {
        self.busy = None;
        match answer {
            Ok(run) => Action::All(vec![
                Action::Say(Sentence::new("window-print-opened")),
                remember(vec![run], context),
            ]),
            Err(reason) => Action::Fail(reason),
        }
    }

    /// It went to the printer or to the viewer, or why not.
    pub(super) fn printed(
        &mut self,
        answer: Result<Printed, Sentence>,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        self.busy = None;
        let (told, run) = match answer {
            Ok(Printed::Queued(run)) => ("window-print-queued", run),
            Ok(Printed::Opened(run)) => ("window-print-there", run),
            Err(reason) => return Action::Fail(reason),
        };
        // A number counts as given once its paper is there, which only the user sees.
        if self.choices.kind == PaperKind::Certificates {
            let numbered = numbered(&run, dossier);
            self.asking = (!numbered.is_empty()).then_some(Asking::Printed(numbered));
        }
        Action::All(vec![Action::Say(Sentence::new(told)), remember(vec![run], context)])
    }
}

/// Those on the pages of a run whose certificate has a number.
fn numbered(run: &PrintRun, dossier: &Dossier) -> Vec<DelegateId> {
    let valid = dossier.certificates.iter().filter(|one| one.state == CertificateState::Issued);
    let valid: HashSet<DelegateId> = valid.map(|one| one.delegate).collect();
    let printed = run.pages.iter().flat_map(|page| &page.delegates).copied();
    printed.filter(|id| valid.contains(id)).collect()
}
