//! What may be asked of certificates, their numbers and the register.

use super::changed;
use crate::domain::certificate::CertificateForm;
use crate::domain::certificate::book::{Book, Closing};
use crate::domain::certificate::came_out::CameOut;
use crate::domain::certificate::check_code::CheckCode;
use crate::domain::certificate::correction::Correction;
use crate::domain::certificate::entitled::entitled;
use crate::domain::certificate::issue::{Issue, IssueWay};
use crate::domain::certificate::old_register::{OldRegister, TakenIn};
use crate::domain::certificate::picture::{CertificatePicture, SignatureUse};
use crate::domain::certificate::register::{RegisterLine, RegisterQuery};
use crate::domain::certificate::reissue::Reissue;
use crate::domain::certificate::state::{CertificateEvent, HandOut};
use crate::domain::certificate::stock::{StockEntry, StockLine};
use crate::domain::certificate::verify::Verdict;
use crate::domain::entry;
use crate::domain::id::{BookId, CertificateId, DelegateId, OrganisationId, SessionId, StockId};
use crate::domain::print_run::PrintRun;
use crate::sentence::Sentence;
use crate::store::certificate::{self, edit, lifecycle};
use crate::store::error::Result;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::{Operation, Step};
use crate::store::{Store, dossier, print_run, session};

impl Store {
    /// Changes how the certificates of a session are made out, as usual at first; `field` is
    /// what the user was in. Numbers given before stay as they are.
    ///
    /// Refused: a number pattern without a place for the number, and another next
    /// number once the book of the year has begun.
    pub fn edit_certificate_form(
        &self,
        session: SessionId,
        field: &str,
        change: impl FnOnce(&mut CertificateForm) + Send + 'static,
    ) -> Writing<()> {
        let key = format!("certificates {session} {field}");
        self.worker.write(move |thread| {
            let current = dossier::read(&mut thread.file.connection, session)?.certificate_form();
            let form = entry::certificate_form(changed(&current, change))?;
            let label = Sentence::new("operation-certificate-form")
                .with("title", session::title(&thread.file.connection, session)?);
            thread.transact(&Operation::new(label).joining(key), |step| edit::set_form(step, session, &form))
        })
    }

    /// Gives the next numbers of the book to everyone who completed and has none, in
    /// the order of the list. Returns how many; refused when everyone has one.
    pub fn issue_certificates(&self, session: SessionId) -> Writing<usize> {
        self.issue_certificates_by(session, IssueWay::Results)
    }

    /// Gives the next numbers ahead of the results (cấp trước): also to those who can still fulfil the rule.
    pub fn issue_certificates_ahead(&self, session: SessionId) -> Writing<usize> {
        self.issue_certificates_by(session, IssueWay::Ahead)
    }

    fn issue_certificates_by(&self, session: SessionId, way: IssueWay) -> Writing<usize> {
        self.worker.write(move |thread| {
            let dossier = dossier::read(&mut thread.file.connection, session)?;
            let usual = dossier.certificate_form();
            let label = Sentence::new(match way {
                IssueWay::Ahead => "operation-certificates-ahead",
                _ => "operation-certificates-issue",
            });
            let label = label.with("title", session::title(&thread.file.connection, session)?);
            let delegates = entitled(&dossier, way)?;
            thread.transact(&Operation::new(label), |step| {
                edit::issue_to(step, session, way, &delegates, &usual)
            })
        })
    }

    /// Gives the next number to one delegate, whatever the rule says: after it was reconciled ("cấp sau").
    pub fn issue_certificate_to(&self, session: SessionId, delegates: Vec<DelegateId>) -> Writing<usize> {
        self.worker.write(move |thread| {
            let dossier = dossier::read(&mut thread.file.connection, session)?;
            let usual = dossier.certificate_form();
            let has_one = |id: &DelegateId| {
                dossier.certificates.iter().any(|one| one.delegate == *id && one.is_valid())
            };
            let order = crate::domain::certificate::entitled::in_order(&dossier);
            let wanted: Vec<DelegateId> = order
                .iter()
                .filter(|one| delegates.contains(&one.id) && !one.erased && !has_one(&one.id))
                .map(|one| one.id)
                .collect();
            if wanted.is_empty() {
                return Err(crate::domain::mistake::Mistake::NobodyToCertify.into());
            }
            let label = Sentence::new("operation-certificates-issue")
                .with("title", session::title(&thread.file.connection, session)?);
            thread.transact(&Operation::new(label), |step| {
                edit::issue_to(step, session, IssueWay::Results, &wanted, &usual)
            })
        })
    }

    /// Makes out what was numbered and never printed as the session says now: form, signatory, place and day. Returns how
    /// many; numbers and what is said of each stay.
    pub fn make_certificates_out_anew(&self, session: SessionId) -> Writing<usize> {
        self.worker.write(move |thread| {
            let dossier = dossier::read(&mut thread.file.connection, session)?;
            let certificates = dossier.issued_otherwise();
            let label = Sentence::new("operation-certificates-anew").with("count", certificates.len());
            let why = "Theo mẫu và nội dung mới, khi chưa in";
            thread.transact(&Operation::new(label), |step| {
                certificate::anew::make_out(step, session, &certificates, why)?;
                Ok(certificates.len())
            })
        })
    }

