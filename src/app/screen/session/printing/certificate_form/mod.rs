//! How the certificates are made out, and their numbers: fields beside the page
//! that save by themselves.

mod field;
mod numbers;
mod template;
mod words;

use iced::widget::column;
use iced::{Element, Task};

use super::super::super::{Action, Context};
use super::Message as Tab;
use crate::app::job;
use crate::app::theme::space;
use crate::domain::certificate::{CertificateForm, CertificateTemplate};
use crate::domain::certificate_template::file::TemplateFile;
use crate::domain::certificate_template::known::KnownTemplate;
use crate::domain::certificate_template::{Design, Page};
use crate::domain::dossier::Dossier;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

use field::draft_key;
pub use field::{FormField, is_in};
pub use template::TemplateChoice;

/// What is on show.
#[derive(Default)]
pub struct State {
    /// The form as it was last committed here: two fields left one after the other
    /// must not take each other's text back.
    form: Option<CertificateForm>,
    /// The forms that other sessions have, and those that were taken in.
    known: Vec<KnownTemplate>,
}

/// What happens in the fields.
#[derive(Clone)]
pub enum Message {
    /// A field was committed.
    Put(FormField, String),
    /// Numbers are to be given.
    Issue,
    /// Numbers are to be given also to those of whom it is not known yet whether they complete.
    IssueAhead,
    /// The forms of the data file arrived.
    Known(Result<Vec<KnownTemplate>, StoreError>),
    /// Another form is chosen.
    Template(TemplateChoice),
    /// The form is to be printed on another sheet.
    Sheet(Page),
    /// The form is to be changed.
    Design,
    /// What was not printed yet is to be made out as it is now.
    Anew,
    /// A form is to be taken in from a file.
    Import,
    /// It was read, or why not; nothing where the dialog was closed.
    Imported(Result<Box<TemplateFile>, Sentence>),
}

impl State {
    /// The session was read again.
    pub fn take_in(&mut self) {
        self.form = None;
    }

    /// Asks for the forms there are.
    pub fn load(context: Context<'_>) -> Task<Tab> {
        job::ask(context.store.certificate_templates()).map(|answer| Tab::Certificate(Message::Known(answer)))
    }

    /// The forms may arrive before the session.
    pub fn arrived(&mut self, message: Message) {
        if let Message::Known(Ok(known)) = message {
            self.known = known;
        }
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Tab> {
        match message {
            Message::Put(part, text) => {
                let form = self.form.get_or_insert_with(|| dossier.certificate_form());
                part.put(form, text.clone());
                let command = part.command(form, text);
                let session = dossier.session.id;
                let writing = context.store.edit_certificate_form(session, &part.key(), command);
                Action::save(draft_key(session, part), writing)
            }
            Message::Known(answer) => match answer {
                Ok(known) => {
                    self.known = known;
                    Action::None
                }
                Err(error) => Action::Fail(error.explain()),
            },
            Message::Template(choice) => {
                let form = dossier.certificate_form();
                let page = form.template.design().map_or(Page::ALL[0], Design::page);
                let template = choice.template(&self.known, page);
                template.map_or(Action::None, |template| template::put(template, dossier, context))
            }
            Message::Sheet(page) => {
                let form = dossier.certificate_form();
                let Some(design) = form.template.design() else { return Action::None };
                template::put(CertificateTemplate::Designed(Box::new(design.on(page))), dossier, context)
            }
            // For what the tab stands in.
            Message::Design => Action::None,
            Message::Anew => {
                Action::write(context.store.make_certificates_out_anew(dossier.session.id), |_| None)
            }
            Message::Import => Action::Run(template::pick(context)),
            Message::Imported(Err(reason)) => Action::Fail(reason),
            Message::Imported(Ok(file)) => {
                let taking = context.store.take_in_certificate_template(*file);
                Action::write(taking, |_| None)
            }
            Message::IssueAhead => {
                Action::write(context.store.issue_certificates_ahead(dossier.session.id), |_| None)
            }
            Message::Issue => Action::write(context.store.issue_certificates(dossier.session.id), |_| None),
        }
    }

    /// The numbers, then the words and who signs.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Tab> {
        let form = self.form.clone().unwrap_or_else(|| dossier.certificate_form());
        column![
            self.template(&form, dossier, context),
            self.numbers(&form, dossier, context),
            self.words(&form, dossier, context),
        ]
        .spacing(space::L)
        .into()
    }
}
