//! What is found of one: why, the essay, and what was decided by hand.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::view::outcome_chip;
use super::{Message, Row, State};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small, strong, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::field;
use crate::app::widget::{button, card};
use crate::domain::attendance::AttendanceStatus;
use crate::domain::completion::essay::Essay;
use crate::domain::completion::judging::{called, in_order};
use crate::domain::completion::reason::{Reason, Speaks};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId};
use crate::sentence::Explain;

/// The draft of an essay.
fn key(delegate: DelegateId) -> String {
    format!("delegate {delegate} essay")
}

/// Writes what is known of an essay; nothing typed is nothing known.
pub(super) fn save_essay(
    delegate: DelegateId,
    text: &str,
    session: SessionId,
    context: Context<'_>,
) -> Action<Message> {
    let essay = match text.is_empty() {
        true => None,
        false => match text.parse::<Essay>() {
            Ok(essay) => Some(essay),
            // The field refuses it before.
            Err(()) => return Action::None,
        },
    };
    Action::save(key(delegate), context.store.put_essays(session, vec![(delegate, essay)]))
}

impl State {
    /// The one who is selected.
    pub(super) fn person<'a>(
        &'a self,
        of: &'a Row,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let names = column![strong(of.name.as_str()), small(of.unit.as_str())].spacing(2.0);
        let head = card::closing(names, Message::ClosePanel);
        let state = row![outcome_chip(of.outcome, context)]
            .push(of.certified.then(|| small(context.t("results-has-certificate"))))
            .spacing(space::S)
            .align_y(Alignment::Center)
            .wrap()
            .vertical_spacing(space::XS);
        let why = column(of.reasons.iter().map(|reason| told(reason, context))).spacing(space::S);
        let refusal = context.t("results-essay-refused");
        let delegate = of.delegate;
        let essay = field(of.essay.as_str())
            .label(context.t("results-essay"))
            .placeholder(context.t("results-essay-hint"))
            .check(move |text| match text.is_empty() || text.parse::<Essay>().is_ok() {
                true => Ok(()),
                false => Err(refusal.clone()),
            })
            .of(delegate)
            .on_commit(move |text| Message::Essay(delegate, text))
            .in_drafts(context.drafts, key(delegate))
            .read_only_unless(context.can_write())
            .id("result-essay");
        let commend =
            checkbox(of.commended, context.t("results-commended"), |on| Message::Commend(delegate, on))
                .id("result-commended");
        let commend: Element<'a, Message> = match context.can_write() {
            true => commend.into(),
            false => commend.on_press_maybe(None).into(),
        };
        let decided = dossier.completion.decisions.get(&delegate).is_some_and(|one| one.completed.is_some());
        let label = context.t(if decided { "results-decide-again" } else { "results-decide" });
        let decide = button::secondary_small(Some(Icon::Signature), label)
            .id("result-decide")
            .on_press_maybe(context.if_writable(Message::Decide(delegate)));
        column![head, state, styled(context.t("results-why"), Role::FieldLabel), why]
            .push(self.sittings(of, dossier, context))
            .extend([essay.into(), commend, decide.into()])
            .spacing(space::M)
            .into()
    }

    /// What is marked of them, sitting by sitting.
    fn sittings<'a>(
        &self,
        of: &Row,
        dossier: &Dossier,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let cluster = dossier.clusters.iter().find(|one| Some(one.id) == of.cluster)?;
        // Few did, and only of them all marks are gone through.
        let sat_in = of.is_substitute || of.reasons.iter().any(|one| matches!(one, Reason::SatFor { .. }));
        let lines = in_order(cluster).into_iter().map(|sitting| {
            let stood_in = sat_in
                && dossier
                    .attendance
                    .marks()
                    .any(|mark| mark.sitting == sitting.id && mark.substitute == Some(of.delegate));
            let mark = dossier.attendance.of(of.delegate, sitting.id);
            let words = match mark.map(|mark| mark.status) {
                _ if stood_in => context.t("results-stood-in"),
                Some(status) => context.t(marked(status)),
                None if dossier.attendance.is_closed(sitting.id) => context.t("attendance-absent"),
                None => context.t("attendance-unmarked"),
            };
            small(format!("{}: {words}", called(sitting))).into()
        });
        let lines: Vec<Element<'a, Message>> = lines.collect();
        (!lines.is_empty() && !dossier.attendance.is_empty()).then(|| column(lines).spacing(2.0).into())
    }
}

/// The word for a mark.
fn marked(status: AttendanceStatus) -> &'static str {
    match status {
        AttendanceStatus::Present => "attendance-present",
        AttendanceStatus::Late => "attendance-late",
        AttendanceStatus::LeftEarly => "attendance-left-early",
        AttendanceStatus::Excused => "attendance-excused",
        AttendanceStatus::Absent => "attendance-absent",
        AttendanceStatus::Substituted => "attendance-substituted",
    }
}

/// A reason: by colour, icon and words.
fn told<'a>(reason: &Reason, context: Context<'a>) -> Element<'a, Message> {
    let (tone, icon) = match reason.speaks() {
        Speaks::For => (Tone::Green, Icon::Check),
        Speaks::Against => (Tone::Danger, Icon::X),
        Speaks::Waiting => (Tone::Amber, Icon::Clock),
        Speaks::Neither => (Tone::Neutral, Icon::Info),
    };
    let words = context.say(&reason.explain());
    let words = match tone {
        Tone::Neutral => body(words).width(Length::Fill),
        tone => plain(words, Role::Body).color(tone.strong()).width(Length::Fill),
    };
    row![icon.view().color(tone.strong()), words].spacing(space::S).into()
}
