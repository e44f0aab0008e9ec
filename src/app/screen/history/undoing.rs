//! "Hoàn tác đến đây": the last steps undone one by one, down to the chosen one, after a dialog that
//! lists them.

use std::time::Duration;

use iced::widget::column;
use iced::{Element, Task};

use super::Message;
use crate::app::job;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::progress::progress;
use crate::app::widget::{button, dialog};
use crate::domain::id::OperationId;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::{Ended, Taken, UndoneSteps};

/// How often the bar is drawn anew.
const BEAT: Duration = Duration::from_millis(200);

/// What is asked.
pub(super) struct State {
    /// What would be undone, in that order.
    steps: Vec<Taken>,
    /// How far it is, once it was answered.
    under_way: Option<Progress>,
}

impl State {
    /// Whether it was answered, and the steps are being undone.
    pub(super) fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let lines = self
            .steps
            .iter()
            .enumerate()
            .map(|(place, step)| body(format!("{}. {}", place + 1, context.say(&step.label))).into());
        let how_far = self.under_way.as_ref().map(|under_way| {
            let stop = Some((context.t("window-history-undo-stop"), Message::StopUndoing));
            progress(context.t("window-history-undoing"), under_way.share(), stop)
        });
        let content =
            column![small(context.t("window-history-undo-words")), column(lines).spacing(space::XS)]
                .push(how_far)
                .spacing(space::M);
        let when_quiet = |message| (!self.is_under_way()).then_some(message);
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
            Message::UndoHere(step) if context.can_write() => {
                return Action::ask_once(context.store.steps_back_to(step), Message::Back);
            }
            Message::Back(Ok(steps)) if steps.is_empty() => {
                return Action::Say(Sentence::new("window-overtaken"));
            }
            Message::Back(Ok(steps)) => self.undoing = Some(State { steps, under_way: None }),
            Message::Back(Err(error)) => return Action::Fail(error.explain()),
            Message::KeepAll => self.undoing = self.undoing.take().filter(State::is_under_way),
            Message::UndoAll => {
                let Some(undoing) = &mut self.undoing else { return Action::None };
                let progress = undoing.under_way.insert(Progress::default()).clone();
                let steps: Vec<OperationId> = undoing.steps.iter().map(|step| step.id).collect();
                let writing = job::write(context.store.undo_steps(steps, progress));
                let locale = context.locale.language();
                let undone = Action::write_told(writing, move |answer| {
                    let told = answer.as_ref().ok().map(|undone| told(undone, locale));
                    (Some(Message::Undone(answer)), told)
                });
                return Action::All(vec![undone, Action::Run(beat())]);
            }
            Message::UndoingBeat if self.undoing.as_ref().is_some_and(State::is_under_way) => {
                return Action::Run(beat());
            }
            Message::StopUndoing => {
                if let Some(under_way) = self.undoing.as_ref().and_then(|undoing| undoing.under_way.as_ref())
                {
                    under_way.cancel();
                }
            }
            Message::Undone(_) => self.undoing = None,
            _ => {}
        }
        Action::None
    }
}

/// How it went.
fn told(undone: &UndoneSteps, language: crate::locale::Language) -> job::Told {
    let locale = crate::locale::Locale::new(language);
    let so_many = |id: &'static str| Sentence::new(id).with("count", undone.undone.len());
    match &undone.ended {
        Ended::Done => Ok(so_many("window-history-undone")),
        Ended::Stopped => Ok(so_many("window-history-undone-halted")),
        Ended::Overtaken => Err(so_many("window-history-undone-overtaken")),
        Ended::Failed(reason) if undone.undone.is_empty() => Err(reason.clone()),
        Ended::Failed(reason) => {
            Err(so_many("window-history-undone-failed").with("reason", locale.say(reason)))
        }
        Ended::SetAside(step, reason) => Err(so_many("window-history-undone-stopped")
            .with("label", locale.say(&step.label))
            .with("reason", locale.say(reason))),
    }
}

fn beat() -> Task<Message> {
    job::pause(BEAT).map(|()| Message::UndoingBeat)
}
