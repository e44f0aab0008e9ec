//! The dialog in which certificates and the rule are reconciled: who has a paper and does not qualify, who qualifies and
//! has none, and whose paper says something else than the list. One action for each; the register keeps why.

use std::collections::{HashMap, HashSet};

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length};

use super::State;
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::text::{Role, body, one_line, small};
use crate::app::theme::{space, style};
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::domain::certificate::entitled::Discrepancy;
use crate::domain::certificate::reissue::Reissue;
use crate::domain::certificate::{Certificate, CertificateState};
use crate::domain::completion::judging::Outcome;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::{CertificateId, DelegateId};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// So high is the list before it scrolls.
const LIST: f32 = 340.0;

/// What is typed so far.
pub(super) struct Papers {
    reason: String,
    refused: Option<Sentence>,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// Why, for the register.
    Reason(String),
    /// A paper stays though the rule says otherwise.
    Keep(CertificateId),
    /// A number is voided, or the paper withdrawn.
    End(CertificateId),
    /// These get numbers now.
    Issue(Vec<DelegateId>),
    /// A paper is to say what the list says.
    FollowList(CertificateId),
    /// It was done, or why not.
    Saved(Result<(), StoreError>),
    /// The dialog closes.
    Close,
}

impl Papers {
    pub(super) fn new(context: Context<'_>) -> Self {
        Self { reason: context.t("results-papers-usual-reason"), refused: None }
    }

    /// The dialog of what was found.
    pub(super) fn view<'a>(
        &'a self,
        found: &'a [Discrepancy],
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let names: HashMap<DelegateId, &str> =
            dossier.delegates.iter().map(|one| (one.id, one.details.full_name.as_str())).collect();
        let papers: HashMap<CertificateId, &Certificate> =
            dossier.certificates.iter().map(|one| (one.id, one)).collect();
        let withdrawn: HashSet<DelegateId> = dossier
            .delegates
            .iter()
            .filter(|one| one.state == DelegateState::Withdrawn)
            .map(|one| one.id)
            .collect();
        // What waits for marks is the longest, and nothing is to be done about it yet.
        let (open, waiting): (Vec<_>, Vec<_>) = found.iter().partition(|one| !one.waits());
        let lines = open.into_iter().chain(waiting).map(|one| {
            let delegate = whose(one);
            let paper = certificate(one).and_then(|id| papers.get(&id).copied());
            let name = names.get(&delegate).copied().unwrap_or_default();
            line(one, (name, withdrawn.contains(&delegate)), paper, context)
        });
        let list: Element<'a, Message> = match found.is_empty() {
            true => body(context.t("results-papers-none")).into(),
            false => container(
                scrollable(column(lines).spacing(space::S)).style(style::scroll_bar).spacing(space::S),
            )
            .max_height(LIST)
            .into(),
        };
        let lacking = lacking(found);
        let reason = field(&self.reason)
            .label(context.t("results-papers-reason"))
            .id("papers-reason")
            .error(self.refused.as_ref().map(|reason| context.say(reason)))
            .on_commit(Message::Reason);
        let content = column![small(context.t("results-papers-hint")), list, reason].spacing(space::M);
        let issue = (!lacking.is_empty()).then(|| {
            button::secondary(Some(Icon::Award), context.count("results-papers-issue-all", lacking.len()))
                .id("papers-issue-all")
                .on_press_maybe(context.if_writable(Message::Issue(lacking)))
                .into()
        });
        let close = button::primary(None, context.t("window-close")).on_press(Message::Close).into();
        dialog::wide(
            context.t("results-papers-title"),
            content,
            issue.into_iter().chain([close]),
            Message::Close,
        )
    }
}

/// Who qualifies and has none.
fn lacking(found: &[Discrepancy]) -> Vec<DelegateId> {
    let lacks = |one: &Discrepancy| match one {
        Discrepancy::NotIssued(delegate) => Some(*delegate),
        _ => None,
    };
    found.iter().filter_map(lacks).collect()
}

fn whose(one: &Discrepancy) -> DelegateId {
    match one {
        Discrepancy::NotQualified { delegate, .. }
        | Discrepancy::NotIssued(delegate)
        | Discrepancy::Differs { delegate, .. } => *delegate,
    }
}

fn certificate(one: &Discrepancy) -> Option<CertificateId> {
    match one {
        Discrepancy::NotQualified { certificate, .. } | Discrepancy::Differs { certificate, .. } => {
            Some(*certificate)
        }
        Discrepancy::NotIssued(_) => None,
    }
}

