//! The dialog that decides by hand of one: completed, not, or as the rule says; why, and who decided.

use iced::widget::column;
use iced::{Element, Length};

use super::State;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::field::field;
use crate::app::widget::{button, chip, dialog, form};
use crate::domain::completion::Decision;
use crate::domain::id::{DelegateId, SessionId};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// What is decided so far.
pub(super) struct Deciding {
    delegate: DelegateId,
    name: String,
    completed: Option<bool>,
    reason: String,
    by: String,
    refused: Option<Sentence>,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// Completed, not, or as the rule says.
    Chosen(Option<bool>),
    /// Why.
    Reason(String),
    /// Who decided.
    By(String),
    /// It is to be written.
    Save,
    /// It was, or why not.
    Saved(Result<(), StoreError>),
    /// The dialog closes.
    Close,
}

impl Deciding {
    pub(super) fn new(delegate: DelegateId, name: String, known: Option<&Decision>) -> Self {
        let known = known.filter(|one| one.completed.is_some());
        let text =
            |of: fn(&Decision) -> &Option<String>| known.and_then(|one| of(one).clone()).unwrap_or_default();
        Self {
            delegate,
            name,
            // Whoever opens it wants to decide, most often for somebody.
            completed: known.map_or(Some(true), |one| one.completed),
            reason: text(|one| &one.reason),
            by: text(|one| &one.decided_by),
            refused: None,
        }
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let ways = [
            (Some(true), context.t("completion-completed")),
            (Some(false), context.t("completion-not-completed")),
            (None, context.t("results-by-rule")),
        ];
        let by_hand = self.completed.is_some();
        let fields = by_hand.then(|| {
            let refused = self.refused.as_ref().map(|reason| context.say(reason));
            let reason = field(&self.reason)
                .label(context.t("results-reason"))
                .placeholder(context.t("results-reason-hint"))
                .id("decide-reason")
                .error(refused)
                .on_commit(Message::Reason)
                .on_enter(Message::Save);
            let by = field(&self.by)
                .label(context.t("results-decided-by"))
                .placeholder(context.t("results-decided-by-hint"))
                .id("decide-by")
                .on_commit(Message::By)
                .on_enter(Message::Save);
            form::form([reason.into(), by.into()])
        });
        let content =
            column![body(self.name.as_str()), chip::choices(ways, &self.completed, Message::Chosen),]
                .push(fields)
                .push((!by_hand).then(|| small(context.t("results-by-rule-words"))))
                .spacing(space::M)
                .width(Length::Fill);
        let actions = [
            button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
            button::primary(None, context.t("results-decide-save"))
                .id("decide-save")
                .on_press_maybe(context.if_writable(Message::Save))
                .into(),
        ];
        dialog::dialog(context.t("results-decide-title"), content, actions, Message::Close)
    }
}

impl State {
    pub(super) fn update_deciding(
        &mut self,
        message: Message,
        session: SessionId,
        context: Context<'_>,
    ) -> Action<super::Message> {
        let Some(deciding) = &mut self.deciding else { return Action::None };
        match message {
            Message::Chosen(completed) => (deciding.completed, deciding.refused) = (completed, None),
            Message::Reason(reason) => (deciding.reason, deciding.refused) = (reason, None),
            Message::By(by) => deciding.by = by,
            Message::Save => {
                let text = |text: &String| Some(text.clone()).filter(|_| deciding.completed.is_some());
                let (completed, reason, by) =
                    (deciding.completed, text(&deciding.reason), text(&deciding.by));
                let change = move |decision: &mut Decision| {
                    (decision.completed, decision.reason, decision.decided_by) = (completed, reason, by);
                };
                let writing = context.store.decide_completion(session, deciding.delegate, change);
                return Action::submit(writing, |answer| super::Message::Deciding(Message::Saved(answer)));
            }
            Message::Saved(Ok(())) | Message::Close => self.deciding = None,
            Message::Saved(Err(error)) => deciding.refused = Some(error.explain()),
        }
        Action::None
    }
}
