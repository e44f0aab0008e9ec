//! What may be asked of the forms of certificates.

use crate::domain::certificate_template::Design;
use crate::domain::certificate_template::file::TemplateFile;
use crate::domain::certificate_template::known::{KnownTemplate, TemplateTakenIn};
use crate::domain::id::TemplateId;
use crate::sentence::Sentence;
use crate::store::Store;
use crate::store::certificate::template;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;

impl Store {
    /// All forms of certificates that were made, the latest first.
    pub fn certificate_templates(&self) -> Pending<Vec<KnownTemplate>> {
        self.worker.submit(|thread| template::known(&thread.file.connection))
    }

    /// Takes in a form from a file. Returns what it is called here, and whether it was there already.
    pub fn take_in_certificate_template(&self, file: TemplateFile) -> Writing<(String, TemplateTakenIn)> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-certificate-template").with("name", file.design.name());
            thread.transact(&Operation::new(label), |step| template::take_in(step, &file))
        })
    }

    /// Removes a form that no session has; of another one nothing happens.
    pub fn remove_certificate_template(&self, id: TemplateId, name: String) -> Writing<()> {
        self.worker.write(move |thread| {
            let label = Sentence::new("operation-certificate-template-remove").with("name", name);
            thread.transact(&Operation::new(label), |step| template::remove(step, id))
        })
    }

    /// A form with its pictures, as a file of its own.
    pub fn certificate_template_file(&self, design: Design) -> Pending<TemplateFile> {
        self.worker.submit(move |thread| template::file(&thread.file.connection, design))
    }
}