/// One of them: whose, what is wrong, and what can be done.
fn line<'a>(
    one: &Discrepancy,
    (name, is_withdrawn): (&str, bool),
    paper: Option<&Certificate>,
    context: Context<'a>,
) -> Element<'a, Message> {
    let press = |icon: Icon, label: &str, message: Message| {
        button::secondary_small(Some(icon), context.t(label))
            .on_press_maybe(context.if_writable(message))
            .into()
    };
    let is_out = paper.is_some_and(|paper| matches!(paper.state, CertificateState::HandedOut(_)));
    let (what, buttons): (String, Vec<Element<'a, Message>>) = match one {
        Discrepancy::NotQualified { is_kept: true, .. } => (context.t("results-papers-kept"), Vec::new()),
        Discrepancy::NotQualified { certificate, outcome, .. } => {
            let what = match outcome {
                _ if is_withdrawn => "results-papers-withdrawn",
                Outcome::NotYetKnown => "results-papers-not-known",
                _ => "results-papers-not-qualified",
            };
            let end = if is_out { "results-papers-withdraw" } else { "results-papers-void" };
            let keep = press(Icon::Check, "results-papers-keep", Message::Keep(*certificate));
            (context.t(what), vec![keep, press(Icon::X, end, Message::End(*certificate))])
        }
        Discrepancy::NotIssued(delegate) => {
            let issue = press(Icon::Award, "results-papers-issue", Message::Issue(vec![*delegate]));
            (context.t("results-papers-not-issued"), vec![issue])
        }
        Discrepancy::Differs { certificate, .. } => {
            let printed = paper.map(|paper| paper.copy.name.clone()).unwrap_or_default();
            let what = match printed == name {
                true => context.t("results-papers-differs"),
                false => context.say(&Sentence::new("results-papers-differs-name").with("name", printed)),
            };
            let label = if is_out { "results-papers-again" } else { "results-papers-correct" };
            (what, vec![press(Icon::Pencil, label, Message::FollowList(*certificate))])
        }
    };
    let number = paper.map(|paper| small(paper.printed_number.clone()));
    let words = column![
        row![one_line(name.to_owned(), Role::Strong)]
            .push(number)
            .spacing(space::S)
            .align_y(Alignment::Center),
        small(what),
    ]
    .spacing(2.0)
    .width(Length::Fill);
    row![words].extend(buttons).spacing(space::S).align_y(Alignment::Center).into()
}

impl State {
    pub(super) fn update_papers(
        &mut self,
        message: Message,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<super::Message> {
        let Some(papers) = &mut self.papers else { return Action::None };
        let saved = |answer| super::Message::Papers(Message::Saved(answer));
        let (store, reason) = (context.store, papers.reason.clone());
        let state =
            |id: CertificateId| dossier.certificates.iter().find(|one| one.id == id).map(|one| &one.state);
        match message {
            Message::Reason(reason) => (papers.reason, papers.refused) = (reason, None),
            Message::Keep(id) => return Action::submit(store.keep_certificate(id, reason), saved),
            Message::End(id) => {
                return match state(id) {
                    Some(CertificateState::HandedOut(_)) => {
                        Action::submit(store.withdraw_certificate(id, reason), saved)
                    }
                    _ => Action::submit(store.void_certificate(id, reason), saved),
                };
            }
            Message::Issue(delegates) => {
                let writing = store.issue_certificate_to(dossier.session.id, delegates);
                return Action::submit(writing, move |answer| saved(answer.map(|_| ())));
            }
            Message::FollowList(id) => {
                return match state(id) {
                    Some(CertificateState::HandedOut(_)) => {
                        let how = Reissue::OfficeError { reason };
                        Action::submit(store.reissue_certificate(id, how), move |answer| {
                            saved(answer.map(|_| ()))
                        })
                    }
                    // A printed sheet is spoiled by it.
                    other => {
                        let spoiled = u32::from(matches!(other, Some(CertificateState::Printed)));
                        Action::submit(store.correct_certificate_to_list(id, reason, spoiled), saved)
                    }
                };
            }
            Message::Saved(Ok(())) => papers.refused = None,
            Message::Saved(Err(error)) => papers.refused = Some(error.explain()),
            Message::Close => self.papers = None,
        }
        Action::None
    }
}
