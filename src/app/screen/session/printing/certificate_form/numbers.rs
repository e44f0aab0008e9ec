//! The numbers: who has one, who gets the next ones, and how they are written.

use std::collections::HashSet;

use iced::Element;
use iced::widget::column;

use super::super::super::super::Context;
use super::super::Message as Tab;
use super::{FormField, Message, State};
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::button;
use crate::app::widget::number_field::number_field;
use crate::domain::certificate::CertificateForm;
use crate::domain::completion::judging::{Counts, Judge, Outcome};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::DelegateId;
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{NUMBER_PLACE, numbered, pattern_read};
use crate::sentence::{Explain, Sentence};

/// Numbers above this are a slip of the finger.
const MOST: u32 = 999_999;
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
    pub(super) fn numbers<'a>(
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
            let press = button::secondary_small(None, context.count("form-issue-ahead", ahead))
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
            .check(move |text| match text.is_empty() || pattern_read(text).contains(NUMBER_PLACE) {
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
}
