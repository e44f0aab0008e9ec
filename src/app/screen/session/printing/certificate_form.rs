//! How the certificates are made out, and their numbers: fields beside the page
//! that save by themselves.

use std::collections::HashSet;

use iced::Element;
use iced::widget::column;

use super::super::super::{Action, Context};
use super::Message as Tab;
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::button;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::number_field::number_field;
use crate::domain::certificate::CertificateForm;
use crate::domain::completion::judging::{Counts, Judge, Outcome};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId};
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{NUMBER_PLACE, numbered};
use crate::sentence::{Explain, Sentence};
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
        match self {
            Self::Pattern => form.pattern.clone(),
            Self::NextNumber => form.next_number.to_string(),
            Self::Title => form.template.title.clone(),
            Self::BeforeName => form.template.before_name.clone(),
            Self::AfterName(at) => line(&form.template.after_name, at),
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
        let (after, authority) = (shown.template.after_name.clone(), shown.signatory.authority.clone());
        move |form| match self {
            Self::AfterName(_) => form.template.after_name = after,
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
            Self::Title => form.template.title = text,
            Self::BeforeName => form.template.before_name = text,
            Self::AfterName(at) => line(&mut form.template.after_name, at, text),
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
}

/// What happens in the fields.
#[derive(Clone)]
pub enum Message {
    /// A field was committed.
    Put(FormField, String),
    /// Numbers are to be given.
    Issue,
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
            Message::Issue => Action::write(context.store.issue_certificates(dossier.session.id), |_| None),
        }
    }

    /// The numbers, then the words and who signs.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Tab> {
        let form = self.form.clone().unwrap_or_else(|| dossier.certificate_form());
        column![self.numbers(&form, dossier, context), self.words(&form, dossier, context)]
            .spacing(space::L)
            .into()
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
        let after = (0..=form.template.after_name.len()).map(|line| {
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
        column![
            text(FormField::Title).label(context.t("window-certificate-title")),
            text(FormField::BeforeName).label(context.t("window-certificate-before")),
            column(after).spacing(space::XS),
            small(context.say(&Sentence::new("window-certificate-fields").with("fields", FIELDS))),
            text(FormField::Place).label(context.t("window-office-place")),
            date.label(context.t("window-certificate-date")),
            column(authority).spacing(space::XS),
            text(FormField::SignerTitle).label(context.t("window-office-title")).placeholder("CHỦ TỊCH"),
            text(FormField::Signer).label(context.t("window-office-signer")),
        ]
        .spacing(space::S)
        .into()
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
