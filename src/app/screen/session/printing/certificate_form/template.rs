//! Which form the certificates have: those that are offered, taking one in, and making out anew what was not printed.

use iced::widget::column;
use iced::{Element, Task};

use super::super::super::super::{Action, Context};
use super::super::Message as Tab;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::button;
use crate::app::widget::select::select;
use crate::app::{files, job};
use crate::domain::certificate::{CertificateForm, CertificateTemplate};
use crate::domain::certificate_template::Page;
use crate::domain::certificate_template::built_in::BuiltIn;
use crate::domain::certificate_template::file::{self, TemplateFile};
use crate::domain::certificate_template::known::KnownTemplate;
use crate::domain::dossier::Dossier;
use crate::domain::id::TemplateId;
use crate::sentence::{Explain, Sentence};

/// A form as it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateChoice {
    /// That of this session, which is like no other.
    Own,
    /// One of the program's.
    BuiltIn(BuiltIn),
    /// One of the data file.
    Known(TemplateId),
}

impl TemplateChoice {
    pub(super) fn template(self, known: &[KnownTemplate], page: Page) -> Option<CertificateTemplate> {
        match self {
            Self::Own => None,
            Self::BuiltIn(built_in) => Some(built_in.template(page)),
            Self::Known(id) => {
                let one = known.iter().find(|one| one.id == id)?;
                Some(CertificateTemplate::Designed(Box::new(one.design.clone())))
            }
        }
    }
}

/// The forms that are offered, and which of them the certificates have.
fn choices(
    form: &CertificateForm,
    known: &[KnownTemplate],
    context: Context<'_>,
) -> (Vec<(TemplateChoice, String)>, TemplateChoice) {
    let built_in = BuiltIn::ALL.map(|one| (TemplateChoice::BuiltIn(one), one.name().to_owned()));
    let made = known.iter().filter(|one| BuiltIn::of_design(&one.design).is_none()).map(|one| {
        let session = one.sessions.first().map(|(_, title)| format!(" ({title})")).unwrap_or_default();
        (TemplateChoice::Known(one.id), format!("{}{session}", one.design.name()))
    });
    let mut all: Vec<_> = built_in.into_iter().chain(made).collect();
    let chosen = match form.template.design() {
        None => TemplateChoice::BuiltIn(BuiltIn::Former),
        Some(design) => {
            let same =
                known.iter().find(|one| one.design == *design).map(|one| TemplateChoice::Known(one.id));
            BuiltIn::of_design(design).map(TemplateChoice::BuiltIn).or(same).unwrap_or(TemplateChoice::Own)
        }
    };
    if chosen == TemplateChoice::Own {
        let name = Sentence::new("form-of-session").with("name", form.template.name().to_owned());
        all.push((chosen, context.say(&name)));
    }
    (all, chosen)
}

/// Makes the certificates of a session out in another form: a step of its own.
pub(super) fn put(template: CertificateTemplate, dossier: &Dossier, context: Context<'_>) -> Action<Tab> {
    let writing =
        context.store.edit_certificate_form(dossier.session.id, "certificate-template", move |form| {
            form.template = template
        });
    Action::write(writing, |()| None)
}

/// Lets a file be chosen, and reads it.
pub(super) fn pick(context: Context<'_>) -> Task<Tab> {
    let dialog = files::dialog(context.t("form-import-title"), context.t("designer-files"), &[file::ENDING]);
    files::pick(dialog).then(|path| {
        let Some(path) = path else { return Task::none() };
        let work = job::blocking_told(move || {
            let read = file::load(&path).and_then(|bytes| TemplateFile::read(&bytes));
            read.map(Box::new).map_err(|mistake| mistake.explain())
        });
        work.map(|read| Tab::Certificate(Message::Imported(read)))
    })
}

impl State {
    /// Which form, on which sheet, and how it is changed.
    pub(super) fn template<'a>(
        &'a self,
        form: &CertificateForm,
        dossier: &Dossier,
        context: Context<'a>,
    ) -> Element<'a, Tab> {
        let said = |message| Tab::Certificate(message);
        let (own, chosen) = choices(form, &self.known, context);
        let mut which = select(own, Some(&chosen)).label(context.t("form-template")).id("cert-form");
        let mut sheet = None;
        if let Some(design) = form.template.design() {
            let pages = Page::ALL.map(|page| (page, context.say(&page.explain())));
            let mut pages =
                select(pages, Some(&design.page())).label(context.t("form-sheet")).id("cert-sheet");
            if context.can_write() {
                pages = pages.on_choose(move |page| said(Message::Sheet(page)));
            }
            sheet = Some(pages);
        }
        if context.can_write() {
            which = which.on_choose(move |choice| said(Message::Template(choice)));
        }
        let design = form.template.design().map(|_| {
            button::secondary_small(Some(Icon::Pencil), context.t("form-design"))
                .id("cert-design")
                .on_press(said(Message::Design))
        });
        let former = form.template.words().map(|_| small(context.t("form-former-hint")));
        let import = button::quiet(Some(Icon::FileDown), context.t("form-import"))
            .id("cert-import")
            .on_press_maybe(context.if_writable(said(Message::Import)));
        let otherwise = dossier.issued_otherwise().len();
        let anew = (otherwise > 0).then(|| {
            let button =
                button::secondary_small(Some(Icon::RefreshCw), context.count("form-anew", otherwise))
                    .id("cert-anew")
                    .on_press_maybe(context.if_writable(said(Message::Anew)));
            column![small(context.count("form-issued-otherwise", otherwise)), button].spacing(space::XS)
        });
        column![which].push(sheet).push(design).push(former).push(anew).push(import).spacing(space::S).into()
    }
}
