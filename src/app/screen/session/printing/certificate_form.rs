//! How the certificates are made out, and their numbers: fields beside the page
//! that save by themselves.

use std::collections::HashSet;

use iced::widget::column;
use iced::{Element, Task};

use super::super::super::{Action, Context};
use super::Message as Tab;
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::button;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::{files, job};
use crate::domain::certificate::{CertificateForm, CertificateTemplate};
use crate::domain::certificate_template::built_in::BuiltIn;
use crate::domain::certificate_template::file::{self, TemplateFile};
use crate::domain::certificate_template::known::KnownTemplate;
use crate::domain::certificate_template::{Design, Page};
use crate::domain::completion::judging::{Counts, Judge, Outcome};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId, TemplateId};
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{NUMBER_PLACE, numbered};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;
use crate::vietnamese::date::short;

/// Numbers above this are a slip of the finger.
const MOST: u32 = 999_999;
/// Authority lines offered: more are rare, and kept when they are there.
const AUTHORITY_LINES: usize = 2;

/// What stands for the values of each person.
const FIELDS: &str =
    "{{Ông/Bà}}, {{Họ và tên}}, {{Chức vụ}}, {{Đơn vị}}, {{Năm sinh}}, {{Lớp}}, {{Thời gian}}";

/// A part of the form that a field shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// The number pattern.
    Pattern,
    /// The number the next one gets.
    NextNumber,
    /// GIẤY CHỨNG NHẬN.
    Title,
    /// The line above the name.
    BeforeName,
    /// A line under the name.
    AfterName(usize),
    /// Place before the date.
    Place,
    /// Day of issue.
    Date,
    /// A line of authority: "TM. BAN THƯỜNG TRỰC".
    Authority(usize),
    /// The office of who signs.
    SignerTitle,
    /// The name of who signs.
    Signer,
}

impl FormField {
    /// Its name in the history, and in the window.
    fn key(self) -> String {
        match self {
            Self::Pattern => "certificate-pattern".to_owned(),
            Self::NextNumber => "certificate-next".to_owned(),
            Self::Title => "certificate-title".to_owned(),
            Self::BeforeName => "certificate-before".to_owned(),
            Self::AfterName(line) => format!("certificate-after-{line}"),
            Self::Place => "certificate-place".to_owned(),
            Self::Date => "certificate-date".to_owned(),
            Self::Authority(line) => format!("certificate-authority-{line}"),
            Self::SignerTitle => "certificate-signer-title".to_owned(),
            Self::Signer => "certificate-signer".to_owned(),
        }
    }

    /// What a field shows of it.
    fn of(self, form: &CertificateForm) -> String {
        let line = |lines: &[String], at: usize| lines.get(at).cloned().unwrap_or_default();
        let words = form.template.words();
        match self {
            Self::Pattern => form.pattern.clone(),
            Self::NextNumber => form.next_number.to_string(),
            Self::Title => words.map(|words| words.title.clone()).unwrap_or_default(),
            Self::BeforeName => words.map(|words| words.before_name.clone()).unwrap_or_default(),
            Self::AfterName(at) => words.map(|words| line(&words.after_name, at)).unwrap_or_default(),
            Self::Place => form.place.clone(),
            Self::Date => form.date.map(short).unwrap_or_default(),
            Self::Authority(at) => line(&form.signatory.authority, at),
            Self::SignerTitle => form.signatory.title.clone(),
            Self::Signer => form.signatory.name.clone(),
        }
    }

    /// What it does to the form in the data file. Lines there have no empty ones between them
    /// as the fields do, so they are written together, as they are shown.
    fn command(
        self,
        shown: &CertificateForm,
        text: String,
    ) -> impl FnOnce(&mut CertificateForm) + Send + 'static {
        let after = shown.template.words().map(|words| words.after_name.clone()).unwrap_or_default();
        let authority = shown.signatory.authority.clone();
        move |form| match self {
            Self::AfterName(_) => {
                if let Some(words) = form.template.words_mut() {
                    words.after_name = after;
                }
            }
            Self::Authority(_) => form.signatory.authority = authority,
            _ => self.put(form, text),
        }
    }

    /// Puts what was typed into the form.
    fn put(self, form: &mut CertificateForm, text: String) {
        let line = |lines: &mut Vec<String>, at: usize, text| {
            if lines.len() <= at {
                lines.resize(at + 1, String::new());
            }
            lines[at] = text;
        };
        match self {
            Self::Pattern => form.pattern = text,
            Self::NextNumber => form.next_number = text.parse().unwrap_or(form.next_number),
            Self::Title | Self::BeforeName | Self::AfterName(_) => {
                // A form that was made has its texts in its parts.
                let Some(words) = form.template.words_mut() else { return };
                match self {
                    Self::BeforeName => words.before_name = text,
                    Self::AfterName(at) => line(&mut words.after_name, at, text),
                    _ => words.title = text,
                }
            }
            Self::Place => form.place = text,
            // A date comes read already, as it is kept in the data file.
            Self::Date => form.date = text.parse().ok(),
            Self::Authority(at) => line(&mut form.signatory.authority, at, text),
            Self::SignerTitle => form.signatory.title = text,
            Self::Signer => form.signatory.name = text,
        }
    }
}

