//! A paper out of the print centre: asking where to, starting the work, and telling
//! what came of it.

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use super::super::super::{Action, Context, Finished, Told};
use super::busy::{Busy, Progress};
use super::dialog::{self, Asking, CameOutForm};
use super::output::{self, Order, Printed, Saved, Wanted};
use super::worked::Worked;
use super::{Message, State};
use crate::app::files;
use crate::app::job;
use crate::domain::certificate::Certificate;
use crate::domain::certificate::came_out::CameOut;
use crate::domain::dossier::Dossier;
use crate::domain::id::{CertificateId, DelegateId};
use crate::domain::print_run::{PrintRun, PrintedPage};
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
        let dialog = match wanted.each() {
            true => dialog.stem(context.t("window-print-path-each")),
            false => dialog,
        };
        let proposed = wanted.name(dossier);
        self.picking = Some(wanted);
        Action::Run(files::place(dialog, &proposed).map(Message::Picked))
    }

    /// The file dialog closed, with the path that was chosen in it.
    pub(super) fn picked(
        &mut self,
        path: Option<PathBuf>,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        // The dialog of a tab that was left: what was wanted there is no longer known.
        let (Some(wanted), Some(path)) = (self.picking.take(), path) else { return Action::None };
        let replace = !wanted.each();
        self.save(wanted, path, replace, dossier, context)
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
            Some(Asking::Print(form)) => self.send(*form, dossier, context),
            Some(Asking::Replace(wanted, path, _)) => self.save(wanted, path, true, dossier, context),
            Some(Asking::Printed(form)) => self.came_out(*form, dossier, context),
            Some(Asking::Rest(wanted, _)) => self.ask_print(wanted, dossier),
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
                let Saved::Written(files) = &saved else { return Action::None };
                let folder = files.written.first().and_then(|file| file.parent());
                let folder = folder.map(|folder| Action::PapersFolder(folder.to_owned()));
                let reason = files.unwritten.first().map(|(_, reason)| Action::Fail(reason.clone()));
                let all = [folder, Some(say(saved.told())), reason];
                Action::All(all.into_iter().flatten().collect())
            }
            Err(reason) => Action::Fail(reason),
        }
    }

    /// It was opened in the viewer, or why not.
    pub(super) fn opened(&mut self, answer: Result<PrintRun, Sentence>) -> Action<Message> {
        self.busy = None;
        say(answer.and_then(|run| run.told()))
    }

    /// It went to the printer or to the viewer, or why not.
    pub(super) fn printed(
        &mut self,
        answer: Result<Box<Printed>, Sentence>,
        can_be_noted: bool,
    ) -> Action<Message> {
        self.busy = None;
        if let Ok(printed) = answer.as_ref()
            && can_be_noted
        {
            self.ask_printed(printed);
        }
        say(answer.and_then(|printed| printed.told()))
    }

    /// Paper counts as printed, and a number as given, once the sheets are there, which only the user
    /// sees. A test page counts for nothing.
    fn ask_printed(&mut self, printed: &Printed) {
        if printed.run.pages.is_empty() {
            return;
        }
        self.asking = Some(Asking::Printed(Box::new(CameOutForm {
            printed: printed.clone(),
            until: String::new(),
            spoiled: String::new(),
            blank: String::new(),
            refused: None,
        })));
    }

    /// Notes what came out. Of certificates it offers to print the rest.
    fn came_out(
        &mut self,
        mut form: CameOutForm,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        if form.printed.certificates.is_empty() {
            let runs = runs_on_paper(&form.printed.run, &form.printed.on_paper);
            return Action::record(context.store.record_prints(runs), Message::Noted);
        }
        let valid = still_valid(&form.printed.certificates, &dossier.certificates);
        let out = match CameOut::read(&valid, &form.until, &form.spoiled, &form.blank) {
            Ok(out) => out,
            Err(mistake) => {
                form.refused = Some(mistake);
                self.asking = Some(Asking::Printed(Box::new(form)));
                return Action::None;
            }
        };
        let Printed { run, mut on_paper, wanted, .. } = form.printed;
        let left = out.left(&valid);
        if !left.is_empty() {
            let is_left = |delegate: &DelegateId| {
                valid.iter().any(|one| one.delegate == *delegate && left.contains(&one.id))
            };
            let is_out = |page: &PrintedPage| !page.delegates.iter().any(is_left);
            on_paper.retain(|code| run.pages.iter().any(|page| page.code == *code && is_out(page)));
            let since = Some(on_paper.clone());
            self.asking = Some(Asking::Rest(Wanted { since, ..*wanted }, left.len()));
        }
        let ids = valid.iter().map(|one| one.id).collect();
        let runs = runs_on_paper(&run, &on_paper);
        let noted = context.store.certificates_came_out(run.session, ids, out, runs);
        Action::record(noted, |answer| Message::Noted(answer.map(|_| ())))
    }

    /// The end of work that was stopped. Nobody waits for it; but numbers may be on paper, and files in
    /// their folder.
    pub(super) fn stopped(&mut self, answer: Message) -> Action<Message> {
        match answer {
            Message::Printed(Ok(printed)) => self.ask_printed(&printed),
            Message::Saved(Ok(saved @ Saved::Written(_))) => return say(saved.told()),
            _ => {}
        }
        Action::None
    }
}

/// What is remembered of what came out of the printer: these pages, and after that the paper as a whole, for whoever
/// brings a page that was printed elsewhere.
fn runs_on_paper(run: &PrintRun, codes: &[String]) -> Vec<PrintRun> {
    let printed = run.on_paper(codes);
    let whole = PrintRun { signatures: BTreeMap::new(), ..run.clone() };
    let whole = (printed.pages.len() < whole.pages.len()).then_some(whole);
    std::iter::once(printed).filter(|run| !run.pages.is_empty()).chain(whole).collect()
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
            let wanted = Wanted { since: since.clone(), ..state.wanted(Format::Pdf, false) };
            let order = state.order(wanted, &dossier);
            let counted = output::count(&order).expect("counted");
            let pages = counted.wanted.unwrap_or_else(|| (0..counted.pages).collect());
            let (to, there) = (output::Target::Printer("Canon".into()), since.unwrap_or_default());
            let sending = output::Sending { order, pages, copies: 1, to, there };
            let (made, run) = output::make_to_send(&sending).expect("made");
            Printed::new(&sending, &made, run)
        };
        let asked = |state: &State| match &state.asking {
            Some(Asking::Printed(form)) => form.printed.certificates.len(),
            _ => panic!("it is asked what came out"),
        };

        let mut state = State::default();
        let sheet = printed(&mut state, PaperKind::SignInSheet, None);
        state.choices.take(Choice::Kind(PaperKind::Certificates));
        drop(state.printed(Ok(sheet.into()), true));
        assert_eq!(asked(&state), 0, "no certificate was printed");

        let mut state = State::default();
        let all = printed(&mut state, PaperKind::Certificates, None);
        let mut codes: Vec<String> = all.run.pages.iter().map(|page| page.code.clone()).collect();
        codes.pop();
        state.choices.take(Choice::Kind(PaperKind::SignInSheet));
        drop(state.printed(Ok(all.into()), true));
        assert_eq!(asked(&state), codes.len() + 1);

        let last = printed(&mut state, PaperKind::Certificates, Some(codes));
        assert_eq!(last.run.pages.len(), last.certificates.len() + dossier.certificates.len() - 1);
        drop(state.printed(Ok(last.into()), true));
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
