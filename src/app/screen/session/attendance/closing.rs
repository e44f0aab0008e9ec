//! Closing a sitting, and opening it again for a reason.

use iced::widget::column;
use iced::{Element, Task};

use super::answer::Answer;
use super::newcomer::Newcomer;
use super::{Message, State, changed_papers, load};
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::body;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::domain::attendance::figures::Figures;
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId};
use crate::export::changed::ChangedPaper;
use crate::sentence::{Explain, Sentence};

/// What is asked.
pub(super) enum Asked {
    /// Whether the sitting is to be closed.
    Close,
    /// Why it is to be opened again.
    Open(String),
    /// Who somebody is that stands on no list.
    Newcomer(Box<Newcomer>),
    /// The units of whom nobody is there, over the whole screen.
    Board,
    /// What is to be said of a delegate.
    Menu(DelegateId),
    /// Which printed papers are to be printed again.
    Papers(Vec<ChangedPaper>),
}

impl State {
    /// Takes in what is said of closing.
    pub(super) fn update_closing(
        &mut self,
        message: Message,
        session: SessionId,
        context: Context<'_>,
    ) -> Action<Message> {
        match message {
            Message::AskClosing => {
                self.asked = Some(if self.is_closed() { Asked::Open(String::new()) } else { Asked::Close });
            }
            Message::Reason(reason) => {
                if let Some(Asked::Open(said)) = &mut self.asked {
                    *said = reason;
                }
            }
            Message::SetClosed => {
                let Some(sitting) = self.sitting.filter(|_| context.can_write()) else { return Action::None };
                let made_on = context.machine.made_on();
                return match &self.asked {
                    Some(Asked::Close) => {
                        Action::record(context.store.close_sitting(sitting, made_on), Message::ClosingDone)
                    }
                    Some(Asked::Open(reason)) if !reason.is_empty() => {
                        let writing = context.store.open_sitting(sitting, reason.clone(), made_on);
                        Action::record(writing, Message::ClosingDone)
                    }
                    _ => Action::None,
                };
            }
            Message::ClosingDone(Ok(())) => {
                let closed = matches!(self.asked, Some(Asked::Close));
                self.answer = closed.then(|| Answer::written(Sentence::new("attendance-closed-now")));
                self.asked = None;
                // Papers that were printed before may say other figures now.
                let papers = if closed { changed_papers::load(session, context) } else { Task::none() };
                return Action::Ask(Task::batch([load(session, context), papers]));
            }
            // Why it is to be opened stays as it was typed.
            Message::ClosingDone(Err(error)) => return Action::Fail(error.explain()),
            Message::Dismiss => self.asked = None,
            _ => {}
        }
        Action::None
    }

    /// The question, or the scans of signed pages.
    pub fn dialog<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        if let Some(dialog) = self.exchange.dialog(dossier, context) {
            return Some(dialog.map(Message::Exchange));
        }
        if self.asked.is_none() {
            return self.scans_dialog(context);
        }
        let cancel = button::secondary(None, context.t("window-cancel")).on_press(Message::Dismiss);
        Some(match self.asked.as_ref()? {
            Asked::Newcomer(form) => self.newcomer_dialog(form, dossier, context),
            Asked::Board => self.board(dossier, context),
            Asked::Menu(delegate) => self.menu_dialog(*delegate, dossier, context),
            Asked::Papers(papers) => self.changed_dialog(papers, dossier, context),
            Asked::Close => {
                let open = self.figures(dossier).map_or(0, |figures: Figures| figures.unmarked);
                let words = match open {
                    0 => context.t("attendance-close-words"),
                    count => context.count("attendance-close-open", count),
                };
                let pages = self.sitting.map_or(0, |sitting| self.pages_missing(sitting));
                // Whoever is marked another way stays as they are.
                let pages =
                    (pages > 0 && open > 0).then(|| body(context.count("attendance-close-pages", pages)));
                let close = button::primary(None, context.t("attendance-close"))
                    .id("marking-close-now")
                    .on_press(Message::SetClosed);
                let actions = [cancel.into(), close.into()];
                let content = column![body(words)].push(pages).spacing(space::M);
                dialog::dialog(context.t("attendance-close-title"), content, actions, Message::Dismiss)
            }
            Asked::Open(reason) => {
                let open = button::primary(None, context.t("attendance-open"))
                    .id("marking-open-now")
                    .on_press_maybe((!reason.is_empty()).then_some(Message::SetClosed));
                let why = field(reason)
                    .label(context.t("attendance-open-reason"))
                    .id("marking-reason")
                    .on_commit(Message::Reason)
                    .on_enter(Message::SetClosed);
                let content = column![body(context.t("attendance-open-words")), Element::from(why)];
                let actions = [cancel.into(), open.into()];
                dialog::dialog(
                    context.t("attendance-open-title"),
                    content.spacing(space::M),
                    actions,
                    Message::Dismiss,
                )
            }
        })
    }
}
