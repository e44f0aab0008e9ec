//! "Hoàn tác đến đây": the last steps undone one by one, down to the chosen one, after a dialog that
//! lists them.

use iced::Element;
use iced::widget::column;

use super::Message;
use crate::app::job;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::{button, dialog};
use crate::domain::id::OperationId;
use crate::sentence::{Explain, Sentence};
use crate::store::{Taken, UndoneSteps};

/// What is asked.
pub(super) struct State {
    /// What would be undone, in that order.
    steps: Vec<Taken>,
    /// It was answered, and the steps are being undone.
    pub(super) is_under_way: bool,
}

impl State {
    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let lines = self
            .steps
            .iter()
            .enumerate()
            .map(|(place, step)| body(format!("{}. {}", place + 1, context.say(&step.label))).into());
        let content =
            column![small(context.t("window-history-undo-words")), column(lines).spacing(space::XS)]
                .spacing(space::M);
        let when_quiet = |message| (!self.is_under_way).then_some(message);
        dialog::dialog(
            context.count("window-history-undo-title", self.steps.len()),
            content,
            [
                button::secondary(None, context.t("window-cancel"))
                    .on_press_maybe(when_quiet(Message::KeepAll))
                    .into(),
                button::danger(None, context.count("window-history-undo-confirm", self.steps.len()))
                    .id("log-undo-all")
                    .on_press_maybe(when_quiet(Message::UndoAll))
                    .into(),
            ],
            Message::KeepAll,
        )
    }
}

impl super::State {
    /// Messages on the way back.
    pub(super) fn undo(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::UndoHere if context.can_write() => match self.open {
                Some(step) => return Action::ask(context.store.steps_back_to(step), Message::Back),
                None => return Action::None,
            },
            Message::Back(Ok(steps)) if steps.is_empty() => {
                return Action::Say(Sentence::new("window-overtaken"));
            }
            Message::Back(Ok(steps)) => self.undoing = Some(State { steps, is_under_way: false }),
            Message::Back(Err(error)) => return Action::Fail(error.explain()),
            Message::KeepAll => self.undoing = self.undoing.take().filter(|undoing| undoing.is_under_way),
            Message::UndoAll => {
                let Some(undoing) = &mut self.undoing else { return Action::None };
                undoing.is_under_way = true;
                let steps: Vec<OperationId> = undoing.steps.iter().map(|step| step.id).collect();
                let writing = job::write(context.store.undo_steps(steps));
                let locale = context.locale.language();
                return Action::write_told(writing, move |answer| {
                    let told = answer.as_ref().ok().map(|undone| told(undone, locale));
                    (Some(Message::Undone(answer)), told)
                });
            }
            Message::Undone(_) => self.undoing = None,
            _ => {}
        }
        Action::None
    }
}

/// How it went.
fn told(undone: &UndoneSteps, language: crate::locale::Language) -> job::Told {
    let count = undone.undone.len();
    match (&undone.stopped, undone.is_overtaken) {
        (Some((step, reason)), _) => {
            let locale = crate::locale::Locale::new(language);
            Err(Sentence::new("window-history-undone-stopped")
                .with("count", count)
                .with("label", locale.say(&step.label))
                .with("reason", locale.say(reason)))
        }
        (None, true) => Err(Sentence::new("window-history-undone-overtaken").with("count", count)),
        (None, false) => Ok(Sentence::new("window-history-undone").with("count", count)),
    }
}