/// The draft of a part.
fn draft_key(session: SessionId, part: FormField) -> String {
    format!("session {session} {}", part.key())
}

/// Whether a draft of this key is of a part of the form.
pub fn is_in(key: &str) -> bool {
    key.split_whitespace().nth(2).is_some_and(|part| part.starts_with("certificate-"))
}

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
    Imported(Option<Result<Box<TemplateFile>, Sentence>>),
}

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
    fn template(self, known: &[KnownTemplate], page: Page) -> Option<CertificateTemplate> {
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
fn put(template: CertificateTemplate, dossier: &Dossier, context: Context<'_>) -> Action<Tab> {
    let writing =
        context.store.edit_certificate_form(dossier.session.id, "certificate-template", move |form| {
            form.template = template
        });
    Action::write(writing, |()| None)
}

/// Lets a file be chosen, and reads it.
fn pick(context: Context<'_>) -> Task<Tab> {
    let dialog = files::dialog(context.t("form-import-title"), context.t("designer-files"), &[file::ENDING]);
    files::pick(dialog).then(|path| {
        let Some(path) = path else { return Task::none() };
        let work = job::blocking(move || {
            let read = file::load(&path).and_then(|bytes| TemplateFile::read(&bytes));
            read.map(Box::new).map_err(|mistake| mistake.explain())
        });
        work.map(|read| Tab::Certificate(Message::Imported(read)))
    })
}

/// Whom the next numbers go to.
struct Whom {
    /// Whether more than the list decides.
    by_rule: bool,
    /// How many have a valid certificate.
    with: usize,
    /// How many get the next numbers.
    next: usize,
    /// How many are left out, and why.
    left: Counts,
}

impl Whom {
    fn of(dossier: &Dossier) -> Self {
        let judge = Judge::new(dossier);
        let valid = dossier.certificates.iter().filter(|one| one.is_valid());
        let valid: HashSet<DelegateId> = valid.map(|one| one.delegate).collect();
        let mut whom = Self { by_rule: judge.decides(), with: 0, next: 0, left: Counts::default() };
        for one in
            dossier.delegates.iter().filter(|one| judge.is_judged(one) || is_sent_with_one(one, &valid))
        {
            match (valid.contains(&one.id), judge.judge(one).outcome) {
                (true, _) => whom.with += 1,
                (false, _) if one.erased => {}
                (false, Outcome::Completed) => whom.next += 1,
                (false, outcome) => whom.left.add(outcome),
            }
        }
        whom
    }

    fn left_out(&self) -> usize {
        self.left.not_completed + self.left.not_yet_known
    }
}

/// Whether somebody who was only sent has a certificate.
fn is_sent_with_one(one: &Delegate, valid: &HashSet<DelegateId>) -> bool {
    one.state == DelegateState::Substitute && valid.contains(&one.id)
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
                template.map_or(Action::None, |template| put(template, dossier, context))
            }
            Message::Sheet(page) => {
                let form = dossier.certificate_form();
                let Some(design) = form.template.design() else { return Action::None };
                put(CertificateTemplate::Designed(Box::new(design.on(page))), dossier, context)
            }
            // For what the tab stands in.
            Message::Design => Action::None,
            Message::Anew => {
                Action::write(context.store.make_certificates_out_anew(dossier.session.id), |_| None)
            }
            Message::Import => Action::Run(pick(context)),
            Message::Imported(None) => Action::None,
            Message::Imported(Some(Err(reason))) => Action::Fail(reason),
            Message::Imported(Some(Ok(file))) => {
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

    /// Which form, on which sheet, and how it is changed.
    fn template<'a>(
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

    fn numbers<'a>(
        &'a self,
        form: &CertificateForm,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Tab> {
        let whom = Whom::of(dossier);
        let told = Sentence::new("window-certificate-numbered")
            .with("count", whom.with)
            .with("all", whom.with + whom.next + whom.left_out());
        let issue = (whom.next > 0).then(|| {
            let label = match whom.by_rule {
                true => "window-certificate-issue-completed",
                false => "window-certificate-issue",
            };
            button::secondary_small(Some(Icon::Hash), context.count(label, whom.next))
                .id("certificate-issue")
                .on_press_maybe(context.if_writable(Tab::Certificate(Message::Issue)))
        });
        // As offices do, for papers are handed out on the last day.
        let ahead = whom.next + whom.left.not_yet_known;
        let ahead = (whom.left.not_yet_known > 0).then(|| {
            let press = button::secondary_small(Some(Icon::Clock), context.count("form-issue-ahead", ahead))
                .id("cert-issue-ahead")
                .on_press_maybe(context.if_writable(Tab::Certificate(Message::IssueAhead)));
            column![press, small(context.t("form-issue-ahead-hint"))].spacing(space::XS)
        });
        let left_out = (whom.left_out() > 0).then(|| {
            let words = Sentence::new("window-certificate-left-out")
                .with("not", whom.left.not_completed)
                .with("unknown", whom.left.not_yet_known);
            let why = button::quiet(Some(Icon::GraduationCap), context.t("window-certificate-why"))
                .id("certificate-why")
                .on_press(Tab::ToResults(dossier.session.id));
            column![small(context.say(&words)), why].spacing(space::XS)
        });
        let example = numbered(&form.pattern, &form.next_number.to_string());
        let pattern = self
            .text(FormField::Pattern, form, dossier, context)
            .label(context.t("window-certificate-pattern"))
            .hint(context.say(&Sentence::new("window-certificate-next-is").with("example", example)))
            .check(move |text| match text.is_empty() || text.contains(NUMBER_PLACE) {
                true => Ok(()),
                false => Err(context.say(&Mistake::NoNumberInPattern(text.to_owned()).explain())),
            });
        // Once numbers were given, the next one follows them.
        let first = (whom.with == 0).then(|| {
            let commit = move |number: Option<u32>| {
                let text = number.map(|number| number.to_string()).unwrap_or_default();
                Tab::Certificate(Message::Put(FormField::NextNumber, text))
            };
            let refusal = context.t("window-certificate-next-refused");
            self.dressed(
                number_field(Some(form.next_number), 1..=MOST, refusal, commit),
                FormField::NextNumber,
                dossier,
                context,
            )
            .label(context.t("window-certificate-next"))
        });
        column![styled(context.t("window-certificate-numbers"), Role::FieldLabel), small(context.say(&told))]
            .push(issue)
            .push(ahead)
            .push(left_out)
            .push(pattern)
            .push(first)
            .spacing(space::S)
            .into()
    }

    fn words<'a>(
        &'a self,
        form: &CertificateForm,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Tab> {
        let text = |part| self.text(part, form, dossier, context);
        // One more than there are, for a further line.
        let former = form.template.words();
        let lines = former.map_or(0, |words| words.after_name.len() + 1);
        let after = (0..lines).map(|line| {
            let input = text(FormField::AfterName(line));
            match line {
                0 => input.label(context.t("window-certificate-after")).into(),
                _ => input.placeholder(context.t("window-office-one-more")).into(),
            }
        });
        let authority = (0..form.signatory.authority.len().max(AUTHORITY_LINES)).map(|line| {
            let input = text(FormField::Authority(line));
            match line {
                0 => input
                    .label(context.t("window-certificate-authority"))
                    .placeholder("TM. BAN THƯỜNG TRỰC")
                    .into(),
                _ => input.placeholder("KT. CHỦ TỊCH").into(),
            }
        });
        let commit = |day: Option<crate::domain::date::FuzzyDate>| {
            let text = day.map(|day| day.to_string()).unwrap_or_default();
            Tab::Certificate(Message::Put(FormField::Date, text))
        };
        let held = dossier.session.details.dates.map(|dates| dates.end());
        let date = self.dressed(
            day_field(context.locale, form.date, held, commit),
            FormField::Date,
            dossier,
            context,
        );
        let words = former.map(|_| {
            column![
                text(FormField::Title).label(context.t("window-certificate-title")),
                text(FormField::BeforeName).label(context.t("window-certificate-before")),
                column(after).spacing(space::XS),
                small(context.say(&Sentence::new("window-certificate-fields").with("fields", FIELDS))),
            ]
            .spacing(space::S)
        });
        let signed = column![
            text(FormField::Place).label(context.t("window-office-place")),
            date.label(context.t("window-certificate-date")),
            column(authority).spacing(space::XS),
            text(FormField::SignerTitle).label(context.t("window-office-title")).placeholder("CHỦ TỊCH"),
            text(FormField::Signer).label(context.t("window-office-signer")),
        ]
        .spacing(space::S);
        column![].push(words).push(signed).spacing(space::S).into()
    }

    fn text<'a>(
        &'a self,
        part: FormField,
        form: &CertificateForm,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Field<'a, Tab> {
        let commit = move |text| Tab::Certificate(Message::Put(part, text));
        self.dressed(field(part.of(form)).on_commit(commit), part, dossier, context)
    }

    /// What every field of the form has.
    fn dressed<'a>(
        &'a self,
        field: Field<'a, Tab>,
        part: FormField,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Field<'a, Tab> {
        let field = field.in_drafts(context.drafts, draft_key(dossier.session.id, part)).id(part.key());
        field.read_only_unless(context.can_write())
    }
}
