//! The words of the form of before, and, of every form, who signs where and when.

use iced::Element;
use iced::widget::column;

use super::super::super::super::Context;
use super::super::Message as Tab;
use super::{FormField, Message, State, draft_key};
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::{Field, field};
use crate::domain::certificate::CertificateForm;
use crate::domain::dossier::Dossier;
use crate::sentence::Sentence;

/// Authority lines offered: more are rare, and kept when they are there.
const AUTHORITY_LINES: usize = 2;

/// What stands for the values of each person.
const FIELDS: &str =
    "{{Ông/Bà}}, {{Họ và tên}}, {{Chức vụ}}, {{Đơn vị}}, {{Năm sinh}}, {{Lớp}}, {{Thời gian}}";

impl State {
    pub(super) fn words<'a>(
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
                    .placeholder(context.example("TM. BAN THƯỜNG TRỰC"))
                    .into(),
                _ => input.placeholder(context.example("KT. CHỦ TỊCH")).into(),
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
            text(FormField::SignerTitle)
                .label(context.t("window-office-title"))
                .placeholder(context.example("CHỦ TỊCH")),
            text(FormField::Signer).label(context.t("window-office-signer")),
        ]
        .spacing(space::S);
        column![].push(words).push(signed).spacing(space::S).into()
    }

    pub(super) fn text<'a>(
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
    pub(super) fn dressed<'a>(
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
