//! A paper out of the print centre: asking where to, starting the work, and telling
//! what came of it.

use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Instant;

use super::super::super::{Action, Context, Finished, Told};
use super::busy::{Busy, Progress};
use super::dialog::{self, Asking, CameOutForm};
use super::output::{self, Order, Printed, Saved, Wanted};
use super::worked::Worked;
use super::{Message, NO_DIALOG, State};
use crate::app::files;
use crate::app::job;
use crate::domain::certificate::Certificate;
use crate::domain::certificate::came_out::CameOut;
use crate::domain::dossier::Dossier;
use crate::domain::id::{CertificateId, DelegateId};
use crate::domain::print_run::PrintRun;
use crate::export::names;
use crate::paper::Format;
use crate::sentence::{Explain, Sentence};

impl State {
    /// The paper as it is chosen now; of pages that changed alone, if so wished.
    pub(super) fn wanted(&self, format: Format, changed_only: bool) -> Wanted {
        let since = self.since.as_ref().filter(|_| changed_only).map(|since| since.codes.clone());
        Wanted { choices: self.choices.clone(), since, format }
    }

    pub(super) fn order(&mut self, wanted: Wanted, dossier: &Dossier) -> Order {
        Order { dossier: self.dossier(dossier), wanted }
    }

    /// Runs work that writes, opens or prints. What is out in the world then is remembered
    /// by the work itself: the tab may be left before it ends.
    pub(super) fn work<T: Worked + Send + 'static>(
        &mut self,
        context: Context<'_>,
        work: impl FnOnce(&Progress) -> Result<T, Sentence> + Send + 'static,
        answered: impl Fn(Result<T, Sentence>) -> Message + Send + 'static,
    ) -> Action<Message> {
        self.works += 1;
        let number = self.works;
        let (busy, beat) = Busy::begin(number);
        let progress = busy.progress();
        self.busy = Some(busy);
        let store = context.can_write().then(|| context.store.clone());
        let work = move || {
            let done = work(&progress);
            let mut runs = done.as_ref().map(Worked::runs).unwrap_or_default();
            runs.retain(|run| !run.pages.is_empty());
            let noted = match store.filter(|_| !runs.is_empty()) {
                Some(store) => store.record_prints(runs).wait().map_err(|error| error.explain()),
                None => Ok(()),
            };
            (done, noted.err())
        };
        let worked = job::blocking(work).map(move |worked| {
            let failed = || (Err(Sentence::new("window-job-failed")), None);
            let (answer, unnoted) = worked.unwrap_or_else(failed);
            let told = match (&answer, &unnoted) {
                (_, Some(unnoted)) => Err(unnoted.clone()),
                (Ok(done), None) => done.told(),
                (Err(reason), None) => Err(reason.clone()),
            };
            Finished { message: Message::Worked(number, Box::new(answered(answer)), unnoted), told }
        });
        Action::All(vec![Action::Work(worked), Action::Run(beat)])
    }

    /// The file dialog of the system.
    pub(super) fn pick(
        &mut self,
        wanted: Wanted,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        if self.picking.is_some() {
            return Action::Fail(Sentence::new("window-print-picking"));
        }
        let format = wanted.format;
        let program = match format {
            Format::Pdf => "PDF",
            Format::Docx => "Word",
            Format::Xlsx => "Excel",
        };
        let dialog = files::dialog(context.t(dialog::save_id(format)), program, &[format.extension()])
            .set_directory(context.machine.folder_for_papers());
        let proposed = wanted.name(dossier);
        self.picking = Some(wanted);
        let asked = Instant::now();
        Action::Run(files::place(dialog, &proposed).map(move |path| {
            let open = !cfg!(target_os = "linux") || asked.elapsed() > NO_DIALOG;
            Message::Picked(path, open)
        }))
    }

    /// The file dialog closed, with the path that was chosen in it. Without a dialog we ask
    /// ourselves.
    pub(super) fn picked(
        &mut self,
        path: Option<PathBuf>,
        open: bool,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        // The dialog of a tab that was left: what was wanted there is no longer known.
        let Some(wanted) = self.picking.take() else { return Action::None };
        match path {
            Some(path) => {
                let (path, replace) = (names::with_ending(path, wanted.format), !wanted.each());
                self.save(wanted, path, replace, dossier, context)
            }
            None if open => Action::None,
            None => {
                let path = context.machine.folder_for_papers().join(wanted.name(dossier));
                self.asking = Some(Asking::Path(wanted, path.display().to_string()));
                Action::None
            }
        }
    }

    fn save(
        &mut self,
        wanted: Wanted,
        path: PathBuf,
        replace: bool,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let order = self.order(wanted, dossier);
        self.work(context, move |progress| output::save(&order, path, replace, progress), Message::Saved)
    }

    /// The answer in our own dialog is taken.
    pub(super) fn confirm(&mut self, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        match self.asking.take() {
            Some(Asking::Path(wanted, text)) => {
                let home = directories::BaseDirs::new();
                let home = home.as_ref().map(|folders| folders.home_dir());
                let suggested = wanted.name(dossier);
                match names::typed(
                    &text,
                    &context.machine.folder_for_papers(),
                    home,
                    &suggested,
                    wanted.format,
                ) {
                    Some(path) => self.save(wanted, path, false, dossier, context),
                    None => {
                        self.asking = Some(Asking::Path(wanted, text));
                        Action::None
                    }
                }
            }
            Some(Asking::Replace(wanted, path, _)) => self.save(wanted, path, true, dossier, context),
            Some(Asking::Printed(form)) => self.came_out(*form, dossier, context),
            Some(Asking::Rest(wanted, _)) => {
                let order = self.order(wanted, dossier);
                self.work(context, move |_| output::print(&order), Message::Printed)
            }
            None => Action::None,
        }
    }

    /// It was written, or why not.
    pub(super) fn saved(&mut self, answer: Result<Saved, Sentence>) -> Action<Message> {
        self.busy = None;
        match answer {
            Ok(Saved::Exist(wanted, path, there)) => {
                self.asking = Some(Asking::Replace(*wanted, path, there));
                Action::None
            }
            Ok(saved) => {
                let folder = match &saved {
                    Saved::Written(files, ..) => files.first().and_then(|file| file.parent()),
                    Saved::Exist(..) => None,
                };
                let folder = folder.map(|folder| Action::PapersFolder(folder.to_owned()));
                Action::All(vec![folder.unwrap_or(Action::None), say(saved.told())])
            }
            Err(reason) => Action::Fail(reason),
        }
    }

    /// The paper is to be printed, or the pages of it that changed.
    pub(super) fn print(
        &mut self,
        changed_only: bool,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let order = self.order(self.wanted(Format::Pdf, changed_only), dossier);
        self.work(context, move |_| output::print(&order), Message::Printed)
    }

    /// It was opened in the viewer, or why not.
    pub(super) fn opened(&mut self, answer: Result<PrintRun, Sentence>) -> Action<Message> {
        self.busy = None;
        say(answer.and_then(|run| run.told()))
    }

    /// It went to the printer or to the viewer, or why not.
    pub(super) fn printed(&mut self, answer: Result<Printed, Sentence>) -> Action<Message> {
        self.busy = None;
        if let Ok(printed) = &answer {
            self.ask_printed(printed);
        }
        say(answer.and_then(|printed| printed.told()))
    }

    /// A number counts as given once its paper is there, which only the user sees.
    fn ask_printed(&mut self, printed: &Printed) {
        if printed.certificates.is_empty() {
            return;
        }
        let pages = printed.run.pages.iter().map(|page| (page.code.clone(), page.delegates.clone()));
        self.asking = Some(Asking::Printed(Box::new(CameOutForm {
            session: printed.run.session,
            certificates: printed.certificates.clone(),
            pages: pages.collect(),
            wanted: (*printed.wanted).clone(),
            until: String::new(),
            spoiled: String::new(),
            blank: String::new(),
            refused: None,
        })));
    }

    /// Notes which certificates came out, and offers to print the rest.
    fn came_out(
        &mut self,
        mut form: CameOutForm,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let valid = still_valid(&form.certificates, &dossier.certificates);
        let out = match CameOut::read(&valid, &form.until, &form.spoiled, &form.blank) {
            Ok(out) => out,
            Err(mistake) => {
                form.refused = Some(mistake);
                self.asking = Some(Asking::Printed(Box::new(form)));
                return Action::None;
            }
        };
        let left = out.left(&valid);
        if !left.is_empty() {
            let is_left = |delegate: &DelegateId| {
                valid.iter().any(|one| one.delegate == *delegate && left.contains(&one.id))
            };
            let done = form.pages.into_iter().filter(|(_, delegates)| !delegates.iter().any(is_left));
            let since = Some(done.map(|(code, _)| code).collect());
            self.asking = Some(Asking::Rest(Wanted { since, ..form.wanted }, left.len()));
        }
        let ids = valid.iter().map(|one| one.id).collect();
        Action::note(context.store.certificates_came_out(form.session, ids, out))
    }

    /// The end of work that was stopped. Nobody waits for it; but numbers may be on paper.
    pub(super) fn stopped(&mut self, answer: Message) {
        if let Message::Printed(Ok(printed)) = answer {
            self.ask_printed(&printed);
        }
    }
}

