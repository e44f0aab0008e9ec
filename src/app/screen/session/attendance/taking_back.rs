//! Ctrl+Z with the field empty: what was done last on this tab is taken back, marks and notices alike, each by what it
//! is and not by what happens to be the last.

use super::super::super::{Action, Context};
use super::answer::Answer;
use super::{Message, State, load};
use crate::domain::id::{EntryId, OperationId, SessionId};
use crate::sentence::{Explain, Sentence};
use crate::store::Turn;

/// Something that was done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// An entry of marks or receipts, which is taken back.
    Entry(EntryId),
    /// A step of the data, such as a notice, which is undone.
    Step(OperationId),
}

impl State {
    /// Takes in what is said of taking back.
    pub(super) fn take_back(
        &mut self,
        message: Message,
        session: SessionId,
        context: Context<'_>,
    ) -> Action<Message> {
        match message {
            Message::Undo => match self.done.pop() {
                Some(did) => return undo(did, context),
                // What this computer entered before the tab was opened.
                None => {
                    let machine = context.machine.made_on().machine.unwrap_or_default();
                    return Action::ask_once(context.store.last_entry(session, machine), Message::Last);
                }
            },
            Message::Last(Ok(Some(entry))) => return undo(Did::Entry(entry), context),
            Message::Last(Ok(None)) => self.answer = Some(Answer::nothing_to_undo()),
            Message::Undone(_, Ok(())) => {
                self.answer = Some(Answer::undone(Sentence::new("attendance-undone")));
                return Action::Ask(load(session, context));
            }
            Message::StepUndone(_, Ok(turn)) => {
                self.answer = Some(match turn {
                    Turn::Turned(step) => {
                        let label = context.say(&step.label);
                        Answer::undone(Sentence::new("window-undone").with("label", label))
                    }
                    Turn::SetAside(step, reason) => {
                        let words = Sentence::new("window-set-aside").with("label", context.say(&step.label));
                        Answer::refused(words.with("reason", context.say(&reason)))
                    }
                    Turn::Overtaken | Turn::Nothing => {
                        Answer::refused(Sentence::new("attendance-undo-overtaken"))
                    }
                });
                return Action::Ask(load(session, context));
            }
            // It is still there to be taken back.
            Message::Undone(did, Err(error)) | Message::StepUndone(did, Err(error)) => {
                self.done.push(did);
                self.answer = Some(Answer::refused(error.explain()));
            }
            Message::Last(Err(error)) => self.answer = Some(Answer::refused(error.explain())),
            _ => {}
        }
        Action::None
    }
}

/// Takes something back by what it is.
pub(super) fn undo(did: Did, context: Context<'_>) -> Action<Message> {
    match did {
        Did::Entry(entry) => {
            let writing = context.store.retract_entry(entry, context.machine.made_on());
            Action::record(writing, move |done| Message::Undone(did, done))
        }
        Did::Step(step) => {
            Action::record(context.store.undo_step(step), move |turn| Message::StepUndone(did, turn))
        }
    }
}