    /// Notes that the certificates of these delegates came out of the printer, as the
    /// user says: their numbers are never given to anybody else. Returns how many were
    /// not known to be printed. A fact and no edit: it is not undone.
    pub fn certificates_printed(&self, session: SessionId, delegates: Vec<DelegateId>) -> Writing<usize> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-certificates-printed")
                .with("title", session::title(&thread.file.connection, session)?);
            thread.transact(&Operation::fact(label), |step| edit::note_printed(step, &delegates))
        })
    }

    /// Notes how a printing of these certificates went, which stand in the order of the sheets. Every printing is counted,
    /// also of those that were printed before. `runs` are the papers as they were made, by which their pages are known
    /// later ([`Store::record_prints`]). Returns how many came out well. A fact and no edit.
    pub fn certificates_came_out(
        &self,
        session: SessionId,
        certificates: Vec<CertificateId>,
        how: CameOut,
        runs: Vec<PrintRun>,
    ) -> Writing<usize> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-certificates-printed")
                .with("title", session::title(&thread.file.connection, session)?);
            thread.transact(&Operation::fact(label), |step| {
                runs.iter().try_for_each(|run| print_run::insert(step, run))?;
                edit::note_came_out(step, &certificates, &how)
            })
        })
    }

    /// Voids a number (hủy). Refused without a reason, of one that is not valid, and of one that was handed out: that
    /// is withdrawn.
    pub fn void_certificate(&self, id: CertificateId, reason: String) -> Writing<()> {
        self.certificate_step("operation-certificate-void", id, move |step| {
            lifecycle::void(step, id, &reason)
        })
    }

    /// Withdraws a certificate that was handed out (thu hồi). Refused without a reason, and of one that was not handed out.
    pub fn withdraw_certificate(&self, id: CertificateId, reason: String) -> Writing<()> {
        self.certificate_step("operation-certificate-withdraw", id, move |step| {
            lifecycle::withdraw(step, id, &reason)
        })
    }

    /// Changes what is printed on a certificate that was not handed out; its number stays. `change` gets the line as it is.
    /// Refused without a reason, when nothing is changed, and once the paper was handed out: then it is withdrawn and issued
    /// again.
    pub fn correct_certificate(
        &self,
        id: CertificateId,
        change: impl FnOnce(&RegisterLine) -> Correction + Send + 'static,
    ) -> Writing<()> {
        self.certificate_step("operation-certificate-correct", id, move |step| {
            lifecycle::correct(step, id, change)
        })
    }

    /// The same, to what the list says of the person now ("khác với giấy đã cấp"). `spoiled`: how many printed sheets are
    /// spoiled by it.
    pub fn correct_certificate_to_list(
        &self,
        id: CertificateId,
        reason: String,
        spoiled: u32,
    ) -> Writing<()> {
        self.certificate_step("operation-certificate-correct", id, move |step| {
            lifecycle::correct_to_list(step, id, reason, spoiled)
        })
    }

    /// Notes that certificates were handed out (đã phát). Returns how many were not noted before.
    pub fn hand_out_certificates(&self, certificates: Vec<CertificateId>, how: HandOut) -> Writing<usize> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-certificates-hand-out").with("count", certificates.len());
            thread
                .transact(&Operation::new(label), |step| lifecycle::hand_out(step, &certificates, &how, None))
        })
    }

    /// Notes that a certificate was not handed out after all.
    pub fn take_back_certificate(&self, id: CertificateId) -> Writing<()> {
        self.certificate_step("operation-certificate-take-back", id, move |step| {
            lifecycle::take_back(step, id)
        })
    }

    /// Notes sheets of a certificate that were spoiled.
    pub fn spoil_certificate(
        &self,
        id: CertificateId,
        sheets: u32,
        blank_number: Option<String>,
        reason: Option<String>,
    ) -> Writing<()> {
        self.certificate_step("operation-certificate-spoil", id, move |step| {
            lifecycle::spoil(step, id, sheets, blank_number, reason)
        })
    }

    /// Issues a certificate again (cấp lại), with a new number or the same as its book says, and withdraws the old one. By an
    /// error of the office it names the person as the list does now; lost or damaged ones say what they said. Returns the
    /// new one.
    pub fn reissue_certificate(&self, id: CertificateId, how: Reissue) -> Writing<CertificateId> {
        self.certificate_step("operation-certificate-reissue", id, move |step| {
            lifecycle::reissue(step, id, &how)
        })
    }

    /// Decides that a certificate stays valid though the rule says otherwise.
    pub fn keep_certificate(&self, id: CertificateId, reason: String) -> Writing<()> {
        self.certificate_step("operation-certificate-keep", id, move |step| {
            lifecycle::keep(step, id, &reason)
        })
    }

    /// A step about one certificate, named by its number.
    fn certificate_step<T: Send + 'static>(
        &self,
        label: &'static str,
        id: CertificateId,
        work: impl FnOnce(&Step<'_>) -> Result<T> + Send + 'static,
    ) -> Writing<T> {
        self.worker.write(move |thread| {
            let line = certificate::register::line(&thread.file.connection, id)?;
            let label = Sentence::new(label).with("number", line.printed_number);
            thread.transact(&Operation::new(label), work)
        })
    }

    /// The lines of the register that answer a query, by year, book and number.
    pub fn register(&self, query: RegisterQuery) -> Pending<Vec<RegisterLine>> {
        self.worker.submit(move |thread| certificate::register::lines(&thread.file.connection, &query))
    }

    /// What happened to a certificate, in order.
    pub fn certificate_history(&self, id: CertificateId) -> Pending<Vec<CertificateEvent>> {
        self.worker.submit(move |thread| certificate::events_of(&thread.file.connection, id))
    }

    /// Under which circumstances a certificate was issued.
    pub fn certificate_issue(&self, id: CertificateId) -> Pending<Issue> {
        self.worker.submit(move |thread| certificate::issue_of(&thread.file.connection, id))
    }

    /// What the register says of a code: valid, ended, or unknown.
    pub fn verify_certificate(&self, code: CheckCode) -> Pending<Verdict> {
        self.worker.submit(move |thread| certificate::register::verify(&thread.file.connection, code))
    }

    /// All books of numbers, the latest year first.
    pub fn certificate_books(&self) -> Pending<Vec<Book>> {
        self.worker.submit(move |thread| certificate::book::all(&thread.file.connection))
    }

    /// Closes a book: it gives no more numbers. Refused of a closed one.
    pub fn close_certificate_book(&self, id: BookId, closing: Closing) -> Writing<()> {
        self.book_step("operation-certificate-book-close", id, move |step| {
            certificate::book::close(step, id, &closing)
        })
    }

    /// Says whether a reissued certificate has the number of the one it replaces.
    pub fn keep_numbers_on_reissue(&self, id: BookId, keeps: bool) -> Writing<()> {
        self.book_step("operation-certificate-book", id, move |step| {
            certificate::book::keep_numbers(step, id, keeps)
        })
    }

    fn book_step(
        &self,
        label: &'static str,
        id: BookId,
        work: impl FnOnce(&Step<'_>) -> Result<()> + Send + 'static,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            let name = certificate::book::read(&thread.file.connection, id)?.name;
            thread.transact(&Operation::new(Sentence::new(label).with("name", name)), work)
        })
    }

    /// Takes an old register in ("số cấp trước khi dùng chương trình"), as one step. Lines that stand there already are passed over.
    pub fn take_in_old_register(&self, old: OldRegister) -> Writing<TakenIn> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-certificate-old-register").with("file", old.source.clone());
            thread.transact(&Operation::new(label), |step| certificate::old_register::take_in(step, &old))
        })
    }

    /// The book of forms (sổ phôi) of an organisation, or of nobody's, as it was entered.
    pub fn certificate_stock(&self, organisation: Option<OrganisationId>) -> Pending<Vec<StockLine>> {
        self.worker.submit(move |thread| certificate::stock::of(&thread.file.connection, organisation))
    }

    /// Adds a line to the book of forms. Refused: no forms, and more than there are.
    pub fn add_certificate_stock(
        &self,
        organisation: Option<OrganisationId>,
        entry: StockEntry,
    ) -> Writing<StockId> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-certificate-stock").with("count", entry.count);
            thread
                .transact(&Operation::new(label), |step| certificate::stock::add(step, organisation, &entry))
        })
    }

    /// Takes a line out of the book of forms that was entered by mistake.
    pub fn remove_certificate_stock(&self, id: StockId) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-certificate-stock-remove");
            thread.transact(&Operation::new(label), |step| certificate::stock::remove(step, id))
        })
    }

    /// Keeps a picture of a template. Returns the key by which templates name it; the same picture has one key.
    pub fn keep_certificate_picture(&self, picture: CertificatePicture) -> Writing<String> {
        self.worker.write(move |thread| {
            thread.transact(&Operation::untracked(), |step| certificate::picture::keep(step, &picture))
        })
    }

    /// The picture of a key.
    pub fn certificate_picture(&self, key: String) -> Pending<Option<CertificatePicture>> {
        self.worker.submit(move |thread| certificate::picture::of_key(&thread.file.connection, &key))
    }

    /// The signature of somebody, by the name under it.
    pub fn signature_picture(&self, name: String) -> Pending<Option<CertificatePicture>> {
        self.worker.submit(move |thread| certificate::picture::signature(&thread.file.connection, &name))
    }

    /// Keeps the signature of somebody, another one in its place, or none. A fact: no journal keeps a signature.
    pub fn set_signature_picture(&self, name: String, picture: Option<CertificatePicture>) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-signature-picture").with("name", name.clone());
            thread.transact(&Operation::fact(label), |step| {
                certificate::picture::set_signature(step, &name, picture.as_ref())
            })
        })
    }

    /// When a signature was used, the latest first.
    pub fn signature_uses(&self, name: String) -> Pending<Vec<SignatureUse>> {
        self.worker.submit(move |thread| certificate::picture::uses(&thread.file.connection, &name))
    }
}