fn say(told: Told) -> Action<Message> {
    told.map_or_else(Action::Fail, Action::Say)
}

/// These certificates without those voided or given anew since they were printed.
fn still_valid(printed: &[Certificate], now: &[Certificate]) -> Vec<Certificate> {
    let valid = now.iter().filter(|one| one.is_valid());
    let valid: HashSet<CertificateId> = valid.map(|one| one.id).collect();
    printed.iter().filter(|one| valid.contains(&one.id)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::super::choices::Choice;
    use super::*;
    use crate::domain::certificate::CertificateState;
    use crate::domain::certificate::copy::PrintedCopy;
    use crate::domain::certificate::state::Ending;
    use crate::paper::PaperKind;
    use crate::sample;
    use crate::sentence::Sentence;
    use crate::store::{Operation, Store};

    #[test]
    fn only_certificates_are_asked_about_whatever_is_looked_at_when_they_are_done() {
        let folder = tempfile::tempdir().expect("folder");
        let store = Store::create(&folder.path().join("a.taphuan")).expect("made");
        let blueprints = sample::blueprints().expect("samples");
        store.plant(Operation::new(Sentence::new("test")), blueprints).wait().expect("planted");
        let sessions = store.sessions().wait().expect("sessions");
        let dossiers = sessions.iter().map(|one| store.dossier(one.id).wait().expect("dossier"));
        let dossier = dossiers.into_iter().find(|one| !one.certificates.is_empty()).expect("certificates");

        let printed = |state: &mut State, kind: PaperKind, since: Option<Vec<String>>| {
            state.choices.take(Choice::Kind(kind));
            let order = state.order(Wanted { since, ..state.wanted(Format::Pdf, false) }, &dossier);
            let (made, run) = output::make(&order, None, &order.wanted.choices.options()).expect("made");
            Printed::new(&order, &made, run, true)
        };
        let asked = |state: &State| match &state.asking {
            Some(Asking::Printed(form)) => form.certificates.len(),
            _ => 0,
        };

        let mut state = State::default();
        let sheet = printed(&mut state, PaperKind::SignInSheet, None);
        state.choices.take(Choice::Kind(PaperKind::Certificates));
        drop(state.printed(Ok(sheet)));
        assert_eq!(asked(&state), 0, "no certificate was printed");

        let mut state = State::default();
        let all = printed(&mut state, PaperKind::Certificates, None);
        let mut codes: Vec<String> = all.run.pages.iter().map(|page| page.code.clone()).collect();
        codes.pop();
        state.choices.take(Choice::Kind(PaperKind::SignInSheet));
        drop(state.printed(Ok(all)));
        assert_eq!(asked(&state), codes.len() + 1);

        let last = printed(&mut state, PaperKind::Certificates, Some(codes));
        assert_eq!(last.run.pages.len(), last.certificates.len() + dossier.certificates.len() - 1);
        drop(state.printed(Ok(last)));
        assert_eq!(asked(&state), 1, "the others are sheets of before");
    }

    #[test]
    fn a_certificate_given_anew_after_it_was_printed_is_not_the_one_on_paper() {
        let one = |id, delegate, state| Certificate {
            id: CertificateId(id),
            delegate: DelegateId(delegate),
            issue: 1,
            number: 1,
            edition: 0,
            printed_number: "1".into(),
            date: None,
            copy: PrintedCopy::default(),
            code: None,
            state,
            reissue_of: None,
            erased: false,
            is_kept: false,
        };
        let printed = [one(1, 1, CertificateState::Numbered), one(2, 2, CertificateState::Numbered)];
        let now = [
            one(1, 1, CertificateState::Printed),
            one(2, 2, CertificateState::Voided(Ending::default())),
            one(3, 2, CertificateState::Numbered),
        ];
        assert_eq!(still_valid(&printed, &now), printed[..1]);
    }
}
