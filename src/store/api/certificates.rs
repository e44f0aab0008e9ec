//! What may be asked of certificates.

use super::changed;
use crate::domain::certificate::CertificateForm;
use crate::domain::entry;
use crate::domain::id::{DelegateId, SessionId};
use crate::sentence::Sentence;
use crate::store::certificate::edit;
use crate::store::thread::Writing;
use crate::store::transact::Operation;
use crate::store::{Store, dossier, session};

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

    /// Gives the next numbers of the book to everyone on the list who has none, in
    /// the order of the list. Returns how many; refused when everyone has one.
    pub fn issue_certificates(&self, session: SessionId) -> Writing<usize> {
        self.worker.write(move |thread| {
            let usual = dossier::read(&mut thread.file.connection, session)?.certificate_form();
            let label = Sentence::new("operation-certificates-issue")
                .with("title", session::title(&thread.file.connection, session)?);
            thread.transact(&Operation::new(label), |step| edit::issue_to_all(step, session, &usual))
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
}
